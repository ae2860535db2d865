//! Laws that hold for every deployment, tried on many random ones.
//!
//! A failure prints the smallest document that still fails; the same seeds are used
//! every time.

use std::collections::{BTreeMap, BTreeSet};

use exchange_advisor_core::assess::{Assessment, Finding, Outcome, Verdict, assess};
use exchange_advisor_core::condition::Condition;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::question::{Kind, Slot, SubjectKind};
use exchange_advisor_core::questions::deployment::NODES;
use exchange_advisor_core::questions::guest::HOST;
use exchange_advisor_core::questions::host::{CORES_PER_SOCKET, OTHER_VM_VCPUS, SOCKETS};
use exchange_advisor_core::questions::{self, Version};
use exchange_advisor_core::rule::{Rule, Severity};
use exchange_advisor_core::rules;
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::{oracle, some_day};
use fastrand::Rng;

/// Random deployments of every version in turn.
fn deployments(seed: u64, count: usize) -> impl Iterator<Item = (Rng, Deployment)> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(move |place| {
        let mut own = rng.fork();
        let version = Version::ALL[place % Version::ALL.len()];
        let shape = Shape::small(&mut own);
        let deployment = generate::deployment(&mut own, version, &shape);
        (own, deployment)
    })
}

fn finding<'a>(assessment: &'a Assessment<'_>, rule: &Rule, subject: Subject) -> &'a Finding {
    assessment
        .findings
        .iter()
        .find(|finding| finding.rule.id == rule.id && finding.subject == subject)
        .unwrap_or_else(|| panic!("no finding of {}", rule.id))
}

/// The answers that a rule reads about a subject and that are missing.
fn missing_reads(deployment: &Deployment, condition: &Condition, subject: Subject) -> BTreeSet<AnswerRef> {
    let mut slots: BTreeSet<Slot> = BTreeSet::new();
    condition.reads(&mut |slot| {
        slots.insert(slot);
    });
    let mut answers = BTreeSet::new();
    for slot in slots {
        let subjects: Vec<Subject> = match (slot.subject, subject) {
            (SubjectKind::Deployment, _) => vec![Subject::Deployment],
            (kind, own) if own.kind() == kind => vec![own],
            _ => deployment.subjects().filter(|other| other.kind() == slot.subject).collect(),
        };
        answers.extend(subjects.into_iter().map(|subject| generate::at(subject, slot)));
    }
    answers.retain(|answer| {
        let default = answer.question().left_out.is_some();
        // A host is one of the hosts listed, or no question at all.
        let no_choice = answer.slot == HOST.slot() && deployment.hosts().len() < 2;
        deployment.answer(answer.subject, answer.slot).given().is_none() && !default && !no_choice
    });
    answers
}

/// A value of a question for trying whether it turns an outcome: its ends as often as
/// anything between.
fn trial_value(rng: &mut Rng, answer: AnswerRef, deployment: &Deployment) -> Value {
    let kind = &answer.question().kind;
    let ends = rng.u8(..) < 140;
    match kind {
        Kind::Count { min, max } if ends => Value::Count(if rng.bool() { *min } else { *max }),
        Kind::Count { min, max } => Value::Count(((1u64 << rng.u8(0..22)) + rng.u64(0..4)).clamp(*min, *max)),
        Kind::Amount { .. } if ends => {
            let amount = if rng.bool() { "0.0000000001" } else { "10000000" };
            Value::Amount(exchange_advisor_core::decimal::Decimal::parse(amount).expect("a number"))
        }
        _ => generate::value(rng, kind, deployment.hosts().len(), deployment.guests().len()).expect("hosts are listed"),
    }
}

fn fill(rng: &mut Rng, deployment: &Deployment, missing: &BTreeSet<AnswerRef>) -> Deployment {
    let mut filled = deployment.clone();
    for answer in missing {
        let value = trial_value(rng, *answer, deployment);
        filled.set(*answer, Answer::Given(value)).expect("an allowed value");
    }
    // Without a limit of its own the load hits the host's capacity only if it is aimed at it.
    for answer in missing.iter().filter(|answer| answer.slot == OTHER_VM_VCPUS.slot()) {
        let get = |key| filled.get_about(answer.subject, key).unwrap_or(1);
        let capacity = get(SOCKETS) * get(CORES_PER_SOCKET) * rng.u64(1..=2);
        if rng.bool() {
            let load = Value::Count(capacity.saturating_sub(rng.u64(0..1100)));
            filled.set(*answer, Answer::Given(load)).expect("an allowed value");
        }
    }
    filled
}

