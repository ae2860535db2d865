//! A passed-through disk that does not reach the hypervisor as block storage.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{BLOCK_LEVEL, STORAGE_KIND};
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, PASS_THROUGH, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const NOT_AS_BLOCKS: Condition = Condition::All(&[one_of(STORAGE_KIND, PASS_THROUGH), is_not(BLOCK_LEVEL)]);

pub static RULE: Rule = Rule {
    id: "pass-through-block-level",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "A passed-through disk with Exchange data does not reach the hypervisor as block storage",
    kept: "Passed-through disks with Exchange data reach the hypervisor as block storage",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: NOT_AS_BLOCKS,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A).remark(
                "Its sentence on pass-through volumes gives Exchange 2010 as the reason; it is read as speaking of 2007 too.",
            )],
            checks: "A disk that is passed through must come to the host itself as block storage: a local disk, or a LUN over SAS, Fibre Channel or iSCSI. A file on an NFS or CIFS share that the host mounts and hands on as a disk breaks the rule; a LUN that a NAS system offers over iSCSI keeps it, because the protocol counts and not the box.",
            why: "Over a file protocol the host asks a file server to change a file instead of writing to a disk, and when that server or the network fails, the order of writes that Exchange needs for its logs is not assured. The policy demands block level of pass-through volumes in plain words, and without it Exchange 2007 and 2010 are not supported by Microsoft.",
            mend: "Let the storage system present a LUN over iSCSI or Fibre Channel, connect it on the host, set it as pass-through disk of the machine, and copy the databases over while they are dismounted. Many NAS systems offer iSCSI beside their shares, at the price of a licence or a setting; otherwise it takes other storage.",
            find_out: "On a Hyper-V host, Disk Management shows a block device as a disk with its vendor's name under Properties, and the Targets tab of iSCSI Initiator lists the iSCSI ones. A disk that was attached there from a .vhd file on a share (Attach VHD) is no block storage. In the vSphere Client, the host's Configuration page lists its LUNs under Storage Adapters.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: NOT_AS_BLOCKS,
            sources: &[
                cite(&POLICY_2013, "Exchange storage requirements, block-level storage", Evidence::A)
                    .only(ONLY_2013)
                    .remark("Read from its demand that all storage for Exchange data is block-level storage."),
                cite(&POLICY_2016, "Exchange storage requirements, block-level storage", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Exchange storage requirements, block-level storage", Evidence::A).only(ONLY_SE),
            ],
            checks: "What the host passes through as a disk must be a block device on the host: a local disk, or a LUN over SAS, Fibre Channel, iSCSI or the like. A file on a share is none, not even on SMB 3.0; that exception is for virtual disks only.",
            why: "All storage for Exchange data has to be block-level storage, the policy says; a share that the hypervisor presents as a disk makes the server unsupported by Microsoft. A short outage of the file server can look to Exchange like a failed disk: databases dismount, or fail over to another copy.",
            mend: "Replace the disk by a real LUN, or by a fixed virtual disk on block storage, which is easier to move between hosts. In a DAG seed the copies anew on it, one server after the other, without an outage; elsewhere plan for the time that the dismounted databases take to copy.",
            find_out: "On a Hyper-V host (Windows Server 2012 or later) look at BusType in Get-Disk | Format-Table Number,FriendlyName,BusType: SAS, SATA, NVMe, RAID, iSCSI, Fibre Channel and Spaces are block storage, File Backed Virtual is a mounted file. In vSphere a raw device mapping (RDM) always points to a LUN. In Proxmox VE, qm config VMID must show a device below /dev for it, not a file below the folder of a mounted share.",
        },
    ],
};
