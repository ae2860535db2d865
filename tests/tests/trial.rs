//! Answers that are tried out beside those that are given.

use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::compare::{Trial, difference};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::NODES;
use exchange_advisor_core::questions::guest::{HOST, SNAPSHOTS};
use exchange_advisor_tests::generate::{self, Shape, at};
use exchange_advisor_tests::some_day;
use fastrand::Rng;

const TWO: &str = r#"{"format":"exchange-virtualization-deployment/1",
    "exchange":{"version":"2019"},"hosts":[{"id":"a"},{"id":"b"}],
    "vms":[{"id":"x","host":"a","snapshots":true},{"id":"y","host":"a","snapshots":true}]}"#;

fn two() -> Deployment {
    exchange_advisor_core::read(TWO.as_bytes()).expect("a deployment")
}

fn judged(deployment: &Deployment) -> Assessment<'_> {
    assess(deployment, some_day())
}

/// Two random deployments, of which one has the machines that both have.
fn pairs(seed: u64, count: usize) -> impl Iterator<Item = (Deployment, Deployment)> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(move |place| {
        let version = Version::ALL[place % Version::ALL.len()];
        let mut one = || {
            let shape = Shape::small(&mut rng);
            generate::deployment(&mut rng, version, &shape)
        };
        (one(), one())
    })
}

#[test]
fn a_trial_leaves_what_is_given_as_it_is_and_can_be_taken_back() {
    for (real, other) in pairs(8, 600) {
        let kept = real.clone();
        let mut trial = Trial::of(&real);
        let common = |place: &AnswerRef| real.about(place.subject).is_some();
        let shared: Vec<AnswerRef> =
            other.subjects().flat_map(|subject| generate::questions_of(subject).map(|(at, _)| at)).collect();
        let shared =
            shared.into_iter().filter(common).filter(|place| ![HOST.slot(), NODES.slot()].contains(&place.slot));
        let shared: Vec<AnswerRef> = shared.collect();
        for place in &shared {
            trial.put(&real, *place, other.answer(place.subject, place.slot).clone()).expect("an allowed value");
        }
        assert_eq!(real, kept);
        let differing =
            shared.iter().filter(|at| real.answer(at.subject, at.slot) != other.answer(at.subject, at.slot));
        assert_eq!(trial.changed().collect::<BTreeSet<_>>(), differing.copied().collect());
        let changes = difference(&judged(&real), &judged(trial.deployment()));
        assert_eq!(changes.count(), trial.changed().len());
        // Over itself it is the same, and over what it came to nothing is left of it.
        assert_eq!(trial.over(&real), (trial.clone(), Vec::new()));
        assert_eq!(trial.over(trial.deployment()), (Trial::of(trial.deployment()), Vec::new()));
        for place in &shared {
            trial.put(&real, *place, real.answer(place.subject, place.slot).clone()).expect("an allowed value");
        }
        assert_eq!(trial, Trial::of(&real));
    }
}

#[test]
fn a_trial_follows_its_machines_and_says_what_it_lost() {
    let real = two();
    let mut trial = Trial::of(&real);
    let guest = |place| Subject::Guest(GuestIndex(place));
    let off = || Answer::Given(Value::Flag(false));
    trial.put(&real, at(guest(0), SNAPSHOTS.slot()), off()).expect("allowed");
    trial.put(&real, at(guest(1), SNAPSHOTS.slot()), off()).expect("allowed");
    trial.put(&real, at(guest(1), HOST.slot()), Answer::Given(Value::Host(HostIndex(1)))).expect("allowed");
    let mut now = real.clone();
    now.remove(guest(0)).expect("it is there");
    now.remove(Subject::Host(HostIndex(0))).expect("it is there");
    let (moved, lost) = trial.over(&now);
    assert_eq!(lost, ["vms[x].snapshots"]);
    let tried: BTreeSet<AnswerRef> = moved.changed().collect();
    assert_eq!(tried, BTreeSet::from([at(guest(0), HOST.slot()), at(guest(0), SNAPSHOTS.slot())]));
    assert_eq!(moved.deployment().get_about(guest(0), HOST), Some(HostIndex(0)));
    // A host that is tried and goes takes its trial along.
    now.remove(Subject::Host(HostIndex(0))).expect("it is there");
    assert_eq!(trial.over(&now).1, ["vms[x].snapshots", "vms[y].host"]);
}
