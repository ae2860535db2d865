//! A hypervisor that is not accepted for the Exchange version.

use crate::choice::Choices;
use crate::condition::{Condition, is_not, none_of};
use crate::question::SubjectKind;
use crate::questions::deployment::{PRODUCT, SVVP_VALIDATED};
use crate::questions::{
    HYPER_V_SINCE_2012, ONLY_2003, ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, Product, SINCE_2013,
    THIRD_PARTY, VIRTUAL_SERVER,
};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, SOFTWARE_SUPPORT, TOPIC_2010, cite};

const VIRTUAL_SERVER_SINCE_R2: Choices<Product> =
    Product::set(&[Product::VirtualServer2005R2, Product::VirtualServer2005R2Sp1]);

/// Microsoft's own products that no policy since Exchange 2007 accepts.
const REFUSED: Choices<Product> = Product::set(&[Product::VirtualPc, Product::HyperVClient]).or(VIRTUAL_SERVER);

/// Every product but those that only the words "and later" cover.
const NAMED: Choices<Product> = Choices::from_bits(!HYPER_V_SINCE_2012.bits());

const REFUSED_OR_NOT_VALIDATED: Condition = Condition::Match(
    PRODUCT.slot(),
    &[(REFUSED.bits(), Condition::Always), (THIRD_PARTY.bits(), is_not(SVVP_VALIDATED))],
    &Condition::Never,
);

