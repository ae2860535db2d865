//! More virtual processors than twice the host's physical ones.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2010};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::OWN_HOSTS;
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, SCALING_UP, cite};

const OVER_TWO_TO_ONE: Condition = Condition::All(&[OWN_HOSTS, Condition::Short(Balance::of_processors(2))]);

pub static RULE: Rule = Rule {
    id: "vcpu-ratio",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "More than two virtual processors for each physical core",
    kept: "At most two virtual processors for each physical core",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: OVER_TWO_TO_ONE,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, virtual processors", Evidence::A).remark(
                "Its text says logical processors, its example counts cores: two processors with four cores each are 8, hence at most 16 virtual processors. Counting cores is the safe reading.",
            )],
            checks: "Add up the virtual processors that all machines on the host have in their settings, Exchange or not, running or not. The sum must not be above twice the number of its processor cores: 16 are allowed on a host with two four-core processors, 17 are not. Hyper-threads are not cores.",
            why: "Beyond two to one the machines wait for each other's turn on a processor, and mail stalls under load. Microsoft no longer supports Exchange 2007 on that host then.",
            mend: "Take virtual processors away from machines that do not use them (each has to be shut down for it), move a machine to another host, or add a host.",
            find_out: "In Hyper-V Manager the settings of each machine show its number under Processor, and msinfo32 on the host names the cores of each processor. In the vSphere Client both numbers are on the Summary pages of machine and host.",
        },
        Row {
            versions: SINCE_2010,
            severity: Severity::Requirement,
            violated: OVER_TWO_TO_ONE,
            sources: &[
                cite(&SCALING_UP, "virtual processor ratio", Evidence::C).only(ONLY_2010).remark("It quotes an early text of the 2013 policy, which counted logical processors; later texts count physical cores."),
                cite(&POLICY_2013, "Host machine, virtual processors", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Host machine, virtual processors", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Host machine, virtual processors", Evidence::A).only(ONLY_SE).remark("The page is marked as applying to Subscription Edition; this passage names Exchange 2016 and 2019 only."),
            ],
            checks: "On each host, at most two virtual processors may be given out for one physical core, all virtual machines counted together: 32 on 16 cores are allowed, 33 are not. With hyper-threading on, the logical processors that the operating system shows are twice the cores, so do not count those.",
            why: "An Exchange server that has to wait for a core answers late, and a DAG member that answers too late can lose its active databases to another one. Above two to one Microsoft's support of the Exchange machines on the host ends; for Exchange 2010 that is reported by others.",
            mend: "Reduce the processors of machines that idle, spread the machines over more hosts, or set a rule that keeps other large machines off this host. Reducing needs a shutdown of the machine; moving needs none where live migration is set up and supported.",
            find_out: "Count cores, not threads: on a Hyper-V host Task Manager (Performance, CPU) shows Cores since Windows Server 2012, and before that wmic cpu get NumberOfCores prints a line for each socket, to be added up. In the vSphere Client the Hardware card of a host shows the sum. The virtual processors stand in each machine's settings.",
        },
    ],
};
