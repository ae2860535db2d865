//! More memory than the version of Exchange is designed for.

use crate::condition::above;
use crate::question::SubjectKind;
use crate::questions::guest::MEMORY_GB;
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, HEALTH_CHECKER, HOW_BIG_2013, PREFERRED_2019, REQUIREMENTS_2019, SIZING_2013, cite};

pub static RULE: Rule = Rule {
    id: "memory-maximum",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "The machine has more memory than Exchange is designed for",
    kept: "The machine has no more memory than Exchange is designed for",
    rows: &[
        Row {
            versions: ONLY_2013,
            severity: Severity::Recommendation,
            violated: above(MEMORY_GB, 96),
            sources: &[
                cite(&HOW_BIG_2013, "recommended maximum of memory", Evidence::A),
                cite(&SIZING_2013, "Exchange 2013 sizing, memory of the tested design", Evidence::A),
                cite(&HEALTH_CHECKER, "hardware information, memory of Exchange 2013", Evidence::A),
            ],
            checks: "The machine should have at most 96 GB of memory (98,304 MB); exactly 96 GB is fine. The limit is the same for one role and for Mailbox and Client Access together.",
            why: "Exchange 2013 was tested with up to 96 GB, and Microsoft advises against more because oversized servers came up in support cases. It stays supported, but memory beyond that may bring high processor load instead of speed.",
            mend: "Shut the machine down and set its memory to 96 GB or what the sizing asks for, then set the paging file to 32,778 MB if it is not so already. If the load needs more, add a second machine on another host, which costs a Windows and an Exchange licence.",
            find_out: "On a Hyper-V host since Windows Server 2012, Get-VM NAME | Format-List MemoryStartup shows it in bytes. The vSphere Client shows Memory on the Summary page of the machine, and PowerCLI with Get-VM NAME | Format-List Name,MemoryGB.",
        },
        Row {
            versions: ONLY_2016,
            severity: Severity::Recommendation,
            violated: above(MEMORY_GB, 192),
            sources: &[
                cite(&PREFERRED_2019, "Commodity servers, memory", Evidence::A)
                    .remark("It gives 192 GB as the earlier figure, of Exchange 2016."),
                cite(&HEALTH_CHECKER, "hardware information, memory of Exchange 2016", Evidence::A)
                    .remark("At its release 96 GB was the advice for Exchange 2016 as well; Microsoft raised it to 192 GB later."),
            ],
            checks: "At most 192 GB of memory (196,608 MB) should be given to the machine; 192 GB itself is within the advice. A machine with 256 GB is above it.",
            why: "Microsoft gives 192 GB as the size up to which Exchange 2016 was scaled; whether it makes use of more is open, and with so many mailboxes in one server each restart and each failure concerns more people. The server is supported all the same.",
            mend: "Lower the memory to 192 GB or less in the settings of the switched-off machine, and put the mailboxes that no longer fit on another server. Its paging file stays at 32,778 MB, which applies from 32 GB of memory on.",
            find_out: "(Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory / 1GB in the guest shows slightly less than was given. The exact figure stands under Memory in the machine's settings in Hyper-V Manager or the vSphere Client.",
        },
        Row {
            versions: ONLY_2019.or(ONLY_SE),
            severity: Severity::Recommendation,
            violated: above(MEMORY_GB, 256),
            sources: &[
                cite(&REQUIREMENTS_2019, "Hardware requirements, memory", Evidence::A),
                cite(&PREFERRED_2019, "Commodity servers, memory, and scale theory", Evidence::A).only(ONLY_2019),
                cite(&HEALTH_CHECKER, "hardware information, memory of builds from 15.2 on", Evidence::A).remark(
                    "For Subscription Edition the figure comes from a page shared with Exchange 2019 and from its build number in the script; no sizing text of its own was found.",
                ),
            ],
            checks: "The machine should have at most 256 GB of memory (262,144 MB), which is the large memory support that Microsoft states for Exchange 2019 and Subscription Edition. 256 GB is allowed, anything above is not advised.",
            why: "Microsoft describes these versions for up to 256 GB; Exchange may not use more of it well, and one server with that many mailboxes makes each outage larger. HealthChecker, Microsoft's checking script, warns of it, but support is not lost.",
            mend: "Reduce the memory of the machine while it is off and set its paging file to a quarter of the new amount, or divide the mailboxes between two machines on two hosts. The second way costs licences, but a failure then stops only half of the users.",
            find_out: "HealthChecker, run in the guest, shows it as Physical Memory. Otherwise read it in the settings of the machine: Memory in Hyper-V Manager and vSphere Client, the size of the machine in Azure or another cloud.",
        },
    ],
};
