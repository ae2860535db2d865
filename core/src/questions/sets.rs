//! What sets of choices are called that a list of their members would not tell.

use super::deployment::PRODUCT;
use super::guest::STORAGE_KIND;
use super::{HYPER_V, HYPER_V_SINCE_2012, ISCSI, PASS_THROUGH, RENTED, THIRD_PARTY, VIRTUAL_SERVER};
use crate::question::Slot;

/// A set of choices with a name.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The question.
    pub slot: Slot,
    /// The set.
    pub bits: u64,
    /// Its members together: `Hyper-V on Windows Server`.
    pub name: &'static str,
    /// What a member is, after its own name and a comma; empty where that goes without saying.
    pub inside: &'static str,
    /// What any other choice is, after its name and a comma.
    pub outside: &'static str,
}

/// Every set that has a name.
pub static NAMED: &[Named] = &[
    Named {
        slot: PRODUCT.slot(),
        bits: RENTED.bits(),
        name: "rented machines",
        inside: "rented, so the hosts are not yours",
        outside: "not rented, so the hosts are yours",
    },
    Named {
        slot: PRODUCT.slot(),
        bits: HYPER_V.bits(),
        name: "Hyper-V on Windows Server",
        inside: "",
        outside: "which is not Hyper-V on Windows Server",
    },
    Named {
        slot: PRODUCT.slot(),
        bits: HYPER_V_SINCE_2012.bits(),
        name: "Hyper-V on Windows Server 2012 or later",
        inside: "",
        outside: "which is not Hyper-V on Windows Server 2012 or later",
    },
    Named {
        slot: PRODUCT.slot(),
        bits: THIRD_PARTY.bits(),
        name: "a product that needs a validation (SVVP)",
        inside: "which needs a validation (SVVP)",
        outside: "which needs no validation (SVVP)",
    },
    Named {
        slot: PRODUCT.slot(),
        bits: VIRTUAL_SERVER.bits(),
        name: "Microsoft Virtual Server 2005",
        inside: "",
        outside: "which is not Microsoft Virtual Server 2005",
    },
    Named {
        slot: STORAGE_KIND.slot(),
        bits: ISCSI.bits(),
        name: "iSCSI disks",
        inside: "",
        outside: "which is not iSCSI",
    },
    Named {
        slot: STORAGE_KIND.slot(),
        bits: PASS_THROUGH.bits(),
        name: "disks that the host passes through",
        inside: "",
        outside: "which the host does not pass through",
    },
];
