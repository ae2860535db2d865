//! The catalogue once more: two-valued, for complete deployments only, written by hand
//! from `docs/spec/policy-catalogue.md` and from nothing else. The rules of the core are
//! judged by it. Every limit is written out here.

use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::{Deployment, FromValue, GuestIndex, HostIndex, Subject};
use exchange_advisor_core::question::Key;
use exchange_advisor_core::questions::Version::*;
use exchange_advisor_core::questions::deployment::*;
use exchange_advisor_core::questions::guest::*;
use exchange_advisor_core::questions::host as on_host;
use exchange_advisor_core::questions::{self, *};

/// Steps of a decimal number, for sums.
fn steps(amount: Decimal) -> u128 {
    u128::from(amount.steps())
}

fn gb(amount: Decimal) -> f64 {
    // Only ever compared with limits that a double holds exactly, and never summed.
    format!("{amount}").parse().expect("a number")
}

struct Ask<'d> {
    deployment: &'d Deployment,
    subject: Subject,
}

#[allow(clippy::match_same_arms, reason = "a line for each line of the catalogue")]
impl Ask<'_> {
    fn whole<T: FromValue>(&self, key: Key<T>) -> T {
        self.deployment.get(key).unwrap_or_else(|| panic!("complete: {}", questions::question(key.slot()).path))
    }

    fn own<T: FromValue>(&self, key: Key<T>) -> T {
        self.of(self.subject, key)
    }

    fn of<T: FromValue>(&self, subject: Subject, key: Key<T>) -> T {
        self.deployment
            .get_about(subject, key)
            .unwrap_or_else(|| panic!("complete: {}", questions::question(key.slot()).path))
    }

    fn product(&self) -> &'static str {
        self.whole(PRODUCT).id()
    }

    fn hyper_v(&self) -> bool {
        self.product().starts_with("hyper-v-20")
    }

    fn rented(&self) -> bool {
        ["azure-vm", "aws-ec2", "google-compute-engine"].contains(&self.product())
    }

    fn third_party(&self) -> bool {
        let product = self.product();
        !(self.hyper_v() || product.starts_with("virtual-") || product == "hyper-v-client" || product == "azure-vm")
    }

    fn virtual_server(&self) -> bool {
        self.product().starts_with("virtual-server")
    }

    fn kind(&self) -> &'static str {
        self.kind_of(self.subject)
    }

    fn kind_of(&self, guest: Subject) -> &'static str {
        [
            "fixed-virtual-disk",
            "dynamic-virtual-disk",
            "differencing-virtual-disk",
            "scsi-pass-through",
            "iscsi-on-host",
            "iscsi-in-guest",
            "nas-share",
            "nas-as-block",
            "smb3-virtual-disk",
            "other",
        ]
        .into_iter()
        .find(|id| *id == self.of(guest, STORAGE_KIND).id())
        .expect("a kind")
    }

    fn iscsi(&self) -> bool {
        ["iscsi-on-host", "iscsi-in-guest"].contains(&self.kind())
    }

    fn role(&self, role: Role) -> bool {
        self.own(ROLES).contains(role)
    }

    fn solution(&self, solution: Solution) -> bool {
        self.whole(SOLUTIONS).contains(solution)
    }

    fn cluster(&self) -> bool {
        self.solution(Solution::Ccr) || self.solution(Solution::Scc)
    }

    fn dag(&self) -> bool {
        self.solution(Solution::Dag)
    }

    fn moves(&self) -> bool {
        self.whole(HOST_CLUSTERING) || self.whole(MIGRATION).id() != "none"
    }

    fn highly_available(&self) -> bool {
        self.cluster() || self.moves()
    }

    fn host_of(&self, guest: Subject) -> Option<HostIndex> {
        if self.deployment.hosts().len() == 1 { Some(HostIndex(0)) } else { self.deployment.get_about(guest, HOST) }
    }

    fn guests_here(&self) -> Vec<Subject> {
        self.deployment
            .subjects()
            .filter(|subject| matches!(subject, Subject::Guest(_)))
            .filter(|guest| self.host_of(*guest).map(Subject::Host) == Some(self.subject))
            .collect()
    }

    fn guest_processors(&self) -> u128 {
        let here: u64 = self.guests_here().into_iter().map(|guest| self.of(guest, VCPUS)).sum();
        u128::from(here) + u128::from(self.own(on_host::OTHER_VM_VCPUS))
    }

    fn processors(&self) -> u128 {
        u128::from(self.own(on_host::SOCKETS) * self.own(on_host::CORES_PER_SOCKET))
    }

    fn nodes_share(&self) -> bool {
        let nodes = self.whole(NODES);
        let hosts: Vec<_> =
            nodes.iter().map(|GuestIndex(index)| self.host_of(Subject::Guest(GuestIndex(*index)))).collect();
        hosts.iter().enumerate().any(|(place, host)| host.is_some() && hosts[place + 1..].contains(host))
    }

    fn guest_os_accepted(&self, version: Version) -> bool {
        let os = self.own(GUEST_OS).id();
        let os_pack = self.own(GUEST_OS_SERVICE_PACK);
        let pack = self.whole(SERVICE_PACK);
        let update = self.whole(CUMULATIVE_UPDATE);
        match (version, os) {
            (V2007, "windows-server-2008-x64") => true,
            (V2010, "windows-server-2008-x64") => os_pack >= 2,
            (V2010, "windows-server-2008-r2") => true,
            (V2010, "windows-server-2012" | "windows-server-2012-r2") => pack >= 3,
            (V2013, "windows-server-2008-r2") => os_pack >= 1,
            (V2013, "windows-server-2012") => true,
            (V2013, "windows-server-2012-r2") => pack >= 1 || update >= 4,
            (V2016, "windows-server-2012" | "windows-server-2012-r2") => true,
            (V2016, "windows-server-2016") => update >= 3,
            (V2019, "windows-server-2019") => true,
            (V2019, "windows-server-2022") => update >= 12,
            (V2019, "windows-server-2025") => update >= 14,
            (Se, "windows-server-2019" | "windows-server-2022" | "windows-server-2025") => true,
            _ => false,
        }
    }
}

