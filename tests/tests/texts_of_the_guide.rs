//! What the guide shows beside its questions: choices in the vendor's words, paths and the
//! way back, and the sheet of open questions.

use exchange_advisor_core::assess::{Verdict, assess};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::interview::{Ask, Course, Round, open};
use exchange_advisor_core::question::{Kind, Slot, Who};
use exchange_advisor_core::questions::deployment::{PRODUCT, PURPOSE, SOLUTIONS, VERSION};
use exchange_advisor_core::questions::guest::{ROLES, SNAPSHOTS, STORAGE_KIND};
use exchange_advisor_core::questions::{self, Product, Purpose, Role, StorageKind, Version};
use exchange_advisor_core::sheet::{self, Scope};
use exchange_advisor_core::{offers, read};
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::some_day;
use fastrand::Rng;

fn set(deployment: &mut Deployment, slot: Slot, value: Value) {
    let at = AnswerRef { subject: Subject::Deployment, slot };
    deployment.set(at, Answer::Given(value)).expect("an allowed value");
}

fn of(version: Version, product: Product) -> Deployment {
    let mut deployment = Deployment::new();
    set(&mut deployment, PURPOSE.slot(), Value::Choice(Purpose::Production.index()));
    set(&mut deployment, VERSION.slot(), Value::Choice(version.index()));
    set(&mut deployment, PRODUCT.slot(), Value::Choice(product.index()));
    deployment
}

fn offered(deployment: &Deployment, slot: Slot, chosen: u64) -> Vec<&'static str> {
    offers::offers(deployment, slot, chosen).into_iter().map(|offer| offer.id).collect()
}

#[test]
fn roles_and_solutions_are_those_of_the_version() {
    let roles = |version| offered(&of(version, Product::HyperV2016), ROLES.slot(), 0);
    assert_eq!(roles(Version::V2003), ["back-end", "front-end"]);
    assert_eq!(roles(Version::V2007).len(), 5);
    assert_eq!(roles(Version::V2013), ["mailbox", "client-access", "edge-transport"]);
    assert_eq!(roles(Version::Se), ["mailbox", "edge-transport"]);
    let solutions = |version| offered(&of(version, Product::HyperV2016), SOLUTIONS.slot(), 0);
    assert_eq!(solutions(Version::V2007), ["lcr", "ccr", "scc", "scr"]);
    assert_eq!(solutions(Version::V2019), ["dag"]);
    // What was chosen for another version is in sight, so that it can be taken back.
    let chosen = Role::set(&[Role::HubTransport]).bits();
    assert!(offered(&of(Version::Se, Product::HyperV2016), ROLES.slot(), chosen).contains(&"hub-transport"));
    assert_eq!(offered(&Deployment::new(), ROLES.slot(), 0).len(), Role::ALL.len());
}

#[test]
fn choices_say_what_stands_on_the_screen_of_the_hypervisor() {
    let offer = |product, kind: StorageKind| {
        let all = offers::offers(&of(Version::V2016, product), STORAGE_KIND.slot(), 0);
        let offer = all.into_iter().find(|offer| offer.place == kind.index()).expect("every kind is offered");
        (offer.says(), offer.beside())
    };
    let told = |says: &str, beside: &str| (says.to_owned(), beside.to_owned());
    let term = StorageKind::DynamicVirtualDisk.label();
    assert_eq!(offer(Product::VmwareVsphere, StorageKind::DynamicVirtualDisk), told("Thin Provision", term));
    assert_eq!(
        offer(Product::VmwareVsphere, StorageKind::FixedVirtualDisk),
        told("Thick Provision Lazy Zeroed; Thick Provision Eager Zeroed", StorageKind::FixedVirtualDisk.label())
    );
    assert_eq!(offer(Product::VmwareVsphere, StorageKind::NasAsBlock).0, "NFS datastore");
    // What was not found in any document says so, beside the word that it is about.
    let (says, beside) = offer(Product::Xenserver, StorageKind::ScsiPassThrough);
    assert_eq!(says, "LUN per VDI; RawHBA");
    assert!(beside.ends_with("(RawHBA: not checked)"), "{beside}");
    assert!(offer(Product::ProxmoxVe, StorageKind::ScsiPassThrough).1.ends_with("(not checked)"));
    assert_eq!(offer(Product::Virtualbox, StorageKind::DynamicVirtualDisk), told(term, ""));
    let called = |product| offers::called(&of(Version::V2016, product), SNAPSHOTS.slot()).unwrap_or_default();
    assert!(called(Product::HyperV2016).to_lowercase().contains("checkpoint"), "{}", called(Product::HyperV2016));
    assert_eq!(called(Product::Virtualbox), "");
}

