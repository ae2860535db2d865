//! Virtual disks with Exchange data on an SMB 3.0 share.

use crate::condition::{Condition, none_of, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::guest::{DISK_PROVISIONING, STORAGE_KIND};
use crate::questions::{
    DiskProvisioning, HYPER_V_SINCE_2012, ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2016,
    StorageKind,
};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const ON_SMB3: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::Smb3VirtualDisk]));
const TOO_OLD_OR_OTHER_HYPERVISOR: Condition = none_of(PRODUCT, HYPER_V_SINCE_2012);
const GROWING: Condition = one_of(DISK_PROVISIONING, DiskProvisioning::set(&[DiskProvisioning::Dynamic]));

pub static RULE: Rule = Rule {
    id: "smb3-virtual-disk",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "A virtual disk with Exchange data lies on an SMB 3.0 share that is not accepted for it",
    kept: "SMB 3.0 shares are used for Exchange data at most as the policy allows",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: ON_SMB3,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A)
                    .only(ONLY_2007)
                    .remark("The text is older than SMB 3.0 and does not name it; it rules out every share that the hypervisor presents as a disk."),
                cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::D)
                    .only(ONLY_2010)
                    .remark("Taken over from Exchange 2007: an exception for SMB 3.0 was not found for Exchange 2010."),
            ],
            checks: r"A virtual disk with Exchange data must not be kept on an SMB share, SMB 3.0 included. In the machine's settings in Hyper-V Manager its path has to begin with a drive letter, as in D:\VMs\mbx1.vhd, and not with a server, as in \\FS1\VMs\mbx1.vhd.",
            why: "To the host a share is file storage, and the policy for these versions accepts block storage only; the exception for SMB 3.0 stands in the policies for Exchange 2013 and later. Microsoft does not support Exchange 2007 on such a share, and for Exchange 2010 the same is assumed.",
            mend: "Move the disks to a local or SAN volume of the host: in Hyper-V Manager choose Move, then Move the virtual machine's storage. The machine can keep running, but the copy loads disks and network for as long as the data is large, and the volume needs the full space. Check afterwards that the disks are fixed and below 2,040 GB, which these versions demand as well.",
            find_out: "In Hyper-V Manager open the machine's Settings, select each hard drive and read its path, or run Get-VMHardDiskDrive -VMName NAME | Format-List Path on the host. Get-SmbConnection on the host lists the shares that it uses, with the SMB version under Dialect.",
        },
        Row {
            versions: ONLY_2013,
            severity: Severity::Requirement,
            violated: Condition::All(&[ON_SMB3, TOO_OLD_OR_OTHER_HYPERVISOR]),
            sources: &[cite(&POLICY_2013, "Exchange storage requirements, SMB 3.0", Evidence::A).remark(
                "The page allows fixed and dynamically expanding virtual disks on the share; Microsoft's white paper of July 2015 (page 23) and the page for Exchange 2016 allow fixed ones only. The page words the Hyper-V condition as one about the guest, which can only mean the host.",
            )],
            checks: "A virtual disk on an SMB 3.0 share is accepted only if the host runs Hyper-V of Windows Server 2012 or later, or the Hyper-V Server of these versions. For Exchange 2013 the disk may be of fixed size or dynamically expanding; the version of Windows inside the machine does not matter.",
            why: "The exception in Microsoft's policy is made for this Hyper-V alone: on an older one, on Client Hyper-V, or on another vendor's hypervisor, Exchange 2013 with its data on a share is unsupported. If the share is lost under a mounted database, the database stops and has to replay its logs before its users get mail again.",
            mend: "Either move the disks to block storage (a local volume, a SAN LUN, a VMFS datastore), as fixed disks if the hypervisor is not Hyper-V, or move the machine to a host with Windows Server 2012 Hyper-V or later. The first costs space and, without live storage migration, downtime while the files are copied; the second costs a host or its upgrade, with licences.",
            find_out: r"A path such as \\FS1\VMs\mbx1.vhdx in the machine's settings is on a share. On the host, Get-CimInstance Win32_OperatingSystem | Format-List Caption,Version must name Windows Server (or Hyper-V Server) with version 6.2 or higher; on Windows Server 2008 R2, which is too old, winver shows 6.1.",
        },
        Row {
            versions: SINCE_2016,
            severity: Severity::Requirement,
            violated: Condition::All(&[ON_SMB3, Condition::Any(&[TOO_OLD_OR_OTHER_HYPERVISOR, GROWING])]),
            sources: &[
                cite(&POLICY_2016, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_2016.or(ONLY_2019)).remark(
                    "Its paragraph on SMB 3.0 allows fixed virtual disks only, although the paragraph before it accepts dynamically expanding VHDX files and the page for Exchange 2013 accepts them on the share too.",
                ),
                cite(&POLICY_SE, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_SE),
            ],
            checks: "Two things must both be true of a virtual disk on an SMB 3.0 share: the host runs Hyper-V of Windows Server 2012 or later, and the disk is of fixed size. A dynamically expanding VHDX file, which is accepted on block storage, is not accepted on the share.",
            why: "The page for Exchange 2016 and later makes its exception for fixed virtual disks under that Hyper-V alone; with any other disk or hypervisor the data on the share puts the server outside Microsoft's support. A growing file can also fill the share's volume; then the machine is paused and its mailboxes are offline.",
            mend: "With the machine off, convert a growing file to fixed size in Hyper-V Manager (Edit Disk, Convert) or with Convert-VHD -VHDType Fixed, and attach the new file; the share needs free space for its whole size. If the hypervisor is the cause, move the data to fixed disks on block storage, or the machine to a host with Windows Server 2012 Hyper-V or later.",
            find_out: "On the host where the machine runs, Get-VHD -Path (Get-VMHardDiskDrive -VMName NAME).Path | Format-List Path,VhdType shows both: a path with a server name is on a share, and VhdType must be Fixed. The button Inspect beside the path in the machine's settings shows the type as well.",
        },
    ],
};
