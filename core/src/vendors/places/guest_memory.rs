//! Where answers about a guest's memory are found.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::{
    DYNAMIC_MEMORY_VALUES, HYPER_V_DSC, POWERCLI_REFERENCE, PUBLIC_SCRIPTS, PVE_DOCS, VMM_SETTINGS,
    VSPHERE_VM_ADMINISTRATION, XAPI_CLI, XENCENTER_MEMORY,
};

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::MEMORY_GB.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, Memory: RAM, or Maximum RAM if Dynamic Memory is on. It is in MB, so divide by 1024.",
                Seen::In(&DYNAMIC_MEMORY_VALUES),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, General, Memory: the amount at Static, or Maximum memory at Dynamic. Divide MB by 1024.",
                Seen::In(&VMM_SETTINGS),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Format-List Name,DynamicMemoryEnabled,MemoryStartup,MemoryMaximum",
                "Enter MemoryStartup, or MemoryMaximum if DynamicMemoryEnabled is True. Both are in bytes: divide by 1073741824.",
                Seen::In(&HYPER_V_DSC),
            ),
        ],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Machines, Configure, the machine, Memory: it is in MB, so divide by 1024.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Right-click the machine, Edit Settings, Virtual Hardware, Memory. If it is in MB, divide by 1024.",
                Seen::InPart(&VSPHERE_VM_ADMINISTRATION),
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Format-List Name,MemoryGB",
                "MemoryGB is the answer.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Select the machine, tab Memory: the amount, or the dynamic maximum if there is a range.",
                Seen::InPart(&XENCENTER_MEMORY),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,memory-dynamic-max,memory-static-max",
                "Enter memory-dynamic-max. It is in bytes: divide by 1073741824.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::Ahv,
        &[
            open(PRISM, "Page VM, select the machine, Update: Memory, in GiB.", Seen::NotChecked),
            run(ACLI, "acli vm.get NAME", "memory_mb is in MB, so divide by 1024.", Seen::InPart(&PUBLIC_SCRIPTS)),
        ],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the machine, Hardware, Memory. If two figures are shown, enter the larger.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                QM_CONFIG,
                "VMID is its number, see qm list. The line memory is in MB: divide by 1024.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::MEMORY_GB.slot(),
        Family::Azure,
        &[open(
            AZURE_PORTAL,
            "Virtual machines, the machine, Overview: beside Size stand its vCPUs and its memory in GiB.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, Memory: yes if Enable Dynamic Memory is ticked. Before Windows Server 2008 R2 SP1 there is no such box, so no.",
                Seen::In(&DYNAMIC_MEMORY_VALUES),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, General, Memory: yes if Dynamic is chosen, no if Static is.",
                Seen::In(&VMM_SETTINGS),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Format-List Name,DynamicMemoryEnabled",
                "True: yes. False: the amount is fixed, so no.",
                Seen::In(&HYPER_V_DSC),
            ),
        ],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Nothing to look for: Virtual Server gives each machine a fixed amount of memory, so the answer is no.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Right-click the machine, Edit Settings, Virtual Hardware, Memory: no if Reserve all guest memory is ticked or Reservation equals the memory, otherwise yes.",
                Seen::InPart(&VSPHERE_VM_ADMINISTRATION),
            ),
            run(
                POWERCLI,
                "(Get-VM -Name NAME).VMResourceConfiguration | Format-List VM,MemReservationGB,MemLimitGB",
                "No if MemReservationGB equals the memory of the machine, otherwise yes.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Select the machine, tab Memory: yes if Dynamic Memory Control (DMC) shows a minimum below the maximum.",
                Seen::InPart(&XENCENTER_MEMORY),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,memory-dynamic-min,memory-dynamic-max,memory-static-max",
                "No if the three figures are equal, otherwise yes.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::Ahv,
        &[
            open(
                PRISM,
                "Prism Central, page VMs, the machine, Update: yes if memory overcommit is switched on for it. Older versions do not offer it, so no.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "acli vm.get NAME | grep memory_overcommit",
                "True: yes. False or no line: no.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::DYNAMIC_MEMORY.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the machine, Hardware, Memory: yes if the minimum is below the memory. If they are equal, it is no only while all machines together have no more memory than the host.",
                Seen::In(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                QM_CONFIG,
                "VMID is its number, see qm list. Yes if the line balloon is above 0 and below memory. If it is 0, equal or missing, it is no only while the host is not overcommitted.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
];
