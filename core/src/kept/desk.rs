//! The deployments of one tab. What the tab has in memory is the truth for it; the storage
//! holds it for later and for other tabs, as far as it works.
//!
//! Nothing is written over a record that this tab's work was not built on, nor over
//! anything that cannot be read: then the work goes on as a deployment of its own.

use std::collections::BTreeMap;

use super::places::{self, Area, CURRENT, NotKept, Outside, Place, key_of};
use super::{Against, Line, Record, Unreadable, Work};

/// So many deleted deployments can be taken back; older ones are gone.
const MOST_DELETED: usize = 20;

/// The deployments of one tab.
pub struct Desk<O> {
    pub(super) outside: O,
    pub(super) from_disk: bool,
    /// It could, if the person wanted.
    pub(super) could_keep_more: bool,
    pub(super) decision: Option<bool>,
    pub(super) place: Place,
    pub(super) held: BTreeMap<String, Held>,
    current: Option<String>,
}

/// A deployment that this tab has in memory.
pub(super) struct Held {
    pub record: Record,
    /// Its last record is of a sitting of this tab, which goes on.
    pub own: bool,
    /// What the storage has, as far as this tab knows.
    pub text: Option<String>,
    pub standing: Standing,
    /// It is in the storage of the tab until there is room in the browser's.
    pub in_tab: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Kept,
    NotKept(NotKept),
    /// It was kept and somebody has taken it away for good.
    Gone,
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept.
    Done,
    /// There is no room: it is in memory, and in the tab if there is room there.
    Full,
    /// The browser lets nothing be kept: it is in memory.
    Refused,
    /// Another tab has worked on the same deployment meanwhile: this work goes on as a
    /// deployment of its own.
    Apart(Box<Apart>),
}

/// Work that goes on as a deployment of its own, since another tab has worked on the same
/// one. A page that has typed on meanwhile applies [`Work::name_apart`] to what it has and
/// saves it under the new id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// What it was a work on; the other tab's work is there now.
    pub was: String,
    /// Where it goes on.
    pub id: String,
    /// The work, with its new name.
    pub work: Work,
}

impl<O: Outside> Desk<O> {
    /// Opens what is kept. `from_disk`: the page was not loaded from a server.
    pub fn open(outside: O, from_disk: bool) -> Self {
        let decision = if from_disk { places::decision(&outside) } else { None };
        let place = places::choose(&outside, !from_disk || decision == Some(true));
        let could_keep_more = from_disk && places::usable(&outside, Area::Browser).is_ok();
        let current = outside.get(Area::Tab, CURRENT).ok().flatten();
        let mut desk = Self { outside, from_disk, could_keep_more, decision, place, held: BTreeMap::new(), current };
        desk.move_in();
        desk
    }

    /// Where work is kept.
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The work on a deployment, as it is now. The next [`Desk::save`] counts as built on it,
    /// so the page has to go on with what this returns, and says so by
    /// [`Desk::set_current`]. To look at a deployment only, there is [`Desk::peek`].
    ///
    /// # Errors
    ///
    /// Why there is none to be had.
    pub fn load(&mut self, id: &str) -> Result<Work, Unreadable> {
        let current = self.is_current(id);
        let taken = self.take(id);
        if current && !self.is_current(id) {
            // What this tab had was kept apart; it is not what the page goes on with.
            self.set_current(Some(id));
        }
        taken?;
        self.held.get(id).map(|held| held.record.work.clone()).ok_or(Unreadable::Missing)
    }

    /// The work on a deployment, as it is now, to look at.
    ///
    /// # Errors
    ///
    /// Why there is none to be had.
    pub fn peek(&self, id: &str) -> Result<Work, Unreadable> {
        self.newest(id).map(|(record, _)| record.work)
    }

    /// Begins a deployment, and returns its id. That always works; whether it is kept
    /// [`Desk::not_kept`] tells.
    pub fn create(&mut self, work: &Work) -> String {
        let id = self.outside.new_id();
        self.hold_new(&id, work);
        self.put_or_part(&id);
        id
    }

