//! Controls to choose with: radio buttons, a list to open, check boxes. Each has "I do
//! not know" as an answer of its own.

use exchange_advisor_core::deployment::{Answer, Value};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::question::Offer;

/// The words of the answer that everybody may give.
pub const UNKNOWN: &str = "I do not know";

/// What a control shows from which one thing is chosen.
#[derive(Properties, PartialEq)]
pub struct OneProps {
    pub path: AttrValue,
    pub wording: AttrValue,
    pub hint: AttrValue,
    pub offers: Vec<Offer>,
    /// The place of what is chosen.
    pub chosen: Option<usize>,
    /// Whether the answer is not known.
    pub unknown: bool,
    /// The value at a place.
    pub value: Callback<usize, Value>,
    pub give: Callback<Answer<Value>>,
}

/// A few choices, all in sight.
#[component]
pub fn Radios(props: &OneProps) -> Html {
    let radio = |value: AttrValue, label: AttrValue, checked: bool, answer: Answer<Value>| {
        let give = props.give.clone();
        let onchange = Callback::from(move |_: Event| give.emit(answer.clone()));
        html! {
            <label class="choice">
                <input type="radio" name={props.path.clone()} {value} {checked} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    let hint = format!("h-{}", props.path);
    html! {
        <fieldset aria-describedby={hint.clone()}>
            <legend>{ &props.wording }</legend>
            <p class="hint" id={hint}>{ &props.hint }</p>
            { for props.offers.iter().enumerate().map(|(place, offer)| {
                radio(offer.id.clone(), offer.label.clone(), props.chosen == Some(place), Answer::Given(props.value.emit(place)))
            }) }
            { radio("null".into(), UNKNOWN.into(), props.unknown, Answer::NotKnown) }
        </fieldset>
    }
}

/// Many choices, in a list to open.
#[component]
pub fn Select(props: &OneProps) -> Html {
    let onchange = {
        let (give, value, ids) = (props.give.clone(), props.value.clone(), ids(&props.offers));
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let chosen = select.value();
            give.emit(match ids.iter().position(|id| **id == *chosen) {
                Some(place) => Answer::Given(value.emit(place)),
                None if chosen == "null" => Answer::NotKnown,
                None => Answer::NotAsked,
            });
        })
    };
    let (id, hint) = (format!("c-{}", props.path), format!("h-{}", props.path));
    let open = props.chosen.is_none() && !props.unknown;
    html! {
        <div class="field">
            <label for={id.clone()}>{ &props.wording }</label>
            <p class="hint" id={hint.clone()}>{ &props.hint }</p>
            <select {id} aria-describedby={hint} {onchange}>
                <option value="" selected={open}>{ "Choose" }</option>
                { for props.offers.iter().enumerate().map(|(place, offer)| html! {
                    <option value={offer.id.clone()} selected={props.chosen == Some(place)}>{ &offer.label }</option>
                }) }
                <option value="null" selected={props.unknown}>{ UNKNOWN }</option>
            </select>
        </div>
    }
}

/// What a control shows from which several things are chosen.
#[derive(Properties, PartialEq)]
pub struct SeveralProps {
    pub path: AttrValue,
    pub wording: AttrValue,
    pub hint: AttrValue,
    pub offers: Vec<Offer>,
    /// The places of what is chosen; nothing if it is not answered.
    pub chosen: Option<Vec<usize>>,
    /// Whether the answer is not known.
    pub unknown: bool,
    /// Whether "none of these" is an answer.
    pub none: bool,
    /// The value of places.
    pub value: Callback<Vec<usize>, Value>,
    pub give: Callback<Answer<Value>>,
}

/// Choices of which several may hold.
#[component]
pub fn Members(props: &SeveralProps) -> Html {
    let chosen = props.chosen.clone().unwrap_or_default();
    let toggle = |place: usize| {
        let (give, value, mut chosen) = (props.give.clone(), props.value.clone(), chosen.clone());
        if chosen.contains(&place) {
            chosen.retain(|other| *other != place);
        } else {
            chosen.push(place);
            chosen.sort_unstable();
        }
        // With the last one taken back nothing is said: "none" is said by its own box.
        let answer = if chosen.is_empty() { Answer::NotAsked } else { Answer::Given(value.emit(chosen)) };
        Callback::from(move |_: Event| give.emit(answer.clone()))
    };
    let switch = |answer: Answer<Value>| {
        let give = props.give.clone();
        Callback::from(move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            give.emit(if checked { answer.clone() } else { Answer::NotAsked });
        })
    };
    let check = |value: AttrValue, label: AttrValue, checked: bool, onchange: Callback<Event>| {
        html! {
            <label class="choice">
                <input type="checkbox" {value} {checked} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    let hint = format!("h-{}", props.path);
    let is_none = props.chosen.as_ref().is_some_and(Vec::is_empty);
    html! {
        <fieldset aria-describedby={hint.clone()}>
            <legend>{ &props.wording }</legend>
            <p class="hint" id={hint}>{ &props.hint }</p>
            { for props.offers.iter().enumerate().map(|(place, offer)| {
                check(offer.id.clone(), offer.label.clone(), chosen.contains(&place), toggle(place))
            }) }
            if props.none {
                { check("none".into(), "None of these".into(), is_none, switch(Answer::Given(props.value.emit(Vec::new())))) }
            }
            { check("null".into(), UNKNOWN.into(), props.unknown, switch(Answer::NotKnown)) }
        </fieldset>
    }
}

fn ids(offers: &[Offer]) -> Vec<AttrValue> {
    offers.iter().map(|offer| offer.id.clone()).collect()
}
