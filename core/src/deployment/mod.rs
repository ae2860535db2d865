//! The deployment document: what somebody has answered.
//!
//! - `json.rs`: JSON as a tree that keeps what a person wrote;
//! - `read.rs` and `leaf.rs`: the strict reader; `error.rs`: what it says;
//! - `write.rs`: the writer; `edit.rs`: changes, answer by answer; `accept.rs`: findings to live with;
//! - `words.rs`: answers as a person reads them;
//! - `migrate.rs`: documents of older and newer formats;
//! - `share.rs`: a copy without names, and a text that an address can carry;
//! - `typed.rs` and `units.rs`: what a person types into a field;
//! - `schema.rs`: the JSON Schema of the format.

mod accept;
mod edit;
mod error;
pub mod json;
mod leaf;
mod migrate;
mod read;
mod schema;
mod words;
mod share;
mod typed;
mod units;
mod write;

pub use accept::{LONGEST_OWNER, LONGEST_REASON, NotAccepted};
pub use edit::Refused;
pub use error::{Fault, MOST_ERRORS, ReadError, ReadErrors};
pub use migrate::{FORMAT_NUMBER, Format, Opened, format_of};
pub use schema::schema;
pub use share::{from_base64url, to_base64url};
pub use typed::{typed, understood};
pub use words::NOT_KNOWN;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::question::{Key, Question, Slot};
use crate::subject::SubjectKind;

use crate::questions;
pub use crate::subject::{GuestIndex, HostIndex, Subject};

/// The format that this version reads and writes.
pub const FORMAT: &str = "exchange-virtualization-deployment/1";

/// Where one answer stands: which question about which subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerRef {
    /// What the question is about.
    pub subject: Subject,
    /// Which question.
    pub slot: Slot,
}

impl AnswerRef {
    /// The question.
    #[must_use]
    pub fn question(self) -> &'static Question {
        questions::question(self.slot)
    }
}

/// An answer, or why there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer<T> {
    /// Not asked yet: left out of the document.
    #[default]
    NotAsked,
    /// Asked, and not known: `null` in the document.
    NotKnown,
    /// Answered.
    Given(T),
}

impl<T> Answer<T> {
    /// The answer, if there is one.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::NotAsked | Self::NotKnown => None,
        }
    }
}

/// What can be answered to a question, by its [`crate::question::Kind`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u64),
    /// A decimal number.
    Amount(Decimal),
    /// A place in the list of choices.
    Choice(u8),
    /// The members of a set, the first choice of the list being the lowest bit.
    Set(u64),
    /// A day.
    Date(Date),
    /// A text.
    Text(Box<str>),
    /// A host.
    Host(HostIndex),
    /// Guests.
    Guests(Box<[GuestIndex]>),
}

/// A type that the answers to some question have.
pub trait FromValue: Sized {
    /// The value as this type, if it is of the right kind.
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty: $pattern:pat => $result:expr;)+) => {
        $(impl FromValue for $type {
            fn from_value(value: &Value) -> Option<Self> {
                match value { $pattern => $result, _ => None }
            }
        })+
    };
}

from_value! {
    bool: Value::Flag(flag) => Some(*flag);
    u64: Value::Count(count) => Some(*count);
    Decimal: Value::Amount(amount) => Some(*amount);
    Date: Value::Date(date) => Some(*date);
    HostIndex: Value::Host(host) => Some(*host);
    String: Value::Text(text) => Some(text.to_string());
    Vec<GuestIndex>: Value::Guests(guests) => Some(guests.to_vec());
    questions::Purpose: Value::Choice(index) => Self::from_index(*index);
    questions::Version: Value::Choice(index) => Self::from_index(*index);
    questions::Product: Value::Choice(index) => Self::from_index(*index);
    questions::GuestOs: Value::Choice(index) => Self::from_index(*index);
    questions::StorageKind: Value::Choice(index) => Self::from_index(*index);
    questions::Migration: Value::Choice(index) => Self::from_index(*index);
    questions::BackupMethod: Value::Choice(index) => Self::from_index(*index);
    questions::DiskFormat: Value::Choice(index) => Self::from_index(*index);
    questions::DiskProvisioning: Value::Choice(index) => Self::from_index(*index);
    questions::ScsiDriver: Value::Choice(index) => Self::from_index(*index);
    questions::Profile: Value::Choice(index) => Self::from_index(*index);
}

impl<T> FromValue for crate::choice::Choices<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Set(bits) => Some(Self::from_bits(*bits)),
            _ => None,
        }
    }
}

/// The answers about one subject, one place for each question about its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    slots: Box<[Answer<Value>]>,
}

impl Answers {
    fn none(about: SubjectKind) -> Self {
        Self { slots: vec![Answer::NotAsked; questions::about(about).len()].into() }
    }

    /// The answer to the question at this place.
    #[must_use]
    pub fn at(&self, slot: u8) -> &Answer<Value> {
        self.slots.get(usize::from(slot)).unwrap_or(&Answer::NotAsked)
    }

    /// How many questions there are about the subject, answered or not.
    #[must_use]
    pub fn count(&self) -> u8 {
        u8::try_from(self.slots.len()).unwrap_or(u8::MAX)
    }

    fn put(&mut self, slot: u8, answer: Answer<Value>) {
        if let Some(place) = self.slots.get_mut(usize::from(slot)) {
            *place = answer;
        }
    }
}

/// A host or a guest: its id and the answers about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Unique among the machines of its list; see [`is_id`].
    id: Box<str>,
    answers: Answers,
}

