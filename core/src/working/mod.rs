//! A rule's own arithmetic with the answers filled in: why it is broken, kept or does not
//! apply. Everything is derived from the condition; no rule has a text for it.
//!
//! - `tell.rs`: walks the condition and finds the part that settles it;
//! - `leaf.rs`: one answer against what is asked of it;
//! - `branch.rs`: an answer that decides what else is asked;
//! - `sum.rs`: what the guests need against what there is, and `addends.rs`: where that comes from;
//! - `machines.rs`: conditions about several machines at once;
//! - `words.rs`: numbers, names and lists.
//!
//! In a condition whose parts are joined the catalogue puts last what is checked; the parts
//! before it say when the rule applies. That tells "kept" from "does not apply".

mod addends;
mod branch;
mod leaf;
mod machines;
mod sum;
mod tell;
mod words;

use crate::assess::{Assessment, Finding, Outcome};
use crate::deployment::AnswerRef;
use crate::rule::Severity;
use crate::truth::Truth;
use tell::{Part, Place, Teller, Told};

/// One line of a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says, with the answers filled in; one sentence or more.
    pub text: String,
    /// Whether this part of the condition holds; a rule is broken if its whole condition does.
    pub holds: Truth,
}

/// How a rule stands with one subject: an outcome, and where it is satisfied, how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is broken.
    Broken,
    /// It applies and is kept.
    Kept,
    /// What it is about is not the case here.
    NotApplying,
    /// Answers are missing.
    Undecided,
}

impl Standing {
    /// In words, as a working begins.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Broken => "Broken",
            Self::Kept => "Kept",
            Self::NotApplying => "Does not apply",
            Self::Undecided => "Undecided",
        }
    }
}

/// The longest that a first line gets by joining parts, in bytes.
const LONGEST: usize = 260;

impl Assessment<'_> {
    /// How a rule stands with its subject.
    #[must_use]
    pub fn standing(&self, finding: &Finding) -> Standing {
        match finding.outcome {
            Outcome::Violated => Standing::Broken,
            Outcome::Unknown => Standing::Undecided,
            Outcome::Satisfied => self.told(finding).standing,
        }
    }

    /// The condition of a finding's rule with the answers filled in: first what came out and
    /// the part that settled it, or the answers that are missing; then part by part what led
    /// there. Never empty.
    #[must_use]
    pub fn working(&self, finding: &Finding) -> Vec<Line> {
        let mut told = self.told(finding);
        let teller = self.teller(finding);
        let mut lead = told.standing.words().to_owned();
        lead.push('.');
        let mut left = Vec::new();
        let missing = self.missing_of(finding);
        let undecided = told.standing == Standing::Undecided;
        // One open answer says itself that it is open, and what it would do.
        let open = |part: &Part| part.holds == Truth::Unknown;
        let alone =
            !told.sum && missing.len() == 1 && told.key.iter().chain(&told.rest).filter(|part| open(part)).count() == 1;
        if alone {
            told.key.append(&mut told.rest);
            if let Some(at) = told.key.iter().position(open) {
                let part = told.key.remove(at);
                told.key.insert(0, part);
            }
        }
        let mut told_one = false;
        for part in told.key {
            let goes = left.is_empty() && (!undecided || told.sum || (alone && open(&part)));
            let fits = !told_one || lead.len() + part.text.len() < LONGEST;
            if goes && fits {
                told_one = true;
                lead.push(' ');
                lead.push_str(&words::sentence(&part.text));
            } else {
                left.push(part);
            }
        }
        let mut lines = vec![Line { text: lead, holds: outcome(finding.outcome) }];
        if undecided && !alone {
            let mut open = String::from("not answered: ");
            for group in not_answered(&teller, missing) {
                if open.len() + group.len() > LONGEST {
                    say(&mut lines, &open);
                    open = String::from("not answered either: ");
                }
                if !open.ends_with(": ") {
                    open.push_str("; ");
                }
                open.push_str(&group);
            }
            say(&mut lines, &open);
        }
        for part in left.into_iter().chain(told.rest) {
            let text = words::sentence(&part.text);
            if lines.iter().all(|line| line.text != text) {
                lines.push(Line { text, holds: part.holds });
            }
        }
        lines
    }

    fn teller(&self, finding: &Finding) -> Teller<'_> {
        Teller {
            facts: self.facts(),
            requirement: finding.row.severity == Severity::Requirement,
            version: self.version.map_or("", crate::questions::Version::label),
        }
    }

    fn told(&self, finding: &Finding) -> Told {
        self.teller(finding).tell(&finding.row.violated, Place::of(finding.subject))
    }
}

/// Adds a sentence to the first line, or a line if it would get too long.
fn say(lines: &mut Vec<Line>, text: &str) {
    let text = words::sentence(text);
    match lines.as_mut_slice() {
        [first] if first.text.len() + text.len() < LONGEST + 30 => {
            first.text.push(' ');
            first.text.push_str(&text);
        }
        _ => lines.push(Line { text, holds: Truth::Unknown }),
    }
}

/// The missing answers, question by question, each with its machines.
fn not_answered(teller: &Teller<'_>, missing: &[AnswerRef]) -> Vec<String> {
    let mut slots = Vec::new();
    for at in missing {
        if !slots.contains(&at.slot) {
            slots.push(at.slot);
        }
    }
    let of = |slot| {
        let subjects: Vec<_> = missing.iter().filter(|at| at.slot == slot).map(|at| at.subject).collect();
        let mut text = crate::questions::question(slot).name.to_owned();
        text.push_str(&teller.about_all(&subjects));
        text
    };
    slots.into_iter().map(of).collect()
}

const fn outcome(outcome: Outcome) -> Truth {
    match outcome {
        Outcome::Violated => Truth::Yes,
        Outcome::Satisfied => Truth::No,
        Outcome::Unknown => Truth::Unknown,
    }
}
