//! The catalogue's own rules: it is the one of the specification, complete, founded and
//! told in words of its own.

use std::collections::{BTreeMap, BTreeSet};

use exchange_advisor_core::condition::Condition;
use exchange_advisor_core::notes::NOTES;
use exchange_advisor_core::question::{Kind, Slot, SubjectKind};
use exchange_advisor_core::questions::{self, Version, Versions};
use exchange_advisor_core::rule::{Row, Rule, Severity, Topic};
use exchange_advisor_core::rules;
use exchange_advisor_core::source::{Citation, SOURCES};
use exchange_advisor_tests::files;

fn rows() -> impl Iterator<Item = (&'static Rule, &'static Row)> {
    rules::all().flat_map(|rule| rule.rows.iter().map(move |row| (rule, row)))
}

/// The versions that a cell of the specification's tables names, in groups as the cell has them.
fn versions(cell: &str) -> Vec<&'static str> {
    let all: Vec<&'static str> = Version::ALL.iter().map(|version| version.id()).collect();
    cell.split([',', '/'])
        .map(str::trim)
        .flat_map(|part| match part.strip_suffix('+') {
            Some(first) => {
                let first = all.iter().position(|id| *id == format!("20{first}")).expect("a version");
                all[first..].to_vec()
            }
            None => vec![*all.iter().find(|id| **id == part).unwrap_or_else(|| panic!("no version: {part}"))],
        })
        .collect()
}

/// Id and version to severity and subject.
type Table = BTreeMap<(String, String), (String, String)>;

fn specified() -> Table {
    let text = files::text(&files::root().join("docs/spec/policy-catalogue.md"));
    let mut table = Table::new();
    let mut only_2003 = false;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            only_2003 = heading.starts_with("Exchange 2003");
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let Some(id) = cells[0].strip_prefix('`').and_then(|id| id.strip_suffix('`')) else { continue };
        let (of, severity, subject) =
            if only_2003 { ("2003", cells[1], cells[2]) } else { (cells[1], cells[2], cells[3]) };
        for version in versions(of) {
            let new = table.insert((id.to_owned(), version.to_owned()), (severity.to_owned(), subject.to_owned()));
            assert!(new.is_none(), "twice: {id} {version}");
        }
    }
    table
}

#[test]
fn it_is_the_one_of_the_specification() {
    let mut own = Table::new();
    for (rule, row) in rows() {
        let subject = match rule.subject {
            SubjectKind::Deployment => "deployment",
            SubjectKind::Host => "host",
            SubjectKind::Guest => "vm",
        };
        for version in row.versions.iter() {
            let key = (rule.id.to_owned(), version.id().to_owned());
            let new = own.insert(key, (row.severity.id().to_owned(), subject.to_owned()));
            assert!(new.is_none(), "a version in two rows: {} {}", rule.id, version.id());
        }
    }
    let specified = specified();
    assert!(specified.len() > 200);
    assert_eq!(own, specified);
}

#[test]
fn a_rule_lives_where_its_topic_and_its_id_say() {
    let mut ids = BTreeSet::new();
    let folder = files::root().join("core/src/rules");
    for rule in rules::all() {
        assert!(ids.insert(rule.id), "{} twice", rule.id);
        let file = folder.join(rule.topic.id()).join(format!("{}.rs", rule.id.replace('-', "_")));
        assert!(file.is_file(), "no {}", file.display());
    }
    let files: usize = Topic::ALL.iter().map(|topic| files::in_folder(&folder.join(topic.id()), "rs").len() - 1).sum();
    assert_eq!(files, ids.len(), "a file that is no rule, or a rule that is not listed");
}

#[test]
fn every_version_of_a_rule_has_a_source() {
    for (rule, row) in rows() {
        for version in row.versions.iter() {
            assert!(row.sources_for(version, None).next().is_some(), "{} {}", rule.id, version.id());
            for product in questions::Product::ALL {
                let found = row.sources_for(version, Some(*product)).next().is_some();
                assert!(found, "{} {} {}", rule.id, version.id(), product.id());
            }
        }
        for citation in row.sources {
            let stray = citation.versions.map(|of| of.without(row.versions));
            assert!(stray.is_none_or(Versions::is_empty), "{}: a source of other versions", rule.id);
        }
    }
    let keys: BTreeSet<&str> = SOURCES.iter().map(|source| source.key).collect();
    assert_eq!(keys.len(), SOURCES.len(), "two documents with one key");
}

/// Every text that somebody reads about a rule: where it stands, and the text.
fn texts() -> Vec<(String, &'static str)> {
    let mut texts = Vec::new();
    let remarks = |place: &str, citations: &'static [Citation]| {
        citations.iter().map(|citation| (format!("{place}, a remark"), citation.remark)).collect::<Vec<_>>()
    };
    for (rule, row) in rows() {
        let versions: Vec<&str> = row.versions.iter().map(Version::id).collect();
        let place = format!("{} {}", rule.id, versions.join(" "));
        for text in [row.checks, row.why, row.mend, row.find_out] {
            texts.push((place.clone(), text));
        }
        texts.extend(remarks(&place, row.sources));
    }
    for note in NOTES {
        texts.push((note.id.to_owned(), note.text));
        texts.extend(remarks(note.id, note.sources));
    }
    texts
}

