//! The verdict and what follows from it: what must change, what is missing, what is
//! advised, what was accepted, what else there is to know. All of it from the one report.

use std::rc::Rc;

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::interview::Ask;
use exchange_advisor_core::question::Who;
use exchange_advisor_core::report::{Obsolete, Part, Report, Support, accepted_in_words};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::accept::{self, Desk, element};
use super::finding::{item, source};
use super::trial::{self, Row};
use super::trying::Trying;
use super::{blocks, day};
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
    /// What is wrong with what was typed into one of its fields.
    #[prop_or_default]
    pub fault: Option<(String, String)>,
    /// What stands behind what must change.
    #[prop_or_default]
    pub least: Html,
    /// What was checked and holds.
    #[prop_or_default]
    pub checked: Html,
    /// What lets answers be tried, where they can be.
    #[prop_or_default]
    pub trying: Option<Trying>,
}

/// The verdict.
#[component]
pub fn VerdictPanel(props: &Props) -> Html {
    let assessment = assess(&props.deployment, props.today);
    let report = Report::new(&assessment, props.today);
    let (page, verdict) = (props.page, assessment.verdict);
    use_keyboard_follows(&props.deployment, page);
    let desk = page.then(|| Desk {
        deployment: props.deployment.clone(),
        dispatch: props.dispatch.clone(),
        fault: props.fault.clone(),
        trying: props.trying.clone(),
    });
    let given = props.trying.as_ref().filter(|trying| trying.is_on());
    let given = given.map(|trying| assess(&trying.given, props.today));
    let given = given.as_ref().map(|given| Report::new(given, props.today));
    let part = |part: Part| self::part(given.as_ref(), &report, part, desk.as_ref());
    html! {
        <aside id="verdict" class="verdict" data-verdict={verdict.id()} aria-labelledby={if page { "heading" } else { "heading-of-verdict" }}>
            <div>
                if given.is_some() {
                    <p class="tried">{ "Result of the trial, not of what is given" }</p>
                }
                if page {
                    <h1 id="heading" tabindex="-1" class="headline">{ verdict.label() }</h1>
                } else {
                    <h2 id="heading-of-verdict" class="headline">{ verdict.label() }</h2>
                }
                <p class="statement" id="policy">{ report.first() }</p>
            </div>
            { support(&report) }
            if let Some(desk) = &desk {
                { day::show(&report, desk) }
                <details class="assumed">
                    <summary>{ "What this rests on: assumptions, day, versions" }</summary>
                    { blocks::section(&report.assumed()) }
                </details>
            }
            { part(Part::Overdue) }
            { part(Part::MustChange) }
            { props.least.clone() }
            { missing(&assessment, (!page).then_some(&props.dispatch)) }
            if page && report.in_part(Part::Undecided).next().is_some() {
                <details class="waiting">
                    <summary>{ report.heading(Part::Undecided) }</summary>
                    <section id={Part::Undecided.id()} aria-label={Part::Undecided.title(verdict)}>
                        { for report.in_part(Part::Undecided).map(|one| item(&Row::of(&report, one), desk.as_ref())) }
                    </section>
                </details>
            }
            { part(Part::Advised) }
            { part(Part::Accepted) }
            if let Some(desk) = &desk {
                { obsolete(&report, desk) }
            }
            { notes(&assessment, page) }
            { props.checked.clone() }
            if page {
                <details class="all-of-it">
                    <summary>{ "All answers and sources" }</summary>
                    { blocks::section(&report.listed()) }
                </details>
                <p class="small">{ report.age() }</p>
            } else {
                <p class="small">{ report.made() }</p>
            }
        </aside>
    }
}

/// When a form goes with its finding, the keyboard must be somewhere: where the finding is now.
#[hook]
fn use_keyboard_follows(deployment: &Rc<Deployment>, page: bool) {
    let before = use_mut_ref(|| None::<usize>);
    use_effect_with(deployment.accepted().len(), move |count| {
        let grown = before.replace(Some(*count)).map(|before| *count > before);
        let document = web_sys::window().and_then(|window| window.document());
        let lost = document.and_then(|document| document.active_element()).is_none_or(|one| one.local_name() == "body");
        let Some(grown) = grown.filter(|_| page && lost) else { return };
        let places = if grown { ["accepted-title", "overdue-title", "heading"] } else { ["heading"; 3] };
        if let Some(element) = places.into_iter().find_map(element::<HtmlElement>) {
            // An element that is on the page can be focused.
            let _ = element.focus();
        }
    });
}

/// Whether what runs is in support: a statement of its own.
fn support(report: &Report<'_>) -> Html {
    let all = report.support();
    let line = |support: &Support| {
        let lifecycle = support.lifecycle;
        let exchange = support.guests.is_empty();
        html! {
            <li data-status={support.status.id()} class={exchange.then_some("statement")}>
                <details>
                    <summary>{ support.sentence() }</summary>
                    if !lifecycle.remark.is_empty() {
                        <p>{ lifecycle.remark }</p>
                    }
                    <ul>{ for lifecycle.sources.iter().map(source) }</ul>
                </details>
            </li>
        }
    };
    html! {
        <section class="support" aria-label="In support">
            if report.assessment.lifecycle().is_none() {
                <p class="statement">{ report.in_support() }</p>
            }
            <ul>{ for all.iter().map(line) }</ul>
        </section>
    }
}

