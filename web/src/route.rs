//! Addresses in the fragment, which is never sent to a server: `#/q/` and the path of a
//! question; `#d=` and a deployment document, percent-encoded.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The address of a question.
pub fn to_question(path: &str) -> String {
    format!("#/q/{}", String::from(js_sys::encode_uri_component(path)))
}

/// The question that the present address leads to.
pub fn question() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let path = hash.strip_prefix("#/q/")?;
    js_sys::decode_uri_component(path).ok().map(String::from)
}

/// The document that the present address carries.
pub fn document() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let document = hash.strip_prefix("#d=")?;
    // What cannot be decoded is handed on as it is, and is told to be no document.
    Some(js_sys::decode_uri_component(document).map_or_else(|_| document.to_owned(), String::from))
}

/// Calls back whenever the address leads to a question; until the result is dropped.
pub fn listen(then: impl Fn(String) + 'static) -> Listener {
    let closure = Closure::<dyn Fn()>::new(move || {
        if let Some(path) = question() {
            then(path);
        }
    });
    if let Some(window) = web_sys::window() {
        // Only a window without events refuses a listener.
        let _ = window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
    }
    Listener(closure)
}

/// Listens to addresses as long as it lives.
pub struct Listener(Closure<dyn Fn()>);

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("hashchange", self.0.as_ref().unchecked_ref());
        }
    }
}
