//! "Try another answer": the question's own control, right where its answer is shown. One is
//! open at a time.

use std::rc::Rc;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions;
use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::question::{Control, Given, Look};
use crate::screens::View;
use crate::screens::answers::list as names;
use crate::session::{Action, Dispatch};
use crate::trial::{Bench, Step, Tried};

/// What is needed to let answers be tried.
#[derive(Clone, PartialEq)]
pub struct Trying {
    /// What is given.
    pub given: Rc<Deployment>,
    tried: Option<Rc<Tried>>,
    bench: Bench,
    dispatch: Dispatch,
}

impl Trying {
    pub fn new(view: &View<'_>) -> Self {
        Self {
            given: view.session.deployment.clone(),
            tried: view.session.tried().cloned(),
            bench: view.session.bench.clone(),
            dispatch: view.dispatch.clone(),
        }
    }

    /// Whether an answer is tried that differs from the one that is given.
    pub fn is_on(&self) -> bool {
        self.tried.as_ref().is_some_and(|tried| tried.differs())
    }

    /// What the screen shows: what is given with what is tried.
    pub fn shown(&self) -> &Deployment {
        self.tried.as_ref().map_or(&*self.given, |tried| tried.deployment())
    }

    /// The answer that is tried, if it is.
    pub fn tried_words(&self, at: AnswerRef) -> Option<String> {
        self.is_tried(at).then(|| self.shown().answer_in_words(at).unwrap_or_else(|| "not answered".to_owned()))
    }

    fn is_tried(&self, at: AnswerRef) -> bool {
        self.tried.as_ref().is_some_and(|tried| tried.is_tried(at))
    }

    /// The other machines with the same answer.
    fn peers(&self, at: AnswerRef) -> Vec<AnswerRef> {
        let own = self.given.answer(at.subject, at.slot);
        let others = self.given.subjects().filter(|other| *other != at.subject && other.kind() == at.subject.kind());
        others
            .filter(|other| self.given.answer(*other, at.slot) == own)
            .map(|subject| AnswerRef { subject, ..at })
            .collect()
    }
}

/// The way to try another answer, at a place of the screen.
pub fn offer(trying: &Trying, place: &str, at: AnswerRef) -> Html {
    let path = trying.given.path(at);
    let place = format!("{place} {path}");
    let open = trying.bench.open == place;
    let onclick = {
        let (dispatch, bench) = (trying.dispatch.clone(), trying.bench.clone());
        let peers = trying.peers(at);
        let all = !peers.is_empty() && std::iter::once(at).chain(peers).all(|one| trying.is_tried(one));
        let next = Bench { open: if open { String::new() } else { place }, all, ..bench };
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Trial(Step::Bench(next.clone()))))
    };
    html! {
        <>
            if trying.is_tried(at) {
                { " " }<span class="tried">{ format!("Tried; given is: {}", trying.given.answer_in_words(at).unwrap_or_else(|| "not answered".to_owned())) }</span>
            }
            { " " }<button type="button" class="small-button try" aria-expanded={open.to_string()} data-try={path.clone()} {onclick}>
                { if open { "Close" } else { "Try another answer" } }<span class="visually-hidden">{ format!(": {path}") }</span>
            </button>
            if open {
                { control(trying, path, at) }
            }
        </>
    }
}

fn control(trying: &Trying, path: String, at: AnswerRef) -> Html {
    let peers = trying.peers(at);
    let all = trying.bench.all && !peers.is_empty();
    let places: Vec<AnswerRef> = std::iter::once(at).chain(peers.iter().copied().filter(|_| all)).collect();
    let give = {
        let dispatch = trying.dispatch.clone();
        Callback::from(move |given| {
            dispatch.dispatch(match given {
                Given::Answer(answer) => Action::Trial(Step::Answer(places.clone(), answer)),
                Given::Text(text) => Action::Trial(Step::Typed(places.clone(), text)),
            });
        })
    };
    let names_of: Vec<&str> = peers.iter().map(|peer| trying.given.machine_name(peer.subject)).collect();
    let also = format!("Also for {}, where the answer is the same", names(&names_of));
    let onchange = {
        let (dispatch, bench, peers) = (trying.dispatch.clone(), trying.bench.clone(), peers.clone());
        let answer = trying.shown().answer(at.subject, at.slot).clone();
        Callback::from(move |event: Event| {
            let all = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            dispatch.dispatch(Action::Trial(Step::Bench(Bench { all, ..bench.clone() })));
            let peers = peers.clone();
            dispatch.dispatch(if all {
                Action::Trial(Step::Answer(peers, answer.clone()))
            } else {
                Action::Trial(Step::NoMore(peers))
            });
        })
    };
    let draft = trying.tried.as_ref().and_then(|tried| tried.drafts().get(&path)).map(|text| text.clone().into());
    html! {
        <div class="trying" id={format!("q-{path}")} data-path={path.clone()}>
            { Control { at, path: path.into(), deployment: trying.shown(), draft, look: Look::List, fault: None, give }.show() }
            if !peers.is_empty() {
                <label class="choice">
                    <input type="checkbox" class="try-all" checked={all} {onchange} />
                    <span>{ also }</span>
                </label>
            }
        </div>
    }
}

/// Every answer, each once with the machines that have it, to be tried.
pub fn list(trying: &Trying) -> Html {
    let ontoggle = {
        let (dispatch, bench) = (trying.dispatch.clone(), trying.bench.clone());
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>()
                && details.open() != bench.list
            {
                dispatch.dispatch(Action::Trial(Step::Bench(Bench { list: details.open(), ..bench.clone() })));
            }
        })
    };
    html! {
        <section class="group what-if" aria-labelledby="what-if">
            <h2 id="what-if">{ "What if?" }</h2>
            <p>{ "Try another answer to see at once what it does. A trial changes nothing that is given, until you keep it." }</p>
            <details open={trying.bench.list} {ontoggle}>
                <summary>{ "All answers" }</summary>
                if trying.bench.list {
                    <dl class="summary">{ for rows(trying) }</dl>
                }
            </details>
        </section>
    }
}

fn rows(trying: &Trying) -> Vec<Html> {
    let given = &trying.given;
    let mut rows = Vec::new();
    for question in
        [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest].into_iter().flat_map(questions::about)
    {
        let mut groups: Vec<(&Answer<_>, Vec<AnswerRef>)> = Vec::new();
        for subject in given.subjects().filter(|subject| subject.kind() == question.subject) {
            let answer = given.answer(subject, question.slot());
            let at = AnswerRef { subject, slot: question.slot() };
            match groups.iter_mut().find(|(known, _)| *known == answer) {
                Some((_, places)) => places.push(at),
                None if *answer != Answer::NotAsked => groups.push((answer, vec![at])),
                None => {}
            }
        }
        if groups.is_empty() {
            continue;
        }
        let one = |(_, places): &(&Answer<_>, Vec<AnswerRef>)| {
            let Some(first) = places.first() else { return html! {} };
            let machines: Vec<&str> = places.iter().map(|at| given.machine_name(at.subject)).collect();
            html! {
                <dd>
                    { trying.shown().answer_in_words(*first) }
                    if first.subject != Subject::Deployment {
                        { " " }<span class="about">{ names(&machines) }</span>
                    }
                    { offer(trying, "list", *first) }
                </dd>
            }
        };
        rows.push(html! {
            <div class="summary-row" key={format!("{:?} {}", question.subject, question.slot)}>
                <dt>{ question.wording }</dt>
                { for groups.iter().map(one) }
            </div>
        });
    }
    rows
}