#[test]
fn a_path_leads_back_to_its_question() {
    let mut rng = Rng::with_seed(401);
    for _ in 0..200 {
        let version = Version::ALL[rng.usize(..Version::ALL.len())];
        let shape = Shape::small(&mut rng);
        let deployment = generate::deployment(&mut rng, version, &shape);
        for subject in deployment.subjects() {
            for (at, _) in generate::questions_of(subject) {
                assert_eq!(deployment.at_path(&deployment.path(at)), Some(at));
                let ask = Ask::Answer(at);
                assert_eq!(Ask::at_path(&deployment, &ask.path(&deployment)), Some(ask));
            }
        }
        for path in ["", "vms", "vms[nobody].vcpus", "vms[mbx0]", "vms[mbx0].", "hosts[root0].vcpus", "exchange", "x.y"]
        {
            assert_eq!(deployment.at_path(path), None, "{path}");
        }
    }
}

#[test]
fn what_is_answered_reads_as_the_document_means_it() {
    let mut rng = Rng::with_seed(402);
    for _ in 0..300 {
        let deployment = generate::deployment(&mut rng, Version::V2007, &Shape { hosts: 2, guests: 3, missing: 60 });
        for subject in deployment.subjects() {
            for (at, question) in generate::questions_of(subject) {
                let words = deployment.answer_in_words(at);
                match deployment.answer(at.subject, at.slot) {
                    Answer::NotAsked => assert_eq!(words, None),
                    Answer::NotKnown => assert_eq!(words.as_deref(), Some("I do not know")),
                    Answer::Given(value) => {
                        let words = words.expect("words");
                        let text = matches!(question.kind, Kind::Text { .. });
                        assert!(text || !words.is_empty(), "{value:?}");
                        if let Value::Flag(flag) = value {
                            assert_eq!(words, if *flag { "Yes" } else { "No" });
                        }
                    }
                }
            }
        }
    }
}

/// A half-answered deployment in which everything else is not known.
fn not_known() -> Deployment {
    let document = br#"{
      "format": "exchange-virtualization-deployment/1", "purpose": "production",
      "exchange": { "version": "2016" }, "hypervisor": { "product": "vmware-vsphere", "svvp_validated": null },
      "hosts": [{ "id": "esx1", "sockets": 2, "cores_per_socket": 8, "other_vm_vcpus": 0 }],
      "vms": [{ "id": "a", "vcpus": null, "snapshots": null, "storage": { "kind": null, "largest_virtual_disk_gb": null } },
              { "id": "b", "vcpus": null, "snapshots": null, "storage": { "kind": null, "largest_virtual_disk_gb": null } }]
    }"#;
    read(document).expect("a document")
}

