//! What a rule is. The rules themselves are in [`crate::rules`], one file each.

use crate::condition::Condition;
use crate::question::SubjectKind;
use crate::questions::{Product, Version, Versions};
use crate::source::{Citation, Evidence};

/// What follows when a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The deployment is not supported.
    Requirement,
    /// It is supported, against Microsoft's advice.
    Recommendation,
}

impl Severity {
    /// As the assessment writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Recommendation => "recommendation",
        }
    }
}

/// What a rule is about; the folder that it lives in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The Exchange version and the hypervisor.
    Platform,
    /// The guest: operating system, roles, processors, memory.
    Guest,
    /// Where the Exchange data of a guest lies.
    Storage,
    /// The hosts.
    Hosts,
    /// High availability and migration.
    Availability,
    /// Backup, workload and measurements.
    Operation,
    /// Exchange 2003 in Virtual Server.
    VirtualServer,
}

impl Topic {
    /// Every topic, in the order of the catalogue.
    pub const ALL: [Self; 7] = [
        Self::Platform,
        Self::Guest,
        Self::Storage,
        Self::Hosts,
        Self::Availability,
        Self::Operation,
        Self::VirtualServer,
    ];

    /// The name of its folder.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Guest => "guest",
            Self::Storage => "storage",
            Self::Hosts => "hosts",
            Self::Availability => "availability",
            Self::Operation => "operation",
            Self::VirtualServer => "virtual_server",
        }
    }

    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Platform => "Exchange version and hypervisor",
            Self::Guest => "Guest machines",
            Self::Storage => "Storage of Exchange data",
            Self::Hosts => "Hosts",
            Self::Availability => "High availability and migration",
            Self::Operation => "Backup, workload and measurements",
            Self::VirtualServer => "Exchange 2003 in Virtual Server",
        }
    }
}

/// A rule of the policy: one id, and a [`Row`] for every group of versions for which
/// it differs.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The id, as the catalogue has it; the name of its file.
    pub id: &'static str,
    /// What it is about; its folder.
    pub topic: Topic,
    /// What a finding of it is about.
    pub subject: SubjectKind,
    /// The title where it is broken: what is wrong, without a full stop.
    pub broken: &'static str,
    /// The title where it is kept: what is right, without a full stop.
    pub kept: &'static str,
    /// What it demands of which versions. No version stands in two rows.
    pub rows: &'static [Row],
}

/// What a rule demands of a group of versions, in words and as a condition.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The versions of Exchange it holds for.
    pub versions: Versions,
    /// What follows when it is broken.
    pub severity: Severity,
    /// When it is broken.
    pub violated: Condition,
    /// What it rests on; every version has at least one.
    pub sources: &'static [Citation],
    /// What is checked, naming the setting as the screen shows it and the limit.
    pub checks: &'static str,
    /// Why it matters: what happens otherwise.
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// How to find the answers out: where to look.
    pub find_out: &'static str,
}

impl Rule {
    /// What it demands of a version, if anything.
    #[must_use]
    pub fn row(&self, version: Version) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.versions.contains(version))
    }

    /// Every version it speaks of.
    #[must_use]
    pub fn versions(&self) -> Versions {
        self.rows.iter().fold(Versions::from_bits(0), |all, row| all.or(row.versions))
    }
}

impl Row {
    /// The citations for one version, and one product where it is known.
    pub fn sources_for(&self, version: Version, product: Option<Product>) -> impl Iterator<Item = &'static Citation> {
        self.sources.iter().filter(move |citation| citation.speaks_of(version, product))
    }

    /// How well the rule is founded for a version and, where it is known, a product:
    /// as well as its best source founds it.
    #[must_use]
    pub fn evidence(&self, version: Version, product: Option<Product>) -> Evidence {
        let best = self.sources_for(version, product).map(|citation| citation.evidence).min();
        best.unwrap_or(Evidence::D)
    }
}