    /// Keeps the work on a deployment.
    pub fn save(&mut self, id: &str, work: &Work) -> Saved {
        if let Some(held) = self.held.get_mut(id) {
            if held.record.work == *work && held.standing == Standing::Kept {
                return Saved::Done;
            }
            if held.record.work != *work {
                held.next(&self.outside);
                held.record.work = work.clone();
                held.record.deleted = false;
            }
        } else {
            self.hold_new(id, work);
        }
        let saved = self.put_or_part(id);
        if saved == Saved::Done {
            // There seems to be room again.
            self.try_again();
        }
        saved
    }

    /// Begins a deployment with the same work, and returns its id.
    pub fn copy(&mut self, id: &str) -> Option<String> {
        let names = self.list().into_iter().filter_map(|entry| entry.name).collect();
        let copy = self.peek(id).ok()?.copy(&names);
        Some(self.create(&copy))
    }

    /// Deletes a deployment; it can be taken back. Returns whether that was possible: what
    /// cannot be read cannot be marked, and is only ever purged.
    pub fn delete(&mut self, id: &str) -> bool {
        if !self.mark(id, true) {
            return false;
        }
        if self.current.as_deref() == Some(id) {
            self.set_current(None);
        }
        let list = self.list();
        for entry in list.iter().filter(|entry| entry.deleted).skip(MOST_DELETED) {
            self.purge(&entry.id);
        }
        true
    }

    /// Takes a deleted deployment back. Returns whether that was possible.
    pub fn restore(&mut self, id: &str) -> bool {
        self.mark(id, false)
    }

    fn mark(&mut self, id: &str, deleted: bool) -> bool {
        let Ok((mut record, is_held)) = self.newest(id) else { return false };
        if record.deleted == deleted {
            return true;
        }
        if !is_held && self.held.contains_key(id) {
            // What the page shows was not built on the newest: marking does not change that.
            let Some(area) = self.area() else { return false };
            record.deleted = deleted;
            record.changed_ms = self.outside.now_ms();
            record.line.hand_to(&self.outside.new_id());
            return self.outside.set(area, &key_of(id), &record.to_text()).is_ok();
        }
        if self.take(id).is_err() {
            return false;
        }
        if let Some(held) = self.held.get_mut(id) {
            held.next(&self.outside);
            held.record.deleted = deleted;
            self.put_or_part(id);
        }
        true
    }

    /// The newest there is of a deployment, and whether it is what is held.
    fn newest(&self, id: &str) -> Result<(Record, bool), Unreadable> {
        let (stored, held) = (self.find(id), self.held.get(id));
        let Some(text) = stored.filter(|text| held.is_none_or(|held| held.text.as_ref() != Some(text))) else {
            return held.map(|held| (held.record.clone(), true)).ok_or(Unreadable::Missing);
        };
        let read = Record::read(&text);
        match held.map(|held| (held, held.record.against(&read, &text))) {
            Some((held, Against::Same | Against::Older)) => Ok((held.record.clone(), true)),
            Some((_, Against::Newer | Against::Apart)) | None => read.map(|record| (record, false)),
        }
    }

    /// Takes a deployment away for good, even one that cannot be read.
    pub fn purge(&mut self, id: &str) {
        for area in [Area::Browser, Area::Tab] {
            self.outside.remove(area, &key_of(id));
        }
        self.held.remove(id);
        if self.current.as_deref() == Some(id) {
            self.set_current(None);
        }
        // There may be room now for what found none.
        self.try_again();
    }

    /// The deployment that this tab works on, also after a reload.
    pub fn current(&self) -> Option<String> {
        self.current.clone().filter(|id| self.held.contains_key(id) || self.find(id).is_some())
    }