pub static RULE: Rule = Rule {
    id: "hypervisor-supported",
    topic: Topic::Platform,
    subject: SubjectKind::Deployment,
    broken: "The hypervisor product is not accepted for this Exchange version",
    kept: "The hypervisor product does not stand in the way of support",
    rows: &[
        Row {
            versions: ONLY_2003,
            severity: Severity::Requirement,
            violated: none_of(PRODUCT, VIRTUAL_SERVER_SINCE_R2),
            sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions, virtualization software", Evidence::A).remark(
                "It accepts Virtual Server 2005 R2 and any later Virtual Server; R2 SP1 is the only later one that can be chosen here.",
            )],
            checks: "Exchange 2003 is supported in Microsoft Virtual Server 2005 R2 and in its successor R2 SP1 only. The first Virtual Server 2005, Virtual PC, every Hyper-V and every product of another vendor are not accepted, even those that are for later versions of Exchange.",
            why: "The policy for Exchange 2003 names neither Hyper-V nor any product of another vendor, so anywhere else Microsoft does not support Exchange 2003. If a mailbox store is damaged or a network driver fails in such a machine, you cannot count on help.",
            mend: "Move the machine to a host with Virtual Server 2005 R2 SP1 (from another vendor's product this means converting its disks to VHD files, with downtime), or put Exchange 2003 on a physical server. Exchange 2003 itself has been out of support since 8 April 2014, so only a migration to a later version lasts, with new servers and licences.",
            find_out: "Inside the machine, wmic computersystem get manufacturer,model shows VMware or Xen for those vendors; Microsoft Corporation and Virtual Machine can be Virtual Server, Virtual PC or Hyper-V. Then look at the host: Virtual Server is managed in its Administration Website, and Add or Remove Programs shows which release it is.",
        },
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: REFUSED_OR_NOT_VALIDATED,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, virtualization software", Evidence::A).on(NAMED).remark(
                    "The condition names Windows Server 2008 with Hyper-V and Hyper-V Server; Windows Server 2008 R2 stands only in the introduction and is read as included.",
                ),
                cite(&SOFTWARE_SUPPORT, "Supported environments, applied to Exchange 2007", Evidence::C).on(HYPER_V_SINCE_2012).remark(
                    "It accepts Windows Server 2008 and later versions with Hyper-V; that these words carry Exchange 2007 on Windows Server 2012 or later is an inference, the policy for Exchange 2007 does not name them.",
                ),
            ],
            checks: "Accepted are Hyper-V on Windows Server 2008 or later, Hyper-V Server, and a product of another vendor if exactly its version is listed in Microsoft's Server Virtualization Validation Program (SVVP). Virtual PC, every Virtual Server and Client Hyper-V on Windows 8 to 11 are not. Azure Local, which no policy text names, needs an SVVP entry here; Azure virtual machines have a rule of their own.",
            why: "Virtual Server cannot run the 64-bit guest that Exchange 2007 needs, and of other vendors' products only the validated versions were tested with Windows Server under this program. On the rest Microsoft does not support Exchange 2007 and can ask you to show a fault again on Hyper-V or on physical hardware.",
            mend: "Update the hypervisor to a listed version, host by host, or move the machines to Hyper-V on a Windows Server that still takes Windows Server 2008 as a guest; moving costs a conversion of the virtual disks, downtime that grows with their size, and Windows licences for the hosts. A physical server is the way out without any hypervisor.",
            find_out: "The version of a host stands on its Summary page in the vSphere Client and on its General tab in XenCenter; xe host-list params=name-label,software-version prints it too, and winver shows the Windows version of a Hyper-V host. Look for exactly this version in the SVVP list of the Windows Server Catalog (windowsservercatalog.com).",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: REFUSED_OR_NOT_VALIDATED,
            sources: &[
                cite(&TOPIC_2010, "Opening: list of virtualization software", Evidence::B).on(NAMED).remark(
                    "The list as it was read: Hyper-V on Windows Server 2008 and 2008 R2, Hyper-V Server 2008, 2008 R2 and 2012, and validated third-party hypervisors.",
                ),
                cite(&SOFTWARE_SUPPORT, "Supported environments, applied to Exchange 2010", Evidence::C).on(HYPER_V_SINCE_2012).remark(
                    "The topic for Exchange 2010 names Hyper-V Server 2012 but not Windows Server 2012 with Hyper-V, nor anything newer; only this general article's words \"and later\" cover them.",
                ),
            ],
            checks: "Named for Exchange 2010 are Hyper-V on Windows Server 2008 and 2008 R2, Hyper-V Server up to 2012, and products of other vendors in a version on the list of Microsoft's validation program for hypervisors (SVVP). Newer Hyper-V passes because a general Microsoft article accepts later versions; Azure Local, which the policy does not mention, needs an SVVP entry here. Client Hyper-V, Virtual PC and Virtual Server never pass.",
            why: "The list is closed: on a hypervisor outside it Microsoft does not support Exchange 2010. If databases fail over without cause there or a database page cannot be read, only the maker of the hypervisor is left to ask.",
            mend: "Upgrade the hosts to a validated version of the same product, or set up hosts with Hyper-V on Windows Server 2008 R2 or later. Members of a database availability group (DAG) can be replaced there one by one and their database copies seeded again, which loads the network but need not stop mail; other machines have to be converted while they are off.",
            find_out: "In PowerCLI, Get-VMHost | Select-Object Name,Version,Build lists version and build; XenCenter shows them on the General tab of a host, pveversion prints them on Proxmox VE. Then search the SVVP pages of the Windows Server Catalog for this product in this version, and ask the vendor if you find no entry.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: REFUSED_OR_NOT_VALIDATED,
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, software list", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Requirements for hardware virtualization, software list", Evidence::A).only(ONLY_2016.or(ONLY_2019)).remark(
                    "It accepts any version of Windows Server with Hyper-V and names none; Windows Server 2022 and 2025, which are newer than this text, are taken to be covered by these words.",
                ),
                cite(&POLICY_SE, "Requirements for hardware virtualization, software list", Evidence::A).only(ONLY_SE).remark(
                    "The page is marked for Subscription Edition, but its list of hypervisors speaks of Exchange 2016 and 2019; no page was found that names Windows Server 2025 as a host.",
                ),
            ],
            checks: "Hyper-V on any version of Windows Server and Hyper-V Server are accepted; a product of another vendor must be on the list of Microsoft's validation program for hypervisors (SVVP) in exactly the version in use. The same is asked of Amazon EC2 and Google Compute Engine, and of Azure Local, which no policy text names. Client Hyper-V, Virtual PC and Virtual Server are not accepted.",
            why: "These products, and Azure virtual machines, are the only ones on which Microsoft supports Exchange 2013 and later in virtual machines. Anywhere else it need not examine a database that stalls or servers that lose each other on the network, and the fault may well be in the hypervisor.",
            mend: "Upgrade the hypervisor to a listed version, or move to Windows Server with Hyper-V, to another listed product, or to Azure virtual machines with Premium Storage. With a database availability group (DAG) you can add members on the new hosts, seed them and remove the old ones while users work, but both sets of hosts must be paid for meanwhile; a stand-alone server has to be moved with an outage.",
            find_out: "Note product, version and build: esxcli system version get on an ESXi host, the Summary page of the host in the vSphere Client, or on a Windows host (Get-CimInstance Win32_OperatingSystem).Caption. Look that version up under SVVP in the Windows Server Catalog; for rented machines ask the provider for its entry. Answer no only after the vendor could not name an entry either.",
        },
    ],
};
