//! Deployments side by side: laws over random pairs, and how changes read.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use exchange_advisor_core::assess::{Assessment, Outcome, Verdict, assess};
use exchange_advisor_core::compare::{Cell, Difference, Row, Turn, What, compare, difference};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::deployment::{NAME, NODES, VERSION};
use exchange_advisor_core::questions::guest::{HOST, SNAPSHOTS, VCPUS};
use exchange_advisor_core::questions::{self, Version};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate::{self, Shape, at};
use exchange_advisor_tests::some_day;
use fastrand::Rng;

/// Ids that look like something else.
const HOSTILE: [&str; 7] = ["deployment", "vm:mbx0", "a, b", "<img src=x>", "|pipe|", "=1+1", "\u{202e}xbm"];

/// A deployment, and one that somebody made of it.
fn pairs(seed: u64, count: usize) -> impl Iterator<Item = (Deployment, Deployment)> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(move |place| {
        let mut own = rng.fork();
        let shape = Shape::small(&mut own);
        let mut before = generate::deployment(&mut own, Version::ALL[place % Version::ALL.len()], &shape);
        if own.bool() {
            let id = HOSTILE[own.usize(..HOSTILE.len())];
            before.add_guest(id).expect("a new id");
        }
        let mut after = before.clone();
        for _ in 0..own.usize(0..6) {
            edit(&mut own, &mut after);
        }
        (before, after)
    })
}

fn edit(rng: &mut Rng, deployment: &mut Deployment) {
    let subjects: Vec<Subject> = deployment.subjects().collect();
    let subject = subjects[rng.usize(..subjects.len())];
    let id = if rng.bool() { HOSTILE[rng.usize(..HOSTILE.len())].to_owned() } else { format!("new{}", rng.u8(..)) };
    // A taken id, and the deployment as a machine, are refused.
    match rng.u8(0..20) {
        0 => drop(deployment.rename(subject, &id)),
        1 => drop(deployment.remove(subject)),
        2 => drop(deployment.add_host(&id)),
        3 => drop(deployment.add_guest(&id)),
        4 => {
            let version = Version::ALL[rng.usize(..Version::ALL.len())];
            let place = at(Subject::Deployment, VERSION.slot());
            deployment.set(place, Answer::Given(Value::Choice(version.index()))).expect("a version");
        }
        5 => deployment.machines_not_known(SubjectKind::Host),
        _ => {
            let all: Vec<AnswerRef> = generate::questions_of(subject).map(|(place, _)| place).collect();
            let place = all[rng.usize(..all.len())];
            let (hosts, guests) = (deployment.hosts().len(), deployment.guests().len());
            let value = generate::value(rng, &place.question().kind, hosts, guests);
            let answer = match rng.u8(0..4) {
                0 => Answer::NotAsked,
                1 => Answer::NotKnown,
                _ => value.map_or(Answer::NotAsked, Answer::Given),
            };
            deployment.set(place, answer).expect("an allowed value");
        }
    }
}

/// Every answer by its path, with machines by their ids: written a second time, by way of the
/// document.
fn by_path(deployment: &Deployment) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for subject in deployment.subjects() {
        for (place, question) in generate::questions_of(subject) {
            let words = match deployment.answer(subject, place.slot) {
                Answer::NotAsked => continue,
                Answer::NotKnown => "null".to_owned(),
                Answer::Given(Value::Guests(_)) => nodes(deployment),
                Answer::Given(value) => deployment.value(&question.kind, value).to_string(),
            };
            answers.insert(deployment.path(place), words);
        }
    }
    answers
}

fn nodes(deployment: &Deployment) -> String {
    let Some(nodes) = deployment.get(NODES) else { return String::new() };
    let ids: BTreeSet<&str> = nodes.iter().map(|node| deployment.machine_name(Subject::Guest(*node))).collect();
    format!("{ids:?}")
}

fn ids(deployment: &Deployment) -> BTreeSet<String> {
    deployment.subjects().map(|subject| deployment.subject_name(subject)).collect()
}

