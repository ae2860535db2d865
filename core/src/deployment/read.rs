//! The strict reader: a JSON tree in, a deployment or everything that is wrong with it out.

use std::borrow::Cow;

use super::error::{Fault, ReadError, ReadErrors};
use super::json::{Json, SyntaxError};
use super::leaf::{self, Complaint, Ids, Path, References, nearest, quoted, short, show};
use super::{Accepted, Answer, Answers, Deployment, FORMAT, GuestIndex, HostIndex, Machine, Subject, Value, is_id};
use crate::question::{Kind, Question, SubjectKind};
use crate::questions;

/// The members of an object.
type Members<'a> = [(Cow<'a, str>, Json<'a>)];

impl Deployment {
    /// Reads a document. `rules` are the ids that `accepted[].rule` may name.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, in the order of the document; for a text that
    /// is not JSON the first place where it is not.
    pub fn read(bytes: &[u8], rules: &[&str]) -> Result<Self, ReadErrors> {
        let tree = Json::parse(bytes).map_err(|error| ReadErrors { errors: vec![not_json(&error)], more: 0 })?;
        Self::from_json(&tree, rules)
    }

    /// Reads a document that is a tree already.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, in the order of the document.
    pub fn from_json(tree: &Json<'_>, rules: &[&str]) -> Result<Self, ReadErrors> {
        let Json::Object(members) = tree else {
            let complaint = leaf::wrong_type(tree, "an object".to_owned(), None);
            return Err(ReadErrors { errors: vec![complaint.at(&Path::Root)], more: 0 });
        };
        let ids = References { hosts: ids_of(members, "hosts"), guests: ids_of(members, "vms") };
        let mut reader = Reader { ids, rules, errors: ReadErrors::default() };
        let deployment = reader.document(members);
        if reader.errors.errors.is_empty() { Ok(deployment) } else { Err(reader.errors) }
    }
}

pub(super) fn not_json(error: &SyntaxError) -> ReadError {
    ReadError {
        fault: Fault::Syntax,
        path: format!("line {}, character {}", error.line, error.column),
        found: error.problem.to_string(),
        allowed: "one JSON document in UTF-8".to_owned(),
        nearest: None,
    }
}

/// The ids of a list, before anything is read that may refer to them.
fn ids_of<'t>(members: &'t Members<'_>, list: &str) -> Ids<'t> {
    let mut ids = Ids::new();
    for (_, value) in members.iter().filter(|(key, _)| key == list) {
        let Json::Array(machines) = value else { continue };
        for (place, machine) in (0..).zip(machines) {
            if let Json::Object(members) = machine
                && let Some((_, Json::String(id))) = members.iter().find(|(key, _)| key == "id")
            {
                ids.entry(id).or_insert(place);
            }
        }
    }
    ids
}

/// The keys of the document that are not answers.
const PARTS: &[&str] = &["format", "hosts", "vms", "sizing", "accepted"];

struct Reader<'a> {
    ids: References<'a>,
    rules: &'a [&'a str],
    errors: ReadErrors,
}

