//! Addresses in the fragment, which is never sent to a server: one for each screen, and
//! one for each question. `#d=` and `#z=` carry a deployment document.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What the advisor is; the deployments that are kept.
    #[default]
    Start,
    /// One question, by the path of its answer; `hosts` and `vms` for the lists.
    Question(String),
    /// The verdict is settled, or a round of questions is over.
    Settled,
    /// Every answer, each with "Change".
    Answers,
    /// The machines side by side.
    Machines,
    /// The result.
    Result,
    /// What is not known, for the colleagues.
    Unknown,
    /// Files and links.
    Share,
    /// The smallest changes.
    Advice,
    /// Deployments side by side.
    Compare,
    /// The manual: its contents, one page by its kind and id (`rule/vcpu-ratio`), or what is
    /// found by words (`search/thin provision`).
    Manual(Option<String>),
    /// All questions; one of them by its path.
    All(Option<String>),
}

/// The screens that have one address, by their names in it. The browser tests walk this list.
pub const SCREENS: [(&str, Route); 11] = [
    ("", Route::Start),
    ("settled", Route::Settled),
    ("answers", Route::Answers),
    ("machines", Route::Machines),
    ("result", Route::Result),
    ("unknown", Route::Unknown),
    ("share", Route::Share),
    ("advice", Route::Advice),
    ("compare", Route::Compare),
    ("manual", Route::Manual(None)),
    ("all", Route::All(None)),
];

impl Route {
    /// The address.
    pub fn href(&self) -> String {
        let part = |name: &str, path: &str| format!("#/{name}/{}", String::from(js_sys::encode_uri_component(path)));
        match self {
            Self::Question(path) => part("q", path),
            Self::All(Some(path)) => part("all", path),
            Self::Manual(Some(page)) => format!("#/manual/{}", String::from(js_sys::encode_uri(page))),
            screen => {
                let name = SCREENS.iter().find(|(_, route)| route == screen).map_or("", |(name, _)| name);
                format!("#/{name}")
            }
        }
    }

    /// The screen that the present address leads to.
    pub fn present() -> Self {
        let hash = hash();
        let Some(address) = hash.strip_prefix("#/") else { return Self::Start };
        let decoded = |path: &str| js_sys::decode_uri_component(path).map(String::from).unwrap_or_default();
        match address.split_once('/') {
            Some(("q", path)) => Self::Question(decoded(path)),
            Some(("all", path)) => Self::All(Some(decoded(path))),
            Some(("manual", page)) => Self::Manual(Some(decoded(page))),
            _ => SCREENS.iter().find(|(name, _)| *name == address).map_or(Self::Start, |(_, route)| route.clone()),
        }
    }

    /// Goes there; "Back" of the browser comes back.
    pub fn go(&self) {
        if let Some(window) = web_sys::window() {
            // Only a page that is being closed refuses.
            let _ = window.location().set_hash(&self.href());
        }
    }

    /// Makes it the address of what is shown already, without going anywhere.
    pub fn note(&self) {
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history {
            // A browser that refuses shows the address from before.
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&self.href()));
        }
    }

    /// Goes there in the place of the present address.
    pub fn replace(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().replace(&self.href());
        }
    }
}

fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// A document that an address carries.
pub enum Carried {
    /// As percent-encoded JSON.
    Plain(String),
    /// Compressed.
    Compressed(String),
}

/// The document that the present address carries.
pub fn carried() -> Option<Carried> {
    let hash = hash();
    if let Some(document) = hash.strip_prefix("#d=") {
        // What cannot be decoded is handed on as it is, and is told to be no document.
        let text = js_sys::decode_uri_component(document).map_or_else(|_| document.to_owned(), String::from);
        return Some(Carried::Plain(text));
    }
    hash.strip_prefix("#z=").map(|document| Carried::Compressed(document.to_owned()))
}

/// The address of this page without a fragment.
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Calls back whenever the address changes; until the result is dropped.
pub fn listen(then: impl Fn() + 'static) -> Listener {
    let closure = Closure::<dyn Fn()>::new(then);
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
