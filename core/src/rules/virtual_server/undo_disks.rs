//! Undo disks for an Exchange machine in Virtual Server.

use crate::condition::{Condition, is};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::guest::UNDO_DISKS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "undo-disks",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "Undo disks are switched on for the Exchange machine",
    kept: "Undo disks are switched off for the Exchange machine",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, is(UNDO_DISKS)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions, Undo feature", Evidence::A)],
        checks: "The box Enable undo disks among the hard disk settings of the machine, in the Administration Website of Virtual Server, must be clear. It counts for all virtual disks of the machine at once.",
        why: "With undo disks every write goes to a separate .vud file, and whoever discards that file throws away all mail since the last commit, while the rest of the organization has moved on. Microsoft does not support Exchange 2003 with this feature on.",
        mend: "Back up Exchange, shut the guest down with the choice Commit Undo Disks (for a machine that is already off it may be called Merge), and only then clear the box and start the machine again. The order matters: switching the feature off deletes the undo file and with it everything that was not committed. A large undo file takes long to commit, and mail is down until it is done.",
        find_out: "In the Administration Website open Virtual Machines, Configure, choose the machine and look at Hard disks; files that end in .vud among the machine's files mean that it is or was on. A script can read the property Undoable of the machine through the COM object VirtualServer.Application.",
    }],
};
