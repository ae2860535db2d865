//! The result as a report: a finding is accepted and taken back, another day is judged for,
//! files and paper hold what the page says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use exchange_advisor_browser_tests::axe::Axe;
use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::native;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{example, machines, open_text};
use exchange_advisor_browser_tests::{Form, at, root, text};
use exchange_advisor_core::assess::{Outcome, assess};
use exchange_advisor_core::date::Date;
use serde_json::{Value, json};

const CCR: &str = "exchange-2007-ccr.json";

/// Opens a document and goes to its result.
fn result(page: &Page, document: &str) {
    // There a file that is opened stays on the result.
    if page.is("return location.hash === '#/result';", Vec::new()) {
        page.goes_to("#/");
    }
    open_text(page, document);
    page.until_at("#/answers");
    page.goes_to("#/result");
}

/// Unfolds the form with which the findings of a rule are accepted.
fn form(page: &Page, part: &str, rule: &str) -> String {
    let finding = format!("#{part} details[data-group='{rule}']");
    if page.all(&format!("{finding}[open]")).is_empty() {
        page.press(&format!("{finding} > summary"));
    }
    page.press(&format!("{finding} details.accept > summary"));
    format!("accept-{part}-{rule}")
}

fn fill(page: &Page, id: &str, text: &str) {
    page.type_over(&page.one(&format!("[id='{id}']")), text);
}

fn subjects(page: &Page, part: &str) -> Vec<String> {
    page.findings(part).into_iter().map(|[rule, subject, _]| format!("{rule} {subject}")).collect()
}

#[test]
fn a_finding_is_accepted_taken_back_and_undone() {
    at(Kind::Chromium, Form::Root, "", |page| {
        result(page, &example(CCR));
        page.until_verdict("not-supported");
        let before = page.document();
        let must_change = subjects(page, "#must-change");
        let policy = page.read("#policy");
        let id = form(page, "must-change", "vm-snapshots");
        // Without a reason nothing is accepted, and the page says so.
        page.press("#must-change details[data-group='vm-snapshots'] .accept-it");
        page.until_focused("error-summary");
        assert!(page.read("#error-summary").contains("Say why it is accepted"));
        assert!(page.is("return document.title.startsWith('Error: ');", Vec::new()));
        let mut axe = Axe::default();
        axe.look(page, "the form with what is wrong");
        assert!(axe.finish() > 0);
        page.press("#error-summary a");
        page.until_focused(&format!("{id}-reason"));
        assert_eq!(page.document(), before);
        // Nor with a day that is none.
        fill(page, &format!("{id}-reason"), "Needed until the upgrade <b>");
        fill(page, &format!("{id}-review"), "soon");
        page.press("#must-change details[data-group='vm-snapshots'] .accept-it");
        page.until("the day is wrong", || page.read("#error-summary").contains("This is not"));
        page.press("#error-summary a");
        page.until_focused(&format!("{id}-review"));
        fill(page, &format!("{id}-review"), "2099-12-31");
        fill(page, &format!("{id}-owner"), "Ann");
        page.press("#must-change details[data-group='vm-snapshots'] .accept-it");
        page.until("it is accepted", || subjects(page, "#accepted") == ["vm-snapshots vm:mbx2"]);
        page.until_focused("accepted-title");
        assert!(!page.is("return document.title.startsWith('Error: ');", Vec::new()));
        assert_eq!(page.verdict(), "not-supported");
        assert_eq!(subjects(page, "#must-change").len(), must_change.len() - 1);
        // It counts as before, and the headline says that it is accepted.
        let now = page.read("#policy");
        assert!(policy.contains("3 findings break a requirement") && now.contains("3 findings break a requirement"));
        assert!(now.contains("Of these one is accepted"), "{now}");
        let saved = page.document();
        assert_eq!(
            saved["accepted"],
            json!([{ "rule": "vm-snapshots", "subject": "vm:mbx2", "reason": "Needed until the upgrade <b>", "owner": "Ann", "review_on": "2099-12-31" }])
        );
        page.agrees_with_the_core();
        page.press("#undo");
        page.until("it is not accepted any more", || subjects(page, "#must-change") == must_change);
        assert_eq!(page.document(), before);
        page.press("#redo");
        page.until("it is accepted again", || subjects(page, "#accepted").len() == 1);
        page.press("#accepted details[data-group='vm-snapshots'] > summary");
        page.press("#accepted .take-back");
        page.until("it is taken back", || subjects(page, "#must-change") == must_change);
        page.until_focused("heading");
        assert_eq!(page.document(), before);
    });
}

