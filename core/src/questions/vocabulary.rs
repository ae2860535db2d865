//! The lists that answers are chosen from, with the groups that the policy speaks of.

use crate::choice::{Choices, choices};

choices! {
    /// What the deployment is for.
    Purpose {
        Production = "production", "Production", "";
        Lab = "lab", "Lab, test or training", "";
    }
}

choices! {
    /// The Exchange Server version.
    Version {
        V55 = "5.5", "Exchange Server 5.5", "";
        V2000 = "2000", "Exchange 2000 Server", "";
        V2000Conferencing = "2000-conferencing", "Exchange 2000 Conferencing Server", "";
        V2003 = "2003", "Exchange Server 2003", "";
        V2007 = "2007", "Exchange Server 2007", "";
        V2010 = "2010", "Exchange Server 2010", "";
        V2013 = "2013", "Exchange Server 2013", "";
        V2016 = "2016", "Exchange Server 2016", "";
        V2019 = "2019", "Exchange Server 2019", "";
        Se = "se", "Exchange Server Subscription Edition", "";
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
        VirtualPc = "virtual-pc", "Microsoft Virtual PC", "";
        HyperVClient = "hyper-v-client", "Client Hyper-V on Windows 8 to 11", "";
        VirtualServer2005 = "virtual-server-2005", "Microsoft Virtual Server 2005", "";
        VirtualServer2005R2 = "virtual-server-2005-r2", "Microsoft Virtual Server 2005 R2", "";
        VirtualServer2005R2Sp1 = "virtual-server-2005-r2-sp1", "Microsoft Virtual Server 2005 R2 SP1", "";
        HyperV2008 = "hyper-v-2008", "Hyper-V on Windows Server 2008, or Hyper-V Server 2008", "";
        HyperV2008R2 = "hyper-v-2008-r2", "Hyper-V on Windows Server 2008 R2, or Hyper-V Server 2008 R2", "";
        HyperV2012 = "hyper-v-2012", "Hyper-V on Windows Server 2012, or Hyper-V Server 2012", "";
        HyperV2012R2 = "hyper-v-2012-r2", "Hyper-V on Windows Server 2012 R2, or Hyper-V Server 2012 R2", "";
        HyperV2016 = "hyper-v-2016", "Hyper-V on Windows Server 2016, or Hyper-V Server 2016", "";
        HyperV2019 = "hyper-v-2019", "Hyper-V on Windows Server 2019, or Hyper-V Server 2019", "";
        HyperV2022 = "hyper-v-2022", "Hyper-V on Windows Server 2022", "";
        HyperV2025 = "hyper-v-2025", "Hyper-V on Windows Server 2025", "";
        AzureLocal = "azure-local", "Azure Local (formerly Azure Stack HCI)", "";
        AzureVm = "azure-vm", "Azure virtual machines", "";
        AwsEc2 = "aws-ec2", "Amazon EC2", "";
        GoogleComputeEngine = "google-compute-engine", "Google Compute Engine", "";
        VmwareEsx = "vmware-esx", "VMware ESX or ESXi before vSphere (3.5 and earlier)", "";
        VmwareVsphere = "vmware-vsphere", "VMware vSphere (ESXi)", "";
        VmwareWorkstation = "vmware-workstation", "VMware Workstation", "";
        VmwareServer = "vmware-server", "VMware Server", "";
        Xenserver = "xenserver", "XenServer or Citrix Hypervisor", "";
        NutanixAhv = "nutanix-ahv", "Nutanix AHV", "";
        RedHatKvm = "red-hat-kvm", "Red Hat KVM (RHEL, RHV, OpenShift Virtualization)", "";
        SuseKvm = "suse-kvm", "SUSE Linux Enterprise with KVM", "";
        SuseXen = "suse-xen", "SUSE Linux Enterprise with Xen", "";
        OracleVm = "oracle-vm", "Oracle VM", "";
        ProxmoxVe = "proxmox-ve", "Proxmox VE", "";
        XcpNg = "xcp-ng", "XCP-ng", "";
        Virtualbox = "virtualbox", "VirtualBox", "";
        Other = "other", "Another hypervisor", "";
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
        Mailbox = "mailbox", "Mailbox", "";
        ClientAccess = "client-access", "Client Access", "";
        HubTransport = "hub-transport", "Hub Transport", "";
        EdgeTransport = "edge-transport", "Edge Transport", "";
        UnifiedMessaging = "unified-messaging", "Unified Messaging", "";
        BackEnd = "back-end", "Back-end server", "";
        FrontEnd = "front-end", "Front-end server", "";
    }
}

