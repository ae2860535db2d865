//! What is not known: who would know it, why it matters, how to find it out and what each
//! answer would mean; as a sheet for the colleagues.

use std::rc::Rc;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::offers;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::sheet::{self, Item, Part, Scope};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{View, heading};
use crate::components::effects;
use crate::components::how::How;
use crate::route::Route;
use crate::{copy, file};

/// What is not known.
pub fn show(view: &View<'_>) -> Html {
    html! { <Sheet deployment={view.session.deployment.clone()} today={view.today} next={view.next().href()} /> }
}

/// What the sheet is made of.
#[derive(Properties, PartialEq)]
struct Props {
    deployment: Rc<Deployment>,
    today: Date,
    /// Where the questions go on.
    next: AttrValue,
}

#[component]
fn Sheet(props: &Props) -> Html {
    let all = use_state(|| false);
    let deployment = &props.deployment;
    let assessment = assess(deployment, props.today);
    let scope = if *all { Scope::AllOpen } else { Scope::NotKnown };
    let parts = sheet::sheet(&assessment, props.today, scope);
    let text = sheet::to_text(&parts, deployment);
    let save = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| file::save("open-questions.txt", "text/plain", &text))
    };
    let print = Callback::from(|_: MouseEvent| {
        // A browser that cannot print says so itself.
        let _ = web_sys::window().map(|window| window.print());
    });
    let onchange = {
        let all = all.clone();
        Callback::from(move |event: Event| {
            all.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
        })
    };
    html! {
        <div class="screen unknown">
            { heading("Open questions") }
            <p>{ "What the verdict or the advice depends on and you do not know, by who would know it. Send it as it is: each question says why it is asked and where the answer is found." }</p>
            <p class="no-print">
                <label class="choice">
                    <input type="checkbox" id="all-open" checked={*all} {onchange} />
                    <span>{ "Also what has not been answered yet" }</span>
                </label>
            </p>
            if parts.is_empty() {
                <p>{ "Nothing that matters is answered with “I do not know”." }</p>
                <p class="no-print"><a href={props.next.clone()}>{ "Go on with the questions" }</a></p>
            } else {
                <p class="no-print buttons">
                    <copy::Button text={text} label="Copy all as text" about="open questions" />
                    <button type="button" id="save-sheet" onclick={save}>{ "Save as a text file" }</button>
                    <button type="button" id="print-sheet" onclick={print}>{ "Print" }</button>
                </p>
                { for parts.iter().map(|part| self::part(deployment, part)) }
            }
        </div>
    }
}

/// What is not known, in short, for the result.
pub fn in_short(view: &View<'_>) -> Html {
    let deployment = &view.session.deployment;
    let parts = sheet::sheet(view.assessment, view.today, Scope::NotKnown);
    let count: usize = parts.iter().map(|part| part.items.len()).sum();
    if count == 0 {
        return html! {};
    }
    let line = |part: &Part, item: &Item| {
        let machines = item.machines(deployment);
        let names: Vec<&str> = machines.iter().map(String::as_str).collect();
        html! {
            <li>
                <a href={Route::Question(item.ask.path(deployment)).href()}>{ item.ask.wording() }</a>
                if !names.is_empty() {
                    { " " }<span class="about">{ super::answers::list(&names) }</span>
                }
                { format!(" Ask {}.", part.who.label()) }
                if !item.effects.is_empty() {
                    <details class="meanings">
                        <summary>{ "What each answer would mean" }<span class="visually-hidden">{ format!(": {}", item.ask.wording()) }</span></summary>
                        { effects::show(&item.effects) }
                    </details>
                }
            </li>
        }
    };
    html! {
        <section class="group" id="not-known" aria-labelledby="not-known-title">
            <div class="group-head">
                <h2 id="not-known-title">{ format!("What you do not know ({count})") }</h2>
                <a id="to-unknown" href={Route::Unknown.href()}>{ "As a sheet for the colleagues" }</a>
            </div>
            <ul>{ for parts.iter().flat_map(|part| part.items.iter().map(move |item| (part, item))).map(|(part, item)| line(part, item)) }</ul>
        </section>
    }
}

fn part(deployment: &Deployment, part: &Part) -> Html {
    let title = format!("w-{:?}", part.who);
    html! {
        <section class="group sheet" aria-labelledby={title.clone()}>
            <div class="group-head">
                <h2 id={title}>{ format!("For {}", part.who.label()) }</h2>
                <span class="no-print"><copy::Button text={part.to_text(deployment)} label="Copy as text" about={format!("questions for {}", part.who.label())} /></span>
            </div>
            <ol>{ for part.items.iter().map(|item| self::item(deployment, item)) }</ol>
        </section>
    }
}

fn item(deployment: &Deployment, item: &Item) -> Html {
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
