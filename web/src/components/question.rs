//! One question: its wording, its hint, the control that its kind has.

use std::rc::Rc;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Value};
use exchange_advisor_core::offers;
use exchange_advisor_core::question::{Kind, Slot};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::choices::{One, Several, members, radios, select};
use super::how::How;
use super::typed::{self, Field};
use crate::session::{Action, Dispatch};

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On a page of its own, as its heading.
    Page,
    /// Among others.
    List,
    /// In a cell of a table that has the wording at its side.
    Cell,
}

/// One choice that is offered.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// As the document writes it.
    pub id: AttrValue,
    /// What a person sees on the screen.
    pub label: AttrValue,
    /// The policy's term beside it, and how sure the label is; empty if the label is the term.
    pub beside: AttrValue,
    /// What it means.
    pub meaning: AttrValue,
    /// The heading that it stands under; empty if there is none.
    pub heading: AttrValue,
    /// Its place in the question's list.
    pub place: usize,
}

/// What a control gives.
pub enum Given {
    /// An answer, or that there is none.
    Answer(Answer<Value>),
    /// What was typed.
    Text(String),
}

/// What a control shows.
pub struct Control<'c> {
    pub at: AnswerRef,
    pub path: AttrValue,
    pub deployment: &'c Deployment,
    /// What was typed, if that is not simply the answer.
    pub draft: Option<AttrValue>,
    pub look: Look,
    /// What is wrong with the answer.
    pub fault: Option<AttrValue>,
    pub give: Callback<Given>,
}

impl Control<'_> {
    /// The control that the question's kind has.
    pub fn show(self) -> Html {
        let question = self.at.question();
        let answer = self.deployment.answer(self.at.subject, self.at.slot).clone();
        let texts = Texts {
            path: self.path.clone(),
            wording: question.wording.into(),
            hint: question.hint.into(),
            called: offers::called(self.deployment, self.at.slot).unwrap_or_default().into(),
            look: self.look,
            fault: self.fault.clone(),
        };
        let unknown = answer == Answer::NotKnown;
        let give = {
            let give = self.give.clone();
            Callback::from(move |answer| give.emit(Given::Answer(answer)))
        };
        match question.kind {
            Kind::Flag => {
                let offers = vec![plain("true", "Yes", 0), plain("false", "No", 1)];
                let value = Callback::from(|place: usize| Value::Flag(place == 0));
                let chosen = match answer {
                    Answer::Given(Value::Flag(flag)) => Some(usize::from(!flag)),
                    _ => None,
                };
                self.one_of(texts, offers, chosen, unknown, value, give)
            }
            Kind::Choice(_) => {
                let chosen = match answer {
                    Answer::Given(Value::Choice(place)) => Some(usize::from(place)),
                    _ => None,
                };
                let offers = self.offers(chosen.map_or(0, |place| 1 << place));
                let value = Callback::from(|place| Value::Choice(u8::try_from(place).unwrap_or(u8::MAX)));
                self.one_of(texts, offers, chosen, unknown, value, give)
            }
            Kind::Host => {
                let hosts = self.deployment.hosts().iter().enumerate();
                let offers = hosts.map(|(place, host)| plain_owned(host.id(), place)).collect();
                let chosen = match answer {
                    Answer::Given(Value::Host(HostIndex(place))) => Some(place as usize),
                    _ => None,
                };
                let value = Callback::from(|place| Value::Host(HostIndex(u32::try_from(place).unwrap_or(u32::MAX))));
                self.one_of(texts, offers, chosen, unknown, value, give)
            }
            Kind::Set { empty_is_an_answer, .. } => {
                let bits = match answer {
                    Answer::Given(Value::Set(bits)) => Some(bits),
                    _ => None,
                };
                let offers = self.offers(bits.unwrap_or(0));
                let chosen = bits.map(|bits| (0..64).filter(|place| bits & (1 << place) != 0).collect::<Vec<_>>());
                let value = Callback::from(|places: Vec<usize>| {
                    Value::Set(places.into_iter().fold(0, |set, place| set | 1 << place))
                });
                members(&Several { texts, offers, chosen, unknown, none: empty_is_an_answer, value, give })
            }
            Kind::Guests => {
                let guests = self.deployment.guests().iter().enumerate();
                let offers = guests.map(|(place, guest)| plain_owned(guest.id(), place)).collect::<Vec<_>>();
                let chosen = match &answer {
                    Answer::Given(Value::Guests(guests)) => {
                        Some(guests.iter().map(|guest| guest.0 as usize).collect::<Vec<_>>())
                    }
                    _ => None,
                };
                let value = Callback::from(|places: Vec<usize>| {
                    let guest = |place| GuestIndex(u32::try_from(place).unwrap_or(u32::MAX));
                    Value::Guests(places.into_iter().map(guest).collect())
                });
                members(&Several { texts, offers, chosen, unknown, none: true, value, give })
            }
            Kind::Count { .. } | Kind::Amount { .. } | Kind::Text { .. } | Kind::Date => {
                typed::field(&Field { at: self.at, texts, answer, draft: self.draft, give: self.give })
            }
        }
    }

    fn one_of(
        &self,
        texts: Texts,
        offers: Vec<Offer>,
        chosen: Option<usize>,
        unknown: bool,
        value: Callback<usize, Value>,
        give: Callback<Answer<Value>>,
    ) -> Html {
        if self.look == Look::Cell || (self.look == Look::List && offers.len() > MOST_RADIOS) {
            select(&One { texts, offers, chosen, unknown, value, give })
        } else {
            radios(&One { texts, offers, chosen, unknown, value, give })
        }
    }

    fn offers(&self, chosen: u64) -> Vec<Offer> {
        offers(self.deployment, self.at.slot, chosen, self.look)
    }
}