/// With no host listed no completion places the nodes; the format document decides
/// that case by its words, and the rule's own cases test it.
fn has_no_completions(deployment: &Deployment, rule: &Rule) -> bool {
    rule.id == "cluster-nodes-apart" && deployment.hosts().is_empty()
}

/// A sum over guests of which some have no host: there bounds are enough, so a missing
/// answer about a guest may be named although it cannot turn the outcome.
fn is_sum_with_bounds(deployment: &Deployment, rule: &Rule) -> bool {
    rule.subject == SubjectKind::Host
        && deployment.hosts().len() > 1
        && deployment.subjects().any(|subject| {
            matches!(subject, Subject::Guest(_)) && deployment.answer(subject, HOST.slot()).given().is_none()
        })
}

#[test]
fn complete_deployments_are_judged_as_the_catalogue_says() {
    let mut judged = 0;
    for (mut rng, deployment) in deployments(1, 6000) {
        let mut deployment = generate::complete(&mut rng, &deployment);
        if deployment.hosts().is_empty() {
            // Nodes without hosts are the one thing that no answer completes.
            deployment
                .set(generate::at(Subject::Deployment, NODES.slot()), Answer::Given(Value::Guests([].into())))
                .unwrap();
        }
        let wrong = |deployment: &Deployment| {
            let assessment = assess(deployment, some_day());
            assessment
                .findings
                .iter()
                .find(|finding| {
                    let expected = oracle::violated(deployment, finding.rule.id, finding.subject);
                    finding.outcome != if expected { Outcome::Violated } else { Outcome::Satisfied }
                })
                .map(|finding| format!("{} about {:?}: {:?}", finding.rule.id, finding.subject, finding.outcome))
        };
        if let Some(what) = wrong(&deployment) {
            panic!("{what}\n{:#}", deployment.to_json());
        }
        judged += assess(&deployment, some_day()).findings.len();
    }
    assert!(judged > 100_000, "{judged}");
}

#[test]
fn a_decided_outcome_survives_every_completion() {
    for (mut rng, deployment) in deployments(2, 3000) {
        let before = assess(&deployment, some_day());
        for _ in 0..6 {
            let complete = generate::complete(&mut rng, &deployment);
            let after = assess(&complete, some_day());
            for old in before.findings.iter().filter(|finding| finding.outcome != Outcome::Unknown) {
                let new = finding(&after, old.rule, old.subject);
                assert_eq!(
                    old.outcome,
                    new.outcome,
                    "{} {:?}\n{:#}\n{:#}",
                    old.rule.id,
                    old.subject,
                    deployment.to_json(),
                    complete.to_json()
                );
            }
            match before.verdict {
                Verdict::Undetermined => {}
                decided => assert_eq!(decided, after.verdict, "{:#}", deployment.to_json()),
            }
        }
    }
}

/// Exact: what is missing can turn the outcome, what is not missing cannot; and a
/// decided finding is one that nothing can turn. Judged by the oracle.
#[test]
fn missing_has_all_the_answers_that_can_turn_an_outcome_and_no_other() {
    let mut unknown = 0;
    for (mut rng, deployment) in deployments(3, 2500) {
        let assessment = assess(&deployment, some_day());
        for found in &assessment.findings {
            if has_no_completions(&deployment, found.rule) || found.outcome != Outcome::Unknown && rng.u8(..) < 200 {
                continue;
            }
            let reads = missing_reads(&deployment, &found.row.violated, found.subject);
            let named: BTreeSet<AnswerRef> = assessment.missing_of(found).iter().copied().collect();
            let fail = |what: &str, answer: AnswerRef| {
                panic!(
                    "{} about {:?}: {} {what}\n{:#}",
                    found.rule.id,
                    found.subject,
                    deployment.path(answer),
                    deployment.to_json()
                )
            };
            assert_eq!(named.len(), assessment.missing_of(found).len(), "an answer twice");
            assert!(named.is_subset(&reads), "{}: more than it reads", found.rule.id);
            assert_eq!(named.is_empty(), found.outcome != Outcome::Unknown);
            unknown += usize::from(found.outcome == Outcome::Unknown);
            let mut turning = BTreeSet::new();
            for round in 0..4000 {
                if round >= 60 && named.is_subset(&turning) {
                    break;
                }
                let one = fill(&mut rng, &deployment, &reads);
                let outcome = judged(&one, found);
                for answer in &reads {
                    let mut other = one.clone();
                    let value = trial_value(&mut rng, *answer, &deployment);
                    other.set(*answer, Answer::Given(value)).expect("an allowed value");
                    if judged(&other, found) != outcome {
                        turning.insert(*answer);
                    }
                }
            }
            if let Some(answer) = turning.difference(&named).next() {
                fail("can turn it and is not named", *answer);
            }
            if !is_sum_with_bounds(&deployment, found.rule)
                && let Some(answer) = named.difference(&turning).next()
            {
                fail("is named and turned nothing", *answer);
            }
        }
    }
    assert!(unknown > 10_000, "{unknown}");
}

