//! Where it is found what lies behind a guest's disks: who else uses them, which hardware
//! they share, what protects it, and what carries an SMB share.

use super::storage::{
    AHV_MACHINE, HYPER_V_DRIVES, PROXMOX_MACHINE, VMWARE_DATASTORES, VMWARE_DISKS, XEN_DISKS, XEN_REPOSITORIES,
};
use super::*;
use crate::questions::guest;
use crate::vendors::Family::{Ahv, Azure, HyperV, Proxmox, Vmware, Xen};
use crate::vendors::documents::*;
use crate::vendors::{Look, Place, Seen};

const HOST_DISKS: &str = "Get-Disk | Format-Table Number,FriendlyName,BusType,OperationalStatus -AutoSize";
const XEN_DEVICES: &str = "xe pbd-list params=sr-name-label,host-name-label,device-config";

/// The paths of databases and logs in Exchange 2007.
const EXCHANGE_PATHS: Look = run(
    EXCHANGE_SHELL,
    "Get-StorageGroup | Format-List Name,LogFolderPath; Get-MailboxDatabase | Format-List Name,EdbFilePath",
    "Exchange 2007: the drive letters or mount folders of logs and databases. The same one for both means no.",
    Seen::NotChecked,
);
/// From a drive letter to a disk of the machine.
const GUEST_DRIVE_LETTERS: Look = open(
    GUEST_DISK_MANAGEMENT,
    "The disk number on the left of each drive letter; Properties of the disk, Location, shows its place on the controller. Then look that disk up in the settings of the machine.",
    Seen::NotChecked,
);
/// Which file or disk of a Hyper-V host is behind each drive.
const HYPER_V_HOMES: Look = run(
    HOST_POWERSHELL,
    HYPER_V_DRIVES,
    "The same drive letter or the same folder below C:\\ClusterStorage at the start of two Paths means the same disks: no. Different ones: compare the disks behind them.",
    Seen::In(&HYPER_V_MODULE),
);
/// Which disk of a Hyper-V host holds each of its volumes.
const HYPER_V_VOLUMES: Look = run(
    HOST_POWERSHELL,
    "Get-Partition | Format-Table DiskNumber,DriveLetter,AccessPaths -AutoSize",
    "The same DiskNumber for both volumes means no. For different LUNs ask the storage administrator which physical disks they are made of.",
    Seen::InPart(&STORAGE_MODULE),
);
/// Which datastore holds each disk on vSphere.
const VMWARE_HOMES: Look = run(
    POWERCLI,
    VMWARE_DISKS,
    "The word in square brackets at the start of Filename is the datastore. The same one means no; for a raw device mapping its LUN counts, not its Filename.",
    Seen::InPart(&POWERCLI_REFERENCE),
);
/// Which device holds each datastore.
const VMWARE_DEVICES: Look = open(
    VSPHERE_CLIENT,
    "Select each datastore, Configure, Device Backing: the LUN or local disk below it. For different LUNs ask the storage administrator which physical disks they are made of.",
    Seen::NotChecked,
);
/// Which storage repository holds each disk on XenServer.
const XEN_HOMES: Look =
    run(XE, XEN_DISKS, "The same sr-name-label for both disks means no, as a rule.", Seen::InPart(&PUBLIC_SCRIPTS));
