//! An answer that decides what else is asked.

use super::Standing;
use super::leaf::{missing, quoted};
use super::tell::{Part, Place, Teller, Told};
use super::words;
use crate::condition::{Condition, Facts, in_set, steps};
use crate::decimal::Decimal;
use crate::deployment::Answer;
use crate::question::Slot;
use crate::truth::Truth;

impl Teller<'_> {
    /// It depends on a choice.
    pub(super) fn by_choice(&self, slot: Slot, arms: &[(u64, Condition)], otherwise: &Condition, place: Place) -> Told {
        let subject = Facts::subject_for(slot, place.subject);
        let outright = |condition: &Condition| matches!(condition, Condition::Always);
        // Some choice breaks the rule by itself: then the choice is what is checked.
        let place = Place { applies: outright(otherwise) || arms.iter().any(|(_, arm)| outright(arm)), ..place };
        let name = self.named(slot, subject);
        let Answer::Given(value) = self.facts.answer(subject, slot) else {
            let mut told = self.open(slot, place);
            told.standing = Standing::Undecided;
            let named = arms.iter().map(|(set, arm)| (format!("if it is {}", quoted(slot, *set, " or ")), arm));
            let all: Vec<_> = named.chain([("if it is anything else".to_owned(), otherwise)]).collect();
            self.branches(&mut told, &all, place);
            return told;
        };
        let words = self.value(slot, value);
        let chosen = arms.iter().find(|(set, _)| in_set(value, *set));
        let (arm, set) = chosen.map_or((otherwise, None), |(set, arm)| (arm, Some(*set)));
        match arm {
            Condition::Always => {
                let accepted = arms.iter().filter(|(_, arm)| !outright(arm)).fold(0, |all, (set, _)| all | set);
                let tail = if outright(otherwise) {
                    format!("; it {} be {}", self.must(), quoted(slot, accepted, " or "))
                } else {
                    self.refused().to_owned()
                };
                Told::new(Standing::Broken, format!("{name}: {words}{tail}"), Truth::Yes)
            }
            Condition::Never if place.applies => {
                Told::new(Standing::Kept, format!("{name}: {words}, which this rule allows"), Truth::No)
            }
            Condition::Never => {
                let inside = set.and_then(|set| words::named(slot, set)).map_or("", |named| named.inside);
                let tail = if inside.is_empty() { String::new() } else { format!(", {inside}") };
                Told::new(Standing::NotApplying, format!("{name}: {words}{tail}"), Truth::No)
            }
            arm => {
                let mut told = self.tell(arm, place);
                if let Some(first) = told.key.first_mut() {
                    first.text = format!("with \"{words}\"{}, {}", self.about(subject), first.text);
                }
                told
            }
        }
    }

    /// It depends on a number.
    pub(super) fn by_number(
        &self,
        slot: Slot,
        bands: &[(Decimal, Condition)],
        otherwise: &Condition,
        place: Place,
    ) -> Told {
        let subject = Facts::subject_for(slot, place.subject);
        let number = |limit: Decimal| words::amount(limit.steps().into()) + words::unit(slot);
        let Answer::Given(value) = self.facts.answer(subject, slot) else {
            let mut told = self.open(slot, place);
            told.standing = Standing::Undecided;
            let below = bands.iter().map(|(limit, band)| (format!("if it is below {}", number(*limit)), band));
            let all: Vec<_> = below.chain([("otherwise".to_owned(), otherwise)]).collect();
            self.branches(&mut told, &all, place);
            return told;
        };
        let size = steps(value);
        let words = format!("{}: {}", self.named(slot, subject), self.value(slot, value));
        let at = bands.iter().position(|(limit, _)| size < limit.steps().into());
        let Some((limit, band)) = at.and_then(|at| bands.get(at)) else {
            let highest = bands.last().map_or(String::new(), |(limit, _)| number(*limit));
            return Told::new(Standing::Kept, format!("{words}; {highest} or more is enough in any case"), Truth::No);
        };
        let limit = number(*limit);
        if matches!(band, Condition::Always) {
            let text = format!("{words}; {limit} or more is {} in any case", self.needed());
            return Told::new(Standing::Broken, text, Truth::Yes);
        }
        let inner = self.tell(band, Place { checked: false, applies: true, ..place });
        let (standing, text) = match self.judge(band, place.subject) {
            Truth::Yes => (Standing::Broken, format!("{words}; {limit} or more is {} with", self.needed())),
            Truth::No => (Standing::Kept, format!("{words}; less than {limit} is enough with")),
            Truth::Unknown => {
                let text = format!("{words}, less than {limit}");
                let mut told = Told::new(Standing::Undecided, text, Truth::Unknown);
                told.rest.extend(inner.key);
                return told;
            }
        };
        Told::new(standing, format!("{text} {}", inner.first()), self.judge(band, place.subject))
    }

    /// The answer that decides is missing.
    fn open(&self, slot: Slot, place: Place) -> Told {
        let subject = Facts::subject_for(slot, place.subject);
        let absent = missing(self.facts.answer(subject, slot));
        Told::new(Standing::Undecided, format!("{}: {absent}", self.named(slot, subject)), Truth::Unknown)
    }

    /// What each branch would come to.
    fn branches(&self, told: &mut Told, all: &[(String, &Condition)], place: Place) {
        let mut truths = Vec::new();
        for (when, branch) in all {
            let holds = self.judge(branch, place.subject);
            truths.push(holds);
            let comes = match (holds, branch) {
                (Truth::Yes, _) => "broken".to_owned(),
                (Truth::No, Condition::Never) if !place.applies => "does not apply".to_owned(),
                (Truth::No, _) => "kept".to_owned(),
                (Truth::Unknown, _) => self.tell(branch, Place { sure: false, ..place }).first().to_owned(),
            };
            told.rest.push(Part { text: format!("{when}: {comes}"), holds });
        }
        if let Some(first) =
            truths.first().filter(|first| **first != Truth::Unknown && truths.iter().all(|one| one == *first))
        {
            told.standing = Place { checked: true, ..place }.standing(*first);
            told.key.iter_mut().for_each(|part| {
                part.holds = *first;
                part.text.push_str(", but it comes to the same with every answer");
            });
        }
    }
}
