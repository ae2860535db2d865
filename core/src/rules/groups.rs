//! Conditions that several rules share.

use crate::condition::{Condition, includes, is, none_of, one_of};
use crate::questions::deployment::{HOST_CLUSTERING, MIGRATION, PRODUCT, SOLUTIONS};
use crate::questions::{CLUSTERS_2007, DAG, HYPER_V, Migration, RENTED, THIRD_PARTY, VIRTUAL_SERVER};

/// The hosts are the customer's own: the product is not a rented machine.
pub const OWN_HOSTS: Condition = none_of(PRODUCT, RENTED);

/// The hypervisor is Hyper-V on Windows Server, or Hyper-V Server.
pub const ON_HYPER_V: Condition = one_of(PRODUCT, HYPER_V);

/// The hypervisor is one that needs a validation.
pub const ON_THIRD_PARTY: Condition = one_of(PRODUCT, THIRD_PARTY);

/// The hypervisor is Virtual Server.
pub const ON_VIRTUAL_SERVER: Condition = one_of(PRODUCT, VIRTUAL_SERVER);

/// The hypervisor can move machines: it restarts them elsewhere after a failure, or a
/// planned move is set up.
pub const MOVES_MACHINES: Condition =
    Condition::Any(&[is(HOST_CLUSTERING), none_of(MIGRATION, Migration::set(&[Migration::None]))]);

/// There is a cluster of Exchange 2007: CCR or SCC.
pub const CLUSTER_2007: Condition = includes(SOLUTIONS, CLUSTERS_2007);

/// There is a database availability group.
pub const IN_A_DAG: Condition = includes(SOLUTIONS, DAG);

/// The deployment is highly available, as the network advice for Exchange 2007 means
/// it: CCR, SCC or a hypervisor that can move machines.
pub const HIGHLY_AVAILABLE: Condition =
    Condition::Any(&[CLUSTER_2007, is(HOST_CLUSTERING), none_of(MIGRATION, Migration::set(&[Migration::None]))]);
