//! Less space for the files of the Exchange machines than their system disks (and, on
//! Hyper-V, their memory files) need.

use crate::condition::{Balance, Condition};
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::{
    HYPER_V, ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, RENTED, SINCE_2013, guest, host,
};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const SYSTEM_DISKS: Balance =
    Balance::against(host::VM_STORAGE_GB).adding_per_guest(const { &[guest::OS_DISK_GB.slot()] });

const SYSTEM_DISKS_AND_MEMORY_FILES: Balance = Balance::against(host::VM_STORAGE_GB)
    .adding_per_guest(const { &[guest::OS_DISK_GB.slot(), guest::MEMORY_GB.slot()] });

const TOO_LITTLE_SPACE: Condition = Condition::Match(
    PRODUCT.slot(),
    &[(RENTED.bits(), Condition::Never), (HYPER_V.bits(), Condition::Short(SYSTEM_DISKS_AND_MEMORY_FILES))],
    &Condition::Short(SYSTEM_DISKS),
);

pub static RULE: Rule = Rule {
    id: "vm-storage-capacity",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "Too little space for the files of the Exchange machines",
    kept: "Space enough for the files of the Exchange machines",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: TOO_LITTLE_SPACE,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: storage requirements of Exchange and of the root machine", Evidence::A)
                    .only(ONLY_2007)
                    .remark("It also counts other files of a machine, and space for databases, logs and queues, without figures; only what can be added up is judged."),
                cite(&POLICY_2007, "Exchange Server 2007: storage requirements of Exchange and of the root machine", Evidence::D)
                    .only(ONLY_2010)
                    .remark("The section is about Exchange 2007; what Microsoft asks for the machine files of Exchange 2010 was not read."),
            ],
            checks: "The volume or datastore with the machines' files must be at least as large as the operating system disks of all Exchange machines on this host together; on Hyper-V add the memory of each for its memory file (.bin). Two machines with a 60 GB disk and 16 GB of memory each need 152 GB on Hyper-V and 120 GB elsewhere, and exactly that is enough. Exchange data and other machines need their space besides.",
            why: "If the volume runs full, Hyper-V cannot create the memory file and the machine does not start after a restart of the host, or it is paused when a disk file cannot grow; its mailboxes and queues are then offline. Microsoft's storage requirements for Exchange 2007 ask for enough space for each guest, and a host without it is not supported; for 2010 the same is assumed.",
            mend: "Enlarge the volume or datastore, or move machines to one with more space: with Storage vMotion while they run, on Hyper-V 2008 and 2008 R2 by moving the files while the machine is off. Remove ISO images, old backups and files of deleted machines from it first, but no file of a machine's snapshots.",
            find_out: "In Hyper-V Manager open the machine's settings: Inspect beside the path of its system disk shows the maximum size, Memory its memory; Computer in Windows Explorer shows the size of the volume. The vSphere Client shows a datastore's Capacity and a machine's Hard disk 1 in its settings, XenCenter the size of a storage repository on its General tab. Subtract what other machines occupy there.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: TOO_LITTLE_SPACE,
            sources: &[
                cite(&POLICY_2013, "Exchange storage requirements, and host machine storage requirements", Evidence::A)
                    .only(ONLY_2013)
                    .remark("It gives the size of the memory file for Hyper-V in general, though newer versions create it only for machines that save their state when the host stops; it is counted always."),
                cite(&POLICY_2016, "Exchange storage requirements, and host machine storage requirements", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("The memory file of Hyper-V is described as in the days of Windows Server 2008 and is counted as described. The space for queues, databases and logs, which the page wants too, is not judged for lack of a figure."),
                cite(&POLICY_SE, "Exchange storage requirements, and host machine storage requirements", Evidence::A)
                    .only(ONLY_SE)
                    .remark("What it says about the space for machine files is unchanged from 2016 and 2019; only the marking of the page adds Subscription Edition."),
            ],
            checks: "The space on this host for the Exchange machines' files must hold the full size of their operating system disks, and on Hyper-V as many GB again as they have memory. Two machines with 150 GB disks and 128 GB of memory each need 556 GB on Hyper-V, 300 GB on other hypervisors; that much exactly is allowed. Databases, logs and queues come on top.",
            why: "Fixed disks and memory files take their space at once, growing disks take it later: when the place runs full, Hyper-V or vSphere pauses the machine, and its databases go offline or fail over. Microsoft asks for enough space on the host for each Exchange machine, so a host without it is not a supported place for Exchange 2013 and later.",
            mend: "Extend the datastore or volume, or move a machine's storage to a larger one while it runs, with Storage vMotion or (Hyper-V since Windows Server 2012) Move-VMStorage; mail is slower during the copy. Hyper-V since 2012 creates the memory file only where Automatic Stop Action is to save the machine's state, but Microsoft's policy makes no such exception and neither does this check.",
            find_out: "Hyper-V: Get-VMHardDiskDrive -VMName NAME gives the paths of a machine's disks, Get-VHD -Path PATH the Size in bytes, Get-Volume the size of the volume; on Windows Server 2008 R2 use Inspect in the machine's settings. vSphere: Get-Datastore | Format-Table Name,CapacityGB,FreeSpaceGB in PowerCLI; XenServer: xe sr-list params=name-label,physical-size, in bytes. Where others share the space, count only the part for the Exchange machines of this host.",
        },
    ],
};
