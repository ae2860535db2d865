//! More virtual processors than physical cores.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::OWN_HOSTS;
use crate::source::{Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "vcpu-ratio-one-to-one",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "More virtual processors than physical cores",
    kept: "At most one virtual processor for each physical core",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Recommendation,
        violated: Condition::All(&[OWN_HOSTS, Condition::Short(Balance::of_processors(1))]),
        sources: &[
            cite(&POLICY_2013, "Requirements for hardware virtualization, recommended ratio", Evidence::A).only(ONLY_2013),
            cite(&POLICY_2016, "Requirements for hardware virtualization, recommended ratio", Evidence::A)
                .only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "Requirements for hardware virtualization, recommended ratio", Evidence::A)
                .only(ONLY_SE)
                .remark("One to one is recommended without naming a version; the text around it speaks of 2016 and 2019, the marking of the page also of Subscription Edition."),
        ],
        checks: "All guests of a host together, Exchange or not, should have no more virtual processors than the host has physical cores: with two twelve-core processors at most 24, and 24 is fine. Hyper-threads add nothing to the cores, and the host's own share is left out here.",
        why: "With a core for every virtual processor no guest waits for another, also when all are busy at once, for example when a DAG member has failed and its users connect to the rest. From one up to two virtual processors per core Exchange stays supported, but its response times depend on what the neighbours do.",
        mend: "Give each Exchange machine the processors its sizing asks for and no more, move other guests away, or buy hosts or processors with more cores. Lowering the number of a guest takes a shutdown; more cores can also raise the licence cost of Windows Server and of the hypervisor.",
        find_out: "On a Hyper-V host (Windows Server 2012 or later) Get-VMProcessor -VMName * lists the Count of each guest, and (Get-CimInstance Win32_Processor | Measure-Object NumberOfCores -Sum).Sum gives the cores of the host. In PowerCLI, Get-VMHost NAME | Get-VM | Measure-Object NumCpu -Sum adds up the guests; the host's Summary in the vSphere Client shows its cores. On XenServer use xe vm-list is-control-domain=false params=name-label,VCPUs-max.",
    }],
};
