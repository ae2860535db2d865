//! What was checked and holds, or does not apply: rule by rule, with what settled it.

use exchange_advisor_core::assess::{Assessment, Finding, Outcome};
use yew::prelude::*;

/// So many machines of one rule are told about; the others are counted.
const MOST_TOLD: usize = 5;

/// The rules that are not broken, folded.
pub fn checked(assessment: &Assessment<'_>) -> Html {
    let satisfied: Vec<&Finding> =
        assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Satisfied).collect();
    let rules = satisfied.chunk_by(|one, other| one.rule.id == other.rule.id);
    html! {
        <section id="checked" hidden={satisfied.is_empty()}>
            <h2>{ format!("What was checked and holds, or does not apply ({})", satisfied.len()) }</h2>
            <details>
                <summary>{ "Show it rule by rule" }</summary>
                <dl>{ for rules.map(|findings| rule(assessment, findings)) }</dl>
            </details>
        </section>
    }
}

fn rule(assessment: &Assessment<'_>, findings: &[&Finding]) -> Html {
    let first = findings.iter().take(MOST_TOLD).filter_map(|finding| assessment.working(finding).into_iter().next());
    let mut told: Vec<String> = first.map(|line| line.text).collect();
    // Where an answer about the whole deployment settled it, that is the same for every machine.
    told.dedup();
    let more = findings.len().saturating_sub(MOST_TOLD);
    html! {
        <>
            <dt>{ findings.first().map_or("", |finding| finding.rule.kept) }</dt>
            { for told.into_iter().map(|text| html! { <dd>{ text }</dd> }) }
            if more > 0 {
                <dd>{ format!("and {more} more") }</dd>
            }
        </>
    }
}
