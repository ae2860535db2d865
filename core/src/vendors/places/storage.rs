//! Where it is found what kind of storage a guest's Exchange data lie on.

use super::*;
use crate::questions::guest;
use crate::vendors::Family::{Ahv, Azure, HyperV, Proxmox, VirtualServer, Vmware, Xen};
use crate::vendors::documents::*;
use crate::vendors::{Look, Place, Seen};

/// The drives of a Hyper-V machine: files and disks of the host.
pub(super) const HYPER_V_DRIVES: &str = "Get-VMHardDiskDrive -VMName NAME | Format-Table ControllerType,ControllerNumber,ControllerLocation,DiskNumber,Path -AutoSize";
/// The files of a Hyper-V machine's virtual disks.
pub(super) const HYPER_V_FILES: &str =
    "Get-VM -Name NAME | Select-Object VMId | Get-VHD | Format-List Path,VhdFormat,VhdType,ParentPath";
/// The disks of a machine on vSphere.
pub(super) const VMWARE_DISKS: &str =
    "Get-VM -Name NAME | Get-HardDisk | Format-List Name,DiskType,StorageFormat,CapacityGB,Filename";
/// The datastores of a machine on vSphere.
pub(super) const VMWARE_DATASTORES: &str = "Get-VM -Name NAME | Get-Datastore | Format-Table Name,Type";
/// The disks of a machine on XenServer.
pub(super) const XEN_DISKS: &str = "xe vm-disk-list vm=NAME vbd-params=userdevice vdi-params=name-label,sr-name-label,virtual-size,physical-utilisation,snapshots,sm-config";
/// The storage repositories of XenServer.
pub(super) const XEN_REPOSITORIES: &str = "xe sr-list params=name-label,type,shared,host";
/// A machine on AHV, with its disks.
pub(super) const AHV_MACHINE: &str = "acli vm.get NAME";
/// A machine on Proxmox VE, with its disks.
pub(super) const PROXMOX_MACHINE: &str = "qm config VMID";

/// The disks that Windows in the machine sees, and how it reaches them.
const GUEST_DISKS: Look = run(
    GUEST_POWERSHELL,
    "Get-Disk | Format-Table Number,FriendlyName,BusType,Size -AutoSize",
    "iSCSI at BusType of a disk with Exchange data: the machine connects it itself. Windows Server 2012 and later.",
    Seen::In(&STORAGE_MODULE),
);
/// The same for older machines.
const GUEST_SESSIONS: Look = run(
    GUEST_PROMPT,
    "iscsicli SessionList",
    "Each session is storage that the machine connects by iSCSI itself; the devices of the session name its disks. No session: none.",
    Seen::InPart(&ELASTIC_SAN),
);

