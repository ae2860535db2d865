//! Other machines with much I/O run on the same Hyper-V host.

use crate::condition::{Condition, is};
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::host::IO_INTENSIVE_VMS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_HYPER_V;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "io-intensive-neighbours",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "Other I/O-intensive machines run on the same host as Exchange",
    kept: "The other machines on the host are not I/O-intensive",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_HYPER_V, is(IO_INTENSIVE_VMS)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: virtual machine considerations, storage and network load",
            Evidence::A,
        )
        .remark("It gives SQL Server as an example and no figure from which on a machine counts as I/O-intensive.")],
        checks: "On a Hyper-V host with Exchange machines, no other guest should read, write or transfer much data all day: SQL Server is Microsoft's example, a busy file server or backup server is of the same sort. There is no limit in numbers; Exchange machines themselves do not count as such neighbours.",
        why: "Hyper-V passes every disk and network request of every guest through the host, so a busy database server next door uses up host processor time and disk access that Exchange needs, and mail can be slow although the Exchange machine looks idle. It is advice only: Exchange 2007 beside such a machine is still supported.",
        mend: "Move the busy machine to a host without Exchange, by live migration if your Hyper-V has it, otherwise by quick migration or by export and import, which interrupt it. If there is no second host, give it physical disks and a network card of its own and watch the processor load of the host.",
        find_out: "Hyper-V Manager lists the machines of the host; ask what runs in each one that is not Exchange. For numbers open Performance Monitor on the host at a busy hour and compare Read Bytes/sec and Write Bytes/sec of Hyper-V Virtual Storage Device between the machines.",
    }],
};