/// What every finding says, by rule and subject; what follows counts where something does.
fn outcomes(assessment: &Assessment<'_>) -> BTreeMap<String, (Outcome, Option<Severity>)> {
    let name = |subject| assessment.deployment.subject_name(subject);
    let weight = |outcome, severity| (outcome != Outcome::Satisfied).then_some(severity);
    let all = assessment.findings.iter();
    all.map(|finding| {
        let key = format!("{}|{}", finding.rule.id, name(finding.subject));
        (key, (finding.outcome, weight(finding.outcome, finding.row.severity)))
    })
    .collect()
}

fn differing<T: PartialEq>(one: &BTreeMap<String, T>, other: &BTreeMap<String, T>) -> BTreeSet<String> {
    let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    keys.into_iter().filter(|key| one.get(*key) != other.get(*key)).cloned().collect()
}

fn places<'r>(rows: impl IntoIterator<Item = &'r Row>) -> BTreeSet<String> {
    let all: Vec<String> = rows.into_iter().flat_map(|row| row.places.clone()).collect();
    let once: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(once.len(), all.len(), "a place stands twice: {all:?}");
    once
}

fn judged(deployment: &Deployment) -> Assessment<'_> {
    assess(deployment, some_day())
}

#[test]
fn nothing_differs_from_itself() {
    for (deployment, _) in pairs(1, 300) {
        let one = judged(&deployment);
        let rows = compare(&[&one, &one, &one]);
        assert!(!rows.differs(), "{rows:#?}");
        assert!(difference(&one, &one).is_nothing());
        assert_eq!(places(&rows.findings), outcomes(&one).into_keys().collect());
    }
}

#[test]
fn what_differs_is_listed_first_and_nothing_else_is() {
    let mut differing_findings = 0;
    for (before, after) in pairs(2, 1500) {
        let (one, other) = (judged(&before), judged(&after));
        let rows = compare(&[&one, &other]);
        for part in [&rows.findings, &rows.answers, &rows.accepted] {
            assert!(part.is_sorted_by_key(|row| !row.differs));
        }
        let findings = differing(&outcomes(&one), &outcomes(&other));
        differing_findings += findings.len();
        assert_eq!(places(rows.findings.iter().filter(|row| row.differs)), findings);
        let mut answers = differing(&by_path(&before), &by_path(&after));
        let (ids_before, ids_after) = (ids(&before), ids(&after));
        // A machine that only one has is a row of its own, and so is the length of a list.
        for id in ids_before.symmetric_difference(&ids_after) {
            let (kind, name) = id.split_once(':').expect("a machine");
            answers.insert(format!("{}[{name}]", if kind == "vm" { "vms" } else { "hosts" }));
        }
        let listed = |deployment: &Deployment| (deployment.hosts_answer(), deployment.hosts().len());
        answers.extend((listed(&before) != listed(&after)).then(|| "hosts".to_owned()));
        let listed = |deployment: &Deployment| (deployment.guests_answer(), deployment.guests().len());
        answers.extend((listed(&before) != listed(&after)).then(|| "vms".to_owned()));
        assert_eq!(places(rows.answers.iter().filter(|row| row.differs)), answers);
    }
    assert!(differing_findings > 5_000, "{differing_findings}");
}

/// What changed, without words and order, and with the sides named.
fn facts(difference: &Difference, turned_round: bool) -> BTreeSet<String> {
    let pair = |one: String, other: String| if turned_round { (other, one) } else { (one, other) };
    let mut facts = BTreeSet::new();
    for turned in &difference.findings {
        for subject in &turned.subjects {
            let (one, other) = pair(format!("{:?}", turned.before), format!("{:?}", turned.after));
            facts.insert(format!("{} {subject} {one} {other}", turned.rule.id));
        }
    }
    for change in &difference.answers {
        match &change.what {
            What::Answer { slot, about, from, to } => {
                for (before, after) in about {
                    let (one, other) = pair(format!("{before:?} {from:?}"), format!("{after:?} {to:?}"));
                    facts.insert(format!("{slot:?} {one} {other}"));
                }
            }
            What::Added(machines) | What::Removed(machines) => {
                let added = matches!(change.what, What::Added(_)) != turned_round;
                facts.extend(machines.iter().map(|machine| format!("{machine:?} {added}")));
            }
            What::Listed(kind) => drop(facts.insert(format!("{kind:?}"))),
        }
    }
    facts
}

