//! The page of a question.

use super::{Block, Entry, Line, Piece, code, link, link_and, text, versions};
use crate::choice::Choice;
use crate::condition::Condition;
use crate::effort::Change;
use crate::notes::NOTES;
use crate::question::{Kind, LARGEST_COUNT, Slot, SubjectKind};
use crate::questions;
use crate::rules;
use crate::vendors::{self, Family, Look};

pub(super) fn blocks(slot: Slot) -> Vec<Block> {
    let question = questions::question(slot);
    let mut blocks = vec![Block::Text(text(question.wording)), Block::Text(text(question.hint))];
    let list = match question.subject {
        SubjectKind::Deployment => "",
        SubjectKind::Host => "hosts[].",
        SubjectKind::Guest => "vms[].",
    };
    let mut allowed = vec![text(allowed(&question.kind))];
    allowed.extend(question.left_out.map(|left_out| text(format!("Left out, it counts as {left_out}."))));
    blocks.push(Block::Fields(vec![
        ("What may be answered", allowed),
        ("Who would know", vec![text(question.who.label())]),
        ("How to find it out", vec![text(question.find_out)]),
        ("What changing the answer takes", vec![takes(&question.change)]),
        ("In the document", vec![code(format!("{list}{}", question.path))]),
    ]));
    if let Kind::Choice(list) | Kind::Set { of: list, .. } = question.kind {
        blocks.push(Block::Heading("What can be chosen".into()));
        blocks.push(choices(slot, list));
    }
    blocks.extend(called(slot));
    blocks.extend(places(slot));
    blocks.extend(readers(slot));
    blocks
}

fn allowed(kind: &Kind) -> String {
    match kind {
        Kind::Flag => "Yes or no.".to_owned(),
        Kind::Count { min, max: LARGEST_COUNT } => format!("A whole number from {min} up."),
        Kind::Count { min, max } => format!("A whole number from {min} to {max}."),
        Kind::Amount { zero, unit } => {
            let from = if *zero { "from 0 up" } else { "above 0" };
            let of = if unit.is_empty() { String::new() } else { format!(" of {unit}") };
            format!("A number{of} {from}, at most ten digits after the point.")
        }
        Kind::Choice(_) => "One of the choices below.".to_owned(),
        Kind::Set { empty_is_an_answer: true, .. } => "Any number of the choices below, or none of them.".to_owned(),
        Kind::Set { .. } => "One or more of the choices below.".to_owned(),
        Kind::Text { longest } => format!("A text of at most {longest} characters."),
        Kind::Date => "A day, written YYYY-MM-DD.".to_owned(),
        Kind::Host => "One of the hosts.".to_owned(),
        Kind::Guests => "Any number of the machines, or none of them.".to_owned(),
    }
}

fn takes(change: &Change) -> Line {
    match change {
        Change::Fact => text("Nothing: it is a fact, and is not changed for the policy's sake."),
        Change::Possible(effort, _) => link_and(Entry::Change(effort), format!(" ({}).", effort.costs_in_short())),
        Change::WayOut(effort) => link_and(
            Entry::Change(effort),
            format!(" ({}). That is a way out of its own, no change of this deployment.", effort.costs_in_short()),
        ),
    }
}

/// A vendor's words for a question or a choice, each with how sure it is.
fn words(slot: Slot, choice: Option<u8>) -> Vec<(Family, String)> {
    let mut found: Vec<(Family, String)> = Vec::new();
    for family in Family::ALL {
        let said: Vec<String> = vendors::words(slot, choice, family)
            .map(|word| match word.seen.doubt() {
                "" => word.words.to_owned(),
                doubt => format!("{} ({doubt})", word.words),
            })
            .collect();
        if !said.is_empty() {
            found.push((family, said.join("; ")));
        }
    }
    found
}

fn choices(slot: Slot, list: &'static [Choice]) -> Block {
    let all = || (0u8..).zip(list);
    let any_words = all().any(|(place, _)| !words(slot, Some(place)).is_empty());
    let rows = all().map(|(place, choice)| {
        let mut row = vec![
            vec![Piece::Text(choice.label.into()), Piece::Text(" ".into()), Piece::Code(choice.id.into())],
            text(choice.meaning),
        ];
        if any_words {
            let said = words(slot, Some(place));
            let said: Vec<String> =
                said.into_iter().map(|(family, said)| format!("{}: {said}.", family.label())).collect();
            row.push(text(if said.is_empty() { "not known".to_owned() } else { said.join(" ") }));
        }
        row
    });
    let mut head = vec!["Choice", "What it means"];
    head.extend(any_words.then_some("What vendors call it"));
    Block::Table { head, rows: rows.collect() }
}

fn called(slot: Slot) -> Vec<Block> {
    let said = words(slot, None);
    if said.is_empty() {
        return Vec::new();
    }
    let lines = said.into_iter().map(|(family, said)| text(format!("{}: {said}.", family.label())));
    vec![Block::Heading("What vendors call it".into()), Block::List(lines.collect())]
}

fn places(slot: Slot) -> Vec<Block> {
    let mut blocks = Vec::new();
    for family in Family::ALL {
        let looks = vendors::looks(slot, family);
        if !looks.is_empty() {
            let title = format!("With {}", family.label());
            blocks.push(Block::Folded(title.into(), looks.iter().map(look).collect()));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading("Where to look".into()));
        blocks.push(Block::Text(text(vendors::NOT_RUN)));
    }
    blocks
}

fn look(look: &'static Look) -> Line {
    match look {
        Look::Open { program, steps, seen } => text(format!("{program}: {steps}{}", seen.mark())),
        Look::Run { shell, command, read, seen } => vec![
            Piece::Text(format!("{shell}, only reads: ").into()),
            Piece::Code((*command).into()),
            Piece::Text(format!(" {read}{}", seen.mark()).into()),
        ],
    }
}

/// The rules and the notes that read the question.
fn readers(slot: Slot) -> Vec<Block> {
    let reads = |condition: &Condition| {
        let mut found = false;
        condition.reads(&mut |other| found |= other == slot);
        found
    };
    let mut lines: Vec<Line> = Vec::new();
    for rule in rules::all() {
        let rows = rule.rows.iter().filter(|row| reads(&row.violated));
        let parts: Vec<String> =
            rows.map(|row| format!("{}: {}", versions(row.versions), row.severity.label().to_lowercase())).collect();
        if !parts.is_empty() {
            lines.push(link_and(Entry::Rule(rule), format!(" ({})", parts.join("; "))));
        }
    }
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.push(Block::Heading("Rules that read it".into()));
        blocks.push(Block::List(lines));
    }
    let notes: Vec<Line> =
        NOTES.iter().filter(|note| reads(&note.applies)).map(|note| link(Entry::Note(note))).collect();
    if !notes.is_empty() {
        blocks.push(Block::Heading("Good to know".into()));
        blocks.push(Block::List(notes));
    }
    blocks
}
