//! The machines side by side, every answer in a cell: differences are seen and edited here.

use std::collections::BTreeSet;
use std::rc::Rc;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Machine, Subject};
use exchange_advisor_core::question::{Slot, SubjectKind};
use exchange_advisor_core::questions;
use exchange_advisor_core::questions::deployment::VERSION;
use exchange_advisor_core::template::questions_for;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{View, action, heading};
use crate::components::question::{Control, Given, Look};
use crate::session::{Action, Change, Dispatch, Drafts};

/// So many machines stand side by side; the others are on further pages.
const MOST_COLUMNS: usize = 12;

/// The machines side by side.
pub fn show(view: &View<'_>) -> Html {
    let session = view.session;
    let version = session.deployment.get(VERSION);
    let slots: BTreeSet<Slot> = version.map(questions_for).unwrap_or_default();
    let table = |kind| {
        html! {
            <Table {kind} deployment={session.deployment.clone()} drafts={session.drafts.clone()} slots={slots.iter().copied().filter(|slot| slot.subject == kind).collect::<Vec<_>>()}
                dispatch={view.dispatch.clone()} />
        }
    };
    html! {
        <div class="screen machines">
            { heading("Machines side by side") }
            <p class="hint">{ "One column for each machine. Rows in which machines differ are marked. The name of a machine can be changed; whatever refers to it goes on doing so." }</p>
            { table(SubjectKind::Host) }
            { table(SubjectKind::Guest) }
            <p class="continue">{ action(&view.next(), "Go on", "go-on") }</p>
        </div>
    }
}

/// What a table shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub kind: SubjectKind,
    pub deployment: Rc<Deployment>,
    pub drafts: Rc<Drafts>,
    /// The questions that the version has a use for.
    pub slots: Vec<Slot>,
    pub dispatch: Dispatch,
}

/// One table of machines.
#[component]
pub fn Table(props: &Props) -> Html {
    let from = use_state(|| 0usize);
    let only_different = use_state(|| false);
    let is_host = props.kind == SubjectKind::Host;
    let (title, one, add_id) =
        if is_host { ("Hosts", "host", "add-host") } else { ("Exchange machines", "machine", "add-guest") };
    let all: &[Machine] = if is_host { props.deployment.hosts() } else { props.deployment.guests() };
    let start = if *from < all.len() { *from } else { 0 };
    let columns: Vec<(Subject, &str)> = (0u32..)
        .zip(all)
        .map(|(place, machine)| {
            let subject = if is_host { Subject::Host(HostIndex(place)) } else { Subject::Guest(GuestIndex(place)) };
            (subject, machine.id())
        })
        .skip(start)
        .take(MOST_COLUMNS)
        .collect();
    let every = || {
        (0u32..)
            .take(all.len())
            .map(|place| if is_host { Subject::Host(HostIndex(place)) } else { Subject::Guest(GuestIndex(place)) })
    };
    let answers = |slot: Slot| every().map(move |subject| (subject, slot));
    let answer = |(subject, slot): (Subject, Slot)| props.deployment.answer(subject, slot);
    let differs = |slot: Slot| {
        let mut found = answers(slot).map(answer);
        let first = found.next();
        found.any(|other| Some(other) != first)
    };
    let given = |slot: Slot| answers(slot).map(answer).any(|answer| *answer != Answer::NotAsked);
    let mut rows: Vec<Slot> = props.slots.clone();
    // An answer that the version has no use for is kept, and can be seen here.
    rows.extend(
        questions::about(props.kind)
            .iter()
            .map(questions_slot)
            .filter(|slot| !props.slots.contains(slot) && given(*slot)),
    );
    rows.retain(|slot| !*only_different || differs(*slot));
    let add = {
        let (dispatch, kind) = (props.dispatch.clone(), props.kind);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Machines(Change::Add(kind))))
    };
    let filter = {
        let only_different = only_different.clone();
        Callback::from(move |event: Event| {
            only_different.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
        })
    };
    let turn = |to: usize| {
        let from = from.clone();
        Callback::from(move |_: MouseEvent| from.set(to))
    };
    let caption = format!("t-{one}");
    let side_by_side = format!("{title}, side by side");
    html! {
        <section class="group" aria-labelledby={caption.clone()}>
            <div class="group-head">
                <h2 id={caption.clone()}>{ format!("{title} ({})", all.len()) }</h2>
                if all.len() > 1 {
                    <label class="choice"><input type="checkbox" checked={*only_different} onchange={filter} /><span>{ "Only what differs" }</span></label>
                }
            </div>
            if all.len() > MOST_COLUMNS {
                <p class="buttons">
                    <button type="button" class="small-button" disabled={start == 0} onclick={turn(start.saturating_sub(MOST_COLUMNS))}>{ "Previous" }</button>
                    <span>{ format!("{} to {} of {}", start + 1, start + columns.len(), all.len()) }</span>
                    <button type="button" class="small-button" disabled={start + MOST_COLUMNS >= all.len()} onclick={turn(start + MOST_COLUMNS)}>{ "Next" }</button>
                </p>
            }
            if all.is_empty() {
                <p>{ format!("No {one} is described yet.") }</p>
            } else {
                <div class="table" role="region" tabindex="0" aria-label={side_by_side}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ "Question" }</th>
                                { for columns.iter().map(|(subject, id)| head(props, *subject, id, one)) }
                            </tr>
                        </thead>
                        <tbody>
                            { for rows.iter().map(|slot| row(props, *slot, &columns, differs(*slot))) }
                        </tbody>
                    </table>
                </div>
            }
            <button type="button" class="add" id={add_id} onclick={add}>{ format!("Add a {one}") }</button>
        </section>
    }
}

