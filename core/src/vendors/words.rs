//! The dictionary: what a person sees on the screen, and what the policy calls it.
//!
//! A disk file on a share is not listed as thick or thin: where it lies counts first.
//! AHV's own virtual disks are missing on purpose: no text was found in which Microsoft
//! says what kind of storage they are.

use super::Word;
use super::documents::*;
use super::{Family, Family::*, Seen, Seen::*};
use crate::question::Slot;
use crate::questions::deployment::{BACKUP_METHOD, HOST_CLUSTERING, MIGRATION, MOVES_CLUSTER_NODES};
use crate::questions::guest::{
    ADDITIONS_INSTALLED, DEFAULT_RESOURCE_CONTROLS, DISK_FORMAT, DISK_PROVISIONING, DYNAMIC_MEMORY, SCSI_DRIVER,
    SNAPSHOTS, STATE_SAVED_ON_DISK, STORAGE_KIND, UNDO_DISKS, VCPUS,
};
use crate::questions::{
    BackupMethod, DiskFormat, DiskProvisioning, Migration, ScsiDriver, StorageKind, StorageKind::*,
};
use crate::source::{POLICY_2007, POLICY_2016, XENSERVER_TESTS};

/// Words for a whole question.
const fn all(question: Slot, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question, choice: None, family, words, seen }
}

/// Words for what the Exchange data lies on.
const fn kind(choice: StorageKind, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question: STORAGE_KIND.slot(), choice: Some(choice.index()), family, words, seen }
}

/// Words for the file format of virtual disks.
const fn format(choice: DiskFormat, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question: DISK_FORMAT.slot(), choice: Some(choice.index()), family, words, seen }
}

/// Words for how the space of a virtual disk is set aside.
const fn space(choice: DiskProvisioning, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question: DISK_PROVISIONING.slot(), choice: Some(choice.index()), family, words, seen }
}

/// Words for the SCSI driver in a machine of Virtual Server.
const fn scsi(choice: ScsiDriver, words: &'static str) -> Word {
    let choice = Some(choice.index());
    Word { question: SCSI_DRIVER.slot(), choice, family: VirtualServer, words, seen: In(&POLICY_2007) }
}

/// Words for planned moves.
const fn moves(choice: Migration, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question: MIGRATION.slot(), choice: Some(choice.index()), family, words, seen }
}

/// Words for backups.
const fn backup(choice: BackupMethod, family: Family, words: &'static str, seen: Seen) -> Word {
    Word { question: BACKUP_METHOD.slot(), choice: Some(choice.index()), family, words, seen }
}

