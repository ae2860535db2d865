//! The page as a whole: what is in hand, which screen is shown, what is kept.

use std::cell::RefCell;
use std::rc::Rc;

use exchange_advisor_core::assess::{Assessment, Outcome, assess};
use exchange_advisor_core::deployment::ReadError;
use exchange_advisor_core::interview::Ask;
use exchange_advisor_core::questions::deployment::NAME;
use exchange_advisor_core::rule::Severity;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::components::{standing, trial, verdict};
use crate::keeping::Keeping;
use crate::route::{self, Carried, Route};
use crate::screens::{self, View};
use crate::session::{Action, Dispatch, Session};
use crate::store::Store;
use crate::{file, js_api, link};

/// So many errors of a document are in sight at once; the others unfold.
const ERRORS_IN_SIGHT: usize = 50;

/// The product.
const PRODUCT: &str = "Exchange virtualization advisor";

/// The heading where an address leads to no question.
const NO_SUCH_QUESTION: &str = "This question is not here";

/// The session as it was shown last, for what comes from outside.
type Latest = Rc<RefCell<Option<UseReducerHandle<Session>>>>;

/// The page.
#[component]
pub fn App() -> Html {
    let store = use_memo((), |()| Store::open());
    let session = {
        let store = store.clone();
        use_reducer(move || Session::new(Keeping::resume(&store)))
    };
    let latest: Latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some(session.clone());
    let route = use_state(Route::present);
    let shown_anew = use_force_update();
    let keeping = Keeping::new((*store).clone(), Callback::from(move |()| shown_anew.force_update()));
    let today = use_memo((), |()| js_api::today());
    use_addresses(&session, &route, &keeping);
    use_other_tabs(&latest, &store, &keeping);
    {
        // Before the next paint, so that a tab that is killed has lost nothing that was seen.
        let (keeping, now) = (keeping.clone(), session.clone());
        use_effect_with((session.deployment.clone(), session.drafts.clone(), session.course), move |_| {
            keeping.save(&now, &now.dispatcher());
        });
    }
    use_arrival(&route, &session);
    use_title(title(&route, &session));
    let result = *route == Route::Result;
    let tried = session.trial().filter(|_| result);
    let judged = tried.map_or(&session.deployment, |tried| tried.deployment()).clone();
    let assessment = assess(&judged, *today);
    let view = View {
        session: &session,
        judged: judged.clone(),
        assessment: &assessment,
        today: *today,
        dispatch: session.dispatcher(),
    };
    let beside = matches!(*route, Route::All(_));
    let alone = result
        || matches!(
            *route,
            Route::Start
                | Route::Machines
                | Route::Unknown
                | Route::Share
                | Route::Advice
                | Route::Compare
                | Route::Manual(_)
        );
    let standing = !result
        && !beside
        && !matches!(*route, Route::Start | Route::Share | Route::Advice | Route::Compare | Route::Manual(_));
    html! {
        <>
            <a class="skip" href="#main" onclick={skip()}>{ "Skip to the content" }</a>
            { header(&view, &route, &keeping) }
            <div id="said" class="visually-hidden" role="status" aria-live="polite">{ said(&assessment, tried.is_some()) }</div>
            <div class={classes!("columns", alone.then_some("alone"), beside.then_some("with-all"))}>
                <main id="main" tabindex="-1">
                    { trial::bar(&view, &route) }
                    { messages(&view, &keeping) }
                    { screen(&view, &route, &keeping) }
                </main>
                if beside {
                    <verdict::VerdictPanel deployment={session.deployment.clone()} today={*today} dispatch={session.dispatcher()} />
                } else if standing {
                    { standing::show(&assessment, session.course) }
                }
            </div>
            <footer>
                <p>{ "Nothing that you answer leaves this computer. The advisor judges by Microsoft's published support policy as far as that could be read, and is not a Microsoft product." }</p>
            </footer>
        </>
    }
}

