//! The bar of a trial: that it is one, what is tried, what that does, and the way out of it.

use std::rc::Rc;

use exchange_advisor_core::assess::{Finding, Outcome, assess};
use exchange_advisor_core::compare::{Difference, Turn, Turned, difference};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::report::{Item, Part, Place, Report};
use exchange_advisor_core::rules;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::focus_heading;
use crate::route::Route;
use crate::screens::View;
use crate::session::{Action, Dispatch};
use crate::trial::{Step, Tried};

/// So many findings of each kind are named in the bar itself; the others unfold.
const MOST_NAMED: usize = 2;

/// The bar, as long as something is tried.
pub fn bar(view: &View<'_>, route: &Route) -> Html {
    let Some(tried) = view.session.trial() else { return html! {} };
    html! {
        <Bar given={view.session.deployment.clone()} tried={tried.clone()} today={view.today} shown={*route == Route::Result} dispatch={view.dispatch.clone()} />
    }
}

/// What is said wherever something is saved or handed on during a trial.
pub const WITHOUT: &str = "Files and links have the answers that are given, without the trial.";

/// That what is handed on is without the trial, if there is one.
pub fn without(view: &View<'_>) -> Html {
    if view.session.trial().is_none() {
        return html! {};
    }
    html! { <p class="without-trial">{ WITHOUT }</p> }
}

/// What a finding became by the trial, beside what is wrong.
pub const fn turned(turn: Turn) -> &'static str {
    match turn {
        Turn::Breaks => "Broken by the trial",
        Turn::Lightens => "Only advice in the trial",
        Turn::Opens => "Open in the trial",
        Turn::Mends | Turn::Settles | Turn::Comes | Turn::Goes => "Mended by the trial",
    }
}

/// The findings of one rule in a part of the report, with those that a trial mends: they
/// stay in their places, for the control that mends them may be in them.
pub struct Row<'r> {
    pub report: &'r Report<'r>,
    pub item: &'r Item<'r>,
    pub places: Vec<Shown<'r>>,
}

/// A finding as it is shown.
pub struct Shown<'r> {
    /// The report that it is of: of what is given, if the trial mends it.
    pub report: &'r Report<'r>,
    pub place: &'r Place<'r>,
    /// What the trial makes of it; none if it is the same without.
    pub turn: Option<Turn>,
}

impl Shown<'_> {
    pub fn is_mended(&self) -> bool {
        self.turn.is_some_and(|turn| turn != Turn::Breaks)
    }
}

impl<'r> Row<'r> {
    /// An item as it is.
    pub fn of(report: &'r Report<'r>, item: &'r Item<'r>) -> Self {
        let places = item.places.iter().map(|place| Shown { report, place, turn: None });
        Self { report, item, places: places.collect() }
    }

    pub fn is_mended(&self) -> bool {
        self.places.iter().all(Shown::is_mended)
    }
}

/// The rows of a part, in the order of the catalogue. If a trial is on, `given` is the report
/// of what is given.
pub fn rows<'r>(given: Option<&'r Report<'r>>, report: &'r Report<'r>, part: Part) -> Vec<Row<'r>> {
    let mut rows: Vec<Row<'r>> = report.in_part(part).map(|item| Row::of(report, item)).collect();
    let Some(given) = given else { return rows };
    for row in &mut rows {
        for shown in &mut row.places {
            let finding = shown.place.finding;
            let breaks = finding.outcome == Outcome::Violated && outcome(given, finding) != Some(Outcome::Violated);
            shown.turn = breaks.then_some(Turn::Breaks);
        }
    }
    for item in given.in_part(part).filter(|item| item.outcome == Outcome::Violated) {
        let mended = item.places.iter().filter_map(|place| {
            let turn = match outcome(report, place.finding) {
                Some(Outcome::Violated) => return None,
                Some(Outcome::Unknown) => Turn::Opens,
                Some(Outcome::Satisfied) | None => Turn::Mends,
            };
            Some(Shown { report: given, place, turn: Some(turn) })
        });
        let mended: Vec<Shown<'r>> = mended.collect();
        let same = |row: &&mut Row<'r>| row.item.rule.id == item.rule.id && row.item.outcome == item.outcome;
        match rows.iter_mut().find(same) {
            Some(row) => {
                for one in mended {
                    let subject = one.place.finding.subject;
                    let place = row.places.iter().position(|shown| shown.place.finding.subject > subject);
                    row.places.insert(place.unwrap_or(row.places.len()), one);
                }
            }
            None if mended.is_empty() => {}
            None => rows.push(Row { report: given, item, places: mended }),
        }
    }
    let mut sorted = Vec::with_capacity(rows.len());
    for rule in rules::all() {
        while let Some(place) = rows.iter().position(|row| row.item.rule.id == rule.id) {
            sorted.push(rows.remove(place));
        }
    }
    sorted
}

