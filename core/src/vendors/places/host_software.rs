//! Where answers about the software on a host itself are found.

use super::*;
use crate::questions::host;
use crate::vendors::documents::WINDOWS_MODULES;
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SERVER_MANAGER,
                "On the host: roles other than Hyper-V, such as DNS, file services for users or Active Directory, mean yes. Look in Programs and Features for SQL Server and the like.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-WindowsFeature | Where-Object { $_.Installed }",
                "Roles other than Hyper-V mean yes; failover clustering, backup and management tools do not. On Windows Server 2008 R2 type Import-Module ServerManager first.",
                Seen::NotChecked,
            ),
            run(
                HOST_PROMPT,
                "servermanagercmd -query",
                "The same on Windows Server 2008: lines with [X] are installed.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, System, Services: these belong to ESXi. Nothing else runs on an ESXi host unless somebody added it, so the answer is no. ESX up to 4.1 has a service console; ask what runs there.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHostService -VMHost NAME | Where-Object { $_.Running } | Format-Table Key,Label",
                "Services of ESXi are normal. Ask about any other.",
                Seen::NotChecked,
            ),
            run(
                ESXI_SHELL,
                "esxcli software vib list",
                "Packages of VMware and the maker of the server are normal. Ask about any other.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::Xen,
        looks: &[run(
            XE,
            "systemctl list-units --type=service --state=running",
            "Services of XenServer and of monitoring or backup are normal. A database, mail, web or file server that somebody added means yes. XenServer 7 and later.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::Ahv,
        looks: &[run(
            ACLI,
            r#"hostssh "systemctl list-units --type=service --state=running""#,
            "Services of AHV are normal. A database, mail, web or file server that somebody added means yes.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::Proxmox,
        looks: &[run(
            PROXMOX_SHELL,
            "systemctl list-units --type=service --state=running",
            "Services of Proxmox VE, and of monitoring or backup, are normal. A database, file or web server that somebody added means yes; so do containers, if they serve users.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::SERVER_APPLICATIONS_ON_ROOT.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            CONTROL_PANEL,
            "Add or Remove Programs on the host: SQL Server and the like mean yes. So does the role of a domain controller; IIS for the Administration Website does not count.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                CONTROL_PANEL,
                "Look in Programs and Features, and in Services (services.msc), for a program that scans for viruses.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-MpComputerStatus | Format-List AMServiceEnabled,AntivirusEnabled,RealTimeProtectionEnabled",
                "AntivirusEnabled True: Microsoft Defender is active, so yes (Windows Server 2016 and later). If the command fails, Defender is not there; look for others.",
                Seen::In(&WINDOWS_MODULES),
            ),
        ],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::Vmware,
        looks: &[
            run(
                POWERCLI,
                "(Get-EsxCli -VMHost NAME -V2).software.vib.list.Invoke() | Format-Table Name,Vendor",
                "ESXi itself has no antivirus program. Yes only if a package of an antivirus maker stands here.",
                Seen::NotChecked,
            ),
            run(ESXI_SHELL, "esxcli software vib list", "The same without PowerCLI.", Seen::NotChecked),
        ],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::Xen,
        looks: &[run(
            XE,
            "systemctl list-units --type=service --state=running",
            "XenServer itself has no antivirus program. Yes only if a service of an antivirus maker stands here.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::Ahv,
        looks: &[run(
            ACLI,
            r#"hostssh "systemctl list-units --type=service --state=running""#,
            "AHV itself has no antivirus program. Yes only if a service of an antivirus maker stands here.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::Proxmox,
        looks: &[run(
            PROXMOX_SHELL,
            "systemctl list-units --type=service --state=running",
            "Proxmox VE itself has no antivirus program. Yes if a service such as clamav-daemon stands here.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ANTIVIRUS_ON_ROOT.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            CONTROL_PANEL,
            "Look in Add or Remove Programs, and in Services (services.msc), for a program that scans for viruses.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ANTIVIRUS_SKIPS_VIRTUAL_DISKS.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                WINDOWS_SECURITY,
                "Virus & threat protection, Manage settings, Exclusions, Add or remove exclusions: look for .vhd, .vhdx, .avhd and .avhdx, or for the folders with the machines.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-MpPreference | Format-List ExclusionExtension,ExclusionPath,ExclusionProcess",
                "For Microsoft Defender. Yes if the extensions of virtual disks or their folders are listed. Other antivirus programs have a list of their own.",
                Seen::NotChecked,
            ),
        ],
    },
];
