//! More than one virtual processor in Virtual Server.

use crate::condition::{Condition, above};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::guest::VCPUS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "single-processor",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "More than one virtual processor, which Virtual Server cannot give",
    kept: "One virtual processor, all that Virtual Server gives a machine",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, above(VCPUS, 1)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance, virtual machine", Evidence::A).remark(
            "The sentence is among the advice on performance; it is taken as a requirement because it states what the product can do.",
        )],
        checks: "A machine in Virtual Server has one virtual processor, never two: 1 is right, 2 or more cannot be. A higher number belongs to the host or to a machine of another product.",
        why: "The store, SMTP and every virus scanner in the machine share this one processor, and Microsoft's statement for Exchange 2003 in Virtual Server assumes it. A machine with more is on some other platform, and there Microsoft does not support Exchange 2003.",
        mend: "If the number was a slip, correct it. If the machine really has more processors, it is not in Virtual Server, so answer with the hypervisor that it runs on. To come back under the policy, move Exchange into Virtual Server with one processor (or several such machines, with the mailboxes divided) or to a physical server; each takes an outage or a move of mailboxes.",
        find_out: "In a command window of the guest run echo %NUMBER_OF_PROCESSORS%, or count the processors in Device Manager. Do not run it on the host, where the answer is that of the physical machine.",
    }],
};
