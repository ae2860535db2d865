//! What to change at the least, in short: the first set, and the way to all of them.

use std::rc::Rc;

use exchange_advisor_core::advice::{advise, told};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use yew::prelude::*;

use crate::route::Route;

/// What is advised about.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub deployment: Rc<Deployment>,
    pub today: Date,
}

/// The first set, worked out only when the deployment has changed.
#[component]
pub fn Least(props: &Props) -> Html {
    let advice = use_memo((props.deployment.clone(), props.today), |(deployment, today)| advise(deployment, *today));
    let deployment = &*props.deployment;
    let first = advice.sets.first();
    let steps = first
        .into_iter()
        .flat_map(|set| told(&set.changes, deployment).into_iter().chain(told(&set.ways_out, deployment)));
    html! {
        <section id="least" class="least">
            <h2>{ "What to change at the least" }</h2>
            <p>{ advice.opening(deployment) }</p>
            <ul>{ for steps.map(|step| html! { <li>{ step.sentence() }</li> }) }</ul>
            <p class="no-print"><a href={Route::Advice.href()}>{ "All sets, what they cost, and other versions" }</a></p>
        </section>
    }
}
