//! The manual: its contents with the search, or one page.

use exchange_advisor_core::manual::{self, Entry, Section, contents, neighbours};
use yew::prelude::*;

use super::{View, heading};
use crate::components::manual::{address, block, link};
use crate::components::search::{SEARCH, Search, query};
use crate::route::Route;

const MANUAL: &str = "Manual";
const NO_SUCH_PAGE: &str = "This page is not in the manual";

/// What an address of the manual leads to.
enum Place<'a> {
    /// The contents, or what is found by words.
    Contents,
    Page(Entry),
    Nowhere(&'a str),
}

fn place(page: Option<&str>) -> Place<'_> {
    let Some(page) = page.filter(|page| !page.is_empty()) else { return Place::Contents };
    if page.starts_with(SEARCH) {
        return Place::Contents;
    }
    Entry::at(page).map_or(Place::Nowhere(page), Place::Page)
}

/// The title of the browser's tab.
pub fn title(page: Option<&str>) -> String {
    match place(page) {
        Place::Contents => MANUAL.to_owned(),
        Place::Page(entry) => entry.title().into_owned(),
        Place::Nowhere(_) => NO_SUCH_PAGE.to_owned(),
    }
}

/// The manual.
pub fn show(_view: &View<'_>, page: Option<&str>) -> Html {
    match place(page) {
        Place::Contents => html! {
            <div class="screen manual">
                { heading(MANUAL) }
                <p class="hint">{ "What the advisor checks, asks and knows, page by page, all on this computer." }</p>
                <Search query={query()}>
                    <h2>{ "Contents" }</h2>
                    { for contents().iter().map(section) }
                </Search>
            </div>
        },
        Place::Page(entry) => one(entry),
        Place::Nowhere(page) => html! {
            <div class="screen manual">
                { heading(NO_SUCH_PAGE) }
                <p>{ "The address names " }<code>{ page.to_owned() }</code>{ ". It may come from another version of the advisor." }</p>
                <p>{ super::action(&Route::Manual(None), "All pages of the manual", "all-pages") }</p>
            </div>
        },
    }
}

fn section(section: &Section) -> Html {
    html! {
        <details class="contents">
            <summary>{ section.title() }{ format!(" ({})", section.entries.len()) }</summary>
            <ul>{ for section.entries.iter().map(|entry| html! { <li>{ link(*entry) }</li> }) }</ul>
        </details>
    }
}

fn one(entry: Entry) -> Html {
    let page = manual::page(entry);
    let section = contents().into_iter().find(|section| section.entries.contains(&entry));
    let (before, after) = neighbours(entry);
    let step = |to: Option<Entry>, label: &str, id: &'static str| {
        to.map(
            |to| html! { <a {id} href={address(to)}><span class="mark">{ label.to_owned() }</span>{ to.title() }</a> },
        )
    };
    html! {
        <div class="screen manual" data-entry={entry.address()}>
            <nav class="breadcrumb" aria-label="Breadcrumb">
                <ol>
                    <li><a href={Route::Manual(None).href()}>{ MANUAL }</a></li>
                    <li>{ section.map(|section| section.title()) }</li>
                </ol>
            </nav>
            { heading(page.title.clone()) }
            { for page.blocks.iter().map(block) }
            <nav class="neighbours" aria-label="Pages beside">
                { step(before, "Previous", "previous-page") }
                { step(after, "Next", "next-page") }
            </nav>
        </div>
    }
}
