//! What help one gets from Microsoft where the policy is not met.

use super::{Block, Fact, Page};
use crate::source::{
    BIZTALK_VM, Citation, Evidence, NON_MICROSOFT, NON_MICROSOFT_2007, POLICY_2007, POLICY_2013, POLICY_2016,
    POLICY_SE, SOFTWARE_SUPPORT, SUPPORT_PARTNERS, cite,
};

const fn article(cells: &'static [&'static str], section: &'static str) -> Fact {
    Fact { cells, source: cite(&NON_MICROSOFT, section, Evidence::A) }
}

const EARLIER: Citation = cite(&NON_MICROSOFT_2007, "customers with and without a Premier agreement", Evidence::B);

pub static PAGE: Page = Page {
    id: "when-the-answer-is-no",
    title: "What help you get when the answer is no",
    blocks: &[
        Block::Said(
            "Exchange's own policy knows two answers: supported in production where every condition is met, and otherwise not. There is no answer in between.",
            &[
                cite(&POLICY_2007, "conditions, Exchange Server 2003 and 2007", Evidence::A),
                cite(&POLICY_2013, "requirements for hardware virtualization", Evidence::A),
                cite(&POLICY_2016, "requirements for hardware virtualization", Evidence::A),
                cite(&POLICY_SE, "requirements for hardware virtualization", Evidence::A),
            ],
        ),
        Block::Text(
            "How Microsoft treats a call about software on another vendor's hypervisor stands in a general article, KB 897615. It is about Microsoft's software as a whole and about Windows Server, and it does not change Exchange's policy. The text read is of 2020 and may have changed since.",
        ),
        Block::Facts(
            &["Your situation", "What Microsoft says"],
            &[
                article(
                    &[
                        "The hypervisor is validated (SVVP) or its vendor has a support relationship with Microsoft, and you have a support agreement",
                        "It supports the Windows Server in the machine while that is in support, and looks into the fault together with the vendor. It may still ask you to show the fault without the hypervisor.",
                    ],
                    "vendors with validated solutions",
                ),
                article(
                    &[
                        "Neither, and you have a Premier agreement",
                        "It will look into the fault. It may ask you to show it on Hyper-V of Windows Server 2012 R2 or later, on physical hardware, or on both.",
                    ],
                    "customers with Premier support",
                ),
                article(
                    &[
                        "Neither, and you have no Premier agreement",
                        "The text of 2020 has no rule for this. Outside the cases that it names, Microsoft neither tests nor supports its software on such products.",
                    ],
                    "general rule",
                ),
                Fact {
                    cells: &[
                        "No Premier agreement, by the text of 2007",
                        "You had to show the fault without the hypervisor before Microsoft looked at it.",
                    ],
                    source: EARLIER,
                },
                article(
                    &[
                        "It is confirmed that the hypervisor has nothing to do with the fault",
                        "It supports its software as if it ran without the hypervisor.",
                    ],
                    "faults that are unrelated to the hypervisor",
                ),
                article(
                    &[
                        "The fault is in memory overcommit, in moving machines between hosts, or in something like virtualization-based security, on a validated product",
                        "Not supported by Microsoft under SVVP; it is the vendor's to support.",
                    ],
                    "what the validation does not cover",
                ),
                Fact {
                    cells: &[
                        "The machines are rented from a hoster with a service provider license (SPLA)",
                        "SVVP does not apply to the hoster; support comes from the hoster.",
                    ],
                    source: cite(&SOFTWARE_SUPPORT, "service providers", Evidence::A),
                },
                Fact {
                    cells: &[
                        "The vendor is a support partner: Canonical, Citrix, Nutanix, Red Hat, SUSE, Virtuozzo, VMware (list of 2020)",
                        "A joint support relationship exists for validated products. That a vendor is on the list does not mean that your product and version are.",
                    ],
                    source: cite(&SUPPORT_PARTNERS, "summary", Evidence::A),
                },
            ],
        ),
        Block::Heading("Commercially reasonable support"),
        Block::Said(
            "You may hear that hypervisors outside SVVP get commercially reasonable support. Microsoft defines this for BizTalk Server: all reasonable efforts that need no change to BizTalk Server's code. It is BizTalk Server's answer, and none of Exchange's texts that were read offers it.",
            &[cite(&BIZTALK_VM, "supportability table, and the definition below it", Evidence::A)],
        ),
        Block::Said(
            "The revisions of KB 897615 from 2007 promised Premier customers commercially reasonable efforts to investigate; the text of 2020 says only that Microsoft will investigate.",
            &[EARLIER, cite(&NON_MICROSOFT, "customers with Premier support", Evidence::A)],
        ),
        Block::Heading("What you can do"),
        Block::List(&[
            "See which of your findings make it a no, and what changes would turn it into a yes. That is the only way that does not depend on goodwill.",
            "Until then, know where you could show a fault without this hypervisor: a host with Hyper-V, or a physical server.",
            "Keep the hypervisor vendor's own support contract, and ask the vendor in writing whether it supports Exchange with what you use, moves of machines above all.",
            "Ask Microsoft, before you need it, what your own support agreement covers. These texts use the names of their time.",
            "Look at the lifecycles as well: for a version out of support there is no regular support however well it meets the policy.",
        ]),
    ],
    sources: &[cite(&NON_MICROSOFT, "the whole article", Evidence::A), EARLIER],
};
