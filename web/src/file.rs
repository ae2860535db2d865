//! Opening a file, and saving one.

use exchange_advisor_core::deployment::{Deployment, Format, format_of};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, BlobPropertyBag, File, FileReader, HtmlAnchorElement, Url};

use crate::session::{Action, Dispatch};

/// The name that a saved deployment has, and its kind.
pub const NAME: &str = "deployment.json";
/// The kind of a deployment's file.
pub const JSON: &str = "application/json";

/// Reads a file and hands over its bytes; none if it cannot be read.
pub fn open(file: &File, then: impl FnOnce(Vec<u8>) + 'static) {
    let Ok(reader) = FileReader::new() else { return };
    let finished = reader.clone();
    let done = Closure::once_into_js(move || {
        let bytes = finished.result().map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
        then(bytes);
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // A file that cannot be read ends with nothing, which is no document and is told so.
    let _ = reader.read_as_array_buffer(file);
}

/// Hands a text to the browser to be saved under a name.
pub fn save(name: &str, kind_of_text: &str, text: &str) {
    let save = || {
        let parts = js_sys::Array::of1(&text.into());
        let kind = BlobPropertyBag::new();
        kind.set_type(kind_of_text);
        let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let document = web_sys::window()?.document()?;
        let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Url::revoke_object_url(&address).ok()
    };
    // Without a document there is nobody to save for.
    let _ = save();
}

/// A document that was read.
pub struct Read {
    pub deployment: Deployment,
    /// That it was of an older format, and what that changed; mostly empty.
    pub remark: String,
}

/// Reads a document that comes from somewhere, or has the page say what is wrong with it.
pub fn read(bytes: &[u8], from: &str, dispatch: &Dispatch) -> Option<Read> {
    match exchange_advisor_core::open(bytes) {
        Ok(opened) => {
            let changes = opened.changes.join(" ");
            let remark = opened.from.map_or_else(String::new, |older| {
                format!(" It was of the older format {older} and was brought up to date: {changes}")
            });
            Some(Read { deployment: opened.deployment, remark })
        }
        Err(errors) => {
            dispatch.dispatch(Action::Refused(errors));
            if let Format::Newer(number) = format_of(bytes) {
                dispatch.dispatch(Action::Notice(format!(
                    "{} was written by a newer version of the advisor (format {number}). Open it there.",
                    exchange_advisor_core::text::capitalized(from)
                )));
            }
            None
        }
    }
}
