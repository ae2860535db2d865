//! Where answers about a guest are found.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::HYPER_V_MODULE;
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[Place {
    question: guest::SNAPSHOTS.slot(),
    family: Family::HyperV,
    looks: &[
        open(
            HYPER_V_MANAGER,
            "Select the machine: the pane Checkpoints (Snapshots before Windows Server 2012 R2) lists them.",
            Seen::NotChecked,
        ),
        run(
            HOST_POWERSHELL,
            "Get-VMSnapshot -VMName NAME | Format-Table Name,SnapshotType,CreationTime",
            "Each line is a checkpoint. No line: there is none now.",
            Seen::In(&HYPER_V_MODULE),
        ),
    ],
}];
