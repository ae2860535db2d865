//! Two tabs on the same deployment never overwrite each other silently.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keep::RECORDS;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

/// Makes a tab hear nothing of others while it is `deaf`, and see the storage as it was
/// as long as that is in `stale`: as if its write and another's fell on the same moment.
const MISHAPS: &str = r#"
    globalThis.deaf = false;
    globalThis.stale = null;
    for (const name of ["storage", "pageshow", "visibilitychange"]) {
        addEventListener(name, (event) => { if (globalThis.deaf) { event.stopImmediatePropagation(); } }, true);
    }
    const real = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
        return this === localStorage && globalThis.stale !== null && key in globalThis.stale
            ? globalThis.stale[key] : real.call(this, key);
    };
"#;

const AT_ONCE: &str = "changed in another tab at the same time, or deleted there. Nothing is lost";
const CHANGED: &str = "changed in another tab. You see it as it is now";

/// Two tabs, each on the question of the version of the same deployment, named "shared".
fn two_tabs(test: impl FnOnce(&Page, &WindowHandle, &WindowHandle)) {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let first = page.tab();
        page.load_with(MISHAPS, "#/");
        page.ask("name");
        page.answer("name", &json!("shared"));
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2007"));
        let second = page.new_tab();
        page.load_with(MISHAPS, "#/");
        page.go_on_with("shared");
        page.ask("exchange.version");
        assert!(page.is_chosen("exchange.version", "2007"));
        test(page, &first, &second);
    });
}

/// Answers the version in a tab.
fn answers(page: &Page, tab: &WindowHandle, version: &str) {
    page.to_tab(tab);
    page.answer("exchange.version", &json!(version));
}

fn until_told(page: &Page, tab: &WindowHandle, what: &str) {
    page.to_tab(tab);
    page.until(&format!("it is told: {what}"), || page.notices().contains(what));
}

/// The names and versions of all that is listed, in a tab that was never on any of it.
fn all_kept(page: &Page) -> Vec<(String, Value)> {
    page.new_tab();
    page.load("#/");
    let mut names = page.names_kept();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            page.go_on_with(&name);
            let saved: Value = serde_json::from_str(&page.save()).expect("JSON");
            (name, saved["exchange"]["version"].clone())
        })
        .collect()
}

fn both_are_kept(page: &Page, shared: &str, apart: &str) {
    let wanted = [("shared".to_owned(), json!(shared)), ("shared (from another tab)".to_owned(), json!(apart))];
    assert_eq!(all_kept(page), wanted);
}

#[test]
fn a_change_shows_in_the_other_tab_and_can_be_undone() {
    two_tabs(|page, first, second| {
        answers(page, second, "2010");
        until_told(page, first, CHANGED);
        assert!(page.is_chosen("exchange.version", "2010"));
        page.press("#undo");
        page.until("it is as it was here", || page.is_chosen("exchange.version", "2007"));
        until_told(page, second, CHANGED);
        page.until("and there", || page.is_chosen("exchange.version", "2007"));
        page.press("#undo");
        page.until("it is as it was there", || page.is_chosen("exchange.version", "2010"));
        page.to_tab(first);
        page.until("and here", || page.is_chosen("exchange.version", "2010"));
        // Going back and forth makes no further deployments.
        assert_eq!(all_kept(page), [("shared".to_owned(), json!("2010"))]);
    });
}

#[test]
fn what_is_typed_in_both_in_turn_stays_one_deployment() {
    two_tabs(|page, first, second| {
        for (number, tab) in (1..=6).zip([first, second].into_iter().cycle()) {
            page.to_tab(tab);
            page.ask("hypervisor.version");
            page.type_into("hypervisor.version", &format!("6.{number}"));
            page.to_tab(if tab == first { second } else { first });
            page.ask("hypervisor.version");
            page.until("it is there too", || page.typed("hypervisor.version") == format!("6.{number}"));
        }
        assert_eq!(all_kept(page), [("shared".to_owned(), json!("2007"))]);
    });
}

