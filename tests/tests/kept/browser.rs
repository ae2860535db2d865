//! A browser with tabs, as far as keeping work goes: one storage that all share, one for
//! each tab, and messages between them that arrive when the test says so.
//!
//! With `cached` every tab reads and writes a copy of its own. What it writes is on its way
//! to the shared storage until it is `flush`ed, and what others have written is in the copy
//! once it is `deliver`ed, unless something of the tab's own under that key is on its way.
//! So a tab can look, see nothing new, and overwrite what has been there for a while.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use exchange_advisor_core::kept::{Area, Desk, NotKept, Outside};
use fastrand::Rng;

type Map = BTreeMap<String, String>;

/// What a tab hears of: key, before, after.
pub type Heard = (String, Option<String>, Option<String>);

/// A storage and what is wrong with it.
#[derive(Clone, Default)]
pub struct Storage {
    pub map: Map,
    /// It throws, whatever is asked of it.
    pub off: bool,
    /// So many characters have room.
    pub room: Option<usize>,
}

impl Storage {
    fn has_room(&self, map: &Map, key: &str, text: &str) -> bool {
        let others = map.iter().filter(|(other, _)| *other != key);
        let taken: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        self.room.is_none_or(|room| taken + key.len() + text.len() <= room)
    }
}

#[derive(Default)]
struct Tab {
    own: Storage,
    copy: Map,
    on_its_way: VecDeque<(String, Option<String>)>,
    inbox: VecDeque<(usize, Heard)>,
    open: bool,
}

struct State {
    shared: Storage,
    tabs: Vec<Tab>,
    cached: bool,
    /// Messages say what was there before; else what the tab itself had there.
    tells_before: bool,
    clock: u64,
    ids: Rng,
}

/// A browser.
#[derive(Clone)]
pub struct Browser(Rc<RefCell<State>>);

/// What a tab sees of its browser.
pub struct Window {
    browser: Browser,
    tab: usize,
}

impl Browser {
    pub fn new() -> Self {
        Self::of_kind(0, false, true)
    }

    pub fn of_kind(seed: u64, cached: bool, tells_before: bool) -> Self {
        let (shared, ids) = (Storage::default(), Rng::with_seed(seed));
        Self(Rc::new(RefCell::new(State { shared, tabs: Vec::new(), cached, tells_before, clock: 1000, ids })))
    }

    /// Opens a tab; a duplicate of another has what that has kept for itself.
    pub fn open(&self, like: Option<usize>) -> usize {
        let mut state = self.0.borrow_mut();
        let own = like.map_or_else(Storage::default, |other| state.tabs[other].own.clone());
        let copy = state.shared.map.clone();
        state.tabs.push(Tab { own, copy, open: true, ..Tab::default() });
        state.tabs.len() - 1
    }

    /// A tab of a page from a server, with its desk.
    pub fn desk(&self) -> Desk<Window> {
        self.desk_in(self.open(None))
    }

    pub fn desk_in(&self, tab: usize) -> Desk<Window> {
        Desk::open(self.window(tab), false)
    }

    pub fn desk_from_disk(&self, tab: usize) -> Desk<Window> {
        Desk::open(self.window(tab), true)
    }

    fn window(&self, tab: usize) -> Window {
        Window { browser: self.clone(), tab }
    }

    /// What a tab has written and is on its way goes on being so.
    pub fn close(&self, tab: usize) {
        let mut state = self.0.borrow_mut();
        state.tabs[tab].open = false;
        state.tabs[tab].inbox.clear();
    }

    /// A tab loads its page anew.
    pub fn reload(&self, tab: usize) {
        while self.flush(tab) {}
        let mut state = self.0.borrow_mut();
        let shared = state.shared.map.clone();
        state.tabs[tab].copy = shared;
        state.tabs[tab].inbox.clear();
    }

    /// What a tab has written first of what is on its way arrives.
    pub fn flush(&self, tab: usize) -> bool {
        let mut state = self.0.borrow_mut();
        let Some((key, new)) = state.tabs[tab].on_its_way.pop_front() else { return false };
        state.write(tab, &key, new.as_deref());
        true
    }

