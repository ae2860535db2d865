//! A Hyper-V host's iSCSI cards bound to a virtual switch.

use crate::condition::{Condition, is, one_of};
use crate::question::SubjectKind;
use crate::questions::guest::{ISCSI_BOUND_TO_VIRTUAL_SWITCH, STORAGE_KIND};
use crate::questions::{ONLY_2007, StorageKind};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::ON_HYPER_V;
use crate::source::{Evidence, POLICY_2007, cite};

const CONNECTED_BY_THE_HOST: Condition = one_of(STORAGE_KIND, StorageKind::set(&[StorageKind::IscsiOnHost]));

pub static RULE: Rule = Rule {
    id: "iscsi-virtual-switch",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "The host's iSCSI cards are bound to a virtual switch",
    kept: "The iSCSI cards of a Hyper-V host are not bound to a virtual switch",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[ON_HYPER_V, CONNECTED_BY_THE_HOST, is(ISCSI_BOUND_TO_VIRTUAL_SWITCH)]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations, iSCSI cards and virtual switches in Hyper-V", Evidence::A)
            .remark("It gives no reason for keeping these cards off virtual switches; the consequences named here are this project's own explanation.")],
        checks: "On the Hyper-V host no external virtual network should use a physical card that carries the host's iSCSI. In the properties of that network connection the box Microsoft Virtual Network Switch Protocol (Hyper-V Extensible Virtual Switch from Windows Server 2012 on) should be empty.",
        why: "Traffic of the host over a bound card passes through the virtual switch, beside that of the machines on it. Whoever changes or removes that switch, or floods it from a machine, also cuts off or slows the disks under Exchange, and its databases may be dismounted. Microsoft advises against the binding for Exchange 2007 but does not withdraw support for it.",
        mend: "Write down the IP settings, then shut down the machines with iSCSI disks from this host and those on the virtual network. In Hyper-V Manager, Virtual Network Manager (Virtual Switch Manager from Windows Server 2012 on), connect the external network to another physical card, or remove it if nothing uses it, and check the IP settings of the iSCSI card afterwards. If no other card is free, you need to buy one.",
        find_out: "In Network Connections on the host open the properties of each iSCSI connection and look at the list of items it uses. In Hyper-V Manager, Virtual Network Manager shows the physical card behind each external network. From Windows Server 2012 on Get-VMSwitch | Format-List Name,SwitchType,NetAdapterInterfaceDescription shows the same; the description of an iSCSI card must not appear there.",
    }],
};
