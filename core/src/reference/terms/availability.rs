//! Starts, moves, copies and clusters.

use super::{TERMS_2016, TERMS_SE, terms};
use crate::source::{Citation, DAGS, DISCONTINUED_2013, Evidence, MANAGE_DAGS, POLICY_2007, POLICY_2016, cite};

const QUICK: Citation = cite(&POLICY_2007, "Exchange Server 2007: scheduled and unscheduled outages", Evidence::A);
const CHOOSING: Citation =
    cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution", Evidence::A);
const SINCE_2007: Citation = cite(&DISCONTINUED_2013, "high availability features since Exchange 2007", Evidence::B);
const HOST_BASED: Citation = cite(&POLICY_2016, "Host-based failover clustering and migration", Evidence::A);

terms! {
    "Starts, moves, copies and clusters";
    "cold-boot", "Cold boot", ["cold start"],
        "A start from power-off into a fresh operating system. Nothing of the state before is left in memory.",
        [TERMS_2016, TERMS_SE];
    "saved-state", "Saved state", ["suspended", "hibernated"],
        "The hypervisor writes the memory of a machine to disk and stops it; later the machine goes on from there instead of booting.",
        [TERMS_2016, TERMS_SE];
    "planned-migration", "Planned migration", ["planned move"],
        "A machine that works well is moved to another host on purpose, by a person, by a schedule, or by the hypervisor to balance load. What follows a failure of the machine or its host is none.",
        [TERMS_2016, TERMS_SE];
    "quick-migration", "Quick migration", [],
        "A planned move by way of a saved state: the machine is stopped, its memory is written to disk, and the other host reads it back. Users are cut off meanwhile.",
        [QUICK];
    "live-migration", "Live migration", ["vMotion", "XenMotion", "online migration"],
        "A planned move while the machine works: its memory is copied to the other host over the network, without a stop that users would notice.",
        [HOST_BASED];
    "host-clustering", "Host-based failover clustering", ["hypervisor high availability", "vSphere HA", "highly available virtual machine"],
        "The hypervisor notices that a host has failed and starts its machines on another one. It looks at hosts and machines, not at Exchange in them.",
        [HOST_BASED, CHOOSING];
    "automatic-balancing", "Automatic balancing", ["DRS", "Dynamic Optimization", "Workload Balancing"],
        "The hypervisor moves running machines to other hosts by itself, to spread the load.";
    "snapshot", "Snapshot", ["checkpoint", "virtual machine snapshot"],
        "A kept state of a machine to which it can be set back. The hypervisor makes it without Exchange's knowledge; Hyper-V has called it checkpoint since Windows Server 2012 R2. The checkpoint of a database is another thing.",
        [cite(&POLICY_2007, "Exchange Server 2007: conditions, snapshots", Evidence::A)];
    "failover", "Failover", [],
        "Another server, host or copy takes over because the first one failed. On purpose, it is called switchover.";
    "failover-cluster", "Failover cluster", ["Windows failover cluster", "WSFC"],
        "Several Windows servers that watch each other so that one can take over from another. CCR, SCC and DAG are built on it inside the guests; Hyper-V hosts can form one too.";
    "node", "Node", ["cluster node", "member", "DAG member"],
        "One of the servers of a cluster.";
    "heartbeat", "Heartbeat", [],
        "The short messages by which members of a cluster tell each other that they are alive. A member that is silent for too long is taken for dead.";
    "lcr", "Local continuous replication (LCR)", ["LCR"],
        "Exchange 2007 keeps a second copy of its databases on other disks of the same server.";
    "ccr", "Cluster continuous replication (CCR)", ["CCR"],
        "Two Exchange 2007 servers in a failover cluster, each with its own copy of the data. Exchange itself keeps the copies alike, and the passive node takes over after a failure.",
        [CHOOSING];
    "scc", "Single copy cluster (SCC)", ["SCC"],
        "Exchange 2007 servers in a failover cluster around one copy of the data, on disks that they share.";
    "scr", "Standby continuous replication (SCR)", ["SCR"],
        "Exchange 2007 keeps a copy of its databases on a standby server, often at another site. A person switches over.";
    "dag", "Database availability group (DAG)", ["DAG"],
        "Up to 16 mailbox servers, from Exchange 2010 on, that hold copies of each other's databases and take over database by database. It replaced LCR, CCR, SCC and SCR.",
        [cite(&DAGS, "overview", Evidence::A), SINCE_2007];
    "passive-copy", "Passive copy", ["passive node"],
        "The copy of a database that nobody uses at the moment. It is kept up to date and becomes the active one when the other fails.";
    "witness", "Witness server", ["file share witness", "FSW"],
        "A server outside the DAG with a small share that has the casting vote when the number of members is even and they lose sight of each other.",
        [cite(&MANAGE_DAGS, "witness server", Evidence::A)];
    "clustered-mailbox-server", "Clustered mailbox server", ["CMS"],
        "The mailbox server of a CCR or SCC as its users see it: one name that moves from node to node.";
    "nlb", "Network Load Balancing (NLB)", ["NLB"],
        "A feature of Windows Server that spreads connections of clients over several servers under one address.";
}
