//! Documents side by side, as people call the program.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn document(name: &str, snapshots: bool) -> String {
    let text = format!(
        r#"{{"format":"exchange-virtualization-deployment/1","name":"{name}","exchange":{{"version":"2019"}},
        "vms":[{{"id":"a|b","snapshots":{snapshots}}},{{"id":"c","snapshots":true}}]}}"#
    );
    let file: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("compare-{file}.json"));
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn run(arguments: &[&str]) -> (String, String, i32) {
    let Output { stdout, stderr, status } = Command::new(env!("CARGO_BIN_EXE_exchange-advisor"))
        .arg("compare")
        .args(["--as-of", "2026-11-23"])
        .args(arguments)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code().unwrap())
}

#[test]
fn the_status_is_that_of_diff() {
    let (one, other) = (document("one!", true), document("other", false));
    assert_eq!(run(&[&one, &one]).2, 0);
    assert_eq!(run(&[&one, &other]).2, 1);
    assert_eq!(run(&[&one, &one, &other]).2, 1);
    assert_eq!(run(&[&one]).2, 64);
    assert_eq!(run(&[&one, &one, &one, &one]).2, 64);
    let (out, err, status) = run(&[&one, "/does/not/exist.json"]);
    assert_eq!((out.as_str(), status), ("", 3));
    assert!(err.contains("/does/not/exist.json: the file cannot be read"), "{err}");
}

#[test]
fn a_document_with_mistakes_is_not_compared() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("compare-wrong.json");
    fs::write(&path, r#"{"format":"exchange-virtualization-deployment/1","vms":[{"id":"a","vcpu":4}]}"#).unwrap();
    let (out, err, status) = run(&[&document("right", true), path.to_str().unwrap()]);
    assert_eq!((out.as_str(), status), ("", 3));
    assert!(err.contains("there is no key `vcpu`") && err.contains("Did you mean `vcpus`?"), "{err}");
}

#[test]
fn text_tells_what_differs_and_counts_the_rest() {
    let (out, _, _) = run(&[&document("before", true), &document("now \\u001b[31m", false)]);
    assert!(out.contains("\nThe verdict stays: not supported.\n"), "{out}");
    assert!(out.contains("(a|b)\n    A  yes\n    B  no\n"), "{out}");
    assert!(!out.contains("(c)"), "{out}");
    assert!(out.contains("Equal: ") && !out.contains('\u{1b}'), "{out}");
}

#[test]
fn markdown_is_tables_in_which_no_text_is_markup() {
    let (out, _, _) = run(&["--format", "markdown", &document("*bold* <b>", true), &document("plain", false)]);
    assert!(out.contains(r"\*bold\* &lt;b&gt;"), "{out}");
    assert!(out.contains(r" (a\|b) | yes | no |"), "{out}");
    // Every row of a table has as many cells as its head.
    let cells = |line: &str| line.replace(r"\|", "").matches('|').count();
    assert!(out.lines().filter(|line| line.starts_with('|')).all(|line| cells(line) == 4), "{out}");
}

#[test]
fn json_has_everything_and_what_changed() {
    let (out, _, _) = run(&["--format", "json", &document("first", true), &document("second", false)]);
    let compact: String = out.split_whitespace().collect();
    assert!(compact.contains(r#""places":["vms[a|b].snapshots"],"differs":true"#), "{out}");
    assert!(compact.contains(r#""turn":"mends""#) && compact.contains(r#""subjects":["vm:a|b"]"#), "{out}");
    assert!(compact.contains(r#""differs":false"#), "{out}");
    let three = document("third", true);
    let (out, _, _) = run(&["--format", "json", &three, &three, &three]);
    assert!(!out.contains(r#""changes""#), "{out}");
}
