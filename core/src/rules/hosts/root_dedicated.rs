//! Something other than management software runs on the host itself.

use crate::condition::{Condition, is};
use crate::question::SubjectKind;
use crate::questions::host::SERVER_APPLICATIONS_ON_ROOT;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::OWN_HOSTS;
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const SERVES_SOMETHING_ELSE: Condition = Condition::All(&[OWN_HOSTS, is(SERVER_APPLICATIONS_ON_ROOT)]);

pub static RULE: Rule = Rule {
    id: "root-dedicated",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "Server applications run on the host itself",
    kept: "Only management software runs on the host itself",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: SERVES_SOMETHING_ELSE,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, software on the root machine", Evidence::A)
                    .only(ONLY_2007)
                    .remark("It stands in the list of conditions: that only management software can be on the root is stated flatly, that other server applications stay off it is worded with should."),
                cite(&POLICY_2007, "Exchange Server 2007: conditions, software on the root machine", Evidence::D)
                    .only(ONLY_2010)
                    .remark("Taken over from Exchange 2007: what Microsoft wrote about software on the hosts of Exchange 2010 was not read."),
            ],
            checks: "Besides the hypervisor only management software may run on the host: antivirus, backup, monitoring, tools that manage the virtual machines. On a Hyper-V host, Server Manager should show no other role than Hyper-V (File and Storage Services is there by default since Windows Server 2012), so no domain controller, and Programs and Features no Exchange Server, SQL Server or similar.",
            why: "A server program on the host takes processor time, memory and disk access away from every guest, and each restart that it needs stops all Exchange machines there. A host that only runs virtual machines is a condition of Microsoft for Exchange 2007, judged alike here for 2010; without it the Exchange servers on the host are not supported.",
            mend: "Move the program or role to another server or into a virtual machine, preferably on another host, and remove it here. A domain controller is demoted first (dcpromo, since Windows Server 2012 Server Manager), once another one has taken over. Demoting and removing roles restarts the host, so shut down or move its guests before.",
            find_out: "On a Hyper-V host look at Roles in Server Manager and at Programs and Features in the Control Panel; without a desktop, oclist (Windows Server 2008) or dism /online /get-features /format:table (2008 R2 and later) lists what is installed. ESX, ESXi and XenServer run on the bare hardware: answer no unless somebody added a server program to their management console.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: SERVES_SOMETHING_ELSE,
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, software on the host", Evidence::A)
                    .only(ONLY_2013)
                    .remark("Its first sentence leaves no exception to management software, the next two say should; it is read as a requirement."),
                cite(&POLICY_2016, "Requirements for hardware virtualization, software on the host", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("As for Exchange 2013, a flat first sentence is followed by two with should. Storage services on the host, as in a hyper-converged cluster, are not mentioned."),
                cite(&POLICY_SE, "Requirements for hardware virtualization, software on the host", Evidence::A)
                    .only(ONLY_SE)
                    .remark("The page is marked as applying to Subscription Edition, but what it says about software on the host stands under the names of Exchange 2016 and 2019."),
            ],
            checks: "The physical host may carry the hypervisor and what manages it (antivirus, backup, virtual machine management), and no server application besides: no Exchange, no SQL Server, no SAP, no Active Directory. On Windows the only roles marked as installed should be Hyper-V and File and Storage Services, which is there by default; the feature Failover Clustering is part of the hypervisor's own work.",
            why: "Other services on the host compete with all its guests, and a fault or an update in one of them can take every mailbox server on that host offline at once. Microsoft does not support Exchange 2013 and later on a host that serves anything but virtual machines.",
            mend: "Install the application on another server or in a virtual machine, move its data, then uninstall it here, or use Remove Roles and Features for a Windows role (a domain controller is demoted first). Plan a restart of the host: live-migrate its guests where that is supported, otherwise switch over their databases and shut them down.",
            find_out: "Get-WindowsFeature | Where-Object { $_.Installed } lists the roles and features of a Windows host, and appwiz.cpl shows its programs. On ESXi, XenServer, Nutanix AHV or Proxmox VE nothing else runs unless somebody installed it by hand, for example a file server on the Debian system beneath Proxmox VE.",
        },
    ],
};
