//! The page: every question, and the verdict beside them.
//!
//! - `session.rs`: what has been answered, and what can happen to it;
//! - `trial.rs`: what is tried beside the answers; `beside.rs`: what they are compared with;
//! - `store/`: what is kept in the browser; `keeping.rs`: between the two;
//! - `route.rs`: addresses in the fragment; `link.rs`: documents in an address;
//! - `file.rs`: opening and saving; `copy.rs`: the clipboard;
//! - `js_api.rs`: `globalThis.exchangeAdvisor`; `js_value.rs`: values of JavaScript;
//! - `app.rs`: the page as a whole; `screens/`: its screens; `components/`: their parts.
//!
//! No word of policy and no arithmetic is in this crate: it shows what the core says.

mod app;
mod beside;
mod components;
mod copy;
mod file;
mod js_api;
mod js_value;
mod keeping;
mod link;
mod route;
mod screens;
mod session;
mod store;
mod trial;

fn main() {
    js_api::install();
    yew::Renderer::<app::App>::new().render();
}