/// Whether a rule is violated for a subject of a complete deployment.
pub fn violated(deployment: &Deployment, rule: &str, subject: Subject) -> bool {
    let ask = Ask { deployment, subject };
    let version = ask.whole(VERSION);
    let since_2013 = matches!(version, V2013 | V2016 | V2019 | Se);
    match rule {
        "exchange-version" => true,
        "hypervisor-supported" if version == V2003 => {
            !["virtual-server-2005-r2", "virtual-server-2005-r2-sp1"].contains(&ask.product())
        }
        "hypervisor-supported" => {
            ask.product().starts_with("virtual-pc")
                || ask.product() == "hyper-v-client"
                || ask.virtual_server()
                || (ask.third_party() && !ask.whole(SVVP_VALIDATED))
        }
        "azure-production" => ask.product() == "azure-vm",
        "azure-premium-storage" => ask.product() == "azure-vm" && !ask.own(PREMIUM_CLOUD_STORAGE),
        "exchange-service-pack" => ask.whole(SERVICE_PACK) < if version == V2003 { 2 } else { 1 },
        "system-requirements" => !ask.whole(MEETS_SYSTEM_REQUIREMENTS),

        "guest-os" => !ask.guest_os_accepted(version),
        "unified-messaging-role" if version == V2007 => ask.role(Role::UnifiedMessaging),
        "unified-messaging-role" => {
            ask.role(Role::UnifiedMessaging) && (ask.whole(SERVICE_PACK) < 1 || ask.own(VCPUS) < 4)
        }
        "vm-snapshots" => ask.own(SNAPSHOTS),
        "dynamic-memory" => ask.own(DYNAMIC_MEMORY),
        "guest-os-disk-size" => steps(ask.own(OS_DISK_GB)) < 150_000_000_000 + steps(ask.own(MEMORY_GB)),
        "nlb-hotfix" => {
            ask.hyper_v()
                && (ask.role(Role::ClientAccess) || ask.role(Role::HubTransport))
                && ask.own(NETWORK_LOAD_BALANCING)
                && !ask.own(NLB_HOTFIX_953828)
        }
        "resource-controls" => !ask.own(DEFAULT_RESOURCE_CONTROLS),
        "processor-maximum" => ask.own(VCPUS) > if matches!(version, V2013 | V2016) { 24 } else { 48 },
        "memory-maximum" => {
            gb(ask.own(MEMORY_GB))
                > match version {
                    V2013 => 96.0,
                    V2016 => 192.0,
                    _ => 256.0,
                }
        }
        "memory-minimum" if matches!(version, V2013 | V2016) => {
            gb(ask.own(MEMORY_GB)) < if ask.role(Role::Mailbox) { 8.0 } else { 4.0 }
        }
        "memory-minimum" => {
            let edge = ask.role(Role::EdgeTransport) && !ask.role(Role::Mailbox);
            gb(ask.own(MEMORY_GB)) < if edge { 64.0 } else { 128.0 }
        }

        "unlisted-storage" => ask.kind() == "other",
        "nas-storage" => ["nas-share", "nas-as-block"].contains(&ask.kind()),
        "smb3-virtual-disk" if !since_2013 => ask.kind() == "smb3-virtual-disk",
        "smb3-virtual-disk" => {
            let host_fits = ask.hyper_v() && !ask.product().starts_with("hyper-v-2008");
            ask.kind() == "smb3-virtual-disk"
                && (!host_fits || (version != V2013 && ask.own(DISK_PROVISIONING) == DiskProvisioning::Dynamic))
        }
        "dynamic-virtual-disk" if !since_2013 => ask.kind() == "dynamic-virtual-disk",
        "dynamic-virtual-disk" => {
            ask.kind() == "dynamic-virtual-disk" && !(ask.hyper_v() && ask.own(DISK_FORMAT) == DiskFormat::Vhdx)
        }
        "differencing-virtual-disk" => ask.kind() == "differencing-virtual-disk",
        "pass-through-dedicated" => {
            ["scsi-pass-through", "iscsi-on-host"].contains(&ask.kind()) && !ask.own(DEDICATED_TO_VM)
        }
        "pass-through-block-level" => {
            ["scsi-pass-through", "iscsi-on-host"].contains(&ask.kind()) && !ask.own(BLOCK_LEVEL)
        }
        "virtual-disk-size" => {
            ask.hyper_v() && ask.kind() == "fixed-virtual-disk" && gb(ask.own(LARGEST_VIRTUAL_DISK_GB)) >= 2040.0
        }
        "prefer-pass-through" => ask.kind() == "fixed-virtual-disk",
        "iscsi-initiator-on-host" => ask.kind() == "iscsi-in-guest",
        "iscsi-network-speed" => ask.iscsi() && gb(ask.own(ISCSI_LINK_GBPS)) < 1.0,
        "iscsi-network-isolated" => ask.iscsi() && !ask.own(ISCSI_ISOLATED_NETWORK),
        "iscsi-dedicated-adapters" => ask.iscsi() && !ask.own(ISCSI_DEDICATED_NICS),
        "iscsi-jumbo-frames" => ask.hyper_v() && ask.kind() == "iscsi-on-host" && !ask.own(ISCSI_JUMBO_FRAMES),
        "iscsi-virtual-switch" => {
            ask.hyper_v() && ask.kind() == "iscsi-on-host" && ask.own(ISCSI_BOUND_TO_VIRTUAL_SWITCH)
        }
        "storage-raid" => !ask.own(RAID_PROTECTED),
        "databases-apart-from-logs" => !ask.own(DATABASES_APART_FROM_LOGS),
        "data-apart-from-os" => !ask.own(SEPARATE_FROM_OS_SPINDLES),
        "smb3-block-storage" => ask.kind() == "smb3-virtual-disk" && !ask.own(SMB3_BLOCK_STORAGE),
        "smb3-highly-available" => ask.kind() == "smb3-virtual-disk" && !ask.own(SMB3_HIGHLY_AVAILABLE),

        _ if matches!(subject, Subject::Host(_)) => host_violated(&ask, rule),
        _ => rest_violated(&ask, rule, version),
    }
}

