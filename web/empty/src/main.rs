//! A page that does nothing: what the page's size is compared with.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    html! { <h1>{ "Empty" }</h1> }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
