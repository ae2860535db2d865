// The types of the Exchange virtualization advisor in a browser. Made from the questions of the core:
// `exchange-advisor schema --typescript`.

/** A physical (root) machine. */
export interface Host {
  id: string;
  /** How many processor sockets are filled? */
  sockets?: number | null;
  /** How many physical cores has each processor (hyper-threads do not count)? */
  cores_per_socket?: number | null;
  /** How much memory has the host? */
  memory_gb?: number | null;
  /** How many processors' worth of load does the host itself put on its processors? */
  root_processors_used?: number | null;
  /** How many virtual processors have all other virtual machines on this host together? */
  other_vm_vcpus?: number | null;
  /** How much memory have all other virtual machines on this host together? */
  other_vm_memory_gb?: number | null;
  /** Does anything other than management software run on the host itself? */
  server_applications_on_root?: boolean | null;
  /** Do other virtual machines here put a heavy load on the disks (SQL Server, say)? */
  io_intensive_vms?: boolean | null;
  /** How large is the disk of the host's own operating system? */
  system_disk_gb?: number | null;
  /** How much space is there for the files of the Exchange machines? */
  vm_storage_gb?: number | null;
  nics?: {
    /** How many physical network cards has the host? */
    total?: number | null;
    /** How many of them serve the host alone? */
    dedicated_to_root?: number | null;
    /** How many of them serve the virtual machines alone? */
    dedicated_to_vms?: number | null;
    /** How many of them serve iSCSI alone? */
    dedicated_to_iscsi?: number | null;
  } | null;
  /** Does an antivirus program run on the host? */
  antivirus_on_root?: boolean | null;
  /** Is it set to skip the files of virtual disks? */
  antivirus_skips_virtual_disks?: boolean | null;
}

/** An Exchange virtual machine. */
export interface Guest {
  id: string;
  /** On which host does this machine run? */
  host?: string | null;
  /** Which Exchange roles are installed on it? */
  roles?: ("mailbox" | "client-access" | "hub-transport" | "edge-transport" | "unified-messaging" | "back-end" | "front-end")[] | null;
  /** Which operating system runs in it? */
  guest_os?: "windows-2000" | "windows-server-2003" | "windows-server-2003-r2" | "windows-server-2008-x86" | "windows-server-2008-x64" | "windows-server-2008-r2" | "windows-server-2012" | "windows-server-2012-r2" | "windows-server-2016" | "windows-server-2019" | "windows-server-2022" | "windows-server-2025" | "other" | null;
  /** Which service pack of that operating system is installed (0 for none)? */
  guest_os_service_pack?: number | null;
  /** How many virtual processors has it? */
  vcpus?: number | null;
  /** How much memory has it? */
  memory_gb?: number | null;
  /** Can the hypervisor change its memory while it runs, or promise more than there is? */
  dynamic_memory?: boolean | null;
  /** How large is the virtual disk of its operating system? */
  os_disk_gb?: number | null;
  /** Are snapshots (checkpoints) of it taken? */
  snapshots?: boolean | null;
  /** When it is moved or taken offline, is its state saved to disk and restored from there? */
  state_saved_on_disk?: boolean | null;
  /** Are its processor reserve, limit and weight as the hypervisor sets them? */
  default_resource_controls?: boolean | null;
  /** Does it use Network Load Balancing (NLB) of Windows? */
  network_load_balancing?: boolean | null;
  /** Is the hotfix of Knowledge Base article 953828 installed in it? */
  nlb_hotfix_953828?: boolean | null;
  storage?: {
    /** What do its databases, logs and queues lie on? */
    kind?: "fixed-virtual-disk" | "dynamic-virtual-disk" | "differencing-virtual-disk" | "scsi-pass-through" | "iscsi-on-host" | "iscsi-in-guest" | "nas-share" | "nas-as-block" | "smb3-virtual-disk" | "other" | null;
    /** Which file format have the virtual disks of its Exchange data? */
    disk_format?: "vhd" | "vhdx" | "vmdk" | "other" | null;
    /** How is the space of these virtual disks set aside? */
    disk_provisioning?: "fixed" | "dynamic" | null;
    /** How large is the largest virtual disk of its Exchange data? */
    largest_virtual_disk_gb?: number | null;
    /** Does the passed-through storage serve this machine alone? */
    dedicated_to_vm?: boolean | null;
    /** Does the passed-through storage reach the hypervisor as block storage? */
    block_level?: boolean | null;
    /** Is its Exchange data on other physical disks than its operating system? */
    separate_from_os_spindles?: boolean | null;
    /** Are its databases on other disks than their logs? */
    databases_apart_from_logs?: boolean | null;
    /** Is its storage protected by RAID? */
    raid_protected?: boolean | null;
    /** Are all volumes with its databases, logs and transport database on Azure Premium Storage? */
    premium_cloud_storage?: boolean | null;
    /** Is the SMB 3.0 share itself kept on block storage? */
    smb3_block_storage?: boolean | null;
    /** Is the SMB 3.0 share highly available? */
    smb3_highly_available?: boolean | null;
    iscsi?: {
      /** How fast is the network link to the iSCSI storage? */
      link_gbps?: number | null;
      /** Is the iSCSI network separate from all other traffic? */
      isolated_network?: boolean | null;
      /** Are there network cards for iSCSI alone? */
      dedicated_nics?: boolean | null;
      /** Are jumbo frames switched on for iSCSI? */
      jumbo_frames?: boolean | null;
      /** Are the host's iSCSI network cards bound to a virtual switch? */
      bound_to_virtual_switch?: boolean | null;
    } | null;
  } | null;
  virtual_server?: {
    /** Are the Virtual Machine Additions installed in it? */
    additions_installed?: boolean | null;
    /** Which SCSI driver does its Device Manager show? */
    scsi_driver?: "microsoft-vm-scsi" | "ide-only" | "adaptec" | "other" | null;
    /** Are undo disks switched on for it? */
    undo_disks?: boolean | null;
    /** Is its Exchange part of a Windows failover cluster? */
    failover_cluster_member?: boolean | null;
    /** Has it a virtual network card for backups alone? */
    dedicated_backup_nic?: boolean | null;
  } | null;
}

