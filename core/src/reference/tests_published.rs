//! Test results that vendors of hypervisors have published, to hold one's own beside.

use super::{Block, Fact, Page};
use crate::source::{
    Citation, Evidence, LOADGEN_PROFILES, POLICY_2007, Source, VMWARE_DESIGNS, VMWARE_ESX_3_5, VMWARE_VSPHERE_4,
    VMWARE_VSPHERE_5, XENSERVER_PAPER, XENSERVER_TESTS, cite,
};

const fn read(cells: &'static [&'static str], source: &'static Source) -> Fact {
    Fact { cells, source: cite(source, "the article", Evidence::A) }
}

const fn in_part(cells: &'static [&'static str], source: &'static Source, section: &'static str) -> Fact {
    Fact { cells, source: cite(source, section, Evidence::B) }
}

const LIMITS: Citation = cite(&XENSERVER_TESTS, "SendMail latency", Evidence::C)
    .remark("Citrix names them as Microsoft's recommendations; Microsoft's own text was not found.");
const STRESS: Citation = cite(&POLICY_2007, "Exchange Server 2007: virtual machine, stress test", Evidence::A);

pub static PAGE: Page = Page {
    id: "published-tests",
    title: "Published test results",
    blocks: &[
        Block::Text(
            "These figures come from vendors who tested their own products. They are not Microsoft's guidance and no promise for your hardware. Use them to see whether your own measurements are plausible; do not size from them. The letter says how much of the vendor's text was read, not whether the result is true.",
        ),
        Block::Heading("Citrix: XenServer 5.0"),
        Block::Facts(
            &["Test", "Setup", "Result"],
            &[
                read(
                    &[
                        "Sending mail",
                        "Exchange 2007 on Windows Server 2008; 2,000 and 4,000 heavy mailboxes; four virtual servers beside physical ones",
                        "SendMail latency of all four virtual servers below that of the physical ones; the values stand in a picture that could not be read",
                    ],
                    &XENSERVER_TESTS,
                ),
                read(
                    &[
                        "One host",
                        "up to 8,000 heavy mailboxes on a single host",
                        "SendMail latency described as just as good; no value in the text",
                    ],
                    &XENSERVER_TESTS,
                ),
                read(
                    &[
                        "Other measures",
                        "latency of the disks, processor load, RPC latency",
                        "described as equally good; no value in the text",
                    ],
                    &XENSERVER_TESTS,
                ),
                read(
                    &[
                        "Live migration (XenMotion)",
                        "active Exchange machines moved between hosts",
                        "no loss of performance",
                    ],
                    &XENSERVER_TESTS,
                ),
                read(
                    &[
                        "Restart by XenServer's high availability",
                        "failed Exchange machines restarted on another host",
                        "restarted in less than three minutes; at work again as soon as Exchange recognized them",
                    ],
                    &XENSERVER_TESTS,
                ),
                Fact {
                    cells: &[
                        "Limits that it measures by",
                        "SendMail latency",
                        "below 500 ms on average, below 1,000 ms at the 95th percentile",
                    ],
                    source: LIMITS,
                },
                in_part(
                    &[
                        "White paper",
                        "40 pages; tests 1 to 9 performance, 10 live migration, 11 restart",
                        "not readable: size of the machines, milliseconds, processor load",
                    ],
                    &XENSERVER_PAPER,
                    "table of contents",
                ),
            ],
        ),
        Block::Heading("VMware"),
        Block::Facts(
            &["Test", "Setup", "Result"],
            &[
                in_part(
                    &[
                        "ESX Server 3.5: many machines",
                        "8 machines with 2 virtual processors, 14 GB and 2,000 mailboxes each, with Hub Transport, Client Access and Unified Messaging; one IBM x3850 M2 with 128 GB; Exchange 2007 SP1 on Windows Server 2003 R2",
                        "16,000 mailboxes on one host; the results were not readable",
                    ],
                    &VMWARE_ESX_3_5,
                    "the first part of the article",
                ),
                read(
                    &[
                        "vSphere 4: many machines",
                        "8,000 heavy mailboxes of Exchange 2007; 16 virtual processors on an 8-way host, as 8 machines with 2 or as 4 with 4",
                        "SendMail latency at the 95th percentile 273 ms (8 machines) and 304 ms (4 machines); less than 60 % of the host's processor capacity used; the 8 machines within 2 % of each other",
                    ],
                    &VMWARE_VSPHERE_4,
                ),
                read(
                    &[
                        "vSphere 4: one machine",
                        "4,000 heavy mailboxes of Exchange 2007; 8 virtual processors",
                        "latency of most setups half of the 500 ms that VMware takes as the limit",
                    ],
                    &VMWARE_VSPHERE_4,
                ),
                read(
                    &[
                        "vSphere 5: one machine that grows",
                        "Exchange 2010; from 2 to 12 virtual processors and from 2,000 to 12,000 very heavy mailboxes",
                        "about 15 % of the host's processor capacity used with 12,000",
                    ],
                    &VMWARE_VSPHERE_5,
                ),
                read(
                    &[
                        "vSphere 5: many machines",
                        "Exchange 2010; 8 machines with 16,000 very heavy mailboxes together",
                        "32 % of the host's processor capacity used",
                    ],
                    &VMWARE_VSPHERE_5,
                ),
                read(
                    &[
                        "vSphere 5: live moves",
                        "vMotion of a mailbox server with 4 virtual processors; Storage vMotion of a 350 GB disk",
                        "34 % and 11 % less time than with vSphere 4.1",
                    ],
                    &VMWARE_VSPHERE_5,
                ),
                in_part(
                    &[
                        "Exchange 2010: a building block",
                        "4,000 users at 150 messages sent and received, then 8,000, 16,000 and 64,000",
                        "not readable",
                    ],
                    &VMWARE_DESIGNS,
                    "table of contents",
                ),
            ],
        ),
        Block::Said(
            "Heavy means about 20 messages sent and 80 received a day, as the load generator for Exchange counted it. What the vendors meant by very heavy was not found.",
            &[cite(&LOADGEN_PROFILES, "LoadGen profiles", Evidence::C)],
        ),
        Block::Heading("How to compare your own"),
        Block::List(&[
            "Compare like with like: the same Exchange version, the same mail profile, a similar number of mailboxes for each virtual processor.",
            "Keep each statistic with its own limit: 500 ms belongs to the average, 1,000 ms to the 95th percentile. VMware shows the 95th percentile beside 500 ms, so its 273 ms is a stricter reading than Citrix's.",
            "For each virtual processor, by our arithmetic: vSphere 4 had 500 heavy mailboxes (8,000 by 16, with two virtual processors to a processor of the host), vSphere 5 had 1,000 very heavy ones (12,000 by 12), ESX Server 3.5 had 1,000 (16,000 by 16).",
            "Take the load of the host's processors on the host. What a machine shows of its own processors is relative to the time it is given.",
            "If your latency is much higher than these at a similar load, look at the disks first, then at the host's processors; if it is much lower, check that the test really played all users.",
            "Enter your SendMail latencies under measurements: the rules sendmail-latency-average and sendmail-latency-p95 compare them with the two limits.",
        ]),
        Block::Said(
            "Whatever a vendor has published: Microsoft asks to test the machine as it is configured under load before it goes into production.",
            &[STRESS],
        ),
        Block::Text(
            "A test is no support statement either. The setup on ESX Server 3.5 would not be supported: the policy for Exchange 2007 refuses the Unified Messaging role in a virtual machine and asks for Windows Server 2008.",
        ),
    ],
    sources: &[
        LIMITS,
        cite(&XENSERVER_TESTS, "the article", Evidence::A),
        cite(&VMWARE_VSPHERE_4, "the article", Evidence::A),
        cite(&VMWARE_VSPHERE_5, "the article", Evidence::A),
    ],
};