impl Reader<'_> {
    fn complain(&mut self, path: &Path<'_>, complaint: Complaint) {
        self.errors.push(|| complaint.at(path));
    }

    fn document(&mut self, members: &Members<'_>) -> Deployment {
        let mut deployment = Deployment::new();
        let mut answers = Answers::none(SubjectKind::Deployment);
        if !members.iter().any(|(key, _)| key == "format") {
            self.complain(&Path::Key(&Path::Root, "format"), required(&format_allowed()));
        }
        let mut object = Object::new(questions::deployment::QUESTIONS, PARTS);
        for (key, value) in members {
            let path = &Path::Key(&Path::Root, key);
            match self.member(&mut object, "", key, value, &Path::Root, &mut answers) {
                Some("format") => self.format(value, path),
                Some("hosts") => deployment.hosts = self.machines(value, path, SubjectKind::Host),
                Some("vms") => deployment.guests = self.machines(value, path, SubjectKind::Guest),
                Some("sizing") => deployment.sizing = self.sizing(value, path),
                Some("accepted") => deployment.accepted = self.accepted(value, path),
                _ => {}
            }
        }
        deployment.answers = answers;
        deployment
    }

    fn format(&mut self, value: &Json<'_>, path: &Path<'_>) {
        let complaint = match value {
            Json::String(text) if text == FORMAT => return,
            Json::String(_) => Complaint {
                fault: Fault::NotAllowed,
                found: show(value),
                allowed: format_allowed(),
                nearest: Some(quoted(FORMAT)),
            },
            _ => leaf::wrong_type(value, format_allowed(), Some(quoted(FORMAT))),
        };
        self.complain(path, complaint);
    }

    /// Reads one member of an object into the answers. If it is one of the object's
    /// other keys, that is returned; a key that stands twice or does not exist is an error.
    fn member<'k>(
        &mut self,
        object: &mut Object<'k>,
        prefix: &str,
        key: &str,
        value: &Json<'_>,
        parent: &Path<'_>,
        answers: &mut Answers,
    ) -> Option<&'k str> {
        let path = &Path::Key(parent, key);
        let found = object.find(prefix, key);
        if !object.first_time(&found) {
            let allowed = "each key once".to_owned();
            self.complain(path, Complaint { fault: Fault::DuplicateKey, found: short(key), allowed, nearest: None });
        }
        match found {
            Found::Other(key) => return Some(key),
            Found::Question(question) => {
                let answer = match value {
                    Json::Null => Answer::NotKnown,
                    _ => self.answer(question, value, path),
                };
                answers.put(question.slot, answer);
            }
            Found::Group(prefix) => self.group(object, prefix, value, path, answers),
            // Looking for the nearest key takes long: a file of wrong keys would keep a page busy.
            Found::Nothing if self.errors.is_full() => self.errors.more += 1,
            Found::Nothing => {
                let keys = object.keys(prefix);
                let complaint = Complaint {
                    fault: Fault::UnknownKey,
                    found: short(key),
                    allowed: format!("one of the keys {}", keys.join(", ")),
                    nearest: nearest(key, keys.iter().copied()).map(str::to_owned),
                };
                self.complain(path, complaint);
            }
        }
        None
    }

    /// Reads a nested object of answers; `null` is "not known" for every one of them.
    fn group(&mut self, object: &Object<'_>, prefix: &str, value: &Json<'_>, path: &Path<'_>, answers: &mut Answers) {
        match value {
            Json::Null => {
                for question in object.questions.iter().filter(|question| question.path.starts_with(prefix)) {
                    answers.put(question.slot, Answer::NotKnown);
                }
            }
            Json::Object(members) => {
                let mut inner = Object::new(object.questions, &[]);
                for (key, value) in members {
                    self.member(&mut inner, prefix, key, value, path, answers);
                }
            }
            _ => self.complain(path, leaf::wrong_type(value, "an object or null".to_owned(), None)),
        }
    }

    fn answer(&mut self, question: &Question, value: &Json<'_>, path: &Path<'_>) -> Answer<Value> {
        match leaf::read(&question.kind, value, path, &self.ids, &mut self.errors) {
            Some(Value::Set(0)) if matches!(question.kind, Kind::Set { empty_is_an_answer: false, .. }) => {
                Answer::NotAsked
            }
            Some(value) => Answer::Given(value),
            None => Answer::NotAsked,
        }
    }

    fn machines(&mut self, value: &Json<'_>, path: &Path<'_>, about: SubjectKind) -> Answer<Vec<Machine>> {
        self.list(value, path, |reader, place, machine, path| reader.machine(place, machine, path, about))
    }

    /// Reads a list of objects.
    fn list<T>(
        &mut self,
        value: &Json<'_>,
        path: &Path<'_>,
        mut read: impl FnMut(&mut Self, usize, &Members<'_>, &Path<'_>) -> T,
    ) -> Answer<Vec<T>> {
        let list = match value {
            Json::Null => return Answer::NotKnown,
            Json::Array(list) => list,
            _ => {
                self.complain(path, leaf::wrong_type(value, "a list of objects, or null".to_owned(), None));
                return Answer::NotAsked;
            }
        };
        let mut read_members = Vec::with_capacity(list.len());
        for (place, member) in list.iter().enumerate() {
            let path = Path::Index(path, place);
            match member {
                Json::Object(members) => read_members.push(read(self, place, members, &path)),
                _ => self.complain(&path, leaf::wrong_type(member, "an object".to_owned(), None)),
            }
        }
        Answer::Given(read_members)
    }

    fn machine(&mut self, place: usize, members: &Members<'_>, path: &Path<'_>, about: SubjectKind) -> Machine {
        let mut machine = Machine { id: "".into(), answers: Answers::none(about) };
        if !members.iter().any(|(key, _)| key == "id") {
            self.complain(&Path::Key(path, "id"), required(ID_ALLOWED));
        }
        let mut object = Object::new(questions::about(about), &["id"]);
        for (key, value) in members {
            if self.member(&mut object, "", key, value, path, &mut machine.answers).is_some() {
                machine.id = self.id(place, value, &Path::Key(path, key), about).into();
            }
        }
        machine
    }

    fn id<'t>(&mut self, place: usize, value: &'t Json<'_>, path: &Path<'_>, about: SubjectKind) -> &'t str {
        let complaint = match value {
            Json::String(id) if is_id(id) => {
                let (ids, list) = match about {
                    SubjectKind::Host => (&self.ids.hosts, "hosts"),
                    _ => (&self.ids.guests, "vms"),
                };
                if ids.get(id.as_ref()).is_some_and(|first| *first as usize == place) {
                    return id;
                }
                let allowed = format!("an id that no other of {list} has");
                Complaint { fault: Fault::DuplicateId, found: quoted(id), allowed, nearest: None }
            }
            Json::String(_) => Complaint {
                fault: Fault::OutOfRange,
                found: show(value),
                allowed: ID_ALLOWED.to_owned(),
                nearest: None,
            },
            _ => leaf::wrong_type(value, ID_ALLOWED.to_owned(), None),
        };
        self.complain(path, complaint);
        ""
    }

    fn sizing(&mut self, value: &Json<'_>, path: &Path<'_>) -> Answer<()> {
        match value {
            Json::Null => return Answer::NotKnown,
            Json::Object(members) => {
                for (key, _) in members {
                    let allowed = "no key yet".to_owned();
                    let complaint = Complaint { fault: Fault::UnknownKey, found: short(key), allowed, nearest: None };
                    self.complain(&Path::Key(path, key), complaint);
                }
            }
            _ => self.complain(path, leaf::wrong_type(value, "an object or null".to_owned(), None)),
        }
        Answer::Given(())
    }

    fn accepted(&mut self, value: &Json<'_>, path: &Path<'_>) -> Answer<Vec<Accepted>> {
        self.list(value, path, |reader, _, members, path| reader.acceptance(members, path))
    }

    fn acceptance(&mut self, members: &Members<'_>, path: &Path<'_>) -> Accepted {
        const KEYS: &[&str] = &["rule", "subject", "reason", "owner", "review_on"];
        for (key, allowed) in [("rule", "the id of a rule"), ("subject", SUBJECT_ALLOWED), ("reason", "a text")] {
            if !members.iter().any(|(found, _)| found == key) {
                self.complain(&Path::Key(path, key), required(allowed));
            }
        }
        let mut accepted = Accepted {
            rule: "".into(),
            subject: Subject::Deployment,
            reason: "".into(),
            owner: Answer::NotAsked,
            review_on: Answer::NotAsked,
        };
        let mut object = Object::new(&[], KEYS);
        for (key, value) in members {
            let found = self.member(&mut object, "", key, value, path, &mut Answers::none(SubjectKind::Deployment));
            let result = match (found, value) {
                (Some("rule"), _) => self.rule(value).map(|rule| accepted.rule = rule.into()),
                (Some("subject"), _) => self.subject(value).map(|subject| accepted.subject = subject),
                (Some("reason"), _) => leaf::text(value, 1, 500).map(|reason| accepted.reason = reason.into()),
                (Some("owner"), Json::Null) => {
                    accepted.owner = Answer::NotKnown;
                    Ok(())
                }
                (Some("review_on"), Json::Null) => {
                    accepted.review_on = Answer::NotKnown;
                    Ok(())
                }
                (Some("owner"), _) => {
                    leaf::text(value, 0, 100).map(|owner| accepted.owner = Answer::Given(owner.into()))
                }
                (Some("review_on"), _) => leaf::date(value).map(|day| accepted.review_on = Answer::Given(day)),
                _ => Ok(()),
            };
            if let Err(complaint) = result {
                self.complain(&Path::Key(path, key), complaint);
            }
        }
        accepted
    }

    fn rule<'t>(&self, value: &'t Json<'_>) -> Result<&'t str, Complaint> {
        let allowed = || "the id of a rule".to_owned();
        match value {
            Json::String(id) if self.rules.contains(&id.as_ref()) => Ok(id),
            Json::String(id) => Err(Complaint {
                fault: Fault::Dangling,
                found: show(value),
                allowed: allowed(),
                nearest: nearest(id, self.rules.iter().copied()).map(quoted),
            }),
            _ => Err(leaf::wrong_type(value, allowed(), None)),
        }
    }

    fn subject(&self, value: &Json<'_>) -> Result<Subject, Complaint> {
        let Json::String(text) = value else {
            return Err(leaf::wrong_type(value, SUBJECT_ALLOWED.to_owned(), None));
        };
        let (list, ids, id) = match text.split_once(':') {
            Some(("host", id)) => ("hosts", &self.ids.hosts, id),
            Some(("vm", id)) => ("vms", &self.ids.guests, id),
            _ if text == "deployment" => return Ok(Subject::Deployment),
            _ => {
                return Err(Complaint {
                    fault: Fault::NotAllowed,
                    found: show(value),
                    allowed: SUBJECT_ALLOWED.to_owned(),
                    nearest: nearest(text, std::iter::once("deployment")).map(quoted),
                });
            }
        };
        let index = leaf::reference(&Json::from(id), ids, list)?;
        Ok(if list == "hosts" { Subject::Host(HostIndex(index)) } else { Subject::Guest(GuestIndex(index)) })
    }
}

