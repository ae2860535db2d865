//! The open questions as a sheet for colleagues: what they are asked, why, how to find
//! it out, and what each answer would mean.

use std::fmt::Write as _;

use crate::assess::{Assessment, Outcome, Verdict};
use crate::date::Date;
use crate::deployment::{Answer, AnswerRef, Deployment};
use crate::interview::{self, Alike, Ask, Course, Effect, Round};
use crate::offers;
use crate::question::Who;
use crate::rule::{Row, Rule, Severity};
use crate::vendors::{self, Look};

/// One open question, about one machine or several that are alike.
#[derive(Clone, Debug)]
pub struct Item {
    /// The question; about the first of them.
    pub ask: Ask,
    /// The same about the others.
    pub also: Vec<AnswerRef>,
    /// The rules that wait for it.
    pub waits: Vec<(&'static Rule, &'static Row)>,
    /// What each answer would mean; empty if there are too many questions to try all.
    pub effects: Vec<Effect>,
}

/// What one team is asked.
#[derive(Clone, Debug)]
pub struct Part {
    /// Who would know.
    pub who: Who,
    /// The questions.
    pub items: Vec<Item>,
}

/// For so many questions what each answer would mean is tried out.
const MOST_TRIED: usize = 40;

/// Which open questions stand on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those answered with "I do not know".
    NotKnown,
    /// Those that nobody has answered yet as well.
    AllOpen,
}

/// The open questions on which a verdict or a piece of advice depends, by who would know
/// the answer.
#[must_use]
pub fn sheet(assessment: &Assessment<'_>, today: Date, scope: Scope) -> Vec<Part> {
    let deployment = assessment.deployment;
    let course = Course::default();
    let undecided = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown);
    let mut open: Vec<AnswerRef> = undecided.flat_map(|finding| assessment.missing_of(finding)).copied().collect();
    open.extend(nothing_is_judged_without(deployment));
    open.retain(|at| match deployment.answer(at.subject, at.slot) {
        Answer::NotKnown => true,
        Answer::NotAsked => scope == Scope::AllOpen,
        Answer::Given(_) => false,
    });
    open.sort_unstable();
    open.dedup();
    let rounds = [Round::Verdict, Round::Faults, Round::Advice].map(|round| interview::open(assessment, round, course));
    let asks = |ask: Ask| rounds.iter().flat_map(|open| &open.steps).any(|step| step.ask == ask);
    let hosts = rounds.iter().any(|open| open.hosts_not_known) || (scope == Scope::AllOpen && asks(Ask::Hosts));
    let guests = rounds.iter().any(|open| open.guests_not_known) || (scope == Scope::AllOpen && asks(Ask::Guests));
    let lists = [(hosts, Ask::Hosts), (guests, Ask::Guests)].into_iter().filter(|(wanted, _)| *wanted);
    let list = |(_, ask)| Item { ask, also: Vec::new(), waits: Vec::new(), effects: Vec::new() };
    let mut items: Vec<Item> = lists.map(list).collect();
    let alike = Alike::of(deployment, course);
    for at in open {
        let together = |item: &&mut Item| {
            matches!(item.ask, Ask::Answer(first)
                if first.slot == at.slot && alike.first(first.subject) == alike.first(at.subject))
        };
        if let Some(item) = items.iter_mut().find(together) {
            item.also.push(at);
            continue;
        }
        let reasons = interview::reasons(assessment, at).into_iter().filter(|(.., waits)| *waits);
        let waits = reasons.map(|(rule, row, _)| (rule, row)).collect();
        items.push(Item { ask: Ask::Answer(at), also: Vec::new(), waits, effects: Vec::new() });
    }
    if items.len() <= MOST_TRIED {
        for item in &mut items {
            item.effects = interview::effects(deployment, today, &item.places());
        }
    }
    let parts = Who::ALL
        .into_iter()
        .map(|who| Part { who, items: items.iter().filter(|item| item.ask.who() == who).cloned().collect() });
    parts.filter(|part| !part.items.is_empty()).collect()
}

