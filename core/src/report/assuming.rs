//! What a report assumes: defaults that counted, and facts that it takes on trust; and
//! where the policy is silent.

use std::collections::BTreeSet;

use super::Report;
use crate::deployment::{AnswerRef, Subject, Value};
use crate::effort::Change;
use crate::question::{Question, Slot};
use crate::questions::deployment::{AS_OF, PURPOSE};
use crate::questions::question;
use crate::rules;

/// Something that the judgement rests on and nobody has checked.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// The question.
    pub question: &'static Question,
    /// Of what; in the order of the document.
    pub subjects: Vec<Subject>,
    /// What counts because there is no answer; none if the answer is taken on trust.
    pub left_out: Option<&'static str>,
}

impl Report<'_> {
    /// What was assumed: the defaults that decided something, then what is taken on trust.
    #[must_use]
    pub fn assumptions(&self) -> Vec<Assumption> {
        let deployment = self.assessment.deployment;
        let whole = |slot| AnswerRef { subject: Subject::Deployment, slot };
        let mut read = vec![whole(PURPOSE.slot()), whole(AS_OF.slot())];
        for finding in &self.assessment.findings {
            read.extend(self.assessment.evidence_of(finding));
        }
        read.sort_unstable();
        read.dedup();
        let (mut defaults, mut trusted): (Vec<Assumption>, Vec<Assumption>) = (Vec::new(), Vec::new());
        for at in read {
            let question = at.question();
            let (all, left_out) = match deployment.answer(at.subject, at.slot).given() {
                None if question.left_out.is_some() => (&mut defaults, question.left_out),
                // A conclusion that somebody has drawn from documents elsewhere.
                Some(Value::Flag(true)) if matches!(question.change, Change::WayOut(_)) => (&mut trusted, None),
                _ => continue,
            };
            match all.iter_mut().find(|known| known.question.slot() == at.slot) {
                Some(known) => known.subjects.push(at.subject),
                None => all.push(Assumption { question, subjects: vec![at.subject], left_out }),
            }
        }
        defaults.append(&mut trusted);
        defaults
    }

    /// An assumption as a sentence.
    #[must_use]
    pub fn assuming(&self, assumption: &Assumption) -> String {
        let name = assumption.question.name;
        let machines = self.machines(assumption.subjects.iter().copied());
        let of = if machines.is_empty() { String::new() } else { format!(" of {machines}") };
        match assumption.left_out {
            Some(counts) => format!("Assuming “{counts}” for “{name}”{of}, because it is not answered."),
            None => format!("Assuming that “{name}”{of} is true, as it was answered; it cannot be checked here."),
        }
    }

    /// What was answered and no rule of this version reads, although rules of other versions
    /// do: the policy is silent about it, which is not the same as supported.
    #[must_use]
    pub fn silent(&self) -> Vec<&'static Question> {
        let Some(version) = self.assessment.version else { return Vec::new() };
        let (mut here, mut elsewhere) = (BTreeSet::new(), BTreeSet::new());
        for rule in rules::all() {
            for row in rule.rows {
                let found = if row.versions.contains(version) { &mut here } else { &mut elsewhere };
                row.violated.reads(&mut |slot| {
                    found.insert(slot);
                });
            }
        }
        let deployment = self.assessment.deployment;
        let answered =
            |slot: &&Slot| deployment.subjects().any(|subject| deployment.answer(subject, **slot).given().is_some());
        elsewhere.difference(&here).filter(answered).map(|slot| question(*slot)).collect()
    }

    /// Where the policy is silent, as a sentence.
    #[must_use]
    pub fn silence(&self) -> Option<String> {
        let names: Vec<&str> = self.silent().iter().map(|question| question.name).collect();
        let label = self.assessment.version?.label();
        (!names.is_empty()).then(|| {
            format!(
                "No rule for {label} reads these answers: {}. There the policy, as far as it was read, is silent. Silent is not the same as supported.",
                names.join(", ")
            )
        })
    }
}
