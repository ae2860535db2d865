//! One finding: what is wrong, and unfolded what was found, why it matters, how to mend
//! it and where it stands.

use exchange_advisor_core::assess::{Assessment, Finding};
use exchange_advisor_core::deployment::{AnswerRef, Subject};
use exchange_advisor_core::manual::Entry;
use exchange_advisor_core::source::Citation;
use yew::prelude::*;

use crate::route::Route;

/// A violated finding.
pub fn finding(assessment: &Assessment<'_>, finding: &Finding) -> Html {
    let deployment = assessment.deployment;
    let subject = deployment.subject_name(finding.subject);
    let about = (finding.subject != Subject::Deployment).then(|| name(&subject).to_owned());
    let strength = assessment.strength_of(finding);
    let key = format!("{}|{subject}", finding.rule.id);
    html! {
        <details {key} class="finding" data-rule={finding.rule.id} data-subject={subject.clone()} data-outcome={finding.outcome.id()}>
            <summary>
                { finding.rule.broken }
                if let Some(about) = about {
                    { " " }<span class="about">{ about }</span>
                }
            </summary>
            <dl>
                <dt>{ "Found" }</dt>
                <dd><ul>{ for assessment.evidence_of(finding).into_iter().map(|answer| evidence(assessment, answer)) }</ul></dd>
                <dt>{ "What is checked" }</dt><dd>{ finding.row.checks }</dd>
                <dt>{ "Why it matters" }</dt><dd>{ finding.row.why }</dd>
                <dt>{ "How to mend it" }</dt><dd>{ finding.row.mend }</dd>
                <dt>{ "Where it stands" }</dt>
                <dd>
                    { format!("Evidence {}: {}.", strength.letter(), strength.meaning()) }
                    <ul>
                        { for assessment.version.into_iter().flat_map(|version| {
                            finding.row.sources_for(version, assessment.product)
                        }).map(source) }
                    </ul>
                </dd>
                <dt>{ "Rule" }</dt>
                <dd><a href={Route::Manual(Some(Entry::Rule(finding.rule).address())).href()}><code>{ finding.rule.id }</code></a></dd>
            </dl>
        </details>
    }
}

/// `host:root1` as a person says it.
fn name(subject: &str) -> &str {
    subject.split_once(':').map_or(subject, |(_, id)| id)
}

fn evidence(assessment: &Assessment<'_>, answer: AnswerRef) -> Html {
    let deployment = assessment.deployment;
    let question = answer.question();
    let path = deployment.path(answer);
    let value = match deployment.answer(answer.subject, answer.slot).given() {
        Some(value) => deployment.value(&question.kind, value).to_string(),
        None => format!("left out, counts as {}", question.left_out.unwrap_or("not answered")),
    };
    html! { <li><a href={Route::Question(path.clone()).href()}>{ &path }</a>{ format!(" = {value}") }</li> }
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
