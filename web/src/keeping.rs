//! Keeping the work: between the session of this tab and what is kept in the browser.

use std::collections::BTreeMap;
use std::rc::Rc;

use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::interview::Course;
use exchange_advisor_core::kept::{Entry, News, NotKept, Place, Record, Saved, State, Unreadable, Why, Work};
use yew::prelude::*;

use crate::beside::{self, Other};
use crate::route::{self, Route};
use crate::session::{Action, Dispatch, Session, Taken};
use crate::store::Store;

/// What is kept, and a way to have the page shown anew when that changes.
#[derive(Clone)]
pub struct Keeping {
    store: Store,
    changed: Callback<()>,
}

impl Keeping {
    /// What is kept.
    pub fn new(store: Store, changed: Callback<()>) -> Self {
        Self { store, changed }
    }

    /// The work that this tab was on. A new tab that comes by the address of a screen goes on
    /// with what was changed last; one that comes by the start has nothing asked yet. What
    /// cannot be opened is told.
    pub fn resume(store: &Store) -> Taken {
        let nothing = |notice| Taken { id: String::new(), work: Work::default(), notice };
        let last = || {
            let mut open = store.list().into_iter().filter(|entry| !entry.deleted && entry.state == State::Readable);
            open.next().map(|entry| entry.id)
        };
        let by_address = Route::present() != Route::Start && route::carried().is_none();
        let Some(id) = store.current().or_else(|| if by_address { last() } else { None }) else {
            return nothing(None);
        };
        match store.load(&id) {
            Ok(work) => {
                store.set_current(Some(&id));
                Taken { id, work, notice: None }
            }
            Err(Unreadable::Missing) => nothing(None),
            Err(why) => nothing(Some(format!(
                "The deployment that this tab worked on cannot be opened. {} You find it on the start page; what you answer here is a new one.",
                trouble(&why)
            ))),
        }
    }

    /// Keeps the work of the session. A session without any work in it is not kept: an
    /// empty deployment in the list helps nobody.
    pub fn save(&self, session: &Session, dispatch: &Dispatch) {
        let work = session.work();
        if session.id.is_empty() {
            if !is_empty(&work) {
                let id = self.store.create(&work);
                self.store.set_current(Some(&id));
                dispatch.dispatch(Action::Kept(id));
                self.changed.emit(());
            }
            return;
        }
        let before = (self.store.place(), self.store.not_kept());
        if let Saved::Apart(apart) = self.store.save(&session.id, &work) {
            self.store.set_current(Some(&apart.id));
            dispatch.dispatch(Action::KeptApart(apart));
            self.changed.emit(());
        }
        if before != (self.store.place(), self.store.not_kept()) {
            self.changed.emit(());
        }
    }

    /// Begins a deployment; the one before stays in the list.
    pub fn begin(&self, dispatch: &Dispatch) {
        self.store.set_current(None);
        dispatch.dispatch(Action::Switch(Box::new(Taken { id: String::new(), work: Work::default(), notice: None })));
        self.changed.emit(());
    }

    /// Takes on a deployment from a file or a link, as one of its own.
    pub fn take_on(&self, deployment: Deployment, notice: Option<String>, dispatch: &Dispatch) {
        let work = Work { deployment, drafts: BTreeMap::new(), course: Course::default() };
        let id = self.store.create(&work);
        self.store.set_current(Some(&id));
        dispatch.dispatch(Action::Switch(Box::new(Taken { id, work, notice })));
        self.changed.emit(());
    }

    /// Takes on a copy of a deployment, changed as advised. The one before stays as it is and
    /// stands beside it; the changes are one step to undo.
    pub fn apply_to_copy(&self, id: &str, before: &Rc<Deployment>, after: &Deployment, dispatch: &Dispatch) {
        let work = Work { deployment: (**before).clone(), drafts: BTreeMap::new(), course: Course::default() };
        let names = self.list().into_iter().filter_map(|entry| entry.name).collect();
        let work = work.copy(&names);
        self.take_on(work.deployment, Some("This is a copy with the changes. The deployment before is kept as it was. Undo takes the changes back.".to_owned()), dispatch);
        dispatch.dispatch(Action::Advised(Box::new(after.clone())));
        let kept = self.list().iter().any(|entry| entry.id == id && !entry.deleted);
        let other = if kept {
            beside::Change::Choose(Other::Kept(id.to_owned()), true)
        } else {
            beside::Change::File("before the changes".to_owned(), Box::new((**before).clone()))
        };
        dispatch.dispatch(Action::Beside(other));
    }

