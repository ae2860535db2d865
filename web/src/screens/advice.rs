//! What to change at the least, and what it would take under every version.

use exchange_advisor_core::advice::{Advice, Set, Step, UnderVersion, advise, told, under_every_version};
use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::text::capitalized;
use yew::prelude::*;

use super::{View, heading};
use crate::components::remedies::{Single, named};
use crate::keeping::Keeping;
use crate::route::Route;

/// What to change at the least.
pub fn show(view: &View<'_>, keeping: &Keeping) -> Html {
    let deployment = &*view.session.deployment;
    let advice = advise(deployment, view.today);
    html! {
        <div class="screen advice">
            { heading("What to change") }
            <p id="opening" class="lead">{ advice.opening(deployment) }</p>
            { blocked(&advice, deployment) }
            { for (1..).zip(&advice.sets).map(|(number, set)| one(view, keeping, number, set)) }
            if !advice.sets.is_empty() {
                <p class="small">{ "Each of these was judged again by the same rules before it is shown here. Versions, validations, system requirements and hardware are never changed, only named as ways out. The order is by the number of changes, then by what they cost; how costs weigh against each other is our own choice." }</p>
            }
            { versions(view) }
            <Single deployment={view.session.deployment.clone()} today={view.today} />
            <p class="after-links"><a href={Route::Result.href()}>{ "Back to the result" }</a></p>
        </div>
    }
}

/// What no change mends, and the ways out.
fn blocked(advice: &Advice, deployment: &Deployment) -> Html {
    let item = |blocked: &exchange_advisor_core::advice::Blocked| {
        let name = deployment.machine_name(blocked.subject);
        html! {
            <li>
                <strong>{ named(blocked.rule.broken, name) }</strong>
                <ul>{ for blocked.ways_out.iter().map(|effort| html! { <li>{ effort.does }{ " " }{ effort.remark }</li> }) }</ul>
            </li>
        }
    };
    html! {
        <section id="blocked" hidden={advice.blocked.is_empty()}>
            <h2>{ "What no change of settings mends" }</h2>
            <ul>{ for advice.blocked.iter().map(item) }</ul>
        </section>
    }
}

fn one(view: &View<'_>, keeping: &Keeping, number: usize, set: &Set) -> Html {
    let deployment = &*view.session.deployment;
    let count = match set.changes.len() + set.ways_out.len() {
        0 => "no change".to_owned(),
        1 => "one change".to_owned(),
        many => format!("{many} changes"),
    };
    let verdict = set.verdict.label();
    let id = format!("set-{number}");
    let apply = {
        let (keeping, dispatch) = (keeping.clone(), view.dispatch.clone());
        let (id, before, after) = (view.session.id.clone(), view.session.deployment.clone(), set.deployment.clone());
        Callback::from(move |_: MouseEvent| {
            keeping.apply_to_copy(&id, &before, &after, &dispatch);
            Route::Compare.go();
        })
    };
    html! {
        <section class="set" {id} data-set={number.to_string()} data-verdict={set.verdict.id()}>
            <h2>{ format!("Set {number}: {count}") }</h2>
            { steps("Change", "changes", &set.changes, deployment) }
            { steps("Way out of its own", "ways-out", &set.ways_out, deployment) }
            { steps("Provided that these open answers turn out so", "provided", &set.provided, deployment) }
            <h3>{ "What it costs" }</h3>
            <ul class="costs">
                { for set.costs().into_iter().map(|(effort, costs)| html! { <li><details><summary>{ costs }</summary><p>{ effort.remark }</p></details></li> }) }
                if set.changes.is_empty() && set.ways_out.is_empty() {
                    <li>{ "Nothing but finding the answers out." }</li>
                }
            </ul>
            if !set.breaks.is_empty() {
                <h3>{ "What goes against advice then" }</h3>
                <ul>{ for set.breaks.iter().map(|(rule, subject, _)| html! {
                    <li data-breaks={rule.id}>{ named(rule.broken, deployment.machine_name(*subject)) }</li>
                }) }</ul>
            }
            <p class="then">{ "Then: " }<strong>{ verdict }</strong></p>
            if !(set.changes.is_empty() && set.ways_out.is_empty()) {
                <p class="no-print">
                    <button type="button" class="primary apply" onclick={apply}>{ "Apply to a copy and compare" }</button>
                </p>
            }
        </section>
    }
}

fn steps(title: &'static str, class: &'static str, steps: &[Step], deployment: &Deployment) -> Html {
    if steps.is_empty() {
        return html! {};
    }
    let item = |told: exchange_advisor_core::advice::Told| {
        html! {
            <li>
                <a href={Route::Question(told.path.clone()).href()}>{ capitalized(told.question) }</a>
                if !told.machines.is_empty() {
                    { " " }<span class="about">{ told.machines.join(", ") }</span>
                }
                { ": " }<strong>{ told.to }</strong>
                if !told.from.is_empty() {
                    { " instead of " }{ told.from }
                }
            </li>
        }
    };
    html! {
        <>
            <h3>{ title }</h3>
            <ul class={classes!("steps", class)}>{ for told(steps, deployment).into_iter().map(item) }</ul>
        </>
    }
}

/// The same deployment under every version: worked out only when it is unfolded, since it takes
/// ten times as long.
fn versions(view: &View<'_>) -> Html {
    html! { <Versions deployment={view.session.deployment.clone()} today={view.today} /> }
}

/// What the table of versions is about.
#[derive(Properties, PartialEq)]
struct Props {
    deployment: std::rc::Rc<Deployment>,
    today: exchange_advisor_core::date::Date,
}

/// The table of versions.
#[component]
fn Versions(props: &Props) -> Html {
    let shown = use_state(|| false);
    let all = use_memo((props.deployment.clone(), *shown), |(deployment, shown)| {
        if *shown { under_every_version(deployment, props.today) } else { Vec::new() }
    });
    let show = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(true))
    };
    html! {
        <section id="versions">
            <h2>{ "What would it take under another version?" }</h2>
            <p>{ "The same machines under every version of Exchange. What belongs to an installed version is open there: service pack, cumulative update, its own system requirements." }</p>
            if *shown {
                <div class="wide" tabindex="0" role="region" aria-label="Versions">
                    <table>
                        <thead><tr>
                            <th scope="col">{ "Version" }</th>
                            <th scope="col">{ "In support" }</th>
                            <th scope="col">{ "Verdict as it is" }</th>
                            <th scope="col">{ "What it would take" }</th>
                        </tr></thead>
                        <tbody>{ for all.iter().map(row) }</tbody>
                    </table>
                </div>
            } else {
                <p class="no-print"><button type="button" id="show-versions" onclick={show}>{ "Show every version" }</button></p>
            }
        </section>
    }
}

fn row(under: &UnderVersion) -> Html {
    let verdict = under.verdict.label();
    let broken = match (under.verdict, under.broken) {
        (Verdict::NotSupported, 1) => "1 requirement is broken".to_owned(),
        (Verdict::NotSupported, many) => format!("{many} requirements are broken"),
        _ => String::new(),
    };
    html! {
        <tr data-version={under.version.id()}>
            <th scope="row">
                { under.version.label() }
                if under.is_own {
                    { " " }<span class="about">{ "this one" }</span>
                }
            </th>
            <td>{ &under.support }</td>
            <td>{ verdict }<br /><span class="small">{ broken }</span></td>
            <td>{ under.takes() }</td>
        </tr>
    }
}
