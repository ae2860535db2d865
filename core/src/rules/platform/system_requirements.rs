//! Machines that miss the system requirements of their Exchange version.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::deployment::MEETS_SYSTEM_REQUIREMENTS;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{
    Evidence, MATRIX, MATRIX_2021, POLICY_2007, REQUIREMENTS_2013, REQUIREMENTS_2016, REQUIREMENTS_2019, cite,
};

const MISSED: Condition = is_not(MEETS_SYSTEM_REQUIREMENTS);

pub static RULE: Rule = Rule {
    id: "system-requirements",
    topic: Topic::Platform,
    subject: SubjectKind::Deployment,
    broken: "A machine does not meet the system requirements of its Exchange version",
    kept: "Every machine meets the system requirements of its Exchange version",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: MISSED,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, system requirements", Evidence::A).remark(
                "It refers to the page Exchange 2007 System Requirements, which was not read in full.",
            )],
            checks: "A virtual Exchange 2007 server must meet the same system requirements as a physical one: for example a 64-bit processor, and a writable domain controller and a writable global catalog server in its Active Directory site. Compare every machine with Microsoft's page Exchange 2007 System Requirements; one miss on one machine counts. The guest's operating system is judged by a rule of its own.",
            why: "The policy makes these requirements a condition of its own, so a machine that misses one is not supported as a guest. Without a global catalog server within reach, for instance, Exchange cannot look up recipients and mail waits.",
            mend: "Add what is missing: processors or memory in the settings of the machine (with a shutdown), a domain controller for the site, Windows components in Server Manager. What the host itself cannot offer, such as 64-bit guests, takes another host.",
            find_out: "Start the Best Practices Analyzer in the Toolbox of the Exchange Management Console and run a health check; it reads and changes nothing. Processors and memory of the machine stand in its settings in Hyper-V Manager, the vSphere Client or XenCenter.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: MISSED,
            sources: &[cite(&MATRIX_2021, "Exchange 2010 SP3: operating systems, Active Directory", Evidence::A).remark(
                "The page Exchange 2010 System Requirements itself was not read in full; the matrix says which operating systems and Active Directory environments Exchange 2010 accepts with Service Pack 3.",
            )],
            checks: "Every Exchange 2010 machine must meet what Microsoft asks of any Exchange 2010 server. With Service Pack 3 and Update Rollup 5 or later, for example, it needs writable domain controllers on Windows Server 2003 SP2 to 2012 R2 (also 2016 from Update Rollup 22 on), and a forest functional level of Windows Server 2003 or higher. Older builds have limits of their own.",
            why: "Exchange 2010 keeps its configuration and all recipients in Active Directory; with domain controllers it was not made for, address lookups or the setup of an update can fail. Microsoft does not support an Exchange 2010 server that misses its system requirements, on physical hardware or as a guest.",
            mend: "Install the missing service pack, update rollup or Windows component (the Exchange services restart for it), or add a writable domain controller of an accepted Windows version to the site. If the directory has already outgrown Exchange 2010, a migration to a later version is the way out.",
            find_out: "Get-ExchangeServer | Format-List Name,AdminDisplayVersion shows the service pack (14.3 is SP3), and Programs and Features, View installed updates, the rollup. Get-ADForest | Format-List ForestMode and nltest /dclist:DOMAIN tell about the directory; the Best Practices Analyzer in the Toolbox of the Exchange Management Console checks much of the rest.",
        },
        Row {
            versions: ONLY_2013.or(ONLY_2016),
            severity: Severity::Requirement,
            violated: MISSED,
            sources: &[
                cite(&REQUIREMENTS_2013, "Hardware, operating system, directory servers", Evidence::A).only(ONLY_2013),
                cite(&REQUIREMENTS_2016, "Hardware, operating system, directory servers", Evidence::A).only(ONLY_2016).remark(
                    "The page about virtualization does not repeat these requirements; it only asks for a supported Windows Server in the guest.",
                ),
                cite(&MATRIX, ".NET Framework for Exchange 2016", Evidence::A).only(ONLY_2016),
            ],
            checks: "Among the requirements: an x64 processor; 30 GB on the drive where Exchange is installed, 200 MB free on the system drive and 500 MB free on the drive of the mail queue; NTFS for system and Exchange program files; Windows with its full desktop, not Server Core. The paging file has a fixed size, memory plus 10 MB but at most 32,778 MB (16,394 MB for 16 GB). Exchange 2016 CU23 needs .NET Framework 4.8.",
            why: "When the drive of the queue runs out of space, transport stops accepting mail; on Server Core or with a wrong .NET version the next cumulative update may not install. Microsoft does not support Exchange 2013 or 2016 outside these requirements, virtual or not.",
            mend: "Most can be put right inside the machine: enlarge the virtual disk and extend the volume, set the paging file (with a restart), install the right .NET version while the Exchange services are stopped. A volume with the wrong file system has to be emptied and formatted again. For an edition or processor that does not fit, build a new machine and move the mailboxes.",
            find_out: "Get-Volume shows file system and free space of every volume on Windows Server 2012 and later; Get-CimInstance Win32_PageFileSetting shows the paging file, and nothing if Windows manages its size, which is wrong here. For Exchange 2016, Microsoft's script HealthChecker.ps1 puts paging file, .NET version and memory on one page; it only reads.",
        },
        Row {
            versions: ONLY_2019.or(ONLY_SE),
            severity: Severity::Requirement,
            violated: MISSED,
            sources: &[
                cite(&REQUIREMENTS_2019, "Hardware, operating system, directory servers", Evidence::A).remark(
                    "It lists the files of the transport database both as needing NTFS and as allowed on ReFS; NTFS is the safe reading.",
                ),
                cite(&MATRIX, ".NET Framework, Active Directory", Evidence::A).remark(
                    "Its .NET table has no line for Subscription Edition on Windows Server 2019; Microsoft's script HealthChecker expects 4.8 there.",
                ),
            ],
            checks: "Each server needs, among others, an x64 processor, 30 GB free where Exchange is installed, 200 MB on the system drive, 500 MB where the queue database lies, and NTFS for system, program files, diagnostic logs and queue database. The paging file is 25 percent of the memory, minimum and maximum alike: 32 GB for 128 GB. Exchange 2019 CU14 and CU15 and Subscription Edition need .NET Framework 4.8 (4.8.1 is better on Windows Server 2022 and 2025).",
            why: "Exchange 2019 and Subscription Edition are not supported by Microsoft on a server that falls short of their system requirements, be it a guest or a physical one. In daily work it shows as back pressure when the queue drive fills up, or as an update that refuses to install.",
            mend: "Grow the virtual disk and extend the volume, set the paging file by hand and restart, and install only a .NET version that Microsoft's supportability matrix lists, with the server in maintenance mode. Members of a database availability group (DAG) can be treated one after the other without an outage. Raising the forest functional level is a change for the whole directory and needs domain controllers that allow it.",
            find_out: "Run HealthChecker.ps1 from Microsoft's CSS-Exchange repository on each server: it reports paging file, .NET version, memory and processors and changes nothing. Free space and file systems come from Get-Volume; (Get-ADForest).ForestMode must be at least Windows Server 2012 R2.",
        },
    ],
};
