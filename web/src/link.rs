//! A deployment in an address: `#z=` and its document, deflated by the browser and written
//! with the letters that an address may hold. Addresses like that never reach a server.

use exchange_advisor_core::deployment::{Deployment, from_base64url, to_base64url};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStream, ReadableStreamDefaultReader, WritableStream};

/// What such a fragment begins with.
pub const BEGINNING: &str = "#z=";

/// The longest address that is offered, in characters; of a longer one mail programs and
/// chats lose the end. A file is offered then.
pub const LONGEST: usize = 8_000;

/// The largest document that is taken from an address, in bytes. A few thousand characters
/// can stand for gigabytes.
const LARGEST: usize = 4 << 20;

/// How much is handed to the browser at once. It may become a thousand times as much.
const PIECE: usize = 1 << 10;

/// Why an address carries no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The browser is too old to unpack one.
    Browser,
    /// It is cut off, or was changed on the way.
    Damaged,
    /// It is larger than any deployment.
    TooLarge,
}

impl Unreadable {
    /// In words.
    pub fn told(self) -> &'static str {
        match self {
            Self::Browser => {
                "This browser is too old to open a link like this: it takes Chrome or Edge 80, Firefox 113, \
                 Safari 16.4 or later. Ask for the file instead."
            }
            Self::Damaged => {
                "This link is damaged: its end may have been cut off. Ask for it again, or for the file instead."
            }
            Self::TooLarge => "This link holds more than 4 MB. It was not opened.",
        }
    }
}

/// Makes the fragment that carries a deployment, and hands it on; nothing if the browser
/// is too old.
pub fn encode(deployment: &Deployment, with_names: bool, then: impl FnOnce(Option<String>) + 'static) {
    let document =
        if with_names { deployment.to_json().to_string() } else { deployment.without_names().to_json().to_string() };
    spawn_local(async move {
        let packed = through("CompressionStream", document.as_bytes()).await;
        then(packed.ok().map(|bytes| format!("{BEGINNING}{}", to_base64url(&bytes))));
    });
}

/// Takes the document out of what follows [`BEGINNING`], and hands it on.
pub fn decode(text: &str, then: impl FnOnce(Result<Vec<u8>, Unreadable>) + 'static) {
    let packed = from_base64url(text);
    spawn_local(async move {
        then(match packed {
            Some(bytes) => through("DecompressionStream", &bytes).await,
            None => Err(Unreadable::Damaged),
        });
    });
}

/// Sends bytes through one of the browser's streams.
async fn through(stream: &str, bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let (input, output) = ends(stream).ok_or(Unreadable::Browser)?;
    let writer = input.get_writer().map_err(|_| Unreadable::Browser)?;
    let written = Array::new();
    for piece in bytes.chunks(PIECE) {
        written.push(&writer.write_with_chunk(&Uint8Array::from(piece)));
    }
    written.push(&writer.close());
    // The browser takes a piece when the one before it was read. What becomes of it is seen
    // at the other end; here nobody waits, and nobody is surprised by a failure.
    let _ = Promise::all_settled(&written);

    let reader = ReadableStreamDefaultReader::new(&output).map_err(|_| Unreadable::Browser)?;
    let mut collected = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(|_| Unreadable::Damaged)?;
        let Ok(piece) = member(&step, "value").dyn_into::<Uint8Array>() else { return Ok(collected) };
        if collected.len() + piece.length() as usize > LARGEST {
            // What is left is thrown away unread.
            let _ = Promise::all_settled(&Array::of1(&reader.cancel()));
            return Err(Unreadable::TooLarge);
        }
        collected.extend(piece.to_vec());
    }
}

/// The two ends of a new stream of a kind that not every browser has.
fn ends(kind: &str) -> Option<(WritableStream, ReadableStream)> {
    let constructor: Function = member(&global(), kind).dyn_into().ok()?;
    // With a checksum: without one a link in which a letter was changed can open as another
    // deployment. An older browser refuses the format, or has no streams to write to.
    let stream = Reflect::construct(&constructor, &Array::of1(&"deflate".into())).ok()?;
    Some((member(&stream, "writable").dyn_into().ok()?, member(&stream, "readable").dyn_into().ok()?))
}

fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
