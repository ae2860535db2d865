//! To live with a finding: why, who answers for that, and when it is looked at again.

use std::rc::Rc;

use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Deployment, LONGEST_REASON, NotAccepted, Subject, Value, typed};
use exchange_advisor_core::questions::deployment::AS_OF;
use exchange_advisor_core::questions::question;
use exchange_advisor_core::report::{Item, Part};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::trying::Trying;
use super::{frame, typed as typing};
use crate::session::{Action, Dispatch};

/// What a form for a decision needs.
#[derive(Clone, PartialEq)]
pub struct Desk {
    pub deployment: Rc<Deployment>,
    pub dispatch: Dispatch,
    /// What is wrong with what was typed: the id of the field, and the message.
    pub fault: Option<(String, String)>,
    /// What lets answers be tried.
    pub trying: Option<Trying>,
}

impl Desk {
    /// The message about one of these fields.
    pub fn fault_of(&self, fields: &[&String]) -> Option<(AttrValue, &String)> {
        let (field, message) = self.fault.as_ref()?;
        fields.contains(&field).then(|| (message.clone().into(), field))
    }
}

/// The element with this id, as what it is.
pub fn element<T: JsCast>(id: &str) -> Option<T> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A day as it was typed.
pub fn day(text: &str) -> Result<Option<Date>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match typed(question(AS_OF.slot()), "", text) {
        Ok(Value::Date(day)) => Ok(Some(day)),
        Ok(_) => Ok(None),
        Err(error) => Err(typing::in_words(&error)),
    }
}

/// The form with which a finding is accepted.
pub fn form(desk: &Desk, item: &Item<'_>) -> Html {
    let id = format!("accept-{}-{}", item.part.id(), item.rule.id);
    let [reason, owner, review, machines] =
        ["reason", "owner", "review", "machines"].map(|field| format!("{id}-{field}"));
    let subjects: Vec<Subject> = item.places.iter().map(|place| place.finding.subject).collect();
    let fault = desk.fault_of(&[&reason, &owner, &review]);
    let onsubmit = {
        let (desk, subjects, rule) = (desk.clone(), subjects.clone(), item.rule.id);
        let (reason, owner, review, machines) = (reason.clone(), owner.clone(), review.clone(), machines.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = element::<HtmlSelectElement>(&machines).and_then(|select| select.value().parse().ok());
            let subjects = match chosen.and_then(|place: usize| subjects.get(place)) {
                Some(one) => vec![*one],
                None => subjects.clone(),
            };
            let why = element::<HtmlTextAreaElement>(&reason).map(|field| field.value()).unwrap_or_default();
            let text = |id: &str| element::<HtmlInputElement>(id).map(|field| field.value()).unwrap_or_default();
            let who = text(&owner);
            let wrong = |field: &str, message: String| {
                desk.dispatch.dispatch(Action::Fault(Some((field.to_owned(), message))));
                frame::tell_again();
            };
            let until = match day(&text(&review)) {
                Ok(until) => until,
                Err(message) => return wrong(&review, message),
            };
            let mut trial = (*desk.deployment).clone();
            let tried = subjects.iter().try_for_each(|subject| trial.accept(rule, *subject, &why, &who, until));
            match tried {
                Err(fault @ NotAccepted::OwnerTooLong(_)) => wrong(&owner, fault.to_string()),
                Err(fault) => wrong(&reason, fault.to_string()),
                Ok(()) => desk.dispatch.dispatch(Action::Accept(rule, subjects, why, who, until)),
            }
        })
    };
    let told = |field: &String| fault.as_ref().filter(|(_, wrong)| *wrong == field).map(|(message, _)| message.clone());
    let label = |field: &String, text: &'static str, hint: String| {
        let fault = told(field);
        html! {
            <>
                <label for={field.clone()}>{ text }</label>
                <p class="hint" id={format!("{field}-hint")}>{ hint }</p>
                if let Some(fault) = fault {
                    <p class="fault" id={format!("{field}-fault")}>{ fault }</p>
                }
            </>
        }
    };
    let described = |field: &String| {
        if told(field).is_some() { format!("{field}-hint {field}-fault") } else { format!("{field}-hint") }
    };
    let invalid = |field: &String| told(field).is_some().then_some("true");
    let deployment = &desk.deployment;
    let about: String = if item.part == Part::Overdue { "Decide again" } else { "Accept this finding" }.to_owned();
    html! {
        <details class="accept no-print" key="accept" open={fault.is_some()}>
            <summary>{ &about }<span class="visually-hidden">{ format!(": {}", item.title()) }</span></summary>
            <form {onsubmit} novalidate=true autocomplete="off">
                { frame::error_summary(fault.as_ref().map(|(message, _)| message), fault.as_ref().map_or("", |(_, field)| field)) }
                <p>{ "It is then listed apart, with your reason. The verdict and the counts stay as they are." }</p>
                <div class="field">
                    { label(&reason, "Why is it accepted?", format!("At most {LONGEST_REASON} characters.")) }
                    <textarea id={reason.clone()} rows="3" aria-describedby={described(&reason)} aria-invalid={invalid(&reason)} />
                </div>
                <div class="field">
                    { label(&owner, "Who answers for that?", "A name or a team; may stay empty.".to_owned()) }
                    <input type="text" class="wide" id={owner.clone()} aria-describedby={described(&owner)} aria-invalid={invalid(&owner)} />
                </div>
                <div class="field">
                    { label(&review, "When is it looked at again?", "For example 2027-06-30 (year, month, day); may stay empty. After that day it stands on top again.".to_owned()) }
                    <input type="text" id={review.clone()} aria-describedby={described(&review)} aria-invalid={invalid(&review)} />
                </div>
                if subjects.len() > 1 {
                    <div class="field">
                        <label for={machines.clone()}>{ "For which machines?" }</label>
                        <select id={machines}>
                            <option value="all" selected=true>{ format!("All {}", subjects.len()) }</option>
                            { for subjects.iter().enumerate().map(|(place, subject)| html! {
                                <option value={place.to_string()}>{ deployment.machine_name(*subject).to_owned() }</option>
                            }) }
                        </select>
                    </div>
                }
                <p><button type="submit" class="accept-it">{ "Accept" }<span class="visually-hidden">{ format!(": {}", item.title()) }</span></button></p>
            </form>
        </details>
    }
}

/// A button that takes back what was accepted.
pub fn take_back(desk: &Desk, rule: &str, subject: Subject, about: &str) -> Html {
    let onclick = {
        let (dispatch, rule) = (desk.dispatch.clone(), rule.to_owned());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::TakeBack(rule.clone(), vec![subject])))
    };
    html! {
        <button type="button" class="small-button take-back no-print" {onclick}>{ "Take back" }<span class="visually-hidden">{ format!(": {about}") }</span></button>
    }
}

/// Whether anything can be accepted at all: a lab's findings are none that count.
pub fn is_offered(part: Part, verdict: Verdict) -> bool {
    verdict != Verdict::OutOfScope && matches!(part, Part::Overdue | Part::MustChange | Part::Undecided | Part::Advised)
}
