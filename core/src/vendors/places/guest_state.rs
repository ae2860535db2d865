//! Where answers about a guest's snapshots, its saved state and its share of processor time
//! are found.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::{
    AUTOMATIC_STOP, AVOID_CHECKPOINTS, AZ_COMPUTE_MODULE, HYPER_V_BOOK, HYPER_V_DSC, HYPER_V_MODULE,
    NUTANIX_TAKE_SNAPSHOT, OFFLINE_ACTION, OFFLINE_ACTION_VALUES, POWERCLI_REFERENCE, PUBLIC_SCRIPTS, PVE_DOCS,
    VMM_SETTINGS, VSPHERE_SNAPSHOTS, VSPHERE_VM_ADMINISTRATION, XAPI_CLI, XENCENTER_SNAPSHOTS, XENCENTER_SOURCE,
};

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::SNAPSHOTS.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Select the machine: below the list of machines stand its Checkpoints (called snapshots before Windows Server 2012 R2).",
                Seen::In(&AVOID_CHECKPOINTS),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, Checkpoints. Checkpoints that a backup made, of the type Recovery, are not shown there.",
                Seen::InPart(&VMM_SETTINGS),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMSnapshot -VMName NAME | Format-Table Name,SnapshotType,CreationTime",
                "Each line is a checkpoint. No line: there is none now.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Format-List Name,AutomaticCheckpointsEnabled",
                "True: Hyper-V makes a checkpoint by itself, so the answer is yes. Older versions show nothing here.",
                Seen::In(&HYPER_V_DSC),
            ),
        ],
    ),
    place(
        guest::SNAPSHOTS.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the machine, tab Snapshots; before vSphere 8 it may be only in its menu, Snapshots, Manage Snapshots. You are here alone means that there is none now.",
                Seen::InPart(&VSPHERE_SNAPSHOTS),
            ),
            run(
                POWERCLI,
                "Get-Snapshot -VM NAME | Format-Table Name,Created,SizeGB",
                "Each line is a snapshot. No line: there is none now.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::SNAPSHOTS.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Select the machine, tab Snapshots. VM Snapshot Schedules of the pool says whether any are made by a schedule; that too means yes.",
                Seen::InPart(&XENCENTER_SNAPSHOTS),
            ),
            run(
                XE,
                "xe snapshot-list snapshot-of=$(xe vm-list name-label=NAME --minimal) params=name-label,snapshot-time",
                "Each entry is a snapshot. No entry: there is none now.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::SNAPSHOTS.slot(),
        Family::Ahv,
        &[
            open(
                PRISM,
                "Page VM, select the machine, tab VM Snapshots. In the menu Data Protection see also whether it belongs to a protection domain or policy, which makes snapshots by a schedule.",
                Seen::InPart(&NUTANIX_TAKE_SNAPSHOT),
            ),
            run(
                ACLI,
                "acli vm.snapshot_list NAME",
                "Each line is a snapshot. Those of a protection domain are not in this list.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::SNAPSHOTS.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the machine, Snapshots. NOW alone means that there is none now.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                "qm listsnapshot VMID",
                "VMID is its number, see qm list. Each line but the one named current is a snapshot.",
                Seen::InPart(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::SNAPSHOTS.slot(),
        Family::Azure,
        &[
            open(
                AZURE_PORTAL,
                "Search for Snapshots and look for the machine's disks as their source. See also Backup and Restore points of the machine.",
                Seen::NotChecked,
            ),
            run(
                AZURE_POWERSHELL,
                "Get-AzSnapshot | Format-Table ResourceGroupName,Name,TimeCreated,DiskSizeGB",
                "It lists the snapshots of disks in the whole subscription; look for those of this machine's disks.",
                Seen::InPart(&AZ_COMPUTE_MODULE),
            ),
        ],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, Automatic Stop Action: yes if Save the virtual machine state is chosen.",
                Seen::InPart(&AUTOMATIC_STOP),
            ),
            open(
                FAILOVER_CLUSTER_MANAGER,
                "On a cluster: Properties of the virtual machine resource, tab Settings. Yes if Save is chosen, which is what it is set to at first.",
                Seen::In(&OFFLINE_ACTION),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, Hardware Configuration, Actions: yes if the state is saved when the virtualization server stops.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Format-List Name,AutomaticStopAction",
                "Save: yes. ShutDown and TurnOff: the state is not saved when the host stops.",
                Seen::Inferred,
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterResource | Where-Object {$_.ResourceType -like 'Virtual Machine'} | Get-ClusterParameter -Name OfflineAction",
                "In the line of the machine, 1 means that its state is saved: yes. 0 is turn off, 2 shut down, 3 shut down by force.",
                Seen::In(&OFFLINE_ACTION_VALUES),
            ),
        ],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Machines, Configure, the machine, General properties: yes if the action when Virtual Server stops is to save the state.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Host, Configure, VM Startup/Shutdown: yes if the shutdown action of the machine is Suspend. Machine, Monitor, Events: yes too if it is suspended now and then.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Get-VMStartPolicy | Format-List StopAction",
                "Suspend: yes. Otherwise ask whether anybody, or a script, suspends it.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "No setting shows it. Ask whether anybody suspends the machine (menu VM, Suspend), or a script does.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,power-state,suspend-VDI-uuid",
                "power-state suspended, or a suspend-VDI-uuid: its state is on disk now, so yes. Otherwise ask whether it is ever suspended.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::Ahv,
        &[open(
            PRISM,
            "No setting shows it. Page Tasks lists what was done to the machine; ask whether it is ever suspended, also by scripts.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::STATE_SAVED_ON_DISK.slot(),
        Family::Proxmox,
        &[open(
            PROXMOX_WEB,
            "Select the machine, Task History: yes if it was hibernated (Shutdown, Hibernate), which writes its memory to disk.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, Processor: yes if Virtual machine reserve is 0, Virtual machine limit 100 and Relative weight 100.",
                Seen::InPart(&HYPER_V_BOOK),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, Advanced, CPU Priority: yes if it is Normal, Reserve CPU cycles (%) 0 and Limit CPU cycles (%) 100.",
                Seen::In(&VMM_SETTINGS),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMProcessor -VMName NAME | Format-List Reserve,Maximum,RelativeWeight",
                "Yes if they are 0, 100 and 100.",
                Seen::InPart(&HYPER_V_DSC),
            ),
        ],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Server, Resource allocation: yes if the machine has the relative weight 100, no reserved capacity and the maximum of 100 per cent.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Right-click the machine, Edit Settings, Virtual Hardware, CPU: yes if Reservation is 0, Limit Unlimited and Shares Normal. Look at its resource pool too.",
                Seen::In(&VSPHERE_VM_ADMINISTRATION),
            ),
            run(
                POWERCLI,
                "(Get-VM -Name NAME).VMResourceConfiguration | Format-List CpuReservationMhz,CpuLimitMhz,CpuSharesLevel",
                "Yes if they are 0, -1 (no limit) and Normal.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Right-click the machine, Properties, CPU (CPU and Memory in some editions): yes if the slider of the vCPU priority stands at Normal and nobody set a cap.",
                Seen::InPart(&XENCENTER_SOURCE),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,VCPUs-params",
                "Yes if VCPUs-params is empty, or names no cap and no weight other than 256.",
                Seen::InPart(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::Ahv,
        &[open(
            PRISM,
            "No reserve, limit or weight for the processors of a machine is known to us in Prism. If nobody set one by other means, answer yes.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DEFAULT_RESOURCE_CONTROLS.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the machine, Hardware, Processors, with Advanced ticked: yes if CPU limit is unlimited and CPU units is 100 (1024 on older hosts).",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                QM_CONFIG,
                "VMID is its number, see qm list. Yes if there is no line cpulimit, cpuunits or affinity.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
];
