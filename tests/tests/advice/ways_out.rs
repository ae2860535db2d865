//! Where no change helps, and what is said then.

use exchange_advisor_core::advice::{advise, under_every_version};
use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::questions::Version;
use exchange_advisor_tests::some_day;

fn read(document: &str) -> exchange_advisor_core::deployment::Deployment {
    let document = format!(r#"{{"format":"exchange-virtualization-deployment/1",{document}}}"#);
    exchange_advisor_core::read(document.as_bytes()).expect("a document")
}

#[test]
fn for_exchange_2000_no_change_helps_and_another_version_is_the_way_out() {
    let deployment = read(r#""exchange":{"version":"2000"},"vms":[{"id":"a"}]"#);
    let advice = advise(&deployment, some_day());
    assert!(advice.sets.is_empty() && advice.exact);
    let [blocked] = advice.blocked.as_slice() else { panic!("{:?}", advice.blocked) };
    assert_eq!(blocked.rule.id, "exchange-version");
    assert_eq!(blocked.ways_out.iter().map(|effort| effort.id).collect::<Vec<_>>(), ["newer-version"]);
    let under = under_every_version(&deployment, some_day());
    let se = under.iter().find(|under| under.version == Version::Se).expect("every version");
    assert!(!se.advice.sets.is_empty() && se.broken == 0 && se.verdict == Verdict::Undetermined);
}

const SUPPORTED_2016: &str = r#""purpose":"production","exchange":{"version":"2016","cumulative_update":23,"meets_system_requirements":true},
    "high_availability":{"solutions":[],"nodes":[],"host_clustering":false,"migration":"none","moves_cluster_nodes":false,"cold_boot_on_failover":true},
    "backup":{"method":"in-guest-vss"},"hosts":[{"id":"h","sockets":2,"cores_per_socket":8,"memory_gb":128,
    "other_vm_vcpus":0,"other_vm_memory_gb":0,"server_applications_on_root":false,"vm_storage_gb":500,"system_disk_gb":100}],
    "vms":[{"id":"m","host":"h","roles":["mailbox"],"guest_os":"windows-server-2016","vcpus":8,"memory_gb":64,
    "dynamic_memory":false,"os_disk_gb":120,"snapshots":false,"state_saved_on_disk":false,
    "storage":{"kind":"fixed-virtual-disk","disk_format":"vhdx","largest_virtual_disk_gb":1000}}]"#;

fn with(changes: &[(&str, &str)]) -> exchange_advisor_core::deployment::Deployment {
    let mut text = format!(r#""hypervisor":{{"product":"hyper-v-2016"}},{SUPPORTED_2016}"#);
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    read(&text)
}

#[test]
fn a_validation_that_is_missing_is_a_way_out_and_not_a_change() {
    let deployment = with(&[(r#""product":"hyper-v-2016""#, r#""product":"vmware-vsphere","svvp_validated":false"#)]);
    let advice = advise(&deployment, some_day());
    assert_eq!(advice.blocked.iter().map(|blocked| blocked.rule.id).collect::<Vec<_>>(), ["hypervisor-supported"]);
    let ways: Vec<&str> = advice.blocked[0].ways_out.iter().map(|effort| effort.id).collect();
    assert_eq!(ways, ["other-hypervisor", "validated-version"]);
    let set = advice.sets.first().expect("what follows the way out");
    assert!(set.changes.is_empty() && set.ways_out.len() == 1);
}

#[test]
fn hardware_is_added_only_where_nothing_else_helps() {
    // 8 virtual processors on 2 x 1 cores: fewer are enough.
    let fewer = advise(&with(&[(r#""cores_per_socket":8"#, r#""cores_per_socket":1"#)]), some_day());
    let set = fewer.sets.first().expect("a set");
    assert!(set.ways_out.is_empty() && fewer.blocked.is_empty());
    assert_eq!(set.changes.len(), 1);
    assert_eq!(set.deployment.path(set.changes[0].at), "vms[m].vcpus");
    assert_eq!(set.deployment.value_in_words(&set.changes[0].at.question().kind, &set.changes[0].to), "4");
    // A mailbox server needs 8 GB, and the host has 6.
    let more = advise(&with(&[(r#""memory_gb":128"#, r#""memory_gb":6"#)]), some_day());
    let set = more.sets.first().expect("a set");
    assert_eq!(set.ways_out.len(), 1);
    assert_eq!(set.deployment.path(set.ways_out[0].at), "hosts[h].memory_gb");
    assert_eq!(more.blocked.first().map(|blocked| blocked.rule.id), Some("memory-oversubscription"));
}

#[test]
fn a_lab_is_advised_as_in_production() {
    let deployment =
        with(&[(r#""snapshots":false"#, r#""snapshots":true"#), (r#""purpose":"production""#, r#""purpose":"lab""#)]);
    let advice = advise(&deployment, some_day());
    assert_eq!(advice.sets.first().map(|set| set.changes.len()), Some(1));
}

#[test]
fn changes_stop_where_the_limit_is() {
    // 120 GB of system disk for 110 GB of memory: 125 are needed, or the memory goes down to 105.
    let deployment = read(&format!(
        r#""hypervisor":{{"product":"hyper-v-2012-r2"}},{}"#,
        SUPPORTED_2016
            .replace(r#""version":"2016","cumulative_update":23"#, r#""version":"2013","cumulative_update":23"#)
            .replace("windows-server-2016", "windows-server-2012-r2")
            .replace(r#""memory_gb":64"#, r#""memory_gb":110"#)
    ));
    let advice = advise(&deployment, some_day());
    let told: Vec<(String, String)> = advice
        .sets
        .iter()
        .map(|set| {
            let [step] = set.changes.as_slice() else { panic!("{:?}", set.changes) };
            (set.deployment.path(step.at), set.deployment.value_in_words(&step.at.question().kind, &step.to))
        })
        .collect();
    let expected = [("vms[m].memory_gb", "105 GB"), ("vms[m].os_disk_gb", "125 GB")];
    assert_eq!(told, expected.map(|(path, value)| (path.to_owned(), value.to_owned())));
}
