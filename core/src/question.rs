//! What a question is: where its answer stands in the document, what may be
//! answered, and how it is asked. The questions themselves are in [`crate::questions`].

use std::marker::PhantomData;

use crate::choice::Choice;
use crate::decimal::Decimal;
use crate::effort::Change;

pub use crate::subject::SubjectKind;

/// What may be answered.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// A whole number within these bounds, both allowed.
    Count {
        /// The smallest.
        min: u64,
        /// The largest.
        max: u64,
    },
    /// A number with at most ten digits after the point, up to 10,000,000.
    Amount {
        /// Whether zero is allowed; if not the number must be above it.
        zero: bool,
        /// The unit in words, empty if it is a plain number.
        unit: &'static str,
    },
    /// One of a list.
    Choice(&'static [Choice]),
    /// Any number of different members of a list.
    Set {
        /// What can be a member.
        of: &'static [Choice],
        /// Whether the empty set is an answer (`solutions: []` means none) or
        /// the same as no answer (`roles: []`).
        empty_is_an_answer: bool,
    },
    /// Text of at most so many characters.
    Text {
        /// The longest, in characters.
        longest: usize,
    },
    /// A day, `YYYY-MM-DD`.
    Date,
    /// The id of a host.
    Host,
    /// Ids of different guests; empty means none of them.
    Guests,
}

/// The largest whole number that every reader of JSON holds exactly, 2^53 - 1. The
/// format gives some whole numbers no upper limit; this is it.
pub const LARGEST_COUNT: u64 = 9_007_199_254_740_991;

/// Who in a company would know an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Whoever plans or runs the deployment as a whole.
    Project,
    /// Who looks after Exchange and Windows in its machines.
    Exchange,
    /// Who looks after the hypervisor and its hosts.
    Virtualization,
    /// Who looks after disks, arrays and shares.
    Storage,
    /// Who looks after network cards and switches.
    Network,
    /// Who looks after backups.
    Backup,
}

impl Who {
    /// Everybody, in the order in which sheets are written.
    pub const ALL: [Self; 6] =
        [Self::Project, Self::Exchange, Self::Virtualization, Self::Storage, Self::Network, Self::Backup];

    /// In words, as a part of "ask …".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Project => "whoever plans this deployment",
            Self::Exchange => "the Exchange administrators",
            Self::Virtualization => "the virtualization team",
            Self::Storage => "the storage team",
            Self::Network => "the network team",
            Self::Backup => "the backup team",
        }
    }
}

/// One question, declared once for document, page, command line and rules.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// What it is about.
    pub subject: SubjectKind,
    /// Its place among the questions about this kind of subject.
    pub slot: u8,
    /// Where the answer stands within its subject: `storage.kind`.
    pub path: &'static str,
    /// What it is about in a word or two, for tables and lists: `virtual processors`.
    pub name: &'static str,
    /// Who would know the answer.
    pub who: Who,
    /// Whether and how the answer can be changed for the policy's sake.
    pub change: Change,
    /// What may be answered.
    pub kind: Kind,
    /// The question as it is asked.
    pub wording: &'static str,
    /// What is meant, in a sentence or two, with an example where there is a number.
    pub hint: &'static str,
    /// How to find the answer out: where to look.
    pub find_out: &'static str,
    /// What a left-out answer means, for the few questions that have a default.
    pub left_out: Option<&'static str>,
}

/// What questions are asked together, as a person thinks of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The document itself: its name, what it is for.
    Document,
    /// Exchange.
    Exchange,
    /// The hypervisor.
    Hypervisor,
    /// Each host.
    Hosts,
    /// Each guest.
    Guests,
    /// Where the Exchange data of each guest lies.
    Storage,
    /// High availability and migration.
    HighAvailability,
    /// Backup.
    Backup,
    /// The load.
    Workload,
    /// Tests and measurements.
    Measurements,
}

