//! Sending mail took too long on average in a load test.

use crate::condition::at_least;
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::deployment::SENDMAIL_LATENCY_AVERAGE_MS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, XENSERVER_TESTS, cite};

pub static RULE: Rule = Rule {
    id: "sendmail-latency-average",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "The average SendMail latency is 500 ms or more",
    kept: "The average SendMail latency is below 500 ms",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: at_least(SENDMAIL_LATENCY_AVERAGE_MS, 500),
        sources: &[cite(&XENSERVER_TESTS, "SendMail latency, average", Evidence::C).remark(
            "The article reports the figure as Microsoft's recommendation; Microsoft's own text was not found.",
        )],
        checks: "In a load test with the expected users, the time that a simulated client waits for the task SendMail should be below 500 ms on average: 499 ms is good, 500 ms is not. It is measured with a tool such as Exchange Load Generator (LoadGen), not with live users.",
        why: "Users can notice pauses of half a second, and where sending is slow on average, reading is often slow too. The average is advice reported from Microsoft and no condition of support.",
        mend: "Find what is at its limit while the test runs: the cores of the host, the disks of databases and logs (database reads should take under 20 ms), or memory for the database cache. Give the machine more of that, move other machines away from the host, or host fewer mailboxes on it, and repeat the test.",
        find_out: "Take it from the results of the last LoadGen run, from the row or counter for the task SendMail, and use the run with the highest number of users that you plan for. If several machines played the users, the figure wanted is the average over all of their SendMail tasks.",
    }],
};
