//! Where answers about product, version and backup are found.

use super::*;
use crate::questions::deployment;
use crate::vendors::documents::{AHV_GUIDE, POWERCLI_REFERENCE, PVE_DOCS, XE_MANUAL};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host, Status or General, operating system.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-CimInstance Win32_OperatingSystem | Format-List Caption,Version,BuildNumber",
                "Caption is the Windows version of the host. Hyper-V Server and Azure Local name themselves there.",
                Seen::NotChecked,
            ),
            run(
                HOST_PROMPT,
                "winver",
                "A window names the Windows version. Without a desktop type systeminfo and read OS Name. For Windows Server 2008 and 2008 R2 too.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Summary: Hypervisor. Version 4 and later is VMware vSphere, 3.5 and earlier is ESX or ESXi before vSphere.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Format-Table Name,Version,Build",
                "Version 4 and later is VMware vSphere.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab General: Version Details. XenServer, Citrix Hypervisor and XCP-ng name themselves.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe host-list params=name-label,software-version",
                "product_brand is the product: XenServer, Citrix Hypervisor or XCP-ng.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Home: Hypervisor Summary says AHV. Prism shows other hypervisors too; then choose that product.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "ncli host list",
                "Line Hypervisor Version or Hypervisor Type: AHV, not ESXi or Hyper-V.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::Proxmox,
        looks: &[
            open(PROXMOX_WEB, "The header names Proxmox Virtual Environment, with its version.", Seen::In(&PVE_DOCS)),
            run(PROXMOX_SHELL, "pveversion", "The line begins with pve-manager.", Seen::NotChecked),
        ],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Server, Server Properties: name and version; 1.1.603 and later is R2 SP1. For the others see the name in Add or Remove Programs on the host.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: deployment::PRODUCT.slot(),
        family: Family::Azure,
        looks: &[open(
            AZURE_PORTAL,
            "Virtual machines: a machine that is listed there runs in Azure.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host show operating system and version.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-CimInstance Win32_OperatingSystem | Format-List Caption,Version,BuildNumber",
                "Copy Caption and BuildNumber, for example Windows Server 2022 Datacenter, build 20348.",
                Seen::NotChecked,
            ),
            run(
                HOST_PROMPT,
                "systeminfo",
                "OS Name and OS Version, with the service pack. For Windows Server 2008 and 2008 R2 too.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::Vmware,
        looks: &[
            open(VSPHERE_CLIENT, "Select the host, Summary: Hypervisor, with version and build.", Seen::NotChecked),
            run(
                POWERCLI,
                "Get-VMHost NAME | Format-Table Name,Version,Build",
                "Copy both, for example 8.0.2 and the build.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(ESXI_SHELL, "vmware -vl", "Two lines, for example VMware ESXi 8.0 Update 2.", Seen::NotChecked),
        ],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::Xen,
        looks: &[
            open(XENCENTER, "Select the host, tab General: Version Details.", Seen::NotChecked),
            run(
                XE,
                "xe host-list params=name-label,software-version",
                "Copy product_brand, product_version and build_number.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Hardware, Diagram or Table: select the host, hypervisor version. About Nutanix, below the user's name, shows the version of AOS.",
                Seen::InPart(&AHV_GUIDE),
            ),
            run(
                ACLI,
                "ncli cluster info",
                "Cluster Version is the version of AOS. For AHV see Prism.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::Proxmox,
        looks: &[
            open(PROXMOX_WEB, "The version stands in the header, next to the logo.", Seen::In(&PVE_DOCS)),
            run(PROXMOX_SHELL, "pveversion", "Copy the number after pve-manager/.", Seen::NotChecked),
        ],
    },
    Place {
        question: deployment::PRODUCT_VERSION.slot(),
        family: Family::VirtualServer,
        looks: &[open(VIRTUAL_SERVER_SITE, "Virtual Server, Server Properties: copy the version.", Seen::NotChecked)],
    },
    Place {
        question: deployment::SVVP_VALIDATED.slot(),
        family: Family::HyperV,
        looks: &[run(
            HOST_POWERSHELL,
            "Get-CimInstance Win32_OperatingSystem | Format-List Caption,Version,BuildNumber",
            "Only Azure Local needs an entry: look up its Caption with exactly this build. Hyper-V on Windows Server needs none.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: deployment::SVVP_VALIDATED.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Summary: Hypervisor. Look up exactly this ESXi version with its update, not only vSphere 8.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Format-Table Name,Version,Build",
                "Look up exactly this version in the list; 8.0.2 is listed as 8.0 Update 2.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: deployment::SVVP_VALIDATED.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab General: Version Details. Look up product name and version as they stand there.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe host-list params=name-label,software-version",
                "Look up product_brand with product_version, for example Citrix Hypervisor 8.2.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::SVVP_VALIDATED.slot(),
        family: Family::Ahv,
        looks: &[open(
            PRISM,
            "Hardware, Diagram or Table: select the host, hypervisor version. Look up this version of AHV, not that of AOS.",
            Seen::InPart(&AHV_GUIDE),
        )],
    },
    Place {
        question: deployment::SVVP_VALIDATED.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "The version stands in the header. Look up Proxmox VE with exactly this version.",
                Seen::In(&PVE_DOCS),
            ),
            run(PROXMOX_SHELL, "pveversion", "Look up exactly the version after pve-manager/.", Seen::NotChecked),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine, Integration Services: with Backup (volume checkpoint or snapshot) a backup on the host can use VSS in the machine. It does not tell whether one runs; ask.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMIntegrationService -VMName NAME | Format-Table Name,Enabled",
                "VSS, or Backup (volume checkpoint), True: a backup on the host by VSS is possible.",
                Seen::NotChecked,
            ),
            run(
                HOST_PROMPT,
                "wbadmin get versions",
                "Backups by Windows Server Backup of the host. If the machine is among them, it is saved on the host by VSS.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the machine, Monitor, Tasks: Create virtual machine snapshot every night by the account of a backup program speaks for a backup through the hypervisor. Whether VSS takes part is set in that program.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VIEvent -Entity (Get-VM NAME) -Start (Get-Date).AddDays(-7) | Format-Table CreatedTime,UserName,FullFormattedMessage",
                "Snapshots that an account of a backup program takes at regular times. No such line: look for a program inside the machine.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the pool, menu Pool, snapshot schedules (VM Protection Policies in versions 5.6 to 6.1): a schedule takes snapshots, which is no backup of Exchange by itself.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,snapshots,snapshot-time",
                "Regular snapshots of a backup program speak for a backup through the hypervisor; ask who takes them.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Data Protection, Table: see whether a protection domain holds the machine and makes application-consistent snapshots. Programs inside the machine do not show here.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "ncli protection-domain list",
                "Protection domains with their machines and schedules.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Datacenter, Backup: jobs that save the whole machine, with their mode. Programs inside the machine do not show here.",
                Seen::In(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvesh get /cluster/backup",
                "Jobs that save whole machines. Mode stop shuts the machine down and starts it again for the copy.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::VirtualServer,
        looks: &[run(
            HOST_PROMPT,
            "vssadmin list writers",
            "Since R2 SP1 a Virtual Server writer stands here: a program on the host can save machines by VSS. Ask whether one does.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: deployment::BACKUP_METHOD.slot(),
        family: Family::Azure,
        looks: &[open(
            AZURE_PORTAL,
            "Virtual machines, select the machine, Backup: whether Azure Backup saves the whole machine. Programs inside the machine do not show here.",
            Seen::NotChecked,
        )],
    },
];
