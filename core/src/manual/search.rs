//! Finding pages by words: every word of the query must be there somewhere.

use super::entry::all;
use super::{Block, Entry, page_with, plain};
use crate::condition::Condition;
use crate::question::Slot;
use crate::vendors::{WORDS, Word};

/// Where the words of a query were found; the poorest place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// The query is its id.
    Id,
    /// In its title or its id.
    Title,
    /// Among what vendors call it, with the first words that fit.
    Word(&'static str),
    /// In its text.
    Text,
}

/// A page that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Whose page.
    pub entry: Entry,
    /// Where.
    pub found: Found,
}

struct Indexed {
    entry: Entry,
    title: String,
    words: Vec<&'static str>,
    text: String,
}

/// What is searched: the text of every page, in lower case. Making it takes far longer than
/// searching it.
pub struct Index {
    pages: Vec<Indexed>,
}

impl Default for Index {
    fn default() -> Self {
        Self::new()
    }
}

impl Index {
    /// Reads every page.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: all().map(indexed).collect() }
    }

    /// The pages in which every word of the query is found, titles first, then vendors'
    /// words, then texts; otherwise in the order of the contents. None for an empty query.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self.pages.iter().filter_map(|page| page.find(&query, &words)).collect();
        let place = |found: Found| match found {
            Found::Id => 0,
            Found::Title => 1,
            Found::Word(_) => 2,
            Found::Text => 3,
        };
        hits.sort_by_key(|hit| place(hit.found));
        hits
    }
}

impl Indexed {
    fn find(&self, query: &str, words: &[&str]) -> Option<Hit> {
        let hit = |found| Some(Hit { entry: self.entry, found });
        let left: Vec<&str> = words.iter().copied().filter(|word| !has(&self.title, word)).collect();
        if left.is_empty() {
            return hit(if self.entry.id() == query.trim() { Found::Id } else { Found::Title });
        }
        let vendors = |word: &&str| self.words.iter().copied().find(|said| has(&said.to_lowercase(), word));
        let first = left.iter().find_map(vendors);
        let left: Vec<&str> = left.into_iter().filter(|word| vendors(word).is_none()).collect();
        match first {
            Some(said) if left.is_empty() => hit(Found::Word(said)),
            _ if left.iter().all(|word| has(&self.text, word)) => hit(Found::Text),
            _ => None,
        }
    }
}

/// Whether a word of the text begins so: "thin" is not looked for in "within".
fn has(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
}

fn indexed(entry: Entry) -> Indexed {
    let mut text = String::new();
    for block in page_with(entry, false).blocks {
        let lines = match block {
            Block::Heading(_) => Vec::new(),
            Block::Text(line) => vec![line],
            Block::List(lines) | Block::Folded(_, lines) => lines,
            Block::Fields(fields) => fields.into_iter().flat_map(|(_, lines)| lines).collect(),
            Block::Table { rows, .. } => rows.into_iter().flatten().collect(),
        };
        for line in lines {
            text.push_str(&plain(&line).to_lowercase());
            text.push('\n');
        }
    }
    let also = match entry {
        Entry::Rule(rule) => rule.broken.to_owned(),
        Entry::Term(term) => term.also.join(" "),
        _ => String::new(),
    };
    let title = format!("{} {also} {}", entry.title(), entry.address()).to_lowercase();
    Indexed { entry, title, words: words_of(entry), text }
}

/// What vendors call what an entry is about.
fn words_of(entry: Entry) -> Vec<&'static str> {
    let of = |slot: Slot, choices: u64| {
        let fits =
            move |word: &&Word| word.question == slot && word.choice.is_none_or(|choice| choices & (1 << choice) != 0);
        WORDS.iter().filter(fits).map(|word| word.words)
    };
    let mut words = Vec::new();
    match entry {
        Entry::Question(slot) => words.extend(of(slot, u64::MAX)),
        Entry::Words(family) => words.extend(WORDS.iter().filter(|word| word.family == family).map(|word| word.words)),
        Entry::Rule(rule) => {
            for row in rule.rows {
                row.violated.leaves(&mut |leaf| match *leaf {
                    Condition::OneOf(slot, set, among) => words.extend(of(slot, if among { set } else { !set })),
                    Condition::Is(slot, _)
                    | Condition::Below(slot, _)
                    | Condition::AtLeast(slot, _)
                    | Condition::Above(slot, _) => {
                        words.extend(of(slot, u64::MAX));
                    }
                    _ => {}
                });
            }
        }
        Entry::Note(_) | Entry::Reference(_) | Entry::Term(_) | Entry::Change(_) => {}
    }
    words
}
