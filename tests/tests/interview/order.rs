//! What is asked first: what decides whether others matter before those, and then what
//! most rules hang on; of equals what decides a rule by itself.

use std::cell::Cell;
use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Assessment, Outcome};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject};
use exchange_advisor_core::interview::{self, Ask, Open, Round, Step};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::PRODUCT;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::rules;
use exchange_advisor_tests::guide::{self, Person};
use exchange_advisor_tests::supported::{self, VIRTUALIZED};
use fastrand::Rng;

use crate::gates::{Gates, name};
use crate::{cases, ensure, holds, words};

/// The requirements about hosts, and about guests, counted in the catalogue.
const ABOUT_MACHINES: [(Version, u32, u32); 7] = [
    (Version::V2003, 0, 5),
    (Version::V2007, 4, 14),
    (Version::V2010, 4, 12),
    (Version::V2013, 4, 15),
    (Version::V2016, 4, 14),
    (Version::V2019, 4, 13),
    (Version::Se, 4, 13),
];

/// What hangs on a page: how many rules, and whether some rule reads it and waits for
/// nothing else.
#[derive(Clone, Copy)]
struct Weight {
    rules: u32,
    matters: bool,
    /// Some rule waits for one answer of it and for no other.
    decides: bool,
}

fn weigh(assessment: &Assessment<'_>, round: Round, gates: &Gates, step: &Step, open: &Open) -> Weight {
    let deployment = assessment.deployment;
    if let Ask::Hosts | Ask::Guests = step.ask {
        let product = |answer: AnswerRef| answer.slot == PRODUCT.slot();
        let waits = open.steps.iter().flat_map(guide::answers_of).any(product);
        return Weight { rules: step.rules, matters: !waits, decides: false };
    }
    let severity = if round == Round::Advice { Severity::Recommendation } else { Severity::Requirement };
    let mut weight = Weight { rules: 0, matters: false, decides: false };
    let mut seen = BTreeSet::new();
    let mut reads_rules = false;
    for found in assessment.with(severity, Outcome::Unknown) {
        let missing = assessment.missing_of(found);
        for at in guide::answers_of(step).into_iter().filter(|at| missing.contains(at)) {
            reads_rules = true;
            weight.rules += u32::from(seen.insert(found.rule.id));
            weight.decides |= missing == [at];
            let can_be_asked = |first: &&AnswerRef| *deployment.answer(first.subject, first.slot) == Answer::NotAsked;
            let mut before = missing.iter().filter(can_be_asked);
            weight.matters |= !before.any(|first| gates.decides(found.rule.id, *first, at));
        }
    }
    // Rules about machines of which none is listed yet count for what they read of the whole.
    for kind in open.steps.iter().filter(|step| !matches!(step.ask, Ask::Answer(_))).map(|step| step.ask.kind()) {
        let Some(at) = guide::answers_of(step).first().copied().filter(|at| at.subject == Subject::Deployment) else {
            continue;
        };
        let is_open = |name: &str| {
            let answer = deployment.at_path(name).map(|first| deployment.answer(first.subject, first.slot));
            answer.is_none_or(|answer| *answer == Answer::NotAsked)
        };
        let version = assessment.version.expect("a version comes first");
        for rule in rules::all().filter(|rule| rule.subject == kind) {
            let of_the_round = rule.row(version).is_some_and(|row| row.severity == severity);
            if of_the_round && gates.reads(rule.id, &name(at)) {
                reads_rules = true;
                weight.rules += 1;
                weight.matters |= !gates.before(rule.id, &name(at)).iter().any(|first| is_open(first));
            }
        }
    }
    // What only a note reads waits for nothing.
    weight.matters |= !reads_rules;
    weight
}

