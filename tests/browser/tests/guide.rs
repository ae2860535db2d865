//! The page asks what the core says comes next, step by step and nothing else; says how
//! much is left and keeps to it; says when the verdict is settled, and leads on.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::guide::Led;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, native, root, text};
use exchange_advisor_core::assess::Outcome;
use exchange_advisor_core::interview::{self, Ask, Round};
use exchange_advisor_core::rule::Severity;
use serde_json::{Value, json};

/// The truth of a file, with some of it otherwise.
fn truth(file: &str, changes: &[(&str, Value)]) -> String {
    let mut truth: Value = serde_json::from_str(&text(&root().join(file))).expect("JSON");
    for (pointer, value) in changes {
        *truth.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in {file}")) = value.clone();
    }
    truth.to_string()
}

/// Answers the round that is asked to its end, and looks at every page on the way. Gives
/// the questions.
fn follow(page: &Page, led: &mut Led) -> Vec<String> {
    let mut asked = Vec::new();
    let mut most: Option<usize> = None;
    while let Some(step) = led.open().next().cloned() {
        let path = step.ask.path(&led.deployment);
        assert_eq!(page.screen(), path, "asked (left) and next (right), after {asked:?}");
        assert_eq!(page.left(), led.left(), "what is left, at {path}");
        assert!(most != Some(0), "{path} is one question more than was said, after {asked:?}");
        if let Ask::Answer(at) = step.ask
            && led.course.round == Round::Verdict
        {
            assert!(interview::can_turn_the_verdict(&led.assessment(), at), "{path} cannot matter");
        }
        // What has been said once holds from there on.
        let now = led.open().at_most();
        most = match (most, now) {
            (Some(most), Some(now)) => Some(most.min(now)),
            (most, now) => most.or(now),
        };
        let goes_for = page.goes_for();
        for also in &step.also {
            let name = led.deployment.machine_name(also.subject).to_owned();
            assert!(goes_for.contains(&name) || path.ends_with("].host"), "{path} does not say that it is for {name}");
        }
        page.answer_truly(led, &step);
        let went_for = page.goes_for();
        let alike_before = led.alike();
        led.answer(&step, &went_for);
        // Unless alike machines got different answers: that was the condition.
        let as_said = matches!(step.ask, Ask::Hosts | Ask::Guests) || led.alike() == alike_before;
        most = if as_said { most.map(|most| most - 1) } else { None };
        page.go_on();
        asked.push(path);
        assert!(asked.len() < 120, "no end of questions: {asked:?}");
    }
    page.until_screen("#/settled");
    asked
}

/// From the start page until the verdict is settled.
fn begin(page: &Page, led: &mut Led) -> Vec<String> {
    page.press("#begin");
    follow(page, led)
}

/// Goes on with a round from the screen that offers it.
fn round(page: &Page, led: &mut Led, round: Round) -> Vec<String> {
    page.press(&format!("#round-{}", round.id()));
    led.course.round = round;
    let asked = follow(page, led);
    assert!(!asked.is_empty(), "{round:?} asked nothing");
    asked
}

/// On the last screen: that it says so, and that the page and the core agree on everything.
fn until_settled(page: &Page, led: &Led, verdict: &str) {
    let settled = page.run("return document.querySelector('.settled').dataset.settled;", Vec::new());
    assert_eq!(settled, verdict);
    let words = match verdict {
        "supported" => "The verdict is settled: Supported",
        "not-supported" => "The verdict is settled: Not supported",
        "out-of-scope" => "The verdict is settled: Out of scope",
        _ => "There is nothing more to ask",
    };
    assert_eq!(page.read("h1"), words);
    assert_eq!(page.left(), led.left());
    page.press("#check");
    page.until_screen("#/answers");
    page.press("#see-result");
    page.until_screen("#/result");
    assert_eq!(page.agrees_with_the_core(), led.document(), "saved (left) and answered (right)");
    assert_eq!(page.verdict(), verdict);
    page.visit("#/settled");
    page.until_screen("#/settled");
}

