//! Hosts and guests: a large deployment takes hardly more pages than a small one.

use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use exchange_advisor_core::interview::{Alike, Ask, Course, Round};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::deployment::{NODES, PRODUCT};
use exchange_advisor_core::questions::guest::{HOST, ROLES, SNAPSHOTS, VCPUS};
use exchange_advisor_core::questions::{Product, Version};
use exchange_advisor_tests::generate::{self, at};
use exchange_advisor_tests::guide::{self, Person};
use exchange_advisor_tests::supported::{self, Fleet, VIRTUALIZED};
use fastrand::Rng;

const LARGE: Fleet = Fleet { hosts: 4, guests: 12, alike: true };

fn give(deployment: &mut Deployment, place: AnswerRef, value: Value) {
    deployment.set(place, Answer::Given(value)).expect("an allowed value");
}

/// Three guests on each of four hosts, all alike, and the same with one of each.
fn large_and_small(rng: &mut Rng, version: Version, must_be_supported: bool) -> (Deployment, Deployment) {
    loop {
        let mut large = if must_be_supported {
            supported::supported_of(rng, version, LARGE)
        } else {
            supported::complete(rng, version, LARGE)
        };
        for guest in 0..12 {
            give(&mut large, at(Subject::Guest(GuestIndex(guest)), HOST.slot()), Value::Host(HostIndex(guest % 4)));
        }
        give(&mut large, at(Subject::Deployment, NODES.slot()), Value::Guests((0..4).map(GuestIndex).collect()));
        let wanted = if must_be_supported { Verdict::Supported } else { Verdict::NotSupported };
        if supported::verdict(&large) != wanted {
            continue;
        }
        let mut small = large.clone();
        (1..12).rev().for_each(|guest| small.remove(Subject::Guest(GuestIndex(guest))).expect("a guest"));
        (1..4).rev().for_each(|host| small.remove(Subject::Host(HostIndex(host))).expect("a host"));
        assert_eq!((small.hosts().len(), small.guests().len()), (1, 1));
        return (large, small);
    }
}

fn pages(truth: &Deployment) -> usize {
    Person::who_knows(truth).pages(&mut Deployment::new(), Round::Verdict)
}

#[test]
fn four_hosts_and_twelve_guests_take_at_most_twice_the_pages_of_one_and_one() {
    let mut rng = Rng::with_seed(401);
    for version in VIRTUALIZED {
        for must_be_supported in [true, false] {
            let mut most = (0, 0);
            let mut sums = (0, 0, 0);
            for _ in 0..25 {
                let (large, small) = large_and_small(&mut rng, version, must_be_supported);
                let (many, few) = (pages(&large), pages(&small));
                assert!(many <= 2 * few, "{version:?}: {many} pages, and {few}\n{:#}", large.to_json());
                if many * most.1 >= most.0 * few {
                    most = (many, few);
                }
                sums = (sums.0 + many, sums.1 + few, sums.2 + pages(&of_two_kinds(&mut rng, &large)));
            }
            println!(
                "{:>5}, {}: pages of 25 deployments of 4 and 12: {}, of 1 and 1: {}, at most {} to {}; of two kinds of guests: {}",
                version.id(),
                if must_be_supported { "supported" } else { "not supported" },
                sums.0,
                sums.1,
                most.0,
                most.1,
                sums.2,
            );
        }
    }
}

/// Six of the guests have other answers than the other six, and the verdict is the same.
fn of_two_kinds(rng: &mut Rng, alike: &Deployment) -> Deployment {
    let mut two = alike.clone();
    let own: Vec<AnswerRef> = generate::questions_of(Subject::Guest(GuestIndex(0)))
        .map(|(place, _)| place)
        .filter(|place| place.slot != HOST.slot())
        .collect();
    for place in own {
        let value = generate::value(rng, &place.question().kind, 4, 12).expect("hosts are listed");
        let mut changed = two.clone();
        (6..12).for_each(|guest| give(&mut changed, at(Subject::Guest(GuestIndex(guest)), place.slot), value.clone()));
        if supported::verdict(&changed) == supported::verdict(alike) {
            two = changed;
        }
    }
    two
}

