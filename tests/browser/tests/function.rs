//! `globalThis.exchangeAdvisor`: what it gives for good documents is what the core gives,
//! from every form of the page; and bad ones of every kind throw.

use std::fs;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::native::{self, SOME_DAY};
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, files, on_page, text};
use exchange_advisor_core::ADVISOR_VERSION;
use exchange_advisor_core::deployment::Fault;
use serde_json::{Value, json};

const ASSESS: &str = include_str!("../src/js/assess.js");
const BAD: &str = include_str!("../src/js/bad.js");
const WATCH: &str = include_str!("../src/js/watch.js");

/// The eighty cases, by name.
fn eighty() -> Vec<(String, String)> {
    let cases: Vec<_> = files("tests/cases/deployments", "json")
        .iter()
        .map(|file| {
            let case: Value = serde_json::from_str(&text(file)).expect("JSON");
            (file.display().to_string(), case["deployment"].to_string())
        })
        .collect();
    assert_eq!(cases.len(), 80);
    cases
}

/// Other documents, in the odd shapes that the format allows.
fn odd() -> Vec<(String, String)> {
    ["tests/cases/documents", "examples"]
        .iter()
        .flat_map(|folder| files(folder, "json"))
        .map(|file| (file.display().to_string(), text(&file)))
        .collect()
}

/// Assesses documents in the page, and gives what `assess.js` says of each.
fn assess(page: &Page, documents: &[(String, String)], options: &Value) -> Vec<Value> {
    let texts: Vec<&str> = documents.iter().map(|(_, text)| text.as_str()).collect();
    let Value::Array(results) = page.run(ASSESS, vec![json!(texts), options.clone()]) else { panic!("no list") };
    assert_eq!(results.len(), documents.len());
    results
}

fn same_as_native(page: &Page) {
    let documents = [eighty(), odd()].concat();
    for ((name, text), result) in documents.iter().zip(assess(page, &documents, &json!({ "asOf": SOME_DAY }))) {
        assert_eq!(result["error"], Value::Null, "{name}");
        assert_eq!(result["odd"], Value::Null, "{name}: not only plain objects, texts, numbers, true, false and null");
        assert_eq!(result["changed"], false, "{name}: the document given was changed");
        let found = serde_json::from_str(result["json"].as_str().expect("a text")).expect("JSON");
        let wanted = native::assessment(text, SOME_DAY).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        assert_eq!(native::numbers(found), wanted, "{name}: page (left) and core (right)");
    }
}

#[test]
fn the_eighty_cases_from_the_site() {
    on_page(Kind::Chromium, Form::Root, same_as_native);
}

#[test]
fn the_eighty_cases_from_a_subfolder() {
    on_page(Kind::Chromium, Form::Subfolder, same_as_native);
}

#[test]
fn the_eighty_cases_from_the_single_file() {
    on_page(Kind::Chromium, Form::SingleFile, same_as_native);
}

#[test]
fn a_wrong_document_throws_all_its_errors() {
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        // What JavaScript can hold of the invalid documents. Where it holds something
        // else than was written (a key twice), the core judges what JavaScript holds.
        let documents: Vec<_> = files("tests/cases/invalid", "json")
            .iter()
            .filter_map(|file| Some((file.display().to_string(), String::from_utf8(fs::read(file).ok()?).ok()?)))
            .collect();
        let (mut compared, mut failures) = (0, Vec::new());
        for ((name, _), result) in documents.iter().zip(assess(page, &documents, &json!({ "asOf": SOME_DAY }))) {
            if result["syntax"] == false {
                continue;
            }
            let message = result["error"].as_str();
            match native::assessment(result["given"].as_str().expect("a text"), SOME_DAY) {
                _ if result["finite"] == false => assert!(message.is_some(), "{name}: no error"),
                // Places in a text are none in an object.
                Err(errors) if errors.errors.iter().any(|error| error.fault == Fault::Syntax) => {
                    assert!(message.is_some(), "{name}: no error");
                }
                Err(errors) => {
                    let mut wanted: Vec<String> = errors.to_string().lines().map(str::to_owned).collect();
                    let message = message.unwrap_or_else(|| panic!("{name}: no error"));
                    let mut found: Vec<String> = message.lines().map(str::to_owned).collect();
                    wanted.sort();
                    found.sort();
                    if found != wanted {
                        failures.push(format!("{name}: the page says {found:#?}, the core {wanted:#?}"));
                    }
                    compared += 1;
                }
                Ok(_) => assert_eq!(message, None, "{name}"),
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
        assert!(compared >= 20, "only {compared} were compared");
    });
}

