//! Controls to choose with: radio buttons, a list to open, check boxes. Each has "I do
//! not know" as an answer of its own. None of them keeps anything, so they are functions
//! and no components: each component costs some kilobytes.

use exchange_advisor_core::deployment::{Answer, NOT_KNOWN, Value};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::question::{Look, Offer, Texts};

/// What a control shows from which one thing is chosen.
pub struct One {
    pub texts: Texts,
    pub offers: Vec<Offer>,
    /// The place of what is chosen.
    pub chosen: Option<usize>,
    /// Whether the answer is not known.
    pub unknown: bool,
    /// The value at a place.
    pub value: Callback<usize, Value>,
    pub give: Callback<Answer<Value>>,
}

/// The choices, all in sight.
pub fn radios(props: &One) -> Html {
    let radio = |value: &AttrValue, words: Html, checked: bool, answer: Answer<Value>, described: Option<String>| {
        let give = props.give.clone();
        let onchange = Callback::from(move |_: Event| give.emit(answer.clone()));
        html! {
            <label class="choice">
                <input type="radio" name={props.texts.path.clone()} value={value.clone()} {checked} {onchange} aria-describedby={described} />
                { words }
            </label>
        }
    };
    let one = |offer: &Offer| {
        let answer = Answer::Given(props.value.emit(offer.place));
        let described = (!offer.meaning.is_empty()).then(|| format!("m-{}-{}", props.texts.path, offer.id));
        let checked = props.chosen == Some(offer.place);
        html! {
            <div class="offer">
                { radio(&offer.id, words(offer), checked, answer, described.clone()) }
                if let Some(id) = described {
                    <p class="meaning" {id}>{ &offer.meaning }</p>
                }
            </div>
        }
    };
    html! {
        <fieldset class={fieldset_class(&props.texts)} aria-describedby={props.texts.described()} aria-invalid={invalid(&props.texts)}>
            <legend class={props.texts.title_class()}>{ props.texts.title() }</legend>
            { props.texts.beneath() }
            { for props.offers.chunk_by(|one, other| one.heading == other.heading).map(|offers| under_heading(offers, one)) }
            <div class="offer unknown-offer">
                { radio(&"null".into(), html! { <span>{ NOT_KNOWN }</span> }, props.unknown, Answer::NotKnown, None) }
            </div>
        </fieldset>
    }
}

fn under_heading(offers: &[Offer], one: impl Fn(&Offer) -> Html) -> Html {
    let heading = offers.first().map_or_else(AttrValue::default, |offer| offer.heading.clone());
    if heading.is_empty() {
        return html! { <>{ for offers.iter().map(one) }</> };
    }
    html! {
        <div role="group" aria-label={heading.clone()}>
            <p class="offers-heading" aria-hidden="true">{ heading }</p>
            { for offers.iter().map(one) }
        </div>
    }
}

fn words(offer: &Offer) -> Html {
    html! {
        <span>
            { &offer.label }
            if !offer.beside.is_empty() {
                <span class="term">{ &offer.beside }</span>
            }
        </span>
    }
}

fn fieldset_class(texts: &Texts) -> Classes {
    classes!((texts.look == Look::Page).then_some("page-question"), texts.fault.is_some().then_some("wrong"))
}

fn invalid(texts: &Texts) -> Option<&'static str> {
    texts.fault.is_some().then_some("true")
}

/// Many choices, in a list to open.
pub fn select(props: &One) -> Html {
    let onchange = {
        let (give, value, offers) = (props.give.clone(), props.value.clone(), props.offers.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let chosen = select.value();
            give.emit(match offers.iter().find(|offer| *offer.id == *chosen) {
                Some(offer) => Answer::Given(value.emit(offer.place)),
                None if chosen == "null" => Answer::NotKnown,
                None => Answer::NotAsked,
            });
        })
    };
    let id = format!("c-{}", props.texts.path);
    let open = props.chosen.is_none() && !props.unknown;
    let described = props.texts.described();
    html! {
        <div class="field">
            <label for={id.clone()} class={props.texts.title_class()}>{ props.texts.title() }</label>
            { props.texts.beneath() }
            <select {id} aria-describedby={described} aria-invalid={invalid(&props.texts)} {onchange}>
                <option value="" selected={open}>{ if props.texts.look == Look::Cell { "" } else { "Choose" } }</option>
                { for props.offers.iter().map(|offer| html! {
                    <option value={offer.id.clone()} selected={props.chosen == Some(offer.place)}>
                        { &offer.label }
                        if !offer.beside.is_empty() {
                            { " – " }{ &offer.beside }
                        }
                    </option>
                }) }
                <option value="null" selected={props.unknown}>{ NOT_KNOWN }</option>
            </select>
        </div>
    }
}

/// What a control shows from which several things are chosen.
pub struct Several {
    pub texts: Texts,
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
pub fn members(props: &Several) -> Html {
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
    let check = |value: AttrValue, words: Html, checked: bool, onchange: Callback<Event>, described: Option<String>| {
        html! {
            <label class="choice">
                <input type="checkbox" name={props.texts.path.clone()} {value} {checked} {onchange} aria-describedby={described} />
                { words }
            </label>
        }
    };
    let one = |offer: &Offer| {
        let described = (!offer.meaning.is_empty()).then(|| format!("m-{}-{}", props.texts.path, offer.id));
        let checked = chosen.contains(&offer.place);
        html! {
            <div class="offer">
                { check(offer.id.clone(), words(offer), checked, toggle(offer.place), described.clone()) }
                if let Some(id) = described {
                    <p class="meaning" {id}>{ &offer.meaning }</p>
                }
            </div>
        }
    };
    let is_none = props.chosen.as_ref().is_some_and(Vec::is_empty);
    html! {
        <fieldset class={fieldset_class(&props.texts)} aria-describedby={props.texts.described()} aria-invalid={invalid(&props.texts)}>
            <legend class={props.texts.title_class()}>{ props.texts.title() }</legend>
            { props.texts.beneath() }
            { for props.offers.iter().map(one) }
            if props.none {
                <div class="offer">
                    { check("none".into(), html! { <span>{ "None of these" }</span> }, is_none, switch(Answer::Given(props.value.emit(Vec::new()))), None) }
                </div>
            }
            <div class="offer unknown-offer">
                { check("null".into(), html! { <span>{ NOT_KNOWN }</span> }, props.unknown, switch(Answer::NotKnown), None) }
            </div>
        </fieldset>
    }
}