/// The heading of a part: right under the verdict, which is the heading of the screen or
/// one beside it.
fn title(text: String, page: bool, id: Option<String>) -> Html {
    let tabindex = id.is_some().then_some("-1");
    if page {
        html! { <h2 {id} {tabindex}>{ text }</h2> }
    } else {
        html! { <h3>{ text }</h3> }
    }
}

fn part(given: Option<&Report<'_>>, report: &Report<'_>, part: Part, desk: Option<&Desk>) -> Html {
    let items: Vec<Html> = trial::rows(given, report, part).iter().map(|row| item(row, desk)).collect();
    let moved = matches!(part, Part::Overdue | Part::Accepted);
    html! {
        <section id={part.id()} class="part" hidden={items.is_empty()}>
            { title(report.heading(part), desk.is_some(), moved.then(|| format!("{}-title", part.id()))) }
            { for items }
        </section>
    }
}

fn obsolete(report: &Report<'_>, desk: &Desk) -> Html {
    let deployment = report.assessment.deployment;
    let line = |obsolete: &Obsolete<'_>| {
        let accepted = obsolete.accepted;
        let subject = deployment.subject_name(accepted.subject);
        html! {
            <li>
                <code>{ accepted.rule.to_string() }</code>{ " " }<span class="about">{ &subject }</span>
                { format!(" {} {} ", obsolete.why, accepted_in_words(accepted, report.assessment.as_of)) }
                { accept::take_back(desk, &accepted.rule, accepted.subject, &format!("{} {subject}", accepted.rule)) }
            </li>
        }
    };
    html! {
        <section id="obsolete" class="part" hidden={report.obsolete.is_empty()}>
            <h2>{ format!("Accepted, and not needed any more ({})", report.obsolete.len()) }</h2>
            <ul>{ for report.obsolete.iter().map(line) }</ul>
        </section>
    }
}

/// So many missing answers are in sight at once; the others unfold.
const MOST_IN_SIGHT: usize = 40;

/// What is missing, by who would know it, each with a link: among all questions if they are
/// beside, otherwise to the question's own page.
fn missing(assessment: &Assessment<'_>, dispatch: Option<&Dispatch>) -> Html {
    let missing = &assessment.missing;
    let deployment = assessment.deployment;
    let lists = [(missing.hosts, Ask::Hosts), (missing.guests, Ask::Guests)];
    let mut all: Vec<Ask> = lists.into_iter().filter(|(missing, _)| *missing).map(|(_, ask)| ask).collect();
    all.extend(missing.answers.iter().map(|at| Ask::Answer(*at)));
    // What one team would know stays in the order of the document.
    let asks: Vec<Ask> =
        Who::ALL.into_iter().flat_map(|who| all.iter().filter(move |ask| ask.who() == who)).copied().collect();
    // An address that is there already is gone to once more: no event of the browser tells that.
    let link = |ask: &Ask| {
        let path = ask.path(deployment);
        let href =
            if dispatch.is_some() { Route::All(Some(path.clone())) } else { Route::Question(path.clone()) }.href();
        let onclick = dispatch.cloned().map(|dispatch| {
            let target = path.clone();
            Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Go(target.clone())))
        });
        let about = match ask {
            Ask::Answer(at) => deployment.machine_name(at.subject),
            Ask::Hosts | Ask::Guests => "",
        };
        html! {
            <li key={path}>
                <a {href} {onclick}>{ ask.wording() }</a>
                if !about.is_empty() {
                    { " " }<span class="about">{ about.to_owned() }</span>
                }
            </li>
        }
    };
    let teams = |asks: &[Ask]| -> Html {
        let team = |who: Who| {
            let links: Vec<Html> = asks.iter().filter(|ask| ask.who() == who).map(link).collect();
            if links.is_empty() {
                return html! {};
            }
            html! { <><p class="who">{ format!("Ask {}:", who.label()) }</p><ul>{ for links }</ul></> }
        };
        Who::ALL.into_iter().map(team).collect()
    };
    let (shown, rest) = asks.split_at(asks.len().min(MOST_IN_SIGHT));
    html! {
        <section id="missing" hidden={asks.is_empty()}>
            { title(format!("What is missing ({})", asks.len()), dispatch.is_none(), None) }
            { teams(shown) }
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("and {} more", rest.len()) }</summary>
                    { teams(rest) }
                </details>
            }
        </section>
    }
}

fn notes(assessment: &Assessment<'_>, page: bool) -> Html {
    html! {
        <section id="notes" hidden={assessment.notes.is_empty()}>
            { title("What else to know".to_owned(), page, None) }
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
