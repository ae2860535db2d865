//! Unified Messaging in a virtual machine that may not run it.

use crate::condition::{Condition, below, includes};
use crate::question::SubjectKind;
use crate::questions::deployment::SERVICE_PACK;
use crate::questions::guest::{ROLES, VCPUS};
use crate::questions::{ONLY_2007, ONLY_2010, Role};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{DEMYSTIFYING_2010, Evidence, POLICY_2007, cite};

const HAS_UNIFIED_MESSAGING: Condition = includes(ROLES, Role::set(&[Role::UnifiedMessaging]));
const TOO_OLD_OR_TOO_SMALL: Condition = Condition::Any(&[below(SERVICE_PACK, 1), below(VCPUS, 4)]);

pub static RULE: Rule = Rule {
    id: "unified-messaging-role",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "Unified Messaging runs in a machine that may not hold it",
    kept: "Unified Messaging is absent or runs where it is allowed",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: HAS_UNIFIED_MESSAGING,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, server roles", Evidence::A)],
            checks: "The machine must not hold the Unified Messaging role; every other role of Exchange 2007 may be virtual. In the Exchange Management Console, under Server Configuration, the Role column of the server must not name it.",
            why: "Unified Messaging turns telephone calls into sound and back in real time; when the virtual processor has to wait for its turn, callers may hear gaps and recordings may be spoiled. Microsoft supports this role of Exchange 2007 on physical servers only.",
            mend: "Install the role on a physical server, assign the dial plans to it, let running calls end on the old one (Disable-UMServer), then remove the role from the machine with Exchange setup. The price is a physical server with its licences and a short time in which callers cannot leave messages.",
            find_out: "In the Exchange Management Shell run Get-ExchangeServer | Format-List Name,ServerRole; UnifiedMessaging appears in the list if the role is installed.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Requirement,
            violated: Condition::All(&[HAS_UNIFIED_MESSAGING, TOO_OLD_OR_TOO_SMALL]),
            sources: &[cite(&DEMYSTIFYING_2010, "Unified Messaging virtual machines", Evidence::B).remark(
                "Only the opening was read. That the role was not allowed before Service Pack 1 is inferred from the announcement of 2011-05-16, which allowed it. Microsoft's help topic on virtualizing Unified Messaging (2012-03-07, its opening seen in a copy) differs: it only recommends four cores, but wants the role alone in its machine and names Windows Server 2008 R2 Hyper-V.",
            )],
            checks: "A machine with the Unified Messaging role needs Exchange 2010 Service Pack 1 or later and at least 4 virtual processors; 4 are enough, 3 are not. Besides, 4 physical cores must be free for it at all times, so the processors of its host must not be oversubscribed; that part is not asked here.",
            why: "Calls are recorded, played and turned into text while the caller waits, and a machine with too few processors may drop sound or refuse calls. Microsoft supports virtual Unified Messaging in Exchange 2010 only in this size and from Service Pack 1 on.",
            mend: "Install Service Pack 1 or later of Exchange 2010, which extends the Active Directory schema, and shut the machine down to give it 4 virtual processors. If the host cannot spare 4 cores, move the role to a physical server or another host; callers cannot leave messages meanwhile.",
            find_out: "Get-ExchangeServer | Format-List Name,ServerRole,AdminDisplayVersion shows roles and version: 14.1 is Service Pack 1, 14.2 and 14.3 are later, 14.0 is none. The number of virtual processors stands in the machine's settings, in Hyper-V Manager under Processor and in the vSphere Client under CPU.",
        },
    ],
};
