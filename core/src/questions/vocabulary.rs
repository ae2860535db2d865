//! The lists that answers are chosen from, with the groups that the policy speaks of.

use crate::choice::{Choices, choices};

choices! {
    /// What the deployment is for.
    Purpose {
        Production = "production", "Production", "People depend on the mailboxes for their daily work.";
        Lab = "lab", "Lab, test or training", "Only for trying things out, developing or learning; nobody would miss this mail if it were lost.";
    }
}

choices! {
    /// The Exchange Server version.
    Version {
        V55 = "5.5", "Exchange Server 5.5", "The version of 1997, with a directory of its own; every later one uses Active Directory.";
        V2000 = "2000", "Exchange 2000 Server", "The first version that uses Active Directory. Exchange System Manager shows it as version 6.0.";
        V2000Conferencing = "2000-conferencing", "Exchange 2000 Conferencing Server", "A separate product for data and video conferences beside Exchange 2000. It holds no mailboxes.";
        V2003 = "2003", "Exchange Server 2003", "Shown as version 6.5 in Exchange System Manager; the last version with front-end and back-end servers.";
        V2007 = "2007", "Exchange Server 2007", "Version 8, the first with server roles and the Exchange Management Shell. Its own clusters are CCR and SCC.";
        V2010 = "2010", "Exchange Server 2010", "Version 14, the first with database availability groups (DAG).";
        V2013 = "2013", "Exchange Server 2013", "Version 15.0, the first that is managed in the Exchange admin center, a web page.";
        V2016 = "2016", "Exchange Server 2016", "Version 15.1. Unlike Exchange 2013 it has no Client Access role; Mailbox includes it.";
        V2019 = "2019", "Exchange Server 2019", "Version 15.2 with a build number below 2562.";
        Se = "se", "Exchange Server Subscription Edition", "Version 15.2 from build 2562 on, released in July 2025 as the successor of Exchange 2019.";
    }
}

/// A set of Exchange versions.
pub type Versions = Choices<Version>;

/// Exchange 2003 and nothing else.
pub const ONLY_2003: Versions = Version::set(&[Version::V2003]);
/// Exchange 2007 and nothing else.
pub const ONLY_2007: Versions = Version::set(&[Version::V2007]);
/// Exchange 2010 and nothing else.
pub const ONLY_2010: Versions = Version::set(&[Version::V2010]);
/// Exchange 2013 and nothing else.
pub const ONLY_2013: Versions = Version::set(&[Version::V2013]);
/// Exchange 2016 and nothing else.
pub const ONLY_2016: Versions = Version::set(&[Version::V2016]);
/// Exchange 2019 and nothing else.
pub const ONLY_2019: Versions = Version::set(&[Version::V2019]);
/// Exchange Server Subscription Edition and nothing else.
pub const ONLY_SE: Versions = Version::set(&[Version::Se]);
/// Exchange 2016, 2019 and Subscription Edition.
pub const SINCE_2016: Versions = ONLY_2016.or(ONLY_2019).or(ONLY_SE);
/// Exchange 2013 and later.
pub const SINCE_2013: Versions = ONLY_2013.or(SINCE_2016);
/// Exchange 2010 and later.
pub const SINCE_2010: Versions = ONLY_2010.or(SINCE_2013);
/// Exchange 2007 and later.
pub const SINCE_2007: Versions = ONLY_2007.or(SINCE_2010);

