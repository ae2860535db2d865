//! Nodes of the Exchange cluster that the hypervisor fails over or moves by itself.

use crate::condition::{Condition, below, is};
use crate::question::SubjectKind;
use crate::questions::deployment::{MOVES_CLUSTER_NODES, SERVICE_PACK};
use crate::questions::{ONLY_2007, ONLY_2010};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{CLUSTER_2007, IN_A_DAG, MOVES_MACHINES};
use crate::source::{ANNOUNCEMENT_2011, Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "cluster-nodes-moved",
    topic: Topic::Availability,
    subject: SubjectKind::Deployment,
    broken: "The hypervisor moves nodes of the Exchange cluster by itself",
    kept: "The hypervisor does not move nodes of the Exchange cluster by itself",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: Condition::All(&[CLUSTER_2007, MOVES_MACHINES, is(MOVES_CLUSTER_NODES)]),
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, CCR and SCC", Evidence::A).remark(
                "By an excerpt of it and a Microsoft blog of October 2008, the first revision of this policy (August 2008) was stricter: it refused CCR and SCC together with migration by the hypervisor. This revision refuses only what happens automatically.",
            )],
            checks: "With cluster continuous replication (CCR) or a single copy cluster (SCC), nothing on the hypervisor's side may restart the nodes on another host or move them there by itself. That concerns vSphere HA, DRS set to Fully Automated, XenServer HA, and on Hyper-V every node that is a highly available machine in a failover cluster of the hosts. A move that a person starts is not meant.",
            why: "The Exchange cluster reacts to a failed host too: two systems may then act on the same mailbox server, and a node that comes back late can disturb the one that has taken over, so mail stops a second time. Microsoft supports CCR and SCC in virtual machines only where no such automatic move is set up.",
            mend: "In vSphere set DRS automation level and HA restart priority of the nodes to Disabled (VM Overrides of the cluster, in vSphere 4 Virtual Machine Options); in XenCenter set their HA restart priority to Do not restart; in Failover Cluster Manager take them out of the cluster of the hosts in a maintenance window (the machines stay). The price: a node on a failed host stays off until somebody starts it, while the other node serves the mailboxes.",
            find_out: "In the Exchange Management Shell, Get-MailboxServer | Format-List Name,ClusteredStorageType,RedundantMachines names the nodes (NonShared is CCR, Shared is SCC). Then look at HA, DRS and VM Overrides of the cluster in the vSphere Client, at the HA tab of the pool in XenCenter, or whether Failover Cluster Manager of the Hyper-V hosts (Failover Cluster Management on Windows Server 2008) lists the nodes.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: Condition::All(&[IN_A_DAG, below(SERVICE_PACK, 1), MOVES_MACHINES, is(MOVES_CLUSTER_NODES)]),
            sources: &[cite(&ANNOUNCEMENT_2011, "DAG members and moves by the hypervisor", Evidence::C).remark(
                "That Exchange 2010 without a service pack is excluded follows from the announcement, which lifted the ban for Service Pack 1 and later. The earlier text itself could not be read, and nothing was found about update rollups.",
            )],
            checks: "Members of a database availability group (DAG) that run Exchange 2010 without a service pack (RTM) must not be restarted on another host or moved between hosts by the hypervisor on its own. With Service Pack 1 or later on the servers this is allowed.",
            why: "When a host fails, the DAG and the hypervisor both react, and databases may be switched over twice. Microsoft lifted the ban on this combination on 16 May 2011, for Service Pack 1 and later only: a DAG of RTM servers that the hypervisor moves is not supported.",
            mend: "Install Service Pack 3, the last one, on all members: it extends the Active Directory schema and needs a maintenance window for each server. Until then exclude the members from automatic moves (HA and DRS Disabled for them in vSphere, Do not restart in XenCenter, not highly available on Hyper-V) and leave availability to the DAG.",
            find_out: "Get-ExchangeServer | Format-List Name,AdminDisplayVersion shows version 14.0 for RTM, 14.1 for Service Pack 1, 14.2 and 14.3 for the two after it; Get-DatabaseAvailabilityGroup | Format-List Name,Servers shows the members. Automatic moves show in the vSphere Client (HA on, DRS Fully Automated), on the HA tab of a XenServer pool, or by the members being listed in Failover Cluster Manager of the Hyper-V hosts.",
        },
    ],
};
