//! How many hosts, or guests, there are, and whether they are alike.

use std::rc::Rc;

use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, Deployment, Machine, NOT_KNOWN};
use exchange_advisor_core::interview::{Ask, Course};
use exchange_advisor_core::subject::SubjectKind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{View, question};
use crate::components::frame;
use crate::components::how::How;
use crate::route::Route;
use crate::session::{Action, Change, Dispatch, Drafts};

/// The page of a list of machines.
pub fn show(view: &View<'_>, ask: Ask) -> Html {
    let path = ask.path(&view.session.deployment);
    let fault = view
        .session
        .fault
        .as_ref()
        .filter(|(place, _)| *place == path)
        .map(|(_, words)| AttrValue::from(words.clone()));
    html! {
        <Page key={path} {ask} deployment={view.session.deployment.clone()} drafts={view.session.drafts.clone()}
            course={view.session.course} returns={view.session.returns} today={view.today} {fault} dispatch={view.dispatch.clone()} />
    }
}

/// What the page shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub ask: Ask,
    pub deployment: Rc<Deployment>,
    pub drafts: Rc<Drafts>,
    pub course: Course,
    /// "Continue" leads back to the list of answers.
    pub returns: bool,
    pub today: Date,
    pub fault: Option<AttrValue>,
    pub dispatch: Dispatch,
}

/// So many machines of a kind can be typed at once; more come in a file.
const MOST: usize = 500;

