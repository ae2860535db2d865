//! Deployments side by side: kept ones, files that are only compared, three at once.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keep::{RECORDS, SWITCHED_OFF};
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{example, open_text};
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};

/// Two machines on one host, named so; `a` has snapshots or not.
fn document(name: &str, snapshots: bool, vcpus: u64) -> String {
    json!({
        "format": "exchange-virtualization-deployment/1", "name": name,
        "exchange": { "version": "2019" }, "hypervisor": { "product": "hyper-v-2019" },
        "hosts": [{ "id": "root" }],
        "vms": [{ "id": "a", "snapshots": snapshots, "vcpus": vcpus }, { "id": "<b>b</b>", "snapshots": true, "vcpus": 4 }],
    })
    .to_string()
}

fn open(page: &Page, text: &str) {
    // The answers of one document look like those of another: what was there must be gone first.
    page.goes_to("#/share");
    open_text(page, text);
    page.until_at("#/answers");
}

fn open_beside(page: &Page, name: &str, text: &str) {
    let file = page.file(name, text);
    page.keys(&page.one("input#open-beside[type=file]"), file.to_string_lossy());
}

/// The rows of a table: label, machines, and what stands in each column.
fn rows(page: &Page, table: &str) -> Vec<Vec<String>> {
    const ROWS: &str =
        "return [...document.querySelectorAll(`table[aria-labelledby='${arguments[0]}'] tbody tr`)].map((row) => [
        row.querySelector('th .label').textContent, row.querySelector('th .about')?.textContent ?? '',
        ...[...row.querySelectorAll('td .label')].map((cell) => cell.textContent)]);";
    let found = page.run(ROWS, vec![table.into()]);
    let texts =
        |row: &Value| row.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect();
    found.as_array().into_iter().flatten().map(texts).collect()
}

fn row(page: &Page, table: &str, label: &str, about: &str) -> Vec<String> {
    let all = rows(page, table);
    let found = all.iter().find(|row| row[0].to_lowercase().contains(label) && row[1] == about);
    found.unwrap_or_else(|| panic!("no row {label} ({about}) among {all:#?}"))[2..].to_vec()
}

fn columns(page: &Page) -> usize {
    page.all("table[aria-labelledby='verdicts'] thead th[scope='col']").len()
}

fn choose(page: &Page, name: &str) {
    let label =
        "return [...document.querySelectorAll('label.choice')].find((one) => one.innerText.includes(arguments[0]));";
    let found = page.element(label, vec![name.into()]).unwrap_or_else(|| panic!("{name} is not offered"));
    page.click(&found);
}

#[test]
fn two_kept_deployments_with_what_differs_first() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document("Last year", true, 4));
        open(page, &document("This year", false, 4));
        page.start_page();
        page.click(&page.one("a[href='#/compare']"));
        page.until_at("#/compare");
        assert!(page.all("table").is_empty());
        choose(page, "Last year");
        page.until("they are side by side", || columns(page) == 2);
        assert_eq!(row(page, "verdicts", "verdict", ""), ["not supported", "not supported"]);
        // The one in this tab comes first.
        assert_eq!(row(page, "answers-differ", "snapshots", "a"), ["no", "yes"]);
        assert_eq!(row(page, "findings-differ", "napshot", "a"), ["not broken", "broken"]);
        let answers = rows(page, "answers-differ");
        assert_eq!(answers.len(), 2, "{answers:?}");
        // What is equal is there when it is asked for.
        assert!(page.all("table[aria-labelledby='answers-equal']").is_empty());
        page.press("#equal > summary");
        page.until("what is equal is shown", || !rows(page, "answers-equal").is_empty());
        assert_eq!(row(page, "answers-equal", "virtual processors", "a, <b>b</b>"), ["4", "4"]);
        assert_eq!(row(page, "findings-equal", "napshot", "<b>b</b>"), ["broken", "broken"]);
        // What is chosen is so still after a look at the answers.
        page.goes_to("#/answers");
        page.goes_to("#/compare");
        page.until("they are side by side", || columns(page) == 2);
        choose(page, "Last year");
        page.until("nothing is", || page.all("table").is_empty());
    });
}

