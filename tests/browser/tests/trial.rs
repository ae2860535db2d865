//! "What if": answers that are tried in the result, kept or thrown away.

use exchange_advisor_browser_tests::browser::{Browser, Kind};
use exchange_advisor_browser_tests::keep::RECORDS;
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::open_text;
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};

const RULE: &str = "vm-snapshots";

/// Complete and supported, but for what is wrong in it.
fn document(wrong: impl FnOnce(&mut Value)) -> Value {
    let mut document = json!({
        "format": "exchange-virtualization-deployment/1", "purpose": "production", "name": "Mail",
        "exchange": { "version": "2019", "cumulative_update": 14, "meets_system_requirements": true },
        "hypervisor": { "product": "hyper-v-2019", "vendor_supports_migration": true },
        "hosts": [{
            "id": "host1", "sockets": 2, "cores_per_socket": 8, "memory_gb": 512, "other_vm_vcpus": 4,
            "other_vm_memory_gb": 32, "server_applications_on_root": false, "vm_storage_gb": 4000
        }],
        "vms": [],
        "high_availability": {
            "solutions": [], "host_clustering": false, "migration": "none", "moves_cluster_nodes": false,
            "cold_boot_on_failover": true
        },
        "backup": { "method": "in-guest-vss" }
    });
    for id in ["vm1", "vm2"] {
        document["vms"].as_array_mut().expect("a list").push(json!({
            "id": id, "host": "host1", "roles": ["mailbox"], "guest_os": "windows-server-2019", "vcpus": 8,
            "memory_gb": 128, "dynamic_memory": false, "os_disk_gb": 200, "snapshots": false,
            "state_saved_on_disk": false,
            "storage": { "kind": "fixed-virtual-disk", "disk_format": "vhdx", "separate_from_os_spindles": true }
        }));
    }
    wrong(&mut document);
    document
}

fn open(page: &Page, document: &Value) {
    page.goes_to("#/share");
    open_text(page, &document.to_string());
    page.until_at("#/answers");
    page.press("#dismiss");
    page.goes_to("#/result");
}

/// Opens the control for an answer under a finding.
fn try_under(page: &Page, rule: &str, subject: &str, path: &str) {
    page.unfold(rule, subject);
    page.press(&format!("[data-rule='{rule}'][data-subject='{subject}'] [data-try='{path}']"));
    page.until("its control is there", || page.asks(path));
}

/// Opens a deployment of which only snapshots are in the way, and tries to be without them.
fn try_without_snapshots(page: &Page) -> Value {
    let given = document(|document| document["vms"][0]["snapshots"] = true.into());
    open(page, &given);
    try_under(page, RULE, "vm:vm1", "vms[vm1].snapshots");
    page.answer("vms[vm1].snapshots", &json!(false));
    given
}

/// Opens the control for an answer in the list of all answers.
fn try_in_list(page: &Page, path: &str) {
    if page.all(".what-if .summary").is_empty() {
        page.press(".what-if summary");
    }
    page.until("the answers are listed", || !page.all(".what-if .summary").is_empty());
    page.press(&format!(".what-if [data-try='{path}']"));
    page.until("its control is there", || page.asks(path));
}

fn is_on(page: &Page) -> bool {
    !page.all("#trial").is_empty()
}

fn saved(page: &Page) -> Value {
    serde_json::from_str(&page.save()).expect("JSON")
}

fn outcome(page: &Page, rule: &str, subject: &str) -> String {
    let found = page.all(&format!("[data-rule='{rule}'][data-subject='{subject}']"));
    found.first().map_or_else(String::new, |one| {
        let outcome = page.run("return arguments[0].dataset.outcome;", vec![Browser::argument(one)]);
        outcome.as_str().unwrap_or_default().to_owned()
    })
}

