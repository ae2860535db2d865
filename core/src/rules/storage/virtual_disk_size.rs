//! A fixed virtual disk of 2,040 GB or more under Hyper-V.

use crate::condition::{Condition, at_least, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{LARGEST_VIRTUAL_DISK_GB, STORAGE_KIND};
use crate::questions::{ONLY_2007, ONLY_2010, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_HYPER_V;
use crate::source::{Evidence, POLICY_2007, cite};

const FIXED: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::FixedVirtualDisk]));

pub static RULE: Rule = Rule {
    id: "virtual-disk-size",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "A fixed virtual disk with Exchange data has 2,040 GB or more",
    kept: "Fixed virtual disks with Exchange data under Hyper-V are below 2,040 GB",
    rows: &[Row {
        versions: ONLY_2007.or(ONLY_2010),
        severity: Severity::Requirement,
        violated: Condition::All(&[ON_HYPER_V, FIXED, at_least(LARGEST_VIRTUAL_DISK_GB, 2040)]),
        sources: &[
            cite(&POLICY_2007, "Exchange Server 2007: conditions, note on the size of a VHD", Evidence::A)
                .only(ONLY_2007)
                .remark("The note speaks of VHD files and is older than VHDX, which can be larger; the limit is applied to both. For other hypervisors it sends the reader to their vendors."),
            cite(&POLICY_2007, "Exchange Server 2007: conditions, note on the size of a VHD", Evidence::D)
                .only(ONLY_2010)
                .remark("Taken over from Exchange 2007: a limit for Exchange 2010 was not found in a Microsoft text."),
        ],
        checks: "Under Hyper-V each fixed virtual disk with Exchange data must be smaller than 2,040 GB, with 1 GB = 1024 MB: 2,039 GB is allowed, 2,040 GB is not. The limit is for each disk alone, so three disks of 1,500 GB are allowed.",
        why: "The VHD format ends at 2,040 GB: a disk that large cannot be extended, and when it is full its databases dismount and mail stops. Under Hyper-V, Microsoft supports fixed virtual disks for Exchange 2007 data only below this size; for Exchange 2010 the same is assumed.",
        mend: "Add one or more smaller fixed disks in the machine's settings, move the databases to them, and remove the large disk; a fixed VHD cannot be shrunk. Or use a pass-through disk or an iSCSI LUN, for which the policy sets no such limit. Moving a database with Move-DatabasePath dismounts it for the time of the copy, and until the end you need the space twice.",
        find_out: "In Hyper-V Manager open Settings, select each hard drive, click Inspect and read Maximum Disk Size. On Windows Server 2012 or later, Get-VHD -Path FILE | Format-List Path,Size shows it in bytes; 2,040 GB are 2190433320960 bytes.",
    }],
};