fn host_violated(ask: &Ask<'_>, rule: &str) -> bool {
    if ask.rented() {
        return false;
    }
    let summed =
        |key: Key<Decimal>| -> u128 { ask.guests_here().into_iter().map(|guest| steps(ask.of(guest, key))).sum() };
    match rule {
        "root-dedicated" => ask.own(on_host::SERVER_APPLICATIONS_ON_ROOT),
        "vcpu-ratio" => ask.guest_processors() > 2 * ask.processors(),
        "vcpu-ratio-with-root" => {
            let used = ask.deployment.get_about(ask.subject, on_host::ROOT_PROCESSORS_USED);
            let root = used.map_or(20_000_000_000, |used: Decimal| steps(used).max(20_000_000_000));
            ask.guest_processors() * 10_000_000_000 + root > 2 * ask.processors() * 10_000_000_000
        }
        "vcpu-ratio-one-to-one" => ask.guest_processors() > ask.processors(),
        "memory-oversubscription" => {
            summed(MEMORY_GB) + steps(ask.own(on_host::OTHER_VM_MEMORY_GB)) > steps(ask.own(on_host::MEMORY_GB))
        }
        "root-disk-size" => {
            ["hyper-v-2008", "hyper-v-2008-r2"].contains(&ask.product()) && gb(ask.own(on_host::SYSTEM_DISK_GB)) < 10.0
        }
        "vm-storage-capacity" => {
            let files = if ask.hyper_v() { summed(MEMORY_GB) } else { 0 };
            steps(ask.own(on_host::VM_STORAGE_GB)) < summed(OS_DISK_GB) + files
        }
        "io-intensive-neighbours" => ask.hyper_v() && ask.own(on_host::IO_INTENSIVE_VMS),
        "high-availability-adapters" => {
            ask.highly_available()
                && (ask.own(on_host::NICS_TOTAL) < 2
                    || ask.own(on_host::NICS_DEDICATED_TO_ROOT) < 1
                    || ask.own(on_host::NICS_DEDICATED_TO_VMS) < 1)
        }
        "iscsi-adapters" => {
            ask.highly_available()
                && ask.guests_here().into_iter().any(|guest| ask.kind_of(guest).starts_with("iscsi"))
                && ask.own(on_host::NICS_DEDICATED_TO_ISCSI) < 1
        }
        "antivirus-skips-disks" => {
            ask.virtual_server()
                && ask.own(on_host::ANTIVIRUS_ON_ROOT)
                && !ask.own(on_host::ANTIVIRUS_SKIPS_VIRTUAL_DISKS)
        }
        _ => panic!("a rule that the oracle does not know: {rule}"),
    }
}

