//! Copies of disk files in place of a backup of Exchange 2003.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::{BACKUP_METHOD, REGULAR_EXCHANGE_BACKUP};
use crate::questions::{BackupMethod, ONLY_2003};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "offline-copy-is-no-backup",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Deployment,
    broken: "Copies of the virtual disk files take the place of an Exchange backup",
    kept: "The backup does not rest on copies of virtual disk files alone",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Recommendation,
        violated: Condition::All(&[
            ON_VIRTUAL_SERVER,
            one_of(BACKUP_METHOD, BackupMethod::set(&[BackupMethod::OfflineDiskCopy])),
            is_not(REGULAR_EXCHANGE_BACKUP),
        ]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance, note on offline backups", Evidence::A)],
        checks: "Copying the .vhd files on the host while the machine is off is allowed, but an Exchange-aware backup has to run regularly besides, such as one of the Information Store with Windows Backup (ntbackup). A copy once a week and an Exchange backup every night is fine; the copy alone is not.",
        why: "A file copy neither checks the pages of the databases nor removes transaction logs that are no longer needed: damage is copied unseen, and the disk of the logs can fill up until the stores dismount. For Microsoft it does not replace a regular Exchange backup; support does not depend on it, but your mail may.",
        mend: "Let ntbackup or another Exchange-aware program in the guest make a full online backup of every storage group, daily if you can, and practise a restore into the Recovery Storage Group. Users can work meanwhile; it costs space for the backups and time on the network.",
        find_out: "In Exchange System Manager open the properties of each mailbox store: its Database tab shows the time of the last full backup, which is empty or old where no Exchange backup runs. The schedule of the copies is to be found on the host, in Scheduled Tasks or the backup program there.",
    }],
};
