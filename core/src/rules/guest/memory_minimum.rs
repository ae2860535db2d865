//! Less memory than the roles of the machine call for.

use crate::condition::{Condition, includes, includes_none};
use crate::decimal::Decimal;
use crate::question::SubjectKind;
use crate::questions::guest::{MEMORY_GB, ROLES};
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, Role};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, REQUIREMENTS_2013, REQUIREMENTS_2016, REQUIREMENTS_2019, cite};

const HAS_MAILBOX: Condition = includes(ROLES, Role::set(&[Role::Mailbox]));

/// Not a machine with Edge Transport and without Mailbox.
///
/// This reads the roles twice, against the rule that a condition reads every question
/// once. It is exact all the same: with the roles known both halves are decided, and
/// with the roles missing both outcomes are possible and the roles are the only
/// question read here.
const MORE_THAN_EDGE: Condition =
    Condition::Any(&[HAS_MAILBOX, includes_none(ROLES, Role::set(&[Role::EdgeTransport]))]);

const BELOW_4_OR_8_GB: Condition = Condition::Bands(
    MEMORY_GB.slot(),
    &[(Decimal::whole(4), Condition::Always), (Decimal::whole(8), HAS_MAILBOX)],
    &Condition::Never,
);

const BELOW_64_OR_128_GB: Condition = Condition::Bands(
    MEMORY_GB.slot(),
    &[(Decimal::whole(64), Condition::Always), (Decimal::whole(128), MORE_THAN_EDGE)],
    &Condition::Never,
);

pub static RULE: Rule = Rule {
    id: "memory-minimum",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The machine has less memory than its roles call for",
    kept: "The machine has the memory that its roles call for",
    rows: &[
        Row {
            versions: ONLY_2013.or(ONLY_2016),
            severity: Severity::Requirement,
            violated: BELOW_4_OR_8_GB,
            sources: &[
                cite(&REQUIREMENTS_2013, "Hardware, memory", Evidence::A).only(ONLY_2013),
                cite(&REQUIREMENTS_2016, "Hardware requirements, memory of Exchange 2016", Evidence::A).only(ONLY_2016),
            ],
            checks: "A machine with the Mailbox role needs at least 8 GB of memory (8,192 MB), any other at least 4 GB: Edge Transport, or in Exchange 2013 Client Access alone. Exactly 8 or 4 GB is enough to be supported; what the mailboxes need comes on top of it from the sizing.",
            why: "With too little memory Windows pages (uses the disk as memory): databases can mount late, Outlook waits and mail queues grow. The figures are minimum system requirements of Exchange 2013 and 2016, so with less the server is unsupported.",
            mend: "Shut the machine down, raise its memory in the settings and adapt the paging file: memory plus 10 MB, from 32 GB of memory on 32,778 MB. The host must have the memory to spare, and for Exchange 2013 the operating system disk must have 15 GB plus the new amount.",
            find_out: "The Memory page of the machine's settings in Hyper-V Manager and the vSphere Client shows the amount, Get-VM NAME | Format-List MemoryStartup on a Hyper-V host (Windows Server 2012 or later) in bytes. The roles: Get-ExchangeServer | Format-List Name,ServerRole in the Exchange Management Shell.",
        },
        Row {
            versions: ONLY_2019.or(ONLY_SE),
            severity: Severity::Recommendation,
            violated: BELOW_64_OR_128_GB,
            sources: &[cite(&REQUIREMENTS_2019, "Hardware requirements, recommended minimum of memory", Evidence::A)
                .remark(
                    "The figures are worded as a recommended minimum; less is against the advice and not unsupported.",
                )],
            checks: "The machine should have at least 128 GB of memory with the Mailbox role, and at least 64 GB if it has only Edge Transport; exactly these amounts are enough. An Edge Transport server with 96 GB passes, a Mailbox server with 96 GB does not.",
            why: "Exchange 2019 and Subscription Edition were designed for much memory; with less their caches stay small, databases are read from disk more often, and logons and searches slow down as mailboxes are added. A smaller server is supported, Microsoft's text only advises against it.",
            mend: "Shut the machine down, raise its memory (on Hyper-V since Windows Server 2016 also while it runs, with a restart of Exchange afterwards) and set the paging file to a quarter of it. If the host cannot give that much without overcommitting, keep the smaller machine, accept the finding with a reason and watch the paging.",
            find_out: "HealthChecker shows Physical Memory and warns below the figures; for the settings see Memory in Hyper-V Manager or the vSphere Client. Get-ExchangeServer | Format-List Name,ServerRole tells Mailbox and Edge servers apart.",
        },
    ],
};