choices! {
    /// The hypervisor, or the cloud that machines are rented from.
    Product {
        VirtualPc = "virtual-pc", "Microsoft Virtual PC", "Microsoft's old desktop program for virtual machines: Virtual PC 2004 and 2007, and Windows Virtual PC on Windows 7. It is not Hyper-V.";
        HyperVClient = "hyper-v-client", "Client Hyper-V on Windows 8 to 11", "Hyper-V as a feature of a desktop Windows. On the host, winver says Windows 8, 10 or 11 and not Windows Server.";
        VirtualServer2005 = "virtual-server-2005", "Microsoft Virtual Server 2005", "The first release, of 2004. Virtual Server is a service on Windows Server 2003 and is managed on a web page, the Administration Website.";
        VirtualServer2005R2 = "virtual-server-2005-r2", "Microsoft Virtual Server 2005 R2", "The release of late 2005, the first that also runs on hosts with a 64-bit Windows.";
        VirtualServer2005R2Sp1 = "virtual-server-2005-r2-sp1", "Microsoft Virtual Server 2005 R2 SP1", "R2 with Service Pack 1, of 2007, the first that uses the processor's own help for virtualization (Intel VT, AMD-V).";
        HyperV2008 = "hyper-v-2008", "Hyper-V on Windows Server 2008, or Hyper-V Server 2008", "The first Hyper-V, without live migration. On the host, winver shows version 6.0.";
        HyperV2008R2 = "hyper-v-2008-r2", "Hyper-V on Windows Server 2008 R2, or Hyper-V Server 2008 R2", "The first Hyper-V with live migration. On the host, winver shows version 6.1.";
        HyperV2012 = "hyper-v-2012", "Hyper-V on Windows Server 2012, or Hyper-V Server 2012", "The first Hyper-V with VHDX disks and with disks on SMB 3.0 shares. On the host, winver shows version 6.2.";
        HyperV2012R2 = "hyper-v-2012-r2", "Hyper-V on Windows Server 2012 R2, or Hyper-V Server 2012 R2", "The first Hyper-V Manager that says checkpoint instead of snapshot. On the host, winver shows version 6.3.";
        HyperV2016 = "hyper-v-2016", "Hyper-V on Windows Server 2016, or Hyper-V Server 2016", "The first Hyper-V with production checkpoints. On the host, winver shows version 1607, build 14393.";
        HyperV2019 = "hyper-v-2019", "Hyper-V on Windows Server 2019, or Hyper-V Server 2019", "On the host, winver shows version 1809, build 17763. Hyper-V Server 2019 is the last free Hyper-V Server.";
        HyperV2022 = "hyper-v-2022", "Hyper-V on Windows Server 2022", "On the host, winver shows version 21H2, build 20348.";
        HyperV2025 = "hyper-v-2025", "Hyper-V on Windows Server 2025", "On the host, winver shows version 24H2, build 26100.";
        AzureLocal = "azure-local", "Azure Local (formerly Azure Stack HCI)", "An operating system of Microsoft's for hosts in your own rooms, managed through Azure. The hosts run it in place of Windows Server.";
        AzureVm = "azure-vm", "Azure virtual machines", "Machines rented from Microsoft and listed in the Azure portal. You have no access to their hosts.";
        AwsEc2 = "aws-ec2", "Amazon EC2", "Machines rented from Amazon Web Services, there called EC2 instances. In the machine, systeminfo names Amazon EC2 as the manufacturer.";
        GoogleComputeEngine = "google-compute-engine", "Google Compute Engine", "Machines rented from Google Cloud and listed there under Compute Engine.";
        VmwareEsx = "vmware-esx", "VMware ESX or ESXi before vSphere (3.5 and earlier)", "VMware's hypervisor before 2009, a part of VMware Infrastructure 3 or older. Its version is 3.5 or lower.";
        VmwareVsphere = "vmware-vsphere", "VMware vSphere (ESXi)", "VMware's hypervisor since version 4 of 2009, managed with the vSphere Client. The vendor is now Broadcom.";
        VmwareWorkstation = "vmware-workstation", "VMware Workstation", "VMware's program for desktop computers, installed on Windows or Linux like any other program (Workstation Pro, Player).";
        VmwareServer = "vmware-server", "VMware Server", "VMware's former free product, the successor of GSX Server, installed on top of Windows or Linux. It is not ESX.";
        Xenserver = "xenserver", "XenServer or Citrix Hypervisor", "The hypervisor on the basis of Xen that came from Citrix, managed with XenCenter. Versions 8.0 to 8.2 were called Citrix Hypervisor, all others XenServer.";
        NutanixAhv = "nutanix-ahv", "Nutanix AHV", "Nutanix's own hypervisor, managed with Prism. If a Nutanix cluster runs ESXi or Hyper-V, choose that instead.";
        RedHatKvm = "red-hat-kvm", "Red Hat KVM (RHEL, RHV, OpenShift Virtualization)", "KVM in a product of Red Hat; RHV was called RHEV up to version 3. KVM in another Linux is another choice.";
        SuseKvm = "suse-kvm", "SUSE Linux Enterprise with KVM", "SUSE Linux Enterprise Server whose machines run on KVM. On the host, virsh version names QEMU as the running hypervisor.";
        SuseXen = "suse-xen", "SUSE Linux Enterprise with Xen", "SUSE Linux Enterprise Server whose machines run on Xen. On the host, virsh version names Xen as the running hypervisor.";
        OracleVm = "oracle-vm", "Oracle VM", "Oracle's server product on the basis of Xen, managed with Oracle VM Manager. VirtualBox is a choice of its own.";
        ProxmoxVe = "proxmox-ve", "Proxmox VE", "A server product with KVM on Debian Linux, managed on a web page at port 8006 of the host.";
        XcpNg = "xcp-ng", "XCP-ng", "A free project that split off from XenServer in 2018, managed with Xen Orchestra or XCP-ng Center.";
        Virtualbox = "virtualbox", "VirtualBox", "Oracle's free program for desktop computers, installed on Windows, Linux or macOS like any other program.";
        Other = "other", "Another hypervisor", "Anything that is not in this list, for example KVM on Ubuntu, Virtuozzo or Parallels, or machines rented from another provider.";
    }
}

