//! The search of the manual: a field, and what is found while one types.

use exchange_advisor_core::manual::{Found, Hit, Index};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::manual::{address, link};
use crate::route::Route;

/// What addresses of results begin with.
pub const SEARCH: &str = "search/";

/// So many results are shown.
const MOST_SHOWN: usize = 50;

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the address looked for when the screen was shown.
    pub query: AttrValue,
    /// What stands there while nothing is looked for.
    pub children: Html,
}

/// What the present address looks for. The address alone holds it: so "Back" from a page leads
/// to the same results, and a link to the contents clears them.
pub fn query() -> String {
    match Route::present() {
        Route::Manual(Some(page)) => page.strip_prefix(SEARCH).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// The field, and below it the results or the contents.
#[component]
pub fn Search(props: &Props) -> Html {
    let typed = use_force_update();
    let index = use_mut_ref(|| None::<Index>);
    let query = query();
    let looks = !query.trim().is_empty();
    // Reading every page takes a moment: only once somebody looks for something.
    let hits = if looks { index.borrow_mut().get_or_insert_with(Index::new).search(&query) } else { Vec::new() };
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            let words = field.value();
            Route::Manual((!words.is_empty()).then(|| format!("{SEARCH}{words}"))).note();
            typed.force_update();
        }
    });
    let onsubmit = {
        let first = hits.first().map(|hit| hit.entry.address());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(first) = &first {
                Route::Manual(Some(first.clone())).go();
            }
        })
    };
    html! {
        <>
            <form class="manual-search" role="search" {onsubmit}>
                <label for="search">{ "Look for" }</label>
                <input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" value={query} {oninput} />
                <p class="hint" id="search-hint">{ "A rule, a setting, a vendor's word such as vMotion or thin, or an id. Enter opens the first page found." }</p>
            </form>
            <p id="found" role="status" class={(!looks).then_some("visually-hidden")}>{ looks.then(|| count(hits.len())) }</p>
            if looks {
                <ol class="hits">{ for hits.iter().take(MOST_SHOWN).map(hit) }</ol>
            } else {
                { props.children.clone() }
            }
        </>
    }
}

fn count(hits: usize) -> String {
    match hits {
        0 => "No page has all these words.".to_owned(),
        1 => "One page found.".to_owned(),
        many if many > MOST_SHOWN => format!("{many} pages found; the first {MOST_SHOWN} are shown."),
        many => format!("{many} pages found."),
    }
}

fn hit(hit: &Hit) -> Html {
    let said = match hit.found {
        Found::Word(said) => Some(format!(" – {said}")),
        _ => None,
    };
    html! {
        <li key={address(hit.entry)}>
            { link(hit.entry) }
            <span class="mark">{ hit.entry.kind_in_words() }{ said }</span>
        </li>
    }
}
