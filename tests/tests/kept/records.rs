//! One record as text and back, whatever has become of the text.

use exchange_advisor_core::deployment::FORMAT;
use exchange_advisor_core::interview::{Course, Round};
use exchange_advisor_core::kept::{Against, Line, Record, Unreadable, Work, deployment_in};
use exchange_advisor_core::questions::Version;
use exchange_advisor_tests::generate::{self, Shape};
use fastrand::Rng;

use crate::named;

fn line(rng: &mut Rng) -> Line {
    let mut line = Line::begun_by("first");
    for _ in 0..rng.usize(..100) {
        if rng.bool() {
            line.go_on();
        } else {
            line.hand_to(&format!("{:x}", rng.u64(..)));
        }
    }
    line
}

fn record(rng: &mut Rng) -> Record {
    let version = Version::ALL[rng.usize(..Version::ALL.len())];
    let shape = Shape::small(rng);
    let texts = ["", "12 GB", "\"\\\u{0}\n\u{7f}\u{2028}", "Büro \u{1F4E7}", "{}", "null"];
    let drafts = (0..rng.usize(..5)).map(|place| {
        let path = [format!("vms[mbx {place}].vcpus"), format!("{place}"), String::new()][rng.usize(..3)].clone();
        (path, texts[rng.usize(..texts.len())].to_owned())
    });
    let drafts = drafts.collect();
    let course =
        Course { round: Round::ALL[rng.usize(..Round::ALL.len())], hosts_apart: rng.bool(), guests_apart: rng.bool() };
    Record {
        line: line(rng),
        changed_ms: if rng.u8(..) < 20 { u64::MAX } else { rng.u64(..) },
        deleted: rng.bool(),
        work: Work { deployment: generate::deployment(rng, version, &shape), drafts, course },
    }
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let mut rng = Rng::with_seed(0x0005);
    for _ in 0..3000 {
        let record = record(&mut rng);
        let text = record.to_text();
        assert_eq!(Record::read(&text), Ok(record.clone()), "{text}");
        assert_eq!(deployment_in(text.as_bytes()), Some(record.work.deployment));
    }
}

/// A damaged record reads as something that is written and read alike, or it is told.
fn is_read_or_told(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Record::read(&text) {
        Ok(record) => assert_eq!(Record::read(&record.to_text()).as_ref(), Ok(&record), "{text}"),
        Err(Unreadable::Damaged(how)) => assert!(!how.is_empty() && how.ends_with('.'), "{how}: {text}"),
        Err(Unreadable::Newer) => {}
        Err(Unreadable::Missing) => panic!("it is there: {text}"),
    }
    let _ = deployment_in(bytes);
}

#[test]
fn a_damaged_record_is_read_or_told_and_never_more() {
    let mut rng = Rng::with_seed(0xBAD);
    let texts = std::iter::repeat_with(|| record(&mut rng).to_text());
    let short: Vec<String> = texts.filter(|text| text.len() < 2000).take(3).collect();
    for text in short {
        let text = text.into_bytes();
        for place in 0..text.len() {
            is_read_or_told(&text[..place]);
            is_read_or_told(&text[place..]);
            for byte in [b'"', b'}', b'0', b'\\', 0xFF, text[place] ^ 1] {
                let mut other = text.clone();
                other[place] = byte;
                is_read_or_told(&other);
            }
            let mut shorter = text.clone();
            shorter.remove(place);
            is_read_or_told(&shorter);
        }
    }
    for text in ["", "null", "[]", "{}", "7", "\"x\"", "{\"record\":1}", "{\"record\":\"exchange-advisor-record/1\"}"] {
        assert!(matches!(Record::read(text), Err(Unreadable::Damaged(_))), "{text}");
    }
}

#[test]
fn what_is_cut_off_is_never_taken_for_the_whole() {
    let text = record(&mut Rng::with_seed(1)).to_text();
    for place in (0..text.len()).filter(|place| text.is_char_boundary(*place)) {
        assert!(matches!(Record::read(&text[..place]), Err(Unreadable::Damaged(_))), "{place}");
    }
}

#[test]
fn what_a_newer_advisor_has_written_is_known_as_such() {
    let text = record(&mut Rng::with_seed(2)).to_text();
    let (format, number) = FORMAT.rsplit_once('/').expect("a number");
    let later = number.parse::<u64>().expect("a number") + 1;
    for (old, new) in [
        ("exchange-advisor-record/1", "exchange-advisor-record/2".to_owned()),
        ("exchange-advisor-record/1", "exchange-advisor-record/2147483648".to_owned()),
        (FORMAT, format!("{format}/{later}")),
    ] {
        let text = text.replacen(old, &new, 1);
        assert_eq!(Record::read(&text), Err(Unreadable::Newer), "{new}");
    }
    for other in ["exchange-advisor-record/0", "exchange-advisor-record/-2", "exchange-advisor-record", "other/2"] {
        let text = text.replacen("exchange-advisor-record/1", other, 1);
        assert!(matches!(Record::read(&text), Err(Unreadable::Damaged(_))), "{other}");
    }
    // What is new in it may be anywhere.
    let text = text.replacen("record/1\"", "record/2\",\"new\":[]", 1).replacen("\"round\":", "\"way\":", 1);
    assert_eq!(Record::read(&text), Err(Unreadable::Newer));
}

