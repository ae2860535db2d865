//! The cases of `cases/rules`: one file a rule, one block a case.
//!
//! ```text
//! case: a share used directly
//! versions: 2007 2010
//! vms[a].storage.kind = nas-share
//! expect: vm:a violated
//! ```
//!
//! Values are JSON where they parse as JSON, and texts otherwise. Naming a machine
//! makes it. `unknown:` is followed by exactly the paths that are missing.

use exchange_advisor_core::deployment::json::Json;

/// A case: answers and what they must lead to.
pub struct Case {
    pub title: String,
    pub versions: Vec<String>,
    answers: Vec<(String, String)>,
    pub expected: Vec<Expected>,
}

/// What a rule must say of a subject.
pub struct Expected {
    pub subject: String,
    pub outcome: String,
    /// In alphabetical order.
    pub missing: Vec<String>,
}

/// Reads the cases of a file.
pub fn parse(text: &str) -> Vec<Case> {
    text.split("\n\n").filter(|block| !block.trim().is_empty()).map(block).collect()
}

fn block(text: &str) -> Case {
    let mut case = Case { title: String::new(), versions: Vec::new(), answers: Vec::new(), expected: Vec::new() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(title) = line.strip_prefix("case:") {
            title.trim().clone_into(&mut case.title);
        } else if let Some(versions) = line.strip_prefix("versions:") {
            case.versions = versions.split_whitespace().map(str::to_owned).collect();
        } else if let Some(expected) = line.strip_prefix("expect:") {
            case.expected.push(expectation(expected.trim()));
        } else {
            let (path, value) = line.split_once(" = ").unwrap_or((line, ""));
            case.answers.push((path.trim().to_owned(), value.trim().to_owned()));
        }
    }
    assert!(!case.title.is_empty() && !case.versions.is_empty() && !case.expected.is_empty(), "incomplete: {text}");
    case
}

fn expectation(text: &str) -> Expected {
    let (subject, outcome) = text.split_once(' ').unwrap_or_else(|| panic!("no outcome: {text}"));
    let (outcome, missing) = outcome.split_once(':').unwrap_or((outcome, ""));
    let mut missing: Vec<String> =
        missing.split(',').map(str::trim).filter(|path| !path.is_empty()).map(str::to_owned).collect();
    missing.sort();
    assert!(["violated", "satisfied", "unknown"].contains(&outcome.trim()), "no outcome: {text}");
    assert_eq!(outcome.trim() == "unknown", !missing.is_empty(), "only unknown has missing answers: {text}");
    Expected { subject: subject.to_owned(), outcome: outcome.trim().to_owned(), missing }
}

impl Case {
    /// The document of the case for one version.
    pub fn document(&self, version: &str) -> String {
        let mut root = Json::Object(vec![("format".into(), "exchange-virtualization-deployment/1".into())]);
        put(&mut root, "exchange.version", Json::String(version.to_owned().into()));
        for (path, value) in &self.answers {
            let value = (!value.is_empty())
                .then(|| Json::parse(value.as_bytes()).unwrap_or_else(|_| Json::String(value.clone().into())));
            let machine = ["hosts[", "vms["].into_iter().find(|list| path.starts_with(list));
            match machine {
                None => put(&mut root, path, value.unwrap_or_else(|| panic!("no value: {path}"))),
                Some(list) => {
                    let (id, rest) = path[list.len()..].split_once(']').expect("a closing bracket");
                    let machine = machine_of(&mut root, &list[..list.len() - 1], id);
                    if let Some(value) = value {
                        put(machine, rest.trim_start_matches('.'), value);
                    }
                }
            }
        }
        root.to_string()
    }
}

fn members<'j, 'a>(object: &'j mut Json<'a>) -> &'j mut Vec<(std::borrow::Cow<'a, str>, Json<'a>)> {
    match object {
        Json::Object(members) => members,
        _ => panic!("no object"),
    }
}

fn child<'j, 'a>(object: &'j mut Json<'a>, key: &str, new: Json<'a>) -> &'j mut Json<'a> {
    let members = members(object);
    let place = members.iter().position(|(found, _)| found == key).unwrap_or_else(|| {
        members.push((key.to_owned().into(), new));
        members.len() - 1
    });
    &mut members[place].1
}

fn put<'a>(object: &mut Json<'a>, path: &str, value: Json<'a>) {
    match path.split_once('.') {
        None => *child(object, path, Json::Null) = value,
        Some((group, rest)) => put(child(object, group, Json::Object(Vec::new())), rest, value),
    }
}

fn machine_of<'j, 'a>(root: &'j mut Json<'a>, list: &str, id: &str) -> &'j mut Json<'a> {
    let Json::Array(machines) = child(root, list, Json::Array(Vec::new())) else { panic!("no list: {list}") };
    let is = |machine: &Json<'_>| matches!(machine, Json::Object(members) if members[0].1 == Json::from(id));
    let place = machines.iter().position(is).unwrap_or_else(|| {
        machines.push(Json::Object(vec![("id".into(), Json::String(id.to_owned().into()))]));
        machines.len() - 1
    });
    &mut machines[place]
}
