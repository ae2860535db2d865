//! Every document that a rule, a note or a date rests on, with how much of it was
//! read. One key a document, across all of them.

use crate::choice::Choices;
use crate::questions::{Product, Version, Versions};

/// How well a statement is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Read in full in the source named.
    A,
    /// Read in part.
    B,
    /// Reported by others.
    C,
    /// Not checked against a Microsoft text.
    D,
}

impl Evidence {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// What the letter means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::A => "read in full in the source named",
            Self::B => "read in part in the source named",
            Self::C => "reported by others, not read in Microsoft's text",
            Self::D => "not checked against a Microsoft text",
        }
    }
}

/// A document.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The project's own key of it.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// Where it is or was: an address, or a repository and path.
    pub place: &'static str,
    /// Its date, as exactly as it is known.
    pub date: &'static str,
    /// How much of it was read, and in which copy.
    pub read: &'static str,
}

/// One statement's foundation: where in which document, and how well it is founded.
#[derive(Clone, Copy, Debug)]
pub struct Citation {
    /// The document.
    pub source: &'static Source,
    /// The section in it.
    pub section: &'static str,
    /// How well the statement is founded by it.
    pub evidence: Evidence,
    /// The versions of Exchange for which it is the foundation, if not for all of the rule's.
    pub versions: Option<Versions>,
    /// The hypervisors for which it is the foundation, if not for all.
    pub products: Option<Choices<Product>>,
    /// What has to be known when one reads it there; may be empty.
    pub remark: &'static str,
}

/// A section of a document.
#[must_use]
pub const fn cite(source: &'static Source, section: &'static str, evidence: Evidence) -> Citation {
    Citation { source, section, evidence, versions: None, products: None, remark: "" }
}

impl Citation {
    /// Only for these versions of Exchange.
    #[must_use]
    pub const fn only(self, versions: Versions) -> Self {
        Self { versions: Some(versions), ..self }
    }

    /// Only for these hypervisors.
    #[must_use]
    pub const fn on(self, products: Choices<Product>) -> Self {
        Self { products: Some(products), ..self }
    }

    /// With a remark: a whole sentence.
    #[must_use]
    pub const fn remark(self, remark: &'static str) -> Self {
        Self { remark, ..self }
    }

    /// Whether it founds a statement about this version, and this product where it is known.
    #[must_use]
    pub fn speaks_of(&self, version: Version, product: Option<Product>) -> bool {
        let version_fits = self.versions.is_none_or(|versions| versions.contains(version));
        let product_fits = match (self.products, product) {
            (Some(products), Some(product)) => products.contains(product),
            _ => true,
        };
        version_fits && product_fits
    }
}

