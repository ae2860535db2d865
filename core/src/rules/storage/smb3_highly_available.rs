//! An SMB 3.0 share with Exchange's virtual disks that is not highly available.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{SMB3_HIGHLY_AVAILABLE, STORAGE_KIND};
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const ON_SMB3: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::Smb3VirtualDisk]));

pub static RULE: Rule = Rule {
    id: "smb3-highly-available",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "The SMB 3.0 share with the virtual disks is not highly available",
    kept: "SMB 3.0 shares with Exchange's virtual disks are highly available",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_SMB3, is_not(SMB3_HIGHLY_AVAILABLE)]),
        sources: &[
            cite(&POLICY_2013, "Exchange storage requirements, SMB 3.0", Evidence::A)
                .only(ONLY_2013)
                .remark("Worded as advice: the storage behind the share should be set up for high availability."),
            cite(&POLICY_2016, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "Exchange storage requirements, SMB 3.0", Evidence::A).only(ONLY_SE),
        ],
        checks: "The share with Exchange's virtual disks should survive the failure of one file server and of one disk: a clustered file server (best a Scale-Out File Server) with Continuous availability switched on for the share, on redundant storage. A single Windows file server does not fulfil this.",
        why: "If the only file server restarts, even for updates, all virtual disks on its share vanish and every database on them goes down. Exchange stays supported, but a single share under several DAG members makes one failure into an outage of all of them.",
        mend: "Build a file server cluster of at least two nodes on storage that both can reach, add a share with Enable continuous availability, and move the virtual disks there with Move, Move the virtual machine's storage in Hyper-V Manager. It costs a second server with its licence and shared storage; if that is too much, spread the copies of each database over different file servers.",
        find_out: "On the file server, Get-SmbShare | Format-Table Name,ScopeName,ContinuouslyAvailable shows True for a share with continuous availability; a ScopeName of * means that the share belongs to a single server and not to a cluster. Failover Cluster Manager lists clustered file servers under Roles. For a NAS appliance ask its vendor about SMB 3 continuous availability.",
    }],
};