#[test]
fn what_another_advisor_would_have_to_drop_is_not_read() {
    let text = record(&mut Rng::with_seed(3)).to_text();
    for (old, new) in [
        ("\"deleted\":", "\"more\":1,\"deleted\":"),
        ("\"deleted\":", "\"removed\":"),
        ("\"hosts_apart\":", "\"more\":1,\"hosts_apart\":"),
        ("\"drafts\":{", "\"drafts\":{\"a\":1"),
    ] {
        let other = text.replacen(old, new, 1);
        assert!(matches!(Record::read(&other), Err(Unreadable::Damaged(_))), "{new}");
    }
}

#[test]
fn the_answers_are_got_out_of_what_is_otherwise_damaged() {
    let record = record(&mut Rng::with_seed(4));
    let text = record.to_text().replacen("\"changed_ms\":", "\"changed\":", 1);
    assert!(Record::read(&text).is_err());
    assert_eq!(deployment_in(text.as_bytes()), Some(record.work.deployment));
    assert_eq!(deployment_in(b"{}"), None);
    assert_eq!(deployment_in(b""), None);
}

#[test]
fn of_two_lines_it_is_told_which_was_built_on_which() {
    let mut first = Line::begun_by("a");
    first.go_on();
    let (mut same_tab, mut left, mut right) = (first.clone(), first.clone(), first.clone());
    same_tab.go_on();
    left.hand_to("b");
    right.hand_to("c");
    let table = [
        (&first, &first, Against::Same),
        (&first, &same_tab, Against::Newer),
        (&same_tab, &first, Against::Older),
        (&first, &left, Against::Newer),
        (&left, &first, Against::Older),
        // Two tabs that have gone on from one record at the same time.
        (&left, &right, Against::Apart),
        (&right, &left, Against::Apart),
        // The first tab has gone on although another had taken over.
        (&same_tab, &left, Against::Apart),
        (&left, &same_tab, Against::Apart),
    ];
    for (own, other, expected) in table {
        assert_eq!(own.against(other), expected, "{own:?} {other:?}");
    }
    let mut later = left.clone();
    later.go_on();
    later.hand_to("d");
    later.go_on();
    // However much lies between.
    assert_eq!((first.against(&later), left.against(&later)), (Against::Newer, Against::Newer));
    assert_eq!(right.against(&later), Against::Apart);
}

#[test]
fn a_line_does_not_grow_without_end_and_forgets_only_what_is_long_ago() {
    let first = Line::begun_by("a");
    let mut line = first.clone();
    for sitting in 0..64 {
        line.hand_to(&format!("s{sitting}"));
    }
    assert_eq!(first.against(&line), Against::Newer);
    line.hand_to("one");
    // Not known any more: then both are kept.
    assert_eq!(first.against(&line), Against::Apart);
    let text = |line: &Line| {
        Record { line: line.clone(), changed_ms: 0, deleted: false, work: Work::default() }.to_text().len()
    };
    let before = text(&line);
    for _ in 0..500 {
        line.hand_to("xyz");
    }
    assert!(text(&line) < before + 200);
}

#[test]
fn names_say_what_was_kept_apart_and_what_is_a_copy() {
    let mut work = named("Mail Cologne");
    work.name_apart();
    assert_eq!(work.name().as_deref(), Some("Mail Cologne (from another tab)"));
    work.name_apart();
    assert_eq!(work.name().as_deref(), Some("Mail Cologne (from another tab)"));
    let mut nameless = Work::default();
    nameless.name_apart();
    assert_eq!(nameless.name().as_deref(), Some("Without a name (from another tab)"));
    // A name has at most 200 characters, not bytes.
    let mut long = named(&"ö".repeat(200));
    long.name_apart();
    let name = long.name().expect("a name");
    assert_eq!(name.chars().count(), 200);
    assert!(name.ends_with("ö (from another tab)"));

    let mut taken = ["Mail".to_owned()].into();
    for expected in ["Mail (copy)", "Mail (copy 2)", "Mail (copy 3)"] {
        let copy = named("Mail").copy(&taken);
        assert_eq!(copy.name().as_deref(), Some(expected));
        taken.insert(expected.to_owned());
    }
    assert_eq!(named("Mail (copy 2)").copy(&taken).name().as_deref(), Some("Mail (copy 4)"));
    let long = "x".repeat(200);
    let taken = [long.clone()].into();
    assert_eq!(named(&long).copy(&taken).name().map(|name| name.len()), Some(200));
}