#[test]
fn a_tab_that_heard_nothing_does_not_overwrite() {
    two_tabs(|page, first, second| {
        page.to_tab(second);
        page.run("globalThis.deaf = true;", Vec::new());
        answers(page, first, "2010");
        answers(page, second, "2013");
        until_told(page, second, AT_ONCE);
        assert!(page.is_chosen("exchange.version", "2013"), "what this person does stays in sight");
        // It goes on as a deployment of its own, and the first tab is not disturbed.
        page.answer("exchange.version", &json!("2016"));
        page.to_tab(first);
        assert!(page.is_chosen("exchange.version", "2010"));
        both_are_kept(page, "2010", "2016");
    });
}

#[test]
fn of_two_writes_in_the_same_moment_both_are_kept() {
    two_tabs(|page, first, second| {
        page.to_tab(second);
        page.run("globalThis.deaf = true; globalThis.stale = { ...localStorage };", Vec::new());
        answers(page, first, "2010");
        answers(page, second, "2013");
        page.run("globalThis.deaf = false; globalThis.stale = null;", Vec::new());
        // The second has overwritten what the first wrote, and the first hears of it.
        until_told(page, first, AT_ONCE);
        assert!(page.is_chosen("exchange.version", "2010"));
        both_are_kept(page, "2013", "2010");
    });
}

#[test]
fn a_tab_that_slept_while_it_was_overwritten_finds_out() {
    two_tabs(|page, first, second| {
        page.to_tab(second);
        page.run("globalThis.deaf = true; globalThis.stale = { ...localStorage };", Vec::new());
        answers(page, first, "2010");
        page.run("globalThis.deaf = true;", Vec::new());
        answers(page, second, "2013");
        page.to_tab(first);
        assert_eq!(page.notices(), "");
        page.run("globalThis.deaf = false; dispatchEvent(new PageTransitionEvent('pageshow'));", Vec::new());
        until_told(page, first, AT_ONCE);
        both_are_kept(page, "2013", "2010");
    });
}

#[test]
fn a_frozen_tab_takes_over_what_happened_meanwhile() {
    two_tabs(|page, first, second| {
        page.to_tab(first);
        page.devtools("Page.setWebLifecycleState", &json!({ "state": "frozen" }));
        answers(page, second, "2010");
        page.answer("exchange.version", &json!("2013"));
        page.to_tab(first);
        page.devtools("Page.setWebLifecycleState", &json!({ "state": "active" }));
        until_told(page, first, CHANGED);
        assert!(page.is_chosen("exchange.version", "2013"));
        assert_eq!(all_kept(page), [("shared".to_owned(), json!("2013"))]);
    });
}

#[test]
fn a_closed_tab_whose_write_was_overwritten_is_rescued_by_a_third() {
    two_tabs(|page, first, second| {
        let third = page.new_tab();
        page.load("#/");
        page.to_tab(second);
        page.run("globalThis.deaf = true; globalThis.stale = { ...localStorage };", Vec::new());
        page.to_tab(first);
        page.run("globalThis.deaf = true;", Vec::new());
        answers(page, first, "2010");
        page.close_tab(second);
        answers(page, second, "2013");
        page.to_tab(&third);
        let both = || page.names_kept().len() == 2;
        page.until("both are in the list, without a reload", both);
        both_are_kept(page, "2013", "2010");
    });
}

#[test]
fn a_deployment_that_is_deleted_elsewhere_is_not_lost_here() {
    for (what, told) in [("delete", "was deleted in another tab"), ("purge", "was deleted for good in another tab")] {
        two_tabs(|page, first, second| {
            page.to_tab(second);
            page.press_kept("shared", "delete");
            page.until("it is deleted", || page.kept_as("shared").deleted);
            if what == "purge" {
                page.press_kept("shared", "purge");
                page.until("it is gone", || page.kept().is_empty());
                assert!(page.stored("localStorage", RECORDS).is_empty());
            }
            until_told(page, first, told);
            assert!(page.is_chosen("exchange.version", "2007"));
            // Going on keeps it again.
            page.answer("exchange.version", &json!("2010"));
            let names: Vec<_> = all_kept(page).into_iter().map(|(_, version)| version).collect();
            assert_eq!(names, [json!("2010")], "after {what}");
        });
    }
}
