//! What to change at the least so that a deployment is supported.

use crate::assess::Verdict;
use crate::date::Date;
use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::effort::Effort;
use crate::rule::{Rule, Severity};

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
    /// Ways out of their own that are among the changes: a validation, hardware, another hypervisor.
    pub ways_out: Vec<Step>,
    /// Open answers that have to turn out so.
    pub provided: Vec<Step>,
    /// The deployment with all of them.
    pub deployment: Deployment,
    /// The verdict then, by the same judgement.
    pub verdict: Verdict,
    /// What is broken then and is not now.
    pub breaks: Vec<(&'static Rule, Subject, Severity)>,
}

/// What can be advised.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// The sets, by the number of changes, then by what they cost; at most five.
    pub sets: Vec<Set>,
    /// Whether the first is known to be the smallest, and no smaller ones are left out.
    pub exact: bool,
    /// What no change mends, and the ways out.
    pub blocked: Vec<(&'static Rule, Subject, Vec<&'static Effort>)>,
}

/// The smallest sets of changes with which a deployment is supported.
#[must_use]
pub fn advise(_deployment: &Deployment, _today: Date) -> Advice {
    Advice::default()
}
