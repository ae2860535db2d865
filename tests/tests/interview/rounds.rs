//! What each round finds, and how many pages it says can still come.

use std::cell::Cell;
use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Assessment, Outcome, Verdict, assess};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject};
use exchange_advisor_core::interview::{self, Ask, Course, Open, Round, Step};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::{MAILBOXES, MEETS_SYSTEM_REQUIREMENTS};
use exchange_advisor_core::questions::guest::HOST;
use exchange_advisor_core::questions::host::ROOT_PROCESSORS_USED;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate;
use exchange_advisor_tests::guide;
use exchange_advisor_tests::some_day;
use exchange_advisor_tests::supported;
use fastrand::Rng;

use crate::{Case, cases, ensure, holds};

/// Nothing was asked that the truth does not tell: not so any more where a failure is made
/// smaller.
fn knew_all(deployment: &Deployment) -> bool {
    let mut places = deployment.subjects().flat_map(generate::questions_of);
    let list = |answer: Answer<()>| answer != Answer::NotKnown;
    places.all(|(place, _)| {
        let answer = deployment.answer(place.subject, place.slot);
        // A default counts as an answer.
        *answer != Answer::NotKnown || place.question().left_out.is_some()
    }) && list(deployment.hosts_answer())
        && list(deployment.guests_answer())
}

type Found = BTreeSet<(&'static str, Subject)>;

fn found(assessment: &Assessment<'_>, severity: Severity, outcome: Outcome) -> Found {
    assessment.with(severity, outcome).map(|finding| (finding.rule.id, finding.subject)).collect()
}

fn notes(assessment: &Assessment<'_>) -> BTreeSet<(&'static str, Vec<Subject>)> {
    assessment.notes.iter().map(|applied| (applied.note.id, applied.subjects.clone())).collect()
}

/// People who know everything about a truth in which nothing is missing.
fn who_know_all(seed: u64, count: usize) -> impl Iterator<Item = Case> {
    cases(seed, count).map(|mut case| {
        let mut rng = case.rng();
        if case.truth.hosts().is_empty() {
            case.truth.grow(SubjectKind::Host, 1);
        }
        if case.truth.guests().is_empty() {
            case.truth.grow(SubjectKind::Guest, 1);
        }
        case.truth = generate::complete(&mut rng, &case.truth);
        // The load of the host itself has a default and is never asked for.
        for host in case.truth.subjects().filter(|subject| subject.kind() == SubjectKind::Host).collect::<Vec<_>>() {
            let load = generate::at(host, ROOT_PROCESSORS_USED.slot());
            case.truth.set(load, Answer::NotAsked).expect("allowed everywhere");
        }
        Case { not_known: 0, ..case }
    })
}

#[test]
fn the_first_round_comes_to_the_verdict_of_the_truth() {
    let verdicts = Cell::new([0; 4]);
    holds(who_know_all(201, 1500), |case| {
        let mut deployment = Deployment::new();
        case.person().follow(&mut deployment, Round::Verdict, |_, _| Ok(()))?;
        if !knew_all(&deployment) {
            return Ok(());
        }
        let (one, truth) = (assess(&deployment, some_day()), assess(&case.truth, some_day()));
        let mut counts = verdicts.get();
        counts[one.verdict as usize] += 1;
        verdicts.set(counts);
        ensure(interview::is_settled(&one), || "not settled".to_owned())?;
        ensure(one.verdict == truth.verdict, || format!("{:?} instead of {:?}", one.verdict, truth.verdict))
    });
    let of = |verdict: Verdict| verdicts.get()[verdict as usize];
    assert!(of(Verdict::Supported) > 200 && of(Verdict::NotSupported) > 400 && of(Verdict::OutOfScope) > 10);
}

#[test]
fn the_second_round_finds_all_that_is_wrong() {
    let faults = Cell::new(0);
    holds(who_know_all(202, 1500), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        person.follow(&mut deployment, Round::Verdict, |_, _| Ok(()))?;
        if assess(&deployment, some_day()).verdict != Verdict::NotSupported {
            return Ok(());
        }
        person.follow(&mut deployment, Round::Faults, |_, _| Ok(()))?;
        if !knew_all(&deployment) {
            return Ok(());
        }
        let (one, truth) = (assess(&deployment, some_day()), assess(&case.truth, some_day()));
        let undecided = found(&one, Severity::Requirement, Outcome::Unknown);
        ensure(undecided.is_empty(), || format!("undecided: {undecided:?}"))?;
        let of = |assessment: &Assessment<'_>| found(assessment, Severity::Requirement, Outcome::Violated);
        faults.set(faults.get() + of(&one).len());
        ensure(of(&one) == of(&truth), || format!("{:?} instead of {:?}", of(&one), of(&truth)))
    });
    assert!(faults.get() > 5000, "{}", faults.get());
}

