//! The verdict stands, or a round of questions is over: what comes next.

use exchange_advisor_core::assess::{Outcome, Verdict};
use exchange_advisor_core::interview::{self, Course, Round};
use exchange_advisor_core::rule::Severity;
use yew::prelude::*;

use super::{View, action, heading};
use crate::route::Route;
use crate::session::Action;

/// What has been settled, and what can be asked further.
pub fn show(view: &View<'_>) -> Html {
    let assessment = view.assessment;
    let own = view.open(view.session.course.round);
    if let Some(step) = view.open(Round::Verdict).next() {
        // Somebody came by an address, or took an answer back.
        let next = Route::Question(step.ask.path(&view.session.deployment));
        return html! {
            <div class="screen settled">
                { heading("The verdict is not settled yet") }
                <p>{ "Some answers can still change it." }</p>
                <p>{ action(&next, "Go on with the questions", "go-on") }</p>
            </div>
        };
    }
    let headline = assessment.verdict.label();
    let (title, meaning) = match assessment.verdict {
        Verdict::Undetermined => (
            "There is nothing more to ask".to_owned(),
            "The verdict depends on what you do not know. The open questions are ready as a sheet for your colleagues.",
        ),
        Verdict::Supported => (
            format!("The verdict is settled: {headline}"),
            "Every requirement holds. No further answer can change that.",
        ),
        Verdict::NotSupported => (
            format!("The verdict is settled: {headline}"),
            "At least one requirement is broken. No further answer can change that; more answers can show what else is wrong.",
        ),
        Verdict::OutOfScope => {
            (format!("The verdict is settled: {headline}"), "The policy speaks of production only, and this is a lab.")
        }
    };
    let over =
        (view.session.course.round != Round::Verdict && own.steps.is_empty()).then(|| over(view.session.course.round));
    html! {
        <div class="screen settled" data-settled={assessment.verdict.id()}>
            { heading(title) }
            <p>{ meaning }</p>
            if let Some(over) = over {
                <p class="over">{ over }</p>
            }
            <p>{ action(&Route::Answers, "Check your answers, then see the result", "check") }</p>
            if assessment.verdict == Verdict::Undetermined {
                <p><a href={Route::Unknown.href()}>{ "What is not known, for the colleagues" }</a></p>
            }
            { rounds(view) }
        </div>
    }
}

const fn over(round: Round) -> &'static str {
    match round {
        Round::Verdict => "",
        Round::Faults => {
            "Every requirement has been asked about: what the result lists is all that is wrong, as far as is known."
        }
        Round::Advice => "Everything that the advice depends on has been asked.",
        Round::Sizing => "Everything that the sizing needs has been asked.",
    }
}

/// The further rounds, each with how much it would ask.
pub fn rounds(view: &View<'_>) -> Html {
    let offers: Vec<Html> =
        [Round::Faults, Round::Advice, Round::Sizing].into_iter().filter_map(|round| offer(view, round)).collect();
    if offers.is_empty() {
        return html! {};
    }
    html! {
        <section class="rounds" aria-labelledby="rounds">
            <h2 id="rounds">{ "If you want to go on" }</h2>
            <ul>{ for offers }</ul>
        </section>
    }
}

fn offer(view: &View<'_>, round: Round) -> Option<Html> {
    let open = view.open(round);
    let first = open.next()?;
    let assessment = view.assessment;
    if round == Round::Faults && assessment.with(Severity::Requirement, Outcome::Unknown).next().is_none() {
        return None;
    }
    let (label, why) = match round {
        Round::Verdict => return None,
        Round::Faults => ("Find everything that is wrong", "so that one pass of changes is enough"),
        Round::Advice => ("Get the advice as well", "recommendations of Microsoft; they never change the verdict"),
        Round::Sizing => ("Answer what the sizing needs", "mailboxes, load and hardware"),
    };
    let many = how_many(&open);
    let onclick = {
        let (dispatch, course) = (view.dispatch.clone(), Course { round, ..view.session.course });
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Course(course)))
    };
    let href = Route::Question(first.ask.path(&view.session.deployment)).href();
    Some(html! {
        <li><a id={format!("round-{}", round.id())} {href} {onclick}>{ label }</a>{ format!(": {why}. {many}") }</li>
    })
}

fn how_many(open: &interview::Open) -> String {
    let together = open.steps.iter().any(|step| !step.also.is_empty());
    let condition = if together { ", if machines that are alike get the same answers" } else { "" };
    match open.at_most() {
        Some(1) => "One question.".to_owned(),
        Some(most) => format!("At most {most} questions{condition}."),
        None => String::new(),
    }
}
