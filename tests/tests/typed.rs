//! What people type: whatever it is, it is an answer or an error, and never a rounded one.

use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Value, typed, understood};
use exchange_advisor_core::question::{Kind, Question, SubjectKind};
use exchange_advisor_core::questions::{self, guest};
use exchange_advisor_tests::generate;
use fastrand::Rng;

fn typed_questions() -> Vec<&'static Question> {
    let kinds = [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest];
    let all = kinds.into_iter().flat_map(questions::about);
    let is_typed = |kind| matches!(kind, Kind::Count { .. } | Kind::Amount { .. } | Kind::Date | Kind::Text { .. });
    all.filter(|question| is_typed(question.kind)).collect()
}

/// Any value a question allows, not only those near the limits of rules.
fn value(rng: &mut Rng, kind: &Kind) -> Value {
    match kind {
        Kind::Amount { .. } if rng.bool() => {
            let most = 10u64.pow(rng.u32(1..=17));
            Value::Amount(Decimal::from_steps(rng.u64(1..=most)).expect("at most 10,000,000"))
        }
        Kind::Count { min, max } if rng.bool() => Value::Count((rng.u64(..) >> rng.u8(0..64)).clamp(*min, *max)),
        _ => generate::value(rng, kind, 0, 0).expect("it is typed"),
    }
}

#[test]
fn what_is_shown_as_understood_is_understood_as_the_same() {
    let mut rng = Rng::with_seed(64);
    for question in typed_questions() {
        for _ in 0..2_000 {
            let value = value(&mut rng, &question.kind);
            let shown = understood(question, &value);
            assert_eq!(typed(question, "there", &shown).as_ref(), Ok(&value), "{}: {shown}", question.path);
            // Other countries' thousands.
            for thousands in ["\u{a0}", "\u{202f}", "'", " "] {
                let shown = shown.replace(',', thousands);
                if matches!(value, Value::Count(_) | Value::Amount(_)) {
                    assert_eq!(typed(question, "there", &shown).as_ref(), Ok(&value), "{}: {shown}", question.path);
                }
            }
        }
    }
}

#[test]
fn a_number_of_a_document_is_typed_as_it_stands_there() {
    let mut rng = Rng::with_seed(1024);
    for question in typed_questions() {
        for _ in 0..500 {
            let value = value(&mut rng, &question.kind);
            let text = match &value {
                Value::Count(count) => count.to_string(),
                Value::Amount(amount) => amount.to_string(),
                _ => continue,
            };
            assert_eq!(typed(question, "there", &text), Ok(value), "{}: {text}", question.path);
        }
    }
}

#[test]
fn nothing_that_is_typed_makes_it_stumble() {
    const PIECES: &[&str] = &[
        "0",
        "1",
        "9",
        "24",
        "000",
        "1024",
        ".",
        ",",
        "'",
        " ",
        "\u{a0}",
        "\u{202f}",
        "-",
        "\u{2212}",
        "+",
        "e",
        "E9",
        "GB",
        "gb",
        "MB",
        "KB",
        "bytes",
        "TB",
        "Gbit/s",
        "/s",
        "ms",
        "s",
        "\u{b5}s",
        "\u{130}",
        "SP",
        "CU",
        "rtm",
        "per",
        "\u{664}",
        "\u{ff16}",
        "inf",
        "NaN",
        "null",
        "\"",
        "[",
        "{",
        "\\",
        "\u{0}",
        "\u{feff}",
        "\u{1f4e7}",
        "ß",
        "~",
        "99999999999999999999",
        "2026-12-31",
    ];
    let mut rng = Rng::with_seed(2026);
    let questions = typed_questions();
    let mut answers = 0;
    for _ in 0..300_000 {
        let text: String = (0..rng.usize(0..7)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect();
        let question = questions[rng.usize(..questions.len())];
        match typed(question, "there", &text) {
            Ok(value) => {
                answers += 1;
                if !matches!(value, Value::Text(_)) {
                    let shown = understood(question, &value);
                    assert_eq!(typed(question, "there", &shown), Ok(value), "{text:?} as {shown}");
                }
            }
            Err(error) => {
                assert_eq!(error.path, "there");
                assert!(error.to_string().len() < 1000 && !error.allowed.is_empty(), "{error}");
                // What is offered is an answer.
                if let Some(nearest) = error.nearest.as_ref().map(|nearest| nearest.trim_matches('"')) {
                    assert!(typed(question, "there", nearest).is_ok(), "{error}");
                }
            }
        }
    }
    assert!(answers > 10_000, "{answers}");
    for text in ["9".repeat(100_000), format!("{},000 TB", "1".repeat(100_000)), "1,024".repeat(50_000)] {
        assert!(typed(questions::question(guest::VCPUS.slot()), "there", &text).is_err());
    }
}

#[test]
fn a_unit_is_a_factor_and_nothing_is_rounded() {
    let memory = questions::question(guest::MEMORY_GB.slot());
    // 2^30 bytes, 2^20 KB, 2^10 MB: what does not come out at ten digits is refused.
    let units: [(&str, u128, u128); 5] =
        [("bytes", 1, 1 << 30), ("KB", 1, 1 << 20), ("MB", 1, 1 << 10), ("GB", 1, 1), ("TB", 1 << 10, 1)];
    let mut rng = Rng::with_seed(30);
    let (mut exact, mut refused) = (0, 0);
    for _ in 0..100_000 {
        let (unit, times, over) = units[rng.usize(..units.len())];
        let number = rng.u64(1..1_000) << rng.u8(0..=30);
        let places = rng.u32(0..=3);
        let (whole, fraction) = (number / 10u64.pow(places), number % 10u64.pow(places));
        let text = match places {
            0 => format!("{whole} {unit}"),
            _ => format!("{whole}.{fraction:0places$} {unit}", places = places as usize),
        };
        let (steps, left) = {
            let (up, down) = (u128::from(number) * u128::from(Decimal::SCALE) * times, over * 10u128.pow(places));
            (up / down, up % down)
        };
        let expected = u64::try_from(steps).ok().and_then(Decimal::from_steps).filter(|_| left == 0);
        match typed(memory, "there", &text) {
            Ok(Value::Amount(amount)) => {
                exact += 1;
                assert_eq!(Some(amount), expected, "{text}");
            }
            other => {
                refused += 1;
                assert!(other.is_err() && expected.is_none(), "{text}: {other:?}");
            }
        }
    }
    assert!(exact > 10_000 && refused > 10_000, "{exact} {refused}");
    // Every whole number of MB has a place.
    for megabytes in 1..=20_000u64 {
        let Ok(Value::Amount(amount)) = typed(memory, "there", &format!("{megabytes} MB")) else {
            panic!("{megabytes} MB");
        };
        assert_eq!(amount.steps() * 1024, megabytes * Decimal::SCALE);
    }
}

#[test]
fn a_document_is_still_read_to_the_letter() {
    for memory in [r#""64 GB""#, r#""64""#, r#""1,024""#] {
        let text =
            format!(r#"{{"format":"exchange-virtualization-deployment/1","vms":[{{"id":"a","memory_gb":{memory}}}]}}"#);
        assert!(Json::parse(text.as_bytes()).is_ok());
        let errors = exchange_advisor_core::read(text.as_bytes()).expect_err("a text is no number");
        assert_eq!(errors.errors[0].fault.id(), "wrong-type");
    }
}
