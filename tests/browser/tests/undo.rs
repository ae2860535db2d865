//! Undo and redo: an answer, a typed number, a machine taken away, a name; also without
//! a mouse. The buttons say what they take back.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root};
use serde_json::{Value, json};

fn open(page: &Page, fragment: &str, screen: &str) {
    page.open_file(&root().join("examples/exchange-se-dag.json"));
    page.until_screen("#/answers");
    page.visit(fragment);
    page.until_screen(screen);
}

/// What a button says that it takes back, or does again; nothing if there is nothing.
fn says(page: &Page, id: &str) -> String {
    let says = page.run(
        "const one = document.getElementById(arguments[0]); return one.disabled ? '' : one.getAttribute('aria-label');",
        vec![id.into()],
    );
    says.as_str().unwrap_or_default().to_owned()
}

#[test]
fn an_answer_for_several_machines_is_one_step() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/q/vms%5Bex1%5D.snapshots", "vms[ex1].snapshots");
        assert_eq!((says(page, "undo"), says(page, "redo")), (String::new(), String::new()));
        let before = page.document();
        page.give(&json!(true));
        page.until_verdict("not-supported");
        let after = page.document();
        assert_eq!((&after["vms"][0]["snapshots"], &after["vms"][1]["snapshots"]), (&json!(true), &json!(true)));
        let what = "answer to “Are snapshots (checkpoints) of it taken?”";
        assert_eq!(says(page, "undo"), format!("Undo: {what}"));
        page.press("#undo");
        page.until_verdict("supported");
        assert_eq!(page.document(), before);
        assert_eq!((says(page, "undo"), says(page, "redo")), (String::new(), format!("Redo: {what}")));
        page.press("#redo");
        page.until_verdict("not-supported");
        assert_eq!(page.document(), after);
        // A new answer leaves nothing to do again.
        page.press("#undo");
        page.until_verdict("supported");
        page.give(&Value::Null);
        page.until_verdict("undetermined");
        assert_eq!(says(page, "redo"), "");
    });
}

#[test]
fn the_boxes_of_the_machines_say_what_is_so_after_undo() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/q/vms%5Bex1%5D.snapshots", "vms[ex1].snapshots");
        page.give(&json!(true));
        page.tick_peer("ex2", false);
        let snapshots =
            || page.document()["vms"].as_array().map(|vms| vms.iter().map(|vm| vm["snapshots"] == true).collect());
        assert_eq!(snapshots(), Some(vec![true, false]));
        page.press("#undo");
        page.until("the answer goes for both again", || page.goes_for() == ["ex1", "ex2"]);
        assert_eq!(snapshots(), Some(vec![true, true]));
        page.press("#redo");
        page.until("it goes for one again", || page.goes_for() == ["ex1"]);
        assert_eq!(snapshots(), Some(vec![true, false]));
        // What is answered now goes where the boxes say.
        page.give(&Value::Null);
        assert_eq!(page.document()["vms"][1]["snapshots"], false);
        // The keyboard is still on the button that was pressed.
        page.press("#undo");
        page.until_focused("undo");
    });
}

#[test]
fn a_typed_number_is_one_step_by_keyboard() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/q/vms%5Bex1%5D.memory_gb", "vms[ex1].memory_gb");
        let before = page.document();
        page.tab_to_id("c-vms[ex1].memory_gb");
        // Tab marks what is there; typing puts another text in its place.
        page.keys_of("1024 MB");
        page.until("it is understood", || page.read(".page-question .understood") == "Understood as 1 GB");
        assert_eq!(page.document()["vms"][1]["memory_gb"], 1);
        assert_eq!(says(page, "undo"), "Undo: answer to “How much memory has it?”");
        page.back_to_id("undo");
        page.key(Key::Enter);
        page.until("it is as before", || {
            page.run("return document.querySelector('#main input').value;", Vec::new()) == "128"
        });
        assert_eq!(page.document(), before);
        assert_eq!(says(page, "undo"), "");
        page.tab_to_id("redo");
        page.key(Key::Space);
        page.until("it is typed again", || {
            page.run("return document.querySelector('#main input').value;", Vec::new()) == "1024 MB"
        });
        assert_eq!(page.document()["vms"][0]["memory_gb"], 1);
    });
}

#[test]
fn machines_that_are_taken_away_and_names_come_back() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/machines", "#/machines");
        let before = page.document();
        page.click(&page.of_machine("host:esx1", ".remove"));
        page.until("it is gone", || page.machines().len() == 3);
        let without = page.document();
        page.type_over(&page.of_machine("vm:ex2", ".rename"), "mbx2");
        page.until("it has its name", || page.machines().contains(&"vm:mbx2".to_owned()));
        assert_eq!(says(page, "undo"), "Undo: name of a machine");
        page.press("#undo");
        page.until("it has the name before", || page.machines().contains(&"vm:ex2".to_owned()));
        assert_eq!(page.document(), without);
        assert_eq!(says(page, "undo"), "Undo: machine that was taken away");
        page.press("#undo");
        page.until("it is back", || page.machines().len() == 4);
        assert_eq!(page.document(), before, "with everything that referred to it");
        page.press("#redo");
        page.press("#redo");
        page.until("all is done again", || page.machines().contains(&"vm:mbx2".to_owned()));
        assert_eq!(page.machines().len(), 3);
    });
}

#[test]
fn what_changes_nothing_is_nothing_to_undo() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/q/hosts", "hosts");
        page.go_on();
        page.visit("#/machines");
        page.until_screen("#/machines");
        page.type_over(&page.of_machine("vm:ex2", ".rename"), "ex1");
        page.type_over(&page.of_machine("vm:ex2", ".rename"), "ex2");
        assert_eq!(says(page, "undo"), "");
    });
}

#[test]
fn what_was_chosen_goes_with_a_machine_to_its_new_name() {
    at(Kind::Chromium, Form::Root, "", |page| {
        open(page, "#/q/vms%5Bex1%5D.storage.kind", "vms[ex1].storage.kind");
        page.press("#peers-none");
        page.give(&json!(["dynamic-virtual-disk"]));
        page.visit("#/machines");
        page.until_screen("#/machines");
        page.type_over(&page.of_machine("vm:ex1", ".rename"), "mbx1");
        page.until("it has its name", || page.machines().contains(&"vm:mbx1".to_owned()));
        page.visit("#/q/vms%5Bmbx1%5D.storage.kind");
        page.until_screen("vms[mbx1].storage.kind");
        let ticked = "return [...document.querySelectorAll('.page-question input:checked')].map((one) => one.value);";
        assert_eq!(page.run(ticked, Vec::new()), json!(["fixed-virtual-disk", "dynamic-virtual-disk"]));
    });
}