/// Every word.
pub static WORDS: &[Word] = &[
    // What the data lies on.
    kind(FixedVirtualDisk, HyperV, "Fixed size", InPart(&DELL_STORAGE_GUIDE)),
    kind(DynamicVirtualDisk, HyperV, "Dynamically expanding", InPart(&DELL_STORAGE_GUIDE)),
    kind(DifferencingVirtualDisk, HyperV, "Differencing", InPart(&DELL_STORAGE_GUIDE)),
    kind(DifferencingVirtualDisk, HyperV, ".avhd or .avhdx file", InPart(&VHD_MANAGEMENT)),
    kind(ScsiPassThrough, HyperV, "Physical hard disk", InPart(&VM_STORAGE_SUMMARY)),
    kind(IscsiOnHost, HyperV, "Physical hard disk (LUN of the host's iSCSI Initiator)", Inferred),
    kind(IscsiInGuest, HyperV, "iSCSI initiator in the machine", In(&POLICY_2007)),
    kind(Smb3VirtualDisk, HyperV, "SMB 3.0 file share", In(&POLICY_2016)),
    kind(FixedVirtualDisk, VirtualServer, "Fixed-size", InPart(&VIRTUAL_SERVER_DISKS)),
    kind(DynamicVirtualDisk, VirtualServer, "Dynamically expanding", InPart(&VIRTUAL_SERVER_DISKS)),
    kind(DifferencingVirtualDisk, VirtualServer, "Differencing", InPart(&VIRTUAL_SERVER_DISKS)),
    kind(ScsiPassThrough, VirtualServer, "Linked", InPart(&VIRTUAL_SERVER_LINKED)),
    kind(FixedVirtualDisk, Vmware, "Thick Provision Lazy Zeroed", InPart(&VMWARE_PROVISIONING)),
    kind(FixedVirtualDisk, Vmware, "Thick Provision Eager Zeroed", InPart(&VMWARE_PROVISIONING)),
    kind(DynamicVirtualDisk, Vmware, "Thin Provision", InPart(&VMWARE_PROVISIONING)),
    kind(DifferencingVirtualDisk, Vmware, "delta disk (VMFSsparse, SEsparse)", InPart(&VMWARE_SNAPSHOTS)),
    kind(DifferencingVirtualDisk, Vmware, "-delta.vmdk or -sesparse.vmdk file", InPart(&VMWARE_COURSE)),
    kind(DifferencingVirtualDisk, Vmware, "linked clone", InPart(&VMWARE_DISK_FORMATS)),
    kind(ScsiPassThrough, Vmware, "RDM, physical compatibility", InPart(&VMWARE_RDM)),
    kind(ScsiPassThrough, Vmware, "RDM, virtual compatibility", InPart(&VMWARE_RDM)),
    kind(IscsiOnHost, Vmware, "RDM of an iSCSI LUN", Inferred),
    kind(IscsiInGuest, Vmware, "iSCSI Initiator in the machine", Inferred),
    kind(NasAsBlock, Vmware, "NFS datastore", InPart(&VMWARE_DATASTORES)),
    kind(FixedVirtualDisk, Xen, "Local LVM, iSCSI or HBA storage repository", In(&XCP_NG_STORAGE)),
    kind(DynamicVirtualDisk, Xen, "Local EXT storage repository", In(&XCP_NG_STORAGE)),
    kind(DynamicVirtualDisk, Xen, "GFS2 storage repository", InPart(&XENSERVER_FORMATS)),
    kind(DifferencingVirtualDisk, Xen, "VHD chain (after a snapshot or fast clone)", InPart(&XENSERVER_6_STORAGE)),
    kind(ScsiPassThrough, Xen, "LUN per VDI", InPart(&XENSERVER_6_STORAGE)),
    kind(ScsiPassThrough, Xen, "RawHBA", NotChecked),
    kind(IscsiInGuest, Xen, "iSCSI Initiator in the machine", Inferred),
    kind(NasAsBlock, Xen, "NFS or SMB storage repository", InPart(&XENSERVER_8_STORAGE)),
    kind(IscsiInGuest, Ahv, "Volume Group over iSCSI", InPart(&NUTANIX_LAYOUTS)),
    kind(FixedVirtualDisk, Proxmox, "raw on LVM (not LVM-Thin)", In(&PVE_LVM)),
    kind(DynamicVirtualDisk, Proxmox, "qcow2 file on local storage", In(&PVE_MACHINES)),
    kind(DynamicVirtualDisk, Proxmox, "raw on LVM-Thin", In(&PVE_LVM)),
    kind(DifferencingVirtualDisk, Proxmox, "Linked Clone", In(&PVE_MACHINES)),
    kind(DifferencingVirtualDisk, Proxmox, "qcow2 file with a backing file", In(&PVE_MACHINES)),
    kind(DifferencingVirtualDisk, Proxmox, "snapshot-as-volume-chain (LVM)", In(&PVE_LVM)),
    kind(ScsiPassThrough, Proxmox, "disk given by its /dev path", NotChecked),
    kind(IscsiInGuest, Proxmox, "iSCSI Initiator in the machine", Inferred),
    kind(NasAsBlock, Proxmox, "NFS, CIFS or GlusterFS storage", In(&PVE_MACHINES)),
    kind(FixedVirtualDisk, RedHat, "Preallocated", InPart(&RHV_DISKS)),
    kind(DynamicVirtualDisk, RedHat, "Sparse; thin provisioned", InPart(&RHV_DISKS)),
    kind(ScsiPassThrough, RedHat, "Direct LUN", InPart(&RHEV_BOOK)),
    kind(IscsiInGuest, RedHat, "iSCSI Initiator in the machine", Inferred),
    kind(FixedVirtualDisk, Azure, "managed disk", Inferred),
    // File formats, and how space is set aside.
    format(DiskFormat::Vhd, HyperV, ".vhd", InPart(&VHD_MANAGEMENT)),
    format(DiskFormat::Vhdx, HyperV, ".vhdx", InPart(&VHD_MANAGEMENT)),
    format(DiskFormat::Vhd, VirtualServer, ".vhd", In(&POLICY_2007)),
    format(DiskFormat::Vmdk, Vmware, ".vmdk", InPart(&VMWARE_RDM)),
    format(DiskFormat::Vhd, Xen, "VDI on an LVM, EXT or NFS storage repository", InPart(&XENSERVER_6_STORAGE)),
    format(DiskFormat::OtherFormat, Proxmox, "qcow2; raw", In(&PVE_MACHINES)),
    space(DiskProvisioning::Fixed, HyperV, "Fixed size", InPart(&DELL_STORAGE_GUIDE)),
    space(DiskProvisioning::Dynamic, HyperV, "Dynamically expanding", InPart(&DELL_STORAGE_GUIDE)),
    // Virtual Server alone.
    scsi(ScsiDriver::MicrosoftVmScsi, "Microsoft Virtual Machine PCI SCSI Controller"),
    scsi(ScsiDriver::Adaptec, "Adaptec"),
    all(ADDITIONS_INSTALLED.slot(), VirtualServer, "Virtual Machine Additions", In(&POLICY_2007)),
    all(UNDO_DISKS.slot(), VirtualServer, "Undo Disks (.vud files)", InPart(&VIRTUAL_SERVER_MACHINES)),
    // Snapshots.
    all(SNAPSHOTS.slot(), HyperV, "Snapshot (before Windows Server 2012 R2)", In(&POLICY_2007)),
    all(SNAPSHOTS.slot(), HyperV, "Checkpoint (standard or production)", InPart(&CHECKPOINT_TYPES)),
    all(SNAPSHOTS.slot(), Vmware, "Snapshot", InPart(&VMWARE_SNAPSHOTS)),
    all(SNAPSHOTS.slot(), Xen, "Snapshot (disk-only; disk and memory; quiesced)", InPart(&XENCENTER_SNAPSHOTS)),
    all(SNAPSHOTS.slot(), Ahv, "VM snapshot; protection domain snapshot", InPart(&VEEAM_AHV)),
    all(SNAPSHOTS.slot(), Ahv, "Recovery point", InPart(&KESTRA_AHV)),
    all(SNAPSHOTS.slot(), Proxmox, "Snapshot", In(&PVE_MACHINES)),
    all(SNAPSHOTS.slot(), RedHat, "Snapshot", NotChecked),
    all(SNAPSHOTS.slot(), Azure, "Snapshot of a disk", InPart(&AZURE_SNAPSHOTS)),
    // Moves on purpose.
    moves(Migration::Quick, HyperV, "Quick Migration", In(&POLICY_2007)),
    moves(Migration::Live, HyperV, "Live Migration", InPart(&LIVE_MIGRATION_2012)),
    moves(Migration::Live, Vmware, "vMotion", In(&POLICY_2007)),
    moves(Migration::Live, Xen, "XenMotion", In(&XENSERVER_TESTS)),
    moves(Migration::Live, Xen, "Live migration (the newer name of XenMotion)", NotChecked),
    moves(Migration::Live, Ahv, "Live Migration", InPart(&NUTANIX_STUDY_GUIDE)),
    moves(Migration::Live, Proxmox, "Online Migration", In(&PVE_MACHINES)),
    // Saved states.
    all(STATE_SAVED_ON_DISK.slot(), HyperV, "Saved state", In(&POLICY_2007)),
    all(STATE_SAVED_ON_DISK.slot(), HyperV, "Automatic Stop Action: Save the virtual machine state", NotChecked),
    all(STATE_SAVED_ON_DISK.slot(), HyperV, "Save (action when taken offline, on a cluster)", InPart(&OFFLINE_ACTION)),
    all(STATE_SAVED_ON_DISK.slot(), VirtualServer, "Saved state (.vsv file)", InPart(&VIRTUAL_SERVER_MACHINES)),
    all(STATE_SAVED_ON_DISK.slot(), Vmware, "Suspend (.vmss file)", InPart(&VMWARE_SUSPEND)),
    all(STATE_SAVED_ON_DISK.slot(), Xen, "Suspend", InPart(&XENCENTER_65)),
    all(STATE_SAVED_ON_DISK.slot(), Proxmox, "Hibernate", In(&PVE_MACHINES)),
    // Restarts on another host, and moves that nobody starts.
    all(HOST_CLUSTERING.slot(), HyperV, "Highly available virtual machine", InPart(&AUTOMATIC_STOP)),
    all(HOST_CLUSTERING.slot(), Vmware, "vSphere HA", InPart(&VMWARE_EXCHANGE_GUIDE)),
    all(HOST_CLUSTERING.slot(), Xen, "HA restart priority: Restart; Restart if possible", InPart(&XENCENTER_HA)),
    all(
        HOST_CLUSTERING.slot(),
        Xen,
        "High Availability (of Citrix Essentials, with XenServer 5.0)",
        In(&XENSERVER_TESTS),
    ),
    all(HOST_CLUSTERING.slot(), Ahv, "VM High Availability (HA)", InPart(&NUTANIX_STUDY_GUIDE)),
    all(HOST_CLUSTERING.slot(), Proxmox, "HA resource (ha-manager)", In(&PVE_HA)),
    all(HOST_CLUSTERING.slot(), RedHat, "Highly available virtual machine", InPart(&RHEV_HIGH_AVAILABILITY)),
    all(MOVES_CLUSTER_NODES.slot(), HyperV, "Highly available virtual machine", InPart(&AUTOMATIC_STOP)),
    all(MOVES_CLUSTER_NODES.slot(), HyperV, "Dynamic Optimization (SCVMM)", InPart(&DYNAMIC_OPTIMIZATION)),
    all(MOVES_CLUSTER_NODES.slot(), HyperV, "PRO (SCVMM 2008 R2)", InPart(&DYNAMIC_OPTIMIZATION)),
    all(
        MOVES_CLUSTER_NODES.slot(),
        HyperV,
        "VM Load Balancing (Windows Server 2016 and later)",
        In(&VM_LOAD_BALANCING),
    ),
    all(MOVES_CLUSTER_NODES.slot(), Vmware, "DRS, fully automated", In(&VMWARE_DRS)),
    all(MOVES_CLUSTER_NODES.slot(), Vmware, "vSphere HA", InPart(&VMWARE_EXCHANGE_GUIDE)),
    all(
        MOVES_CLUSTER_NODES.slot(),
        Xen,
        "Workload Balancing (WLB): Automatically apply Optimization recommendations",
        InPart(&XENSERVER_WLB),
    ),
    all(MOVES_CLUSTER_NODES.slot(), Xen, "HA restart priority: Restart; Restart if possible", InPart(&XENCENTER_HA)),
    all(MOVES_CLUSTER_NODES.slot(), Ahv, "VM High Availability (HA)", InPart(&NUTANIX_STUDY_GUIDE)),
    all(MOVES_CLUSTER_NODES.slot(), Ahv, "Acropolis Dynamic Scheduler (ADS)", InPart(&NUTANIX_ADS)),
    all(MOVES_CLUSTER_NODES.slot(), Proxmox, "HA resource; Shutdown Policy Migrate", In(&PVE_HA)),
    all(MOVES_CLUSTER_NODES.slot(), RedHat, "Highly available virtual machine", InPart(&RHEV_HIGH_AVAILABILITY)),
    all(MOVES_CLUSTER_NODES.slot(), RedHat, "Scheduling policy: Evenly_Distributed; Power_Saving", In(&RHV_SCHEDULING)),
    // Memory.
    all(DYNAMIC_MEMORY.slot(), HyperV, "Enable Dynamic Memory", InPart(&DYNAMIC_MEMORY_BOX)),
    all(DYNAMIC_MEMORY.slot(), HyperV, "Minimum RAM; Maximum RAM", In(&DYNAMIC_MEMORY_VALUES)),
    all(DYNAMIC_MEMORY.slot(), Vmware, "ballooning; swapping; page sharing", InPart(&ODGERS_EXCHANGE)),
    all(DYNAMIC_MEMORY.slot(), Vmware, "Reserve all guest memory (All locked), not ticked", NotChecked),
    all(DYNAMIC_MEMORY.slot(), Xen, "Dynamic Memory Control (DMC); memory ballooning", InPart(&XENCENTER_DMC)),
    all(DYNAMIC_MEMORY.slot(), Xen, "dynamic memory optimization; memory overcommit", InPart(&XENCENTER_DMC)),
    all(DYNAMIC_MEMORY.slot(), Xen, "Dynamic minimum and maximum, below the static maximum", InPart(&XENCENTER_DMC)),
    all(DYNAMIC_MEMORY.slot(), Ahv, "Memory overcommit", InPart(&NUTANIX_OVERCOMMIT)),
    all(DYNAMIC_MEMORY.slot(), Proxmox, "Ballooning Device; minimum memory", In(&PVE_MACHINES)),
    all(DYNAMIC_MEMORY.slot(), RedHat, "Memory overcommit; KSM; ballooning", InPart(&RHV_MEMORY)),
    // Processors.
    all(
        DEFAULT_RESOURCE_CONTROLS.slot(),
        HyperV,
        "Virtual machine reserve; virtual machine limit; relative weight",
        In(&POLICY_2007),
    ),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), VirtualServer, "Relative weight", InPart(&VIRTUAL_SERVER_CPU)),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), VirtualServer, "Reserved capacity; maximum capacity", NotChecked),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), Vmware, "Reservation; Limit; Shares", InPart(&VMWARE_ALLOCATION)),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), Xen, "VCPUs-params: weight", InPart(&XENSERVER_CPU)),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), Xen, "VM priority; CPU cap", NotChecked),
    all(DEFAULT_RESOURCE_CONTROLS.slot(), Proxmox, "cpulimit; cpuunits", In(&PVE_MACHINES)),
    all(VCPUS.slot(), HyperV, "Number of virtual processors", InPart(&CONFIGURE_PROCESSORS)),
    all(VCPUS.slot(), HyperV, "Number of logical processors (Windows Server 2008 and 2008 R2)", NotChecked),
    all(VCPUS.slot(), Vmware, "CPU, in all (sockets x cores per socket)", NotChecked),
    all(VCPUS.slot(), Xen, "Maximum number of vCPUs", InPart(&XENSERVER_VCPUS)),
    all(VCPUS.slot(), Ahv, "vCPUs x cores per vCPU", NotChecked),
    all(VCPUS.slot(), Proxmox, "Total cores (sockets x cores)", In(&PVE_MACHINES)),
    all(VCPUS.slot(), Azure, "vCPUs of the machine's size", NotChecked),
    // Backups.
    backup(BackupMethod::InGuestVss, HyperV, "guest-level backup (DPM)", InPart(&DPM_HYPER_V)),
    backup(BackupMethod::RootVss, HyperV, "host-level backup (DPM)", InPart(&DPM_HYPER_V)),
    backup(BackupMethod::RootVss, HyperV, "Backup Using Child Partition Snapshot", InPart(&DPM_2007)),
];
