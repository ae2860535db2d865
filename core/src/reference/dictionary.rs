//! What the vendors call what the policy speaks of; made from [`crate::vendors`].

use super::{Block, Page, Table};
use crate::question::{Kind, Question, SubjectKind};
use crate::questions;
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, cite};
use crate::vendors::{Family, SILENT, Seen, WORDS, words};

pub static PAGE: Page = Page {
    id: "dictionary",
    title: "What each vendor calls it",
    blocks: &[
        Block::Text(
            "The policy has its words, the screen of your hypervisor has others. Look up here which is which. It tells what a thing is, not whether it is supported: that depends on the Exchange version, and the rules say it. Where a hypervisor is missing, no source was found for it.",
        ),
        Block::Text(
            "Nothing here was tried by us. The last column names the document in which the words were read (the page of sources says more about each), or says that they were not: our conclusion means that they follow from what was read, not checked means that no document was found.",
        ),
        Block::Text(
            "Beware of one word: what Disk Management in Windows calls dynamic is another thing than a dynamically expanding virtual disk.",
        ),
        Block::Heading("What the policy speaks of"),
        Block::Made(spoken_of),
        Block::Heading("What the policy does not mention"),
        Block::Text(
            "Of the following the policy is silent: none of its texts that could be read says yes or no. Silent is not supported. Ask the vendor for its own statement, and Microsoft if much depends on it.",
        ),
        Block::Made(silent),
    ],
    sources: &[
        cite(&POLICY_2007, "all of it", Evidence::A),
        cite(&POLICY_2013, "all of it", Evidence::A),
        cite(&POLICY_2016, "all of it", Evidence::A),
    ],
};

const HYPERVISOR: &str = "Hypervisor";
const ON_SCREEN: &str = "On its screen";
const READ_IN: &str = "Read in";

/// A table for each question that vendors have words for.
fn spoken_of() -> Vec<Table> {
    let kinds = [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest];
    let all = kinds.into_iter().flat_map(|kind| questions::about(kind));
    let known = all.filter(|question| WORDS.iter().any(|word| word.question == question.slot()));
    known.map(about).collect()
}

fn about(question: &Question) -> Table {
    let slot = question.slot();
    let mut rows = Vec::new();
    let mut add = |choice: Option<u8>, term: &str| {
        for family in Family::ALL {
            rows.extend(words(slot, choice, family).map(|word| row(term, family, word.words, &word.seen)));
        }
    };
    add(None, "");
    if let Kind::Choice(list) | Kind::Set { of: list, .. } = question.kind {
        for (place, choice) in (0u8..).zip(list) {
            add(Some(place), choice.label);
        }
    }
    let mut head = vec!["What it is", HYPERVISOR, ON_SCREEN, READ_IN];
    // What the whole question is about stands in the caption.
    if rows.iter().all(|row| row.first().is_some_and(String::is_empty)) {
        head.remove(0);
        for row in &mut rows {
            row.remove(0);
        }
    }
    Table { caption: crate::text::capitalized(question.name), text: "", head, rows }
}

fn silent() -> Vec<Table> {
    let made = SILENT.iter().map(|silent| {
        let words = silent.words.iter();
        let rows = words.map(|(family, words, seen)| row("silent", *family, words, seen));
        let head = vec!["The policy is", HYPERVISOR, ON_SCREEN, READ_IN];
        Table { caption: silent.subject.to_owned(), text: silent.remark, head, rows: rows.collect() }
    });
    made.collect()
}

fn row(term: &str, family: Family, words: &str, seen: &Seen) -> Vec<String> {
    let read = match seen {
        Seen::In(document) => document.title.to_owned(),
        Seen::InPart(document) => format!("{} (in part)", document.title),
        Seen::Inferred | Seen::NotChecked => seen.doubt().to_owned(),
    };
    vec![term.to_owned(), family.label().to_owned(), words.to_owned(), read]
}
