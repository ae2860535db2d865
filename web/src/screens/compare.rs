//! Deployments side by side: the one in hand, and one or two that are kept or come from files.

use std::rc::Rc;

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::compare::{Comparison, Row, compare};
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::kept::{Entry, State};
use exchange_advisor_core::questions::deployment::NAME;
use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::{View, heading, start};
use crate::beside::{Change, MOST, Other};
use crate::file;
use crate::keeping::{self, Keeping};
use crate::session::Action;

/// A deployment in a column.
struct Column {
    title: String,
    /// Where it comes from.
    from: String,
    deployment: Rc<Deployment>,
}

/// What the columns are called in the rows.
const LETTERS: [&str; 1 + MOST] = ["A", "B", "C"];

/// Deployments side by side.
pub fn show(view: &View<'_>, keeping: &Keeping) -> Html {
    let entries = keeping.list();
    let kept: Vec<&Entry> = entries
        .iter()
        .filter(|entry| !entry.deleted && entry.state == State::Readable && entry.id != view.session.id)
        .collect();
    let columns = columns(view, keeping, &kept);
    let assessments: Vec<Assessment<'_>> =
        columns.iter().map(|column| assess(&column.deployment, view.today)).collect();
    html! {
        <div class="screen side-by-side">
            { heading("Deployments side by side") }
            <p>{ "The deployment in this tab with one or two others: two plans, or a file saved earlier against today’s answers. What differs comes first. Machines are matched by their names." }</p>
            { choices(view, &kept) }
            if columns.len() > 1 {
                { tables(view, &columns, &compare(&assessments.iter().collect::<Vec<_>>())) }
            }
        </div>
    }
}

fn columns(view: &View<'_>, keeping: &Keeping, kept: &[&Entry]) -> Vec<Column> {
    let own: Option<String> = view.session.deployment.get(NAME).filter(|name: &String| !name.trim().is_empty());
    let mut columns = vec![Column {
        title: own.unwrap_or_else(|| "This deployment".to_owned()),
        from: "in this tab".to_owned(),
        deployment: view.session.deployment.clone(),
    }];
    let beside = &view.session.beside;
    columns.extend(beside.chosen().iter().filter_map(|other| match other {
        Other::Kept(id) => {
            let entry = kept.iter().find(|entry| entry.id == *id)?;
            Some(Column {
                title: start::name(entry),
                from: format!("changed {}", keeping::moment(entry.changed_ms)),
                deployment: Rc::new(keeping.peek(id)?),
            })
        }
        Other::File(place) => {
            let (name, deployment) = beside.files.get(*place)?;
            Some(Column {
                title: deployment.get(NAME).unwrap_or_else(|| name.clone()),
                from: format!("the file {name}"),
                deployment: deployment.clone(),
            })
        }
    }));
    columns
}

/// What can be compared with.
fn choices(view: &View<'_>, kept: &[&Entry]) -> Html {
    let beside = &view.session.beside;
    let offered = |other: &Other| match other {
        Other::Kept(id) => kept.iter().any(|entry| entry.id == *id),
        Other::File(_) => true,
    };
    let full = beside.chosen().iter().filter(|other| offered(other)).count() >= MOST;
    let choice = |other: Other, name: &str, about: String| {
        let checked = beside.chosen().contains(&other);
        let value = match &other {
            Other::Kept(id) => id.clone(),
            Other::File(place) => place.to_string(),
        };
        let onchange = {
            let dispatch = view.dispatch.clone();
            Callback::from(move |event: Event| {
                let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                dispatch.dispatch(Action::Beside(Change::Choose(other.clone(), checked)));
            })
        };
        html! {
            <label class="choice" key={value.clone()}>
                <input type="checkbox" name="beside" {value} {checked} disabled={full && !checked} {onchange} />
                <span>{ name }{ " " }<span class="about">{ about }</span></span>
            </label>
        }
    };
    let open = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                let (dispatch, name) = (dispatch.clone(), chosen.name());
                file::open(&chosen, move |bytes| {
                    if let Some(read) = file::read(&bytes, &format!("the file {name}"), &dispatch) {
                        dispatch.dispatch(Action::Dismiss);
                        if !read.remark.is_empty() {
                            dispatch.dispatch(Action::Notice(format!("{name}:{}", read.remark)));
                        }
                        dispatch.dispatch(Action::Beside(Change::File(name, Box::new(read.deployment))));
                    }
                });
            }
            // The same file can be opened again after it was mended.
            input.set_value("");
        })
    };
    html! {
        <section class="group">
            <fieldset>
                <legend>{ "Compare with one or two" }</legend>
                if kept.is_empty() && beside.files.is_empty() {
                    <p class="hint">{ "No other deployment is kept here. Open a file, or copy this deployment on the start page and change the copy." }</p>
                }
                { for kept.iter().map(|entry| {
                    choice(Other::Kept(entry.id.clone()), &start::name(entry), format!("changed {}", keeping::moment(entry.changed_ms)))
                }) }
                { for beside.files.iter().enumerate().map(|(place, (name, _))| choice(Other::File(place), name, "a file".to_owned())) }
                if full {
                    <p class="hint">{ "Two are chosen. To choose another one, take one of them away." }</p>
                }
            </fieldset>
            <p class="buttons">
                <label class="button" for="open-beside">{ "Open a file to compare" }</label>
                <input id="open-beside" class="visually-hidden" type="file" accept=".json,application/json" onchange={open} />
            </p>
            <p class="hint">{ "The file is only compared: your answers stay as they are." }</p>
        </section>
    }
}

