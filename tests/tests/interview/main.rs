//! Laws of the guided questionnaire, tried on many people who are led through it, each
//! with a random deployment as the truth.
//!
//! - `asked.rs`: what is asked, that it ends, and that nothing else matters;
//! - `order.rs` and `gates.rs`: what is asked first;
//! - `rounds.rs`: what each round finds;
//! - `machines.rs`: hosts and guests that are asked about together;
//! - `effects.rs` and `limits.rs`: what each answer would mean.
//!
//! A failure prints the smallest truth that still fails; the same seeds are used every
//! time.

mod asked;
mod effects;
mod gates;
mod limits;
mod machines;
mod order;
mod rounds;

use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Assessment, Outcome};
use exchange_advisor_core::deployment::{AnswerRef, Deployment};
use exchange_advisor_core::interview::{Course, Step};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::guide::{self, Person};
use exchange_advisor_tests::supported::{self, Fleet, VIRTUALIZED};
use fastrand::Rng;

/// Somebody who is led through the questionnaire.
struct Case {
    truth: Deployment,
    version: Version,
    course: Course,
    /// Of 256 pages, so many are answered with "I do not know".
    not_known: u8,
    seed: u64,
}

impl Case {
    fn person(&self) -> Person<'_> {
        let rng = Rng::with_seed(self.seed);
        Person { truth: &self.truth, course: self.course, not_known: self.not_known, rng }
    }

    fn rng(&self) -> Rng {
        Rng::with_seed(self.seed + 1)
    }
}

/// Random people, the versions in turn, with every kind of truth there is: complete and
/// not, supported and not, with machines that are alike and machines that are not.
fn cases(seed: u64, count: usize) -> impl Iterator<Item = Case> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(move |place| {
        let mut own = rng.fork();
        let version = Version::ALL[place % Version::ALL.len()];
        let fleet = Fleet { alike: own.bool(), ..Fleet::small(&mut own) };
        let truth = match own.u8(..4) {
            0 => supported::complete(&mut own, version, fleet),
            1 => {
                let shape = Shape::small(&mut own);
                generate::deployment(&mut own, version, &shape)
            }
            2 if VIRTUALIZED.contains(&version) => supported::one_fault(&mut own, version),
            _ if VIRTUALIZED.contains(&version) => supported::supported_of(&mut own, version, fleet),
            _ => supported::complete(&mut own, version, fleet),
        };
        let course = Course { hosts_apart: own.u8(..) < 64, guests_apart: own.u8(..) < 64, ..Course::default() };
        let not_known = [0, 0, 20, 100][own.usize(..4)];
        Case { truth, version, course, not_known, seed: own.u64(..u64::MAX / 2) }
    })
}

/// Tries a law on many people.
fn holds(cases: impl Iterator<Item = Case>, law: impl Fn(&Case) -> Result<(), String>) {
    for case in cases {
        let Err(first) = law(&case) else { continue };
        let with = |truth: &Deployment| Case { truth: truth.clone(), ..case };
        let smallest = generate::shrink(&case.truth, |truth| law(&with(truth)).is_err());
        let what = law(&with(&smallest)).err().unwrap_or(first);
        let Case { version, course, not_known, seed, .. } = case;
        panic!("{what}\n{version:?}, {course:?}, not known {not_known}, seed {seed}, truth:\n{:#}", smallest.to_json());
    }
}

/// What a page asks, in words.
fn words(deployment: &Deployment, step: &Step) -> String {
    let answers = guide::answers_of(step);
    let paths: Vec<String> = answers.iter().map(|answer| deployment.path(*answer)).collect();
    if paths.is_empty() { format!("{:?}", step.ask) } else { paths.join(" and ") }
}

/// Every answer that an undecided rule of a severity waits for.
fn missing_for(assessment: &Assessment<'_>, severity: Severity) -> BTreeSet<AnswerRef> {
    let undecided = assessment.with(severity, Outcome::Unknown);
    undecided.flat_map(|finding| assessment.missing_of(finding)).copied().collect()
}

/// Fails with these words unless it is so.
fn ensure(so: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if so { Ok(()) } else { Err(otherwise()) }
}
