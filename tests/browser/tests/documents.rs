//! Files and machines: what is opened, saved, added, copied, renamed and removed.

use std::fs;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, on_page, root, text};
use exchange_advisor_core::read;
use serde_json::{Value, json};

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn example(name: &str) -> std::path::PathBuf {
    root().join("examples").join(name)
}

/// Opens a file that is wrong: all its errors must be listed, and nothing else change.
fn refuses(page: &Page, bytes: &[u8]) {
    let before = (page.save(), page.verdict(), page.missing(), page.machines());
    let file = page.folder().join("wrong.json");
    fs::write(&file, bytes).expect("a file");
    page.open_file(&file);
    let wanted = read(bytes).expect_err("a wrong document").to_string();
    let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lists = |line: &str| even(&page.errors()).contains(&even(line));
    page.until(&format!("these errors are listed: {wanted}"), || wanted.lines().all(lists));
    assert_eq!(
        (page.save(), page.verdict(), page.missing(), page.machines()),
        before,
        "a wrong file changed something"
    );
}

#[test]
fn a_file_is_opened_and_saved_as_it_was() {
    for form in [Form::Root, Form::SingleFile] {
        on_page(Kind::Chromium, form, |page| {
            for (name, verdict) in [
                ("exchange-2007-ccr.json", "not-supported"),
                ("half-answered.json", "undetermined"),
                ("exchange-se-dag.json", "supported"),
            ] {
                page.open_file(&example(name));
                page.until_verdict(verdict);
                assert_eq!(page.agrees_with_the_core(), json_of(&text(&example(name))), "{name}");
                assert_eq!(page.errors(), "");
            }
            // What was saved can be opened again, byte by byte the same.
            let saved = page.save();
            let file = page.folder().join("again.json");
            fs::write(&file, &saved).expect("a file");
            page.press("#new");
            page.until_verdict("undetermined");
            assert_eq!(json_of(&page.save()), json!({ "format": "exchange-virtualization-deployment/1" }));
            page.open_file(&file);
            page.until_verdict("supported");
            assert_eq!(page.save(), saved);
            // The same file once more, after a change: a browser does not call that a change.
            page.answer("vms[ex1].storage.kind", &"nas-share".into());
            page.until_verdict("not-supported");
            page.open_file(&file);
            page.until_verdict("supported");
        });
    }
}

#[test]
fn a_wrong_file_changes_nothing_and_says_all() {
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        page.open_file(&example("half-answered.json"));
        page.until("it is open", || page.machines() == ["host:esx1", "vm:mail"]);
        for name in [
            "40-everything-at-once",
            "33-cut-off",
            "31-nothing",
            "35-not-utf-8",
            "36-utf-16",
            "34-lone-surrogate",
            "18-duplicate-keys",
            "14-numbers-beyond-every-type",
            "37-nested-200-deep",
        ] {
            let file = root().join("tests/cases/invalid").join(name).with_extension("json");
            refuses(page, &fs::read(file).expect("a file"));
        }
        refuses(page, b"PK\x03\x04 this is a spreadsheet\0\0\0");
        refuses(page, br#"{"format":"exchange-virtualization-deployment/1","name":"<img src=x onerror=alert(1)>","x":"<script>"}"#);
        // A right one is taken after that, and the errors go.
        page.open_file(&example("exchange-se-dag.json"));
        page.until_verdict("supported");
        assert_eq!(page.errors(), "");
    });
}

#[test]
fn nothing_in_a_document_is_taken_for_html() {
    on_page(Kind::Chromium, Form::Root, |page| {
        let evil = "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
        let id = "<b onclick=x>'`{{7*7}}</b> é 📧";
        let document = json!({
            "format": "exchange-virtualization-deployment/1",
            "name": evil,
            "exchange": { "version": "2007" },
            "hypervisor": { "product": "hyper-v-2008" },
            "hosts": [{ "id": id }],
            "vms": [{ "id": id, "host": id, "vcpus": 4, "storage": { "kind": "nas-share" } }],
        });
        let file = page.folder().join("evil.json");
        fs::write(&file, document.to_string()).expect("a file");
        page.open_file(&file);
        page.until_verdict("not-supported");
        assert_eq!(page.agrees_with_the_core(), document);
        assert_eq!(page.machines(), [format!("host:{id}"), format!("vm:{id}")]);
        page.answer(&format!("vms[{id}].storage.kind"), &"fixed-virtual-disk".into());
        page.until_verdict("undetermined");
        page.follow(&format!("vms[{id}].guest_os"));
    });
}

