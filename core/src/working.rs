//! A rule's own arithmetic with the answers filled in: why it is broken, kept or does not apply.

use crate::assess::{Assessment, Finding};
use crate::truth::Truth;

/// One line of a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says, with the answers filled in.
    pub text: String,
    /// Whether this part of the condition holds; a rule is broken if its whole condition does.
    pub holds: Truth,
}

impl Assessment<'_> {
    /// The condition of a finding's rule with the answers filled in, part by part.
    #[must_use]
    pub fn working(&self, _finding: &Finding) -> Vec<Line> {
        Vec::new()
    }
}
