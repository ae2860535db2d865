//! A guest operating system on which the version of Exchange is not supported.

use crate::condition::{Condition, below, none_of};
use crate::question::SubjectKind;
use crate::questions::deployment::{CUMULATIVE_UPDATE, SERVICE_PACK};
use crate::questions::guest::{GUEST_OS, GUEST_OS_SERVICE_PACK};
use crate::questions::{GuestOs, GuestOs::*, ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{
    Evidence, MATRIX, MATRIX_2021, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, REQUIREMENTS_2013,
    REQUIREMENTS_2016, REQUIREMENTS_2016_2019, TOPIC_2010, cite,
};

/// Sets of operating systems, each with what is still violated on them.
type Accepted = [(u64, Condition)];

const ACCEPTED_BY_2010: &Accepted = &[
    (any_of(&[WindowsServer2008X64]), below(GUEST_OS_SERVICE_PACK, 2)),
    (any_of(&[WindowsServer2008R2]), Condition::Never),
    (any_of(&[WindowsServer2012, WindowsServer2012R2]), below(SERVICE_PACK, 3)),
];

const ACCEPTED_BY_2013: &Accepted = &[
    (any_of(&[WindowsServer2008R2]), below(GUEST_OS_SERVICE_PACK, 1)),
    (any_of(&[WindowsServer2012]), Condition::Never),
    (any_of(&[WindowsServer2012R2]), Condition::All(&[below(SERVICE_PACK, 1), below(CUMULATIVE_UPDATE, 4)])),
];

const ACCEPTED_BY_2016: &Accepted = &[
    (any_of(&[WindowsServer2012, WindowsServer2012R2]), Condition::Never),
    (any_of(&[WindowsServer2016]), below(CUMULATIVE_UPDATE, 3)),
];

const ACCEPTED_BY_2019: &Accepted = &[
    (any_of(&[WindowsServer2019]), Condition::Never),
    (any_of(&[WindowsServer2022]), below(CUMULATIVE_UPDATE, 12)),
    (any_of(&[WindowsServer2025]), below(CUMULATIVE_UPDATE, 14)),
];

const ACCEPTED_BY_SE: &[GuestOs] = &[WindowsServer2019, WindowsServer2022, WindowsServer2025];

const fn any_of(systems: &[GuestOs]) -> u64 {
    GuestOs::set(systems).bits()
}

/// On any other operating system it is violated in every case.
const fn outside(accepted: &'static Accepted) -> Condition {
    Condition::Match(GUEST_OS.slot(), accepted, &Condition::Always)
}

pub static RULE: Rule = Rule {
    id: "guest-os",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The machine's operating system is not supported for this Exchange version",
    kept: "The machine's operating system is supported for this Exchange version",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: none_of(GUEST_OS, GuestOs::set(&[WindowsServer2008X64])),
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, guest operating system", Evidence::A).remark(
                "It names the 64-bit Windows Server 2008 and no other system. Windows Server 2008 R2, on which Exchange 2007 was allowed to run later (not checked here), was not added to it.",
            )],
            checks: "The machine must run the 64-bit edition of Windows Server 2008: Control Panel, System shows that name and, as System type, 64-bit Operating System. Windows Server 2008 R2 is another product and not on the list, nor are Windows Server 2003 and the 32-bit Windows Server 2008.",
            why: "The policy names this one system for Exchange 2007 in a virtual machine, and with any other the server is not supported there. The cluster service under CCR and the web server under Outlook Web Access differ from one Windows to the next, so a failover or a logon that works elsewhere may fail.",
            mend: "Windows cannot be upgraded in place below an installed Exchange 2007. Set up a second machine with 64-bit Windows Server 2008, install Exchange 2007 SP1 or later in it, move mailboxes and services there and uninstall the old server. Plan a Windows licence, disk space for the mailboxes a second time, and an interruption for each user while the mailbox moves.",
            find_out: "In the guest open Control Panel, System, or run wmic os get Caption,OSArchitecture in a command window. Windows Server 2003 does not know OSArchitecture and answers with an error; run wmic os get Caption there.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: outside(ACCEPTED_BY_2010),
            sources: &[
                cite(&TOPIC_2010, "guest conditions, operating system", Evidence::B)
                    .remark("It is dated before the release of Service Pack 3 and accepts Windows Server 2008 SP2 or later and Windows Server 2008 R2 without a service pack."),
                cite(&MATRIX_2021, "Supported operating system platforms, column Exchange 2010 SP3", Evidence::A)
                    .remark("Windows Server 2012 R2 was added in the revision of 2019-02-07; older advice says the opposite. This table asks for Service Pack 1 of Windows Server 2008 R2, the earlier topic does not, and the milder reading is taken. For Exchange 2010 without Service Pack 3 it has no column."),
            ],
            checks: "Accepted are 64-bit Windows Server 2008 with Service Pack 2 or later, Windows Server 2008 R2 with or without a service pack, and, if Exchange 2010 itself has Service Pack 3, also Windows Server 2012 and 2012 R2. A 32-bit Windows and everything from Windows Server 2016 on are not accepted.",
            why: "Outside this list Microsoft does not support Exchange 2010, whatever the hypervisor. Exchange uses the failover clustering, IIS and PowerShell of its Windows, so on a Windows that it was not made for, database copies, Outlook Web App or the management shell may stop working.",
            mend: "If only a service pack is missing, install it in a maintenance window: Service Pack 2 or later of Windows Server 2008, or Service Pack 3 of Exchange 2010, which also extends the Active Directory schema and cannot be uninstalled. If it is the wrong Windows, build a machine with an accepted one, install Exchange 2010 there (with Service Pack 3 on Windows Server 2012 or 2012 R2) and move the mailboxes, which needs their disk space twice for a while.",
            find_out: "Get-WmiObject Win32_OperatingSystem | Format-List Caption,OSArchitecture,ServicePackMajorVersion in PowerShell of the guest shows Windows and its service pack. In the Exchange Management Shell Get-ExchangeServer | Format-List Name,AdminDisplayVersion shows Version 14.3 for Service Pack 3, 14.2 and 14.1 for the two before it and 14.0 for none.",
        },
        Row {
            versions: ONLY_2013,
            severity: Severity::Requirement,
            violated: outside(ACCEPTED_BY_2013),
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, guest operating system", Evidence::A),
                cite(&REQUIREMENTS_2013, "Operating system", Evidence::A)
                    .remark("It accepts Windows Server 2012 R2 only with Exchange 2013 SP1. The Datacenter edition of Windows Server 2008 R2 is listed here without a service pack; the virtualization page asks for SP1 of every edition, and that is what is checked."),
                cite(&MATRIX_2021, "Supported operating system platforms, column Exchange 2013", Evidence::A),
            ],
            checks: "Accepted are Windows Server 2008 R2 with Service Pack 1, Windows Server 2012 and, from Exchange 2013 Service Pack 1 on, Windows Server 2012 R2; that service pack is also counted as Cumulative Update 4. Windows Server 2008 and everything from Windows Server 2016 on are not accepted. Exchange 2013 needs the full installation, not Server Core, which is not asked here.",
            why: "The virtualization page lists these three systems among the conditions of support for Exchange 2013. Before Service Pack 1 Exchange 2013 is not supported on Windows Server 2012 R2, and on a newer Windows its setup, its updates or its DAG may fail with nobody at Microsoft to correct it.",
            mend: "On Windows Server 2012 R2 install a later cumulative update of Exchange 2013 (it prepares Active Directory, may want a newer .NET Framework, and needs a restart), on Windows Server 2008 R2 its Service Pack 1. For any other Windows build a new machine and move the mailboxes: upgrading Windows in place below Exchange is not supported, and all members of a DAG need the same Windows version.",
            find_out: "Get-CimInstance Win32_OperatingSystem | Format-List Caption,ServicePackMajorVersion in the guest shows its Windows. Get-ExchangeServer | Format-List Name,AdminDisplayVersion in the Exchange Management Shell shows Exchange: Version 15.0 (Build 847.32) is Service Pack 1, a higher build is a later update.",
        },
        Row {
            versions: ONLY_2016,
            severity: Severity::Requirement,
            violated: outside(ACCEPTED_BY_2016),
            sources: &[
                cite(&POLICY_2016, "Requirements for hardware virtualization, guest operating system", Evidence::A)
                    .remark("It asks for a Windows Server that Exchange supports and leaves the list to other pages."),
                cite(&MATRIX_2021, "Supported operating system platforms, columns Exchange 2016", Evidence::A)
                    .remark("A copy of the planning page from 2018 names Windows Server 2008 R2 for an Exchange 2016 DAG; no other page does, and it is taken for a slip."),
                cite(&REQUIREMENTS_2016, "Operating system", Evidence::A),
                cite(&REQUIREMENTS_2016_2019, "Supported operating systems for Exchange 2016", Evidence::A),
                cite(&MATRIX, "Supported operating system platforms", Evidence::A),
            ],
            checks: "Accepted are Windows Server 2012 and 2012 R2 with every update of Exchange 2016, and Windows Server 2016 from Cumulative Update 3 (CU3) on; CU3 itself is enough. Windows Server 2008 R2, 2019 and later are not accepted. The guest also needs the Desktop Experience, which is not asked here.",
            why: "Outside this list Exchange 2016 is not supported, virtual or not; Microsoft's matrix excludes Windows Server 2019 and 2022 as well. The next update of Windows or Exchange may then stop mail flow or a DAG member, and the way back is a new server.",
            mend: "If Windows Server 2016 runs with an Exchange older than CU3, install the last cumulative update, CU23, in a maintenance window, with the .NET Framework that it asks for and restarts. Otherwise set up machines with Windows Server 2016 and move the mailboxes to them. A database availability group (DAG) cannot mix Windows versions, so its members are replaced by a new DAG as a whole.",
            find_out: "The command systeminfo in the guest prints the Windows version as OS Name. Get-ExchangeServer | Format-List Name,AdminDisplayVersion in the Exchange Management Shell shows the update: Version 15.1 (Build 544.27) is CU3, a lower build is older.",
        },
        Row {
            versions: ONLY_2019,
            severity: Severity::Requirement,
            violated: outside(ACCEPTED_BY_2019),
            sources: &[
                cite(&POLICY_2016, "Requirements for hardware virtualization, guest", Evidence::A)
                    .remark("The page demands a Windows Server that Exchange 2019 supports; which ones these are stands elsewhere."),
                cite(&MATRIX, "Supported operating system platforms, and the .NET Framework table", Evidence::A)
                    .remark("Windows Server 2025 stands in the operating system table without a cumulative update; CU14 is read from the .NET Framework table, which has rows of CU14 and CU15 for it. A roadmap of May 2024 had announced it for CU15 only."),
                cite(&MATRIX_2021, "Supported operating system platforms, revision of 2022-04", Evidence::A)
                    .remark("It accepts Windows Server 2022 from CU12 on."),
            ],
            checks: "Accepted are Windows Server 2019 with every cumulative update of Exchange 2019, Windows Server 2022 from CU12 on and Windows Server 2025 from CU14 on; CU12 and CU14 themselves are enough. Windows Server 2016 and older are not accepted.",
            why: "Exchange 2019 was released for Windows Server 2019; support for the two later systems came with the cumulative updates named, and Microsoft does not support Exchange 2019 on them with an earlier update, nor on any other Windows. Encrypted connections (TLS), the .NET Framework or the cluster under a DAG may then fail without a correction.",
            mend: "On Windows Server 2022 or 2025 install CU15, the newest cumulative update of Exchange 2019; put the server into maintenance mode first, it restarts. On Windows Server 2016 or older build a new machine and move mailboxes or database copies, since Windows cannot be upgraded between major versions below Exchange.",
            find_out: "In the guest, also on Server Core, (Get-CimInstance Win32_OperatingSystem).Caption in PowerShell names the Windows version. Get-ExchangeServer | Format-List Name,AdminDisplayVersion in the Exchange Management Shell reads Version 15.2 (Build 1118.7) for CU12 and 15.2 (Build 1544.4) for CU14; a higher build is newer.",
        },
        Row {
            versions: ONLY_SE,
            severity: Severity::Requirement,
            violated: none_of(GUEST_OS, GuestOs::set(ACCEPTED_BY_SE)),
            sources: &[
                cite(&POLICY_SE, "Requirements for hardware virtualization, guest operating system", Evidence::A)
                    .remark("That the guest needs a Windows Server on Exchange's own list rests, for Subscription Edition, on the page's mark; its text speaks of 2016 and 2019."),
                cite(&MATRIX, "Supported operating system platforms, Subscription Edition", Evidence::A),
            ],
            checks: "Accepted are Windows Server 2019, 2022 and 2025, Standard or Datacenter, with Desktop Experience or as Server Core. No older Windows Server is accepted for Subscription Edition.",
            why: "Subscription Edition is made and updated for these three systems, and Microsoft supports it on no other. On an older Windows the next update of Exchange may refuse to install, and a mail server without updates stays open to known attacks.",
            mend: "Build a new machine with Windows Server 2022 or 2025, install Subscription Edition and move the mailboxes, or add it to a DAG whose machines have the same Windows version. Do not upgrade Windows in place between major versions below Exchange: that is not supported, and a failed attempt may cost the server.",
            find_out: "Get-CimInstance Win32_OperatingSystem -ComputerName NAME | Format-List Caption,Version asks a server from any other machine of the domain; without -ComputerName it asks the one it runs on. Caption is the product name to compare.",
        },
    ],
};
