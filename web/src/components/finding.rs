//! The findings of one rule: what is wrong with which machines, and unfolded what was found,
//! why it matters, how to mend it and where it stands.

use exchange_advisor_core::assess::Outcome;
use exchange_advisor_core::deployment::{AnswerRef, Subject};
use exchange_advisor_core::manual::Entry;
use exchange_advisor_core::report::{CHECKED, Item, Part, Report, accepted_in_words};
use exchange_advisor_core::source::Citation;
use yew::prelude::*;

use super::accept::{self, Desk};
use super::trial::{self, Row, Shown};
use super::trying;
use crate::route::Route;
use crate::screens::answers::list;

/// So many machines of one rule are on the page, folded; a browser is slow with thousands.
const MOST_PLACES: usize = 250;
/// So many of a rule that waits for answers; what it waits for is listed apart.
const MOST_WAITING: usize = 20;

/// The findings of one rule in one part of the report.
pub fn item(row: &Row<'_>, desk: Option<&Desk>) -> Html {
    let (report, item, places) = (row.report, row.item, &row.places);
    let assessment = report.assessment;
    let deployment = assessment.deployment;
    let (mended, all_mended) = (places.iter().filter(|place| place.is_mended()).count(), row.is_mended());
    let names: Vec<&str> = places
        .iter()
        .filter(|place| all_mended || !place.is_mended())
        .filter(|place| place.place.finding.subject != Subject::Deployment)
        .map(|place| deployment.machine_name(place.place.finding.subject))
        .collect();
    let strength = item.places.first().map(|place| assessment.strength_of(place.finding));
    let (row, rule) = (item.row, item.rule.id);
    let most = if item.part == Part::Undecided { MOST_WAITING } else { MOST_PLACES };
    // What a trial breaks is not there to be accepted.
    let offered = desk.filter(|desk| desk.trying.as_ref().is_none_or(|trying| !trying.is_on()));
    let offered = offered.filter(|_| accept::is_offered(item.part, assessment.verdict));
    html! {
        <details key={format!("{}|{rule}|{}", item.part.id(), item.outcome.id())} class="finding" data-group={rule} open={item.part == Part::Overdue}>
            <summary>
                if mended > 0 {
                    <span class="tried">{ if all_mended { "Mended by the trial".to_owned() } else { format!("Mended by the trial for {mended}") } }</span>{ " " }
                }
                { item.title() }
                if !names.is_empty() {
                    { " " }<span class="about">{ list(&names) }</span>
                }
                if item.outcome == Outcome::Unknown && item.part != Part::Undecided {
                    { " " }<span class="about">{ "not decided yet" }</span>
                }
            </summary>
            <ul class="places">{ for places.iter().take(most).map(|place| self::place(item, place, desk)) }</ul>
            if places.len() > most {
                <p>{ format!("and {} more: the files of the report have them all", places.len() - most) }</p>
            }
            <dl>
                <dt>{ CHECKED }</dt><dd>{ row.checks }</dd>
                <dt>{ "Why it matters" }</dt><dd>{ row.why }</dd>
                if item.outcome == Outcome::Violated {
                    <dt>{ "How to mend it" }</dt><dd>{ row.mend }</dd>
                } else {
                    <dt>{ "How to find it out" }</dt><dd>{ row.find_out }</dd>
                }
                <dt>{ "Where it stands" }</dt>
                <dd>
                    if let Some(strength) = strength {
                        { format!("Evidence {}: {}.", strength.letter(), strength.meaning()) }
                    }
                    <ul>{ for report.citations_of(row.sources).map(source) }</ul>
                </dd>
                <dt>{ "Rule" }</dt>
                <dd><a href={Route::Manual(Some(Entry::Rule(item.rule).address())).href()}><code>{ rule }</code></a></dd>
            </dl>
            if let Some(desk) = offered {
                { accept::form(desk, item) }
            }
        </details>
    }
}

/// One machine, with what was found there and who has accepted it.
fn place(item: &Item<'_>, one: &Shown<'_>, desk: Option<&Desk>) -> Html {
    let (report, place) = (one.report, one.place);
    let assessment = report.assessment;
    let (deployment, finding) = (assessment.deployment, place.finding);
    let subject = deployment.subject_name(finding.subject);
    let name = deployment.machine_name(finding.subject).to_owned();
    let answers = match finding.outcome {
        Outcome::Unknown => assessment.missing_of(finding).to_vec(),
        Outcome::Violated | Outcome::Satisfied => assessment.evidence_of(finding),
    };
    html! {
        <li key={subject.clone()} data-rule={item.rule.id} data-subject={subject.clone()} data-outcome={if one.is_mended() { "mended" } else { finding.outcome.id() }}>
            if let Some(turn) = one.turn {
                <span class="tried">{ trial::turned(turn) }</span>{ " " }
            }
            if !name.is_empty() {
                <span class="machine-name">{ &name }</span>
            }
            if desk.is_some() && finding.outcome != Outcome::Satisfied {
                { for assessment.working(finding).into_iter().map(|line| html! { <p class="worked">{ line.text }</p> }) }
            }
            <ul>{ for answers.into_iter().map(|at| evidence(report, at, finding.outcome, &subject, item.rule.id, desk)) }</ul>
            if let Some(accepted) = place.accepted {
                <p class="accepted-words">{ accepted_in_words(accepted, assessment.as_of) }</p>
                if let Some(desk) = desk {
                    { accept::take_back(desk, item.rule.id, finding.subject, &format!("{} {name}", item.title())) }
                }
            }
        </li>
    }
}

/// `vms[a].vcpus = 4`; of what is missing the path alone.
fn evidence(
    report: &Report<'_>,
    at: AnswerRef,
    outcome: Outcome,
    subject: &str,
    rule: &str,
    desk: Option<&Desk>,
) -> Html {
    let path = report.assessment.deployment.path(at);
    let href = Route::Question(path.clone()).href();
    if outcome == Outcome::Unknown {
        return html! { <li>{ "Waits for " }<a {href}>{ path }</a></li> };
    }
    let trying = desk.and_then(|desk| desk.trying.as_ref());
    let found = trying.and_then(|trying| trying.tried_words(at)).unwrap_or_else(|| report.found(at));
    html! {
        <li>
            <a {href}>{ path }</a>{ format!(" = {found}") }
            if let Some(trying) = trying {
                { trying::offer(trying, &format!("{rule}|{subject}"), at) }
            }
        </li>
    }
}

/// A document, as a plain link where it has an address. Nothing is ever loaded from there.
pub fn source(citation: &'static Citation) -> Html {
    let source = citation.source;
    let title = if source.place.starts_with("http") && !source.place.contains(' ') {
        html! { <a href={source.place} rel="noreferrer noopener" target="_blank">{ source.title }</a> }
    } else {
        html! { <>{ source.title }{ format!(" ({})", source.place) }</> }
    };
    html! {
        <li>
            { title }
            { format!(", {}, {}; {}. Read {}. Evidence {}.", source.publisher, source.date, citation.section, source.read, citation.evidence.letter()) }
            if !citation.remark.is_empty() {
                { " " }{ citation.remark }
            }
        </li>
    }
}