#[test]
fn a_yes_or_no_is_tried_kept_and_undone() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let given = document(|document| document["vms"][0]["snapshots"] = true.into());
        open(page, &given);
        page.until_verdict("not-supported");
        try_under(page, RULE, "vm:vm1", "vms[vm1].snapshots");
        assert!(!is_on(page), "nothing is tried yet");
        page.answer("vms[vm1].snapshots", &json!(false));
        page.until_verdict("supported");
        let bar = page.text_of("#trial");
        assert!(bar.contains("This is a trial: one answer changed."), "{bar}");
        assert!(bar.contains("Verdict: not supported, now supported."), "{bar}");
        assert!(bar.contains("Mended:") && bar.contains("(vm1)"), "{bar}");
        page.press("#trial summary");
        assert!(page.text_of("#trial").contains("of vm1: yes, now no"), "{}", page.text_of("#trial"));
        // What it mends stays in its place, with the control in it, and does not count.
        assert_eq!(outcome(page, RULE, "vm:vm1"), "mended");
        assert!(page.asks("vms[vm1].snapshots"));
        assert!(page.text_of("#must-change h2").contains("(0)"), "{}", page.text_of("#must-change h2"));
        assert!(page.text_of("main").contains("Result of the trial, not of what is given"));
        // The file is the real one, and the page says so.
        assert_eq!(saved(page), given);
        page.until("it is told", || page.notices().contains("without the trial"));
        let kept = page.stored("localStorage", RECORDS);
        assert!(kept.len() == 1 && kept.values().all(|record| record.contains(r#""snapshots":true"#)), "{kept:?}");
        assert!(page.is("return document.getElementById('undo').disabled;", Vec::new()));
        // Kept, it is one step with a name.
        page.press("#keep-trial");
        page.until("the trial is over", || !is_on(page));
        page.until_verdict("supported");
        let expected = document(|_| {});
        assert_eq!(saved(page), expected);
        let undo = "return document.getElementById('undo').getAttribute('aria-label');";
        assert_eq!(page.run(undo, Vec::new()), "Undo: trial");
        page.press("#undo");
        page.until_verdict("not-supported");
        assert_eq!(saved(page), given);
        page.press("#redo");
        page.until_verdict("supported");
    });
}

#[test]
fn thrown_away_it_leaves_nothing() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let given = document(|_| {});
        open(page, &given);
        page.until_verdict("supported");
        try_in_list(page, "vms[vm1].vcpus");
        page.type_into("vms[vm1].vcpus", "40");
        page.until_verdict("not-supported");
        let bar = page.text_of("#trial");
        assert!(bar.contains("Broken now:") && bar.contains("now not supported"), "{bar}");
        page.press("#drop-trial");
        page.until("the trial is over", || !is_on(page));
        page.until_verdict("supported");
        assert_eq!(page.focused()["id"], "heading");
        assert_eq!(saved(page), given);
        let undo = "return document.getElementById('undo').getAttribute('aria-label') ?? '';";
        assert_eq!(page.run(undo, Vec::new()), "");
        assert_eq!(page.typed("vms[vm1].vcpus"), "8");
    });
}

#[test]
fn a_number_a_choice_and_what_is_no_answer() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document(|document| document["vms"][0]["storage"]["kind"] = "dynamic-virtual-disk".into()));
        // A choice, from a list.
        try_in_list(page, "exchange.version");
        page.answer("exchange.version", &json!("2000"));
        page.until("it is a trial", || is_on(page));
        page.until_verdict("not-supported");
        page.answer("exchange.version", &json!("2019"));
        page.until("the given answer ends it", || !is_on(page));
        // What is typed and no answer counts as none, in the trial as elsewhere.
        try_in_list(page, "vms[vm1].memory_gb");
        page.type_into("vms[vm1].memory_gb", "much");
        page.until("the bar says so", || page.text_of("#trial").contains("one answer changed"));
        assert_eq!(page.typed("vms[vm1].memory_gb"), "much");
        page.type_into("vms[vm1].memory_gb", "96 GB");
        page.press("#trial summary");
        page.until("it is understood", || page.text_of("#trial").contains("128 GB, now 96 GB"));
        page.answer("vms[vm1].memory_gb", &Value::Null);
        page.until("not knowing can be tried", || page.text_of("#trial").contains("now not known"));
    });
}

#[test]
fn all_machines_with_the_same_answer_at_once() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(
            page,
            &document(|document| {
                document["vms"][0]["snapshots"] = true.into();
                document["vms"][1]["snapshots"] = true.into();
            }),
        );
        try_under(page, RULE, "vm:vm1", "vms[vm1].snapshots");
        page.answer("vms[vm1].snapshots", &json!(false));
        page.until("one is mended", || outcome(page, RULE, "vm:vm1") == "mended");
        assert_eq!((page.verdict().as_str(), outcome(page, RULE, "vm:vm2").as_str()), ("not-supported", "violated"));
        page.press(".try-all");
        page.until_verdict("supported");
        assert!(page.text_of("#trial").contains("2 answers changed"));
        page.press(".try-all");
        page.until_verdict("not-supported");
        assert!(page.text_of("#trial").contains("one answer changed"));
    });
}

