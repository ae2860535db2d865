//! The JSON Schema of the format, from the same tables that the reader uses. What a
//! schema cannot say (references, ids that are unique in their list) only the reader
//! checks.

use std::borrow::Cow;

use super::FORMAT;
use super::json::Json;
use crate::choice::Choice;
use crate::decimal::Decimal;
use crate::question::{Kind, Question, SubjectKind};
use crate::questions;

type Members = Vec<(Cow<'static, str>, Json<'static>)>;

/// The schema, draft 2020-12.
#[must_use]
pub fn schema() -> Json<'static> {
    let mut properties: Members = vec![("format".into(), Json::object([("const", FORMAT.into())]))];
    describe(questions::deployment::QUESTIONS, "", &mut properties);
    properties.push(("hosts".into(), machines(SubjectKind::Host, "The physical (root) machines.")));
    properties.push(("vms".into(), machines(SubjectKind::Guest, "The Exchange virtual machines.")));
    properties.push((
        "sizing".into(),
        Json::object([
            ("type", Json::list(["object", "null"])),
            ("description", "What the sizing needs beyond the other answers. No keys yet; no rule reads it.".into()),
            ("additionalProperties", false.into()),
        ]),
    ));
    properties.push(("accepted".into(), accepted()));
    Json::object([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", "Exchange virtualization deployment".into()),
        ("description", "One Exchange Server deployment on virtual machines. Everything but format may be left out (not asked yet) or null (asked, not known).".into()),
        ("type", "object".into()),
        ("required", Json::list(["format"])),
        ("additionalProperties", false.into()),
        ("properties", Json::Object(properties)),
    ])
}

fn machines(about: SubjectKind, description: &'static str) -> Json<'static> {
    let mut properties: Members = vec![("id".into(), id())];
    describe(questions::about(about), "", &mut properties);
    list_of(description, &["id"], properties)
}

fn accepted() -> Json<'static> {
    let text = |least: u64, most: u64| {
        Json::object([("type", "string".into()), ("minLength", least.into()), ("maxLength", most.into())])
    };
    let properties: Members = vec![
        ("rule".into(), Json::object([("type", "string".into()), ("description", "The id of a rule.".into())])),
        (
            "subject".into(),
            Json::object([("type", "string".into()), ("pattern", "^(deployment|host:.+|vm:.+)$".into())]),
        ),
        ("reason".into(), text(1, 500)),
        ("owner".into(), nullable(vec![("type".into(), "string".into()), ("maxLength".into(), 100_u64.into())])),
        ("review_on".into(), nullable(vec![("type".into(), "string".into()), ("format".into(), "date".into())])),
    ];
    list_of(
        "Findings that somebody has decided to live with; they change neither findings nor verdict.",
        &["rule", "subject", "reason"],
        properties,
    )
}

fn list_of(description: &'static str, required: &[&'static str], properties: Members) -> Json<'static> {
    let member = Json::object([
        ("type", "object".into()),
        ("required", Json::list(required.iter().copied())),
        ("additionalProperties", false.into()),
        ("properties", Json::Object(properties)),
    ]);
    Json::object([("type", Json::list(["array", "null"])), ("description", description.into()), ("items", member)])
}

fn id() -> Json<'static> {
    Json::object([
        ("type", "string".into()),
        ("description", "Unique in its list.".into()),
        ("minLength", 1_u64.into()),
        ("maxLength", 64_u64.into()),
        ("pattern", "^[^\\[\\]\"\\u0000-\\u001f\\u007f-\\u009f]+$".into()),
    ])
}

/// Adds the questions whose paths begin with the prefix, grouped as the document is.
fn describe(questions: &'static [Question], prefix: &str, properties: &mut Members) {
    let mut rest = questions;
    while let [question, others @ ..] = rest {
        let name = question.path.get(prefix.len()..).unwrap_or_default();
        let Some((group, _)) = name.split_once('.') else {
            properties.push((name.into(), leaf(question)));
            rest = others;
            continue;
        };
        let inner_prefix = question.path.get(..prefix.len() + group.len() + 1).unwrap_or_default();
        let length = rest.iter().take_while(|question| question.path.starts_with(inner_prefix)).count();
        let (inner, after) = rest.split_at(length);
        let mut inside = Members::new();
        describe(inner, inner_prefix, &mut inside);
        let object = Json::object([
            ("type", Json::list(["object", "null"])),
            ("additionalProperties", false.into()),
            ("properties", Json::Object(inside)),
        ]);
        properties.push((group.into(), object));
        rest = after;
    }
}

fn leaf(question: &Question) -> Json<'static> {
    let mut members: Members = match question.kind {
        Kind::Flag => vec![("type".into(), "boolean".into())],
        Kind::Count { min, max } => {
            vec![("type".into(), "integer".into()), ("minimum".into(), min.into()), ("maximum".into(), max.into())]
        }
        Kind::Amount { zero, .. } => vec![
            ("type".into(), "number".into()),
            (if zero { "minimum" } else { "exclusiveMinimum" }.into(), 0_u64.into()),
            ("maximum".into(), Decimal::MAX.into()),
        ],
        Kind::Choice(list) => vec![("enum".into(), ids(list))],
        Kind::Set { of, .. } => set_of(vec![("enum".into(), ids(of))]),
        Kind::Text { longest } => vec![("type".into(), "string".into()), ("maxLength".into(), longest.into())],
        Kind::Date => vec![("type".into(), "string".into()), ("format".into(), "date".into())],
        Kind::Host => vec![("type".into(), "string".into())],
        Kind::Guests => set_of(vec![("type".into(), "string".into())]),
    };
    members.insert(0, ("description".into(), question.wording.into()));
    nullable(members)
}

fn ids(list: &'static [Choice]) -> Json<'static> {
    Json::list(list.iter().map(|choice| choice.id))
}

fn set_of(member: Members) -> Members {
    vec![("type".into(), "array".into()), ("uniqueItems".into(), true.into()), ("items".into(), Json::Object(member))]
}

/// The same, or `null`.
fn nullable(members: Members) -> Json<'static> {
    let members = members.into_iter().map(|(key, value)| match (key.as_ref(), value) {
        ("type", Json::String(name)) => (key, Json::Array(vec![Json::String(name), "null".into()])),
        ("enum", Json::Array(mut list)) => {
            list.push(Json::Null);
            (key, Json::Array(list))
        }
        (_, value) => (key, value),
    });
    Json::Object(members.collect())
}
