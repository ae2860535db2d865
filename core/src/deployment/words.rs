//! Answers as a person reads them, and the way back from a path to its question.

use super::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::choice::Choice;
use crate::question::{Kind, Slot};
use crate::questions;

/// The words of the answer that everybody may give.
pub const NOT_KNOWN: &str = "I do not know";

impl Deployment {
    /// The question that a path leads to, as [`Deployment::path`] writes it.
    #[must_use]
    pub fn at_path(&self, path: &str) -> Option<AnswerRef> {
        let (subject, rest) = if let Some((id, rest)) = machine(path, "hosts[") {
            let index = self.hosts().iter().position(|host| host.id() == id)?;
            (Subject::Host(HostIndex(u32::try_from(index).ok()?)), rest)
        } else if let Some((id, rest)) = machine(path, "vms[") {
            let index = self.guests().iter().position(|guest| guest.id() == id)?;
            (Subject::Guest(GuestIndex(u32::try_from(index).ok()?)), rest)
        } else {
            (Subject::Deployment, path)
        };
        let question = questions::about(subject.kind()).iter().find(|question| question.path == rest)?;
        Some(AnswerRef { subject, slot: Slot { subject: subject.kind(), slot: question.slot } })
    }

    /// An answer as a person reads it; nothing if the question is not asked.
    #[must_use]
    pub fn answer_in_words(&self, at: AnswerRef) -> Option<String> {
        match self.answer(at.subject, at.slot) {
            Answer::NotAsked => None,
            Answer::NotKnown => Some(NOT_KNOWN.to_owned()),
            Answer::Given(value) => Some(self.value_in_words(&at.question().kind, value)),
        }
    }

    /// A value as a person reads it.
    #[must_use]
    pub fn value_in_words(&self, kind: &Kind, value: &Value) -> String {
        let choices: &[Choice] = match kind {
            Kind::Choice(list) | Kind::Set { of: list, .. } => list,
            _ => &[],
        };
        let joined = |parts: Vec<&str>| if parts.is_empty() { "None".to_owned() } else { parts.join(", ") };
        match (value, kind) {
            (Value::Flag(true), _) => "Yes".to_owned(),
            (Value::Flag(false), _) => "No".to_owned(),
            (Value::Amount(amount), Kind::Amount { unit, .. }) if !unit.is_empty() => format!("{amount} {unit}"),
            (Value::Amount(amount), _) => amount.to_string(),
            (Value::Count(count), _) => count.to_string(),
            (Value::Choice(place), _) => {
                choices.get(usize::from(*place)).map_or(String::new(), |choice| choice.label.to_owned())
            }
            (Value::Set(bits), _) => {
                let chosen = choices.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
                joined(chosen.map(|(_, choice)| choice.label).collect())
            }
            (Value::Date(day), _) => day.to_string(),
            (Value::Text(text), _) => text.to_string(),
            (Value::Host(host), _) => self.machine_name(Subject::Host(*host)).to_owned(),
            (Value::Guests(guests), _) => {
                joined(guests.iter().map(|guest| self.machine_name(Subject::Guest(*guest))).collect())
            }
        }
    }

    /// The id of a machine; nothing for the deployment.
    #[must_use]
    pub fn machine_name(&self, subject: Subject) -> &str {
        self.id(subject)
    }
}

/// The id and the rest of `hosts[ID].rest`. An id has no bracket in it.
fn machine<'p>(path: &'p str, list: &str) -> Option<(&'p str, &'p str)> {
    path.strip_prefix(list)?.split_once("].")
}
