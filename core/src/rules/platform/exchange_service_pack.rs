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
            why: "Below Service Pack 2 Microsoft does not support Exchange 2003 on virtual hardware, however well the rest is set up. Known faults of the older builds, in the mailbox store or in mail transport, stay in place until the service pack is installed.",
            mend: "Take a full backup first, because an Exchange service pack cannot be removed again, then install Service Pack 2, on front-end servers before back-end servers. Its setup stops the Exchange services and may want a restart, so mail is down for that time; no licence is needed.",
            find_out: "In Exchange System Manager open the properties of the server: the tab General shows its version with build and service pack. Build 7638 is Service Pack 2, 7226 is Service Pack 1, and 6944 has none.",
        },
        Row {
            versions: ONLY_2007,
            severity: Severity::Requirement,
            violated: below(SERVICE_PACK, 1),
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: conditions, service pack", Evidence::A)],
            checks: "Exchange 2007 in a virtual machine needs Service Pack 1 or later: the version begins with 8.1, 8.2 or 8.3. Version 8.0 is the release without a service pack (RTM, to be answered as 0) and too old.",
            why: "Without Service Pack 1 Microsoft does not support Exchange 2007 in a virtual machine. The first release was not made for Windows Server 2008 either, the only guest system that the policy accepts.",
            mend: "Run the setup of the newest Exchange 2007 service pack on every server, Client Access servers first and Mailbox servers last; each is down meanwhile, and only a restore leads back. A server on Windows Server 2003 also needs a new machine with Windows Server 2008, because Windows cannot be upgraded under Exchange 2007: install Exchange there with the service pack and move the mailboxes.",
            find_out: "In the Exchange Management Shell run Get-ExchangeServer | Format-List Name,AdminDisplayVersion: Version 8.1, 8.2 and 8.3 stand for Service Pack 1, 2 and 3. For an Edge Transport server run it on that server itself.",
        },
    ],
};
