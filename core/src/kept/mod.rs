//! What is kept of the work on a deployment between two visits: the answers, what was
//! typed and is no answer yet, and where in the questionnaire the person was.
//!
//! - `line.rs`: which record was built on which, so that no tab overwrites another's work;
//! - `record.rs`: what is kept of one deployment, as text and back;
//! - `desk.rs`: the deployments of one tab; `list.rs`: the list of them;
//! - `elsewhere.rs`: what other tabs have done meanwhile;
//! - `places.rs`: which storage work is kept in; `moving.rs`: from one to another.
//!
//! Nothing here touches a browser: storage, clock and random ids are an [`Outside`] that
//! the page brings. `docs/decisions/0005-keeping-work.md` tells why it is as it is.

mod desk;
mod elsewhere;
mod line;
mod list;
mod moving;
mod places;
mod record;

pub use desk::{Apart, Desk, Saved};
pub use elsewhere::News;
pub use line::{Against, Line, Stamp};
pub use list::{Entry, State};
pub use places::{Area, NotKept, Outside, Place, Why};
pub use record::{Record, Unreadable, deployment_in};

use std::collections::{BTreeMap, BTreeSet};

use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::interview::Course;
use crate::question::Kind;
use crate::questions::deployment::NAME;

/// What a person has done on one deployment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The answers.
    pub deployment: Deployment,
    /// What was typed and is no answer, by the path of its question.
    pub drafts: BTreeMap<String, String>,
    /// How the person has chosen to be asked.
    pub course: Course,
}

impl Work {
    /// The deployment's name, which is one of the answers.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.deployment.get(NAME).filter(|name| !name.trim().is_empty())
    }

    /// Names the work as one that was kept apart from another tab's. Whichever tab does
    /// so comes to the same name; a second time changes nothing.
    pub fn name_apart(&mut self) {
        const APART: &str = "(from another tab)";
        match self.name() {
            Some(name) if name.ends_with(APART) => {}
            name => self.rename(name.as_deref().unwrap_or("Without a name"), APART),
        }
    }

    /// The same work under a name that says it is a copy, and that is none of these.
    #[must_use]
    pub fn copy(&self, taken: &BTreeSet<String>) -> Self {
        let mut copy = self.clone();
        let name = self.name().unwrap_or_else(|| "Without a name".to_owned());
        let original = name.rsplit_once(" (copy").filter(|(_, rest)| rest.ends_with(')')).map_or(&*name, |(it, _)| it);
        for number in 1..=taken.len() + 1 {
            copy.rename(original, &if number == 1 { "(copy)".to_owned() } else { format!("(copy {number})") });
            if copy.name().is_none_or(|name| !taken.contains(&name)) {
                break;
            }
        }
        copy
    }

    /// Sets the name to these two, the first shortened where both are too long together.
    fn rename(&mut self, name: &str, ending: &str) {
        let at = AnswerRef { subject: Subject::Deployment, slot: NAME.slot() };
        let longest = if let Kind::Text { longest } = at.question().kind { longest } else { usize::MAX };
        let room = longest.saturating_sub(ending.chars().count() + 1);
        let beginning: String = name.chars().take(room).collect();
        let full = format!("{} {ending}", beginning.trim_end());
        // It is short enough to be allowed.
        let _ = self.deployment.set(at, Answer::Given(Value::Text(full.into())));
    }
}
