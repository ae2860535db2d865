//! The manual's pages: its blocks, which the core makes, in the form of the page.

use exchange_advisor_core::manual::{Block, Entry, Line, Piece};
use yew::prelude::*;

use crate::route::Route;

/// Where an entry's page is.
pub fn address(entry: Entry) -> String {
    Route::Manual(Some(entry.address())).href()
}

/// A link to an entry's page.
pub fn link(entry: Entry) -> Html {
    html! { <a href={address(entry)}>{ &*entry.title() }</a> }
}

/// A block. A table says its roles anew, since narrow windows show its rows one below the other.
pub fn block(block: &Block) -> Html {
    match block {
        Block::Heading(heading) => html! { <h2>{ &**heading }</h2> },
        Block::Text(text) => html! { <p>{ line(text) }</p> },
        Block::List(list) => lines(list),
        Block::Folded(title, list) => html! {
            <details class="contents"><summary>{ &**title }</summary>{ lines(list) }</details>
        },
        Block::Fields(fields) => html! { <dl>{ for fields.iter().map(|(name, values)| field(name, values)) }</dl> },
        Block::Table { head, rows } => html! {
            <table role="table" class="manual-table">
                <thead role="rowgroup">
                    <tr role="row">{ for head.iter().map(|name| html! { <th role="columnheader" scope="col">{ *name }</th> }) }</tr>
                </thead>
                <tbody role="rowgroup">{ for rows.iter().map(|cells| row(head, cells)) }</tbody>
            </table>
        },
    }
}

fn field(name: &'static str, values: &[Line]) -> Html {
    let value = if let [only] = values { line(only) } else { lines(values) };
    html! { <><dt>{ name }</dt><dd>{ value }</dd></> }
}

fn row(head: &[&'static str], cells: &[Line]) -> Html {
    let cell = |(place, (name, cell)): (usize, (&&'static str, &Line))| match place {
        0 => html! { <th role="rowheader" scope="row" data-head={*name}>{ line(cell) }</th> },
        _ => html! { <td role="cell" data-head={*name}>{ line(cell) }</td> },
    };
    html! { <tr role="row">{ for head.iter().zip(cells).enumerate().map(cell) }</tr> }
}

fn lines(list: &[Line]) -> Html {
    html! { <ul>{ for list.iter().map(|text| html! { <li>{ line(text) }</li> }) }</ul> }
}

fn line(line: &[Piece]) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => html! { &**text },
        Piece::Code(code) => html! { <code>{ &**code }</code> },
        Piece::Link(entry) => link(*entry),
        Piece::Document(title, place) => {
            html! { <a href={*place} rel="noreferrer noopener" target="_blank">{ *title }</a> }
        }
    };
    line.iter().map(piece).collect()
}