#[test]
fn the_way_back_is_the_way_turned_round() {
    for (before, after) in pairs(3, 600) {
        let (one, other) = (judged(&before), judged(&after));
        let (there, back) = (difference(&one, &other), difference(&other, &one));
        assert_eq!(facts(&there, false), facts(&back, true));
        assert_eq!((there.before, there.after), (back.after, back.before));
        let (there, back) = (compare(&[&one, &other]), compare(&[&other, &one]));
        let differing = |rows: &[Row]| places(rows.iter().filter(|row| row.differs));
        assert_eq!(differing(&there.findings), differing(&back.findings));
        assert_eq!(differing(&there.answers), differing(&back.answers));
    }
}

/// Does what a difference lists to the deployment before. What machines come and go is done
/// by their ids, so the order of machines may be another one in the end.
fn applied(difference: &Difference, before: &Deployment, after: &Deployment) -> Deployment {
    let mut made = before.clone();
    let by_id = |made: &Deployment, name: &str| made.subjects().find(|subject| made.subject_name(*subject) == name);
    for change in &difference.answers {
        match &change.what {
            What::Removed(machines) => {
                for machine in machines {
                    let place = by_id(&made, &before.subject_name(*machine)).expect("it is there");
                    made.remove(place).expect("it is there");
                }
            }
            What::Added(machines) => {
                for machine in machines {
                    let id = after.machine_name(*machine);
                    match machine.kind() {
                        SubjectKind::Host => drop(made.add_host(id).expect("a new id")),
                        _ => drop(made.add_guest(id).expect("a new id")),
                    }
                }
            }
            What::Listed(SubjectKind::Host) if after.hosts_answer() == Answer::NotKnown => {
                made.machines_not_known(SubjectKind::Host);
            }
            What::Listed(_) | What::Answer { .. } => {}
        }
    }
    let put = |made: &mut Deployment, subject: Subject, place: AnswerRef, answer: &Answer<Value>| {
        let answer = match answer {
            Answer::Given(Value::Host(host)) => {
                let name = after.subject_name(Subject::Host(*host));
                let Some(Subject::Host(host)) = by_id(made, &name) else { panic!("no {name}") };
                Answer::Given(Value::Host(host))
            }
            Answer::Given(Value::Guests(guests)) => {
                let guest = |guest: &GuestIndex| match by_id(made, &after.subject_name(Subject::Guest(*guest))) {
                    Some(Subject::Guest(index)) => index,
                    _ => panic!("no guest {guest:?}"),
                };
                Answer::Given(Value::Guests(guests.iter().map(guest).collect()))
            }
            other => other.clone(),
        };
        made.set(AnswerRef { subject, ..place }, answer).expect("an allowed value");
    };
    for change in &difference.answers {
        match &change.what {
            What::Answer { slot, about, to, .. } => {
                for (_, subject) in about {
                    let place = by_id(&made, &after.subject_name(*subject)).expect("it is there");
                    put(&mut made, place, at(*subject, *slot), to);
                }
            }
            What::Added(machines) => {
                for machine in machines {
                    let place = by_id(&made, &after.subject_name(*machine)).expect("it is there");
                    for (from, _) in generate::questions_of(*machine) {
                        put(&mut made, place, from, after.answer(*machine, from.slot));
                    }
                }
            }
            What::Removed(_) | What::Listed(_) => {}
        }
    }
    made
}

#[test]
fn doing_what_is_listed_makes_the_one_of_the_other() {
    for (before, after) in pairs(4, 1500) {
        let changes = difference(&judged(&before), &judged(&after));
        let made = applied(&changes, &before, &after);
        // A guest of a host that went has no host, and a node that went is none; both are
        // listed as answers, and done above.
        assert_eq!(by_path(&made), by_path(&after), "{:#?}", changes.answers);
        assert_eq!(ids(&made), ids(&after));
    }
}

