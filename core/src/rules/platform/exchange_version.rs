//! Exchange versions that are supported in no virtual machine.

use crate::condition::Condition;
use crate::question::SubjectKind;
use crate::questions::{Version, Versions};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

const MAIL_SERVERS: Versions = Version::set(&[Version::V55, Version::V2000]);
const CONFERENCING: Versions = Version::set(&[Version::V2000Conferencing]);

pub static RULE: Rule = Rule {
    id: "exchange-version",
    topic: Topic::Platform,
    subject: SubjectKind::Deployment,
    broken: "This Exchange version is not supported in any virtual machine",
    kept: "This Exchange version can be supported in a virtual machine",
    rows: &[
        Row {
            versions: MAIL_SERVERS,
            severity: Severity::Requirement,
            violated: Condition::Always,
            sources: &[cite(&POLICY_2007, "Versions earlier than Exchange Server 2003", Evidence::A)],
            checks: "The oldest Exchange that Microsoft supports in a virtual machine in production is Exchange Server 2003 with Service Pack 2. Exchange Server 5.5 and Exchange 2000 Server are refused on every hypervisor and with every setting, so no other rule is applied to them.",
            why: "Microsoft does not support Exchange 5.5 or 2000 in production on any hypervisor, so you cannot get help there when a mailbox store no longer mounts or mail stops. Their support on physical servers has ended too, so security holes stay open wherever they run.",
            mend: "No setting mends this. What lasts is a newer version, with new servers, licences and a migration in steps: Exchange 2007 can join an organization with Exchange 2000 but none with 5.5, and Exchange 2010 can join neither. Until then a physical server takes the old Exchange out of this policy, though not back into support; a lab machine without production mail is outside the policy as well.",
            find_out: "For Exchange 5.5 select the server in the Exchange Administrator program and choose File, Properties: version and build are shown there. For Exchange 2000 open the server's properties in Exchange System Manager and read the version: 6.0 is Exchange 2000, 6.5 would be Exchange 2003.",
        },
        Row {
            versions: CONFERENCING,
            severity: Severity::Requirement,
            violated: Condition::Always,
            sources: &[cite(
                &POLICY_2007,
                "Versions earlier than Exchange Server 2003, Conferencing Server",
                Evidence::A,
            )],
            checks: "Exchange 2000 Conferencing Server is named among the products that must not run virtualized in production. It is judged by the product alone: neither the hypervisor nor memory or disks of the machine can change the result.",
            why: "When a conference with sound, picture or shared programs breaks down on a virtual Conferencing Server, Microsoft does not support it. The product also depends on Exchange 2000 Server, which is refused in the same way.",
            mend: "Nothing in the machine's settings helps: retire Conferencing Server and hold the conferences with another service, where every meeting booked in it has to be arranged anew. A physical server would take it out of this policy, but its own support is over there too; as a lab the virtual machine is out of the policy's scope.",
            find_out: "Look for Exchange 2000 Conferencing Server in Add/Remove Programs of the Windows 2000 machine; among the services there should be an Exchange Conference Management Service. A server with only Exchange 2000 Server on it is the other choice in the list of versions.",
        },
    ],
};
