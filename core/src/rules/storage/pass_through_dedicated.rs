//! A passed-through disk that does not serve one machine alone.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{DEDICATED_TO_VM, STORAGE_KIND};
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, PASS_THROUGH, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const SHARED: Condition = Condition::All(&[one_of(STORAGE_KIND, PASS_THROUGH), is_not(DEDICATED_TO_VM)]);

pub static RULE: Rule = Rule {
    id: "pass-through-dedicated",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "A passed-through disk with Exchange data does not serve this machine alone",
    kept: "Passed-through disks with Exchange data serve one machine each",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: SHARED,
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::A)
                    .only(ONLY_2007)
                    .remark("The text makes no exception for a single copy cluster, whose nodes share their disks."),
                cite(&POLICY_2007, "Exchange Server 2007: conditions, storage", Evidence::D)
                    .only(ONLY_2010)
                    .remark("Taken over from Exchange 2007: how the Exchange 2010 topic defines pass-through storage could not be read."),
            ],
            checks: "A disk or LUN that the host passes through to an Exchange machine must serve that one machine: neither another machine nor the host itself uses it. Example: LUN 5 is set as Physical hard disk of MBX1 and of nothing else; other LUNs of the same storage array may serve others.",
            why: "Hyper-V lets you pick the same physical disk for two machines, and two Windows systems that write to one NTFS volume overwrite each other until the databases are damaged. Microsoft counts pass-through storage for Exchange 2007 as supported only where it is dedicated to one guest; for Exchange 2010 the same is assumed.",
            mend: "Remove the disk from the settings of every other machine, leave it Offline in Disk Management of the host, and give the others LUNs of their own; move their data away first, and shut down a machine whose IDE disk you remove. The nodes of a single copy cluster (SCC) can connect their shared LUNs with the iSCSI initiator inside each node instead.",
            find_out: "In Hyper-V Manager compare the disk numbers under Physical hard disk in the settings of all machines on the host, and check in Disk Management that the host shows this disk as Offline. In the vSphere Client compare Physical LUN of all raw device mappings (RDM). On the storage array, check which hosts the LUN is presented to, and look on each of them.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: SHARED,
            sources: &[
                cite(&POLICY_2013, "Exchange storage requirements, pass-through storage", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Exchange storage requirements, pass-through storage", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019)),
                cite(&POLICY_SE, "Exchange storage requirements, pass-through storage", Evidence::A).only(ONLY_SE),
            ],
            checks: "Each disk passed through to an Exchange machine (Physical hard disk in Hyper-V Manager, RDM in the vSphere Client) belongs to that machine only. It is attached to no second machine, and it is not online in the host's Disk Management. Several hosts of a cluster may see the LUN, so that the machine can run on any of them.",
            why: "The policy defines pass-through storage as configured on the host and dedicated to one guest; Exchange data on a disk that others use as well is not supported by Microsoft. Two systems that write to the same volume damage it, and a DAG gains nothing from sharing, because its members replicate over the network and never need a common disk.",
            mend: "Present a separate LUN to the machine, bring the databases over (reseed in a DAG, Move-DatabasePath otherwise) and detach the old one; or, where the others do not need the disk, detach it from them. It costs a LUN and the time of the copy, and without a DAG the databases are dismounted meanwhile.",
            find_out: "On each Hyper-V host (Windows Server 2012 or later) Get-VM | Get-VMHardDiskDrive | Format-Table VMName,DiskNumber,Path must not show one DiskNumber twice, and Get-Disk must show these disks as Offline. In PowerCLI, Get-VM | Get-HardDisk -DiskType RawPhysical,RawVirtual | Format-Table Parent,ScsiCanonicalName must not show one ScsiCanonicalName for two machines.",
        },
    ],
};
