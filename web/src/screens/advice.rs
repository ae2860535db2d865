//! The smallest changes with which the deployment is supported.

use yew::prelude::*;

use super::{View, heading};

/// The smallest changes with which the deployment is supported.
pub fn show(_view: &View<'_>) -> Html {
    html! { <div class="screen">{ heading("What to change") }</div> }
}
