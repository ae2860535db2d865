//! The writer. What it writes the reader reads as the same deployment.

use std::borrow::Cow;

use super::json::Json;
use super::{Answer, Answers, Deployment, FORMAT, GuestIndex, HostIndex, Machine, Subject, Value};
use crate::choice::Choice;
use crate::question::{Kind, Question, SubjectKind};
use crate::questions;
use crate::questions::deployment::SOLUTIONS;

/// Members of an object that is being built.
type Members<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

impl Deployment {
    /// The document. Printed with `{}` it is one line, with `{:#}` indented.
    #[must_use]
    pub fn to_json(&self) -> Json<'_> {
        let mut members: Members<'_> = vec![("format".into(), FORMAT.into())];
        // The machines stand where the format document has them: before high availability.
        let all = questions::deployment::QUESTIONS;
        let (before, after) = all.split_at(usize::from(SOLUTIONS.slot().slot).min(all.len()));
        self.write(before, "", &self.answers, &mut members);
        for (key, machines, about) in
            [("hosts", &self.hosts, SubjectKind::Host), ("vms", &self.guests, SubjectKind::Guest)]
        {
            put_list(&mut members, key, machines, |machine| self.machine(machine, about));
        }
        self.write(after, "", &self.answers, &mut members);
        match self.sizing {
            Answer::NotAsked => {}
            Answer::NotKnown => members.push(("sizing".into(), Json::Null)),
            Answer::Given(()) => members.push(("sizing".into(), Json::Object(Vec::new()))),
        }
        put_list(&mut members, "accepted", &self.accepted, |accepted| {
            let mut members: Members<'_> = vec![
                ("rule".into(), accepted.rule.as_ref().into()),
                ("subject".into(), self.subject_name(accepted.subject).into()),
                ("reason".into(), accepted.reason.as_ref().into()),
            ];
            put(&mut members, "owner", &accepted.owner, |owner| owner.as_ref().into());
            put(&mut members, "review_on", &accepted.review_on, |day| (*day).into());
            Json::Object(members)
        });
        Json::Object(members)
    }

    fn machine<'a>(&'a self, machine: &'a Machine, about: SubjectKind) -> Json<'a> {
        let mut members: Members<'a> = vec![("id".into(), machine.id().into())];
        self.write(questions::about(about), "", &machine.answers, &mut members);
        Json::Object(members)
    }

    /// Writes the answers to questions whose paths begin with the prefix.
    fn write<'a>(
        &'a self,
        questions: &'static [Question],
        prefix: &str,
        answers: &'a Answers,
        members: &mut Members<'a>,
    ) {
        let mut rest = questions;
        while let [question, others @ ..] = rest {
            let name = question.path.get(prefix.len()..).unwrap_or_default();
            let Some((group, _)) = name.split_once('.') else {
                put(members, name, answers.at(question.slot), |value| self.value(&question.kind, value));
                rest = others;
                continue;
            };
            let inner_prefix = question.path.get(..prefix.len() + group.len() + 1).unwrap_or_default();
            let length = rest.iter().take_while(|question| question.path.starts_with(inner_prefix)).count();
            let (inner, after) = rest.split_at(length);
            let mut inside = Vec::new();
            self.write(inner, inner_prefix, answers, &mut inside);
            if !inside.is_empty() {
                members.push((group.into(), Json::Object(inside)));
            }
            rest = after;
        }
    }

    /// A value as the document writes it.
    #[must_use]
    pub fn value<'a>(&'a self, kind: &Kind, value: &'a Value) -> Json<'a> {
        let choices: &'static [Choice] = match kind {
            Kind::Choice(list) | Kind::Set { of: list, .. } => list,
            _ => &[],
        };
        match value {
            Value::Flag(flag) => (*flag).into(),
            Value::Count(count) => (*count).into(),
            Value::Amount(amount) => (*amount).into(),
            Value::Choice(index) => choices.get(usize::from(*index)).map(|choice| choice.id).into(),
            Value::Set(bits) => {
                let members = choices.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
                Json::list(members.map(|(_, choice)| choice.id))
            }
            Value::Date(date) => (*date).into(),
            Value::Text(text) => text.as_ref().into(),
            Value::Host(HostIndex(index)) => self.id(Subject::Host(HostIndex(*index))).into(),
            Value::Guests(guests) => {
                Json::list(guests.iter().map(|GuestIndex(index)| self.id(Subject::Guest(GuestIndex(*index)))))
            }
        }
    }
}

fn put<'a, T>(members: &mut Members<'a>, key: &'static str, answer: &'a Answer<T>, write: impl Fn(&'a T) -> Json<'a>) {
    match answer {
        Answer::NotAsked => {}
        Answer::NotKnown => members.push((key.into(), Json::Null)),
        Answer::Given(value) => members.push((key.into(), write(value))),
    }
}

fn put_list<'a, T>(
    members: &mut Members<'a>,
    key: &'static str,
    list: &'a Answer<Vec<T>>,
    write: impl Fn(&'a T) -> Json<'a>,
) {
    put(members, key, list, |list| Json::Array(list.iter().map(&write).collect()));
}
