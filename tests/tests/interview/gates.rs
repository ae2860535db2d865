//! Which question decides whether which other matters: the catalogue's conditions once
//! more, written by hand. The order of the questionnaire is judged by it.

use std::collections::BTreeSet;

use exchange_advisor_core::deployment::AnswerRef;
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::rules;

/// Versions, rule, and its questions: those before a `>` decide whether those after it
/// matter. Rules that read one question are left out.
const GATES: &str = "
07+       | hypervisor-supported        | hypervisor.product > hypervisor.svvp_validated
13+       | azure-premium-storage       | hypervisor.product > vms[].storage.premium_cloud_storage
2010      | guest-os                    | vms[].guest_os > vms[].guest_os_service_pack, exchange.service_pack
2013      | guest-os                    | vms[].guest_os > vms[].guest_os_service_pack, exchange.service_pack
2013      | guest-os                    | vms[].guest_os > exchange.service_pack > exchange.cumulative_update
2016 2019 | guest-os                    | vms[].guest_os > exchange.cumulative_update
2010      | unified-messaging-role      | vms[].roles > exchange.service_pack > vms[].vcpus
2007 2010 2013 | guest-os-disk-size     | vms[].os_disk_gb, vms[].memory_gb
2007      | nlb-hotfix                  | hypervisor.product > vms[].roles > vms[].network_load_balancing > vms[].nlb_hotfix_953828
13+       | memory-minimum              | vms[].memory_gb > vms[].roles
2013      | smb3-virtual-disk           | vms[].storage.kind > hypervisor.product
16+       | smb3-virtual-disk           | vms[].storage.kind > hypervisor.product > vms[].storage.disk_provisioning
13+       | dynamic-virtual-disk        | vms[].storage.kind > hypervisor.product > vms[].storage.disk_format
07+       | pass-through-dedicated      | vms[].storage.kind > vms[].storage.dedicated_to_vm
07+       | pass-through-block-level    | vms[].storage.kind > vms[].storage.block_level
2007 2010 | virtual-disk-size           | hypervisor.product > vms[].storage.kind > vms[].storage.largest_virtual_disk_gb
13+       | smb3-block-storage          | vms[].storage.kind > vms[].storage.smb3_block_storage
13+       | smb3-highly-available       | vms[].storage.kind > vms[].storage.smb3_highly_available
2007      | iscsi-network-speed         | vms[].storage.kind > vms[].storage.iscsi.link_gbps
2007      | iscsi-network-isolated      | vms[].storage.kind > vms[].storage.iscsi.isolated_network
2007      | iscsi-dedicated-adapters    | vms[].storage.kind > vms[].storage.iscsi.dedicated_nics
2007      | iscsi-jumbo-frames          | hypervisor.product > vms[].storage.kind > vms[].storage.iscsi.jumbo_frames
2007      | iscsi-virtual-switch        | hypervisor.product > vms[].storage.kind > vms[].storage.iscsi.bound_to_virtual_switch
07+       | root-dedicated              | hypervisor.product > hosts[].server_applications_on_root
07+       | vcpu-ratio                  | hypervisor.product > hosts[].sockets, hosts[].cores_per_socket, hosts[].other_vm_vcpus, vms[].host, vms[].vcpus
07+       | vcpu-ratio-with-root        | hypervisor.product > hosts[].sockets, hosts[].cores_per_socket, hosts[].other_vm_vcpus, vms[].host, vms[].vcpus
13+       | vcpu-ratio-one-to-one       | hypervisor.product > hosts[].sockets, hosts[].cores_per_socket, hosts[].other_vm_vcpus, vms[].host, vms[].vcpus
07+       | memory-oversubscription     | hypervisor.product > hosts[].memory_gb, hosts[].other_vm_memory_gb, vms[].host, vms[].memory_gb
2007 2010 2013 | root-disk-size         | hypervisor.product > hosts[].system_disk_gb
07+       | vm-storage-capacity         | hypervisor.product > hosts[].vm_storage_gb, vms[].host, vms[].os_disk_gb, vms[].memory_gb
2007      | io-intensive-neighbours     | hypervisor.product > hosts[].io_intensive_vms
2007      | high-availability-adapters  | hypervisor.product > high_availability.solutions > high_availability.host_clustering > high_availability.migration > hosts[].nics.total > hosts[].nics.dedicated_to_root > hosts[].nics.dedicated_to_vms
2007      | iscsi-adapters              | hypervisor.product > high_availability.solutions > high_availability.host_clustering > high_availability.migration > vms[].host > vms[].storage.kind > hosts[].nics.dedicated_to_iscsi
2007      | cluster-nodes-moved         | high_availability.solutions > high_availability.host_clustering > high_availability.migration > high_availability.moves_cluster_nodes
2010      | cluster-nodes-moved         | high_availability.solutions > exchange.service_pack > high_availability.host_clustering > high_availability.migration > high_availability.moves_cluster_nodes
07+       | cluster-nodes-apart         | hypervisor.product > high_availability.solutions > high_availability.nodes > vms[].host
2010      | quick-migration             | high_availability.solutions > high_availability.migration
2010      | saved-state                 | high_availability.solutions > high_availability.host_clustering > high_availability.migration > vms[].state_saved_on_disk
13+       | saved-state                 | high_availability.host_clustering > high_availability.migration > vms[].state_saved_on_disk
2010      | cold-boot-on-failover       | high_availability.solutions > high_availability.host_clustering > high_availability.cold_boot_on_failover
13+       | cold-boot-on-failover       | high_availability.host_clustering > high_availability.cold_boot_on_failover
13+       | vendor-supports-migration   | hypervisor.product > high_availability.host_clustering > high_availability.migration > hypervisor.vendor_supports_migration
2007      | exchange-availability-first | high_availability.host_clustering > high_availability.migration > high_availability.solutions
2007      | large-mailboxes             | workload.mailbox_gb > high_availability.solutions
2007      | root-backup                 | backup.method > vms[].storage.kind
2003      | machine-additions           | hypervisor.product > vms[].virtual_server.additions_installed
2003      | stand-alone-server          | hypervisor.product > vms[].virtual_server.failover_cluster_member
2003      | scsi-driver                 | hypervisor.product > vms[].virtual_server.scsi_driver
2003      | undo-disks                  | hypervisor.product > vms[].virtual_server.undo_disks
2003      | single-processor            | hypervisor.product > vms[].vcpus
2003      | fixed-size-disks            | hypervisor.product > vms[].storage.kind
2003      | backup-adapter              | hypervisor.product > vms[].virtual_server.dedicated_backup_nic
2003      | offline-copy-is-no-backup   | hypervisor.product > backup.method > backup.regular_exchange_backup
2003      | antivirus-skips-disks       | hypervisor.product > hosts[].antivirus_on_root > hosts[].antivirus_skips_virtual_disks
";

