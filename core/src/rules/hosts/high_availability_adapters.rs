//! Too few physical network cards in the host of a highly available deployment.

use crate::condition::{Condition, below};
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::host::{NICS_DEDICATED_TO_ROOT, NICS_DEDICATED_TO_VMS, NICS_TOTAL};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::rules::groups::{HIGHLY_AVAILABLE, OWN_HOSTS};
use crate::source::{Evidence, POLICY_2007, cite};

const TOO_FEW_CARDS: Condition =
    Condition::Any(&[below(NICS_TOTAL, 2), below(NICS_DEDICATED_TO_ROOT, 1), below(NICS_DEDICATED_TO_VMS, 1)]);

pub static RULE: Rule = Rule {
    id: "high-availability-adapters",
    topic: Topic::Hosts,
    subject: SubjectKind::Host,
    broken: "Host and guests lack network cards of their own",
    kept: "Host and guests have the network cards that high availability asks for",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: Condition::All(&[OWN_HOSTS, HIGHLY_AVAILABLE, TOO_FEW_CARDS]),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: network considerations, environments with high availability", Evidence::A)
            .remark("It names CCR, SCC and quick migration as examples; a host cluster and other kinds of migration are judged like them.")],
        checks: "Where Exchange 2007 runs in a CCR or SCC, or the hypervisor restarts or moves machines, each host should have at least 2 physical network cards: at least 1 that only the host uses and at least 1 that only the virtual machines use. Two cards, one for each purpose, are enough; cards for iSCSI are counted by another rule.",
        why: "If host and guests share a card, a backup or a move of a machine can fill the line; the heartbeat of the Exchange cluster then comes late, and the cluster may fail over although nothing is broken. Exchange 2007 stays supported without a second card; the risk is an outage by one full or broken line.",
        mend: "Install a further network card (the host is off meanwhile), and in Virtual Network Manager bind the External network of the guests to it, not shared with the management operating system; on vSphere give their virtual switch this card as uplink. Keep the host's address on the other card so that you can still reach it. The guests lose their network for a moment, so move clustered mailbox servers to their other node first.",
        find_out: "On Hyper-V open Virtual Network Manager (Virtual Switch Manager since Windows Server 2012): a card of an External network serves the guests alone if Allow management operating system to share this network adapter is cleared. Windows Server 2008 has no such box; there all protocols must be cleared in the host's own connection to that network. In vSphere a virtual switch without service console and VMkernel port serves guests alone; XenCenter shows which card has the management interface.",
    }],
};