    /// Goes on with a deployment that is kept. Says whether that was possible.
    pub fn switch(&self, id: &str, dispatch: &Dispatch) -> bool {
        let loaded = self.store.load(id);
        if let Ok(work) = loaded {
            self.store.set_current(Some(id));
            dispatch.dispatch(Action::Switch(Box::new(Taken { id: id.to_owned(), work, notice: None })));
            self.changed.emit(());
            return true;
        }
        self.changed.emit(());
        false
    }

    pub fn copy(&self, id: &str) {
        self.store.copy(id);
        self.changed.emit(());
    }

    /// Deletes a deployment. If it is the one in this tab, nothing is in hand then.
    pub fn delete(&self, id: &str, dispatch: &Dispatch) {
        let current = self.store.current().as_deref() == Some(id);
        self.store.delete(id);
        if current {
            self.begin(dispatch);
        }
        self.changed.emit(());
    }

    pub fn restore(&self, id: &str) {
        self.store.restore(id);
        self.changed.emit(());
    }

    pub fn purge(&self, id: &str) {
        self.store.purge(id);
        self.changed.emit(());
    }

    /// A deployment as it is kept, only to be looked at: this tab does not go on with it.
    pub fn peek(&self, id: &str) -> Option<Deployment> {
        Record::read(&self.store.raw(id)?).ok().map(|record| record.work.deployment)
    }

    pub fn raw(&self, id: &str) -> Option<String> {
        self.store.raw(id)
    }

    pub fn list(&self) -> Vec<Entry> {
        self.store.list()
    }

    /// What other tabs have done.
    pub fn news(&self, news: News, session: &Session, dispatch: &Dispatch) {
        match news {
            News::List | News::Place => {}
            News::Changed(id) => {
                if id == session.id
                    && let Ok(work) = self.store.load(&id)
                {
                    let notice = Some("This deployment was changed in another tab. You see it as it is now; Undo brings back what was here.".to_owned());
                    dispatch.dispatch(Action::Adopt(Box::new(Taken { id, work, notice })));
                }
            }
            News::Deleted(id) => {
                if id == session.id {
                    dispatch.dispatch(Action::Notice("This deployment was deleted in another tab. If you go on here it is kept again; it can also be taken back from the start page.".to_owned()));
                }
            }
            News::Gone(id) => {
                if id == session.id {
                    dispatch.dispatch(Action::Notice("This deployment was deleted for good in another tab. It is still here: save a file, or go on and it is kept again.".to_owned()));
                }
            }
            News::Apart(apart) => {
                if apart.was == session.id {
                    self.store.set_current(Some(&apart.id));
                    dispatch.dispatch(Action::KeptApart(apart));
                }
            }
        }
        self.changed.emit(());
    }

    /// Whether to offer to keep more than this tab.
    pub fn offers_more(&self) -> bool {
        self.store.offers_more()
    }

    /// Keeps work in the browser from now on, or only in this tab.
    pub fn keep_more(&self, more: bool) {
        self.store.keep_more(more);
        self.changed.emit(());
    }

