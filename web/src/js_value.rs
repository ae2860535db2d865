//! Values of JavaScript as the core's JSON tree, and back as plain objects.

use exchange_advisor_core::deployment::json::{DEEPEST, Json, MOST_VALUES};
use exchange_advisor_core::deployment::{Fault, ReadError};
use js_sys::{Array, JsString, Number, Object, Reflect};
use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value, with everything in it that JSON does not have.
///
/// Members that are `undefined` count as left out. What cannot be held is replaced by
/// `null`, so that the rest is read too and every error is told at once.
pub fn read(value: &JsValue) -> (Json<'static>, Vec<ReadError>) {
    let mut reader = Reader { around: Vec::new(), values: 0, errors: Vec::new() };
    let tree = reader.value(value, "");
    (tree, reader.errors)
}

struct Reader {
    /// The lists and objects that the present value is in.
    around: Vec<JsValue>,
    values: usize,
    errors: Vec<ReadError>,
}

impl Reader {
    fn complain(&mut self, path: &str, found: &str) -> Json<'static> {
        self.errors.push(ReadError {
            fault: Fault::WrongType,
            path: path.to_owned(),
            found: found.to_owned(),
            allowed: "what JSON can hold".to_owned(),
            nearest: None,
        });
        Json::Null
    }

    fn value(&mut self, value: &JsValue, path: &str) -> Json<'static> {
        self.values += 1;
        if value.is_null() || value.is_undefined() {
            return Json::Null;
        }
        if let Some(flag) = value.as_bool() {
            return Json::Bool(flag);
        }
        if let Some(number) = value.as_f64() {
            return if number.is_finite() {
                Json::Number(as_json_writes(number).into())
            } else {
                self.complain(path, &number.to_string())
            };
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            return if text.is_valid_utf16() {
                Json::String(String::from(text).into())
            } else {
                self.complain(path, "a text with half a character (a lone surrogate)")
            };
        }
        let plain = Array::is_array(value) || is_plain(value);
        if !plain {
            return self.complain(path, &name_of(value));
        }
        if self.around.iter().any(|outer| Object::is(outer, value)) {
            return self.complain(path, "a value that contains itself");
        }
        if self.around.len() >= DEEPEST || self.values > MOST_VALUES {
            return self.complain(path, "too much: it is nested too deep or has too many values");
        }
        self.around.push(value.clone());
        let tree = match value.dyn_ref::<Array>() {
            Some(list) => {
                let members = (0..list.length()).map(|place| self.value(&list.get(place), &format!("{path}[{place}]")));
                Json::Array(members.collect())
            }
            None => self.object(value, path),
        };
        self.around.pop();
        tree
    }

    fn object(&mut self, value: &JsValue, path: &str) -> Json<'static> {
        let mut members = Vec::new();
        for key in Object::keys(value.unchecked_ref::<Object>()).iter() {
            let Ok(member) = Reflect::get(value, &key) else {
                return self.complain(path, "an object that cannot be read");
            };
            let name = key.as_string().unwrap_or_default();
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            if !key.unchecked_ref::<JsString>().is_valid_utf16() {
                self.complain(&path, "a key with half a character (a lone surrogate)");
            } else if !member.is_undefined() {
                let member = self.value(&member, &path);
                members.push((name.into(), member));
            }
        }
        Json::Object(members)
    }
}

/// A finite number as JavaScript and JSON write it: the shortest text that means it.
fn as_json_writes(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map_or_else(|_| number.to_string(), String::from)
}

/// Whether it is an object of the ordinary kind, not a `Map`, a `Date` or the like.
fn is_plain(value: &JsValue) -> bool {
    if !value.is_object() {
        return false;
    }
    let prototype = Object::get_prototype_of(value);
    // An object of another window has another `Object`, but no prototype above its own either.
    prototype.is_null() || Object::get_prototype_of(&prototype).is_null()
}

fn name_of(value: &JsValue) -> String {
    let kind = value.js_typeof().as_string().unwrap_or_default();
    let constructor =
        Reflect::get(value, &"constructor".into()).and_then(|made_by| Reflect::get(&made_by, &"name".into()));
    match constructor.ok().and_then(|name| name.as_string()) {
        Some(name) if kind == "object" => format!("an object of the kind {name}"),
        _ => format!("a {kind}"),
    }
}

/// A tree that becomes a plain value of JavaScript.
pub struct Plain<'a>(pub &'a Json<'a>);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(flag) => serializer.serialize_bool(*flag),
            Json::Number(text) => serializer.serialize_f64(text.parse().unwrap_or(f64::NAN)),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(members) => serializer.collect_seq(members.iter().map(Plain)),
            Json::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key.as_ref(), &Plain(value))?;
                }
                map.end()
            }
        }
    }
}

/// A tree as a plain value of JavaScript.
///
/// # Errors
///
/// What serde-wasm-bindgen cannot make; it can make every tree.
pub fn plain(json: &Json<'_>) -> Result<JsValue, serde_wasm_bindgen::Error> {
    Plain(json).serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}
