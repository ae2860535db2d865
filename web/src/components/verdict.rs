//! The verdict and what follows from it: what must change, what is missing, what is
//! advised, what else there is to know.

use std::rc::Rc;

use exchange_advisor_core::assess::{Assessment, Outcome, Verdict, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::interview::Ask;
use exchange_advisor_core::lifecycle::{Lifecycle, Status};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::rules;
use yew::prelude::*;

use super::finding::{finding, source};
use crate::route::Route;
use crate::session::{Action, Dispatch};

/// What the verdict is about.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub deployment: Rc<Deployment>,
    pub today: Date,
    pub dispatch: Dispatch,
    /// Whether it is a screen of its own, and not beside the questions.
    #[prop_or_default]
    pub page: bool,
}

/// The verdict.
#[component]
pub fn VerdictPanel(props: &Props) -> Html {
    let assessment = assess(&props.deployment, props.today);
    let (headline, meaning) = words(assessment.verdict);
    html! {
        <aside id="verdict" class="verdict" data-verdict={assessment.verdict.id()} aria-labelledby={if props.page { "heading" } else { "heading-of-verdict" }}>
            <div>
                if props.page {
                    <h1 id="heading" tabindex="-1" class="headline">{ headline }</h1>
                } else {
                    <h2 id="heading-of-verdict" class="headline">{ headline }</h2>
                }
                <p>{ meaning }</p>
            </div>
            { support(&assessment) }
            { broken(&assessment, Severity::Requirement, "must-change", must_change_title(assessment.verdict), props.page) }
            { missing(&assessment, (!props.page).then_some(&props.dispatch)) }
            { broken(&assessment, Severity::Recommendation, "advised", "What is advised", props.page) }
            { notes(&assessment, props.page) }
            if props.page { { super::checked::checked(&assessment) } }
            <p class="small">
                { format!("Judged for {} by the rules of {}. This is not a Microsoft product.", assessment.as_of, rules::AS_OF) }
            </p>
        </aside>
    }
}

/// A verdict as a headline, and what it means.
pub const fn words(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Supported => ("Supported", "Policy met: every requirement holds."),
        Verdict::NotSupported => ("Not supported", "Policy not met: at least one requirement is broken."),
        Verdict::Undetermined => {
            ("Undetermined", "No requirement is broken as far as is known, but answers are missing.")
        }
        Verdict::OutOfScope => (
            "Out of scope",
            "The policy speaks of production only, and this is a lab. What it would say is shown below.",
        ),
    }
}

const fn must_change_title(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::OutOfScope => "What would have to change for production",
        _ => "What must change",
    }
}

fn support(assessment: &Assessment<'_>) -> Html {
    let Some((version, lifecycle)) = assessment.version.zip(assessment.lifecycle()) else { return html! {} };
    let mut lines = vec![line(version.label(), lifecycle, assessment.as_of)];
    let mut seen = Vec::new();
    for (_, os, lifecycle) in assessment.guest_lifecycles() {
        if !seen.contains(&os) {
            seen.push(os);
            lines.push(line(os.label(), lifecycle, assessment.as_of));
        }
    }
    html! {
        <section class="support" aria-label="In support">
            <ul>{ for lines }</ul>
        </section>
    }
}

fn line(label: &str, lifecycle: &'static Lifecycle, as_of: Date) -> Html {
    let status = lifecycle.status(as_of);
    let until = |day: Option<Date>| day.map_or("with no fixed end".to_owned(), |day| format!("until {day}"));
    let text = match status {
        Status::Mainstream => format!("{label} is in support, {}.", until(lifecycle.extended_end)),
        Status::Extended => format!("{label} gets security updates, {}.", until(lifecycle.extended_end)),
        Status::Ended => format!(
            "{label} is out of support since {}.",
            lifecycle.extended_end.map_or(String::new(), |day| day.to_string())
        ),
    };
    html! {
        <li data-status={status.id()}>
            <details>
                <summary>{ text }</summary>
                if !lifecycle.remark.is_empty() {
                    <p>{ lifecycle.remark }</p>
                }
                <ul>{ for lifecycle.sources.iter().map(source) }</ul>
            </details>
        </li>
    }
}

/// The heading of a part: right under the verdict, which is the heading of the screen or
/// one beside it.
fn title(text: String, page: bool) -> Html {
    if page {
        html! { <h2>{ text }</h2> }
    } else {
        html! { <h3>{ text }</h3> }
    }
}

fn broken(assessment: &Assessment<'_>, severity: Severity, id: &'static str, name: &str, page: bool) -> Html {
    let findings: Vec<Html> =
        assessment.with(severity, Outcome::Violated).map(|violated| finding(assessment, violated)).collect();
    let heading = format!("{name} ({})", findings.len());
    html! {
        <section {id} hidden={findings.is_empty()}>
            { title(heading, page) }
            { for findings }
        </section>
    }
}

/// So many missing answers are in sight at once; the others unfold.
const MOST_IN_SIGHT: usize = 40;

/// What is missing, each with a link: among all questions if they are beside, otherwise to
/// the question's own page.
fn missing(assessment: &Assessment<'_>, dispatch: Option<&Dispatch>) -> Html {
    let missing = &assessment.missing;
    let count = missing.answers.len() + usize::from(missing.hosts) + usize::from(missing.guests);
    // An address that is there already is gone to once more: no event of the browser tells that.
    let link = |path: String, wording: &'static str, about: Option<&str>| {
        let href =
            if dispatch.is_some() { Route::All(Some(path.clone())) } else { Route::Question(path.clone()) }.href();
        let onclick = dispatch.cloned().map(|dispatch| {
            let target = path.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Go(target.clone())))
        });
        html! {
            <li key={path}>
                <a {href} {onclick}>{ wording }</a>
                if let Some(about) = about {
                    { " " }<span class="about">{ about.to_owned() }</span>
                }
            </li>
        }
    };
    let mut links = Vec::new();
    if missing.hosts {
        links.push(link(Ask::Hosts.path(assessment.deployment), Ask::Hosts.wording(), None));
    }
    if missing.guests {
        links.push(link(Ask::Guests.path(assessment.deployment), Ask::Guests.wording(), None));
    }
    for answer in &missing.answers {
        let about = assessment.deployment.subject_name(answer.subject);
        let about = about.split_once(':').map(|(_, id)| id);
        links.push(link(assessment.deployment.path(*answer), answer.question().wording, about));
    }
    let rest = links.split_off(links.len().min(MOST_IN_SIGHT));
    html! {
        <section id="missing" hidden={count == 0}>
            { title(format!("What is missing ({count})"), dispatch.is_none()) }
            <ul>{ for links }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("and {} more", rest.len()) }</summary>
                    <ul>{ for rest }</ul>
                </details>
            }
        </section>
    }
}

fn notes(assessment: &Assessment<'_>, page: bool) -> Html {
    html! {
        <section id="notes" hidden={assessment.notes.is_empty()}>
            { title("What else to know".to_owned(), page) }
            { for assessment.notes.iter().map(|applied| html! {
                <details key={applied.note.id} class="note">
                    <summary>{ applied.note.title }</summary>
                    <p>{ applied.note.text }</p>
                    <ul>{ for applied.note.sources.iter().filter(|citation| {
                        assessment.version.is_none_or(|version| citation.speaks_of(version, assessment.product))
                    }).map(source) }</ul>
                </details>
            }) }
        </section>
    }
}
