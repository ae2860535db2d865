//! Which record was built on which.
//!
//! Each record carries the *line* it descends from: for every sitting that worked on it
//! the last revision of that sitting. A sitting is what one tab does to a deployment from
//! the moment it loads it, under a random name that no other sitting has, so the records
//! of one sitting follow each other. Of two lines it can therefore be told without any
//! clock, and without having seen what lay between, whether one was built on the other.

use std::borrow::Cow;

use crate::deployment::json::Json;

/// So many earlier sittings are remembered. If two records are further apart, they count
/// as not built on each other: then both are kept.
const MOST_BEFORE: usize = 64;

/// One record of one sitting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The sitting that wrote it.
    pub by: Box<str>,
    /// Counts up along the line.
    pub revision: u64,
}

/// What a record descends from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The last records of earlier sittings, oldest first.
    before: Vec<Stamp>,
    /// The record itself.
    own: Stamp,
}

/// How another line stands against this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It is the same record.
    Same,
    /// This one was built on it: it can be overwritten without loss.
    Older,
    /// It was built on this one: it can be taken over without loss.
    Newer,
    /// Neither was built on the other: both have to be kept.
    Apart,
}

impl Line {
    /// The line of a new deployment.
    #[must_use]
    pub fn begun_by(sitting: &str) -> Self {
        Self { before: Vec::new(), own: Stamp { by: sitting.into(), revision: 1 } }
    }

    /// The record itself.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.own
    }

    /// The next record of the same sitting.
    pub fn go_on(&mut self) {
        self.own.revision = self.own.revision.saturating_add(1);
    }

    /// The first record of another sitting that goes on from here.
    pub fn hand_to(&mut self, sitting: &str) {
        let next = Stamp { by: sitting.into(), revision: self.own.revision.saturating_add(1) };
        self.before.push(std::mem::replace(&mut self.own, next));
        let too_many = self.before.len().saturating_sub(MOST_BEFORE);
        self.before.drain(..too_many);
    }

    /// Whether it is that record, or was built on it.
    #[must_use]
    pub fn has(&self, stamp: &Stamp) -> bool {
        let mut all = self.before.iter().chain([&self.own]);
        all.any(|own| own.by == stamp.by && own.revision >= stamp.revision)
    }

    /// How another line stands against this one.
    #[must_use]
    pub fn against(&self, other: &Self) -> Against {
        match (self.has(&other.own), other.has(&self.own)) {
            (true, true) => Against::Same,
            (true, false) => Against::Older,
            (false, true) => Against::Newer,
            (false, false) => Against::Apart,
        }
    }

    /// As it is kept: `[["4f0a", 3], ["91bc", 7]]`.
    pub(super) fn to_json(&self) -> Json<'_> {
        let all = self.before.iter().chain([&self.own]);
        Json::list(all.map(|stamp| Json::Array(vec![(&*stamp.by).into(), stamp.revision.into()])))
    }

    /// Reads what [`Line::to_json`] wrote.
    pub(super) fn from_json(tree: &Json<'_>) -> Option<Self> {
        let Json::Array(all) = tree else { return None };
        let mut stamps: Vec<Stamp> = all.iter().map(stamp).collect::<Option<_>>()?;
        let own = stamps.pop()?;
        Some(Self { before: stamps, own })
    }
}

fn stamp(tree: &Json<'_>) -> Option<Stamp> {
    let Json::Array(parts) = tree else { return None };
    let [Json::String(by), Json::Number(revision)] = parts.as_slice() else { return None };
    is_sitting(by).then_some(())?;
    Some(Stamp { by: Cow::as_ref(by).into(), revision: revision.parse().ok()? })
}

/// The name of a sitting can become the id of a deployment, and so a part of a key.
fn is_sitting(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