/// The version, if it is open: then no rule waits for anything yet.
fn nothing_is_judged_without(deployment: &Deployment) -> Option<AnswerRef> {
    let version = crate::questions::deployment::VERSION.slot();
    let at = AnswerRef { subject: crate::deployment::Subject::Deployment, slot: version };
    deployment.answer(at.subject, at.slot).given().is_none().then_some(at)
}

impl Effect {
    /// What the answer would mean, as a sentence.
    #[must_use]
    pub fn meaning(&self) -> String {
        let titles = |severity| {
            let breaks = self.breaks.iter().filter(move |(_, found)| *found == severity);
            breaks.map(|(rule, _)| rule.broken).collect::<Vec<_>>().join("; ")
        };
        let (requirements, advice) = (titles(Severity::Requirement), titles(Severity::Recommendation));
        let mut words = match (requirements.is_empty(), self.verdict) {
            (false, _) => format!("not supported: {requirements}"),
            (true, Verdict::Supported) => "then everything is known: supported".to_owned(),
            (true, _) => "breaks no requirement".to_owned(),
        };
        if !advice.is_empty() {
            // Writing to a text cannot fail.
            let _ = write!(words, "; against advice: {advice}");
        }
        words
    }
}

impl Item {
    /// Every place that its answer goes to; none for a list of machines.
    #[must_use]
    pub fn places(&self) -> Vec<AnswerRef> {
        let Ask::Answer(first) = self.ask else { return Vec::new() };
        std::iter::once(first).chain(self.also.iter().copied()).collect()
    }

    /// The machines that it is about, if it is about machines.
    #[must_use]
    pub fn machines(&self, deployment: &Deployment) -> Vec<String> {
        let names = self.places().into_iter().map(|at| deployment.machine_name(at.subject).to_owned());
        names.filter(|name| !name.is_empty()).collect()
    }
}

impl Part {
    /// The part as plain text, for a mail.
    #[must_use]
    pub fn to_text(&self, deployment: &Deployment) -> String {
        let mut text = String::new();
        self.write(deployment, &mut text);
        text
    }

    fn write(&self, deployment: &Deployment, text: &mut String) {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "For {}\n", self.who.label());
        for (number, item) in (1..).zip(&self.items) {
            let machines = item.machines(deployment).join(", ");
            let about = if machines.is_empty() { String::new() } else { format!(" ({machines})") };
            let _ = writeln!(text, "{number}. {}{about}\n   {}", item.ask.wording(), item.ask.hint());
            for (rule, row) in &item.waits {
                let kind = if row.severity == Severity::Requirement { "requirement" } else { "advice" };
                let _ = writeln!(text, "   Why ({kind}, {}): {}", rule.id, row.checks);
            }
            let _ = writeln!(text, "   How: {}", item.ask.find_out());
            let family = offers::family(deployment);
            let slot = item.places().first().map(|at| at.slot);
            for look in family.zip(slot).map_or(&[][..], |(family, slot)| vendors::looks(slot, family)) {
                let _ = match look {
                    Look::Open { program, steps, .. } => writeln!(text, "   {program}: {steps}"),
                    Look::Run { shell, command, read, .. } => {
                        writeln!(text, "   {shell}, only reads, not run by us: {command}\n      {read}")
                    }
                };
            }
            for effect in item.effects.iter().filter(|effect| !effect.is_far) {
                let _ = writeln!(text, "   If \"{}\": {}", effect.answer, effect.meaning());
            }
            text.push_str("   Answer: ____________________\n\n");
        }
    }
}

/// The whole sheet as plain text.
#[must_use]
pub fn to_text(parts: &[Part], deployment: &Deployment) -> String {
    let mut text = String::from("Open questions about an Exchange deployment on virtual machines\n");
    if let Some(name) = deployment.get(crate::questions::deployment::NAME) {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "Deployment: {name}");
    }
    text.push('\n');
    for part in parts {
        part.write(deployment, &mut text);
    }
    text
}
