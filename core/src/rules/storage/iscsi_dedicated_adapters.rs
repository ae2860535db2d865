//! iSCSI on network cards that serve other traffic too.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{ISCSI_DEDICATED_NICS, STORAGE_KIND};
use crate::questions::{ISCSI, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "iscsi-dedicated-adapters",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "iSCSI shares its physical network cards with other traffic",
    kept: "iSCSI, where it is used, has physical network cards to itself",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[one_of(STORAGE_KIND, ISCSI), is_not(ISCSI_DEDICATED_NICS)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: storage requirements and recommendations, network cards for iSCSI",
            Evidence::A,
        )
        .remark(
            "Its section on networks repeats this for highly available deployments; there it is judged for each host.",
        )],
        checks: "The host should have at least one physical network card that carries iSCSI alone. This also holds if the machine connects the disks itself: then the virtual network of its iSCSI card needs a physical card that no other network uses. A second virtual card, or a VLAN on the card that also carries mail, is not a card of its own.",
        why: "A card that also serves clients, replication or backups makes storage packets wait, so Exchange reads and writes slowest at the busiest hour. Exchange 2007 stays supported with a shared card; the risk is slow mail that the counters of the storage system do not explain.",
        mend: "Fit the host with another network card (two if a second path, MPIO, is wanted), plug it into the storage network only, and let the initiator use it: on Windows choose its address under Advanced when you log on to the target, on vSphere give the iSCSI VMkernel port a virtual switch with this card as its only uplink. The price is the card, a switch port and, to build it in, downtime of the host and the machines on it.",
        find_out: "On a Hyper-V host iscsicli SessionList shows the Initiator Portal, the address of the card in use; find its card in ipconfig /all and check what else is bound to it. On ESXi look at the VMkernel port for iSCSI, its virtual switch and the uplinks, on XenServer at the Networking tab of the server in XenCenter. If the initiator is in the machine, follow its virtual card through the virtual network or port group to the physical one.",
    }],
};
