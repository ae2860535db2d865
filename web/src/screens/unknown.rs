//! What is not known: who would know it, why it matters, how to find it out and what each
//! answer would mean; as a sheet for the colleagues.

use exchange_advisor_core::offers;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::sheet::{self, Item, Part};
use yew::prelude::*;

use super::{View, heading};
use crate::components::effects;
use crate::components::how::How;
use crate::route::Route;
use crate::{copy, file};

/// What is not known.
pub fn show(view: &View<'_>) -> Html {
    let deployment = &view.session.deployment;
    let parts = sheet::sheet(view.assessment, view.today);
    if parts.is_empty() {
        return html! {
            <div class="screen unknown">
                { heading("Open questions") }
                <p>{ "Nothing that matters is answered with “I do not know”." }</p>
                <p><a href={view.next().href()}>{ "Go on with the questions" }</a></p>
            </div>
        };
    }
    let text = sheet::to_text(&parts, deployment);
    let save = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| file::save("open-questions.txt", "text/plain", &text))
    };
    let print = Callback::from(|_: MouseEvent| {
        // A browser that cannot print says so itself.
        let _ = web_sys::window().map(|window| window.print());
    });
    html! {
        <div class="screen unknown">
            { heading("Open questions") }
            <p>{ "What you do not know and what the verdict or the advice depends on, by who would know it. Send it as it is: each question says why it is asked and where the answer is found." }</p>
            <p class="no-print buttons">
                <copy::Button text={text} label="Copy all as text" about="open questions" />
                <button type="button" id="save-sheet" onclick={save}>{ "Save as a text file" }</button>
                <button type="button" id="print-sheet" onclick={print}>{ "Print" }</button>
            </p>
            { for parts.iter().map(|part| self::part(view, part)) }
        </div>
    }
}

fn part(view: &View<'_>, part: &Part) -> Html {
    let title = format!("w-{:?}", part.who);
    html! {
        <section class="group sheet" aria-labelledby={title.clone()}>
            <div class="group-head">
                <h2 id={title}>{ format!("For {}", part.who.label()) }</h2>
                <span class="no-print"><copy::Button text={part.to_text(&view.session.deployment)} label="Copy as text" about={format!("questions for {}", part.who.label())} /></span>
            </div>
            <ol>{ for part.items.iter().map(|item| self::item(view, item)) }</ol>
        </section>
    }
}

fn item(view: &View<'_>, item: &Item) -> Html {
    let deployment = &view.session.deployment;
    let machines = item.machines(deployment);
    let names: Vec<&str> = machines.iter().map(String::as_str).collect();
    let href = Route::Question(item.ask.path(deployment)).href();
    html! {
        <li data-open={item.ask.path(deployment)}>
            <h3>{ item.ask.wording() }if !names.is_empty() {{ " " }<span class="about">{ super::answers::list(&names) }</span>}</h3>
            <p class="hint">{ item.ask.hint() }</p>
            if !item.waits.is_empty() {
                <p><strong>{ "Why: " }</strong>{ for item.waits.iter().map(|(rule, row)| {
                    let severity = if row.severity == Severity::Requirement { "requirement" } else { "advice" };
                    html! { <>{ format!("{} ({severity}). ", rule.kept) }</> }
                }) }</p>
            }
            if !item.effects.is_empty() {
                <p class="sheet-title">{ "What each answer would mean" }</p>
                { effects::show(&item.effects) }
            }
            <How slot={item.places().first().map(|at| at.slot)} find_out={item.ask.find_out()} family={offers::family(deployment)} />
            <p class="no-print"><a {href}>{ "Answer it" }<span class="visually-hidden">{ format!(": {}", item.ask.wording()) }</span></a></p>
            <p class="on-paper">{ "Answer: ______________________________" }</p>
        </li>
    }
}