/** A deployment. What is left out was not asked; what is null is not known. */
export interface Deployment {
  format: "exchange-virtualization-deployment/1";
  /** What do you call this deployment? */
  name?: string | null;
  /** Is it for production or a lab? */
  purpose?: "production" | "lab" | null;
  /** For which day shall lifecycles be judged? */
  as_of?: string | null;
  exchange?: {
    /** Which version of Exchange Server? */
    version?: "5.5" | "2000" | "2000-conferencing" | "2003" | "2007" | "2010" | "2013" | "2016" | "2019" | "se" | null;
    /** Which service pack of Exchange is installed (0 for none, RTM)? */
    service_pack?: number | null;
    /** Which cumulative update (CU) of Exchange is installed (0 for none, RTM)? */
    cumulative_update?: number | null;
    /** Does every machine meet the version's own system requirements? */
    meets_system_requirements?: boolean | null;
  } | null;
  hypervisor?: {
    /** Which hypervisor, or which cloud? */
    product?: "virtual-pc" | "hyper-v-client" | "virtual-server-2005" | "virtual-server-2005-r2" | "virtual-server-2005-r2-sp1" | "hyper-v-2008" | "hyper-v-2008-r2" | "hyper-v-2012" | "hyper-v-2012-r2" | "hyper-v-2016" | "hyper-v-2019" | "hyper-v-2022" | "hyper-v-2025" | "azure-local" | "azure-vm" | "aws-ec2" | "google-compute-engine" | "vmware-esx" | "vmware-vsphere" | "vmware-workstation" | "vmware-server" | "xenserver" | "nutanix-ahv" | "red-hat-kvm" | "suse-kvm" | "suse-xen" | "oracle-vm" | "proxmox-ve" | "xcp-ng" | "virtualbox" | "other" | null;
    /** Which version of the hypervisor, as the vendor writes it? */
    version?: string | null;
    /** Is this product in this version on the list of the Server Virtualization Validation Program (SVVP)? */
    svvp_validated?: boolean | null;
    /** Does the hypervisor's vendor support moving Exchange virtual machines between hosts? */
    vendor_supports_migration?: boolean | null;
  } | null;
  high_availability?: {
    /** Which availability solutions of Exchange itself are in use? */
    solutions?: ("lcr" | "ccr" | "scc" | "scr" | "dag")[] | null;
    /** Which of these machines are nodes of the CCR, SCC or DAG? */
    nodes?: string[] | null;
    /** How many nodes of it are physical machines? */
    physical_nodes?: number | null;
    /** Does the hypervisor restart machines on another host after a failure? */
    host_clustering?: boolean | null;
    /** Which planned moves of machines between hosts are set up? */
    migration?: "none" | "quick" | "live" | null;
    /** Can the hypervisor fail over or move the cluster's nodes by itself? */
    moves_cluster_nodes?: boolean | null;
    /** After a host failure, does a machine always start from a cold boot? */
    cold_boot_on_failover?: boolean | null;
  } | null;
  backup?: {
    /** How is Exchange backed up? */
    method?: "in-guest-streaming" | "in-guest-vss" | "root-vss" | "storage-hardware-vss" | "offline-disk-copy" | "none" | null;
    /** Does an Exchange-aware backup run besides? */
    regular_exchange_backup?: boolean | null;
  } | null;
  workload?: {
    /** How many mailboxes? */
    mailboxes?: number | null;
    /** How heavily are they used? */
    profile?: "light" | "average" | "heavy" | "very-heavy" | null;
    /** How large may the largest mailbox grow? */
    mailbox_gb?: number | null;
    /** How fast is a backup over the network? */
    network_backup_mb_per_s?: number | null;
    /** How many log files after the checkpoint would have to be replayed? */
    logs_to_replay?: number | null;
  } | null;
  measurements?: {
    /** Was the configured machine load-tested before production? */
    stress_tested?: boolean | null;
    /** Are both the host and the machines monitored? */
    monitors_host_and_guest?: boolean | null;
    /** Which average SendMail latency did a load test measure? */
    sendmail_latency_average_ms?: number | null;
    /** Which SendMail latency did it measure at the 95th percentile? */
    sendmail_latency_p95_ms?: number | null;
  } | null;
  hosts?: Host[] | null;
  vms?: Guest[] | null;
  sizing?: Record<string, never> | null;
  accepted?: Accepted[] | null;
}

