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
        "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd834728(v=ws.11)", "Windows Server 2008 R2", "an excerpt";
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
        "https://docs.xenserver.com/en-us/xencenter/current-release/vms-snapshots", "as stored in 2026", "an excerpt";
    XENCENTER_HA = "xencenter-ha", "XenCenter: Configure high availability", "Citrix",
        "https://docs.xenserver.com/en-us/xencenter/current-release/pools-ha-enable", "as stored in 2026", "an excerpt";
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
    // Proxmox
    PVE_MACHINES = "pve-machines", "Proxmox VE: QEMU/KVM virtual machines", "Proxmox",
        "proxmox/pve-docs at 0025e843, qm.adoc", "about Proxmox VE 7 and 8", "all but its last lines";
    PVE_LVM = "pve-lvm", "Proxmox VE: LVM and LVM thin storage", "Proxmox",
        "proxmox/pve-docs, pve-storage-lvm.adoc at 17a22102 and pve-storage-lvmthin.adoc at 28eb02fb", "Proxmox VE 9", "in full";
    PVE_HA = "pve-ha", "Proxmox VE: High Availability", "Proxmox",
        "proxmox/pve-docs, ha-manager.adoc at 0031ebd8 and the end of it at 561bc055", "about Proxmox VE 8 and 9", "the first in full but for its last page, the second its last part";
}
