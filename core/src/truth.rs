//! Three values, and no fourth: that a rule does not apply is a `No`.

/// What can be said of a condition when some answers may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds, whatever the missing answers turn out to be.
    Yes,
    /// It does not hold, whatever the missing answers turn out to be.
    No,
    /// It depends on answers that are missing.
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}
