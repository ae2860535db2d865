//! What numbers would mean, at limits that are written out here.

use exchange_advisor_core::deployment::{AnswerRef, Deployment};
use exchange_advisor_core::interview::{Effect, effects};
use exchange_advisor_tests::{generate, some_day};

/// The effects of a question, one a line: the answer, the verdict, and what it breaks.
fn told(document: &str, path: &str) -> Vec<String> {
    let text = format!(r#"{{"format":"exchange-virtualization-deployment/1",{document}}}"#);
    let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a document");
    let at = place(&deployment, path);
    let line = |effect: Effect| {
        let breaks: Vec<&str> = effect.breaks.iter().map(|(rule, _)| rule.id).collect();
        format!("{}: {} [{}]", effect.answer, effect.verdict.id(), breaks.join(" "))
    };
    effects(&deployment, some_day(), &[at]).into_iter().map(line).collect()
}

fn place(deployment: &Deployment, path: &str) -> AnswerRef {
    let mut all = deployment.subjects().flat_map(generate::questions_of).map(|(place, _)| place);
    all.find(|place| deployment.path(*place) == path).expect("a question")
}

/// A supported deployment of Exchange 2007 but for the virtual processors of its machine.
fn of_2007(host: &str) -> String {
    format!(
        r#""purpose":"production",
        "exchange":{{"version":"2007","service_pack":3,"meets_system_requirements":true}},
        "hypervisor":{{"product":"hyper-v-2008-r2"}},
        "hosts":[{{"id":"h","memory_gb":64,"other_vm_memory_gb":0,"server_applications_on_root":false,
            "system_disk_gb":100,"vm_storage_gb":1000,{host}}}],
        "vms":[{{"id":"m","host":"h","roles":["mailbox"],"guest_os":"windows-server-2008-x64","memory_gb":16,
            "os_disk_gb":100,"snapshots":false,
            "storage":{{"kind":"scsi-pass-through","dedicated_to_vm":true,"block_level":true}}}}],
        "high_availability":{{"solutions":[],"host_clustering":false,"migration":"none"}},
        "backup":{{"method":"in-guest-vss"}},"workload":{{"mailbox_gb":0.5}}"#
    )
}

#[test]
fn memory_of_a_mailbox_machine_of_2013() {
    let document = r#""purpose":"production","exchange":{"version":"2013"},"vms":[{"id":"m","roles":["mailbox"]}]"#;
    assert_eq!(
        told(document, "vms[m].memory_gb"),
        [
            "Below 8 GB: not-supported [memory-minimum]",
            "8 GB or more, up to 96 GB: undetermined []",
            // No disk can be larger than 10,000,000 GB, and it needs 15 GB beyond the memory.
            "Above 96 GB, up to 9999985 GB: undetermined [memory-maximum]",
            "Above 9999985 GB: not-supported [guest-os-disk-size memory-maximum]",
        ]
    );
    // The machine's own disk has a word in it too: 15 GB and the memory.
    let document = r#""exchange":{"version":"2013"},"vms":[{"id":"m","roles":["mailbox"],"os_disk_gb":80}]"#;
    assert_eq!(
        told(document, "vms[m].memory_gb"),
        [
            "Below 8 GB: not-supported [memory-minimum]",
            "8 GB or more, up to 65 GB: undetermined []",
            "Above 65 GB, up to 96 GB: not-supported [guest-os-disk-size]",
            "Above 96 GB: not-supported [guest-os-disk-size memory-maximum]",
        ]
    );
}

#[test]
fn memory_without_roles_is_decided_at_both_of_its_limits() {
    let document = r#""exchange":{"version":"2016"},"vms":[{"id":"m"}]"#;
    let told = told(document, "vms[m].memory_gb");
    assert_eq!(told[0], "Below 4 GB: not-supported [memory-minimum]");
    assert_eq!(told[1], "4 GB or more, up to 192 GB: undetermined []");
}

#[test]
fn processors_against_two_to_one() {
    // 2 x 4 cores take 16 virtual processors, and 14 beside the 2 of the host itself.
    let host = r#""sockets":2,"cores_per_socket":4,"other_vm_vcpus":0"#;
    assert_eq!(
        told(&of_2007(host), "vms[m].vcpus"),
        [
            "Up to 14: supported []",
            "15 or more, up to 16: supported [vcpu-ratio-with-root]",
            "17 or more: not-supported [vcpu-ratio vcpu-ratio-with-root]",
        ]
    );
    let with_others = r#""sockets":2,"cores_per_socket":4,"other_vm_vcpus":16"#;
    assert_eq!(
        told(&of_2007(with_others), "vms[m].vcpus"),
        // What is broken whatever the answer is does not come from it.
        ["Any number: not-supported []"]
    );
}

#[test]
fn a_limit_at_the_largest_number() {
    // 512 cores take 1,024 virtual processors; with one elsewhere 1,023 remain.
    let host = r#""sockets":1,"cores_per_socket":512,"other_vm_vcpus":1"#;
    assert_eq!(
        told(&of_2007(host), "vms[m].vcpus"),
        [
            "Up to 1021: supported []",
            "1022 or more, up to 1023: supported [vcpu-ratio-with-root]",
            "1024 or more: not-supported [vcpu-ratio vcpu-ratio-with-root]",
        ]
    );
}

#[test]
fn a_service_pack_and_an_amount_below_one() {
    assert_eq!(
        told(r#""exchange":{"version":"2003"}"#, "exchange.service_pack"),
        ["Up to 1: not-supported [exchange-service-pack]", "2 or more: undetermined []"]
    );
    let host = r#""sockets":2,"cores_per_socket":4,"other_vm_vcpus":0"#;
    let mut document = of_2007(host);
    document = document.replace(r#""snapshots":false"#, r#""snapshots":false,"vcpus":4"#);
    assert_eq!(
        told(&document, "workload.mailbox_gb"),
        ["Below 1 GB: supported []", "1 GB or more: not-supported [large-mailboxes]"]
    );
    assert_eq!(
        told(&document, "vms[m].os_disk_gb"),
        [
            "Below 31 GB: not-supported [guest-os-disk-size]",
            "31 GB or more, up to 984 GB: supported []",
            "Above 984 GB: not-supported [vm-storage-capacity]",
        ]
    );
}

#[test]
fn a_verdict_that_is_open_on_both_sides_and_not_between_them() {
    // 750 cores take 1,500 virtual processors of which the other machine may have up to
    // 1,024; below 4 it matters whether this one has the Unified Messaging role.
    let document = r#""purpose":"production","exchange":{"version":"2010","service_pack":3,"meets_system_requirements":true},
        "hypervisor":{"product":"hyper-v-2008-r2"},
        "hosts":[{"id":"h","server_applications_on_root":false,"system_disk_gb":100,"vm_storage_gb":1000,
            "sockets":1,"cores_per_socket":750,"other_vm_vcpus":0,"memory_gb":64,"other_vm_memory_gb":0}],
        "vms":[{"id":"m","guest_os":"windows-server-2008-r2","memory_gb":16,"os_disk_gb":100,
            "snapshots":false,"storage":{"kind":"scsi-pass-through","dedicated_to_vm":true,"block_level":true}},
            {"id":"n","roles":["mailbox"],"guest_os":"windows-server-2008-r2","memory_gb":16,"os_disk_gb":100,
            "snapshots":false,"storage":{"kind":"scsi-pass-through","dedicated_to_vm":true,"block_level":true}}],
        "high_availability":{"solutions":[],"host_clustering":false,"migration":"none"},"backup":{"method":"in-guest-vss"}"#;
    assert_eq!(
        told(document, "vms[m].vcpus"),
        ["Up to 3: undetermined []", "4 or more, up to 476: supported []", "477 or more: undetermined []",]
    );
}

#[test]
fn only_numbers_beyond_anything_are_far() {
    let far = |document: &str, path: &str| -> Vec<(String, bool)> {
        let text = format!(r#"{{"format":"exchange-virtualization-deployment/1",{document}}}"#);
        let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a document");
        let effects = effects(&deployment, some_day(), &[place(&deployment, path)]);
        effects.into_iter().map(|effect| (effect.answer, effect.is_far)).collect()
    };
    let all_near = |effects: &[(String, bool)]| effects.iter().all(|(_, is_far)| !is_far);
    let packs = far(r#""exchange":{"version":"2007"}"#, "exchange.service_pack");
    assert!(packs.len() == 2 && all_near(&packs), "{packs:?}");
    let host = r#""exchange":{"version":"2019"},"hypervisor":{"product":"hyper-v-2019"},"hosts":[{"id":"r","sockets":1,"cores_per_socket":512,"other_vm_vcpus":0}],"vms":[{"id":"m"}]"#;
    let processors = far(host, "vms[m].vcpus");
    assert!(processors.len() > 1 && all_near(&processors), "{processors:?}");
    let memory = r#""exchange":{"version":"2019"},"hypervisor":{"product":"hyper-v-2019"},"hosts":[{"id":"r","other_vm_memory_gb":10}],"vms":[{"id":"m"}]"#;
    let sizes = far(memory, "vms[m].memory_gb");
    assert!(sizes.iter().any(|(words, is_far)| *is_far && words.starts_with("Above 9999")), "{sizes:?}");
}
