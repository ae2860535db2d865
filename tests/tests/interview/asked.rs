//! What is asked; that it ends; and that nothing that is not asked matters.

use std::cell::Cell;
use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Assessment, Outcome, Verdict, assess};
use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::interview::{self, Ask, Course, Open, Round, Step};
use exchange_advisor_core::question::Kind;
use exchange_advisor_core::questions::deployment::{PURPOSE, VERSION};
use exchange_advisor_core::questions::guest::{HOST, VCPUS};
use exchange_advisor_core::questions::host::{CORES_PER_SOCKET, OTHER_VM_VCPUS, SOCKETS};
use exchange_advisor_core::questions::{Purpose, Version};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate::{self, at};
use exchange_advisor_tests::guide::{self, Person};
use exchange_advisor_tests::supported::{self, VIRTUALIZED};
use exchange_advisor_tests::{oracle, some_day};
use fastrand::Rng;

use crate::{Case, cases, ensure, holds, missing_for, words};

const ALL_ROUNDS: [Round; 4] = [Round::Verdict, Round::Faults, Round::Advice, Round::Sizing];

fn is_open(deployment: &Deployment, answer: AnswerRef) -> bool {
    *deployment.answer(answer.subject, answer.slot) == Answer::NotAsked
}

/// The questions that come before any rule.
fn is_first(deployment: &Deployment, answer: AnswerRef) -> bool {
    let purpose = at(Subject::Deployment, PURPOSE.slot());
    answer == purpose || (answer == at(Subject::Deployment, VERSION.slot()) && !is_open(deployment, purpose))
}

#[test]
fn every_round_ends_and_nothing_that_is_answered_is_asked_again() {
    let pages = Cell::new(0);
    holds(cases(101, 1500), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        for round in ALL_ROUNDS {
            let steps = person.follow(&mut deployment, round, |assessment, open| {
                open.steps.iter().try_for_each(|step| can_be_answered(assessment.deployment, step))
            })?;
            pages.set(pages.get() + steps.len());
        }
        Ok(())
    });
    assert!(pages.get() > 30_000, "{}", pages.get());
}

fn can_be_answered(deployment: &Deployment, step: &Step) -> Result<(), String> {
    let (hosts, guests) = (deployment.hosts().len(), deployment.guests().len());
    let listed = |list: Answer<()>, machines: usize| list == Answer::NotAsked && machines == 0;
    match step.ask {
        Ask::Hosts => ensure(listed(deployment.hosts_answer(), hosts), || "the hosts again".to_owned())?,
        Ask::Guests => ensure(listed(deployment.guests_answer(), guests), || "the guests again".to_owned())?,
        Ask::Answer(_) => {}
    }
    let answers = guide::answers_of(step);
    let distinct: BTreeSet<AnswerRef> = answers.iter().copied().collect();
    ensure(distinct.len() == answers.len(), || format!("twice on a page: {}", words(deployment, step)))?;
    for answer in answers {
        ensure(is_open(deployment, answer), || format!("{} is answered", deployment.path(answer)))?;
        let value = generate::value(&mut Rng::with_seed(0), &answer.question().kind, hosts, guests);
        ensure(value.is_some(), || format!("{} has no possible answer", deployment.path(answer)))?;
    }
    Ok(())
}

/// A machine's host where no host is listed: missing, but nothing that can be answered.
fn has_an_answer(deployment: &Deployment, answer: AnswerRef) -> bool {
    answer.slot != HOST.slot() || !deployment.hosts().is_empty()
}

