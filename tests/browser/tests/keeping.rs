//! Losing nothing: each answer is kept as it is given, several deployments are kept, and
//! what is opened never takes the place of what was in hand.

use std::thread;
use std::time::Duration;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keep::RECORDS;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, files, root, text};
use serde_json::{Value, json};

/// What is on its way to the browser's storage when a tab dies.
const A_MOMENT: Duration = Duration::from_millis(500);
const MEMORY: &str = "vms[vm1].memory_gb";

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// From the start page to the middle of a question: something is typed that is no answer.
fn in_the_middle(page: &Page) {
    page.press("#begin");
    page.answer_and_go_on("purpose", &json!("production"));
    page.answer_and_go_on("exchange.version", &json!("2007"));
    page.ask("vms");
    page.count_and_go_on("vms", 1);
    page.ask(MEMORY);
    page.keys(&page.field(MEMORY), "64 bana");
}

#[test]
fn a_tab_that_is_killed_in_the_middle_of_a_question_loses_nothing() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let first = page.tab();
        in_the_middle(page);
        thread::sleep(A_MOMENT);
        let second = page.new_tab();
        page.to_tab(&first);
        page.kill_tab(&second);

        page.load("#/");
        page.go_on_with("Without a name (Exchange Server 2007)");
        page.ask(MEMORY);
        assert_eq!(page.typed(MEMORY), "64 bana");
        page.press("#continue");
        page.until("it is told to be no answer", || page.text_of("#error-summary").contains("This is not"));
        assert_eq!(page.typed(MEMORY), "64 bana");
        let saved = json_of(&page.save());
        assert_eq!(saved["purpose"], "production");
        assert_eq!(saved["exchange"]["version"], "2007");
        assert_eq!(saved["vms"], json!([{ "id": "vm1" }]), "what is no answer is not in the document");
    });
}

#[test]
fn a_reload_at_any_moment_loses_nothing() {
    for form in [Form::Root, Form::SingleFile] {
        at(Kind::Chromium, form, "#/", |page| {
            page.ask("exchange.version");
            page.answer("exchange.version", &json!("2007"));
            page.load_again();
            assert!(page.is_chosen("exchange.version", "2007"), "{form:?}");
            // How many there are, before "Continue".
            page.ask("vms");
            page.keys(&page.field("vms"), "2");
            page.load_again();
            assert_eq!(page.typed("vms"), "2");
            page.press("#continue");
            page.until("there are two", || page.run("return location.hash;", Vec::new()) != "#/q/vms");
            // After every letter.
            page.ask(MEMORY);
            let mut typed = String::new();
            for letter in "64 bana".chars() {
                page.keys(&page.field(MEMORY), letter.to_string());
                typed.push(letter);
                page.load_again();
                assert_eq!(page.typed(MEMORY), typed);
            }
            page.type_into(MEMORY, "64 GB");
            page.load_again();
            assert_eq!(page.typed(MEMORY), "64 GB", "as it was typed");
            page.ask("hypervisor.product");
            page.answer("hypervisor.product", &Value::Null);
            page.load_again();
            assert!(page.is_chosen("hypervisor.product", "null"));
            let wanted = json!({
                "format": "exchange-virtualization-deployment/1",
                "exchange": { "version": "2007" },
                "hypervisor": { "product": null },
                "vms": [{ "id": "vm1", "memory_gb": 64 }, { "id": "vm2", "memory_gb": 64 }],
            });
            assert_eq!(json_of(&page.save()), wanted);
            assert_eq!(page.kept().len(), 1, "a reload begins nothing of its own");
        });
    }
}

#[test]
fn several_deployments_are_named_copied_deleted_and_taken_back() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        assert_eq!(page.kept(), []);
        page.press("#begin");
        page.answer_and_go_on("purpose", &json!("production"));
        page.answer_and_go_on("exchange.version", &json!("2007"));
        let kept = page.kept_as("Without a name (Exchange Server 2007)");
        let year = page.run("return String(new Date().getFullYear());", Vec::new());
        assert!(kept.about.starts_with("Exchange Server 2007, changed "), "{kept:?}");
        assert!(kept.about.contains(year.as_str().expect("a year")), "{kept:?}");

        page.press_kept(&kept.name, "name");
        page.answer_and_go_on("name", &json!("Büro <1>"));
        page.until("the answers are shown", || !page.all(".screen.answers").is_empty());
        assert_eq!(page.kept_as("Büro <1>").id, kept.id, "a new name is no new deployment");

        // A copy is another deployment, and this tab stays where it was.
        page.press_kept("Büro <1>", "copy");
        page.until("there is a copy", || page.kept().len() == 2);
        page.press_kept("Büro <1>", "copy");
        page.until("there are two copies", || page.kept().len() == 3);
        assert!(page.kept_as("Büro <1>").here);
        assert!(!page.kept_as("Büro <1> (copy 2)").here);
        page.go_on_with("Büro <1> (copy)");
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("se"));
        assert!(page.kept_as("Büro <1> (copy)").about.starts_with("Exchange Server Subscription Edition"));
        assert!(page.kept_as("Büro <1> (copy 2)").about.starts_with("Exchange Server 2007"));
        assert_eq!(page.names_kept()[0], "Büro <1> (copy)", "what was changed last comes first");
        page.go_on_with("Büro <1>");
        let document = json!({
            "format": "exchange-virtualization-deployment/1",
            "name": "Büro <1>",
            "purpose": "production",
            "exchange": { "version": "2007" },
        });
        assert_eq!(json_of(&page.save()), document);

        // What is deleted can be taken back, also after a reload, and is as it was.
        for name in ["Büro <1>", "Büro <1> (copy 2)"] {
            page.press_kept(name, "delete");
            page.until("it is deleted", || page.kept_as(name).deleted);
        }
        assert_eq!(json_of(&page.save()), json!({ "format": document["format"] }), "nothing is in hand");
        assert_eq!(page.names_kept(), ["Büro <1> (copy)"]);
        page.load_again();
        assert_eq!(page.names_kept(), ["Büro <1> (copy)"]);
        page.press_kept("Büro <1>", "restore");
        page.until("it is back", || !page.kept_as("Büro <1>").deleted);
        page.go_on_with("Büro <1>");
        assert_eq!(json_of(&page.save()), document);

        // For good is for good.
        let gone = page.kept_as("Büro <1> (copy 2)");
        page.press_kept(&gone.name, "purge");
        page.until("it is gone", || page.kept().len() == 2);
        assert!(!page.stored("localStorage", RECORDS).contains_key(&format!("{RECORDS}{}", gone.id)));
        page.load_again();
        assert_eq!(page.kept().len(), 2);
    });
}

