//! The core of the Exchange virtualization advisor: what is asked about an Exchange
//! Server deployment on virtual machines, and how it is judged by Microsoft's support
//! policy. No input or output, no clock, no randomness.
//!
//! ```
//! use exchange_advisor_core::{assess::assess, date::Date, read};
//!
//! let document = br#"{
//!   "format": "exchange-virtualization-deployment/1",
//!   "exchange": { "version": "2000" }
//! }"#;
//! let deployment = read(document).map_err(|errors| errors.to_string())?;
//! let today = Date::new(2026, 11, 23).ok_or("no such day")?;
//! assert_eq!(assess(&deployment, today).verdict.id(), "not-supported");
//! # Ok::<(), String>(())
//! ```

// Each module uses only the ones above it in this list; `cargo xtask tidy` checks that.
pub mod text;
pub mod choice;
pub mod date;
pub mod decimal;
pub mod truth;
pub mod subject;
pub mod effort;
pub mod question;
pub mod questions;
pub mod deployment;
pub mod source;
pub mod vendors;
pub mod offers;
pub mod condition;
pub mod rule;
pub mod rules;
pub mod lifecycle;
pub mod notes;
pub mod assess;
pub mod working;
pub mod interview;
pub mod advice;
pub mod compare;
pub mod example;
pub mod reference;
pub mod manual;
pub mod sheet;
pub mod kept;
pub mod report;
pub mod template;
pub mod typescript;

use deployment::{Deployment, Opened, ReadErrors};

/// The version of the advisor.
pub const ADVISOR_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Reads a deployment document: the only way in for anything from outside.
///
/// # Errors
///
/// Everything that is wrong with it; see [`Deployment::read`].
pub fn read(document: &[u8]) -> Result<Deployment, ReadErrors> {
    Deployment::read(document, &rule_ids())
}

/// Reads a deployment document of this format or an older one, as files and links have them.
///
/// # Errors
///
/// Everything that is wrong with it; see [`Deployment::open`].
pub fn open(document: &[u8]) -> Result<Opened, ReadErrors> {
    Deployment::open(document, &rule_ids())
}

/// Reads a deployment document that is a tree already.
///
/// # Errors
///
/// Everything that is wrong with it; see [`Deployment::from_json`].
pub fn from_json(tree: &deployment::json::Json<'_>) -> Result<Deployment, ReadErrors> {
    Deployment::from_json(tree, &rule_ids())
}

fn rule_ids() -> Vec<&'static str> {
    rules::all().map(|rule| rule.id).collect()
}