#[test]
fn what_decides_whether_others_matter_comes_first_and_then_what_most_hangs_on() {
    let pages = Cell::new(0);
    holds(cases(301, 1000), |case| {
        let gates = Gates::of(case.version);
        let mut person = case.person();
        let mut deployment = Deployment::new();
        for round in [Round::Verdict, Round::Faults, Round::Advice] {
            person.follow(&mut deployment, round, |assessment, open| {
                if assessment.version.is_none() || open.steps.len() < 2 {
                    return Ok(());
                }
                pages.set(pages.get() + 1);
                let weights: Vec<Weight> =
                    open.steps.iter().map(|step| weigh(assessment, round, &gates, step, open)).collect();
                for (step, weight) in open.steps.iter().zip(&weights) {
                    let page = words(assessment.deployment, step);
                    ensure(step.rules == weight.rules, || {
                        format!("{round:?}: {} rules hang on {page}, not {}", weight.rules, step.rules)
                    })?;
                }
                for (place, pair) in weights.windows(2).enumerate() {
                    let key = |weight: Weight| (!weight.matters, std::cmp::Reverse(weight.rules), !weight.decides);
                    ensure(key(pair[0]) <= key(pair[1]), || {
                        let of = |at: usize| words(assessment.deployment, &open.steps[at]);
                        format!("{round:?}: {} before {}", of(place), of(place + 1))
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    });
    assert!(pages.get() > 15_000, "{}", pages.get());
}

#[test]
fn as_many_rules_hang_on_the_lists_as_the_catalogue_has_about_machines() {
    for (version, hosts, guests) in ABOUT_MACHINES {
        let truth = supported::supported(&mut Rng::with_seed(302), version);
        let mut seen = Vec::new();
        let mut deployment = Deployment::new();
        let steps = Person::who_knows(&truth).follow(&mut deployment, Round::Verdict, |_, _| Ok(())).expect("an end");
        seen.extend(steps.iter().filter(|step| !matches!(step.ask, Ask::Answer(_))).map(|step| (step.ask, step.rules)));
        let mut expected = vec![(Ask::Guests, guests)];
        expected.extend((hosts > 0).then_some((Ask::Hosts, hosts)));
        assert_eq!(seen, expected, "{version:?}");
    }
}

/// For each version pairs of questions of which the first comes before the second
/// wherever both are asked.
const BEFORE: &[(&[Version], &str, &str)] = &[
    (&VIRTUALIZED, "purpose", "exchange.version"),
    (&VIRTUALIZED, "exchange.version", "hypervisor.product"),
    (&[Version::V2007], "vms[].storage.kind", "vms[].storage.dedicated_to_vm"),
    (&[Version::V2007], "vms[].storage.kind", "vms[].storage.largest_virtual_disk_gb"),
    (&[Version::V2007], "high_availability.host_clustering", "high_availability.moves_cluster_nodes"),
    (&[Version::V2007], "high_availability.migration", "high_availability.moves_cluster_nodes"),
    (&[Version::V2007, Version::V2010], "high_availability.solutions", "high_availability.moves_cluster_nodes"),
    (&[Version::V2007], "high_availability.solutions", "high_availability.nodes"),
    (&[Version::V2007], "vms[].network_load_balancing", "vms[].nlb_hotfix_953828"),
    (&VIRTUALIZED, "hypervisor.product", "hypervisor.svvp_validated"),
    (&VIRTUALIZED, "hypervisor.product", "hypervisor.vendor_supports_migration"),
    (&VIRTUALIZED, "hypervisor.product", "hosts[].sockets"),
    (&VIRTUALIZED, "hypervisor.product", "vms[].storage.premium_cloud_storage"),
    (&VIRTUALIZED, "vms[].storage.kind", "vms[].storage.smb3_block_storage"),
    (&VIRTUALIZED, "vms[].guest_os", "vms[].guest_os_service_pack"),
    (&VIRTUALIZED, "high_availability.host_clustering", "high_availability.cold_boot_on_failover"),
    (&[Version::V2003], "hypervisor.product", "vms[].virtual_server.undo_disks"),
];

#[test]
fn questions_come_in_the_order_that_a_person_expects() {
    let mut rng = Rng::with_seed(303);
    let mut seen = vec![0; BEFORE.len()];
    for place in 0..2100 {
        let version = VIRTUALIZED[place % VIRTUALIZED.len()];
        let truth = supported::supported(&mut rng, version);
        let mut deployment = Deployment::new();
        let steps = Person::who_knows(&truth).follow(&mut deployment, Round::Verdict, |_, _| Ok(())).expect("an end");
        let asked: Vec<String> =
            steps.iter().filter_map(|step| guide::answers_of(step).first().map(|at| name(*at))).collect();
        for ((versions, first, then), seen) in BEFORE.iter().zip(&mut seen) {
            // Of machines that differ a question is asked several times; the first counts.
            let of = |wanted: &str| asked.iter().position(|name| name == wanted);
            if let (true, Some(first), Some(then)) = (versions.contains(&version), of(first), of(then)) {
                *seen += 1;
                assert!(first < then, "{version:?}: {first} {then}: {asked:#?}");
            }
        }
    }
    for (pair, seen) in BEFORE.iter().zip(seen) {
        assert!(seen > 20, "{pair:?} only {seen} times");
    }
}

#[test]
fn an_empty_page_of_2007_asks_for_the_hypervisor_then_for_guests_and_storage() {
    let mut rng = Rng::with_seed(304);
    let truth = supported::supported(&mut rng, Version::V2007);
    let mut deployment = Deployment::new();
    let steps = Person::who_knows(&truth).follow(&mut deployment, Round::Verdict, |_, _| Ok(())).expect("an end");
    let first: Vec<String> = steps
        .iter()
        .map(|step| guide::answers_of(step).first().map_or_else(|| format!("{:?}", step.ask), |at| name(*at)))
        .take(4)
        .collect();
    assert_eq!(first, ["purpose", "exchange.version", "hypervisor.product", "Guests"]);
}

#[test]
fn reasons_are_the_rules_that_wait_for_the_answer() {
    holds(cases(305, 300), |case| {
        case.person().follow(&mut Deployment::new(), Round::Verdict, |assessment, open| {
            let Some(Step { ask: Ask::Answer(at), .. }) = open.next() else { return Ok(()) };
            let reasons = interview::reasons(assessment, *at);
            let waiting: BTreeSet<&str> =
                reasons.iter().filter(|(_, _, waits)| *waits).map(|(rule, ..)| rule.id).collect();
            let undecided = assessment.findings.iter().filter(|found| found.outcome == Outcome::Unknown);
            let expected: BTreeSet<&str> = undecided
                .filter(|found| assessment.missing_of(found).contains(at))
                .map(|found| found.rule.id)
                .collect();
            ensure(waiting == expected, || format!("{waiting:?} instead of {expected:?}"))?;
            let order = reasons.iter().map(|(_, row, waits)| (!waits, row.severity == Severity::Recommendation));
            ensure(order.is_sorted(), || "those that wait come first, then requirements".to_owned())
        })?;
        Ok(())
    });
}
