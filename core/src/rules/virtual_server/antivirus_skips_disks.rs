//! A virus scanner on the host that reads the files of virtual disks.

use crate::condition::{Condition, is, is_not};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::host::{ANTIVIRUS_ON_ROOT, ANTIVIRUS_SKIPS_VIRTUAL_DISKS};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "antivirus-skips-disks",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Host,
    broken: "The host's antivirus program scans the files of virtual disks",
    kept: "The files of virtual disks are not scanned on the host",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, is(ANTIVIRUS_ON_ROOT), is_not(ANTIVIRUS_SKIPS_VIRTUAL_DISKS)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance, host, antivirus", Evidence::A)],
        checks: "If an antivirus program runs on the host itself, .vhd files should be in its list of exclusions, for scans on access and for scheduled ones. Microsoft's policy names only .vhd; to exclude saved-state files (.vsv) and undo files (.vud) as well is sensible.",
        why: "Scanning files of many gigabytes that change all the time slows every machine on the host and can keep Virtual Server from opening a disk. It gains little, because a scanner as a rule does not see the files inside the virtual disk; Exchange 2003 stays supported either way.",
        mend: "Add *.vhd (and *.vsv, *.vud) to the exclusions of the program on the host, and leave the search for viruses in mail to a scanner inside the guest. Neither the host nor the guest has to be restarted as a rule.",
        find_out: "Look at the exclusions in the antivirus program's console on the host, or in its central management if the policy comes from there. Check both real-time protection and scheduled scans, which often have lists of their own.",
    }],
};
