//! Exchange data on a file share, used directly or shown as a disk.

use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, STORAGE_2010, cite};

const ON_A_SHARE: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::NasShare, StorageKind::NasAsBlock]));

pub static RULE: Rule = Rule {
    id: "nas-storage",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data lies on a file share",
    kept: "Exchange data does not lie on a file share",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: ON_A_SHARE,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A)
                    .remark("The paragraph names Exchange 2010 where it rules out network attached storage; it is read as speaking of 2007 too."),
                cite(&STORAGE_2010, "block-level storage only", Evidence::C).only(ONLY_2010),
            ],
            checks: "The disks that hold databases, transaction logs and transport queues must be block storage: local disks, a SAN over Fibre Channel or iSCSI. An NFS datastore in the vSphere Client, an NFS or SMB storage repository in XenCenter, or a CIFS share is file storage, also when the machine only sees an ordinary disk.",
            why: "Exchange relies on the order and the completion of its writes, and file storage between it and the disk may cache or reorder them: after a power failure a database can be damaged beyond what its logs repair. Microsoft supports neither Exchange 2007 nor Exchange 2010 with their data on a share.",
            mend: "Move every volume with Exchange data to a fixed (thick) disk on block storage (VMFS in vSphere, an LVM repository over iSCSI or Fibre Channel in XenServer), to a passed-through LUN, or to iSCSI connected by the machine itself. The move needs space for a second copy of the data and, without Storage vMotion or the like, downtime.",
            find_out: "In the vSphere Client open the datastore of each virtual disk: its type must be VMFS, not NFS. In XenCenter look at the type of the storage repository, in Hyper-V Manager at the path of each disk in the machine's settings: one that begins with two backslashes is a share.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: ON_A_SHARE,
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, storage", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Requirements for hardware virtualization, storage", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Requirements for hardware virtualization, storage", Evidence::A).only(ONLY_SE),
            ],
            checks: "Databases, logs and the transport database must not be on network attached storage, neither as a folder on a share nor inside a disk file on an NFS datastore. The one exception is a virtual disk of Hyper-V on an SMB 3.0 share, which rules of its own judge.",
            why: "When the file server or the network to it fails for a moment, databases can dismount, and writes that it held back can be lost. Microsoft does not support Exchange 2013 and later with data on such a share, whatever the storage vendor's own support statement says. Its text does not name NFS; that a share presented as a disk by the hypervisor means NFS datastores too is how vendors read it.",
            mend: "Put the data on block storage: a VMFS datastore, a raw device mapping or pass-through disk, or an iSCSI LUN that the guest's own initiator connects. Plan the move per database: with a second copy in a DAG it can be reseeded to the new disk without an outage.",
            find_out: "Look at the datastore or storage repository that holds each virtual disk: the vSphere Client shows NFS, XenCenter NFS or SMB, Proxmox NFS or CIFS as its type. On Nutanix it depends on the hypervisor: a container shown to ESXi is NFS.",
        },
    ],
};
