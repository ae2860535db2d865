//! Sending mail took too long at the 95th percentile in a load test.

use crate::condition::at_least;
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::deployment::SENDMAIL_LATENCY_P95_MS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, XENSERVER_TESTS, cite};

pub static RULE: Rule = Rule {
    id: "sendmail-latency-p95",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "The SendMail latency at the 95th percentile is 1,000 ms or more",
    kept: "The SendMail latency at the 95th percentile is below 1,000 ms",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: at_least(SENDMAIL_LATENCY_P95_MS, 1000),
        sources: &[cite(&XENSERVER_TESTS, "SendMail latency, 95th percentile", Evidence::C).remark(
            "Citrix reports this limit as Microsoft's, whose text was not found. VMware's report of May 2009 speaks of a recommended threshold of 500 ms next to its 95th percentiles, so vendors read the limits differently.",
        )],
        checks: "At least 95 of 100 SendMail tasks of a load test should end in less than one second: a 95th percentile of 999 ms is good, 1,000 ms is not. The slowest five percent may take longer.",
        why: "A good average can hide pauses of several seconds, and those are what users complain about; in virtual machines they can come from hosts that are full at times, backups of neighbours, or machines that are being moved. The limit is reported advice, so a higher percentile does not end support.",
        mend: "Compare the time of the peaks with what the host did then (Performance tab in the vSphere Client, Performance Monitor on a Hyper-V host): a backup, a virus scan, a migration, another machine's work. Move that to another time, host or disk group, then test again; more processors help only if the host has free cores.",
        find_out: "Look in the results of LoadGen, or of the tool that was used instead, for the 95th percentile of the task SendMail. If they hold only the single times, sort them from short to long: of 2,000 tasks the 1,900th is the figure.",
    }],
};
