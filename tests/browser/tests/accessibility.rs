//! axe-core finds nothing wrong with any screen of the page in any state, in light and in
//! dark, wide and narrow, with everything folded and unfolded.

use exchange_advisor_browser_tests::at;
use exchange_advisor_browser_tests::axe::Axe;
use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{self, State};
use exchange_advisor_core::reference::PAGES;

/// Looks at a screen folded and unfolded, in light and in dark, wide and narrow.
fn look(page: &Page, axe: &mut Axe, what: &str) {
    for (scheme, width, unfolded) in [("light", 1280, false), ("dark", 360, true)] {
        page.prefers(&[("prefers-color-scheme", scheme)]);
        page.window(width, 900);
        page.unfold_all(unfolded);
        axe.look(page, &format!("{what}, {scheme}, {width} wide, {}", if unfolded { "unfolded" } else { "folded" }));
    }
    page.is_tidy();
}

/// Goes through every screen that the router knows, and some questions.
fn walk(state: &State) {
    at(Kind::Chromium, state.form, "#/", |page| {
        (state.set_up)(page);
        let mut axe = Axe::default();
        let mut fragments: Vec<String> = page.screens().iter().map(|screen| format!("#/{screen}")).collect();
        fragments.extend(state.questions.iter().map(|path| format!("#/q/{path}")));
        for fragment in &fragments {
            page.goes_to(fragment);
            if fragment == "#/result" {
                page.until_verdict(state.verdict);
            }
            look(page, &mut axe, &format!("{}, {fragment}", state.name));
        }
        println!("{}: {} looks", state.name, axe.finish());
    });
}

/// The pages of the manual are the same in every state.
#[test]
fn the_manual() {
    at(Kind::Chromium, states::NOTHING.form, "#/", |page| {
        let mut axe = Axe::default();
        let terms = PAGES.iter().map(|term| format!("#/manual/reference/{}", term.id));
        for fragment in states::MANUAL.iter().map(|fragment| (*fragment).to_owned()).chain(terms) {
            page.goes_to(&fragment);
            look(page, &mut axe, &fragment);
        }
        println!("the manual: {} looks", axe.finish());
    });
}

#[test]
fn nothing_answered() {
    walk(&states::NOTHING);
}

#[test]
fn half_answered() {
    walk(&states::HALF);
}

#[test]
fn supported() {
    walk(&states::SUPPORTED);
}

#[test]
fn not_supported_from_a_disk() {
    walk(&states::NOT_SUPPORTED);
}

#[test]
fn findings_accepted() {
    walk(&states::ACCEPTED);
}

#[test]
fn a_lab() {
    walk(&states::LAB);
}

#[test]
fn nothing_known() {
    walk(&states::NOT_KNOWN);
}

#[test]
fn machines_not_known() {
    walk(&states::NO_MACHINES_KNOWN);
}

#[test]
fn many_machines() {
    walk(&states::MANY);
}

#[test]
fn more_machines_than_fit() {
    walk(&states::TOO_MANY);
}

#[test]
fn side_by_side_and_tried() {
    walk(&states::TRIED);
}

#[test]
fn a_wrong_file() {
    walk(&states::WRONG_FILE);
}

#[test]
fn nothing_is_kept() {
    walk(&states::NOT_KEPT);
}

#[test]
fn deleted_and_damaged() {
    walk(&states::KEPT);
}
