//! The questions about each host: a physical (root) machine.

use crate::decimal::Decimal;
use crate::question::{Kind, LARGEST_COUNT, SubjectKind, questions};

/// Sockets, and cores of a socket.
const HARDWARE: Kind = Kind::Count { min: 1, max: 1024 };
/// A number of other things on the host.
const ANY_COUNT: Kind = Kind::Count { min: 0, max: LARGEST_COUNT };
/// A size above zero.
const SIZE: Kind = Kind::Amount { zero: false, unit: "GB" };

questions! {
    SubjectKind::Host, QUESTIONS;
    SOCKETS: u64 = "sockets", HARDWARE, "How many processor sockets are filled?";
    CORES_PER_SOCKET: u64 = "cores_per_socket", HARDWARE, "How many physical cores has each processor (hyper-threads do not count)?";
    MEMORY_GB: Decimal = "memory_gb", SIZE, "How much memory has the host?";
    ROOT_PROCESSORS_USED: Decimal = "root_processors_used", Kind::Amount { zero: true, unit: "processors" }, "How many processors' worth of load does the host itself put on its processors?", left out: "2, the baseline of the policy";
    OTHER_VM_VCPUS: u64 = "other_vm_vcpus", ANY_COUNT, "How many virtual processors have all other virtual machines on this host together?";
    OTHER_VM_MEMORY_GB: Decimal = "other_vm_memory_gb", Kind::Amount { zero: true, unit: "GB" }, "How much memory have all other virtual machines on this host together?";
    SERVER_APPLICATIONS_ON_ROOT: bool = "server_applications_on_root", Kind::Flag, "Does anything other than management software run on the host itself?";
    IO_INTENSIVE_VMS: bool = "io_intensive_vms", Kind::Flag, "Do other virtual machines here put a heavy load on the disks (SQL Server, say)?";
    SYSTEM_DISK_GB: Decimal = "system_disk_gb", SIZE, "How large is the disk of the host's own operating system?";
    VM_STORAGE_GB: Decimal = "vm_storage_gb", SIZE, "How much space is there for the files of the Exchange machines?";
    NICS_TOTAL: u64 = "nics.total", ANY_COUNT, "How many physical network cards has the host?";
    NICS_DEDICATED_TO_ROOT: u64 = "nics.dedicated_to_root", ANY_COUNT, "How many of them serve the host alone?";
    NICS_DEDICATED_TO_VMS: u64 = "nics.dedicated_to_vms", ANY_COUNT, "How many of them serve the virtual machines alone?";
    NICS_DEDICATED_TO_ISCSI: u64 = "nics.dedicated_to_iscsi", ANY_COUNT, "How many of them serve iSCSI alone?";
    ANTIVIRUS_ON_ROOT: bool = "antivirus_on_root", Kind::Flag, "Does an antivirus program run on the host?";
    ANTIVIRUS_SKIPS_VIRTUAL_DISKS: bool = "antivirus_skips_virtual_disks", Kind::Flag, "Is it set to skip the files of virtual disks?";
}
