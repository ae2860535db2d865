//! A Hyper-V host's iSCSI cards without jumbo frames.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{ISCSI_JUMBO_FRAMES, STORAGE_KIND};
use crate::questions::{ONLY_2007, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_HYPER_V;
use crate::source::{Evidence, POLICY_2007, cite};

const CONNECTED_BY_THE_HOST: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::IscsiOnHost]));

pub static RULE: Rule = Rule {
    id: "iscsi-jumbo-frames",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Jumbo frames are off on the host's iSCSI cards",
    kept: "Jumbo frames are on wherever they are advised for iSCSI",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_HYPER_V, CONNECTED_BY_THE_HOST, is_not(ISCSI_JUMBO_FRAMES)]),
        sources: &[cite(
            &POLICY_2007,
            "Exchange Server 2007: storage requirements and recommendations, jumbo frames in Hyper-V",
            Evidence::A,
        )
        .remark(
            "It advises jumbo frames for the dedicated physical iSCSI cards of a Hyper-V host and names no frame size.",
        )],
        checks: "On the Hyper-V host, each network card for iSCSI should have jumbo frames switched on: Device Manager, the card, tab Advanced, Jumbo Packet (the driver may call it Jumbo Frame or Jumbo MTU). Any large size will do, 9014 bytes for example; Disabled or 1514 is off. The switch ports and the storage must allow the same size.",
        why: "A normal frame carries 1,500 bytes, so a page of 8 KB from an Exchange 2007 database takes six frames where one jumbo frame would do. The extra frames cost processor time on the host, which all its machines share, and slow the disks down under load. Exchange 2007 stays supported without jumbo frames; they are advice.",
        mend: "Raise the frame size on the switches first, then on the storage and last on the host's cards; if one device in the path stays at 1,500 bytes, connections can hang under load, which is worse than no jumbo frames. Setting a card drops its link for a moment, so shut down the machines that use these disks before. It costs this outage and nothing else, unless a switch cannot do it.",
        find_out: "On the host run netsh interface ipv4 show subinterfaces: for the iSCSI connection the MTU is 1500 if jumbo frames are off and about 9000 if they are on. Then try ping -f -l 8972 with the storage's address; an answer shows that the whole path can do it (8,972 bytes plus 28 of headers make 9,000). From Windows Server 2012 on Get-NetAdapterAdvancedProperty lists the setting of every card.",
    }],
};
