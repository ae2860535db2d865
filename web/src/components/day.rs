//! Another day of judging: lifecycles and reviews as they stand then.

use exchange_advisor_core::deployment::{Answer, AnswerRef, Subject, Value};
use exchange_advisor_core::questions::deployment::AS_OF;
use exchange_advisor_core::report::Report;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::accept::{Desk, day, element};
use super::frame;
use crate::session::Action;

const FIELD: &str = "as-of";

/// A field for the day, and what the day changes.
pub fn show(report: &Report<'_>, desk: &Desk) -> Html {
    let at = AnswerRef { subject: Subject::Deployment, slot: AS_OF.slot() };
    let field = FIELD.to_owned();
    let fault = desk.fault_of(&[&field]);
    let as_of = report.assessment.as_of;
    let own = desk.deployment.get(AS_OF);
    let onsubmit = {
        let desk = desk.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = element::<HtmlInputElement>(FIELD).map(|field| field.value()).unwrap_or_default();
            desk.dispatch.dispatch(match day(&text) {
                Ok(day) => {
                    Action::Answer(vec![at], day.map_or(Answer::NotAsked, |day| Answer::Given(Value::Date(day))))
                }
                Err(message) => Action::Fault(Some((FIELD.to_owned(), message))),
            });
            frame::tell_again();
        })
    };
    let today = {
        let dispatch = desk.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = element::<HtmlInputElement>(FIELD) {
                field.set_value("");
            }
            dispatch.dispatch(Action::Answer(vec![at], Answer::NotAsked));
        })
    };
    let changes = report.changed_by_day();
    let described = if fault.is_some() { "as-of-hint as-of-fault" } else { "as-of-hint" };
    html! {
        <>
            if as_of != report.today {
                <div id="day-changes">
                    <p>{ format!("Judged for {as_of}, not for today ({}). The policy's verdict does not depend on the day.", report.today) }
                        if changes.is_empty() {
                            { " Nothing differs from today." }
                        }
                    </p>
                    <ul>{ for changes.into_iter().map(|change| html! { <li>{ change }</li> }) }</ul>
                </div>
            }
            <details class="day no-print" open={fault.is_some() || own.is_some()}>
                <summary>{ "Judge lifecycles for another day" }</summary>
                <form {onsubmit} novalidate=true autocomplete="off">
                    { frame::error_summary(fault.as_ref().map(|(message, _)| message), FIELD) }
                    <div class="field">
                        <label for={FIELD}>{ "Day" }</label>
                        <p class="hint" id="as-of-hint">{ "For example 2027-06-30 (year, month, day). It is one of your answers; empty means today." }</p>
                        if let Some((message, _)) = &fault {
                            <p class="fault" id="as-of-fault">{ message }</p>
                        }
                        <input type="text" id={FIELD} aria-describedby={described} aria-invalid={fault.is_some().then_some("true")}
                            key={own.map_or(String::new(), |day| day.to_string())} value={own.map(|day| day.to_string())} />
                    </div>
                    <p class="buttons">
                        <button type="submit" id="judge-day">{ "Judge for this day" }</button>
                        if own.is_some() {
                            <button type="button" id="judge-today" onclick={today}>{ "Judge for today" }</button>
                        }
                    </p>
                </form>
            </details>
        </>
    }
}