#[test]
fn a_file_is_compared_and_not_taken_on() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document("Today", true, 4));
        let kept = page.names_kept();
        page.goes_to("#/share");
        page.click(&page.one("main a[href='#/compare']"));
        page.until_at("#/compare");
        open_beside(page, "earlier.json", &document("Earlier", true, 8));
        page.until("they are side by side", || columns(page) == 2);
        assert_eq!(row(page, "answers-differ", "virtual processors", "a"), ["4", "8"]);
        assert!(page.text_of("table thead").contains("earlier.json"));
        let saved: Value = serde_json::from_str(&page.save()).expect("JSON");
        assert_eq!((&saved["name"], &saved["vms"][0]["vcpus"]), (&json!("Today"), &json!(4)));
        assert_eq!(page.names_kept(), kept);
        assert!(page.stored("localStorage", RECORDS).values().all(|record| !record.contains("Earlier")));
        // The same file again differs in nothing.
        page.goes_to("#/compare");
        open_beside(page, "same.json", &document("Today", true, 4));
        page.until("three are side by side", || columns(page) == 3);
        choose(page, "earlier.json");
        page.until("nothing differs", || page.text_of("#no-difference") == "Nothing differs.");
    });
}

#[test]
fn three_at_once_and_no_fourth() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        for (name, vcpus) in [("One", 1), ("Two", 2), ("Three", 3), ("Four", 4)] {
            open(page, &document(name, true, vcpus));
        }
        page.goes_to("#/compare");
        choose(page, "One");
        choose(page, "Two");
        page.until("three are side by side", || columns(page) == 3);
        assert_eq!(row(page, "answers-differ", "virtual processors", "a"), ["4", "1", "2"]);
        let third = "return [...document.querySelectorAll('input[name=beside]')].filter((one) => one.disabled).length;";
        assert_eq!(page.run(third, Vec::new()), 1, "the third is not to be chosen");
        // A file takes the place of the one that was chosen last.
        open_beside(page, "file.json", &document("File", true, 9));
        page.until("the file is there", || page.text_of("table thead").contains("file.json"));
        assert_eq!(row(page, "answers-differ", "virtual processors", "a"), ["4", "1", "9"]);
    });
}

#[test]
fn a_damaged_file_is_told_and_changes_nothing() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document("Today", true, 4));
        page.goes_to("#/compare");
        let wrong = document("Wrong", true, 4).replace("vcpus", "vcpu");
        open_beside(page, "wrong.json", &wrong);
        page.until("the errors are shown", || page.errors().contains("Did you mean `vcpus`?"));
        assert!(page.all("table").is_empty());
        open_beside(page, "empty.json", " ");
        page.until("it is no document", || !page.errors().contains("vcpus"));
        open_beside(page, "right.json", &document("Right", false, 4));
        page.until("they are side by side", || columns(page) == 2);
        assert_eq!(page.errors(), "");
    });
}

#[test]
fn without_storage_and_from_a_disk_files_can_be_compared() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.load_with(SWITCHED_OFF, "#/compare");
        open(page, &document("Today", true, 4));
        page.goes_to("#/compare");
        open_beside(page, "earlier.json", &document("Earlier", true, 8));
        page.until("they are side by side", || columns(page) == 2);
    });
    at(Kind::Chromium, Form::SingleFile, "#/compare", |page| {
        open_beside(page, "earlier.json", &example("exchange-se-dag.json"));
        page.until("they are side by side", || columns(page) == 2);
        assert_eq!(row(page, "verdicts", "verdict", ""), ["undetermined", "supported"]);
    });
}

#[test]
fn by_keyboard_alone_and_on_a_narrow_window() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document("Last year", true, 4));
        open(page, &document("This year", false, 4));
        page.goes_to("#/compare");
        page.tab_to("the other one", |focused| focused["type"] == "checkbox");
        page.key(Key::Space);
        page.until("they are side by side", || columns(page) == 2);
        assert_eq!(page.focused()["checked"], true, "the keyboard stays where it is");
        page.tab_to("what is equal", |focused| focused["name"] == "summary");
        page.key(Key::Enter);
        page.until("what is equal is shown", || !rows(page, "answers-equal").is_empty());
        for width in [360, 320] {
            page.window(width, 900);
            let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
            assert_eq!(page.run(wide, Vec::new()), 0, "sideways at {width}");
            // Each cell says of which deployment it is, for there are no columns any more.
            assert!(page.text_of("table tbody td").starts_with('A'), "{}", page.text_of("table tbody td"));
        }
    });
}
