//! The page: every question, and the verdict beside them.
//!
//! - `session.rs`: what has been answered, and what can happen to it;
//! - `route.rs`: addresses in the fragment; `file.rs`: opening and saving;
//! - `js_api.rs`: `globalThis.exchangeAdvisor`; `js_value.rs`: values of JavaScript;
//! - `app.rs`: the page as a whole; `components/`: its parts.
//!
//! No word of policy and no arithmetic is in this crate: it shows what the core says.

mod app;
mod components;
mod file;
mod js_api;
mod js_value;
mod route;
mod session;

fn main() {
    js_api::install();
    yew::Renderer::<app::App>::new().render();
}
