//! What other tabs have done: as they do it, and once more whenever the page comes back
//! from where it heard nothing.

use std::rc::Rc;

use exchange_advisor_core::kept::News;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, StorageEvent};

use super::Store;

/// Another tab has written, or the page is shown again after it was put to sleep.
const OF_THE_WINDOW: [&str; 2] = ["storage", "pageshow"];

/// Listens as long as it lives.
pub struct Listener {
    closure: Closure<dyn Fn(Event)>,
    targets: Vec<(EventTarget, &'static str)>,
}

impl Store {
    /// Calls back with what happens elsewhere, until the result is dropped. What is called
    /// may use the store.
    pub fn listen(&self, then: impl Fn(News) + 'static) -> Listener {
        let desk = Rc::clone(&self.0);
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let news = {
                // An event that comes while the store is at work is looked up the next time.
                let Ok(mut desk) = desk.try_borrow_mut() else { return };
                match event.dyn_ref::<StorageEvent>() {
                    Some(event) => {
                        let (key, old, new) = (event.key(), event.old_value(), event.new_value());
                        desk.heard(key.as_deref(), old.as_deref(), new.as_deref())
                    }
                    None => desk.look_again(),
                }
            };
            news.into_iter().for_each(&then);
        });
        let mut targets = Vec::new();
        if let Some(window) = web_sys::window() {
            targets.extend(window.document().map(|document| (EventTarget::from(document), "visibilitychange")));
            targets.extend(OF_THE_WINDOW.map(|name| (EventTarget::from(window.clone()), name)));
        }
        for (target, name) in &targets {
            // Only a window without events refuses a listener.
            let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        Listener { closure, targets }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for (target, name) in &self.targets {
            let _ = target.remove_event_listener_with_callback(name, self.closure.as_ref().unchecked_ref());
        }
    }
}
