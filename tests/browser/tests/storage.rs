//! Storage that is switched off, full, damaged or written by a newer version: the page
//! works all the same, says what happened, and offers what can be saved.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keep::{NO_ROOM, RECORDS, SWITCHED_OFF};
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, at_with, root};
use serde_json::{Value, json};

const SAYS_SO: &str = "save a file before you leave";

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// From the start to a verdict, to a file, and to a second deployment and back.
fn works_all_the_same(page: &Page) {
    page.press("#begin");
    page.answer_and_go_on("purpose", &json!("production"));
    page.answer_and_go_on("exchange.version", &json!("2000"));
    page.until("the verdict is settled", || !page.all("[data-settled='not-supported']").is_empty());
    page.show("#/result", "#verdict");
    page.until_verdict("not-supported");
    assert!(page.warning().contains(SAYS_SO), "{}", page.warning());
    assert_eq!(page.text_of("#kept-short"), "Not kept: save a file");
    assert_eq!(page.kept_where(), "nowhere");
    let saved = page.save();
    assert_eq!(json_of(&saved)["exchange"]["version"], "2000");
    page.open_file(&root().join("examples/exchange-se-dag.json"));
    page.until("it is open", || page.notices().contains("Opened from the file"));
    assert!(page.warning().contains(SAYS_SO), "{}", page.warning());
    assert_eq!(page.kept().len(), 2, "both are in memory");
    page.go_on_with("Without a name (Exchange 2000 Server)");
    assert_eq!(page.save(), saved);
    // The list works, too.
    page.press_kept("Without a name (Exchange 2000 Server)", "delete");
    page.until("it is deleted", || page.names_kept().len() == 1);
    page.press_kept("Without a name (Exchange 2000 Server)", "restore");
    page.until("it is back", || page.names_kept().len() == 2);
}

#[test]
fn both_storages_blocked_by_the_settings() {
    let blocked = json!({ "profile.default_content_setting_values.cookies": 2 });
    at_with(Kind::Chromium, &blocked, Form::Root, "#/", |page| {
        let throws = "try { return localStorage.length; } catch (error) { return error.name; }";
        assert_eq!(page.run(throws, Vec::new()), "SecurityError", "the browser does not block");
        works_all_the_same(page);
    });
}

#[test]
fn both_storages_blocked_in_each_form() {
    for form in [Form::Root, Form::SingleFile] {
        at(Kind::Chromium, form, "#/", |page| {
            page.load_with(SWITCHED_OFF, "#/");
            works_all_the_same(page);
        });
    }
}

#[test]
fn a_quota_of_zero() {
    for form in [Form::Root, Form::SingleFile] {
        at(Kind::Chromium, form, "#/", |page| {
            page.load_with(NO_ROOM, "#/");
            works_all_the_same(page);
        });
    }
}

#[test]
fn without_lasting_storage_the_tab_keeps() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let only_local = SWITCHED_OFF.replace(r#", "sessionStorage""#, "");
        assert_ne!(only_local, SWITCHED_OFF);
        page.load_with(&only_local, "#/exchange");
        assert_eq!(page.kept_where(), "tab");
        assert!(page.text_of("#kept-where").contains("switched off"), "{}", page.text_of("#kept-where"));
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2007"));
        assert_eq!(page.text_of("#kept-short"), "Kept in this tab only");
        page.load_again();
        assert!(page.is_chosen("exchange.version", "2007"));
    });
}

#[test]
fn a_quota_that_gets_full_in_the_middle_and_has_room_again() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2007"));
        let id = page.kept_as("Without a name (Exchange Server 2007)").id;
        let key = format!("{RECORDS}{id}");
        // A large one that nobody needs any more, and then not a letter more.
        page.store(&format!("{RECORDS}large"), &"x".repeat(1_000_000));
        page.fill_up();
        let before = page.stored("localStorage", RECORDS)[&key].clone();
        page.ask("hypervisor.version");
        let long = "6.1.7601 ".repeat(10);
        page.type_into("hypervisor.version", &long);
        page.until("it is told", || page.warning().contains("no room left"));
        assert_eq!(page.text_of("#kept-short"), "Not kept: save a file");
        assert_eq!(page.stored("localStorage", RECORDS)[&key], before, "what was kept before still is");
        assert!(page.save().contains("6.1.7601"));
        // A reload at least does not lose it.
        page.load_again();
        assert_eq!(page.typed("hypervisor.version"), long);
        page.until("it is told again", || page.warning().contains("no room left"));
        // Deleting makes room, and what was not kept is kept then by itself.
        page.start_page();
        page.press("[data-kept='large'] .purge-kept");
        page.until("it is kept", || page.warning().is_empty());
        assert_eq!(page.text_of("#kept-short"), "Kept in this browser");
        assert!(page.stored("localStorage", RECORDS)[&key].contains("6.1.7601"));
        page.new_tab();
        page.load("#/");
        page.go_on_with("Without a name (Exchange Server 2007)");
        page.ask("hypervisor.version");
        assert_eq!(page.typed("hypervisor.version"), long);
    });
}

