//! Guests and host together use more than two virtual processors per core.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::OWN_HOSTS;
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const OVER_TWO_TO_ONE_WITH_ROOT: Condition =
    Condition::All(&[OWN_HOSTS, Condition::Short(Balance::of_processors(2).with_root())]);

pub static RULE: Rule = Rule {
    id: "vcpu-ratio-with-root",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "Guests and host together need more than two virtual processors per core",
    kept: "Guests and host together stay within two virtual processors per core",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Recommendation,
            violated: OVER_TWO_TO_ONE_WITH_ROOT,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, processors of the root", Evidence::A)
                    .only(ONLY_2007)
                    .remark("It wants the root counted into the ratio, while the example in its conditions gives all of twice the cores to guests; hence it is judged as advice."),
                cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, processors of the root", Evidence::D)
                    .only(ONLY_2010)
                    .remark("The section is written for Exchange 2007; no text of Microsoft about the processors that the host of an Exchange 2010 server needs for itself was read."),
            ],
            checks: "Add 2 for the host itself to the virtual processors of all its guests, or its measured load if that is above 2, and compare the sum with twice the host's cores; exactly twice is still fine. With two four-core processors the guests should have at most 14 virtual processors together, and at most 12 if the host is measured at 3.5.",
            why: "In Hyper-V the host carries out every disk and network request of the guests, so a host that waits for a processor slows down all mailboxes on it. This is advice: as long as the guests alone have no more than two virtual processors per core, Exchange 2007 or 2010 stays supported.",
            mend: "Lower the number of processors in the settings of guests that do not use them, or move a guest to another host, until the sum fits. The number can only be lowered while the machine is off, so hand its work over to another cluster node or DAG member first if there is one.",
            find_out: "The settings of each guest show its processors (Processor in Hyper-V Manager, CPU in the vSphere Client and XenCenter); msinfo32 on a Windows host shows the cores of each processor. For the load of a Hyper-V host, add up in Performance Monitor at the busiest hour % Total Run Time of Hyper-V Hypervisor Root Virtual Processor over all instances but _Total: 100 is one processor. If nobody has measured it, leave it unanswered: it counts as 2.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Recommendation,
            violated: OVER_TWO_TO_ONE_WITH_ROOT,
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, processors of the host machine", Evidence::A)
                    .only(ONLY_2013)
                    .remark("It stands among the requirements, but the example in the paragraph before gives all 16 virtual processors of 8 cores to guests; hence it is judged as advice."),
                cite(&POLICY_2016, "Requirements for hardware virtualization, processors of the host machine", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("Listed under the requirements, yet at odds with the example for the ratio itself, which leaves nothing for the host; therefore advice here."),
                cite(&POLICY_SE, "Requirements for hardware virtualization, processors of the host machine", Evidence::A)
                    .only(ONLY_SE)
                    .remark("Here too example and paragraph disagree about the host's share, and Subscription Edition is named only in the marking of the page."),
            ],
            checks: "The virtual processors of all guests plus the host's own share (2, or its measured load if higher) should not pass two for each physical core. Two eight-core processors allow 32: up to 30 for the guests while the host needs 2 or less, up to 28 if it is measured at 4.",
            why: "The host's work for storage and network grows with its guests; if all of two to one is given away, that work has to wait for a core, and log replication, search and client connections slow down together. Support is not lost by this alone: for that the guests themselves have to pass two per core.",
            mend: "Take processors from guests that idle, move a guest to a host with room, or reduce what the host does by itself in the daytime (antivirus scans, backups). A guest has to be shut down to lose a processor, so put a DAG member into maintenance mode before.",
            find_out: r"On a Hyper-V host (Windows Server 2012 or later) Get-VM | Measure-Object ProcessorCount -Sum adds up the guests' processors, Task Manager shows the cores, and Get-Counter '\Hyper-V Hypervisor Root Virtual Processor(*)\% Total Run Time' the host's load (sum of all lines but _total; 100 is one processor). In vSphere see the host's Summary and the guests' settings, on XenServer xentop for Domain-0. A load never measured is left unanswered and counts as 2.",
        },
    ],
};
