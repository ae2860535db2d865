//! `rules`: the catalogue, as a list or one rule in full.

use std::io::{self, Write};

use anstyle::Style;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::manual::{Entry, page};
use exchange_advisor_core::questions::{Version, Versions};
use exchange_advisor_core::rule::{Rule, Topic};
use exchange_advisor_core::rules;

use crate::args::{RulesArguments, RulesFormat};
use crate::{USAGE, manual};

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
                RulesFormat::Text => manual::show(&mut out, &page(Entry::Rule(rule)))?,
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

fn versions(of: Versions) -> String {
    of.iter().map(Version::id).collect::<Vec<_>>().join(", ")
}