/// Follows the address, and opens what it carries.
#[hook]
fn use_addresses(session: &UseReducerHandle<Session>, route: &UseStateHandle<Route>, keeping: &Keeping) {
    let (dispatch, route, keeping) = (session.dispatcher(), route.clone(), keeping.clone());
    use_effect_with((), move |()| {
        if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
            // The tests wait for this, and walk the screens.
            let _ = root.set_attribute("data-ready", "true");
            let _ = root.set_attribute("data-screens", &route::SCREENS.map(|(name, _)| name).join(" "));
        }
        let before = RefCell::new(Route::Start);
        let follow = move || {
            if let Some(carried) = route::carried() {
                open_carried(carried, &keeping, &dispatch);
                return;
            }
            let present = Route::present();
            if let Route::All(Some(path)) = &present {
                dispatch.dispatch(Action::Go(path.clone()));
            }
            dispatch.dispatch(Action::Fault(None));
            // Only the question that was gone to from the list of answers leads back there.
            let was_question = matches!(before.replace(present.clone()), Route::Question(_));
            if was_question || !matches!(present, Route::Question(_)) {
                dispatch.dispatch(Action::Returns(false));
            }
            route.set(present);
        };
        follow();
        let listener = route::listen(follow);
        move || drop(listener)
    });
}

/// Opens the document of an address, as a deployment of its own, and goes to its answers.
fn open_carried(carried: Carried, keeping: &Keeping, dispatch: &Dispatch) {
    match carried {
        Carried::Plain(text) => open_document(text.as_bytes(), "the link", keeping, dispatch),
        Carried::Compressed(text) => {
            let (keeping, dispatch) = (keeping.clone(), dispatch.clone());
            link::decode(&text, move |read| match read {
                Ok(bytes) => open_document(&bytes, "the link", &keeping, &dispatch),
                Err(error) => {
                    dispatch.dispatch(Action::Notice(error.told().to_owned()));
                    Route::Start.replace();
                }
            });
        }
    }
}

/// Opens a document. What was in hand is kept.
fn open_document(bytes: &[u8], from: &str, keeping: &Keeping, dispatch: &Dispatch) {
    match file::read(bytes, from, dispatch) {
        Some(read) => {
            let notice = format!("Opened from {from}, as a deployment of its own.{}", read.remark);
            keeping.take_on(read.deployment, Some(notice), dispatch);
            if !matches!(Route::present(), Route::All(_) | Route::Result) || route::carried().is_some() {
                Route::Answers.replace();
            }
        }
        None if route::carried().is_some() => Route::Start.replace(),
        None => {}
    }
}

/// Hears what other tabs do.
#[hook]
fn use_other_tabs(latest: &Latest, store: &Rc<Store>, keeping: &Keeping) {
    let (latest, store, keeping) = (latest.clone(), store.clone(), keeping.clone());
    use_effect_with((), move |()| {
        let listener = store.listen(move |news| {
            let session = latest.borrow().clone();
            if let Some(session) = session {
                keeping.news(news, &session, &session.dispatcher());
            }
        });
        move || drop(listener)
    });
}

/// When a screen comes, the keyboard is on its heading, and its top is in sight.
#[hook]
fn use_arrival(route: &UseStateHandle<Route>, session: &UseReducerHandle<Session>) {
    let before = use_mut_ref(|| None::<Route>);
    let _ = session;
    use_effect_with((**route).clone(), move |route| {
        let came_from = before.borrow_mut().replace(route.clone());
        let within_all = matches!((&came_from, route), (Some(Route::All(_)), Route::All(_)));
        if came_from.is_none() || within_all || matches!(route, Route::All(Some(_))) {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        window.scroll_to_with_x_and_y(0.0, 0.0);
        focus_heading();
    });
}

/// The keyboard goes to the heading of the screen.
pub fn focus_heading() {
    let document = web_sys::window().and_then(|window| window.document());
    let heading = document.and_then(|document| document.get_element_by_id("heading"));
    if let Some(heading) = heading.and_then(|heading| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(heading).ok()) {
        // An element that is on the page can be focused.
        let _ = heading.focus();
    }
}

#[hook]
fn use_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    });
}

fn title(route: &Route, session: &Session) -> String {
    let screen = match route {
        Route::Start => None,
        Route::Question(path) => {
            Some(Ask::at_path(&session.deployment, path).map_or(NO_SUCH_QUESTION, Ask::wording).to_owned())
        }
        Route::Settled => Some("What next".to_owned()),
        Route::Answers => Some("Check your answers".to_owned()),
        Route::Machines => Some("Machines side by side".to_owned()),
        Route::Result => Some("Result".to_owned()),
        Route::Unknown => Some("Open questions".to_owned()),
        Route::Share => Some("Save or hand on".to_owned()),
        Route::Advice => Some("What to change".to_owned()),
        Route::Compare => Some("Deployments side by side".to_owned()),
        Route::Manual(page) => Some(screens::manual::title(page.as_deref())),
        Route::All(_) => Some("All questions".to_owned()),
    };
    let name: Option<String> = session.deployment.get(NAME).filter(|name: &String| !name.trim().is_empty());
    let wrong = session.fault.is_some() || session.errors.is_some();
    let parts: Vec<String> = screen.into_iter().chain(name).chain([PRODUCT.to_owned()]).collect();
    format!("{}{}", if wrong { "Error: " } else { "" }, parts.join(" – "))
}

