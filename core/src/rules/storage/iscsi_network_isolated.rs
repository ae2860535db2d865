//! iSCSI on a network that carries other traffic too.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{ISCSI_ISOLATED_NETWORK, STORAGE_KIND};
use crate::questions::{ISCSI, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "iscsi-network-isolated",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "iSCSI shares its network with other traffic",
    kept: "iSCSI, where it is used, has a network to itself",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[one_of(STORAGE_KIND, ISCSI), is_not(ISCSI_ISOLATED_NETWORK)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: storage requirements and recommendations, separate iSCSI network",
            Evidence::A,
        )
        .remark("It asks for separation from all other traffic and does not say whether a VLAN is enough.")],
        checks: "The network between the iSCSI initiator and the storage should carry iSCSI and nothing else: no mail clients, no backups over the network, no live migration, no management of the hosts. A different subnet on the same cables is not separate. Separate switches are the safe answer; a VLAN of its own counts only if nothing else competes for the same ports and links.",
        why: "When something else fills a shared network, storage packets are delayed or lost and have to be sent again: Windows logs disk errors, and a database whose disk does not answer can be dismounted, so its users are without mail. Ordinary iSCSI is also not encrypted, so others on that network could read mailbox data. Exchange 2007 with a shared iSCSI network stays supported, but at this risk.",
        mend: "Put initiators and storage on switches of their own, or at least in a VLAN with its own ports, with addresses that no router forwards, and let the initiators log on again at the new addresses. Unless a second path (MPIO) holds the connection, all machines on this storage have to be shut down for it; switches and ports cost money.",
        find_out: "Where Windows holds the initiator (a Hyper-V host, or the machine) iscsicli ListTargetPortals gives the storage's address; on ESXi the targets of the iSCSI storage adapter do, in XenCenter the storage repository. Compare it with the addresses of the mail network (ipconfig /all) and ask whoever runs the switches what else uses that VLAN and those ports. The VLAN of a machine's virtual card is in its settings (Hyper-V) or at the port group (vSphere).",
    }],
};
