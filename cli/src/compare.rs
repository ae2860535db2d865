//! `compare`: two or three documents side by side.

use std::io::{self, BufWriter, Write};

use anstyle::Style;
use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::compare::{Cell, Comparison, Difference, Row, Turn, compare, difference};
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::questions::deployment::NAME;
use exchange_advisor_core::report::as_markdown;

use crate::args::{CompareArguments, CompareFormat};
use crate::assess::{set_day, today};
use crate::text::fill;
use crate::{NOT_READ, input};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The widest that lines get, in columns.
const WIDEST: usize = 100;
/// What the documents are called in the rows.
const LETTERS: [&str; 3] = ["A", "B", "C"];

/// The exit status where something differs, as that of `diff`.
const DIFFERS: u8 = 1;

/// Compares documents and returns the exit status.
///
/// # Errors
///
/// Standard output that cannot be written.
pub fn run(arguments: &CompareArguments) -> io::Result<u8> {
    let mut files = Vec::new();
    let mut deployments = Vec::new();
    for file in &arguments.files {
        let (name, deployment) = input::deployment(file)?;
        if let Some(mut deployment) = deployment {
            if let Some(day) = arguments.as_of {
                set_day(&mut deployment, day);
            }
            deployments.push(deployment);
        }
        files.push(if name == "-" { "standard input".to_owned() } else { name });
    }
    if deployments.len() < files.len() {
        return Ok(NOT_READ);
    }
    let day = today();
    let assessments: Vec<Assessment<'_>> = deployments.iter().map(|deployment| assess(deployment, day)).collect();
    let side_by_side: Vec<&Assessment<'_>> = assessments.iter().collect();
    let rows = compare(&side_by_side);
    let changes = if let [before, after] = side_by_side.as_slice() { Some(difference(before, after)) } else { None };
    let columns: Vec<(&str, &Deployment)> = files.iter().map(String::as_str).zip(&deployments).collect();
    let mut out = BufWriter::new(anstream::stdout().lock());
    match arguments.format {
        CompareFormat::Text => text(&mut out, &columns, &rows, changes.as_ref())?,
        CompareFormat::Markdown => markdown(&mut out, &columns, &rows)?,
        CompareFormat::Json => writeln!(out, "{:#}", json(&columns, &rows, changes.as_ref()))?,
    }
    out.flush()?;
    Ok(if rows.differs() { DIFFERS } else { 0 })
}

/// The parts of a comparison, with what a row of them is called.
fn parts(rows: &Comparison) -> [(&'static str, &'static str, &[Row]); 4] {
    [
        ("verdicts", "Verdicts", &rows.verdicts),
        ("findings", "Findings", &rows.findings),
        ("answers", "Answers", &rows.answers),
        ("accepted", "Accepted findings", &rows.accepted),
    ]
}

fn differing(rows: &[Row]) -> impl Iterator<Item = &Row> {
    rows.iter().filter(|row| row.differs)
}

/// A file, and the name of the deployment in it.
fn title((file, deployment): &(&str, &Deployment)) -> String {
    deployment.get(NAME).map_or_else(|| (*file).to_owned(), |name: String| format!("{file}: {name}"))
}

