//! The questions about the deployment as a whole.

use super::{BackupMethod, Migration, Product, Profile, Purpose, Solution, Version};
use crate::choice::Choices;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::question::{Kind, LARGEST_COUNT, SubjectKind, questions};
use crate::subject::GuestIndex;

questions! {
    SubjectKind::Deployment, QUESTIONS;
    NAME: String = "name", Kind::Text { longest: 200 }, "What do you call this deployment?";
    PURPOSE: Purpose = "purpose", Kind::Choice(Purpose::LIST), "Is it for production or a lab?", left out: "production";
    AS_OF: Date = "as_of", Kind::Date, "For which day shall lifecycles be judged?", left out: "today";

    VERSION: Version = "exchange.version", Kind::Choice(Version::LIST), "Which version of Exchange Server?";
    SERVICE_PACK: u64 = "exchange.service_pack", Kind::Count { min: 0, max: 4 }, "Which service pack of Exchange is installed (0 for none, RTM)?";
    CUMULATIVE_UPDATE: u64 = "exchange.cumulative_update", Kind::Count { min: 0, max: 99 }, "Which cumulative update (CU) of Exchange is installed (0 for none, RTM)?";
    MEETS_SYSTEM_REQUIREMENTS: bool = "exchange.meets_system_requirements", Kind::Flag, "Does every machine meet the version's own system requirements?";

    PRODUCT: Product = "hypervisor.product", Kind::Choice(Product::LIST), "Which hypervisor, or which cloud?";
    PRODUCT_VERSION: String = "hypervisor.version", Kind::Text { longest: 100 }, "Which version of the hypervisor, as the vendor writes it?";
    SVVP_VALIDATED: bool = "hypervisor.svvp_validated", Kind::Flag, "Is this product in this version on the list of the Server Virtualization Validation Program (SVVP)?";
    VENDOR_SUPPORTS_MIGRATION: bool = "hypervisor.vendor_supports_migration", Kind::Flag, "Does the hypervisor's vendor support moving Exchange virtual machines between hosts?";

    SOLUTIONS: Choices<Solution> = "high_availability.solutions", Kind::Set { of: Solution::LIST, empty_is_an_answer: true }, "Which availability solutions of Exchange itself are in use?";
    NODES: Vec<GuestIndex> = "high_availability.nodes", Kind::Guests, "Which of these machines are nodes of the CCR, SCC or DAG?";
    PHYSICAL_NODES: u64 = "high_availability.physical_nodes", Kind::Count { min: 0, max: LARGEST_COUNT }, "How many nodes of it are physical machines?", left out: "0";
    HOST_CLUSTERING: bool = "high_availability.host_clustering", Kind::Flag, "Does the hypervisor restart machines on another host after a failure?";
    MIGRATION: Migration = "high_availability.migration", Kind::Choice(Migration::LIST), "Which planned moves of machines between hosts are set up?";
    MOVES_CLUSTER_NODES: bool = "high_availability.moves_cluster_nodes", Kind::Flag, "Can the hypervisor fail over or move the cluster's nodes by itself?";
    COLD_BOOT_ON_FAILOVER: bool = "high_availability.cold_boot_on_failover", Kind::Flag, "After a host failure, does a machine always start from a cold boot?";

    BACKUP_METHOD: BackupMethod = "backup.method", Kind::Choice(BackupMethod::LIST), "How is Exchange backed up?";
    REGULAR_EXCHANGE_BACKUP: bool = "backup.regular_exchange_backup", Kind::Flag, "Does an Exchange-aware backup run besides?";

    MAILBOXES: u64 = "workload.mailboxes", Kind::Count { min: 1, max: 10_000_000 }, "How many mailboxes?";
    PROFILE: Profile = "workload.profile", Kind::Choice(Profile::LIST), "How heavily are they used?";
    MAILBOX_GB: Decimal = "workload.mailbox_gb", Kind::Amount { zero: false, unit: "GB" }, "How large may the largest mailbox grow?";
    NETWORK_BACKUP_MB_PER_S: Decimal = "workload.network_backup_mb_per_s", Kind::Amount { zero: false, unit: "MB/s" }, "How fast is a backup over the network?";
    LOGS_TO_REPLAY: u64 = "workload.logs_to_replay", Kind::Count { min: 0, max: LARGEST_COUNT }, "How many log files after the checkpoint would have to be replayed?";

    STRESS_TESTED: bool = "measurements.stress_tested", Kind::Flag, "Was the configured machine load-tested before production?";
    MONITORS_HOST_AND_GUEST: bool = "measurements.monitors_host_and_guest", Kind::Flag, "Are both the host and the machines monitored?";
    SENDMAIL_LATENCY_AVERAGE_MS: Decimal = "measurements.sendmail_latency_average_ms", Kind::Amount { zero: true, unit: "ms" }, "Which average SendMail latency did a load test measure?";
    SENDMAIL_LATENCY_P95_MS: Decimal = "measurements.sendmail_latency_p95_ms", Kind::Amount { zero: true, unit: "ms" }, "Which SendMail latency did it measure at the 95th percentile?";
}