#[test]
fn exactly_what_can_turn_an_outcome_of_the_round_is_asked() {
    let asked = Cell::new(0);
    holds(cases(102, 1200), |case| {
        let mut person = case.person();
        let mut deployment = Deployment::new();
        for round in ALL_ROUNDS {
            person.follow(&mut deployment, round, |assessment, open| {
                let deployment = assessment.deployment;
                if open
                    .steps
                    .first()
                    .is_some_and(|step| matches!(step.ask, Ask::Answer(at) if is_first(deployment, at)))
                {
                    return ensure(open.steps.len() == 1 && open.at_most().is_none(), || {
                        "more than the first".to_owned()
                    });
                }
                let pages = || open.steps.iter().flat_map(guide::answers_of);
                let questions: BTreeSet<AnswerRef> = pages().collect();
                ensure(questions.len() == pages().count(), || "asked on two pages".to_owned())?;
                asked.set(asked.get() + questions.len());
                let wanted = match round {
                    Round::Verdict => assessment.missing.answers.iter().copied().collect(),
                    Round::Faults => missing_for(assessment, Severity::Requirement),
                    Round::Advice => {
                        let mut wanted = missing_for(assessment, Severity::Recommendation);
                        wanted.extend(assessment.missing_for_notes());
                        wanted
                    }
                    Round::Sizing => {
                        let mut wanted: BTreeSet<AnswerRef> = questions.clone();
                        wanted.extend(&open.not_known);
                        wanted
                    }
                };
                for answer in &wanted {
                    let named = questions.contains(answer) || open.not_known.contains(answer);
                    let expected = is_open(deployment, *answer) && has_an_answer(deployment, *answer);
                    let path = || deployment.path(*answer);
                    ensure(expected == questions.contains(answer), || format!("{}: asked or not", path()))?;
                    let waits_for_hosts = open.steps.iter().any(|step| step.ask == Ask::Hosts);
                    ensure(named || waits_for_hosts, || format!("{} is neither asked nor not known", path()))?;
                }
                let more = questions.iter().chain(&open.not_known).find(|answer| !wanted.contains(answer));
                ensure(more.is_none(), || format!("{} cannot turn anything", deployment.path(*more.expect("one"))))?;
                let waits_for_hosts = |answer: &AnswerRef| is_open(deployment, *answer) && !open.hosts_not_known;
                let asked_later = open.not_known.iter().find(|answer| waits_for_hosts(answer));
                ensure(asked_later.is_none(), || "not known before it was asked".to_owned())?;
                let settled = interview::is_settled(assessment);
                ensure(settled == (assessment.verdict != Verdict::Undetermined), || "settled or not".to_owned())?;
                ensure(!settled || round != Round::Verdict || open.steps.is_empty(), || "asked in vain".to_owned())
            })?;
        }
        Ok(())
    });
    assert!(asked.get() > 100_000, "{}", asked.get());
}

#[test]
fn each_page_of_the_verdict_asks_what_could_still_turn_it() {
    let (tried, flipped) = (Cell::new(0), Cell::new(0));
    holds(cases(103, 700), |case| {
        let mut rng = case.rng();
        let mut person = case.person();
        person.follow(&mut Deployment::new(), Round::Verdict, |assessment, open| {
            let Some(Step { ask: Ask::Answer(at), .. }) = open.next() else { return Ok(()) };
            let deployment = assessment.deployment;
            ensure(interview::can_turn_the_verdict(assessment, *at), || deployment.path(*at))?;
            if is_first(deployment, *at) || rng.u8(..) < 150 {
                return Ok(());
            }
            tried.set(tried.get() + 1);
            flipped.set(flipped.get() + usize::from(turns_the_verdict(&mut rng, case, deployment, *at)));
            ensure(turns_an_outcome(&mut rng, assessment, *at), || {
                format!("{} turned nothing\n{:#}", deployment.path(*at), deployment.to_json())
            })
        })?;
        Ok(())
    });
    assert!(tried.get() > 2000, "{}", tried.get());
    // Where the truth is supported, an answer often turns the verdict by itself.
    assert!(flipped.get() * 5 > tried.get(), "{} of {}", flipped.get(), tried.get());
}

/// Whether two completions that differ in this answer alone differ in the outcome of a
/// requirement. They are drawn at random, leaning to the ends of what is allowed.
fn turns_an_outcome(rng: &mut Rng, assessment: &Assessment<'_>, at: AnswerRef) -> bool {
    let deployment = assessment.deployment;
    let waiting = || assessment.with(Severity::Requirement, Outcome::Unknown);
    let rules: BTreeSet<&str> =
        waiting().filter(|found| assessment.missing_of(found).contains(&at)).map(|found| found.rule.id).collect();
    let reads: BTreeSet<AnswerRef> = waiting()
        .filter(|found| rules.contains(found.rule.id))
        .flat_map(|found| assessment.missing_of(found))
        .copied()
        .filter(|answer| has_an_answer(deployment, *answer))
        .collect();
    // Bounds stand for the sums of a host as long as the host of a guest is missing.
    let bounds = assessment.missing.answers.iter().any(|answer| answer.slot == HOST.slot());
    if bounds
        && rules.iter().all(|rule| ["vcpu-ratio", "memory-oversubscription", "vm-storage-capacity"].contains(rule))
    {
        return true;
    }
    (0..6000).any(|_| {
        let most = rng.bool();
        let mut one = deployment.clone();
        for answer in &reads {
            one.set(*answer, Answer::Given(trial(rng, *answer, deployment, most))).expect("an allowed value");
        }
        // Without a limit of its own the load hits the host's capacity only if it is aimed at it.
        for answer in reads.iter().filter(|answer| answer.slot == OTHER_VM_VCPUS.slot()) {
            let of_host = |key| one.get_about(answer.subject, key).unwrap_or(1);
            let capacity: u64 = 2 * of_host(SOCKETS) * of_host(CORES_PER_SOCKET);
            let guests = one.subjects().filter_map(|guest| one.get_about(guest, VCPUS));
            let load = (capacity + rng.u64(..2)).saturating_sub(if rng.bool() { guests.sum() } else { 1 });
            one.set(*answer, Answer::Given(Value::Count(load))).expect("an allowed value");
        }
        let mut other = one.clone();
        other.set(at, Answer::Given(trial(rng, at, deployment, !most))).expect("an allowed value");
        let outcomes = |deployment: &Deployment| {
            let assessment = assess(deployment, some_day());
            let of_rules = assessment.findings.iter().filter(|found| rules.contains(found.rule.id));
            of_rules.map(|found| found.outcome).collect::<Vec<_>>()
        };
        outcomes(&one) != outcomes(&other)
    })
}