use Product::*;

/// Hyper-V on Windows Server or as Hyper-V Server: the eight server products.
pub const HYPER_V: Choices<Product> = Product::set(&[HyperV2008, HyperV2008R2]).or(HYPER_V_SINCE_2012);
/// Hyper-V since Windows Server 2012, the first that keeps virtual disks on SMB 3.0.
pub const HYPER_V_SINCE_2012: Choices<Product> =
    Product::set(&[HyperV2012, HyperV2012R2, HyperV2016, HyperV2019, HyperV2022, HyperV2025]);
/// Every Virtual Server.
pub const VIRTUAL_SERVER: Choices<Product> =
    Product::set(&[VirtualServer2005, VirtualServer2005R2, VirtualServer2005R2Sp1]);
/// Machines that are rented: the hosts are not the customer's.
pub const RENTED: Choices<Product> = Product::set(&[AzureVm, AwsEc2, GoogleComputeEngine]);
/// Products that need a validation under the Server Virtualization Validation Program.
pub const THIRD_PARTY: Choices<Product> = Product::set(&[
    AzureLocal,
    AwsEc2,
    GoogleComputeEngine,
    VmwareEsx,
    VmwareVsphere,
    VmwareWorkstation,
    VmwareServer,
    Xenserver,
    NutanixAhv,
    RedHatKvm,
    SuseKvm,
    SuseXen,
    OracleVm,
    ProxmoxVe,
    XcpNg,
    Virtualbox,
    Other,
]);

choices! {
    /// A server role of Exchange.
    Role {
        Mailbox = "mailbox", "Mailbox", "Holds the databases with the mailboxes. Since Exchange 2013 it also transports mail, since 2016 it also takes the connections of clients.";
        ClientAccess = "client-access", "Client Access", "Takes the connections of web browsers, telephones (ActiveSync), POP3 and IMAP4, since Exchange 2010 also of every Outlook. A role of its own from 2007 to 2013.";
        HubTransport = "hub-transport", "Hub Transport", "Passes mail on, inside the company and to the outside, and keeps it in queues meanwhile. A role of its own in Exchange 2007 and 2010.";
        EdgeTransport = "edge-transport", "Edge Transport", "Takes mail from the internet and filters it, on a server of its own in the perimeter network. It cannot be installed together with another role.";
        UnifiedMessaging = "unified-messaging", "Unified Messaging", "Answers telephone calls and puts voice mail into the mailboxes. A role of its own in Exchange 2007 and 2010.";
        BackEnd = "back-end", "Back-end server", "A server with mailboxes or public folders. In Exchange 2003 every server is one that was not made a front-end server.";
        FrontEnd = "front-end", "Front-end server", "A server of Exchange 2003 that takes the connections of clients and passes them on to the back-end servers. The box This is a front-end server is ticked in its properties.";
    }
}

