//! Every question of the deployment document, once.
//!
//! `deployment.rs`, `host.rs` and `guest.rs` hold the questions about each kind of
//! subject; `vocabulary.rs` the lists that answers are chosen from, `sets.rs` what some
//! sets of choices are called.

pub mod deployment;
pub mod guest;
pub mod host;
mod sets;
mod vocabulary;

pub use sets::{NAMED, Named};
pub use vocabulary::*;

use crate::question::{Question, Slot, SubjectKind};

/// Every question about one kind of subject, in the order of the format document.
#[must_use]
pub fn about(subject: SubjectKind) -> &'static [Question] {
    match subject {
        SubjectKind::Deployment => deployment::QUESTIONS,
        SubjectKind::Host => host::QUESTIONS,
        SubjectKind::Guest => guest::QUESTIONS,
    }
}

/// The question at a place of the tables.
///
/// A [`Slot`] is only ever made for a row of a table, so the fallback never shows.
#[must_use]
pub fn question(slot: Slot) -> &'static Question {
    about(slot.subject).get(usize::from(slot.slot)).unwrap_or(&FALLBACK)
}

/// A question's name, with what it is about where two kinds of machines have one of that
/// name: `memory (host)`.
#[must_use]
pub fn full_name(question: &Question) -> String {
    let kinds = [(SubjectKind::Deployment, ""), (SubjectKind::Host, " (host)"), (SubjectKind::Guest, " (machine)")];
    let same = |kind| about(kind).iter().any(|other| other.name == question.name);
    let ambiguous = kinds.iter().filter(|(kind, _)| same(*kind)).count() > 1;
    let of = kinds.iter().find(|(kind, _)| ambiguous && *kind == question.subject).map_or("", |(_, words)| words);
    format!("{}{of}", question.name)
}

static FALLBACK: Question = Question {
    subject: SubjectKind::Deployment,
    slot: 0,
    path: "",
    name: "",
    who: crate::question::Who::Project,
    change: crate::effort::Change::Fact,
    kind: crate::question::Kind::Flag,
    wording: "",
    hint: "",
    find_out: "",
    left_out: None,
};