#[test]
fn the_bar_stays_on_every_screen_which_shows_what_is_given() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        try_without_snapshots(page);
        page.until_verdict("supported");
        for screen in page.screens() {
            page.goes_to(&format!("#/{screen}"));
            page.until("the bar is there", || is_on(page));
        }
        page.goes_to("#/share");
        assert!(page.text_of(".without-trial").contains("without the trial"));
        // Another answer is given meanwhile: the trial stays on top of it.
        page.ask("vms[vm2].vcpus");
        assert_eq!(page.verdict(), "not-supported");
        page.type_into("vms[vm2].vcpus", "6");
        assert!(page.text_of("#trial").contains("one answer changed"));
        page.goes_to("#/result");
        page.until_verdict("supported");
        // The answer that was tried is given: there is nothing left to try.
        page.ask("vms[vm1].snapshots");
        page.answer("vms[vm1].snapshots", &json!(false));
        page.until("the trial is over", || !is_on(page));
        assert!(page.notices().contains("The trial is over"), "{}", page.notices());
    });
}

#[test]
fn a_reload_loses_the_trial_and_nothing_else() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let given = try_without_snapshots(page);
        page.until_verdict("supported");
        page.load_again();
        page.until_verdict("not-supported");
        assert!(!is_on(page));
        assert_eq!(saved(page), given);
    });
}

#[test]
fn another_deployment_ends_it_and_says_so() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document(|document| document["vms"][0]["snapshots"] = true.into()));
        try_under(page, RULE, "vm:vm1", "vms[vm1].snapshots");
        page.answer("vms[vm1].snapshots", &json!(false));
        page.until_verdict("supported");
        page.goes_to("#/share");
        open_text(page, &document(|_| {}).to_string());
        page.until_at("#/answers");
        assert!(!is_on(page));
        assert!(page.notices().contains("The trial on the deployment before was thrown away"), "{}", page.notices());
    });
}

#[test]
fn a_change_in_another_tab_comes_under_the_trial() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document(|document| document["vms"][0]["snapshots"] = true.into()));
        try_under(page, RULE, "vm:vm1", "vms[vm1].snapshots");
        page.answer("vms[vm1].snapshots", &json!(false));
        page.until_verdict("supported");
        let first = page.tab();
        page.new_tab();
        page.load("#/q/vms%5Bvm2%5D.vcpus");
        page.type_into("vms[vm2].vcpus", "6");
        page.until("it is kept", || {
            page.stored("localStorage", RECORDS).values().any(|one| one.contains(r#""vcpus":6"#))
        });
        page.to_tab(&first);
        page.until("it is told", || page.notices().contains("changed in another tab"));
        page.until_verdict("supported");
        assert!(page.text_of("#trial").contains("one answer changed"));
        let saved = saved(page);
        assert_eq!((&saved["vms"][1]["vcpus"], &saved["vms"][0]["snapshots"]), (&json!(6), &json!(true)));
    });
}

#[test]
fn by_keyboard_alone() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        open(page, &document(|document| document["vms"][0]["snapshots"] = true.into()));
        let text = |focused: &Value, part: &str| focused["text"].as_str().unwrap_or_default().contains(part);
        page.tab_to("the finding", |focused| focused["name"] == "summary" && text(focused, "napshot"));
        page.key(Key::Enter);
        page.tab_to("the way to try", |focused| {
            text(focused, "Try another answer") && text(focused, ": vms[vm1].snapshots")
        });
        page.key(Key::Enter);
        page.until("its control is there", || page.asks("vms[vm1].snapshots"));
        assert!(text(&page.focused(), "Close"), "the keyboard stays where it is: {}", page.focused());
        page.tab_to("the answers", |focused| focused["type"] == "radio");
        page.key(Key::Down);
        page.until_verdict("supported");
        assert_eq!(page.focused()["value"], "false", "the keyboard stays where it is");
        // Nothing that has the keyboard is under the bar.
        let clear = "const own = document.activeElement.getBoundingClientRect();
            return own.top >= document.getElementById('trial').getBoundingClientRect().bottom - 1;";
        for _ in 0..12 {
            page.key(Key::BackTab);
            if page.is("return document.activeElement.closest('#trial, header') !== null;", Vec::new()) {
                break;
            }
            assert!(page.is(clear, Vec::new()), "under the bar: {}", page.focused());
        }
        page.until("the bar is reached", || {
            page.key(Key::BackTab);
            page.focused()["id"] == "keep-trial"
        });
        page.key(Key::Enter);
        page.until("the trial is over", || !is_on(page));
        page.until_focused("heading");
        assert_eq!(page.verdict(), "supported");
    });
}
