//! What people type: numbers with units and thousands, understood or refused in words,
//! and nothing of it lost.

use exchange_advisor_browser_tests::browser::{Browser, Kind};
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root};
use serde_json::{Value, json};

/// Opens a DAG of today and goes to the memory of a machine.
fn memory(page: &Page) {
    page.open_file(&root().join("examples/exchange-se-dag.json"));
    page.until_screen("#/answers");
    page.visit("#/q/vms%5Bex1%5D.memory_gb");
    page.until_screen("vms[ex1].memory_gb");
}

fn field(page: &Page) -> Value {
    page.run("return document.querySelector('form.ask input[type=text]').value;", Vec::new())
}

fn title(page: &Page) -> String {
    page.run("return document.title;", Vec::new()).as_str().unwrap_or_default().to_owned()
}

#[test]
fn numbers_take_what_people_type() {
    at(Kind::Chromium, Form::Root, "", |page| {
        memory(page);
        for (typed, gigabytes, understood) in [
            ("64 GB", json!(64), ""),
            ("65536 MB", json!(64), "Understood as 64 GB"),
            ("1,024", json!(1024), "Understood as 1,024 GB"),
            ("1 TB", json!(1024), "Understood as 1,024 GB"),
            ("96gb", json!(96), ""),
            ("0.5", json!(0.5), ""),
            ("512 MB", json!(0.5), "Understood as 0.5 GB"),
        ] {
            page.type_answer(typed);
            page.until(&format!("{typed} is understood"), || page.read(".page-question .understood") == understood);
            assert_eq!(page.document()["vms"][0]["memory_gb"], gigabytes, "{typed}");
            assert_eq!(field(page), typed, "what was typed is no longer there");
        }
        // It is there again after the next page, and after a reload.
        page.type_answer("131072 MB");
        page.go_on();
        page.arrive("#/q/vms%5Bex1%5D.memory_gb");
        page.until_screen("vms[ex1].memory_gb");
        assert_eq!(field(page), "131072 MB");
        assert_eq!(page.document()["vms"][0]["memory_gb"], 128);
        // The list of answers shows it in the unit of the question.
        page.visit("#/answers");
        page.until_screen("#/answers");
        assert!(page.read("#main").contains("128 GB"), "{}", page.read("#main"));
    });
}

#[test]
fn nonsense_is_told_and_kept_until_it_is_mended() {
    at(Kind::Chromium, Form::Root, "", |page| {
        memory(page);
        for (typed, says) in [
            ("lots", "This is not a number"),
            ("", "Give an answer, or choose “I do not know”."),
            ("-4", "This is not"),
            ("64 apples", "GB or TB"),
            ("1.024,5", "Did you mean 1024.5"),
        ] {
            page.type_answer(typed);
            // Nobody is interrupted while typing.
            assert_eq!(page.read("#error-summary"), "", "{typed}");
            assert!(!title(page).starts_with("Error: "), "{typed}");
            page.press("#continue");
            page.until_focused("error-summary");
            assert!(page.read("#error-summary").contains(says), "{typed}: {}", page.read("#error-summary"));
            assert!(page.read(".fault").contains(says), "beside the field: {}", page.read(".fault"));
            assert!(title(page).starts_with("Error: "), "{}", title(page));
            assert_eq!(page.screen(), "vms[ex1].memory_gb");
            assert_eq!(field(page), typed, "the typed text");
            // The verdict does not rest on what was there before.
            assert_eq!(page.document()["vms"][0].get("memory_gb"), None, "{typed}");
            let invalid = "return document.querySelector('form.ask input[type=text]').getAttribute('aria-invalid');";
            assert_eq!(page.run(invalid, Vec::new()), "true");
            // Pressed once more it is told once more.
            page.press("#continue");
            page.until_focused("error-summary");
            // The link leads to the field.
            let address = page.run("return location.hash;", Vec::new());
            page.click(&page.one("#error-summary a"));
            page.until_focused("c-vms[ex1].memory_gb");
            assert_eq!(page.run("return location.hash;", Vec::new()), address);
        }
        page.type_answer("64 GB");
        page.until("the error is gone", || page.read("#error-summary").is_empty());
        assert!(!title(page).starts_with("Error: "), "{}", title(page));
        page.go_on();
    });
}

#[test]
fn a_choice_that_is_left_open_is_told_too() {
    at(Kind::Chromium, Form::SingleFile, "", |page| {
        page.press("#begin");
        page.until_screen("purpose");
        page.press("#continue");
        page.until_focused("error-summary");
        assert!(title(page).starts_with("Error: "), "{}", title(page));
        // By keyboard: the link leads to the first choice.
        page.key(Key::Tab);
        page.key(Key::Enter);
        page.until("the keyboard is on the first choice", || page.focused()["value"] == "production");
        page.key(Key::Space);
        page.until("the error is gone", || page.read("#error-summary").is_empty());
        page.go_on();
        // What was wrong there is not told here.
        assert_eq!(page.read("#error-summary"), "");
        assert!(!title(page).starts_with("Error: "), "{}", title(page));
        let field = page.one("#main form");
        assert!(page.is("return arguments[0].noValidate;", vec![Browser::argument(&field)]));
    });
}
