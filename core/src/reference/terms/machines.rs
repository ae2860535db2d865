//! Hosts, machines, processors and memory.

use super::{TERMINOLOGY_2007, terms};
use crate::source::{Citation, Evidence, POLICY_2007, POLICY_2016, SIZING_2013, cite};

const MEMORY: Citation = cite(&POLICY_2007, "Exchange Server 2007: dynamic memory allocation", Evidence::A);
const RATIO: Citation = cite(&POLICY_2007, "Exchange Server 2007: conditions, processors", Evidence::A);
const RATIO_2016: Citation = cite(&POLICY_2016, "requirements for hardware virtualization, processors", Evidence::A);
const CONTROLS: Citation = cite(&POLICY_2007, "Exchange Server 2007: virtual machine, resource controls", Evidence::A);

terms! {
    "Hosts, machines, processors and memory";
    "hypervisor", "Hypervisor", ["hardware virtualization software"],
        "The layer of software between the hardware of a computer and the operating systems that share it. Hyper-V, ESXi and XenServer are hypervisors.",
        [TERMINOLOGY_2007];
    "host", "Host (root)", ["root", "root machine", "host machine", "parent"],
        "The physical machine on which the hypervisor runs. The policy for Exchange 2007 calls it root, later ones call it host.",
        [TERMINOLOGY_2007];
    "guest", "Guest", ["virtual machine", "VM", "child machine"],
        "A virtual machine: a computer made of software, which shares the hardware of its host with others.",
        [TERMINOLOGY_2007];
    "virtual-processor", "Virtual processor", ["vCPU", "virtual CPU"],
        "What a guest takes for a processor. The hypervisor gives it turns on the real cores of the host.";
    "core", "Core", ["physical core"],
        "A real processing unit. A processor (the chip in a socket) has several; 2 processors with 4 cores each make 8.";
    "hyper-threading", "Hyper-threading", ["SMT", "simultaneous multithreading"],
        "A core that looks like two to the software. It is not two: Microsoft's guidance for Exchange 2013 counts real cores only.",
        [cite(&SIZING_2013, "processors, hyper-threading", Evidence::A)];
    "logical-processor", "Logical processor", [],
        "What Windows counts as a processor; with hyper-threading, two to each core. The policy for Exchange 2007 uses the word, but its example counts cores, and so does this program.",
        [RATIO];
    "processor-ratio", "Processor ratio", ["2:1 ratio", "vCPU to core ratio"],
        "The virtual processors of all guests of a host, divided by its cores. 16 virtual processors on 8 cores are 2:1.",
        [RATIO, RATIO_2016];
    "oversubscription", "Oversubscription", ["overcommit", "overcommitment", "overbooking"],
        "To promise the guests more than the host has, of memory or of processors. It goes well as long as they do not all want it at once.";
    "dynamic-memory", "Dynamic memory", ["ballooning", "dynamic memory allocation"],
        "The hypervisor gives a guest more or less memory while it runs. Exchange keeps its cache in memory and slows down when some is taken away. The opposite is static memory: a fixed amount.",
        [MEMORY];
    "resource-controls", "Reserve, limit and weight", ["resource controls", "virtual machine reserve", "virtual machine limit", "relative weight"],
        "Settings that share out the processors of a host: how much a guest is sure to get, how much it gets at the most, and who comes first when all want more.",
        [CONTROLS];
    "numa", "NUMA", ["NUMA node", "non-uniform memory access"],
        "In large computers each processor reaches a part of the memory quickly and the rest more slowly. A processor and its part are a NUMA node.";
    "memory-file", "Memory file (BIN file)", ["BIN file", ".bin file"],
        "A file that Hyper-V keeps on the host for each guest, as large as the guest's memory.",
        [cite(&POLICY_2007, "Exchange Server 2007: root storage", Evidence::A)];
    "page-file", "Page file", ["paging file", "pagefile.sys"],
        "A file on the system disk to which Windows moves memory that it does not need at the moment.";
    "guest-drivers", "Guest drivers", ["Integration Services", "VMware Tools", "XenServer Tools", "Virtual Machine Additions"],
        "Programs and drivers of the hypervisor's vendor inside the guest, for faster disks and networks and an orderly shutdown.";
    "virtual-switch", "Virtual switch", ["virtual network switch", "vSwitch"],
        "A network switch made of software in the host. The virtual network cards of guests are plugged into it, and it uses a physical card to reach the outside.";
    "vlan", "VLAN", ["virtual LAN"],
        "A part of a network that is kept apart from the rest by the switches, on the same cables and cards.";
    "vmkernel-adapter", "VMkernel adapter", ["VMkernel port", "vmk"],
        "A network connection of an ESXi host itself, for its management, for vMotion or for storage.";
    "management-software", "Management software", [],
        "Programs on a host that serve to look after it: antivirus, backup, and the management of virtual machines. Servers such as Exchange or SQL Server are none.";
    "rented", "Rented machines (IaaS)", ["IaaS", "infrastructure as a service"],
        "Virtual machines on hosts of a provider such as Azure or Amazon EC2. You do not see the hosts and answer no questions about them.";
}
