//! Disks, and what they lie on.

use super::terms;
use crate::source::{Citation, Evidence, POLICY_2007, POLICY_2016, cite};
use crate::vendors::documents::UNDO_DISKS;

const STORAGE: Citation = cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A);
const ADVICE: Citation =
    cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations", Evidence::A);
const STORAGE_2016: Citation = cite(&POLICY_2016, "Exchange storage requirements", Evidence::A);

terms! {
    "Disks, and what they lie on";
    "virtual-disk", "Virtual disk", ["VHD", "VHDX", "VMDK", "virtual hard disk"],
        "A file, or a part of a volume, that a guest takes for a disk. Hyper-V writes VHD and VHDX files, VMware VMDK.";
    "fixed-disk", "Fixed-size virtual disk", ["thick disk", "thick provisioned"],
        "A virtual disk that takes up its full size from the day it is made.";
    "dynamically-expanding-disk", "Dynamically expanding virtual disk", ["thin disk", "thin provisioned", "growing disk"],
        "A virtual disk whose file starts small and grows as data is written. What Disk Management in Windows calls dynamic is another thing.";
    "differencing-disk", "Differencing virtual disk", ["delta disk", "child disk", "linked clone"],
        "A virtual disk that holds only the changes against another one, its parent, and is useless without it. Snapshots make such disks too.";
    "undo-disk", "Undo disk", [".vud file"],
        "A file in which Virtual Server collects all changes of a machine, so that they can be thrown away when it is turned off.",
        [cite(&UNDO_DISKS, "its first half", Evidence::B)];
    "pass-through-disk", "Pass-through disk", ["pass-through storage", "raw device mapping", "RDM"],
        "A whole disk or LUN of the host that is handed to one guest, with no virtual disk between.",
        [STORAGE, STORAGE_2016];
    "lun", "LUN", ["logical unit"],
        "A disk that a storage system presents to a server. The letters stand for logical unit number.";
    "block-level-storage", "Block-level storage", ["block storage"],
        "Storage that is read and written in blocks, as a disk is. The opposite is file-level storage: a server is asked for parts of files.";
    "nas", "Network attached storage (NAS)", ["NAS", "file share", "file-level storage"],
        "Storage that is reached as files over the network, for example by NFS or SMB. A virtual disk on such a share looks like a disk to the guest, but it lies on NAS.",
        [STORAGE, STORAGE_2016];
    "nfs", "NFS", [],
        "A protocol for file shares, common outside Windows. VMware and XenServer can keep virtual disks on such a share.";
    "smb-3", "SMB 3.0", ["SMB share"],
        "The protocol of Windows file shares in the version that came with Windows Server 2012, the first on which Hyper-V keeps virtual disks.",
        [STORAGE_2016];
    "san", "SAN", ["storage area network"],
        "A network for storage alone, over which servers reach LUNs by Fibre Channel or iSCSI.";
    "iscsi", "iSCSI", ["Internet SCSI"],
        "Disks over an ordinary network: SCSI commands are sent in network packets to a storage system.";
    "iscsi-initiator", "iSCSI initiator", ["initiator"],
        "The side that uses an iSCSI disk, a program or a card; the storage system is the target. It can run on the host or inside the guest.",
        [ADVICE];
    "hba", "Host bus adapter (HBA)", ["HBA", "Fibre Channel adapter"],
        "The card in a host that connects it to a storage system, by Fibre Channel or SCSI.";
    "fibre-channel", "Fibre Channel", ["FC"],
        "A kind of network that is made for storage, with adapters and switches of its own.";
    "jumbo-frames", "Jumbo frames", [],
        "Network packets of about 9,000 bytes instead of 1,500, which carry storage traffic with less effort. All devices on the way must be set to them.";
    "raid", "RAID", [],
        "Several disks that together survive the loss of one or more.";
    "spindle", "Spindle", [],
        "A single physical disk. Two volumes on separate spindles do not slow each other down.";
    "datastore", "Datastore", ["storage repository", "SR"],
        "What a hypervisor keeps the disks of its machines on: a volume, a LUN or a share. VMware says datastore, XenServer storage repository.";
    "premium-storage", "Premium Storage", ["Azure Premium Storage"],
        "A class of disks in Azure, on solid-state drives.";
}
