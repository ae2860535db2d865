//! The examples of the manual are judged: the breaking one breaks its rule, the keeping one
//! keeps it, and they differ in no more than is said.

use std::collections::BTreeMap;

use exchange_advisor_core::assess::{Outcome, assess};
use exchange_advisor_core::deployment::{AnswerRef, Deployment};
use exchange_advisor_core::example::{Examples, examples};
use exchange_advisor_core::question::Slot;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::{about, deployment::VERSION};
use exchange_advisor_core::rule::Rule;
use exchange_advisor_core::{read, rules};
use exchange_advisor_tests::some_day;

/// The examples of every rule for every version it speaks of.
fn every() -> impl Iterator<Item = (&'static Rule, Version, Examples)> {
    rules::all().flat_map(|rule| {
        let of = move |version| (rule, version, examples(rule, version).expect("examples"));
        rule.versions().iter().map(of)
    })
}

fn outcome(deployment: &Deployment, rule: &Rule, examples: &Examples) -> Option<Outcome> {
    let assessment = assess(deployment, some_day());
    let about = |finding: &&exchange_advisor_core::assess::Finding| {
        finding.rule.id == rule.id && finding.subject == examples.subject
    };
    assessment.findings.iter().find(about).map(|finding| finding.outcome)
}

/// Every place in which two deployments of the same machines differ.
fn differences(one: &Deployment, other: &Deployment) -> Vec<AnswerRef> {
    assert!(one.subjects().eq(other.subjects()));
    let places = one.subjects().flat_map(|subject| {
        let slots = about(subject.kind()).iter().map(|question| question.slot);
        slots.map(move |slot| AnswerRef { subject, slot: Slot { subject: subject.kind(), slot } })
    });
    places.filter(|at| one.answer(at.subject, at.slot) != other.answer(at.subject, at.slot)).collect()
}

#[test]
fn every_example_is_judged_as_it_says() {
    let mut count = 0;
    for (rule, version, examples) in every() {
        let place = format!("{} {}", rule.id, version.id());
        let words = |example: &exchange_advisor_core::example::Example| example.in_words().join("; ");
        println!("{place}: {} || {}", words(&examples.breaking), words(&examples.keeping));
        assert_eq!(outcome(&examples.breaking.deployment, rule, &examples), Some(Outcome::Violated), "{place}");
        let kept = outcome(&examples.keeping.deployment, rule, &examples);
        if rule.id == "exchange-version" {
            assert_eq!(kept, None, "{place}: no version has it and can keep it");
        } else {
            assert_eq!(kept, Some(Outcome::Satisfied), "{place}");
        }
        count += 1;
    }
    assert!(count > 200, "{count}");
}

#[test]
fn one_answer_makes_the_difference_and_it_is_shown() {
    for (rule, version, examples) in every() {
        let place = format!("{} {}", rule.id, version.id());
        let (breaking, keeping) = (&examples.breaking, &examples.keeping);
        let differing = differences(&breaking.deployment, &keeping.deployment);
        assert_eq!(differing, keeping.shown, "{place}");
        assert_eq!(differing.len(), 1, "{place}: {:?}", keeping.in_words());
        assert!(breaking.shown.contains(&differing[0]), "{place}");
        assert_eq!(keeping.in_words().len(), 1, "{place}");
    }
}

#[test]
fn an_example_holds_nothing_that_the_rule_does_not_read() {
    for (rule, version, examples) in every() {
        let empty = Deployment::new();
        let deployment = &examples.breaking.deployment;
        assert!(deployment.hosts().len() <= 2 && deployment.guests().len() <= 2, "{} {}", rule.id, version.id());
        let mut read_by_rule = vec![VERSION.slot()];
        rule.row(version).expect("a row").violated.reads(&mut |slot| read_by_rule.push(slot));
        for subject in deployment.subjects() {
            for question in about(subject.kind()) {
                let slot = Slot { subject: subject.kind(), slot: question.slot };
                let answered = deployment.answer(subject, slot) != empty.answer(subject, slot);
                assert!(!answered || read_by_rule.contains(&slot), "{} {}: {}", rule.id, version.id(), question.path);
            }
        }
        // It is a document like any other.
        let text = deployment.to_json().to_string();
        assert_eq!(read(text.as_bytes()).expect("a document"), *deployment, "{}", rule.id);
    }
}

/// Both sides of each limit, in numbers of their own: what breaks and what keeps.
#[test]
fn the_examples_stand_on_both_sides_of_the_limit() {
    let expected: BTreeMap<(&str, Version), (&str, &str)> = BTreeMap::from([
        (("memory-minimum", Version::V2016), ("memory (machine): 7 GB", "memory (machine): 8 GB")),
        (("memory-minimum", Version::Se), ("memory (machine): 127 GB", "memory (machine): 128 GB")),
        (("memory-maximum", Version::V2013), ("memory (machine): 97 GB", "memory (machine): 96 GB")),
        (("processor-maximum", Version::V2019), ("virtual processors: 49", "virtual processors: 48")),
        (("guest-os", Version::V2019), ("cumulative update of Exchange: 11", "cumulative update of Exchange: 12")),
        (("guest-os-disk-size", Version::V2007), ("system disk (machine): 30 GB", "system disk (machine): 31 GB")),
        (("root-disk-size", Version::V2010), ("system disk (host): 9 GB", "system disk (host): 10 GB")),
        (("virtual-disk-size", Version::V2007), ("largest virtual disk: 2040 GB", "largest virtual disk: 2039 GB")),
        (("sendmail-latency-p95", Version::V2007), ("th percentile: 1000 ms", "th percentile: 999 ms")),
        (("single-processor", Version::V2003), ("virtual processors: 2", "virtual processors: 1")),
        (("large-mailboxes", Version::V2007), ("largest mailbox size: 1 GB", "largest mailbox size: 0.9 GB")),
    ]);
    for ((id, version), (breaks, keeps)) in expected {
        let examples = examples(rules::by_id(id).expect("a rule"), version).expect("examples");
        let (breaking, keeping) = (examples.breaking.in_words(), examples.keeping.in_words());
        assert!(breaking.iter().any(|words| words.ends_with(breaks)), "{id}: {breaking:?}");
        assert!(keeping.iter().any(|words| words.ends_with(keeps)), "{id}: {keeping:?}");
    }
}
