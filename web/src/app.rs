//! The page as a whole: what it is, the questions in their groups, the verdict beside them.

use std::rc::Rc;

use exchange_advisor_core::deployment::{AnswerRef, GuestIndex, HostIndex, Machine, ReadError, Subject};
use exchange_advisor_core::question::{Group, Slot};
use exchange_advisor_core::questions;
use exchange_advisor_core::questions::deployment::VERSION;
use exchange_advisor_core::subject::SubjectKind;
use exchange_advisor_core::template::{questions_at_first, questions_for};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::components::machine::MachineCard;
use crate::components::question::{Names, Question};
use crate::components::verdict::VerdictPanel;
use crate::session::{Action, Dispatch, Session};
use crate::{file, js_api, route};

/// Up to so many machines are open at first.
const MOST_OPEN: usize = 4;

/// So many errors of a document are in sight at once; the others unfold.
const ERRORS_IN_SIGHT: usize = 50;

/// The page.
#[component]
pub fn App() -> Html {
    let session = use_reducer(Session::new);
    {
        let dispatch = session.dispatcher();
        use_effect_with((), move |()| {
            if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
                // The tests wait for this.
                let _ = root.set_attribute("data-ready", "true");
            }
            if let Some(document) = route::document() {
                file::read(document.as_bytes(), &dispatch);
            }
            let go = move |path| dispatch.dispatch(Action::Go(path));
            if let Some(path) = route::question() {
                go(path);
            }
            let listener = route::listen(go);
            move || drop(listener)
        });
    }
    let slots = use_memo(session.deployment.get(VERSION), |version| {
        let slots = version.map_or_else(questions_at_first, questions_for);
        slots.into_iter().collect::<Vec<Slot>>()
    });
    let names = Rc::new(Names {
        hosts: session.deployment.hosts().iter().map(|host| AttrValue::from(host.id().to_owned())).collect(),
        guests: session.deployment.guests().iter().map(|guest| AttrValue::from(guest.id().to_owned())).collect(),
    });
    let today = use_memo((), |()| js_api::today());
    let page = Page { session: &session, slots: &slots, names, dispatch: session.dispatcher() };
    html! {
        <>
            <a class="skip" href="#questions">{ "Skip to the questions" }</a>
            { page.header() }
            <div class="columns">
                <main id="questions" tabindex="-1">
                    { page.errors() }
                    { for Group::ALL.into_iter().map(|group| page.group(group)) }
                </main>
                <VerdictPanel deployment={session.deployment.clone()} today={*today} dispatch={session.dispatcher()} />
            </div>
            <footer>
                <p>{ "Nothing that you answer leaves this computer. The advisor judges by Microsoft's published support policy as far as that could be read, and is not a Microsoft product." }</p>
            </footer>
        </>
    }
}

struct Page<'p> {
    session: &'p Session,
    slots: &'p [Slot],
    names: Rc<Names>,
    dispatch: Dispatch,
}

