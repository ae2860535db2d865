//! "I do not know" is an answer: it is remembered, listed with who would know, and handed
//! to the colleagues with why and how.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::guide::Led;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root, text};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::{assess, offers, read, sheet, vendors};
use serde_json::{Value, json};

/// A DAG of which nobody knows some things.
fn partly_known() -> Value {
    let mut document: Value = serde_json::from_str(&text(&root().join("examples/exchange-se-dag.json"))).expect("JSON");
    for pointer in [
        "/exchange/meets_system_requirements",
        "/hypervisor/vendor_supports_migration",
        "/hosts/0/memory_gb",
        "/vms/0/snapshots",
        "/vms/1/snapshots",
        "/vms/0/storage/kind",
        "/backup/method",
    ] {
        *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = Value::Null;
    }
    document
}

fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_is_remembered_and_can_be_changed() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_file(&root().join("examples/exchange-se-dag.json"));
        page.until_screen("#/answers");
        let at_path = |document: &Value, pointer: &str| document.pointer(pointer).cloned();
        for (path, pointer, other) in [
            ("vms[ex1].snapshots", "/vms/0/snapshots", json!(false)),
            ("vms[ex1].memory_gb", "/vms/0/memory_gb", json!(64)),
            ("vms[ex1].storage.kind", "/vms/0/storage/kind", json!("scsi-pass-through")),
            ("high_availability.solutions", "/high_availability/solutions", json!(["dag"])),
            ("high_availability.nodes", "/high_availability/nodes", json!(["ex2"])),
            ("hypervisor.version", "/hypervisor/version", json!("8.0")),
            ("purpose", "/purpose", json!("production")),
        ] {
            page.visit(&format!("#/q/{path}"));
            page.until_screen(path);
            page.give_not_known();
            assert_eq!(at_path(&page.document(), pointer), Some(Value::Null), "{path}");
            page.arrive(&format!("#/q/{path}"));
            page.until_screen(path);
            let control = page.control_of("choice", "null").expect("it is offered");
            let argument = exchange_advisor_browser_tests::browser::Browser::argument(&control);
            assert!(page.is("return arguments[0].checked;", vec![argument]), "{path} forgets it");
            page.give(&other);
            assert_eq!(at_path(&page.document(), pointer), Some(other), "{path}");
        }
        // Of machines nobody may know how many there are.
        page.press("#new");
        page.visit("#/q/vms");
        page.until_screen("vms");
        page.give_not_known();
        assert_eq!(page.document()["vms"], Value::Null);
        assert!(page.document().as_object().is_some_and(|document| document.contains_key("vms")));
        page.arrive("#/q/vms");
        page.until_screen("vms");
        page.type_answer("2");
        page.go_on();
        assert_eq!(page.document()["vms"].as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn it_is_listed_with_who_would_know_why_and_what_follows() {
    let document = partly_known();
    let written = document.to_string();
    let deployment = read(written.as_bytes()).expect("a document");
    let today = Date::parse("2026-11-23").expect("a day");
    let assessment = assess::assess(&deployment, today);
    let parts = sheet::sheet(&assessment, today, sheet::Scope::NotKnown);
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&document);
        page.visit("#/result");
        page.until_screen("#/result");
        // In the result: what, who would know, and what each answer would mean.
        let not_known =
            page.run(r"return document.getElementById('not-known').textContent.replace(/\s+/g, ' ');", Vec::new());
        let not_known = not_known.as_str().unwrap_or_default();
        assert!(not_known.contains("What you do not know (6)"), "{not_known}");
        for (part, item) in parts.iter().flat_map(|part| part.items.iter().map(move |item| (part, item))) {
            let mut wanted = vec![item.ask.wording().to_owned(), format!("Ask {}.", part.who.label())];
            let shown = item.effects.iter().filter(|effect| !effect.is_far);
            wanted.extend(shown.flat_map(|effect| [effect.answer.clone(), effect.meaning()]));
            for words in wanted {
                assert!(not_known.contains(&even(&words)), "the result does not say `{words}`: {not_known}");
            }
        }
        page.press("#to-unknown");
        page.until_screen("#/unknown");
        let listed = page.run(
            r#"const even = (text) => text.replace(/\s+/g, " ").trim();
            return [...document.querySelectorAll(".sheet")].map((part) => [even(part.querySelector("h2").innerText),
                [...part.querySelectorAll("[data-open]")].map((one) => [one.dataset.open, even(one.textContent)])]);"#,
            Vec::new(),
        );
        let listed = listed.as_array().expect("a list");
        assert_eq!(listed.len(), parts.len());
        let mut count = 0;
        for (shown, part) in listed.iter().zip(&parts) {
            assert_eq!(shown[0], format!("For {}", part.who.label()));
            let items = shown[1].as_array().expect("a list");
            assert_eq!(items.len(), part.items.len(), "{}", part.who.label());
            for (shown, item) in items.iter().zip(&part.items) {
                assert_eq!(shown[0], item.ask.path(&deployment));
                let says = shown[1].as_str().unwrap_or_default();
                let mut wanted = vec![item.ask.wording().to_owned(), item.ask.find_out().to_owned()];
                wanted.extend(item.waits.iter().map(|(rule, _)| rule.kept.to_owned()));
                let near = item.effects.iter().filter(|effect| !effect.is_far);
                wanted.extend(near.flat_map(|effect| [effect.answer.clone(), effect.meaning()]));
                assert!(!item.waits.is_empty(), "{} for nothing", shown[0]);
                for words in wanted {
                    assert!(says.contains(&even(&words)), "{} does not say `{words}`: {says}", shown[0]);
                }
                count += 1;
            }
        }
        // Seven places, six questions: of the snapshots both machines are asked together.
        assert_eq!(count, 6, "{listed:?}");
        // Answered, it is no longer listed.
        let before = page.all("[data-open]").len();
        page.click(&page.all("[data-open] a[href^='#/q/']")[0]);
        page.until("its page is there", || page.screen() != "#/unknown");
        let path = page.screen();
        page.give(&json!(true));
        page.visit("#/unknown");
        page.until_screen("#/unknown");
        page.until("there is one less", || page.all("[data-open]").len() < before);
        assert!(page.all(&format!("[data-open='{path}']")).is_empty());
    });
}

