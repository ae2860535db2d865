//! What somebody typed into a field, as the answer to its question. A document is read to
//! the letter; a person writes `64 GB`, `1,024` or `2,5` and is understood. Nothing is
//! rounded, and where only a guess would help the guess is offered, not taken.
//!
//! A point is always decimal. Commas, spaces and apostrophes part thousands where three
//! digits follow each, so `1,024` is 1024: whoever shows the answer shows [`understood`].

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Value;
use super::error::{Fault, ReadError, ReadErrors};
use super::json::Json;
use super::leaf::{self, Path, References, show};
use super::units::{Unit, Units};
use crate::decimal::{Decimal, NumberFault};
use crate::question::{Kind, Question};

/// Reads what somebody typed as the answer to a question: a number, a text or a day.
///
/// # Errors
///
/// What is wrong with it, with the path given.
pub fn typed(question: &Question, path: &str, text: &str) -> Result<Value, ReadError> {
    let text = text.trim();
    if !matches!(question.kind, Kind::Count { .. } | Kind::Amount { .. }) {
        return read(question, path, &Json::from(text));
    }
    let units = Units::of(question);
    match number(&units, text) {
        Ok(number) => {
            let as_typed = number == text;
            read(question, path, &Json::Number(number)).map_err(|error| {
                let found = if as_typed { error.found } else { show(&Json::from(text)) };
                ReadError { found, ..error }
            })
        }
        // To the reader a text is no number; it knows to say what a number may be.
        Err(refusal) => read(question, path, &Json::from(text)).map_err(|error| {
            let error = refusal.told(error, &units);
            // Only an answer is offered.
            let nearest = error.nearest.filter(|meant| typed(question, path, meant).is_ok());
            ReadError { nearest, ..error }
        }),
    }
}

/// What was understood, as a person writes it: `1,024 GB`, `2,500`, `2026-12-31`. Typed,
/// it is understood as the same value. Empty for an answer that nobody types.
#[must_use]
pub fn understood(question: &Question, value: &Value) -> String {
    match (value, &question.kind) {
        (Value::Count(count), _) => grouped(&count.to_string()),
        (Value::Amount(amount), Kind::Amount { unit, .. }) => with_unit(&grouped(&amount.to_string()), unit),
        (Value::Date(day), _) => day.to_string(),
        (Value::Text(text), _) => text.to_string(),
        _ => String::new(),
    }
}

/// Reads an answer as strictly as a document's.
fn read(question: &Question, path: &str, json: &Json<'_>) -> Result<Value, ReadError> {
    let nothing = References { hosts: BTreeMap::new(), guests: BTreeMap::new() };
    let mut errors = ReadErrors::default();
    let value = leaf::read(&question.kind, json, &Path::Key(&Path::Root, path), &nothing, &mut errors);
    match errors.errors.into_iter().next() {
        Some(error) => Err(error),
        // Without a complaint there is a value.
        None => Ok(value.unwrap_or(Value::Text("".into()))),
    }
}

/// Why a text is no number that the question can be answered with.
enum Refusal {
    NotANumber { meant: Option<String> },
    NoSuchUnit { meant: Option<String> },
    NotExact { near: Option<Decimal> },
}

impl Refusal {
    fn told(self, error: ReadError, units: &Units) -> ReadError {
        // How many digits there may be matters to nobody who typed no number.
        let short = error.allowed.split(", with at most").next().unwrap_or_default().to_owned();
        let (fault, allowed, nearest) = match self {
            Self::NotANumber { meant } => (Fault::WrongType, short + &units.allowed(), meant),
            Self::NoSuchUnit { meant } => (Fault::NotAllowed, short + &units.allowed(), meant),
            Self::NotExact { near } => {
                let exact = format!(" when it is written in {}; nothing is rounded", units.own());
                (Fault::OutOfRange, error.allowed + &exact, near.map(|near| near.to_string()))
            }
        };
        ReadError { fault, allowed, nearest, ..error }
    }
}

