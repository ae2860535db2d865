//! Reading one answer: its type, its range, and what may have been meant.

use std::collections::BTreeMap;

use super::error::{Fault, ReadError, ReadErrors};
use super::json::Json;
use super::{GuestIndex, HostIndex, Value};
use crate::choice::Choice;
use crate::date::Date;
use crate::decimal::{Decimal, NumberFault, parse_whole};
use crate::question::Kind;

/// Where in the document the reader is.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Key(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl std::fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(&short(key)),
            Self::Key(parent, key) => write!(f, "{parent}.{}", short(key)),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// The ids of a list and their places in it.
pub(super) type Ids<'a> = BTreeMap<&'a str, u32>;

/// The ids that an answer can refer to.
pub(super) struct References<'a> {
    pub hosts: Ids<'a>,
    pub guests: Ids<'a>,
}

/// Beyond so many candidates none is looked for: it would take too long.
const MOST_CANDIDATES: usize = 256;

/// An error without its path.
pub(super) struct Complaint {
    pub fault: Fault,
    pub found: String,
    pub allowed: String,
    pub nearest: Option<String>,
}

impl Complaint {
    pub fn at(self, path: &Path<'_>) -> ReadError {
        let Self { fault, found, allowed, nearest } = self;
        ReadError { fault, path: path.to_string(), found, allowed, nearest }
    }
}

/// Reads one answer that is not `null`. Complaints about members of a list have the
/// member's path.
pub(super) fn read(
    kind: &Kind,
    json: &Json<'_>,
    path: &Path<'_>,
    ids: &References<'_>,
    errors: &mut ReadErrors,
) -> Option<Value> {
    let result = match kind {
        Kind::Flag => flag(json),
        Kind::Count { min, max } => count(json, *min, *max).map(Value::Count),
        Kind::Amount { zero, unit } => amount(json, *zero, unit).map(Value::Amount),
        Kind::Choice(list) => choice(json, list).map(Value::Choice),
        Kind::Text { longest } => text(json, 0, *longest).map(|text| Value::Text(text.into())),
        Kind::Date => date(json).map(Value::Date),
        Kind::Host => reference(json, &ids.hosts, "hosts").map(|index| Value::Host(HostIndex(index))),
        Kind::Set { of, .. } => {
            let members = members(json, &choices_allowed(of), path, errors, |member| choice(member, of))?;
            return Some(Value::Set(members.into_iter().fold(0, |set, member| set | 1 << member)));
        }
        Kind::Guests => {
            let read = |member: &Json<'_>| reference(member, &ids.guests, "vms");
            let members = members(json, "ids of vms", path, errors, read)?;
            return Some(Value::Guests(members.into_iter().map(GuestIndex).collect()));
        }
    };
    result.map_err(|complaint| errors.push(|| complaint.at(path))).ok()
}