/// Shares that Windows in the machine uses.
const GUEST_SHARES: Look = run(
    GUEST_PROMPT,
    "net use",
    "Databases, logs or queues on a share listed here: file share used directly. So is a path with two backslashes at its start in Exchange.",
    Seen::NotChecked,
);

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::STORAGE_KIND.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine, each hard drive: Physical hard disk means passed through, two backslashes at the start of the path mean a share. Otherwise Inspect names the type: fixed size, dynamically expanding (grows) or differencing.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the machine, Hardware Configuration, each disk below Bus Configuration: the type of the virtual disk, or that it is passed through from a physical drive, and its path.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                HYPER_V_DRIVES,
                "A DiskNumber means passed through; Path with two backslashes at its start means a share. Any other path is a virtual disk on a disk of the host.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                HOST_POWERSHELL,
                HYPER_V_FILES,
                "VhdType: Fixed, Dynamic (it grows as it fills) or Differencing (differences from ParentPath, also after a checkpoint). Passed-through disks are not listed.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                HOST_POWERSHELL,
                "Get-Disk | Format-Table Number,FriendlyName,BusType,OperationalStatus -AutoSize",
                "For a passed-through disk look up its DiskNumber as Number: iSCSI at BusType means connected by the host over iSCSI.",
                Seen::In(&STORAGE_MODULE),
            ),
            run(
                HOST_POWERSHELL,
                "Get-SmbConnection | Format-Table ServerName,ShareName,Dialect -AutoSize",
                "If the disk lies on a share: Dialect 3.00 or higher is SMB 3.0. A lower one is a file share that the hypervisor presents as a disk.",
                Seen::In(&SMB_SHARE_MODULE),
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, Virtual Hardware, expand each Hard disk: Thick Provision is fixed, Thin Provision grows. A compatibility mode (physical or virtual) means a raw device mapping (RDM): passed through.",
                Seen::InPart(&VSPHERE_VM_ADMINISTRATION),
            ),
            open(
                VSPHERE_CLIENT,
                "Tab Datastores of the machine, column Type: NFS is a file share presented as a disk, thick or thin. vsan is no share, but Microsoft's texts do not name it: if in doubt, leave the question open.",
                Seen::NotChecked,
            ),
            open(
                VSPHERE_CLIENT,
                "For an RDM: select the host, Configure, Storage Devices; the transport of that LUN says iSCSI (connected by the host) or another way.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_DISKS,
                "RawPhysical or RawVirtual: passed through. Flat: Thick and EagerZeroedThick are fixed, Thin grows; a number such as -000001 before .vmdk means only differences (snapshot, linked clone).",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(
                POWERCLI,
                VMWARE_DATASTORES,
                "A Type that begins with NFS: file share presented as a disk, whatever the disk's own type. VMFS: the disk's own type counts.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Tab Storage of the machine: the storage repository (SR) of each disk. Select the SR in the tree, tab General, Type: NFS and SMB are shares presented as a disk, LVM (local, iSCSI, HBA) is fixed, Ext grows.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_DISKS,
                "vhd-parent in sm-config: the disk holds only differences, as after a snapshot or a clone. physical-utilisation far below virtual-size: it grows. sr-name-label is its storage repository.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
            run(
                XE,
                XEN_REPOSITORIES,
                "Type of that repository: nfs and smb are shares presented as a disk; lvm, lvmoiscsi, lvmohba and lvmofcoe are fixed; ext grows; rawhba passes a LUN through, iscsi is a LUN connected by the host.",
                Seen::In(&XAPI_CLI),
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        Ahv,
        &[
            open(
                PRISM,
                "Page VM, Table, select the machine, tab Virtual Disks. No text of Microsoft's says what AHV's own disks count as: ask Nutanix in writing, and until then choose that you do not know. A volume group that Windows in the machine connects is iSCSI of the machine.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                AHV_MACHINE,
                "disk_list shows each disk and its storage container; what such a disk counts as has to be asked of Nutanix.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Page Hardware of the machine, each Hard Disk: the word before the colon is the storage, a path that begins with /dev/ is passed through. Datacenter, Storage shows the type of each storage.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                PROXMOX_MACHINE,
                "VMID is the number of the machine in the tree. Lines scsi0, virtio0, sata0 or ide0: storage before the colon, or /dev/ for a passed-through disk.",
                Seen::In(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvesm status",
                "Type nfs or cifs is a share presented as a disk, lvm is fixed, lvmthin and rbd grow, iscsi is a LUN connected by the host. On dir a qcow2 file grows, and a raw file too unless preallocation is set.",
                Seen::In(&PVE_DOCS),
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        VirtualServer,
        &[
            open(
                VIRTUAL_SERVER_SITE,
                "Virtual Machines, Configure, the machine, Hard disks: two backslashes at the start of the file's path mean a share.",
                Seen::NotChecked,
            ),
            open(
                VIRTUAL_SERVER_SITE,
                "Virtual Disks, Inspect, path of the file: fixed size, dynamically expanding (grows), differencing, or linked to a physical disk (passed through).",
                Seen::NotChecked,
            ),
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
    place(
        guest::STORAGE_KIND.slot(),
        Azure,
        &[
            open(
                AZURE_PORTAL,
                "Page Disks of the machine: each disk listed there is a virtual disk of fixed size. Storage that Windows connects itself is not listed.",
                Seen::NotChecked,
            ),
            GUEST_DISKS,
            GUEST_SESSIONS,
            GUEST_SHARES,
        ],
    ),
];