#[test]
fn every_text_is_whole_sentences_in_plain_characters() {
    for (place, text) in texts() {
        if text.is_empty() {
            continue;
        }
        assert!(text.ends_with('.') && !text.ends_with(".."), "{place}: no full stop: {text}");
        assert!(text.is_ascii() && !text.contains('\n') && !text.contains("  "), "{place}: {text}");
        assert!(!text.to_lowercase().contains(" dynamic disk"), "{place}: two meanings: {text}");
    }
    for (rule, row) in rows() {
        for text in [row.checks, row.why, row.mend, row.find_out] {
            assert!(text.len() >= 60, "{}: too short to act on: {text}", rule.id);
        }
        for title in [rule.broken, rule.kept] {
            assert!(title.len() >= 15 && !title.ends_with('.') && title.len() <= 110, "{}: {title}", rule.id);
        }
        assert_ne!(rule.broken, rule.kept);
    }
}

/// The sentences of a text, without what differs by accident.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    text.split_inclusive(". ").map(|sentence| sentence.trim().trim_end_matches('.').to_lowercase())
}

#[test]
fn no_sentence_stands_in_two_places() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = Vec::new();
    for (place, text) in texts().into_iter().filter(|(place, _)| !place.ends_with("a remark")) {
        for sentence in sentences(text) {
            if let Some(other) = seen.insert(sentence.clone(), place.clone()) {
                twice.push(format!("{other} and {place}: {sentence}"));
            }
        }
    }
    let titles = rules::all().flat_map(|rule| [rule.broken, rule.kept]);
    let all: Vec<&str> = titles.collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a title twice");
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// What a requirement's words have to say: that Microsoft's support ends.
#[test]
fn a_requirement_says_that_support_ends() {
    for (rule, row) in rows().filter(|(_, row)| row.severity == Severity::Requirement) {
        let why = row.why.to_lowercase();
        assert!(why.contains("support"), "{}: {}", rule.id, row.why);
    }
}

/// Exactness rests on this: a condition reads every question once, save in different
/// branches of one that is decided by a question and has a branch without any.
#[test]
fn a_condition_reads_every_question_once() {
    fn constant(condition: &Condition) -> bool {
        matches!(condition, Condition::Always | Condition::Never)
    }
    fn check(condition: &Condition, rule: &str) -> BTreeSet<Slot> {
        let disjoint = |parts: Vec<BTreeSet<Slot>>| {
            parts.into_iter().fold(BTreeSet::new(), |mut all, part| {
                for slot in part {
                    assert!(all.insert(slot), "{rule} reads {} twice", questions::question(slot).path);
                }
                all
            })
        };
        let branches = |slot: Slot, branches: Vec<&Condition>| {
            assert!(branches.iter().any(|branch| constant(branch)), "{rule}: no branch is always or never true");
            let mut all: BTreeSet<Slot> = branches.into_iter().flat_map(|branch| check(branch, rule)).collect();
            assert!(all.insert(slot), "{rule} decides by a question and reads it in a branch");
            all
        };
        match condition {
            // The oracle and the brute force of `laws.rs` show that this one is exact all the same:
            // nothing but the roles is read there.
            Condition::Any(parts) if rule == "memory-minimum" => {
                parts.iter().flat_map(|part| check(part, rule)).collect()
            }
            Condition::All(parts) | Condition::Any(parts) => {
                disjoint(parts.iter().map(|part| check(part, rule)).collect())
            }
            Condition::Match(slot, arms, otherwise) => {
                branches(*slot, arms.iter().map(|(_, arm)| arm).chain([*otherwise]).collect())
            }
            Condition::Bands(slot, bands, otherwise) => {
                branches(*slot, bands.iter().map(|(_, band)| band).chain([*otherwise]).collect())
            }
            leaf => {
                let mut all = Vec::new();
                leaf.reads(&mut |slot| all.push(BTreeSet::from([slot])));
                disjoint(all)
            }
        }
    }
    for (rule, row) in rows() {
        let slots = check(&row.violated, rule.id);
        let about = |kind| slots.iter().any(|slot| slot.subject == kind);
        match rule.subject {
            SubjectKind::Deployment | SubjectKind::Guest => assert!(!about(SubjectKind::Host), "{}", rule.id),
            SubjectKind::Host => {}
        }
    }
}

#[test]
fn every_choice_and_question_is_the_one_of_the_format() {
    let format = files::text(&files::root().join("docs/spec/deployment-format.md"));
    for kind in [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest] {
        for (place, question) in questions::about(kind).iter().enumerate() {
            assert_eq!(usize::from(question.slot), place);
            assert!(place < 64, "the verdict's missing answers are counted in 64 bits");
            let key = question.path.rsplit('.').next().expect("a key");
            assert!(format.contains(key), "{}", question.path);
            assert!(question.wording.ends_with('?'), "{}", question.wording);
            for text in [question.hint, question.find_out] {
                assert!(text.ends_with('.') && text.is_ascii() && text.len() >= 30, "{}: {text}", question.path);
                assert!(!text.to_lowercase().contains(" dynamic disk"), "{}: two meanings", question.path);
            }
            let (Kind::Choice(choices) | Kind::Set { of: choices, .. }) = question.kind else { continue };
            assert!(choices.len() <= 64);
            for choice in choices {
                assert!(format.contains(&format!("`{}`", choice.id)), "{}: {}", question.path, choice.id);
            }
        }
    }
}

#[test]
fn conditions_read_well() {
    let words = |id: &str, version: Version| rules::by_id(id).unwrap().row(version).unwrap().violated.to_string();
    assert_eq!(words("nas-storage", Version::V2007), "vms[].storage.kind is nas-share or nas-as-block");
    assert_eq!(
        words("vcpu-ratio", Version::V2016),
        "hypervisor.product is not azure-vm, aws-ec2 or google-compute-engine, and 2 x hosts[].sockets x hosts[].cores_per_socket < hosts[].other_vm_vcpus + the sum of vms[].vcpus on the host"
    );
    assert_eq!(words("guest-os-disk-size", Version::V2007), "vms[].os_disk_gb < 15 + vms[].memory_gb");
}
