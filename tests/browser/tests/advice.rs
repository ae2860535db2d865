//! From a deployment that is not supported to a report of one that is: the smallest change is
//! applied to a copy, compared, a recommendation is accepted, and the result is printed.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::states::{example, open_text};
use exchange_advisor_browser_tests::{Form, at};
use exchange_advisor_core::advice::{advise, told, under_every_version};
use exchange_advisor_core::assess::{Verdict, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;

const CCR: &str = "exchange-2007-ccr.json";

fn today() -> Date {
    Date::parse("2026-11-24").expect("a day")
}

fn read(text: &str) -> Deployment {
    exchange_advisor_core::read(text.as_bytes()).expect("a document")
}

fn advice_of(page: &Page, document: &str) {
    page.goes_to("#/share");
    open_text(page, document);
    page.until_at("#/answers");
    page.goes_to("#/advice");
}

#[test]
fn the_journey_from_not_supported_to_a_report() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let text = example(CCR);
        let deployment = read(&text);
        advice_of(page, &text);
        // The page offers what the core finds, in its words.
        let advice = advise(&deployment, today());
        assert_eq!(page.all(".set").len(), advice.sets.len());
        assert_eq!(page.read("#opening"), advice.opening(&deployment));
        let steps = page.read("#set-1 .changes");
        for step in told(&advice.sets[0].changes, &deployment) {
            assert!(steps.contains(&step.to) && steps.contains(&step.from), "{step:?} is not in {steps}");
        }
        assert_eq!(page.all(".set[data-verdict='supported']").len(), advice.sets.len());
        // Applied to a copy: the original stays beside it, and the differences are in sight.
        let before = page.document();
        page.press("#set-1 .apply");
        page.until_at("#/compare");
        page.until("they are side by side", || !page.all("table[aria-labelledby='verdicts']").is_empty());
        let verdicts = page.read("table[aria-labelledby='verdicts']").to_lowercase();
        assert!(verdicts.contains("supported") && verdicts.contains("not supported"), "{verdicts}");
        let answers = page.read("table[aria-labelledby='answers-differ']").to_lowercase();
        assert!(answers.contains("snapshots") && answers.contains("memory"), "{answers}");
        assert_ne!(page.document(), before);
        page.goes_to("#/result");
        page.until_verdict("supported");
        page.agrees_with_the_core();
        // It can be undone, and done again.
        page.press("#undo");
        page.until_verdict("not-supported");
        page.press("#redo");
        page.until_verdict("supported");
        // A recommendation is accepted: nothing improves by it.
        let policy = page.read("#policy");
        page.press("#advised details[data-group='machine-migration'] > summary");
        page.press("#advised details[data-group='machine-migration'] details.accept > summary");
        let reason = page.one("[id='accept-advised-machine-migration-reason']");
        page.type_over(&reason, "The hosts are serviced every month");
        page.press("#advised details[data-group='machine-migration'] .accept-it");
        page.until("it is accepted", || !page.findings("#accepted").is_empty());
        page.press("#accepted details[data-group='machine-migration'] > summary");
        assert!(page.read("#accepted").contains("The hosts are serviced every month"));
        assert_eq!(page.verdict(), "supported");
        assert!(page.read("#policy").contains(policy.split('.').next().unwrap_or_default()));
        // What is printed has everything unfolded.
        let judged = read(&page.document().to_string());
        assert_eq!(assess(&judged, today()).verdict, Verdict::Supported);
        assert_eq!(judged.accepted().len(), 1);
        assert!(!page.printed().is_empty());
    });
}

#[test]
fn other_versions_and_single_changes_are_worked_out_when_asked_for() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let text = example(CCR);
        let deployment = read(&text);
        advice_of(page, &text);
        assert!(page.all("#versions table").is_empty() && page.all("#single [data-rule]").is_empty());
        page.press("#show-versions");
        let all = under_every_version(&deployment, today());
        page.until("every version is there", || page.all("#versions tbody tr").len() == all.len());
        for under in &all {
            let row = page.read(&format!("#versions tr[data-version='{}']", under.version.id()));
            assert!(row.contains(&under.takes()) && row.contains(under.verdict.label()), "{row}");
        }
        page.press("#show-single");
        page.until("single changes are there", || !page.all("#single [data-rule='vm-snapshots']").is_empty());
        assert!(page.read("#single [data-rule='vm-snapshots']").contains("No instead of Yes"));
    });
}

#[test]
fn where_no_change_helps_the_ways_out_are_named() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let text =
            r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"2000"},"vms":[{"id":"a"}]}"#;
        advice_of(page, text);
        assert!(page.all(".set").is_empty());
        assert!(page.read("#blocked").contains("Move to another version of Exchange."));
        assert!(page.read("#opening").contains("physical servers"));
    });
}
