//! What the hosts must be and have.

mod high_availability_adapters;
mod io_intensive_neighbours;
mod iscsi_adapters;
mod memory_oversubscription;
mod root_dedicated;
mod root_disk_size;
mod vcpu_ratio;
mod vcpu_ratio_one_to_one;
mod vcpu_ratio_with_root;
mod vm_storage_capacity;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &root_dedicated::RULE,
    &vcpu_ratio::RULE,
    &vcpu_ratio_with_root::RULE,
    &vcpu_ratio_one_to_one::RULE,
    &memory_oversubscription::RULE,
    &root_disk_size::RULE,
    &vm_storage_capacity::RULE,
    &io_intensive_neighbours::RULE,
    &high_availability_adapters::RULE,
    &iscsi_adapters::RULE,
];