#[test]
fn the_third_round_finds_all_advice_and_all_notes() {
    let (advice, noted) = (Cell::new(0), Cell::new(0));
    holds(who_know_all(203, 1500), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        // Whether the advice is asked for at once or after the others.
        if case.seed.is_multiple_of(2) {
            person.follow(&mut deployment, Round::Verdict, |_, _| Ok(()))?;
        }
        person.follow(&mut deployment, Round::Advice, |_, _| Ok(()))?;
        if !knew_all(&deployment) {
            return Ok(());
        }
        let (one, truth) = (assess(&deployment, some_day()), assess(&case.truth, some_day()));
        let undecided = found(&one, Severity::Recommendation, Outcome::Unknown);
        ensure(undecided.is_empty(), || format!("undecided: {undecided:?}"))?;
        let of = |assessment: &Assessment<'_>| found(assessment, Severity::Recommendation, Outcome::Violated);
        advice.set(advice.get() + of(&one).len());
        noted.set(noted.get() + one.notes.len());
        ensure(of(&one) == of(&truth), || format!("{:?} instead of {:?}", of(&one), of(&truth)))?;
        ensure(notes(&one) == notes(&truth), || format!("{:?} instead of {:?}", notes(&one), notes(&truth)))
    });
    assert!(advice.get() > 3000 && noted.get() > 2000, "{} {}", advice.get(), noted.get());
}

/// The format document's keys that the sizing reads.
const FOR_SIZING: [&str; 13] = [
    "workload.mailboxes",
    "workload.profile",
    "workload.mailbox_gb",
    "workload.network_backup_mb_per_s",
    "workload.logs_to_replay",
    "high_availability.physical_nodes",
    "sockets",
    "cores_per_socket",
    "root_processors_used",
    "memory_gb",
    "roles",
    "vcpus",
    "memory_gb",
];

#[test]
fn the_fourth_round_leaves_nothing_open_that_the_sizing_needs() {
    let pages = Cell::new(0);
    holds(who_know_all(204, 500), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        person.follow(&mut deployment, Round::Verdict, |_, _| Ok(()))?;
        let steps = person.follow(&mut deployment, Round::Sizing, |_, _| Ok(()))?;
        pages.set(pages.get() + steps.len());
        let old = ["5.5", "2000", "2000-conferencing"].contains(&case.version.id());
        ensure(!old || steps.iter().all(is_first), || "nothing of it can be sized".to_owned())?;
        let product = assess(&deployment, some_day()).product.map_or("", |product| product.id());
        let rented = ["azure-vm", "aws-ec2", "google-compute-engine"].contains(&product);
        for subject in deployment.subjects().filter(|_| !old) {
            for (place, question) in generate::questions_of(subject) {
                let wanted = FOR_SIZING.contains(&question.path) && !(rented && subject.kind() == SubjectKind::Host);
                let open = *deployment.answer(subject, place.slot) == Answer::NotAsked;
                ensure(!wanted || !open, || format!("{} is open", deployment.path(place)))?;
            }
        }
        ensure(steps.iter().all(|step| is_first(step) || is_for_sizing(step)), || "more than it needs".to_owned())
    });
    assert!(pages.get() > 1000, "{}", pages.get());
}

