//! Random complete deployments whose verdict is known by how they are made.
//!
//! A supported one begins as any random deployment; then answers that break a
//! requirement are drawn anew, one at a time, until none is broken.

use exchange_advisor_core::assess::{Outcome, Verdict, assess};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::question::{Slot, SubjectKind};
use exchange_advisor_core::questions::deployment::{
    HOST_CLUSTERING, MIGRATION, NODES, PRODUCT, PURPOSE, SOLUTIONS, VERSION,
};
use exchange_advisor_core::questions::guest::{GUEST_OS, HOST, ROLES, STORAGE_KIND};
use exchange_advisor_core::questions::{Purpose, Version};
use exchange_advisor_core::rule::Severity;
use fastrand::Rng;

use crate::generate::{self, Shape, at};
use crate::some_day;

/// The versions that can be supported in a virtual machine at all.
pub const VIRTUALIZED: [Version; 7] =
    [Version::V2003, Version::V2007, Version::V2010, Version::V2013, Version::V2016, Version::V2019, Version::Se];

/// Answers that decide which rules apply. They are drawn anew rarely, so that what is
/// made is not always the kind of deployment of which least is demanded.
const DECIDING: [Slot; 8] = [
    PRODUCT.slot(),
    SOLUTIONS.slot(),
    MIGRATION.slot(),
    HOST_CLUSTERING.slot(),
    NODES.slot(),
    ROLES.slot(),
    GUEST_OS.slot(),
    STORAGE_KIND.slot(),
];

/// How many machines a deployment has, and whether those of a kind differ in nothing
/// but the host they are on.
#[derive(Clone, Copy)]
pub struct Fleet {
    pub hosts: usize,
    pub guests: usize,
    pub alike: bool,
}

impl Fleet {
    /// One to three hosts, one to four guests, each with answers of its own.
    pub fn small(rng: &mut Rng) -> Self {
        Self { hosts: rng.usize(1..=3), guests: rng.usize(1..=4), alike: false }
    }
}

/// A random complete deployment in production.
pub fn complete(rng: &mut Rng, version: Version, fleet: Fleet) -> Deployment {
    let shape = Shape { hosts: fleet.hosts, guests: fleet.guests, missing: 0 };
    let mut deployment = generate::deployment(rng, version, &shape);
    deployment = generate::complete(rng, &deployment);
    let purpose = at(Subject::Deployment, PURPOSE.slot());
    deployment.set(purpose, Answer::Given(Value::Choice(Purpose::Production.index()))).expect("an allowed value");
    if fleet.alike {
        for subject in deployment.subjects().collect::<Vec<_>>() {
            for (place, _) in generate::questions_of(subject) {
                let answer = deployment.answer(subject, place.slot).clone();
                spread(&mut deployment, place, &answer);
            }
        }
    }
    deployment
}

/// Gives the answer to the other machines of the kind too.
fn spread(deployment: &mut Deployment, place: AnswerRef, answer: &Answer<Value>) {
    let others = deployment.subjects().filter(|other| other.kind() == place.slot.subject && place.slot != HOST.slot());
    for other in others.collect::<Vec<_>>() {
        deployment.set(at(other, place.slot), answer.clone()).expect("allowed of the one, allowed of the other");
    }
}

/// A random complete deployment that is supported.
pub fn supported(rng: &mut Rng, version: Version) -> Deployment {
    let fleet = Fleet::small(rng);
    supported_of(rng, version, fleet)
}

/// A random complete deployment of so many machines that is supported.
pub fn supported_of(rng: &mut Rng, version: Version, fleet: Fleet) -> Deployment {
    let mut deployment = complete(rng, version, fleet);
    while let Some(culprit) = culprit(rng, &deployment) {
        draw_anew(rng, &mut deployment, culprit, fleet.alike);
    }
    deployment
}

/// A random complete deployment that is not supported, as chance has it: most break
/// several requirements.
pub fn unsupported(rng: &mut Rng, version: Version) -> Deployment {
    loop {
        let fleet = Fleet::small(rng);
        let deployment = complete(rng, version, fleet);
        if verdict(&deployment) == Verdict::NotSupported {
            return deployment;
        }
    }
}

/// A random complete deployment that would be supported but for a single answer.
pub fn one_fault(rng: &mut Rng, version: Version) -> Deployment {
    let supported = supported(rng, version);
    let places: Vec<AnswerRef> = supported
        .subjects()
        .flat_map(|subject| generate::questions_of(subject).map(|(place, _)| place))
        .filter(|place| ![PURPOSE.slot(), VERSION.slot()].contains(&place.slot))
        .collect();
    loop {
        let mut faulty = supported.clone();
        let place = places[rng.usize(..places.len())];
        draw_anew(rng, &mut faulty, place, false);
        if verdict(&faulty) == Verdict::NotSupported {
            return faulty;
        }
    }
}

/// A deployment that was supported until so many answers were drawn anew, whatever that did.
pub fn broken(rng: &mut Rng, version: Version, fleet: Fleet, faults: usize) -> Deployment {
    let mut deployment = supported_of(rng, version, fleet);
    let subjects: Vec<Subject> = deployment.subjects().collect();
    for _ in 0..faults {
        let subject = subjects[rng.usize(..subjects.len())];
        let questions: Vec<_> = generate::questions_of(subject).collect();
        let (place, _) = questions[rng.usize(..questions.len())];
        if ![VERSION.slot(), PURPOSE.slot()].contains(&place.slot) {
            draw_anew(rng, &mut deployment, place, false);
        }
    }
    deployment
}

/// The verdict of a deployment.
pub fn verdict(deployment: &Deployment) -> Verdict {
    assess(deployment, some_day()).verdict
}

/// One of the answers by which a requirement is broken.
fn culprit(rng: &mut Rng, deployment: &Deployment) -> Option<AnswerRef> {
    let assessment = assess(deployment, some_day());
    let finding = assessment.with(Severity::Requirement, Outcome::Violated).next()?;
    let evidence = assessment.evidence_of(finding);
    let others: Vec<AnswerRef> = evidence.iter().copied().filter(|answer| !DECIDING.contains(&answer.slot)).collect();
    let among = if others.is_empty() || rng.u8(..) < 16 { evidence } else { others };
    Some(among[rng.usize(..among.len())])
}

fn draw_anew(rng: &mut Rng, deployment: &mut Deployment, place: AnswerRef, alike: bool) {
    let kind = &place.question().kind;
    let value = generate::value(rng, kind, deployment.hosts().len(), deployment.guests().len());
    let answer = value.map_or(Answer::NotAsked, Answer::Given);
    deployment.set(place, answer.clone()).expect("an allowed value");
    if alike && place.subject.kind() != SubjectKind::Deployment {
        spread(deployment, place, &answer);
    }
}
