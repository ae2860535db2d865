//! The list of deployments, with what cannot be read too.

use std::collections::BTreeSet;

use super::places::{self, Area, Outside};
use super::{Desk, Record, Unreadable};
use crate::questions::Version;
use crate::questions::deployment::VERSION;

/// A line of the list of deployments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// Which version of Exchange, in words, if that is answered.
    pub version: Option<&'static str>,
    /// When it was changed, in milliseconds since 1970; 0 if that is not known.
    pub changed_ms: u64,
    /// It was deleted and can be taken back.
    pub deleted: bool,
    /// It stands in a storage as it is shown here, not only in memory.
    pub kept: bool,
    /// Whether it can be opened.
    pub state: State,
}

/// Whether an entry can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It can.
    Readable,
    /// It cannot, for this reason; [`Desk::raw`] is what can be saved of it.
    Unreadable(Unreadable),
}

impl<O: Outside> Desk<O> {
    /// Every deployment, the one that was changed last first; deleted ones too.
    pub fn list(&self) -> Vec<Entry> {
        let stored = [Area::Browser, Area::Tab].into_iter().flat_map(|area| places::ids(&self.outside, area));
        let ids: BTreeSet<String> = stored.chain(self.held.keys().cloned()).collect();
        let mut entries: Vec<Entry> = ids.into_iter().map(|id| self.entry(id)).collect();
        entries.sort_by(|a, b| b.changed_ms.cmp(&a.changed_ms).then_with(|| a.id.cmp(&b.id)));
        entries
    }

    fn entry(&self, id: String) -> Entry {
        let stored = self.find(&id);
        let held = self.held.get(&id);
        let known = held.filter(|held| stored.is_none() || held.text == stored);
        let read = match (known, stored) {
            (Some(held), stored) => return entry_of(id, &held.record, stored.is_some()),
            (None, Some(text)) => Record::read(&text).map_err(|why| (text, why)),
            (None, None) => Err((String::new(), Unreadable::Missing)),
        };
        match (read, held) {
            (Ok(record), Some(held)) if held.record.line.has(record.line.stamp()) => {
                entry_of(id, &held.record, held.record.line == record.line)
            }
            (Ok(record), _) => entry_of(id, &record, true),
            (Err((text, why)), _) => {
                let glimpse = Record::glimpse(&text);
                let (name, changed_ms, state) = (glimpse.name, glimpse.changed_ms, State::Unreadable(why));
                Entry { id, name, version: None, changed_ms, deleted: false, kept: true, state }
            }
        }
    }

    /// A deployment as it is kept, to be saved as a file, even if it cannot be read.
    pub fn raw(&self, id: &str) -> Option<String> {
        let stored = self.find(id);
        if stored.as_deref().is_some_and(|text| Record::read(text).is_err()) {
            return stored;
        }
        self.held.get(id).map(|held| held.record.to_text()).or(stored)
    }
}

fn entry_of(id: String, record: &Record, kept: bool) -> Entry {
    let name = record.work.name();
    let version = record.work.deployment.get(VERSION).map(Version::label);
    let (changed_ms, deleted) = (record.changed_ms, record.deleted);
    Entry { id, name, version, changed_ms, deleted, kept, state: State::Readable }
}
