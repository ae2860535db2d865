//! A guest of Virtual Server without the Virtual Machine Additions.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::guest::ADDITIONS_INSTALLED;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "machine-additions",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "The Virtual Machine Additions are missing in the guest",
    kept: "The Virtual Machine Additions are installed in the guest",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, is_not(ADDITIONS_INSTALLED)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions, Virtual Machine Additions", Evidence::A)],
        checks: "The Virtual Machine Additions must be installed in the Windows of the guest, and they must be those of Virtual Server 2005 R2 or R2 SP1. Additions that are left over from Virtual PC or from the first Virtual Server 2005 do not count.",
        why: "The Additions bring the guest the drivers for its virtual hardware, the SCSI driver that Exchange 2003 needs among them; without them it works on slower emulated devices and mail can wait for the disk. Microsoft does not support Exchange 2003 in a guest that lacks them.",
        mend: "With the machine running, open Virtual Machines, Configure in the Administration Website, choose the machine, then Virtual Machine Additions and Install Virtual Machine Additions, and finish the setup inside the guest as an administrator. The guest restarts at the end, so mail is away for some minutes.",
        find_out: "In the guest, Add or Remove Programs lists Virtual Machine Additions if they are installed. Their version stands in the machine's configuration in the Administration Website of Virtual Server.",
    }],
};
