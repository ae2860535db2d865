//! Where answers about the network cards of a host are found.

use super::*;
use crate::questions::host;
use crate::vendors::documents::{
    HYPER_V_REPORT, NUTANIX_LABS, POWERCLI_REFERENCE, PVE_DOCS, VMM_MODULE, WINDOWS_MODULES, XE_MANUAL,
    XENSERVER_NETWORKING,
};
use crate::vendors::{Family, Place};

/// The places.
pub static PLACES: &[Place] = &[
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                DEVICE_MANAGER,
                "On the host, Network adapters: count the cards, without virtual ones, teams and WAN Miniport.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host, Hardware, Network adapters.",
                Seen::NotChecked,
            ),
            run(HOST_POWERSHELL, "Get-NetAdapter -Physical", "Count the lines.", Seen::In(&WINDOWS_MODULES)),
            run(
                VMM_POWERSHELL,
                "Get-SCVMHostNetworkAdapter -VMHost (Get-SCVMHost -ComputerName NAME) | Format-Table Name,ConnectionState",
                "Count the lines.",
                Seen::InPart(&VMM_MODULE),
            ),
        ],
    },
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, Physical adapters: count the lines vmnic.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VMHostNetworkAdapter -VMHost NAME -Physical | Format-Table Name,Mac,BitRatePerSec",
                "Count the lines.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(ESXI_SHELL, "esxcli network nic list", "Count the lines (ESXi 5 and later).", Seen::NotChecked),
        ],
    },
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::Xen,
        looks: &[
            open(XENCENTER, "Select the host, tab NICs: count the lines, without bonds.", Seen::NotChecked),
            run(
                XE,
                "xe pif-list physical=true host-name-label=NAME params=device,device-name,management,IP,network-uuid,network-name-label",
                "Count the devices eth0, eth1 and so on.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::Ahv,
        looks: &[
            open(PRISM, "Hardware, Table, Host: select the host, tab Host NICs. Count the lines.", Seen::NotChecked),
            run(
                ACLI,
                "allssh manage_ovs show_interfaces",
                "Count eth0, eth1 and so on, for each host in turn.",
                Seen::InPart(&NUTANIX_LABS),
            ),
        ],
    },
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the node, System, Network: count the lines of the type Network Device.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(PROXMOX_SHELL, "pvesh get /nodes/NAME/network --type eth", "Count the lines.", Seen::NotChecked),
        ],
    },
    Place {
        question: host::NICS_TOTAL.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            DEVICE_MANAGER,
            "On the host, Network adapters: count the cards, without virtual ones.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Virtual Switch Manager (Virtual Network Manager before Windows Server 2012): cards that no external switch or network uses serve the host alone. Leave out cards for iSCSI.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host, Virtual Switches. Cards of no virtual switch serve the host alone.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMSwitch -SwitchType External | Format-Table Name,NetAdapterInterfaceDescription,AllowManagementOS",
                "Cards of Get-NetAdapter -Physical that stand in no line serve the host alone. Leave out cards for iSCSI; a team stands here as one.",
                Seen::In(&HYPER_V_REPORT),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, Virtual switches: count the physical adapters of switches that carry VMkernel ports and no machine. Leave out those for iSCSI.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VirtualSwitch -VMHost NAME | Format-Table Name,Nic",
                "The cards of each switch. Get-VMHostNetworkAdapter -VMHost NAME -VMKernel and Get-VM NAME | Get-NetworkAdapter tell who uses it.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab Networking: a card with an IP address, for management say, whose network no machine is connected to counts. Leave out storage.",
                Seen::InPart(&XENSERVER_NETWORKING),
            ),
            run(
                XE,
                "xe pif-list physical=true host-name-label=NAME params=device,device-name,management,IP,network-uuid,network-name-label",
                "A card with management true or with an IP serves the host. It counts if no machine stands for its network-uuid in xe vif-list params=vm-name-label,network-uuid.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Settings, Network Configuration, Virtual Switch: by default host, controller VM and machines share the cards of vs0 (bridge br0). Then enter 0.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "allssh manage_ovs show_uplinks",
                "The cards of each bridge. Count those of a bridge that no network of machines uses.",
                Seen::InPart(&NUTANIX_LABS),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the node, System, Network: a card with an IP address that stands under Ports/Slaves of no bridge vmbr serves the host alone.",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "cat /etc/network/interfaces",
                "Cards with an address of their own and in no line bridge-ports. Leave out those for iSCSI.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ROOT.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Networks, View All: cards that no virtual network uses serve the host alone.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                HYPER_V_MANAGER,
                "Virtual Switch Manager (Virtual Network Manager in 2008 R2): a card counts if Allow management operating system to share this network adapter is cleared for its switch.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Fabric, Servers, All Hosts: properties of the host, Virtual Switches. A switch without access for the host counts with its cards.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-VMSwitch -SwitchType External | Format-Table Name,NetAdapterInterfaceDescription,AllowManagementOS",
                "Cards with AllowManagementOS False serve the machines alone. A team counts with all its cards.",
                Seen::In(&HYPER_V_REPORT),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, Virtual switches: count the physical adapters of switches that have machines and no VMkernel port.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VirtualSwitch -VMHost NAME | Format-Table Name,Nic",
                "Take the cards of switches that do not stand behind a line of Get-VMHostNetworkAdapter -VMHost NAME -VMKernel.",
                Seen::In(&POWERCLI_REFERENCE),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab Networking: cards without an IP address whose networks machines are connected to.",
                Seen::InPart(&XENSERVER_NETWORKING),
            ),
            run(
                XE,
                "xe pif-list physical=true host-name-label=NAME params=device,device-name,management,IP,network-uuid,network-name-label",
                "Cards with management false and without an IP. They count if machines stand for their network-uuid in xe vif-list params=vm-name-label,network-uuid.",
                Seen::In(&XE_MANUAL),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::Ahv,
        looks: &[
            open(
                PRISM,
                "Settings, Network Configuration: cards of a virtual switch other than vs0 that only networks of machines use. By default there is none: enter 0.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "allssh manage_ovs show_uplinks",
                "Count the cards of bridges other than br0 that carry only networks of machines.",
                Seen::InPart(&NUTANIX_LABS),
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::Proxmox,
        looks: &[
            open(
                PROXMOX_WEB,
                "Select the node, System, Network: cards under Ports/Slaves of a bridge vmbr that has no IP address (column CIDR empty).",
                Seen::InPart(&PVE_DOCS),
            ),
            run(
                PROXMOX_SHELL,
                "cat /etc/network/interfaces",
                "Cards in the line bridge-ports of a bridge without an address.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_VMS.slot(),
        family: Family::VirtualServer,
        looks: &[open(
            VIRTUAL_SERVER_SITE,
            "Virtual Networks, View All, then Edit Configuration: a card counts if a virtual network uses it and its connection on the host has only Virtual Machine Network Services checked.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::HyperV,
        looks: &[
            open(
                ISCSI_INITIATOR,
                "On the host run iscsicpl (Windows Server 2008 R2 and later): Targets, Properties, MCS. Source Portal is the address of the card.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-NetTCPConnection -RemotePort 3260 | Format-Table LocalAddress,RemoteAddress",
                "Each LocalAddress is a card for iSCSI. It counts if no switch, and no other traffic of the host, uses it.",
                Seen::NotChecked,
            ),
            run(
                HOST_PROMPT,
                r#"netstat -n | find ":3260""#,
                "The same on Windows Server 2008 and 2008 R2: the local address tells the card.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::Vmware,
        looks: &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Storage, Storage Adapters: iSCSI adapter, Network Port Binding. It names the VMkernel port and its card.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "(Get-EsxCli -VMHost NAME -V2).iscsi.networkportal.list.Invoke()",
                "The VMkernel ports for iSCSI with their cards. Count cards that nothing else uses.",
                Seen::NotChecked,
            ),
            run(
                ESXI_SHELL,
                "esxcli iscsi networkportal list",
                "The VMkernel ports for iSCSI with their cards. Count cards that nothing else uses. No line may mean that ports are not bound.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::Xen,
        looks: &[
            open(
                XENCENTER,
                "Select the host, tab Networking: a secondary interface with an IP address for storage. It counts if only iSCSI uses it.",
                Seen::InPart(&XENSERVER_NETWORKING),
            ),
            run(
                XE,
                "netstat -tn | grep :3260",
                "The local address of each line; compare it with IP in xe pif-list params=device,IP.",
                Seen::NotChecked,
            ),
        ],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::Ahv,
        looks: &[open(
            PRISM,
            "Settings, Network Configuration: AHV reaches its own storage through the controller VM on the shared cards. Enter 0 unless cards are set aside for volume groups.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::Proxmox,
        looks: &[run(
            PROXMOX_SHELL,
            "ss -tn | grep :3260",
            "The local address of each line tells the card (ip address). It counts if nothing else uses it.",
            Seen::NotChecked,
        )],
    },
    Place {
        question: host::NICS_DEDICATED_TO_ISCSI.slot(),
        family: Family::VirtualServer,
        looks: &[run(
            HOST_PROMPT,
            r#"netstat -n | find ":3260""#,
            "The local address tells the card. It counts if no virtual network uses it.",
            Seen::NotChecked,
        )],
    },
];
