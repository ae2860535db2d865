//! The same deployment under every version of Exchange.

use super::{Advice, advise};
use crate::assess::{Outcome, Verdict, assess};
use crate::date::Date;
use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::lifecycle;
use crate::question::Key;
use crate::questions::Version;
use crate::questions::deployment::{CUMULATIVE_UPDATE, MEETS_SYSTEM_REQUIREMENTS, SERVICE_PACK, VERSION};
use crate::rule::Severity;

/// What a version would say of the deployment.
#[derive(Clone, Debug)]
pub struct UnderVersion {
    /// The version.
    pub version: Version,
    /// Whether it is the deployment's own.
    pub is_own: bool,
    /// Whether it is in support on the day that the deployment is judged for, in words.
    pub support: String,
    /// The verdict, with all else as it is answered. What belongs to an installed version
    /// (service pack, cumulative update, its system requirements) is open for the others.
    pub verdict: Verdict,
    /// How many requirements are broken.
    pub broken: usize,
    /// What it would take.
    pub advice: Advice,
}

/// The deployment under every version, in their order.
#[must_use]
pub fn under_every_version(deployment: &Deployment, today: Date) -> Vec<UnderVersion> {
    Version::ALL.iter().map(|version| under(deployment, *version, today)).collect()
}

fn under(deployment: &Deployment, version: Version, today: Date) -> UnderVersion {
    let is_own = deployment.get(VERSION) == Some(version);
    let mut tried = deployment.clone();
    if !is_own {
        put(&mut tried, VERSION, Answer::Given(Value::Choice(version.index())));
        put(&mut tried, SERVICE_PACK, Answer::NotAsked);
        put(&mut tried, CUMULATIVE_UPDATE, Answer::NotAsked);
        put(&mut tried, MEETS_SYSTEM_REQUIREMENTS, Answer::NotAsked);
    }
    let assessment = assess(&tried, today);
    let broken = assessment.with(Severity::Requirement, Outcome::Violated).count();
    let verdict = assessment.verdict;
    let support = lifecycle::of_version(version);
    let support = support.map_or_else(|| "not known".to_owned(), |dates| dates.in_words(assessment.as_of));
    UnderVersion { version, is_own, support, verdict, broken, advice: advise(&tried, today) }
}

fn put<T>(deployment: &mut Deployment, key: Key<T>, answer: Answer<Value>) {
    // A choice of the list, and no answer, are allowed.
    let _ = deployment.set(AnswerRef { subject: Subject::Deployment, slot: key.slot() }, answer);
}