choices! {
    /// The operating system of a guest.
    GuestOs {
        Windows2000 = "windows-2000", "Windows 2000 Server", "winver shows version 5.0, build 2195.";
        WindowsServer2003 = "windows-server-2003", "Windows Server 2003", "winver shows version 5.2, build 3790, and System in the Control Panel does not say R2.";
        WindowsServer2003R2 = "windows-server-2003-r2", "Windows Server 2003 R2", "Windows Server 2003 with additions from a second CD. winver shows version 5.2, build 3790 as well, but System in the Control Panel says R2.";
        WindowsServer2008X86 = "windows-server-2008-x86", "Windows Server 2008, 32-bit", "winver shows version 6.0, build 6001 to 6003, and System Type in systeminfo says X86-based PC.";
        WindowsServer2008X64 = "windows-server-2008-x64", "Windows Server 2008, 64-bit", "winver shows version 6.0, build 6001 to 6003, and System Type in systeminfo says x64-based PC.";
        WindowsServer2008R2 = "windows-server-2008-r2", "Windows Server 2008 R2", "winver shows version 6.1, build 7600, or 7601 with Service Pack 1.";
        WindowsServer2012 = "windows-server-2012", "Windows Server 2012", "winver shows version 6.2, build 9200.";
        WindowsServer2012R2 = "windows-server-2012-r2", "Windows Server 2012 R2", "winver shows version 6.3, build 9600.";
        WindowsServer2016 = "windows-server-2016", "Windows Server 2016", "winver shows version 1607, build 14393.";
        WindowsServer2019 = "windows-server-2019", "Windows Server 2019", "winver shows version 1809, build 17763.";
        WindowsServer2022 = "windows-server-2022", "Windows Server 2022", "winver shows version 21H2, build 20348.";
        WindowsServer2025 = "windows-server-2025", "Windows Server 2025", "winver shows version 24H2, build 26100.";
        OtherOs = "other", "Another operating system", "A desktop Windows, a Windows Server known only by a number such as 1909 or 20H2, or no Windows at all.";
    }
}

choices! {
    /// What the Exchange data of a guest lies on.
    StorageKind {
        FixedVirtualDisk = "fixed-virtual-disk", "Virtual disk of fixed size", "The hypervisor keeps the disk as a file or volume on storage of its own, not on a share, and its full size is set aside from the start. Hyper-V calls it fixed size, VMware thick.";
        DynamicVirtualDisk = "dynamic-virtual-disk", "Virtual disk that grows as it fills (dynamically expanding, thin)", "A virtual disk, not on a share, whose file starts small and grows as data is written; Hyper-V calls it dynamically expanding, VMware thin. What Disk Management in Windows calls dynamic is another thing.";
        DifferencingVirtualDisk = "differencing-virtual-disk", "Virtual disk that holds only differences from a parent disk", "A file that holds only what has changed against another file, its parent, and is useless without it. Snapshots and checkpoints make such files too (.avhd, .avhdx, -delta.vmdk), whatever the disk was before.";
        ScsiPassThrough = "scsi-pass-through", "Physical disk or LUN passed through to the machine", "A whole disk or LUN that the host sees over SAS or Fibre Channel, say, and hands on to the machine with no disk file between. Hyper-V shows it as Physical hard disk, VMware as RDM (raw device mapping).";
        IscsiOnHost = "iscsi-on-host", "iSCSI disk, connected by the host and passed through", "The host connects a LUN over the network with its own iSCSI initiator and hands the whole LUN on to the machine. If virtual disk files lie on that LUN (a datastore, say), choose their kind instead.";
        IscsiInGuest = "iscsi-in-guest", "iSCSI disk, connected by the machine itself", "Windows in the machine connects the LUN over its own network card; its program iSCSI Initiator lists the target as Connected. The settings of the machine in the hypervisor do not show this disk.";
        NasShare = "nas-share", "File share used directly", "Databases, logs or queues are files on a network share that Windows in the machine opens by itself. Their paths begin with two backslashes or with the letter of a mapped drive.";
        NasAsBlock = "nas-as-block", "File share that the hypervisor presents as a disk (NFS datastore, say)", "The virtual disk, thick or thin, is a file on a network share; the hypervisor connects the share, and the machine sees only a disk. NFS datastores in vSphere and NFS storage repositories in XenServer are such shares.";
        Smb3VirtualDisk = "smb3-virtual-disk", "Virtual disk kept on an SMB 3.0 share", "The virtual disk is a .vhd or .vhdx file on a file share that a host with Windows Server 2012 or later opens over SMB 3.0. In the settings of the machine its path begins with two backslashes.";
        OtherKind = "other", "None of these", "The data lies on something that none of the other choices describes. Read them all before you take this one.";
    }
}

