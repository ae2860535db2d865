//! Exchange 2007 or 2010 on Azure virtual machines.

use crate::condition::one_of;
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::{ONLY_2007, ONLY_2010, Product};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, TOPIC_2010, cite};

pub static RULE: Rule = Rule {
    id: "azure-production",
    topic: Topic::Platform,
    subject: SubjectKind::Deployment,
    broken: "Exchange runs in production on Azure virtual machines",
    kept: "Exchange does not run on Azure virtual machines",
    rows: &[Row {
        versions: ONLY_2007.or(ONLY_2010),
        severity: Severity::Requirement,
        violated: one_of(PRODUCT, Product::set(&[Product::AzureVm])),
        sources: &[
            cite(&POLICY_2007, "Exchange Server 2007: conditions, note on Windows Azure", Evidence::A).only(ONLY_2007),
            cite(&TOPIC_2010, "Opening: production on Azure virtual machines", Evidence::B).only(ONLY_2010).remark(
                "It is a text of 2012; Microsoft's list of server software for Azure, dated 2023, begins with Exchange 2013 and so agrees with it.",
            ),
        ],
        checks: "Exchange 2007 and Exchange 2010 must not run in production on Azure virtual machines, whatever size and disks the machines have. Only Exchange 2013 and later may, and then with their data on Premium Storage.",
        why: "Microsoft does not support production servers of these two versions on Azure, so you cannot count on help when mail stops or a database fails there. When Azure was opened for Exchange later, it was for 2013 and newer; the two older versions were left out.",
        mend: "Bring the machines to hosts of your own, which costs hardware and an outage while the disks are copied. Or migrate the mailboxes to Exchange Online, or to a later Exchange, which may stay on Azure with Premium Storage: Exchange 2007 can go to 2013 at most and Exchange 2010 to 2016 at most, newer versions take a second step. Until the last mailbox has moved, both systems have to run.",
        find_out: "Look for the machine's name in the Azure portal under Virtual machines, or in the list that Get-AzVM gives for the subscription. What Windows shows inside as manufacturer and model (Microsoft Corporation, Virtual Machine) is the same under Hyper-V and proves nothing.",
    }],
};