choices! {
    /// The operating system of a guest.
    GuestOs {
        Windows2000 = "windows-2000", "Windows 2000 Server", "";
        WindowsServer2003 = "windows-server-2003", "Windows Server 2003", "";
        WindowsServer2003R2 = "windows-server-2003-r2", "Windows Server 2003 R2", "";
        WindowsServer2008X86 = "windows-server-2008-x86", "Windows Server 2008, 32-bit", "";
        WindowsServer2008X64 = "windows-server-2008-x64", "Windows Server 2008, 64-bit", "";
        WindowsServer2008R2 = "windows-server-2008-r2", "Windows Server 2008 R2", "";
        WindowsServer2012 = "windows-server-2012", "Windows Server 2012", "";
        WindowsServer2012R2 = "windows-server-2012-r2", "Windows Server 2012 R2", "";
        WindowsServer2016 = "windows-server-2016", "Windows Server 2016", "";
        WindowsServer2019 = "windows-server-2019", "Windows Server 2019", "";
        WindowsServer2022 = "windows-server-2022", "Windows Server 2022", "";
        WindowsServer2025 = "windows-server-2025", "Windows Server 2025", "";
        OtherOs = "other", "Another operating system", "";
    }
}

choices! {
    /// What the Exchange data of a guest lies on.
    StorageKind {
        FixedVirtualDisk = "fixed-virtual-disk", "Virtual disk of fixed size", "";
        DynamicVirtualDisk = "dynamic-virtual-disk", "Virtual disk that grows as it fills (dynamically expanding, thin)", "";
        DifferencingVirtualDisk = "differencing-virtual-disk", "Virtual disk that holds only differences from a parent disk", "";
        ScsiPassThrough = "scsi-pass-through", "Physical disk or LUN passed through to the machine", "";
        IscsiOnHost = "iscsi-on-host", "iSCSI disk, connected by the host and passed through", "";
        IscsiInGuest = "iscsi-in-guest", "iSCSI disk, connected by the machine itself", "";
        NasShare = "nas-share", "File share used directly", "";
        NasAsBlock = "nas-as-block", "File share that the hypervisor presents as a disk (NFS datastore, say)", "";
        Smb3VirtualDisk = "smb3-virtual-disk", "Virtual disk kept on an SMB 3.0 share", "";
        OtherKind = "other", "None of these", "";
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
        Vhd = "vhd", "VHD", "";
        Vhdx = "vhdx", "VHDX", "";
        Vmdk = "vmdk", "VMDK", "";
        OtherFormat = "other", "Another format", "";
    }
}

choices! {
    /// How the space of a virtual disk is set aside.
    DiskProvisioning {
        Fixed = "fixed", "All at once (fixed size)", "";
        Dynamic = "dynamic", "As it fills (dynamically expanding)", "";
    }
}

choices! {
    /// The SCSI driver in a guest of Virtual Server.
    ScsiDriver {
        MicrosoftVmScsi = "microsoft-vm-scsi", "Microsoft Virtual Machine PCI SCSI Controller", "";
        IdeOnly = "ide-only", "None: the machine has IDE disks only", "";
        Adaptec = "adaptec", "An Adaptec driver", "";
        OtherDriver = "other", "Another driver", "";
    }
}

choices! {
    /// An availability solution of Exchange itself.
    Solution {
        Lcr = "lcr", "Local continuous replication (LCR)", "";
        Ccr = "ccr", "Cluster continuous replication (CCR)", "";
        Scc = "scc", "Single copy cluster (SCC)", "";
        Scr = "scr", "Standby continuous replication (SCR)", "";
        Dag = "dag", "Database availability group (DAG)", "";
    }
}

/// The clusters of Exchange 2007.
pub const CLUSTERS_2007: Choices<Solution> = Solution::set(&[Solution::Ccr, Solution::Scc]);
/// The database availability group of Exchange 2010 and later.
pub const DAG: Choices<Solution> = Solution::set(&[Solution::Dag]);

choices! {
    /// How the hypervisor moves a running machine on purpose.
    Migration {
        None = "none", "None is set up", "";
        Quick = "quick", "By way of a saved state (quick migration)", "";
        Live = "live", "While it runs (live migration, vMotion)", "";
    }
}

choices! {
    /// How Exchange is backed up.
    BackupMethod {
        InGuestStreaming = "in-guest-streaming", "Inside the machine, by the streaming interface of ESE", "";
        InGuestVss = "in-guest-vss", "Inside the machine, by an Exchange-aware VSS program", "";
        RootVss = "root-vss", "On the host, by VSS", "";
        StorageHardwareVss = "storage-hardware-vss", "By the storage system's own VSS provider", "";
        OfflineDiskCopy = "offline-disk-copy", "By copying the virtual disk files while the machine is off", "";
        NoBackup = "none", "Not at all", "";
    }
}

choices! {
    /// How heavily mailboxes are used.
    Profile {
        Light = "light", "Light", "";
        Average = "average", "Average", "";
        Heavy = "heavy", "Heavy", "";
        VeryHeavy = "very-heavy", "Very heavy", "";
    }
}
