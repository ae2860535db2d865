//! One question on a page of its own.

use std::rc::Rc;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::interview::{Alike, Course};
use exchange_advisor_core::offers;
use exchange_advisor_core::questions::guest::{HOST, STORAGE_KIND};
use yew::prelude::*;

use super::View;
use super::answers::list;
use crate::components::how::How;
use crate::components::kinds::{self, Kinds};
use crate::components::peers::{self, Peers};
use crate::components::placement::{self, Placement};
use crate::components::question::{Control, Given, Look};
use crate::components::{effects, frame, typed, why};
use crate::route::Route;
use crate::session::{Action, Dispatch, Drafts};

/// The page of a question.
pub fn show(view: &View<'_>, at: AnswerRef) -> Html {
    let path: AttrValue = view.session.deployment.path(at).into();
    let fault = view
        .session
        .fault
        .as_ref()
        .filter(|(place, _)| *place == *path)
        .map(|(_, words)| AttrValue::from(words.clone()));
    html! {
        <Page key={format!("{path} {}", view.session.turns)} {at} path={path.clone()} deployment={view.session.deployment.clone()} drafts={view.session.drafts.clone()}
            course={view.session.course} returns={view.session.returns} today={view.today} {fault} dispatch={view.dispatch.clone()} />
    }
}

/// What a question's page shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub at: AnswerRef,
    pub path: AttrValue,
    pub deployment: Rc<Deployment>,
    pub drafts: Rc<Drafts>,
    pub course: Course,
    /// "Continue" leads back to the list of answers.
    pub returns: bool,
    pub today: Date,
    /// What is wrong with the answer, after "Continue".
    pub fault: Option<AttrValue>,
    pub dispatch: Dispatch,
}

/// A machine that the answer can go for as well, and what it had when the page came.
#[derive(Clone, PartialEq)]
pub struct Peer {
    pub at: AnswerRef,
    pub before: Answer<Value>,
    pub chosen: bool,
}

/// The page of a question.
#[component]
pub fn Page(props: &Props) -> Html {
    let at = props.at;
    let is_table = at.slot == HOST.slot();
    // Kept as it was when the page came: answering makes no machine unlike the others.
    let peers = use_state(|| if is_table { Vec::new() } else { peers(&props.deployment, props.course, at) });
    let places: Vec<AnswerRef> =
        std::iter::once(at).chain(peers.iter().filter(|peer| peer.chosen).map(|peer| peer.at)).collect();
    let give = {
        let (dispatch, places) = (props.dispatch.clone(), places.clone());
        Callback::from(move |given| {
            dispatch.dispatch(match given {
                Given::Answer(answer) => Action::Answer(places.clone(), answer),
                Given::Text(text) => Action::Typed(places.clone(), text),
            });
        })
    };
    let choose = {
        let (peers, dispatch) = (peers.clone(), props.dispatch.clone());
        let answer = props.deployment.answer(at.subject, at.slot).clone();
        Callback::from(move |wanted: Vec<bool>| {
            let mut next = (*peers).clone();
            let mut changes = Vec::new();
            for (peer, chosen) in next.iter_mut().zip(wanted) {
                if peer.chosen != chosen {
                    peer.chosen = chosen;
                    let given = if chosen { answer.clone() } else { peer.before.clone() };
                    changes.push((peer.at, given));
                }
            }
            if answer != Answer::NotAsked && !changes.is_empty() {
                dispatch.dispatch(Action::Answers(changes));
            }
            peers.set(next);
        })
    };
    let onsubmit = {
        let (dispatch, deployment, drafts) = (props.dispatch.clone(), props.deployment.clone(), props.drafts.clone());
        let (course, today, path, returns) = (props.course, props.today, props.path.clone(), props.returns);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match fault(&deployment, &drafts, course, at) {
                Some(words) => {
                    dispatch.dispatch(Action::Fault(Some((path.to_string(), words))));
                    frame::tell_again();
                }
                None if returns => Route::Answers.go(),
                None => next(&deployment, course, today).go(),
            }
        })
    };
    let assessment = assess(&props.deployment, props.today);
    let draft = props.drafts.get(&*props.path).map(|text| AttrValue::from(text.clone()));
    let control = if is_table {
        placement::show(&Placement {
            at,
            deployment: &props.deployment,
            fault: props.fault.clone(),
            dispatch: props.dispatch.clone(),
        })
    } else if at.slot == STORAGE_KIND.slot() {
        let chosen = {
            let (dispatch, places, path) = (props.dispatch.clone(), places.clone(), props.path.to_string());
            Callback::from(move |(answer, chosen): (Answer<Value>, String)| {
                dispatch.dispatch(Action::Chosen(places.clone(), answer, path.clone(), chosen));
            })
        };
        kinds::show(&Kinds {
            at,
            path: props.path.clone(),
            deployment: &props.deployment,
            draft,
            fault: props.fault.clone(),
            give: chosen,
        })
    } else {
        Control {
            at,
            path: props.path.clone(),
            deployment: &props.deployment,
            draft,
            look: Look::Page,
            fault: props.fault.clone(),
            give,
        }
        .show()
    };
    let target = frame::first_control(&props.path, at.question().kind);
    html! {
        <form class="ask" novalidate={true} {onsubmit} data-path={props.path.clone()} id={format!("q-{}", props.path)}>
            { frame::back() }
            { frame::error_summary(props.fault.as_ref(), &target) }
            <p class="caption">{ caption(&props.deployment, &places, is_table) }</p>
            { control }
            if !peers.is_empty() {
                { peers::show(&Peers {
                    own: props.deployment.machine_name(at.subject).to_owned().into(),
                    kind: at.subject.kind(),
                    names: names(&props.deployment, &peers),
                    chosen: peers.iter().map(|peer| peer.chosen).collect::<Vec<_>>(),
                    choose,
                }) }
            }
            <p class="continue"><button type="submit" class="primary" id="continue">{ "Continue" }</button></p>
            <div class="help">
                { why::show(&assessment, at) }
                <How slot={at.slot} find_out={at.question().find_out} family={offers::family(&props.deployment)} />
                <effects::Effects deployment={props.deployment.clone()} today={props.today} {places} />
            </div>
        </form>
    }
}

