//! How the deployment stays available: clusters, moves between hosts, restarts.

mod cluster_nodes_apart;
mod cluster_nodes_moved;
mod cold_boot_on_failover;
mod exchange_availability_first;
mod machine_migration;
mod quick_migration;
mod saved_state;
mod vendor_supports_migration;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &cluster_nodes_moved::RULE,
    &cluster_nodes_apart::RULE,
    &quick_migration::RULE,
    &saved_state::RULE,
    &cold_boot_on_failover::RULE,
    &vendor_supports_migration::RULE,
    &exchange_availability_first::RULE,
    &machine_migration::RULE,
];