/// Which device holds each storage repository.
const XEN_BEHIND: Look = run(
    XE,
    XEN_DEVICES,
    "device-config shows the device or SCSIid (LUN) of each repository. For different LUNs ask the storage administrator which physical disks they are made of.",
    Seen::In(&XAPI_CLI),
);
/// Which storage holds each disk on Proxmox VE.
const PROXMOX_HOMES: Look = run(
    PROXMOX_SHELL,
    PROXMOX_MACHINE,
    "VMID is the number of the machine. The word before the colon is the storage of each disk: the same one means no, as a rule.",
    Seen::In(&PVE_DOCS),
);
/// AHV spreads disks over the cluster.
const AHV_HOMES: Look = open(
    PRISM,
    "Page Storage, Table, tab Storage Container: see the storage pool of each container. Disks in containers of the same pool share its physical disks: no.",
    Seen::NotChecked,
);
/// What a share's host sees of it.
const SMB_CONNECTIONS: &str =
    "Get-SmbConnection | Format-Table ServerName,ShareName,Dialect,ContinuouslyAvailable -AutoSize";

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::DEDICATED_TO_VM.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of every machine, each hard drive with Physical hard disk: compare the disk numbers. On a cluster do so on each host.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of every machine, Hardware Configuration: compare the physical drives that disks are passed through from.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM | Get-VMHardDiskDrive | Format-Table VMName,DiskNumber,Path -AutoSize",
                "The same DiskNumber at two machines means no: Hyper-V does not prevent it. On a cluster run it on each host, where the same LUN may have another number.",
                Seen::In(&HYPER_V_MODULE),
            ),
            run(
                HOST_POWERSHELL,
                HOST_DISKS,
                "OperationalStatus of the passed-through disk is Offline: the host itself does not use it.",
                Seen::In(&STORAGE_MODULE),
            ),
        ],
    ),
    place(
        guest::DEDICATED_TO_VM.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings of every machine with a raw device mapping (RDM), expand the Hard disk: compare Physical LUN.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VM | Get-HardDisk -DiskType RawPhysical,RawVirtual | Format-List Parent,Name,DiskType,ScsiCanonicalName",
                "Parent is the machine. The same ScsiCanonicalName at two machines means no; no line at all: nothing is passed through.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::DEDICATED_TO_VM.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the storage repository of the disk in the tree, tab Storage: each disk and the machine that uses it.",
                Seen::NotChecked,
            ),
            run(
                XE,
                "xe vdi-list params=name-label,sr-name-label,sharable,vbd-uuids",
                "One entry in vbd-uuids and sharable false: only one machine uses the disk.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::DEDICATED_TO_VM.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Page Hardware of every machine: compare the paths that begin with /dev/.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                "grep /dev/ /etc/pve/nodes/*/qemu-server/*.conf",
                "The same path in the files of two machines (named by their number) on one host means no.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::BLOCK_LEVEL.slot(),
        HyperV,
        &[run(
            HOST_POWERSHELL,
            HOST_DISKS,
            "BusType of the passed-through disk: iSCSI, Fibre Channel, SAS, SATA or RAID means yes. File Backed Virtual is a mounted file: no if that file lies on a share.",
            Seen::In(&STORAGE_MODULE),
        )],
    ),
    place(
        guest::BLOCK_LEVEL.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, expand the Hard disk: with a Physical LUN it is a raw device mapping (RDM), which always leads to a LUN, so yes.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_DISKS,
                "RawPhysical or RawVirtual at DiskType always leads to a LUN, so yes.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::BLOCK_LEVEL.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the storage repository of the disk in the tree, tab General, Type: NFS or SMB means no, iSCSI or HBA means yes.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_REPOSITORIES,
                "Type of that repository: rawhba, iscsi or one that begins with lvm means yes; nfs or smb means no.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::BLOCK_LEVEL.slot(),
        Proxmox,
        &[run(
            PROXMOX_SHELL,
            "lsblk -o NAME,TYPE,TRAN,SIZE",
            "TRAN of the passed-through disk: iscsi, fc, sas, sata or nvme means yes. TYPE loop is a mounted file: no if that file lies on a share.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Settings of the machine: compare the path of the drive with Windows and those with Exchange data. The same drive of the host means no.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the machine, Hardware Configuration: compare the path of the disk with Windows and those with Exchange data.",
                Seen::NotChecked,
            ),
            HYPER_V_HOMES,
            HYPER_V_VOLUMES,
        ],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Edit Settings, expand each Hard disk: Disk File begins with the datastore. The same one for Windows and Exchange data means no.",
                Seen::NotChecked,
            ),
            VMWARE_HOMES,
            VMWARE_DEVICES,
        ],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Tab Storage of the machine: compare the storage repositories of the disk with Windows and those with Exchange data.",
                Seen::InPart(&XENCENTER_SOURCE),
            ),
            XEN_HOMES,
            XEN_BEHIND,
        ],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        Ahv,
        &[
            AHV_HOMES,
            run(
                ACLI,
                AHV_MACHINE,
                "disk_list names the storage container of each disk, to be looked up in Prism.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Page Hardware of the machine: the word before the colon at each Hard Disk is its storage. Datacenter, Storage shows what each storage is.",
                Seen::NotChecked,
            ),
            PROXMOX_HOMES,
        ],
    ),
    place(
        guest::SEPARATE_FROM_OS_SPINDLES.slot(),
        Azure,
        &[open(
            AZURE_PORTAL,
            "Page Disks of the machine: yes if all Exchange data is on disks listed as data disks, and none on the OS disk.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::DATABASES_APART_FROM_LOGS.slot(),
        HyperV,
        &[EXCHANGE_PATHS, GUEST_DRIVE_LETTERS, HYPER_V_HOMES, HYPER_V_VOLUMES],
    ),
    place(
        guest::DATABASES_APART_FROM_LOGS.slot(),
        Vmware,
        &[EXCHANGE_PATHS, GUEST_DRIVE_LETTERS, VMWARE_HOMES, VMWARE_DEVICES],
    ),
    place(guest::DATABASES_APART_FROM_LOGS.slot(), Xen, &[EXCHANGE_PATHS, GUEST_DRIVE_LETTERS, XEN_HOMES, XEN_BEHIND]),
    place(guest::DATABASES_APART_FROM_LOGS.slot(), Ahv, &[EXCHANGE_PATHS, GUEST_DRIVE_LETTERS, AHV_HOMES]),
    place(guest::DATABASES_APART_FROM_LOGS.slot(), Proxmox, &[EXCHANGE_PATHS, GUEST_DRIVE_LETTERS, PROXMOX_HOMES]),
    place(
        guest::RAID_PROTECTED.slot(),
        HyperV,
        &[run(
            HOST_POWERSHELL,
            "Get-VirtualDisk | Format-Table FriendlyName,ResiliencySettingName,PhysicalDiskRedundancy -AutoSize",
            "Only for Storage Spaces: Mirror or Parity survives the loss of a disk, Simple does not. RAID of a controller or storage system is shown by its own program.",
            Seen::In(&STORAGE_MODULE),
        )],
    ),
    place(
        guest::RAID_PROTECTED.slot(),
        Vmware,
        &[
            run(
                POWERCLI,
                VMWARE_DATASTORES,
                "VMFS: ask for the RAID level in the program of the controller or storage system, vSphere does not show it. vsan: see its storage policy.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            open(
                VSPHERE_CLIENT,
                "Only for vSAN: Policies and Profiles, VM Storage Policies, the policy of the disks. Failures to tolerate of 1 or more survives the loss of a disk.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::RAID_PROTECTED.slot(),
        Xen,
        &[run(
            XE,
            "cat /proc/mdstat",
            "Only software RAID is shown: raid1 survives the loss of a disk. RAID of a controller or storage system is shown by its own program.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::RAID_PROTECTED.slot(),
        Ahv,
        &[open(
            PRISM,
            "Home, Data Resiliency Status OK, and Replication Factor 2 or more at the storage container: the data survives the loss of a disk. The disk that the host starts from is separate.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::RAID_PROTECTED.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the host, Disks, ZFS, Detail of each pool: mirror or raidz survives the loss of a disk, a single disk does not.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                "zpool status",
                "Only for ZFS: disks below mirror or raidz are protected, others are not. RAID of a controller or storage system is shown by its own program.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::PREMIUM_CLOUD_STORAGE.slot(),
        Azure,
        &[
            open(
                AZURE_PORTAL,
                "Page Disks of the machine, type of each disk: Premium SSD at all disks with databases, logs or the queue database means yes, Standard at one of them means no.",
                Seen::NotChecked,
            ),
            run(
                AZURE_POWERSHELL,
                "Get-AzDisk | Format-List Name,ManagedBy,@{n='Type';e={$_.Sku.Name}}",
                "ManagedBy ends in the name of the machine. Premium_LRS or Premium_ZRS at all disks with Exchange data means yes; a Type that begins with Standard at one of them means no.",
                Seen::In(&AZ_COMPUTE_MODULE),
            ),
            run(
                EXCHANGE_SHELL,
                "Get-MailboxDatabase | Format-List Name,EdbFilePath,LogFolderPath",
                "The drives that matter, besides that of the queue database (QueueDatabasePath in EdgeTransport.exe.config).",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::SMB3_BLOCK_STORAGE.slot(),
        HyperV,
        &[
            run(
                HOST_POWERSHELL,
                SMB_CONNECTIONS,
                "ServerName is the file server on which the next two commands are to be run. For a NAS appliance ask its vendor or administrator.",
                Seen::In(&SMB_SHARE_MODULE),
            ),
            run(
                FILE_SERVER_POWERSHELL,
                "Get-SmbShare | Format-Table Name,ScopeName,Path -AutoSize",
                "The drive, or the folder below C:\\ClusterStorage, at the start of Path holds the share.",
                Seen::In(&SMB_SHARE_MODULE),
            ),
            run(
                FILE_SERVER_POWERSHELL,
                HOST_DISKS,
                "BusType of the disk with that volume: SAS, SATA, RAID, Fibre Channel, iSCSI or Spaces means yes. File Backed Virtual is a mounted file: no if it lies on another share.",
                Seen::In(&STORAGE_MODULE),
            ),
        ],
    ),
    place(
        guest::SMB3_HIGHLY_AVAILABLE.slot(),
        HyperV,
        &[
            run(
                HOST_POWERSHELL,
                SMB_CONNECTIONS,
                "ContinuouslyAvailable True: the share stays open when one file server fails. False: see the next command.",
                Seen::In(&SMB_SHARE_MODULE),
            ),
            run(
                FILE_SERVER_POWERSHELL,
                "Get-SmbShare | Format-Table Name,ScopeName,AvailabilityType,ContinuouslyAvailable -AutoSize",
                "AvailabilityType ScaleOut or Clustered with ContinuouslyAvailable True points to yes, if its disks are protected as well. NonClustered means no.",
                Seen::In(&SMB_SHARE_MODULE),
            ),
        ],
    ),
];
