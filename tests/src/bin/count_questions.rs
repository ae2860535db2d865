//! Counts how many pages the guide asks until the verdict is settled, beside asking all
//! questions of the version in the order of the format: `cargo xtask questions`.
//!
//! 1,000 random complete deployments, 500 of them supported by construction; the same
//! ones every time.

use std::collections::BTreeMap;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::deployment::{AnswerRef, Deployment, Subject};
use exchange_advisor_core::interview::{self, Ask, Round, Step};
use exchange_advisor_core::question::{Group, Slot, SubjectKind};
use exchange_advisor_core::questions::deployment::{AS_OF, NAME, VERSION};
use exchange_advisor_core::questions::guest::HOST;
use exchange_advisor_core::questions::{self, Version};
use exchange_advisor_core::template::questions_for;
use exchange_advisor_tests::guide::Person;
use exchange_advisor_tests::some_day;
use exchange_advisor_tests::supported::{VIRTUALIZED, one_fault, supported, unsupported};
use fastrand::Rng;

const SEED: u64 = 20_261_123;
const OF_EACH: usize = 500;

/// The pages of one deployment.
#[derive(Clone, Copy)]
struct Pages {
    guide: usize,
    in_order: usize,
    all: usize,
}

type Make = fn(&mut Rng, Version) -> Deployment;

const GROUPS: [(&str, Make); 3] = [
    ("supported", supported),
    ("not supported, drawn at random", unsupported),
    ("not supported by a single answer", one_fault),
];

fn main() {
    println!("Pages until the verdict is settled, {OF_EACH} random complete deployments in each group,");
    println!("1 to 3 hosts, 1 to 4 Exchange machines, Exchange 2003 to Subscription Edition, seed {SEED}.");
    println!("guide: as the questionnaire asks. in order: every question of the version in the order");
    println!("of the format, a page for each answer about each machine, until the verdict is settled.");
    println!("all: every question of the version. ratio: guide / in order.\n");
    println!("{:<34} {:<10} {:>6} {:>9} {:>6} {:>6}", "", "", "guide", "in order", "all", "ratio");
    let mut rng = Rng::with_seed(SEED);
    let mut by_version: Vec<(&str, BTreeMap<Version, Vec<Pages>>)> = Vec::new();
    for (group, make) in GROUPS {
        let mut counted: BTreeMap<Version, Vec<Pages>> = BTreeMap::new();
        for place in 0..OF_EACH {
            let version = VIRTUALIZED[place % VIRTUALIZED.len()];
            let deployment = make(&mut rng.fork(), version);
            counted.entry(version).or_default().push(count(&deployment, version));
        }
        let together: Vec<Pages> = counted.values().flatten().copied().collect();
        row(group, "median", &together, 50);
        row("", "95th perc.", &together, 95);
        by_version.push((group, counted));
    }
    println!("\nMedians of each version");
    for (group, counted) in &by_version {
        for (place, (version, pages)) in counted.iter().enumerate() {
            row(if place == 0 { group } else { "" }, version.id(), pages, 50);
        }
    }
}

fn row(group: &str, what: &str, pages: &[Pages], percent: usize) {
    let of = |pick: fn(&Pages) -> usize| percentile(pages.iter().map(pick).collect(), percent);
    let (guide, in_order, all) = (of(|pages| pages.guide), of(|pages| pages.in_order), of(|pages| pages.all));
    // Hundredths, rounded.
    let ratio = (guide * 200 + in_order) / (in_order * 2);
    println!(
        "{group:<34} {what:<10} {guide:>6} {in_order:>9} {all:>6} {:>6}",
        format!("{}.{:02}", ratio / 100, ratio % 100)
    );
}

/// The smallest number that so many of a hundred do not exceed.
fn percentile(mut numbers: Vec<usize>, percent: usize) -> usize {
    numbers.sort_unstable();
    numbers[(numbers.len() * percent).div_ceil(100) - 1]
}

fn count(truth: &Deployment, version: Version) -> Pages {
    let mut person = Person::who_knows(truth);
    let guide = person.pages(&mut Deployment::new(), Round::Verdict);
    let pages = in_order(truth, version);
    let mut deployment = Deployment::new();
    let mut asked = 0;
    for ask in &pages {
        if interview::is_settled(&assess(&deployment, some_day())) {
            break;
        }
        person.answer(&mut deployment, &Step { ask: *ask, also: Vec::new(), rules: 0 });
        asked += 1;
    }
    assert!(interview::is_settled(&assess(&deployment, some_day())), "all is answered");
    Pages { guide, in_order: asked, all: pages.len() }
}

/// Every question of a version about these machines, in the order of the format, without
/// those that no verdict reads: the name and the day. On which host a machine runs is no
/// question where there is one host.
fn in_order(truth: &Deployment, version: Version) -> Vec<Ask> {
    let slots = questions_for(version);
    let about = |subject: Subject| {
        let own = questions::about(subject.kind()).iter().filter(|question| slots.contains(&question.slot()));
        own.map(move |question| AnswerRef { subject, slot: question.slot() })
    };
    let is_counted = |slot: Slot| {
        let is_no_choice = slot == HOST.slot() && truth.hosts().len() < 2;
        ![NAME.slot(), AS_OF.slot()].contains(&slot) && !is_no_choice
    };
    let of_kind = |kind: SubjectKind| truth.subjects().filter(move |subject| subject.kind() == kind);
    let is_before_hosts = |answer: &AnswerRef| answer.question().group() < Group::Hosts;
    let (before, after): (Vec<AnswerRef>, Vec<AnswerRef>) = about(Subject::Deployment).partition(is_before_hosts);
    let answers = |answers: Vec<AnswerRef>| {
        answers.into_iter().filter(|answer| is_counted(answer.slot)).map(Ask::Answer).collect::<Vec<Ask>>()
    };
    assert!(slots.contains(&VERSION.slot()));
    let mut pages = answers(before);
    if slots.iter().any(|slot| slot.subject == SubjectKind::Host) {
        pages.push(Ask::Hosts);
        pages.extend(answers(of_kind(SubjectKind::Host).flat_map(about).collect()));
    }
    pages.push(Ask::Guests);
    pages.extend(answers(of_kind(SubjectKind::Guest).flat_map(about).collect()));
    pages.extend(answers(after));
    pages
}
