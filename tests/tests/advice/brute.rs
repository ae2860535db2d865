//! Nothing smaller: on small deployments every smaller set of answers is changed to every
//! value of a list written out here.

use exchange_advisor_core::advice::advise;
use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Value};
use exchange_advisor_core::effort::{Change, Direction};
use exchange_advisor_core::question::Kind;
use exchange_advisor_core::questions::deployment::VERSION;
use exchange_advisor_core::questions::guest::ROLES;
use exchange_advisor_core::questions::{Role, Version};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::rules;
use exchange_advisor_tests::generate;
use exchange_advisor_tests::supported::{Fleet, VIRTUALIZED, broken, verdict};
use fastrand::Rng;

/// Sizes from far below to far above every limit, and around each.
const SIZES: [&str; 22] = [
    "0.5",
    "0.9990234375",
    "1",
    "3.9",
    "4",
    "7.9",
    "8",
    "9.9",
    "10",
    "15.5",
    "16",
    "19",
    "23",
    "31",
    "40",
    "64",
    "128",
    "256",
    "500",
    "1000",
    "2039",
    "10000000",
];
const COUNTS: [u64; 14] = [0, 1, 2, 3, 4, 8, 12, 14, 16, 24, 48, 64, 512, 1024];

/// The answers that somebody could change, of those that a requirement of the version reads.
fn changeable(deployment: &Deployment) -> Vec<AnswerRef> {
    let version: Version = deployment.get(VERSION).expect("a version");
    let mut read = Vec::new();
    for row in rules::all().filter_map(|rule| rule.row(version)).filter(|row| row.severity == Severity::Requirement) {
        row.violated.reads(&mut |slot| read.push(slot));
    }
    let all = deployment.subjects().flat_map(|subject| generate::questions_of(subject).map(|(at, _)| at));
    all.filter(|at| {
        read.contains(&at.slot)
            && matches!(at.question().change, Change::Possible(..))
            && deployment.answer(at.subject, at.slot).given().is_some()
    })
    .collect()
}

/// What an answer can be changed to, by what its question declares.
fn values(deployment: &Deployment, at: AnswerRef) -> Vec<Value> {
    let now = deployment.answer(at.subject, at.slot).given().expect("an answer");
    let Change::Possible(_, direction) = at.question().change else { return Vec::new() };
    let fits = |larger: bool| match direction {
        Direction::Any => true,
        Direction::Up => larger,
        Direction::Down | Direction::Fewer => !larger,
    };
    let mut values: Vec<Value> = match at.question().kind {
        Kind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        Kind::Choice(list) => (0..u8::try_from(list.len()).expect("short")).map(Value::Choice).collect(),
        Kind::Set { of, empty_is_an_answer } => (0..1u64 << of.len())
            .filter(|set| *set != 0 || empty_is_an_answer)
            .filter(|set| match now {
                Value::Set(now) if direction == Direction::Fewer => {
                    let stays = Role::set(&[Role::Mailbox]).bits() & now;
                    set & !now == 0 && (at.slot != ROLES.slot() || set & stays == stays)
                }
                _ => true,
            })
            .map(Value::Set)
            .collect(),
        Kind::Host => {
            (0..u32::try_from(deployment.hosts().len()).expect("few")).map(HostIndex).map(Value::Host).collect()
        }
        Kind::Guests => {
            let Value::Guests(nodes) = now else { panic!("nodes") };
            let subset = |bits: usize| -> Vec<GuestIndex> {
                nodes.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0).map(|(_, node)| *node).collect()
            };
            (0..1 << nodes.len()).map(|bits| Value::Guests(subset(bits).into())).collect()
        }
        Kind::Count { min, max } => {
            let Value::Count(now) = now else { panic!("a count") };
            let counts = COUNTS.into_iter().filter(|count| (min..=max).contains(count));
            counts.filter(|count| count != now && fits(count > now)).map(Value::Count).collect()
        }
        Kind::Amount { .. } => {
            let Value::Amount(now) = now else { panic!("a size") };
            let sizes = SIZES.into_iter().map(|size| Decimal::parse(size).expect("a number"));
            sizes.filter(|size| size != now && fits(size > now)).map(Value::Amount).collect()
        }
        Kind::Text { .. } | Kind::Date => Vec::new(),
    };
    values.retain(|value| value != now);
    values
}

/// Whether changing so many answers can be enough.
fn enough(deployment: &Deployment, among: &[(AnswerRef, Vec<Value>)], count: usize) -> bool {
    if verdict(deployment) == Verdict::Supported {
        return true;
    }
    if count == 0 {
        return false;
    }
    let mut tried = deployment.clone();
    for (place, (at, values)) in among.iter().enumerate() {
        let before = tried.answer(at.subject, at.slot).clone();
        for value in values {
            tried.set(*at, Answer::Given(value.clone())).expect("an allowed value");
            if enough(&tried, &among[place + 1..], count - 1) {
                return true;
            }
        }
        tried.set(*at, before).expect("what was there");
    }
    false
}

#[test]
fn no_smaller_set_is_enough() {
    let mut rng = Rng::with_seed(61);
    let mut sizes = [0; 8];
    for round in 0..2000 {
        let version = VIRTUALIZED[rng.usize(..VIRTUALIZED.len())];
        let fleet = Fleet { hosts: rng.usize(1..=2), guests: rng.usize(1..=2), alike: false };
        let faults = rng.usize(1..=4);
        let deployment = broken(&mut rng, version, fleet, faults);
        if verdict(&deployment) != Verdict::NotSupported {
            continue;
        }
        let advice = advise(&deployment, exchange_advisor_tests::some_day());
        assert!(advice.exact, "round {round}: {}", deployment.to_json());
        let first = advice.sets.iter().find(|set| set.ways_out.is_empty());
        let size = first.map_or(3, |set| set.changes.len());
        sizes[size.min(7)] += 1;
        if size > 3 {
            continue;
        }
        let among: Vec<_> = changeable(&deployment).into_iter().map(|at| (at, values(&deployment, at))).collect();
        assert!(
            !enough(&deployment, &among, size - 1),
            "round {round}: {:?} is not the smallest for {}",
            first.map(|set| &set.changes),
            deployment.to_json()
        );
    }
    assert!(sizes[1] > 50 && sizes[2] > 20 && sizes[3] > 5, "{sizes:?}");
}
