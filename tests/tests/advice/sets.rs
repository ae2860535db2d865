//! What every set that is offered keeps.

use std::collections::BTreeSet;

use exchange_advisor_core::advice::{Advice, Set, advise, remedies, under_every_version};
use exchange_advisor_core::assess::{Outcome, Verdict, assess};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment};
use exchange_advisor_core::effort::{Change, Direction};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::{PURPOSE, VERSION};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::some_day;
use exchange_advisor_tests::supported::{Fleet, VIRTUALIZED, broken};
use fastrand::Rng;

fn check(deployment: &Deployment, advice: &Advice) {
    assert!(advice.sets.len() <= 5);
    let changed: Vec<BTreeSet<AnswerRef>> = advice.sets.iter().map(changes).collect();
    for (place, (set, own)) in advice.sets.iter().zip(&changed).enumerate() {
        keeps_its_word(deployment, set);
        for other in changed.iter().skip(place + 1).filter(|_| set.ways_out.is_empty()) {
            assert!(!own.is_subset(other) && !other.is_subset(own), "{own:?} {other:?}");
        }
    }
    let order = |set: &Set| (set.ways_out.len(), set.changes.len(), set.weight());
    assert!(advice.sets.windows(2).all(|pair| order(&pair[0]) <= order(&pair[1])));
}

fn changes(set: &Set) -> BTreeSet<AnswerRef> {
    set.changes.iter().map(|step| step.at).collect()
}

/// The same in production, as which a lab is advised.
fn in_production(deployment: &Deployment) -> Deployment {
    let mut deployment = deployment.clone();
    let purpose = generate::at(exchange_advisor_core::deployment::Subject::Deployment, PURPOSE.slot());
    deployment.set(purpose, Answer::NotAsked).expect("no answer");
    deployment
}

fn keeps_its_word(deployment: &Deployment, set: &Set) {
    assert_eq!(set.deployment.get(PURPOSE), deployment.get(PURPOSE));
    let then = in_production(&set.deployment);
    let judged = assess(&then, some_day());
    if deployment.hosts().is_empty() || deployment.guests().is_empty() {
        assert!(judged.missing.answers.is_empty() && judged.verdict != Verdict::NotSupported);
    } else {
        assert_eq!(judged.verdict, Verdict::Supported);
    }
    assert_eq!(judged.verdict, set.verdict);
    // The steps, and nothing else, lead from the one to the other.
    let mut applied = deployment.clone();
    for step in set.changes.iter().chain(&set.ways_out).chain(&set.provided) {
        assert_eq!(*applied.answer(step.at.subject, step.at.slot), step.from);
        applied.set(step.at, Answer::Given(step.to.clone())).expect("an allowed value");
    }
    assert_eq!(applied, set.deployment);
    for step in &set.changes {
        assert!(step.from.given().is_some_and(|from| *from != step.to));
        let Change::Possible(_, direction) = step.at.question().change else { panic!("{step:?}") };
        let numbers = |answer: &exchange_advisor_core::deployment::Value| match answer {
            exchange_advisor_core::deployment::Value::Count(count) => Some(u128::from(*count)),
            exchange_advisor_core::deployment::Value::Amount(amount) => Some(u128::from(amount.steps())),
            _ => None,
        };
        if let (Some(from), Some(to)) = (step.from.given().and_then(numbers), numbers(&step.to)) {
            assert!(direction != Direction::Up || to > from, "{step:?}");
            assert!(direction != Direction::Down || to < from, "{step:?}");
        }
    }
    assert!(set.provided.iter().all(|step| step.from.given().is_none()));
    assert!(set.ways_out.iter().all(|step| matches!(step.at.question().change, Change::WayOut(_))));
    assert!(set.ways_out.iter().all(|step| step.at.slot != VERSION.slot()));
    // What it breaks is named, and nothing else is.
    let violated = |of: &Deployment| -> BTreeSet<_> {
        let assessment = assess(of, some_day());
        let violated = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
        violated.map(|finding| (finding.rule.id, finding.subject)).collect()
    };
    let new: BTreeSet<_> = violated(&set.deployment).difference(&violated(deployment)).copied().collect();
    assert_eq!(new, set.breaks.iter().map(|(rule, subject, _)| (rule.id, *subject)).collect());
    assert!(set.breaks.iter().all(|(.., severity)| *severity == Severity::Recommendation));
}

#[test]
fn each_set_leads_to_a_supported_deployment_by_its_steps_alone() {
    let mut rng = Rng::with_seed(51);
    let mut offered = 0;
    for round in 0..700 {
        let version = VIRTUALIZED[rng.usize(..VIRTUALIZED.len())];
        let deployment = if round % 2 == 0 {
            let fleet = Fleet { hosts: rng.usize(1..=3), guests: rng.usize(1..=4), alike: rng.bool() };
            let faults = rng.usize(1..6);
            broken(&mut rng, version, fleet, faults)
        } else {
            let shape = Shape::small(&mut rng);
            generate::deployment(&mut rng, version, &shape)
        };
        let advice = advise(&deployment, some_day());
        check(&deployment, &advice);
        offered += advice.sets.len();
    }
    assert!(offered > 500, "{offered}");
}

