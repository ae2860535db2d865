//! Large mailboxes without cluster continuous replication.

use crate::condition::{Condition, at_least, includes_none};
use crate::question::SubjectKind;
use crate::questions::deployment::{MAILBOX_GB, SOLUTIONS};
use crate::questions::{ONLY_2007, Solution};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "large-mailboxes",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "Mailboxes of 1 GB or more without CCR",
    kept: "Mailboxes are smaller than 1 GB, or CCR protects them",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Requirement,
        violated: Condition::All(&[at_least(MAILBOX_GB, 1), includes_none(SOLUTIONS, Solution::set(&[Solution::Ccr]))]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, large mailboxes", Evidence::A).remark(
            "The source gives 1 GB and larger as an example of large, not as a limit. It says that hardware-based VSS is not possible in a virtual machine, and later, under backup, that some storage vendors support hardware-based VSS backups on their own account: the two statements contradict each other.",
        )],
        checks: "If the largest mailbox may reach 1 GB (1 GB itself counts as large), the mailboxes must be protected by cluster continuous replication (CCR). The limit meant is Prohibit send and receive at (KB) of the mailbox database or of the single mailbox: 1048576 KB is 1 GB, so 1048575 KB is still small, and no limit at all is large.",
        why: "Large mailboxes make large databases, whose backup and restore by ordinary means take longer than users can wait. Microsoft requires CCR or hardware-based VSS (shadow copies made by the storage system) for them and calls the latter impossible in a virtual machine, so large mailboxes without CCR are not supported there. The same document also leaves hardware-based VSS backups to storage vendors: if yours supports them, get it in writing, since this finding cannot see that.",
        mend: "Either let users archive what is larger and lower the limits below 1 GB: -IssueWarningQuota, -ProhibitSendQuota and -ProhibitSendReceiveQuota of Set-MailboxDatabase, or of Set-Mailbox for a mailbox with its own; a mailbox above the last one receives no mail. Or build CCR: two new Mailbox servers as nodes on two hosts, twice the storage, the Enterprise editions of Exchange 2007 and Windows Server 2008, and a move of all mailboxes.",
        find_out: "Get-MailboxDatabase | Format-List Name,ProhibitSendReceiveQuota shows the limit of each database (Exchange 2007 sets about 2.3 GB on a new one), and Get-Mailbox -ResultSize Unlimited | Where-Object { -not $_.UseDatabaseQuotaDefaults } | Format-List Name,ProhibitSendReceiveQuota the mailboxes with a limit of their own. Get-MailboxServer | Format-List Name,ClusteredStorageType shows NonShared where CCR is in use.",
    }],
};
