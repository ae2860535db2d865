//! Where answers about the network of iSCSI storage are found.

use super::*;
use crate::questions::guest;
use crate::vendors::Family::{Ahv, HyperV, Proxmox, Vmware, Xen};
use crate::vendors::documents::*;
use crate::vendors::{Look, Place, Seen};

const HYPER_V_SWITCHES: &str = "Get-VMSwitch -SwitchType External | Format-List Name,NetAdapterInterfaceDescription";
const VMWARE_KERNEL_PORTS: &str = "Get-VM -Name NAME | Get-VMHost | Get-VMHostNetworkAdapter -VMKernel | Format-List Name,IP,PortGroupName,Mtu,ManagementTrafficEnabled,VMotionEnabled,VsanTrafficEnabled";
const VMWARE_SWITCHES: &str = "Get-VM -Name NAME | Get-VMHost | Get-VirtualSwitch | Format-Table Name,Nic,Mtu";
const XEN_CARDS: &str =
    "xe pif-list params=host-name-label,device,network-name-label,VLAN,IP,management,MTU,speed,bond-slave-of";

/// The addresses on both ends of the host's iSCSI connections.
const HOST_CONNECTIONS: Look = run(
    HOST_POWERSHELL,
    "Get-IscsiConnection | Format-List *Address",
    "The addresses of the host's own card and of the storage; 0.0.0.0 means the card in the subnet of the storage. No line: the host connects no iSCSI storage.",
    Seen::In(&ISCSI_MODULE),
);
/// The same for older hosts.
const HOST_SESSIONS: Look = run(
    HOST_PROMPT,
    "iscsicli SessionList",
    "Initiator Portal is the address of the host's own card, Target Portal that of the storage. It also runs on Windows Server 2008.",
    Seen::InPart(&ELASTIC_SAN),
);
/// The same inside the machine.
const GUEST_CONNECTIONS: Look = run(
    GUEST_POWERSHELL,
    "Get-IscsiConnection | Format-List *Address",
    "The addresses of the machine's own card and of the storage. Windows Server 2012 and later; no line: the machine connects no iSCSI storage itself.",
    Seen::In(&ISCSI_MODULE),
);
/// The same for older Windows.
const GUEST_SESSIONS: Look = run(
    GUEST_PROMPT,
    "iscsicli SessionList",
    "Initiator Portal is the address of the machine's own card, Target Portal that of the storage.",
    Seen::InPart(&ELASTIC_SAN),
);

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::ISCSI_LINK_GBPS.slot(),
        HyperV,
        &[
            open(
                HOST_NETWORK_CONNECTIONS,
                "Status of the connection with the iSCSI address: Speed, for example 10 for 10.0 Gbps.",
                Seen::NotChecked,
            ),
            HOST_CONNECTIONS,
            HOST_SESSIONS,
            run(
                HOST_POWERSHELL,
                "Get-NetAdapter -Name * -Physical | Format-Table Name,InterfaceDescription,Status,LinkSpeed -AutoSize",
                "LinkSpeed of the card that carries iSCSI (for iSCSI in the machine: the card of its virtual switch), 10 for 10 Gbps. Compare the ports of switch and storage: the slowest counts.",
                Seen::In(&NET_ADAPTER_MODULE),
            ),
        ],
    ),
    place(
        guest::ISCSI_LINK_GBPS.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, Physical adapters: actual speed of the card of the iSCSI network. 10000 Mbit/s are 10.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                "Get-VM -Name NAME | Get-VMHost | Get-VMHostNetworkAdapter -Physical | Format-Table Name,BitRatePerSec,FullDuplex",
                "BitRatePerSec of the card of the iSCSI network is in Mbit/s: divide it by 1000.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::ISCSI_LINK_GBPS.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the host, tab NICs, column Speed of the card of the iSCSI network. 10000 Mbit/s are 10.",
                Seen::In(&XENCENTER_SOURCE),
            ),
            run(
                XE,
                XEN_CARDS,
                "speed at the device with the iSCSI address is in Mbit/s: divide it by 1000.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::ISCSI_LINK_GBPS.slot(),
        Ahv,
        &[
            open(
                PRISM,
                "Page Hardware, Table, tab Host, select the host, tab Host NICs: link speed of the cards in use.",
                Seen::NotChecked,
            ),
            run(
                ACLI,
                "manage_ovs show_interfaces",
                "Column speed of the cards whose link is True, in Mbit/s: divide it by 1000.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::ISCSI_LINK_GBPS.slot(),
        Proxmox,
        &[run(
            PROXMOX_SHELL,
            "grep . /sys/class/net/*/speed",
            "The speed of each card in Mbit/s, with its name before it: divide that of the iSCSI card by 1000.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::ISCSI_ISOLATED_NETWORK.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Virtual Switch Manager (Virtual Network Manager before Windows Server 2012), each external switch: if the card of iSCSI is named there, machines can use that network, so no, as a rule.",
                Seen::NotChecked,
            ),
            HOST_CONNECTIONS,
            HOST_SESSIONS,
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
            run(
                HOST_PROMPT,
                "ipconfig /all",
                "If mail, backup or management uses an address in the subnet of the storage, the answer is no. If not, ask the network administrator what else uses that VLAN and those ports.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::ISCSI_ISOLATED_NETWORK.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, VMkernel adapters: the port with the iSCSI address should have no enabled service. Virtual switches shows what else is on its switch and VLAN.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_KERNEL_PORTS,
                "True at the port with the iSCSI address means that management, vMotion or vSAN runs there as well: no. Otherwise ask the network administrator what else uses that VLAN.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
        ],
    ),
    place(
        guest::ISCSI_ISOLATED_NETWORK.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the host, tab Networking: compare network, NIC and VLAN of the iSCSI address with those of management and of the machines.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_CARDS,
                "management true at the device with the iSCSI address, or the same device with other VLANs, means no. Otherwise ask the network administrator what else uses that network.",
                Seen::In(&XAPI_CLI),
            ),
            run(
                XE,
                "xe vif-list params=vm-name-label,network-name-label",
                "Machines on the iSCSI network that are not connected to the storage themselves mean no.",
                Seen::In(&XAPI_CLI),
            ),
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
        ],
    ),
    place(
        guest::ISCSI_ISOLATED_NETWORK.slot(),
        Ahv,
        &[
            open(
                PRISM,
                "Cluster Details: iSCSI Data Services IP. If mail clients or management use the same subnet, the answer is no.",
                Seen::NotChecked,
            ),
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
        ],
    ),
    place(
        guest::ISCSI_ISOLATED_NETWORK.slot(),
        Proxmox,
        &[
            run(
                PROXMOX_SHELL,
                "cat /etc/pve/storage.cfg",
                "portal at the iSCSI storage is the address of the storage.",
                Seen::In(&PVE_DOCS),
            ),
            open(
                PROXMOX_WEB,
                "Select the host, System, Network: the card or bridge with an address in that subnet. If it also carries machines or management, the answer is no.",
                Seen::NotChecked,
            ),
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
        ],
    ),
    place(
        guest::ISCSI_DEDICATED_NICS.slot(),
        HyperV,
        &[
            open(
                HYPER_V_MANAGER,
                "Virtual Switch Manager (Virtual Network Manager before Windows Server 2012): a card named at an external switch also serves machines. For iSCSI in the machine, its switch should serve nothing else.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the host, Hardware, Network adapters, and Virtual Switches: see which cards belong to a switch.",
                Seen::NotChecked,
            ),
            HOST_CONNECTIONS,
            HOST_SESSIONS,
            GUEST_CONNECTIONS,
            GUEST_SESSIONS,
            run(
                HOST_POWERSHELL,
                HYPER_V_SWITCHES,
                "The cards listed also serve machines. Yes if a card that is not listed has the host's iSCSI address and no other task.",
                Seen::In(&HYPER_V_MODULE),
            ),
        ],
    ),
    place(
        guest::ISCSI_DEDICATED_NICS.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking, Virtual switches, the switch with the iSCSI port: yes if its physical adapters serve no other port group.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_SWITCHES,
                "Nic names the physical cards of each standard switch. Yes if those of the iSCSI switch serve only iSCSI ports.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
            run(
                POWERCLI,
                VMWARE_KERNEL_PORTS,
                "PortGroupName of the port with the iSCSI address tells its switch; True at a service means other traffic on it.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
        ],
    ),
    place(
        guest::ISCSI_DEDICATED_NICS.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the host, tab Networking: yes if the NIC of the iSCSI network belongs to no other network and is not the management interface.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_CARDS,
                "Yes if the device with the iSCSI address is listed once, with management false, and no machine uses its network.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::ISCSI_DEDICATED_NICS.slot(),
        Ahv,
        &[run(
            ACLI,
            "manage_ovs show_uplinks",
            "The cards of each bridge. If the bridge of the storage traffic also carries machines, the answer is no, as a rule.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::ISCSI_DEDICATED_NICS.slot(),
        Proxmox,
        &[
            open(
                PROXMOX_WEB,
                "Select the host, System, Network: yes if the card with the iSCSI address is in no bridge and no bond with other traffic.",
                Seen::NotChecked,
            ),
            run(
                PROXMOX_SHELL,
                "cat /etc/network/interfaces",
                "Yes if the card with the iSCSI address is not named at bridge-ports of a bridge that machines use.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::ISCSI_JUMBO_FRAMES.slot(),
        HyperV,
        &[
            open(
                DEVICE_MANAGER,
                "Properties of each card for iSCSI, tab Advanced, Jumbo Packet (also Jumbo Frame or Jumbo MTU): about 9000 means switched on, disabled or 1514 means off.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-NetAdapterAdvancedProperty -Name * -RegistryKeyword *JumboPacket | Format-Table Name,DisplayName,DisplayValue,RegistryValue -AutoSize",
                "About 9000 at each card for iSCSI means switched on, 1514 means off. Then ask whether switches and storage allow it as well.",
                Seen::InPart(&NETWORK_KEYWORDS),
            ),
        ],
    ),
    place(
        guest::ISCSI_JUMBO_FRAMES.slot(),
        Vmware,
        &[
            open(
                VSPHERE_CLIENT,
                "Select the host, Configure, Networking: MTU of the VMkernel adapter for iSCSI and of its virtual switch, 9000 at both. Then ask about switches and storage.",
                Seen::NotChecked,
            ),
            run(
                POWERCLI,
                VMWARE_KERNEL_PORTS,
                "Mtu of the port with the iSCSI address: 9000 means switched on, 1500 means off.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
            run(
                POWERCLI,
                VMWARE_SWITCHES,
                "Mtu of the switch with that port must be 9000 as well; then ask about switches and storage.",
                Seen::InPart(&POWERCLI_REFERENCE),
            ),
        ],
    ),
    place(
        guest::ISCSI_JUMBO_FRAMES.slot(),
        Xen,
        &[
            open(
                XENCENTER,
                "Select the host, tab Networking, Properties of the iSCSI network: MTU 9000 means switched on, 1500 means off. Then ask about switches and storage.",
                Seen::NotChecked,
            ),
            run(
                XE,
                XEN_CARDS,
                "MTU at the device with the iSCSI address: 9000 means switched on, 1500 means off. Then ask about switches and storage.",
                Seen::In(&XAPI_CLI),
            ),
        ],
    ),
    place(
        guest::ISCSI_JUMBO_FRAMES.slot(),
        Proxmox,
        &[run(
            PROXMOX_SHELL,
            "ip link show",
            "mtu of the card with the iSCSI address, and of its bridge: 9000 means switched on, 1500 means off. Then ask about switches and storage.",
            Seen::NotChecked,
        )],
    ),
    place(
        guest::ISCSI_BOUND_TO_VIRTUAL_SWITCH.slot(),
        HyperV,
        &[
            open(
                HOST_NETWORK_CONNECTIONS,
                "Properties of the iSCSI connection: a tick at Hyper-V Extensible Virtual Switch (before Windows Server 2012 Microsoft Virtual Network Switch Protocol) means yes.",
                Seen::NotChecked,
            ),
            open(
                HYPER_V_MANAGER,
                "Virtual Switch Manager (Virtual Network Manager before Windows Server 2012): yes if an external switch names the card of iSCSI.",
                Seen::NotChecked,
            ),
            open(
                SCVMM,
                "Properties of the host, Virtual Switches: yes if a switch names the card of iSCSI.",
                Seen::NotChecked,
            ),
            run(
                HOST_POWERSHELL,
                "Get-NetAdapterBinding -Name * -ComponentID vms_pp | Format-Table Name,DisplayName,Enabled -AutoSize",
                "True at a card over which the host reaches its iSCSI storage means yes.",
                Seen::InPart(&PUBLIC_SCRIPTS),
            ),
            run(HOST_POWERSHELL, HYPER_V_SWITCHES, "Yes if the card of iSCSI is listed.", Seen::In(&HYPER_V_MODULE)),
            HOST_CONNECTIONS,
            HOST_SESSIONS,
        ],
    ),
];
