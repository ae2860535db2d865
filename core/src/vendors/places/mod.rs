//! Where an answer is found, by what the question is about.

mod availability;
mod guest;
mod host;
mod storage;

use super::{Look, Place, Seen};

/// Every place, in the parts of this folder.
pub static PLACES: &[&[Place]] = &[availability::PLACES, host::PLACES, guest::PLACES, storage::PLACES];

/// A program to open.
const fn open(program: &'static str, steps: &'static str, seen: Seen) -> Look {
    Look::Open { program, steps, seen }
}

/// A command that only reads.
const fn run(shell: &'static str, command: &'static str, read: &'static str, seen: Seen) -> Look {
    Look::Run { shell, command, read, seen }
}

/// The programs and shells, named once.
const HYPER_V_MANAGER: &str = "Hyper-V Manager";
const SCVMM: &str = "Virtual Machine Manager (SCVMM) console";
const HOST_POWERSHELL: &str = "PowerShell on the Hyper-V host (Windows Server 2012 and later)";
const GUEST_POWERSHELL: &str = "PowerShell in the machine";
const GUEST_PROMPT: &str = "command prompt in the machine";
const HOST_PROMPT: &str = "command prompt on the host";
const VSPHERE_CLIENT: &str = "vSphere Client";
const POWERCLI: &str = "PowerCLI";
const XENCENTER: &str = "XenCenter";
const XE: &str = "console of the XenServer host";
const PRISM: &str = "Prism";
const ACLI: &str = "a Nutanix controller VM (CVM)";
const PROXMOX_WEB: &str = "Proxmox VE web interface";
const PROXMOX_SHELL: &str = "shell of the Proxmox VE host";
const VIRTUAL_SERVER_SITE: &str = "Administration Website of Virtual Server";
const AZURE_PORTAL: &str = "Azure portal";
