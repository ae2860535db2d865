//! The guided questionnaire: which question comes next, and what is still worth asking.

/// Why questions are being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// Until the verdict is settled.
    #[default]
    Verdict,
    /// After "not supported": until everything that is wrong is found.
    Faults,
    /// Until every piece of advice is given or not needed.
    Advice,
    /// What the sizing needs.
    Sizing,
}

impl Round {
    /// Every round, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Verdict, Self::Faults, Self::Advice, Self::Sizing];

    /// As it is kept.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Faults => "faults",
            Self::Advice => "advice",
            Self::Sizing => "sizing",
        }
    }

    /// The round that is kept so.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|round| round.id() == id)
    }
}

/// How a person has chosen to be asked. It is no answer and stands in no document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Course {
    /// The round that is being asked.
    pub round: Round,
    /// Each host is asked about by itself, although they may be alike.
    pub hosts_apart: bool,
    /// Each guest is asked about by itself, although they may be alike.
    pub guests_apart: bool,
}
