//! What every page of a question has: the way back, and the error summary.

use exchange_advisor_core::question::Kind;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::route::Route;

/// The way back: where the person came from; from outside, to the answers.
pub fn back() -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history.filter(|history| history.length().is_ok_and(|length| length > 1)) {
            event.prevent_default();
            // Where there is nothing to go back to the page stays.
            let _ = history.back();
        }
    });
    html! { <a class="back" id="back" href={Route::Answers.href()} {onclick}>{ "Back" }</a> }
}

/// The id of the control that a message about a question leads to.
pub fn first_control(path: &str, kind: Kind) -> String {
    match kind {
        Kind::Count { .. } | Kind::Amount { .. } | Kind::Text { .. } | Kind::Date => format!("c-{path}"),
        _ => format!("q-{path}"),
    }
}

/// The keyboard goes to the summary that is there already: "Continue" was pressed once more.
pub fn tell_again() {
    let document = web_sys::window().and_then(|window| window.document());
    let summary = document.and_then(|document| document.get_element_by_id("error-summary"));
    if let Some(summary) = summary.and_then(|summary| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(summary).ok()) {
        // An element that is on the page can be focused.
        let _ = summary.focus();
    }
}

/// What is wrong, on top of the page, with the keyboard on it.
pub fn error_summary(fault: Option<&AttrValue>, target: &str) -> Html {
    let Some(fault) = fault else { return html! {} };
    html! { <Summary fault={fault.clone()} target={target.to_owned()} /> }
}

/// What the summary shows.
#[derive(Properties, PartialEq)]
struct SummaryProps {
    fault: AttrValue,
    /// The id of the control that is meant, or of what it is in.
    target: AttrValue,
}

#[component]
fn Summary(props: &SummaryProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.fault.clone(), move |_| {
            if let Some(element) = node.cast::<HtmlElement>() {
                // An element that is on the page can be focused.
                let _ = element.focus();
            }
        });
    }
    let onclick = {
        let target = props.target.clone();
        // The address is the screen's: it stays, and the keyboard goes to the control.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let document = web_sys::window().and_then(|window| window.document());
            let place = document.and_then(|document| document.get_element_by_id(&target));
            let control = place.and_then(|place| {
                if place.has_attribute("aria-describedby") && matches!(&*place.local_name(), "input" | "textarea") {
                    return Some(place);
                }
                place.query_selector("fieldset input, select, input").ok().flatten()
            });
            if let Some(control) =
                control.and_then(|control| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(control).ok())
            {
                // An element that is on the page can be focused.
                let _ = control.focus();
            }
        })
    };
    html! {
        <div class="error-summary" id="error-summary" tabindex="-1" role="alert" aria-labelledby="error-title" ref={node}>
            <h2 id="error-title">{ "There is a problem" }</h2>
            <p><a href={format!("#{}", props.target)} {onclick}>{ &props.fault }</a></p>
        </div>
    }
}