fn rest_violated(ask: &Ask<'_>, rule: &str, version: Version) -> bool {
    let only_with_dag = version != V2010 || ask.dag();
    match rule {
        "cluster-nodes-moved" if version == V2007 => ask.cluster() && ask.moves() && ask.whole(MOVES_CLUSTER_NODES),
        "cluster-nodes-moved" => {
            ask.dag() && ask.whole(SERVICE_PACK) < 1 && ask.moves() && ask.whole(MOVES_CLUSTER_NODES)
        }
        "cluster-nodes-apart" => {
            !ask.rented() && (if version == V2007 { ask.cluster() } else { ask.dag() }) && ask.nodes_share()
        }
        "quick-migration" => only_with_dag && ask.whole(MIGRATION) == Migration::Quick,
        "saved-state" => only_with_dag && ask.moves() && ask.own(STATE_SAVED_ON_DISK),
        "cold-boot-on-failover" => only_with_dag && ask.whole(HOST_CLUSTERING) && !ask.whole(COLD_BOOT_ON_FAILOVER),
        "vendor-supports-migration" => ask.third_party() && ask.moves() && !ask.whole(VENDOR_SUPPORTS_MIGRATION),
        "exchange-availability-first" => {
            ask.moves()
                && ![Solution::Lcr, Solution::Ccr, Solution::Scc, Solution::Scr]
                    .into_iter()
                    .any(|one| ask.solution(one))
        }
        "machine-migration" => ask.whole(MIGRATION) != Migration::None,
        "large-mailboxes" => gb(ask.whole(MAILBOX_GB)) >= 1.0 && !ask.solution(Solution::Ccr),
        "root-backup" => {
            ["root-vss", "offline-disk-copy"].contains(&ask.whole(BACKUP_METHOD).id())
                && ["scsi-pass-through", "iscsi-on-host", "iscsi-in-guest"].contains(&ask.kind())
        }
        "exchange-aware-backup" => ["in-guest-streaming", "offline-disk-copy"].contains(&ask.whole(BACKUP_METHOD).id()),
        "stress-test" => !ask.whole(STRESS_TESTED),
        "monitoring" => !ask.whole(MONITORS_HOST_AND_GUEST),
        "sendmail-latency-average" => gb(ask.whole(SENDMAIL_LATENCY_AVERAGE_MS)) >= 500.0,
        "sendmail-latency-p95" => gb(ask.whole(SENDMAIL_LATENCY_P95_MS)) >= 1000.0,

        _ if !ask.virtual_server() => false,
        "machine-additions" => !ask.own(ADDITIONS_INSTALLED),
        "stand-alone-server" => ask.own(FAILOVER_CLUSTER_MEMBER),
        "scsi-driver" => ["adaptec", "other"].contains(&ask.own(SCSI_DRIVER).id()),
        "undo-disks" => ask.own(UNDO_DISKS),
        "single-processor" => ask.own(VCPUS) > 1,
        "fixed-size-disks" => ["dynamic-virtual-disk", "differencing-virtual-disk"].contains(&ask.kind()),
        "backup-adapter" => !ask.own(DEDICATED_BACKUP_NIC),
        "offline-copy-is-no-backup" => {
            ask.whole(BACKUP_METHOD).id() == "offline-disk-copy" && !ask.whole(REGULAR_EXCHANGE_BACKUP)
        }
        _ => panic!("a rule that the oracle does not know: {rule}"),
    }
}
