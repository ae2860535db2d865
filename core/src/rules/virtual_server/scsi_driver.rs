//! A guest of Virtual Server with another SCSI driver than Microsoft's.

use crate::choice::Choices;
use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::SCSI_DRIVER;
use crate::questions::{ONLY_2003, ScsiDriver};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

const NOT_MICROSOFT: Choices<ScsiDriver> = ScsiDriver::set(&[ScsiDriver::Adaptec, ScsiDriver::OtherDriver]);

pub static RULE: Rule = Rule {
    id: "scsi-driver",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "The guest uses another SCSI driver than Microsoft's",
    kept: "The guest uses Microsoft's SCSI driver, or IDE disks only",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, one_of(SCSI_DRIVER, NOT_MICROSOFT)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions and note, SCSI driver", Evidence::A)],
        checks: "Device Manager in the guest must show Microsoft Virtual Machine PCI SCSI Controller under SCSI and RAID controllers. An Adaptec entry or any other driver there breaks the rule; a machine that has IDE disks only is fine as it is.",
        why: "If the SCSI adapter was added after the Virtual Machine Additions, Windows takes a generic Adaptec driver instead of Microsoft's, and databases and logs are written through a driver that was not made for the virtual hardware. Microsoft does not support Exchange 2003 on that driver.",
        mend: "Remove the Virtual Machine Additions in Add or Remove Programs of the guest and install them again; this time they put in the right driver. Plan for restarts of the guest, with Exchange down meanwhile.",
        find_out: "In the guest right-click My Computer, choose Manage and open Device Manager, then the branch SCSI and RAID controllers. A machine without that branch has, as a rule, IDE disks only.",
    }],
};