#[test]
fn the_sheet_is_saved_as_text_and_copied() {
    let document = partly_known();
    let written = document.to_string();
    let deployment = read(written.as_bytes()).expect("a document");
    at(Kind::Chromium, Form::SingleFile, "", |page| {
        page.open_document(&document);
        page.visit("#/unknown");
        page.until_screen("#/unknown");
        let saved = page.saved_as("open-questions.txt", |page| page.press("#save-sheet"));
        let sheet = even(&saved);
        assert!(sheet.contains("Two sites, one DAG"), "{saved}");
        let paths = [
            "exchange.meets_system_requirements",
            "hypervisor.vendor_supports_migration",
            "hosts[esx1].memory_gb",
            "vms[ex1].snapshots",
            "vms[ex1].storage.kind",
            "backup.method",
        ];
        for path in paths {
            let at = deployment.at_path(path).expect("a question");
            let question = at.question();
            for words in [question.wording, question.find_out] {
                assert!(sheet.contains(&even(words)), "{path}: `{words}` is not in {saved}");
            }
            let family = offers::family(&deployment).expect("vSphere");
            for look in vendors::looks(at.slot, family) {
                if let vendors::Look::Run { command, .. } = look {
                    assert!(sheet.contains(&even(command)), "{path}: `{command}` is not in {saved}");
                }
            }
        }
        let items: Vec<&str> = saved.split("Answer: ____").collect();
        assert_eq!(items.len(), paths.len() + 1, "{saved}");
        assert!(items[..paths.len()].iter().all(|item| item.contains("Why (") && item.contains("How: ")), "{saved}");
        assert!(sheet.contains("ex1, ex2"), "{saved}");
        assert!(sheet.contains("not run by us"), "{saved}");
        assert!(!sheet.to_lowercase().contains("dynamic disk"), "{saved}");
        // What is copied is the same text.
        page.click(&page.one("[aria-label='Copy all as text: open questions']"));
        page.until("it says so", || page.read(".copied") == "Copied");
        page.visit("#/q/name");
        page.until_screen("name");
        let field = page.control_of("text", "").expect("a field");
        page.type_over(&field, "");
        page.keys(&field, thirtyfour::Key::Control + "v");
        let pasted = || page.run("return document.querySelector('#main input').value;", Vec::new());
        page.until("it is pasted", || even(pasted().as_str().unwrap_or_default()) == sheet);
    });
}

/// Who knows nothing gets to the end, and everything that was asked is on the sheet.
#[test]
fn whoever_knows_nothing_gets_a_sheet_with_every_question() {
    let known = json!({
        "format": "exchange-virtualization-deployment/1",
        "exchange": { "version": "2019" },
        "hypervisor": { "product": "hyper-v-2019" },
        "hosts": [{ "id": "host1" }],
        "vms": [{ "id": "vm1" }],
    });
    let mut led = Led::by(&known.to_string());
    at(Kind::Chromium, Form::Root, "", |page: &Page| {
        page.press("#begin");
        let asked = page.led_through(&mut led);
        assert_eq!(page.read("h1"), "There is nothing more to ask");
        assert_eq!(page.left(), "Only what you do not know can still change this.");
        page.click(&page.one("#main .settled a[href='#/unknown']"));
        page.until_screen("#/unknown");
        let told = ["purpose", "exchange.version", "hypervisor.product", "hosts", "vms"];
        for path in asked.iter().filter(|path| !told.contains(&path.as_str())) {
            let listed = page.run(
                "return [...document.querySelectorAll('[data-open]')].some((one) => one.dataset.open === arguments[0]);",
                vec![path.as_str().into()],
            );
            // What turned out not to matter is not on it.
            let deployment = &led.deployment;
            let at = deployment.at_path(path).expect("a question");
            let matters = exchange_advisor_core::interview::can_turn_the_verdict(&led.assessment(), at);
            assert!(listed == true || !matters, "{path} is not on the sheet");
        }
        assert!(page.all("[data-open]").len() >= 10);
        page.visit("#/result");
        page.until_screen("#/result");
        page.agrees_with_the_core();
    });
}
