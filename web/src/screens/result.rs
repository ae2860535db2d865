//! The result.

use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::deployment::{Answer, AnswerRef};
use exchange_advisor_core::interview::Round;
use exchange_advisor_core::questions::deployment::NAME;
use yew::prelude::*;

use super::{View, action, settled};
use crate::components::verdict::VerdictPanel;
use crate::route::Route;

/// The result.
pub fn show(view: &View<'_>) -> Html {
    let open = view.open(Round::Verdict);
    let next = open.next().map(|step| Route::Question(step.ask.path(&view.session.deployment)));
    let name: Option<String> = view.session.deployment.get(NAME);
    html! {
        <div class="screen result">
            <p class="caption">{ name.unwrap_or_else(|| "This deployment".to_owned()) }</p>
            <VerdictPanel deployment={view.session.deployment.clone()} today={view.today} dispatch={view.dispatch.clone()} page={true} />
            <section class="after" aria-label="What to do next">
                if let Some(next) = &next {
                    <p>{ action(next, "Go on with the questions", "go-on") }</p>
                }
                { unknown(view) }
                if view.assessment.verdict != Verdict::Undetermined && next.is_none() {
                    { settled::rounds(view) }
                }
                <p class="after-links">
                    <a href={Route::Answers.href()}>{ "Check your answers" }</a>
                    <a href={Route::Share.href()}>{ "Save a file or make a link" }</a>
                </p>
            </section>
        </div>
    }
}

/// What was answered with "I do not know".
fn unknown(view: &View<'_>) -> Html {
    let deployment = &view.session.deployment;
    let all = deployment.subjects().flat_map(|subject| {
        let questions = exchange_advisor_core::questions::about(subject.kind()).iter();
        questions.map(move |question| AnswerRef { subject, slot: question.slot() })
    });
    let lists = [deployment.hosts_answer(), deployment.guests_answer()];
    let count = all.filter(|at| *deployment.answer(at.subject, at.slot) == Answer::NotKnown).count()
        + lists.iter().filter(|answer| **answer == Answer::NotKnown).count();
    if count == 0 {
        return html! {};
    }
    let words = if count == 1 {
        "One answer is “I do not know”.".to_owned()
    } else {
        format!("{count} answers are “I do not know”.")
    };
    html! {
        <p>{ words }{ " " }<a id="to-unknown" href={Route::Unknown.href()}>{ "Who would know, and what each answer would mean" }</a></p>
    }
}
