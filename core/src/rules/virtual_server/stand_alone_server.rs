//! Exchange 2003 in Virtual Server as part of a failover cluster.

use crate::condition::{Condition, is};
use crate::question::SubjectKind;
use crate::questions::ONLY_2003;
use crate::questions::guest::FAILOVER_CLUSTER_MEMBER;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "stand-alone-server",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "Exchange 2003 in the guest is part of a Windows failover cluster",
    kept: "Exchange 2003 in the guest is a stand-alone server",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, is(FAILOVER_CLUSTER_MEMBER)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions, stand-alone server", Evidence::A).remark(
            "It speaks of Exchange as part of a Windows failover cluster and says nothing of a cluster of the hosts.",
        )],
        checks: "Exchange 2003 must be installed in the machine as a stand-alone server, not on the nodes of a Windows failover cluster inside the guests. A cluster of the hosts that Virtual Server itself runs on is not what is asked here.",
        why: "Cluster nodes watch each other by heartbeats (regular signs of life), and a guest that has to wait for its host's processor or shared disk can miss them, so that mailboxes are failed over without need. Microsoft does not support a clustered Exchange 2003 in Virtual Server.",
        mend: "Set up another machine with a stand-alone Exchange 2003, move mailboxes and public folders there, and remove the clustered server; it takes disk space for both and a licence for the new one. If the cluster is needed, its nodes have to be physical servers.",
        find_out: "In the guest run sc query clussvc: if the Cluster Service is not running, Exchange is not clustered. If it runs, start Cluster Administrator and see whether its resources include the Microsoft Exchange Information Store.",
    }],
};
