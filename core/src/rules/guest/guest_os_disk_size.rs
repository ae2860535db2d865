//! An operating system disk too small for Windows and a paging file as large as the memory.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::guest::{MEMORY_GB, OS_DISK_GB};
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, cite};

const BELOW_15_GB_AND_MEMORY: Condition =
    Condition::Short(Balance::against(OS_DISK_GB).starting_at(15).adding(const { &[MEMORY_GB.slot()] }));

pub static RULE: Rule = Rule {
    id: "guest-os-disk-size",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The operating system disk is smaller than 15 GB plus the machine's memory",
    kept: "The operating system disk has at least 15 GB plus the machine's memory",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: BELOW_15_GB_AND_MEMORY,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: guest virtual machine storage requirements", Evidence::A)],
            checks: "The virtual disk of the guest's Windows must have at least 15 GB plus the memory given to the machine; exactly that much is enough. With 16 GB of memory 31 GB is the least, and a disk 1 MB smaller fails.",
            why: "The space is for Windows and a paging file that grows with the memory. On a full system disk services can stop, and on the default paths the transport queues lie there too, so mail is no longer accepted; the policy words the size as a must, and Exchange 2007 on a smaller disk is not supported.",
            mend: "Delete snapshots of the machine first, shut it down, enlarge the disk with Edit Disk in Hyper-V Manager or Edit Settings in the vSphere Client, and choose Extend Volume in the guest's Disk Management. Taking memory away also helps if Exchange does not need it. Both mean a downtime; make a backup first.",
            find_out: "Inspect Disk in Hyper-V Manager shows the maximum disk size, Edit Settings in the vSphere Client the size of Hard disk 1. The memory stands in the machine's settings under Memory; do not take the size of drive C:, which is smaller if the disk has several volumes.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Recommendation,
            violated: BELOW_15_GB_AND_MEMORY,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: guest virtual machine storage requirements", Evidence::D)
                .remark("Taken over from Exchange 2007: no Microsoft text with this formula for Exchange 2010 was found. A Microsoft employee's digest of the Hyper-V paper asks for 15 GB plus room for the paging file, management tools and dumps.")],
            checks: "The disk with the guest's Windows should have 15 GB plus the machine's memory or more, as it was demanded for Exchange 2007. A machine with 8 GB of memory passes with 23 GB.",
            why: "A paging file of the size of the memory, a crash dump and the logs of Exchange 2010 need room beside Windows. If the disk fills up, transport stops taking mail (back pressure) and updates can fail; whether Microsoft demands the figure for Exchange 2010 is not known, so a smaller disk is treated as a risk and not as unsupported.",
            mend: "Expand the virtual disk while the machine is off, then extend the volume in Windows; this is not possible while snapshots exist. If it cannot grow, move the Exchange logs and the queue database to another volume, which needs a restart of the services; that lowers the risk, the finding stays.",
            find_out: "In Hyper-V Manager choose Inspect Disk for the first disk of the machine and compare its maximum size with the amount under Memory. In PowerCLI Get-VM NAME | Get-HardDisk | Format-List Name,CapacityGB shows the disks and Get-VM NAME | Format-List Name,MemoryGB the memory.",
        },
        Row {
            versions: ONLY_2013,
            severity: Severity::Requirement,
            violated: BELOW_15_GB_AND_MEMORY,
            sources: &[cite(&POLICY_2013, "Requirements for hardware virtualization, operating system disk", Evidence::A)
                .remark("The pages for Exchange 2016 and later no longer have the figure.")],
            checks: "The guest's operating system disk needs 15 GB plus the memory assigned to the machine; a disk of just that size passes. 96 GB of memory need 111 GB, although the paging file of Exchange 2013 ends at 32,778 MB.",
            why: "Beside Windows and the paging file the default installation writes the queue database and many gigabytes of diagnostic logs to this disk, and when it is nearly full Exchange stops accepting mail. The size is among the conditions of support for Exchange 2013, so below it the machine is unsupported.",
            mend: "Enlarge the virtual disk and extend the volume in the guest's Disk Management; delete checkpoints or snapshots before. vSphere can do it while the machine runs; Hyper-V must shut a generation 1 machine down, because its boot disk is on an IDE controller.",
            find_out: "On a Hyper-V host since Windows Server 2012 take (Get-VHD PATH).Size / 1GB and compare it with the Memory page of the settings. In the vSphere Client both figures stand on the Summary page or under Edit Settings, as Hard disk 1 and Memory.",
        },
    ],
};
