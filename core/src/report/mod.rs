//! The report: one list of findings, and everything that is said around them. Page,
//! print, files and command line are renderings of it.
//!
//! - `headline.rs`: the verdict and the lifecycle, two statements, and what they rest on;
//! - `assuming.rs`: what was assumed, and where the policy is silent;
//! - `answers.rs`: the open questions by who would know, and every answer;
//! - `cited.rs`: the sources, each once;
//! - `details.rs`: what is said of one finding;
//! - `blocks.rs`: all of that in order, for the renderings to write down:
//!   `markdown.rs`, `html.rs`, and the command line's text;
//! - `csv.rs`: one row a finding;
//! - `json.rs`: the assessment and the catalogue as JSON; `data.rs`: the report as JSON.

mod answers;
mod assuming;
mod blocks;
mod cited;
mod csv;
mod data;
mod details;
mod headline;
mod html;
mod json;
mod markdown;

pub use answers::{Answered, Open, Team};
pub use assuming::Assumption;
pub use blocks::{Block, Extent, Table};
pub use cited::Cited;
pub use csv::HEAD as CSV_HEAD;
pub use details::{CHECKED, Detail};
pub use headline::{Support, days_apart, support_of};
pub use html::{STYLE, STYLE_HASH, file_name};
pub use markdown::as_markdown;

use crate::advice::Advice;
use crate::assess::{Assessment, Finding, Outcome, Verdict};
use crate::date::Date;
use crate::deployment::{Accepted, Answer, Subject};
use crate::rule::{Row, Rule, Severity};

/// Where a finding stands in the report. Every finding stands in exactly one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It was accepted until a day that is over.
    Overdue,
    /// A requirement is broken.
    MustChange,
    /// Whether the rule is broken depends on what is missing.
    Undecided,
    /// Advice is not followed.
    Advised,
    /// Somebody has decided to live with it.
    Accepted,
    /// The rule is kept.
    Kept,
}

impl Part {
    /// Every part, in the order of the report.
    pub const ALL: [Self; 6] =
        [Self::Overdue, Self::MustChange, Self::Undecided, Self::Advised, Self::Accepted, Self::Kept];

    /// Its name in files and on the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::MustChange => "must-change",
            Self::Undecided => "undecided",
            Self::Advised => "advised",
            Self::Accepted => "accepted",
            Self::Kept => "kept",
        }
    }

    /// Its heading, without the number.
    #[must_use]
    pub const fn title(self, verdict: Verdict) -> &'static str {
        match (self, verdict) {
            (Self::Overdue, _) => "Accepted until a day that is over: decide again",
            (Self::MustChange, Verdict::OutOfScope) => "What would have to change for production",
            (Self::MustChange, _) => "What must change",
            (Self::Undecided, _) => "Rules that wait for an answer",
            (Self::Advised, _) => "What is advised",
            (Self::Accepted, _) => "What was accepted",
            (Self::Kept, _) => "What holds",
        }
    }
}

/// What a rule says of one subject, and who has accepted it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What the rule says.
    pub finding: &'a Finding,
    /// Who has accepted it, if anybody.
    pub accepted: Option<&'a Accepted>,
}

/// The findings of one rule that stand in the same part: one matter, many machines.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Where they stand.
    pub part: Part,
    /// The rule.
    pub rule: &'static Rule,
    /// What it demands of this version.
    pub row: &'static Row,
    /// What it says of all of these.
    pub outcome: Outcome,
    /// Of what it says so; at least one.
    pub places: Vec<Place<'a>>,
}

impl Item<'_> {
    /// What it says, as a title.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self.outcome {
            Outcome::Violated => self.rule.broken,
            // Undecided: what has to hold.
            Outcome::Satisfied | Outcome::Unknown => self.rule.kept,
        }
    }
}

/// An entry of `accepted` that accepts nothing any more.
#[derive(Clone, Copy, Debug)]
pub struct Obsolete<'a> {
    /// The entry.
    pub accepted: &'a Accepted,
    /// Why it is of no use: a whole sentence.
    pub why: &'static str,
}

/// How many findings of a severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that are broken, accepted or not.
    pub violated: usize,
    /// Those that are broken and accepted.
    pub accepted: usize,
    /// Those that depend on what is missing, accepted or not.
    pub unknown: usize,
    /// Those that hold.
    pub satisfied: usize,
}

/// The one list of which everything that is shown or written is a rendering.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The judgement.
    pub assessment: &'a Assessment<'a>,
    /// The day on which the report is made.
    pub today: Date,
    /// Every finding once, in the order of the parts, then of the catalogue.
    pub items: Vec<Item<'a>>,
    /// What was accepted and is no finding any more.
    pub obsolete: Vec<Obsolete<'a>>,
    /// The smallest sets of changes, if they were asked for.
    pub advice: Option<Advice>,
}