/// Whether the oracle finds a rule violated in a deployment that is complete as far as
/// the rule reads.
fn judged(deployment: &Deployment, found: &Finding) -> bool {
    let mut complete = deployment.clone();
    // The oracle may read more than decides, so what is open gets some value.
    let mut rng = Rng::with_seed(0);
    for subject in deployment.subjects() {
        if subject == Subject::Deployment || subject == found.subject || found.rule.subject == SubjectKind::Host {
            for (place, question) in generate::questions_of(subject) {
                if deployment.answer(subject, place.slot).given().is_none()
                    && question.left_out.is_none()
                    && let Some(value) =
                        generate::value(&mut rng, &question.kind, deployment.hosts().len(), deployment.guests().len())
                {
                    complete.set(place, Answer::Given(value)).expect("an allowed value");
                }
            }
        }
    }
    oracle::violated(&complete, found.rule.id, found.subject)
}

#[test]
fn the_verdict_is_composed_of_the_findings() {
    for (_, deployment) in deployments(4, 4000) {
        let assessment = assess(&deployment, some_day());
        let requirements: Vec<&Finding> =
            assessment.findings.iter().filter(|finding| finding.row.severity == Severity::Requirement).collect();
        let has = |outcome| requirements.iter().any(|finding| finding.outcome == outcome);
        let mut union: BTreeSet<String> = requirements
            .iter()
            .flat_map(|finding| assessment.missing_of(finding))
            .map(|answer| deployment.path(*answer))
            .collect();
        match assessment.verdict {
            Verdict::NotSupported => {
                assert!(has(Outcome::Violated));
                union.clear();
            }
            Verdict::OutOfScope => union.clear(),
            Verdict::Supported => assert!(union.is_empty() && !has(Outcome::Violated) && !has(Outcome::Unknown)),
            Verdict::Undetermined => assert!(!has(Outcome::Violated)),
        }
        let mut missing: BTreeSet<String> = assessment.missing_paths().into_iter().collect();
        assert_eq!(missing.len(), assessment.missing_paths().len(), "a path twice");
        missing.remove("hosts");
        missing.remove("vms");
        assert_eq!(missing, union, "{:#}", deployment.to_json());
    }
}

#[test]
fn what_is_written_is_read_as_the_same_deployment() {
    for (_, deployment) in deployments(5, 2000) {
        for text in [deployment.to_json().to_string(), format!("{:#}", deployment.to_json())] {
            let read = exchange_advisor_core::read(text.as_bytes()).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
            assert_eq!(read, deployment, "{text}");
        }
    }
}

/// Turns every list of a document, and every object's members, around.
fn reversed(json: Json<'_>) -> Json<'_> {
    match json {
        Json::Array(members) => Json::Array(members.into_iter().rev().map(reversed).collect()),
        Json::Object(members) => {
            Json::Object(members.into_iter().rev().map(|(key, value)| (key, reversed(value))).collect())
        }
        other => other,
    }
}

/// Findings by rule and subject, with what is missing.
fn summary(assessment: &Assessment<'_>) -> BTreeMap<(String, String), (Outcome, BTreeSet<String>)> {
    let deployment = assessment.deployment;
    let findings = assessment.findings.iter().map(|finding| {
        let missing = assessment.missing_of(finding).iter().map(|answer| deployment.path(*answer)).collect();
        ((finding.rule.id.to_owned(), deployment.subject_name(finding.subject)), (finding.outcome, missing))
    });
    findings.collect()
}

#[test]
fn the_order_of_lists_does_not_matter() {
    for (_, deployment) in deployments(6, 2000) {
        let text = reversed(deployment.to_json()).to_string();
        let turned = exchange_advisor_core::read(text.as_bytes()).expect("a document");
        let (one, other) = (assess(&deployment, some_day()), assess(&turned, some_day()));
        assert_eq!(one.verdict, other.verdict);
        assert_eq!(one.missing_paths(), other.missing_paths());
        assert_eq!(summary(&one), summary(&other), "{text}");
    }
}

#[test]
fn evidence_is_what_decided() {
    let mut shown = 0;
    for (mut rng, deployment) in deployments(7, 1500) {
        let assessment = assess(&deployment, some_day());
        for found in assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated) {
            let evidence: BTreeSet<AnswerRef> = assessment.evidence_of(found).into_iter().collect();
            let always = matches!(found.row.violated, Condition::Always);
            assert_eq!(evidence.is_empty(), always, "{}", found.rule.id);
            if is_sum_with_bounds(&deployment, found.rule) || found.rule.id == "cluster-nodes-apart" {
                continue;
            }
            // Whatever else is answered otherwise, the finding stays.
            let mut other = deployment.clone();
            for subject in deployment.subjects() {
                for (place, question) in generate::questions_of(subject) {
                    let fixed = evidence.contains(&place)
                        || place.slot == HOST.slot()
                        || place.slot == questions::deployment::VERSION.slot();
                    if !fixed
                        && let Some(value) = generate::value(
                            &mut rng,
                            &question.kind,
                            deployment.hosts().len(),
                            deployment.guests().len(),
                        )
                    {
                        other.set(place, Answer::Given(value)).unwrap();
                    }
                }
            }
            let again = assess(&other, some_day());
            assert_eq!(
                finding(&again, found.rule, found.subject).outcome,
                Outcome::Violated,
                "{}\n{:#}\n{:#}",
                found.rule.id,
                deployment.to_json(),
                other.to_json()
            );
            shown += 1;
        }
    }
    assert!(shown > 5000, "{shown}");
}

