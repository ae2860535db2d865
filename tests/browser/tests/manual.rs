//! The manual in the browser: searched as one types, read, walked by links, by "Back" and by
//! keyboard, and the ways into it.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::example;
use exchange_advisor_browser_tests::{Form, at};
use exchange_advisor_core::manual::{Entry, Index, Piece, contents, page as manual_page};
use exchange_advisor_core::{manual, rules};
use serde_json::Value;

/// The text of an element, its white space made even; empty if there is none.
fn read(page: &Page, selector: &str) -> String {
    let text = page.run("return document.querySelector(arguments[0])?.textContent ?? '';", vec![selector.into()]);
    even(text.as_str().unwrap_or_default())
}

fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The results, as the addresses of their pages.
fn hits(page: &Page) -> Vec<String> {
    let found = page.run(
        "return [...document.querySelectorAll('.hits a')].map((one) => decodeURI(one.hash.replace('#/manual/', '')));",
        Vec::new(),
    );
    found.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

fn title(page: &Page) -> String {
    page.run("return document.title;", Vec::new()).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_vendors_word_leads_to_the_rule_and_back_to_the_results() {
    for form in [Form::Root, Form::SingleFile] {
        at(Kind::Chromium, form, "#/manual", |page| {
            assert_eq!(hits(page), Vec::<String>::new());
            assert_eq!(read(page, "#found"), "");
            let field = page.one("#search");
            page.keys(&field, "vMotion");
            let expected: Vec<String> = Index::new().search("vMotion").iter().map(|hit| hit.entry.address()).collect();
            page.until("the pages are found", || hits(page) == expected);
            assert!(expected.contains(&"rule/machine-migration".to_owned()));
            assert_eq!(read(page, "#found"), format!("{} pages found.", expected.len()));
            page.keys(&field, " xyzzy");
            page.until("nothing is found", || read(page, "#found") == "No page has all these words.");
            page.type_over(&field, "vmotion");
            page.until("the pages are found again", || hits(page) == expected);
            page.click(&page.one(".hits a[href$='rule/machine-migration']"));
            page.until_at("#/manual/rule/machine-migration");
            page.until("it is the rule", || read(page, "h1") == rules::by_id("machine-migration").unwrap().kept);
            assert_eq!(page.focused()["id"], "heading");
            page.run("history.back();", Vec::new());
            page.until("the results are there again", || hits(page) == expected);
            let words = page.run("return document.getElementById('search').value;", Vec::new());
            assert_eq!(words, "vmotion");
            // The link in the frame leads to the contents.
            page.click(&page.one("header a[href='#/manual']"));
            page.until("the contents are there", || page.all("details.contents").len() == contents().len());
            assert_eq!(hits(page), Vec::<String>::new());
        });
    }
}

#[test]
fn every_page_says_what_the_core_says() {
    at(Kind::Chromium, Form::Root, "#/manual", |page| {
        // One of each kind; the core's tests look at all of them.
        let mut seen: Vec<&str> = Vec::new();
        for entry in contents().into_iter().flat_map(|section| section.entries) {
            if seen.contains(&entry.kind()) {
                continue;
            }
            seen.push(entry.kind());
            page.goes_to(&format!("#/manual/{}", entry.address()));
            let wanted = manual_page(entry);
            page.until("it is the page", || read(page, "h1") == wanted.title);
            assert!(title(page).starts_with(&wanted.title), "{}", title(page));
            let shown = read(page, "main");
            let mut links = 0;
            for block in &wanted.blocks {
                let lines: Vec<&manual::Line> = match block {
                    manual::Block::Heading(heading) => {
                        assert!(shown.contains(&**heading), "{heading}");
                        Vec::new()
                    }
                    manual::Block::Text(line) => vec![line],
                    manual::Block::List(list) | manual::Block::Folded(_, list) => list.iter().collect(),
                    manual::Block::Fields(fields) => fields.iter().flat_map(|(_, lines)| lines).collect(),
                    manual::Block::Table { rows, .. } => rows.iter().flatten().collect(),
                };
                for line in lines {
                    assert!(shown.contains(&even(&manual::plain(line))), "{}: {line:?}", entry.address());
                    links += line.iter().filter(|piece| matches!(piece, Piece::Link(_))).count();
                }
            }
            let neighbours = manual::neighbours(entry);
            let beside = usize::from(neighbours.0.is_some()) + usize::from(neighbours.1.is_some());
            // The breadcrumb leads to the contents.
            assert_eq!(page.all("main a[href^='#/manual']").len(), links + beside + 1, "{}", entry.address());
        }
        assert!(seen.len() >= 5, "{seen:?}");
    });
}

#[test]
fn links_lead_from_page_to_page() {
    at(Kind::Chromium, Form::Root, "#/manual/rule/vcpu-ratio", |page| {
        page.until("it is the rule", || read(page, "h1") == "At most two virtual processors for each physical core");
        page.click(&page.one("main a[href$='question/hosts.sockets']"));
        page.until_at("#/manual/question/hosts.sockets");
        page.until("it is the question", || read(page, "h1") == "Processor sockets");
        page.click(&page.one("main a[href$='change/more-hardware']"));
        page.until("it is the change", || read(page, "h1") == "Add hardware to the host, or add a host");
        let (before, after) = manual::neighbours(Entry::at("change/more-hardware").expect("a change"));
        assert!(after.is_none() && page.all("#next-page").is_empty());
        let before = before.expect("one before");
        page.click(&page.one("#previous-page"));
        page.until("it is the one before", || read(page, "h1") == before.title());
        page.click(&page.one("#next-page"));
        page.until("it is the change again", || read(page, "h1") == "Add hardware to the host, or add a host");
        page.click(&page.one(".breadcrumb a"));
        page.until_at("#/manual");
        page.until("the contents are there", || read(page, "h1") == "Manual");
    });
}

#[test]
fn a_page_that_is_not_there_says_so() {
    at(Kind::Chromium, Form::Root, "#/manual/rule/no-such%3Cb%3Erule", |page| {
        page.until("it says so", || read(page, "h1") == "This page is not in the manual");
        assert!(title(page).starts_with("This page is not in the manual"), "{}", title(page));
        assert_eq!(read(page, "main code"), "rule/no-such<b>rule");
        page.press("#all-pages");
        page.until_at("#/manual");
        for (nowhere, heading) in [
            ("#/manual/rule", "This page is not in the manual"),
            ("#/manual/nothing/here", "This page is not in the manual"),
            // What cannot be decoded is no address of a page.
            ("#/manual/rule/%E0%A4%A", "Manual"),
        ] {
            page.run("location.hash = '#/';", Vec::new());
            page.until("the page is elsewhere", || !read(page, "h1").contains("anual"));
            page.run("location.hash = arguments[0];", vec![nowhere.into()]);
            page.until(nowhere, || read(page, "h1") == heading);
        }
        page.load("#/manual/search/%3Cb%3Ethin%3C/b%3E%20%25");
        page.until("nothing is found", || read(page, "#found") == "No page has all these words.");
        assert_eq!(page.run("return document.getElementById('search').value;", Vec::new()), "<b>thin</b> %");
    });
}

#[test]
fn by_keyboard_alone() {
    at(Kind::Chromium, Form::Root, "#/manual", |page| {
        page.tab_to_id("search");
        page.keys_of("vcpu-ratio");
        page.until("the rule comes first", || hits(page).first().map(String::as_str) == Some("rule/vcpu-ratio"));
        assert_eq!(page.focused()["id"], "search", "the keyboard stays in the field");
        page.key(Key::Enter);
        page.until_at("#/manual/rule/vcpu-ratio");
        page.until_focused("heading");
        page.tab_to("the question", |focused| focused["text"] == "Cores per socket");
        page.key(Key::Enter);
        page.until_at("#/manual/question/hosts.cores_per_socket");
        page.until_focused("heading");
        page.run("history.go(-2);", Vec::new());
        page.until("the results are there again", || !hits(page).is_empty());
        page.until_focused("heading");
        page.tab_to_id("search");
        // From the field Tab leads straight into the results.
        page.key(Key::Tab);
        assert_eq!(page.focused()["text"], rules::by_id("vcpu-ratio").unwrap().kept);
    });
}

#[test]
fn the_result_and_the_questions_lead_into_it() {
    at(Kind::Chromium, Form::Root, "", |page| {
        let document: Value = serde_json::from_str(&example("exchange-2007-ccr.json")).expect("JSON");
        page.open_document(&document);
        page.visit("#/q/vms%5Bmbx1%5D.storage.kind");
        page.until_screen("vms[mbx1].storage.kind");
        page.click(&page.one("details.how > summary"));
        page.click(&page.one("details.how a[href*='#/manual/']"));
        page.until_at("#/manual/question/vms.storage.kind");
        page.until("it is the question", || read(page, "h1") == "Storage of Exchange data");
        page.visit("#/result");
        page.until_verdict("not-supported");
        let [rule, subject, _] = page.findings("#must-change").swap_remove(0);
        page.unfold(&rule, &subject);
        page.click(&page.one(&format!("details[data-group='{rule}'] a[href$='#/manual/rule/{rule}']")));
        page.until_at(&format!("#/manual/rule/{rule}"));
        page.until("it is the rule", || read(page, "h1") == rules::by_id(&rule).expect("a rule").kept);
        // What was answered is as it was.
        assert_eq!(page.document()["exchange"], document["exchange"]);
    });
}
