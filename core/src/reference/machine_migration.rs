//! What machine migration gives in comparison with CCR, for Exchange 2007.

use super::{Block, Page};
use crate::source::{Citation, DISCONTINUED_2013, Evidence, POLICY_2007, cite};

const COMPARISON: Citation =
    cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution, table", Evidence::A);
const CHOOSING: Citation =
    cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution", Evidence::A);
const OUTAGES: Citation = cite(&POLICY_2007, "Exchange Server 2007: scheduled and unscheduled outages", Evidence::A);

pub static PAGE: Page = Page {
    id: "machine-migration",
    title: "Moving machines compared with cluster continuous replication (CCR)",
    blocks: &[
        Block::Said(
            "For Exchange 2007 Microsoft compares two ways to survive the failure of a host: the hypervisor moves or restarts the machine elsewhere (its example is Quick Migration), or Exchange keeps a second copy of the data itself (CCR). It recommends the second.",
            &[CHOOSING],
        ),
        Block::Table(
            &["What one gets", "Machine migration", "CCR"],
            &[
                &["Notices when the operating system stops (heartbeat)", "Yes", "Yes"],
                &["Notices when Exchange stops (heartbeat)", "No", "Yes"],
                &["Copies of the Exchange data", "1", "2"],
                &["Needs shared storage", "Yes", "No"],
                &["Exchange-aware backup from the passive node", "No", "Yes"],
            ],
        ),
        Block::Said("These are the five rows of Microsoft's table, in our words.", &[COMPARISON]),
        Block::Heading("What the rows mean"),
        Block::List(&[
            "Noticing: the hypervisor sees that a machine or its Windows is dead. If only Exchange hangs, nothing is moved; CCR watches Exchange itself.",
            "Copies: with one copy, a damaged database or a lost disk array is lost for both hosts. With CCR the other node has its own.",
            "Shared storage: the hosts must both reach the disks of the machine, which is one more thing that can fail for both. CCR needs no common disks.",
            "Backup: with CCR the copy that nobody uses can be backed up, so users do not feel it.",
        ]),
        Block::Heading("After a failure"),
        Block::Said(
            "A machine that is restarted on another host has lost power, as far as Exchange can tell. Its databases were not shut down cleanly, and all log files after the checkpoint are replayed before they mount; Microsoft expects at least two log files a second in general. Mail can be lost.",
            &[OUTAGES, CHOOSING],
        ),
        Block::Said(
            "With CCR the passive node takes over, and the transport dumpster gets back much of the mail that would be lost otherwise.",
            &[CHOOSING],
        ),
        Block::Heading("Other versions"),
        Block::Said(
            "CCR is a feature of Exchange 2007. Microsoft lists it among those that Exchange 2013 no longer has and names the database availability group (DAG), which came with Exchange 2010, in its place. The texts for later versions that could be read hold no such table.",
            &[cite(&DISCONTINUED_2013, "high availability features since Exchange 2007", Evidence::B)],
        ),
        Block::Text(
            "What is allowed follows from the rules, not from this page: machine-migration, cluster-nodes-moved and cluster-nodes-apart for Exchange 2007, and quick-migration, saved-state and cold-boot-on-failover for later versions.",
        ),
    ],
    sources: &[COMPARISON],
};
