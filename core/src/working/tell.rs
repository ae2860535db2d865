//! Walks a condition and finds the part that settles it.

use super::Standing;
use crate::condition::{Condition, Facts};
use crate::deployment::Subject;
use crate::truth::Truth;

/// A part of a condition in words: no capital letter at its beginning, no period at its end.
pub(super) struct Part {
    pub text: String,
    pub holds: Truth,
}

/// What is told of a condition.
pub(super) struct Told {
    pub standing: Standing,
    /// What settles it.
    pub key: Vec<Part>,
    /// What else led there.
    pub rest: Vec<Part>,
    /// The key is a sum, which says something even if it is undecided.
    pub sum: bool,
}

impl Told {
    pub(super) fn new(standing: Standing, text: String, holds: Truth) -> Self {
        Self { standing, key: vec![Part { text, holds }], rest: Vec::new(), sum: false }
    }

    /// The first of what settles it, in words.
    pub(super) fn first(&self) -> &str {
        self.key.first().map_or("", |part| &part.text)
    }
}

/// Where in a condition a part stands.
#[allow(clippy::struct_excessive_bools, reason = "each is of its own, and all of them combine")]
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub subject: Subject,
    /// It is what the rule checks, and not what says when the rule applies.
    pub checked: bool,
    /// It is one of several of which one is enough.
    pub any: bool,
    /// Everything else that it takes to break the rule is the case.
    pub sure: bool,
    /// Another answer to the question before it would break the rule outright, so the rule
    /// applies in any case.
    pub applies: bool,
}

impl Place {
    pub(super) const fn of(subject: Subject) -> Self {
        Self { subject, checked: true, any: false, sure: true, applies: false }
    }

    /// How a part that is decided stands here.
    pub(super) const fn standing(self, holds: Truth) -> Standing {
        match holds {
            Truth::Yes => Standing::Broken,
            Truth::No if self.checked => Standing::Kept,
            Truth::No => Standing::NotApplying,
            Truth::Unknown => Standing::Undecided,
        }
    }
}

/// Puts conditions into words.
pub(super) struct Teller<'a> {
    pub facts: &'a Facts<'a>,
    /// The rule is a requirement, and not advice.
    pub requirement: bool,
    /// The version of Exchange, in words.
    pub version: &'static str,
}

impl Teller<'_> {
    pub(super) fn judge(&self, condition: &Condition, subject: Subject) -> Truth {
        self.facts.judge(condition, subject, &mut Vec::new())
    }

    pub(super) fn tell(&self, condition: &Condition, place: Place) -> Told {
        match condition {
            Condition::Always => {
                let text = format!("it is so for every deployment of {}", self.version);
                Told::new(Standing::Broken, text, Truth::Yes)
            }
            Condition::Never => Told::new(place.standing(Truth::No), "it never is".to_owned(), Truth::No),
            Condition::All(parts) => self.all(parts, place),
            Condition::Any(parts) => self.any(parts, place),
            Condition::Match(slot, arms, otherwise) => self.by_choice(*slot, arms, otherwise, place),
            Condition::Bands(slot, bands, otherwise) => self.by_number(*slot, bands, otherwise, place),
            Condition::Short(balance) => self.sum(balance, condition, place),
            Condition::AGuestHere(inner) => self.a_guest_here(inner, condition, place),
            Condition::NodesShareAHost => self.nodes(condition, place),
            _ => self.leaf(condition, place),
        }
    }

    /// Of parts that are joined the last is what is checked; the others say when it applies.
    fn all(&self, parts: &[Condition], place: Place) -> Told {
        let truths: Vec<Truth> = parts.iter().map(|part| self.judge(part, place.subject)).collect();
        let last = parts.len().saturating_sub(1);
        let of = |at: usize| {
            let others = truths.iter().enumerate().all(|(other, truth)| other == at || *truth == Truth::Yes);
            let checked = place.checked && (at == last || place.applies);
            Place { checked, any: false, sure: place.sure && others, ..place }
        };
        let mut settled = parts.iter().enumerate().filter(|(at, _)| truths.get(*at) == Some(&Truth::No));
        if let Some((at, part)) = settled.next() {
            return self.tell(part, of(at));
        }
        let mut told =
            parts.last().map_or_else(|| self.tell(&Condition::Always, place), |part| self.tell(part, of(last)));
        for (at, part) in parts.iter().enumerate().take(last) {
            let gate = self.tell(part, of(at));
            let parts = gate.key.into_iter().chain(gate.rest);
            if place.applies && place.checked { told.key.extend(parts) } else { told.rest.extend(parts) }
        }
        if truths.contains(&Truth::Unknown) {
            told.standing = Standing::Undecided;
            // A sum that is not open itself says nothing about what is.
            told.sum &= truths.last() == Some(&Truth::Unknown);
        } else if place.applies && place.checked && last > 0 {
            let text = "one of these would be enough to keep it".to_owned();
            told.rest.push(Part { text, holds: Truth::Yes });
        }
        told
    }

    /// What holds is told of parts of which one is enough, and if none does, all of them.
    fn any(&self, parts: &[Condition], place: Place) -> Told {
        let holds = parts.iter().map(|part| self.judge(part, place.subject));
        let truths: Vec<Truth> = holds.collect();
        let truth = match () {
            () if truths.contains(&Truth::Yes) => Truth::Yes,
            () if truths.contains(&Truth::Unknown) => Truth::Unknown,
            () => Truth::No,
        };
        let place = Place { any: true, ..place };
        let mut told = Told { standing: place.standing(truth), key: Vec::new(), rest: Vec::new(), sum: false };
        for (part, holds) in parts.iter().zip(truths) {
            if truth == Truth::Yes && holds != truth {
                continue;
            }
            let Told { key, rest, .. } = self.tell(part, place);
            told.key.extend(key);
            told.rest.extend(rest);
            if truth == Truth::Yes && !place.checked {
                break;
            }
        }
        told
    }
}
