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
        checks: "This rule looks at who connects to the iSCSI target (the storage) with the Exchange data. Microsoft advises the host: its iSCSI initiator logs on, and the machine gets the disk passed through (Physical hard disk in Hyper-V Manager, raw device mapping in vSphere). A target that is Connected in iSCSI Initiator in the machine itself breaks the rule.",
        why: "With the initiator in the machine, every read and write of a database goes through the virtual network card and the guest's own network software, which makes disk access slower when the server is busy. Microsoft supports this for Exchange 2007 all the same, and the machine is easier to move, because no host needs to know the disk.",
        mend: "In the machine stop the Exchange services, log off the target, remove it from the favorite (persistent) targets and shut down; two initiators that write to one disk destroy it. Let the host's initiator log on, leave the disk Offline in the host's Disk Management and attach it to the machine as pass-through disk: the data stays, the price is an outage and portability. For the shared disks of an SCC, or if you need the portability, leave it as it is.",
        find_out: "In the machine open iSCSI Initiator in the Control Panel and read the Targets tab, or run iscsicli SessionList at a command prompt: a session listed there is the machine's own. If there is none, look for a Physical hard disk in the machine's settings in Hyper-V Manager; on vSphere, PowerCLI lists passed-through disks with Get-HardDisk -DiskType RawPhysical,RawVirtual.",
    }],
};