/// Puts entries there that cannot be read, works on, and fails unless each is told, is left
/// as it is, and can be saved and deleted for good.
fn are_told_and_left_alone(entries: &[(&str, String, &str)]) {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2007"));
        for (id, text, _) in entries {
            page.store(&format!("{RECORDS}{id}"), text);
        }
        page.load("#/");
        let list = page.kept();
        assert_eq!(list.len(), entries.len() + 1);
        for (id, text, told) in entries {
            let one = list.iter().find(|kept| kept.id == *id).unwrap_or_else(|| panic!("{id} is not listed"));
            assert!(!one.readable && !one.deleted, "{one:?}");
            assert!(one.about.contains(told) && one.about.contains("left as it is"), "{id}: {}", one.about);
            assert!(one.about.chars().count() < 500, "{id}: {}", one.about);
            let button = format!("[data-kept='{id}'] .raw-kept");
            let saved = page.saved_as("unreadable-deployment.txt", |page| page.press(&button));
            assert!(saved == *text, "{id}: what was saved is something else");
        }
        // Everything else works.
        page.go_on_with("Without a name (Exchange Server 2007)");
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2000"));
        page.show("#/result", "#verdict");
        page.until_verdict("not-supported");
        page.press_kept("Without a name (Exchange 2000 Server)", "copy");
        page.until("there is a copy", || page.kept().len() == entries.len() + 2);
        page.load_again();
        let stored = page.stored("localStorage", RECORDS);
        for (id, text, _) in entries {
            assert!(stored[&format!("{RECORDS}{id}")] == *text, "{id} was touched");
        }
        let (first, ..) = entries[0];
        page.press(&format!("[data-kept='{first}'] .purge-kept"));
        page.until("it is gone", || page.kept().len() == entries.len() + 1);
    });
}

/// A record as the page writes it today.
fn a_record() -> Value {
    json!({
        "record": "exchange-advisor-record/1",
        "line": [["a", 1]],
        "changed_ms": 1_700_000_000_000_u64,
        "deleted": false,
        "course": { "round": "verdict", "hosts_apart": false, "guests_apart": false },
        "drafts": {},
        "document": { "format": "exchange-virtualization-deployment/1", "name": "old" },
    })
}

#[test]
fn damaged_entries_are_told_and_left_alone() {
    let whole = a_record().to_string();
    let with = |member: &str, value: Value| {
        let mut record = a_record();
        record[member] = value;
        record.to_string()
    };
    are_told_and_left_alone(&[
        ("cut", whole[..whole.len() / 2].to_owned(), "It is damaged: line 1, character"),
        ("nothing", " ".to_owned(), "It is damaged"),
        ("other", r#"{"theme":"dark"}"#.to_owned(), "It is damaged"),
        ("list", "[1,2,3]".to_owned(), "It is damaged: it is no object"),
        ("number", "42".to_owned(), "It is damaged"),
        ("types", with("deleted", json!("no")), "It is damaged"),
        ("line", with("line", json!([["<b>", -1]])), "It is damaged"),
        ("drafts", with("drafts", json!({ "name": 4 })), "It is damaged"),
        ("document", with("document", json!({ "format": 1, "vms": "all" })), "It is damaged"),
        ("deep", "[".repeat(100_000), "It is damaged"),
        ("markup", with("document", json!({ "name": "<img src=x onerror=alert(1)>" })), "It is damaged"),
    ]);
}

#[test]
fn an_entry_of_five_megabytes_is_told_and_left_alone() {
    are_told_and_left_alone(&[("large", "<script>".repeat(600_000), "It is damaged")]);
}

#[test]
fn entries_of_a_newer_version_are_told_and_left_alone() {
    let mut record = a_record();
    record["record"] = json!("exchange-advisor-record/2");
    record["colour"] = json!("red");
    let mut document = a_record();
    document["document"] = json!({ "format": "exchange-virtualization-deployment/2", "name": "new", "farms": [] });
    let newer = "Written by a newer version";
    are_told_and_left_alone(&[("record", record.to_string(), newer), ("document", document.to_string(), newer)]);
}

#[test]
fn what_this_tab_worked_on_and_cannot_be_read_any_more_is_told() {
    let mut newer = a_record();
    newer["record"] = json!("exchange-advisor-record/2");
    for (text, told) in [("{", "It is damaged"), (&newer.to_string(), "newer version")] {
        at(Kind::Chromium, Form::Root, "#/", |page| {
            page.ask("exchange.version");
            page.answer("exchange.version", &json!("2007"));
            let keys: Vec<_> = page.stored("localStorage", RECORDS).into_keys().collect();
            // While no page looks: one that sees it go wrong keeps what it has apart.
            let damage =
                format!("if (location.protocol === 'http:') {{ localStorage.setItem('{}', '{text}'); }}", keys[0]);
            page.load_with(&damage, "#/q/exchange.version");
            page.until("it is told on this screen", || page.notices().contains(told));
            // Another answer is a deployment of its own.
            page.answer("exchange.version", &json!("2010"));
            assert_eq!(page.kept().len(), 2);
            assert_eq!(page.stored("localStorage", RECORDS)[&keys[0]], text);
        });
    }
}
