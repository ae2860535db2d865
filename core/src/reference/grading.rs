//! How well the rules are founded, how a verdict is composed, and how old the rules are.

use super::{Block, Page, Table, strings};
use crate::questions::{Version, Versions};
use crate::rule::Severity;
use crate::source::{Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, TOPIC_2010, cite};
use crate::{ADVISOR_VERSION, rules};

pub static PAGE: Page = Page {
    id: "how-it-judges",
    title: "How the advisor judges, and how sure it is",
    blocks: &[
        Block::Text(
            "This is not a Microsoft product. It compares your answers with Microsoft's published support policy as far as that could be read. Every rule names the text that it rests on, its date, and how much of it was read.",
        ),
        Block::Heading("The verdict"),
        Block::Table(
            &["Verdict", "When"],
            &[
                &[
                    "Supported",
                    "Every requirement of the policy for your Exchange version holds, and nothing is missing.",
                ],
                &[
                    "Not supported",
                    "At least one requirement is broken, whatever the answers that are missing would be.",
                ],
                &[
                    "Undetermined",
                    "No requirement is broken as far as is known, but at least one depends on an answer that is missing, or no machine or host is listed where it needs one.",
                ],
                &[
                    "Out of scope",
                    "You said that it is a lab. The policy speaks of production only, so nothing follows for it.",
                ],
            ],
        ),
        Block::List(&[
            "Requirements alone make the verdict. Recommendations are Microsoft's advice: breaking one never changes it.",
            "An answer that is missing, or \"I do not know\", is never taken for a yes or a no. A rule that it could turn stays open; a rule that it cannot turn is decided without it.",
            "A few questions have a default, for example production for the purpose. It is named with the question.",
            "A finding that you accept stays broken. Accepting it changes neither the verdict nor the counts.",
            "Where the policy's texts say nothing, no rule judges it. Silent is not supported.",
            "Whether a version is still in support is a second statement. It stands beside the verdict and is never part of it.",
        ]),
        Block::Heading("The letters A to D"),
        Block::Text(
            "A rule is as well founded as the best of its sources for your version. If a verdict rests on rules with C or D, it is only as good as these: look up the source before you rely on it.",
        ),
        Block::Made(letters),
        Block::Text("So many requirements each version has, by how well they are founded:"),
        Block::Made(founded_by_version),
        Block::Heading("How old the rules are"),
        Block::Text(
            "Microsoft changes its pages without notice; what it changed after this day is not in the rules. Compare an important verdict with the source that it names.",
        ),
        Block::Made(age),
    ],
    sources: &[
        cite(&POLICY_2007, "conditions, Exchange Server 2003 and 2007", Evidence::A),
        cite(&TOPIC_2010, "its opening", Evidence::B),
        cite(&POLICY_2013, "requirements for hardware virtualization", Evidence::A),
        cite(&POLICY_2016, "requirements for hardware virtualization", Evidence::A),
        cite(&POLICY_SE, "requirements for hardware virtualization", Evidence::A),
    ],
};

const LETTERS: [Evidence; 4] = [Evidence::A, Evidence::B, Evidence::C, Evidence::D];

fn letters() -> Vec<Table> {
    let rows = LETTERS.iter().map(|evidence| strings(&[evidence.letter(), evidence.meaning()])).collect();
    vec![Table { caption: String::new(), text: "", head: vec!["Letter", "The statement was"], rows }]
}

fn founded_by_version() -> Vec<Table> {
    let judged = rules::all().fold(Versions::from_bits(0), |all, rule| all.or(rule.versions()));
    let rows = judged.iter().map(|version| {
        let mut cells = strings(&[version.label()]);
        cells.extend(LETTERS.iter().map(|letter| requirements(version, *letter).to_string()));
        cells
    });
    let head = ["Version"].into_iter().chain(LETTERS.iter().map(|evidence| evidence.letter()));
    vec![Table { caption: String::new(), text: "", head: head.collect(), rows: rows.collect() }]
}

/// How many requirements a version has that are founded so, whatever the hypervisor.
fn requirements(version: Version, evidence: Evidence) -> usize {
    let rows = rules::all().filter_map(|rule| rule.row(version));
    rows.filter(|row| row.severity == Severity::Requirement && row.evidence(version, None) == evidence).count()
}

fn age() -> Vec<Table> {
    let number = rules::all().count().to_string();
    let rows = vec![
        strings(&["Rules last compared with their sources", rules::AS_OF]),
        strings(&["Rules", &number]),
        strings(&["Version of the advisor", ADVISOR_VERSION]),
    ];
    vec![Table { caption: String::new(), text: "", head: vec!["What", "As of now"], rows }]
}
