//! What a rendering says, read back from it.

use std::collections::BTreeMap;

use exchange_advisor_core::assess::Verdict;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::report::{CSV_HEAD, Part};
use exchange_advisor_tests::renderings::{Found, Said, list, member, number, text};
use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

fn sorted(mut findings: Vec<Found>, counts: BTreeMap<String, usize>) -> Said {
    findings.sort();
    Said { findings, counts }
}

/// The rows of a CSV file, without the head.
pub fn rows(text: &str) -> Vec<csv::StringRecord> {
    let bytes = text.strip_prefix('\u{feff}').expect("a byte-order mark").as_bytes();
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    assert_eq!(reader.headers().expect("a head"), CSV_HEAD.as_slice());
    reader.records().map(|row| row.expect("a row of as many cells")).collect()
}

/// What the CSV says.
pub fn csv(text: &str) -> Said {
    let mut counts = BTreeMap::new();
    let mut findings = Vec::new();
    for row in rows(text) {
        *counts.entry(row[4].to_owned()).or_default() += 1;
        // A subject never begins like a formula, so nothing stands before it.
        findings.push((row[0].to_owned(), row[1].to_owned(), row[2].to_owned(), row[3].to_owned()));
    }
    sorted(findings, counts)
}

/// An element of an HTML file: its name and attributes; or a text.
pub enum Piece {
    Open(String, BTreeMap<String, String>),
    Close(String),
    Text(String),
}

/// The pieces of an HTML file, as a browser reads them.
pub fn pieces(html: &str) -> Vec<Piece> {
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut all = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (string(name), string(value)));
                all.push(Piece::Open(string(&tag.name), attributes.collect()));
            }
            Token::EndTag(tag) => all.push(Piece::Close(string(&tag.name))),
            Token::String(text) => all.push(Piece::Text(string(&text))),
            Token::Comment(comment) => panic!("a comment: {}", string(&comment)),
            Token::Error(error) => panic!("no HTML: {error:?}"),
            Token::Doctype(_) => {}
        }
    }
    all
}

/// What the HTML file says.
pub fn html(html: &str) -> Said {
    let (mut counts, mut findings) = (BTreeMap::new(), Vec::new());
    let (mut section, mut article, mut heading) = (String::new(), BTreeMap::new(), false);
    for piece in pieces(html) {
        match piece {
            Piece::Open(name, attributes) => {
                match name.as_str() {
                    "section" => section.clone_from(&attributes["id"]),
                    "article" => article.clone_from(&attributes),
                    _ => {}
                }
                heading = name == "h2";
                if let Some(subject) = attributes.get("data-subject") {
                    assert_eq!(article["data-part"], section);
                    let get = |key: &str| article[key].clone();
                    findings.push((get("data-rule"), subject.clone(), get("data-severity"), get("data-outcome")));
                }
            }
            Piece::Close(_) => heading = false,
            Piece::Text(words) if heading => {
                if Part::ALL.iter().any(|part| part.id() == section) {
                    counts.insert(section.clone(), number(&words));
                }
            }
            Piece::Text(_) => {}
        }
    }
    sorted(findings, counts)
}

/// The events of a Markdown file, with every extension that could make markup. Other quotes
/// and dashes are none.
pub fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)).collect()
}

/// What the Markdown file says.
pub fn markdown(markdown: &str) -> Said {
    let (mut counts, mut findings) = (BTreeMap::new(), Vec::new());
    let (mut depth, mut words) = (0, String::new());
    let mut rule: Option<(String, String, String)> = None;
    let mut code = String::new();
    for event in events(markdown) {
        match event {
            Event::Start(Tag::List(_)) => {
                close_item(depth, &words, rule.as_ref(), &mut findings);
                words.clear();
                depth += 1;
            }
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Item | Tag::Heading { .. } | Tag::Paragraph) => words.clear(),
            Event::End(TagEnd::Item) => {
                close_item(depth, &words, rule.as_ref(), &mut findings);
                words.clear();
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                rule = None;
                let is = |part: &Part, verdict| {
                    words.strip_prefix(part.title(verdict)).is_some_and(|rest| rest.starts_with(" ("))
                };
                let verdicts = [Verdict::Supported, Verdict::OutOfScope];
                if let Some(part) = Part::ALL.iter().find(|part| verdicts.iter().any(|verdict| is(part, *verdict))) {
                    counts.insert(part.id().to_owned(), number(&words));
                }
            }
            Event::Code(id) => {
                code = id.to_string();
                words.clear();
            }
            Event::End(TagEnd::Paragraph) if !code.is_empty() => {
                let inside = words.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).expect("tags");
                let tags: Vec<&str> = inside.split(", ").collect();
                rule = Some((std::mem::take(&mut code), tags[0].to_owned(), tags[1].to_owned()));
            }
            Event::Text(text) => words.push_str(&text),
            _ => {}
        }
    }
    sorted(findings, counts)
}

fn close_item(depth: usize, words: &str, rule: Option<&(String, String, String)>, findings: &mut Vec<Found>) {
    if let (1, false, Some((rule, severity, outcome))) = (depth, words.is_empty(), rule) {
        findings.push((rule.clone(), words.to_owned(), severity.clone(), outcome.clone()));
    }
}

/// What the JSON says; the part that the report adds, which has to agree with the findings
/// of the assessment beside it.
pub fn json(written: &str) -> Said {
    let json = Json::parse(written.as_bytes()).expect("JSON");
    let (mut counts, mut findings) = (BTreeMap::new(), Vec::new());
    for item in list(member(member(&json, "report"), "items")) {
        let get = |key| text(member(item, key));
        for subject in list(member(item, "subjects")) {
            *counts.entry(get("part")).or_default() += 1;
            findings.push((get("rule"), text(subject), get("severity"), get("outcome")));
        }
    }
    let beside = list(member(&json, "findings")).iter().map(|finding| {
        let get = |key| text(member(finding, key));
        (get("rule"), get("subject"), get("severity"), get("outcome"))
    });
    let said = sorted(findings, counts);
    assert_eq!(sorted(beside.collect(), BTreeMap::new()).findings, said.findings);
    said
}
