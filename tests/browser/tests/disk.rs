//! The single file from a disk: it keeps answers for the tab only, says why, and offers
//! once to keep more.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::keep::RECORDS;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at};
use serde_json::json;

const NAME: &str = "Without a name (Exchange Server 2007)";

fn offers(page: &Page) -> bool {
    !page.all("#offer-more").is_empty()
}

fn begin(page: &Page) {
    page.ask("exchange.version");
    page.answer("exchange.version", &json!("2007"));
}

fn in_a_new_tab(page: &Page, fragment: &str) {
    page.new_tab();
    page.load(fragment);
}

#[test]
fn answers_are_kept_for_the_tab_and_the_page_says_why() {
    at(Kind::Chromium, Form::SingleFile, "#/", |page| {
        assert!(!offers(page), "there is nothing to keep yet");
        begin(page);
        page.until("it offers to keep more", || offers(page));
        assert!(page.text_of("#offer-more").contains("other pages from disks could read"));
        assert!(page.stored("localStorage", RECORDS).is_empty());
        assert_eq!(page.stored("sessionStorage", RECORDS).len(), 1);
        page.load_again();
        assert!(page.is_chosen("exchange.version", "2007"));
        assert_eq!(page.kept_where(), "tab");
        let told = page.text_of("#kept-where");
        assert!(told.contains("closing the tab loses all") && told.contains("all pages from disks share one storage"));
        in_a_new_tab(page, "#/");
        assert_eq!(page.kept(), []);
        assert!(page.stored("localStorage", "").is_empty(), "nothing at all is left in the browser");
    });
}

#[test]
fn yes_keeps_in_the_browser_and_can_be_taken_back() {
    at(Kind::Chromium, Form::SingleFile, "#/", |page| {
        begin(page);
        page.until("it offers to keep more", || offers(page));
        page.press("#offer-yes");
        page.until("it does not offer any more", || !offers(page));
        assert!(page.stored("sessionStorage", RECORDS).is_empty());
        assert_eq!(page.stored("localStorage", RECORDS).len(), 1);
        assert_eq!(page.text_of("#kept-short"), "Kept in this browser");
        let first = page.tab();
        in_a_new_tab(page, "#/");
        assert_eq!(page.kept_where(), "browser");
        page.go_on_with(NAME);
        page.ask("exchange.version");
        assert!(page.is_chosen("exchange.version", "2007"));
        assert!(!offers(page), "the decision is remembered");
        page.close_tab(&first);

        // The other way, on the start page.
        page.start_page();
        page.press("#keep-less");
        page.until("it keeps for the tab", || page.kept_where() == "tab");
        assert!(page.stored("localStorage", RECORDS).is_empty());
        page.load_again();
        assert_eq!(page.names_kept(), [NAME]);
        in_a_new_tab(page, "#/");
        assert_eq!(page.kept(), []);
        begin(page);
        assert!(!offers(page), "this decision is remembered as well");
    });
}

#[test]
fn no_is_remembered_and_can_be_changed() {
    at(Kind::Chromium, Form::SingleFile, "#/", |page| {
        begin(page);
        page.until("it offers to keep more", || offers(page));
        page.press("#offer-no");
        page.until("it does not offer any more", || !offers(page));
        assert!(page.stored("localStorage", RECORDS).is_empty());
        page.load_again();
        assert!(page.is_chosen("exchange.version", "2007") && !offers(page));
        let first = page.tab();
        in_a_new_tab(page, "#/");
        begin(page);
        assert!(!offers(page));
        page.start_page();
        page.press("#keep-more");
        page.until("it keeps in the browser", || page.kept_where() == "browser");
        // It goes for the other tab, too.
        in_a_new_tab(page, "#/");
        page.until("both are kept", || page.names_kept() == [NAME, NAME]);
        page.to_tab(&first);
        assert_eq!(page.text_of("#kept-short"), "Kept in this browser");
    });
}
