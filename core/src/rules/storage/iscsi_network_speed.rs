//! An iSCSI link below 1 Gbit/s.

use crate::condition::{Condition, below, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{ISCSI_LINK_GBPS, STORAGE_KIND};
use crate::questions::{ISCSI, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "iscsi-network-speed",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "The link to the iSCSI storage is slower than 1 Gbit/s",
    kept: "iSCSI, where it is used, has a link of 1 Gbit/s or more",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[one_of(STORAGE_KIND, ISCSI), below(ISCSI_LINK_GBPS, 1)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: storage requirements and recommendations, speed of the iSCSI network",
            Evidence::A,
        )],
        checks: "The network path to the iSCSI storage should run at 1 Gbit/s or faster; exactly 1 Gbit/s (1,000 Mbit/s) is enough. The slowest part counts: a gigabit card on a switch port that runs at 100 Mbit/s makes 0.1 Gbit/s, which is too slow.",
        why: "At 100 Mbit/s no more than about 12 MB pass in a second, so one backup or one large copy fills the link. Writes to the transaction logs then wait, mail stays in the queues and Outlook can freeze. Exchange 2007 remains supported on a slow iSCSI link; what you risk is that the storage cannot keep up with the users.",
        mend: "Find the part that is too slow and replace it; often a damaged cable or a speed set by hand has brought a gigabit port down to 100 Mbit/s, and that costs minutes. New network cards or switches cost money and downtime of the host. Shut the Exchange machine down before you unplug the link, because its disks disappear with it.",
        find_out: "Look at the physical card, because the speed that a virtual card shows means nothing: on a Windows host run wmic nic where NetEnabled=true get Name,Speed (bits per second), or Get-NetAdapter from Windows Server 2012 on. On ESXi 5 and later esxcli network nic list shows it, for XenServer the NICs tab of the server in XenCenter. Then compare with what the switch reports for its own ports and for the port of the storage.",
    }],
};
