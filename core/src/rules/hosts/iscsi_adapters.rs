//! No network card for iSCSI alone in the host of a highly available deployment.

use crate::condition::{Condition, below, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::host::NICS_DEDICATED_TO_ISCSI;
use crate::questions::{ISCSI, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{HIGHLY_AVAILABLE, OWN_HOSTS};
use crate::source::{Evidence, POLICY_2007, cite};

const ISCSI_USED_HERE: Condition = Condition::AGuestHere(&one_of(STORAGE_KIND, ISCSI));

pub static RULE: Rule = Rule {
    id: "iscsi-adapters",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "iSCSI storage has no network card of its own in the host",
    kept: "iSCSI storage, where it is used, has a network card of its own in the host",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[OWN_HOSTS, HIGHLY_AVAILABLE, ISCSI_USED_HERE, below(NICS_DEDICATED_TO_ISCSI, 1)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: network considerations, cards for iSCSI", Evidence::A)
            .remark("It asks for separate cards for any iSCSI storage of the root or its guests, without a number; one is taken as the least.")],
        checks: "Where Exchange 2007 is highly available (CCR, SCC, restart or moves by the hypervisor) and an Exchange machine on this host has its data on iSCSI, at least 1 physical network card of the host should carry iSCSI and nothing else. It comes on top of the cards for host and guests: with iSCSI that makes 3 or more.",
        why: "The Exchange databases reach their disks over this card: when client traffic, backups or a moving machine fill it, reads and writes stall, and the cluster may take the disk for lost and fail over. Microsoft recommends separate cards and supports Exchange 2007 without them.",
        mend: "Add a card, connect it to the storage network, give it an address there, and let the initiator use it alone. If the initiator runs inside the machine, bind a virtual network to that card and connect only the iSCSI adapters of the machines to it. The host is off for the installation, and storage paths are best changed with the machine shut down.",
        find_out: "Run netstat -n where the initiator runs, on the host or in the machine: connections to port 3260 are iSCSI, and their Local Address tells the card. Then see whether that card (for a machine, the physical card of its virtual network in Virtual Network Manager) carries anything else. On ESX look at the VMkernel port for iSCSI and the physical adapters of its virtual switch.",
    }],
};
