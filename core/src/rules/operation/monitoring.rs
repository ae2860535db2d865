//! Monitoring of the host alone, of the guests alone, or of neither.

use crate::condition::is_not;
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::deployment::MONITORS_HOST_AND_GUEST;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "monitoring",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "Hosts and Exchange machines are not both monitored",
    kept: "Hosts and Exchange machines are both monitored",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: is_not(MONITORS_HOST_AND_GUEST),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, monitoring", Evidence::A).remark(
            "The source explains what has to be monitored where; that neither may be left out is how it is read here.",
        )],
        checks: "Performance and availability should be watched in two places: on the host (processors, memory, disks, network of all machines together) and in each Exchange machine (queues, RPC latency, database counters). Only one of the two means no.",
        why: "Exchange publishes its counters in the guest only, and the host only those of its own hardware and hypervisor. A guest's processor counters refer to the slices of time that it is given, so it can show 60 percent and still be slow because the host is full; who looks at one side only does not see that. It stays supported without monitoring, but users then find the faults first.",
        mend: "Add the missing side to the monitoring you have: the hypervisor's management pack or agent for the hosts, the one for Exchange 2007 for the machines. Without such a product, a data collector set in Performance Monitor on both is a start: it costs no licence, but somebody has to look at it.",
        find_out: "Ask for last week's curve of two counters: on a Hyper-V host \\Hyper-V Hypervisor Logical Processor(_Total)\\% Total Run Time (in the vSphere Client the CPU chart on the Performance tab of the host), in a Mailbox machine \\MSExchangeIS\\RPC Averaged Latency. Whoever has both monitors both.",
    }],
};
