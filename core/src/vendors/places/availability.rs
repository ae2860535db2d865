//! Where answers about availability are found.

use super::*;
use crate::questions::deployment;
use crate::vendors::documents::{
    FAILOVER_CLUSTERS_MODULE, HYPER_V_REPORT, LIVE_MIGRATION_SETUP, NUTANIX_LABS, OFFLINE_ACTION, POWERCLI_REFERENCE,
    PVE_DOCS, VMM_MODULE, VSPHERE_AVAILABILITY, VSPHERE_NETWORKING, VSPHERE_RESOURCES, XE_MANUAL, XENCENTER_HA,
    XENSERVER_POOLS,
};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Select the machine: Clustered on the tab Summary says Yes or No (Windows Server 2012 and later).",
                Seen::NotChecked,
            ),
            open(
                FAILOVER_CLUSTER_MANAGER,
                "Roles lists the machines that start again on another host (Services and Applications on Windows Server 2008 and 2008 R2). If the Exchange machines stand there, answer yes.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services: properties of the machine, Hardware Configuration, Availability: Make this virtual machine highly available is checked.",
                Seen::NotChecked,
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterGroup | Where-Object { $_.GroupType -eq 'VirtualMachine' } | Format-Table Name,OwnerNode,State",
                "Yes if the Exchange machines are listed (Windows Server 2012 and later). A host that is in no cluster means no.",
                Seen::In(&FAILOVER_CLUSTERS_MODULE),
            ),
            run(
                HOST_PROMPT,
                "cluster group",
                "The same on Windows Server 2008 and 2008 R2: the groups are named after the machines.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the cluster, Configure, vSphere Availability: yes if vSphere HA is turned on and Host Failure Response is Restart VMs.",
                Seen::InPart(&VSPHERE_AVAILABILITY),
            ),
            run(
                POWERCLI,
                "Get-Cluster | Format-Table Name,HAEnabled",
                "True for the cluster of the hosts means yes.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(
                POWERCLI,
                "Get-VM NAME | Format-Table Name,HARestartPriority",
                "Disabled means that this machine is left out.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the pool, tab HA. If it is enabled and the machine's HA restart priority is not Do not restart, answer yes.",
                Seen::InPart(&XENCENTER_HA),
            ),
            run(
                XE,
                "xe pool-list params=name-label,ha-enabled",
                "ha-enabled true, and a priority for the machine in xe vm-list params=name-label,ha-restart-priority, mean yes.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Settings, Manage VM High Availability. AHV restarts machines also without Enable HA Reservation, as far as memory is free: answer yes.",
                Seen::In(&NUTANIX_LABS),
            ),
            run(
                ACLI,
                "acli vm.get NAME",
                "agent_vm True means that this machine is not restarted elsewhere.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Datacenter, HA: yes if the Exchange machines stand among the resources.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "ha-manager config",
                "A line vm: with the number of the machine means yes; state ignored means no.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    },
    Place {
        question: deployment::HOST_CLUSTERING.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            CLUSTER_ADMINISTRATOR,
            "If the hosts form a server cluster, look for groups with the machines, mostly as Generic Script resources. Virtual Server by itself restarts nothing elsewhere.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: deployment::MIGRATION.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Hosts without a cluster: Hyper-V Settings, Live Migrations. If Enable incoming and outgoing live migrations is checked, moves while running are set up (Windows Server 2012 and later).",
                Seen::In(&LIVE_MIGRATION_SETUP),
            ),
            open(
                FAILOVER_CLUSTER_MANAGER,
                "Hosts in a cluster: right-click the machine, Move. Live Migration and Quick Migration are both offered since 2008 R2; Windows Server 2008 has only Quick Migration. Ask which is used.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "VMs and Services: the machine's Migrate Virtual Machine moves it while it runs where that is possible. Jobs shows past moves and their kind.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMHost | Format-List Name,VirtualMachineMigrationEnabled",
                "True: live migration between hosts without a cluster is on. Hosts in a cluster can move machines also with False.",
                Seen::In(&HYPER_V_REPORT),
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterResourceType -Name 'Virtual Machine' | Get-ClusterParameter",
                "Since Windows Server 2012, when a host is drained: machines with a priority below MoveTypeThreshold go by Quick Migration. Get-ClusterGroup NAME | Format-List Name,Priority shows theirs.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::MIGRATION.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, VMkernel adapters: one with the service vMotion means while it runs. Without it, machines can only be moved off or suspended.",
                Seen::InPart(&VSPHERE_NETWORKING),
            ),
            run(
                POWERCLI,
                "Get-VMHostNetworkAdapter -VMHost NAME -VMKernel | Format-Table Name,IP,VMotionEnabled",
                "True in one line means while it runs. Suspending a machine to move it counts as saved state.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::MIGRATION.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the pool. With shared storage, Migrate to Server on a running machine moves it while it runs. A machine that is suspended for the move counts as saved state.",
                Seen::InPart(&XENSERVER_POOLS),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,power-state,allowed-operations",
                "pool_migrate in allowed-operations of a running machine means that it can be moved while it runs.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::MIGRATION.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "VM, Table: select a running machine. If Migrate is offered, it moves while it runs; AHV also does this by itself for maintenance and for balance.",
                Seen::In(&NUTANIX_LABS),
            ),
            run(
                ACLI,
                "acli host.list",
                "More than one host with Schedulable True: running machines can be moved between them.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::MIGRATION.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select a running machine of a cluster: Migrate in the header. Mode Online means while it runs.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "pvecm nodes",
                "More than one node: machines can be moved between them. Without a cluster none is set up.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::MOVES_CLUSTER_NODES.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                FAILOVER_CLUSTER_MANAGER,
                "Yes if Roles in the cluster of the hosts lists the node (Services and Applications in Windows Server 2008 and 2008 R2).",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Fabric: properties of the host group, Dynamic Optimization. If machines are migrated automatically, highly available ones are moved without a person.",
                Seen::NotChecked,
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-ClusterGroup | Where-Object { $_.GroupType -eq 'VirtualMachine' } | Format-Table Name,OwnerNode,State",
                "Yes if the node is listed (Windows Server 2012 and later).",
                Seen::In(&FAILOVER_CLUSTERS_MODULE),
            ),
            run(
                CLUSTER_POWERSHELL,
                "Get-Cluster | Format-List Name,AutoBalancerMode",
                "Windows Server 2016 and later: with 1 or 2 the cluster also moves machines to balance the load, with 0 it does not.",
                Seen::NotChecked,
            ),
            run(
                VMM_POWERSHELL,
                "Get-SCDynamicOptimizationConfiguration -VMHostGroup (Get-SCVMHostGroup NAME)",
                "Shows whether the host group is optimized automatically or by hand.",
                Seen::InPart(&VMM_MODULE),
            ),
        ],
    },
    Place {
        question: deployment::MOVES_CLUSTER_NODES.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the cluster, Configure, Services: vSphere Availability, and under vSphere DRS the automation level. HA, or Fully Automated, means yes, unless VM Overrides switches both off for the node.",
                Seen::InPart(&VSPHERE_RESOURCES),
            ),
            run(
                POWERCLI,
                "Get-Cluster | Format-Table Name,HAEnabled,DrsEnabled,DrsAutomationLevel",
                "HAEnabled True, or DrsAutomationLevel FullyAutomated with DrsEnabled True, means yes.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(
                POWERCLI,
                "Get-VM NAME | Format-Table Name,HARestartPriority,DrsAutomationLevel",
                "No if nothing restarts the node (HA off, or HARestartPriority Disabled) and nothing moves it (DRS off, or not FullyAutomated). AsSpecifiedByCluster follows the cluster.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: deployment::MOVES_CLUSTER_NODES.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the pool, tab HA: yes if it is enabled and the node's HA restart priority is not Do not restart. Tab WLB: yes if recommendations are applied automatically.",
                Seen::InPart(&XENCENTER_HA),
            ),
            run(
                XE,
                "xe pool-list params=name-label,ha-enabled,wlb-enabled",
                "With ha-enabled true, xe vm-list name-label=NAME params=name-label,ha-restart-priority decides: empty means not restarted. With wlb-enabled true, ask whether it acts by itself.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::MOVES_CLUSTER_NODES.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "AHV restarts machines after a failure, and its scheduler (ADS) moves them to balance the load, both without being set up: answer yes unless it was switched off for the node.",
                Seen::In(&NUTANIX_LABS),
            ),
            run(ACLI, "acli vm.get NAME", "agent_vm True keeps this machine on its host.", Seen::NotChecked),
        ],
    },
    Place {
        question: deployment::MOVES_CLUSTER_NODES.slot(),
        family: Family::Proxmox,
        looks: &[
            open(PROXMOX_WEB, "Datacenter, HA: yes if the node stands among the resources.", Seen::InPart(&PVE_DOCS)),
            run(
                PROXMOX_SHELL,
                "ha-manager config",
                "A line vm: with the number of the node means yes; state ignored means no.",
                Seen::In(&PVE_DOCS),
            ),
        ],
    },
    Place {
        question: deployment::COLD_BOOT_ON_FAILOVER.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                FAILOVER_CLUSTER_MANAGER,
                "Properties of the virtual machine resource, Settings: the offline action (Save by default) does not apply after a host failure. A machine that ran then boots; one that was saved before goes on from its saved state.",
                Seen::InPart(&OFFLINE_ACTION),
            ),
            run(
                HOST_POWERSHELL,
                "Get-VM NAME | Format-List Name,State,Uptime",
                "State Saved: the machine would go on from its saved state, so no. After a past failover, Uptime is shorter than the time since the failure.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                "systeminfo",
                "After a past failover, System Boot Time is later than the failure.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::COLD_BOOT_ON_FAILOVER.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the cluster, Configure, vSphere Availability: Host Failure Response Restart VMs starts machines anew, so yes. A machine with Fault Tolerance goes on without a boot.",
                Seen::InPart(&VSPHERE_AVAILABILITY),
            ),
            run(
                POWERCLI,
                "(Get-VM NAME).ExtensionData.Runtime.FaultToleranceState",
                "notConfigured: no Fault Tolerance, so after a host failure the machine boots.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::COLD_BOOT_ON_FAILOVER.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the pool, tab HA: Restart and Restart if possible start the machine anew, so yes. Fault tolerance of other makers goes on without a boot.",
                Seen::InPart(&XENCENTER_HA),
            ),
            run(
                XE,
                "xe vm-list name-label=NAME params=name-label,power-state,ha-restart-priority",
                "power-state running with the priority restart: it boots after a failure. A suspended machine goes on from its saved state.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: deployment::COLD_BOOT_ON_FAILOVER.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Settings, Manage VM High Availability: after a host failure AHV restarts the machines on other hosts, so yes.",
                Seen::In(&NUTANIX_LABS),
            ),
            run(
                GUEST_PROMPT,
                "systeminfo",
                "After a past failover, System Boot Time is later than the failure.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: deployment::COLD_BOOT_ON_FAILOVER.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Datacenter, HA: after a host failure the resources are restarted on another node, so yes.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                GUEST_PROMPT,
                "systeminfo",
                "After a past failover, System Boot Time is later than the failure.",
                Seen::NotChecked,
            ),
        ],
    },
];
