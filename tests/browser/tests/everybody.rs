//! Leaving nobody out, beyond what axe-core sees: large letters, other colours, no mouse,
//! a screen reader; and errors that are told.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{self, State};
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};

const PRODUCT: &str = "Exchange virtualization advisor";

/// The spacing that people may set for themselves (WCAG 1.4.12).
const WIDE_LETTERS: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = arguments[0] ? [sheet] : [];
";

fn title(page: &Page) -> String {
    page.run("return document.title;", Vec::new()).as_str().expect("a text").to_owned()
}

/// Where the state is, every screen and some questions.
fn fragments(page: &Page, state: &State) -> Vec<String> {
    let screens = page.screens().into_iter().map(|screen| format!("#/{screen}"));
    screens.chain(state.questions.iter().map(|path| format!("#/q/{path}"))).collect()
}

fn fits_every_window(state: &State) {
    at(Kind::Chromium, state.form, "#/", |page| {
        (state.set_up)(page);
        for fragment in fragments(page, state) {
            page.goes_to(&fragment);
            page.unfold_all(true);
            // The first is 1280 by 1024 at 400 %.
            for (width, height, letters) in [
                (320, 256, false),
                (320, 256, true),
                (360, 740, false),
                (768, 1024, false),
                (1024, 768, true),
                (1280, 720, false),
            ] {
                page.run(WIDE_LETTERS, vec![letters.into()]);
                page.window(width, height);
                let letters = if letters { ", letters apart" } else { "" };
                page.fits(&format!("{}, {fragment}, {width} by {height}{letters}", state.name));
            }
            page.run(WIDE_LETTERS, vec![false.into()]);
        }
    });
}

#[test]
fn nothing_answered_fits_every_window() {
    fits_every_window(&states::NOTHING);
}

#[test]
fn a_result_fits_every_window() {
    fits_every_window(&states::NOT_SUPPORTED);
}

#[test]
fn long_names_fit_every_window() {
    fits_every_window(&states::TOO_MANY);
}

#[test]
fn errors_fit_every_window() {
    fits_every_window(&states::WRONG_FILE);
}

#[test]
fn a_list_of_deployments_fits_every_window() {
    fits_every_window(&states::KEPT);
}

/// What each screen's title begins with; the screens of the router's list, and no others.
const TITLES: [(&str, &str); 11] = [
    ("", PRODUCT),
    ("settled", "What next"),
    ("answers", "Check your answers"),
    ("machines", "Machines side by side"),
    ("result", "Result"),
    ("unknown", "Open questions"),
    ("share", "Save or hand on"),
    ("advice", "What to change"),
    ("compare", "Deployments side by side"),
    ("manual", "Manual"),
    ("all", "All questions"),
];

#[test]
fn each_screen_has_its_title_and_the_keyboard_on_its_heading() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        (states::HALF.set_up)(page);
        let name = "What the storage team still has to say";
        assert_eq!(page.screens(), TITLES.map(|(screen, _)| screen), "the router's screens");
        // In both directions: whatever a screen leaves behind, the next one is right.
        for (screen, begins) in TITLES.iter().chain(TITLES.iter().rev().skip(1)) {
            page.goes_to(&format!("#/{screen}"));
            let wanted = if screen.is_empty() {
                format!("{name} – {PRODUCT}")
            } else {
                format!("{begins} – {name} – {PRODUCT}")
            };
            assert_eq!(title(page), wanted, "#/{screen}");
        }
        for path in states::HALF.questions.iter().chain(&["vms[nobody].vcpus"]) {
            page.goes_to(&format!("#/q/{path}"));
            let heading = page.run("return document.querySelector('h1#heading').innerText;", Vec::new());
            assert_eq!(title(page), format!("{} – {name} – {PRODUCT}", heading.as_str().expect("a text")), "{path}");
        }
    });
}

/// The keyboard is on the heading of another screen than before, and not in a field.
fn arrives(page: &Page, fragment: &str) {
    page.until_at(fragment);
    let focused = "return document.activeElement.outerHTML.slice(0, 100);";
    page.until(
        &format!("the keyboard is on the heading of {fragment}, not on {}", page.run(focused, Vec::new())),
        || page.is("return document.activeElement.matches('h1#heading');", Vec::new()),
    );
    assert_eq!(page.run("return scrollY;", Vec::new()), 0, "the top of {fragment} is not in sight");
}

