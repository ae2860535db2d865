//! The report as a file, and on paper.

use std::rc::Rc;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::report::{Extent, Report, file_name};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::accept::element;
use crate::file;

/// The forms that a report is saved in: id of the button, words on it, ending and kind of the file.
const FORMS: [(&str, &str, &str, &str); 4] = [
    ("save-html", "HTML file", "html", "text/html"),
    ("save-markdown", "Markdown", "md", "text/markdown"),
    ("save-csv", "CSV for a spreadsheet", "csv", "text/csv"),
    ("save-json", "JSON", "json", file::JSON),
];

/// The mark on the document while only a summary is printed.
const MARK: &str = "data-summary";

/// Buttons that save and print the report.
pub fn show(deployment: &Rc<Deployment>, today: Date) -> Html {
    let save = |form: (&'static str, &'static str, &'static str, &'static str)| {
        let deployment = deployment.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let without = element::<HtmlInputElement>("without-names").is_some_and(|tick| tick.checked());
            let text = if without {
                written(&deployment.without_names_for_report(), today, form.2)
            } else {
                written(&deployment, today, form.2)
            };
            file::save(&format!("{}.{}", file_name(today), form.2), form.3, &text);
        });
        html! { <button type="button" id={form.0} {onclick}>{ form.1 }</button> }
    };
    let print = |summary: bool| Callback::from(move |_: MouseEvent| print(summary));
    html! {
        <section class="group no-print" id="export" aria-labelledby="export-title">
            <h2 id="export-title">{ "Hand the result on" }</h2>
            <p>{ "A report with the verdict, what it assumes, every finding, all answers and the sources. The HTML file needs nothing else and can be sent by mail." }</p>
            <p>
                <label class="choice">
                    <input type="checkbox" id="without-names" />
                    <span>{ "Replace names: host 1, guest 2; leave out reasons and owners" }</span>
                </label>
            </p>
            <p class="buttons">{ for FORMS.into_iter().map(save) }</p>
            <p class="buttons">
                <button type="button" id="print-summary" onclick={print(true)}>{ "Print a summary" }</button>
                <button type="button" id="print-all" onclick={print(false)}>{ "Print everything" }</button>
            </p>
        </section>
    }
}

fn written(deployment: &Deployment, today: Date, ending: &str) -> String {
    let assessment = assess(deployment, today);
    let report = Report::new(&assessment, today).with_advice();
    match ending {
        "html" => report.to_html(Extent::Whole),
        "md" => report.to_markdown(Extent::Whole),
        "csv" => report.to_csv(),
        _ => format!("{:#}\n", report.to_json()),
    }
}

fn print(summary: bool) {
    let Some(window) = web_sys::window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    if let (true, Some(root)) = (summary, root) {
        // Only a wrong name is refused.
        let _ = root.set_attribute(MARK, "true");
        // Printing may go on after the call; whatever is printed next is whole again.
        let at = window.clone();
        let done = Closure::once_into_js(move || {
            at.set_onafterprint(None);
            drop(root.remove_attribute(MARK));
        });
        window.set_onafterprint(Some(done.unchecked_ref()));
    }
    // A browser that cannot print says so itself.
    let _ = window.print();
}