#[test]
fn a_review_that_is_over_comes_back_to_the_top() {
    at(Kind::Chromium, Form::Root, "", |page| {
        result(page, &example(CCR));
        let advised = subjects(page, "#advised");
        let several = "prefer-pass-through";
        let id = form(page, "advised", several);
        fill(page, &format!("{id}-reason"), "The array has no free disks");
        fill(page, &format!("{id}-review"), "2026-01-31");
        page.press(&format!("#advised details[data-group='{several}'] .accept-it"));
        page.until("it is overdue", || !subjects(page, "#overdue").is_empty());
        let overdue = subjects(page, "#overdue");
        assert!(overdue.len() > 1 && overdue.iter().all(|one| one.starts_with(several)), "{overdue:?}");
        assert_eq!(advised.len(), subjects(page, "#advised").len() + overdue.len());
        let order = "const [one, other] = ['overdue', 'must-change'].map((id) => document.getElementById(id));
            return one.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING;";
        assert!(page.is(order, Vec::new()), "what is overdue does not stand on top");
        assert!(page.read("#policy").contains("overdue for their review"));
        assert!(
            page.read("#overdue").contains("OVERDUE: it was to be reviewed on 2026-01-31"),
            "{}",
            page.read("#overdue")
        );
        // Judged for a day before, it is accepted.
        page.press("details.day > summary");
        fill(page, "as-of", "2025-12-24");
        page.press("#judge-day");
        page.until("it is not overdue then", || subjects(page, "#accepted") == overdue);
        assert!(page.read("#day-changes").contains("is not overdue for its review then"));
        // One of them is decided again, by itself.
        page.press("#undo");
        page.until("it is overdue again", || subjects(page, "#overdue") == overdue);
        let id = form(page, "overdue", several);
        fill(page, &format!("{id}-reason"), "Still so");
        let first = format!("document.getElementById('{id}-machines').value = '0';");
        page.run(&first, Vec::new());
        page.press(&format!("#overdue details[data-group='{several}'] .accept-it"));
        page.until("one is accepted", || subjects(page, "#accepted") == overdue[..1]);
        assert_eq!(subjects(page, "#overdue"), overdue[1..]);
    });
}

#[test]
fn another_day_changes_the_lifecycle_and_nothing_else() {
    at(Kind::Chromium, Form::Root, "", |page| {
        result(page, &example(CCR));
        let policy = page.read("#policy");
        assert!(page.read(".support").contains("out of support since 2017-04-11"));
        page.press("details.day > summary");
        fill(page, "as-of", "yesterday");
        page.press("#judge-day");
        page.until_focused("error-summary");
        fill(page, "as-of", "2010-05-01");
        page.press("#judge-day");
        page.until("it is in support", || page.read(".support").contains("Exchange Server 2007 is in support"));
        let changes = page.read("#day-changes");
        assert!(changes.contains("Exchange Server 2007: today out of support since 2017-04-11"), "{changes}");
        assert_eq!(page.read("#policy"), policy);
        assert_eq!(page.document()["as_of"], "2010-05-01");
        page.press("#judge-today");
        page.until("it is today again", || page.all("#day-changes").is_empty());
        assert_eq!(page.document()["as_of"], Value::Null);
    });
}

/// Rule and subject of every finding with its outcome.
type Found = BTreeSet<(String, String, String)>;

fn rows(csv: &str) -> Found {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row")).map(|row| (row[0].into(), row[1].into(), row[3].into())).collect()
}

#[test]
fn files_hold_what_the_page_and_the_core_say() {
    at(Kind::Chromium, Form::Root, "", |page| {
        let cases = ["06", "12", "40", "68"].map(|number| format!("tests/cases/deployments/{number}.json"));
        for case in cases {
            let case: Value = serde_json::from_str(&text(&root().join(case))).expect("JSON");
            result(page, &case["deployment"].to_string());
            let document = page.document().to_string();
            let deployment = exchange_advisor_core::read(document.as_bytes()).expect("a document");
            let today = page.run("return new Date().toISOString().slice(0, 10);", Vec::new());
            let assessment = assess(&deployment, Date::parse(today.as_str().expect("a day")).expect("a day"));
            let wanted: Found = assessment
                .findings
                .iter()
                .map(|found| (found.rule.id.into(), deployment.subject_name(found.subject), found.outcome.id().into()))
                .collect();
            let name = |ending: &str| format!("exchange-report-{}.{ending}", today.as_str().expect("a day"));
            assert_eq!(rows(&page.saved_as(&name("csv"), |page| page.press("#save-csv"))), wanted);
            let json = page.saved_as(&name("json"), |page| page.press("#save-json"));
            let json: Value = serde_json::from_str(&json).expect("JSON");
            assert_eq!(json["verdict"], page.verdict());
            assert_eq!(json["findings"].as_array().map(Vec::len), Some(wanted.len()));
            let html = page.saved_as(&name("html"), |page| page.press("#save-html"));
            assert_eq!(html.matches("data-subject=").count(), wanted.len());
            let markdown = page.saved_as(&name("md"), |page| page.press("#save-markdown"));
            // The page has every finding that is broken or waits, with the same numbers over them.
            let shown: Found = page
                .findings("#verdict")
                .into_iter()
                .map(|[rule, subject, outcome]| (rule, subject, outcome))
                .collect();
            let open: Found =
                wanted.iter().filter(|(.., outcome)| outcome != Outcome::Satisfied.id()).cloned().collect();
            assert_eq!(shown.into_iter().filter(|(.., outcome)| outcome != "satisfied").collect::<Found>(), open);
            for part in ["must-change", "advised"] {
                let heading = page.run(
                    "const part = document.getElementById(arguments[0]); return part.hidden ? '' : part.querySelector('h2').textContent;",
                    vec![part.into()],
                );
                let heading = heading.as_str().expect("a text");
                assert!(html.contains(heading) && markdown.contains(heading), "{heading}");
            }
            // Without names.
            page.press("#without-names");
            let html = page.saved_as(&name("html"), |page| page.press("#save-html"));
            let names = deployment.subjects().map(|subject| deployment.machine_name(subject).to_owned());
            for name in names.filter(|name| name.len() > 4) {
                assert!(!html.contains(&format!(":{name}\"")), "{name}");
            }
            page.press("#without-names");
        }
    });
}