impl Page<'_> {
    fn header(&self) -> Html {
        let save = {
            let text = format!("{:#}\n", self.session.deployment.to_json());
            Callback::from(move |_: MouseEvent| file::save("deployment.json", &text))
        };
        let open = {
            let dispatch = self.dispatch.clone();
            Callback::from(move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                    file::open(&chosen, dispatch.clone());
                }
                // The same file can be opened again after it was mended.
                input.set_value("");
            })
        };
        let new = {
            let dispatch = self.dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::New))
        };
        let undo = {
            let dispatch = self.dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Undo))
        };
        html! {
            <header>
                <div>
                    <h1>{ "Exchange virtualization advisor" }</h1>
                    <p>{ "Is this Exchange Server, on these virtual machines, supported by Microsoft?" }</p>
                </div>
                <div class="actions">
                    <label class="button" for="open">{ "Open file" }</label>
                    <input id="open" class="visually-hidden" type="file" accept=".json,application/json" onchange={open} />
                    <button id="save" type="button" onclick={save}>{ "Save file" }</button>
                    <button id="new" type="button" onclick={new}>{ "Start anew" }</button>
                    if self.session.before.is_some() {
                        <button id="undo" type="button" onclick={undo}>{ "Undo" }</button>
                    }
                </div>
            </header>
        }
    }

    fn errors(&self) -> Html {
        let Some(errors) = &self.session.errors else { return html! {} };
        let dismiss = {
            let dispatch = self.dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Dismiss))
        };
        let line = |error: &ReadError| html! { <li>{ error.to_string() }</li> };
        html! {
            <div id="errors" class="errors" role="alert">
                <h2>{ "The document was not opened" }</h2>
                <p>{ "Your answers are as they were. This is wrong in the document:" }</p>
                <ul>{ for errors.errors.iter().take(ERRORS_IN_SIGHT).map(line) }</ul>
                if errors.errors.len() > ERRORS_IN_SIGHT {
                    <details>
                        <summary>{ format!("and {} more", errors.errors.len() + errors.more - ERRORS_IN_SIGHT) }</summary>
                        <ul>{ for errors.errors.iter().skip(ERRORS_IN_SIGHT).map(line) }</ul>
                        if errors.more > 0 {
                            <p>{ format!("and {} that are not listed", errors.more) }</p>
                        }
                    </details>
                }
                <button type="button" onclick={dismiss}>{ "Close" }</button>
            </div>
        }
    }

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
        let target = self.session.target.as_ref().filter(|(target, _)| *target == *path).map(|(_, times)| *times);
        let answer = self.session.deployment.answer(Subject::Deployment, slot).clone();
        html! {
            <Question key={path.to_string()} {at} path={path.clone()} {answer} names={self.names.clone()} {target} dispatch={self.dispatch.clone()} />
        }
    }

    fn machines(&self, kind: SubjectKind) -> Html {
        let slots: Rc<[Slot]> = self.slots.iter().copied().filter(|slot| slot.subject == kind).collect();
        let (list, machines, button, label, empty) = match kind {
            SubjectKind::Host => (
                "hosts",
                self.session.deployment.hosts(),
                "add-host",
                "Add a host",
                "A host is a physical machine that the virtual machines run on.",
            ),
            _ => (
                "vms",
                self.session.deployment.guests(),
                "add-guest",
                "Add a machine",
                "A virtual machine that runs Exchange. Others are counted with their host.",
            ),
        };
        let add = {
            let dispatch = self.dispatch.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Add(kind)))
        };
        let wanted = self.session.target.as_ref().is_some_and(|(target, _)| target == list);
        html! {
            <>
                <p class="hint">{ empty }</p>
                { for (0..).zip(machines).map(|(place, machine)| self.machine(kind, place, machine, &slots, machines.len())) }
                <AddButton id={button} {label} onclick={add} target={self.session.target.as_ref().filter(|_| wanted).map(|(_, times)| *times)} />
            </>
        }
    }

    fn machine(&self, kind: SubjectKind, place: u32, machine: &Machine, slots: &Rc<[Slot]>, of: usize) -> Html {
        let (subject, list) = match kind {
            SubjectKind::Host => (Subject::Host(HostIndex(place)), "hosts"),
            _ => (Subject::Guest(GuestIndex(place)), "vms"),
        };
        let prefix = format!("{list}[{}].", machine.id());
        let target = self.session.target.as_ref().filter(|(target, _)| target.starts_with(&prefix));
        html! {
            <MachineCard key={format!("{list}{place}")} {subject} id={machine.id().to_owned()} answers={machine.answers().clone()}
                slots={slots.clone()} names={self.names.clone()} open={of <= MOST_OPEN}
                target={target.map(|(path, times)| (AttrValue::from(path.clone()), *times))} dispatch={self.dispatch.clone()} />
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
    html! { <button ref={node} id={props.id.clone()} type="button" class="add" onclick={props.onclick.clone()}>{ &props.label }</button> }
}