#[test]
fn what_is_supported_needs_nothing_and_what_is_open_only_answers() {
    let mut rng = Rng::with_seed(52);
    let mut open = 0;
    for _ in 0..300 {
        let version = VIRTUALIZED[rng.usize(..VIRTUALIZED.len())];
        let fleet = Fleet::small(&mut rng);
        let supported = exchange_advisor_tests::supported::supported_of(&mut rng, version, fleet);
        let advice = advise(&supported, some_day());
        assert!(advice.is_met && advice.sets.is_empty());
        let mut missing = supported.clone();
        for subject in supported.subjects() {
            for (at, _) in generate::questions_of(subject) {
                if at.slot != VERSION.slot() && rng.u8(..) < 40 {
                    missing.set(at, Answer::NotAsked).expect("no answer");
                }
            }
        }
        if assess(&missing, some_day()).verdict != Verdict::Undetermined {
            continue;
        }
        open += 1;
        let advice = advise(&missing, some_day());
        // It was supported before its answers were taken out, so answers alone are enough.
        let first = advice.sets.first().expect("a set");
        assert!(first.changes.is_empty() && first.ways_out.is_empty() && !first.provided.is_empty());
        check(&missing, &advice);
    }
    assert!(open > 100, "{open}");
}

#[test]
fn a_large_deployment_is_advised_too() {
    let mut rng = Rng::with_seed(53);
    for version in [Version::V2007, Version::V2010, Version::Se] {
        let fleet = Fleet { hosts: 10, guests: 60, alike: true };
        let deployment = broken(&mut rng, version, fleet, 40);
        let advice = advise(&deployment, some_day());
        assert!(advice.is_met || !advice.sets.is_empty() || !advice.blocked.is_empty());
        check(&deployment, &advice);
    }
}

#[test]
fn a_remedy_mends_its_finding_and_names_what_it_breaks() {
    let mut rng = Rng::with_seed(54);
    let (mut mended, mut broke) = (0, 0);
    for _ in 0..400 {
        let version = VIRTUALIZED[rng.usize(..VIRTUALIZED.len())];
        let fleet = Fleet::small(&mut rng);
        let deployment = broken(&mut rng, version, fleet, 4);
        let assessment = assess(&deployment, some_day());
        for finding in assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated) {
            for remedy in remedies(&assessment, finding) {
                let mut then = deployment.clone();
                then.set(remedy.step.at, Answer::Given(remedy.step.to.clone())).expect("an allowed value");
                let judged = assess(&then, some_day());
                let same = |id: &str, subject| {
                    judged.findings.iter().find(|other| other.rule.id == id && other.subject == subject)
                };
                let own = same(finding.rule.id, finding.subject).expect("it is still there");
                assert_eq!(own.outcome, Outcome::Satisfied);
                let before: BTreeSet<_> = assessment
                    .findings
                    .iter()
                    .filter(|finding| finding.outcome == Outcome::Violated)
                    .map(|finding| (finding.rule.id, finding.subject))
                    .collect();
                let new: BTreeSet<_> = judged
                    .findings
                    .iter()
                    .filter(|other| other.outcome == Outcome::Violated)
                    .map(|other| (other.rule.id, other.subject))
                    .filter(|other| !before.contains(other))
                    .collect();
                assert_eq!(new, remedy.breaks.iter().map(|(rule, subject, _)| (rule.id, *subject)).collect());
                assert_eq!(judged.verdict, remedy.verdict);
                mended += 1;
                broke += usize::from(!new.is_empty());
            }
        }
    }
    assert!(mended > 300 && broke > 10, "{mended} {broke}");
}

#[test]
fn under_its_own_version_the_advice_is_the_same() {
    let mut rng = Rng::with_seed(55);
    for _ in 0..20 {
        let version = VIRTUALIZED[rng.usize(..VIRTUALIZED.len())];
        let fleet = Fleet::small(&mut rng);
        let deployment = broken(&mut rng, version, fleet, 3);
        let all = under_every_version(&deployment, some_day());
        assert_eq!(all.len(), Version::ALL.len());
        let own: Vec<_> = all.iter().filter(|under| under.is_own).collect();
        assert_eq!(own.len(), 1);
        let advice = advise(&deployment, some_day());
        let steps = |advice: &Advice| advice.sets.iter().map(|set| set.changes.clone()).collect::<Vec<_>>();
        assert_eq!(steps(&own[0].advice), steps(&advice));
        for under in &all {
            assert_eq!(under.verdict == Verdict::NotSupported, under.broken > 0, "{:?}", under.version);
        }
    }
}

#[test]
fn the_same_deployment_gets_the_same_advice() {
    let mut rng = Rng::with_seed(56);
    for _ in 0..50 {
        let shape = Shape::small(&mut rng);
        let deployment = generate::deployment(&mut rng, Version::V2016, &shape);
        let one = format!("{:?}", advise(&deployment, some_day()));
        assert_eq!(one, format!("{:?}", advise(&deployment, some_day())));
    }
}
