//! Two virtual nodes of the Exchange cluster on one host.

use crate::condition::Condition;
use crate::question::SubjectKind;
use crate::questions::{ONLY_2007, ONLY_2010, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{CLUSTER_2007, IN_A_DAG, OWN_HOSTS};
use crate::source::{DISTILLED_2010, Evidence, POLICY_2007, cite};

const DAG_MEMBERS_TOGETHER: Condition = Condition::All(&[OWN_HOSTS, IN_A_DAG, Condition::NodesShareAHost]);

pub static RULE: Rule = Rule {
    id: "cluster-nodes-apart",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "Two nodes of the Exchange cluster run on one host",
    kept: "No host runs two nodes of the Exchange cluster",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: Condition::All(&[OWN_HOSTS, CLUSTER_2007, Condition::NodesShareAHost]),
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution", Evidence::A).remark(
                "The sentence stands outside the list of conditions, but is worded must.",
            )],
            checks: "Each virtual node under cluster continuous replication (CCR) or in a single copy cluster (SCC) must run on its own physical host: two virtual nodes need two hosts. A node that is a physical server is apart anyway, and Exchange machines that are not nodes (Hub Transport, Client Access) are not counted.",
            why: "If that one host fails, the active and the passive node fail in the same moment and nobody reaches a mailbox until a node is started elsewhere or the host is repaired. Separate hosts are required, so Microsoft does not support CCR or SCC with two nodes on one host.",
            mend: "Shut down the passive node, move it with its disks to another host and start it there; mailboxes stay online on the active node meanwhile. The price is a second host with room for a node that carries the whole load on its own, because that is what a failover asks of it.",
            find_out: "Get-MailboxServer | Format-List Name,RedundantMachines names the nodes of each clustered mailbox server. Their host is shown by Hyper-V Manager of each host, by the Summary page of the machine in the vSphere Client, by the tree on the left in XenCenter, and on a cluster of Hyper-V hosts since Windows Server 2008 R2 by Get-ClusterGroup | Format-Table Name,OwnerNode.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Recommendation,
            violated: DAG_MEMBERS_TOGETHER,
            sources: &[cite(&DISTILLED_2010, "DAG members on root servers", Evidence::B).remark(
                "The digest words it as never; the same advice is given there for all Client Access or all Hub Transport servers.",
            )],
            checks: "Two members of one database availability group (DAG) should never run on the same host: three virtual members want three hosts. Physical members, and Exchange machines outside the DAG, do not count.",
            why: "A failed host takes all its members with it: of a DAG of three members with two on that host only one vote of three is left, and then every database is dismounted, also the healthy ones. Microsoft's paper on Exchange 2010 with Hyper-V advises against it; the deployment stays supported.",
            mend: "Move one member to a host without another one, by live migration (with a DAG it takes Exchange 2010 Service Pack 1) or with a shutdown. Then keep them apart with a DRS rule of the type Separate Virtual Machines in vSphere, or in a cluster of Hyper-V hosts with one AntiAffinityClassNames value on the members' groups (set with cluster.exe on Windows Server 2008). Hyper-V takes that only as a wish, so leave room on a further host.",
            find_out: "Get-DatabaseAvailabilityGroup | Format-List Name,Servers lists the members. Compare it with Get-VM | Select-Object Name,VMHost in PowerCLI, with xe vm-list params=name-label,resident-on on XenServer (it prints the UUID of the host), or with the machines that Hyper-V Manager lists for each host.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Recommendation,
            violated: DAG_MEMBERS_TOGETHER,
            sources: &[cite(&DISTILLED_2010, "DAG members on root servers, for Exchange 2010", Evidence::D).remark(
                "Taken over from the advice for Exchange 2010: the policy pages for Exchange 2013 and later do not mention it.",
            )],
            checks: "Each virtual member of a database availability group (DAG) should have a host without another member of it: four virtual members on three hosts are one too many. Members on physical hardware are left out of the count.",
            why: "One failed host then removes two or more copies of a database at once, and with them votes, without which the DAG may dismount the rest. The policy pages for Exchange 2013 and later are silent about it and support does not depend on it; without it a DAG protects against less than it seems to.",
            mend: "Move members between hosts until none has two; live migration does it without an outage if the vendor supports it for Exchange. To make it last, create a Separate Virtual Machines rule in DRS, or give the members' groups one AntiAffinityClassNames value in the failover cluster of the Hyper-V hosts. With fewer hosts than virtual members the ways out are another host, or fewer members.",
            find_out: "Inside a guest on Hyper-V, (Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest\\Parameters').PhysicalHostName tells its host; run it on every server that Get-DatabaseAvailabilityGroup shows under Servers. In the vSphere Client the host stands on the machine's Summary page, in Failover Cluster Manager in the column Owner Node.",
        },
    ],
};
