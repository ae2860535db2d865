//! One finding at a time: the single changes that mend it, and what each would break.

use std::rc::Rc;

use exchange_advisor_core::advice::{Remedy, Told, remedies, told};
use exchange_advisor_core::assess::{Finding, Outcome, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use yew::prelude::*;

/// So many findings are gone through.
const MOST: usize = 60;

/// What is mended.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub deployment: Rc<Deployment>,
    pub today: Date,
}

/// The findings, each with what mends it; worked out when it is asked for.
#[component]
pub fn Single(props: &Props) -> Html {
    let shown = use_state(|| false);
    let show = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(true))
    };
    let rows =
        use_memo(
            (props.deployment.clone(), *shown),
            |(deployment, shown)| {
                if *shown { rows(deployment, props.today) } else { Vec::new() }
            },
        );
    html! {
        <section id="single">
            <h2>{ "Mend one finding at a time" }</h2>
            <p>{ "Each finding with the single changes that mend it, whether the verdict needs it or not, and what such a change would break." }</p>
            if *shown {
                <ul>{ for rows.iter().cloned() }</ul>
                if rows.is_empty() {
                    <p>{ "No rule is broken." }</p>
                }
            } else {
                <p class="no-print"><button type="button" id="show-single" onclick={show}>{ "Show them" }</button></p>
            }
        </section>
    }
}

fn rows(deployment: &Deployment, today: Date) -> Vec<Html> {
    let assessment = assess(deployment, today);
    let broken = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
    broken.take(MOST).map(|finding| row(deployment, finding, &remedies(&assessment, finding))).collect()
}

fn row(deployment: &Deployment, finding: &Finding, remedies: &[Remedy]) -> Html {
    let remedy = |remedy: &Remedy| {
        let change = told(std::slice::from_ref(&remedy.step), deployment);
        let breaks =
            remedy.breaks.iter().map(|(rule, subject, _)| named(rule.broken, deployment.machine_name(*subject)));
        html! {
            <li>
                { for change.iter().map(Told::sentence) }
                { for breaks.map(|what| html! { <p class="breaks"><strong>{ "That would break another rule: " }</strong>{ what }{ "." }</p> }) }
            </li>
        }
    };
    html! {
        <li data-rule={finding.rule.id}>
            <strong>{ named(finding.rule.broken, deployment.machine_name(finding.subject)) }</strong>
            if remedies.is_empty() {
                <p>{ "No single change mends it: it takes several, or a way out of its own." }</p>
            } else {
                <ul>{ for remedies.iter().map(remedy) }</ul>
            }
        </li>
    }
}

/// A sentence about a machine, or about the deployment.
pub fn named(text: &str, machine: &str) -> String {
    if machine.is_empty() { text.to_owned() } else { format!("{text} ({machine})") }
}
