//! Every document that anything here rests on; made from the two lists of them.

use super::{Block, Page, Table};
use crate::source::{Evidence, MATRIX, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, SOURCES, Source, cite};
use crate::vendors::documents::DOCUMENTS;

pub static PAGE: Page = Page {
    id: "sources",
    title: "Sources",
    blocks: &[
        Block::Text(
            "Every document that a rule, a date, a term or a name of a menu rests on, with how much of it was read and in which copy. Some addresses no longer answer; the titles help to find the text elsewhere.",
        ),
        Block::Made(tables),
    ],
    sources: &[
        cite(&POLICY_2007, "all of it", Evidence::A),
        cite(&POLICY_2013, "all of it", Evidence::A),
        cite(&POLICY_2016, "all of it", Evidence::A),
        cite(&POLICY_SE, "all of it", Evidence::A),
        cite(&MATRIX, "all of it", Evidence::A),
    ],
};

fn tables() -> Vec<Table> {
    vec![
        table("The policy, its lifecycles, and tests", SOURCES),
        table("Menus, commands and vendors' words", DOCUMENTS),
    ]
}

fn table(caption: &str, sources: &[&Source]) -> Table {
    let row = |source: &&Source| {
        [source.key, source.title, source.publisher, source.date, source.read, source.place].map(str::to_owned).to_vec()
    };
    let head = vec!["Key", "Document", "Publisher", "Date", "Read", "Where"];
    Table { caption: caption.to_owned(), text: "", head, rows: sources.iter().map(row).collect() }
}