#[test]
fn a_dag_of_today() {
    let mut led = Led::by(&truth("examples/exchange-se-dag.json", &[]));
    at(Kind::Chromium, Form::Root, "", |page| {
        let asked = begin(page, &mut led);
        assert!(asked.contains(&"vms[vm1].host".to_owned()), "no table of hosts in {asked:?}");
        assert_eq!(page.left(), "No further answer can change this.");
        until_settled(page, &led, "supported");
        let more = round(page, &mut led, Round::Advice);
        assert!(page.read(".over").contains("Everything that the advice depends on"), "{}", page.read("main"));
        until_settled(page, &led, "supported");
        let sizing = round(page, &mut led, Round::Sizing);
        assert!(page.read(".over").contains("Everything that the sizing needs"), "{}", page.read("main"));
        until_settled(page, &led, "supported");
        // Nothing is asked twice, and nothing is offered once more.
        let mut all: Vec<&String> = asked.iter().chain(&more).chain(&sizing).collect();
        all.sort();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count, "asked twice");
        assert_eq!(page.read(".rounds"), "");
    });
}

#[test]
fn clusters_of_2007_from_a_disk() {
    let mut led = Led::by(&truth("examples/exchange-2007-ccr.json", &[]));
    at(Kind::Chromium, Form::SingleFile, "", |page| {
        begin(page, &mut led);
        let verdict = led.assessment().verdict.id();
        until_settled(page, &led, verdict);
    });
}

#[test]
fn virtual_server_asks_for_no_hosts() {
    let mut led = Led::by(&truth("tests/cases/documents/supported-2003.json", &[]));
    at(Kind::Chromium, Form::Root, "", |page| {
        let asked = begin(page, &mut led);
        assert!(!asked.contains(&"hosts".to_owned()), "{asked:?}");
        until_settled(page, &led, "supported");
    });
}

#[test]
fn the_version_alone_can_settle_it() {
    let version = json!({ "format": "exchange-virtualization-deployment/1", "exchange": { "version": "2000" } });
    let mut led = Led::by(&version.to_string());
    at(Kind::Chromium, Form::Root, "", |page| {
        assert_eq!(begin(page, &mut led), ["purpose", "exchange.version"]);
        until_settled(page, &led, "not-supported");
    });
}

#[test]
fn one_pass_finds_all_that_is_wrong() {
    let changes = [
        ("/vms/0/storage/kind", json!("nas-share")),
        ("/vms/1/storage/kind", json!("nas-share")),
        ("/vms/0/snapshots", json!(true)),
        ("/vms/1/state_saved_on_disk", json!(true)),
        ("/hosts/0/server_applications_on_root", json!(true)),
        ("/hosts/1/memory_gb", json!(100)),
        ("/hypervisor/svvp_validated", json!(false)),
    ];
    let truth = truth("examples/exchange-se-dag.json", &changes);
    let whole = native::shown(&truth);
    let mut led = Led::by(&truth);
    at(Kind::Chromium, Form::Root, "", |page| {
        begin(page, &mut led);
        until_settled(page, &led, "not-supported");
        let few = page.read(".rounds");
        assert!(few.contains("Find everything that is wrong"), "{few}");
        round(page, &mut led, Round::Faults);
        assert!(page.read(".over").contains("Every requirement has been asked about"), "{}", page.read("main"));
        assert!(!page.read(".rounds").contains("Find everything that is wrong"), "{}", page.read(".rounds"));
        until_settled(page, &led, "not-supported");
        let undecided = led.assessment().with(Severity::Requirement, Outcome::Unknown).count();
        assert_eq!(undecided, 0, "requirements that nobody was asked about");
        // The names of the machines are others than in the file, what is broken is the same.
        page.visit("#/result");
        page.until_screen("#/result");
        let mut found: Vec<String> = page.findings("#must-change").into_iter().map(|[rule, ..]| rule).collect();
        let mut wanted: Vec<String> = whole.must_change.into_iter().map(|(rule, _)| rule).collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted);
        assert!(found.len() >= 6, "too few to show anything: {found:?}");
    });
}
