//! The public documents in which names of menus and commands, and vendors' words, were
//! checked.

use crate::source::{Source, sources};

sources! {
    /// Every document that a place or a word rests on.
    DOCUMENTS;
    // Microsoft
    HYPER_V_MODULE = "hyper-v-module", "Hyper-V module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/hyper-v/", "as stored in 2026", "its reference pages for the commands named";
    // VMware
    // Citrix and XCP-ng
    // Nutanix
    // Proxmox
}
