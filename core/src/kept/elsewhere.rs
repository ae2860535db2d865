//! What other tabs have done meanwhile.
//!
//! Looking at a record and then writing it are two steps, and another tab can write in
//! between: then one record is overwritten by another that was not built on it, and both
//! tabs believe theirs is kept. Both hear of the other's afterwards. The tab whose record
//! is gone still has its work in memory and keeps it apart; and whoever hears of a record
//! that is gone without anything having been built on it keeps that apart too, since its
//! own tab may be closed by now. All of them come to the same id and the same text.

use super::desk::{Held, Standing, Taken};
use super::places::{Area, KEEP_MORE, Outside, Place, RECORDS, key_of};
use super::{Against, Apart, Desk, Record, Saved};

/// What a page has to know of what happened elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The list of deployments may be another one.
    List,
    /// Work is kept elsewhere than before.
    Place,
    /// The deployment that this tab works on was changed in another one, on top of what
    /// this tab has. `load` takes that over. A page with something typed and not saved
    /// yet calls `save` instead, and its work is kept apart.
    Changed(String),
    /// Likewise, and it is deleted there; `restore` takes it back.
    Deleted(String),
    /// It was taken away for good. It is in memory; `save` keeps it once more.
    Gone(String),
    /// Two tabs have worked on the same deployment: this tab's work is kept apart.
    Apart(Box<Apart>),
}

impl<O: Outside> Desk<O> {
    /// Another tab has put a text under a key in place of another, or taken it away; no
    /// key: it has taken everything away.
    pub fn heard(&mut self, key: Option<&str>, old: Option<&str>, new: Option<&str>) -> Vec<News> {
        let Some(key) = key else { return self.look_again() };
        if key == KEEP_MORE {
            let place = self.place;
            self.hear_decision();
            return if self.place == place { Vec::new() } else { vec![News::Place, News::List] };
        }
        let Some(id) = key.strip_prefix(RECORDS).filter(|_| self.place == Place::Browser) else { return Vec::new() };
        // First what is lost, so that what is looked at then is how it stays.
        let rescued: Vec<String> = [old, new].into_iter().flatten().filter_map(|text| self.rescue(id, text)).collect();
        let mut news: Vec<News> = self.look_at(id).into_iter().collect();
        news.extend(rescued.iter().filter_map(|id| self.look_at(id)));
        news.push(News::List);
        news
    }

    /// Looks whether anything has changed that was not heard of, as after a sleep.
    pub fn look_again(&mut self) -> Vec<News> {
        if self.place != Place::Browser {
            return Vec::new();
        }
        let ids: Vec<String> = self.held.keys().cloned().collect();
        let mut news: Vec<News> = ids.iter().filter_map(|id| self.look_at(id)).collect();
        news.push(News::List);
        news
    }

    /// Compares what this tab has of a deployment with what the storage has.
    fn look_at(&mut self, id: &str) -> Option<News> {
        let current = self.is_current(id);
        let held = self.held.get_mut(id)?;
        if matches!(held.standing, Standing::NotKept(_)) {
            return apart(self.put_or_part(id));
        }
        let Some(text) = self.outside.get(Area::Browser, &key_of(id)).ok()? else {
            if !current {
                self.held.remove(id);
                return None;
            }
            held.text = None;
            let before = std::mem::replace(&mut held.standing, Standing::Gone);
            return (before != Standing::Gone).then(|| News::Gone(id.to_owned()));
        };
        if held.text.as_ref() == Some(&text) {
            return None;
        }
        let read = Record::read(&text);
        match held.record.against(&read, &text) {
            Against::Same => {
                (held.text, held.standing) = (Some(text), Standing::Kept);
                None
            }
            Against::Older => apart(self.put_or_part(id)),
            Against::Newer if !current => {
                self.held.remove(id);
                None
            }
            Against::Newer if read.is_ok_and(|theirs| theirs.deleted) => Some(News::Deleted(id.to_owned())),
            Against::Newer => Some(News::Changed(id.to_owned())),
            Against::Apart => self.part(id).map(|apart| News::Apart(Box::new(apart))),
        }
    }

    /// Keeps a record apart that was overwritten by something that was not built on it.
    /// Returns the id where it has put something.
    fn rescue(&mut self, id: &str, text: &str) -> Option<String> {
        let mut record = Record::read(text).ok()?;
        // What somebody has taken away for good is not brought back.
        let now = self.outside.get(Area::Browser, &key_of(id)).ok()??;
        match record.against(&Record::read(&now), &now) {
            Against::Same | Against::Newer => return None,
            Against::Older => {
                // It was overwritten by what it was built on. Without room it cannot have been.
                let _ = self.outside.set(Area::Browser, &key_of(id), text);
                return None;
            }
            Against::Apart => record.work.name_apart(),
        }
        let apart = match self.id_apart(&record, id) {
            Ok(apart) => apart,
            Err(Taken::ByItself) => return None,
            Err(Taken::ByOthers) => self.outside.new_id(),
        };
        if self.outside.set(Area::Browser, &key_of(&apart), &record.to_text()).is_err() {
            // It stays in memory until there is room for it.
            self.held.entry(apart.clone()).or_insert_with(|| Held::new(record, false));
        }
        Some(apart)
    }
}

/// What there is to tell of saving that nobody has asked for.
fn apart(saved: Saved) -> Option<News> {
    match saved {
        Saved::Apart(apart) => Some(News::Apart(apart)),
        Saved::Done | Saved::Full | Saved::Refused => None,
    }
}
