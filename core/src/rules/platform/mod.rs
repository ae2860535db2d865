//! Whether Exchange version and hypervisor are supported at all.

mod azure_premium_storage;
mod azure_production;
mod exchange_service_pack;
mod exchange_version;
mod hypervisor_supported;
mod system_requirements;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &exchange_version::RULE,
    &hypervisor_supported::RULE,
    &azure_production::RULE,
    &azure_premium_storage::RULE,
    &exchange_service_pack::RULE,
    &system_requirements::RULE,
];
