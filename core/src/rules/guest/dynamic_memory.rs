//! Memory that the hypervisor changes while the machine runs, or promises twice.

use crate::condition::is;
use crate::question::SubjectKind;
use crate::questions::guest::DYNAMIC_MEMORY;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2016};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, LIMITS_2010, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "dynamic-memory",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The machine's memory is dynamic or oversubscribed",
    kept: "The machine's memory is fixed and its own",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Recommendation,
            violated: is(DYNAMIC_MEMORY),
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: dynamic memory allocation", Evidence::A).only(ONLY_2007),
                cite(&LIMITS_2010, "dynamic memory", Evidence::C)
                    .only(ONLY_2010)
                    .remark("It reports that dynamic memory should be switched off; a Microsoft employee's digest of the Hyper-V paper says must. The milder word is taken, because Microsoft's own sentence for Exchange 2010 could not be read."),
            ],
            checks: "The machine should have a fixed amount of memory. In Hyper-V Manager, Settings, Memory, Dynamic Memory is off (it exists from Windows Server 2008 R2 SP1 on); in XenServer its dynamic minimum and maximum equal the static maximum; in vSphere a reservation of all its memory makes sure of it.",
            why: "Exchange keeps mailbox data in memory to spare the disks. When the hypervisor takes memory away the cache shrinks, the disks have to read again and Outlook can become slow; Exchange 2007 and 2010 stay supported, but may not reach the speed they were sized for.",
            mend: "Shut the machine down, switch Dynamic Memory off and enter the amount from the Exchange sizing; in vSphere raise the reservation to the full amount, in XenServer set the dynamic limits alike. The host must have that memory free for this machine alone, otherwise another machine has to leave or memory has to be bought.",
            find_out: "Look at the Memory page of the machine's settings; on Hyper-V of Windows Server 2012 or later Get-VMMemory -VMName NAME shows DynamicMemoryEnabled. In the vSphere Client see Reservation under Memory in Edit Settings. On XenServer xe vm-param-list uuid=UUID shows memory-dynamic-min, memory-dynamic-max and memory-static-max.",
        },
        Row {
            versions: ONLY_2013,
            severity: Severity::Requirement,
            violated: is(DYNAMIC_MEMORY),
            sources: &[cite(&POLICY_2013, "Exchange memory requirements and recommendations", Evidence::A).remark(
                "The section describes oversubscribed memory too, but its last sentence rules out dynamic memory features; memory reservations are not mentioned.",
            )],
            checks: "The hypervisor must not change the machine's memory while it runs: in Hyper-V Manager, Settings, Memory, the box Enable Dynamic Memory is clear. On vSphere a reservation of all its memory is the safe setting; on Proxmox VE the minimum memory must equal the memory.",
            why: "Exchange 2013 uses the memory that the machine shows as a lasting cache; when the hypervisor takes some of it back, Windows may have to page (use the disk as memory) and the mailboxes on the server slow down. Dynamic memory features are not supported for Exchange 2013.",
            mend: "Turn the machine off, clear Enable Dynamic Memory and give it the whole amount that the sizing asks for; on vSphere the reservation can be raised while it runs. If the host has not enough free memory, move other machines away first, or buy memory.",
            find_out: "Get-VMMemory -VMName * on a Hyper-V host since Windows Server 2012 lists DynamicMemoryEnabled for every machine. In PowerCLI Get-VM NAME | Get-VMResourceConfiguration | Format-List MemReservationGB shows the reservation; on Proxmox VE look at Memory on the Hardware page of the machine.",
        },
        Row {
            versions: SINCE_2016,
            severity: Severity::Requirement,
            violated: is(DYNAMIC_MEMORY),
            sources: &[
                cite(&POLICY_2016, "Exchange memory requirements and recommendations", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("It rules out dynamic memory and memory overcommit; reservations are not mentioned, but Microsoft's script HealthChecker reports a VMware machine without a full one."),
                cite(&POLICY_SE, "Exchange memory requirements and recommendations", Evidence::A)
                    .only(ONLY_SE)
                    .remark("The memory section names no version and the page's text 2016 and 2019 only; that it applies to Subscription Edition rests on the page's mark, and HealthChecker applies it there."),
            ],
            checks: "The machine's memory must be neither dynamic nor overcommitted (promised by the host beyond what it has). Hyper-V: Enable Dynamic Memory is clear; vSphere: Reserve all guest memory is ticked, which makes sure that the host cannot take memory back; Proxmox VE: minimum memory equals memory.",
            why: "Exchange expects to own the memory that it sees and caches mailboxes in it; memory that is taken back or only promised can turn into paging to disk, slow Outlook and, in a database availability group (DAG), failovers. Microsoft supports Exchange 2016 and later with neither feature.",
            mend: "On Hyper-V shut the machine down, clear Enable Dynamic Memory, enter the full amount and start it; on vSphere tick Reserve all guest memory. Both need that much free memory on every host where the machine may run, so count the hosts that take over after a failure as well.",
            find_out: "Run Get-VMMemory -VMName NAME on the Hyper-V host (Windows Server 2012 or later), or open Edit Settings, Memory in the vSphere Client. Microsoft's script HealthChecker, run in the guest, prints Dynamic Memory Detected; it looks on Hyper-V and VMware only, and on VMware its warning means that the memory is not fully reserved.",
        },
    ],
};
