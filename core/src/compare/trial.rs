//! Answers that are tried out beside those that are given.

use super::matched;
use crate::deployment::{Answer, AnswerRef, Deployment, Refused, Value};

/// A deployment in which some answers are tried. The deployment that it was made from is not
/// in it: whoever holds a trial holds both, and nothing tried gets into the other one unless
/// the trial is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    tried: Deployment,
    /// The answers in which it differs, each once, as they were tried.
    changed: Vec<AnswerRef>,
}

impl Trial {
    /// A trial in which nothing is tried yet.
    #[must_use]
    pub fn of(real: &Deployment) -> Self {
        Self { tried: real.clone(), changed: Vec::new() }
    }

    /// The deployment with what is tried.
    #[must_use]
    pub const fn deployment(&self) -> &Deployment {
        &self.tried
    }

    /// The answers that are tried.
    #[must_use]
    pub fn changed(&self) -> impl ExactSizeIterator<Item = AnswerRef> {
        self.changed.iter().copied()
    }

    /// Whether an answer is tried.
    #[must_use]
    pub fn is_tried(&self, at: AnswerRef) -> bool {
        self.changed.contains(&at)
    }

    /// Tries an answer over the deployment that the trial was made from. The answer that is
    /// given there takes the trial of it back.
    ///
    /// # Errors
    ///
    /// What [`Deployment::set`] refuses; the trial is as it was.
    pub fn put(&mut self, real: &Deployment, at: AnswerRef, answer: Answer<Value>) -> Result<(), Refused> {
        self.tried.set(at, answer)?;
        let (given, tried) = (real.answer(at.subject, at.slot), self.tried.answer(at.subject, at.slot));
        let same = matched::same((real, given), (&self.tried, tried));
        self.changed.retain(|other| *other != at);
        if !same {
            self.changed.push(at);
        }
        Ok(())
    }

    /// The same answers tried over another state of the deployment, and the paths of those that
    /// cannot be: their machine is gone, or one that they name.
    #[must_use]
    pub fn over(&self, real: &Deployment) -> (Self, Vec<String>) {
        let mut moved = Self::of(real);
        let mut lost = Vec::new();
        for at in &self.changed {
            let path = self.tried.path(*at);
            let answer = matched::carried(self.tried.answer(at.subject, at.slot), &self.tried, real);
            let put = real.at_path(&path).zip(answer).map(|(at, answer)| moved.put(real, at, answer));
            if !matches!(put, Some(Ok(()))) {
                lost.push(path);
            }
        }
        (moved, lost)
    }
}
