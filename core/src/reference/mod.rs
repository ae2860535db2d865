//! The reference pages that the catalogue asks for, as data: terms, tables, sources.
//!
//! - `terms/`: the terms, each with a meaning and an address of its own;
//! - `machine_migration.rs`, `tests_published.rs`, `support.rs`, `grading.rs`: pages that are
//!   written;
//! - `dictionary.rs`, `lifecycles.rs`, `sources.rs`: pages that are made from what is declared
//!   elsewhere.
//!
//! Whoever shows a page needs three kinds of things: headings, texts, and tables
//! ([`Block::tables`], whichever way they were declared).

mod dictionary;
mod grading;
mod lifecycles;
mod machine_migration;
mod sources;
mod support;
pub mod terms;
mod tests_published;

use crate::source::Citation;

/// A page of reference.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What stands on it.
    pub blocks: &'static [Block],
    /// What it rests on, beside what its statements and tables name themselves.
    pub sources: &'static [Citation],
}

/// A part of a page.
#[derive(Clone, Copy, Debug)]
pub enum Block {
    /// A heading.
    Heading(&'static str),
    /// A paragraph about the page or this program: no statement that needs a source.
    Text(&'static str),
    /// A paragraph that states something, and what that rests on.
    Said(&'static str, &'static [Citation]),
    /// A list of what follows from this program, or from statements beside it.
    List(&'static [&'static str]),
    /// A table with one foundation, named beside it: its head, and its rows with as many cells.
    Table(&'static [&'static str], &'static [&'static [&'static str]]),
    /// A table whose rows each have a foundation of their own; it is shown in two more columns.
    Facts(&'static [&'static str], &'static [Fact]),
    /// Tables that are made from what is declared elsewhere.
    Made(fn() -> Vec<Table>),
}

/// A row of a table with what it rests on.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// As many cells as the table's head.
    pub cells: &'static [&'static str],
    /// What it rests on.
    pub source: Citation,
}

/// A table as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about, as a heading below that of its part; may be empty.
    pub caption: String,
    /// What has to be said about all of it, below the caption; may be empty.
    pub text: &'static str,
    /// The heads of its columns.
    pub head: Vec<&'static str>,
    /// Its rows, each with as many cells.
    pub rows: Vec<Vec<String>>,
}

impl Block {
    /// The tables of this part, ready to be shown; none if it is a text.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        match self {
            Self::Heading(_) | Self::Text(_) | Self::Said(..) | Self::List(_) => Vec::new(),
            Self::Table(head, rows) => {
                let rows = rows.iter().map(|row| strings(row)).collect();
                vec![Table { caption: String::new(), text: "", head: head.to_vec(), rows }]
            }
            Self::Facts(head, facts) => {
                let rows = facts.iter().map(|fact| {
                    let mut cells = strings(fact.cells);
                    cells.extend(founded(&fact.source));
                    cells
                });
                let head = head.iter().copied().chain([SOURCE, EVIDENCE]).collect();
                vec![Table { caption: String::new(), text: "", head, rows: rows.collect() }]
            }
            Self::Made(make) => make(),
        }
    }
}

/// The heads of the two columns that say what a row rests on.
const SOURCE: &str = "Source";
const EVIDENCE: &str = "Evidence";

/// The two cells that say what a row rests on: where it stands, and the letter. The key leads
/// to the page of sources.
fn founded(citation: &Citation) -> [String; 2] {
    let source = citation.source;
    let mut place = format!("{} ({}, {}): {}.", source.key, source.publisher, source.date, citation.section);
    if !citation.remark.is_empty() {
        place.push(' ');
        place.push_str(citation.remark);
    }
    [place, citation.evidence.letter().to_owned()]
}

/// One cell that says what a row rests on, where that is several things or none.
fn rests_on(citations: &[Citation]) -> String {
    let each = citations.iter().map(|citation| {
        let [place, letter] = founded(citation);
        format!("{letter}: {place}")
    });
    each.collect::<Vec<_>>().join(" ")
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// Every page, in the order of the contents.
pub static PAGES: &[&Page] = &[
    &grading::PAGE,
    &lifecycles::PAGE,
    &support::PAGE,
    &terms::PAGE,
    &dictionary::PAGE,
    &machine_migration::PAGE,
    &tests_published::PAGE,
    &sources::PAGE,
];

/// The page with this name in addresses.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Page> {
    PAGES.iter().copied().find(|page| page.id == id)
}
