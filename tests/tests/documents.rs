//! Documents that are no deployments, with all the errors they must give; and documents
//! that are, in the odd shapes that the format allows.

use std::collections::BTreeSet;
use std::fs;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{
    Answer, FORMAT_NUMBER, Format, GuestIndex, HostIndex, Subject, format_of, schema,
};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::template::template;
use exchange_advisor_core::typescript::typescript;
use exchange_advisor_tests::{files, generate, some_day};

#[test]
fn every_error_of_an_invalid_document_is_reported() {
    let files = files::in_folder(&files::cases("invalid"), "json");
    assert!(files.len() >= 30);
    let mut failures = Vec::new();
    for file in files {
        let bytes = fs::read(&file).expect("a file");
        let Err(errors) = exchange_advisor_core::read(&bytes) else {
            panic!("{}: it was read", file.display());
        };
        let mut found: Vec<String> = Vec::new();
        for error in &errors.errors {
            let nearest = error.nearest.as_deref().unwrap_or("-");
            found.push(format!("{} | {} | {} | {nearest}", error.fault.id(), error.path, error.found));
            assert!(error.allowed.len() > 2, "{}: nothing is allowed", file.display());
            let message = error.to_string();
            assert!(message.contains(&error.path) && message.contains(&error.allowed), "{message}");
            assert!(message.len() < 2000, "{message}");
        }
        let mut expected: Vec<String> = files::text(&file.with_extension("txt")).lines().map(str::to_owned).collect();
        found.sort();
        expected.sort();
        if found != expected {
            failures.push(format!("{}\n  found    {found:#?}\n  expected {expected:#?}", files::stem(&file)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn odd_documents_are_read_cleanly() {
    for file in files::in_folder(&files::cases("documents"), "json") {
        let name = files::stem(&file);
        let bytes = fs::read(&file).expect("a file");
        let deployment = exchange_advisor_core::read(&bytes).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        let assessment = assess(&deployment, some_day());
        for line in files::text(&file.with_extension("txt")).lines() {
            let (key, expected) = line.split_once(':').expect("a key");
            let expected = expected.trim();
            match key {
                "verdict" => assert_eq!(assessment.verdict.id(), expected, "{name}"),
                "missing" => assert_eq!(assessment.missing_paths().join(", "), expected, "{name}"),
                "as_of" => assert_eq!(assessment.as_of.to_string(), expected, "{name}"),
                _ => panic!("{name}: {line}"),
            }
        }
        let again = exchange_advisor_core::read(deployment.to_json().to_string().as_bytes());
        assert_eq!(again.as_ref(), Ok(&deployment), "{name}");
    }
}

/// What somebody saved with any version is opened for ever. The files are never changed: a
/// new format gets a new one.
#[test]
fn a_saved_file_of_every_format_still_opens() {
    let files = files::in_folder(&files::cases("formats"), "json");
    let numbers: BTreeSet<u32> = files.iter().map(|file| files::stem(file).parse().expect("a number")).collect();
    assert_eq!(numbers, (1..=FORMAT_NUMBER).collect());
    for file in files {
        let number: u32 = files::stem(&file).parse().expect("a number");
        let bytes = fs::read(&file).expect("a file");
        let opened = exchange_advisor_core::open(&bytes).unwrap_or_else(|errors| panic!("format {number}: {errors}"));
        let older = number < FORMAT_NUMBER;
        assert_eq!(format_of(&bytes), if older { Format::Older(number) } else { Format::Current });
        assert_eq!((opened.from, opened.changes.is_empty()), (older.then_some(number), !older));
        // It is a rich one: it would be no proof otherwise.
        let deployment = opened.deployment;
        let (mut given, mut not_known) = (0, 0);
        for subject in deployment.subjects() {
            for (at, _) in generate::questions_of(subject) {
                match deployment.answer(subject, at.slot) {
                    Answer::Given(_) => given += 1,
                    Answer::NotKnown => not_known += 1,
                    Answer::NotAsked => {}
                }
            }
        }
        assert!(given > 120 && not_known > 30 && deployment.accepted().len() == 2, "{given} {not_known}");
        let saved = deployment.to_json().to_string();
        assert_eq!(exchange_advisor_core::read(saved.as_bytes()), Ok(deployment), "format {number}");
    }
}

#[test]
fn the_first_format_is_read_to_the_last_key() {
    let text = files::text(&files::cases("formats").join("1.json"));
    let deployment = exchange_advisor_core::open(text.as_bytes()).expect("a document").deployment;
    // The first machines of its lists have an answer, or "not known", for all that could be asked then.
    let silent: Vec<String> = [Subject::Deployment, Subject::Host(HostIndex(0)), Subject::Guest(GuestIndex(0))]
        .into_iter()
        .flat_map(generate::questions_of)
        .filter(|(at, _)| deployment.answer(at.subject, at.slot) == &Answer::NotAsked)
        .map(|(at, _)| deployment.path(at))
        .collect();
    // A question added since the first release belongs here; one added before it, into the file.
    let asked_since: [&str; 0] = [];
    assert_eq!(silent, asked_since);
}

#[test]
fn a_newer_format_is_no_rubbish() {
    let newer = br#"{"format":"exchange-virtualization-deployment/2","novelty":{"a":1},"vms":7}"#;
    assert_eq!(format_of(newer), Format::Newer(2));
    let errors = exchange_advisor_core::open(newer).expect_err("a newer format");
    assert_eq!(errors.errors.len(), 1);
    let told = Format::Newer(2).told().expect("a sentence");
    assert_eq!(told, "written by a newer version of the advisor (format 2); this one reads 1");
    assert!(errors.to_string().contains(&told), "{errors}");
    // What is no document of any format is told as the strict reader tells it.
    for file in files::in_folder(&files::cases("invalid"), "json") {
        let bytes = fs::read(&file).expect("a file");
        if !matches!(format_of(&bytes), Format::Newer(_)) {
            let errors = exchange_advisor_core::read(&bytes).expect_err("it is invalid");
            assert_eq!(exchange_advisor_core::open(&bytes), Err(errors), "{}", file.display());
        }
    }
}

#[test]
fn not_asked_and_not_known_stay_apart() {
    let format = r#""format":"exchange-virtualization-deployment/1""#;
    for text in [
        format!(r#"{{{format},"vms":[{{"id":"a","vcpus":null}}]}}"#),
        format!(r#"{{{format},"vms":[{{"id":"a"}}]}}"#),
        format!(r#"{{{format},"vms":[]}}"#),
        format!(r#"{{{format},"vms":null}}"#),
        format!("{{{format}}}"),
        format!(r#"{{{format},"sizing":{{}}}}"#),
        format!(r#"{{{format},"high_availability":{{"solutions":[],"nodes":null}}}}"#),
    ] {
        let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a document");
        assert_eq!(deployment.to_json().to_string(), text);
    }
}

#[test]
fn sizes_are_exact() {
    let with = |memory: &str, disk: &str| {
        let text = format!(
            r#"{{"format":"exchange-virtualization-deployment/1","exchange":{{"version":"2007"}},"vms":[{{"id":"a","memory_gb":{memory},"os_disk_gb":{disk}}}]}}"#
        );
        let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a document");
        let assessment = assess(&deployment, some_day());
        let finding = assessment.findings.iter().find(|finding| finding.rule.id == "guest-os-disk-size");
        finding.expect("a finding").outcome.id().to_owned()
    };
    // 0.1 + 0.2 is not 0.3 for a binary float.
    assert_eq!(with("0.3", "15.3"), "satisfied");
    assert_eq!(with("0.1", "15.1"), "satisfied");
    assert_eq!(with("16", "31"), "satisfied");
    assert_eq!(with("16", "30.9990234375"), "violated");
    assert_eq!(with("9999984.9999999999", "9999999.9999999998"), "violated");
    assert_eq!(with("9999984.9999999999", "9999999.9999999999"), "satisfied");
}

#[test]
fn a_large_document_is_read_or_refused_in_reasonable_time() {
    let machine = |place: usize| {
        format!(
            r#"{{"id":"vm{place}","host":"h","roles":["mailbox"],"vcpus":4,"memory_gb":16.5,"storage":{{"kind":"iscsi-in-guest","iscsi":{{"link_gbps":10}}}}}}"#
        )
    };
    let start = r#"{"format":"exchange-virtualization-deployment/1","hosts":[{"id":"h"}],"vms":["#;
    let machines: Vec<String> = (0..370_000).map(machine).collect();
    let text = format!("{start}{}]}}", machines.join(","));
    assert!(text.len() > 50_000_000, "{}", text.len());
    // More values than the reader takes: refused, and told so.
    let errors = exchange_advisor_core::read(text.as_bytes()).expect_err("it has more than 4,000,000 values");
    assert!(errors.to_string().contains("more than 4000000 values"), "{errors}");
    let text = format!("{start}{}]}}", machines[..100_000].join(","));
    let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a document");
    assert_eq!(deployment.guests().len(), 100_000);
    // One long text is one value.
    let text = format!(r#"{{"format":"exchange-virtualization-deployment/1","name":"{}"}}"#, "x".repeat(50_000_000));
    let errors = exchange_advisor_core::read(text.as_bytes()).expect_err("a name of 50 MB");
    assert!(errors.to_string().len() < 500);
    // Errors without end are counted, not kept.
    let machines: Vec<String> = (0..100_000).map(|place| format!(r#"{{"id":"v{place}","host":"x{place}"}}"#)).collect();
    let text = format!("{start}{}]}}", machines.join(","));
    let errors = exchange_advisor_core::read(text.as_bytes()).expect_err("no such hosts");
    assert_eq!((errors.errors.len(), errors.more), (10_000, 90_000));
}

#[test]
fn a_template_asks_all_that_matters_and_nothing_else() {
    for version in Version::ALL {
        let deployment = template(*version);
        let text = format!("{:#}", deployment.to_json());
        let read = exchange_advisor_core::read(text.as_bytes()).expect("a document");
        assert_eq!(read, deployment);
        let assessment = assess(&deployment, some_day());
        // With one host and one guest no finding waits for an answer that is not in it.
        for finding in &assessment.findings {
            for answer in assessment.missing_of(finding) {
                let open = deployment.answer(answer.subject, answer.slot);
                assert_eq!(open, &Answer::NotKnown, "{}", deployment.path(*answer));
            }
        }
    }
    let text = |version| format!("{:#}", template(version).to_json());
    assert!(text(Version::V2003).contains("scsi_driver") && !text(Version::V2016).contains("scsi_driver"));
    assert!(
        text(Version::V2016).contains("smb3_block_storage") && !text(Version::V2007).contains("smb3_block_storage")
    );
    assert!(!text(Version::V55).contains("vcpus"));
}

#[test]
fn the_published_schema_is_the_one_of_the_questions() {
    let file = files::root().join("docs/deployment.schema.json");
    let expected = format!("{:#}\n", schema());
    assert_eq!(
        files::text(&file),
        expected,
        "write it anew with: exchange-advisor schema > docs/deployment.schema.json"
    );
    assert!(Json::parse(expected.as_bytes()).is_ok());
    let file = files::root().join("docs/exchange-advisor.d.ts");
    assert_eq!(
        files::text(&file),
        typescript(),
        "write it anew with: exchange-advisor schema --typescript > docs/exchange-advisor.d.ts"
    );
}
