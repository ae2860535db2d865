//! How the deployment is run: mailbox sizes, backup, tests, monitoring and measurements.

mod exchange_aware_backup;
mod large_mailboxes;
mod monitoring;
mod root_backup;
mod sendmail_latency_average;
mod sendmail_latency_p95;
mod stress_test;

use crate::rule::Rule;

/// The rules of this topic, in the order of the catalogue.
pub static RULES: &[&Rule] = &[
    &large_mailboxes::RULE,
    &root_backup::RULE,
    &exchange_aware_backup::RULE,
    &stress_test::RULE,
    &monitoring::RULE,
    &sendmail_latency_average::RULE,
    &sendmail_latency_p95::RULE,
];
