//! The page of a rule.

use super::{Block, Cost, Entry, Line, Piece, code, costs, in_short, link, sources, text, versions};
use crate::condition::Condition;
use crate::example::examples;
use crate::notes::{NOTES, Note};
use crate::question::{Slot, SubjectKind};
use crate::questions::deployment::PRODUCT;
use crate::questions::{Version, Versions};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::Citation;

/// What has to be said where a version has no rule of a kind: silence is not support.
pub const NO_SUCH_RULE: &str =
    "The policy for this version is silent on this, or has no such rule. That does not mean that it is supported.";

/// Where a rule reads only what was measured.
const ONLY_MEASURED: &str =
    "The rule reads measurements only, and no answer can be changed for it. What it takes depends on what they show.";

/// The versions that the table of a rule shows in any case.
const SHOWN: [Version; 7] =
    [Version::V2003, Version::V2007, Version::V2010, Version::V2013, Version::V2016, Version::V2019, Version::Se];

impl Severity {
    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Requirement => "Requirement",
            Self::Recommendation => "Advice",
        }
    }
}

pub(super) fn blocks(rule: &'static Rule, with_examples: bool) -> Vec<Block> {
    let each = match rule.subject {
        SubjectKind::Deployment => "the deployment as a whole",
        SubjectKind::Host => "each host",
        SubjectKind::Guest => "each machine",
    };
    let mut blocks = vec![Block::Text(vec![
        Piece::Text("Rule ".into()),
        Piece::Code(rule.id.into()),
        Piece::Text(
            format!(
                " ({}). It is looked at for {each}. Where it is broken, the result says: {}.",
                rule.topic.label(),
                rule.broken
            )
            .into(),
        ),
    ])];
    for row in rule.rows {
        blocks.push(Block::Heading(
            format!("{}: {}", versions(row.versions), row.severity.label().to_lowercase()).into(),
        ));
        blocks.push(Block::Fields(fields(rule, row, with_examples)));
    }
    blocks.push(Block::Heading("How the policy changed".into()));
    blocks.push(history(rule));
    let slots = reads(rule);
    if !slots.is_empty() {
        blocks.push(Block::Heading("Questions that it reads".into()));
        blocks.push(Block::List(slots.iter().map(|slot| link(Entry::Question(*slot))).collect()));
    }
    let notes: Vec<Line> =
        NOTES.iter().filter(|note| belongs(note, rule, &slots)).map(|note| link(Entry::Note(note))).collect();
    if !notes.is_empty() {
        blocks.push(Block::Heading("Good to know".into()));
        blocks.push(Block::List(notes));
    }
    blocks
}

fn fields(rule: &'static Rule, row: &'static Row, with_examples: bool) -> Vec<(&'static str, Vec<Line>)> {
    let mut fields = vec![("What is checked", vec![text(row.checks)]), ("Why it matters", vec![text(row.why)])];
    let newest = row.versions.iter().last().filter(|_| with_examples);
    if let Some((version, examples)) = newest.and_then(|version| Some((version, examples(rule, version)?))) {
        let words = |words: Vec<String>| words.into_iter().map(text).collect::<Vec<Line>>();
        let mut breaks = words(examples.breaking.in_words());
        if !matches!(row.violated, Condition::Always) {
            breaks.insert(0, text(version.label()));
        }
        fields.push(("An example that breaks it", breaks));
        let keeps = examples.keeping.in_words().join("; ");
        let keeps = match row.violated {
            Condition::Always => format!("Only another version does. {keeps}"),
            _ => format!("The same, but {keeps}"),
        };
        fields.push(("One that keeps it", vec![text(keeps)]));
    }
    fields.push(("How to mend it", vec![text(row.mend)]));
    let (ways_out, changes): (Vec<Cost>, Vec<Cost>) = costs(&row.violated).into_iter().partition(|cost| cost.way_out);
    let lines = |costs: &[Cost]| costs.iter().map(Cost::line).collect::<Vec<Line>>();
    match (changes.is_empty(), ways_out.is_empty()) {
        (true, true) => fields.push(("What mending takes", vec![text(ONLY_MEASURED)])),
        (true, false) => {}
        (false, _) => fields.push(("What mending takes", lines(&changes))),
    }
    if !ways_out.is_empty() {
        fields.push(("Ways out of their own", lines(&ways_out)));
    }
    fields.push(("How to find it out", vec![text(row.find_out)]));
    fields.push(("Broken exactly if", vec![code(row.violated.to_string())]));
    fields.push(("Where it stands", sources(row.sources)));
    fields
}

/// One row for every group of versions that the policy treats alike, for the same reasons.
fn history(rule: &'static Rule) -> Block {
    let every = Version::ALL.iter().copied();
    let shown = every.filter(|version| SHOWN.contains(version) || rule.row(*version).is_some());
    let mut groups: Vec<(Versions, Option<&'static Row>, Vec<&'static Citation>)> = Vec::new();
    for version in shown {
        let row = rule.row(version);
        let cited: Vec<&'static Citation> = row.into_iter().flat_map(|row| row.sources_for(version, None)).collect();
        let own = Version::set(&[version]);
        let alike = |other: Option<&'static Row>| match (other, row) {
            (Some(other), Some(row)) => std::ptr::eq(other, row),
            (None, None) => true,
            _ => false,
        };
        match groups.last_mut() {
            Some((group, other, others))
                if alike(*other)
                    && others.len() == cited.len()
                    && others.iter().zip(&cited).all(|(one, other)| std::ptr::eq(*one, *other)) =>
            {
                *group = group.or(own);
            }
            _ => groups.push((own, row, cited)),
        }
    }
    let mut before: Option<(String, String)> = None;
    let mut rows = Vec::new();
    for (group, row, cited) in groups {
        let name = versions(group);
        let Some(row) = row else {
            rows.push(vec![text(name), text("none"), text(NO_SUCH_RULE), text("none"), text("none")]);
            continue;
        };
        let condition = row.violated.to_string();
        let says = match &before {
            Some((as_for, same)) if *same == condition => text(format!("as for {as_for}")),
            _ => {
                before = Some((name.clone(), condition.clone()));
                code(condition)
            }
        };
        let from: Vec<String> = cited.iter().map(|citation| in_short(citation)).collect();
        let evidence = cited.iter().map(|citation| citation.evidence).min();
        let evidence = evidence.map_or(String::new(), |best| format!("{}: {}", best.letter(), best.meaning()));
        rows.push(vec![text(name), text(row.severity.label()), says, text(from.join(" ")), text(evidence)]);
    }
    Block::Table { head: vec!["Version", "Kind", "Broken if", "Source", "Evidence"], rows }
}

/// Every question that a rule reads for any version, each once.
fn reads(rule: &Rule) -> Vec<Slot> {
    let mut slots = Vec::new();
    for row in rule.rows {
        row.violated.reads(&mut |slot| {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        });
    }
    slots
}

/// A note belongs to a rule for one of its versions if both read the same answer. What the
/// hypervisor is nearly every rule reads: that counts only for the rules about it.
fn belongs(note: &Note, rule: &Rule, slots: &[Slot]) -> bool {
    let mut shared = false;
    note.applies.reads(&mut |slot| {
        shared |= slots.contains(&slot) && (slot != PRODUCT.slot() || rule.topic == Topic::Platform);
    });
    shared && rule.versions().iter().any(|version| note.versions.contains(version))
}
