//! `rules`: the catalogue, as a list or one rule in full.

use std::io::{self, Write};

use anstyle::Style;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::questions::{Product, Version, Versions};
use exchange_advisor_core::rule::{Row, Rule, Topic};
use exchange_advisor_core::rules;

use crate::USAGE;
use crate::args::{RulesArguments, RulesFormat};
use crate::text::fill;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Shows the catalogue and returns the exit status.
///
/// # Errors
///
/// Standard output that cannot be written.
pub fn run(arguments: &RulesArguments) -> io::Result<u8> {
    let mut out = anstream::stdout().lock();
    match (&arguments.id, arguments.format) {
        (None, RulesFormat::Text) => list(&mut out)?,
        (None, RulesFormat::Json) => {
            writeln!(out, "{:#}", Json::list(rules::all().map(Rule::to_json)))?;
        }
        (Some(id), format) => {
            let Some(rule) = rules::by_id(id) else {
                let mut stderr = anstream::stderr().lock();
                writeln!(stderr, "exchange-advisor: there is no rule `{id}`.{}", suggestion(id))?;
                return Ok(USAGE);
            };
            match format {
                RulesFormat::Text => full(&mut out, rule)?,
                RulesFormat::Json => writeln!(out, "{:#}", rule.to_json())?,
            }
        }
    }
    Ok(0)
}

fn suggestion(id: &str) -> String {
    let likeness = |rule: &&Rule| strsim::normalized_damerau_levenshtein(id, rule.id);
    let best = rules::all().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match best.filter(|rule| likeness(rule) > 0.5) {
        Some(rule) => format!(" Did you mean `{}`?", rule.id),
        None => " `exchange-advisor rules` lists all.".to_owned(),
    }
}

fn list(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "The rules as of {}. `exchange-advisor rules ID` shows one in full.", rules::AS_OF)?;
    for topic in Topic::ALL {
        writeln!(out, "\n{BOLD}{}{BOLD:#}", topic.label())?;
        for rule in rules::all().filter(|rule| rule.topic == topic) {
            writeln!(out, "  {BOLD}{:<30}{BOLD:#} {}", rule.id, rule.broken)?;
            for row in rule.rows {
                writeln!(out, "  {:<30} {DIM}{}: {}{DIM:#}", "", versions(row.versions), row.severity.id())?;
            }
        }
    }
    Ok(())
}

fn full(out: &mut impl Write, rule: &Rule) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#} ({})", rule.id, rule.topic.label())?;
    writeln!(out, "  broken: {}", rule.broken)?;
    writeln!(out, "  kept:   {}", rule.kept)?;
    for row in rule.rows {
        show_row(out, row)?;
    }
    Ok(())
}

fn show_row(out: &mut impl Write, row: &Row) -> io::Result<()> {
    let width = textwrap::termwidth().min(100);
    let mut wrapped = |label: &str, text: &str| {
        let first = format!("  {label:<10} ");
        writeln!(out, "{}", fill(text, width, &first, "             "))
    };
    wrapped("", "")?;
    wrapped("Exchange", &format!("{}: {}", versions(row.versions), row.severity.id()))?;
    wrapped("broken if", &row.violated.to_string())?;
    wrapped("checks", row.checks)?;
    wrapped("why", row.why)?;
    wrapped("mend", row.mend)?;
    wrapped("find out", row.find_out)?;
    for citation in row.sources {
        let source = citation.source;
        let only = citation.versions.map_or(String::new(), |of| format!("for {}: ", versions(of)));
        let on = citation.products.map_or(String::new(), |of| {
            let ids: Vec<&str> = of.iter().map(Product::id).collect();
            format!(" (on {})", ids.join(", "))
        });
        let text = format!(
            "{only}{}, {} ({}), {}{on}. {}. Evidence {}: {}. {}",
            source.publisher,
            source.title,
            source.date,
            citation.section,
            source.place,
            citation.evidence.letter(),
            citation.evidence.meaning(),
            citation.remark,
        );
        wrapped("source", text.trim_end())?;
    }
    Ok(())
}

fn versions(of: Versions) -> String {
    of.iter().map(Version::id).collect::<Vec<_>>().join(", ")
}