/// What a screen reader is told when it changes.
fn said(assessment: &Assessment<'_>, tried: bool) -> String {
    let headline = assessment.verdict.label();
    let broken = assessment.with(Severity::Requirement, Outcome::Violated).count();
    let trial = if tried { "Trial. " } else { "" };
    match broken {
        0 => format!("{trial}Verdict: {headline}."),
        1 => format!("{trial}Verdict: {headline}. One requirement is broken."),
        many => format!("{trial}Verdict: {headline}. {many} requirements are broken."),
    }
}

/// To the content, without changing the address, which is the screen's.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let main = web_sys::window().and_then(|window| window.document()?.get_element_by_id("main"));
        if let Some(main) = main.and_then(|main| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(main).ok()) {
            // An element that is on the page can be focused.
            let _ = main.focus();
        }
    })
}

fn screen(view: &View<'_>, route: &Route, keeping: &Keeping) -> Html {
    match route {
        Route::Start => screens::start::show(view, keeping),
        Route::Question(path) => match Ask::at_path(&view.session.deployment, path) {
            Some(Ask::Answer(at)) => screens::question::show(view, at),
            Some(list) => screens::count::show(view, list),
            None => no_such_question(view, path),
        },
        Route::Settled => screens::settled::show(view),
        Route::Answers => screens::answers::show(view),
        Route::Machines => screens::machines::show(view),
        Route::Result => screens::result::show(view),
        Route::Unknown => screens::unknown::show(view),
        Route::Share => screens::share::show(view),
        Route::Advice => screens::advice::show(view, keeping),
        Route::Compare => screens::compare::show(view, keeping),
        Route::Manual(page) => screens::manual::show(view, page.as_deref()),
        Route::All(_) => screens::all::show(view),
    }
}

/// An address of a machine that is not here, or of no question at all.
fn no_such_question(view: &View<'_>, path: &str) -> Html {
    html! {
        <div class="screen">
            { screens::heading(NO_SUCH_QUESTION) }
            <p>{ "The address names " }<code>{ path.to_owned() }</code>{ ". The machine may have been renamed or removed, or the link comes from another deployment." }</p>
            <p>{ screens::action(&view.next(), "Go on with the questions", "go-on") }</p>
        </div>
    }
}

