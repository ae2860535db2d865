//! The program as people call it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const FORMAT: &str = r#""format":"exchange-virtualization-deployment/1""#;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_exchange-advisor"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A file of its own for a test.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn not_supported() -> String {
    format!(r#"{{{FORMAT},"exchange":{{"version":"2000"}}}}"#)
}

fn undetermined() -> String {
    format!("{{{FORMAT}}}")
}

fn lab() -> String {
    format!(r#"{{{FORMAT},"purpose":"lab"}}"#)
}

fn supported() -> String {
    let case = include_str!("../../tests/cases/documents/supported-2003.json");
    case.to_owned()
}

#[test]
fn the_verdict_comes_first_and_the_status_tells_it() {
    for (document, status, verdict) in [
        (supported(), 0, "SUPPORTED"),
        (not_supported(), 1, "NOT SUPPORTED"),
        (undetermined(), 2, "UNDETERMINED"),
        (lab(), 2, "OUT OF SCOPE"),
    ] {
        let output = run(&["assess", "-"], document.as_bytes());
        assert_eq!(code(&output), status, "{}", stderr(&output));
        let first = stdout(&output).lines().next().unwrap().to_owned();
        assert_eq!(first, format!("standard input: {verdict}"));
        assert!(!stdout(&output).contains('\u{1b}'), "colour in a pipe");
    }
}

#[test]
fn the_worst_of_all_documents_wins() {
    let good = file("good.json", &supported());
    let open = file("open.json", &undetermined());
    let bad = file("bad.json", &not_supported());
    let broken = file("broken.json", "{");
    for (files, status) in
        [(vec![&good], 0), (vec![&good, &open], 2), (vec![&open, &bad, &good], 1), (vec![&broken, &bad, &open], 3)]
    {
        let mut arguments = vec!["assess"];
        arguments.extend(files.iter().map(|file| file.as_str()));
        assert_eq!(code(&run(&arguments, b"")), status, "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_read_is_reported_and_does_not_stop_the_others() {
    let broken = file(
        "wrong.json",
        r#"{"format":"exchange-virtualization-deployment/1","vms":[{"id":"a","vcpu":4,"memory_gb":-1}]}"#,
    );
    let good = file("right.json", &supported());
    let output = run(&["assess", "/does/not/exist.json", &broken, &good], b"");
    assert_eq!(code(&output), 3);
    assert!(stdout(&output).contains("right.json: SUPPORTED"));
    let errors = stderr(&output);
    assert!(errors.contains("/does/not/exist.json: the file cannot be read"), "{errors}");
    assert!(errors.contains("2 things are wrong"), "{errors}");
    assert!(errors.contains("vms[0].vcpu: there is no key `vcpu`"), "{errors}");
    assert!(errors.contains("Did you mean `vcpus`?"), "{errors}");
    assert!(errors.contains("vms[0].memory_gb: found `-1`"), "{errors}");
}

#[test]
fn json_lines_come_in_the_order_given_also_for_what_was_not_read() {
    let broken = file("lines-broken.json", "[]");
    let bad = file("lines-bad.json", &not_supported());
    let output = run(&["assess", "--format", "jsonl", &bad, &broken, "-"], lab().as_bytes());
    let lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with(r#"{"file":""#) && lines[0].contains(r#""verdict":"not-supported""#));
    assert!(lines[1].contains(r#"lines-broken.json","errors":[{"fault":"wrong-type""#), "{}", lines[1]);
    assert!(lines[2].contains(r#""verdict":"out-of-scope""#));
    assert!(stderr(&output).contains("lines-broken.json"));
    assert_eq!(code(&output), 3);
}

#[test]
fn json_is_an_array() {
    let bad = file("array-bad.json", &not_supported());
    let output = run(&["assess", "--format", "json", &bad, "-"], undetermined().as_bytes());
    let text = stdout(&output);
    assert!(text.starts_with("[\n{") && text.ends_with("}\n]\n"), "{text}");
    assert_eq!(text.matches(r#""verdict":"#).count(), 2);
    let nothing = run(&["assess", "--format", "json", "--input", "jsonl", "-"], b"\n\n");
    assert_eq!((stdout(&nothing).as_str(), code(&nothing)), ("[]\n", 0));
}

#[test]
fn a_stream_of_documents_is_judged_line_by_line() {
    let stream = format!("{}\n\n{}\r\nnope\n{}", supported().replace('\n', " "), not_supported(), lab());
    let output = run(&["assess", "--input", "jsonl", "--format", "jsonl", "-"], stream.as_bytes());
    let lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with(r#"{"file":"-","line":1,"verdict":"supported""#), "{}", &lines[0][..80]);
    assert!(lines[2].starts_with(r#"{"file":"-","line":4,"errors":["#), "{}", lines[2]);
    assert_eq!(code(&output), 3);
}

#[test]
fn the_day_given_beats_the_documents_own() {
    let document = format!(r#"{{{FORMAT},"as_of":"2020-01-01","exchange":{{"version":"5.5"}}}}"#);
    let own = stdout(&run(&["assess", "-"], document.as_bytes()));
    assert!(own.contains("Judged for 2020-01-01") && own.contains("out of support since 2006-01-10"), "{own}");
    let given = stdout(&run(&["assess", "--as-of", "2003-12-31", "-"], document.as_bytes()));
    assert!(given.contains("Judged for 2003-12-31") && given.contains("is in support, until 2006-01-10"), "{given}");
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    for arguments in [
        vec![],
        vec!["judge"],
        vec!["assess"],
        vec!["assess", "--format", "xml", "-"],
        vec!["assess", "--as-of", "yesterday", "-"],
        vec!["new", "2008"],
        vec!["rules", "vcpu-ratoi"],
    ] {
        let output = run(&arguments, b"");
        assert_eq!(code(&output), 64, "{arguments:?}");
        assert!(!stderr(&output).is_empty());
    }
    assert!(stderr(&run(&["rules", "vcpu-ratoi"], b"")).contains("Did you mean `vcpu-ratio`?"));
    for arguments in [vec!["--help"], vec!["assess", "--help"], vec!["--version"]] {
        assert_eq!(code(&run(&arguments, b"")), 0, "{arguments:?}");
    }
    assert!(stdout(&run(&["--help"], b"")).contains("Examples:"));
}

#[test]
fn the_catalogue_is_listed_and_told() {
    let list = stdout(&run(&["rules"], b""));
    assert!(list.contains("vcpu-ratio") && list.contains("antivirus-skips-disks"));
    let one = stdout(&run(&["rules", "vcpu-ratio"], b""));
    for word in [
        "What is checked: Add up",
        "Why it matters: ",
        "- virtual processors of other machines: 13",
        "The same, but virtual processors of other machines: 12",
        "How to mend it: ",
        "What mending takes:",
        "[change/move-others]",
        "Ways out of their own:",
        "How to find it out: ",
        "Broken exactly if: `hypervisor.product is not",
        "(https://learn.microsoft.com/exchange/exchange-2013-virtualization-exchange-2013-help)",
        "Evidence A: read in full in the source named.",
        "Version: Exchange 2003",
        "is silent on this",
        "as for Exchange 2007",
        "[question/hosts.sockets]",
    ] {
        assert!(one.contains(word), "{word}\n{one}");
    }
    let json = stdout(&run(&["rules", "--format", "json"], b""));
    assert!(
        json.starts_with("[\n") && json.matches(r#""rule":"#).count() == 70,
        "{}",
        json.matches(r#""rule":"#).count()
    );
    let one = stdout(&run(&["rules", "--format", "json", "vcpu-ratio"], b""));
    assert!(one.starts_with("{\n"));
    for part in [
        r#""path": "hosts[host1].other_vm_vcpus""#,
        r#""answer": "13""#,
        r#""answer": "12""#,
        r#""change": "move-others""#,
    ] {
        assert!(one.contains(part), "{part}\n{one}");
    }
}

#[test]
fn the_manual_is_listed_shown_and_searched() {
    let list = stdout(&run(&["manual"], b""));
    for entry in
        ["rule/vcpu-ratio", "question/vms.storage.kind", "note/core-scaling", "words/vmware", "change/move-data"]
    {
        assert!(list.contains(entry), "{entry}");
    }
    // The same page, by command, by address and by id.
    let one = stdout(&run(&["rules", "vcpu-ratio"], b""));
    assert_eq!(stdout(&run(&["manual", "rule/vcpu-ratio"], b"")), one);
    assert_eq!(stdout(&run(&["manual", "vcpu-ratio"], b"")), one);
    let question = stdout(&run(&["manual", "question/vms.vcpus"], b""));
    assert!(question.contains("How many virtual processors") && question.contains("[rule/vcpu-ratio]"), "{question}");
    let found = stdout(&run(&["manual", "thin", "provision"], b""));
    assert!(found.contains("rule/dynamic-virtual-disk") && found.contains("Thin Provision"), "{found}");
    let nothing = run(&["manual", "xyzzy of the cave"], b"");
    assert!(code(&nothing) == 64 && stderr(&nothing).contains("xyzzy of the cave") && stdout(&nothing).is_empty());
}

#[test]
fn a_new_document_can_be_judged_at_once() {
    for version in ["5.5", "2003", "2007", "SE"] {
        let document = run(&["new", version], b"");
        assert_eq!(code(&document), 0);
        let judged = run(&["assess", "-"], &document.stdout);
        assert_eq!(code(&judged), if version == "5.5" { 1 } else { 2 }, "{}", stderr(&judged));
    }
}

#[test]
fn shells_can_complete() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell], b"");
        assert!(code(&script) == 0 && stdout(&script).contains("exchange-advisor"), "{shell}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_exchange-advisor"))
        .args(["rules", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// The session in the README is what the program prints, up to its three dots.
#[test]
fn the_readme_shows_what_the_program_prints() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let session = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    let (command, expected) = session.split_once('\n').unwrap();
    let arguments: Vec<&str> = command.split_whitespace().skip(2).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_exchange-advisor"))
        .args(&arguments)
        .args(["--as-of", "2026-11-23"])
        .current_dir(root)
        .output()
        .unwrap();
    let expected = expected.strip_suffix("...\n").unwrap();
    assert!(stdout(&output).starts_with(expected), "{}", stdout(&output));
}

#[test]
fn a_sheet_has_the_open_questions() {
    let document = format!(
        r#"{{{FORMAT},"purpose":"production","exchange":{{"version":"2016"}},"hypervisor":{{"product":"hyper-v-2016"}},
        "hosts":[{{"id":"r"}}],"vms":[{{"id":"m","snapshots":null}},{{"id":"n","snapshots":false}}]}}"#
    );
    let output = run(&["sheet", "-"], document.as_bytes());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.contains("For the virtualization team") && text.contains("For the storage team"), "{text}");
    assert!(text.contains("Are snapshots (checkpoints) of it taken? (m)\n"), "{text}");
    assert!(text.contains("Get-VMSnapshot"), "{text}");

    let settled = format!(r#"{{{FORMAT},"purpose":"production","exchange":{{"version":"2000"}}}}"#);
    let output = run(&["sheet", "-"], settled.as_bytes());
    assert_eq!((code(&output), stdout(&output).lines().count()), (0, 1), "{}", stdout(&output));

    let output = run(&["sheet", "-"], b"{}");
    assert_eq!((code(&output), stdout(&output).as_str()), (3, ""));
    assert!(stderr(&output).contains("format"), "{}", stderr(&output));
}