/// Where "Continue" leads.
pub fn next(deployment: &Deployment, course: Course, today: Date) -> Route {
    super::next(&assess(deployment, today), course)
}

/// The machines that the answer can go for as well; chosen are those that are alike and
/// have the same answer, which is mostly none yet.
fn peers(deployment: &Deployment, course: Course, at: AnswerRef) -> Vec<Peer> {
    if at.subject == Subject::Deployment {
        return Vec::new();
    }
    let own = deployment.answer(at.subject, at.slot).clone();
    let alike = Alike::of(deployment, course);
    let first = alike.first(at.subject);
    let others = deployment.subjects().filter(|subject| subject.kind() == at.subject.kind() && *subject != at.subject);
    others
        .map(|subject| {
            let before = deployment.answer(subject, at.slot).clone();
            let chosen = before == own && (own != Answer::NotAsked || alike.first(subject) == first);
            Peer { at: AnswerRef { subject, ..at }, before, chosen }
        })
        .collect()
}

fn names(deployment: &Deployment, peers: &[Peer]) -> Vec<AttrValue> {
    peers.iter().map(|peer| deployment.machine_name(peer.at.subject).to_owned().into()).collect()
}

/// What is wrong with the answer when a person wants to go on.
fn fault(deployment: &Deployment, drafts: &Drafts, course: Course, at: AnswerRef) -> Option<String> {
    if at.slot == HOST.slot() {
        let all = std::iter::once(at).chain(Alike::of(deployment, course).others(deployment, at));
        let open = all.filter(|place| *deployment.answer(place.subject, place.slot) == Answer::NotAsked);
        let names: Vec<String> = open.map(|place| deployment.machine_name(place.subject).to_owned()).collect();
        return (!names.is_empty() && deployment.hosts().len() > 1)
            .then(|| format!("Choose a host for {}, or “I do not know”.", names.join(", ")));
    }
    if *deployment.answer(at.subject, at.slot) != Answer::NotAsked {
        return None;
    }
    let path = deployment.path(at);
    let typed_text = drafts.get(&path).filter(|text| !text.trim().is_empty());
    let wrong = typed_text.and_then(|text| exchange_advisor_core::deployment::typed(at.question(), &path, text).err());
    Some(wrong.map_or_else(|| "Give an answer, or choose “I do not know”.".to_owned(), |error| typed::in_words(&error)))
}

fn caption(deployment: &Deployment, places: &[AnswerRef], is_table: bool) -> String {
    let Some(first) = places.first() else { return String::new() };
    let group = first.question().group().label();
    if is_table || first.subject == Subject::Deployment {
        return group.to_owned();
    }
    let names: Vec<&str> = places.iter().map(|at| deployment.machine_name(at.subject)).collect();
    format!("{group}: {}", list(&names))
}
