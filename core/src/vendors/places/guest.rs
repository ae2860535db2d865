//! Where answers about the Windows inside a guest are found: mostly in the machine itself,
//! by the same commands in every family.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::{
    MANAGEMENT_MODULE, NLB_COMMAND, NLB_MODULE, POWERCLI_REFERENCE, SYSTEMINFO, WMI_CLASSES, XAPI_CLI,
};

/// The operating system, as the machine itself says it.
const OS_SYSTEMINFO: Look = run(
    GUEST_PROMPT,
    "systeminfo",
    "OS Name says the version. On Windows Server 2008, System Type says x64 for 64-bit and X86 for 32-bit.",
    Seen::In(&SYSTEMINFO),
);

/// The same, with the service pack.
const OS_CLASS: Look = run(
    GUEST_POWERSHELL,
    "Get-WmiObject Win32_OperatingSystem | Format-List Caption,OSArchitecture,ServicePackMajorVersion",
    "Caption names the version. OSArchitecture says 32-bit or 64-bit; Windows Server 2003 does not have it.",
    Seen::InPart(&WMI_CLASSES),
);

/// The service pack, by PowerShell.
const SERVICE_PACK_CLASS: Look = run(
    GUEST_POWERSHELL,
    "Get-WmiObject Win32_OperatingSystem | Format-List Caption,ServicePackMajorVersion",
    "ServicePackMajorVersion is the number to enter; 0 means none.",
    Seen::InPart(&WMI_CLASSES),
);

/// The service pack where there is no PowerShell.
const SERVICE_PACK_WMIC: Look = run(
    GUEST_PROMPT,
    "wmic os get Caption,ServicePackMajorVersion",
    "Also without PowerShell, on Windows Server 2003 for example. The number in the second column is the answer; 0 means none.",
    Seen::Inferred,
);

/// The hosts of a Network Load Balancing cluster, by the tool that every version has.
const NLB_QUERY: Look = run(
    GUEST_PROMPT,
    "nlb query",
    "Windows Server 2003 and later. If it answers with the state of a cluster, such as converged, the answer is yes; if the command is unknown or finds no cluster, no.",
    Seen::InPart(&NLB_COMMAND),
);

/// The same by PowerShell.
const NLB_NODES: Look = run(
    GUEST_POWERSHELL,
    "Get-NlbClusterNode",
    "Windows Server 2008 R2 and later. If this machine is among the names, the answer is yes; if the command is unknown or finds no cluster, no.",
    Seen::In(&NLB_MODULE),
);

/// The same by its program.
const NLB_MANAGER: Look = open(
    GUEST_NLB_MANAGER,
    "Start nlbmgr. If the tree on the left shows a cluster with this machine below it, the answer is yes.",
    Seen::NotChecked,
);

/// What the machine says of its operating system, in every family.
const OS: &[Look] = &[OS_SYSTEMINFO, OS_CLASS];
/// What the machine says of its service pack, in every family.
const SERVICE_PACK: &[Look] = &[SERVICE_PACK_CLASS, SERVICE_PACK_WMIC];
/// What the machine says of Network Load Balancing, in every family.
const NLB: &[Look] = &[NLB_QUERY, NLB_NODES, NLB_MANAGER];

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::GUEST_OS.slot(),
        Family::HyperV,
        &[
            OS_SYSTEMINFO,
            OS_CLASS,
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, General: the operating system there may be only what somebody once chose. Check it in the machine.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(guest::GUEST_OS.slot(), Family::VirtualServer, OS),
    place(
        guest::GUEST_OS.slot(),
        Family::Vmware,
        &[
            OS_SYSTEMINFO,
            OS_CLASS,
            open(
                VSPHERE_CLIENT,
                "Select the machine, tab Summary: Guest OS is what VMware Tools report. The system named in Edit Settings, VM Options, is only what somebody once chose.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "(Get-VM -Name NAME).Guest | Format-List OSFullName,State,ToolsVersion",
                "OSFullName is what VMware Tools report; it is empty if they do not run. Check the exact version in the machine.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::GUEST_OS.slot(),
        Family::Xen,
        &[
            OS_SYSTEMINFO,
            OS_CLASS,
            open(
                XENCENTER,
                "Select the machine, tab General: the operating system is shown if the XenServer tools run in it.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,os-version",
                "os-version names the Windows version if the XenServer tools run in the machine.",
                Seen::InPart(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::GUEST_OS.slot(),
        Family::Ahv,
        &[
            OS_SYSTEMINFO,
            OS_CLASS,
            open(
                PRISM,
                "Prism Central shows a guest operating system in the details of the machine, if Nutanix Guest Tools run in it. Check the exact version in the machine.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(guest::GUEST_OS.slot(), Family::Proxmox, OS),
    place(guest::GUEST_OS.slot(), Family::Azure, OS),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::HyperV, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::VirtualServer, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::Vmware, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::Xen, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::Ahv, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::Proxmox, SERVICE_PACK),
    place(guest::GUEST_OS_SERVICE_PACK.slot(), Family::Azure, SERVICE_PACK),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::HyperV, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::VirtualServer, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::Vmware, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::Xen, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::Ahv, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::Proxmox, NLB),
    place(guest::NETWORK_LOAD_BALANCING.slot(), Family::Azure, NLB),
    place(
        guest::NLB_HOTFIX_953828.slot(),
        Family::HyperV,
        &[
            open(GUEST_UPDATES, "Choose View installed updates and look for KB953828.", Seen::NotChecked),
            run(
                GUEST_PROMPT,
                "wmic qfe get HotFixID,InstalledOn",
                "If KB953828 is in the list, the answer is yes. If not, a later update may still contain it.",
                Seen::InPart(&WMI_CLASSES),
            ),
            run(
                GUEST_POWERSHELL,
                "Get-HotFix -Id KB953828",
                "If it shows a line, the answer is yes; an error means that it is not listed. PowerShell has to be added as a feature of Windows Server 2008 first.",
                Seen::InPart(&MANAGEMENT_MODULE),
            ),
        ],
    ),
];
