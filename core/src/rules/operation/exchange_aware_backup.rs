//! A backup that does not use Exchange-aware VSS.

use crate::condition::one_of;
use crate::question::SubjectKind;
use crate::questions::deployment::BACKUP_METHOD;
use crate::questions::{BackupMethod, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{BACKUP, Evidence, cite};

pub static RULE: Rule = Rule {
    id: "exchange-aware-backup",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "The backup bypasses Exchange-aware VSS",
    kept: "The backup does not bypass Exchange-aware VSS",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Requirement,
        violated: one_of(BACKUP_METHOD, BackupMethod::set(&[BackupMethod::InGuestStreaming, BackupMethod::OfflineDiskCopy])),
        sources: &[
            cite(&BACKUP, "Supported backup technologies", Evidence::A).only(ONLY_2013.or(ONLY_2016).or(ONLY_2019)).remark(
                "The page for Exchange 2013 is a document of its own that says the same. Whether a hypervisor's backup counts as a forbidden snapshot is not settled in any text that was read.",
            ),
            cite(&BACKUP, "Supported backup technologies, as for Exchange 2016 and 2019", Evidence::D).only(ONLY_SE).remark(
                "The text for Subscription Edition was not read; that it says the same is assumed.",
            ),
        ],
        checks: "Backups of Exchange must be made with the Volume Shadow Copy Service (VSS) by a program that knows Exchange. Two methods break this: the streaming interface of ESE (the older way to back up an open database), and copying the virtual disk files while the machine is off. Having no backup at all is not what this rule judges.",
        why: "Exchange 2013 and later have no streaming interface for backups any more. After a copy of disk files the logs are not truncated and can fill their disk, no database has a backup date, and a single database cannot simply be restored. Microsoft does not support a backup of Exchange 2013 or later other than an Exchange-aware one based on VSS.",
        mend: "Install a backup program that supports your Exchange version, or add the Windows Server Backup feature; Exchange brings an extension for it that makes full VSS backups of whole volumes. Make a full backup and restore one database to a recovery database as a test. The cost is the licence of the program, the storage and the load while it runs.",
        find_out: "Get-MailboxDatabase -Status | Format-List Name,LastFullBackup,SnapshotLastFullBackup in the Exchange Management Shell: a recent date with True means VSS, no date means that Exchange knows of no backup. In the guest, vssadmin list writers must show Microsoft Exchange Writer as stable.",
    }],
};
