//! Planned moves by way of a saved state: Quick Migration.

use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::MIGRATION;
use crate::questions::{Migration, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::IN_A_DAG;
use crate::source::{Evidence, LIMITS_2010, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const BY_QUICK_MIGRATION: Condition = one_of(MIGRATION, Migration::set(&[Migration::Quick]));

pub static RULE: Rule = Rule {
    id: "quick-migration",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "Exchange machines are moved by Quick Migration",
    kept: "Exchange machines are not moved by Quick Migration",
    rows: &[
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: Condition::All(&[IN_A_DAG, BY_QUICK_MIGRATION]),
            sources: &[cite(&LIMITS_2010, "moving DAG members", Evidence::C).remark(
                "It reports that live migration, and a shutdown followed by a cold boot, are supported; that Quick Migration therefore is not is a conclusion. Microsoft's own sentence could not be read.",
            )],
            checks: "A member of a database availability group (DAG) may be moved to another host on purpose only while it runs (live migration, vMotion, XenMotion), or by shutting it down and starting it again. Quick Migration of Hyper-V is not allowed; on hosts with Windows Server 2008 it is the only planned move without a shutdown.",
            why: "Quick Migration writes the memory of the member to disk and wakes it up on the other host. To the rest of the DAG it was dead for that time (about five seconds can be enough), its databases may be mounted elsewhere by then, and it comes back with a memory of the past. For Exchange 2010 in a DAG this is reported to be outside Microsoft's support.",
            mend: "Use Live Migration, which takes hosts with Windows Server 2008 R2 or later in a failover cluster, or shut the member down, move it and start it. Move its active databases away first with Move-ActiveMailboxDatabase, so that users notice little; new hosts or a rebuilt host cluster are the price of leaving Windows Server 2008.",
            find_out: "In Failover Cluster Manager on Windows Server 2008 R2 a machine has two commands that begin with Live migrate and Quick migrate: ask those who do the maintenance which one they use. Without a DAG (Get-DatabaseAvailabilityGroup shows nothing) the rule is kept.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: BY_QUICK_MIGRATION,
            sources: &[
                cite(&POLICY_2013, "Host-based failover clustering and migration, planned migration", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Host-based failover clustering and migration, planned migration", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Host-based failover clustering and migration, planned migration", Evidence::A).only(ONLY_SE),
            ],
            checks: "Every Exchange machine, in a DAG or not, may be moved on purpose in two ways: online (Live Migration, vMotion), or shut down and started from a cold boot. Failover Cluster Manager also offers Move, Quick Migration, and a cluster of Windows Server 2012, perhaps also a later one, by default quick-migrates machines with Low priority when a node is drained.",
            why: "With Quick Migration the machine sleeps on disk while it is moved, longer the more memory it has: Outlook disconnects, the DAG takes the member for failed, and what wakes up believes that no time has passed. Microsoft does not support moving Exchange 2013 or later by way of a state saved on disk.",
            mend: "Choose Live Migration in the cluster, and set the Priority of the Exchange machines to Medium or High so that draining a node also moves them live; that is enough while MoveTypeThreshold is not above 2000. It costs nothing but bandwidth between the hosts; where Live Migration is impossible, shut down and start.",
            find_out: "On a Hyper-V cluster since Windows Server 2012 run (Get-ClusterResourceType 'Virtual Machine' | Get-ClusterParameter MoveTypeThreshold).Value: machines with a priority below it are quick-migrated when a node is drained (Low is 1000, Medium 2000, High 3000). The Priority column in Failover Cluster Manager, or (Get-ClusterGroup NAME).Priority, shows that of each machine. vMotion and XenMotion are live moves; to suspend, move and resume is not.",
        },
    ],
};
