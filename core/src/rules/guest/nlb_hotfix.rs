//! Network Load Balancing on Hyper-V without the hotfix that it needs there.

use crate::condition::{Condition, includes, is, is_not};
use crate::question::SubjectKind;
use crate::questions::guest::{NETWORK_LOAD_BALANCING, NLB_HOTFIX_953828, ROLES};
use crate::questions::{ONLY_2007, Role};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_HYPER_V;
use crate::source::{Evidence, POLICY_2007, cite};

const BALANCED_ROLE: Condition = includes(ROLES, Role::set(&[Role::ClientAccess, Role::HubTransport]));

pub static RULE: Rule = Rule {
    id: "nlb-hotfix",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "Network Load Balancing runs on Hyper-V without hotfix 953828",
    kept: "Hotfix 953828 is installed where Network Load Balancing needs it",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_HYPER_V, BALANCED_ROLE, is(NETWORK_LOAD_BALANCING), is_not(NLB_HOTFIX_953828)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: network considerations, note on Network Load Balancing", Evidence::A).remark(
            "The note says that the hotfix must be installed. The Knowledge Base article itself was not read: whether a later service pack of Windows contains the hotfix is not known here.",
        )],
        checks: "On Hyper-V a machine with the Client Access or Hub Transport role that is a host of a Network Load Balancing (NLB) cluster needs the hotfix of Knowledge Base article 953828 in its Windows Server 2008. Machines outside of NLB clusters and machines with other roles only do not need it.",
        why: "As the article's title says, an NLB host in a Hyper-V machine does not converge as expected without it: the hosts may not agree on who answers, and Outlook Web Access or mail to the shared address can fail for some or all clients. The policy makes the hotfix a must, so NLB without it is not supported for these roles of Exchange 2007 on Hyper-V.",
        mend: "Ask Microsoft support for the hotfix or look in the Microsoft Update Catalog, and install it on one NLB host after the other: Drainstop in Network Load Balancing Manager, install, restart, start again. If it can no longer be had, put a hardware load balancer in front of the machines and dissolve the NLB cluster, which interrupts clients while the shared address moves.",
        find_out: "Network Load Balancing Manager (nlbmgr) shows whether the machine is a host of an NLB cluster. In the guest look for KB953828 under Programs and Features, View installed updates, or run wmic qfe get HotFixID; if its installer says that it does not apply, a later update may already contain it.",
    }],
};