/// What differs, which comes first, and what is equal.
fn split(rows: &[Row]) -> (&[Row], &[Row]) {
    rows.split_at(rows.iter().take_while(|row| row.differs).count())
}

fn tables(view: &View<'_>, columns: &[Column], rows: &Comparison) -> Html {
    let part = |id: &'static str, title: &str, rows: &[Row]| {
        html! {
            if !rows.is_empty() {
                <section class="group" aria-labelledby={id}>
                    <h2 {id}>{ title.to_owned() }</h2>
                    { table(id, columns, rows) }
                </section>
            }
        }
    };
    let [findings, answers, accepted] = [&rows.findings, &rows.answers, &rows.accepted].map(|rows| split(rows));
    let count = |rows: &[Row]| rows.iter().map(|row| row.places.len()).sum::<usize>();
    let ontoggle = {
        let (dispatch, equal) = (view.dispatch.clone(), view.session.beside.equal);
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>()
                && details.open() != equal
            {
                dispatch.dispatch(Action::Beside(Change::Equal(details.open())));
            }
        })
    };
    let nothing = !rows.differs();
    html! {
        <>
            { part("verdicts", "Verdicts", &rows.verdicts) }
            if nothing {
                <p id="no-difference">{ "Nothing differs." }</p>
            }
            { part("findings-differ", "Findings that differ", findings.0) }
            { part("answers-differ", "Answers that differ", answers.0) }
            { part("accepted-differ", "Accepted findings that differ", accepted.0) }
            <section class="group">
                <details id="equal" open={view.session.beside.equal} {ontoggle}>
                    <summary>{ format!("Show what is equal ({} findings, {} answers)", count(findings.1), count(answers.1)) }</summary>
                    if view.session.beside.equal {
                        { part("findings-equal", "Findings that are equal", findings.1) }
                        { part("answers-equal", "Answers that are equal", answers.1) }
                        { part("accepted-equal", "Accepted findings that are equal", accepted.1) }
                    }
                </details>
            </section>
        </>
    }
}

fn table(id: &'static str, columns: &[Column], rows: &[Row]) -> Html {
    let row = |row: &Row| {
        html! {
            <tr key={row.places.first().cloned().unwrap_or_default()} data-place={row.places.first().cloned()} data-differs={row.differs.then_some("")}>
                <th scope="row">
                    <span class="label">{ row.title() }</span>
                    if !row.about.is_empty() {
                        { " " }<span class="about">{ row.names() }</span>
                    }
                </th>
                { for row.cells.iter().zip(LETTERS).map(|(cell, letter)| html! {
                    <td data-state={cell.id()}><span class="letter">{ letter }<span class="visually-hidden">{ ": " }</span></span><span class="label">{ cell.words() }</span></td>
                }) }
            </tr>
        }
    };
    html! {
        <table class="versus" aria-labelledby={id}>
            <thead>
                <tr>
                    <td></td>
                    { for columns.iter().zip(LETTERS).map(|(column, letter)| html! {
                        <th scope="col"><span class="letter-of">{ letter }{ ": " }</span>{ &column.title }<span class="about">{ &column.from }</span></th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}