impl<'a> Report<'a> {
    /// The report of a judgement, made on a day.
    #[must_use]
    pub fn new(assessment: &'a Assessment<'a>, today: Date) -> Self {
        let all = assessment.deployment.accepted();
        let same = |one: &Accepted, other: &Accepted| one.rule == other.rule && one.subject == other.subject;
        let mut obsolete = Vec::new();
        let mut found: Vec<Item<'_>> = Vec::new();
        for rule in assessment.findings.chunk_by(|one, other| one.rule.id == other.rule.id) {
            let first = found.len();
            let id = rule.first().map_or("", |finding| finding.rule.id);
            let entries: Vec<&Accepted> = all.iter().filter(|accepted| *accepted.rule == *id).collect();
            for finding in rule {
                let entry = entries.iter().rev().find(|accepted| accepted.subject == finding.subject).copied();
                let accepted = entry.filter(|_| finding.outcome != Outcome::Satisfied);
                let part = part_of(finding, accepted, assessment.as_of);
                let place = Place { finding, accepted };
                let alike = |item: &&mut Item<'_>| item.part == part && item.outcome == finding.outcome;
                match found.iter_mut().skip(first).find(alike) {
                    Some(item) => item.places.push(place),
                    None => found.push(Item {
                        part,
                        rule: finding.rule,
                        row: finding.row,
                        outcome: finding.outcome,
                        places: vec![place],
                    }),
                }
            }
        }
        for (place, accepted) in (1..).zip(all) {
            let of_it = |item: &&Item<'_>| *item.rule.id == *accepted.rule;
            let mut places = found.iter().filter(of_it).flat_map(|item| &item.places);
            let finding = places.find(|place| place.finding.subject == accepted.subject);
            let why = match finding.map(|place| place.finding.outcome) {
                _ if all.iter().skip(place).any(|later| same(later, accepted)) => {
                    "A later entry accepts the same finding."
                }
                None => "The rule does not judge this: there is nothing to accept.",
                Some(Outcome::Satisfied) => "The rule is kept now: there is nothing to accept.",
                Some(Outcome::Violated | Outcome::Unknown) => continue,
            };
            obsolete.push(Obsolete { accepted, why });
        }
        let of_part = |part: Part| found.iter().filter(move |item| item.part == part).cloned();
        let items = Part::ALL.into_iter().flat_map(of_part).collect();
        Self { assessment, today, items, obsolete, advice: None }
    }

    /// The same with the smallest sets of changes, which take hundreds of judgements to find.
    #[must_use]
    pub fn with_advice(mut self) -> Self {
        self.advice = Some(crate::advice::advise(self.assessment.deployment, self.today));
        self
    }

    /// The items of a part.
    pub fn in_part(&self, part: Part) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(move |item| item.part == part)
    }

    /// How many findings stand in a part.
    #[must_use]
    pub fn count(&self, part: Part) -> usize {
        self.in_part(part).map(|item| item.places.len()).sum()
    }

    /// How many findings of a severity there are. What is accepted counts as what it is.
    #[must_use]
    pub fn counts(&self, severity: Severity) -> Counts {
        let mut counts = Counts::default();
        for item in self.items.iter().filter(|item| item.row.severity == severity) {
            let places = item.places.len();
            match item.outcome {
                Outcome::Violated => {
                    counts.violated += places;
                    counts.accepted += item.places.iter().filter(|place| place.accepted.is_some()).count();
                }
                Outcome::Unknown => counts.unknown += places,
                Outcome::Satisfied => counts.satisfied += places,
            }
        }
        counts
    }

    /// The deployment's name, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let name: Option<String> = self.assessment.deployment.get(crate::questions::deployment::NAME);
        name.filter(|name| !name.trim().is_empty())
    }

    /// A machine as people call it; nothing for the deployment as a whole.
    fn machine(&self, subject: Subject) -> Option<&'a str> {
        (subject != Subject::Deployment).then(|| self.assessment.deployment.machine_name(subject))
    }

    /// The machines among these subjects, as people call them.
    fn machines(&self, subjects: impl IntoIterator<Item = Subject>) -> String {
        let names: Vec<&str> = subjects.into_iter().filter_map(|subject| self.machine(subject)).collect();
        names.join(", ")
    }
}

const fn part_of(finding: &Finding, accepted: Option<&Accepted>, as_of: Date) -> Part {
    match (finding.outcome, accepted) {
        (Outcome::Satisfied, _) => Part::Kept,
        (_, Some(accepted)) if accepted.is_overdue(as_of) => Part::Overdue,
        (_, Some(_)) => Part::Accepted,
        (Outcome::Unknown, None) => Part::Undecided,
        (Outcome::Violated, None) => match finding.row.severity {
            Severity::Requirement => Part::MustChange,
            Severity::Recommendation => Part::Advised,
        },
    }
}

/// Who accepted a finding and until when, as sentences.
#[must_use]
pub fn accepted_in_words(accepted: &Accepted, as_of: Date) -> String {
    let reason = accepted.reason.trim();
    let stop = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
    let owner = match &accepted.owner {
        Answer::Given(owner) if !owner.trim().is_empty() => format!("Who answers for it: {}.", owner.trim()),
        _ => "Nobody is named who answers for it.".to_owned(),
    };
    let review = match accepted.review_on {
        Answer::Given(day) if accepted.is_overdue(as_of) => format!("OVERDUE: it was to be reviewed on {day}."),
        Answer::Given(day) => format!("To be reviewed on {day}."),
        _ => "No day is set on which it is reviewed.".to_owned(),
    };
    format!("Reason: {reason}{stop} {owner} {review}")
}
