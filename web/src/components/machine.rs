//! One host or guest: its name, its questions, and what can be done with it.

use std::rc::Rc;

use exchange_advisor_core::deployment::{AnswerRef, Deployment, Subject};
use exchange_advisor_core::question::{Group, Slot};
use exchange_advisor_core::questions;
use exchange_advisor_core::subject::SubjectKind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::question::Question;
use crate::session::{Action, Change, Dispatch, Drafts};

/// What a machine shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub subject: Subject,
    /// Its name.
    pub id: AttrValue,

    /// The questions that matter for the version.
    pub slots: Rc<[Slot]>,
    pub deployment: Rc<Deployment>,
    pub drafts: Rc<Drafts>,
    /// The path that the last address leads to, if it is about this machine.
    pub target: Option<(AttrValue, u32)>,
    /// Whether it is open at first.
    pub open: bool,
    pub dispatch: Dispatch,
}

/// One host or guest.
#[component]
pub fn MachineCard(props: &Props) -> Html {
    let open = use_state(|| props.open);
    {
        let open = open.clone();
        use_effect_with(props.target.clone(), move |target| {
            if target.is_some() {
                open.set(true);
            }
        });
    }
    let is_host = props.subject.kind() == SubjectKind::Host;
    let (list, kind) = if is_host { ("hosts", "host") } else { ("vms", "vm") };
    let prefix = format!("{list}[{}]", props.id);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let send = |event: fn(Subject) -> Change| {
        let (dispatch, subject) = (props.dispatch.clone(), props.subject);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Machines(event(subject))))
    };
    let rename = {
        let (dispatch, subject, id) = (props.dispatch.clone(), props.subject, props.id.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            dispatch.dispatch(Action::Machines(Change::Rename(subject, input.value())));
            // A name that is refused goes back to the one before.
            input.set_value(&id);
        })
    };
    let groups: &[Group] = if is_host { &[Group::Hosts] } else { &[Group::Guests, Group::Storage] };
    let label = if is_host { "host" } else { "machine" };
    html! {
        <div class="machine" data-machine={format!("{kind}:{}", props.id)}>
            <div class="machine-head">
                <button type="button" class="toggle" aria-expanded={open.to_string()} onclick={toggle}>
                    <span class="visually-hidden">{ format!("Questions about {label} {}", props.id) }</span>
                </button>
                <label>
                    <span class="visually-hidden">{ format!("Name of {label} {}", props.id) }</span>
                    <input type="text" class="rename" value={props.id.clone()} maxlength="64" autocomplete="off" onchange={rename} />
                </label>
                <button type="button" class="copy" onclick={send(Change::Copy)} aria-label={format!("Copy {label} {}", props.id)}>{ "Copy" }</button>
                <button type="button" class="remove" onclick={send(Change::Remove)} aria-label={format!("Remove {label} {}", props.id)}>{ "Remove" }</button>
            </div>
            if *open || props.target.is_some() {
                { for groups.iter().map(|group| html! {
                    <div class="machine-group">
                        if !is_host {
                            <h3>{ if *group == Group::Storage { group.label() } else { "The machine" } }</h3>
                        }
                        { for questions_of(&props.slots, *group).map(|slot| question(props, &prefix, slot)) }
                    </div>
                }) }
            }
        </div>
    }
}

fn questions_of(slots: &[Slot], group: Group) -> impl Iterator<Item = Slot> {
    slots.iter().copied().filter(move |slot| questions::question(*slot).group() == group)
}

fn question(props: &Props, prefix: &str, slot: Slot) -> Html {
    let at = AnswerRef { subject: props.subject, slot };
    let path: AttrValue = format!("{prefix}.{}", at.question().path).into();
    let target = props.target.as_ref().filter(|(target, _)| *target == path).map(|(_, times)| *times);
    let draft = props.drafts.get(&*path).map(|text| AttrValue::from(text.clone()));
    html! {
        <Question key={path.to_string()} {at} path={path.clone()} deployment={props.deployment.clone()} {draft} {target} dispatch={props.dispatch.clone()} />
    }
}
