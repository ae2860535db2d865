//! On which host each machine runs: one table for all of them.

use exchange_advisor_core::deployment::{
    Answer, AnswerRef, Deployment, GuestIndex, HostIndex, NOT_KNOWN, Subject, Value,
};
use exchange_advisor_core::questions::guest::HOST;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::question::{Look, Texts};
use crate::session::{Action, Dispatch};

/// What is shown.
pub struct Placement<'p> {
    pub at: AnswerRef,
    pub deployment: &'p Deployment,
    pub fault: Option<AttrValue>,
    pub dispatch: Dispatch,
}

/// The hosts of all machines.
pub fn show(props: &Placement<'_>) -> Html {
    let question = props.at.question();
    let texts = Texts {
        path: props.deployment.path(props.at).into(),
        wording: if props.deployment.guests().len() > 1 {
            "On which host does each machine run?"
        } else {
            question.wording
        }
        .into(),
        hint: question.hint.into(),
        called: AttrValue::default(),
        look: Look::Page,
        fault: props.fault.clone(),
    };
    let row = |(place, name): (u32, &str)| {
        let at = AnswerRef { subject: Subject::Guest(GuestIndex(place)), slot: HOST.slot() };
        let answer = props.deployment.answer(at.subject, at.slot);
        let onchange = {
            let dispatch = props.dispatch.clone();
            Callback::from(move |event: Event| {
                let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
                let answer = match select.value().as_str() {
                    "" => Answer::NotAsked,
                    "null" => Answer::NotKnown,
                    // Values are places: a host may have any name, `null` too.
                    place => {
                        place.parse().map_or(Answer::NotAsked, |place| Answer::Given(Value::Host(HostIndex(place))))
                    }
                };
                dispatch.dispatch(Action::Answer(vec![at], answer));
            })
        };
        let id = format!("c-{}", props.deployment.path(at));
        let wrong = props.fault.is_some() && *answer == Answer::NotAsked;
        html! {
            <div class="row" key={place}>
                <label for={id.clone()}>{ name.to_owned() }</label>
                <select {id} {onchange} aria-invalid={wrong.then_some("true")}>
                    <option value="" selected={*answer == Answer::NotAsked}>{ "Choose" }</option>
                    { for (0u32..).zip(props.deployment.hosts()).map(|(host, machine)| html! {
                        <option value={host.to_string()} selected={*answer == Answer::Given(Value::Host(HostIndex(host)))}>{ machine.id().to_owned() }</option>
                    }) }
                    <option value="null" selected={*answer == Answer::NotKnown}>{ NOT_KNOWN }</option>
                </select>
            </div>
        }
    };
    html! {
        <fieldset class={classes!("page-question", "placement", props.fault.is_some().then_some("wrong"))} aria-describedby={texts.described()}>
            <legend>{ texts.title() }</legend>
            { texts.beneath() }
            { for (0u32..).zip(props.deployment.guests()).map(|(place, guest)| row((place, guest.id()))) }
        </fieldset>
    }
}