    /// Sets the deployment that this tab works on.
    pub fn set_current(&mut self, id: Option<&str>) {
        self.current = id.map(str::to_owned);
        let Some(id) = id else { return self.outside.remove(Area::Tab, CURRENT) };
        // Where it cannot be kept, it is in memory.
        let _ = self.outside.set(Area::Tab, CURRENT, id);
    }

    pub(super) fn is_current(&self, id: &str) -> bool {
        self.current.as_deref() == Some(id)
    }

    /// Why some work is only in memory or in the tab, if any is.
    pub fn not_kept(&self) -> Option<NotKept> {
        self.held.values().find_map(|held| match held.standing {
            Standing::NotKept(why) => Some(why),
            Standing::Kept | Standing::Gone => None,
        })
    }

    /// Tries again to keep what could not be kept.
    pub(super) fn try_again(&mut self) {
        let not_kept = self.held.iter().filter(|(_, held)| matches!(held.standing, Standing::NotKept(_)));
        let ids: Vec<String> = not_kept.map(|(id, _)| id.clone()).collect();
        for id in ids {
            self.put_or_part(&id);
        }
    }

    /// The storage that work is kept in.
    const fn area(&self) -> Option<Area> {
        match self.place {
            Place::Browser => Some(Area::Browser),
            Place::Tab(_) => Some(Area::Tab),
            Place::Nowhere(_) => None,
        }
    }

    /// What a storage has of a deployment, the one where work is kept first.
    pub(super) fn find(&self, id: &str) -> Option<String> {
        let areas =
            if self.area() == Some(Area::Tab) { [Area::Tab, Area::Browser] } else { [Area::Browser, Area::Tab] };
        areas.into_iter().find_map(|area| self.outside.get(area, &key_of(id)).ok().flatten())
    }

    /// Makes the newest there is of a deployment the one that is held.
    fn take(&mut self, id: &str) -> Result<(), Unreadable> {
        let Some(text) = self.find(id) else {
            return if self.held.contains_key(id) { Ok(()) } else { Err(Unreadable::Missing) };
        };
        if self.held.get(id).is_some_and(|held| held.text.as_ref() == Some(&text)) {
            return Ok(());
        }
        let read = Record::read(&text);
        match self.held.get(id).map(|held| held.record.against(&read, &text)) {
            Some(Against::Same | Against::Older) => return Ok(()),
            Some(Against::Apart) => drop(self.part(id)),
            Some(Against::Newer) | None => {}
        }
        let held = Held { text: Some(text), standing: Standing::Kept, ..Held::new(read?, false) };
        self.held.insert(id.to_owned(), held);
        Ok(())
    }

    fn hold_new(&mut self, id: &str, work: &Work) {
        let (line, changed_ms) = (Line::begun_by(&self.outside.new_id()), self.outside.now_ms());
        let record = Record { line, changed_ms, deleted: false, work: work.clone() };
        self.held.insert(id.to_owned(), Held::new(record, true));
    }

    /// Puts what is held into the storage, or makes it a deployment of its own where
    /// something else is in its place.
    pub(super) fn put_or_part(&mut self, id: &str) -> Saved {
        match self.put(id) {
            Ok(()) => Saved::Done,
            Err(NotPut::NotKept(NotKept::Full)) => Saved::Full,
            Err(NotPut::NotKept(NotKept::Refused)) => Saved::Refused,
            Err(NotPut::InTheWay) => match self.part(id) {
                Some(apart) => Saved::Apart(Box::new(apart)),
                // What is not held is not in the way of anything.
                None => Saved::Done,
            },
        }
    }