/// What a question offers, as the look shows it.
pub fn offers(deployment: &Deployment, slot: Slot, chosen: u64, look: Look) -> Vec<Offer> {
    let offers = offers::offers(deployment, slot, chosen);
    let has_headings = look == Look::Page && offers.len() > MOST_WITHOUT_HEADINGS;
    offers
        .into_iter()
        .map(|offer| Offer {
            id: offer.id.into(),
            label: offer.says().into(),
            beside: offer.beside().into(),
            meaning: if look == Look::Page { offer.meaning.into() } else { AttrValue::default() },
            heading: if has_headings { offer.heading.into() } else { AttrValue::default() },
            place: usize::from(offer.place),
        })
        .collect()
}

/// Up to so many choices are shown at once among other questions; more in a list to open.
const MOST_RADIOS: usize = 5;

/// Longer lists have headings, where there are any.
const MOST_WITHOUT_HEADINGS: usize = 12;

/// The texts that every control has.
#[derive(Clone, PartialEq)]
pub struct Texts {
    pub path: AttrValue,
    pub wording: AttrValue,
    pub hint: AttrValue,
    /// What the vendor calls it; empty if that is not known.
    pub called: AttrValue,
    pub look: Look,
    pub fault: Option<AttrValue>,
}

impl Texts {
    /// The ids of what is wrong with the answer and of the hint, as far as they are shown.
    pub fn described(&self) -> Option<String> {
        let fault = self.fault.is_some().then(|| format!("e-{}", self.path));
        let hint = (self.look != Look::Cell).then(|| format!("h-{}", self.path));
        let ids: Vec<String> = fault.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The hint, and what is wrong.
    pub fn beneath(&self) -> Html {
        let cell = self.look == Look::Cell;
        html! {
            <>
                if !cell {
                    <p class="hint" id={format!("h-{}", self.path)}>
                        { &self.hint }
                        if !self.called.is_empty() {
                            { " " }<span class="called">{ &self.called }</span>
                        }
                    </p>
                }
                if let Some(fault) = &self.fault {
                    <p class="fault" id={format!("e-{}", self.path)}>
                        <span class="visually-hidden">{ "Error: " }</span>{ fault }
                    </p>
                }
            </>
        }
    }

    /// The wording, as the look wants it.
    pub fn title(&self) -> Html {
        match self.look {
            Look::Page => html! { <h1 id="heading" tabindex="-1">{ &self.wording }</h1> },
            Look::List | Look::Cell => html! { <>{ &self.wording }</> },
        }
    }

    /// The class of the wording.
    pub fn title_class(&self) -> &'static str {
        if self.look == Look::Cell { "visually-hidden" } else { "" }
    }
}

/// What a question among others shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which question about which subject.
    pub at: AnswerRef,
    /// The path of its answer.
    pub path: AttrValue,
    pub deployment: Rc<Deployment>,
    pub draft: Option<AttrValue>,
    /// How often an address has led here, if the last one does.
    pub target: Option<u32>,
    /// Where events go.
    pub dispatch: Dispatch,
}

/// One question among others.
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
        Callback::from(move |given| {
            dispatch.dispatch(match given {
                Given::Answer(answer) => Action::Answer(vec![at], answer),
                Given::Text(text) => Action::Typed(vec![at], text),
            });
        })
    };
    let clear = {
        let (dispatch, at) = (props.dispatch.clone(), props.at);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Answer(vec![at], Answer::NotAsked)))
    };
    let answer = props.deployment.answer(props.at.subject, props.at.slot);
    let id: AttrValue = format!("q-{}", props.path).into();
    let class = if *answer == Answer::NotAsked { "question open" } else { "question" };
    let control = Control {
        at: props.at,
        path: props.path.clone(),
        deployment: &props.deployment,
        draft: props.draft.clone(),
        look: Look::List,
        fault: None,
        give,
    };
    html! {
        <div {id} {class} data-path={props.path.clone()} ref={node}>
            { control.show() }
            <div class="beside">
                <How slot={props.at.slot} find_out={question.find_out} family={offers::family(&props.deployment)} />
                if *answer != Answer::NotAsked {
                    <button type="button" class="clear" onclick={clear} aria-label={format!("Clear: {}", question.wording)}>
                        { "Clear" }
                    </button>
                }
            </div>
        </div>
    }
}

fn plain(id: &'static str, label: &'static str, place: usize) -> Offer {
    Offer {
        id: id.into(),
        label: label.into(),
        beside: AttrValue::default(),
        meaning: AttrValue::default(),
        heading: AttrValue::default(),
        place,
    }
}

fn plain_owned(name: &str, place: usize) -> Offer {
    let name = AttrValue::from(name.to_owned());
    Offer { id: name.clone(), label: name, ..plain("", "", place) }
}