#[test]
fn every_rule_shows_every_outcome_it_can_have() {
    let mut seen: BTreeMap<(&str, Outcome), usize> = BTreeMap::new();
    for (_, deployment) in deployments(8, 20_000) {
        for finding in &assess(&deployment, some_day()).findings {
            *seen.entry((finding.rule.id, finding.outcome)).or_default() += 1;
        }
    }
    let rare: Vec<String> = rules::all()
        .flat_map(|rule| {
            let always = rule.rows.iter().all(|row| matches!(row.violated, Condition::Always));
            let outcomes: &[Outcome] =
                if always { &[Outcome::Violated] } else { &[Outcome::Violated, Outcome::Satisfied, Outcome::Unknown] };
            outcomes.iter().map(move |outcome| (rule.id, *outcome))
        })
        .filter(|pair| seen.get(pair).copied().unwrap_or_default() < 50)
        .map(|pair| format!("{pair:?}: {}", seen.get(&pair).copied().unwrap_or_default()))
        .collect();
    assert!(rare.is_empty(), "seen too rarely:\n{}", rare.join("\n"));
}

#[test]
fn no_bytes_make_the_reader_panic() {
    let mut rng = Rng::with_seed(9);
    let documents: Vec<String> = deployments(10, 60).map(|(_, deployment)| deployment.to_json().to_string()).collect();
    let mut read = 0;
    for _ in 0..20_000 {
        let mut bytes = documents[rng.usize(..documents.len())].clone().into_bytes();
        for _ in 0..rng.usize(1..4) {
            let place = rng.usize(..bytes.len());
            match rng.u8(..6) {
                0 => bytes[place] = rng.u8(..),
                1 => bytes.truncate(place.max(1)),
                2 => bytes.insert(place, b"{}[],:\"\\0-e.tfn"[rng.usize(..15)]),
                3 => {
                    bytes.remove(place);
                    if bytes.is_empty() {
                        bytes.push(b'{');
                    }
                }
                4 => {
                    let end = (place + rng.usize(..40)).min(bytes.len());
                    let piece = bytes[place..end].to_vec();
                    bytes.splice(place..place, piece);
                }
                _ => bytes[place] = b"0123456789"[rng.usize(..10)],
            }
        }
        match exchange_advisor_core::read(&bytes) {
            Ok(deployment) => {
                read += 1;
                let assessment = assess(&deployment, some_day());
                let _ = assessment.to_json().to_string();
                let again = exchange_advisor_core::read(deployment.to_json().to_string().as_bytes());
                assert_eq!(again.as_ref(), Ok(&deployment));
            }
            Err(errors) => assert!(!errors.to_string().is_empty() && !errors.errors.is_empty()),
        }
    }
    assert!(read > 100, "{read}");
    for _ in 0..5000 {
        let noise: Vec<u8> = (0..rng.usize(..200)).map(|_| rng.u8(..)).collect();
        assert!(exchange_advisor_core::read(&noise).is_err());
        let brackets: Vec<u8> = (0..rng.usize(..300)).map(|_| b"{}[]\",:0an"[rng.usize(..10)]).collect();
        assert!(exchange_advisor_core::read(&brackets).is_err());
    }
}
