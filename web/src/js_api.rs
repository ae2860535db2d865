//! `globalThis.exchangeAdvisor`: the same assessment for other programs in the browser.

use exchange_advisor_core::ADVISOR_VERSION;
use exchange_advisor_core::assess::assess;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, AnswerRef, ReadErrors, Subject, Value};
use exchange_advisor_core::questions::deployment::AS_OF;
use js_sys::{Error, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::js_value;

/// Sets `globalThis.exchangeAdvisor`.
pub fn install() {
    let closure = Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(|deployment, options| {
        run(&deployment, &options).map_err(|message| Error::new(&message).into())
    });
    let api = Object::new();
    // Only a frozen object refuses a member, and this one is new.
    let _ = Reflect::set(&api, &"assess".into(), closure.as_ref());
    let _ = Reflect::set(&api, &"version".into(), &ADVISOR_VERSION.into());
    let _ = Reflect::set(&js_sys::global(), &"exchangeAdvisor".into(), &api);
    // It lives as long as the page.
    closure.forget();
}

fn run(deployment: &JsValue, options: &JsValue) -> Result<JsValue, String> {
    let as_of = as_of(options)?;
    let (tree, mut faults) = js_value::read(deployment);
    match exchange_advisor_core::from_json(&tree) {
        Ok(mut deployment) if faults.is_empty() => {
            if let Some(day) = as_of {
                let at = AnswerRef { subject: Subject::Deployment, slot: AS_OF.slot() };
                // A day is always an answer to this question.
                let _ = deployment.set(at, Answer::Given(Value::Date(day)));
            }
            js_value::plain(&assess(&deployment, today()).to_json()).map_err(|error| error.to_string())
        }
        Ok(_) => Err(ReadErrors { errors: faults, more: 0 }.to_string()),
        Err(errors) => {
            faults.extend(errors.errors);
            Err(ReadErrors { errors: faults, more: errors.more }.to_string())
        }
    }
}

/// The day to judge by, which beats the document's own.
fn as_of(options: &JsValue) -> Result<Option<Date>, String> {
    if options.is_undefined() || options.is_null() {
        return Ok(None);
    }
    let day = Reflect::get(options, &"asOf".into()).map_err(|_| "the options have to be an object".to_owned())?;
    if day.is_undefined() || day.is_null() {
        return Ok(None);
    }
    let found = day.as_string().unwrap_or_else(|| format!("{day:?}"));
    Date::parse(&found)
        .map(Some)
        .ok_or_else(|| format!("asOf: found `{found}`; allowed is a day of the calendar, written YYYY-MM-DD"))
}

/// Today, where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(9999);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or(Date::EPOCH)
}