const ID_ALLOWED: &str = "a text of 1 to 64 characters without control characters and without [ ] and \"";
const SUBJECT_ALLOWED: &str = "deployment, host: and a host's id, or vm: and a vm's id";

fn format_allowed() -> String {
    quoted(FORMAT)
}

fn required(allowed: &str) -> Complaint {
    Complaint { fault: Fault::Required, found: "nothing".to_owned(), allowed: allowed.to_owned(), nearest: None }
}

/// What an object may hold, and which of it has been seen.
struct Object<'k> {
    questions: &'static [Question],
    others: &'k [&'k str],
    /// The questions that have been seen, by their slots, of which there are fewer than 64.
    seen: u64,
    /// The other keys and nested objects that have been seen; there are at most six.
    seen_others: Vec<&'k str>,
    /// Where the next question is expected: documents mostly keep the order of the format.
    next: usize,
}

enum Found<'k> {
    Question(&'static Question),
    /// A nested object: the beginning of the paths of its questions.
    Group(&'static str),
    /// A key that is not an answer.
    Other(&'k str),
    Nothing,
}

impl<'k> Object<'k> {
    fn new(questions: &'static [Question], others: &'k [&'k str]) -> Self {
        Self { questions, others, seen: 0, seen_others: Vec::new(), next: 0 }
    }

    /// Whether a key is here for the first time; one that does not exist always is.
    fn first_time(&mut self, found: &Found<'k>) -> bool {
        let name = match *found {
            Found::Nothing => return true,
            Found::Question(question) => {
                let bit = 1 << question.slot;
                let first = self.seen & bit == 0;
                self.seen |= bit;
                return first;
            }
            Found::Group(prefix) => prefix,
            Found::Other(key) => key,
        };
        let first = !self.seen_others.contains(&name);
        self.seen_others.push(name);
        first
    }

    fn find(&mut self, prefix: &str, key: &str) -> Found<'k> {
        if let Some(other) = self.others.iter().find(|other| **other == key).filter(|_| prefix.is_empty()) {
            return Found::Other(other);
        }
        let (before, after) = self.questions.split_at(self.next.min(self.questions.len()));
        for question in after.iter().chain(before) {
            let Some(rest) = question.path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(key)) else {
                continue;
            };
            if rest.is_empty() && !key.contains('.') {
                self.next = usize::from(question.slot) + 1;
                return Found::Question(question);
            }
            if rest.starts_with('.') && !key.contains('.') {
                let length = prefix.len() + key.len() + 1;
                return question.path.get(..length).map_or(Found::Nothing, Found::Group);
            }
        }
        Found::Nothing
    }

    /// The keys that are allowed at this level.
    fn keys(&self, prefix: &str) -> Vec<&'k str> {
        let mut keys: Vec<&str> = if prefix.is_empty() { self.others.to_vec() } else { Vec::new() };
        for question in self.questions {
            let Some(rest) = question.path.strip_prefix(prefix) else { continue };
            let key = rest.split('.').next().unwrap_or(rest);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}
