//! A field to type into: a number, a text, a day. What is typed counts as soon as it is
//! an answer; what is none stays in the field.

use exchange_advisor_core::deployment::{Answer, AnswerRef, NOT_KNOWN, ReadError, Value, typed, understood};
use exchange_advisor_core::question::Kind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::question::{Given, Look, Texts};

/// What a field shows.
pub struct Field {
    pub at: AnswerRef,
    pub texts: Texts,
    pub answer: Answer<Value>,
    /// What was typed, if that is not simply the answer.
    pub draft: Option<AttrValue>,
    pub give: Callback<Given>,
}

/// What is wrong with something typed.
pub fn in_words(error: &ReadError) -> String {
    let nearest = error.nearest.as_ref().map_or(String::new(), |nearest| format!(" Did you mean {nearest}?"));
    format!("This is not {}.{nearest}", error.allowed)
}

/// A field to type into.
pub fn field(props: &Field) -> Html {
    let question = props.at.question();
    let path = &props.texts.path;
    // What is typed is kept as it is typed as long as it means the answer: `16.0` is not made `16`.
    // In a table an answer looks alike in every cell, however it was typed.
    let draft = props.draft.as_ref().map(|draft| (draft, typed(question, path, draft)));
    let draft = draft.filter(|(_, read)| read.is_err() || props.texts.look != Look::Cell);
    let (shown, fault, meant) = match (&draft, &props.answer) {
        (Some((draft, Err(error))), Answer::NotAsked) => (draft.to_string(), Some(in_words(error)), None),
        (Some((draft, Ok(meant))), Answer::Given(value)) if meant == value => {
            let meant = understood(question, value);
            let says_more = meant != written(value) && !same(&meant, draft);
            let differs = says_more && written(value) != draft.trim();
            (draft.to_string(), None, differs.then_some(meant))
        }
        (_, Answer::Given(value)) => (written(value), None, None),
        _ => (String::new(), None, None),
    };
    // On a page of its own nobody is interrupted while typing.
    let texts = Texts {
        fault: if props.texts.look == Look::Page { props.texts.fault.clone() } else { fault.map(Into::into) },
        ..props.texts.clone()
    };
    let oninput = {
        let give = props.give.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                give.emit(Given::Text(input.value()));
            }
        })
    };
    let unknown = {
        let give = props.give.clone();
        Callback::from(move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            give.emit(Given::Answer(if checked { Answer::NotKnown } else { Answer::NotAsked }));
        })
    };
    let (unit, inputmode) = match question.kind {
        Kind::Amount { unit, .. } => (unit, "text"),
        Kind::Count { .. } => ("", "numeric"),
        _ => ("", "text"),
    };
    let id = format!("c-{path}");
    let wide = matches!(question.kind, Kind::Text { .. });
    let cell = props.texts.look == Look::Cell;
    let described = texts.described();
    let page = texts.look == Look::Page;
    let label = html! { <label for={id.clone()} class={texts.title_class()}>{ &texts.wording }</label> };
    html! {
        <div class={classes!("field", texts.fault.is_some().then_some("wrong"), page.then_some("page-question"))}>
            if page {
                <h1 id="heading" tabindex="-1">{ label }</h1>
            } else {
                { label }
            }
            { texts.beneath() }
            <div class="typing">
                <input {id} type="text" class={if wide { "wide" } else { "" }} {inputmode} autocomplete="off" spellcheck="false"
                    aria-describedby={described} aria-invalid={texts.fault.is_some().then_some("true")} value={shown} {oninput} />
                if !unit.is_empty() {
                    <span class="unit">{ unit }</span>
                }
                <label class="choice">
                    <input type="checkbox" class="unknown" value="null" checked={props.answer == Answer::NotKnown} onchange={unknown} />
                    <span class={if cell { "visually-hidden" } else { "" }}>{ NOT_KNOWN }</span>
                    if cell {
                        <span aria-hidden="true">{ "?" }</span>
                    }
                </label>
            </div>
            <p class="understood" role="status">
                if let Some(meant) = meant {
                    { "Understood as " }<strong>{ meant }</strong>
                }
            </p>
        </div>
    }
}

fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    plain(one) == plain(other)
}

fn written(value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Amount(amount) => amount.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Text(text) => text.to_string(),
        _ => String::new(),
    }
}
