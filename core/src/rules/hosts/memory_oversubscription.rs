//! The guests of a host have more memory together than the host has.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2016, guest, host};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::OWN_HOSTS;
use crate::source::{Evidence, LIMITS_2010, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const GUESTS_MEMORY: Balance = Balance::against(host::MEMORY_GB)
    .adding(const { &[host::OTHER_VM_MEMORY_GB.slot()] })
    .adding_per_guest(const { &[guest::MEMORY_GB.slot()] });

const MORE_THAN_THE_HOST_HAS: Condition = Condition::All(&[OWN_HOSTS, Condition::Short(GUESTS_MEMORY)]);

pub static RULE: Rule = Rule {
    id: "memory-oversubscription",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "The guests have more memory together than the host",
    kept: "The host has memory enough for all its guests",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Recommendation,
            violated: MORE_THAN_THE_HOST_HAS,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: dynamic memory allocation", Evidence::A).only(ONLY_2007),
                cite(&LIMITS_2010, "memory", Evidence::C)
                    .only(ONLY_2010)
                    .remark("It reports that dynamic memory should be disabled; a digest of Microsoft's Hyper-V paper says must. Neither could be compared with Microsoft's own words on memory."),
            ],
            checks: "Add up the memory of the Exchange machines and of all other machines on the host: the sum should not be above the memory that the host has. 64 GB are enough for two Exchange machines with 24 GB each and others with 16 GB together; one MB more is too much. Of a machine with changing memory count the largest amount it can get.",
            why: "Exchange keeps mailbox data in memory to spare the disks; when the hypervisor takes that memory back or swaps it to disk, the disks get busier and Outlook waits. Microsoft advises against oversubscription for Exchange 2007 and is reported to do so for 2010; both stay supported with it.",
            mend: "Give other machines less memory, move one of them to another host, or build more memory into this one, which has to be switched off for it. Until then a full memory reservation for the Exchange machines (Reservation in the vSphere Client) makes the others give way first.",
            find_out: "Hyper-V Manager shows a guest's memory under Memory in its settings; on the host, System in the Control Panel shows the memory installed. In the vSphere Client both are on the Summary pages of machine and host, and newer versions of XenCenter show them together on the host's Memory tab.",
        },
        Row {
            versions: ONLY_2013,
            severity: Severity::Recommendation,
            violated: MORE_THAN_THE_HOST_HAS,
            sources: &[cite(&POLICY_2013, "Exchange memory requirements and recommendations", Evidence::A).remark(
                "It calls oversubscribing memory unsuitable for Exchange, but its last sentence rules out dynamic memory alone; the page for 2016 adds overcommit there. Hence it is advice for 2013.",
            )],
            checks: "The memory set for all guests of the host, Exchange or not, should fit into its physical memory: on 128 GB, Exchange machines with 96 GB leave 32 GB for all others. Exactly full passes this check, although the host needs some memory for itself. For a machine with Dynamic Memory take its Maximum RAM.",
            why: "Exchange 2013 sizes its caches by the memory it sees; if part of that exists only on paper, the hypervisor has to reclaim or swap memory under load, and every database on the server answers slowly. An oversubscribed host alone does not end the support of Exchange 2013, but dynamic memory for the Exchange machine itself does (rule dynamic-memory).",
            mend: "Shrink or move machines that can do without, or add memory modules to the host, with its guests moved or shut down meanwhile. Do not take the memory from the Exchange machines unless their sizing allows it; changing it in Hyper-V Manager or the vSphere Client normally needs the machine shut down.",
            find_out: "On a Hyper-V host (Windows Server 2012 or later) compare (Get-VMHost).MemoryCapacity, in bytes, with what Get-VMMemory -VMName * lists (Startup, but Maximum where Dynamic Memory is on); on older hosts open each machine's settings in Hyper-V Manager. For vSphere, PowerCLI has Get-VMHost | Format-Table Name,MemoryTotalGB and Get-VM | Format-Table Name,VMHost,MemoryGB.",
        },
        Row {
            versions: SINCE_2016,
            severity: Severity::Requirement,
            violated: MORE_THAN_THE_HOST_HAS,
            sources: &[
                cite(&POLICY_2016, "Exchange memory requirements and recommendations", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("It forbids overcommit for Exchange; whether a full reservation for the Exchange machines alone is enough on a host that is overcommitted as a whole is not said."),
                cite(&POLICY_SE, "Exchange memory requirements and recommendations", Evidence::A)
                    .only(ONLY_SE)
                    .remark("Memory overcommit is ruled out without naming a version; Subscription Edition is in the marking of the page, not in its text."),
            ],
            checks: "Memory overcommit must not be used: the memory of all guests on the host, Exchange machines and others, may at most equal the host's physical memory. With 256 GB in the host and two Exchange machines of 96 GB each, all other machines together may have 64 GB; 65 GB break the rule.",
            why: "Overcommitted memory has to come from somewhere when all guests need theirs: the hypervisor takes some back or swaps it to disk, Exchange loses its caches, databases can fail over and clients time out. For Exchange 2016, 2019 and Subscription Edition Microsoft does not support memory overcommit.",
            mend: "Move machines to other hosts, lower the memory of those that are not Exchange (most need a shutdown for it), or add memory to the host, which costs the hardware and a downtime. In a cluster leave enough memory free on each host for the machines of a failed one, or a failover brings the overcommit back.",
            find_out: "PowerCLI: (Get-VMHost NAME).MemoryTotalGB against Get-VMHost NAME | Get-VM | Measure-Object MemoryGB -Sum. Hyper-V: systeminfo shows Total Physical Memory of the host in MB, Get-VM | Format-Table Name,MemoryStartup,MemoryMaximum,DynamicMemoryEnabled the guests (count the maximum where Dynamic Memory is on). XenServer: xe host-list params=name-label,memory-total and xe vm-list is-control-domain=false params=name-label,memory-static-max, in bytes.",
        },
    ],
};
