//! "How do I find this out?": where to look in the programs of the hypervisor, and
//! commands that only read.

use exchange_advisor_core::manual::Entry;
use exchange_advisor_core::question::Slot;
use exchange_advisor_core::vendors::{self, Family, Look, Seen};
use yew::prelude::*;

use crate::copy;
use crate::route::Route;

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub slot: Option<Slot>,
    /// Where to look, whichever hypervisor it is.
    pub find_out: &'static str,
    /// The hypervisor's family, if it is known.
    pub family: Option<Family>,
    #[prop_or_default]
    pub open: bool,
}

/// Where the answer is found.
#[component]
pub fn How(props: &Props) -> Html {
    let looks = props.family.zip(props.slot).map_or(&[][..], |(family, slot)| vendors::looks(slot, family));
    let family = props.family.map_or("", Family::label);
    html! {
        <details class="how" open={props.open}>
            <summary>{ "How do I find this out?" }</summary>
            <div>
                if !looks.is_empty() {
                    <p class="how-title">{ format!("With {family}") }</p>
                    <ul class="looks">{ for looks.iter().map(look) }</ul>
                    <p class="how-title">{ "In general" }</p>
                }
                <p>{ props.find_out }</p>
                <p class="small">{ vendors::NOT_RUN }</p>
                if let Some(slot) = props.slot {
                    <p><a href={Route::Manual(Some(Entry::Question(slot).address())).href()}>{ "All about this question" }</a></p>
                }
            </div>
        </details>
    }
}

fn look(look: &'static Look) -> Html {
    match look {
        Look::Open { program, steps, seen } => html! {
            <li><strong>{ *program }</strong>{ ": " }{ *steps }{ mark(seen) }</li>
        },
        Look::Run { shell, command, read, seen } => html! {
            <li>
                <strong>{ *shell }</strong>{ ", only reads:" }
                <span class="command">
                    <code>{ *command }</code>
                    <copy::Button text={*command} label="Copy" about={*command} />
                </span>
                { *read }{ mark(seen) }
            </li>
        },
    }
}

fn mark(seen: &Seen) -> Html {
    html! { <span class="mark">{ seen.mark() }</span> }
}