impl Machine {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is answered about it.
    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }
}

/// A finding that somebody has decided to live with. It changes no outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The id of a rule.
    pub rule: Box<str>,
    /// What the finding is about.
    pub subject: Subject,
    /// Why it is accepted; 1 to 500 characters.
    pub reason: Box<str>,
    /// Who answers for that; at most 100 characters.
    pub owner: Answer<Box<str>>,
    /// When it has to be looked at again.
    pub review_on: Answer<Date>,
}

/// What a deployment document says. There is no way to hold one that breaks the
/// format: references are places in lists, and answers are checked as they are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    answers: Answers,
    hosts: Answer<Vec<Machine>>,
    guests: Answer<Vec<Machine>>,
    accepted: Answer<Vec<Accepted>>,
    /// The `sizing` object has no keys yet; whether it is there is kept.
    sizing: Answer<()>,
}

impl Default for Deployment {
    fn default() -> Self {
        Self::new()
    }
}

impl Deployment {
    /// A deployment about which nothing has been asked.
    #[must_use]
    pub fn new() -> Self {
        Self {
            answers: Answers::none(SubjectKind::Deployment),
            hosts: Answer::NotAsked,
            guests: Answer::NotAsked,
            accepted: Answer::NotAsked,
            sizing: Answer::NotAsked,
        }
    }

    /// The hosts; none if they are not asked or not known.
    #[must_use]
    pub fn hosts(&self) -> &[Machine] {
        self.hosts.given().map_or(&[], Vec::as_slice)
    }

    /// The guests; none if they are not asked or not known.
    #[must_use]
    pub fn guests(&self) -> &[Machine] {
        self.guests.given().map_or(&[], Vec::as_slice)
    }

    /// Whether the hosts are listed, not known, or not asked for.
    #[must_use]
    pub const fn hosts_answer(&self) -> Answer<()> {
        listed(&self.hosts)
    }

    /// Whether the guests are listed, not known, or not asked for.
    #[must_use]
    pub const fn guests_answer(&self) -> Answer<()> {
        listed(&self.guests)
    }

    /// The findings that somebody has decided to live with.
    #[must_use]
    pub fn accepted(&self) -> &[Accepted] {
        self.accepted.given().map_or(&[], Vec::as_slice)
    }

    /// The answers about a subject, if it is there.
    #[must_use]
    pub fn about(&self, subject: Subject) -> Option<&Answers> {
        match subject {
            Subject::Deployment => Some(&self.answers),
            Subject::Host(HostIndex(index)) => self.hosts().get(index as usize).map(Machine::answers),
            Subject::Guest(GuestIndex(index)) => self.guests().get(index as usize).map(Machine::answers),
        }
    }

    /// The answer to a question about a subject.
    #[must_use]
    pub fn answer(&self, subject: Subject, slot: Slot) -> &Answer<Value> {
        if subject.kind() != slot.subject {
            return &Answer::NotAsked;
        }
        self.about(subject).map_or(&Answer::NotAsked, |answers| answers.at(slot.slot))
    }

    /// The typed answer to a question about the deployment as a whole.
    #[must_use]
    pub fn get<T: FromValue>(&self, key: Key<T>) -> Option<T> {
        self.get_about(Subject::Deployment, key)
    }

    /// The typed answer to a question about a subject.
    #[must_use]
    pub fn get_about<T: FromValue>(&self, subject: Subject, key: Key<T>) -> Option<T> {
        self.answer(subject, key.slot()).given().and_then(T::from_value)
    }

    /// Every subject, the deployment first.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + use<> {
        let hosts = (0..).map(HostIndex).map(Subject::Host).take(self.hosts().len());
        let guests = (0..).map(GuestIndex).map(Subject::Guest).take(self.guests().len());
        std::iter::once(Subject::Deployment).chain(hosts).chain(guests)
    }

    /// A subject as the assessment writes it: `deployment`, `host:ID` or `vm:ID`.
    #[must_use]
    pub fn subject_name(&self, subject: Subject) -> String {
        match subject {
            Subject::Deployment => "deployment".to_owned(),
            Subject::Host(_) => format!("host:{}", self.id(subject)),
            Subject::Guest(_) => format!("vm:{}", self.id(subject)),
        }
    }

    /// The path of an answer: `vms[mbx1].storage.kind`.
    #[must_use]
    pub fn path(&self, answer: AnswerRef) -> String {
        let (id, path) = (self.id(answer.subject), answer.question().path);
        match answer.subject {
            Subject::Deployment => path.to_owned(),
            Subject::Host(_) => format!("hosts[{id}].{path}"),
            Subject::Guest(_) => format!("vms[{id}].{path}"),
        }
    }

    fn id(&self, subject: Subject) -> &str {
        let machine = match subject {
            Subject::Deployment => None,
            Subject::Host(HostIndex(index)) => self.hosts().get(index as usize),
            Subject::Guest(GuestIndex(index)) => self.guests().get(index as usize),
        };
        machine.map_or("", Machine::id)
    }
}

const fn listed<T>(list: &Answer<Vec<T>>) -> Answer<()> {
    match list {
        Answer::NotAsked => Answer::NotAsked,
        Answer::NotKnown => Answer::NotKnown,
        Answer::Given(_) => Answer::Given(()),
    }
}

/// Whether a text can be an id: 1 to 64 characters, no control characters, none of `[ ] "`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let length = text.chars().take(65).count();
    (1..=64).contains(&length) && !text.chars().any(|c| c.is_control() || matches!(c, '[' | ']' | '"'))
}
