//! The page in Firefox: it loads in both forms, judges a case, and follows a click.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::native::{self, SOME_DAY};
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, on_page, root, text};
use serde_json::{Value, json};

const ASSESS: &str = include_str!("../src/js/assess.js");

fn smoke(page: &Page) {
    page.listen();
    let document = text(&root().join("examples/exchange-2007-ccr.json"));
    let result = page.run(ASSESS, vec![json!([document]), json!({ "asOf": SOME_DAY })]);
    assert_eq!([&result[0]["error"], &result[0]["odd"]], [&Value::Null, &Value::Null]);
    let found = serde_json::from_str(result[0]["json"].as_str().expect("a text")).expect("JSON");
    assert_eq!(native::numbers(found), native::assessment(&document, SOME_DAY).expect("a document"));
    page.until_verdict("undetermined");
    assert_eq!(page.missing(), ["exchange.version"]);
    page.answer("exchange.version", &"2000".into());
    page.until_verdict("not-supported");
    let broken = page.findings("#must-change");
    assert!(broken.iter().any(|[rule, ..]| rule == "exchange-version"), "{broken:?}");
}

#[test]
fn the_site() {
    on_page(Kind::Firefox, Form::Root, smoke);
}

#[test]
fn the_single_file() {
    on_page(Kind::Firefox, Form::SingleFile, smoke);
}
