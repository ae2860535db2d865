//! A field to type into: a number, a text, a day. What is typed counts as soon as it is
//! an answer; what is none is told, and stays in the field.

use exchange_advisor_core::deployment::{Answer, AnswerRef, Value, typed};
use exchange_advisor_core::question::Kind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choices::UNKNOWN;

/// What a field shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub at: AnswerRef,
    pub path: AttrValue,
    pub wording: AttrValue,
    pub hint: AttrValue,
    pub answer: Answer<Value>,
    pub give: Callback<Answer<Value>>,
}

/// What is typed, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: String,
    fault: Option<String>,
}

/// A field to type into.
#[component]
pub fn Typed(props: &Props) -> Html {
    // What is typed is kept as it is typed as long as it means the answer: `16.0` is not made `16`.
    let draft = use_state(|| None::<Draft>);
    let question = props.at.question();
    let meant = draft.as_ref().and_then(|draft| typed(question, &props.path, &draft.text).ok());
    let shown = match (&*draft, &props.answer) {
        (Some(draft), answer) if draft.fault.is_some() || meant.as_ref() == answer.given() => draft.text.clone(),
        (_, Answer::Given(value)) => written(value),
        _ => String::new(),
    };
    let fault = draft.as_ref().filter(|draft| draft.text == shown).and_then(|draft| draft.fault.clone());
    let oninput = {
        let (draft, path, give) = (draft.clone(), props.path.clone(), props.give.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = input.value();
            if text.trim().is_empty() {
                draft.set(None);
                give.emit(Answer::NotAsked);
                return;
            }
            let result = typed(question, &path, &text);
            let fault = result.as_ref().err().map(|error| {
                let nearest =
                    error.nearest.as_ref().map_or(String::new(), |nearest| format!(" Did you mean {nearest}?"));
                format!("This is not {}.{nearest}", error.allowed)
            });
            draft.set(Some(Draft { text, fault }));
            // What is no answer takes back the one before: the verdict never rests on what is not in sight.
            give.emit(result.map_or(Answer::NotAsked, Answer::Given));
        })
    };
    let unknown = {
        let (draft, give) = (draft.clone(), props.give.clone());
        Callback::from(move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            draft.set(None);
            give.emit(if checked { Answer::NotKnown } else { Answer::NotAsked });
        })
    };
    let (unit, inputmode) = match question.kind {
        Kind::Amount { unit, .. } => (unit, "decimal"),
        Kind::Count { .. } => ("", "numeric"),
        _ => ("", "text"),
    };
    let id = format!("c-{}", props.path);
    let (hint, wrong) = (format!("h-{}", props.path), format!("e-{}", props.path));
    let described = if fault.is_some() { format!("{wrong} {hint}") } else { hint.clone() };
    let wide = matches!(question.kind, Kind::Text { .. });
    html! {
        <div class={classes!("field", fault.is_some().then_some("wrong"))}>
            <label for={id.clone()}>{ &props.wording }</label>
            <p class="hint" id={hint}>{ &props.hint }</p>
            if let Some(fault) = &fault {
                <p class="fault" id={wrong}>{ fault }</p>
            }
            <div class="typing">
                <input {id} type="text" class={if wide { "wide" } else { "" }} {inputmode} autocomplete="off"
                    aria-describedby={described} aria-invalid={fault.is_some().then_some("true")} value={shown} {oninput} />
                if !unit.is_empty() {
                    <span class="unit">{ unit }</span>
                }
                <label class="choice">
                    <input type="checkbox" class="unknown" value="null" checked={props.answer == Answer::NotKnown} onchange={unknown} />
                    <span>{ UNKNOWN }</span>
                </label>
            </div>
        </div>
    }
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