/// For one version, which question of which rule decides whether which other matters.
pub struct Gates {
    pairs: BTreeSet<(&'static str, &'static str, &'static str)>,
}

impl Gates {
    pub fn of(version: Version) -> Self {
        let mut pairs = BTreeSet::new();
        for (rule, levels) in lines(version) {
            for (place, firsts) in levels.iter().enumerate() {
                for then in levels.iter().skip(place + 1).flatten() {
                    pairs.extend(firsts.iter().map(|first| (rule, *first, *then)));
                }
            }
        }
        Self { pairs }
    }

    /// Whether, within the rule, the first question decides whether the second matters.
    pub fn decides(&self, rule: &'static str, first: AnswerRef, then: AnswerRef) -> bool {
        self.pairs.iter().any(|(of, one, other)| *of == rule && *one == name(first) && *other == name(then))
    }

    /// Whether the rule has the question in the table.
    pub fn reads(&self, rule: &str, question: &str) -> bool {
        self.pairs.iter().any(|(of, one, other)| *of == rule && (*one == question || *other == question))
    }

    /// What within the rule decides whether the question matters.
    pub fn before(&self, rule: &str, question: &str) -> BTreeSet<&'static str> {
        let pairs = self.pairs.iter().filter(|(of, _, then)| *of == rule && *then == question);
        pairs.map(|(_, first, _)| *first).collect()
    }
}

/// The name of a question in the table, whichever machine it is about.
pub fn name(answer: AnswerRef) -> String {
    let path = answer.question().path;
    match answer.slot.subject {
        SubjectKind::Deployment => path.to_owned(),
        SubjectKind::Host => format!("hosts[].{path}"),
        SubjectKind::Guest => format!("vms[].{path}"),
    }
}

fn lines(version: Version) -> impl Iterator<Item = (&'static str, Vec<Vec<&'static str>>)> {
    GATES.lines().filter(|line| !line.is_empty()).filter_map(move |line| {
        let mut columns = line.split('|').map(str::trim);
        let (versions, rule, chain) = (columns.next()?, columns.next()?, columns.next()?);
        let speaks = versions.split(' ').any(|versions| has(versions, version));
        speaks.then(|| (rule, chain.split('>').map(|level| level.split(',').map(str::trim).collect()).collect()))
    })
}

fn has(versions: &str, version: Version) -> bool {
    match versions {
        "07+" => version >= Version::V2007,
        "10+" => version >= Version::V2010,
        "13+" => version >= Version::V2013,
        "16+" => version >= Version::V2016,
        id => version.id() == id,
    }
}

#[test]
fn the_table_has_every_rule_that_reads_more_than_one_question() {
    for version in Version::ALL {
        for (rule, row) in rules::all().filter_map(|rule| Some((rule, rule.row(*version)?))) {
            let mut read = BTreeSet::new();
            row.violated.reads(&mut |slot| {
                let subject = exchange_advisor_core::deployment::Subject::Deployment;
                // The default of the host's own load is never missing.
                let name = name(AnswerRef { subject, slot });
                if name != "hosts[].root_processors_used" {
                    read.insert(name);
                }
            });
            let written: BTreeSet<String> = lines(*version)
                .filter(|(id, _)| *id == rule.id)
                .flat_map(|(_, levels)| levels.into_iter().flatten().map(str::to_owned))
                .collect();
            if read.len() > 1 || !written.is_empty() {
                assert_eq!(read, written, "{} {version:?}", rule.id);
            }
        }
    }
}
