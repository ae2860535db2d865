//! Deployments side by side: what differs in the answers, the findings and the verdicts.
//!
//! - `matched.rs`: which machine of one deployment is which of another;
//! - `rows.rs`: two or three deployments as rows of a table, differing ones first;
//! - `difference.rs`: what changed from one deployment to another, in words;
//! - `trial.rs`: answers that are tried out beside those that are given;
//! - `words.rs`: the words of all of them.
//!
//! Machines are matched by id: one that was renamed is gone, and a new one is there.

mod difference;
mod matched;
mod rows;
mod trial;
mod words;

pub use difference::{Change, Difference, Turn, Turned, What, difference};
pub use rows::{Cell, Comparison, Row, compare};
pub use trial::Trial;
