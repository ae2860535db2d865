//! For every rule and every version it speaks of: an example that breaks it, and the
//! nearest one that keeps it. Both are made from the rule's condition, so that nothing has
//! to be written down twice, and are judged like any other deployment.
//!
//! - `sketch.rs`: makes a condition hold; `values.rs`: the answers for that;
//! - `nearest.rs`: turns it with one answer.

mod nearest;
mod sketch;
mod values;

use crate::deployment::{AnswerRef, Deployment, GuestIndex, HostIndex, Subject};
use crate::question::SubjectKind;
use crate::questions::deployment::VERSION;
use crate::questions::{Version, full_name};
use crate::rule::Rule;
use sketch::Sketch;

/// A deployment, with the answers in it that matter for the rule.
#[derive(Clone, Debug)]
pub struct Example {
    /// The deployment. Nothing is answered in it that the rule does not read.
    pub deployment: Deployment,
    /// The answers that matter.
    pub shown: Vec<AnswerRef>,
}

impl Example {
    /// Its answers that matter, in words: `memory: 16 GB`, with the machine where there are several.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        let say = |at: &AnswerRef| {
            let name = full_name(at.question());
            let answer = self.deployment.answer_in_words(*at).unwrap_or_default();
            let of = match at.subject {
                Subject::Host(_) if self.deployment.hosts().len() > 1 => self.deployment.subject_name(at.subject),
                Subject::Guest(_) if self.deployment.guests().len() > 1 => self.deployment.subject_name(at.subject),
                _ => String::new(),
            };
            match of.split_once(':') {
                Some((_, id)) => format!("{name} of {id}: {answer}"),
                None => format!("{name}: {answer}"),
            }
        };
        self.shown.iter().map(say).collect()
    }
}

/// The two examples of a rule for a version.
#[derive(Clone, Debug)]
pub struct Examples {
    /// What the rule is looked at for in both.
    pub subject: Subject,
    /// It breaks the rule; shown is all that the rule reads.
    pub breaking: Example,
    /// It keeps it; shown is what differs from the other. A rule that is broken in every
    /// case is kept by another version only, which the rule does not speak of.
    pub keeping: Example,
}

/// The examples of a rule for a version; none if the rule does not speak of it.
#[must_use]
pub fn examples(rule: &Rule, version: Version) -> Option<Examples> {
    let condition = &rule.row(version)?.violated;
    let mut sketch = Sketch::new(rule, condition, version);
    sketch.make(condition, true);
    let subject = of_kind(rule.subject);
    let keeping = sketch.nearest(condition, subject)?;
    let mut shown = Vec::new();
    condition.reads(&mut |slot| {
        shown.extend(sketch.deployment.subjects().filter_map(|subject| sketch.answered(AnswerRef { subject, slot })));
    });
    let mut once = Vec::new();
    shown.retain(|at| {
        !once.contains(at) && {
            once.push(*at);
            true
        }
    });
    if shown.is_empty() {
        shown.push(AnswerRef { subject: Subject::Deployment, slot: VERSION.slot() });
    }
    let differs = |at: &AnswerRef| keeping.answer(at.subject, at.slot) != sketch.deployment.answer(at.subject, at.slot);
    let differing = shown.iter().copied().filter(differs).collect();
    Some(Examples {
        subject,
        breaking: Example { deployment: sketch.deployment, shown },
        keeping: Example { deployment: keeping, shown: differing },
    })
}

/// The deployment, the first host or the first guest.
const fn of_kind(kind: SubjectKind) -> Subject {
    match kind {
        SubjectKind::Deployment => Subject::Deployment,
        SubjectKind::Host => Subject::Host(HostIndex(0)),
        SubjectKind::Guest => Subject::Guest(GuestIndex(0)),
    }
}
