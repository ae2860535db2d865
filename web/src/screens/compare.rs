//! Deployments side by side.

use yew::prelude::*;

use super::{View, heading};

/// Deployments side by side.
pub fn show(_view: &View<'_>) -> Html {
    html! { <div class="screen">{ heading("Deployments side by side") }</div> }
}