/// A value for trying out. Sums only come near their limit if all their parts lean to one
/// end, so the numbers of one completion do.
fn trial(rng: &mut Rng, answer: AnswerRef, deployment: &Deployment, most: bool) -> Value {
    let kind = &answer.question().kind;
    match kind {
        Kind::Count { min, max } if rng.bool() => Value::Count(if most { *max } else { *min }),
        // They are compared with products of anything up to 1,024 twice.
        Kind::Count { min, max } if rng.bool() => Value::Count(((1 << rng.u8(..22)) + rng.u64(..4)).clamp(*min, *max)),
        Kind::Amount { .. } if rng.u8(..) < 160 => {
            Value::Amount(Decimal::parse(if most { "10000000" } else { "0.0000000001" }).expect("a number"))
        }
        _ => generate::value(rng, kind, deployment.hosts().len(), deployment.guests().len()).expect("hosts are listed"),
    }
}

/// Whether the verdict on the truth is another with some other answer to this question.
fn turns_the_verdict(rng: &mut Rng, case: &Case, deployment: &Deployment, at: AnswerRef) -> bool {
    let same_machines = deployment.hosts().len() == case.truth.hosts().len();
    same_machines
        && (0..20).any(|_| {
            let most = rng.bool();
            let value = trial(rng, at, &case.truth, most);
            let mut other = case.truth.clone();
            other.set(at, Answer::Given(value)).expect("an allowed value");
            supported::verdict(&other) != supported::verdict(&case.truth)
        })
}

#[test]
fn what_is_not_asked_any_more_never_changes_the_verdict() {
    let (tried, settled) = (Cell::new(0), Cell::new(0));
    holds(cases(104, 2500), |case| {
        let mut rng = case.rng();
        let mut person = case.person();
        person.follow(&mut Deployment::new(), Round::Verdict, |assessment, open| {
            // At the end many times, before it now and then.
            let times = if open.steps.is_empty() { 12 } else { usize::from(rng.u8(..) < 30) };
            settled.set(settled.get() + usize::from(times == 12));
            (0..times).try_for_each(|_| {
                tried.set(tried.get() + 1);
                others_change_nothing(&mut rng, assessment, open)
            })
        })?;
        Ok(())
    });
    assert!(settled.get() == 2500 && tried.get() > 30_000, "{} {}", settled.get(), tried.get());
}

/// Answers some or all of the questions that are neither asked nor matter unknown.
fn others_change_nothing(rng: &mut Rng, assessment: &Assessment<'_>, open: &Open) -> Result<(), String> {
    let deployment = assessment.deployment;
    let asked: BTreeSet<AnswerRef> =
        open.steps.iter().flat_map(guide::answers_of).chain(open.not_known.iter().copied()).collect();
    let many = rng.u8(..);
    let mut other = deployment.clone();
    let mut given = Vec::new();
    for subject in deployment.subjects() {
        for (place, question) in generate::questions_of(subject) {
            let is_purpose = place == at(Subject::Deployment, PURPOSE.slot());
            let answered = deployment.answer(subject, place.slot).given().is_some();
            let first = is_purpose || place.slot == VERSION.slot();
            if !answered && !first && !asked.contains(&place) && rng.u8(..) <= many {
                let (hosts, guests) = (deployment.hosts().len(), deployment.guests().len());
                if let Some(value) = generate::value(rng, &question.kind, hosts, guests) {
                    other.set(place, Answer::Given(value)).expect("an allowed value");
                    given.push(place);
                }
            }
        }
    }
    let after = assess(&other, some_day()).verdict;
    ensure(after == assessment.verdict, || {
        let paths: Vec<String> = given.iter().map(|place| deployment.path(*place)).collect();
        format!("{:?} became {after:?} by {}\n{:#}", assessment.verdict, paths.join(", "), other.to_json())
    })
}

