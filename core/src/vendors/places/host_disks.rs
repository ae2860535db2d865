//! Where answers about the disks of a host are found.

use super::*;
use crate::questions::host;
use crate::vendors::documents::{POWERCLI_REFERENCE, PVE_DOCS, WINDOWS_MODULES, XE_MANUAL};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::HyperV,
        looks: &[
            open(DISK_MANAGEMENT, "Run diskmgmt.msc on the host: column Capacity of C:.", Seen::NotChecked),
            run(HOST_POWERSHELL, "Get-Volume -DriveLetter C", "Size, not SizeRemaining.", Seen::In(&WINDOWS_MODULES)),
            run(
                HOST_PROMPT,
                "wmic logicaldisk get deviceid,size",
                "Size of C: in bytes; divide by 1073741824. For Windows Server 2008 and 2008 R2.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Storage, Storage Devices: capacity of the device that ESXi starts from.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "(Get-EsxCli -VMHost NAME -V2).storage.core.device.list.Invoke() | Where-Object { $_.IsBootDevice -eq 'true' } | Format-List Device,Size",
                "Size is in MB; divide by 1024. ESXi 6 and later.",
                Seen::NotChecked,
            ),
            run(
                ESXI_SHELL,
                "esxcli storage core device list",
                "Size, in MB, of the device with Is Boot Device: true; divide by 1024. ESXi 6 and later.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::Xen,
        looks: &[run(
            XE,
            "df -h /",
            "Column Size. XenServer itself runs from this partition; local storage for machines beside it does not count.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::Ahv,
        looks: &[run(ACLI, r#"hostssh "df -h /""#, "Column Size, for each host in turn.", Seen::NotChecked)],
    },
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the node, Summary: / HD space shows used of total. Take the total.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(PROXMOX_SHELL, "df -h /", "Column Size.", Seen::NotChecked),
        ],
    },
    Place {
        question: host::SYSTEM_DISK_GB.slot(),
        family: Family::VirtualServer,
        looks: &[open(DISK_MANAGEMENT, "Run diskmgmt.msc on the host: column Capacity of C:.", Seen::NotChecked)],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                DISK_MANAGEMENT,
                "Run diskmgmt.msc on the host: Capacity of the volume with the files of the Exchange machines. Subtract what others need there.",
                Seen::NotChecked,
            ),
            open(
                FAILOVER_CLUSTER_MANAGER,
                "Storage, Disks: capacity of the Cluster Shared Volume with the files of the Exchange machines (in Windows Server 2008 R2 its own node Cluster Shared Volumes).",
                Seen::NotChecked,
            ),
            open(SCVMM, "Fabric, Servers, All Hosts: properties of the host, Hardware, Storage.", Seen::NotChecked),
            run(
                HOST_POWERSHELL,
                "Get-Volume | Format-Table DriveLetter,FileSystemLabel,@{n='SizeGB';e={$_.Size/1GB}},@{n='FreeGB';e={$_.SizeRemaining/1GB}}",
                "SizeGB of the volume with the files of the Exchange machines. Subtract what others need there.",
                Seen::In(&WINDOWS_MODULES),
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterSharedVolume | ForEach-Object { $_.SharedVolumeInfo.Partition } | Format-List Name,Size,FreeSpace",
                "Size of each Cluster Shared Volume in bytes; divide by 1073741824.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Storage: select the datastore with the Exchange machines, Summary, Capacity. Subtract what others need there.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHost NAME | Get-Datastore | Format-Table Name,Type,CapacityGB,FreeSpaceGB",
                "CapacityGB of the datastore with the files of the Exchange machines. Subtract what others need there.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the storage repository, tab General: Size. Subtract what others need there.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe sr-list params=name-label,type,shared,physical-size,physical-utilisation",
                "physical-size of the repository with the Exchange machines, in bytes; divide by 1073741824. Subtract what others need there.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Storage, Table, Storage Container: maximum capacity of the container with the Exchange machines. Subtract what others need there.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "ncli container list",
                "Line Max Capacity of the container. All containers of a storage pool share its space.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the storage below the node, Summary: usage shows used of total. Subtract what others need there.",
                Seen::In(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvesm status",
                "Column Total is in KB; divide by 1048576. Subtract what others need there.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::VM_STORAGE_GB.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            DISK_MANAGEMENT,
            "Run diskmgmt.msc on the host: Capacity of the volume with the .vhd files. Subtract what others need there.",
            Seen::NotChecked,
        )],
    },
];
