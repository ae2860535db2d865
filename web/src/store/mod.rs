//! Where the page keeps work: the core's desk over the storages of this browser.
//!
//! - `storage.rs`: `localStorage` and `sessionStorage`, none of which is trusted to work;
//! - `listener.rs`: what other tabs have done.
//!
//! What is done how, and why nothing is lost, stands in `core/src/kept/`.

mod listener;
mod storage;

use std::cell::RefCell;
use std::rc::Rc;

use exchange_advisor_core::kept::{Desk, Entry, NotKept, Place, Saved, Unreadable, Work};

use storage::BrowserStorage;

/// What the page keeps. Copies of it are the same store.
#[derive(Clone)]
pub struct Store(Rc<RefCell<Desk<BrowserStorage>>>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Opens what this browser has kept; works in memory if it keeps nothing.
    pub fn open() -> Self {
        let desk = Desk::open(BrowserStorage::find(), storage::is_from_disk());
        Self(Rc::new(RefCell::new(desk)))
    }

    /// Where work is kept, and why not better.
    pub fn place(&self) -> Place {
        self.0.borrow().place()
    }

    /// Every deployment, the one that was changed last first; deleted and unreadable ones too.
    pub fn list(&self) -> Vec<Entry> {
        self.0.borrow().list()
    }

    /// The work on a deployment. What is saved next counts as built on it: the page has to
    /// go on with it.
    ///
    /// # Errors
    ///
    /// Why there is none to be had.
    pub fn load(&self, id: &str) -> Result<Work, Unreadable> {
        self.0.borrow_mut().load(id)
    }

    /// Begins a deployment and returns its id, in memory if nothing else works.
    pub fn create(&self, work: &Work) -> String {
        self.0.borrow_mut().create(work)
    }

    /// Keeps the work on a deployment.
    pub fn save(&self, id: &str, work: &Work) -> Saved {
        self.0.borrow_mut().save(id, work)
    }

    /// Begins a deployment with the same work and returns its id.
    pub fn copy(&self, id: &str) -> Option<String> {
        self.0.borrow_mut().copy(id)
    }

    /// Deletes a deployment so that it can be taken back; whether that was possible.
    pub fn delete(&self, id: &str) -> bool {
        self.0.borrow_mut().delete(id)
    }

    /// Takes a deleted deployment back; whether that was possible.
    pub fn restore(&self, id: &str) -> bool {
        self.0.borrow_mut().restore(id)
    }

    /// Takes a deployment away for good, even one that cannot be read.
    pub fn purge(&self, id: &str) {
        self.0.borrow_mut().purge(id);
    }

    /// A deployment as it is kept, to be saved as a file, even if it cannot be read.
    pub fn raw(&self, id: &str) -> Option<String> {
        self.0.borrow().raw(id)
    }

    /// The deployment that this tab works on, also after a reload.
    pub fn current(&self) -> Option<String> {
        self.0.borrow().current()
    }

    /// Sets the deployment that this tab works on.
    pub fn set_current(&self, id: Option<&str>) {
        self.0.borrow_mut().set_current(id);
    }

    /// Why some work is only in memory or in the tab, if any is.
    pub fn not_kept(&self) -> Option<NotKept> {
        self.0.borrow().not_kept()
    }

    /// Whether the person can still be asked to keep more than the tab does.
    pub fn offers_more(&self) -> bool {
        self.0.borrow().offers_more()
    }

    /// Keeps the work of a page from a disk in the browser from now on, or in this tab.
    pub fn keep_more(&self, more: bool) {
        self.0.borrow_mut().keep_more(more);
    }

    /// Whether the page was not loaded from a server.
    pub fn is_from_disk(&self) -> bool {
        self.0.borrow().is_from_disk()
    }

    /// Whether work from a disk could be kept in the browser for good, decided or not.
    pub fn could_keep_more(&self) -> bool {
        self.0.borrow().could_keep_more()
    }
}
