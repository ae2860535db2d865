//! A rule's own arithmetic with the answers filled in: it says what came out, its sums are
//! right, and it names what is missing.

use std::collections::BTreeMap;
use std::fs;

use exchange_advisor_core::assess::{Assessment, Finding, Outcome, assess};
use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Deployment, GuestIndex, Subject};
use exchange_advisor_core::question::Key;
use exchange_advisor_core::questions::deployment::PRODUCT;
use exchange_advisor_core::questions::{self, HYPER_V, Version, guest, host};
use exchange_advisor_core::rules;
use exchange_advisor_core::truth::Truth;
use exchange_advisor_core::working::{Line, Standing};
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::{files, literate, some_day};
use fastrand::Rng;

/// The eighty deployments of the team.
fn cases() -> Vec<Deployment> {
    let files = files::in_folder(&files::cases("deployments"), "json");
    let read = |bytes: Vec<u8>| {
        let case = Json::parse(&bytes).expect("JSON");
        let Json::Object(members) = &case else { panic!("no object") };
        let (_, document) = members.iter().find(|(key, _)| key == "deployment").expect("a deployment");
        exchange_advisor_core::read(document.to_string().as_bytes()).expect("a document")
    };
    files.iter().map(|file| read(fs::read(file).expect("a file"))).collect()
}

/// Random deployments of all versions, some of them with many machines on few hosts.
fn random(count: usize, seed: u64) -> Vec<Deployment> {
    let mut rng = Rng::with_seed(seed);
    let one = |place: usize| {
        let version = Version::ALL[place % Version::ALL.len()];
        let mut shape = Shape::small(&mut rng);
        if place.is_multiple_of(3) {
            shape.guests = rng.usize(5..=14);
        }
        generate::deployment(&mut rng, version, &shape)
    };
    (0..count).map(one).collect()
}

