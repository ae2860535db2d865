//! Machines that go into production without a load test.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::deployment::STRESS_TESTED;
use crate::questions::{ONLY_2003, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

const UNTESTED: Condition = is_not(STRESS_TESTED);

pub static RULE: Rule = Rule {
    id: "stress-test",
    topic: Topic::Operation,
    subject: SubjectKind::Deployment,
    broken: "The machines were not load-tested before production",
    kept: "The machines were load-tested before production",
    rows: &[
        Row {
            versions: ONLY_2003,
            severity: Severity::Recommendation,
            violated: UNTESTED,
            sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance and scalability considerations", Evidence::A)],
            checks: "Before users work on it, Exchange 2003 in Virtual Server should be tested with the expected number of users, using the Exchange Server 2003 Performance Tools: Load Simulator (LoadSim) for Outlook, Exchange Stress and Performance (ESP) for Internet protocols, Jetstress for the disks.",
            why: "A machine in Virtual Server has one processor and shares disks and processors with all others on the host, so figures of physical servers do not carry over. Exchange 2003 remains supported untested, but then you learn only on the first working day with all users whether the machine is large enough.",
            mend: "Repeat the test on an identical machine in a lab, with the other machines of the host running; the tools create accounts with weak passwords and must not run against production. It takes a few days and one or more computers that play the users. If the test fails, host fewer mailboxes on the machine: it cannot get a second processor.",
            find_out: "Ask who installed the server for the test report, or look on it and on the former test computers for LoadSim, ESP or Jetstress and their logs. Nothing found, or a test on other hardware or with other disks, means no.",
        },
        Row {
            versions: ONLY_2007,
            severity: Severity::Recommendation,
            violated: UNTESTED,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, core scalability", Evidence::A).remark(
                "The source calls the test important and gives as its reason that processor cores scale differently under some hypervisors.",
            )],
            checks: "Each kind of Exchange 2007 machine should be loaded with the expected work, configured exactly as it will run (virtual processors, memory, disks), before it goes into production. The usual tools are Jetstress for the disks, before Exchange is installed, and Exchange Load Generator (LoadGen) for Outlook users.",
            why: "On some hypervisors a machine with twice the virtual processors does not do twice the work, so figures from physical servers can mislead. What was not tested may be too slow on the first working day, and then mailboxes have to be moved again; Microsoft's support does not depend on the test.",
            mend: "Build one more machine with the same settings on the same kind of host, run Jetstress and then LoadGen in a test forest, and compare with your targets. Plan some days, and a forest of its own, since LoadGen fills mailboxes with made-up mail. Servers already in production are judged by their performance counters instead.",
            find_out: "Look for the report of Jetstress (an HTML file with the test result) or for LoadGen results in the project's documents, and compare the processors, memory and disks named there with those of today. If hypervisor, host or storage were changed after the test, the answer is no.",
        },
    ],
};
