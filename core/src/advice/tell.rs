//! Advice in words, for page, command line and report.

use super::{Advice, Set, Step, UnderVersion};
use crate::assess::Verdict;
use crate::deployment::json::Json;
use crate::deployment::{Deployment, Subject, Value};
use crate::effort::Effort;
use crate::question::{Kind, Question, Slot};
use crate::questions::deployment::VERSION;
use crate::text::capitalized;

/// One change, for all machines for which it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The question whose answer changes.
    pub question: &'static str,
    /// The path of the first answer.
    pub path: String,
    /// The question's place in the tables: hosts and guests both have a memory.
    pub slot: Slot,
    /// The answer now; empty if it is open.
    pub from: String,
    /// The answer then.
    pub to: String,
    /// The machines, by their ids; none for the deployment.
    pub machines: Vec<String>,
    /// The kind of change, unless only an answer is missing.
    pub effort: Option<&'static str>,
}

impl Told {
    /// As a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let what = capitalized(self.question);
        let whom = if self.machines.is_empty() { String::new() } else { format!(" ({})", self.machines.join(", ")) };
        if self.from.is_empty() {
            format!("{what}{whom}: {}.", self.to)
        } else {
            format!("{what}{whom}: {} instead of {}.", self.to, self.from)
        }
    }
}

/// Steps in words, those that are the same for several machines together.
#[must_use]
pub fn told(steps: &[Step], deployment: &Deployment) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for step in steps {
        let question = step.at.question();
        let mut one = Told {
            question: question.name,
            path: deployment.path(step.at),
            slot: step.at.slot,
            from: step.from.given().map_or_else(String::new, |from| deployment.value_in_words(&question.kind, from)),
            to: to(step, question, deployment),
            machines: Vec::new(),
            effort: step.from.given().and(question.change.effort()).map(|effort| effort.id),
        };
        let machine = deployment.machine_name(step.at.subject).to_owned();
        let same = |other: &&mut Told| {
            (other.slot, &other.from, &other.to) == (one.slot, &one.from, &one.to) && !other.machines.is_empty()
        };
        match all.iter_mut().find(same) {
            Some(other) if step.at.subject != Subject::Deployment => other.machines.push(machine),
            _ => {
                one.machines.extend((step.at.subject != Subject::Deployment).then_some(machine));
                all.push(one);
            }
        }
    }
    all
}

/// The answer then, with what serves as well.
fn to(step: &Step, question: &Question, deployment: &Deployment) -> String {
    let value = deployment.value_in_words(&question.kind, &step.to);
    match (&question.kind, step.or.as_str()) {
        (_, "") => value,
        (Kind::Count { .. } | Kind::Amount { .. }, or) if or.starts_with("any") => or.to_owned(),
        (Kind::Count { .. } | Kind::Amount { .. }, or) => format!("{value} {or}"),
        (_, others) => format!("{value} (or: {others})"),
    }
}

impl Advice {
    /// What there is to say first: whole sentences.
    #[must_use]
    pub fn opening(&self, deployment: &Deployment) -> String {
        if deployment.get(VERSION).is_none() {
            return "The version of Exchange is not answered. Until it is, nothing can be advised.".to_owned();
        }
        if self.is_met {
            return "Every requirement holds. Nothing has to be changed.".to_owned();
        }
        let Some(first) = self.sets.first() else { return self.nothing() };
        let lists = if first.verdict == Verdict::Undetermined {
            " Machines have still to be listed: until then the verdict stays undetermined."
        } else {
            ""
        };
        let main = match (first.ways_out.is_empty(), first.changes.len()) {
            (true, 0) => "Nothing has to be changed if the open answers turn out as follows.".to_owned(),
            (true, count) => self.enough(count, first.verdict),
            (false, 0) => {
                "No change of settings helps; what is named as a way out of its own is needed, and is enough."
                    .to_owned()
            }
            (false, count) => {
                let more = if count == 1 {
                    "one more change is".to_owned()
                } else {
                    format!("{} more changes are", number(count))
                };
                format!("No change of settings alone helps. With what is named as a way out of its own, {more} enough.")
            }
        };
        let proof =
            if self.exact { "" } else { " This is what was found in a limited search: there may be smaller sets." };
        format!("{main}{proof}{lists}")
    }

