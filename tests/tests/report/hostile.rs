//! Names, reasons and free texts that try to be markup or formulas.

use std::collections::BTreeSet;

use base64::Engine as _;
use exchange_advisor_core::assess::assess;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use exchange_advisor_core::questions::deployment::{NAME, PRODUCT_VERSION};
use exchange_advisor_core::report::{Extent, Report, STYLE, STYLE_HASH};
use exchange_advisor_tests::some_day;
use pulldown_cmark::{Event, Tag};
use sha2::{Digest as _, Sha256};

use crate::read_back::{Piece, events, pieces, rows};

/// What somebody may call a machine.
const NAMES: &[&str] = &[
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp;",
    "a|b|c",
    "**bold** __b__ ~~s~~ ^s^",
    "`code` $x$",
    "# heading",
    "- list",
    "+ list",
    "1. list",
    "12) list",
    "> quote",
    "---",
    "===",
    "!(x)(http://evil.example)",
    "<http://evil.example>",
    "http://evil.example",
    "WWW.evil.example",
    "a@evil.example",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\u{202e}desrever",
    "{{constructor}}",
    "\\",
    "   four blanks",
    "B\u{fc}ro \u{1F4E7}",
];

/// What somebody may write as a reason or as the deployment's name.
const TEXTS: &[&str] = &[
    "x\n\n# heading\n\n- item\n\n    code\n",
    "[link](http://evil.example) ![picture](http://evil.example/x.png) [^1]\n\n[^1]: note",
    "\"quoted\", with = and\r\n=HYPERLINK(\"http://evil.example\")",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\tblanks",
    "<!-- <plaintext> ]]> <svg onload=alert(1)>",
    "\u{0}\u{1b}[31mred\u{7f}",
    "| a | b |\n| --- | --- |\n| c | d |",
    "- [ ] task",
    "~~~\ncode\n~~~",
];

fn whole(slot: exchange_advisor_core::question::Slot) -> AnswerRef {
    AnswerRef { subject: Subject::Deployment, slot }
}