/** A finding that somebody has decided to live with. */
export interface Accepted {
  rule: string;
  /** `deployment`, `host:ID` or `vm:ID`. */
  subject: string;
  reason: string;
  owner?: string | null;
  /** `YYYY-MM-DD` */
  review_on?: string | null;
}

export type Verdict = "supported" | "not-supported" | "undetermined" | "out-of-scope";

export interface Source {
  source: string;
  title: string;
  publisher: string;
  place: string;
  date: string;
  read: string;
  section: string;
  evidence: "A" | "B" | "C" | "D";
  versions: string[] | null;
  products: string[] | null;
  remark: string | null;
}

export interface Finding {
  rule: string;
  subject: string;
  severity: "requirement" | "recommendation";
  outcome: "violated" | "satisfied" | "unknown";
  missing: string[];
  title: string | null;
  strength: "A" | "B" | "C" | "D";
  evidence: { path: string; value: unknown; left_out: string | null }[];
  working: string[];
}

export interface Lifecycle {
  status: "mainstream" | "extended" | "ended";
  mainstream_end: string | null;
  extended_end: string | null;
  sources: Source[];
  remark: string | null;
}

export interface Assessment {
  verdict: Verdict;
  advisor: { version: string; rules: string; pack: string };
  name: string | null;
  as_of: string;
  exchange: string | null;
  findings: Finding[];
  missing: string[];
  lifecycle: Lifecycle | null;
  guests: { subject: string; guest_os: string; lifecycle: Lifecycle }[];
  notes: { note: string; subjects: string[]; title: string; text: string; sources: Source[] }[];
  sizing: Record<string, never>;
}

export interface ExchangeAdvisor {
  /**
   * Judges a deployment. `asOf` (`YYYY-MM-DD`) is the day to judge lifecycles by, instead
   * of the deployment's own or today.
   *
   * @throws {Error} for what is no deployment; its message lists everything that is wrong.
   */
  assess(deployment: Deployment, options?: { asOf?: string }): Assessment;
  readonly version: string;
}

declare global {
  var exchangeAdvisor: ExchangeAdvisor;
}
