//! The terms that the policy and the rules use, for somebody who has never met them. They say
//! what a thing is, not whether it is supported: that the rules do.

mod availability;
mod exchange;
mod machines;
mod policy;
mod storage;

use super::{Block, Page, Table, rests_on};
use crate::source::{Citation, Evidence, POLICY_2007, POLICY_2016, POLICY_SE, cite};

/// A term.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its name in addresses.
    pub id: &'static str,
    /// As it is written.
    pub term: &'static str,
    /// What it is called besides: synonyms, short forms, vendors' names. None is another term.
    pub also: &'static [&'static str],
    /// What it means, in one to three sentences.
    pub meaning: &'static str,
    /// What the meaning rests on; empty where it is common knowledge in our own words.
    pub sources: &'static [Citation],
}

/// Terms that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// They, in an order in which they can be read.
    pub terms: &'static [Term],
}

/// Declares the terms of a group: name in addresses, term, what it is called besides, meaning,
/// and what that rests on unless it is common knowledge.
macro_rules! terms {
    ($title:literal; $($id:literal, $term:literal, [$($also:literal),*], $meaning:literal $(, [$($source:expr),+])?;)+) => {
        pub static TERMS: $crate::reference::terms::Group = $crate::reference::terms::Group {
            title: $title,
            terms: &[$($crate::reference::terms::Term {
                id: $id,
                term: $term,
                also: &[$($also),*],
                meaning: $meaning,
                sources: &[$($($source),+)?],
            }),+],
        };
    };
}
use terms;

const TERMINOLOGY_2007: Citation = cite(&POLICY_2007, "terminology", Evidence::A);
const TERMS_2016: Citation = cite(&POLICY_2016, "introduction, terms", Evidence::A);
const TERMS_SE: Citation = cite(&POLICY_SE, "introduction, terms", Evidence::A);

/// Every term.
pub static GROUPS: &[&Group] =
    &[&machines::TERMS, &availability::TERMS, &storage::TERMS, &exchange::TERMS, &policy::TERMS];

/// Every term, in the order of the groups.
pub fn all() -> impl Iterator<Item = &'static Term> + Clone {
    GROUPS.iter().flat_map(|group| group.terms)
}

/// The term with this name in addresses.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Term> {
    all().find(|term| term.id == id)
}

/// The page of all terms.
pub static PAGE: Page = Page {
    id: "terms",
    title: "Terms",
    blocks: &[
        Block::Text(
            "What the words mean that the policy and this program use. Where the last column names no source, the explanation is ours and common knowledge.",
        ),
        Block::Made(tables),
    ],
    sources: &[TERMINOLOGY_2007, TERMS_2016, TERMS_SE],
};

fn tables() -> Vec<Table> {
    let made = GROUPS.iter().map(|group| {
        let rows = group.terms.iter().map(|term| {
            vec![term.term.to_owned(), term.also.join(", "), term.meaning.to_owned(), rests_on(term.sources)]
        });
        let head = vec!["Term", "Also", "Meaning", "Rests on"];
        Table { caption: group.title.to_owned(), text: "", head, rows: rows.collect() }
    });
    made.collect()
}
