//! Copying a text to the clipboard, also where the browser has no clipboard for scripts:
//! on pages from a disk or from an intranet server without encryption.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};
use yew::prelude::*;

/// What the button shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: AttrValue,
    pub label: AttrValue,
    /// What is copied, for those who do not see what the button stands beside.
    pub about: AttrValue,
}

/// A button that copies a text, and says whether it did.
#[component]
pub fn Button(props: &Props) -> Html {
    let done = use_state(|| None::<bool>);
    let onclick = {
        let (done, text) = (done.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| done.set(Some(copy(&text))))
    };
    let said = match *done {
        None => "",
        Some(true) => "Copied",
        Some(false) => "The browser did not copy it: mark the text and press Ctrl+C",
    };
    html! {
        <>
            <button type="button" class="small-button" {onclick} aria-label={format!("{}: {}", props.label, props.about)}>{ &props.label }</button>
            <span class="copied" role="status">{ said }</span>
        </>
    }
}

/// By the old way, which every browser has wherever the page comes from.
fn copy(text: &str) -> bool {
    let copy = || {
        let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
        let before = document.active_element();
        let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
        area.set_value(text);
        area.set_class_name("visually-hidden");
        document.body()?.append_child(&area).ok()?;
        area.select();
        let done = document.exec_command("copy").ok();
        area.remove();
        if let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // What had the keyboard before has it again.
            let _ = element.focus();
        }
        done
    };
    copy().unwrap_or(false)
}