fn questions_slot(question: &exchange_advisor_core::question::Question) -> Slot {
    question.slot()
}

fn head(props: &Props, subject: Subject, id: &str, one: &str) -> Html {
    let send = |event: fn(Subject) -> Change| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Machines(event(subject))))
    };
    let rename = {
        let (dispatch, id) = (props.dispatch.clone(), id.to_owned());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            dispatch.dispatch(Action::Machines(Change::Rename(subject, input.value())));
            // A name that is refused goes back to the one before.
            input.set_value(&id);
        })
    };
    let kind = if props.kind == SubjectKind::Host { "host" } else { "vm" };
    html! {
        <th scope="col" data-machine={format!("{kind}:{id}")}>
            <input type="text" class="rename" value={id.to_owned()} maxlength="64" autocomplete="off" aria-label={format!("Name of {one} {id}")} onchange={rename} />
            <span class="buttons">
                <button type="button" class="small-button copy" aria-label={format!("Copy {one} {id}")} onclick={send(Change::Copy)}>{ "Copy" }</button>
                <button type="button" class="small-button remove" aria-label={format!("Remove {one} {id}")} onclick={send(Change::Remove)}>{ "Remove" }</button>
            </span>
        </th>
    }
}

fn row(props: &Props, slot: Slot, columns: &[(Subject, &str)], differs: bool) -> Html {
    let question = questions::question(slot);
    html! {
        <tr class={differs.then_some("differs")}>
            <th scope="row">
                { question.wording }
                if differs {
                    <span class="about">{ "differs" }</span>
                }
            </th>
            { for columns.iter().map(|(subject, id)| cell(props, AnswerRef { subject: *subject, slot }, id)) }
        </tr>
    }
}

fn cell(props: &Props, at: AnswerRef, id: &str) -> Html {
    let path: AttrValue = props.deployment.path(at).into();
    let give = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |given| {
            dispatch.dispatch(match given {
                Given::Answer(answer) => Action::Answer(vec![at], answer),
                Given::Text(text) => Action::Typed(vec![at], text),
            });
        })
    };
    let draft = props.drafts.get(&*path).map(|text| AttrValue::from(text.clone()));
    let control =
        Control { at, path: path.clone(), deployment: &props.deployment, draft, look: Look::Cell, fault: None, give };
    html! { <td id={format!("q-{path}")} data-path={path} data-label={id.to_owned()}>{ control.show() }</td> }
}
