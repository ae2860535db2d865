//! Exchange data on a virtual disk that grows as it fills.

use crate::condition::{Condition, none_of, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::guest::{DISK_FORMAT, STORAGE_KIND};
use crate::questions::{
    DiskFormat, HYPER_V, ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013, StorageKind,
};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const GROWING: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::DynamicVirtualDisk]));
const NO_VHDX_UNDER_HYPER_V: Condition =
    Condition::Any(&[none_of(PRODUCT, HYPER_V), none_of(DISK_FORMAT, DiskFormat::set(&[DiskFormat::Vhdx]))]);

pub static RULE: Rule = Rule {
    id: "dynamic-virtual-disk",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data lies on a dynamically expanding virtual disk that is not accepted",
    kept: "Exchange data does not lie on a dynamically expanding virtual disk that the policy rules out",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: GROWING,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, virtual disks", Evidence::A).only(ONLY_2007),
                cite(&POLICY_2007, "Exchange Server 2007: conditions, virtual disks", Evidence::D)
                    .only(ONLY_2010)
                    .remark("Taken over from Exchange 2007: what the Exchange 2010 topic says of growing disks could not be read."),
            ],
            checks: "Every virtual disk with Exchange data must have its full size set aside from the start. In Hyper-V Manager the button Inspect must show a fixed size and not Dynamically expanding; in the vSphere Client the disk must be Thick Provision Lazy Zeroed or Thick Provision Eager Zeroed (older clients: Thick), not Thin Provision.",
            why: "The file has to be enlarged while Exchange writes, which slows mail down, and several such disks can promise more space than the volume has: when it is full, Hyper-V pauses the machine. Microsoft does not support dynamically expanding virtual disks for Exchange 2007 data; for Exchange 2010 the same is assumed.",
            mend: "Hyper-V: shut the machine down, choose Edit Disk, Convert and Fixed size in Hyper-V Manager, and put the new file in the old one's place in the settings. vSphere: move the disk with Storage vMotion and choose a thick format, or, with the machine off, choose Inflate on the disk file in the datastore browser. Either way needs free space for the whole disk, and all but Storage vMotion need downtime for the copy.",
            find_out: "In Hyper-V Manager: Settings of the machine, the hard drive, Inspect; from Windows Server 2012 on also Get-VHD -Path FILE | Format-List VhdType,FileSize,Size, where Dynamic means growing. In PowerCLI, Get-HardDisk -VM NAME | Format-List Name,StorageFormat says Thin for a growing disk. In XenServer a disk in an LVM storage repository is fixed, one in an EXT repository grows.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: Condition::All(&[GROWING, NO_VHDX_UNDER_HYPER_V]),
            sources: &[
                cite(&POLICY_2013, "Exchange storage requirements, kinds of storage", Evidence::A).only(ONLY_2013).remark(
                    "The page accepts growing VHDX files with Hyper-V, but Microsoft's white paper of July 2015 (page 52) calls dynamically expanding disks unsupported for Exchange 2013. The page, changed later, is followed here.",
                ),
                cite(&POLICY_2016, "Exchange storage requirements, kinds of storage", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("Thin VMDK files and Azure Local are not named; both are read as not included."),
                cite(&POLICY_SE, "Exchange storage requirements, kinds of storage", Evidence::A).only(ONLY_SE),
            ],
            checks: "A virtual disk that grows as it fills may hold Exchange data only as a VHDX file under Hyper-V on Windows Server or Hyper-V Server. A growing VHD file, a disk with Thin Provision in the vSphere Client and a growing format of another vendor (qcow2 in Proxmox VE, say) break the rule. Thin provisioning inside the storage array and dynamic volumes of Windows Disk Management are not judged here.",
            why: "Microsoft's list names growing disks only as VHDX with Hyper-V; Exchange on any other growing disk is outside that list and so not supported. Where growing disks promise more space than the datastore has, a full datastore stops the machine and its databases. The older VHD format also has no log of its own that protects it in a power failure while it grows.",
            mend: "Hyper-V: convert the file to VHDX (Windows Server 2012 or later) or to fixed size with Edit Disk, Convert, or Convert-VHD while the machine is off. vSphere: Migrate, Change storage only, with Thick Provision Lazy Zeroed as format; Exchange can keep running if you have Storage vMotion. Elsewhere add a preallocated disk on block storage and move the databases to it; each way needs space for a second copy until the old file is deleted.",
            find_out: "Hyper-V: Get-VHD -Path FILE | Format-List VhdFormat,VhdType, where Dynamic is accepted together with VHDX and not together with VHD. vSphere Client: Edit Settings, Hard disk, Type. Proxmox: qm config VMID, where a volume ending in .qcow2 grows; XenCenter: the type of the storage repository, where disks in EXT grow and disks in LVM do not.",
        },
    ],
};