#[test]
fn what_is_opened_never_takes_the_place_of_what_was_in_hand() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        in_the_middle(page);
        let (before, at_hand) = (page.save(), "Without a name (Exchange Server 2007)");
        let example = root().join("examples/exchange-se-dag.json");
        let opened = json_of(&text(&example));
        let name = opened["name"].as_str().expect("a name").to_owned();
        let comes_back = |others: usize| {
            assert_eq!(page.kept().len(), others + 1);
            page.go_on_with(at_hand);
            assert_eq!(page.save(), before);
            page.ask(MEMORY);
            assert_eq!(page.typed(MEMORY), "64 bana");
        };

        page.open_file(&example);
        page.until("it is told", || page.notices().contains("Opened from the file exchange-se-dag.json"));
        assert_eq!(json_of(&page.save()), opened);
        assert!(page.kept_as(&name).here);
        comes_back(1);

        let link = format!(
            "#d={}",
            page.run("return encodeURIComponent(arguments[0]);", vec![text(&example).into()]).as_str().expect("a text")
        );
        page.run("location.hash = arguments[0];", vec![link.into()]);
        page.until("it is told", || page.notices().contains("Opened from the link"));
        assert_eq!(json_of(&page.save()), opened);
        comes_back(2);

        page.press("#new");
        assert_eq!(json_of(&page.save()), json!({ "format": "exchange-virtualization-deployment/1" }));
        comes_back(2);

        // A file that is none, and a link that is none.
        page.open_file(&page.file("none.json", "{"));
        page.until("it is refused", || !page.errors().is_empty());
        comes_back(2);
        page.run("location.hash = '#d=none';", Vec::new());
        page.until("it is refused", || !page.errors().is_empty());
        comes_back(2);
    });
}

#[test]
fn what_is_saved_opens_again_as_the_same() {
    let documents: Vec<_> = files("tests/cases/deployments", "json")
        .iter()
        .step_by(8)
        .map(|file| json_of(&text(file))["deployment"].clone())
        .chain(files("tests/cases/formats", "json").iter().map(|file| json_of(&text(file))))
        .collect();
    at(Kind::Chromium, Form::SingleFile, "#/all", |page| {
        for (number, document) in documents.iter().enumerate() {
            page.open_file(&page.file(&format!("{number}.json"), document.to_string()));
            page.until("it is told", || page.notices().contains(&format!("the file {number}.json")));
            let (saved, verdict) = (page.agrees_with_the_core(), page.verdict());
            let saved_text = page.save();
            page.open_file(&page.file(&format!("{number}-again.json"), &saved_text));
            page.until("it is told", || page.notices().contains(&format!("the file {number}-again.json")));
            assert_eq!(page.save(), saved_text);
            assert_eq!((page.agrees_with_the_core(), page.verdict()), (saved, verdict));
        }
        // Each of them is in the list.
        assert_eq!(page.kept().len(), documents.len() * 2);
    });
}

#[test]
fn every_format_that_was_released_opens_and_a_newer_one_is_told() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        for file in files("tests/cases/formats", "json") {
            page.open_file(&file);
            page.until("it is open", || page.notices().contains("Opened from the file"));
            assert_eq!(page.errors(), "");
            assert_eq!(json_of(&page.save())["format"], "exchange-virtualization-deployment/1");
        }
        let before = (page.save(), page.kept().len());
        let newer = r#"{"format":"exchange-virtualization-deployment/2","farms":[{"of":"servers"}]}"#;
        page.open_file(&page.file("newer.json", newer));
        let told = "was written by a newer version of the advisor (format 2)";
        page.until("it is told", || page.notices().contains(told));
        assert!(page.errors().contains("newer version"), "{}", page.errors());
        assert!(!page.errors().contains("farms"), "its other keys are not wrong: {}", page.errors());
        assert_eq!((page.save(), page.kept().len()), before);
    });
}

#[test]
fn in_firefox_too() {
    at(Kind::Firefox, Form::Root, "#/", |page| {
        page.listen();
        in_the_middle(page);
        page.load_again();
        assert_eq!(page.typed(MEMORY), "64 bana");
        let first = page.tab();
        page.new_tab();
        page.load("#/");
        page.go_on_with("Without a name (Exchange Server 2007)");
        page.ask(MEMORY);
        assert_eq!(page.typed(MEMORY), "64 bana");
        page.type_into(MEMORY, "64");
        page.to_tab(&first);
        page.until("the other tab's change is shown", || page.typed(MEMORY) == "64");
        assert!(page.notices().contains("changed in another tab"), "{}", page.notices());
    });
}
