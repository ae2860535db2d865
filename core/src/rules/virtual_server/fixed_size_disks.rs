//! Exchange 2003 data on virtual disks that are not of fixed size.

use crate::choice::Choices;
use crate::condition::{Condition, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{ONLY_2003, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_VIRTUAL_SERVER;
use crate::source::{Evidence, POLICY_2007, cite};

const NOT_FIXED: Choices<StorageKind> =
    StorageKind::set(&[StorageKind::DynamicVirtualDisk, StorageKind::DifferencingVirtualDisk]);

pub static RULE: Rule = Rule {
    id: "fixed-size-disks",
    topic: Topic::VirtualServer,
    subject: SubjectKind::Guest,
    broken: "Exchange data is on growing or differencing virtual disks",
    kept: "Exchange data is not on growing or differencing virtual disks",
    rows: &[Row {
        versions: ONLY_2003,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_VIRTUAL_SERVER, one_of(STORAGE_KIND, NOT_FIXED)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance, fixed-size virtual disks", Evidence::A)],
        checks: "Databases and logs of Exchange 2003 should be on virtual disks of the type fixed-size. Dynamically expanding virtual disks, which Virtual Server makes for every new machine unless told otherwise, and differencing ones go against the advice.",
        why: "A dynamically expanding virtual disk grows piece by piece, so its file can be scattered over the host's drive and writes wait for it; when that drive is full, Exchange stops. The machine stays supported; slow mail and a sudden stop are the risk.",
        mend: "Shut the guest down and convert each disk to a fixed-size one in the Administration Website (Virtual Disks, Inspect), or merge a differencing one into a new fixed-size file, then attach the new file. The host needs free space for the full size, and Exchange is down while it is copied: 100 GB at 50 MB per second take about 35 minutes.",
        find_out: "Open Virtual Disks, Inspect in the Administration Website and enter the path of the .vhd file: the page shows its type. A file much smaller than the disk that Windows shows in the guest is not of fixed size.",
    }],
};
