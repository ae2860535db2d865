//! Where answers about a host's hardware and its own load are found.

use super::*;
use crate::questions::host;
use crate::vendors::documents::{
    HYPER_V_BOTTLENECKS, HYPER_V_REPORT, POWERCLI_REFERENCE, PVE_DOCS, VSPHERE_RESOURCES, WIN32_PROCESSOR, XE_MANUAL,
    XENTOP,
};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: host::SOCKETS.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SYSTEM_INFORMATION,
                "Run msinfo32 on the host: System Summary has one line Processor for each filled socket.",
                Seen::NotChecked,
            ),
            open(SCVMM, "Fabric, Servers, All Hosts: properties of the host, Hardware, CPU.", Seen::NotChecked),
            run(
                HOST_POWERSHELL,
                "Get-CimInstance Win32_Processor | Format-Table DeviceID,NumberOfCores,NumberOfLogicalProcessors",
                "There is one line for each processor. Count the lines.",
                Seen::InPart(&WIN32_PROCESSOR),
            ),
            run(
                HOST_PROMPT,
                "wmic cpu get DeviceID,NumberOfCores,NumberOfLogicalProcessors",
                "The same on Windows Server 2008 and 2008 R2: count the lines.",
                Seen::InPart(&WIN32_PROCESSOR),
            ),
        ],
    },
    Place {
        question: host::SOCKETS.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host and expand CPU under Hardware: it tells number and type of the physical processors.",
                Seen::InPart(&VSPHERE_RESOURCES),
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-VMHostHardware | Format-List CpuCount,CpuCoreCountTotal",
                "CpuCount is the number of processors.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
            run(
                ESXI_SHELL,
                "esxcli hardware cpu global get",
                "Line CPU Packages (ESXi 5 and later).",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SOCKETS.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab General: section CPUs lists logical processors, not sockets. Use the command for the sockets.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe host-list name-label=NAME params=name-label,cpu_info",
                "In cpu_info read socket_count. Older versions do not show it; then use xl info.",
                Seen::InPart(&XE_MANUAL),
            ),
            run(
                XE,
                "xl info | grep -E 'nr_cpus|cores_per_socket|threads_per_core'",
                "nr_cpus divided by cores_per_socket and by threads_per_core.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SOCKETS.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Hardware, Diagram or Table: select the host and look for the number of sockets in its details.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                r#"hostssh "lscpu | grep -E '^(Thread|Core|Socket)'""#,
                "Line Socket(s), for each host in turn.",
                Seen::Inferred,
            ),
        ],
    },
    Place {
        question: host::SOCKETS.slot(),
        family: Family::Proxmox,
        looks: &[
            open(PROXMOX_WEB, "Select the node, Summary: line CPU(s) names the sockets in brackets.", Seen::NotChecked),
            run(PROXMOX_SHELL, "lscpu", "Line Socket(s).", Seen::Inferred),
        ],
    },
    Place {
        question: host::SOCKETS.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            SYSTEM_INFORMATION,
            "Run msinfo32 on the host: one line Processor for each processor. Windows Server 2003 may list each core, or each hyper-thread, as a line of its own; then ask for the papers of the server.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SYSTEM_INFORMATION,
                "Run msinfo32 on the host: the line Processor names Core(s) and Logical Processor(s). Take Core(s).",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host, Hardware, CPU. Logical processors are twice the cores where hyper-threading is on.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-CimInstance Win32_Processor | Format-Table DeviceID,NumberOfCores,NumberOfLogicalProcessors",
                "NumberOfCores of one line. If NumberOfLogicalProcessors is larger, hyper-threading is on; do not enter that number.",
                Seen::InPart(&WIN32_PROCESSOR),
            ),
            run(
                HOST_PROMPT,
                "wmic cpu get DeviceID,NumberOfCores,NumberOfLogicalProcessors",
                "The same on Windows Server 2008 and 2008 R2: NumberOfCores of one line.",
                Seen::InPart(&WIN32_PROCESSOR),
            ),
        ],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host and expand CPU under Hardware. Logical processors count hyper-threads too; do not enter those.",
                Seen::InPart(&VSPHERE_RESOURCES),
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-VMHostHardware | Format-List CpuCount,CpuCoreCountTotal",
                "CpuCoreCountTotal divided by CpuCount.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
            run(
                ESXI_SHELL,
                "esxcli hardware cpu global get",
                "CPU Cores divided by CPU Packages (ESXi 5 and later).",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab General: section CPUs. It counts hyper-threads too, so check with the command.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xl info | grep -E 'nr_cpus|cores_per_socket|threads_per_core'",
                "cores_per_socket. If threads_per_core is 2, hyper-threading is on; that changes nothing here.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Hardware, Diagram or Table: select the host and divide its number of CPU cores by its sockets.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                r#"hostssh "lscpu | grep -E '^(Thread|Core|Socket)'""#,
                "Line Core(s) per socket.",
                Seen::Inferred,
            ),
        ],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::Proxmox,
        looks: &[run(
            PROXMOX_SHELL,
            "lscpu",
            "Line Core(s) per socket. The web interface counts hyper-threads too.",
            Seen::Inferred,
        )],
    },
    Place {
        question: host::CORES_PER_SOCKET.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            SYSTEM_INFORMATION,
            "Run msinfo32 on the host, take the model from the line Processor and look up its cores at its maker. Windows Server 2003 often does not tell cores from hyper-threads.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                SYSTEM_INFORMATION,
                "Run msinfo32 on the host: line Installed Physical Memory (RAM), already in GB.",
                Seen::NotChecked,
            ),
            open(SCVMM, "Fabric, Servers, All Hosts: properties of the host, Hardware, Memory.", Seen::NotChecked),
            run(
                HOST_POWERSHELL,
                "(Get-VMHost).MemoryCapacity / 1GB",
                "The number is in GB and slightly below what is built in. Round it up.",
                Seen::In(&HYPER_V_REPORT),
            ),
            run(
                HOST_PROMPT,
                "systeminfo",
                "Line Total Physical Memory, in MB; divide by 1024. For Windows Server 2008 and 2008 R2.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Summary: Memory, the capacity and not what is used or free.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Format-List Name,MemoryTotalGB",
                "MemoryTotalGB, rounded up to what is built in.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::Xen,
        looks: &[
            open(XENCENTER, "Select the host, tab General: section Memory, the total of the server.", Seen::NotChecked),
            run(
                XE,
                "xe host-list name-label=NAME params=name-label,memory-total",
                "memory-total is in bytes; divide by 1073741824.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::Ahv,
        looks: &[
            open(PRISM, "Hardware, Diagram or Table: select the host, memory capacity.", Seen::NotChecked),
            run(ACLI, "ncli host list", "Line Memory of the host.", Seen::NotChecked),
        ],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the node, Summary: RAM usage shows used of total. Take the total.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "free -g",
                "Line Mem, column total; it is slightly below what is built in.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::MEMORY_GB.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            SYSTEM_INFORMATION,
            "Run msinfo32 on the host: line Total Physical Memory. Divide MB by 1024.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ROOT_PROCESSORS_USED.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                PERFORMANCE_MONITOR,
                "On the host at the busiest hour add % Total Run Time of Hyper-V Hypervisor Root Virtual Processor, all instances without _Total. Add them up and divide by 100.",
                Seen::In(&HYPER_V_BOTTLENECKS),
            ),
            run(
                HOST_POWERSHELL,
                r"Get-Counter '\Hyper-V Hypervisor Root Virtual Processor(*)\% Total Run Time' -SampleInterval 60 -MaxSamples 15",
                "For one time add up the instances without _total and divide by 100. Take the highest of the times.",
                Seen::Inferred,
            ),
            run(
                HOST_PROMPT,
                r#"typeperf "\Hyper-V Hypervisor Root Virtual Processor(*)\% Total Run Time" -si 60 -sc 15"#,
                "The same on Windows Server 2008: add up the columns without _Total and divide by 100.",
                Seen::Inferred,
            ),
        ],
    },
    Place {
        question: host::ROOT_PROCESSORS_USED.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "There is no single figure for the hypervisor's own load: the CPU chart of the host has the machines in it. Use the command, or leave the question open.",
                Seen::NotChecked,
            ),
            run(
                ESXI_SHELL,
                "esxtop",
                "In the CPU view (key c) add up %USED of system and of the other groups that are no machine, without idle, and divide by 100. Key q ends it.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::ROOT_PROCESSORS_USED.slot(),
        family: Family::Xen,
        looks: &[run(
            XE,
            "xentop -b -i 2",
            "CPU(%) of Domain-0 in the second block, divided by 100. Do it at the busiest hour.",
            Seen::InPart(&XENTOP),
        )],
    },
    Place {
        question: host::ROOT_PROCESSORS_USED.slot(),
        family: Family::Ahv,
        looks: &[run(
            ACLI,
            r#"hostssh "top -b -n 1 | head -40""#,
            "Lines qemu-kvm are machines, the controller VM among them. Add up %CPU of the other lines and divide by 100.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::ROOT_PROCESSORS_USED.slot(),
        family: Family::Proxmox,
        looks: &[run(
            PROXMOX_SHELL,
            "top -b -n 1 | head -40",
            "Lines kvm are machines. Add up %CPU of the other lines and divide by 100.",
            Seen::NotChecked,
        )],
    },
];