#[test]
fn machines_are_asked_about_together_until_they_are_known_to_differ() {
    let mut deployment = Deployment::new();
    for guest in ["a", "b", "c"] {
        deployment.add_guest(guest).expect("a new id");
    }
    for host in ["one", "two"] {
        deployment.add_host(host).expect("a new id");
    }
    let guest = |index| Subject::Guest(GuestIndex(index));
    let firsts = |deployment: &Deployment, course| {
        let alike = Alike::of(deployment, course);
        (0..3).map(|index| alike.first(guest(index))).collect::<Vec<_>>()
    };
    let together = Course::default();
    assert_eq!(firsts(&deployment, together), [guest(0); 3]);
    assert_eq!(firsts(&deployment, Course { guests_apart: true, ..together }), [guest(0), guest(1), guest(2)]);
    assert_eq!(firsts(&deployment, Course { hosts_apart: true, ..together }), [guest(0); 3]);

    // The host makes no difference; nor does what is asked of one and not of another.
    give(&mut deployment, at(guest(1), HOST.slot()), Value::Host(HostIndex(1)));
    give(&mut deployment, at(guest(2), SNAPSHOTS.slot()), Value::Flag(false));
    assert_eq!(firsts(&deployment, together), [guest(0); 3]);
    deployment.set(at(guest(0), VCPUS.slot()), Answer::NotKnown).expect("allowed");
    give(&mut deployment, at(guest(1), VCPUS.slot()), Value::Count(4));
    assert_eq!(firsts(&deployment, together), [guest(0); 3]);

    // Two answers that differ do, also where the first machine has none of them.
    give(&mut deployment, at(guest(1), SNAPSHOTS.slot()), Value::Flag(true));
    assert_eq!(firsts(&deployment, together), [guest(0), guest(0), guest(2)]);
    let alike = Alike::of(&deployment, together);
    let others = |subject, slot| alike.others(&deployment, at(subject, slot));
    assert_eq!(others(guest(0), ROLES.slot()), [at(guest(1), ROLES.slot())]);
    assert_eq!(others(guest(2), ROLES.slot()), []);
    assert_eq!(others(guest(2), HOST.slot()), [at(guest(0), HOST.slot()), at(guest(1), HOST.slot())]);
    assert_eq!(alike.first(Subject::Deployment), Subject::Deployment);
}

#[test]
fn a_page_about_machines_that_are_asked_apart_is_about_one() {
    let mut rng = Rng::with_seed(402);
    for version in VIRTUALIZED {
        let (large, _) = large_and_small(&mut rng, version, true);
        let mut person = Person::who_knows(&large);
        person.course = Course { hosts_apart: true, guests_apart: true, ..Course::default() };
        let steps = person.follow(&mut Deployment::new(), Round::Verdict, |_, _| Ok(())).expect("an end");
        for step in &steps {
            let table = matches!(step.ask, Ask::Answer(at) if at.slot == HOST.slot());
            assert!(table || guide::answers_of(step).len() <= 1, "{version:?} {step:?}");
        }
        assert!(steps.len() > 40);
    }
}

#[test]
fn of_rented_machines_nobody_asks_about_hosts() {
    let mut rng = Rng::with_seed(403);
    for version in VIRTUALIZED.into_iter().filter(|version| *version >= Version::V2007) {
        for product in [Product::AzureVm, Product::AwsEc2, Product::GoogleComputeEngine] {
            let mut truth = supported::complete(&mut rng, version, Fleet { hosts: 2, guests: 2, alike: false });
            give(&mut truth, at(Subject::Deployment, PRODUCT.slot()), Value::Choice(product.index()));
            let mut asked = Deployment::new();
            // The hosts are listed already, or they are not.
            let mut listed = Deployment::new();
            listed.add_host("root0").expect("a new id");
            for deployment in [&mut asked, &mut listed] {
                give(deployment, at(Subject::Deployment, PRODUCT.slot()), Value::Choice(product.index()));
                for round in Round::ALL {
                    let steps = Person::who_knows(&truth).follow(deployment, round, |_, _| Ok(())).expect("an end");
                    let about_hosts = steps.iter().find(|step| step.ask.kind() == SubjectKind::Host);
                    assert_eq!(about_hosts, None, "{version:?} {round:?}");
                }
            }
        }
    }
}
