//! Moves between hosts that the hypervisor's vendor does not support for Exchange.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::deployment::VENDOR_SUPPORTS_MIGRATION;
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{MOVES_MACHINES, ON_THIRD_PARTY};
use crate::source::{Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "vendor-supports-migration",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "The hypervisor's vendor does not support moving Exchange machines",
    kept: "Exchange machines are moved only where the hypervisor's vendor supports it",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_THIRD_PARTY, MOVES_MACHINES, is_not(VENDOR_SUPPORTS_MIGRATION)]),
        sources: &[
            cite(&POLICY_2013, "Host-based failover clustering and migration, support by the vendor", Evidence::A)
                .only(ONLY_2013)
                .remark("The page requires the vendor's support for migration; that this includes the restart after a failure is how it is read here."),
            cite(&POLICY_2016, "Host-based failover clustering and migration, support by the vendor", Evidence::A)
                .only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "Host-based failover clustering and migration, support by the vendor", Evidence::A).only(ONLY_SE),
        ],
        checks: "If a hypervisor other than Hyper-V on Windows Server can restart or move Exchange machines (vMotion, DRS, vSphere HA, XenMotion, Nutanix Live Migration and so on), its vendor must support that for Exchange in your version. A place on the SVVP list (Microsoft's validation of hypervisors) is not enough: that validation does not cover moves between hosts.",
        why: "Microsoft supports Exchange on such moves only where the vendor supports them, and leaves faults of the move itself to the vendor. Without that support nobody takes the case when a move makes a DAG fail over, and the deployment is not supported.",
        mend: "Get the vendor's written statement for your product version and for Exchange, and keep it with the documentation. If there is none, switch automatic restart and migration off for the Exchange machines (in vSphere with VM Overrides, on other products in the settings of the machine); host maintenance and host failures then mean an outage of the machines there, which a DAG can bridge.",
        find_out: "Search the vendor's knowledge base and Exchange guides, or open a support case with the question in writing. VMware publishes guides for Exchange on vSphere with vMotion and HA; they claim more than Microsoft's page, which sets conditions. The tests that Citrix published for XenServer were made with Exchange 2007, so ask again for newer versions; on Amazon EC2 or Google Compute Engine the vendor is the provider.",
    }],
};
