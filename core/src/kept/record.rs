//! What is kept of one deployment: the work, where it comes from and when it was changed,
//! as text and back. Reading is strict, since what is read is written over later.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use super::{Against, Line, Work};
use crate::deployment::json::Json;
use crate::deployment::{Deployment, FORMAT};
use crate::interview::{Course, Round};
use crate::questions::{self, deployment::NAME};

/// The form of the records. Whoever adds or changes a member counts it up, so that an
/// older advisor leaves alone what it would drop; `line` stays as it is for good, since
/// older advisors go by it.
const RECORD: &str = "exchange-advisor-record/1";

/// What is kept of one deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it descends from.
    pub line: Line,
    /// When it was changed, in milliseconds since 1970. For showing; nothing is decided by it.
    pub changed_ms: u64,
    /// It was thrown away and can still be taken back.
    pub deleted: bool,
    /// The work.
    pub work: Work,
}

/// Why there is nothing to be had from an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is none.
    Missing,
    /// A newer version of the advisor has written it.
    Newer,
    /// It is damaged; this is how.
    Damaged(String),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("It is not there any more."),
            Self::Newer => f.write_str("A newer version of the advisor has written it; this one cannot read it."),
            Self::Damaged(how) => write!(f, "It is damaged: {how}"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// What can be told of an entry even if it cannot be read.
#[derive(Default)]
pub(super) struct Glimpse {
    pub name: Option<String>,
    pub changed_ms: u64,
    pub line: Option<Line>,
}

type Members<'a> = [(Cow<'a, str>, Json<'a>)];

impl Record {
    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Course { round, hosts_apart, guests_apart } = self.work.course;
        let drafts = self.work.drafts.iter().map(|(path, text)| (path.as_str().into(), text.as_str().into()));
        let tree = Json::object([
            ("record", RECORD.into()),
            ("line", self.line.to_json()),
            ("changed_ms", self.changed_ms.into()),
            ("deleted", self.deleted.into()),
            (
                "course",
                Json::object([
                    ("round", round.id().into()),
                    ("hosts_apart", hosts_apart.into()),
                    ("guests_apart", guests_apart.into()),
                ]),
            ),
            ("drafts", Json::Object(drafts.collect())),
            ("document", self.work.deployment.to_json()),
        ]);
        tree.to_string()
    }

    /// Reads what [`Record::to_text`] wrote.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let tree = Json::parse(text.as_bytes()).map_err(|error| {
            let (line, column, problem) = (error.line, error.column, error.problem);
            damaged(&format!("line {line}, character {column}: {problem}."))
        })?;
        let Json::Object(members) = &tree else { return Err(damaged("it is no object.")) };
        let document = member(members, "document");
        let format = document.and_then(|document| text_at(document, "format"));
        if text_of(member(members, "record")).is_some_and(|record| is_newer(record, RECORD))
            || format.is_some_and(|format| is_newer(format, FORMAT))
        {
            return Err(Unreadable::Newer);
        }
        Self::from_members(members)
    }

    fn from_members(members: &Members<'_>) -> Result<Self, Unreadable> {
        const NAMES: [&str; 7] = ["record", "line", "changed_ms", "deleted", "course", "drafts", "document"];
        if !members.iter().map(|(name, _)| name).eq(NAMES) {
            return Err(damaged("its parts are not those that the advisor writes."));
        }
        let [
            (_, Json::String(record)),
            (_, line),
            (_, Json::Number(changed_ms)),
            (_, Json::Bool(deleted)),
            (_, course),
            (_, Json::Object(drafts)),
            (_, document),
        ] = members
        else {
            return Err(damaged("its parts are not of the kinds that the advisor writes."));
        };
        if record != RECORD {
            return Err(damaged("it does not say that it is a record of the advisor."));
        }
        let deployment = crate::from_json(document).map_err(|errors| {
            let first = errors.errors.first().map(ToString::to_string).unwrap_or_default();
            let more = (errors.errors.len() + errors.more).saturating_sub(1);
            damaged(&if more == 0 { format!("{first}.") } else { format!("{first}; and {more} more.") })
        })?;
        Ok(Self {
            line: Line::from_json(line).ok_or_else(|| damaged("what it was built on is not told."))?,
            changed_ms: changed_ms.parse().map_err(|_| damaged("the time of its last change is none."))?,
            deleted: *deleted,
            work: Work {
                deployment,
                drafts: read_drafts(drafts).ok_or_else(|| damaged("what was typed cannot be read."))?,
                course: read_course(course).ok_or_else(|| damaged("the state of the questionnaire cannot be read."))?,
            },
        })
    }

    /// How what is in the storage stands against this record. What cannot be read was not
    /// built on it, for all that is known; only a newer advisor is believed.
    pub(super) fn against(&self, theirs: &Result<Self, Unreadable>, text: &str) -> Against {
        match theirs {
            Ok(theirs) => self.line.against(&theirs.line),
            Err(Unreadable::Newer) if Self::glimpse(text).line.is_some_and(|line| line.has(self.line.stamp())) => {
                Against::Newer
            }
            Err(_) => Against::Apart,
        }
    }

    /// What can be told of an entry even if it cannot be read.
    pub(super) fn glimpse(text: &str) -> Glimpse {
        let Ok(Json::Object(members)) = Json::parse(text.as_bytes()) else { return Glimpse::default() };
        let name =
            member(&members, "document").and_then(|document| text_at(document, questions::question(NAME.slot()).path));
        let changed_ms = match member(&members, "changed_ms") {
            Some(Json::Number(number)) => number.parse().unwrap_or_default(),
            _ => 0,
        };
        Glimpse {
            name: name.map(|name| name.chars().take(200).collect()),
            changed_ms,
            line: member(&members, "line").and_then(Line::from_json),
        }
    }
}

