//! What the advisor is, and the deployments that are kept.

use exchange_advisor_core::kept::{Entry, State};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{View, heading};
use crate::keeping::Keeping;
use crate::route::Route;
use crate::session::Action;
use crate::{file, keeping};

/// The start.
pub fn show(view: &View<'_>, keeping: &Keeping) -> Html {
    let entries = keeping.list();
    let (deleted, kept): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.deleted);
    let begin = {
        let (keeping, dispatch) = (keeping.clone(), view.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            keeping.begin(&dispatch);
            Route::Question("purpose".to_owned()).go();
        })
    };
    // One field for files is enough: two labels for it would be read out both.
    let open = Callback::from(|_: MouseEvent| {
        let field = web_sys::window().and_then(|window| window.document()?.get_element_by_id("open"));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            field.click();
        }
    });
    html! {
        <div class="screen start">
            { heading("Is this Exchange Server, on these virtual machines, supported by Microsoft?") }
            <p class="lead">{ "Answer one question after the other. The advisor asks only what can still change the verdict, says why it asks and where the answer is found, and shows for every finding the paragraph that it rests on. “I do not know” is an answer." }</p>
            <p class="buttons">
                <button type="button" class="primary" id="begin" onclick={begin}>{ "Start" }</button>
                <button type="button" id="open-here" onclick={open}>{ "Open a file" }</button>
                <a class="button" href={Route::All(None).href()}>{ "Show all questions" }</a>
            </p>
            if !kept.is_empty() {
                <section class="group" aria-labelledby="kept">
                    <h2 id="kept">{ "Your deployments" }</h2>
                    <ul class="kept">{ for kept.into_iter().map(|entry| self::entry(view, keeping, entry)) }</ul>
                    <p><a href={Route::Compare.href()}>{ "Compare deployments" }</a></p>
                </section>
            }
            if !deleted.is_empty() {
                <section class="group" aria-labelledby="deleted">
                    <details>
                        <summary id="deleted">{ format!("Deleted ({})", deleted.len()) }</summary>
                        <ul class="kept">{ for deleted.into_iter().map(|entry| gone(keeping, entry)) }</ul>
                    </details>
                </section>
            }
            { keeping::told(keeping) }
        </div>
    }
}

/// A text that stands for a deployment without a name.
pub fn name(entry: &Entry) -> String {
    let version = entry.version.unwrap_or("Exchange version not answered");
    entry.name.clone().unwrap_or_else(|| format!("Without a name ({version})"))
}

fn entry(view: &View<'_>, keeping: &Keeping, entry: &Entry) -> Html {
    let name = name(entry);
    let id = entry.id.clone();
    let with = |what: fn(&Keeping, &str, &crate::session::Dispatch)| {
        let (keeping, id, dispatch) = (keeping.clone(), id.clone(), view.dispatch.clone());
        Callback::from(move |_: MouseEvent| what(&keeping, &id, &dispatch))
    };
    let current = view.session.id == entry.id;
    let about = match &entry.state {
        State::Readable => {
            let version = entry.version.unwrap_or("Exchange version not answered");
            format!("{version}, changed {}", keeping::moment(entry.changed_ms))
        }
        State::Unreadable(why) => keeping::trouble(why),
    };
    let readable = matches!(entry.state, State::Readable);
    let raw = {
        let (keeping, id) = (keeping.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = keeping.raw(&id) {
                file::save("unreadable-deployment.txt", "text/plain", &text);
            }
        })
    };
    html! {
        <li data-kept={entry.id.clone()} key={entry.id.clone()}>
            <div>
                <strong>{ &name }</strong>if current {{ " " }<span class="about">{ "in this tab" }</span>}
                <br /><span class="hint">{ about }</span>
            </div>
            <span class="buttons">
                if readable {
                    <button type="button" class="small-button continue-kept" aria-label={format!("Continue with {name}")} onclick={with(|keeping, id, dispatch| {
                        if keeping.switch(id, dispatch) {
                            Route::Answers.go();
                        }
                    })}>{ "Continue" }</button>
                    <button type="button" class="small-button name-kept" aria-label={format!("Name {name}")} onclick={with(|keeping, id, dispatch| {
                        if keeping.switch(id, dispatch) {
                            dispatch.dispatch(Action::Returns(true));
                            Route::Question("name".to_owned()).go();
                        }
                    })}>{ "Name" }</button>
                    <button type="button" class="small-button copy-kept" aria-label={format!("Copy {name}")} onclick={with(|keeping, id, _| keeping.copy(id))}>{ "Copy" }</button>
                    <button type="button" class="small-button delete-kept" aria-label={format!("Delete {name}")} onclick={with(Keeping::delete)}>{ "Delete" }</button>
                } else {
                    <button type="button" class="small-button raw-kept" aria-label={format!("Save what is there of {name}")} onclick={raw}>{ "Save what is there" }</button>
                    <button type="button" class="small-button purge-kept" aria-label={format!("Delete for good: {name}")} onclick={with(|keeping, id, _| keeping.purge(id))}>{ "Delete for good" }</button>
                }
            </span>
        </li>
    }
}

fn gone(keeping: &Keeping, entry: &Entry) -> Html {
    let name = name(entry);
    let restore = {
        let (keeping, id) = (keeping.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| keeping.restore(&id))
    };
    let purge = {
        let (keeping, id) = (keeping.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| keeping.purge(&id))
    };
    html! {
        <li data-deleted={entry.id.clone()} key={entry.id.clone()}>
            <div><strong>{ &name }</strong></div>
            <span class="buttons">
                <button type="button" class="small-button restore-kept" aria-label={format!("Take back {name}")} onclick={restore}>{ "Take back" }</button>
                <button type="button" class="small-button purge-kept" aria-label={format!("Delete for good: {name}")} onclick={purge}>{ "Delete for good" }</button>
            </span>
        </li>
    }
}
