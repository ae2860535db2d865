//! What is accepted changes no outcome, no verdict and no count, and stands where it belongs.

use exchange_advisor_core::assess::{Outcome, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{GuestIndex, Subject};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::report::{Part, Report};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::renderings::wanted;
use exchange_advisor_tests::{generate, some_day};
use fastrand::Rng;

use crate::accept_some;

const SEVERITIES: [Severity; 2] = [Severity::Requirement, Severity::Recommendation];

#[test]
fn accepting_changes_no_outcome_no_verdict_and_no_count() {
    let mut rng = Rng::with_seed(23);
    let mut moved = 0;
    for number in 0..400 {
        let version = Version::ALL[number % Version::ALL.len()];
        let shape = generate::Shape::small(&mut rng);
        let before = generate::deployment(&mut rng, version, &shape);
        let mut after = before.clone();
        accept_some(&mut rng, &mut after);
        let (one, other) = (assess(&before, some_day()), assess(&after, some_day()));
        assert_eq!((one.verdict, &one.missing), (other.verdict, &other.missing));
        assert_eq!(wanted(&one), wanted(&other));
        let (one, other) = (Report::new(&one, some_day()), Report::new(&other, some_day()));
        for severity in SEVERITIES {
            let (one, other) = (one.counts(severity), other.counts(severity));
            let numbers =
                |counts: exchange_advisor_core::report::Counts| (counts.violated, counts.unknown, counts.satisfied);
            assert_eq!(numbers(one), numbers(other));
            assert!(one.accepted == 0 && other.accepted <= other.violated);
        }
        // What has left its part is in one of the two for what is accepted.
        let count = |report: &Report<'_>, parts: &[Part]| parts.iter().map(|part| report.count(*part)).sum::<usize>();
        let (here, there) = ([Part::MustChange, Part::Advised, Part::Undecided], [Part::Accepted, Part::Overdue]);
        assert_eq!(count(&one, &here), count(&other, &here) + count(&other, &there));
        assert_eq!(one.count(Part::Kept), other.count(Part::Kept));
        moved += count(&other, &there);
        // Each entry accepts a finding, or is said to be of no use.
        assert_eq!(count(&other, &there) + other.obsolete.len(), after.accepted().len());
    }
    assert!(moved > 500, "{moved}");
}

const DOCUMENT: &str = r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"2007"},
    "as_of":"2026-11-23","vms":[{"id":"a","snapshots":true},{"id":"b","snapshots":true},{"id":"c","snapshots":false},{"id":"d"}]}"#;

#[test]
fn what_is_accepted_stands_where_it_belongs() {
    let mut deployment = exchange_advisor_core::read(DOCUMENT.as_bytes()).expect("a deployment");
    let guest = |index| Subject::Guest(GuestIndex(index));
    for (index, day) in [(0, "2026-11-22"), (1, "2026-11-23"), (2, "2030-01-01"), (3, "2030-01-01")] {
        deployment.accept("vm-snapshots", guest(index), "because", "", Date::parse(day)).expect("a reason");
    }
    deployment.accept("guest-os", Subject::Deployment, "of no use", "", None).expect("a reason");
    let assessment = assess(&deployment, some_day());
    let report = Report::new(&assessment, some_day());
    let found: Vec<_> = report
        .items
        .iter()
        .filter(|item| item.rule.id == "vm-snapshots")
        .flat_map(|item| item.places.iter().map(move |place| (item.part, place.finding.subject, item.outcome)))
        .collect();
    assert_eq!(
        found,
        [
            (Part::Overdue, guest(0), Outcome::Violated),
            (Part::Accepted, guest(1), Outcome::Violated),
            (Part::Accepted, guest(3), Outcome::Unknown),
            (Part::Kept, guest(2), Outcome::Satisfied),
        ]
    );
    let obsolete: Vec<_> =
        report.obsolete.iter().map(|obsolete| (&*obsolete.accepted.rule, obsolete.accepted.subject)).collect();
    assert_eq!(obsolete, [("vm-snapshots", guest(2)), ("guest-os", Subject::Deployment)]);
    assert!(report.policy().contains("2 findings break a requirement. Of these 2 are accepted"), "{}", report.policy());
    assert_eq!(report.overdue().as_deref(), Some("One accepted finding is overdue for its review."));
}

#[test]
fn of_two_entries_for_one_finding_the_later_counts() {
    let text = DOCUMENT.replace(
        r#""as_of""#,
        r#""accepted":[{"rule":"vm-snapshots","subject":"vm:a","reason":"first"},
            {"rule":"vm-snapshots","subject":"vm:a","reason":"second"}],"as_of""#,
    );
    let deployment = exchange_advisor_core::read(text.as_bytes()).expect("a deployment");
    let assessment = assess(&deployment, some_day());
    let report = Report::new(&assessment, some_day());
    let accepted: Vec<&str> = report
        .in_part(Part::Accepted)
        .flat_map(|item| &item.places)
        .map(|place| &*place.accepted.expect("an entry").reason)
        .collect();
    assert_eq!((accepted, &*report.obsolete[0].accepted.reason), (vec!["second"], "first"));
}