    fn put(&mut self, id: &str) -> Result<(), NotPut> {
        let area = self.area();
        let Some(held) = self.held.get_mut(id) else { return Ok(()) };
        let key = key_of(id);
        let mut keep = |area| {
            if let Some(stored) = self.outside.get(area, &key).map_err(NotPut::NotKept)?
                && held.text.as_ref() != Some(&stored)
                && !Record::read(&stored).is_ok_and(|theirs| held.record.line.has(theirs.line.stamp()))
            {
                return Err(NotPut::InTheWay);
            }
            let text = held.record.to_text();
            self.outside.set(area, &key, &text).map_err(NotPut::NotKept)?;
            held.text = Some(text);
            Ok(())
        };
        match area.map_or(Err(NotPut::NotKept(NotKept::Refused)), &mut keep) {
            Ok(()) => {
                held.standing = Standing::Kept;
                if std::mem::take(&mut held.in_tab) {
                    self.outside.remove(Area::Tab, &key);
                }
                Ok(())
            }
            Err(NotPut::NotKept(why)) => {
                held.standing = Standing::NotKept(why);
                if area == Some(Area::Browser) && (held.in_tab || self.outside.get(Area::Tab, &key) == Ok(None)) {
                    // So that a reload at least does not lose it.
                    held.in_tab |= self.outside.set(Area::Tab, &key, &held.record.to_text()).is_ok();
                }
                Err(NotPut::NotKept(why))
            }
            Err(NotPut::InTheWay) => Err(NotPut::InTheWay),
        }
    }

    /// Goes on with what is held as a deployment of its own.
    pub(super) fn part(&mut self, was: &str) -> Option<Apart> {
        let held = self.held.remove(was)?;
        let mut record = held.record;
        record.work.name_apart();
        // Where it was kept apart already it may have been worked on: that is not what the
        // page shows.
        let id = self.id_apart(&record, was).unwrap_or_else(|_| self.outside.new_id());
        let work = record.work.clone();
        self.held.insert(id.clone(), Held::new(record, false));
        // Nothing is in the way at an id that was just seen to be free.
        let kept = self.put(&id).is_ok() || self.held.get(&id).is_some_and(|held| held.in_tab);
        if held.in_tab && kept {
            self.outside.remove(Area::Tab, &key_of(was));
        }
        if self.is_current(was) {
            self.set_current(Some(&id));
        }
        Some(Apart { was: was.to_owned(), id, work })
    }

    /// Where a record is kept apart. The id is made of the name of the sitting that wrote
    /// it, so that all tabs that come to keep the record apart come to the same id.
    pub(super) fn id_apart(&self, record: &Record, was: &str) -> Result<String, Taken> {
        let stamp = record.line.stamp();
        // The second is for a sitting that went on after an earlier record was kept apart.
        for id in [stamp.by.to_string(), format!("{}r{}", stamp.by, stamp.revision)] {
            let stored = self.find(&id).map(|text| Record::read(&text).map(|record| record.line));
            let held = self.held.get(&id).map(|held| Ok(held.record.line.clone()));
            let there: Vec<_> = [stored, held].into_iter().flatten().collect();
            let has_it = |line: &Result<Line, _>| line.as_ref().is_ok_and(|line| line.has(stamp));
            let is_older = |line: &Result<Line, _>| line.as_ref().is_ok_and(|line| record.line.has(line.stamp()));
            if id != was && there.iter().all(is_older) {
                return Ok(id);
            }
            if there.iter().any(has_it) {
                return Err(Taken::ByItself);
            }
        }
        Err(Taken::ByOthers)
    }
}

/// Why an id is not free for a record.
pub(super) enum Taken {
    /// The record is there, or what was built on it.
    ByItself,
    ByOthers,
}

enum NotPut {
    NotKept(NotKept),
    /// Something is in its place that it was not built on, or that cannot be read.
    InTheWay,
}

impl Held {
    /// What is not yet in any storage.
    pub const fn new(record: Record, own: bool) -> Self {
        Self { record, own, text: None, standing: Standing::NotKept(NotKept::Refused), in_tab: false }
    }

    /// Begins the next record.
    fn next<O: Outside>(&mut self, outside: &O) {
        if self.own {
            self.record.line.go_on();
        } else {
            self.record.line.hand_to(&outside.new_id());
            self.own = true;
        }
        self.record.changed_ms = outside.now_ms();
    }
}