/// The page of a list of machines.
#[component]
pub fn Page(props: &Props) -> Html {
    let kind = props.ask.kind();
    let is_host = kind == SubjectKind::Host;
    let path = props.ask.path(&props.deployment);
    let machines = if is_host { props.deployment.hosts() } else { props.deployment.guests() };
    let listed = machines.len();
    let state = if is_host { props.deployment.hosts_answer() } else { props.deployment.guests_answer() };
    let unknown = listed == 0 && state == Answer::NotKnown;
    let typed = props.drafts.get(&path).cloned();
    let shown = typed.clone().unwrap_or_else(|| if listed == 0 { String::new() } else { listed.to_string() });
    let apart = if is_host { props.course.hosts_apart } else { props.course.guests_apart };
    let oninput = {
        let (dispatch, path) = (props.dispatch.clone(), path.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.dispatch(Action::Draft(path.clone(), input.value()));
            }
        })
    };
    let not_known = {
        let (dispatch, path) = (props.dispatch.clone(), path.clone());
        Callback::from(move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            dispatch.dispatch(Action::Draft(path.clone(), String::new()));
            if checked {
                dispatch.dispatch(Action::Machines(Change::MachinesNotKnown(kind)));
            } else {
                dispatch.dispatch(Action::Machines(Change::MachinesAskedAgain(kind)));
            }
        })
    };
    let course = |apart: bool| {
        let (dispatch, course) = (props.dispatch.clone(), props.course);
        let next =
            if is_host { Course { hosts_apart: apart, ..course } } else { Course { guests_apart: apart, ..course } };
        Callback::from(move |_: Event| dispatch.dispatch(Action::Course(next)))
    };
    let onsubmit = {
        let (dispatch, deployment, course, today, returns) =
            (props.dispatch.clone(), props.deployment.clone(), props.course, props.today, props.returns);
        let go_on = move |deployment: &Deployment| {
            if returns { Route::Answers.go() } else { question::next(deployment, course, today).go() }
        };
        let (path, shown) = (path.clone(), shown.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wrong = |words: String| {
                dispatch.dispatch(Action::Fault(Some((path.clone(), words))));
                frame::tell_again();
            };
            if unknown && shown.trim().is_empty() {
                go_on(&deployment);
                return;
            }
            match wanted(&shown, listed) {
                Err(words) => wrong(words),
                Ok(to) => {
                    let mut grown = (*deployment).clone();
                    grown.grow(kind, to);
                    dispatch.dispatch(Action::Machines(Change::Grow(kind, to)));
                    go_on(&grown);
                }
            }
        })
    };
    let (id, name) = (format!("c-{path}"), if is_host { "hosts" } else { "machines" });
    let described = if props.fault.is_some() { format!("e-{path} h-{path}") } else { format!("h-{path}") };
    html! {
        <form class="ask" novalidate={true} {onsubmit} id={format!("q-{path}")} data-path={path.clone()}>
            { frame::back() }
            { frame::error_summary(props.fault.as_ref(), &id) }
            <p class="caption">{ if is_host { "Hosts" } else { "Exchange machines" } }</p>
            <div class={classes!("field", "page-question", props.fault.is_some().then_some("wrong"))}>
                <h1 id="heading" tabindex="-1"><label for={id.clone()}>{ props.ask.wording() }</label></h1>
                <p class="hint" id={format!("h-{path}")}>{ props.ask.hint() }</p>
                if let Some(fault) = &props.fault {
                    <p class="fault" id={format!("e-{path}")}><span class="visually-hidden">{ "Error: " }</span>{ fault }</p>
                }
                <div class="typing">
                    <input {id} type="text" inputmode="numeric" autocomplete="off" value={shown} {oninput}
                        aria-describedby={described} aria-invalid={props.fault.is_some().then_some("true")} />
                    if listed == 0 {
                        <label class="choice">
                            <input type="checkbox" class="unknown" value="null" checked={unknown} onchange={not_known} />
                            <span>{ NOT_KNOWN }</span>
                        </label>
                    }
                </div>
                if listed > 0 {
                    <p class="hint">
                        { format!("Described so far: {}. ", list(machines.iter().map(Machine::id))) }
                        <a href={Route::Machines.href()}>{ "Rename or remove them in the table" }</a>
                    </p>
                }
            </div>
            <fieldset class="alike">
                <legend>{ format!("Are the {name} alike?") }</legend>
                <div class="offer">
                    <label class="choice">
                        <input type="radio" name="alike" value="alike" checked={!apart} onchange={course(false)} />
                        <span>{ "All alike, or nearly" }</span>
                    </label>
                    <p class="meaning">{ format!("Each question is asked once, and you see for which {name} the answer goes. Single ones can be left out there, or changed in a table later.") }</p>
                </div>
                <div class="offer">
                    <label class="choice">
                        <input type="radio" name="alike" value="apart" checked={apart} onchange={course(true)} />
                        <span>{ "Each one is different" }</span>
                    </label>
                    <p class="meaning">{ "Every question is asked for each of them." }</p>
                </div>
            </fieldset>
            <p class="continue"><button type="submit" class="primary" id="continue">{ "Continue" }</button></p>
            <div class="help">
                <details class="why">
                    <summary>{ "Why is this asked?" }</summary>
                    <div><p>{ if is_host {
                        "The policy sets limits for each host: how many virtual processors and how much memory its machines may have together, and what else may run on it."
                    } else {
                        "Most requirements are about single machines: their operating system, their storage, their memory. Each machine is judged by itself."
                    } }</p></div>
                </details>
                <How slot={None} find_out={props.ask.find_out()} family={None} />
            </div>
        </form>
    }
}

/// How many machines are wanted.
fn wanted(text: &str, listed: usize) -> Result<usize, String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.parse::<usize>() {
        Ok(number) if number < listed => Err(format!(
            "{listed} are described already. To have fewer, remove those that are too many in the table of machines."
        )),
        Ok(number) if (1..=MOST).contains(&number) => Ok(number),
        _ => Err(format!("This is not a whole number from 1 to {MOST}.")),
    }
}

/// Names, the last ones only counted.
fn list<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    const MOST_NAMED: usize = 8;
    let all = names.len();
    let mut named: Vec<String> = names.take(MOST_NAMED).map(str::to_owned).collect();
    if all > named.len() {
        named.push(format!("and {} more", all - named.len()));
    }
    named.join(", ")
}
