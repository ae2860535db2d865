//! Backup on the host of a machine whose Exchange disks the host cannot capture.

use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::BACKUP_METHOD;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{BackupMethod, ONLY_2007, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

const FROM_OUTSIDE: Condition =
    one_of(BACKUP_METHOD, BackupMethod::set(&[BackupMethod::RootVss, BackupMethod::OfflineDiskCopy]));

const NOT_IN_A_VIRTUAL_DISK: Condition = one_of(
    STORAGE_KIND,
    StorageKind::set(&[StorageKind::ScsiPassThrough, StorageKind::IscsiOnHost, StorageKind::IscsiInGuest]),
);

pub static RULE: Rule = Rule {
    id: "root-backup",
    topic: Topic::Operation,
    subject: SubjectKind::Guest,
    broken: "The backup on the host leaves out the machine's Exchange disks",
    kept: "The backup method fits the machine's Exchange disks",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Requirement,
        violated: Condition::All(&[FROM_OUTSIDE, NOT_IN_A_VIRTUAL_DISK]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: backup and restore considerations", Evidence::A).remark(
            "The source speaks of VSS on the root of Hyper-V and says that such disks must be backed up from inside the guest; copying disk files on the host is counted here as a backup from outside, and the rule is applied to every hypervisor.",
        )],
        checks: "If the databases and logs of this machine are on pass-through disks (connected by the host over SCSI, Fibre Channel or iSCSI) or on iSCSI disks that the machine connects itself, it must be backed up from inside. VSS on the host is accepted only for Exchange data in virtual disk files (VHD). Copying disk files while the machine is off leaves the other kinds out too.",
        why: "A backup on the host captures the virtual disk files and nothing else: it can end without an error and yet hold no mailbox, and as Exchange does not learn of it, its logs are not truncated and can fill their disk. Microsoft does not support backing up the pass-through or iSCSI disks of a guest from the host.",
        mend: "Install a backup agent in the guest that uses the streaming backup interface of ESE or software VSS with the Exchange writer (System Center Data Protection Manager, or Windows Server Backup from Exchange 2007 SP2 on), and make a full backup at once: without it there may be none. It can cost a licence, and load on the guest's network. Moving the data into fixed VHDs instead needs downtime and space for a second copy.",
        find_out: "In Hyper-V Manager a pass-through disk is set as Physical hard disk in the machine's settings, in the vSphere Client it is called RDM. iSCSI Initiator in the guest's Control Panel lists the disks connected from inside. For the method ask where the backup program is installed, and check in the guest with Get-MailboxDatabase -Status | Format-List Name,LastFullBackup that Exchange knows of a backup.",
    }],
};
