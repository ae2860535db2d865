//! Moving work from one storage to another: as the person decides, and as room comes.

use super::desk::{Held, Standing};
use super::places::{self, Area, KEEP_MORE, NotKept, Outside, Place, key_of};
use super::{Desk, Record};

impl<O: Outside> Desk<O> {
    /// Whether the page was not loaded from a server.
    pub const fn is_from_disk(&self) -> bool {
        self.from_disk
    }

    /// Whether work from a disk could be kept in the browser for good, decided or not.
    pub const fn could_keep_more(&self) -> bool {
        self.could_keep_more
    }

    /// Whether the person can still be asked to keep more than the tab does.
    pub const fn offers_more(&self) -> bool {
        self.could_keep_more && self.decision.is_none()
    }

    /// What the person has decided about that.
    pub const fn keeps_more(&self) -> Option<bool> {
        self.decision
    }

    /// Keeps the work of a page from a disk in the browser from now on, or in the tab. What
    /// there is moves along; what finds no room stays where it is.
    pub fn keep_more(&mut self, more: bool) {
        self.decision = Some(more);
        // Where the decision cannot be kept, it holds for this visit.
        let _ = self.outside.set(Area::Browser, KEEP_MORE, if more { "yes" } else { "no" });
        let was = self.place;
        self.settle();
        if was == Place::Browser && matches!(self.place, Place::Tab(_)) {
            self.move_out();
        }
    }

    /// Another tab may have decided.
    pub(super) fn hear_decision(&mut self) {
        if self.from_disk {
            self.decision = places::decision(&self.outside).or(self.decision);
            self.settle();
        }
    }

    /// Goes where the work is to be kept by now.
    fn settle(&mut self) {
        let place = places::choose(&self.outside, !self.from_disk || self.decision == Some(true));
        if place == self.place {
            return;
        }
        self.place = place;
        for held in self.held.values_mut().filter(|held| held.standing != Standing::Gone) {
            (held.text, held.standing) = (None, Standing::NotKept(NotKept::Refused));
        }
        self.move_in();
    }

    /// Moves into the browser what found no room there before, or was kept in the tab.
    pub(super) fn move_in(&mut self) {
        if self.place == Place::Browser {
            for id in places::ids(&self.outside, Area::Tab) {
                let key = key_of(&id);
                let Ok(Some(text)) = self.outside.get(Area::Tab, &key) else { continue };
                if let Some(held) = self.held.get_mut(&id) {
                    held.in_tab = true;
                } else if let Ok(record) = Record::read(&text) {
                    self.held.insert(id, Held { in_tab: true, ..Held::new(record, false) });
                } else if self.outside.get(Area::Browser, &key) == Ok(None)
                    && self.outside.set(Area::Browser, &key, &text).is_ok()
                {
                    self.outside.remove(Area::Tab, &key);
                }
            }
        }
        self.try_again();
    }

    /// Moves into the tab what was kept in the browser.
    fn move_out(&mut self) {
        for id in places::ids(&self.outside, Area::Browser) {
            let key = key_of(&id);
            let Ok(Some(text)) = self.outside.get(Area::Browser, &key) else { continue };
            let moved = match self.outside.get(Area::Tab, &key) {
                Ok(None) => self.outside.set(Area::Tab, &key, &text).is_ok(),
                Ok(Some(own)) => match (Record::read(&own), Record::read(&text)) {
                    (Ok(own), Ok(theirs)) => own.line.has(theirs.line.stamp()),
                    _ => own == text,
                },
                Err(_) => false,
            };
            if moved {
                self.outside.remove(Area::Browser, &key);
            }
        }
    }
}
