//! Machines that do not start from a cold boot after a host failure.

use crate::condition::{Condition, is, is_not};
use crate::question::SubjectKind;
use crate::questions::deployment::{COLD_BOOT_ON_FAILOVER, HOST_CLUSTERING};
use crate::questions::{ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::IN_A_DAG;
use crate::source::{DEMYSTIFYING_2010, Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "cold-boot-on-failover",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "After a host failure a machine may resume instead of starting cold",
    kept: "After a host failure a machine does not resume from an earlier state",
    rows: &[
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: Condition::All(&[IN_A_DAG, is(HOST_CLUSTERING), is_not(COLD_BOOT_ON_FAILOVER)]),
            sources: &[cite(
                &DEMYSTIFYING_2010,
                "DAG members and host-based failover clustering, failover",
                Evidence::B,
            )
            .remark("Only the opening of the article was read; the reports of May 2011 agree with it.")],
            checks: "If the hypervisor restarts a member of a database availability group (DAG) on another host after a failure, the member must boot as if it had been powered off. It must not go on from a saved or paused state, and the hypervisor must not go back to a snapshot.",
            why: "After a cold boot the member asks the DAG which of its copies are active now; one that resumes acts on what was true before the failure, and both sides may hold a database for theirs. Microsoft allows a DAG on clustered hosts with Exchange 2010 only with a cold boot, otherwise the DAG is not supported.",
            mend: "Failover clusters of Hyper-V hosts, vSphere HA and XenServer HA power a machine on again by themselves; remove what makes it resume instead, such as scripts, replication tools or a recovery action that reverts to a snapshot. If your product cannot do without it, switch its restart off for the DAG members, and let the DAG bridge the failure alone.",
            find_out: "Test it in a maintenance window with a member that has no active databases, alone on its host (an abrupt stop can damage other machines there): cut the power of that host and watch the console of the member on the other one. A normal boot of Windows, and Event 6008 (unexpected shutdown) in its System log, point to a cold boot.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: Condition::All(&[is(HOST_CLUSTERING), is_not(COLD_BOOT_ON_FAILOVER)]),
            sources: &[
                cite(&POLICY_2013, "Host-based failover clustering and migration, failover", Evidence::A)
                    .only(ONLY_2013),
                cite(&POLICY_2016, "Host-based failover clustering and migration, failover", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Host-based failover clustering and migration, failover", Evidence::A).only(ONLY_SE),
            ],
            checks: "Wherever vSphere HA, a failover cluster of Hyper-V hosts, XenServer HA or another product restarts Exchange machines after a host failure, they must start from a cold boot: powered off, with no state of the operating system kept. This holds for every Exchange machine, also outside a DAG.",
            why: "Resuming brings back memory that no longer matches the databases and logs on disk, so a database can be damaged or its copies can disagree. Microsoft does not support Exchange 2013 and later with a failover that does not end in a cold boot; the outage until Exchange is up again is expected and not a fault.",
            mend: "Change the failover action of the product to power on or restart, and delete saved states and recovery points that it could start from. Where it offers no such choice, turn off its automatic restart for the Exchange machines; somebody then has to start them by hand after a failure.",
            find_out: "The vendor's documentation of its high availability says whether a machine is restarted or resumed: vSphere HA and XenServer HA describe a restart. After a real or tested failover, (Get-CimInstance Win32_OperatingSystem).LastBootUpTime in the guest must be later than the failure. Lock-step products such as vSphere Fault Tolerance are not mentioned in the policy: ask Microsoft.",
        },
    ],
};
