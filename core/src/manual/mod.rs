//! The manual: a page for every rule, question, note, reference page, vendor's words and
//! kind of change. The pages are made from the declarations when they are asked for, as
//! values that page and command line put into their own form.
//!
//! - `entry.rs`: what has a page, and its address; the contents;
//! - `rule.rs`, `question.rs`, `other.rs`: the pages;
//! - `cost.rs`: what mending a rule costs;
//! - `search.rs`: finding pages by words.

mod cost;
mod entry;
mod other;
mod question;
mod rule;
mod search;

use std::borrow::Cow;

use crate::questions::{Version, Versions};
use crate::source::Citation;

pub use cost::{Cost, costs};
pub use entry::{Entry, Section, contents, neighbours};
pub use rule::NO_SUCH_RULE;
pub use search::{Found, Hit, Index};

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Whose page it is.
    pub entry: Entry,
    /// Its title.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading(Cow<'static, str>),
    /// A paragraph.
    Text(Line),
    /// A list.
    List(Vec<Line>),
    /// A list under a title of its own, which the page folds.
    Folded(Cow<'static, str>, Vec<Line>),
    /// Names, each with one or more lines.
    Fields(Vec<(&'static str, Vec<Line>)>),
    /// A table.
    Table {
        /// Its head.
        head: Vec<&'static str>,
        /// Its rows, with as many cells as the head.
        rows: Vec<Vec<Line>>,
    },
}

/// A line of text, in pieces.
pub type Line = Vec<Piece>;

/// A piece of a line.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Plain text.
    Text(Cow<'static, str>),
    /// Something that is written exactly so: a command, an id, a path.
    Code(Cow<'static, str>),
    /// The title of another page, which leads there.
    Link(Entry),
    /// A document's title, with its address. Nothing is ever loaded from there.
    Document(&'static str, &'static str),
}

impl Piece {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Self::Text(text) | Self::Code(text) => text.clone(),
            Self::Link(entry) => entry.title(),
            Self::Document(title, _) => Cow::Borrowed(title),
        }
    }
}

/// A line without links.
#[must_use]
pub fn plain(line: &[Piece]) -> String {
    line.iter().map(Piece::text).collect()
}

/// The page of an entry.
#[must_use]
pub fn page(entry: Entry) -> Page {
    page_with(entry, true)
}

/// The same, with or without the examples, which take time.
fn page_with(entry: Entry, examples: bool) -> Page {
    let blocks = match entry {
        Entry::Rule(rule) => rule::blocks(rule, examples),
        Entry::Question(slot) => question::blocks(slot),
        Entry::Note(note) => other::note(note),
        Entry::Reference(page) => other::reference(page),
        Entry::Term(term) => other::term(term),
        Entry::Words(family) => other::words(family),
        Entry::Change(effort) => other::change(effort),
    };
    Page { entry, title: entry.title().into_owned(), blocks }
}

fn text(text: impl Into<Cow<'static, str>>) -> Line {
    vec![Piece::Text(text.into())]
}

fn code(text: impl Into<Cow<'static, str>>) -> Line {
    vec![Piece::Code(text.into())]
}

fn link(entry: Entry) -> Line {
    vec![Piece::Link(entry)]
}

/// A link with something behind it.
fn link_and(entry: Entry, rest: impl Into<Cow<'static, str>>) -> Line {
    vec![Piece::Link(entry), Piece::Text(rest.into())]
}

/// Versions in a line: `Exchange 2016, 2019, SE`.
#[must_use]
pub fn versions(of: Versions) -> String {
    let name = |version| match version {
        Version::Se => "SE",
        Version::V2000Conferencing => "2000 Conferencing Server",
        other => Version::id(other),
    };
    format!("Exchange {}", of.iter().map(name).collect::<Vec<_>>().join(", "))
}

/// The documents that something rests on.
fn sources(citations: &'static [Citation]) -> Vec<Line> {
    citations.iter().map(source).collect()
}

/// Title, date, section and how well it founds what it is cited for.
fn in_short(citation: &Citation) -> String {
    let source = citation.source;
    format!("{} ({}), {}: {}.", source.title, source.date, citation.section, citation.evidence.letter())
}

/// Publisher, title, date, section, how much was read, the place, and how well it founds what it is cited for.
fn source(citation: &'static Citation) -> Line {
    let source = citation.source;
    let (title, place) = if source.place.starts_with("http") && !source.place.contains(' ') {
        (Piece::Document(source.title, source.place), String::new())
    } else {
        (Piece::Text(source.title.into()), format!(" ({})", source.place))
    };
    let of = citation.versions.map(|of| format!(" For {}.", versions(of))).unwrap_or_default();
    let on = citation.products.map(|products| {
        let labels: Vec<&str> = products.iter().map(crate::questions::Product::label).collect();
        format!(" On: {}.", labels.join("; "))
    });
    let evidence = citation.evidence;
    vec![
        title,
        Piece::Text(
            format!(
                "{place}, {}, {}; {}. Read {}. Evidence {}: {}.{of}{} {}",
                source.publisher,
                source.date,
                citation.section,
                source.read,
                evidence.letter(),
                evidence.meaning(),
                on.unwrap_or_default(),
                citation.remark,
            )
            .trim_end()
            .to_owned()
            .into(),
        ),
    ]
}