    /// In short, where the work is kept.
    pub fn in_short(&self) -> &'static str {
        match (self.store.not_kept(), self.store.place()) {
            (Some(_), _) | (None, Place::Nowhere(_)) => "Not kept: save a file",
            (None, Place::Browser) => "Kept in this browser",
            (None, Place::Tab(_)) => "Kept in this tab only",
        }
    }

    /// What has to be said at once: that work is not kept.
    pub fn warning(&self) -> Option<&'static str> {
        match (self.store.not_kept(), self.store.place()) {
            (Some(NotKept::Full), Place::Browser | Place::Tab(_)) => Some(
                "The browser has no room left for your answers: what you change now is lost when this tab is closed. Save a file. Deleting for good what you no longer need, on the start page, makes room.",
            ),
            (Some(NotKept::Refused), Place::Browser | Place::Tab(_)) => Some(
                "The browser did not let your last change be kept: it is lost when this tab is closed. Save a file.",
            ),
            (_, Place::Nowhere(Why::NoRoom)) => Some(
                "This browser gives the page no room to keep anything: your answers are lost when this tab is closed or reloaded. The advisor works all the same; save a file before you leave.",
            ),
            (_, Place::Nowhere(_)) => Some(
                "This browser keeps nothing for this page (its storage is switched off): your answers are lost when this tab is closed or reloaded. The advisor works all the same; save a file before you leave.",
            ),
            _ => None,
        }
    }
}

fn is_empty(work: &Work) -> bool {
    work.deployment == Deployment::new() && work.drafts.is_empty()
}

/// What is kept where, in plain words.
pub fn told(keeping: &Keeping) -> Html {
    let place = keeping.store.place();
    let decide = |more: bool| {
        let keeping = keeping.clone();
        Callback::from(move |_: MouseEvent| keeping.keep_more(more))
    };
    let from_disk = keeping.store.is_from_disk();
    html! {
        <section class="group" aria-labelledby="told" id="kept-where" data-place={match place {
            Place::Browser => "browser",
            Place::Tab(_) => "tab",
            Place::Nowhere(_) => "nowhere",
        }}>
            <h2 id="told">{ "What is kept where" }</h2>
            <p>{ match place {
                Place::Browser if from_disk => "Each answer is kept in this browser as you give it. Other pages that are opened from this computer's disks can read it there.",
                Place::Browser => "Each answer is kept in this browser, on this computer, as you give it. Nothing is sent anywhere.",
                Place::Tab(Why::FromDisk) => "Each answer is kept for this tab as you give it: a reload loses nothing, closing the tab loses all. The reason: this page comes from a disk, and all pages from disks share one storage in the browser, so any other such page could read your answers.",
                Place::Tab(_) => "Each answer is kept for this tab only: a reload loses nothing, closing the tab loses all. The browser's lasting storage is switched off or has no room for this page.",
                Place::Nowhere(_) => "Nothing is kept: the browser's storage is switched off or has no room for this page. A reload loses your answers.",
            } }</p>
            <p>{ "A browser can wipe what it keeps: when history is cleared, by a policy, or for want of room. The safe way is " }<strong>{ "Save file" }</strong>{ "." }</p>
            if from_disk {
                <p class="buttons">
                    if place == Place::Browser {
                        <button type="button" id="keep-less" onclick={decide(false)}>{ "Keep only for this tab" }</button>
                        <span>{ "All deployments then move to this tab and are lost when it is closed." }</span>
                    } else if keeping.store.could_keep_more() {
                        <button type="button" id="keep-more" onclick={decide(true)}>{ "Keep in this browser all the same" }</button>
                        if keeping.offers_more() {
                            <button type="button" id="keep-tab" onclick={decide(false)}>{ "Only for this tab" }</button>
                        }
                    }
                </p>
            }
        </section>
    }
}

/// Why an entry cannot be opened.
pub fn trouble(why: &Unreadable) -> String {
    match why {
        Unreadable::Newer => {
            "Written by a newer version of the advisor. It is left as it is: open it there, or save what is there."
                .to_owned()
        }
        why => format!("{why} It is left as it is; save what is there before you delete it."),
    }
}

/// A moment as the browser writes it.
pub fn moment(milliseconds: u64) -> String {
    if milliseconds == 0 {
        return "at an unknown time".to_owned();
    }
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
    let day = js_sys::Date::new(&(milliseconds as f64).into());
    String::from(day.to_locale_string("en-GB", &js_sys::Object::new()))
}