#[test]
fn on_every_way_the_keyboard_arrives_on_the_heading() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        // At first it is where the browser puts it: on the page, in no field.
        assert!(page.is("return document.activeElement === document.body;", Vec::new()));
        page.press("#begin");
        arrives(page, "#/q/purpose");
        page.answer("purpose", &"production".into());
        page.press("#continue");
        arrives(page, "#/q/exchange.version");
        page.answer("exchange.version", &"2016".into());
        page.press("#continue");
        page.until("the next question is there", || {
            !page.is("return location.hash === '#/q/exchange.version';", Vec::new())
        });
        page.press("#back");
        arrives(page, "#/q/exchange.version");
        page.run("history.back();", Vec::new());
        arrives(page, "#/q/purpose");
        page.run("history.forward();", Vec::new());
        arrives(page, "#/q/exchange.version");
        page.click(&page.all("#verdict .standing-links a")[0]);
        arrives(page, "#/answers");
        page.click(&page.all(".change a")[1]);
        page.until("a question is there", || page.is("return location.hash.startsWith('#/q/');", Vec::new()));
        page.press("#continue");
        arrives(page, "#/answers");
        for (place, fragment) in [(2, "#/result"), (3, "#/all"), (4, "#/manual"), (5, "#/share")] {
            page.click(&page.all("header nav a")[place]);
            arrives(page, fragment);
        }
        page.press(".product");
        arrives(page, "#/");
    });
}

#[test]
fn the_verdict_is_said_whenever_it_changes() {
    at(Kind::Chromium, Form::Root, "#/q/exchange.version", |page| {
        let watch = "
            const said = document.getElementById('said');
            window.heard = [];
            new MutationObserver(() => window.heard.push(said.textContent))
                .observe(said, { characterData: true, childList: true, subtree: true });
            window.regions = [said, document.getElementById('notices')];
            return window.regions.map((one) => [one.getAttribute('role'), one.textContent]);
        ";
        let regions = page.run(watch, Vec::new());
        assert_eq!(regions, json!([["status", "Verdict: Undetermined."], ["status", ""]]), "from the start");
        assert!(page.is("return document.getElementById('said').ariaLive === 'polite';", Vec::new()));
        let heard = || page.run("return window.heard;", Vec::new());
        page.answer("exchange.version", &"2016".into());
        assert_eq!(heard(), json!([]), "nothing has changed");
        let first = "Verdict: Not supported. One requirement is broken.";
        page.answer("exchange.version", &"2000".into());
        page.until("it is said", || heard() == json!([first]));
        page.answer("exchange.version", &Value::Null);
        page.until("it is said", || heard() == json!([first, "Verdict: Undetermined."]));
        for screen in page.screens() {
            page.goes_to(&format!("#/{screen}"));
            let same = "return window.regions.every((one) => one.isConnected);";
            assert!(page.is(same, Vec::new()), "a screen reader has lost the region on {screen}");
        }
        assert_eq!(heard(), json!([first, "Verdict: Undetermined."]), "going from screen to screen is no change");
        states::open_text(page, &states::example("exchange-2007-ccr.json"));
        page.until_at("#/all");
        page.until("it is said", || heard().as_array().is_some_and(|heard| heard.len() == 3));
        let notice = "return window.regions[1].textContent;";
        assert!(page.run(notice, Vec::new()).as_str().is_some_and(|notice| notice.contains("Opened from the file")));
    });
}

#[test]
fn nothing_moves_where_that_is_not_wanted() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        (states::SUPPORTED.set_up)(page);
        for screen in page.screens() {
            page.goes_to(&format!("#/{screen}"));
            for (wanted, scroll) in [("reduce", "auto"), ("no-preference", "smooth")] {
                page.prefers(&[("prefers-reduced-motion", wanted)]);
                let found = page.run("return getComputedStyle(document.documentElement).scrollBehavior;", Vec::new());
                assert_eq!(found, scroll, "#/{screen}: motion: {wanted}");
            }
            page.prefers(&[("prefers-reduced-motion", "reduce")]);
            let moving = "
                return [...document.querySelectorAll('*')].filter((one) => {
                    const { transitionDuration, animationName } = getComputedStyle(one);
                    return transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || animationName !== 'none';
                }).map((one) => one.outerHTML.slice(0, 100));
            ";
            assert_eq!(page.run(moving, Vec::new()), json!([]), "#/{screen}");
        }
    });
}
