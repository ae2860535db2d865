//! `report`: one document in, a report out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use exchange_advisor_core::assess::{Outcome, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::json::Json;

const DAY: &str = "2026-11-23";

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_exchange-advisor")).arg("report").args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn example(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples").join(name).display().to_string()
}

/// Rule and outcome of every line that a finding begins with, and how many subjects it has.
fn findings(text: &str) -> BTreeMap<(String, String), usize> {
    let mut found = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("  * ") && line.ends_with(']')) {
        let (before, tags) = line.rsplit_once(" [").unwrap();
        let tags: Vec<&str> = tags.trim_end_matches(']').split([';', ',']).map(str::trim).collect();
        // A title may end with "host"; only a subject has its name right behind the colon.
        let kinds = ["host:", "vm:"].into_iter().flat_map(|kind| before.match_indices(kind).map(move |at| (kind, at)));
        let subjects = kinds.filter(|(kind, (at, _))| !before[at + kind.len()..].starts_with(' ')).count();
        assert_eq!(tags.len(), 4, "{line}");
        let (rule, outcome) = (tags.first().unwrap(), tags.get(2).unwrap());
        *found.entry(((*rule).to_owned(), (*outcome).to_owned())).or_default() += subjects.max(1);
    }
    found
}

#[test]
fn the_text_of_every_case_has_all_findings() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/deployments");
    let mut cases = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let Ok(Json::Object(members)) = Json::parse(&bytes) else { panic!("{}", path.display()) };
        let document = members.iter().find(|(key, _)| key == "deployment").unwrap().1.to_string();
        let deployment = exchange_advisor_core::read(document.as_bytes()).unwrap();
        let day = Date::parse(DAY).unwrap();
        let mut wanted = BTreeMap::new();
        for finding in &assess(&deployment, day).findings {
            let outcome = match finding.outcome {
                Outcome::Violated => "violated",
                Outcome::Satisfied => "satisfied",
                Outcome::Unknown => "unknown",
            };
            *wanted.entry((finding.rule.id.to_owned(), outcome.to_owned())).or_default() += 1;
        }
        let name = format!("case-{}", path.file_name().unwrap().to_string_lossy());
        let output = run(&["--format", "text", "--as-of", DAY, &file(&name, &document)]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(findings(&stdout(&output)), wanted, "{name}");
        cases += 1;
    }
    assert_eq!(cases, 80);
}

#[test]
fn every_format_comes_to_standard_output_and_into_a_file() {
    for (format, begins) in [
        ("html", "<!DOCTYPE html>"),
        ("markdown", "# Head office mail"),
        ("csv", "\u{feff}\"rule\",\"subject\""),
        ("json", "{\n"),
        ("text", "Head office mail: NOT SUPPORTED"),
    ] {
        let document = example("exchange-2007-ccr.json");
        let shown = run(&["--format", format, "--as-of", DAY, &document]);
        assert_eq!(shown.status.code(), Some(0));
        assert!(stdout(&shown).starts_with(begins), "{format}");
        let path = file("out", "");
        let saved = run(&["--format", format, "--as-of", DAY, &document, "-o", &path]);
        assert_eq!((saved.status.code(), stdout(&saved).as_str()), (Some(0), ""));
        assert_eq!(fs::read_to_string(&path).unwrap(), stdout(&shown), "{format}");
        let unnamed = stdout(&run(&["--format", format, "--without-names", &document]));
        // `mbx1` stands in a rule's own example.
        assert!(!unnamed.contains("mbx2") && !unnamed.contains("Head office"), "{format}");
        assert!(unnamed.contains("guest 1"), "{format}");
        let summary = stdout(&run(&["--format", format, "--summary", "--as-of", DAY, &document]));
        let complete = format == "csv" || format == "json";
        assert_eq!(summary.len() < stdout(&shown).len() / 2, !complete, "{format}");
    }
}

#[test]
fn what_cannot_be_read_is_no_report() {
    let output = run(&[&file("no-report.json", "{}")]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(3), ""));
    assert!(String::from_utf8_lossy(&output.stderr).contains("format"));
    assert_eq!(run(&["/does/not/exist.json"]).status.code(), Some(3));
    assert_eq!(run(&["--format", "pdf", "-"]).status.code(), Some(64));
}
