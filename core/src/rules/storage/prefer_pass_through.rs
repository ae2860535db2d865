//! Virtual disks where pass-through storage is advised.

use crate::condition::one_of;
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2007, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "prefer-pass-through",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data lies on fixed virtual disks instead of pass-through storage",
    kept: "Exchange data does not lie on fixed virtual disks",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::FixedVirtualDisk])),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations", Evidence::A)
            .remark("The text itself says that pass-through disks make a machine harder to move, and that backups from the root do not cover them.")],
        checks: "Microsoft advises SCSI pass-through disks for mailbox databases, transport databases and transaction logs: Physical hard disk in Hyper-V Manager, a raw device mapping (RDM) in the vSphere Client. A fixed virtual disk (a .vhd or a thick .vmdk file) is allowed, but it is the second choice.",
        why: "Of all kinds of storage for a virtual Exchange 2007 server, Microsoft found pass-through disks the fastest; a virtual disk may answer later, and users of a busy server notice that as a slow Outlook. With fixed virtual disks the server stays supported.",
        mend: "If a load test shows that the disks are too slow, present LUNs to the host, set them as pass-through disks of the machine, and move databases and logs there while they are dismounted; if it shows no such thing, leave it. The price of pass-through: the machine is harder to move to another host, and VSS backups have to run inside it, because those from the host do not support such disks.",
        find_out: "In Hyper-V Manager select each hard drive in the machine's Settings: either the path of a .vhd file or Physical hard disk is chosen there. In PowerCLI, Get-HardDisk -VM NAME | Format-List Name,DiskType says Flat for a virtual disk, RawPhysical or RawVirtual for a passed-through one.",
    }],
};
