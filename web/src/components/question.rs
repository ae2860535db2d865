//! One question: its wording, its hint, the control that its kind has, and where the
//! answer is found.

use std::rc::Rc;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Value};
use exchange_advisor_core::question::Kind;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::choices::{Members, Radios, Select};
use super::typed::Typed;
use crate::session::{Action, Dispatch};

/// The names of the machines that answers can refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the hosts.
    pub hosts: Vec<AttrValue>,
    /// Of the guests.
    pub guests: Vec<AttrValue>,
}

/// What a question shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which question about which subject.
    pub at: AnswerRef,
    /// The path of its answer.
    pub path: AttrValue,
    /// Its answer.
    pub answer: Answer<Value>,
    /// The names of the machines.
    pub names: Rc<Names>,
    /// How often an address has led here, if the last one does.
    pub target: Option<u32>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// One choice that is offered.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// As the document writes it.
    pub id: AttrValue,
    /// In words.
    pub label: AttrValue,
}

/// Up to so many choices are shown at once; more in a list to open.
const MOST_RADIOS: usize = 5;

/// One question.
#[component]
pub fn Question(props: &Props) -> Html {
    let question = props.at.question();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.target, move |target| {
            if target.is_some()
                && let Some(element) = node.cast::<HtmlElement>()
            {
                element.scroll_into_view();
                let control = element.query_selector("input, select").ok().flatten();
                if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
                    // An element that cannot be focused stays where the page was scrolled to.
                    let _ = control.focus();
                }
            }
        });
    }
    let give = {
        let (dispatch, at) = (props.dispatch.clone(), props.at);
        Callback::from(move |answer| dispatch.dispatch(Action::Answer(at, answer)))
    };
    let clear = {
        let give = give.clone();
        Callback::from(move |_: MouseEvent| give.emit(Answer::NotAsked))
    };
    let id: AttrValue = format!("q-{}", props.path).into();
    let answered = if props.answer == Answer::NotAsked { "question open" } else { "question" };
    html! {
        <div {id} class={answered} data-path={props.path.clone()} ref={node}>
            { control(props, &give) }
            <div class="beside">
                <details class="how">
                    <summary>{ "How do I find this out?" }</summary>
                    <p>{ question.find_out }</p>
                </details>
                if props.answer != Answer::NotAsked {
                    <button type="button" class="clear" onclick={clear} aria-label={format!("Clear: {}", question.wording)}>
                        { "Clear" }
                    </button>
                }
            </div>
        </div>
    }
}

fn control(props: &Props, give: &Callback<Answer<Value>>) -> Html {
    let question = props.at.question();
    let (path, answer, give) = (props.path.clone(), props.answer.clone(), give.clone());
    let (wording, hint): (AttrValue, AttrValue) = (question.wording.into(), question.hint.into());
    match question.kind {
        Kind::Flag => {
            let offers = vec![offer("true", "Yes"), offer("false", "No")];
            let value = Callback::from(|place: usize| Value::Flag(place == 0));
            let chosen = match answer {
                Answer::Given(Value::Flag(flag)) => Some(usize::from(!flag)),
                _ => None,
            };
            html! { <Radios {path} {wording} {hint} {offers} {chosen} unknown={answer == Answer::NotKnown} {value} {give} /> }
        }
        Kind::Choice(list) => {
            let offers: Vec<Offer> = list.iter().map(|choice| offer(choice.id, choice.label)).collect();
            let value = Callback::from(|place: usize| Value::Choice(u8::try_from(place).unwrap_or_default()));
            let chosen = match answer {
                Answer::Given(Value::Choice(index)) => Some(usize::from(index)),
                _ => None,
            };
            let unknown = answer == Answer::NotKnown;
            if list.len() <= MOST_RADIOS {
                html! { <Radios {path} {wording} {hint} {offers} {chosen} {unknown} {value} {give} /> }
            } else {
                html! { <Select {path} {wording} {hint} {offers} {chosen} {unknown} {value} {give} /> }
            }
        }
        Kind::Host => {
            let offers = props
                .names
                .hosts
                .iter()
                .map(|name| Offer { id: name.clone(), label: name.clone() })
                .collect::<Vec<_>>();
            let value = Callback::from(|place: usize| {
                Value::Host(exchange_advisor_core::subject::HostIndex(u32::try_from(place).unwrap_or(u32::MAX)))
            });
            let chosen = match answer {
                Answer::Given(Value::Host(host)) => Some(host.0 as usize),
                _ => None,
            };
            html! { <Select {path} {wording} {hint} {offers} {chosen} unknown={answer == Answer::NotKnown} {value} {give} /> }
        }
        Kind::Set { of, empty_is_an_answer } => {
            let offers: Vec<Offer> = of.iter().map(|choice| offer(choice.id, choice.label)).collect();
            let chosen = match answer {
                Answer::Given(Value::Set(bits)) => {
                    Some((0..of.len()).filter(|place| bits & (1 << place) != 0).collect::<Vec<_>>())
                }
                _ => None,
            };
            let value = Callback::from(|places: Vec<usize>| {
                Value::Set(places.into_iter().fold(0, |set, place| set | 1 << place))
            });
            let unknown = answer == Answer::NotKnown;
            html! { <Members {path} {wording} {hint} {offers} {chosen} {unknown} none={empty_is_an_answer} {value} {give} /> }
        }
        Kind::Guests => {
            let offers = props
                .names
                .guests
                .iter()
                .map(|name| Offer { id: name.clone(), label: name.clone() })
                .collect::<Vec<_>>();
            let chosen = match &answer {
                Answer::Given(Value::Guests(guests)) => {
                    Some(guests.iter().map(|guest| guest.0 as usize).collect::<Vec<_>>())
                }
                _ => None,
            };
            let value = Callback::from(|places: Vec<usize>| {
                let guest =
                    |place| exchange_advisor_core::subject::GuestIndex(u32::try_from(place).unwrap_or(u32::MAX));
                Value::Guests(places.into_iter().map(guest).collect())
            });
            let unknown = answer == Answer::NotKnown;
            html! { <Members {path} {wording} {hint} {offers} {chosen} {unknown} none={true} {value} {give} /> }
        }
        Kind::Count { .. } | Kind::Amount { .. } | Kind::Text { .. } | Kind::Date => {
            html! { <Typed at={props.at} {path} {wording} {hint} {answer} {give} /> }
        }
    }
}

fn offer(id: &'static str, label: &'static str) -> Offer {
    Offer { id: id.into(), label: label.into() }
}
