//! The public documents in which names of menus and commands, and vendors' words, were
//! checked.

use crate::source::{Source, sources};

sources! {
    /// Every document that a place or a word rests on.
    DOCUMENTS;
    // Microsoft
    HYPER_V_MODULE = "hyper-v-module", "Hyper-V module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/hyper-v/", "as stored in 2026", "its reference pages for the commands named";
    DELL_STORAGE_GUIDE = "dell-hyper-v-storage", "Solutions Guides for Microsoft Hyper-V: Storage Solutions Guide", "Dell",
        "Storage Solutions Guide, page 8", "as stored in 2026", "one page, in a copy";
    VHD_MANAGEMENT = "vhd-management", "VHD Management", "Mike Anobile",
        "http://mike.anobile.info/2013/03/28/", "2013-03-28", "its opening";
    VM_STORAGE_SUMMARY = "vm-storage-summary", "Virtual machine storage summary", "datacoincide.net",
        "https://datacoincide.net/2018/03/15/virtual-machine-storage-summary", "2018-03-15", "an excerpt";
    CHECKPOINT_TYPES = "checkpoint-types", "Choose between standard or production checkpoints", "Microsoft",
        "https://technet.microsoft.com/library/dn872510(v=ws.11)", "2015-08-13", "an excerpt";
    LIVE_MIGRATION_2012 = "live-migration-2012", "Tip of the Day: Live Migration in Windows Server 2012", "Microsoft",
        "https://blogs.technet.microsoft.com/tip_of_the_day/2014/05/09/tip-of-the-day-live-migration-in-windows-server-2012/", "2014-05-09", "an excerpt";
    AUTOMATIC_STOP = "automatic-stop", "Automatic Start and Stop Actions for Hyper-V Virtual Machines", "Petri",
        "https://petri.com/hyper-v-automatic-start-and-stop/", "as stored in 2026", "its first half; the list of stop actions was not read";
    OFFLINE_ACTION = "offline-action", "Virtual Machine Properties: Settings Tab (Failover Cluster Manager)", "Microsoft",
        "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd834728(v=ws.11)", "Windows Server 2008 R2", "an excerpt; also what the stored page holds";
    DYNAMIC_OPTIMIZATION = "dynamic-optimization", "Configuring Dynamic Optimization and Power Optimization in VMM", "Microsoft",
        "https://technet.microsoft.com/library/gg675109(v=sc.12)", "2016-05-13", "an excerpt";
    VM_LOAD_BALANCING = "vm-load-balancing", "Virtual Machine Load Balancing Overview", "Microsoft",
        "MicrosoftDocs/windowsserverdocs at 01f64160, WindowsServerDocs/failover-clustering/vm-load-balancing-overview.md", "Windows Server 2016", "in full";
    DYNAMIC_MEMORY_BOX = "dynamic-memory-box", "Hyper-V Dynamic Memory", "Hakan Uzuner",
        "https://www.hakanuzuner.com/hyper-v-dynamic-memory-2/", "as stored in 2026", "an excerpt";
    DYNAMIC_MEMORY_VALUES = "dynamic-memory-values", "A virtual machine running Windows Server 2012 R2 and configured with Dynamic Memory should use recommended values", "Microsoft",
        "MicrosoftDocs/windowsserverdocs at 0f41bd48, WindowsServerDocs/virtualization/hyper-v/best-practices-analyzer", "2016-08-16", "in full";
    CONFIGURE_PROCESSORS = "configure-processors", "Configure Memory and Processors", "Microsoft",
        "https://technet.microsoft.com/library/cc742470", "Windows Server 2008 R2", "an excerpt";
    DPM_HYPER_V = "dpm-hyper-v", "Data Protection Manager 2012: protecting Hyper-V virtual machines", "Microsoft",
        "documentation of System Center 2012 Data Protection Manager", "2016-05-13", "an excerpt, in a copy";
    DPM_2007 = "dpm-2007-hyper-v", "Data Protection Manager 2007 SP1: online and offline backup of Hyper-V machines", "Microsoft",
        "documentation of Data Protection Manager 2007, copied at https://blog.51cto.com/jiangjianguo/1270669", "as stored in 2026", "an excerpt, in a copy";
    VIRTUAL_SERVER_DISKS = "virtual-server-disks", "Creating virtual hard disks (Virtual Server 2005)", "Microsoft",
        "https://technet.microsoft.com/library/bb738372", "as stored in 2026", "an excerpt";
    VIRTUAL_SERVER_MACHINES = "virtual-server-machines", "Virtual machines (Virtual Server 2005)", "Microsoft",
        "https://technet.microsoft.com/library/cc708270", "as stored in 2026", "an excerpt";
    VIRTUAL_SERVER_LINKED = "virtual-server-linked", "Virtual machines in Virtual Server 2005 (a book's third chapter)", "Syngress",
        "http://www.scribd.com/doc/37478580/3/", "as stored in 2026", "an excerpt";
    VIRTUAL_SERVER_CPU = "virtual-server-cpu", "Optimizing Microsoft Virtual Server, Part 2: Managing CPU Resource Allocation", "Anil Desai",
        "https://anildesai.net/index.php/2006/10/optimizing-microsoft-virtual-server-part-2-managing-cpu-resource-allocation/", "2006-10-03", "its first half";
    AZURE_SNAPSHOTS = "azure-snapshots", "Azure in bullet points: backups of virtual machines", "tloy1966",
        "tloy1966/Azure-in-bullet-points, AZ-104, 5.5", "as stored in 2026", "an excerpt";
    HYPER_V_DSC = "hyper-v-dsc", "HyperVDsc: source of its resources VMHyperV and VMProcessor", "DSC Community",
        "https://github.com/dsccommunity/HyperVDsc", "commit 069d32e3", "of VMHyperV the part that reads a machine's settings, of VMProcessor an excerpt";
    HYPER_V_BOOK = "hyper-v-book", "A book about Hyper-V in Windows Server 2012", "a publisher not named in the copy",
        "https://issuhub.com/view/index/6089?pageIndex=104", "about 2013", "one page, in a copy";
    AVOID_CHECKPOINTS = "avoid-checkpoints", "Avoid using checkpoints on a virtual machine that runs a server workload in a production environment", "Microsoft",
        "MicrosoftDocs/windowsserverdocs at 030ee582, WindowsServerDocs/virtualization/hyper-v/best-practices-analyzer", "2016-08-16", "in full";
    OFFLINE_ACTION_VALUES = "offline-action-values", "OfflineAction (private properties of a virtual machine resource)", "Microsoft",
        "https://learn.microsoft.com/previous-versions/windows/desktop/mscs/virtual-machines-offlineaction", "Windows Server 2008 and later", "in full";
    VMM_SETTINGS = "vmm-settings", "Configure virtual machine settings in the VMM compute fabric", "Microsoft",
        "https://learn.microsoft.com/system-center/vmm/vm-settings", "2024-08-30", "in full, in a public copy of Microsoft's documentation";
    NLB_MODULE = "nlb-module", "NetworkLoadBalancingClusters module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/networkloadbalancingclusters/", "as stored in 2026", "the reference page of Get-NlbClusterNode, with its output";
    NLB_COMMAND = "nlb-command", "Nlb", "Microsoft",
        "https://learn.microsoft.com/previous-versions/orphan-topics/ws.10/cc772833(v=ws.10)", "Windows Server 2003", "its opening; the states that nlb query names are from an excerpt of Knowledge Base article 242242";
    SYSTEMINFO = "systeminfo", "systeminfo", "Microsoft",
        "MicrosoftDocs/windowsserverdocs at 012c4d76, WindowsServerDocs/administration/windows-commands/systeminfo.md", "2017-10-16", "in full; it does not show the output";
    WMI_CLASSES = "wmi-classes", "Win32_OperatingSystem and Win32_QuickFixEngineering", "Microsoft",
        "https://learn.microsoft.com/windows/win32/cimwin32prov/", "as stored in 2026", "excerpts with the lists of properties; ServicePackMajorVersion only in public scripts";
    MANAGEMENT_MODULE = "management-module", "Microsoft.PowerShell.Management", "Microsoft",
        "https://learn.microsoft.com/powershell/module/microsoft.powershell.management/get-hotfix", "as stored in 2026", "an excerpt of the page of Get-HotFix, with its output";
    GUEST_PARAMETERS = "guest-parameters", "IVMGuestOS2::GetParameter method (Virtual Server)", "Microsoft",
        "https://learn.microsoft.com/previous-versions/windows/desktop/msvs/ivmguestos2-getparameter", "Virtual Server 2005 R2 SP1", "in full";
    UNDO_DISKS = "using-undo-disks", "Using Undo Disks (Virtual Server 2005)", "Microsoft",
        "https://technet.microsoft.com/library/cc720325", "as stored in 2026", "its first half";
    AZ_COMPUTE_MODULE = "az-compute-module", "Az.Compute module (Azure PowerShell)", "Microsoft",
        "https://learn.microsoft.com/powershell/module/az.compute/", "as stored in 2026", "the reference page of Get-AzSnapshot, its opening; also the reference page of Get-AzDisk; the names of disk types (Sku) in excerpts of other pages of Microsoft";
    STORAGE_MODULE = "storage-module", "Storage module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/storage/", "as stored in 2026", "the reference pages of Get-Disk and Get-VirtualDisk; properties also from outputs shown elsewhere";
    SMB_SHARE_MODULE = "smb-share-module", "SmbShare module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/smbshare/", "as stored in 2026", "the reference pages of Get-SmbShare and Get-SmbConnection, with their outputs";
    ISCSI_MODULE = "iscsi-module", "iSCSI module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/iscsi/", "as stored in 2026", "the reference pages of Get-IscsiSession and Get-IscsiConnection, with their outputs";
    NET_ADAPTER_MODULE = "net-adapter-module", "NetAdapter module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/netadapter/", "as stored in 2026", "the reference pages of Get-NetAdapter, Get-NetAdapterBinding and Get-NetAdapterAdvancedProperty";
    NETWORK_KEYWORDS = "network-keywords", "Keywords That Can Be Edited (network devices)", "Microsoft",
        "https://learn.microsoft.com/windows-hardware/drivers/network/keywords-that-can-be-edited", "as stored in 2026", "an excerpt, with *JumboPacket";
    VMM_MODULE = "vmm-module", "VirtualMachineManager module (System Center)", "Microsoft",
        "https://learn.microsoft.com/powershell/module/virtualmachinemanager/", "as stored in 2026", "an excerpt of the page of Get-SCVirtualHardDisk; properties from public scripts; also excerpts of Get-SCVMHostNetworkAdapter and Get-SCDynamicOptimizationConfiguration, with their examples";
    ELASTIC_SAN = "azure-elastic-san", "Azure Elastic SAN documentation", "Microsoft",
        "https://learn.microsoft.com/azure/storage/elastic-san/", "as stored in 2026", "excerpts that use iscsicli SessionList";
    FAILOVER_CLUSTERS_MODULE = "failover-clusters-module", "FailoverClusters module for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/module/failoverclusters/", "2016-12-20, as stored in 2026", "its reference pages for the commands named; GroupType on the page of Get-VM in the Hyper-V module";
    WINDOWS_MODULES = "windows-modules", "NetAdapter, Storage and Defender modules for Windows PowerShell", "Microsoft",
        "https://learn.microsoft.com/powershell/windows/get-started", "2016-12-20, as stored in 2026", "the reference pages of Get-NetAdapter, Get-Volume and Get-MpComputerStatus";
    HYPER_V_NEWS = "hyper-v-2016-news", "What's new in Hyper-V on Windows Server", "Microsoft",
        "MicrosoftDocs/windowsserverdocs at 0ab7d66d, WindowsServerDocs/virtualization/hyper-v/What-s-new-in-Hyper-V-on-Windows.md", "2017-09-21, with later changes", "its first two thirds, with the sections named in full";
    HYPER_V_NUMA = "hyper-v-numa", "A closer look at NUMA spanning and virtual NUMA settings", "StarWind",
        "https://www.starwindsoftware.com/blog/a-closer-look-at-numa-spanning-and-virtual-numa-settings", "2016-04-28", "its opening";
    HYPER_V_BOTTLENECKS = "hyper-v-bottlenecks", "Detecting bottlenecks in a virtualized environment", "Microsoft",
        "https://learn.microsoft.com/windows-server/administration/performance-tuning/role/hyper-v-server/detecting-virtualized-environment-bottlenecks", "2017-04-24", "in full, in the stored source of the page";
    LIVE_MIGRATION_SETUP = "live-migration-setup", "Set up hosts for live migration without Failover Clustering", "Microsoft",
        "https://learn.microsoft.com/windows-server/virtualization/hyper-v/deploy/set-up-hosts-for-live-migration-without-failover-clustering", "2016-09-30, with later changes", "in full, in the stored source of the page";
    WIN32_PROCESSOR = "win32-processor", "Win32_Processor class", "Microsoft",
        "https://learn.microsoft.com/windows/win32/cimwin32prov/win32-processor", "as stored in 2026", "the list of its properties";
    HYPER_V_REPORT = "as-built-report-windows", "AsBuiltReport.Microsoft.Windows, the scripts that read Hyper-V", "AsBuiltReport (community)",
        "https://github.com/AsBuiltReport/AsBuiltReport.Microsoft.Windows", "as stored in 2026", "Get-AbrWinHyperVSummary.ps1 and Get-AbrWinHyperVNetworking.ps1, for names of properties";
    HYPER_V_RAM_SCRIPT = "hyper-v-ram-script", "Hyper-V-RAMusage.ps1", "a public script",
        "https://github.com/thenotandy/AutomateScripts", "as stored in 2026", "an excerpt, for names of properties";
    // VMware
    VMWARE_PROVISIONING = "vmware-provisioning", "About virtual disk provisioning policies (vSphere 6.5)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/6.5/com.vmware.vsphere.vm_admin.doc/GUID-4C0F4D73-82F2-4B81-8AA7-1DD752A8A5AC.html", "vSphere 6.5", "an excerpt";
    VMWARE_DATASTORES = "vmware-datastores", "Types of datastores (vSphere 6.5)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/6.5/com.vmware.vsphere.storage.doc/GUID-D5AB2BAD-C69A-4B8D-B468-25D86B8D39CE.html", "vSphere 6.5", "an excerpt";
    VMWARE_RDM = "vmware-rdm", "Adding an RDM disk to a virtual machine (vSphere 6.7)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/6.7/com.vmware.vsphere.vm_admin.doc/GUID-4236E44E-E11F-4EDD-8CC0-12BA664BB811.html", "vSphere 6.7", "an excerpt, and one page of the printed manual in a copy";
    VMWARE_SNAPSHOTS = "vmware-snapshots", "Snapshot formats (vSphere 7.0)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.vsphere.storage.doc/GUID-88E5A594-DEBC-4662-812F-EA421591C70F.html", "vSphere 7.0", "an excerpt";
    VMWARE_COURSE = "vmware-course", "vSphere Install, Configure, Manage: creating virtual machine snapshots", "VMware",
        "https://practicetestfree.com/courses/vmware-vsphere-install-configure-manage/lesson/creating-virtual-machine-snapshots", "as stored in 2026", "an excerpt, in a copy";
    VMWARE_DISK_FORMATS = "vmware-disk-formats", "WSDiskFormat (Snow Commander interface to vSphere)", "Snow Software",
        "https://docs-commander.snowsoftware.io/rest-api/V2/xml_ns0_WSDiskFormat.html", "as stored in 2026", "an excerpt";
    VMWARE_SUSPEND = "vmware-suspend", "ESX Server administration: suspending and resuming virtual machines", "VMware",
        "VMware ESX Server Administration Guide", "as stored in 2026", "one page, in a copy";
    VMWARE_EXCHANGE_GUIDE = "vmware-exchange-guide", "Using vSphere technologies with Exchange Server (guide for Exchange 2016)", "VMware",
        "https://1library.net/article/overview-vsphere-technologies-using-vsphere-technologies-exchange-server.zw4lvk7q", "about 2016", "its section 3.1, in a copy";
    VMWARE_DRS = "vmware-drs", "vSphere Web Services API: DrsBehavior", "VMware",
        "https://developer.broadcom.com/xapis/virtual-infrastructure-json-api/latest/data-structures/DrsBehavior_enum", "as stored in 2026", "in full";
    ODGERS_EXCHANGE = "odgers-exchange", "Virtualizing Exchange on vSphere (a series of articles)", "Josh Odgers",
        "https://www.joshodgers.com, parts 3, 4, 6, 10, 11 and 17", "2014 and 2015", "excerpts";
    VMWARE_ALLOCATION = "vmware-allocation", "Configuring resource allocation settings (vSphere 4.1)", "VMware",
        "https://pubs.vmware.com/vsphere-4-esx-vcenter/topic/com.vmware.vsphere.resourcemanagement.doc_41/getting_started_with_resource_management/c_configuring_resource_allocation_settings.html", "vSphere 4.1", "an excerpt";
    POWERCLI_REFERENCE = "powercli-reference", "PowerCLI Reference", "Broadcom (VMware)",
        "https://developer.broadcom.com/powercli/latest/", "as stored in 2026", "the lists of properties of VirtualMachine, VMGuest, VMResourceConfiguration, Snapshot and HardDisk; excerpts of the pages of Get-Snapshot and Get-HardDisk; also excerpts of the pages of commands and structures; some properties only from public scripts; also the lists of properties of hosts, machines, clusters, datastores, switches and cards; of the commands only Get-VMHostHardware and Get-VirtualSwitch";
    VSPHERE_VM_ADMINISTRATION = "vsphere-vm-administration", "vSphere Virtual Machine Administration (6.7)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/6.7/com.vmware.vsphere.vm_admin.doc/", "vSphere 6.7", "the pages Allocate CPU Resources and Allocate Memory Resources; also excerpts of the pages about disk formats, raw device mappings, VMware Tools, types of network cards and memory hot add";
    VSPHERE_SNAPSHOTS = "vsphere-8-snapshots", "Managing snapshots (vSphere 8.0, German)", "VMware",
        "https://docs.vmware.com/de/VMware-vSphere/8.0/vsphere-vm-administration/GUID-50BD0E64-75A6-4164-B0E3-A2FBCCE15F1A.html", "vSphere 8.0", "its opening";
    VSPHERE_AVAILABILITY = "vsphere-availability", "vSphere Availability", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.vsphere.avail.doc/GUID-C26254A3-9A4F-4D32-96EC-4A08314753B1.html", "version 7.0, as stored in 2026", "the page on responses to host failure";
    VSPHERE_RESOURCES = "vsphere-resource-management", "vSphere Resource Management", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/8.0/vsphere-resource-management/GUID-7D3C79DD-D0ED-402D-94FE-7EE6E80614A8.html", "versions 6.7 and 8.0, as stored in 2026", "excerpts on processor information and on the DRS automation level";
    VSPHERE_NETWORKING = "vsphere-networking", "vSphere Networking", "VMware",
        "VMware's manual for version 6.5, section View Information About VMkernel Adapters on a Host", "version 6.5, as stored in 2026", "that section";
    VSPHERE_FAULT_TOLERANCE = "vsphere-fault-tolerance", "How Fault Tolerance works (vSphere 8.0)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/8.0/vsphere-availability/GUID-623812E6-D253-4FBC-B3E1-6FBFDF82ED21.html", "vSphere 8.0; also 5.5", "most of it";
    VSPHERE_NUMA = "vsphere-virtual-numa", "Using virtual NUMA (vSphere 6.5)", "VMware",
        "https://docs.vmware.com/en/VMware-vSphere/6.5/com.vmware.vsphere.resmgmt.doc/GUID-17B629DE-75DF-4C23-B831-08107007FBB9.html", "vSphere 6.5; also 8.0", "in full";
    // Citrix and XCP-ng
    XCP_NG_STORAGE = "xcp-ng-storage", "Storage in XCP-ng", "the XCP-ng project",
        "xcp-ng/xcp-ng-org at 5bf1bb85, docs/Storage/storage.md", "as stored in 2026", "its first part, with the table of storage types in full";
    XENSERVER_FORMATS = "xenserver-formats", "Storage repository formats", "Citrix",
        "https://docs.citrix.com/en-us/xenserver/current-release/storage/format.html", "as stored in 2026", "an excerpt";
    XENSERVER_6_STORAGE = "xenserver-6-storage", "XenServer 6.0 Administrator's Guide: storage", "Citrix",
        "XenServer 6.0 Administrator's Guide, pages 35 to 37 and 54 of its text", "XenServer 6.0", "a few pages, in copies";
    XENSERVER_8_STORAGE = "xenserver-8-storage", "XenServer 8: storage", "Citrix",
        "https://docs.xenserver.com/en-us/xenserver/8/storage", "as stored in 2026", "an excerpt";
    XENCENTER_SNAPSHOTS = "xencenter-snapshots", "XenCenter: About Snapshots", "Citrix",
        "https://docs.xenserver.com/en-us/xencenter/current-release/vms-snapshots", "as stored in 2026", "of the first page an excerpt, the second in full";
    XENCENTER_HA = "xencenter-ha", "XenCenter: Configure high availability", "Citrix",
        "https://docs.xenserver.com/en-us/xencenter/current-release/pools-ha-enable", "as stored in 2026", "an excerpt; also excerpts";
    XENCENTER_65 = "xencenter-6-5", "XenCenter 6.5", "Citrix",
        "https://studyres.com/doc/16163231/xencenter-6.5", "2015-07-09", "its table of contents, in a copy";
    XENSERVER_WLB = "xenserver-wlb", "XenServer 5.6 Workload Balancing: to apply optimization recommendations automatically", "Citrix",
        "https://manualsdump.com/en/manuals/citrix_systems-5.6/145575/123", "XenServer 5.6", "one page, in a copy";
    XENCENTER_DMC = "xencenter-dmc", "XenCenter 7.1: About Dynamic Memory Control", "Citrix",
        "https://docs.citrix.com/en-us/xencenter/7-1/dmc-about.html", "as stored in 2026", "an excerpt";
    XENSERVER_CPU = "xenserver-cpu", "Fine-tuning the virtual CPUs of machines on XenServer", "Citrix",
        "https://e-com-net.com/article/3284766.htm", "as stored in 2026", "an excerpt, in a copy";
    XENSERVER_VCPUS = "xenserver-64-vcpus", "64 vCPU support", "XenServer",
        "https://www.xenserver.com/blog/engineering-blogs/64-vcpu-support/", "as stored in 2026", "an excerpt";
    XAPI_CLI = "xapi-cli", "Fields that the xe commands show (ocaml/xapi-cli-server/records.ml)", "XAPI project",
        "https://github.com/xapi-project/xen-api", "as stored in 2026", "most of the fields of a machine; also the fields of pif, vif, vdi, vbd, sr and pbd";
    XENCENTER_SOURCE = "xencenter-source", "Source code of XenCenter (xenadmin)", "XenServer",
        "https://github.com/xenserver/xenadmin", "as stored in 2026", "of the pages of a machine's properties, Home Server and the one about CPU and memory, with a part of its texts; also the texts of the tabs Storage of a machine (partly) and NICs of a host; the list of storage repository types";
    XENCENTER_MEMORY = "xencenter-memory", "XenCenter: Configuring VM Memory", "Citrix",
        "https://docs.citrix.com/en-us/xencenter/current-release/dmc-about.html", "as stored in 2026", "its first half";
    XE_MANUAL = "xe-manual-pages", "Manual pages of xe, with the parameters of each command", "Xenapi Admin Project",
        "https://github.com/Xenapi-Admin-Project/xe-manpages", "2013, as stored in 2026", "the parameters of host-list, pif-list, pool-list, sr-list, vif-list and vm-list; not the keys inside maps";
    XENSERVER_POOLS = "xenserver-pools", "Hosts and resource pools", "XenServer",
        "https://docs.xenserver.com/en-us/citrix-hypervisor/hosts-pools", "version 8.2, as stored in 2026", "the overview";
    XENSERVER_NETWORKING = "xenserver-networking", "Networking", "XenServer",
        "https://docs.xenserver.com/en-us/citrix-hypervisor/networking", "version 8.2, as stored in 2026", "the overview, for the kinds of interfaces";
    XENTOP = "xentop", "xentop(1)", "Xen Project",
        "https://manpages.debian.org/testing/xen-utils-common/xentop.1.en.html", "as stored in 2026", "its options; the page does not name the columns";
    EVERRUN = "everrun-xenserver", "Marathon Offers Virtualized Fault Tolerance On Citrix XenServer", "InformationWeek",
        "https://www.informationweek.com/software-services/marathon-offers-virtualized-fault-tolerance-on-citrix-xenserver", "2008-03-27", "its first half";
    XENSERVER_DRIVERS = "xenserver-pv-network", "PVS target devices booting using the XenServer emulated network adaptor (CTX695456)", "Citrix",
        "https://support.citrix.com/external/article/CTX695456/pvs-target-devices-booting-using-the-xen.html", "as stored in 2026", "most of it";
    XENSERVER_GUESTS = "xenserver-6-2-guests", "XenServer 6.2 Virtual Machine User's Guide", "Citrix",
        "https://manualsdump.com/en/manuals/citrix_systems-6.2.0/145537/62", "XenServer 6.2", "one page, in a copy";
    // Nutanix
    NUTANIX_LAYOUTS = "nutanix-layouts", "Exchange on Nutanix: supported layouts", "netwatch.me",
        "http://netwatch.me/2016/06/", "2016-06", "an excerpt";
    NUTANIX_STUDY_GUIDE = "nutanix-study-guide", "Nutanix glossary and NCA 6.10 study guide", "nixfred.com",
        "https://nixfred.com/nutanix/certs/NCA-6.10/study-guides/02-basic-administration.html", "as stored in 2026", "excerpts";
    NUTANIX_ADS = "nutanix-ads", "Nutanix AHV internals: meet the smart scheduler behind every AHV cluster", "Nutanix",
        "https://www.nutanix.com/tech-center/blog/nutanix-ahv-internals-meet-the-smart-scheduler-behind-every-ahv-cluster", "as stored in 2026", "an excerpt";
    NUTANIX_OVERCOMMIT = "nutanix-overcommit", "AHV internals: memory overcommit", "Nutanix",
        "https://nutanix.com/tech-center/blog/ahv-internals-memory-overcommit", "as stored in 2026", "an excerpt";
    VEEAM_AHV = "veeam-ahv-snapshots", "Veeam Backup for Nutanix AHV: Snapshot Types", "Veeam",
        "https://helpcenter.veeam.com/docs/van/userguide/nutanix_snapshots.html", "as stored in 2026", "an excerpt";
    KESTRA_AHV = "kestra-ahv-snapshots", "Nutanix Snapshots (a plug-in's reference)", "Kestra",
        "https://kestra.io/plugins/plugin-ee-nutanix/nutanix-snapshots", "as stored in 2026", "an excerpt";
    NUTANIX_TAKE_SNAPSHOT = "nutanix-take-snapshot", "Snapshots of machines and of protection domains (Japanese)", "NTNX blog",
        "https://blog.ntnx.jp/entry/2017/09/26/090205", "2017-09-26", "its first half";
    NUTANIX_LABS = "nutanix-labs", "Nutanix workshop labs: Managing Workloads, and the uplinks of AHV hosts", "Nutanix workshops",
        "public sources of the workshops, stored without the name of their repository", "as stored in 2026", "Managing Workloads in full; of the labs on uplinks (manage_ovs) excerpts";
    AHV_GUIDE = "ahv-administration-guide", "AHV Administration Guide", "Nutanix",
        "https://portal.nutanix.com/", "versions 5.20 and 6.1, as stored in 2026", "tables of contents and introductions only";
    NUTANIX_CONTAINERS = "nutanix-containers", "Data Avoidance (how storage containers are presented)", "Nutanix",
        "https://next.nutanix.com/how-it-works-22/data-avoidance-39726", "2021-06-26", "its first part";
    // Proxmox
    PVE_MACHINES = "pve-machines", "Proxmox VE: QEMU/KVM virtual machines", "Proxmox",
        "proxmox/pve-docs at 0025e843, qm.adoc", "about Proxmox VE 7 and 8", "all but its last lines";
    PVE_LVM = "pve-lvm", "Proxmox VE: LVM and LVM thin storage", "Proxmox",
        "proxmox/pve-docs, pve-storage-lvm.adoc at 17a22102 and pve-storage-lvmthin.adoc at 28eb02fb", "Proxmox VE 9", "in full";
    PVE_HA = "pve-ha", "Proxmox VE: High Availability", "Proxmox",
        "proxmox/pve-docs, ha-manager.adoc at 0031ebd8 and the end of it at 561bc055", "about Proxmox VE 8 and 9", "the first in full but for its last page, the second its last part";
    // Red Hat
    RHV_DISKS = "rhv-virtual-disks", "Red Hat Virtualization: Understanding Virtual Disks", "Red Hat",
        "https://docs.redhat.com/en/documentation/red_hat_virtualization/4.3/html/administration_guide/understanding_virtual_disks", "versions 4.1 to 4.4", "its first part";
    RHEV_BOOK = "rhev-book", "Getting Started with Red Hat Enterprise Virtualization: direct LUN mapping", "Packt",
        "https://packtpub.com/en-nl/product/getting-started-with-red-hat-enterprise-virtualization-9781782167402", "as stored in 2026", "an excerpt";
    RHEV_HIGH_AVAILABILITY = "rhev-high-availability", "Improving Uptime with Virtual Machine High Availability (version 3.6)", "Red Hat",
        "https://docs.redhat.com/pt-br/documentation/red_hat_virtualization/3.6/html/virtual_machine_management_guide/sect-improving_uptime_with_virtual_machine_high_availability", "version 3.6", "its first part";
    RHV_SCHEDULING = "rhv-scheduling", "Red Hat Virtualization 4.4 Technical Reference: Scheduling", "Red Hat",
        "https://access.redhat.com/documentation/en-us/red_hat_virtualization/4.4/html/technical_reference/scheduling", "version 4.4", "in full";
    RHV_MEMORY = "rhv-memory", "Optimizing Memory for Red Hat Virtualization: NetApp HCI with RHV", "NetApp",
        "https://docs.netapp.com/us-en/hci-solutions/redhat_virtualization_optimizing_memory_for_red_hat_virtualization.html", "as stored in 2026", "its first part";
    PVE_DOCS = "pve-docs", "Proxmox VE documentation", "Proxmox",
        "https://github.com/proxmox/pve-docs", "qm.adoc about Proxmox VE 7, the command page of qm about 4", "of qm.adoc the first half, with CPU and memory; of the command page what matters; also pvesm.adoc, and of the command pages of pvesm and qm what matters";
    PUBLIC_SCRIPTS = "public-scripts", "Public scripts and notes that use the commands named", "various authors",
        "public repositories on GitHub, found by the command itself", "as stored in 2026", "excerpts around the command; not all lines of its output were seen";
}
