//! The verdict in short: it stands beside every question.

use exchange_advisor_core::assess::{Assessment, Outcome};
use exchange_advisor_core::interview::{Course, Round, open};
use exchange_advisor_core::report::support_of;
use exchange_advisor_core::rule::Severity;
use yew::prelude::*;

use crate::route::Route;

/// The verdict in short.
pub fn show(assessment: &Assessment<'_>, course: Course) -> Html {
    let headline = assessment.verdict.label();
    let support = support_of(assessment);
    let broken = assessment.with(Severity::Requirement, Outcome::Violated).count();
    let against = assessment.with(Severity::Recommendation, Outcome::Violated).count();
    html! {
        <aside id="verdict" class="verdict standing" data-verdict={assessment.verdict.id()} aria-labelledby="verdict-title">
            <h2 id="verdict-title"><span class="visually-hidden">{ "Verdict so far: " }</span><span class="headline">{ headline }</span></h2>
            if broken > 0 {
                <p>{ match broken { 1 => "One requirement is broken.".to_owned(), many => format!("{many} requirements are broken.") } }</p>
            }
            if let Some(support) = support {
                <p data-status={support.status.id()}>{ support.sentence() }</p>
            }
            if against > 0 {
                <p>{ match against { 1 => "One piece of advice is not followed.".to_owned(), many => format!("{many} pieces of advice are not followed.") } }</p>
            }
            <p id="left">{ left(assessment, course) }</p>
            if let Some(words) = left_in_round(assessment, course) {
                <p id="left-in-round">{ words }</p>
            }
            <p class="standing-links">
                <a href={Route::Answers.href()}>{ "Your answers" }</a>
                <a href={Route::Result.href()}>{ "Result" }</a>
            </p>
        </aside>
    }
}

/// What can still change the verdict, where that can be said for certain.
pub fn left(assessment: &Assessment<'_>, course: Course) -> String {
    let open = open(assessment, Round::Verdict, course);
    let together = open.steps.iter().any(|step| !step.also.is_empty());
    let condition = if together { ", if machines that are alike get the same answers" } else { "" };
    match (open.steps.len(), open.at_most()) {
        (0, _) if assessment.missing == exchange_advisor_core::assess::MissingForVerdict::default() => {
            "No further answer can change this.".to_owned()
        }
        (0, _) => "Only what you do not know can still change this.".to_owned(),
        (_, Some(1)) => format!("One more question can change this{condition}."),
        (_, Some(most)) => format!("At most {most} more questions can change this{condition}."),
        (_, None) => "Questions are still open.".to_owned(),
    }
}

/// How much the round that is being asked after the verdict can still ask.
fn left_in_round(assessment: &Assessment<'_>, course: Course) -> Option<String> {
    if course.round == Round::Verdict || open(assessment, Round::Verdict, course).next().is_some() {
        return None;
    }
    let open = open(assessment, course.round, course);
    let about = match course.round {
        Round::Verdict | Round::Faults => "about what else is wrong",
        Round::Advice => "for the advice",
        Round::Sizing => "for the sizing",
    };
    match (open.steps.len(), open.at_most()) {
        (0, _) | (_, None) => None,
        (_, Some(1)) => Some(format!("One more question {about}.")),
        (_, Some(most)) => Some(format!("At most {most} more questions {about}.")),
    }
}
