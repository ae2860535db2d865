//! Where format, provisioning and size of a guest's virtual disks are found.

use super::storage::{AHV_MACHINE, HYPER_V_FILES, PROXMOX_MACHINE, VMWARE_DISKS, XEN_DISKS};
use super::*;
use crate::questions::guest;
use crate::vendors::Family::{Ahv, Azure, HyperV, Proxmox, VirtualServer, Vmware, Xen};
use crate::vendors::documents::*;
use crate::vendors::{Place, Seen};

const HYPER_V_SIZES: &str =
    "Get-VM -Name NAME | Select-Object VMId | Get-VHD | Format-List Path,@{n='GB';e={$_.Size/1GB}}";
const VMM_FILES: &str = "Get-SCVirtualHardDisk -VM (Get-SCVirtualMachine -Name NAME) | Format-List Name,VHDType,VHDFormatType,MaximumSize,Location";

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::DISK_FORMAT.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine, each hard drive: the path ends in .vhd or .vhdx. An .avhd file belongs to VHD, an .avhdx file to VHDX.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the machine, Hardware Configuration, each disk below Bus Configuration: read the end of its path.",
                Seen::NotChecked,
            ),
            run(HOST_POWERSHELL, HYPER_V_FILES, "VhdFormat says VHD or VHDX.", Seen::In(&HYPER_V_MODULE)),
            run(VMM_POWERSHELL, VMM_FILES, "VHDFormatType says VHD or VHDX.", Seen::InPart(&VMM_MODULE)),
        ],
    ),
    place(
        guest::DISK_FORMAT.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, Virtual Hardware, expand each Hard disk: Disk File ends in .vmdk.",
                Seen::NotChecked,
            ),
            run(POWERCLI, VMWARE_DISKS, "Filename ends in .vmdk.", Seen::InPart(&POWERCLI_REFERENCE)),
        ],
    ),
    place(
        guest::DISK_FORMAT.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "No format is shown; it follows from the storage repository (tab General, Type). NFS, Ext and, since XenServer 6.0, LVM hold VHD, as a rule; anything else is another format.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_DISKS,
                "vdi_type: vhd in sm-config means VHD. Anything else is another format.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::DISK_FORMAT.slot(),
        Ahv,
        &[open(PRISM, "AHV names no file format for the disks of a machine: choose another format.", Seen::Inferred)],
    ),
    place(
        guest::DISK_FORMAT.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Page Hardware of the machine, each Hard Disk: .vmdk at the end of the name is VMDK. .qcow2, .raw or no end at all is another format.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                PROXMOX_MACHINE,
                "VMID is the number of the machine. .vmdk at the end of the name of a disk is VMDK; .qcow2, .raw or no end at all is another format.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::DISK_FORMAT.slot(),
        VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Machines, Configure, the machine, Hard disks: the file ends in .vhd.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DISK_PROVISIONING.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine, each hard drive on the share, Inspect: fixed size is all at once, dynamically expanding is as it fills.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the machine, Hardware Configuration, each disk below Bus Configuration: its type is fixed or dynamic (as it fills).",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                HYPER_V_FILES,
                "VhdType Fixed is all at once, Dynamic is as it fills. Only the host on which the machine runs can read its files.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                VMM_POWERSHELL,
                VMM_FILES,
                "VHDType says whether the disk is fixed (all at once) or expands as it fills.",
                Seen::InPart(&VMM_MODULE),
            ),
        ],
    ),
    place(
        guest::DISK_PROVISIONING.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, Virtual Hardware, expand each Hard disk: Thick Provision is all at once, Thin Provision is as it fills.",
                Seen::InPart(&VSPHERE_VM_ADMINISTRATION),
            ),
            run(
                POWERCLI,
                VMWARE_DISKS,
                "StorageFormat Thick or EagerZeroedThick is all at once, Thin is as it fills.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::DISK_PROVISIONING.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the storage repository of the disk in the tree, tab General, Type: LVM is all at once; NFS, SMB and Ext are as it fills.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_DISKS,
                "physical-utilisation far below virtual-size: as it fills. About the same: the type of the storage repository decides.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine, each hard drive with Exchange data, Inspect: take the largest Maximum Disk Size.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the machine, Hardware Configuration, each disk below Bus Configuration: take the largest maximum size.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                HYPER_V_SIZES,
                "Take the largest GB among the disks with Exchange data.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                VMM_POWERSHELL,
                VMM_FILES,
                "Take the largest MaximumSize and divide it by 1073741824, since it is in bytes.",
                Seen::InPart(&VMM_MODULE),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, Virtual Hardware, size at each Hard disk: take the largest with Exchange data; 1 TB is 1024.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_DISKS,
                "Take the largest CapacityGB among the disks with Exchange data.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Tab Storage of the machine, column Size: take the largest disk with Exchange data.",
                Seen::InPart(&XENCENTER_SOURCE),
            ),
            run(
                XE,
                XEN_DISKS,
                "Take the largest virtual-size and divide it by 1073741824, since it is in bytes.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        Ahv,
        &[
            open(
                PRISM,
                "Page VM, Table, select the machine, tab Virtual Disks: take the largest total capacity.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                AHV_MACHINE,
                "Take the largest size in disk_list and divide it by 1073741824, since it is in bytes.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Page Hardware of the machine: take the largest size at a Hard Disk with Exchange data; G is GB, 1T is 1024.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                PROXMOX_MACHINE,
                "VMID is the number of the machine. Take the largest size= among its disks; G is GB, 1T is 1024.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        VirtualServer,
        &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Disks, Inspect, path of each file with Exchange data: take the largest maximum size.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::LARGEST_VIRTUAL_DISK_GB.slot(),
        Azure,
        &[
            open(
                AZURE_PORTAL,
                "Page Disks of the machine: take the largest size of a disk with Exchange data.",
                Seen::NotChecked,
            ),
            run(
                AZURE_POWERSHELL,
                "Get-AzDisk | Format-Table Name,DiskSizeGB,ManagedBy",
                "ManagedBy ends in the name of the machine; take its largest DiskSizeGB with Exchange data.",
                Seen::In(&AZ_COMPUTE_MODULE),
            ),
        ],
    ),
];
