//! Backups that share the guest's network card in Virtual Server.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::guest::DEDICATED_BACKUP_NIC;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "backup-adapter",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "Backups have no virtual network card of their own",
    kept: "Backups have a virtual network card of their own",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, is_not(DEDICATED_BACKUP_NIC)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance, time of a backup", Evidence::A)
            .remark("It says that one should consider such an adapter, no more.")],
        checks: "The Exchange machine should have a second virtual network adapter that only backups use. Also compare the time of a full online backup with your nightly window: 100 GB at 20 MB per second take about 85 minutes.",
        why: "A backup over the only adapter competes with Outlook and mail traffic, so it can last into the working day and users wait for their mail. It is advice only: nothing about support depends on this adapter.",
        mend: "Turn the machine off, add an adapter under Network adapters in its configuration, and attach it to a virtual network that uses a physical card of the host for nothing else. Then give the adapter an address that the backup server uses; the price is a short outage and perhaps a card for the host.",
        find_out: "Network adapters in the machine's configuration in the Administration Website shows each adapter with its virtual network. In the backup program see which address of the Exchange server it connects to.",
    }],
};