/// The text of a PDF without white space: where lines break plays no role.
fn text_of(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).expect("a PDF");
    // A font has one glyph for some pairs of letters.
    let ligatures =
        [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl"), ("\u{fb03}", "ffi"), ("\u{fb04}", "ffl")];
    let text: String = text.split_whitespace().collect();
    ligatures.into_iter().fold(text, |text, (glyph, letters)| text.replace(glyph, letters))
}

/// 20 hosts and 200 guests with much that is wrong.
fn large() -> String {
    let mut document: Value = serde_json::from_str(&machines(20, 200, 14)).expect("JSON");
    for (number, guest) in (0..).zip(document["vms"].as_array_mut().expect("guests")) {
        let number: u32 = number;
        guest["snapshots"] = json!(number.is_multiple_of(3));
        guest["dynamic_memory"] = json!(number.is_multiple_of(4));
        guest["state_saved_on_disk"] = json!(number.is_multiple_of(7));
    }
    for host in document["hosts"].as_array_mut().expect("hosts") {
        host["cores_per_socket"] = json!(4);
    }
    document["accepted"] =
        json!([{ "rule": "vm-snapshots", "subject": "vm:guest-1", "reason": "because", "review_on": "2099-01-01" }]);
    document.to_string()
}

#[test]
fn the_printed_result_of_a_large_deployment_is_complete() {
    at(Kind::Chromium, Form::Root, "", |page| {
        let document = large();
        result(page, &document);
        let pdf = page.printed();
        if let Ok(folder) = std::env::var("PRINTED") {
            fs::write(format!("{folder}/large.pdf"), &pdf).expect("a file");
        }
        let printed_text = text_of(&pdf);
        let deployment = exchange_advisor_core::read(document.as_bytes()).expect("a document");
        let assessment = assess(&deployment, Date::parse(native::SOME_DAY).expect("a day"));
        let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in assessment.findings.iter().filter(|finding| finding.outcome != Outcome::Satisfied) {
            *rules.entry(finding.rule.id).or_default() += 1;
        }
        assert!(rules.len() > 10 && rules.values().sum::<usize>() > 500, "{rules:?}");
        for rule in rules.keys() {
            assert!(printed_text.contains(rule), "{rule} is not printed");
        }
        for subject in deployment.subjects() {
            let name = deployment.machine_name(subject);
            assert!(printed_text.contains(name), "{name} is not printed");
        }
        // Nothing of what only a screen is for.
        for words in ["Savefile", "Acceptthisfinding", "Printasummary", "Judgelifecycles"] {
            assert!(!printed_text.contains(words), "{words} is printed");
        }
        // The summary is a fraction of it.
        page.run("document.documentElement.setAttribute('data-summary', 'true');", Vec::new());
        let summary = page.printed();
        if let Ok(folder) = std::env::var("PRINTED") {
            fs::write(format!("{folder}/summary.pdf"), &summary).expect("a file");
        }
        let summary = text_of(&summary);
        assert!(summary.len() * 3 < printed_text.len(), "{} {}", summary.len(), printed_text.len());
        assert!(summary.contains("Notsupported") && summary.contains("Whatmustchange"));
    });
}

#[test]
fn a_summary_is_printed_once_and_then_everything_again() {
    at(Kind::Chromium, Form::Root, "", |page| {
        result(page, &example(CCR));
        // A browser without a person has no dialog; what it would print is what it is told then.
        let watch = "window.seen = []; window.print = () => {
            window.seen.push(document.documentElement.hasAttribute('data-summary'));
            window.dispatchEvent(new Event('afterprint')); };";
        page.run(watch, Vec::new());
        page.press("#print-summary");
        page.press("#print-all");
        assert_eq!(page.run("return window.seen;", Vec::new()), json!([true, false]));
        assert!(page.is("return !document.documentElement.hasAttribute('data-summary');", Vec::new()));
    });
}
