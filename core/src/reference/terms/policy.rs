//! Support, and this program's own words.

use super::terms;
use crate::source::{BIZTALK_VM, ESU_2025, Evidence, NON_MICROSOFT, POLICY_2007, ROADMAP, SOFTWARE_SUPPORT, cite};

terms! {
    "Support, and this program's words";
    "supported", "Supported", [],
        "Microsoft helps with faults of this setup and corrects them. Not supported does not mean that it does not work, but that you may be alone when it fails.";
    "production", "Production", [],
        "People depend on the mailboxes for their work. The policy speaks of production only.",
        [cite(&POLICY_2007, "introduction", Evidence::A)];
    "svvp", "Server Virtualization Validation Program (SVVP)", ["SVVP", "validated hypervisor"],
        "Microsoft's program in which other vendors' hypervisors are tested with Windows Server. What is validated is a product in a version, not a vendor.",
        [cite(&NON_MICROSOFT, "vendors with validated solutions", Evidence::A), cite(&BIZTALK_VM, "questions and answers about validated configurations", Evidence::A)];
    "windows-server-catalog", "Windows Server Catalog", ["windowsservercatalog.com"],
        "Microsoft's list of hardware and software that passed its tests. The validated hypervisors are in it.";
    "third-party", "Third-party hypervisor", ["other vendor's hypervisor"],
        "A hypervisor that is not Microsoft's, for example VMware vSphere.";
    "premier", "Premier agreement", ["Premier support"],
        "A paid support agreement with Microsoft, by the name that its article of 2020 uses.",
        [cite(&NON_MICROSOFT, "customers with Premier support", Evidence::A)];
    "commercially-reasonable-support", "Commercially reasonable support", ["commercially reasonable efforts"],
        "All reasonable efforts that need no change to the product's code. Microsoft's definition is for BizTalk Server, not for Exchange.",
        [cite(&BIZTALK_VM, "definition", Evidence::A)];
    "spla", "SPLA", ["Service Provider License Agreement"],
        "The license under which a hoster rents out Microsoft's software. The hoster then gives the support.",
        [cite(&SOFTWARE_SUPPORT, "service providers", Evidence::A)];
    "lifecycle", "Lifecycle", ["support lifecycle"],
        "The years in which Microsoft supports a product, from its release to the end of support.";
    "mainstream-support", "Mainstream support", [],
        "The first years of a product's lifecycle, with corrections and security updates.";
    "extended-support", "Extended support", [],
        "The years after mainstream support, in general with security updates only. When they end, the product is out of support.";
    "modern-lifecycle", "Modern Lifecycle Policy", ["Modern Lifecycle"],
        "A product is supported as long as one keeps it up to date, with no end that is fixed in advance.",
        [cite(&ROADMAP, "the Modern Lifecycle Policy", Evidence::B)];
    "esu", "Extended security updates (ESU)", ["ESU", "Extended Security Update program"],
        "Security updates that can be bought for a while after the end of support. They are no support.",
        [cite(&ESU_2025, "both periods", Evidence::C)];
    "requirement", "Requirement", [],
        "A rule that the policy words as a condition. If it is broken, the deployment is not supported.";
    "recommendation", "Recommendation", ["advice"],
        "A rule that the policy words as advice. It never changes the verdict.";
    "evidence", "Evidence (A to D)", ["strength"],
        "How well a statement is founded, as a letter: A is best, D worst. The page on how the advisor judges says what each means.";
}
