//! The system disk of a Hyper-V host of Windows Server 2008 or 2008 R2 is too small.

use crate::condition::{Condition, below, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::host::SYSTEM_DISK_GB;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, Product};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, POLICY_2013, cite};

const HYPER_V_2008: Condition = one_of(PRODUCT, Product::set(&[Product::HyperV2008, Product::HyperV2008R2]));

pub static RULE: Rule = Rule {
    id: "root-disk-size",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "The host's system disk is smaller than 10 GB",
    kept: "The host's system disk is large enough",
    rows: &[Row {
        versions: ONLY_2007.or(ONLY_2010).or(ONLY_2013),
        severity: Severity::Requirement,
        violated: Condition::All(&[HYPER_V_2008, below(SYSTEM_DISK_GB, 10)]),
        sources: &[
            cite(&POLICY_2007, "Exchange Server 2007: storage requirements of the root machine", Evidence::A)
                .only(ONLY_2007)
                .remark("It gives 10 GB as the example of Windows Server 2008 with Hyper-V; the figure is applied to 2008 R2 as well."),
            cite(&POLICY_2007, "Exchange Server 2007: storage requirements of the root machine", Evidence::D)
                .only(ONLY_2010)
                .remark("Taken over from Exchange 2007: no text on the system disk of a host for Exchange 2010 was read."),
            cite(&POLICY_2013, "Host machine storage requirements", Evidence::A)
                .only(ONLY_2013)
                .remark("It names Windows Server 2008 R2 with Hyper-V, but the requirements of Windows Server 2008; both systems are judged alike."),
        ],
        checks: "On a Hyper-V host with Windows Server 2008 or 2008 R2, the volume that Windows is installed on (usually C:) must have at least 10 GB; 10 GB exactly is allowed. That is for Windows alone: paging file, management software and memory dumps come on top, so with a paging file of 32 GB the volume needs more than 42 GB.",
        why: "When the host's system volume is full, Windows updates fail, no crash dump can be written and management may stop working, for the host and so for every Exchange machine on it. Below 10 GB Microsoft's storage requirement for the host is not met, and Exchange 2007 and 2013 servers there are not supported; for 2010 the same is assumed.",
        mend: "Enlarge the logical disk in the RAID controller or storage system, then choose Extend Volume for C: in Disk Management, which works while the host runs but needs free space directly behind C:. If that is not possible, install the host anew on a larger disk, with its guests moved or shut down for that time.",
        find_out: "Disk Management (diskmgmt.msc) on the host shows the Capacity of the volume with Windows. On Server Core or Hyper-V Server type wmic logicaldisk get deviceid,size,freespace and divide the size, given in bytes, by 1073741824.",
    }],
};
