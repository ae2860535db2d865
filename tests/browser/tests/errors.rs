//! What is wrong is told so that everybody learns of it, and where the keyboard is can be
//! seen: in light, in dark and in colours that the system forces.

use exchange_advisor_browser_tests::axe::Axe;
use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{self, State};
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};

/// The contrast that graphics need, and the one that text needs.
const GRAPHICS: f64 = 3.0;
const TEXT: f64 = 4.5;

/// The ways in which a person can have the colours.
const COLOURS: [(&str, &str); 4] = [
    ("prefers-color-scheme", "light"),
    ("prefers-color-scheme", "dark"),
    ("forced-colors", "active"),
    ("forced-colors", "none"),
];

#[track_caller]
fn is_seen(seen: &Value, part: &str, least: f64, what: &str) {
    let contrast = seen[part].as_f64().unwrap_or_else(|| panic!("{what}: {seen}"));
    assert!(contrast >= least, "{what}: the {part} has a contrast of {contrast}: {seen}");
}

/// What is said about an error: in the summary and at the control.
const SAID: &str = r##"
    const [path] = arguments;
    const summary = document.querySelector("#error-summary");
    const fault = document.getElementById(`e-${path}`);
    const heading = document.querySelector("h1#heading");
    const question = document.getElementById(`q-${path}`);
    const wrong = [...question.querySelectorAll("[aria-invalid=true]")];
    const told = (one) => `${one.getAttribute("aria-describedby")} ${one.closest("fieldset")?.getAttribute("aria-describedby")}`;
    return {
        focused: document.activeElement === summary,
        role: summary.getAttribute("role"),
        on_top: Boolean(summary.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING),
        same: fault.textContent === `Error: ${summary.querySelector("a").textContent}`,
        words: fault.textContent,
        told: wrong.length > 0 && wrong.every((one) => told(one).split(" ").includes(fault.id)),
        title: document.title,
    };
"##;

/// Presses "Continue" where that cannot be, and fails unless that is told to everybody.
fn is_refused(page: &Page, path: &str, axe: &mut Axe) {
    page.press("#continue");
    page.until(&format!("{path}: there is a summary"), || page.all("#error-summary").len() == 1);
    let said = page.run(SAID, vec![path.into()]);
    for sign in ["focused", "on_top", "same", "told"] {
        assert_eq!(said[sign], true, "{path}: {sign}: {said:#}");
    }
    assert_eq!(said["role"], "alert", "{path}");
    assert!(said["title"].as_str().is_some_and(|title| title.starts_with("Error: ")), "{path}: {said:#}");
    for (feature, value) in COLOURS {
        page.prefers(&[(feature, value)]);
        let what = format!("{path}, {feature}: {value}");
        for width in [1280, 320] {
            page.window(width, 700);
            page.fits(&what);
            if feature == "prefers-color-scheme" {
                axe.look(page, &format!("an error at {what}, {width} wide"));
            }
        }
        is_seen(&page.seen("#error-summary"), "border", GRAPHICS, &what);
        is_seen(&page.seen("#error-summary a"), "text", TEXT, &what);
        is_seen(&page.seen(".page-question.wrong"), "border", GRAPHICS, &what);
        is_seen(&page.seen(".page-question .fault"), "text", TEXT, &what);
    }
    page.window(1280, 900);
    page.press("#error-summary a");
    let in_a_control = "
        const one = document.activeElement;
        return one.matches('input, select') && one.closest('.page-question') !== null;
    ";
    page.until(&format!("{path}: the link leads to a control"), || page.is(in_a_control, Vec::new()));
    page.until_at(&format!("#/q/{path}"));
}

#[test]
fn an_error_is_told_to_everybody() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let document = json!({
            "format": "exchange-virtualization-deployment/1",
            "exchange": { "version": "2016" },
            "hypervisor": { "product": "hyper-v-2016" },
            "hosts": [{ "id": "h1" }, { "id": "h2" }],
            "vms": [{ "id": "a" }, { "id": "b" }],
        });
        states::open_text(page, &document.to_string());
        page.until_at("#/answers");
        let mut axe = Axe::default();
        // One that is typed, one that is chosen, several that are chosen, a table, a count.
        for (path, typed) in [
            ("exchange.meets_system_requirements", None),
            ("vms[a].memory_gb", Some("16 bananas")),
            ("vms[a].vcpus", Some("")),
            ("as_of", Some("soon")),
            ("vms[a].storage.kind", None),
            ("high_availability.solutions", None),
            ("vms[a].host", None),
            ("hosts", Some("many")),
            ("vms", Some("1")),
        ] {
            page.goes_to(&format!("#/q/{path}"));
            if let Some(text) = typed {
                page.type_into(path, text);
            }
            is_refused(page, path, &mut axe);
            if let Some(text) = typed {
                let kept = page.run("return document.getElementById(`c-${arguments[0]}`).value;", vec![path.into()]);
                assert_eq!(kept, text, "{path}: what was typed is gone");
            }
        }
        axe.finish();
        // It is over as soon as there is an answer, and on every other screen.
        page.goes_to("#/q/vms[a].memory_gb");
        let title = || page.run("return document.title;", Vec::new()).as_str().expect("a text").to_owned();
        assert!(!title().starts_with("Error: "), "nobody has pressed Continue here");
        page.press("#continue");
        page.until("the error is back", || title().starts_with("Error: "));
        page.answer("vms[a].memory_gb", &json!(64));
        page.until("the error is over", || !title().starts_with("Error: ") && page.all("#error-summary").is_empty());
        page.press("#continue");
        page.until("it goes on", || !page.is("return location.hash.endsWith('memory_gb');", Vec::new()));
    });
}

