//! Where answers about the other machines on a host are found.

use super::*;
use crate::questions::host;
use crate::vendors::documents::{HYPER_V_RAM_SCRIPT, POWERCLI_REFERENCE, PVE_DOCS, XE_MANUAL, XENTOP};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Settings of each machine on this host that is not Exchange, Processor: the number of (virtual or logical) processors. Add them up.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services, select the host: properties of each machine, Hardware Configuration, Processor.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM | Format-Table Name,State,ProcessorCount",
                "Add up ProcessorCount of all machines that are not described here as Exchange machines, off or running.",
                Seen::InPart(&HYPER_V_RAM_SCRIPT),
            ),
            run(
                VMM_POWERSHELL,
                "Get-SCVMHost -ComputerName NAME | Get-SCVirtualMachine | Format-Table Name,Status,CPUCount",
                "Add up CPUCount of the other machines.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, tab VMs, and show the column CPUs. Add up the machines that are not Exchange.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-VM | Format-Table Name,PowerState,NumCpu",
                "Add up NumCpu of all machines that are not described here as Exchange machines, off or running.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select each machine, tab General: section CPUs. Add up the machines that are not Exchange.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-list is-control-domain=false params=name-label,VCPUs-max,memory-static-max,resident-on,affinity",
                "Take the machines whose resident-on (running) or affinity (off) is this host and add up VCPUs-max without the Exchange machines.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "VM, Table, with Include Controller VMs: columns Host and Cores. Add up the machines of this host that are not Exchange; the controller VM counts.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "acli vm.get NAME",
                "num_vcpus times num_cores_per_vcpu of each other machine; acli vm.list names them, without the controller VM.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select each machine of the node, Hardware: Processors. Sockets times cores; add up the machines that are not Exchange.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvesh get /nodes/NAME/qemu",
                "Add up cpus of the machines that are not Exchange. Containers count too: pvesh get /nodes/NAME/lxc.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_VCPUS.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Master Status lists the machines. Each has one processor, so count those that are not Exchange.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Settings of each machine on this host that is not Exchange, Memory. Take Maximum RAM where Dynamic Memory is on; add up and divide MB by 1024.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services, select the host: properties of each machine, Hardware Configuration, Memory.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM | Format-Table Name,DynamicMemoryEnabled,@{n='StartupGB';e={$_.MemoryStartup/1GB}},@{n='MaximumGB';e={$_.MemoryMaximum/1GB}}",
                "Take MaximumGB where DynamicMemoryEnabled is True, else StartupGB. Add up the machines that are not Exchange.",
                Seen::InPart(&HYPER_V_RAM_SCRIPT),
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, tab VMs, and show the column Memory Size. Add up the machines that are not Exchange.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-VM | Format-Table Name,PowerState,MemoryGB",
                "Add up MemoryGB of all machines that are not described here as Exchange machines.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab Memory: take the maximum of each machine that is not Exchange and add them up.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vm-list is-control-domain=false params=name-label,VCPUs-max,memory-static-max,resident-on,affinity",
                "Take the machines whose resident-on (running) or affinity (off) is this host. Add up memory-static-max, in bytes, without the Exchange machines; divide by 1073741824.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "VM, Table, with Include Controller VMs: columns Host and Memory Capacity. Add up the machines of this host that are not Exchange; the controller VM counts.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "acli vm.get NAME",
                "memory_mb of each other machine, divided by 1024; acli vm.list names them, without the controller VM.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select each machine of the node, Hardware: Memory. If a range is shown, take the larger number; add up the machines that are not Exchange.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvesh get /nodes/NAME/qemu",
                "Add up maxmem of the machines that are not Exchange. Containers count too: pvesh get /nodes/NAME/lxc.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::OTHER_VM_MEMORY_GB.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Master Status: Edit Configuration of each machine that is not Exchange, Memory. Add up and divide MB by 1024.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                PERFORMANCE_MONITOR,
                "On the host add Read Bytes/sec and Write Bytes/sec of Hyper-V Virtual Storage Device, all instances. The instance names the disk file, so its machine.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                r"Get-Counter '\Hyper-V Virtual Storage Device(*)\Read Bytes/sec','\Hyper-V Virtual Storage Device(*)\Write Bytes/sec' -SampleInterval 60 -MaxSamples 15",
                "High values all the time for a machine that is not Exchange mean yes. Repeat it at night when backups run.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select a machine of the host, Monitor, Performance, Advanced, view Virtual disk or Disk. A rate that stays high all day means yes.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-VM | Get-Stat -Stat disk.usage.average -Start (Get-Date).AddDays(-1) | Sort-Object Value -Descending | Select-Object -First 20 Entity,Timestamp,Value",
                "The machines on top, in KB per second. If one of them is not Exchange and appears often, answer yes.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select each other machine, tab Performance: the graph of the disks. A rate that stays high all day means yes.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xentop -b -i 2",
                "VBD_RD and VBD_WR count the reads and writes of each machine since it started. Compare the two blocks.",
                Seen::InPart(&XENTOP),
            ),
        ],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::Ahv,
        looks: &[open(
            PRISM,
            "VM, Table: columns of read and write IOPS and of bandwidth, sorted. A machine of this host that is not Exchange and stays on top means yes.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::Proxmox,
        looks: &[open(
            PROXMOX_WEB,
            "Select each other machine, Summary, and choose Day: graph Disk IO. A rate that stays high means yes.",
            Seen::InPart(&PVE_DOCS),
        )],
    },
    Place {
        question: host::IO_INTENSIVE_VMS.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Master Status names the machines; ask what each one does. It shows no load of their disks.",
            Seen::NotChecked,
        )],
    },
];