#[test]
fn machines_are_added_copied_renamed_and_removed() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.answer("exchange.version", &"se".into());
        for (button, count) in [("#add-host", 1), ("#add-host", 2), ("#add-guest", 3), ("#add-guest", 4)] {
            page.press(button);
            page.until("the machine is there", || page.machines().len() == count);
        }
        assert_eq!(page.machines(), ["host:host1", "host:host2", "vm:vm1", "vm:vm2"]);
        page.answer("hosts[host1].sockets", &json!(2));
        page.answer("vms[vm1].host", &json!("host1"));
        page.answer("vms[vm1].vcpus", &json!(8));
        page.answer("vms[vm1].snapshots", &Value::Null);
        page.answer("vms[vm1].storage.kind", &json!("fixed-virtual-disk"));
        page.answer("high_availability.solutions", &json!(["dag"]));
        page.answer("high_availability.nodes", &json!(["vm1", "vm2"]));

        // A copy has every answer and another name.
        page.click(&page.of_machine("vm:vm1", ".copy"));
        page.until("the copy is there", || page.machines().len() == 5);
        let saved = page.agrees_with_the_core();
        let list = saved["vms"].as_array().expect("a list");
        let copy = list.iter().find(|vm| vm["id"] != "vm1" && vm["id"] != "vm2").expect("a third machine");
        let mut as_vm1 = copy.clone();
        as_vm1["id"] = json!("vm1");
        assert_eq!(
            as_vm1,
            json!({
                "id": "vm1", "host": "host1", "vcpus": 8, "snapshots": null, "storage": { "kind": "fixed-virtual-disk" },
            })
        );
        let copied = format!("vm:{}", copy["id"].as_str().expect("a text"));

        // References follow a new name.
        page.type_over(&page.of_machine("host:host1", ".rename"), "Büro 4");
        page.until("the host is renamed", || page.machines().contains(&"host:Büro 4".to_owned()));
        page.type_over(&page.of_machine("vm:vm2", ".rename"), "mbx2");
        page.until("the machine is renamed", || page.machines().contains(&"vm:mbx2".to_owned()));
        let saved = page.agrees_with_the_core();
        assert_eq!(saved["hosts"][0], json!({ "id": "Büro 4", "sockets": 2 }));
        assert_eq!(saved["vms"][0]["host"], "Büro 4");
        let nodes = saved["high_availability"]["nodes"].as_array().expect("a list");
        assert!(nodes.contains(&json!("mbx2")) && !nodes.contains(&json!("vm2")), "{nodes:?}");
        assert!(page.asks("hosts[Büro 4].sockets") && !page.asks("hosts[host1].sockets"));

        // A name that is taken, or that is none, is not taken on.
        for name in ["vm1", "", "a]b", "a\"b"] {
            page.type_over(&page.of_machine("vm:mbx2", ".rename"), name);
            assert_eq!(page.agrees_with_the_core(), saved, "after the name `{name}`");
        }

        // What is removed is gone from every reference.
        page.click(&page.of_machine(&copied, ".remove"));
        page.until("the copy is gone", || !page.machines().contains(&copied));
        page.click(&page.of_machine("vm:mbx2", ".remove"));
        page.until("the machine is gone", || page.machines() == ["host:Büro 4", "host:host2", "vm:vm1"]);
        page.click(&page.of_machine("host:Büro 4", ".remove"));
        page.until("the host is gone", || page.machines() == ["host:host2", "vm:vm1"]);
        let saved = page.agrees_with_the_core();
        assert_ne!(saved["vms"][0]["host"], "Büro 4");
        assert_ne!(saved["vms"][0]["host"], "host2", "nobody said that it moved there");
        let nodes = saved["high_availability"]["nodes"].to_string();
        assert!(!nodes.contains("mbx2") && !nodes.contains("vm2"), "{nodes}");

        // A new machine never gets a name that is taken.
        page.press("#add-host");
        page.press("#add-guest");
        page.until("the machines are there", || page.machines().len() == 4);
        page.agrees_with_the_core();
    });
}

/// What the start page lists as kept, and what it says is in this tab.
fn kept(page: &Page) -> Vec<String> {
    page.goes_to("#/");
    let list = "return [...document.querySelectorAll('[data-kept] strong')].map((one) => one.textContent);";
    let names = page.run(list, Vec::new());
    let mut names: Vec<String> = serde_json::from_value(names).expect("texts");
    names.sort();
    names
}

/// Goes on with a deployment that is kept, and shows all its questions.
fn go_on_with(page: &Page, name: &str) {
    page.goes_to("#/");
    page.press(&format!(".continue-kept[aria-label='Continue with {name}']"));
    page.until_at("#/answers");
    page.goes_to("#/all");
}

fn is_disabled(page: &Page, button: &str) -> bool {
    page.is("return document.querySelector(arguments[0]).disabled;", vec![button.into()])
}

/// A document as the part of an address that carries it.
fn carrying(page: &Page, document: &str) -> String {
    let encoded = page.run("return encodeURIComponent(arguments[0]);", vec![document.into()]);
    format!("#d={}", encoded.as_str().expect("a text"))
}

