//! Machines whose state is saved to disk when they are moved or taken offline.

use crate::condition::{Condition, is};
use crate::question::SubjectKind;
use crate::questions::guest::STATE_SAVED_ON_DISK;
use crate::questions::{ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{IN_A_DAG, MOVES_MACHINES};
use crate::source::{DEMYSTIFYING_2010, Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "saved-state",
    topic: Topic::Availability,
    subject: SubjectKind::Guest,
    broken: "The machine's state is saved to disk when it is moved or stopped",
    kept: "The machine's state is not saved to disk when it is moved or stopped",
    rows: &[
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: Condition::All(&[IN_A_DAG, MOVES_MACHINES, is(STATE_SAVED_ON_DISK)]),
            sources: &[cite(&DEMYSTIFYING_2010, "DAG members and host-based failover clustering", Evidence::B).remark(
                "Read as speaking of Service Pack 1 and later; without a service pack DAG members must not be moved automatically at all.",
            )],
            checks: "A member of a database availability group (DAG), on hosts that can move or restart it, must never wake up from a saved, paused or suspended state. In Hyper-V two settings save it unless they are changed: Automatic Stop Action in the settings of the machine, and in the failover cluster the offline action on the Settings tab of the virtual machine resource, whose default is Save.",
            why: "A member that is put to sleep and woken up answers the DAG with an old view of which copies are active, while others may have taken over the databases it had mounted. A DAG with such members is not supported on Exchange 2010.",
            mend: "Set Automatic Stop Action to shut down the guest operating system and the cluster's offline action to Shut down; Hyper-V changes the first only while the machine is off. In vSphere and XenServer, stop members with a guest shutdown instead of Suspend; stopping then takes the minutes that Exchange needs.",
            find_out: "In Hyper-V Manager open Settings of the machine, Automatic Stop Action; in Failover Cluster Manager open Properties of the virtual machine resource, tab Settings. On vSphere and XenServer ask whether machines are ever suspended for maintenance, by hand or by a script.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: Condition::All(&[MOVES_MACHINES, is(STATE_SAVED_ON_DISK)]),
            sources: &[
                cite(&POLICY_2013, "Host-based failover clustering and migration, saved state", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Host-based failover clustering and migration, saved state", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Host-based failover clustering and migration, saved state", Evidence::A).only(ONLY_SE),
            ],
            checks: "Where the hypervisor can move or restart this machine, nothing may save its memory to disk and restore it from there, whether or not it is in a DAG. Check three things on Hyper-V: Quick Migration, Automatic Stop Action (the default is to save), and the offline action of the virtual machine resource in the failover cluster (the default is Save too).",
            why: "Exchange keeps connections, locks and replication in memory; restored minutes or hours later they no longer fit the rest of the organization, and clients and other servers can get errors until its services are restarted. Microsoft does not support a machine with Exchange 2013 or later that comes back from a state saved on disk.",
            mend: "Shut the machine down once and run Set-VM NAME -AutomaticStopAction ShutDown (on Windows Server 2008 R2 use its settings in Hyper-V Manager); in Failover Cluster Manager set the offline action of its virtual machine resource to Shut down. On other hypervisors replace every Suspend in maintenance scripts by a shutdown of the guest. Host maintenance then takes longer, because each machine stops properly or is live-migrated away.",
            find_out: "On a Hyper-V host since Windows Server 2012: Get-VM | Format-Table Name,AutomaticStopAction. On its cluster: Get-ClusterResource | Where-Object { $_.ResourceType -like 'Virtual Machine' } | Get-ClusterParameter OfflineAction, where 1 is Save and 2 is Shut down. In the vSphere Client the recent tasks and events of the machine show whether it was suspended lately.",
        },
    ],
};
