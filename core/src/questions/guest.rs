//! The questions about each guest: an Exchange virtual machine.

use super::{DiskFormat, DiskProvisioning, GuestOs, Role, ScsiDriver, StorageKind};
use crate::choice::Choices;
use crate::decimal::Decimal;
use crate::question::{Kind, SubjectKind, questions};
use crate::subject::HostIndex;

/// A size above zero.
const SIZE: Kind = Kind::Amount { zero: false, unit: "GB" };

questions! {
    SubjectKind::Guest, QUESTIONS;
    HOST: HostIndex = "host", Kind::Host, "On which host does this machine run?";
    ROLES: Choices<Role> = "roles", Kind::Set { of: Role::LIST, empty_is_an_answer: false }, "Which Exchange roles are installed on it?";
    GUEST_OS: GuestOs = "guest_os", Kind::Choice(GuestOs::LIST), "Which operating system runs in it?";
    GUEST_OS_SERVICE_PACK: u64 = "guest_os_service_pack", Kind::Count { min: 0, max: 4 }, "Which service pack of that operating system is installed (0 for none)?";
    VCPUS: u64 = "vcpus", Kind::Count { min: 1, max: 1024 }, "How many virtual processors has it?";
    MEMORY_GB: Decimal = "memory_gb", SIZE, "How much memory has it?";
    DYNAMIC_MEMORY: bool = "dynamic_memory", Kind::Flag, "Can the hypervisor change its memory while it runs, or promise more than there is?";
    OS_DISK_GB: Decimal = "os_disk_gb", SIZE, "How large is the virtual disk of its operating system?";
    SNAPSHOTS: bool = "snapshots", Kind::Flag, "Are snapshots (checkpoints) of it taken?";
    STATE_SAVED_ON_DISK: bool = "state_saved_on_disk", Kind::Flag, "When it is moved or taken offline, is its state saved to disk and restored from there?";
    DEFAULT_RESOURCE_CONTROLS: bool = "default_resource_controls", Kind::Flag, "Are its processor reserve, limit and weight as the hypervisor sets them?";
    NETWORK_LOAD_BALANCING: bool = "network_load_balancing", Kind::Flag, "Does it use Network Load Balancing (NLB) of Windows?";
    NLB_HOTFIX_953828: bool = "nlb_hotfix_953828", Kind::Flag, "Is the hotfix of Knowledge Base article 953828 installed in it?";

    STORAGE_KIND: StorageKind = "storage.kind", Kind::Choice(StorageKind::LIST), "What do its databases, logs and queues lie on?";
    DISK_FORMAT: DiskFormat = "storage.disk_format", Kind::Choice(DiskFormat::LIST), "Which file format have the virtual disks of its Exchange data?";
    DISK_PROVISIONING: DiskProvisioning = "storage.disk_provisioning", Kind::Choice(DiskProvisioning::LIST), "How is the space of these virtual disks set aside?";
    LARGEST_VIRTUAL_DISK_GB: Decimal = "storage.largest_virtual_disk_gb", SIZE, "How large is the largest virtual disk of its Exchange data?";
    DEDICATED_TO_VM: bool = "storage.dedicated_to_vm", Kind::Flag, "Does the passed-through storage serve this machine alone?";
    BLOCK_LEVEL: bool = "storage.block_level", Kind::Flag, "Does the passed-through storage reach the hypervisor as block storage?";
    SEPARATE_FROM_OS_SPINDLES: bool = "storage.separate_from_os_spindles", Kind::Flag, "Is its Exchange data on other physical disks than its operating system?";
    DATABASES_APART_FROM_LOGS: bool = "storage.databases_apart_from_logs", Kind::Flag, "Are its databases on other disks than their logs?";
    RAID_PROTECTED: bool = "storage.raid_protected", Kind::Flag, "Is its storage protected by RAID?";
    PREMIUM_CLOUD_STORAGE: bool = "storage.premium_cloud_storage", Kind::Flag, "Are all volumes with its databases, logs and transport database on Azure Premium Storage?";
    SMB3_BLOCK_STORAGE: bool = "storage.smb3_block_storage", Kind::Flag, "Is the SMB 3.0 share itself kept on block storage?";
    SMB3_HIGHLY_AVAILABLE: bool = "storage.smb3_highly_available", Kind::Flag, "Is the SMB 3.0 share highly available?";
    ISCSI_LINK_GBPS: Decimal = "storage.iscsi.link_gbps", Kind::Amount { zero: false, unit: "Gbit/s" }, "How fast is the network link to the iSCSI storage?";
    ISCSI_ISOLATED_NETWORK: bool = "storage.iscsi.isolated_network", Kind::Flag, "Is the iSCSI network separate from all other traffic?";
    ISCSI_DEDICATED_NICS: bool = "storage.iscsi.dedicated_nics", Kind::Flag, "Are there network cards for iSCSI alone?";
    ISCSI_JUMBO_FRAMES: bool = "storage.iscsi.jumbo_frames", Kind::Flag, "Are jumbo frames switched on for iSCSI?";
    ISCSI_BOUND_TO_VIRTUAL_SWITCH: bool = "storage.iscsi.bound_to_virtual_switch", Kind::Flag, "Are the host's iSCSI network cards bound to a virtual switch?";

    ADDITIONS_INSTALLED: bool = "virtual_server.additions_installed", Kind::Flag, "Are the Virtual Machine Additions installed in it?";
    SCSI_DRIVER: ScsiDriver = "virtual_server.scsi_driver", Kind::Choice(ScsiDriver::LIST), "Which SCSI driver does its Device Manager show?";
    UNDO_DISKS: bool = "virtual_server.undo_disks", Kind::Flag, "Are undo disks switched on for it?";
    FAILOVER_CLUSTER_MEMBER: bool = "virtual_server.failover_cluster_member", Kind::Flag, "Is its Exchange part of a Windows failover cluster?";
    DEDICATED_BACKUP_NIC: bool = "virtual_server.dedicated_backup_nic", Kind::Flag, "Has it a virtual network card for backups alone?";
}