/// Declares documents and the list of all of them.
macro_rules! sources {
    ($(#[$doc:meta])* $table:ident; $($name:ident = $key:literal, $title:literal, $publisher:literal, $place:literal, $date:literal, $read:literal;)+) => {
        $(
            #[doc = $title]
            pub static $name: Source = Source {
                key: $key, title: $title, publisher: $publisher, place: $place, date: $date, read: $read,
            };
        )+

        $(#[$doc])*
        pub static $table: &[&Source] = &[$(&$name),+];
    };
}
pub(crate) use sources;

sources! {
    /// Every document that a rule, a note or a date rests on.
    SOURCES;
    POLICY_2007 = "policy-2003-2007",
        "Microsoft Support Policies and Recommendations for Exchange Servers in Hardware Virtualization Environments",
        "Microsoft", "https://learn.microsoft.com/previous-versions/office/exchange-server-2007-technical-articles/cc794548(v=exchg.80)",
        "2012-06-06", "in full";
    XENSERVER_TESTS = "xenserver-tests-2009",
        "Virtualize Exchange Server 2007 on Citrix XenServer? Absolutely!",
        "Citrix", "https://www.citrix.com/blogs/2009/03/12/virtualize-exchange-server-2007-on-citrix-xenserver-absolutely/",
        "2009-03-12", "in full; it reports Microsoft's thresholds";
    POLICY_2013 = "policy-2013", "Exchange 2013 virtualization",
        "Microsoft", "https://learn.microsoft.com/exchange/exchange-2013-virtualization-exchange-2013-help",
        "2021-03-19", "in full";
    POLICY_2016 = "policy-2016-2019", "Exchange Server virtualization (2016 and 2019)",
        "Microsoft", "https://learn.microsoft.com/exchange/plan-and-deploy/virtualization",
        "2021-03-19", "in full";
    POLICY_SE = "policy-se", "Exchange Server virtualization (2016, 2019 and Subscription Edition)",
        "Microsoft", "https://learn.microsoft.com/exchange/plan-and-deploy/virtualization",
        "2025-04-30", "in full, in a public copy of Microsoft's documentation; the page is marked as applying to Subscription Edition, its text names 2016 and 2019 only";
    MATRIX = "supportability-matrix", "Exchange Server supportability matrix",
        "Microsoft", "https://learn.microsoft.com/exchange/plan-and-deploy/supportability-matrix",
        "2025-11-12", "in full, in a public copy of Microsoft's documentation";
    MATRIX_2021 = "supportability-matrix-2021", "Exchange Server supportability matrix, earlier revisions",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/plan-and-deploy/supportability-matrix.md",
        "2021-06-28; also 2022-04-21 and 2019-02-07", "in full";
    REQUIREMENTS_2019 = "system-requirements-2019-se", "Exchange Server 2019 and Subscription Edition system requirements",
        "Microsoft", "https://learn.microsoft.com/exchange/plan-and-deploy/system-requirements",
        "2025-10-09", "in full, in a public copy of Microsoft's documentation";
    REQUIREMENTS_2016 = "system-requirements-2016", "Exchange Server 2016 system requirements",
        "Microsoft", "https://learn.microsoft.com/exchange/plan-and-deploy/system-requirements",
        "2025-05-09", "in full, in a public copy of Microsoft's documentation";
    REQUIREMENTS_2016_2019 = "system-requirements-2021", "Exchange Server system requirements (2016 and 2019), earlier revision",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/plan-and-deploy/system-requirements.md",
        "2021-07", "in full";
    REQUIREMENTS_2013 = "system-requirements-2013", "Exchange 2013 system requirements",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer2013/exchange-2013-system-requirements-exchange-2013-help.md",
        "2021-07", "in full";
    HOW_BIG_2013 = "how-big-is-too-big", "Ask the Perf Guy: How big is too big?",
        "Microsoft Exchange Team", "https://techcommunity.microsoft.com/blog/exchange, 2015-06-19",
        "2015-06-19", "the part with the limits";
    SIZING_2013 = "sizing-2013", "Exchange 2013 sizing and configuration recommendations",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer2013/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help.md",
        "2021-07", "in full";
    PREFERRED_2019 = "preferred-architecture-2019", "Exchange 2019 preferred architecture",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/plan-and-deploy/deployment-ref/preferred-architecture-2019.md",
        "2021-07", "in full";
    HEALTH_CHECKER = "health-checker", "HealthChecker, Microsoft's own checking script for Exchange servers",
        "Microsoft", "microsoft/CSS-Exchange at f88378b1, Diagnostics/HealthChecker/Analyzer",
        "2026-04-02", "in full, as program text";
    BACKUP = "backup-and-recovery", "Backup, restore, and disaster recovery",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/high-availability/disaster-recovery/disaster-recovery.md",
        "2021-07", "in full; the text for Subscription Edition was not read";
    TOPIC_2010 = "virtualization-2010", "Understanding Exchange 2010 Virtualization",
        "Microsoft", "https://technet.microsoft.com/library/jj126252(v=exchg.141)",
        "2012-11-13", "its opening only, in a copy";
    DEMYSTIFYING_2010 = "demystifying-2010-sp1", "Demystifying Exchange 2010 SP1 Virtualization",
        "Microsoft Exchange Team", "https://techcommunity.microsoft.com/t5/exchange-team-blog/demystifying-exchange-2010-sp1-virtualization/ba-p/603007",
        "2011-10-11", "its opening only";
    ANNOUNCEMENT_2011 = "enhanced-support-2011", "Reports of Microsoft's announcement of enhanced hardware virtualization support for Exchange 2010",
        "Windows IT Pro and others", "http://windowsitpro.com/exchange-server/q-what-changes-virtualized-exchange-2010-were-announced-teched-2011",
        "2011-05", "the reports; the announcement of 2011-05-16 itself was not read";
    LIMITS_2010 = "limits-2010", "Exchange 2010 und Virtualisierung: Support-Grenzen",
        "faq-o-matic.net", "https://faq-o-matic.net/2011/10/17/exchange-2010-und-virtualisierung-support-grenzen",
        "2011-10-17", "its opening; it sums up Microsoft's article of 2011-10-11";
    STORAGE_2010 = "storage-gotchas-2010", "Exchange 2010 virtualization storage gotchas",
        "Devin Ganger", "http://www.devinonearth.com/2011/10/exchange-2010-virtualization-storage-gotchas/",
        "2011-10", "its opening; it cites Microsoft's system requirements";
    DISTILLED_2010 = "distilled-2010", "Exchange 2010 Virtualization distilled",
        "a Microsoft employee's digest of Microsoft's Hyper-V paper", "https://video2.skills-academy.com/it-it/archive/blogs/vytas/exchange-2010-virtualization-distilled",
        "about 2011", "most of it";
    SCALING_UP = "scaling-up", "Virtualizing Exchange and Scaling Up",
        "Matt Liebowitz", "http://thelowercasew.com/virtualizing-exchange-and-scaling-up",
        "about 2013", "an excerpt; it quotes Microsoft's policy of 2013 and says that it covers 2010";
    BEST_PRACTICES_2013 = "best-practices-2013", "Best Practices for Virtualizing and Managing Exchange 2013",
        "Microsoft", "white paper, version 1.1",
        "2015-07", "three of its pages, in a copy";
    AZURE_SOFTWARE = "azure-software", "Microsoft server software support for Azure virtual machines (KB 2721672)",
        "Microsoft", "MicrosoftDocs/SupportArticles-docs, support/azure/virtual-machines/windows/server-software-support.md",
        "2023-04-03", "in full";
    SOFTWARE_SUPPORT = "kb-957006", "Microsoft server software and supported virtualization environments (KB 957006)",
        "Microsoft", "MicrosoftDocs/SupportArticles-docs, support/windows-server/virtualization/microsoft-server-software-support-policy.md",
        "2023-12-26", "in full";
    NON_MICROSOFT = "kb-897615", "Support policy for Microsoft software that runs on non-Microsoft hardware virtualization software (KB 897615)",
        "Microsoft", "MicrosoftDocs/SupportArticles-docs, support/windows-server/virtualization/software-runs-on-non-microsoft-virtualization-software.md",
        "2020-10-13", "in full";
    BIZTALK_VM = "kb-842301", "BizTalk Server supportability on a virtual machine (KB 842301)",
        "Microsoft", "MicrosoftDocs/SupportArticles-docs, KB 842301",
        "2020-03-06", "in full";
    END_OF_LIFE = "endoflife-date", "endoflife.date: Microsoft Exchange and Windows Server",
        "the endoflife.date community, citing Microsoft's lifecycle pages", "endoflife-date/endoflife.date, products/msexchange.md and products/windows-server.md",
        "2026-08-22", "in full";
    LIFECYCLE_TABLES = "lifecycle-tables", "Windows Server lifecycle tables",
        "vinfrastructure.it and glo.systems", "https://vinfrastructure.it/it/2024/05/windows-server-lifecycle-and-end-of-support/",
        "2024-05", "an excerpt";
    END_OF_2010 = "exchange-2010-end", "Exchange 2010 end of support roadmap",
        "Microsoft", "MicrosoftDocs/microsoft-365-docs, microsoft-365/enterprise/exchange-2010-end-of-support.md",
        "2020-08-10", "its first part";
    ROADMAP = "roadmap-2024", "Exchange Server Roadmap Update",
        "Microsoft Exchange Team", "https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-roadmap-update/ba-p/4132742",
        "2024-05", "its opening";
    WINDOWS_2000_EXTENDED = "windows-2000-extended", "Windows 2000 Transitions to Extended Support June 30, 2005",
        "Microsoft", "Microsoft's news bulletin, in a copy",
        "2005-06-28", "an excerpt";
    ESU_2025 = "extended-updates", "Announcements of the Extended Security Update program for Exchange 2016 and 2019",
        "Microsoft Exchange Team", "https://techcommunity.microsoft.com/category/exchange/blog/exchange",
        "2025-07 and 2026-04", "reports of them";
    NON_MICROSOFT_2007 = "kb-897615-2007", "Support policy for Microsoft software running in non-Microsoft hardware virtualization software (KB 897615), earlier revisions",
        "Microsoft", "http://support.microsoft.com/kb/897615",
        "2007-11-10, revision 3.0; also 2007-07-30, revision 2.3", "most of it, in copies";
    SUPPORT_PARTNERS = "kb-944987", "Support partners for non-Microsoft hardware virtualization software (KB 944987)",
        "Microsoft", "MicrosoftDocs/SupportArticles-docs, support/windows-server/virtualization/non-microsoft-hardware-virtualization-software.md",
        "2020-09-18; also 2021-10-09", "in full";
    XENSERVER_PAPER = "xenserver-paper", "Virtualizing Microsoft Exchange Server 2007 with Citrix XenServer",
        "Citrix", "https://fdocuments.in/document/virtualizing-microsoft-exchange-with-citrix-xenserver.html",
        "about 2009", "its table of contents only, in a copy";
    VMWARE_ESX_3_5 = "vmware-exchange-esx-3-5", "16,000 Exchange Mailboxes, 1 Server",
        "VMware", "https://blogs.vmware.com/performance/2008/02/16000-exchange.html",
        "2008-02", "its first part; the results were not read";
    VMWARE_VSPHERE_4 = "vmware-exchange-vsphere-4", "Exchange 2007 Performance on vSphere 4",
        "VMware", "https://blogs.vmware.com/performance/2009/05/exchange-2007-performance-on-vsphere-4.html",
        "2009-05", "the article in full; the white paper that it sums up was not read";
    VMWARE_VSPHERE_5 = "vmware-exchange-vsphere-5", "Microsoft Exchange Server 2010 Performance on vSphere 5",
        "VMware", "https://blogs.vmware.com/performance/2011/09/microsoft-exchange-server-2010-performance-on-vsphere-5.html",
        "2011-09", "the article in full; the white paper that it sums up was not read";
    VMWARE_DESIGNS = "vmware-exchange-2010-designs", "Exchange 2010 on VMware, Design and Sizing Examples",
        "VMware", "https://studylib.net/doc/8800605",
        "about 2010", "its table of contents only, in a copy";
    LOADGEN_PROFILES = "dell-bp1013", "White paper BP1013 on sizing Exchange 2010, pages 19 and 20",
        "Dell", "white paper BP1013",
        "about 2011", "one page, in a copy";
    STORE_2007 = "exchange-2007-store", "Logical components of the Exchange store (Exchange 2007 Help)",
        "Microsoft", "https://unifiedpeople.ru/exchhelp.en/html/419a1e43-",
        "about 2007", "an excerpt, in a copy";
    DISCONTINUED_2013 = "discontinued-2013", "What's discontinued in Exchange 2013",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer2013/what-s-discontinued-in-exchange-2013-exchange-2013-help.md",
        "2021-07", "one section";
    DAGS = "database-availability-groups", "Database availability groups",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/high-availability/database-availability-groups/database-availability-groups.md",
        "2021-07", "in full";
    MANAGE_DAGS = "manage-dags", "Manage database availability groups",
        "Microsoft", "MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer/high-availability/manage-ha/manage-dags.md",
        "2021-07", "in full";
}
