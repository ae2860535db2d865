//! What to change at the least so that a deployment is supported.
//!
//! - `problem.rs`: what has to hold, and what may be changed; `candidates.rs`: to which values;
//! - `levers.rs`: which answers have to change so that one rule is not broken;
//! - `search.rs`: the smallest sets of answers that have to change;
//! - `values.rs`: what they are changed to;
//! - `steps.rs`: a set as steps, with what would serve as well;
//! - `remedies.rs`: single changes that mend one finding, and what they would break;
//! - `tell.rs`: all that in words, and as JSON;
//! - `versions.rs`: the same deployment under every version.
//!
//! Whatever is offered is judged once more by [`assess`] before it is.

mod candidates;
mod levers;
mod problem;
mod remedies;
mod search;
mod steps;
mod tell;
mod values;
mod versions;

pub use remedies::{Remedy, remedies};
pub use tell::{Told, told};
pub use versions::{UnderVersion, under_every_version};

use std::collections::BTreeSet;

use crate::assess::{Assessment, Outcome, Verdict, assess};
use crate::condition::{Condition, Facts};
use crate::date::Date;
use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::effort::{Change, Effort};
use crate::question::SubjectKind;
use crate::questions;
use crate::questions::deployment::VERSION;
use crate::rule::{Rule, Severity};
use levers::{Levers, State};
use problem::Problem;
use search::{Budget, Findings, search};

/// One answer that is changed, or given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which answer.
    pub at: AnswerRef,
    /// What it is now.
    pub from: Answer<Value>,
    /// What it becomes; for an open answer, one that serves.
    pub to: Value,
    /// What serves as well, in words: `at most 12`; empty if only this does.
    pub or: String,
}

/// A set of changes that are enough.
#[derive(Clone, Debug)]
pub struct Set {
    /// What is changed, in the order of the document.
    pub changes: Vec<Step>,
    /// Ways out of their own that are needed as well: a validation, hardware, another hypervisor.
    pub ways_out: Vec<Step>,
    /// Open answers that have to turn out so.
    pub provided: Vec<Step>,
    /// The deployment with all of them.
    pub deployment: Deployment,
    /// The verdict then, by the same judgement: supported; or undetermined where machines
    /// have still to be listed.
    pub verdict: Verdict,
    /// What is broken then and is not now.
    pub breaks: Vec<(&'static Rule, Subject, Severity)>,
}

impl Set {
    /// What the changes cost together, to compare sets by; see [`Effort::weight`].
    #[must_use]
    pub fn weight(&self) -> u32 {
        let steps = self.changes.iter().chain(&self.ways_out);
        steps.filter_map(|step| step.at.question().change.effort()).map(Effort::weight).sum()
    }

    fn steps(&self) -> impl Iterator<Item = AnswerRef> + '_ {
        self.changes.iter().chain(&self.ways_out).map(|step| step.at)
    }

    /// The kinds of change in it, each once, with how many answers it concerns.
    #[must_use]
    pub fn efforts(&self) -> Vec<(&'static Effort, usize)> {
        let mut efforts: Vec<(&'static Effort, usize)> = Vec::new();
        let steps = self.changes.iter().chain(&self.ways_out);
        for effort in steps.filter_map(|step| step.at.question().change.effort()) {
            match efforts.iter_mut().find(|(known, _)| known.id == effort.id) {
                Some((_, count)) => *count += 1,
                None => efforts.push((effort, 1)),
            }
        }
        efforts
    }
}

/// A requirement that no change mends, and the ways out of their own.
#[derive(Clone, Debug)]
pub struct Blocked {
    /// The rule.
    pub rule: &'static Rule,
    /// About what.
    pub subject: Subject,
    /// The ways out; physical servers are always one.
    pub ways_out: Vec<&'static Effort>,
}

/// What can be advised.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// Whether there is nothing to change and nothing to answer: it is supported.
    pub is_met: bool,
    /// The sets, by the number of changes, then by what they cost; at most five. Those with
    /// ways out are there only if there are none without.
    pub sets: Vec<Set>,
    /// Whether the first set is proven to be a smallest one. Otherwise they are small, and there
    /// may be smaller ones.
    pub exact: bool,
    /// What no change mends.
    pub blocked: Vec<Blocked>,
    /// Whether the work was given up before anything was found.
    pub gave_up: bool,
}

/// Up to so many hosts and guests the search goes on until it has proven what it found.
const EXACT_UP_TO: (usize, usize) = (4, 12);
/// Beyond, so many assessments' worth of work is done.
const ASSESSMENTS: u64 = 1_000;
/// Within, so many: a guard, far above what was ever needed.
const ASSESSMENTS_IF_EXACT: u64 = 30_000;

/// Of more guests nothing is advised: a page has to answer before the finger leaves the key.
const MOST_GUESTS: usize = 500;

