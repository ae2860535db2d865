//! Who uses the page how: axe-core finds nothing wrong with it, whatever has been
//! answered, in light and in dark; and it fits a narrow window.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, on_page, root};
use serde_json::{Value, json};

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Runs what `AXE` has defined. Style sheets are not fetched again: the content security
/// policy forbids it, and the browser knows their effect.
const RUN: &str = r#"
    const [done] = arguments;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"], preload: false };
    const told = (results) => results.map(({ id, impact, help, nodes }) =>
        ({ id, impact, help, where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`) }));
    axe.run(document, options).then(
        ({ violations, incomplete, passes }) =>
            done({ violations: told(violations), incomplete: told(incomplete), passes: passes.length }),
        (error) => done({ error: String(error) }));
"#;

/// Fails if axe-core finds anything, as the page is and with every finding unfolded, in
/// light and in dark, wide and narrow.
fn axe_finds_nothing(page: &Page, state: &str) {
    page.is_tidy();
    page.run(&format!("{AXE}; globalThis.axe = axe;"), Vec::new());
    let mut found = Vec::new();
    let looks = [("light", 1280, false), ("dark", 1280, true), ("dark", 360, false), ("light", 360, true)];
    for (scheme, width, unfolded) in looks {
        let look =
            format!("{state}, {scheme}, {width} wide, findings {}", if unfolded { "unfolded" } else { "folded" });
        show(page, scheme, width);
        let fold = "for (const one of document.querySelectorAll('details')) { one.open = arguments[0]; }";
        page.run(fold, vec![unfolded.into()]);
        let result = page.run_async(RUN, Vec::new());
        assert_eq!(result["error"], Value::Null, "{look}");
        assert!(result["passes"].as_u64() >= Some(10), "{look}: axe-core looked at nothing: {result}");
        if result["violations"] != json!([]) {
            found.push(format!("{look}: {:#}", result["violations"]));
        }
        if result["incomplete"] != json!([]) {
            println!("{look}: axe-core cannot tell: {:#}", result["incomplete"]);
        }
    }
    assert!(found.is_empty(), "axe-core found: {}", found.join("\n"));
}

/// Shows the page in a colour scheme and a width.
fn show(page: &Page, scheme: &str, width: u32) {
    let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    page.devtools("Emulation.setEmulatedMedia", &feature);
    set_width(page, width);
    let script = "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches;";
    assert!(page.is(script, vec![scheme.into()]), "the browser does not show {scheme}");
}

fn set_width(page: &Page, width: u32) {
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    page.until("the window is as wide as wanted", || page.run("return innerWidth;", Vec::new()) == width);
}

fn open_example(page: &Page, name: &str, verdict: &str) {
    page.open_file(&root().join("examples").join(name));
    page.until_verdict(verdict);
    assert_eq!(page.errors(), "");
}

#[test]
fn axe_at_the_start() {
    on_page(Kind::Chromium, Form::Root, |page| axe_finds_nothing(page, "at the start"));
}

#[test]
fn axe_half_answered() {
    on_page(Kind::Chromium, Form::Root, |page| {
        open_example(page, "half-answered.json", "undetermined");
        axe_finds_nothing(page, "half answered");
    });
}

#[test]
fn axe_with_each_verdict() {
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        open_example(page, "exchange-2007-ccr.json", "not-supported");
        axe_finds_nothing(page, "not supported");
        open_example(page, "exchange-se-dag.json", "supported");
        axe_finds_nothing(page, "supported");
    });
}

#[test]
fn axe_with_a_wrong_file() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.open_file(&root().join("tests/cases/invalid/40-everything-at-once.json"));
        page.until("the errors are shown", || !page.errors().is_empty());
        axe_finds_nothing(page, "with a wrong file");
    });
}

#[test]
fn a_narrow_window_needs_no_scrolling_to_the_side() {
    on_page(Kind::Chromium, Form::Root, |page| {
        let fits = |state: &str| {
            for width in [320, 360, 768, 1280] {
                set_width(page, width);
                let script = r"
                    const { scrollWidth, clientWidth } = document.documentElement;
                    if (scrollWidth <= clientWidth) { return []; }
                    return [...document.querySelectorAll('body *')]
                        .filter((one) => one.getBoundingClientRect().right > clientWidth)
                        .map((one) => one.outerHTML.slice(0, 150)).slice(0, 5).concat(`${scrollWidth} > ${clientWidth}`);
                ";
                assert_eq!(page.run(script, Vec::new()), json!([]), "{state}, {width} wide");
            }
        };
        fits("at the start");
        page.open_file(&root().join("tests/cases/invalid/40-everything-at-once.json"));
        page.until("the errors are shown", || !page.errors().is_empty());
        fits("with a wrong file");
        for (example, verdict) in [
            ("half-answered.json", "undetermined"),
            ("exchange-2007-ccr.json", "not-supported"),
            ("exchange-se-dag.json", "supported"),
        ] {
            open_example(page, example, verdict);
            page.run("for (const one of document.querySelectorAll('details')) { one.open = true; }", Vec::new());
            fits(example);
        }
        // A name as long as the format allows, without a place to break it.
        page.type_over(&page.of_machine("vm:ex1", ".rename"), &"x".repeat(64));
        page.until("the machine is renamed", || page.machines().contains(&format!("vm:{}", "x".repeat(64))));
        fits("with a long name");
    });
}