#[test]
fn an_address_can_carry_a_document() {
    for form in [Form::Root, Form::SingleFile] {
        on_page(Kind::Chromium, form, |page| {
            page.answer("exchange.version", &"2000".into());
            page.until_verdict("not-supported");
            // Loaded, it is a deployment of its own, and the answers are there to be checked.
            let document = text(&example("exchange-se-dag.json"));
            page.load(&carrying(page, &document));
            page.until_at("#/answers");
            page.until_verdict("supported");
            page.goes_to("#/all");
            assert_eq!(page.agrees_with_the_core(), json_of(&document));
            // So it is where the page is open already.
            let other = text(&example("exchange-2007-ccr.json"));
            page.run("location.hash = arguments[0];", vec![carrying(page, &other).into()]);
            page.until_at("#/answers");
            page.until_verdict("not-supported");
            page.goes_to("#/all");
            assert_eq!(page.agrees_with_the_core(), json_of(&other));
            let all = ["Head office mail", "Two sites, one DAG", "Without a name (Exchange 2000 Server)"];
            assert_eq!(kept(page), all);
            // What is no document is told, and takes nothing away.
            for wrong in ["{}", "no JSON", "%"] {
                page.load(&carrying(page, wrong));
                page.until_at("#/");
                page.until("the error is told", || !page.errors().is_empty());
                assert_eq!(kept(page), all, "after the address with {wrong}");
            }
            page.load("#d=%");
            page.until("the error is told", || !page.errors().is_empty());
            page.goes_to("#/all");
            assert_eq!(page.agrees_with_the_core(), json_of(&other));
        });
    }
}

#[test]
fn what_was_replaced_is_kept_and_can_be_gone_on_with() {
    for form in [Form::Root, Form::SingleFile] {
        on_page(Kind::Chromium, form, |page| {
            let document = text(&example("exchange-2007-ccr.json"));
            assert_eq!(kept(page), [] as [&str; 0], "what nobody has begun is not kept");
            page.goes_to("#/all");
            page.open_file(&example("exchange-2007-ccr.json"));
            page.until_verdict("not-supported");
            page.press("#new");
            page.until_verdict("undetermined");
            assert!(is_disabled(page, "#undo"), "nothing was done yet to what is begun");
            assert_eq!(json_of(&page.save()), json!({ "format": "exchange-virtualization-deployment/1" }));
            page.answer("exchange.version", &"2000".into());
            page.until_verdict("not-supported");
            page.open_file(&example("exchange-se-dag.json"));
            page.until_verdict("supported");
            assert!(is_disabled(page, "#undo"), "nothing was done yet to what was opened");
            let begun = "Without a name (Exchange 2000 Server)";
            assert_eq!(kept(page), ["Head office mail", "Two sites, one DAG", begun]);
            go_on_with(page, "Head office mail");
            assert_eq!(page.agrees_with_the_core(), json_of(&document));
            go_on_with(page, begun);
            assert_eq!(page.agrees_with_the_core()["exchange"], json!({ "version": "2000" }));
            go_on_with(page, "Two sites, one DAG");
            assert_eq!(page.agrees_with_the_core(), json_of(&text(&example("exchange-se-dag.json"))));
            // A wrong file replaces nothing, and is not kept.
            page.open_file(&root().join("tests/cases/invalid/31-nothing.json"));
            page.until("the errors are shown", || !page.errors().is_empty());
            assert_eq!(kept(page).len(), 3);
        });
    }
}

#[test]
fn each_step_is_undone_and_done_again() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.open_file(&example("exchange-2007-ccr.json"));
        page.until_verdict("not-supported");
        let mut states = vec![page.agrees_with_the_core()];
        let mut done = |page: &Page| {
            let state = page.agrees_with_the_core();
            assert_ne!(states.last(), Some(&state), "nothing was done");
            states.push(state);
        };
        page.press("[data-machine='vm:mbx2'] .remove");
        page.until("the machine is gone", || !page.machines().contains(&"vm:mbx2".to_owned()));
        done(page);
        page.answer("vms[mbx1].storage.kind", &"nas-share".into());
        done(page);
        page.answer("vms[mbx1].vcpus", &json!(3));
        done(page);
        page.answer("vms[mbx1].snapshots", &Value::Null);
        done(page);
        page.type_over(&page.of_machine("vm:mbx1", ".rename"), "Büro");
        page.until("the machine is renamed", || page.machines().contains(&"vm:Büro".to_owned()));
        done(page);
        for before in states.iter().rev().skip(1) {
            page.press("#undo");
            assert_eq!(page.agrees_with_the_core(), *before, "after Undo");
        }
        assert!(is_disabled(page, "#undo"), "everything is undone");
        for after in &states[1..] {
            page.press("#redo");
            assert_eq!(page.agrees_with_the_core(), *after, "after Redo");
        }
        assert!(is_disabled(page, "#redo"), "everything is done again");
        // After something new there is nothing to do again.
        page.press("#undo");
        page.answer("vms[mbx1].vcpus", &json!(5));
        assert!(is_disabled(page, "#redo"), "what was undone is over");
        page.agrees_with_the_core();
    });
}
