//! `localStorage` and `sessionStorage`. Either can be missing, throw when it is only looked
//! at, refuse to write, or be full; all of that becomes a value here.

use exchange_advisor_core::kept::{Area, NotKept, Outside};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The storages of this browser, as far as there are any.
pub struct BrowserStorage {
    local: Option<Storage>,
    session: Option<Storage>,
}

impl BrowserStorage {
    /// Looks for them. Where they are switched off, looking throws.
    pub fn find() -> Self {
        let window = web_sys::window();
        let get = |storage: fn(&web_sys::Window) -> Result<Option<Storage>, JsValue>| {
            window.as_ref().and_then(|window| storage(window).ok().flatten())
        };
        Self { local: get(web_sys::Window::local_storage), session: get(web_sys::Window::session_storage) }
    }

    fn of(&self, area: Area) -> Option<&Storage> {
        match area {
            Area::Browser => self.local.as_ref(),
            Area::Tab => self.session.as_ref(),
        }
    }
}

/// Whether the page was not loaded from a server.
pub fn is_from_disk() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
}

impl Outside for BrowserStorage {
    fn get(&self, area: Area, key: &str) -> Result<Option<String>, NotKept> {
        self.of(area).ok_or(NotKept::Refused)?.get_item(key).map_err(|_| NotKept::Refused)
    }

    fn set(&self, area: Area, key: &str, text: &str) -> Result<(), NotKept> {
        self.of(area).ok_or(NotKept::Refused)?.set_item(key, text).map_err(|error| why(&error))
    }

    fn remove(&self, area: Area, key: &str) {
        if let Some(storage) = self.of(area) {
            // What cannot be taken away is in the list still.
            let _ = storage.remove_item(key);
        }
    }

    fn keys(&self, area: Area) -> Vec<String> {
        let Some(storage) = self.of(area) else { return Vec::new() };
        let length = storage.length().unwrap_or(0);
        (0..length).filter_map(|place| storage.key(place).ok().flatten()).collect()
    }

    fn now_ms(&self) -> u64 {
        whole(js_sys::Date::now())
    }

    fn new_id(&self) -> String {
        // A hundred bits; `crypto` is not needed where nobody guesses.
        let random = || whole(js_sys::Math::random() * 2_f64.powi(50));
        format!("{:013x}{:013x}", random(), random())
    }
}

/// Old browsers have other names for it.
fn why(error: &JsValue) -> NotKept {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR") => NotKept::Full,
        _ => NotKept::Refused,
    }
}

/// A number of JavaScript without its fraction; what is none is 0.
fn whole(number: f64) -> u64 {
    number.to_string().split('.').next().and_then(|digits| digits.parse().ok()).unwrap_or_default()
}
