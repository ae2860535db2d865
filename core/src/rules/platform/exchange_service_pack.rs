//! Exchange without the service pack that the policy starts at.

use crate::condition::below;
use crate::question::SubjectKind;
use crate::questions::deployment::SERVICE_PACK;
use crate::questions::{ONLY_2003, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "exchange-service-pack",
    topic: Topic::Platform,
    subject: SubjectKind::Deployment,
    broken: "Exchange lacks the service pack that support in a virtual machine begins with",
    kept: "Exchange has the service pack that support in a virtual machine begins with",
    rows: &[
        Row {
            versions: ONLY_2003,
            severity: Severity::Requirement,
            violated: below(SERVICE_PACK, 2),
            sources: &[cite(&POLICY_2007, "Exchange Server 2003: conditions, service pack", Evidence::A)],
            checks: "Exchange 2003 in a virtual machine needs Service Pack 2 or later. The release without a service pack (RTM, to be answered as 0) and Service Pack 1 are too old.",
            why: "Below Service Pack 2 Microsoft does not support Exchange 2003 on virtual hardware, however well the rest is set up. Faults of the older builds in store and transport are not corrected either: the answer is always to install the service pack.",
            mend: "Take a full backup first, because an Exchange service pack cannot be removed again, then install Service Pack 2, on front-end servers before back-end servers. Its setup stops the Exchange services and may want a restart, so mail is down for that time; no licence is needed.",
            find_out: "In Exchange System Manager click Servers: the list has a column with the server version, and the text in it names the service pack. Build 7638 is Service Pack 2, 7226 is Service Pack 1, and 6944 has none.",
        },
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: below(SERVICE_PACK, 1),
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, service pack", Evidence::A)],
            checks: "Exchange 2007 in a virtual machine needs Service Pack 1 or later: the version begins with 8.1, 8.2 or 8.3. Version 8.0 is the release without a service pack (RTM, to be answered as 0) and too old.",
            why: "Without Service Pack 1 Microsoft does not support Exchange 2007 in a virtual machine. Nor could it be otherwise: the first release does not run on Windows Server 2008, the only guest system that the policy accepts.",
            mend: "Run the setup of the newest Exchange 2007 service pack on every server, Client Access servers first and Mailbox servers after the Hub Transport servers; each is down while it is upgraded, and there is no way back but a restore. A server on Windows Server 2003 also needs a new machine, because Windows cannot be upgraded under Exchange: install Exchange there with the service pack and move the mailboxes.",
            find_out: "In the Exchange Management Shell run Get-ExchangeServer | Format-List Name,AdminDisplayVersion. An Edge Transport server has to be asked on that server, and Version 8.1, 8.2 and 8.3 stand for Service Pack 1, 2 and 3.",
        },
    ],
};
