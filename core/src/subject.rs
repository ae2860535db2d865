//! What a question, an answer or a finding is about.

/// What kind of thing a question, an answer or a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// The deployment as a whole.
    Deployment,
    /// One physical (root) machine.
    Host,
    /// One Exchange virtual machine.
    Guest,
}

/// A host's place in the list of hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostIndex(pub u32);

/// A guest's place in the list of guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GuestIndex(pub u32);

/// What a question or a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The deployment as a whole.
    Deployment,
    /// One host.
    Host(HostIndex),
    /// One guest.
    Guest(GuestIndex),
}

impl Subject {
    /// What kind of subject it is.
    #[must_use]
    pub const fn kind(self) -> SubjectKind {
        match self {
            Self::Deployment => SubjectKind::Deployment,
            Self::Host(_) => SubjectKind::Host,
            Self::Guest(_) => SubjectKind::Guest,
        }
    }
}