    fn enough(&self, count: usize, verdict: Verdict) -> String {
        let what = if verdict == Verdict::Supported { "to make it supported" } else { "so that nothing is broken" };
        let fewer = if self.exact { "; with fewer it stays unsupported" } else { "" };
        match count {
            1 => format!("One change is enough {what}."),
            _ => format!("{} changes are enough {what}{fewer}.", capitalized(&number(count))),
        }
    }

    fn nothing(&self) -> String {
        if self.gave_up {
            return "In a limited search no set of changes was found. That does not mean that there is none: mend one finding after the other, or describe a part of the machines in a deployment of its own.".to_owned();
        }
        "No change of this deployment makes it supported. The ways out are other projects; each is named below. Exchange on physical servers, without a hypervisor, is always one of them.".to_owned()
    }

    /// As JSON; `deployment` is what was asked about.
    #[must_use]
    pub fn to_json<'a>(&'a self, deployment: &'a Deployment) -> Json<'a> {
        Json::object([
            ("opening", self.opening(deployment).into()),
            ("met", self.is_met.into()),
            ("exact", self.exact.into()),
            ("sets", Json::list(self.sets.iter().map(|set| set.to_json(deployment)))),
            (
                "blocked",
                Json::list(self.blocked.iter().map(|blocked| {
                    Json::object([
                        ("rule", blocked.rule.id.into()),
                        ("subject", deployment.subject_name(blocked.subject).into()),
                        ("ways_out", Json::list(blocked.ways_out.iter().map(|effort| effort.id))),
                    ])
                })),
            ),
        ])
    }
}

impl Set {
    /// What it costs, kind by kind, each as a sentence.
    #[must_use]
    pub fn costs(&self) -> Vec<(&'static Effort, String)> {
        let sentence = |effort: &Effort| format!("{}: {}.", effort.does.trim_end_matches('.'), effort.costs_in_short());
        self.efforts().into_iter().map(|(effort, _)| (effort, sentence(effort))).collect()
    }

    fn to_json<'a>(&'a self, deployment: &'a Deployment) -> Json<'a> {
        let steps = |steps: &'a [Step]| {
            Json::list(steps.iter().map(|step| {
                let kind = &step.at.question().kind;
                let value = |answer: Option<&'a Value>| -> Json<'a> {
                    answer.map_or(Json::Null, |value| deployment.value(kind, value))
                };
                Json::object([
                    ("path", deployment.path(step.at).into()),
                    ("from", value(step.from.given())),
                    ("to", value(Some(&step.to))),
                    ("or", step.or.clone().into()),
                    (
                        "effort",
                        step.from.given().and(step.at.question().change.effort()).map(|effort| effort.id).into(),
                    ),
                ])
            }))
        };
        Json::object([
            ("verdict", self.verdict.id().into()),
            ("changes", steps(&self.changes)),
            ("ways_out", steps(&self.ways_out)),
            ("provided", steps(&self.provided)),
            (
                "breaks",
                Json::list(self.breaks.iter().map(|(rule, subject, severity)| {
                    Json::object([
                        ("rule", rule.id.into()),
                        ("subject", deployment.subject_name(*subject).into()),
                        ("severity", severity.id().into()),
                    ])
                })),
            ),
        ])
    }
}

impl UnderVersion {
    /// What it would take, in short.
    #[must_use]
    pub fn takes(&self) -> String {
        let Some(first) = self.advice.sets.first() else {
            return if self.advice.is_met { "nothing" } else { "no change helps" }.to_owned();
        };
        let changes = match first.changes.len() {
            0 => "no change".to_owned(),
            1 => "1 change".to_owned(),
            many => format!("{many} changes"),
        };
        let ways = match first.ways_out.len() {
            0 => String::new(),
            1 => ", and a way out of its own".to_owned(),
            many => format!(", and {many} ways out of their own"),
        };
        let open = match first.provided.len() {
            0 => String::new(),
            1 => "; 1 answer is open".to_owned(),
            many => format!("; {many} answers are open"),
        };
        format!("{changes}{ways}{open}")
    }
}

fn number(count: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
