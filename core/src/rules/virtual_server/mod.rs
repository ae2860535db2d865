//! Exchange 2003 in Virtual Server.

mod antivirus_skips_disks;
mod backup_adapter;
mod fixed_size_disks;
mod machine_additions;
mod offline_copy_is_no_backup;
mod scsi_driver;
mod single_processor;
mod stand_alone_server;
mod undo_disks;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &machine_additions::RULE,
    &stand_alone_server::RULE,
    &scsi_driver::RULE,
    &undo_disks::RULE,
    &single_processor::RULE,
    &fixed_size_disks::RULE,
    &backup_adapter::RULE,
    &offline_copy_is_no_backup::RULE,
    &antivirus_skips_disks::RULE,
];
