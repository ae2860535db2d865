//! What hypervisors offer for an Exchange machine and none of the policy's texts that could be
//! read mentions. Silence is not support: nothing here is judged by any rule.

use super::Family::{self, *};
use super::Seen::{self, *};
use super::documents::*;

/// Something of which the policy says nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent {
    /// What it is, in a few words.
    pub subject: &'static str,
    /// What has to be known about it: what it does, and what the policy does say nearby.
    pub remark: &'static str,
    /// What the vendors call it.
    pub words: &'static [(Family, &'static str, Seen)],
}

/// Everything of the kind that people are known to ask about.
pub static SILENT: &[Silent] = &[
    Silent {
        subject: "A second machine that runs along (fault tolerance)",
        remark: "Both machines do the same work, and the second goes on when the first one's host fails. The policy speaks of a restart with a cold boot and of planned moves, and this is neither.",
        words: &[
            (Vmware, "Fault Tolerance (FT): primary and secondary VM", InPart(&VSPHERE_FAULT_TOLERANCE)),
            (Xen, "everRun VM; everRun MX (of Marathon Technologies)", InPart(&EVERRUN)),
        ],
    },
    Silent {
        subject: "Processors or memory added while the machine runs (hot add)",
        remark: "A person adds them once; dynamic memory, of which the policy speaks, is changed by the hypervisor again and again.",
        words: &[
            (HyperV, "Hot add and remove for network adapters and memory (2016 and later)", In(&HYPER_V_NEWS)),
            (Vmware, "CPU Hot Add", In(&VSPHERE_NUMA)),
            (Vmware, "Memory Hot Add", InPart(&VSPHERE_VM_ADMINISTRATION)),
            (Proxmox, "vCPU hot-plug; hot-plug of RAM", In(&PVE_MACHINES)),
        ],
    },
    Silent {
        subject: "Virtual NUMA",
        remark: "It shows the machine which part of its memory is near which of its processors. On VMware's pages that were read, CPU Hot Add switches it off.",
        words: &[
            (HyperV, "NUMA spanning; virtual NUMA topology", InPart(&HYPER_V_NUMA)),
            (Vmware, "Virtual NUMA (by default with more than eight virtual CPUs)", In(&VSPHERE_NUMA)),
            (Proxmox, "Enable NUMA", In(&PVE_MACHINES)),
        ],
    },
    Silent {
        subject: "Types of virtual network cards",
        remark: "The policy says only that iSCSI in the machine is slower where the virtual network lacks something such as jumbo frames.",
        words: &[
            (HyperV, "Network Adapter; Legacy Network Adapter", NotChecked),
            (Vmware, "E1000; E1000E; Flexible; VMXNET 2 (Enhanced); VMXNET 3", InPart(&VSPHERE_VM_ADMINISTRATION)),
            (Xen, "XenServer PV Network Device; emulated network adaptor", InPart(&XENSERVER_DRIVERS)),
            (Proxmox, "Intel E1000; VirtIO; Realtek 8139; vmxnet3", In(&PVE_MACHINES)),
        ],
    },
    Silent {
        subject: "Virtual disk controllers",
        remark: "Only the policy for Exchange 2003 names one, the SCSI driver of Microsoft Virtual Server, and has a rule for it.",
        words: &[
            (HyperV, "IDE controller; SCSI controller", NotChecked),
            (Vmware, "BusLogic; LSI Logic Parallel; LSI Logic SAS; PVSCSI; AHCI", InPart(&ODGERS_EXCHANGE)),
            (Proxmox, "LSI 53C895A; VirtIO SCSI single; VirtIO Block", In(&PVE_MACHINES)),
        ],
    },
    Silent {
        subject: "The hypervisor's drivers in the machine",
        remark: "Only the policy for Exchange 2003 asks for them, for the Virtual Machine Additions of Virtual Server.",
        words: &[
            (HyperV, "Integration Services", In(&HYPER_V_NEWS)),
            (Vmware, "VMware Tools", InPart(&VSPHERE_VM_ADMINISTRATION)),
            (Xen, "XenServer Tools; PV drivers", InPart(&XENSERVER_GUESTS)),
            (Proxmox, "VirtIO drivers; QEMU Guest Agent", NotChecked),
        ],
    },
    Silent {
        subject: "Storage that the hosts share out among themselves (hyperconverged)",
        remark: "The policy wants block-level storage and refuses network attached storage; whether it counts such storage as the one or the other it does not say. Where the hypervisor gets it as an NFS share, as ESXi does on Nutanix, it is a share.",
        words: &[
            (HyperV, "Storage Spaces Direct", NotChecked),
            (Vmware, "vSAN datastore", NotChecked),
            (Ahv, "Storage container", InPart(&NUTANIX_CONTAINERS)),
        ],
    },
];
