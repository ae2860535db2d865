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
            checks: "Exchange 2003 is supported in Microsoft Virtual Server 2005 R2 and in its successor R2 SP1 only. The first Virtual Server 2005, Virtual PC, every Hyper-V and every product of another vendor are out, also those that are validated for later versions of Exchange.",
            why: "The policy for Exchange 2003 has no clause for Hyper-V or for validated products, so anywhere else Microsoft does not support Exchange 2003. A store that is damaged or a network driver that fails in such a machine is then yours alone to repair.",
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
            checks: "Accepted are Hyper-V on Windows Server 2008 or later, Hyper-V Server, and third-party hypervisors in exactly the version that is listed in the Server Virtualization Validation Program (SVVP): a validation is of a product version, not of a vendor. Virtual PC, every Virtual Server and Client Hyper-V on Windows 8 to 11 are refused. Azure Local is judged like a third-party product because no policy text names it; Azure virtual machines have a rule of their own.",
            why: "Virtual Server cannot run the 64-bit guest that Exchange 2007 needs, and for other vendors' products only the validation shows that they run Windows Server correctly. Without it Microsoft does not support Exchange 2007 there and can ask you to show a lost message or a damaged database again on Hyper-V or on physical hardware.",
            mend: "Update the hypervisor to a listed version, host by host, or move the machines to Windows Server with Hyper-V; moving costs a conversion of the virtual disks, downtime that grows with their size, and Windows licences for the hosts. A physical server is the way out without any hypervisor.",
            find_out: "Compare the exact version of your hosts with the SVVP list in the Windows Server Catalog (windowsservercatalog.com/svvp). It stands on the Summary page of a host in the vSphere Client and on its General tab in XenCenter, or use xe host-list params=name-label,software-version; winver shows the Windows version of a Hyper-V host.",
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
            checks: "The policy for Exchange 2010 names Hyper-V on Windows Server 2008 and 2008 R2, Hyper-V Server up to 2012, and third-party products that are validated under SVVP in the version that runs; other versions of the same vendor prove nothing. Newer releases of Hyper-V pass here because a general Microsoft article accepts later versions; Client Hyper-V, Virtual PC and Virtual Server never pass. Azure Local, which no policy for Exchange 2010 mentions, needs an SVVP entry here like the product of any other vendor.",
            why: "The list is closed: on a hypervisor outside it Microsoft does not support Exchange 2010. A DAG that fails over without cause, or a database page that cannot be read, then stays a matter between you and the maker of the hypervisor.",
            mend: "Upgrade the hosts to a validated version of the same product, or set up hosts with Hyper-V on Windows Server 2008 R2 or later. Members of a DAG can be rebuilt there one by one and reseeded, which costs network time but no outage; other machines have to be converted while they are off.",
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
            checks: "Hyper-V on any version of Windows Server and Hyper-V Server are accepted; a hypervisor of another vendor must be on the SVVP list in the version in use, since each entry is for a product version and never for its vendor. The same is asked of Amazon EC2 and Google Compute Engine, and of Azure Local, which no policy text names and which is therefore treated like a third-party product. Client Hyper-V, Virtual PC and Virtual Server are not accepted.",
            why: "These products are the only ones on which Microsoft supports Exchange 2013 and later in virtual machines. Anywhere else a database that stalls, or DAG members that lose each other on the network, will not be examined, and the fault may well be in the hypervisor.",
            mend: "Upgrade the hypervisor to a listed version, or move to Windows Server with Hyper-V, to another listed product, or to Azure virtual machines with Premium Storage. With a DAG you can add members on the new hosts, seed them and remove the old ones while users work, but both sets of hosts must be paid for in the meantime; a stand-alone server has to be moved with an outage.",
            find_out: "Note product, version and build: esxcli system version get on an ESXi host, the Summary page of the host in the vSphere Client, or on a Windows host (Get-CimInstance Win32_OperatingSystem).Caption. Look that version up under SVVP in the Windows Server Catalog; for rented machines ask the provider for its entry. Answer no only after the vendor could not name an entry either.",
        },
    ],
};
