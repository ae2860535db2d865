//! Planned moves of machines between hosts, for Exchange 2007.

use crate::condition::none_of;
use crate::question::SubjectKind;
use crate::questions::deployment::MIGRATION;
use crate::questions::{Migration, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "machine-migration",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "Exchange machines are set up to be moved between hosts",
    kept: "Exchange machines are not set up to be moved between hosts",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: none_of(MIGRATION, Migration::set(&[Migration::None])),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: choosing a high availability solution, machine migration",
            Evidence::A,
        )
        .remark("The text speaks of migration by the hypervisor in general and names Quick Migration as its example; live moves are read as meant too.")],
        checks: "Microsoft recommends not to use the hypervisor's migration for Exchange 2007, neither Quick Migration nor a live move such as Live Migration, vMotion or XenMotion. The answer that keeps this rule is that no planned moves are set up.",
        why: "Such a setup has one copy of the data: after an unplanned failure all logs since the checkpoint are replayed (at two a second, the least to expect, 3,600 logs take half an hour) and mail can be lost, most of which CCR would reclaim. During a Quick Migration, users of Outlook in online mode, Outlook Web Access, POP3 and IMAP4 are cut off. Migration remains supported, except that nodes of a CCR or SCC must not be moved automatically.",
        mend: "Leave the Exchange machines out of the migration features of the hosts and build cluster continuous replication (CCR) instead; for maintenance of a host, hand the mailbox server over with Move-ClusteredMailboxServer and shut the passive node down. Without CCR each host maintenance is then an announced outage. If you keep migration on purpose, take regular Exchange-aware backups and accept the finding.",
        find_out: "Look for Exchange machines in Failover Cluster Manager of the Hyper-V hosts (one that is listed can be migrated), for vMotion on the VMkernel ports and for DRS in the vSphere Client, and in XenCenter for a pool with shared storage on which they lie.",
    }],
};
