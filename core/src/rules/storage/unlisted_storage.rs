//! Exchange data on a kind of storage that the policy does not list.

use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const UNLISTED: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::OtherKind]));

pub static RULE: Rule = Rule {
    id: "unlisted-storage",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data lies on a kind of storage that the policy does not list",
    kept: "Exchange data lies on a kind of storage that the policy speaks of",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: UNLISTED,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A).remark(
                "The list of accepted kinds is written for Exchange 2007; the same paragraph speaks of Exchange 2010 by name. A list for 2010 alone was not found in a Microsoft text that could be read.",
            )],
            checks: "Mailbox databases, transaction logs and transport queues must lie on a virtual disk of fixed size, on a disk or LUN (a disk of a storage system) that the host passes through, or on an iSCSI LUN. Anything else is not on the list: a USB drive or a folder of the host mapped into the machine, for example. File shares and growing or differencing virtual disks are not on it either, but have rules of their own.",
            why: "Exchange trusts that a write which is reported as done is on the disk. A device that nobody has accepted for Exchange may break that trust, and after a power failure databases and logs may no longer fit together. Microsoft supports a virtual Exchange 2007 or 2010 server only with the kinds of storage on its list.",
            mend: "Add a fixed virtual disk, a pass-through disk or an iSCSI LUN to the machine, then move the files there: Move-DatabasePath for databases, in Exchange 2007 also Move-StorageGroupPath for the logs. A database is dismounted while its files are copied, so its users have no mail for that time, and copies of a replicated database (CCR, DAG) need a procedure of their own.",
            find_out: r"Get-MailboxDatabase | Format-List Name,EdbFilePath in the Exchange Management Shell names the drives with databases; the queue is the file mail.que, by default below TransportRoles\data\Queue in the Exchange folder. Look up what stands behind each drive in the machine's settings in Hyper-V Manager, the vSphere Client or XenCenter, and on the Targets tab of iSCSI Initiator inside the machine.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: UNLISTED,
            sources: &[
                cite(&POLICY_2013, "Exchange storage requirements, kinds of storage", Evidence::A).only(ONLY_2013).remark(
                    "Hyper-V's virtual Fibre Channel adapter is not on the list, although Microsoft's white paper on Exchange 2013 describes it as a way to connect storage to the guest.",
                ),
                cite(&POLICY_2016, "Exchange storage requirements, kinds of storage", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("The page does not say how hyperconverged storage (vSAN, Storage Spaces Direct, Nutanix AHV) is to be counted."),
                cite(&POLICY_SE, "Exchange storage requirements, kinds of storage", Evidence::A).only(ONLY_SE),
            ],
            checks: "The policy lists what may hold databases, logs and the transport database: fixed virtual disks, dynamically expanding VHDX files under Hyper-V, virtual disks on SMB 3.0 under Hyper-V, passed-through disks, and iSCSI LUNs. This rule is broken by what no other storage rule speaks of either, such as a USB drive, a RAM disk or a folder of the host mapped into the machine.",
            why: "A device outside the list may hold back or reorder the writes of the databases, and after a crash they may not mount until a copy or a backup is restored. Microsoft does not support Exchange on it, even if the vendor of the hypervisor supports the device.",
            mend: "Give the machine a disk of a listed kind and bring the databases over: in a DAG server by server (move the active copies away, remove this server's copies, mount the new disk at the same path, add and seed the copies again), without a DAG by Move-DatabasePath, which dismounts the database while it copies. For a LUN over Hyper-V's virtual Fibre Channel adapter ask Microsoft before you move anything, because the list does not name it.",
            find_out: "Run Get-MailboxDatabase | Format-List Name,EdbFilePath,LogFolderPath and look up each drive. Virtual and passed-through disks are listed by Get-VMHardDiskDrive -VMName NAME on a Hyper-V host, by Get-HardDisk -VM NAME in PowerCLI, and in XenCenter on the machine's Storage tab; iSCSI LUNs of the machine itself by Get-IscsiSession inside it (Windows Server 2012 or later). A drive that none of these shows comes from somewhere else.",
        },
    ],
};
