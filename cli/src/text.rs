//! A report for a terminal: the verdict first, then what must change, what is missing, what
//! is advised, what was accepted, and what else there is to know.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use exchange_advisor_core::assess::{Outcome, Verdict};
use exchange_advisor_core::deployment::Subject;
use exchange_advisor_core::questions::deployment::PRODUCT_VERSION;
use exchange_advisor_core::report::{Block, CHECKED, Detail, Extent, Item, Part, Report, Table};
use exchange_advisor_core::rules;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();

/// The widest that lines get, in columns.
const WIDEST: usize = 100;

/// How much is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// What a person at a terminal reads: no list of answers and sources, the first of many.
    Short,
    /// Everything that belongs to this extent of the report.
    Full(Extent),
}

/// Writes a report about what is called by a name.
///
/// # Errors
///
/// Those of the output.
pub fn write(out: &mut impl Write, name: &str, report: &Report<'_>, length: Length) -> io::Result<()> {
    let width = textwrap::termwidth().min(WIDEST);
    let mut page = Page { out, report, width, length };
    let extent = match length {
        Length::Short => Extent::Whole,
        Length::Full(extent) => extent,
    };
    let mut section = "";
    for block in report.blocks(extent) {
        if let Block::Section(id, _) = &block {
            section = id;
        }
        let is_source = section == "notes" && matches!(block, Block::Points(_));
        if length != Length::Short || !(LEFT_OUT.contains(&section) || is_source) {
            page.block(name, &block)?;
        }
    }
    if length == Length::Short {
        writeln!(page.out)?;
        page.wrapped("", "", &report.age())?;
    }
    Ok(())
}

/// The parts that are not for a quick look.
const LEFT_OUT: &[&str] = &["assumptions", "undecided", "kept", "answers", "sources"];

struct Page<'p, W: Write> {
    out: &'p mut W,
    report: &'p Report<'p>,
    width: usize,
    length: Length,
}

