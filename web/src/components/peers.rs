//! Which machines an answer goes for.

use exchange_advisor_core::subject::SubjectKind;
use yew::prelude::*;

/// What is shown.
pub struct Peers {
    /// The machine that the page is about.
    pub own: AttrValue,
    pub kind: SubjectKind,
    /// The other machines.
    pub names: Vec<AttrValue>,
    /// Which of them the answer goes for.
    pub chosen: Vec<bool>,
    /// Which of them it is to go for.
    pub choose: Callback<Vec<bool>>,
}

/// Up to so many boxes are in sight; more unfold.
const MOST_IN_SIGHT: usize = 12;

/// Which machines an answer goes for.
pub fn show(props: &Peers) -> Html {
    let kind = if props.kind == SubjectKind::Host { "hosts" } else { "machines" };
    let count = props.chosen.iter().filter(|chosen| **chosen).count();
    let set = |wanted: Vec<bool>| {
        let choose = props.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(wanted.clone()))
    };
    let one = |(place, (name, chosen)): (usize, (&AttrValue, &bool))| {
        let (choose, all, chosen) = (props.choose.clone(), props.chosen.clone(), *chosen);
        let onchange = Callback::from(move |_: Event| {
            let toggled = all.iter().enumerate().map(|(at, was)| if at == place { !was } else { *was });
            choose.emit(toggled.collect());
        });
        html! {
            <label class="choice" key={place}>
                <input type="checkbox" name="peers" value={name.clone()} checked={chosen} {onchange} />
                <span>{ name }</span>
            </label>
        }
    };
    let boxes = html! {
        <div class="boxes">
            <label class="choice"><input type="checkbox" checked={true} disabled={true} /><span>{ &props.own }</span></label>
            { for props.names.iter().zip(&props.chosen).enumerate().map(one) }
        </div>
    };
    html! {
        <fieldset class="peers">
            <legend>{ match count {
                0 => format!("This answer goes for {} alone", props.own),
                _ => format!("This answer goes for {} {kind}", count + 1),
            } }</legend>
            if props.names.len() <= MOST_IN_SIGHT {
                { boxes }
            } else {
                <details><summary>{ format!("Which of the {} {kind}", props.names.len() + 1) }</summary>{ boxes }</details>
            }
            <p class="peers-buttons">
                <button type="button" class="small-button" id="peers-all" onclick={set(vec![true; props.names.len()])}>{ "For all" }</button>
                <button type="button" class="small-button" id="peers-none" onclick={set(vec![false; props.names.len()])}>{ format!("Only for {}", props.own) }</button>
            </p>
        </fieldset>
    }
}
