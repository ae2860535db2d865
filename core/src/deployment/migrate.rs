//! Documents of older formats become documents of today's; those of newer ones are told
//! apart from rubbish.
//!
//! A key that changes its name or its meaning makes a new format: [`FORMAT`] and
//! [`FORMAT_NUMBER`] count up, [`MIGRATIONS`] gets a step with what it does in words, and
//! `tests/cases/formats/` keeps a document of each format that was ever released.

use super::error::{Fault, ReadError, ReadErrors};
use super::json::Json;
use super::read::not_json;
use super::{Deployment, FORMAT};

/// The number of the format that this version reads and writes; [`FORMAT`] ends with it.
pub const FORMAT_NUMBER: u32 = 1;

/// The steps from each older format to the next. Only the first format has ever been.
const MIGRATIONS: &[Migration] = &[];

/// From one format to the next.
struct Migration {
    /// The older of the two.
    from: u32,
    changes: &'static [Change],
}

/// One difference between a format and the next.
struct Change {
    /// What happened, for the person whose document it is: "`x` was renamed to `y`".
    words: &'static str,
    /// Makes the change, and says whether this document has what it is about.
    make: fn(&mut Json<'_>) -> bool,
}

/// Which format a document says it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The one that this version reads and writes.
    Current,
    /// An older one.
    Older(u32),
    /// One that a newer version of the advisor writes.
    Newer(u32),
    /// None: this is no document of the advisor.
    None,
}

impl Format {
    /// What a person has to know of it; nothing of the current one.
    #[must_use]
    pub fn told(self) -> Option<String> {
        match self {
            Self::Current => None,
            Self::Older(format) => Some(format!(
                "written by an older version of the advisor (format {format}); this one writes {FORMAT_NUMBER}"
            )),
            Self::Newer(format) => Some(format!(
                "written by a newer version of the advisor (format {format}); this one reads {FORMAT_NUMBER}"
            )),
            Self::None => Some(format!("not a document of the advisor: it has no `format` like `{FORMAT}`")),
        }
    }
}

/// A document that was read, whichever format it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it says.
    pub deployment: Deployment,
    /// The older format that it had.
    pub from: Option<u32>,
    /// What had to be changed for today's, in words.
    pub changes: Vec<String>,
}

/// Which format a document says it has; nothing else of it is read.
#[must_use]
pub fn format_of(bytes: &[u8]) -> Format {
    Json::parse(bytes).map_or(Format::None, |tree| format_in(&tree, FORMAT_NUMBER))
}

impl Deployment {
    /// Reads a document of this format or an older one. `rules` are the ids that
    /// `accepted[].rule` may name.
    ///
    /// # Errors
    ///
    /// As [`Deployment::read`]; of a newer format that alone.
    pub fn open(bytes: &[u8], rules: &[&str]) -> Result<Opened, ReadErrors> {
        open(bytes, rules, FORMAT_NUMBER, MIGRATIONS)
    }
}

fn open(bytes: &[u8], rules: &[&str], current: u32, migrations: &[Migration]) -> Result<Opened, ReadErrors> {
    let mut tree = Json::parse(bytes).map_err(|error| ReadErrors { errors: vec![not_json(&error)], more: 0 })?;
    let format = format_in(&tree, current);
    if let Format::Newer(number) = format {
        // Its other keys are not wrong, only unknown here.
        return Err(ReadErrors { errors: vec![newer(number)], more: 0 });
    }
    let migrated = if let Format::Older(from) = format { migrate(&mut tree, from, current, migrations) } else { None };
    let (from, changes) = migrated.map_or((None, Vec::new()), |(from, changes)| (Some(from), changes));
    Ok(Opened { deployment: Deployment::from_json(&tree, rules)?, from, changes })
}

/// What stands before the number of a format.
fn family() -> &'static str {
    FORMAT.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn format_in(tree: &Json<'_>, current: u32) -> Format {
    let Json::Object(members) = tree else { return Format::None };
    let mut formats = members.iter().filter(|(key, _)| key == "format");
    let (Some((_, Json::String(format))), None) = (formats.next(), formats.next()) else { return Format::None };
    let number = format.strip_prefix(family()).filter(|number| number.starts_with(|c: char| ('1'..='9').contains(&c)));
    match number.and_then(|number| number.parse::<u32>().ok()) {
        None => Format::None,
        Some(number) if number < current => Format::Older(number),
        Some(number) if number > current => Format::Newer(number),
        Some(_) => Format::Current,
    }
}

/// Takes a document through every step that it needs. Nothing happens to it if one of
/// them is missing: the reader then says that it does not know the format.
fn migrate(tree: &mut Json<'_>, from: u32, current: u32, migrations: &[Migration]) -> Option<(u32, Vec<String>)> {
    let step = |format| migrations.iter().find(|migration| migration.from == format);
    let steps: Vec<&Migration> = (from..current).map(step).collect::<Option<_>>()?;
    let made = steps.iter().flat_map(|step| step.changes).filter(|change| (change.make)(tree));
    let changes = made.map(|change| change.words.to_owned()).collect();
    if let Json::Object(members) = tree
        && let Some((_, format)) = members.iter_mut().find(|(key, _)| key == "format")
    {
        *format = FORMAT.into();
    }
    Some((from, changes))
}

