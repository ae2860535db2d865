//! The reference pages that the catalogue asks for, as data: terms, tables, sources.

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
    /// What it rests on.
    pub sources: &'static [Citation],
}

/// A part of a page.
#[derive(Clone, Copy, Debug)]
pub enum Block {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A list.
    List(&'static [&'static str]),
    /// A table: its head, and its rows with as many cells.
    Table(&'static [&'static str], &'static [&'static [&'static str]]),
}

/// Every page, in the order of the contents.
pub static PAGES: &[&Page] = &[];
