//! Where the Exchange data of a guest lies.

mod data_apart_from_os;
mod databases_apart_from_logs;
mod differencing_virtual_disk;
mod dynamic_virtual_disk;
mod iscsi_dedicated_adapters;
mod iscsi_initiator_on_host;
mod iscsi_jumbo_frames;
mod iscsi_network_isolated;
mod iscsi_network_speed;
mod iscsi_virtual_switch;
mod nas_storage;
mod pass_through_block_level;
mod pass_through_dedicated;
mod prefer_pass_through;
mod smb3_block_storage;
mod smb3_highly_available;
mod smb3_virtual_disk;
mod storage_raid;
mod unlisted_storage;
mod virtual_disk_size;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &unlisted_storage::RULE,
    &nas_storage::RULE,
    &smb3_virtual_disk::RULE,
    &dynamic_virtual_disk::RULE,
    &differencing_virtual_disk::RULE,
    &pass_through_dedicated::RULE,
    &pass_through_block_level::RULE,
    &virtual_disk_size::RULE,
    &prefer_pass_through::RULE,
    &iscsi_initiator_on_host::RULE,
    &iscsi_network_speed::RULE,
    &iscsi_network_isolated::RULE,
    &iscsi_dedicated_adapters::RULE,
    &iscsi_jumbo_frames::RULE,
    &iscsi_virtual_switch::RULE,
    &storage_raid::RULE,
    &databases_apart_from_logs::RULE,
    &data_apart_from_os::RULE,
    &smb3_block_storage::RULE,
    &smb3_highly_available::RULE,
];