fn newer(number: u32) -> ReadError {
    ReadError {
        fault: Fault::NotAllowed,
        path: "format".to_owned(),
        found: Json::from(format!("{}{number}", family())).to_string(),
        allowed: format!(
            "{}; the document was {}",
            Json::from(FORMAT),
            Format::Newer(number).told().unwrap_or_default()
        ),
        nearest: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::deployment::{MAILBOXES, NAME};

    /// Two made-up formats before today's, which is the third here.
    const STEPS: &[Migration] = &[
        Migration {
            from: 1,
            changes: &[
                Change { words: "`title` was renamed to `name`", make: |tree| rename(tree, "title", "name") },
                Change {
                    words: "`users` was renamed to `boxes`",
                    make: |tree| within(tree, "workload", |workload| rename(workload, "users", "boxes")),
                },
            ],
        },
        Migration {
            from: 2,
            changes: &[Change {
                words: "`workload.boxes` was renamed to `workload.mailboxes`",
                make: |tree| within(tree, "workload", |workload| rename(workload, "boxes", "mailboxes")),
            }],
        },
    ];

    fn member<'t, 'a>(tree: &'t mut Json<'a>, key: &str) -> Option<&'t mut (std::borrow::Cow<'a, str>, Json<'a>)> {
        let Json::Object(members) = tree else { return None };
        members.iter_mut().find(|(found, _)| found == key)
    }

    fn within(tree: &mut Json<'_>, key: &str, change: impl Fn(&mut Json<'_>) -> bool) -> bool {
        member(tree, key).is_some_and(|(_, value)| change(value))
    }

    fn rename(tree: &mut Json<'_>, old: &str, new: &'static str) -> bool {
        member(tree, old).map(|(key, _)| *key = new.into()).is_some()
    }

    fn opened(rest: &str) -> Result<Opened, ReadErrors> {
        open(format!(r#"{{"format":"exchange-virtualization-deployment/{rest}}}"#).as_bytes(), &[], 3, STEPS)
    }

    fn values(opened: &Opened) -> (Option<String>, Option<u64>) {
        (opened.deployment.get(NAME), opened.deployment.get(MAILBOXES))
    }

    #[test]
    fn the_name_of_the_format_ends_with_its_number() {
        assert_eq!(FORMAT, format!("{}{FORMAT_NUMBER}", family()));
        assert!(family().ends_with('/'));
        let from: Vec<u32> = MIGRATIONS.iter().map(|migration| migration.from).collect();
        assert_eq!(from, (1..FORMAT_NUMBER).collect::<Vec<_>>(), "a step from each older format");
    }

    #[test]
    fn a_chain_of_steps_leads_to_today() {
        let first = opened(r#"1","title":"Mail","workload":{"users":7}"#).unwrap();
        assert_eq!(values(&first), (Some("Mail".to_owned()), Some(7)));
        assert_eq!(first.from, Some(1));
        assert_eq!(
            first.changes,
            [
                "`title` was renamed to `name`",
                "`users` was renamed to `boxes`",
                "`workload.boxes` was renamed to `workload.mailboxes`"
            ]
        );
        let second = opened(r#"2","name":"Mail","workload":{"boxes":7}"#).unwrap();
        assert_eq!((values(&second), second.from), (values(&first), Some(2)));
        assert_eq!(second.changes, ["`workload.boxes` was renamed to `workload.mailboxes`"]);
    }

    #[test]
    fn only_what_changed_is_told() {
        let plain = opened(r#"1","workload":null"#).unwrap();
        assert_eq!((plain.from, plain.changes.len()), (Some(1), 0));
    }

    #[test]
    fn an_older_document_is_read_as_strictly() {
        // Errors name the keys of today.
        let errors = opened(r#"2","workload":{"boxes":"7"}"#).unwrap_err();
        assert_eq!(errors.errors[0].path, "workload.mailboxes");
        let errors = opened(r#"2","title":"Mail""#).unwrap_err();
        assert_eq!(errors.errors[0].fault, Fault::UnknownKey);
        // A step that is missing is no reason to guess.
        let text = br#"{"format":"exchange-virtualization-deployment/2"}"#;
        let errors = open(text, &[], 3, STEPS.get(..1).unwrap_or_default()).unwrap_err();
        assert_eq!((errors.errors[0].fault, errors.errors[0].path.as_str()), (Fault::NotAllowed, "format"));
    }

    #[test]
    fn a_newer_format_is_told_and_nothing_else() {
        let errors = opened(r#"4","novelty":[]"#).unwrap_err();
        let [error] = errors.errors.as_slice() else { panic!("{errors}") };
        assert_eq!((error.fault, error.path.as_str(), &error.nearest), (Fault::NotAllowed, "format", &None));
        assert!(error.to_string().contains("written by a newer version of the advisor (format 4)"), "{error}");
    }

    #[test]
    fn formats_are_told_apart_from_rubbish() {
        let format = |value: &str| format_of(format!(r#"{{"vms":[],"format":{value}}}"#).as_bytes());
        let named = |rest: &str| format(&format!(r#""exchange-virtualization-deployment/{rest}""#));
        assert_eq!(named("1"), Format::Current);
        assert_eq!(named("2"), Format::Newer(2));
        assert_eq!(named("4294967295"), Format::Newer(u32::MAX));
        for rest in ["", "0", "01", "-1", "+2", "1.0", "2 ", "two", "4294967296", "\u{662}"] {
            assert_eq!(named(rest), Format::None, "{rest}");
        }
        for value in ["null", "2", r#""exchange-virtualization-deployment""#, r#""another/2""#, "[]"] {
            assert_eq!(format(value), Format::None, "{value}");
        }
        for text in ["", "{}", "[]", "{", r#"{"format":"exchange-virtualization-deployment/2""#] {
            assert_eq!(format_of(text.as_bytes()), Format::None, "{text}");
        }
        let twice = r#""exchange-virtualization-deployment/2","format":"exchange-virtualization-deployment/2""#;
        assert_eq!(format(twice), Format::None);
        assert_eq!(format_in(&Json::object([("format", FORMAT.into())]), 3), Format::Older(1));
    }
}
