//! Where an answer is found, by what the question is about.
//!
//! - `deployment.rs`: product and backup; `availability.rs`: clustering and moving;
//! - `host*.rs`: the hosts; `guest*.rs` and `virtual_server.rs`: the guests;
//! - `storage.rs`: the kind of storage; `virtual_disks.rs`: disk files; `storage_behind.rs`:
//!   what is behind them; `iscsi.rs`: the iSCSI network.

mod availability;
mod deployment;
mod guest;
mod guest_hardware;
mod guest_memory;
mod guest_state;
mod host;
mod iscsi;
mod host_disks;
mod host_machines;
mod host_network;
mod host_software;
mod storage;
mod virtual_server;
mod storage_behind;
mod virtual_disks;

use super::{Family, Look, Place, Seen};
use crate::question::Slot;

/// Every place, in the parts of this folder.
pub static PLACES: &[&[Place]] = &[
    deployment::PLACES,
    availability::PLACES,
    host::PLACES,
    host_machines::PLACES,
    host_software::PLACES,
    host_disks::PLACES,
    host_network::PLACES,
    guest::PLACES,
    guest_hardware::PLACES,
    guest_memory::PLACES,
    guest_state::PLACES,
    virtual_server::PLACES,
    storage::PLACES,
    virtual_disks::PLACES,
    storage_behind::PLACES,
    iscsi::PLACES,
];

/// A program to open.
const fn open(program: &'static str, steps: &'static str, seen: Seen) -> Look {
    Look::Open { program, steps, seen }
}

/// A command that only reads.
const fn run(shell: &'static str, command: &'static str, read: &'static str, seen: Seen) -> Look {
    Look::Run { shell, command, read, seen }
}

/// Where one answer is found in one family's programs.
const fn place(question: Slot, family: Family, looks: &'static [Look]) -> Place {
    Place { question, family, looks }
}

/// A command of several places: what a Proxmox VE machine is made of. `VMID` is its number.
const QM_CONFIG: &str = "qm config VMID";

/// The programs and shells, named once.
const HYPER_V_MANAGER: &str = "Hyper-V Manager";
const SCVMM: &str = "Virtual Machine Manager (SCVMM) console";
const VMM_POWERSHELL: &str = "PowerShell of Virtual Machine Manager (2012 and later)";
const FAILOVER_CLUSTER_MANAGER: &str =
    "Failover Cluster Manager of the hosts (Failover Cluster Management on Windows Server 2008)";
const CLUSTER_ADMINISTRATOR: &str = "Cluster Administrator on the host";
const CLUSTER_POWERSHELL: &str = "PowerShell on a clustered Hyper-V host (Windows Server 2008 R2 and later)";
const HOST_POWERSHELL: &str = "PowerShell on the Hyper-V host (Windows Server 2012 and later)";
const GUEST_POWERSHELL: &str = "PowerShell in the machine";
const GUEST_DEVICE_MANAGER: &str = "Device Manager in the machine";
const GUEST_CLUSTER_ADMINISTRATOR: &str = "Cluster Administrator in the machine";
const GUEST_NLB_MANAGER: &str = "Network Load Balancing Manager in the machine";
const GUEST_UPDATES: &str = "Programs and Features in the machine";
const GUEST_DISK_MANAGEMENT: &str = "Disk Management in the machine";
const GUEST_PROMPT: &str = "command prompt in the machine";
const HOST_PROMPT: &str = "command prompt on the host";
const SYSTEM_INFORMATION: &str = "System Information on the host";
const PERFORMANCE_MONITOR: &str = "Performance Monitor on the host";
const SERVER_MANAGER: &str = "Server Manager on the host";
const CONTROL_PANEL: &str = "Control Panel on the host";
const DISK_MANAGEMENT: &str = "Disk Management on the host";
const DEVICE_MANAGER: &str = "Device Manager on the host";
const ISCSI_INITIATOR: &str = "iSCSI Initiator on the host";
const WINDOWS_SECURITY: &str = "Windows Security on the host (Windows Server 2019 and later)";
const VSPHERE_CLIENT: &str = "vSphere Client";
const POWERCLI: &str = "PowerCLI";
const ESXI_SHELL: &str = "shell of the ESXi host";
const XENCENTER: &str = "XenCenter";
const XE: &str = "console of the XenServer host";
const PRISM: &str = "Prism";
const ACLI: &str = "a Nutanix controller VM (CVM)";
const PROXMOX_WEB: &str = "Proxmox VE web interface";
const PROXMOX_SHELL: &str = "shell of the Proxmox VE host";
const VIRTUAL_SERVER_SITE: &str = "Administration Website of Virtual Server";
const AZURE_PORTAL: &str = "Azure portal";
const AZURE_POWERSHELL: &str = "Azure PowerShell (module Az)";
const EXCHANGE_SHELL: &str = "Exchange Management Shell in the machine";
const FILE_SERVER_POWERSHELL: &str = "PowerShell on the file server (Windows Server 2012 and later)";
const HOST_NETWORK_CONNECTIONS: &str = "Network Connections on the Hyper-V host";