impl Group {
    /// Every group, in the order in which they are asked.
    pub const ALL: [Self; 10] = [
        Self::Document,
        Self::Exchange,
        Self::Hypervisor,
        Self::Hosts,
        Self::Guests,
        Self::Storage,
        Self::HighAvailability,
        Self::Backup,
        Self::Workload,
        Self::Measurements,
    ];

    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Document => "This deployment",
            Self::Exchange => "Exchange",
            Self::Hypervisor => "Hypervisor",
            Self::Hosts => "Hosts",
            Self::Guests => "Exchange machines",
            Self::Storage => "Storage of Exchange data",
            Self::HighAvailability => "High availability",
            Self::Backup => "Backup",
            Self::Workload => "Workload",
            Self::Measurements => "Tests and measurements",
        }
    }
}

impl Question {
    /// The group that it is asked in.
    #[must_use]
    pub fn group(&self) -> Group {
        match (self.subject, self.path.split('.').next().unwrap_or_default()) {
            (SubjectKind::Host, _) => Group::Hosts,
            (SubjectKind::Guest, "storage") => Group::Storage,
            (SubjectKind::Guest, _) => Group::Guests,
            (SubjectKind::Deployment, "exchange") => Group::Exchange,
            (SubjectKind::Deployment, "hypervisor") => Group::Hypervisor,
            (SubjectKind::Deployment, "high_availability") => Group::HighAvailability,
            (SubjectKind::Deployment, "backup") => Group::Backup,
            (SubjectKind::Deployment, "workload") => Group::Workload,
            (SubjectKind::Deployment, "measurements") => Group::Measurements,
            (SubjectKind::Deployment, _) => Group::Document,
        }
    }

    /// Its place in the tables.
    #[must_use]
    pub const fn slot(&self) -> Slot {
        Slot { subject: self.subject, slot: self.slot }
    }
}

/// Where the answer to one question is found. `T` is the type of the answer.
#[derive(Debug)]
pub struct Key<T> {
    at: Slot,
    answers: PhantomData<fn() -> T>,
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> Key<T> {
    pub(crate) const fn new(subject: SubjectKind, slot: u8) -> Self {
        Self { at: Slot { subject, slot }, answers: PhantomData }
    }

    /// The same place, with the type of the answer forgotten.
    #[must_use]
    pub const fn slot(self) -> Slot {
        self.at
    }
}

/// A question's place in the tables, whatever the type of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// What the question is about.
    pub subject: SubjectKind,
    /// Its place among the questions about this kind of subject.
    pub slot: u8,
}

/// A yes or no.
pub type Flag = Key<bool>;
/// A whole number.
pub type Count = Key<u64>;
/// A decimal number.
pub type Amount = Key<Decimal>;

/// Declares the questions about one kind of subject: for each a typed key and a row
/// of the table.
macro_rules! questions {
    (
        $subject:expr, $table:ident;
        $( $(#[$doc:meta])* $name:ident: $type:ty = $path:literal, $called:literal, $who:expr, $change:expr, $kind:expr, $wording:literal, $hint:literal, $find_out:literal $(, left out: $default:literal)?; )+
    ) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "numbers the keys")]
        #[repr(u8)]
        enum Place { $($name),+ }

        $(
            #[doc = $wording]
            $(#[$doc])*
            pub const $name: $crate::question::Key<$type> =
                $crate::question::Key::new($subject, Place::$name as u8);
        )+

        /// Every question about this kind of subject, in the order of the format document.
        pub static $table: &[$crate::question::Question] = &[
            $($crate::question::Question {
                subject: $subject,
                slot: Place::$name as u8,
                path: $path,
                name: $called,
                who: $who,
                change: $change,
                kind: $kind,
                wording: $wording,
                hint: $hint,
                find_out: $find_out,
                left_out: { let _default: Option<&'static str> = None; $(let _default = Some($default);)? _default },
            }),+
        ];
    };
}
pub(crate) use questions;