    /// What a tab hears of next.
    pub fn deliver(&self, tab: usize) -> Option<Heard> {
        let mut state = self.0.borrow_mut();
        let tells_before = state.tells_before;
        let own = &mut state.tabs[tab];
        // That its own has arrived it notices by the way.
        let (key, old, new) = loop {
            let (from, heard) = own.inbox.pop_front()?;
            if from != tab {
                break heard;
            }
        };
        let pending = own.on_its_way.iter().any(|(other, _)| *other == key)
            || own.inbox.iter().any(|(from, (other, ..))| *from == tab && *other == key);
        let own_old = own.copy.get(&key).cloned();
        if !pending {
            put(&mut own.copy, &key, new.clone());
        }
        Some((key, if tells_before { old } else { own_old }, new))
    }

    pub fn stored(&self) -> Map {
        self.0.borrow().shared.map.clone()
    }

    /// Does something to the shared storage behind everybody's back.
    pub fn tamper<T>(&self, with: impl FnOnce(&mut Storage) -> T) -> T {
        with(&mut self.0.borrow_mut().shared)
    }

    /// Does something to a tab's own storage.
    pub fn tamper_with_tab<T>(&self, tab: usize, with: impl FnOnce(&mut Storage) -> T) -> T {
        with(&mut self.0.borrow_mut().tabs[tab].own)
    }
}

fn put(map: &mut Map, key: &str, text: Option<String>) -> Option<String> {
    match text {
        Some(text) => map.insert(key.to_owned(), text),
        None => map.remove(key),
    }
}

impl State {
    fn write(&mut self, tab: usize, key: &str, new: Option<&str>) {
        let new = new.map(str::to_owned);
        let old = put(&mut self.shared.map, key, new.clone());
        let changed = old != new;
        let cached = self.cached;
        for (other, to) in self.tabs.iter_mut().enumerate().filter(|(_, to)| to.open) {
            if (other == tab && cached) || (other != tab && changed) {
                to.inbox.push_back((tab, (key.to_owned(), old.clone(), new.clone())));
            }
        }
    }
}

impl Outside for Window {
    fn get(&self, area: Area, key: &str) -> Result<Option<String>, NotKept> {
        let state = self.browser.0.borrow();
        let tab = &state.tabs[self.tab];
        let (storage, map) = match area {
            Area::Tab => (&tab.own, &tab.own.map),
            Area::Browser if state.cached => (&state.shared, &tab.copy),
            Area::Browser => (&state.shared, &state.shared.map),
        };
        if storage.off { Err(NotKept::Refused) } else { Ok(map.get(key).cloned()) }
    }

    fn set(&self, area: Area, key: &str, text: &str) -> Result<(), NotKept> {
        self.get(area, key)?;
        let mut state = self.browser.0.borrow_mut();
        let cached = state.cached;
        match area {
            Area::Tab => {
                let own = &mut state.tabs[self.tab].own;
                if !own.has_room(&own.map, key, text) {
                    return Err(NotKept::Full);
                }
                own.map.insert(key.to_owned(), text.to_owned());
            }
            Area::Browser => {
                let map = if cached { &state.tabs[self.tab].copy } else { &state.shared.map };
                if !state.shared.has_room(map, key, text) {
                    return Err(NotKept::Full);
                }
                self.change(&mut state, key, Some(text.to_owned()));
            }
        }
        Ok(())
    }

    fn remove(&self, area: Area, key: &str) {
        let mut state = self.browser.0.borrow_mut();
        match area {
            Area::Tab => drop(state.tabs[self.tab].own.map.remove(key)),
            Area::Browser => self.change(&mut state, key, None),
        }
    }

    fn keys(&self, area: Area) -> Vec<String> {
        let state = self.browser.0.borrow();
        let tab = &state.tabs[self.tab];
        let (storage, map) = match area {
            Area::Tab => (&tab.own, &tab.own.map),
            Area::Browser if state.cached => (&state.shared, &tab.copy),
            Area::Browser => (&state.shared, &state.shared.map),
        };
        if storage.off { Vec::new() } else { map.keys().cloned().collect() }
    }

    fn now_ms(&self) -> u64 {
        let mut state = self.browser.0.borrow_mut();
        state.clock += 1;
        state.clock
    }

    fn new_id(&self) -> String {
        format!("{:016x}", self.browser.0.borrow_mut().ids.u64(..))
    }
}

impl Window {
    fn change(&self, state: &mut State, key: &str, new: Option<String>) {
        if state.cached {
            let tab = &mut state.tabs[self.tab];
            put(&mut tab.copy, key, new.clone());
            tab.on_its_way.push_back((key.to_owned(), new));
        } else {
            state.write(self.tab, key, new.as_deref());
        }
    }
}