/// A deployment in which everything that can be worded freely is hostile.
fn hostile(written: &str) -> Deployment {
    let text = r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"2007"},
        "hypervisor":{"product":"hyper-v-2008-r2","version":"x"},"hosts":[{"id":"h"}],"vms":[{"id":"g"}]}"#;
    let mut deployment = exchange_advisor_core::read(text.as_bytes()).expect("a deployment");
    deployment.rename(Subject::Host(HostIndex(0)), NAMES[0]).expect("a name");
    deployment.rename(Subject::Guest(GuestIndex(0)), NAMES[0]).expect("a name");
    for name in &NAMES[1..] {
        deployment.add_host(name).expect("a name");
        let guest = deployment.add_guest(name).expect("a name");
        let at = |slot| AnswerRef { subject: Subject::Guest(guest), slot };
        let snapshots = at(exchange_advisor_core::questions::guest::SNAPSHOTS.slot());
        deployment.set(snapshots, Answer::Given(Value::Flag(true))).expect("an answer");
    }
    deployment.set(whole(NAME.slot()), Answer::Given(Value::Text(written.into()))).expect("a name");
    let version = Answer::Given(Value::Text(written.chars().take(100).collect()));
    deployment.set(whole(PRODUCT_VERSION.slot()), version).expect("a version");
    // As a file may have it: with blanks around it, which a form takes away.
    let accepted = NAMES[1..].iter().map(|name| {
        let subject = format!("vm:{name}");
        let texts = [("rule", "vm-snapshots"), ("subject", &subject), ("reason", written), ("owner", name)];
        let member = |(key, text): (&'static str, &str)| (key.into(), text.to_owned().into());
        let day = ("review_on".into(), "2020-01-01".into());
        Json::Object(texts.into_iter().map(member).chain([day]).collect())
    });
    let Json::Object(mut members) = deployment.to_json() else { panic!("no object") };
    members.push(("accepted".into(), Json::list(accepted)));
    let text = Json::Object(members).to_string();
    exchange_advisor_core::read(text.as_bytes()).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn html_has_no_element_and_no_attribute_of_anybodys() {
    let elements: BTreeSet<&str> = [
        "html", "head", "meta", "title", "style", "body", "main", "section", "article", "h1", "h2", "h3", "p", "ul",
        "li", "div", "span", "strong", "code", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td",
    ]
    .into();
    let attributes: BTreeSet<&str> = [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "id",
        "class",
        "scope",
        "data-verdict",
        "data-as-of",
        "data-statement",
        "data-rule",
        "data-outcome",
        "data-severity",
        "data-part",
        "data-evidence",
        "data-subject",
        "data-accepted",
    ]
    .into();
    for written in TEXTS {
        let deployment = hostile(written);
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        for extent in [Extent::Summary, Extent::Whole] {
            let html = report.to_html(extent);
            let mut open = Vec::new();
            let mut subjects = BTreeSet::new();
            for piece in pieces(&html) {
                match piece {
                    Piece::Open(name, found) => {
                        assert!(elements.contains(name.as_str()), "<{name}>");
                        for (key, value) in &found {
                            assert!(attributes.contains(key.as_str()), "<{name} {key}>");
                            if key == "data-subject" {
                                subjects.insert(value.clone());
                            }
                        }
                        if name != "meta" {
                            open.push(name);
                        }
                    }
                    Piece::Close(name) => assert_eq!(open.pop().as_deref(), Some(name.as_str())),
                    Piece::Text(_) => {}
                }
            }
            assert!(open.is_empty(), "not closed: {open:?}");
            // Every name is there, and is what it was.
            for name in NAMES.iter().skip(usize::from(extent == Extent::Summary)) {
                let shown = name.replace('\u{202e}', "\u{fffd}");
                assert!(subjects.contains(&format!("vm:{shown}")), "{name}");
            }
        }
    }
}

#[test]
fn the_file_allows_its_own_style_and_nothing_else() {
    let hash = format!("sha256-{}", base64::prelude::BASE64_STANDARD.encode(Sha256::digest(STYLE.as_bytes())));
    assert_eq!(hash, STYLE_HASH, "write the hash of report.css into html.rs");
    let deployment = hostile("x");
    let assessment = assess(&deployment, some_day());
    let html = Report::new(&assessment, some_day()).to_html(Extent::Whole);
    let policy = format!("default-src 'none'; style-src '{hash}'; base-uri 'none'; form-action 'none'");
    assert!(html.contains(&format!("<style>{STYLE}</style>")));
    let csp = pieces(&html).into_iter().find_map(|piece| match piece {
        Piece::Open(_, attributes) if attributes.contains_key("http-equiv") => attributes.get("content").cloned(),
        _ => None,
    });
    assert_eq!(csp, Some(policy));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

#[test]
fn markdown_has_no_markup_of_anybodys() {
    for written in TEXTS.iter().chain(NAMES) {
        let deployment = hostile(written);
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let plain = {
            let mut plain = deployment.clone();
            plain.set(whole(NAME.slot()), Answer::Given(Value::Text("x".into()))).expect("a name");
            plain
        };
        let markdown = report.to_markdown(Extent::Whole);
        let (mut headings, mut subjects, mut words) = (0, BTreeSet::new(), String::new());
        let mut bars = false;
        for event in events(&markdown) {
            match &event {
                Event::Start(
                    Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::Emphasis
                    | Tag::Strikethrough
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::HtmlBlock
                    | Tag::FootnoteDefinition(_)
                    | Tag::DefinitionList
                    | Tag::Superscript
                    | Tag::Subscript
                    | Tag::MetadataBlock(_),
                )
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::TaskListMarker(_)
                | Event::Rule => panic!("{event:?} of {written:?}"),
                Event::Code(code) => {
                    assert!(
                        code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
                    );
                }
                Event::Start(Tag::List(Some(_))) => panic!("a numbered list of {written:?}"),
                Event::Start(Tag::Heading { .. }) => headings += 1,
                _ => {}
            }
            match event {
                Event::Start(Tag::Item | Tag::TableCell) => words.clear(),
                Event::Text(text) => words.push_str(&text),
                // A bar in a name begins no cell.
                Event::End(pulldown_cmark::TagEnd::TableCell) => bars |= words.contains("a|b|c"),
                Event::Start(Tag::List(_)) | Event::End(pulldown_cmark::TagEnd::Item) => {
                    subjects.insert(std::mem::take(&mut words));
                }
                _ => {}
            }
        }
        let without = {
            let assessment = assess(&plain, some_day());
            let markdown = Report::new(&assessment, some_day()).to_markdown(Extent::Whole);
            events(&markdown).iter().filter(|event| matches!(event, Event::Start(Tag::Heading { .. }))).count()
        };
        assert_eq!(headings, without, "{written:?} is a heading");
        assert!(bars, "a name is torn apart by a table");
        for name in NAMES {
            let shown = name.replace('\u{202e}', "\u{fffd}");
            assert!(subjects.contains(&format!("vm:{shown}")), "{name:?} is not shown as it is");
        }
        // What some readers make links of by themselves.
        let lower = markdown.to_lowercase();
        assert!(!lower.contains("www.evil") && !lower.contains("http://evil") && !lower.contains("a@evil"));
    }
}

#[test]
fn csv_has_no_formula_and_keeps_what_was_written() {
    for written in TEXTS.iter().chain(NAMES) {
        let deployment = hostile(written);
        let assessment = assess(&deployment, some_day());
        let rows = rows(&Report::new(&assessment, some_day()).to_csv());
        assert_eq!(rows.len(), assessment.findings.len());
        let mut reasons = 0;
        for row in &rows {
            for cell in row {
                let begins =
                    |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                assert!(!begins(cell) && !begins(cell.trim_start()), "{cell:?} is a formula");
            }
            if !row[9].is_empty() {
                reasons += 1;
                let reason = row[9].strip_prefix('\'').filter(|rest| rest == written).unwrap_or(&row[9]);
                assert_eq!(reason, *written);
            }
        }
        assert_eq!(reasons, NAMES.len() - 1);
    }
}

#[test]
fn a_report_without_names_has_none() {
    for written in TEXTS {
        let deployment = hostile(&format!("{written} Contoso")).without_names_for_report();
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        for text in [
            report.to_csv(),
            report.to_html(Extent::Whole),
            report.to_markdown(Extent::Whole),
            report.to_json().to_string(),
        ] {
            assert!(!text.contains("Contoso") && !text.contains("evil") && !text.contains("alert"), "{text}");
            assert!(text.contains("guest 2") && text.contains("left out of this copy"), "{text}");
        }
    }
}
