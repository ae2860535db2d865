//! Where answers about a guest's host, processors and system disk are found.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::{
    FAILOVER_CLUSTERS_MODULE, GUEST_PARAMETERS, HYPER_V_BOOK, HYPER_V_DSC, HYPER_V_MODULE, POWERCLI_REFERENCE,
    PUBLIC_SCRIPTS, PVE_DOCS, VMM_SETTINGS, VSPHERE_VM_ADMINISTRATION, XAPI_CLI, XENCENTER_SOURCE,
};

/// The key in which Microsoft's guest components write the name of the host.
const HOST_KEY: &str = r#"reg query "HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest\Parameters" /v PhysicalHostName"#;

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::HOST.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Select each host on the left: the one whose list shows this machine is the answer.",
                Seen::NotChecked,
            ),
            open(
                FAILOVER_CLUSTER_MANAGER,
                "On a cluster: select Roles (Services and applications before Windows Server 2012) and read Owner Node beside the machine.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services: below All Hosts, the host that lists this machine is the answer.",
                Seen::In(&VMM_SETTINGS),
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterGroup | Format-Table Name,OwnerNode,State",
                "OwnerNode beside the name of the machine is the host on which it runs now.",
                Seen::In(&FAILOVER_CLUSTERS_MODULE),
            ),
            run(
                GUEST_PROMPT,
                HOST_KEY,
                "The value PhysicalHostName is the host on which it runs now, on every version of Hyper-V.",
                Seen::Inferred,
            ),
        ],
    ),
    place(
        guest::HOST.slot(),
        Family::VirtualServer,
        &[
            open(
                VIRTUAL_SERVER_SITE,
                "Master Status lists the machines of the server whose Administration Website it is: that server is the host.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                HOST_KEY,
                "The value PhysicalHostName is the host. It is there if the Virtual Machine Additions are installed.",
                Seen::In(&GUEST_PARAMETERS),
            ),
        ],
    ),
    place(
        guest::HOST.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the machine, tab Summary: Host. With DRS it can change, so ask on which host it normally runs.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Format-List Name,VMHost",
                "VMHost is the host on which it runs now.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::HOST.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "The tree on the left shows each running machine below its host. Properties of the machine, Home Server, says where it is meant to run.",
                Seen::InPart(&XENCENTER_SOURCE),
            ),
            run(
                XE,
                "xe host-list uuid=$(xe vm-list name-label=NAME params=resident-on --minimal) params=name-label",
                "name-label is the host on which it runs now. A machine that is shut down has none.",
                Seen::InPart(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::HOST.slot(),
        Family::Ahv,
        &[
            open(PRISM, "Page VM, view Table: the column Host says where the machine runs now.", Seen::NotChecked),
            run(
                ACLI,
                "acli vm.get NAME | grep host_name",
                "host_name is the host on which it runs now.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::HOST.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Server View on the left: each machine stands below its node. The node is the host.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                "qm list",
                "It lists the machines of this node only. The node that lists this machine is the host.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, Processor: Number of virtual processors.",
                Seen::InPart(&HYPER_V_BOOK),
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, Hardware Configuration, Processor: the number of processors.",
                Seen::InPart(&VMM_SETTINGS),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Format-List Name,ProcessorCount",
                "ProcessorCount is the answer.",
                Seen::In(&HYPER_V_DSC),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Nothing to look for: Virtual Server gives every machine one processor, so enter 1.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::VCPUS.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Right-click the machine, Edit Settings, Virtual Hardware, CPU: the number there is the total. Cores per Socket only divides it into sockets.",
                Seen::InPart(&VSPHERE_VM_ADMINISTRATION),
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Format-List Name,NumCpu,CoresPerSocket",
                "NumCpu is the total, sockets times cores, and is the answer.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Right-click the machine, Properties, CPU (CPU and Memory in some editions): the number of vCPUs.",
                Seen::InPart(&XENCENTER_SOURCE),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,VCPUs-max,VCPUs-at-startup",
                "Enter VCPUs-max; VCPUs-at-startup is with how many it starts.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::Ahv,
        &[
            open(
                PRISM,
                "Page VM, select the machine, Update: vCPU(s) times Number Of Cores Per vCPU is the answer.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "acli vm.get NAME",
                "num_vcpus times num_cores_per_vcpu is the answer.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the machine, Hardware, Processors: sockets times cores is the answer.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                QM_CONFIG,
                "VMID is its number, see qm list. Multiply sockets and cores; a line that is missing counts as 1.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::VCPUS.slot(),
        Family::Azure,
        &[
            open(
                AZURE_PORTAL,
                "Virtual machines, the machine, Overview: beside Size stand its vCPUs and its memory.",
                Seen::NotChecked,
            ),
            run(
                GUEST_POWERSHELL,
                "Get-WmiObject Win32_ComputerSystem | Format-List NumberOfLogicalProcessors",
                "NumberOfLogicalProcessors is the number of vCPUs that Windows sees.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Right-click the machine, Settings, the first Hard Drive, Inspect: Maximum Disk Size.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services, right-click the machine, Properties, Hardware Configuration, the first disk below Bus Configuration: its maximum size.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM -Name NAME | Select-Object -Property VMId | Get-VHD | Format-List Path,VhdType,Size",
                "Find the disk of Windows by its Path. Size is in bytes: divide by 1073741824. FileSize would be the wrong figure.",
                Seen::In(&HYPER_V_MODULE),
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Disks, Inspect, choose the .vhd file of the machine's first hard disk: its maximum size.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Right-click the machine, Edit Settings, Virtual Hardware, Hard disk 1: its size.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Get-HardDisk | Format-Table Name,CapacityGB,Filename",
                "CapacityGB of Hard disk 1 is the answer, as a rule.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::Xen,
        &[
            open(
                XENCENTER,
                "Select the machine, tab Storage: Size of the disk at Position 0, as a rule.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-disk-list vm=NAME vbd-params=userdevice vdi-params=name-label,virtual-size",
                "Take the disk with userdevice 0, as a rule. virtual-size is in bytes: divide by 1073741824.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::Ahv,
        &[
            open(
                PRISM,
                "Page VM, select the machine, tab Virtual Disks: the size of the first disk, as a rule scsi.0.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "acli vm.get NAME",
                "Below disk_list, vmdisk_size of the first disk is in bytes: divide by 1073741824.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::Proxmox,
        &[
            open(PROXMOX_WEB, "Select the machine, Hardware, the first Hard Disk: size.", Seen::InPart(&PVE_DOCS)),
            run(
                PROXMOX_SHELL,
                QM_CONFIG,
                "VMID is its number, see qm list. In the line of the boot disk, as a rule scsi0, virtio0, sata0 or ide0, read size.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::OS_DISK_GB.slot(),
        Family::Azure,
        &[open(AZURE_PORTAL, "Virtual machines, the machine, Disks: Size (GiB) of the OS disk.", Seen::NotChecked)],
    ),
];
