//! The result.

use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::interview::Round;
use exchange_advisor_core::questions::deployment::NAME;
use yew::prelude::*;

use super::{View, action, settled, unknown};
use crate::components::checked;
use crate::components::export;
use crate::components::least::Least;
use crate::components::trial;
use crate::components::trying::{self, Trying};
use crate::components::verdict::VerdictPanel;
use crate::route::Route;

/// The result.
pub fn show(view: &View<'_>) -> Html {
    let open = view.open(Round::Verdict);
    let next = open.next().map(|step| Route::Question(step.ask.path(&view.session.deployment)));
    let trying = Trying::new(view);
    let name: Option<String> = view.session.deployment.get(NAME);
    html! {
        <div class="screen result">
            <p class="caption">{ name.unwrap_or_else(|| "This deployment".to_owned()) }</p>
            <VerdictPanel deployment={view.judged.clone()} today={view.today} dispatch={view.dispatch.clone()} page={true}
                fault={view.session.fault.clone()} least={least(view)} checked={checked::checked(view.assessment)} trying={trying.clone()} />
            { trying::list(&trying) }
            <section class="after" aria-label="What to do next">
                if let Some(next) = &next {
                    <p>{ action(next, "Go on with the questions", "go-on") }</p>
                }
                { unknown::in_short(view) }
                if view.assessment.verdict != Verdict::Undetermined && next.is_none() {
                    { settled::rounds(view) }
                }
                { trial::without(view) }
                { export::show(&view.session.deployment, view.today) }
                <p class="after-links">
                    <a href={Route::Answers.href()}>{ "Check your answers" }</a>
                    <a href={Route::Share.href()}>{ "Save a file or make a link" }</a>
                    <a href={Route::Compare.href()}>{ "Compare with another deployment" }</a>
                </p>
            </section>
        </div>
    }
}

/// What to change at the least, in short.
fn least(view: &View<'_>) -> Html {
    if matches!(view.assessment.verdict, Verdict::Supported) || view.assessment.version.is_none() {
        return html! {};
    }
    html! { <Least deployment={view.judged.clone()} today={view.today} /> }
}
