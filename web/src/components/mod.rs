//! The parts of the page. They take what they show as properties and send events.
//!
//! - `question.rs`: one question, in the form that its kind has: `choices.rs`, `typed.rs`;
//! - `machine.rs`: one host or guest with its questions;
//! - `verdict.rs`: the verdict and what follows from it; `finding.rs`: one finding.

pub mod choices;
pub mod finding;
pub mod machine;
pub mod question;
pub mod typed;
pub mod verdict;