#[test]
fn every_finding_that_turned_is_told_once_with_what_became_of_it() {
    let mut seen = BTreeSet::new();
    for (before, after) in pairs(5, 1500) {
        let (one, other) = (judged(&before), judged(&after));
        let changes = difference(&one, &other);
        let told: Vec<String> = changes
            .findings
            .iter()
            .flat_map(|turned| turned.subjects.iter().map(|subject| format!("{}|{subject}", turned.rule.id)))
            .collect();
        let once: BTreeSet<String> = told.iter().cloned().collect();
        assert_eq!(told.len(), once.len());
        let (was, is) = (outcomes(&one), outcomes(&other));
        assert_eq!(once, differing(&was, &is));
        for turned in &changes.findings {
            for subject in &turned.subjects {
                let key = format!("{}|{subject}", turned.rule.id);
                let (was, is) = (was.get(&key), is.get(&key));
                assert_eq!(turned.before, was.map(|(outcome, _)| *outcome));
                assert_eq!(turned.after, is.map(|(outcome, _)| *outcome));
                let broken = |of: Option<&(Outcome, _)>| of.is_some_and(|(outcome, _)| *outcome == Outcome::Violated);
                assert_eq!(matches!(turned.turn, Turn::Breaks | Turn::Lightens), broken(is), "{key}");
                assert!(turned.turn != Turn::Mends || broken(was), "{key}");
                seen.insert(turned.turn);
            }
        }
    }
    assert_eq!(seen, Turn::ALL.into_iter().collect());
}

#[test]
fn a_third_deployment_has_a_column_of_its_own() {
    for ((one, other), (third, _)) in pairs(6, 200).zip(pairs(7, 200)) {
        let all = [judged(&one), judged(&other), judged(&third)];
        let rows = compare(&all.each_ref());
        let parts = [&rows.verdicts, &rows.findings, &rows.answers, &rows.accepted];
        for row in parts.into_iter().flatten() {
            assert_eq!(row.cells.len(), 3);
        }
        for (column, assessment) in all.iter().enumerate() {
            let own = rows.findings.iter().filter(|row| matches!(row.cells[column], Cell::Outcome(..)));
            let count: usize = own.map(|row| row.places.len()).sum();
            assert_eq!(count, assessment.findings.len());
        }
    }
}

const TWO: &str = r#"{"format":"exchange-virtualization-deployment/1","name":"Mail",
    "exchange":{"version":"2019"},"hosts":[{"id":"a"},{"id":"b"}],
    "vms":[{"id":"x","host":"a","vcpus":4,"snapshots":true},{"id":"y","host":"a","snapshots":true}]}"#;

fn two() -> Deployment {
    exchange_advisor_core::read(TWO.as_bytes()).expect("a deployment")
}

fn told(before: &Deployment, after: &Deployment) -> Vec<String> {
    difference(&judged(before), &judged(after)).answers.into_iter().map(|change| change.words).collect()
}