impl StorageKind {
    /// Where several kinds are in use, the document takes the first of these that occurs.
    pub const PRECEDENCE: [Self; 10] = [
        Self::NasShare,
        Self::NasAsBlock,
        Self::OtherKind,
        Self::DifferencingVirtualDisk,
        Self::DynamicVirtualDisk,
        Self::Smb3VirtualDisk,
        Self::IscsiInGuest,
        Self::IscsiOnHost,
        Self::FixedVirtualDisk,
        Self::ScsiPassThrough,
    ];

    /// The kind that counts where all of these are in use; none if the set is empty.
    #[must_use]
    pub fn that_counts(set: Choices<Self>) -> Option<Self> {
        Self::PRECEDENCE.into_iter().find(|kind| set.contains(*kind))
    }
}

/// The kinds that come over iSCSI.
pub const ISCSI: Choices<StorageKind> = StorageKind::set(&[StorageKind::IscsiOnHost, StorageKind::IscsiInGuest]);
/// The kinds that the host passes through to one guest.
pub const PASS_THROUGH: Choices<StorageKind> =
    StorageKind::set(&[StorageKind::ScsiPassThrough, StorageKind::IscsiOnHost]);

choices! {
    /// The file format of a virtual disk.
    DiskFormat {
        Vhd = "vhd", "VHD", "Microsoft's older format, for disks up to 2,040 GB. The file name ends in .vhd, or in .avhd for the differences of a snapshot.";
        Vhdx = "vhdx", "VHDX", "Microsoft's newer format, for disks up to 64 TB, which came with Windows Server 2012. The file name ends in .vhdx, or in .avhdx for the differences of a checkpoint.";
        Vmdk = "vmdk", "VMDK", "VMware's format. The file name ends in .vmdk.";
        OtherFormat = "other", "Another format", "Any other, for example qcow2 or raw, which Proxmox VE and other KVM products use.";
    }
}

choices! {
    /// How the space of a virtual disk is set aside.
    DiskProvisioning {
        Fixed = "fixed", "All at once (fixed size)", "The file takes up its full size from the moment it is made. Inspect in Hyper-V Manager shows the type as fixed.";
        Dynamic = "dynamic", "As it fills (dynamically expanding)", "The file starts small and grows as data is written, up to the size of the disk. Inspect in Hyper-V Manager shows the type as dynamically expanding.";
    }
}

