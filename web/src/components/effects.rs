//! What each answer to a question would mean for the verdict.

use std::rc::Rc;

use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{AnswerRef, Deployment};
use exchange_advisor_core::interview::{Effect, effects};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub deployment: Rc<Deployment>,
    pub today: Date,
    /// The question, about every machine that the answer goes for.
    pub places: Vec<AnswerRef>,
}

/// What each answer would mean; tried out only when it is unfolded.
#[component]
pub fn Effects(props: &Props) -> Html {
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>() {
                open.set(details.open());
            }
        })
    };
    html! {
        <details class="effects" {ontoggle}>
            <summary>{ "What would each answer mean?" }</summary>
            <div>
                if *open {
                    { show(&effects(&props.deployment, props.today, &props.places)) }
                }
            </div>
        </details>
    }
}

/// Effects as a list.
pub fn show(effects: &[Effect]) -> Html {
    if effects.is_empty() {
        return html! { <p>{ "It changes nothing about the verdict." }</p> };
    }
    html! {
        <dl class="effect-list">
            { for effects.iter().filter(|effect| !effect.is_far).map(|effect| html! {
                <>
                    <dt>{ &effect.answer }</dt>
                    <dd data-verdict={effect.verdict.id()}>{ effect.meaning() }</dd>
                </>
            }) }
        </dl>
    }
}