/// The number in a text, in the question's own unit and as a document would have it.
fn number<'t>(units: &Units, text: &'t str) -> Result<Cow<'t, str>, Refusal> {
    let text = units.without_title(text);
    if let Ok(Json::Number(number)) = Json::parse(text.as_bytes()) {
        return Ok(number);
    }
    let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let end = unsigned.find(|c: char| !c.is_ascii_digit() && c != '.' && !parts_thousands(c));
    let (digits, word) = unsigned.split_at(end.unwrap_or(unsigned.len()));
    let digits = digits.trim_end();
    let unit = units.find(word);
    let number = plain(digits).ok_or_else(|| {
        // Points and commas the other way round, as in `1.024,5`.
        let turned = digits.chars().map(|c| {
            if c == '.' {
                ','
            } else if c == ',' {
                '.'
            } else {
                c
            }
        });
        let meant = plain(&turned.collect::<String>()).filter(|_| !negative && unit.is_some());
        Refusal::NotANumber { meant: meant.map(|meant| with_unit(&meant, word)) }
    })?;
    let unit = unit.ok_or_else(|| {
        let meant = units.meant_by(word).filter(|_| !negative);
        Refusal::NoSuchUnit { meant: meant.map(|unit| with_unit(&number, unit)) }
    })?;
    if negative {
        // Below zero, or zero, in every unit.
        return Ok(format!("-{number}").into());
    }
    in_own_unit(number, unit).map(Cow::Owned)
}

/// Whether people part thousands with it. A space can be one that does not break.
fn parts_thousands(c: char) -> bool {
    matches!(c, ',' | '\'' | '\u{2019}') || c.is_whitespace()
}

/// A number as a document writes it, if what is typed can mean one only.
fn plain(text: &str) -> Option<String> {
    if let Some((whole, fraction)) = text.split_once('.') {
        let whole = if whole.is_empty() { "0".to_owned() } else { joined(whole)? };
        return all_digits(fraction).then(|| format!("{whole}.{fraction}"));
    }
    if let Some(whole) = joined(text) {
        return Some(whole);
    }
    let (whole, fraction) = text.split_once(',')?;
    // With three digits behind it a comma may be meant to part thousands, but not after a zero.
    let decimal = all_digits(fraction) && (fraction.len() != 3 || whole == "0");
    joined(whole).filter(|_| decimal).map(|whole| format!("{whole}.{fraction}"))
}

/// The digits of a whole number, parted into thousands or not.
fn joined(text: &str) -> Option<String> {
    let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| parts_thousands(*c)) else {
        return all_digits(text).then(|| text.to_owned());
    };
    let mut groups = text.split(separator);
    let first = groups.next().filter(|first| all_digits(first) && first.len() <= 3 && !first.starts_with('0'))?;
    groups.try_fold(first.to_owned(), |joined, group| (group.len() == 3 && all_digits(group)).then(|| joined + group))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of a unit, in the question's own.
fn in_own_unit(number: String, unit: &Unit) -> Result<String, Refusal> {
    if unit.times == unit.over {
        return Ok(number);
    }
    match multiplied(&number, unit) {
        Ok(amount) => Ok(amount.to_string()),
        // Beyond what any question allows, and told so by the reader.
        Err((NumberFault::TooLarge, _)) => Ok("1e99".to_owned()),
        Err((_, near)) => Err(Refusal::NotExact { near }),
    }
}

/// The number times the unit's factor. If that has too many digits after the point, also
/// what is nearest to it.
fn multiplied(number: &str, unit: &Unit) -> Result<Decimal, (NumberFault, Option<Decimal>)> {
    const FINEST: usize = 20;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fraction = fraction.trim_end_matches('0');
    // The factors have at most ten twos or fives, ten digits may remain: more cannot come out even.
    let places = u32::try_from(fraction.len()).ok().filter(|_| fraction.len() <= FINEST);
    let places = places.ok_or((NumberFault::TooFine, None))?;
    let digits: u128 = format!("{whole}{fraction}").parse().map_err(|_| (NumberFault::TooLarge, None))?;
    let (times, over) =
        (u128::from(Decimal::SCALE) * u128::from(unit.times), 10u128.pow(places) * u128::from(unit.over));
    let shared = greatest_divisor(times, over);
    let (times, over) = (times / shared, over / shared);
    let decimal = |steps: u128| u64::try_from(steps).ok().and_then(Decimal::from_steps);
    if !digits.is_multiple_of(over) {
        let near = digits.checked_mul(times).and_then(|steps| decimal((steps + over / 2) / over));
        return Err((NumberFault::TooFine, near.filter(|near| *near > Decimal::whole(0))));
    }
    (digits / over).checked_mul(times).and_then(decimal).ok_or((NumberFault::TooLarge, None))
}