choices! {
    /// The SCSI driver in a guest of Virtual Server.
    ScsiDriver {
        MicrosoftVmScsi = "microsoft-vm-scsi", "Microsoft Virtual Machine PCI SCSI Controller", "The driver that comes with the Virtual Machine Additions; Device Manager lists it by this name.";
        IdeOnly = "ide-only", "None: the machine has IDE disks only", "The machine has no virtual SCSI controller, and Device Manager has nothing below SCSI and RAID controllers.";
        Adaptec = "adaptec", "An Adaptec driver", "The general driver that Windows installs by itself if the SCSI controller was added after the Virtual Machine Additions.";
        OtherDriver = "other", "Another driver", "Device Manager lists a SCSI controller with a name that is none of these.";
    }
}

choices! {
    /// An availability solution of Exchange itself.
    Solution {
        Lcr = "lcr", "Local continuous replication (LCR)", "Exchange 2007 keeps a second copy of the databases on other disks of the same server. It is no cluster.";
        Ccr = "ccr", "Cluster continuous replication (CCR)", "A Windows failover cluster of two Exchange 2007 servers, each with a copy of the databases on its own disks.";
        Scc = "scc", "Single copy cluster (SCC)", "A Windows failover cluster of Exchange 2007 servers around one copy of the databases on disks that they share.";
        Scr = "scr", "Standby continuous replication (SCR)", "Exchange 2007 SP1 and later keep copies of the databases on a standby server, often at another site. An administrator switches over by hand.";
        Dag = "dag", "Database availability group (DAG)", "Up to 16 mailbox servers of Exchange 2010 or later that keep copies of each other's databases and switch over by themselves.";
    }
}

/// The clusters of Exchange 2007.
pub const CLUSTERS_2007: Choices<Solution> = Solution::set(&[Solution::Ccr, Solution::Scc]);
/// The database availability group of Exchange 2010 and later.
pub const DAG: Choices<Solution> = Solution::set(&[Solution::Dag]);

choices! {
    /// How the hypervisor moves a running machine on purpose.
    Migration {
        None = "none", "None is set up", "A machine stays on its host, or is shut down, moved and started again.";
        Quick = "quick", "By way of a saved state (quick migration)", "The machine stops, its memory is written to disk, and another host reads it back and continues. Users are cut off meanwhile.";
        Live = "live", "While it runs (live migration, vMotion)", "The memory is copied over the network to the other host while the machine works on. Users notice a short pause at most.";
    }
}

choices! {
    /// How Exchange is backed up.
    BackupMethod {
        InGuestStreaming = "in-guest-streaming", "Inside the machine, by the streaming interface of ESE", "A program in the machine reads the databases through the older interface of Exchange 2007 and before, as ntbackup does with Exchange 2003.";
        InGuestVss = "in-guest-vss", "Inside the machine, by an Exchange-aware VSS program", "A program, or the agent of one, runs in the machine and makes Exchange hold still for a shadow copy (VSS). Windows Server Backup and the agent of DPM are examples.";
        RootVss = "root-vss", "On the host, by VSS", "A program on the host saves the whole machine from outside. Before it does, VSS on the host tells VSS in the machine to make Exchange hold still.";
        StorageHardwareVss = "storage-hardware-vss", "By the storage system's own VSS provider", "The disk array makes the shadow copy itself, through a VSS provider from its vendor. vssadmin list providers shows that one with the type Hardware.";
        OfflineDiskCopy = "offline-disk-copy", "By copying the virtual disk files while the machine is off", "The machine is shut down and its disk files are copied on the host. Exchange does not know of it and does not clear its logs.";
        NoBackup = "none", "Not at all", "Nothing is backed up. Choose this too if you rely on the database copies of a DAG alone.";
    }
}

choices! {
    /// How heavily mailboxes are used.
    Profile {
        Light = "light", "Light", "Users who write and get only a few messages on a working day.";
        Average = "average", "Average", "Users with more mail than light and less than heavy ones.";
        Heavy = "heavy", "Heavy", "Users who write about 20 and get about 80 messages on a working day, as load tests for Exchange 2007 count it.";
        VeryHeavy = "very-heavy", "Very heavy", "Users with clearly more mail than that, people in a help desk or in sales for example.";
    }
}
