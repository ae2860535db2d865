//! Files and links: to keep the work safely, and to hand it on.

use std::rc::Rc;

use exchange_advisor_core::deployment::Deployment;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{View, heading};
use crate::components::trial;
use crate::{copy, file, link, route};

/// Files and links.
pub fn show(view: &View<'_>) -> Html {
    let save = {
        let text = format!("{:#}\n", view.session.deployment.to_json());
        Callback::from(move |_: MouseEvent| file::save(file::NAME, file::JSON, &text))
    };
    html! {
        <div class="screen share">
            { heading("Save or hand on") }
            { trial::without(view) }
            <section class="group" aria-labelledby="share-file">
                <h2 id="share-file">{ "As a file" }</h2>
                <p>{ "The safe way: a file holds every answer, the open ones too, and the advisor opens it on any computer. A browser can wipe what it keeps." }</p>
                <p><button type="button" class="primary" id="save-here" onclick={save}>{ "Save file" }</button></p>
                <p>{ "A file saved earlier can be " }<a href={route::Route::Compare.href()}>{ "compared with today’s answers" }</a>{ "." }</p>
            </section>
            <section class="group" aria-labelledby="share-link">
                <h2 id="share-link">{ "As a link" }</h2>
                <p>{ "The answers stand in the link itself, behind the #. A browser never sends that part to a server; but whoever gets the link can read it." }</p>
                <Link deployment={view.session.deployment.clone()} />
            </section>
        </div>
    }
}

/// What the link is made of.
#[derive(Properties, PartialEq)]
struct Props {
    deployment: Rc<Deployment>,
}

#[derive(Clone, PartialEq)]
enum Made {
    Not,
    Working,
    Done(AttrValue),
    TooLong(usize),
    Impossible,
}

/// A link that carries the answers.
#[component]
fn Link(props: &Props) -> Html {
    let names = use_state(|| false);
    let made = use_state(|| Made::Not);
    {
        let (made, deployment) = (made.clone(), props.deployment.clone());
        use_effect_with((props.deployment.clone(), *names), move |(_, names)| {
            made.set(Made::Working);
            let made = made.clone();
            link::encode(&deployment, *names, move |fragment| {
                made.set(match fragment.map(|fragment| format!("{}{fragment}", route::base())) {
                    None => Made::Impossible,
                    Some(link) if link.len() > link::LONGEST => Made::TooLong(link.len()),
                    Some(link) => Made::Done(link.into()),
                });
            });
        });
    }
    let onchange = {
        let names = names.clone();
        Callback::from(move |event: Event| {
            names.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
        })
    };
    html! {
        <>
            <p>
                <label class="choice">
                    <input type="checkbox" id="with-names" checked={*names} {onchange} />
                    <span>{ "With names and free text (the deployment's name, names of machines, reasons)" }</span>
                </label>
            </p>
            { match &*made {
                Made::Not | Made::Working => html! { <p>{ "The link is being made." }</p> },
                Made::Done(link) => html! {
                    <>
                        <p class="field"><label for="link">{ "The link" }</label>
                            <input id="link" type="text" class="wide" readonly={true} value={link.clone()} /></p>
                        <p><copy::Button text={link.clone()} label="Copy the link" about={format!("{} characters", link.len())} />
                            { format!(" {} characters.", link.len()) }
                            if link.len() > MAIL {
                                { " Some mail programs cut links of this length; a file is safer." }
                            }
                        </p>
                    </>
                },
                Made::TooLong(length) => html! {
                    <p id="too-long">{ format!("With these answers the link would have {length} characters, more than the {} that programs pass on reliably. Save a file and send that.", link::LONGEST) }</p>
                },
                Made::Impossible => html! { <p>{ "This browser cannot compress, so there is no link. Save a file and send that." }</p> },
            } }
        </>
    }
}

/// Longer links are cut by some mail programs.
const MAIL: usize = 2_000;