/// The smallest sets of changes with which a deployment is supported, each judged again.
/// A lab is advised as if it were in production.
#[must_use]
pub fn advise(deployment: &Deployment, today: Date) -> Advice {
    let Some(mut problem) = Problem::new(deployment, &[]) else { return Advice::default() };
    let base = problem.base.clone();
    let now = assess(&base, today);
    if now.verdict == Verdict::Supported {
        return Advice { is_met: true, exact: true, ..Advice::default() };
    }
    if deployment.guests().len() > MOST_GUESTS {
        return Advice { gave_up: true, ..Advice::default() };
    }
    let work = now.findings.len() as u64;
    let is_small = deployment.hosts().len() <= EXACT_UP_TO.0 && deployment.guests().len() <= EXACT_UP_TO.1;
    let allowed = work * if is_small { ASSESSMENTS_IF_EXACT } else { ASSESSMENTS };
    let mut advice = Advice { exact: true, ..Advice::default() };
    let mut taken: Vec<AnswerRef> = Vec::new();
    loop {
        let (blocked, ways_out) = blocked(&problem);
        if advice.blocked.is_empty() {
            advice.blocked = blocked;
        }
        if never(&problem) {
            return advice;
        }
        if ways_out.is_empty() {
            let findings = search(&problem, &mut Budget { left: allowed });
            let nothing = findings.found.is_empty() && !findings.cut_short;
            let hardware = hardware(&problem);
            if nothing && !hardware.is_empty() {
                taken.extend(hardware);
            } else {
                advice.take(&problem, deployment, &now, findings, today);
                return advice;
            }
        }
        taken.extend(ways_out);
        match Problem::new(deployment, &taken) {
            Some(wider) => problem = wider,
            None => return advice,
        }
    }
}

/// What the hosts have, where that is answered: with more of it there is room for everything.
fn hardware(problem: &Problem) -> Vec<AnswerRef> {
    let hosts = problem.base.subjects().filter(|subject| matches!(subject, Subject::Host(_)));
    let of_host = |subject| {
        questions::about(SubjectKind::Host).iter().map(move |question| AnswerRef { subject, slot: question.slot() })
    };
    let is_hardware = |at: &AnswerRef| {
        matches!(at.question().change, Change::WayOut(_)) && problem.base.answer(at.subject, at.slot).given().is_some()
    };
    hosts.flat_map(of_host).filter(is_hardware).collect()
}

impl Advice {
    fn take(
        &mut self,
        problem: &Problem,
        original: &Deployment,
        now: &Assessment<'_>,
        findings: Findings,
        today: Date,
    ) {
        let Findings { mut found, cut_short, unproven } = findings;
        self.exact = !unproven;
        if found.is_empty() && cut_short {
            self.exact = false;
            found.extend(search::dive(problem, &mut Budget { left: ASSESSMENTS * now.findings.len() as u64 }));
            self.gave_up = found.is_empty();
        }
        let sets = found.into_iter().filter_map(|found| steps::set(problem, original, now, found, today));
        let mut sets: Vec<Set> = sets.collect();
        sets.sort_by_key(|set| (set.ways_out.len(), set.changes.len(), set.weight()));
        for set in sets {
            // Where the work was cut short, a set can turn out to be smaller than it looked.
            let covers = |other: &Set| other.steps().all(|at| set.steps().any(|own| own == at));
            if !self.sets.iter().any(covers) {
                self.sets.push(set);
            }
        }
    }
}

/// Whether a rule is broken whatever is answered.
fn never(problem: &Problem) -> bool {
    problem.checks.iter().any(|check| matches!(check.row.violated, Condition::Always))
}

/// The requirements that no change mends, each with the ways out among what it reads; and of
/// each the cheapest way out, as the answer that it would change.
fn blocked(problem: &Problem) -> (Vec<Blocked>, Vec<AnswerRef>) {
    let levers = Levers { problem, facts: Facts::new(&problem.base), excluded: &[] };
    let (mut blocked, mut taken) = (Vec::new(), Vec::new());
    for check in &problem.checks {
        if !matches!(levers.state(&check.row.violated, check.subject), State::Stuck) {
            continue;
        }
        let mut evidence = Vec::new();
        levers.facts.deciding(&check.row.violated, check.subject, &mut evidence);
        evidence.retain(|at| matches!(at.question().change, Change::WayOut(_)) && at.slot != VERSION.slot());
        let mut ways_out: Vec<&'static Effort> = Vec::new();
        for effort in evidence.iter().filter_map(|at| at.question().change.effort()) {
            if !ways_out.iter().any(|known| known.id == effort.id) {
                ways_out.push(effort);
            }
        }
        if matches!(check.row.violated, Condition::Always) {
            ways_out.push(&crate::effort::NEWER_VERSION);
        }
        if ways_out.is_empty() {
            // A change that goes too far for a deployment of the same machines: the only role
            // of a machine is moved away, say.
            let mut read: Vec<&'static Effort> = Vec::new();
            check.row.violated.reads(&mut |slot| read.extend(questions::question(slot).change.effort()));
            ways_out.extend(read.first().copied());
        }
        taken.extend(evidence.into_iter().min_by_key(|at| (Problem::weight(*at), *at)));
        blocked.push(Blocked { rule: check.rule, subject: check.subject, ways_out });
    }
    taken.sort_unstable();
    taken.dedup();
    (blocked, taken)
}

/// What is violated: rule, subject and what follows.
fn violated(assessment: &Assessment<'_>) -> BTreeSet<(&'static str, Subject)> {
    let violated = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
    violated.map(|finding| (finding.rule.id, finding.subject)).collect()
}

/// What is broken in the one and not in the other.
fn newly_broken(
    before: &BTreeSet<(&'static str, Subject)>,
    after: &Assessment<'_>,
) -> Vec<(&'static Rule, Subject, Severity)> {
    let violated = after.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
    let new = violated.filter(|finding| !before.contains(&(finding.rule.id, finding.subject)));
    new.map(|finding| (finding.rule, finding.subject, finding.row.severity)).collect()
}