#[test]
fn the_purpose_comes_first_and_a_lab_is_settled_by_it() {
    let mut deployment = Deployment::new();
    let first = assess(&deployment, some_day());
    let open = interview::open(&first, Round::Verdict, Course::default());
    assert_eq!(open.next().map(|step| step.ask), Some(Ask::Answer(at(Subject::Deployment, PURPOSE.slot()))));
    assert!(!interview::is_settled(&first));
    deployment
        .set(at(Subject::Deployment, PURPOSE.slot()), Answer::Given(Value::Choice(Purpose::Lab.index())))
        .expect("an allowed value");
    let lab = assess(&deployment, some_day());
    assert!(interview::is_settled(&lab));
    assert_eq!(interview::open(&lab, Round::Verdict, Course::default()).next(), None);
    // Its findings are given all the same, and for those the version is needed.
    let open = interview::open(&lab, Round::Faults, Course::default());
    assert_eq!(open.next().map(|step| step.ask), Some(Ask::Answer(at(Subject::Deployment, VERSION.slot()))));
    assert_eq!(lab.verdict, Verdict::OutOfScope);
}

#[test]
fn a_version_that_is_too_old_is_settled_by_itself() {
    for version in [Version::V55, Version::V2000, Version::V2000Conferencing] {
        let mut truth = Deployment::new();
        let place = at(Subject::Deployment, VERSION.slot());
        truth.set(place, Answer::Given(Value::Choice(version.index()))).expect("an allowed value");
        let mut deployment = Deployment::new();
        let steps = Person::who_knows(&truth).follow(&mut deployment, Round::Verdict, |_, _| Ok(())).expect("an end");
        let asked: Vec<AnswerRef> = steps.iter().flat_map(guide::answers_of).collect();
        assert_eq!(asked, [at(Subject::Deployment, PURPOSE.slot()), place], "{version:?}");
        assert_eq!(supported::verdict(&deployment), Verdict::NotSupported);
    }
}

#[test]
fn supported_by_construction_is_supported_to_the_end_of_the_guide() {
    let mut rng = Rng::with_seed(105);
    let mut seen: BTreeSet<(Version, &str, u8)> = BTreeSet::new();
    for place in 0..1400 {
        let version = VIRTUALIZED[place % VIRTUALIZED.len()];
        let truth = supported::supported(&mut rng, version);
        let assessment = assess(&truth, some_day());
        assert_eq!(assessment.verdict, Verdict::Supported, "{:#}", truth.to_json());
        for found in assessment.findings.iter().filter(|found| found.row.severity == Severity::Requirement) {
            assert!(!oracle::violated(&truth, found.rule.id, found.subject), "{}", found.rule.id);
        }
        let mut deployment = Deployment::new();
        Person::who_knows(&truth).pages(&mut deployment, Round::Verdict);
        assert_eq!(supported::verdict(&deployment), Verdict::Supported, "{:#}", deployment.to_json());
        for (answer, _) in truth.subjects().flat_map(generate::questions_of) {
            if let Answer::Given(Value::Choice(choice)) = truth.answer(answer.subject, answer.slot) {
                seen.insert((version, answer.question().path, *choice));
            }
        }
    }
    let variety = |version, path| seen.iter().filter(|(of, about, _)| (*of, *about) == (version, path)).count();
    // Two kinds of Virtual Server; 25 hypervisors for 2007, and Azure since 2013.
    assert_eq!(variety(Version::V2003, "hypervisor.product"), 2);
    assert_eq!(variety(Version::V2007, "hypervisor.product"), 25);
    assert_eq!(variety(Version::Se, "hypervisor.product"), 26);
    // Of ten kinds of storage four may be used with 2007, six since 2013.
    assert_eq!(variety(Version::V2007, "storage.kind"), 4);
    assert_eq!(variety(Version::V2016, "storage.kind"), 6);
    assert_eq!(variety(Version::V2019, "guest_os"), 3);
    assert_eq!(variety(Version::V2007, "high_availability.migration"), 3);
}