#[test]
fn a_wrong_file_is_told_to_everybody() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        (states::WRONG_FILE.set_up)(page);
        let told = "return [document.querySelector('#errors').getAttribute('role'), document.title.slice(0, 7)];";
        assert_eq!(page.run(told, Vec::new()), json!(["alert", "Error: "]));
        for (feature, value) in COLOURS {
            page.prefers(&[(feature, value)]);
            is_seen(&page.seen("#errors"), "border", GRAPHICS, &format!("{feature}: {value}"));
        }
        page.press("#errors > button");
        page.until("it is closed", || page.errors().is_empty());
        assert!(page.is("return !document.title.startsWith('Error: ');", Vec::new()), "the title still tells of it");
    });
}

/// The verdict is seen in every colour, beside all questions, beside one, and as a result.
fn the_verdict_is_seen(state: &State) {
    at(Kind::Chromium, state.form, "#/", |page| {
        (state.set_up)(page);
        for fragment in ["#/result", "#/all", "#/answers"] {
            page.goes_to(fragment);
            page.until_verdict(state.verdict);
            for (feature, value) in COLOURS {
                page.prefers(&[(feature, value)]);
                let what = format!("{}, {fragment}, {feature}: {value}", state.name);
                is_seen(&page.seen("#verdict .headline"), "text", TEXT, &what);
                is_seen(&page.seen("#verdict"), "border", GRAPHICS, &what);
            }
        }
        let headline = page.run("return document.querySelector('#verdict .headline').innerText;", Vec::new());
        let said = page.run("return document.querySelector('#said').textContent;", Vec::new());
        let (headline, said) = (headline.as_str().expect("a text"), said.as_str().expect("a text"));
        assert!(said.contains(headline), "what is seen, {headline}, is not what is said: {said}");
    });
}

#[test]
fn each_verdict_is_seen_in_every_colour() {
    for state in [states::SUPPORTED, states::NOT_SUPPORTED, states::HALF, states::LAB] {
        the_verdict_is_seen(&state);
    }
}

/// More stops of the keyboard on one screen are not looked at.
const MOST_STOPS: usize = 80;

/// Goes through a screen with the Tab key, from the first stop round to the first; at each
/// the keyboard is seen, and nothing lies over it. Gives how many stops there are.
fn tab_through(page: &Page, what: &str) -> usize {
    page.run("document.querySelector('a.skip').focus();", Vec::new());
    let mut stops = 0;
    while stops < MOST_STOPS {
        page.press_tab();
        let mut seen = page.seen_focus();
        let round = seen.is_null();
        if round {
            // The window's own frame comes between the last stop and the first.
            page.press_tab();
            seen = page.seen_focus();
        }
        is_seen(&seen, "ring", GRAPHICS, what);
        assert_eq!(seen["open"], true, "{what}: the keyboard is where nobody sees it: {seen}");
        stops += 1;
        if round {
            assert!(page.is("return document.activeElement.matches('a.skip');", Vec::new()), "{what}: {seen}");
            break;
        }
    }
    stops
}

#[test]
fn where_the_keyboard_is_can_be_seen() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        (states::HALF.set_up)(page);
        let walks = [
            (COLOURS[0], 1280, 720, 8),
            (COLOURS[1], 1280, 720, 2),
            (COLOURS[2], 1280, 720, 8),
            (COLOURS[0], 320, 256, 8),
        ];
        let questions = ["#/q/vms[mail].storage.kind", "#/q/hosts[esx1].memory_gb"].map(str::to_owned);
        let screens = page.screens().into_iter().map(|screen| format!("#/{screen}"));
        let fragments: Vec<String> = questions.into_iter().chain(screens).collect();
        for ((feature, value), width, height, most) in walks {
            page.prefers(&[(feature, value)]);
            page.window(width, height);
            for fragment in fragments.iter().take(most) {
                page.goes_to(fragment);
                page.unfold_all(true);
                let what = format!("{fragment}, {feature}: {value}, {width} wide");
                let stops = tab_through(page, &what);
                assert!(stops >= 11, "{what}: the keyboard came to {stops} places only");
            }
        }
    });
}
