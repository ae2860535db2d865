//! What the guests must be and have: operating system, roles, memory and processors.

mod dynamic_memory;
mod guest_os;
mod guest_os_disk_size;
mod memory_maximum;
mod memory_minimum;
mod nlb_hotfix;
mod processor_maximum;
mod resource_controls;
mod unified_messaging_role;
mod vm_snapshots;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &guest_os::RULE,
    &unified_messaging_role::RULE,
    &vm_snapshots::RULE,
    &dynamic_memory::RULE,
    &guest_os_disk_size::RULE,
    &nlb_hotfix::RULE,
    &resource_controls::RULE,
    &processor_maximum::RULE,
    &memory_maximum::RULE,
    &memory_minimum::RULE,
];
