//! The manual: its contents, or one page.

use yew::prelude::*;

use super::{View, heading};

/// The manual.
pub fn show(_view: &View<'_>, _page: Option<&str>) -> Html {
    html! { <div class="screen">{ heading("Manual") }</div> }
}
