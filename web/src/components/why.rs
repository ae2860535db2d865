//! Why a question is asked: the rules that hang on it, from their own declarations.

use exchange_advisor_core::assess::Assessment;
use exchange_advisor_core::deployment::AnswerRef;
use exchange_advisor_core::interview::{is_for_sizing, reasons};
use exchange_advisor_core::questions::deployment::{PURPOSE, VERSION};
use exchange_advisor_core::rule::{Row, Rule, Severity};
use yew::prelude::*;

/// Why a question is asked.
pub fn show(assessment: &Assessment<'_>, at: AnswerRef) -> Html {
    let reasons = reasons(assessment, at);
    let requirements = reasons.iter().filter(|(_, row, _)| row.severity == Severity::Requirement).count();
    let advice = reasons.len() - requirements;
    html! {
        <details class="why">
            <summary>{ "Why is this asked?" }</summary>
            <div>
                <p>{ in_short(at, requirements, advice) }</p>
                if !reasons.is_empty() {
                    <ul>{ for reasons.iter().map(|(rule, row, _)| reason(rule, row)) }</ul>
                }
            </div>
        </details>
    }
}

fn in_short(at: AnswerRef, requirements: usize, advice: usize) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        1 => format!("one {one}"),
        number => format!("{number} {many}"),
    };
    match (requirements, advice) {
        (0, 0) if at.slot == PURPOSE.slot() => {
            "Microsoft's policy speaks of production only. For a lab the advisor gives no verdict.".to_owned()
        }
        (0, 0) if at.slot == VERSION.slot() => "Each version of Exchange has a policy of its own.".to_owned(),
        (0, 0) if is_for_sizing(at.slot) => "No rule of the policy reads it; the sizing needs it.".to_owned(),
        (0, 0) => "No rule of the policy reads it; it is shown with the result.".to_owned(),
        (0, advice) => {
            format!("It decides {}, and no requirement.", count(advice, "piece of advice", "pieces of advice"))
        }
        (requirements, 0) => format!("It decides {}.", count(requirements, "requirement", "requirements")),
        (requirements, advice) => format!(
            "It decides {} and {}.",
            count(requirements, "requirement", "requirements"),
            count(advice, "piece of advice", "pieces of advice")
        ),
    }
}

fn reason(rule: &Rule, row: &Row) -> Html {
    let severity = if row.severity == Severity::Requirement { "Requirement" } else { "Advice" };
    html! {
        <li>
            <strong>{ rule.kept }</strong>{ format!(" ({severity}). {} ", row.checks) }
            <span class="mark">{ row.why }</span>
        </li>
    }
}