/// The text without what would steer a terminal: names of documents can hold anything.
fn tame(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn text(
    out: &mut impl Write,
    columns: &[(&str, &Deployment)],
    rows: &Comparison,
    changes: Option<&Difference>,
) -> io::Result<()> {
    let width = textwrap::termwidth().min(WIDEST);
    for (letter, column) in LETTERS.iter().zip(columns) {
        writeln!(out, "{BOLD}{letter}{BOLD:#}  {}", tame(&title(column)))?;
    }
    if let Some(changes) = changes {
        writeln!(out, "\n{BOLD}{}{BOLD:#}", changes.verdict_in_words())?;
    }
    for (id, title, rows) in parts(rows) {
        let own: Vec<&Row> = rows.iter().filter(|row| row.differs || id == "verdicts").collect();
        if own.is_empty() {
            continue;
        }
        let differ = if id == "verdicts" { String::new() } else { format!(" that differ ({})", own.len()) };
        writeln!(out, "\n{BOLD}{title}{differ}{BOLD:#}")?;
        for row in own {
            let about = if row.about.is_empty() { String::new() } else { format!(" ({})", row.names()) };
            writeln!(out, "{}", fill(&tame(&format!("{}{about}", row.title())), width, "  ", "    "))?;
            for (letter, cell) in LETTERS.iter().zip(&row.cells) {
                writeln!(out, "{}", fill(&tame(&cell.words()), width, &format!("    {letter}  "), "       "))?;
            }
        }
    }
    let equal = |rows: &[Row]| rows.iter().filter(|row| !row.differs).map(|row| row.places.len()).sum::<usize>();
    writeln!(
        out,
        "\n{DIM}Equal: {} findings, {} answers. --format json lists all.{DIM:#}",
        equal(&rows.findings),
        equal(&rows.answers)
    )
}

fn markdown(out: &mut impl Write, columns: &[(&str, &Deployment)], rows: &Comparison) -> io::Result<()> {
    writeln!(out, "# Deployments side by side\n")?;
    for (letter, column) in LETTERS.iter().zip(columns) {
        writeln!(out, "- **{letter}**: {}", as_markdown(&title(column)))?;
    }
    for (id, title, rows) in parts(rows) {
        let own: Vec<&Row> = if id == "verdicts" { rows.iter().collect() } else { differing(rows).collect() };
        if own.is_empty() {
            continue;
        }
        let differ = if id == "verdicts" { "" } else { " that differ" };
        writeln!(out, "\n## {title}{differ}\n")?;
        let letters: Vec<&str> = LETTERS.into_iter().take(columns.len()).collect();
        writeln!(out, "| | {} |\n|---|{}", letters.join(" | "), "---|".repeat(columns.len()))?;
        for row in own {
            let about = if row.about.is_empty() { String::new() } else { format!(" ({})", row.names()) };
            let cells: Vec<String> = row.cells.iter().map(|cell| as_markdown(&cell.words())).collect();
            writeln!(out, "| {} | {} |", as_markdown(&format!("{}{about}", row.title())), cells.join(" | "))?;
        }
    }
    Ok(())
}

fn json<'j>(columns: &[(&'j str, &'j Deployment)], rows: &'j Comparison, changes: Option<&'j Difference>) -> Json<'j> {
    let column = |(file, deployment): &(&'j str, &'j Deployment)| {
        Json::object([("file", (*file).into()), ("name", deployment.get::<String>(NAME).into())])
    };
    let mut members =
        vec![("documents".into(), Json::list(columns.iter().map(column))), ("differs".into(), rows.differs().into())];
    for (id, _, rows) in parts(rows) {
        members.push((id.into(), Json::list(rows.iter().map(row))));
    }
    members.extend(changes.map(|changes| ("changes".into(), changed(changes))));
    Json::Object(members)
}

fn row(row: &Row) -> Json<'_> {
    let cell = |cell: &Cell| Json::object([("state", cell.id().into()), ("words", cell.words().into())]);
    Json::object([
        ("label", row.label.into()),
        ("places", Json::list(row.places.iter().map(String::as_str))),
        ("differs", row.differs.into()),
        ("cells", Json::list(row.cells.iter().map(cell))),
    ])
}

fn changed(changes: &Difference) -> Json<'_> {
    let turned = Turn::ALL.into_iter().flat_map(|turn| changes.turned(turn)).map(|turned| {
        Json::object([
            ("turn", turned.turn.id().into()),
            ("rule", turned.rule.id.into()),
            ("subjects", Json::list(turned.subjects.iter().map(String::as_str))),
            ("severity", turned.severity.id().into()),
            ("before", turned.before.map(exchange_advisor_core::assess::Outcome::id).into()),
            ("after", turned.after.map(exchange_advisor_core::assess::Outcome::id).into()),
        ])
    });
    Json::object([
        ("verdict", Json::list([changes.before.id(), changes.after.id()])),
        ("answers", Json::list(changes.answers.iter().map(|change| change.words.as_str()))),
        ("findings", Json::list(turned)),
    ])
}