fn is_for_sizing(step: &Step) -> bool {
    match step.ask {
        Ask::Answer(at) => FOR_SIZING.contains(&at.question().path),
        Ask::Hosts | Ask::Guests => true,
    }
}

/// Whether it is one of the two questions that come before every round.
fn is_first(step: &Step) -> bool {
    matches!(step.ask, Ask::Answer(at) if ["purpose", "exchange.version"].contains(&at.question().path))
}

/// As many pages as can come if each machine that could be asked about together with
/// others is asked about alone.
fn asked_apart(open: &Open) -> usize {
    let pages = open.steps.iter().map(|step| match step.ask {
        Ask::Answer(at) if at.slot == HOST.slot() => 1,
        _ => guide::answers_of(step).len().max(1),
    });
    pages.sum()
}

/// Whether all answers about machines of a kind agree, or are asked apart anyway.
fn are_answered_alike(case: &Case) -> bool {
    let alike = |kind: SubjectKind| {
        let subjects: Vec<Subject> = case.truth.subjects().filter(|subject| subject.kind() == kind).collect();
        subjects.iter().all(|one| {
            generate::questions_of(*one).all(|(place, _)| {
                let answer = |subject: Subject| case.truth.answer(subject, place.slot);
                place.slot == HOST.slot() || subjects.iter().all(|other| answer(*one) == answer(*other))
            })
        })
    };
    (case.course.hosts_apart || alike(SubjectKind::Host)) && (case.course.guests_apart || alike(SubjectKind::Guest))
}

#[test]
fn no_more_pages_come_than_was_said() {
    let (exact, said) = (Cell::new(0), Cell::new(0));
    holds(cases(205, 3000), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        let alike = are_answered_alike(case);
        exact.set(exact.get() + usize::from(alike));
        for round in Round::ALL {
            let mut most: Vec<Option<usize>> = Vec::new();
            let steps = person.follow(&mut deployment, round, |_, open| {
                let lists = open.steps.iter().any(|step| matches!(step.ask, Ask::Hosts | Ask::Guests));
                let certain = !lists && !open.next().is_some_and(is_first);
                ensure(open.at_most().is_some() == certain, || format!("said: {:?}", open.at_most()))?;
                most.push(open.at_most().map(|most| if alike { most } else { asked_apart(open) }));
                Ok(())
            })?;
            for (before, most) in most.iter().enumerate() {
                let Some(most) = most else { continue };
                said.set(said.get() + 1);
                let left = steps.len() - before;
                ensure(left <= *most, || format!("{round:?}, page {before}: at most {most}, and {left} came"))?;
            }
        }
        Ok(())
    });
    assert!(exact.get() > 800 && said.get() > 30_000, "{} {}", exact.get(), said.get());
}

#[test]
fn rounds_are_kept_by_their_ids() {
    for round in Round::ALL {
        assert_eq!(Round::from_id(round.id()), Some(round));
    }
    assert_eq!(Round::from_id("no-such-round"), None);
}

#[test]
fn what_can_turn_the_verdict_again_comes_before_the_round_that_was_chosen() {
    let truth = supported::supported(&mut Rng::with_seed(230), Version::V2019);
    let whole = |slot| AnswerRef { subject: Subject::Deployment, slot };
    let requirement = whole(MEETS_SYSTEM_REQUIREMENTS.slot());
    let load = whole(MAILBOXES.slot());
    let course = Course { round: Round::Sizing, ..Course::default() };
    let next = |open: &[AnswerRef]| {
        let mut deployment = truth.clone();
        for at in open {
            deployment.set(*at, Answer::NotAsked).expect("no answer is allowed everywhere");
        }
        interview::next(&assess(&deployment, some_day()), course)
    };
    assert_eq!(next(&[load]), Some(Ask::Answer(load)));
    assert_eq!(next(&[load, requirement]), Some(Ask::Answer(requirement)));
    assert_eq!(next(&[]), None);
}
