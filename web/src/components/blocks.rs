//! Pieces of the report that the page shows as they are: paragraphs, lists and tables.

use exchange_advisor_core::report::{Block, Table};
use yew::prelude::*;

/// A section of its own, its first block being the heading.
pub fn section(blocks: &[Block<'_>]) -> Html {
    let id = blocks.iter().find_map(|block| match block {
        Block::Section(id, _) => Some(*id),
        _ => None,
    });
    html! { <section class="listed" id={id}>{ for blocks.iter().map(block) }</section> }
}

fn block(block: &Block<'_>) -> Html {
    match block {
        Block::Section(_, title) => html! { <h2>{ title }</h2> },
        Block::Heading(title) => html! { <h3>{ title }</h3> },
        Block::Text(text) => html! { <p>{ text }</p> },
        Block::Points(points) => html! { <ul>{ for points.iter().map(|point| html! { <li>{ point }</li> }) }</ul> },
        Block::Table(table) => self::table(table),
        // The page has its own form of these.
        Block::Title(_) | Block::Verdict(_) | Block::Statement(..) | Block::Finding(..) => html! {},
    }
}

fn table(table: &Table) -> Html {
    html! {
        <table class="rows">
            <thead><tr>{ for table.head.iter().map(|cell| html! { <th scope="col">{ *cell }</th> }) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|row| html! {
                    <tr>{ for table.head.iter().zip(row).map(|(head, cell)| html! { <td data-head={*head}>{ cell }</td> }) }</tr>
                }) }
            </tbody>
        </table>
    }
}
