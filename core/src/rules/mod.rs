//! Every rule of the policy, one file each, in a folder for each topic.
//!
//! `groups.rs` holds the conditions that several rules share. A folder's `mod.rs` is
//! the list of its rules; one that is not listed there is dead code, and the compiler
//! says so.

pub mod availability;
pub mod groups;
pub mod guest;
pub mod hosts;
pub mod operation;
pub mod platform;
pub mod storage;
pub mod virtual_server;

use crate::rule::Rule;

/// The version of the pack of rules: counted up whenever what a rule demands, or the policy's
/// text that it rests on, has changed.
pub const PACK: &str = "1";

/// The day on which the rules were last compared with their sources.
pub const AS_OF: &str = "2026-11-22";

/// Every rule, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Rule> + Clone {
    [
        platform::RULES,
        guest::RULES,
        storage::RULES,
        hosts::RULES,
        availability::RULES,
        operation::RULES,
        virtual_server::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
