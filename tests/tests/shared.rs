//! What is handed to others: a copy without names is judged like the original, and tells
//! no name.

use std::collections::BTreeMap;

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::deployment::{Answer, Subject, Value, from_base64url, to_base64url};
use exchange_advisor_core::question::Kind;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::{open, read};
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::some_day;
use fastrand::Rng;

/// All that a judgement says, without ids.
fn said(assessment: &Assessment<'_>) -> (&'static str, Vec<String>, BTreeMap<&'static str, usize>, usize, String) {
    let findings = assessment.findings.iter();
    let mut counts = BTreeMap::new();
    for finding in findings.clone() {
        *counts.entry(finding.outcome.id()).or_insert(0) += 1;
    }
    let missing = |finding| format!("{:?}", assessment.missing_of(finding));
    let each = findings.map(|finding| {
        format!("{} {:?} {} {}", finding.rule.id, finding.subject, finding.outcome.id(), missing(finding))
    });
    (assessment.verdict.id(), each.collect(), counts, assessment.notes.len(), format!("{:?}", assessment.missing))
}

#[test]
fn a_copy_without_names_is_judged_the_same() {
    let mut rng = Rng::with_seed(2007);
    let mut verdicts = BTreeMap::new();
    for place in 0..4_000 {
        let version = Version::ALL[place % Version::ALL.len()];
        let shape = Shape::small(&mut rng);
        let mut deployment = generate::deployment(&mut rng, version, &shape);
        // Ids in an order of their own, some of which a copy gives to other machines.
        for subject in deployment.subjects().collect::<Vec<_>>() {
            let id = ["host2", "vm1", "vm3", "Contoso \u{1f4e7}", "x"][rng.usize(..5)];
            // One that is taken is refused, and that is as good.
            let _ = deployment.rename(subject, id);
        }
        let copy = deployment.without_names();
        let (before, after) = (assess(&deployment, some_day()), assess(&copy, some_day()));
        assert_eq!(said(&before), said(&after), "{}", deployment.to_json());
        *verdicts.entry(before.verdict.id()).or_insert(0) += 1;

        let text = copy.to_json().to_string();
        assert_eq!(read(text.as_bytes()).as_ref(), Ok(&copy));
        assert_eq!(copy.without_names(), copy);
        assert!(!text.contains("Contoso") && !text.contains("Büro") && copy.accepted().is_empty(), "{text}");
        for (number, subject) in copy.subjects().enumerate() {
            let expected = match subject {
                Subject::Deployment => "deployment".to_owned(),
                Subject::Host(_) => format!("host:host{number}"),
                Subject::Guest(_) => format!("vm:vm{}", number - copy.hosts().len()),
            };
            assert_eq!(copy.subject_name(subject), expected);
            // Everything that is not worded freely stays.
            for (at, question) in generate::questions_of(subject) {
                let (was, is) = (deployment.answer(subject, at.slot), copy.answer(subject, at.slot));
                let worded = matches!(question.kind, Kind::Text { .. }) && matches!(was, Answer::Given(Value::Text(_)));
                assert_eq!(is, if worded { &Answer::NotAsked } else { was }, "{}", question.path);
            }
        }
    }
    assert!(verdicts.len() >= 3, "{verdicts:?}");
}

#[test]
fn a_document_comes_back_from_an_address() {
    let mut rng = Rng::with_seed(64);
    for _ in 0..200 {
        let shape = Shape::small(&mut rng);
        let deployment = generate::deployment(&mut rng, Version::V2016, &shape);
        let text = to_base64url(deployment.to_json().to_string().as_bytes());
        let bytes = from_base64url(&text).expect("it was just written");
        assert_eq!(open(&bytes).expect("a document").deployment, deployment);
        // Whatever else is there is a list of bytes or nothing.
        let mut broken: Vec<u8> = text.into_bytes();
        let at = rng.usize(..broken.len());
        broken[at] = rng.u8(..128);
        if let Some(bytes) = from_base64url(&String::from_utf8(broken.clone()).expect("ASCII")) {
            assert_eq!(to_base64url(&bytes).into_bytes(), broken);
        }
    }
}