fn header(view: &View<'_>, route: &Route, keeping: &Keeping) -> Html {
    let save = {
        let text = format!("{:#}\n", view.session.deployment.to_json());
        let (dispatch, tried) = (view.dispatch.clone(), view.session.trial().is_some());
        Callback::from(move |_: MouseEvent| {
            file::save(file::NAME, file::JSON, &text);
            if tried {
                dispatch.dispatch(Action::Notice(trial::WITHOUT.to_owned()));
            }
        })
    };
    let open = {
        let (dispatch, keeping) = (view.dispatch.clone(), keeping.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                let (dispatch, keeping) = (dispatch.clone(), keeping.clone());
                let name = format!("the file {}", chosen.name());
                file::open(&chosen, move |bytes| open_document(&bytes, &name, &keeping, &dispatch));
            }
            // The same file can be opened again after it was mended.
            input.set_value("");
        })
    };
    let new = {
        let (dispatch, keeping) = (view.dispatch.clone(), keeping.clone());
        Callback::from(move |_: MouseEvent| keeping.begin(&dispatch))
    };
    let step = |action: fn() -> Action| {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    // What is undone is given, and on the result a trial hides that.
    let hidden = *route == Route::Result && view.session.trial().is_some();
    let (undoes, redoes) = (view.session.undoes().filter(|_| !hidden), view.session.redoes().filter(|_| !hidden));
    let link = |to: Route, label: &str, current: bool| {
        html! { <li><a href={to.href()} aria-current={current.then_some("page")}>{ label.to_owned() }</a></li> }
    };
    let is_question = matches!(route, Route::Question(_) | Route::Settled);
    html! {
        <header>
            <a class="product" href={Route::Start.href()} aria-current={(*route == Route::Start).then_some("page")}>{ PRODUCT }</a>
            <nav aria-label="Screens">
                <ul>
                    { link(view.next(), "Questions", is_question) }
                    { link(Route::Answers, "Answers", *route == Route::Answers || *route == Route::Machines) }
                    { link(Route::Result, "Result", matches!(route, Route::Result | Route::Unknown | Route::Advice | Route::Compare)) }
                    { link(Route::All(None), "All questions", matches!(route, Route::All(_))) }
                    { link(Route::Manual(None), "Manual", matches!(route, Route::Manual(_))) }
                    { link(Route::Share, "Link", *route == Route::Share) }
                </ul>
            </nav>
            <div class="actions">
                <span class="kept-short" id="kept-short">{ keeping.in_short() }</span>
                <button id="undo" type="button" disabled={undoes.is_none()} onclick={step(|| Action::Undo)} aria-label={undoes.map(|what| format!("Undo: {what}"))}>{ "Undo" }</button>
                <button id="redo" type="button" disabled={redoes.is_none()} onclick={step(|| Action::Redo)} aria-label={redoes.map(|what| format!("Redo: {what}"))}>{ "Redo" }</button>
                <label class="button" for="open">{ "Open file" }</label>
                <input id="open" class="visually-hidden" type="file" accept=".json,application/json" onchange={open} />
                <button id="save" type="button" onclick={save}>{ "Save file" }</button>
                <button id="new" type="button" class="wide" onclick={new}>{ "Start anew" }</button>
            </div>
        </header>
    }
}

/// What the page has to say: that work is not kept, what happened, what is wrong with a file.
fn messages(view: &View<'_>, keeping: &Keeping) -> Html {
    let dismiss = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Dismiss);
            // The button goes with the message; the keyboard must be somewhere.
            focus_heading();
        })
    };
    let decide = |more: bool| {
        let keeping = keeping.clone();
        Callback::from(move |_: MouseEvent| keeping.keep_more(more))
    };
    let notices = &view.session.notices;
    html! {
        <>
            if let Some(warning) = keeping.warning() {
                <div class="message warning" id="not-kept" role="alert"><p>{ warning }</p></div>
            }
            if keeping.offers_more() && !view.session.id.is_empty() {
                <div class="message" id="offer-more">
                    <p>{ "This page comes from a disk, so your answers are kept for this tab only: other pages from disks could read what the browser keeps for longer. Keep them in this browser all the same?" }</p>
                    <p class="buttons">
                        <button type="button" id="offer-yes" onclick={decide(true)}>{ "Keep in this browser" }</button>
                        <button type="button" id="offer-no" onclick={decide(false)}>{ "Only for this tab" }</button>
                    </p>
                </div>
            }
            <div role="status" id="notices">
                if !notices.is_empty() {
                    <div class="message">
                        { for notices.iter().map(|notice| html! { <p>{ notice }</p> }) }
                        <p><button type="button" class="small-button" id="dismiss" onclick={dismiss.clone()}>{ "Close" }</button></p>
                    </div>
                }
            </div>
            { errors(view, dismiss) }
        </>
    }
}

fn errors(view: &View<'_>, dismiss: Callback<MouseEvent>) -> Html {
    let Some(errors) = &view.session.errors else { return html! {} };
    let line = |error: &ReadError| html! { <li>{ error.to_string() }</li> };
    html! {
        <div id="errors" class="errors" role="alert">
            <h2>{ "The document was not opened" }</h2>
            <p>{ "Your answers are as they were. This is wrong in the document:" }</p>
            <ul>{ for errors.errors.iter().take(ERRORS_IN_SIGHT).map(line) }</ul>
            if errors.errors.len() > ERRORS_IN_SIGHT {
                <details>
                    <summary>{ format!("and {} more", errors.errors.len() + errors.more - ERRORS_IN_SIGHT) }</summary>
                    <ul>{ for errors.errors.iter().skip(ERRORS_IN_SIGHT).map(line) }</ul>
                    if errors.more > 0 {
                        <p>{ format!("and {} that are not listed", errors.more) }</p>
                    }
                </details>
            }
            <button type="button" onclick={dismiss}>{ "Close" }</button>
        </div>
    }
}
