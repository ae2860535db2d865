//! Laws of the advice.
//!
//! - `fast.rs`: a budget for its time;
//! - `brute.rs`: nothing smaller, by trying everything on small deployments;
//! - `sets.rs`: what every set that is offered keeps;
//! - `ways_out.rs`: where no change helps, and what is said then.

mod brute;
mod fast;
mod sets;
mod ways_out;

use exchange_advisor_core::deployment::{Answer, Deployment};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::{PURPOSE, VERSION};
use exchange_advisor_tests::generate;
use exchange_advisor_tests::supported::{self, Fleet};
use fastrand::Rng;

/// A deployment that was supported until some answers were drawn anew.
pub fn broken(rng: &mut Rng, version: Version, fleet: Fleet, faults: usize) -> Deployment {
    let mut deployment = supported::supported_of(rng, version, fleet);
    let subjects: Vec<_> = deployment.subjects().collect();
    for _ in 0..faults {
        let subject = subjects[rng.usize(..subjects.len())];
        let questions: Vec<_> = generate::questions_of(subject).collect();
        let (at, question) = questions[rng.usize(..questions.len())];
        if [VERSION.slot(), PURPOSE.slot()].contains(&at.slot) {
            continue;
        }
        let (hosts, guests) = (deployment.hosts().len(), deployment.guests().len());
        if let Some(value) = generate::value(rng, &question.kind, hosts, guests) {
            deployment.set(at, Answer::Given(value)).expect("an allowed value");
        }
    }
    deployment
}
