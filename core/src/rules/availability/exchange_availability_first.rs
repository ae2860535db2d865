//! Availability left to the hypervisor, without a solution of Exchange itself.

use crate::choice::Choices;
use crate::condition::{Condition, includes_none};
use crate::question::SubjectKind;
use crate::questions::deployment::SOLUTIONS;
use crate::questions::{ONLY_2007, Solution};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::MOVES_MACHINES;
use crate::source::{Evidence, POLICY_2007, cite};

const SOLUTIONS_2007: Choices<Solution> = Solution::set(&[Solution::Lcr, Solution::Ccr, Solution::Scc, Solution::Scr]);

pub static RULE: Rule = Rule {
    id: "exchange-availability-first",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "Only the hypervisor provides availability, not Exchange itself",
    kept: "Availability does not rest on the hypervisor alone",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[MOVES_MACHINES, includes_none(SOLUTIONS, SOLUTIONS_2007)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: choosing a high availability solution, built-in solutions first",
            Evidence::A,
        )],
        checks: "Where the hypervisor restarts or moves Exchange machines (a failover cluster of Hyper-V hosts, vSphere HA or vMotion, XenServer HA or XenMotion), at least one of Exchange's own solutions should be in use as well: local, cluster or standby continuous replication (LCR, CCR, SCR) or a single copy cluster (SCC). Microsoft names CCR as the one with the greatest benefit.",
        why: "The hypervisor sees whether the operating system is alive, not whether Exchange is, and it holds one copy of the data where CCR holds two: a hung mailbox store may go unnoticed, and a damaged database has no second copy. Hypervisor availability alone stays supported for servers that are not clustered, but a crash then costs a full log replay and possibly mail.",
        mend: "Add a second copy with what you have: LCR needs only further disks on the same machine, SCR another Mailbox server, CCR two new clustered nodes on two hosts to which the mailboxes are moved. CCR needs the Enterprise editions of Exchange 2007 and Windows Server 2008, and with it the hypervisor must no longer move the nodes automatically.",
        find_out: "Get-MailboxServer | Format-List Name,ClusteredStorageType tells CCR (NonShared) and SCC (Shared); Get-StorageGroup | Format-List Name,HasLocalCopy tells LCR, and Get-StorageGroup | Format-List Name,StandbyMachines tells SCR. What the hypervisor does stands in Failover Cluster Manager, in the HA and DRS settings of the vSphere cluster, or on the HA tab in XenCenter.",
    }],
};