impl<W: Write> Page<'_, W> {
    fn wrapped(&mut self, first: &str, rest: &str, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", fill(&plain(text), self.width, first, rest))
    }

    fn block(&mut self, name: &str, block: &Block<'_>) -> io::Result<()> {
        match block {
            // What the document is called stands below the verdict.
            Block::Title(_) => Ok(()),
            Block::Verdict(verdict) => self.verdict(name, *verdict),
            Block::Statement(name, statement) => {
                self.wrapped("  ", "    ", statement)?;
                // The day belongs to the statement about support.
                if *name == "support" { self.day() } else { Ok(()) }
            }
            Block::Section(_, title) => writeln!(self.out, "\n{BOLD}{}{BOLD:#}", plain(title)),
            Block::Heading(title) => writeln!(self.out, "  {BOLD}{}{BOLD:#}", plain(title)),
            Block::Text(text) => self.wrapped("  ", "  ", text),
            Block::Points(points) => points.iter().try_for_each(|point| self.wrapped("  - ", "    ", point)),
            Block::Finding(item, extent) => self.finding(item, *extent),
            Block::Table(table) => self.table(table),
        }
    }

    fn verdict(&mut self, name: &str, verdict: Verdict) -> io::Result<()> {
        let style = match verdict {
            Verdict::Supported => GREEN,
            Verdict::NotSupported => RED,
            Verdict::Undetermined | Verdict::OutOfScope => YELLOW,
        };
        let label = verdict.label().to_uppercase();
        writeln!(self.out, "{BOLD}{}{BOLD:#}: {style}{label}{style:#}", plain(name))?;
        let assessment = self.report.assessment;
        let product = assessment.product.map(|product| {
            let version = assessment.deployment.get(PRODUCT_VERSION);
            format!("{}{}", product.label(), version.map_or(String::new(), |version| format!(", {version}")))
        });
        let version = assessment.version.map(|version| version.label().to_owned());
        let what: Vec<String> = [self.report.name(), version, product].into_iter().flatten().collect();
        if what.is_empty() { Ok(()) } else { self.wrapped("  ", "  ", &what.join(" | ")) }
    }

    fn day(&mut self) -> io::Result<()> {
        let as_of = self.report.assessment.as_of;
        let rules = rules::AS_OF;
        writeln!(self.out, "  {DIM}Judged for {as_of} by the rules of {rules}. Not a Microsoft statement.{DIM:#}")
    }

    /// Of so many things so many are shown.
    fn most(&self, most: usize) -> usize {
        if self.length == Length::Short { most } else { usize::MAX }
    }

    fn finding(&mut self, item: &Item<'_>, extent: Extent) -> io::Result<()> {
        let style = match (item.part, item.outcome) {
            (Part::Kept, _) => GREEN,
            (Part::Overdue | Part::MustChange, Outcome::Violated) => RED,
            _ => YELLOW,
        };
        let deployment = self.report.assessment.deployment;
        let subjects: Vec<String> = item
            .places
            .iter()
            .map(|place| place.finding.subject)
            .filter(|subject| *subject != Subject::Deployment)
            .map(|subject| deployment.subject_name(subject))
            .collect();
        let at =
            if subjects.is_empty() { String::new() } else { format!(": {}", some(&subjects, self.most(MOST_LISTED))) };
        let tags = self.report.tags(item);
        let (title, at) = (item.title(), plain(&at));
        writeln!(self.out, "  {style}*{style:#} {BOLD}{title}{BOLD:#}{at} {DIM}[{}; {tags}]{DIM:#}", item.rule.id)?;
        let most = self.most(MOST_SHOWN);
        for place in item.places.iter().take(most) {
            if extent == Extent::Whole || place.accepted.is_some() {
                for Detail { label, lines } in self.report.of_place(place) {
                    let lines = some(&lines, self.most(MOST_LISTED));
                    self.labelled(label, &lines)?;
                }
            }
        }
        if extent == Extent::Whole && item.places.len() > most {
            writeln!(self.out, "    and {} more", item.places.len() - most)?;
        }
        if extent == Extent::Whole {
            let mut details = self.report.of_rule(item);
            if self.length == Length::Short {
                details.retain(|detail| detail.label != CHECKED);
            }
            for Detail { label, lines } in details {
                for line in lines {
                    self.labelled(label, &line)?;
                }
            }
        }
        Ok(())
    }

    fn labelled(&mut self, label: &str, text: &str) -> io::Result<()> {
        self.wrapped(&format!("    {label}: "), "        ", text)
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        let most = self.most(MOST_ROWS);
        for row in table.rows.iter().take(most) {
            match (table.id, row.as_slice()) {
                ("open", [wording, path, machines, needed, rules]) => {
                    writeln!(self.out, "    {YELLOW}?{YELLOW:#} {BOLD}{}{BOLD:#}", plain(path))?;
                    let about = if machines.is_empty() { String::new() } else { format!(" ({machines})") };
                    let decides = if rules.is_empty() { String::new() } else { format!(": decides {rules}") };
                    self.wrapped("      ", "      ", &format!("{wording}{about} For {needed}{decides}."))?;
                }
                (_, [first, rest @ ..]) => {
                    self.wrapped("    - ", "      ", first)?;
                    for (head, cell) in table.head.iter().skip(1).zip(rest).filter(|(_, cell)| !cell.is_empty()) {
                        self.wrapped(&format!("      {head}: "), "        ", cell)?;
                    }
                }
                (_, []) => {}
            }
        }
        if table.rows.len() > most {
            writeln!(self.out, "    ... and {} more; --format json lists all", table.rows.len() - most)?;
        }
        Ok(())
    }
}

/// A text without the characters that a terminal would obey.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Lines of at most this width; words and dates are not torn apart.
pub fn fill(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        // An address that is cut in two leads nowhere.
        .break_words(false);
    textwrap::fill(text, options)
}

/// How many of the findings of one rule are shown with their evidence.
const MOST_SHOWN: usize = 5;
/// How many rows of a table are shown.
const MOST_ROWS: usize = 50;
/// How many things are listed in one line.
const MOST_LISTED: usize = 12;

/// The first of them, and how many more there are.
fn some(all: &[String], most: usize) -> String {
    let shown = all.get(..most.min(all.len())).unwrap_or(all).join(", ");
    if all.len() > most { format!("{shown} and {} more", all.len() - most) } else { shown }
}