const fn greatest_divisor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

/// A plain number with its thousands parted by commas.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::with_capacity(number.len() * 2);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::Slot;
    use crate::questions::{deployment, guest, host, question};

    /// What a text is understood as, or the fault and what may have been meant.
    fn said(slot: Slot, text: &str) -> String {
        let question = question(slot);
        match typed(question, "there", text) {
            Ok(value) => understood(question, &value),
            Err(error) => {
                assert!(error.path == "there" && error.to_string().len() < 500, "{error}");
                format!("{}, {}", error.fault.id(), error.nearest.as_deref().unwrap_or("-"))
            }
        }
    }

    fn table(slot: Slot, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(said(slot, text), *expected, "{text}");
        }
    }

    #[test]
    fn sizes_are_taken_in_every_unit_and_exactly() {
        let cases = [
            ("64", "64 GB"),
            (" 64 GB ", "64 GB"),
            ("64GB", "64 GB"),
            ("64 gb", "64 GB"),
            ("64 GiB", "64 GB"),
            ("64 G", "64 GB"),
            ("64\u{a0}GB", "64 GB"),
            ("64 gigabytes", "64 GB"),
            ("65536 MB", "64 GB"),
            ("65,536 MiB", "64 GB"),
            ("1 TB", "1,024 GB"),
            ("1.5 TB", "1,536 GB"),
            ("1,5 TiB", "1,536 GB"),
            ("2,5 GB", "2.5 GB"),
            ("1 MB", "0.0009765625 GB"),
            ("0.5 MB", "out-of-range, 0.0004882813"),
            ("1025 MB", "1.0009765625 GB"),
            ("1048576 KB", "1 GB"),
            ("1024 KB", "0.0009765625 GB"),
            ("1 KB", "out-of-range, 0.0000009537"),
            ("1,073,741,824 bytes", "1 GB"),
            ("1048577 bytes", "out-of-range, 0.0009765634"),
            ("1 byte", "out-of-range, 0.0000000009"),
            ("0.1 bytes", "out-of-range, 0.0000000001"),
            ("0.01 bytes", "out-of-range, -"),
            ("0.0000000001 TB", "0.0000001024 GB"),
            ("0.00000000000000000009765625 TB", "out-of-range, -"),
            ("0.00000000001", "out-of-range, -"),
            ("10000000", "10,000,000 GB"),
            ("9765.625 TB", "10,000,000 GB"),
            ("9766 TB", "out-of-range, 10000000"),
            ("99999999999999999999999999999999999999999999 TB", "out-of-range, 10000000"),
            ("0", "out-of-range, -"),
            ("0 TB", "out-of-range, -"),
            ("500 ms", "not-allowed, -"),
            ("64 GBB", "not-allowed, -"),
            ("4 cores", "not-allowed, -"),
        ];
        table(guest::MEMORY_GB.slot(), &cases);
    }

    #[test]
    fn thousands_and_decimals_are_told_apart() {
        let cases = [
            ("1,024", "1,024 GB"),
            ("1 024", "1,024 GB"),
            ("1\u{202f}024", "1,024 GB"),
            ("1\u{a0}024\u{a0}GB", "1,024 GB"),
            ("1'024", "1,024 GB"),
            ("1\u{2019}024.5", "1,024.5 GB"),
            ("1,024.5", "1,024.5 GB"),
            ("1 024,5", "1,024.5 GB"),
            ("1,234,567.25", "1,234,567.25 GB"),
            ("1.024", "1.024 GB"),
            ("1,5", "1.5 GB"),
            ("2,75", "2.75 GB"),
            ("1,0245", "1.0245 GB"),
            ("0,5", "0.5 GB"),
            ("0,500", "0.5 GB"),
            (".5", "0.5 GB"),
            ("08", "8 GB"),
            ("1e3", "1,000 GB"),
            // These can mean two things, or nothing.
            ("1024,000", "wrong-type, 1024.000"),
            ("1 024,500", "wrong-type, 1024.500"),
            ("1.024,5", "wrong-type, 1024.5"),
            ("1.024.000 MB", "wrong-type, 1024000 MB"),
            ("01,024", "wrong-type, 01.024"),
            ("1,02,3", "wrong-type, -"),
            ("1,024,5", "wrong-type, -"),
            ("1,024 567", "wrong-type, -"),
            ("1 24", "wrong-type, -"),
            ("1  024", "wrong-type, -"),
            ("1024,", "wrong-type, -"),
            ("1024.", "wrong-type, -"),
            (",500", "wrong-type, 0.500"),
            ("1..5", "wrong-type, -"),
            (".", "wrong-type, -"),
            ("GB", "wrong-type, -"),
            ("", "wrong-type, -"),
            ("-1", "out-of-range, -"),
            ("-1,024 MB", "out-of-range, -"),
            ("\u{2212}5", "out-of-range, -"),
            ("-5 ms", "not-allowed, -"),
            ("inf", "wrong-type, -"),
            ("NaN", "wrong-type, -"),
            ("1e400", "out-of-range, 10000000"),
            ("~64", "wrong-type, -"),
            ("about 64 GB", "wrong-type, -"),
            ("64 or so", "not-allowed, -"),
            ("\u{ff16}\u{ff14}", "wrong-type, -"),
            ("\u{664}\u{665} GB", "wrong-type, -"),
        ];
        table(guest::MEMORY_GB.slot(), &cases);
    }

    #[test]
    fn times_and_speeds_have_units_of_their_own() {
        let latency = deployment::SENDMAIL_LATENCY_P95_MS.slot();
        table(latency, &[("500 ms", "500 ms"), ("0.5 s", "500 ms"), ("0,5 sec", "500 ms"), ("1 s", "1,000 ms")]);
        table(latency, &[("1500 \u{b5}s", "1.5 ms"), ("1 \u{3bc}s", "0.001 ms"), ("1 GB", "not-allowed, -")]);
        table(latency, &[("0", "0 ms"), ("-0 s", "0 ms"), ("-1 s", "out-of-range, 0")]);
        let link = guest::ISCSI_LINK_GBPS.slot();
        table(link, &[("10 Gbit/s", "10 Gbit/s"), ("10 Gbps", "10 Gbit/s"), ("10gbps", "10 Gbit/s")]);
        table(link, &[("100 Mbit/s", "0.1 Gbit/s"), ("1000 Mbps", "1 Gbit/s"), ("10GbE", "10 Gbit/s")]);
        table(
            link,
            &[("2.5 Gb/s", "2.5 Gbit/s"), ("10 Gbit/sec", "10 Gbit/s"), ("10 gigabits per second", "10 Gbit/s")],
        );
        // Bytes are no bits, and small letters do not say which are meant.
        table(link, &[("1 GB/s", "not-allowed, -"), ("100 MB/s", "not-allowed, -")]);
        table(
            link,
            &[("10 gb/s", "not-allowed, 10 Gbit/s"), ("10 GBps", "not-allowed, -"), ("10 GB", "not-allowed, -")],
        );
        let speed = deployment::NETWORK_BACKUP_MB_PER_S.slot();
        table(speed, &[("20 MB/s", "20 MB/s"), ("20 MB / s", "20 MB/s"), ("1 GB/s", "1,024 MB/s")]);
        table(speed, &[("512 KB/s", "0.5 MB/s"), ("20 MiB/s", "20 MB/s"), ("20 MB", "not-allowed, -")]);
        table(
            speed,
            &[("20 mb/s", "not-allowed, 20 MB/s"), ("20 Mb/s", "not-allowed, -"), ("20 mbps", "not-allowed, -")],
        );
        table(speed, &[("100 Mbit/s", "not-allowed, -")]);
        let load = host::ROOT_PROCESSORS_USED.slot();
        table(load, &[("2.5", "2.5 processors"), ("2,5 CPUs", "2.5 processors"), ("1 processor", "1 processors")]);
    }

    #[test]
    fn what_is_counted_may_be_named() {
        let processors = [
            ("8 cores", "8"),
            ("8 processors", "8"),
            ("4 vCPU", "4"),
            ("4 virtual processors", "4"),
            ("4.0", "4"),
            ("4,0", "4"),
            ("1,024", "1,024"),
            ("1,025", "out-of-range, 1024"),
            ("4,5", "wrong-type, -"),
            ("4 GB", "not-allowed, -"),
            ("0 cores", "out-of-range, 1"),
            ("-4 cores", "out-of-range, 1"),
        ];
        table(guest::VCPUS.slot(), &processors);
        table(
            deployment::MAILBOXES.slot(),
            &[("2,500 mailboxes", "2,500"), ("1 mailbox", "1"), ("5k", "not-allowed, -")],
        );
        table(
            deployment::LOGS_TO_REPLAY.slot(),
            &[("12 log files", "12"), ("9007199254740991", "9,007,199,254,740,991")],
        );
        table(host::SOCKETS.slot(), &[("2 sockets", "2")]);
        table(host::CORES_PER_SOCKET.slot(), &[("8 cores per socket", "8")]);
        table(host::NICS_TOTAL.slot(), &[("4 NICs", "4"), ("4 network cards", "4")]);
        table(
            deployment::SERVICE_PACK.slot(),
            &[("SP3", "3"), ("Service Pack 2", "2"), ("rtm", "0"), ("SP9", "out-of-range, 4")],
        );
        table(
            deployment::CUMULATIVE_UPDATE.slot(),
            &[("CU14", "14"), ("cu 23", "23"), ("SP1", "wrong-type, -"), ("CU", "wrong-type, -")],
        );
    }

    #[test]
    fn messages_name_what_was_typed_and_what_is_allowed() {
        let message = |slot, text| typed(question(slot), "there", text).unwrap_err().to_string();
        assert_eq!(
            message(guest::MEMORY_GB.slot(), "500 ms"),
            "there: found `\"500 ms\"`; allowed is a number above 0 to 10000000 GB, alone or followed by bytes, KB, \
             MB, GB or TB"
        );
        assert_eq!(
            message(guest::MEMORY_GB.slot(), "100000 KB"),
            "there: found `\"100000 KB\"`; allowed is a number above 0 to 10000000 GB, with at most 10 digits after the \
             point when it is written in GB; nothing is rounded. Did you mean `0.0953674316`?"
        );
        assert_eq!(
            message(guest::VCPUS.slot(), "2,000"),
            "there: found `\"2,000\"`; allowed is a whole number from 1 to 1024. Did you mean `1024`?"
        );
        assert_eq!(
            message(guest::VCPUS.slot(), "2000"),
            "there: found `2000`; allowed is a whole number from 1 to 1024. Did you mean `1024`?"
        );
        assert_eq!(
            message(deployment::CUMULATIVE_UPDATE.slot(), "latest"),
            "there: found `\"latest\"`; allowed is a whole number from 0 to 99, alone or after CU"
        );
    }

    #[test]
    fn days_and_texts_are_read_as_before() {
        table(deployment::AS_OF.slot(), &[(" 2026-12-31 ", "2026-12-31"), ("31.12.2026", "out-of-range, -")]);
        table(deployment::AS_OF.slot(), &[("2026-02-30", "out-of-range, \"2026-02-28\""), ("2026", "out-of-range, -")]);
        table(deployment::NAME.slot(), &[("1,024", "1,024"), (" Mail 64 GB ", "Mail 64 GB"), ("", "")]);
    }
}