/// The deployment in a record that was saved as a file, or in what is left of it. `None`
/// if the text is no record at all or its document cannot be read.
#[must_use]
pub fn deployment_in(record: &[u8]) -> Option<Deployment> {
    let Ok(Json::Object(members)) = Json::parse(record) else { return None };
    crate::from_json(member(&members, "document")?).ok()
}

fn damaged(how: &str) -> Unreadable {
    Unreadable::Damaged(how.to_owned())
}

/// Whether a format is a later one than ours: the same name with a higher number.
fn is_newer(format: &str, own: &str) -> bool {
    let parts = |text: &str| {
        text.rsplit_once('/').and_then(|(name, number)| Some((name.to_owned(), number.parse::<u64>().ok()?)))
    };
    matches!((parts(format), parts(own)), (Some((name, number)), Some((own_name, own))) if name == own_name && number > own)
}

fn member<'t, 'a>(members: &'t Members<'a>, name: &str) -> Option<&'t Json<'a>> {
    members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn text_of<'t>(value: Option<&'t Json<'_>>) -> Option<&'t str> {
    match value {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}

fn text_at<'t>(tree: &'t Json<'_>, name: &str) -> Option<&'t str> {
    match tree {
        Json::Object(members) => text_of(member(members, name)),
        _ => None,
    }
}

fn read_drafts(members: &Members<'_>) -> Option<BTreeMap<String, String>> {
    let mut drafts = BTreeMap::new();
    for (path, text) in members {
        let Json::String(text) = text else { return None };
        if drafts.insert(path.to_string(), text.to_string()).is_some() {
            return None;
        }
    }
    Some(drafts)
}

fn read_course(tree: &Json<'_>) -> Option<Course> {
    let Json::Object(members) = tree else { return None };
    match members.as_slice() {
        [(a, Json::String(round)), (b, Json::Bool(hosts_apart)), (c, Json::Bool(guests_apart))]
            if [a, b, c] == ["round", "hosts_apart", "guests_apart"] =>
        {
            let (hosts_apart, guests_apart) = (*hosts_apart, *guests_apart);
            Some(Course { round: Round::from_id(round)?, hosts_apart, guests_apart })
        }
        _ => None,
    }
}
