//! Exchange data on a virtual disk that holds only differences from a parent.

use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, SINCE_2013, SINCE_2016, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{BEST_PRACTICES_2013, Evidence, POLICY_2007, cite};

const DIFFERENCING: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::DifferencingVirtualDisk]));

pub static RULE: Rule = Rule {
    id: "differencing-virtual-disk",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data lies on a differencing virtual disk",
    kept: "Exchange data does not lie on a differencing virtual disk",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: DIFFERENCING,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, virtual disks", Evidence::A).only(ONLY_2007),
                cite(&POLICY_2007, "Exchange Server 2007: conditions, virtual disks", Evidence::D).only(ONLY_2010).remark(
                    "Taken over from Exchange 2007: what the Exchange 2010 topic says of differencing disks could not be read.",
                ),
            ],
            checks: "A virtual disk with Exchange data must not be a file that holds only the changes against a parent file. Under Hyper-V such a disk has the type Differencing, or its file ends in .avhd or .avhdx (made by a snapshot). Under vSphere its name ends in a number after a snapshot, as in mbx1-000001.vmdk; the disk of a linked clone is of this kind too.",
            why: "Exchange then reads through a chain of files, and if the parent is changed or lost, the databases are lost with it. Microsoft does not support disks with such a differencing or delta mechanism for Exchange 2007 data; for Exchange 2010 the same is assumed.",
            mend: "If snapshots made the chain, delete them all: in the Snapshot Manager of the vSphere Client, or in Hyper-V Manager, where Windows Server 2008 and 2008 R2 merge the files only while the machine is off, perhaps for hours. Merge a disk made on a parent by hand with Edit Disk, Merge, To a new virtual hard disk, and attach the new file, which must have a fixed size; clone a linked clone in full. Never delete a file of the chain, and have free space for the whole disk.",
            find_out: "In Hyper-V Manager open Settings, select the hard drive and click Inspect: it shows the type and the parent; since Windows Server 2012 Get-VHD -Path FILE | Format-List VhdType,ParentPath does too. In the vSphere Client read the disk file name in the machine's settings. In XenServer a machine made by fast clone, or one with snapshots, runs on such a chain.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: DIFFERENCING,
            sources: &[
                cite(&BEST_PRACTICES_2013, "recommendations on virtual disks (page 52)", Evidence::B)
                    .only(ONLY_2013)
                    .remark("Microsoft's policy page for Exchange 2013 does not mention differencing disks; its list of accepted storage leaves them out."),
                cite(&BEST_PRACTICES_2013, "recommendations on virtual disks (page 52)", Evidence::B)
                    .only(SINCE_2016)
                    .remark("The white paper is about Exchange 2013. For later versions the rule follows from the policy page, whose list of accepted storage leaves differencing disks out without naming them."),
            ],
            checks: "Each virtual disk with Exchange data must stand alone, without a parent file. Get-VHD must show Fixed or Dynamic as VhdType and not Differencing (the rule dynamic-virtual-disk says where Dynamic is accepted), the name of a VMDK must not end in a snapshot number such as -000002, and a qcow2 file must have no backing file.",
            why: "Differencing disks are missing from the policy's list of accepted storage, and Microsoft's white paper on Exchange 2013 calls them unsupported, so a server on one is outside its support. A chain that a checkpoint or a failed backup left behind keeps growing unseen; when the volume is full, the machine is paused and its mailboxes are offline.",
            mend: "Make sure that you have a good backup, then delete the machine's checkpoints in Hyper-V Manager, which since Windows Server 2012 merges the files while the machine runs; in the vSphere Client use Snapshots, Delete All, and Consolidate if a chain remains. A disk made on a parent, or a linked clone, has to become a full copy while the machine is off. Merging a large disk can slow mail down for hours and needs free space.",
            find_out: "On a Hyper-V host (Windows Server 2012 or later) Get-VMHardDiskDrive -VMName NAME | Format-List Path shows .avhdx at the end while a checkpoint exists, and Get-VHD -Path FILE | Format-List VhdType,ParentPath names the parent. In the vSphere Client look at Disk File under Edit Settings, Hard disk. In Proxmox VE, qm listsnapshot VMID lists snapshots, and a disk name with base- in qm config VMID is a linked clone.",
        },
    ],
};
