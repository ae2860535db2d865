//! An SMB 3.0 share with Exchange's virtual disks that is not kept on block storage.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{SMB3_BLOCK_STORAGE, STORAGE_KIND};
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const ON_SMB3: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::Smb3VirtualDisk]));

pub static RULE: Rule = Rule {
    id: "smb3-block-storage",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "The SMB 3.0 share with the virtual disks is not kept on block storage",
    kept: "SMB 3.0 shares with Exchange's virtual disks are kept on block storage",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_SMB3, is_not(SMB3_BLOCK_STORAGE)]),
        sources: &[
            cite(&POLICY_2013, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_2013),
            cite(&POLICY_2016, "Exchange storage requirements, SMB 3.0", Evidence::A)
                .only(ONLY_2016.or(ONLY_2019))
                .remark("The page does not say which storage counts as block-level behind a share; a NAS appliance is a question to its vendor."),
            cite(&POLICY_SE, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_SE),
        ],
        checks: "The volume that the file server shares must itself lie on block storage: its own disks, Storage Spaces, or a SAN LUN over SAS, Fibre Channel or iSCSI. It must not lie on another file share, for example on a disk file that the server keeps on an NFS or SMB share of a third machine.",
        why: "Behind a second share every write of Exchange passes two file servers; if one of them fails or holds a write back, databases can dismount or be damaged. Microsoft accepts SMB 3.0 for Exchange's virtual disks only with block-level storage behind the share; without it the server is unsupported.",
        mend: "Put a block volume behind the share (disks in the file server, or a LUN), copy the virtual disks there with Move, Move the virtual machine's storage in Hyper-V Manager, and retire the old share. Or leave SMB and put the virtual disks on a block volume of the Hyper-V host; both ways need the space twice during the copy, and the first perhaps new disks.",
        find_out: "On the file server, Get-SmbShare | Format-Table Name,Path shows the volume of the share, and Get-Disk | Format-Table Number,FriendlyName,BusType its disks: File Backed Virtual means a file that poses as a disk. If the file server is a virtual machine, look also at where its own virtual disks lie. For a NAS appliance ask its vendor what stands behind the share.",
    }],
};