#[test]
fn the_sheet_has_what_matters_by_who_would_know_it() {
    let deployment = not_known();
    let assessment = assess(&deployment, some_day());
    let parts = sheet::sheet(&assessment, some_day(), Scope::NotKnown);
    let teams: Vec<Who> = parts.iter().map(|part| part.who).collect();
    assert_eq!(teams, [Who::Virtualization, Who::Storage]);
    let item = |slot: Slot| {
        let items = parts.iter().flat_map(|part| &part.items);
        items.clone().find(|item| matches!(item.ask, Ask::Answer(at) if at.slot == slot))
    };
    let snapshots = item(SNAPSHOTS.slot()).expect("snapshots are asked about");
    assert_eq!(snapshots.machines(&deployment), ["a", "b"], "machines that are alike are one question");
    assert!(snapshots.waits.iter().any(|(rule, _)| rule.id == "vm-snapshots"));
    let yes = snapshots.effects.iter().find(|effect| effect.answer == "Yes").expect("an effect");
    assert_eq!(yes.verdict, Verdict::NotSupported);
    assert!(yes.meaning().starts_with("not supported: "), "{}", yes.meaning());
    // No rule of 2016 waits for the size of the largest disk.
    assert!(item(questions::guest::LARGEST_VIRTUAL_DISK_GB.slot()).is_none());

    let text = sheet::to_text(&parts, &deployment);
    for wanted in [
        "For the storage team",
        "Are snapshots (checkpoints) of it taken? (a, b)",
        "Why (requirement, vm-snapshots): ",
        "How: ",
        "Get-Snapshot",
        "not run by us",
        "If \"Yes\": not supported",
        "Answer: ___",
    ] {
        assert!(text.contains(wanted), "`{wanted}` is missing in\n{text}");
    }
    let storage = parts.last().expect("a part").to_text(&deployment);
    assert!(!storage.contains("snapshots (checkpoints)"), "each team gets its own questions");
}

#[test]
fn the_sheet_is_exactly_what_is_not_known_and_matters() {
    let mut rng = Rng::with_seed(403);
    let mut items = 0;
    for place in 0..300 {
        let version = Version::ALL[place % Version::ALL.len()];
        let shape = Shape { hosts: rng.usize(0..3), guests: rng.usize(0..4), missing: 80 };
        let deployment = generate::deployment(&mut rng, version, &shape);
        let assessment = assess(&deployment, some_day());
        let mut shown: Vec<AnswerRef> = Vec::new();
        for part in sheet::sheet(&assessment, some_day(), Scope::NotKnown) {
            for item in part.items {
                assert_eq!(item.ask.who(), part.who);
                shown.extend(item.places());
            }
        }
        shown.sort_unstable();
        let undecided = assessment.findings.iter().flat_map(|finding| assessment.missing_of(finding)).copied();
        let mut wanted: Vec<AnswerRef> =
            undecided.filter(|at| *deployment.answer(at.subject, at.slot) == Answer::NotKnown).collect();
        wanted.sort_unstable();
        wanted.dedup();
        assert_eq!(shown, wanted);
        // The other scope has whatever the guide would still ask as well.
        let all = sheet::sheet(&assessment, some_day(), Scope::AllOpen);
        let mut all: Vec<AnswerRef> = all.iter().flat_map(|part| &part.items).flat_map(sheet::Item::places).collect();
        all.sort_unstable();
        assert!(wanted.iter().all(|at| all.binary_search(at).is_ok()));
        let asked = [Round::Verdict, Round::Faults].map(|round| open(&assessment, round, Course::default()));
        for at in asked.iter().flat_map(|open| &open.steps).flat_map(exchange_advisor_tests::guide::answers_of) {
            let before_rules = at.slot == PURPOSE.slot();
            assert!(before_rules || all.binary_search(&at).is_ok(), "{} is not on the sheet", deployment.path(at));
        }
        for at in &shown {
            assert_eq!(*deployment.answer(at.subject, at.slot), Answer::NotKnown, "{}", deployment.path(*at));
        }
        items += shown.len();
    }
    assert!(items > 500, "{items}");
}

#[test]
fn the_kind_that_counts_is_the_first_of_the_format() {
    let spec = exchange_advisor_tests::files::text(
        &exchange_advisor_tests::files::root().join("docs/spec/deployment-format.md"),
    );
    let order = spec.split("occurs in this order: ").nth(1).and_then(|rest| rest.split(';').next()).expect("the order");
    let ids: Vec<&str> = order.split('`').filter(|part| part.contains(|c: char| c.is_ascii_lowercase())).collect();
    assert_eq!(ids, StorageKind::PRECEDENCE.map(StorageKind::id));
    for (place, kind) in StorageKind::PRECEDENCE.iter().enumerate() {
        let later = StorageKind::set(&StorageKind::PRECEDENCE[place..]);
        assert_eq!(StorageKind::that_counts(later), Some(*kind));
    }
    assert_eq!(StorageKind::that_counts(StorageKind::set(&[])), None);
}
