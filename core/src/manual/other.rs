//! The pages of notes, terms, vendors' words and kinds of change.

use super::{Block, Entry, Line, Piece, code, entry, in_short, link, sources, text, versions};
use crate::effort::{Change, Effort};
use crate::notes::Note;
use crate::question::Slot;
use crate::questions::question;
use crate::reference;
use crate::reference::terms::Term;
use crate::vendors::{self, Family, WORDS, Word};

pub(super) fn note(note: &'static Note) -> Vec<Block> {
    let mut slots: Vec<Slot> = Vec::new();
    note.applies.reads(&mut |slot| slots.push(slot));
    let mut fields =
        vec![("For", vec![text(versions(note.versions))]), ("Applies", vec![code(note.applies.to_string())])];
    if !slots.is_empty() {
        fields.push(("Questions that decide that", slots.iter().map(|slot| link(Entry::Question(*slot))).collect()));
    }
    fields.push(("Where it stands", sources(note.sources)));
    vec![Block::Text(text(note.text)), Block::Fields(fields)]
}

pub(super) fn reference(page: &'static reference::Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in page.blocks {
        match *block {
            reference::Block::Heading(heading) => blocks.push(Block::Heading(heading.into())),
            reference::Block::Text(paragraph) => blocks.push(Block::Text(text(paragraph))),
            reference::Block::Said(said, citations) => {
                let sources: Vec<String> = citations.iter().map(in_short).collect();
                blocks.push(Block::Text(text(format!("{said} [{}]", sources.join(" ").trim_end_matches('.')))));
            }
            reference::Block::List(list) => blocks.push(Block::List(list.iter().map(|line| text(*line)).collect())),
            _ => block.tables().into_iter().for_each(|table| {
                if !table.caption.is_empty() {
                    blocks.push(Block::Heading(table.caption.into()));
                }
                if !table.text.is_empty() {
                    blocks.push(Block::Text(text(table.text)));
                }
                // A cell without anything would look forgotten.
                let cell = |cell: String| text(if cell.is_empty() { "none".to_owned() } else { cell });
                let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
                blocks.push(Block::Table { head: table.head, rows: rows.collect() });
            }),
        }
    }
    if !page.sources.is_empty() {
        blocks.push(Block::Heading("Where it stands".into()));
        blocks.push(Block::List(sources(page.sources)));
    }
    blocks
}

pub(super) fn term(term: &'static Term) -> Vec<Block> {
    let mut fields = Vec::new();
    if !term.also.is_empty() {
        fields.push(("Also called", vec![text(term.also.join(", "))]));
    }
    let stands = sources(term.sources);
    let own = || vec![text("The explanation is ours and common knowledge.")];
    fields.push(("Where it stands", if stands.is_empty() { own() } else { stands }));
    vec![Block::Text(text(term.meaning)), Block::Fields(fields)]
}

pub(super) fn words(family: Family) -> Vec<Block> {
    let mut blocks =
        vec![Block::Text(text("What a person sees on the screen of these products, and what the policy calls it."))];
    let rows: Vec<Vec<Line>> = WORDS.iter().filter(|word| word.family == family).map(row).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table { head: vec!["On the screen", "In the policy", "How sure"], rows });
    }
    let found = entry::all()
        .filter(|entry| matches!(entry, Entry::Question(slot) if !vendors::looks(*slot, family).is_empty()));
    let found: Vec<Line> = found.map(link).collect();
    if !found.is_empty() {
        blocks.push(Block::Heading("Answers of which is known where to look".into()));
        blocks.push(Block::List(found));
    }
    blocks.push(Block::Text(text(vendors::NOT_RUN)));
    blocks
}

fn row(word: &'static Word) -> Vec<Line> {
    let mut policy = link(Entry::Question(word.question));
    if let Some(choice) = word.choice_of() {
        policy.push(Piece::Text(format!(": {}", choice.label).into()));
    }
    vec![text(word.words), policy, text(word.seen.mark().trim().to_owned())]
}

pub(super) fn change(effort: &'static Effort) -> Vec<Block> {
    let of = |change: &Change| change.effort().is_some_and(|other| other.id == effort.id);
    let changed: Vec<Slot> = entry::all()
        .filter_map(|entry| match entry {
            Entry::Question(slot) if of(&question(slot).change) => Some(slot),
            _ => None,
        })
        .collect();
    let way_out = changed.iter().any(|slot| matches!(question(*slot).change, Change::WayOut(_)));
    let mut blocks = vec![Block::Text(text(effort.remark))];
    if way_out {
        blocks.push(Block::Text(text("This is a way out of its own: it goes beyond changing this deployment.")));
    }
    let costs = effort.costs().map(|(name, cost)| (name, vec![text(cost)]));
    blocks.push(Block::Fields(costs.into()));
    blocks.push(Block::Text(text(
        "These costs are our own estimate, in the order in which changes are offered, not Microsoft's.",
    )));
    if !changed.is_empty() {
        blocks.push(Block::Heading("Answers that it changes".into()));
        blocks.push(Block::List(changed.into_iter().map(|slot| link(Entry::Question(slot))).collect()));
    }
    blocks
}