fn all_text(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn each(deployments: &[Deployment], mut check: impl FnMut(&Assessment<'_>, &Finding, &[Line])) -> usize {
    let mut count = 0;
    for deployment in deployments {
        let assessment = assess(deployment, some_day());
        for finding in &assessment.findings {
            check(&assessment, finding, &assessment.working(finding));
            count += 1;
        }
    }
    count
}

#[test]
fn the_first_line_says_what_came_out_and_the_others_agree() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut deployments = cases();
    deployments.extend(random(400, 901));
    let count = each(&deployments, |assessment, finding, lines| {
        let id = finding.rule.id;
        let (first, rest) = lines.split_first().unwrap_or_else(|| panic!("{id}: nothing is said"));
        let word = first.text.split_once('.').map_or("", |(word, _)| word);
        let (outcome, holds): (Outcome, Truth) = match word {
            "Broken" => (Outcome::Violated, Truth::Yes),
            "Kept" | "Does not apply" => (Outcome::Satisfied, Truth::No),
            "Undecided" => (Outcome::Unknown, Truth::Unknown),
            _ => panic!("{id}: {}", first.text),
        };
        assert_eq!(finding.outcome, outcome, "{id}: {}", first.text);
        assert_eq!(first.holds, holds, "{id}: {}", first.text);
        assert_eq!(assessment.standing(finding).words(), word, "{id}");
        assert!(first.text.len() > word.len() + 5, "{id}: only {}", first.text);
        // What decided it points the same way in all its parts.
        if outcome != Outcome::Unknown {
            assert!(rest.iter().all(|line| line.holds == holds), "{id}:\n{}", all_text(lines));
        }
        *seen.entry(word.to_owned().leak()).or_default() += 1;
    });
    assert!(count > 10_000 && seen.len() == 4 && seen.values().all(|many| *many > 500), "{count}: {seen:?}");
}

#[test]
fn every_line_is_a_sentence_for_people() {
    let ids: Vec<&str> = rules::all().map(|rule| rule.id).filter(|id| id.contains('-')).collect();
    let about = [questions::deployment::QUESTIONS, host::QUESTIONS, guest::QUESTIONS];
    let paths: Vec<&str> =
        about.into_iter().flatten().map(|question| question.path).filter(|path| path.contains(['.', '_'])).collect();
    let mut deployments = cases();
    deployments.extend(random(200, 902));
    each(&deployments, |_, finding, lines| {
        let mut before: Vec<&str> = Vec::new();
        for Line { text, .. } in lines {
            let at = format!("{}: {text}", finding.rule.id);
            assert!(text.ends_with('.') && !text.ends_with(".."), "{at}");
            assert!((8..=300).contains(&text.chars().count()), "{at}");
            assert!(!text.starts_with(|c: char| c.is_ascii_lowercase()) || text.starts_with("iSCSI"), "{at}");
            for word in ["null", "None,", "  ", ": .", "()", "[]", "; .", ": ;", ", ;", "{", "::"] {
                assert!(!text.contains(word), "`{word}` in {at}");
            }
            assert_eq!(text.matches('(').count(), text.matches(')').count(), "{at}");
            assert!(text.matches('"').count() % 2 == 0, "{at}");
            assert!(paths.iter().all(|path| !text.contains(path)), "a path in {at}");
            assert!(ids.iter().all(|id| !text.contains(id)), "an id in {at}");
            assert!(!before.contains(&text.as_str()), "twice: {at}");
            before.push(text);
        }
    });
}

#[test]
fn every_missing_answer_is_named() {
    let mut deployments = cases();
    deployments.extend(random(400, 903));
    let mut checked = 0;
    each(&deployments, |assessment, finding, lines| {
        let mut missing: BTreeMap<_, Vec<Subject>> = BTreeMap::new();
        for at in assessment.missing_of(finding) {
            missing.entry(at.slot).or_default().push(at.subject);
        }
        let text = all_text(lines).to_lowercase();
        for (slot, mut subjects) in missing {
            subjects.sort_unstable();
            subjects.dedup();
            let name = questions::question(slot).name.to_lowercase();
            let told: Vec<&str> = text
                .match_indices(&name)
                .filter_map(|(place, _)| text[place + name.len()..].strip_prefix(" (")?.split(')').next())
                .collect();
            let is_told = |list: &&str| {
                let (named, others) = list.split_once(" and ").map_or((*list, 0), |(named, others)| {
                    (named, others.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or(0))
                });
                let names: Vec<&str> = named.split(", ").collect();
                let ours: Vec<&str> = subjects.iter().map(|at| assessment.deployment.machine_name(*at)).collect();
                names.len() + others == ours.len() && names.iter().all(|name| ours.contains(name))
            };
            let whole = subjects == [Subject::Deployment];
            assert!(
                if whole { text.contains(&name) } else { told.iter().any(is_told) },
                "{}: {name} of {subjects:?} is not told:\n{}",
                finding.rule.id,
                all_text(lines)
            );
            checked += 1;
        }
    });
    assert!(checked > 3_000, "{checked}");
}

/// A number as the texts write it, in whole steps.
fn read(text: &str) -> u128 {
    let plain: String = text.trim().chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let (whole, fraction) = plain.trim_end_matches('.').split_once('.').unwrap_or((plain.trim_end_matches('.'), ""));
    let fraction: u128 = format!("{fraction:0<10}").parse().expect("a fraction");
    whole.parse::<u128>().expect("a number") * u128::from(Decimal::SCALE) + fraction
}

/// The sum and what it is compared with, straight from the answers.
fn by_hand(deployment: &Deployment, finding: &Finding) -> Option<(u128, u128)> {
    let subject = finding.subject;
    let scale = u128::from(Decimal::SCALE);
    let size = |at: Subject, key: Key<Decimal>| deployment.get_about(at, key).map(|size| u128::from(size.steps()));
    let count = |at: Subject, key: Key<u64>| deployment.get_about(at, key).map(|count| u128::from(count) * scale);
    let guests = (0..).map(GuestIndex).map(Subject::Guest).take(deployment.guests().len());
    let here: Vec<Subject> = guests
        .clone()
        .filter(|guest| match (subject, deployment.get_about(*guest, guest::HOST)) {
            (Subject::Host(index), Some(at)) => index == at,
            (_, None) => deployment.hosts().len() == 1,
            _ => false,
        })
        .collect();
    if deployment.hosts().len() > 1 && matches!(subject, Subject::Host(_)) {
        let unplaced = guests.filter(|guest| deployment.get_about(*guest, guest::HOST).is_none());
        if unplaced.count() > 0 {
            return None;
        }
    }
    let each = |of: &dyn Fn(Subject) -> Option<u128>| here.iter().try_fold(0, |sum, guest| Some(sum + of(*guest)?));
    let vcpus = || Some(each(&|guest| count(guest, guest::VCPUS))? + count(subject, host::OTHER_VM_VCPUS)?);
    let cores = || Some(count(subject, host::SOCKETS)? * count(subject, host::CORES_PER_SOCKET)? / scale);
    let memory = || each(&|guest| size(guest, guest::MEMORY_GB));
    Some(match finding.rule.id {
        "vcpu-ratio" => (vcpus()?, 2 * cores()?),
        "vcpu-ratio-one-to-one" => (vcpus()?, cores()?),
        "vcpu-ratio-with-root" => {
            let used = size(subject, host::ROOT_PROCESSORS_USED).unwrap_or(0).max(2 * scale);
            (vcpus()? + used.div_ceil(scale) * scale, 2 * cores()?)
        }
        "memory-oversubscription" => {
            (memory()? + size(subject, host::OTHER_VM_MEMORY_GB)?, size(subject, host::MEMORY_GB)?)
        }
        "vm-storage-capacity" => {
            let disks = each(&|guest| size(guest, guest::OS_DISK_GB))?;
            let files = if HYPER_V.contains(deployment.get(PRODUCT)?) { memory()? } else { 0 };
            (disks + files, size(subject, host::VM_STORAGE_GB)?)
        }
        "guest-os-disk-size" => (size(subject, guest::MEMORY_GB)? + 15 * scale, size(subject, guest::OS_DISK_GB)?),
        _ => return None,
    })
}

/// What a sum says: its terms where they are written out, need, capacity and the difference.
struct Sum {
    terms: Option<u128>,
    need: u128,
    there: u128,
    left: Option<u128>,
    short: Option<u128>,
}

/// Reads `4 + 2 virtual processors on 2 x 4 cores (root1): 6 of 16 allowed, 10 left.` or
/// `Memory (root1): 96 GB; 64 + 48 = 112 GB is needed, 16 GB too little.`
fn sum(text: &str) -> Sum {
    let (said, difference) = text.trim_end_matches('.').rsplit_once(", ").expect("a difference");
    let (terms, need, there) = if let Some((before, there)) = said.rsplit_once(" of ") {
        let (before, need) = before.rsplit_once(": ").expect("a need");
        let (terms, _) = before.split_once(" virtual processors on ").expect("terms");
        (terms.rsplit_once(". ").expect("an outcome").1, need, there.split(' ').next().expect("a limit"))
    } else {
        let (there, needed) = said.split_once("; ").expect("a capacity");
        let needed = needed.strip_suffix(" GB is needed").expect("a need");
        let (terms, need) = needed.split_once(" = ").unwrap_or((needed, needed));
        (terms, need, there.rsplit_once(": ").expect("a capacity").1)
    };
    let number = |suffix: &str| difference.strip_suffix(suffix).map(|number| read(number.trim_end_matches(" GB")));
    Sum {
        terms: terms.contains(" + ").then(|| terms.split(" + ").map(read).sum()),
        need: read(need),
        there: read(there),
        left: if difference == "none left" { Some(0) } else { number(" left") },
        short: number(" too many").or(number(" too little")),
    }
}

#[test]
fn sums_are_those_of_the_answers() {
    let mut rng = Rng::with_seed(904);
    let complete = |place: usize| {
        let shape = Shape { hosts: rng.usize(1..=3), guests: rng.usize(0..=14), missing: 0 };
        generate::deployment(&mut rng, Version::ALL[4 + place % 6], &shape)
    };
    let mut deployments = cases();
    deployments.extend((0..400).map(complete));
    let mut seen: BTreeMap<(&str, Standing), usize> = BTreeMap::new();
    let mut written_out = 0;
    each(&deployments, |assessment, finding, lines| {
        let standing = assessment.standing(finding);
        let Some((need, there)) = by_hand(assessment.deployment, finding) else { return };
        if !matches!(standing, Standing::Broken | Standing::Kept) {
            return;
        }
        let text = &lines[0].text;
        let at = format!("{}: {text}", finding.rule.id);
        let said = sum(text);
        assert_eq!((said.need, said.there), (need, there), "{at}");
        assert!(said.terms.is_none_or(|terms| terms == need), "{at}");
        written_out += usize::from(said.terms.is_some());
        match standing {
            Standing::Broken => assert_eq!((said.short, said.left), (Some(need - there), None), "{at}"),
            _ => assert_eq!((said.left, said.short), (Some(there - need), None), "{at}"),
        }
        // A line that adds up the machines does so.
        for line in lines.iter().skip(1).filter(|line| line.text.contains(" = ") && line.text.contains("mbx")) {
            let (terms, total) = line.text.rsplit_once(" = ").expect("a sum");
            let (_, terms) = terms.split_once(": ").expect("terms");
            let (few, others) = terms.split_once(" and ").unwrap_or((terms, ""));
            let few: u128 = few.split(" + ").map(|term| read(term.split(' ').next().expect("a number"))).sum();
            let others = others.rsplit_once("together ").map_or(0, |(_, others)| read(others));
            assert_eq!(few + others, read(total), "{}", line.text);
        }
        *seen.entry((finding.rule.id, standing)).or_default() += 1;
    });
    assert!(seen.len() == 12 && seen.values().all(|many| *many > 5), "{seen:?}");
    assert!(written_out > 500, "{written_out}");
}

#[test]
fn bounds_settle_what_is_decided_with_answers_missing() {
    let mut deployments = random(1500, 905);
    deployments.extend(cases());
    let mut seen = [0; 3];
    each(&deployments, |assessment, finding, lines| {
        let text = &lines[0].text;
        let processors = text.contains(" virtual processors on ");
        let sizes = text.contains(" GB; ") && text.contains(" GB is needed");
        if !processors && !sizes {
            return;
        }
        let (need, there) = if processors {
            let (_, compared) = text.split_once("): ").expect("a comparison");
            let (need, there) = compared.split_once(" of ").expect("a limit");
            (need, there.split(" allowed").next().expect("a limit"))
        } else {
            let (there, need) = text.split_once(" GB; ").expect("a capacity");
            (need.split(" GB is needed").next().expect("a need"), there.rsplit_once(": ").expect("a capacity").1)
        };
        let need = need.rsplit_once(": ").map_or(need, |(_, need)| need);
        let open = |words: &str, text: &str| text.starts_with(words);
        if need.contains(" = ") || open("at", there) || !need.contains(|c: char| c.is_ascii_alphabetic()) {
            return;
        }
        let (bound, there) = (read(need), read(there.split(" advised").next().expect("a limit")));
        let (kept, at) = (assessment.standing(finding) == Standing::Kept, format!("{}: {text}", finding.rule.id));
        match assessment.standing(finding) {
            Standing::Kept => assert!(open("at most", need) && bound <= there, "{at}"),
            Standing::Broken if open("more than", need) => assert!(bound >= there, "{at}"),
            Standing::Broken => assert!(open("at least", need) && bound > there, "{at}"),
            _ => assert!(!open("at most", need), "{at}"),
        }
        seen[usize::from(!kept) + usize::from(need.contains("more"))] += 1;
    });
    assert!(seen.iter().all(|many| *many > 10), "{seen:?}");
}

/// A case, the rule and the outcome that it is about, and the lines that are told.
#[test]
fn typical_workings_word_by_word() {
    let text = files::text(&files::cases("working").join("typical.txt"));
    let mut failures = Vec::new();
    let mut count = 0;
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let (told, answers): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with("| "));
        let case = literate::parse(&answers.join("\n")).pop().expect("a case");
        let (rule, _) = case.title.split_once(": ").expect("a rule");
        let wanted = told.iter().map(|line| line.trim_start_matches("| ")).collect::<Vec<_>>().join("\n");
        for version in &case.versions {
            let document = case.document(version);
            let deployment = exchange_advisor_core::read(document.as_bytes()).expect("a document");
            let assessment = assess(&deployment, some_day());
            for expected in &case.expected {
                let about = |finding: &&Finding| {
                    finding.rule.id == rule && deployment.subject_name(finding.subject) == expected.subject
                };
                let finding = assessment.findings.iter().find(about).expect("a finding");
                assert_eq!(finding.outcome.id(), expected.outcome, "{}", case.title);
                let found = all_text(&assessment.working(finding));
                if found != wanted {
                    failures.push(format!("{} ({version})\nfound:\n{found}\nwanted:\n{wanted}\n", case.title));
                }
                count += 1;
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count > 30, "{count}");
}
