//! iSCSI disks that the machine connects itself, past the host.

use crate::condition::one_of;
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2007, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "iscsi-initiator-on-host",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "The machine connects its iSCSI disks itself",
    kept: "The machine does not connect iSCSI disks itself",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::IscsiInGuest])),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations, iSCSI initiator", Evidence::A).remark(
            "It gives missing jumbo frames in a virtual network as an example of the reason. The pages for Exchange 2013 and later say it more carefully: slower where the virtual network lacks such features.",
        )],
        checks: "Looks at who logs on to the iSCSI target of the Exchange data. Advised is the host: its initiator holds the session, and the machine gets the disk passed through (Physical hard disk in Hyper-V Manager, raw device mapping in vSphere). A target that shows as Connected in the iSCSI Initiator panel of the machine itself is what this rule finds.",
        why: "With the initiator in the machine, every read and write of a database goes through the virtual network card and the guest's own network stack: that costs processor time and makes each disk access slower, which users notice when the server is busy. Microsoft supports this for Exchange 2007 all the same, and the machine is easier to move because no host needs to know the disk; you trade speed for that.",
        mend: "In the machine stop the Exchange services, log off the target and remove it from the favorite (persistent) targets, then shut down; two initiators that write to one disk destroy it. Let the host's initiator log on, leave the disk Offline in the host's Disk Management, and add it to the machine as Physical hard disk (Hyper-V) or as a raw device mapping (vSphere). The data stays in place, but it costs an outage, a change of the target's access list and portability; if moving the machine easily matters more to you, keep the initiator in it and accept the finding.",
        find_out: "In the machine open iSCSI Initiator in the Control Panel and read the Targets tab, or run iscsicli SessionList at a command prompt: a session listed there is the machine's own. If there is none, look for a Physical hard disk in the machine's settings in Hyper-V Manager; on vSphere, PowerCLI lists passed-through disks with Get-HardDisk -DiskType RawPhysical,RawVirtual.",
    }],
};
