//! Storage that does not survive the loss of a disk.

use crate::condition::is_not;
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::guest::RAID_PROTECTED;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "storage-raid",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Not all storage under the machine is protected by RAID",
    kept: "The storage under the machine is protected by RAID",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: is_not(RAID_PROTECTED),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage considerations, RAID", Evidence::A).remark(
            "It asks for separate LUNs on RAID arrays for the system of the host, the system disk of each guest and all storage of virtual machines, and names no RAID level. Only the protection is judged here, not whether the LUNs are separate.",
        )],
        checks: "Microsoft wants separate LUNs, each protected by RAID, for the host's operating system, for the system disk of each guest and for all other storage of the machines. Answer yes only if all of these survive the loss of one disk: RAID 1, 10, 5 or 6 do, a single disk and RAID 0 (striping) do not. With the host's system on a single disk, for example, the answer is no.",
        why: "One broken disk without RAID stops everything on it: the host with all its machines, a guest, or a database together with its logs, and then mail since the last backup may be lost. CCR and LCR keep a second copy of the databases only, not of the systems. Exchange 2007 stays supported without RAID, at your own risk.",
        mend: "Create RAID arrays on the controller or the storage system and move the virtual disks or the data there while the machine is shut down; some controllers can also turn a single disk into a mirror (RAID 1) in place. It takes at least one more disk for each array. Where an array has to be built anew, it also takes a tested backup, a restore and the outage for both.",
        find_out: "Windows in the guest cannot see RAID below its disks: look at the level of each LUN in the management program of the RAID controller or the storage system, or ask whoever looks after it. On a Windows host Disk Management shows mirrors made by Windows itself. From Windows Server 2012 on, Get-VirtualDisk | Format-List FriendlyName,ResiliencySettingName shows Storage Spaces, where Simple means unprotected.",
    }],
};