#[test]
fn what_json_cannot_write_throws_too() {
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        let good =
            ["members that are undefined", "the same object twice", "an object without a prototype", "a frozen object"];
        // What the message has to name besides being there.
        let named: &[(&str, &[&str])] = &[
            ("not a number", &["vms[0].memory_gb"]),
            ("infinite", &["vms[0].memory_gb"]),
            ("a big integer", &["vms[0].vcpus"]),
            ("a map inside", &["exchange"]),
            ("a set inside", &["vms[0].roles"]),
            ("a date", &["as_of"]),
            ("a function inside", &["vms[0].vcpus"]),
            ("a symbol", &["vms[0].vcpus"]),
            ("half a character", &["name"]),
            ("a day that is none", &["2026-02-30"]),
            ("a day as people write it", &["23.11.2026"]),
            (
                "several at once",
                &[
                    "name",
                    "hosts[0].sockets",
                    "cores",
                    "vms[0].vcpus",
                    "vms[0].memory_gb",
                    "vms[0].roles",
                    "vms[0].storage.kind",
                    "vms[0].storage.raid_protected",
                ],
            ),
        ];
        let outcomes = page.run(BAD, Vec::new());
        let outcomes = outcomes.as_array().expect("a list");
        assert!(outcomes.len() >= 35);
        let mut failures = Vec::new();
        for outcome in outcomes {
            let name = outcome["name"].as_str().expect("a name");
            let error = outcome["error"].as_str();
            if outcome["after"] != "not-supported" {
                failures.push(format!("{name}: afterwards a good document gives {}", outcome["after"]));
            }
            if good.contains(&name) {
                if outcome["verdict"] != "not-supported" {
                    failures.push(format!("{name}: judged as {outcome}"));
                }
                continue;
            }
            let Some(error) = error.filter(|error| !error.is_empty() && !error.starts_with("not an Error")) else {
                failures.push(format!("{name}: no Error but {outcome}"));
                continue;
            };
            let wanted = named.iter().find(|(found, _)| *found == name).map_or(&[][..], |(_, words)| words);
            for word in wanted.iter().filter(|word| !error.contains(**word)) {
                failures.push(format!("{name}: the message does not name {word}: {error}"));
            }
        }
        assert!(failures.is_empty(), "{failures:#?}");
    });
}

#[test]
fn a_document_has_a_day_without_being_told() {
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        let script = r#"
            const document = { format: "exchange-virtualization-deployment/1" };
            const days = () => {
                const now = new Date();
                const two = (number) => String(number).padStart(2, "0");
                const here = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
                return [now.toISOString().slice(0, 10), here];
            };
            const before = days();
            const day = exchangeAdvisor.assess(document).as_of;
            const own = exchangeAdvisor.assess({ ...document, as_of: "2011-06-01" }).as_of;
            const told = exchangeAdvisor.assess({ ...document, as_of: "2011-06-01" }, { asOf: "2012-06-01" }).as_of;
            return [[...before, ...days()].includes(day), own, told, exchangeAdvisor.version];
        "#;
        // As the command line does: the day it is told, or else the document's own, or else today.
        assert_eq!(page.run(script, Vec::new()), json!([true, "2011-06-01", "2012-06-01", ADVISOR_VERSION]));
    });
}

#[test]
fn it_is_there_before_the_first_paint() {
    for form in [Form::Root, Form::SingleFile] {
        on_page(Kind::Chromium, form, |page| {
            page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }));
            page.reload();
            let painted = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;";
            page.until("the page is painted", || !page.run(painted, Vec::new()).is_null());
            let came = page.run("return globalThis.cameAt ?? null;", Vec::new());
            let came = came.as_f64().unwrap_or_else(|| panic!("{form:?}: nobody set it"));
            let painted = page.run(painted, Vec::new()).as_f64().expect("a time");
            assert!(came <= painted, "{form:?}: it came {came} ms after the start, and the paint at {painted} ms");
        });
    }
}
