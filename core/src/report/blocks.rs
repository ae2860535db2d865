//! The report in order, as blocks: what every rendering writes down, each in its own way.

use super::{Item, Part, Report};
use crate::advice::{Step, told};
use crate::assess::Verdict;
use crate::deployment::Subject;
use crate::rule::Severity;

/// How much of the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What was found, by its titles.
    Summary,
    /// Everything: each finding in full, what holds, all answers, the sources.
    Whole,
}

/// So many of the rules that rest on a document are named with it; each finding names its own.
const MOST_NAMED: usize = 6;

/// Rows under a heading each column has.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub id: &'static str,
    /// What stands above the columns.
    pub head: Vec<&'static str>,
    /// The rows; each has as many cells as the head.
    pub rows: Vec<Vec<String>>,
}

/// A piece of the report. Every text may hold what people wrote, and is no markup.
#[derive(Clone, Debug)]
pub enum Block<'r> {
    /// What the report is about.
    Title(String),
    /// The verdict.
    Verdict(Verdict),
    /// One of the two statements of the headline: its name, and whole sentences.
    Statement(&'static str, String),
    /// A part begins: its name, and its heading.
    Section(&'static str, String),
    /// A smaller heading within a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A list.
    Points(Vec<String>),
    /// Findings of one rule, in full or by their title.
    Finding(&'r Item<'r>, Extent),
    /// A table.
    Table(Table),
}

impl<'a> Report<'a> {
    /// The whole report, or its summary, block by block.
    #[must_use]
    pub fn blocks(&'a self, extent: Extent) -> Vec<Block<'a>> {
        let mut blocks = self.beginning();
        for part in [Part::Overdue, Part::MustChange] {
            self.put_part(&mut blocks, part, extent);
        }
        self.put_advice(&mut blocks);
        self.put_open(&mut blocks, extent);
        self.put_part(&mut blocks, Part::Advised, extent);
        self.put_part(&mut blocks, Part::Accepted, extent);
        self.put_obsolete(&mut blocks);
        self.put_notes(&mut blocks, extent);
        if extent == Extent::Whole {
            self.put_part(&mut blocks, Part::Kept, Extent::Summary);
            blocks.extend(self.listed());
        }
        blocks
    }

    /// The first paragraph: whether the policy is met, on what that rests, how much else there is.
    #[must_use]
    pub fn first(&self) -> String {
        let first = [Some(self.policy()), self.weak_foundation(), self.against_advice(), self.overdue()];
        first.into_iter().flatten().collect::<Vec<String>>().join(" ")
    }

    /// Verdict, statements, assumptions, day and versions.
    fn beginning(&self) -> Vec<Block<'a>> {
        let name = self.name().unwrap_or_else(|| "An Exchange deployment on virtual machines".to_owned());
        let mut blocks = vec![
            Block::Title(name),
            Block::Verdict(self.assessment.verdict),
            Block::Statement("policy", self.first()),
            Block::Statement("support", self.in_support()),
        ];
        blocks.extend(self.assumed());
        blocks
    }

    /// What is assumed, and on which day and with which versions the report was made.
    #[must_use]
    pub fn assumed(&self) -> Vec<Block<'a>> {
        let mut blocks = vec![Block::Section("assumptions", "What is assumed".to_owned())];
        let assumptions = self.assumptions();
        blocks.push(Block::Points(assumptions.iter().map(|assumption| self.assuming(assumption)).collect()));
        blocks.extend(self.silence().map(Block::Text));
        blocks.push(Block::Text(format!("{} {}", self.made(), self.age())));
        blocks
    }

    /// All answers and the sources.
    #[must_use]
    pub fn listed(&self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        self.put_answers(&mut blocks);
        self.put_sources(&mut blocks);
        blocks
    }

    /// The heading of a part, with the number of its findings.
    #[must_use]
    pub fn heading(&self, part: Part) -> String {
        format!("{} ({})", part.title(self.assessment.verdict), self.count(part))
    }

    fn put_part(&'a self, blocks: &mut Vec<Block<'a>>, part: Part, extent: Extent) {
        if self.in_part(part).next().is_some() {
            blocks.push(Block::Section(part.id(), self.heading(part)));
            blocks.extend(self.in_part(part).map(|item| Block::Finding(item, extent)));
        }
    }

    fn put_advice(&self, blocks: &mut Vec<Block<'a>>) {
        let Some(advice) = self.advice.as_ref().filter(|advice| !advice.is_met) else { return };
        let deployment = self.assessment.deployment;
        blocks.push(Block::Section("changes", "What to change at the least".to_owned()));
        blocks.push(Block::Text(advice.opening(deployment)));
        let blocked = advice.blocked.iter().map(|blocked| {
            let ways: Vec<&str> = blocked.ways_out.iter().map(|effort| effort.does).collect();
            let about = deployment.subject_name(blocked.subject);
            format!("No change mends this: {} ({about}). Ways out: {}", blocked.rule.broken, ways.join(" "))
        });
        let blocked: Vec<String> = blocked.collect();
        if !blocked.is_empty() {
            blocks.push(Block::Points(blocked));
        }
        for (number, set) in (1..).zip(&advice.sets) {
            blocks.push(Block::Heading(format!("Set {number}: then {}", set.verdict.label().to_lowercase())));
            let steps = |label: &'static str, steps: &[Step]| -> Vec<String> {
                told(steps, deployment).iter().map(|step| format!("{label}: {}", step.sentence())).collect()
            };
            let mut lines = steps("Change", &set.changes);
            lines.extend(steps("Way out of its own", &set.ways_out));
            lines.extend(steps("Provided", &set.provided));
            lines.extend(set.costs().into_iter().map(|(effort, costs)| format!("Cost: {costs} {}", effort.remark)));
            lines.extend(set.breaks.iter().map(|(rule, subject, _)| {
                format!("Against advice then: {} ({}).", rule.broken, deployment.subject_name(*subject))
            }));
            blocks.push(Block::Points(lines));
        }
    }

    fn put_open(&'a self, blocks: &mut Vec<Block<'a>>, extent: Extent) {
        let teams = self.open();
        if !teams.is_empty() {
            let (verdict, advice) = (self.missing(), self.waiting(Severity::Recommendation));
            blocks.push(Block::Section(
                "unknown",
                match verdict {
                    0 => "What is unknown, and who would know (for advice only)".to_owned(),
                    1 => "What is unknown, and who would know (one answer for the verdict)".to_owned(),
                    many => format!("What is unknown, and who would know ({many} answers for the verdict)"),
                },
            ));
            if advice > 0 {
                blocks.push(Block::Text(format!("Pieces of advice that wait for an answer: {advice}.")));
            }
            for team in teams {
                blocks.push(Block::Heading(format!("Ask {}", team.who.label())));
                let row = |open: &super::Open| {
                    let needed = if open.for_verdict { "the verdict" } else { "advice" };
                    let about = self.machines(open.subjects.iter().copied());
                    vec![open.wording.to_owned(), open.path.clone(), about, needed.to_owned(), open.rules.join(", ")]
                };
                blocks.push(Block::Table(Table {
                    id: "open",
                    head: vec!["Question", "Where the answer stands", "Machines", "Needed for", "Rules that wait"],
                    rows: team.open.iter().map(row).collect(),
                }));
            }
        }
        if extent == Extent::Whole {
            self.put_part(blocks, Part::Undecided, extent);
        }
    }

    fn put_obsolete(&self, blocks: &mut Vec<Block<'a>>) {
        if self.obsolete.is_empty() {
            return;
        }
        blocks.push(Block::Section("obsolete", format!("Accepted, and not needed any more ({})", self.obsolete.len())));
        let line = |obsolete: &super::Obsolete<'_>| {
            let accepted = obsolete.accepted;
            let subject = self.assessment.deployment.subject_name(accepted.subject);
            let words = super::accepted_in_words(accepted, self.assessment.as_of);
            format!("{} of {subject}: {} {words}", accepted.rule, obsolete.why)
        };
        blocks.push(Block::Points(self.obsolete.iter().map(line).collect()));
    }

    fn put_notes(&self, blocks: &mut Vec<Block<'a>>, extent: Extent) {
        let notes = &self.assessment.notes;
        if notes.is_empty() {
            return;
        }
        blocks.push(Block::Section("notes", "What else to know".to_owned()));
        if extent == Extent::Summary {
            blocks.push(Block::Points(notes.iter().map(|applied| applied.note.title.to_owned()).collect()));
            return;
        }
        for applied in notes {
            blocks.push(Block::Heading(applied.note.title.to_owned()));
            let machines = self.machines(applied.subjects.iter().copied());
            let about = if machines.is_empty() { String::new() } else { format!(" Applies to {machines}.") };
            blocks.push(Block::Text(format!("{}{about}", applied.note.text)));
            blocks.push(Block::Points(
                self.citations_of(applied.note.sources).map(crate::source::Citation::line).collect(),
            ));
        }
    }

    fn put_answers(&self, blocks: &mut Vec<Block<'a>>) {
        blocks.push(Block::Section("answers", "All answers".to_owned()));
        for (group, lines) in self.answers() {
            blocks.push(Block::Heading(group.label().to_owned()));
            let machines = lines.iter().any(|line| line.subjects.first() != Some(&Subject::Deployment));
            let mut head = vec!["What", "Answer", "Where it stands"];
            if machines {
                head.push("Machines");
            }
            let row = |line: &super::Answered| {
                let mut cells = vec![line.question.name.to_owned(), line.answer.clone(), line.path.clone()];
                if machines {
                    cells.push(self.machines(line.subjects.iter().copied()));
                }
                cells
            };
            blocks.push(Block::Table(Table { id: "answers", head, rows: lines.iter().map(row).collect() }));
        }
    }

    fn put_sources(&self, blocks: &mut Vec<Block<'a>>) {
        let sources = self.sources();
        if sources.is_empty() {
            return;
        }
        blocks.push(Block::Section("sources", format!("The sources ({})", sources.len())));
        let row = |cited: &super::Cited| {
            let source = cited.source;
            vec![
                format!("{}: {}", source.publisher, source.title),
                source.date.to_owned(),
                format!("read {}", source.read),
                cited.letters(),
                source.place.to_owned(),
                match cited.by.get(..MOST_NAMED) {
                    Some(first) if cited.by.len() > MOST_NAMED => {
                        format!("{} and {} more", first.join(", "), cited.by.len() - MOST_NAMED)
                    }
                    _ => cited.by.join(", "),
                },
            ]
        };
        blocks.push(Block::Table(Table {
            id: "sources",
            head: vec!["Document", "Date", "How it was read", "Evidence", "Where it is", "What rests on it"],
            rows: sources.iter().map(row).collect(),
        }));
        blocks.push(Block::Text(
            "Evidence: A read in full in the source named, B read in part, C reported by others, D not checked against a Microsoft text.".to_owned(),
        ));
    }
}