#[test]
fn changes_read_as_a_person_would_say_them() {
    let before = two();
    let mut after = before.clone();
    let guest = |place| Subject::Guest(GuestIndex(place));
    let mut set = |subject, slot, answer| after.set(at(subject, slot), answer).expect("an allowed value");
    set(guest(0), SNAPSHOTS.slot(), Answer::Given(Value::Flag(false)));
    set(guest(1), SNAPSHOTS.slot(), Answer::Given(Value::Flag(false)));
    set(guest(0), VCPUS.slot(), Answer::NotKnown);
    set(guest(1), VCPUS.slot(), Answer::Given(Value::Count(8)));
    set(guest(0), HOST.slot(), Answer::NotKnown);
    set(guest(1), HOST.slot(), Answer::Given(Value::Host(HostIndex(1))));
    set(Subject::Deployment, NAME.slot(), Answer::Given(Value::Text("not known".into())));
    let name = |slot| {
        let name = questions::question(slot).name;
        name[..1].to_uppercase() + &name[1..]
    };
    let expected: BTreeSet<String> = BTreeSet::from([
        format!("{}: “Mail”, now “not known”", name(NAME.slot())),
        format!("{} of x, y: yes, now no", name(SNAPSHOTS.slot())),
        format!("{} of x: 4, now not known", name(VCPUS.slot())),
        format!("{} of y: not answered, now 8", name(VCPUS.slot())),
        // What differs only in what it becomes is told apart.
        format!("{} of x: a, now not known", name(HOST.slot())),
        format!("{} of y: a, now b", name(HOST.slot())),
    ]);
    assert_eq!(told(&before, &after).into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_machine_with_another_name_is_another_machine() {
    let before = two();
    let mut after = before.clone();
    after.rename(Subject::Guest(GuestIndex(1)), "z").expect("a new id");
    after.rename(Subject::Host(HostIndex(0)), "c").expect("a new id");
    let told = told(&before, &after);
    for words in ["Gone: y", "New: z", "Gone: a", "New: c"] {
        assert!(told.contains(&words.to_owned()), "{told:?}");
    }
    // The host of x has another name: that is a change of x too.
    assert!(told.iter().any(|words| words.ends_with("of x: a, now c")), "{told:?}");
    assert_eq!(told.len(), 5, "{told:?}");
}

#[test]
fn the_order_of_machines_means_nothing() {
    let turned = TWO.replace(r#"{"id":"a"},{"id":"b"}"#, r#"{"id":"b"},{"id":"a"}"#);
    let after = exchange_advisor_core::read(turned.as_bytes()).expect("a deployment");
    assert_eq!(told(&two(), &after), Vec::<String>::new());
}

#[test]
fn another_version_brings_rules_and_takes_others_away() {
    let before = two();
    let mut after = before.clone();
    let place = at(Subject::Deployment, VERSION.slot());
    after.set(place, Answer::Given(Value::Choice(Version::V2007.index()))).expect("a version");
    let rows = compare(&[&judged(&before), &judged(&after)]);
    let only = |column: usize| rows.findings.iter().any(|row| row.differs && row.cells[column] == Cell::NoRule);
    assert!(only(0) && only(1));
    let support = rows.verdicts.iter().find(|row| row.label == "In support").expect("a row");
    assert!(support.differs);
    assert!(support.cells[0].words().contains("2025-10-14"), "{:?}", support.cells);
}

#[test]
fn what_was_accepted_is_compared_too() {
    let accepted =
        r#""accepted":[{"rule":"no-snapshots","subject":"vm:x","reason":"Until May","owner":"Ada"}],"exchange""#;
    let rule = judged(&two()).findings.iter().find(|finding| finding.rule.id.contains("snapshot")).map(|f| f.rule.id);
    let text = TWO.replace(r#""exchange""#, &accepted.replace("no-snapshots", rule.expect("a rule")));
    let after = exchange_advisor_core::read(text.as_bytes()).expect("a deployment");
    let rows = compare(&[&judged(&two()), &judged(&after)]);
    assert!(rows.differs());
    let words: Vec<String> = rows.accepted[0].cells.iter().map(Cell::words).collect();
    assert_eq!(words, ["not accepted", "“Until May”, Ada"]);
    assert!(rows.findings.iter().all(|row| !row.differs));
}

#[test]
fn a_verdict_is_told_before_and_after() {
    let lab = two().to_json().to_string().replace(r#""exchange""#, r#""purpose":"lab","exchange""#);
    let lab = exchange_advisor_core::read(lab.as_bytes()).expect("a deployment");
    let changes = difference(&judged(&two()), &judged(&lab));
    assert_eq!(changes.after, Verdict::OutOfScope);
    assert!(changes.verdict_in_words().ends_with(", now out of scope."), "{}", changes.verdict_in_words());
}

/// Twenty hosts with two hundred guests.
#[test]
fn many_machines_are_compared_in_few_assessments_time() {
    let mut rng = Rng::with_seed(9);
    let shape = Shape { hosts: 20, guests: 200, missing: 20 };
    let before = generate::deployment(&mut rng, Version::V2007, &shape);
    let after = generate::deployment(&mut rng, Version::V2007, &shape);
    let time = |work: &dyn Fn()| {
        let runs = (0..5).map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed()
        });
        runs.min().expect("a run")
    };
    let once = time(&|| drop(judged(&before)));
    let (one, other) = (judged(&before), judged(&after));
    let rows = time(&|| drop(compare(&[&one, &other])));
    let changes = time(&|| drop(difference(&one, &other)));
    let times = |of: std::time::Duration| of.as_secs_f64() / once.as_secs_f64();
    println!("one assessment {once:?}; side by side {:.1} of them, difference {:.1}", times(rows), times(changes));
    assert!(times(rows) < 400.0 && times(changes) < 100.0, "{:.1}, {:.1}", times(rows), times(changes));
}
