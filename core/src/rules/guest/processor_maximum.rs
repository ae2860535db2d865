//! More virtual processors than the version of Exchange is designed for.

use crate::condition::above;
use crate::question::SubjectKind;
use crate::questions::guest::VCPUS;
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, HEALTH_CHECKER, HOW_BIG_2013, PREFERRED_2019, SIZING_2013, cite};

pub static RULE: Rule = Rule {
    id: "processor-maximum",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The machine has more virtual processors than Exchange is designed for",
    kept: "The machine has no more virtual processors than Exchange is designed for",
    rows: &[
        Row {
            versions: ONLY_2013.or(ONLY_2016),
            severity: Severity::Recommendation,
            violated: above(VCPUS, 24),
            sources: &[
                cite(&HOW_BIG_2013, "recommended maximum of processor cores", Evidence::A).only(ONLY_2013),
                cite(&SIZING_2013, "Exchange 2013 sizing", Evidence::A)
                    .only(ONLY_2013)
                    .remark("It speaks of design and tests with up to 20 cores; Microsoft's blog of 2015 gives 24, and that is what is checked."),
                cite(&PREFERRED_2019, "Commodity servers", Evidence::A)
                    .only(ONLY_2016)
                    .remark("It mentions 24 physical cores as the figure of Exchange 2016."),
                cite(&HEALTH_CHECKER, "hardware information, number of cores", Evidence::A).remark(
                    "The script compares the logical processors that Windows sees with 24, Microsoft's sizing texts speak of physical cores; in a virtual machine both are as a rule its virtual processors.",
                ),
            ],
            checks: "The machine should have at most 24 virtual processors; 24 is still fine, 25 is not advised. In vSphere multiply CPU sockets by cores per socket, so 4 sockets of 8 cores are 32.",
            why: "Exchange 2013 and 2016 were designed for smaller servers, and Microsoft has reported support cases of oversized Exchange 2013 servers. Above 24 the server remains supported, but more processors may not make it faster, and when it fails more mailboxes are affected at once.",
            mend: "Put the load on one more Exchange server on another host and shut this machine down to lower its number of processors. That costs a Windows and an Exchange server licence and the moving of mailboxes or database copies.",
            find_out: "Run Get-VMProcessor -VMName NAME | Format-List Count on a Hyper-V host since Windows Server 2012 or Get-VM NAME | Format-List Name,NumCpu in PowerCLI. In the guest (Get-CimInstance Win32_ComputerSystem).NumberOfLogicalProcessors gives the number; for a rented machine see its size in the provider's portal.",
        },
        Row {
            versions: ONLY_2019.or(ONLY_SE),
            severity: Severity::Recommendation,
            violated: above(VCPUS, 48),
            sources: &[
                cite(&PREFERRED_2019, "Commodity servers, scale theory", Evidence::A)
                    .only(ONLY_2019)
                    .remark("It describes physical servers with up to 48 physical cores."),
                cite(&HEALTH_CHECKER, "hardware information, cores of builds from 15.2 on", Evidence::A).remark(
                    "The script tests logical processors first, then physical ones, against 48. It treats Subscription Edition like Exchange 2019 by its build number; no sizing text for Subscription Edition was found.",
                ),
            ],
            checks: "Give the machine no more than 48 virtual processors; exactly 48 is within the advice, 49 is above it. What counts is the total over all virtual sockets.",
            why: "Microsoft raised the figure from 24 to 48 with Exchange 2019 and still advises many middle-sized servers instead of few big ones, because speed does not grow in step with the cores and one failure then hits fewer users. A bigger machine is supported, though HealthChecker, Microsoft's checking script, marks it as an error.",
            mend: "Shut the machine down, set 48 virtual processors or fewer, and spread the mailboxes over more servers or more members of the DAG. Every further server costs licences, memory on a host and a share of the backup window.",
            find_out: "Run HealthChecker in the guest and read Number of Logical Cores, or look at the machine: under Processor in Hyper-V Manager, under CPU in the vSphere Client, under Size in the Azure portal.",
        },
    ],
};
