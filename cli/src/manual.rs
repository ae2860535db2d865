//! `manual`: the pages about rules, questions, notes, terms, vendors' words and kinds of change.

use std::io::{self, Write};

use anstyle::Style;
use exchange_advisor_core::manual::{self, Block, Entry, Found, Index, Page, Piece};

use crate::USAGE;
use crate::text::fill;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The widest that lines get, in columns.
const WIDEST: usize = 100;

/// Lists the contents, shows a page or searches, and returns the exit status.
///
/// # Errors
///
/// Standard output that cannot be written.
pub fn run(words: &[String]) -> io::Result<u8> {
    let mut out = anstream::stdout().lock();
    let query = words.join(" ");
    if query.trim().is_empty() {
        return contents(&mut out).map(|()| 0);
    }
    let with_id: Vec<Entry> = Entry::at(&query).into_iter().chain(Entry::with_id(&query)).collect();
    if let [only] = with_id.as_slice() {
        return show(&mut out, &manual::page(*only)).map(|()| 0);
    }
    let hits = Index::new().search(&query);
    if hits.is_empty() {
        let mut stderr = anstream::stderr().lock();
        writeln!(
            stderr,
            "exchange-advisor: no page of the manual has the words `{query}`. `exchange-advisor manual` lists all."
        )?;
        return Ok(USAGE);
    }
    for hit in hits {
        entry(&mut out, hit.entry)?;
        if let Found::Word(word) = hit.found {
            writeln!(out, "  {:<44} {DIM}{word}{DIM:#}", "")?;
        }
    }
    Ok(0)
}

fn contents(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "The manual. `exchange-advisor manual PAGE` shows a page, `manual WORDS` searches.")?;
    for section in manual::contents() {
        writeln!(out, "\n{BOLD}{}{BOLD:#}", section.title())?;
        for found in section.entries {
            entry(out, found)?;
        }
    }
    Ok(())
}

fn entry(out: &mut impl Write, entry: Entry) -> io::Result<()> {
    writeln!(out, "  {BOLD}{:<44}{BOLD:#} {}", entry.address(), entry.title())
}

/// Shows a page.
///
/// # Errors
///
/// Those of the output.
pub fn show(out: &mut impl Write, page: &Page) -> io::Result<()> {
    let width = textwrap::termwidth().min(WIDEST);
    writeln!(out, "{BOLD}{}{BOLD:#}", fill(&page.title, width, "", ""))?;
    let lines = |out: &mut dyn Write, lines: &[manual::Line], indent: &str| -> io::Result<()> {
        let (first, rest) = (format!("{indent}- "), format!("{indent}  "));
        lines.iter().try_for_each(|line| writeln!(out, "{}", fill(&text(line), width, &first, &rest)))
    };
    for block in &page.blocks {
        match block {
            Block::Heading(heading) => writeln!(out, "\n{BOLD}{heading}{BOLD:#}")?,
            Block::Text(line) => writeln!(out, "{}", fill(&text(line), width, "  ", "  "))?,
            Block::List(list) => lines(out, list, "  ")?,
            Block::Folded(title, list) => {
                writeln!(out, "  {title}:")?;
                lines(out, list, "    ")?;
            }
            Block::Fields(fields) => {
                for (name, values) in fields {
                    if let [only] = values.as_slice() {
                        writeln!(out, "{}", fill(&format!("{name}: {}", text(only)), width, "  ", "    "))?;
                    } else {
                        writeln!(out, "  {name}:")?;
                        lines(out, values, "    ")?;
                    }
                }
            }
            Block::Table { head, rows } => {
                for row in rows {
                    let mut cells = head.iter().zip(row).map(|(name, cell)| format!("{name}: {}", text(cell)));
                    if let Some(first) = cells.next() {
                        writeln!(out, "{}", fill(&first, width, "  - ", "    "))?;
                    }
                    cells.try_for_each(|cell| writeln!(out, "{}", fill(&cell, width, "    ", "      ")))?;
                }
            }
        }
    }
    Ok(())
}

/// A line as a terminal shows it: where a link leads stands behind it.
fn text(line: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.to_string(),
        Piece::Code(code) => format!("`{code}`"),
        Piece::Link(entry) => format!("{} [{}]", entry.title(), entry.address()),
        Piece::Document(title, place) => format!("{title} ({place})"),
    };
    line.iter().map(piece).collect()
}
