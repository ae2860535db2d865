//! Snapshots, or checkpoints, of a machine with Exchange.

use crate::condition::is;
use crate::question::SubjectKind;
use crate::questions::guest::SNAPSHOTS;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, LIMITS_2010, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "vm-snapshots",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "Snapshots of the machine are taken",
    kept: "The machine is kept free of snapshots",
    rows: &[
        Row {
            versions: ONLY_2007.or(ONLY_2010),
            severity: Severity::Requirement,
            violated: is(SNAPSHOTS),
            sources: &[
                cite(&POLICY_2007, "Exchange Server 2007: conditions, snapshots", Evidence::A).only(ONLY_2007),
                cite(&LIMITS_2010, "snapshots", Evidence::C)
                    .only(ONLY_2010)
                    .remark("It is a German site's summary of Microsoft's article of 2011-10-11; Microsoft's own sentence about snapshots of Exchange 2010 could not be read."),
            ],
            checks: "The hypervisor must take and keep no snapshot of the machine, by hand or by a schedule: in Hyper-V Manager its Snapshots pane (Checkpoints since Windows Server 2012 R2) is empty, in the vSphere Client its list of Snapshots. The shadow copy that a VSS backup makes of a volume is another thing.",
            why: "Applying a snapshot turns the machine back in time while Active Directory, the other servers and Outlook go on: mail received since then is lost, and replicated copies of a database may no longer fit their logs. For Exchange 2007 and 2010 the mere taking of snapshots is already unsupported.",
            mend: "Delete the snapshots, never apply one, and stop the job that makes them; before risky work take an Exchange backup instead. Hyper-V of Windows Server 2008 and 2008 R2 merges the files only while the machine is shut down, which can take hours and needs free disk space. VMware merges them while the machine runs and slows its disks meanwhile.",
            find_out: "On Hyper-V, files that end in .avhd or .avhdx beside the virtual disks are traces of snapshots. PowerCLI lists them with Get-VM NAME | Get-Snapshot, a XenServer host with xe snapshot-list. Ask also who runs the backup: some programs take a snapshot of the machine on each run.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Requirement,
            violated: is(SNAPSHOTS),
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, snapshots", Evidence::A).only(ONLY_2013),
                cite(&POLICY_2016, "Requirements for hardware virtualization, snapshots", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("No kind of snapshot is exempted; production checkpoints, which are newer than the sentence, are not mentioned."),
                cite(&POLICY_SE, "Requirements for hardware virtualization, snapshots", Evidence::A)
                    .only(ONLY_SE)
                    .remark("For Subscription Edition the ban on snapshots rests on the page's mark; its text names 2016 and 2019."),
            ],
            checks: "Snapshots of the machine must be neither taken nor kept; Hyper-V calls them checkpoints since Windows Server 2012 R2. Microsoft's text exempts no kind, so production checkpoints count like standard ones, and so do snapshots by schedule on vSphere, Nutanix or Proxmox.",
            why: "A checkpoint is taken by the hypervisor, not by Exchange: going back to it brings back old databases, old queues and an old view of the database availability group (DAG), and a member may have to be reseeded or rebuilt. A machine with snapshots is outside what Microsoft supports from Exchange 2013 on.",
            mend: "Delete the checkpoints and take the machine out of every snapshot schedule; the merge runs while the machine works, but it loads the disk and wants free space on the volume. On Hyper-V since Windows Server 2016 you can also clear Enable checkpoints on the Checkpoints page of its settings; see afterwards whether a backup that runs on the host still works. As a way back use an Exchange-aware backup or another database copy.",
            find_out: "On a Hyper-V host since Windows Server 2012: Get-VMSnapshot -VMName NAME; since Windows Server 2016 also Get-VM NAME | Format-List CheckpointType, where Disabled means that none can be taken. In PowerCLI: Get-VM NAME | Get-Snapshot | Format-List Name,Created. Whether a checkpoint that a backup program makes and soon deletes counts is not said in Microsoft's text; ask its vendor for a statement about Exchange.",
        },
    ],
};
