//! Every answer, grouped, each with "Change": to be checked before the result.

use std::collections::BTreeMap;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Subject};
use exchange_advisor_core::interview::{Ask, Round};
use exchange_advisor_core::question::{Group, SubjectKind};
use exchange_advisor_core::questions;
use exchange_advisor_core::questions::deployment::NAME;
use yew::prelude::*;

use super::{View, action, heading};
use crate::route::Route;
use crate::session::Action;

/// Every answer.
pub fn show(view: &View<'_>) -> Html {
    let open = view.open(Round::Verdict);
    let next = open.next().map(|step| Route::Question(step.ask.path(&view.session.deployment)));
    html! {
        <div class="screen answers">
            { heading("Check your answers") }
            if let Some(next) = &next {
                <p>{ "The verdict is not settled yet." }{ " " }{ action(next, "Go on with the questions", "go-on") }</p>
            }
            { for Group::ALL.into_iter().map(|group| section(view, group)) }
            <p class="continue">
                if next.is_some() {
                    <a class="button" id="see-result" href={Route::Result.href()}>{ "See the result so far" }</a>
                } else {
                    { action(&Route::Result, "See the result", "see-result") }
                }
            </p>
        </div>
    }
}

fn section(view: &View<'_>, group: Group) -> Html {
    let deployment = &view.session.deployment;
    let mut rows: Vec<Html> = Vec::new();
    match group {
        Group::Hosts => rows.push(count(view, Ask::Hosts, deployment.hosts().len(), deployment.hosts_answer())),
        Group::Guests => rows.push(count(view, Ask::Guests, deployment.guests().len(), deployment.guests_answer())),
        _ => {}
    }
    let kinds = [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest];
    for question in kinds.into_iter().flat_map(questions::about).filter(|question| question.group() == group) {
        let places = deployment.subjects().filter(|subject| subject.kind() == question.subject);
        let answered: Vec<AnswerRef> = places
            .map(|subject| AnswerRef { subject, slot: question.slot() })
            .filter(|at| *deployment.answer(at.subject, at.slot) != Answer::NotAsked)
            .collect();
        if !answered.is_empty() {
            rows.push(row(view, question.wording, &answered));
        } else if question.slot() == NAME.slot() {
            rows.push(open(view, AnswerRef { subject: Subject::Deployment, slot: NAME.slot() }));
        }
    }
    if rows.is_empty() {
        return html! {};
    }
    let title = format!("g-{group:?}");
    let machines = matches!(group, Group::Hosts | Group::Guests);
    html! {
        <section class="group" aria-labelledby={title.clone()}>
            <div class="group-head">
                <h2 id={title}>{ group.label() }</h2>
                if machines {
                    <a href={Route::Machines.href()}>{ "Edit as a table" }<span class="visually-hidden">{ format!(": {}", group.label()) }</span></a>
                }
            </div>
            <dl class="summary">{ for rows }</dl>
        </section>
    }
}

/// A question without an answer: the name, by which the deployment is found again.
fn open(view: &View<'_>, at: AnswerRef) -> Html {
    let wording = at.question().wording;
    let href = Route::Question(view.session.deployment.path(at)).href();
    html! {
        <div class="summary-row">
            <dt>{ wording }</dt>
            <dd>{ "Not answered" }</dd>
            <dd class="change"><a {href} onclick={returns(view)}>{ "Change" }<span class="visually-hidden">{ format!(": {wording}") }</span></a></dd>
        </div>
    }
}

fn count(view: &View<'_>, ask: Ask, listed: usize, answer: Answer<()>) -> Html {
    let words = match answer {
        Answer::NotKnown => exchange_advisor_core::deployment::NOT_KNOWN.to_owned(),
        _ if listed > 0 => listed.to_string(),
        _ => "Not answered".to_owned(),
    };
    let href = Route::Question(ask.path(&view.session.deployment)).href();
    html! {
        <div class="summary-row">
            <dt>{ ask.wording() }</dt>
            <dd>{ words }</dd>
            <dd class="change"><a {href} onclick={returns(view)}>{ "Change" }<span class="visually-hidden">{ format!(": {}", ask.wording()) }</span></a></dd>
        </div>
    }
}

/// "Continue" on the question's page comes back here.
fn returns(view: &View<'_>) -> Callback<MouseEvent> {
    let dispatch = view.dispatch.clone();
    Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Returns(true)))
}

/// One question: each answer once, with the machines that have it.
fn row(view: &View<'_>, wording: &'static str, answered: &[AnswerRef]) -> Html {
    let deployment = &view.session.deployment;
    let mut by_answer: BTreeMap<String, Vec<AnswerRef>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for at in answered {
        let words = deployment.answer_in_words(*at).unwrap_or_default();
        if !by_answer.contains_key(&words) {
            order.push(words.clone());
        }
        by_answer.entry(words).or_default().push(*at);
    }
    let one = |words: &String| {
        let places = by_answer.get(words).map_or(&[][..], Vec::as_slice);
        let names: Vec<&str> = places.iter().map(|at| deployment.machine_name(at.subject)).collect();
        let about = names.iter().any(|name| !name.is_empty()).then(|| list(&names));
        let href = places.first().map(|at| Route::Question(deployment.path(*at)).href());
        let label = about.as_ref().map_or_else(|| format!(": {wording}"), |about| format!(": {wording} {about}"));
        html! {
            <>
                <dd>{ words }if let Some(about) = &about {{ " " }<span class="about">{ about }</span>}</dd>
                <dd class="change"><a {href} onclick={returns(view)}>{ "Change" }<span class="visually-hidden">{ label }</span></a></dd>
            </>
        }
    };
    html! {
        <div class="summary-row">
            <dt>{ wording }</dt>
            { for order.iter().map(one) }
        </div>
    }
}

/// Names, the last ones only counted.
pub fn list(names: &[&str]) -> String {
    const MOST_NAMED: usize = 6;
    match names.get(..MOST_NAMED) {
        Some(first) if names.len() > MOST_NAMED => {
            format!("{} and {} more", first.join(", "), names.len() - MOST_NAMED)
        }
        _ => names.join(", "),
    }
}