/// What a report says where another has this finding.
fn outcome(report: &Report<'_>, finding: &Finding) -> Option<Outcome> {
    let mut all = report.assessment.findings.iter();
    let own = all.find(|own| own.subject == finding.subject && own.rule.id == finding.rule.id);
    own.map(|own| own.outcome)
}

/// What the bar shows.
#[derive(Properties, PartialEq)]
struct Props {
    given: Rc<Deployment>,
    tried: Rc<Tried>,
    today: Date,
    /// Whether the screen shows the trial and not what is given.
    shown: bool,
    dispatch: Dispatch,
}

#[component]
fn Bar(props: &Props) -> Html {
    let node = use_node_ref();
    {
        // What had the keyboard may be gone with a finding that is not broken any more.
        let node = node.clone();
        use_effect_with(props.tried.clone(), move |_| {
            let document = web_sys::window().and_then(|window| window.document());
            let nowhere =
                document.is_some_and(|document| document.active_element().is_none_or(|one| one.local_name() == "body"));
            if let Some(bar) = node.cast::<HtmlElement>().filter(|_| nowhere) {
                // An element that is on the page can be focused.
                let _ = bar.focus();
            }
        });
    }
    let changes = difference(&assess(&props.given, props.today), &assess(props.tried.deployment(), props.today));
    let end = |action: fn() -> Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action());
            // The button goes with the bar; the keyboard must be somewhere.
            focus_heading();
        })
    };
    let answers = match changes.count() {
        1 => "one answer changed".to_owned(),
        many => format!("{many} answers changed"),
    };
    html! {
        <section id="trial" class="trial" aria-label="Trial" tabindex="-1" ref={node} data-verdict={changes.after.id()}>
            <p><strong>{ format!("This is a trial: {answers}.") }</strong>{ " " }{ changes.verdict_in_words() }</p>
            if props.shown {
                { in_short(&changes, Turn::Mends) }
                { in_short(&changes, Turn::Breaks) }
            } else {
                <p>{ "Only the " }<a href={Route::Result.href()}>{ "result" }</a>{ " shows it; this screen, files and links have what is given." }</p>
            }
            <details>
                <summary>{ "What the trial changes" }</summary>
                <p>{ "Answers" }</p>
                <ul>{ for changes.answers.iter().map(|change| html! { <li>{ &change.words }</li> }) }</ul>
                { for Turn::ALL.into_iter().map(|turn| all(&changes, turn)) }
                if changes.findings.is_empty() {
                    <p>{ "No finding changes." }</p>
                }
            </details>
            <p class="buttons">
                <button type="button" class="small-button" id="keep-trial" onclick={end(|| Action::Trial(Step::Keep))}>{ "Keep" }<span class="visually-hidden">{ " the trial" }</span></button>
                <button type="button" class="small-button" id="drop-trial" onclick={end(|| Action::Trial(Step::Drop))}>{ "Throw away" }<span class="visually-hidden">{ " the trial" }</span></button>
            </p>
        </section>
    }
}

fn in_short(changes: &Difference, turn: Turn) -> Html {
    let mut words: Vec<String> = changes.turned(turn).map(Turned::words).collect();
    let more = words.len().saturating_sub(MOST_NAMED);
    words.truncate(MOST_NAMED);
    if words.is_empty() {
        return html! {};
    }
    let more = if more == 0 { ".".to_owned() } else { format!("; and {more} more.") };
    html! { <p class="in-short" data-turn={turn.id()}><strong>{ turn.label() }{ ": " }</strong>{ words.join("; ") }{ more }</p> }
}

fn all(changes: &Difference, turn: Turn) -> Html {
    let lines: Vec<Html> = changes.turned(turn).map(|turned| html! { <li>{ turned.words() }</li> }).collect();
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <>
            <p>{ turn.label() }</p>
            <ul>{ for lines }</ul>
        </>
    }
}
