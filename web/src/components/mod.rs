//! The parts of the screens. They take what they show as properties and send events.
//!
//! - `question.rs`: one question, in the form that its kind has: `choices.rs`, `typed.rs`,
//!   `kinds.rs` (storage), `placement.rs` (the hosts of all machines);
//! - `peers.rs`: which machines an answer goes for;
//! - `why.rs`, `how.rs`, `effects.rs`: why a question is asked, where the answer is found,
//!   what each answer would mean;
//! - `frame.rs`: what every page of a question has: the way back, the error summary;
//! - `manual.rs`: the blocks of the manual's pages; `search.rs`: finding them;
//! - `machine.rs`: one host or guest with its questions;
//! - `trying.rs`: another answer, tried right where the answer is shown; `trial.rs`: the bar
//!   that says what is tried, and what that does to the findings;
//! - `standing.rs`: the verdict in short; `verdict.rs`: in full; `finding.rs`: one finding;
//! - `checked.rs`: what is not broken; `least.rs`: what to change at the least;
//!   `remedies.rs`: what mends one finding;
//! - `accept.rs`: to live with a finding; `day.rs`: another day of judging;
//! - `blocks.rs`: pieces of the report; `export.rs`: the report as files and on paper.

pub mod accept;
pub mod blocks;
pub mod checked;
pub mod choices;
pub mod day;
pub mod effects;
pub mod export;
pub mod finding;
pub mod frame;
pub mod how;
pub mod kinds;
pub mod least;
pub mod machine;
pub mod manual;
pub mod peers;
pub mod placement;
pub mod question;
pub mod search;
pub mod remedies;
pub mod standing;
pub mod trial;
pub mod trying;
pub mod typed;
pub mod verdict;
pub mod why;
