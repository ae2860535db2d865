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
//! - `standing.rs`: the verdict in short; `verdict.rs`: in full; `finding.rs`: one finding.

pub mod choices;
pub mod effects;
pub mod finding;
pub mod frame;
pub mod how;
pub mod kinds;
pub mod machine;
pub mod manual;
pub mod peers;
pub mod placement;
pub mod question;
pub mod search;
pub mod standing;
pub mod typed;
pub mod verdict;
pub mod why;
