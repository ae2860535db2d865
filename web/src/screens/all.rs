//! All questions of the version, in their groups: for people who know, and to look
//! something up.

use std::collections::BTreeSet;
use std::rc::Rc;

use exchange_advisor_core::deployment::{AnswerRef, GuestIndex, HostIndex, Machine, Subject};
use exchange_advisor_core::question::{Group, Slot, SubjectKind};
use exchange_advisor_core::questions;
use exchange_advisor_core::questions::deployment::VERSION;
use exchange_advisor_core::template::{questions_at_first, questions_for};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{View, heading};
use crate::components::machine::MachineCard;
use crate::components::question::Question;
use crate::session::{Action, Change};

/// Up to so many machines are open at first.
const MOST_OPEN: usize = 4;

/// All questions.
pub fn show(view: &View<'_>) -> Html {
    let version = view.session.deployment.get(VERSION);
    let slots: BTreeSet<Slot> = version.map_or_else(questions_at_first, questions_for);
    let screen = Screen { view, slots: slots.into_iter().collect() };
    html! {
        <>
            <div class="screen-head">
                { heading("All questions") }
                <p class="hint">{ "Every question that this version has a use for. What you leave open is not judged." }</p>
            </div>
            { for Group::ALL.into_iter().map(|group| screen.group(group)) }
        </>
    }
}

struct Screen<'s> {
    view: &'s View<'s>,
    slots: Vec<Slot>,
}

impl Screen<'_> {
    /// A group of questions; those about storage stand with their machine.
    fn group(&self, group: Group) -> Html {
        let content = match group {
            Group::Hosts => self.machines(SubjectKind::Host),
            Group::Guests => self.machines(SubjectKind::Guest),
            Group::Storage => return html! {},
            _ => {
                let own: Vec<Slot> =
                    self.slots.iter().copied().filter(|slot| questions::question(*slot).group() == group).collect();
                if own.is_empty() {
                    return html! {};
                }
                own.into_iter().map(|slot| self.question(slot)).collect()
            }
        };
        let title = format!("g-{group:?}");
        html! {
            <section class="group" aria-labelledby={title.clone()}>
                <h2 id={title}>{ group.label() }</h2>
                { content }
            </section>
        }
    }

    fn question(&self, slot: Slot) -> Html {
        let at = AnswerRef { subject: Subject::Deployment, slot };
        let path: AttrValue = at.question().path.into();
        let session = self.view.session;
        let target = session.target.as_ref().filter(|(target, _)| *target == *path).map(|(_, times)| *times);
        let draft = session.drafts.get(&*path).map(|text| AttrValue::from(text.clone()));
        html! {
            <Question key={path.to_string()} {at} path={path.clone()} deployment={session.deployment.clone()} {draft} {target} dispatch={self.view.dispatch.clone()} />
        }
    }

    fn machines(&self, kind: SubjectKind) -> Html {
        let session = self.view.session;
        let slots: Rc<[Slot]> = self.slots.iter().copied().filter(|slot| slot.subject == kind).collect();
        let (list, machines, button, label, empty) = match kind {
            SubjectKind::Host => (
                "hosts",
                session.deployment.hosts(),
                "add-host",
                "Add a host",
                "A host is a physical machine that the virtual machines run on.",
            ),
            _ => (
                "vms",
                session.deployment.guests(),
                "add-guest",
                "Add a machine",
                "A virtual machine that runs Exchange. Others are counted with their host.",
            ),
        };
        let add = {
            let dispatch = self.view.dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Machines(Change::Add(kind))))
        };
        let target = session.target.as_ref().filter(|(target, _)| target == list).map(|(_, times)| *times);
        html! {
            <>
                <p class="hint">{ empty }</p>
                { for (0..).zip(machines).map(|(place, machine)| self.machine(kind, place, machine, &slots, machines.len())) }
                <AddButton id={button} {label} onclick={add} {target} />
            </>
        }
    }

    fn machine(&self, kind: SubjectKind, place: u32, machine: &Machine, slots: &Rc<[Slot]>, of: usize) -> Html {
        let (subject, list) = match kind {
            SubjectKind::Host => (Subject::Host(HostIndex(place)), "hosts"),
            _ => (Subject::Guest(GuestIndex(place)), "vms"),
        };
        let session = self.view.session;
        let prefix = format!("{list}[{}].", machine.id());
        let target = session.target.as_ref().filter(|(target, _)| target.starts_with(&prefix));
        html! {
            <MachineCard key={format!("{list}{place}")} {subject} id={machine.id().to_owned()} deployment={session.deployment.clone()}
                drafts={session.drafts.clone()} slots={slots.clone()} open={of <= MOST_OPEN}
                target={target.map(|(path, times)| (AttrValue::from(path.clone()), *times))} dispatch={self.view.dispatch.clone()} />
        }
    }
}

/// What the button to add a machine shows.
#[derive(Properties, PartialEq)]
struct AddProps {
    id: AttrValue,
    label: AttrValue,
    onclick: Callback<MouseEvent>,
    /// How often an address has led here, if the last one does.
    target: Option<u32>,
}

/// The button to add a machine; "which machines?" leads to it.
#[component]
fn AddButton(props: &AddProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.target, move |target| {
            if target.is_some()
                && let Some(button) = node.cast::<HtmlElement>()
            {
                // A button that is on the page can be focused.
                let _ = button.focus();
            }
        });
    }
    html! { <button ref={node} id={props.id.clone()} type="button" class="primary add" onclick={props.onclick.clone()}>{ &props.label }</button> }
}