fn members<T: Ord + Copy>(
    json: &Json<'_>,
    allowed: &str,
    path: &Path<'_>,
    errors: &mut ReadErrors,
    read: impl Fn(&Json<'_>) -> Result<T, Complaint>,
) -> Option<Vec<T>> {
    let Json::Array(list) = json else {
        errors.push(|| wrong_type(json, format!("a list of {allowed}"), None).at(path));
        return None;
    };
    let mut seen = std::collections::BTreeSet::new();
    let mut members = Vec::with_capacity(list.len());
    let mut whole = true;
    for (place, member) in list.iter().enumerate() {
        let path = Path::Index(path, place);
        match read(member) {
            Ok(value) if seen.insert(value) => members.push(value),
            Ok(_) => {
                whole = false;
                errors.push(|| {
                    let allowed = "each member once".to_owned();
                    Complaint { fault: Fault::DuplicateMember, found: show(member), allowed, nearest: None }.at(&path)
                });
            }
            Err(complaint) => {
                whole = false;
                errors.push(|| complaint.at(&path));
            }
        }
    }
    whole.then_some(members)
}

fn flag(json: &Json<'_>) -> Result<Value, Complaint> {
    let meant = match json {
        Json::Bool(flag) => return Ok(Value::Flag(*flag)),
        Json::String(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "y" | "on" => Some("true".to_owned()),
            "false" | "no" | "n" | "off" => Some("false".to_owned()),
            _ => None,
        },
        _ => None,
    };
    Err(wrong_type(json, "true, false or null".to_owned(), meant))
}

fn count(json: &Json<'_>, min: u64, max: u64) -> Result<u64, Complaint> {
    let allowed = || format!("a whole number from {min} to {max}");
    let Json::Number(text) = json else {
        let meant = number_in(json).filter(|text| parse_whole(text).is_ok_and(|n| (min..=max).contains(&n)));
        return Err(wrong_type(json, allowed(), meant));
    };
    let out_of_range = |nearest: u64| Complaint {
        fault: Fault::OutOfRange,
        found: show(json),
        allowed: allowed(),
        nearest: Some(nearest.to_string()),
    };
    match parse_whole(text) {
        Ok(number) if number < min => Err(out_of_range(min)),
        Ok(number) if number > max => Err(out_of_range(max)),
        Ok(number) => Ok(number),
        Err(NumberFault::Negative) => Err(out_of_range(min)),
        Err(NumberFault::TooLarge) => Err(out_of_range(max)),
        Err(NumberFault::TooFine) => Err(wrong_type(json, allowed(), None)),
    }
}

fn amount(json: &Json<'_>, zero: bool, unit: &str) -> Result<Decimal, Complaint> {
    let allowed = || {
        let lowest = if zero { "from 0" } else { "above 0" };
        let space = if unit.is_empty() { "" } else { " " };
        format!(
            "a number {lowest} to {}{space}{unit}, with at most {} digits after the point",
            Decimal::MAX,
            Decimal::DIGITS
        )
    };
    let Json::Number(text) = json else {
        return Err(wrong_type(json, allowed(), number_in(json).filter(|text| Decimal::parse(text).is_ok())));
    };
    let out_of_range = |nearest: Option<Decimal>| Complaint {
        fault: Fault::OutOfRange,
        found: show(json),
        allowed: allowed(),
        nearest: nearest.map(|nearest| nearest.to_string()),
    };
    match Decimal::parse(text) {
        Ok(number) if number == Decimal::whole(0) && !zero => Err(out_of_range(None)),
        Ok(number) => Ok(number),
        Err(NumberFault::Negative) => Err(out_of_range(zero.then_some(Decimal::whole(0)))),
        Err(NumberFault::TooLarge) => Err(out_of_range(Some(Decimal::MAX))),
        Err(NumberFault::TooFine) => Err(out_of_range(None)),
    }
}

fn choice(json: &Json<'_>, list: &[Choice]) -> Result<u8, Complaint> {
    let place = |id: &str| list.iter().position(|choice| choice.id == id);
    let found = match json {
        Json::String(text) => text.as_ref(),
        Json::Number(text) => {
            let meant = place(text).map(|_| quoted(text));
            return Err(wrong_type(json, choices_allowed(list), meant));
        }
        _ => return Err(wrong_type(json, choices_allowed(list), None)),
    };
    place(found).and_then(|place| u8::try_from(place).ok()).ok_or_else(|| Complaint {
        fault: Fault::NotAllowed,
        found: show(json),
        allowed: choices_allowed(list),
        nearest: nearest(found, list.iter().map(|choice| choice.id)).map(quoted),
    })
}

fn choices_allowed(list: &[Choice]) -> String {
    let ids: Vec<&str> = list.iter().map(|choice| choice.id).collect();
    format!("one of {}", ids.join(", "))
}

/// Reads a text with these limits on its length in characters.
pub(super) fn text<'a>(json: &'a Json<'_>, shortest: usize, longest: usize) -> Result<&'a str, Complaint> {
    let allowed = || match shortest {
        0 => format!("a text of at most {longest} characters"),
        _ => format!("a text of {shortest} to {longest} characters"),
    };
    let Json::String(text) = json else { return Err(wrong_type(json, allowed(), None)) };
    let length = text.chars().take(longest + 1).count();
    if (shortest..=longest).contains(&length) {
        Ok(text)
    } else {
        Err(Complaint { fault: Fault::OutOfRange, found: show(json), allowed: allowed(), nearest: None })
    }
}

/// Reads a day.
pub(super) fn date(json: &Json<'_>) -> Result<Date, Complaint> {
    let allowed = "a day of the calendar, written YYYY-MM-DD".to_owned();
    let Json::String(text) = json else { return Err(wrong_type(json, allowed, None)) };
    Date::parse(text).ok_or_else(|| {
        // A day that the month does not have: its last day is near.
        let month = text.get(..8).filter(|_| text.len() == 10 && text.is_ascii());
        let last = month.and_then(|month| (28..=31).rev().find_map(|day| Date::parse(&format!("{month}{day}"))));
        Complaint {
            fault: Fault::OutOfRange,
            found: show(json),
            allowed,
            nearest: last.map(|day| quoted(&day.to_string())),
        }
    })
}

/// Reads the id of a member of a list.
pub(super) fn reference(json: &Json<'_>, ids: &Ids<'_>, list: &str) -> Result<u32, Complaint> {
    let allowed = || match ids.len() {
        0 => format!("the id of one of {list}, of which there are none"),
        1..=20 => format!("the id of one of {list}: {}", ids.keys().copied().collect::<Vec<_>>().join(", ")),
        _ => format!("the id of one of {list}"),
    };
    let Json::String(text) = json else { return Err(wrong_type(json, allowed(), None)) };
    ids.get(text.as_ref()).copied().ok_or_else(|| Complaint {
        fault: Fault::Dangling,
        found: show(json),
        allowed: allowed(),
        nearest: nearest(text, ids.keys().copied()).map(quoted),
    })
}

pub(super) fn wrong_type(json: &Json<'_>, allowed: String, nearest: Option<String>) -> Complaint {
    Complaint { fault: Fault::WrongType, found: show(json), allowed, nearest }
}

/// A number that somebody wrote as a text.
fn number_in(json: &Json<'_>) -> Option<String> {
    let Json::String(text) = json else { return None };
    match Json::parse(text.trim().as_bytes()) {
        Ok(Json::Number(number)) => Some(number.into_owned()),
        _ => None,
    }
}

/// A value, short enough for a message.
pub(super) fn show(json: &Json<'_>) -> String {
    match json {
        Json::Array(_) => "[...]".to_owned(),
        Json::Object(_) => "{...}".to_owned(),
        Json::String(text) => quoted(&short(text)),
        Json::Number(text) => short(text),
        Json::Null | Json::Bool(_) => json.to_string(),
    }
}

pub(super) fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

/// At most 60 characters of a text.
pub(super) fn short(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(60).collect();
    if characters.next().is_some() { start + "..." } else { start }
}

/// The candidate that is most like what was found, if one is close.
pub(super) fn nearest<'c>(found: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if found.len() > 100 {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = plain(found);
    candidates
        .take(MOST_CANDIDATES)
        .map(|candidate| (likeness(&wanted, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}

/// From 0 for nothing alike to 1 for the same. What has been begun is more alike than
/// what is one letter off: `windows-server-2008` is not meant to be `windows-server-2003`.
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let shared = strsim::normalized_damerau_levenshtein(wanted, candidate);
    if wanted.len() >= 4 && candidate.starts_with(wanted) { shared.midpoint(1.0).max(0.95) } else { shared }
}
