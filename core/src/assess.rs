//! A deployment and a day in, an assessment out.

use crate::condition::Facts;
use crate::date::Date;
use crate::deployment::{AnswerRef, Deployment, GuestIndex, HostIndex, Subject};
use crate::lifecycle::{self, Lifecycle};
use crate::notes::{NOTES, Note};
use crate::question::SubjectKind;
use crate::questions::deployment::{AS_OF, PRODUCT, PURPOSE, VERSION};
use crate::questions::guest::GUEST_OS;
use crate::questions::{Product, Purpose, RENTED, Version};
use crate::rule::{Row, Rule, Severity};
use crate::rules;
use crate::source::Evidence;
use crate::truth::Truth;

/// What the policy says of the deployment as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every requirement holds.
    Supported,
    /// At least one requirement is violated.
    NotSupported,
    /// None is violated as far as is known, but answers are missing.
    Undetermined,
    /// The policy speaks of production only.
    OutOfScope,
}

impl Verdict {
    /// As the assessment writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::NotSupported => "not-supported",
            Self::Undetermined => "undetermined",
            Self::OutOfScope => "out-of-scope",
        }
    }

    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Supported => "Supported",
            Self::NotSupported => "Not supported",
            Self::Undetermined => "Undetermined",
            Self::OutOfScope => "Out of scope",
        }
    }
}

/// What a rule says of one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is broken, whatever is missing.
    Violated,
    /// It holds, whatever is missing.
    Satisfied,
    /// It depends on what is missing.
    Unknown,
}

impl Outcome {
    /// As the assessment writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Violated => "violated",
            Self::Satisfied => "satisfied",
            Self::Unknown => "unknown",
        }
    }
}

/// What one rule says of one subject.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it demands of this version.
    pub row: &'static Row,
    /// Of what.
    pub subject: Subject,
    /// What it says.
    pub outcome: Outcome,
    /// Where its missing answers begin and end in the assessment's list.
    missing: (u32, u32),
}

/// What is missing for the verdict: answers, and whole lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingForVerdict {
    /// The answers, each once, the deployment's before the hosts' before the guests'.
    pub answers: Vec<AnswerRef>,
    /// No host is listed.
    pub hosts: bool,
    /// No guest is listed.
    pub guests: bool,
}

/// A note that applies, and to what.
#[derive(Clone, Debug)]
pub struct AppliedNote {
    /// The note.
    pub note: &'static Note,
    /// The deployment, or the guests it applies to.
    pub subjects: Vec<Subject>,
}

/// The judgement of a deployment on a day.
#[derive(Clone, Debug)]
pub struct Assessment<'d> {
    /// What was judged.
    pub deployment: &'d Deployment,
    /// The day by which lifecycles are judged.
    pub as_of: Date,
    /// The Exchange version, if it is known.
    pub version: Option<Version>,
    /// The hypervisor, if it is known.
    pub product: Option<Product>,
    /// The verdict.
    pub verdict: Verdict,
    /// Every finding, in the order of the catalogue.
    pub findings: Vec<Finding>,
    /// What is missing for the verdict.
    pub missing: MissingForVerdict,
    /// The notes that apply.
    pub notes: Vec<AppliedNote>,
    /// The missing answers of all findings, one after the other.
    all_missing: Vec<AnswerRef>,
    facts: Facts<'d>,
}

/// Judges a deployment. Lifecycles are judged by its own `as_of`, or else by `today`.
///
/// Deterministic; the time is at most proportional to hosts x guests x rules.
#[must_use]
pub fn assess(deployment: &Deployment, today: Date) -> Assessment<'_> {
    let version = deployment.get(VERSION);
    let mut assessment = Assessment {
        deployment,
        as_of: deployment.get(AS_OF).unwrap_or(today),
        version,
        product: deployment.get(PRODUCT),
        verdict: Verdict::Undetermined,
        findings: Vec::new(),
        missing: MissingForVerdict::default(),
        notes: Vec::new(),
        all_missing: Vec::new(),
        facts: Facts::new(deployment),
    };
    if let Some(version) = version {
        assessment.judge_rules(version);
        assessment.judge_notes(version);
    }
    assessment.judge_deployment();
    assessment
}

impl Assessment<'_> {
    fn judge_rules(&mut self, version: Version) {
        let hosts = u32::try_from(self.deployment.hosts().len()).unwrap_or(u32::MAX);
        let guests = u32::try_from(self.deployment.guests().len()).unwrap_or(u32::MAX);
        let mut findings = 0;
        for row in rules::all().filter_map(|rule| rule.row(version).map(|_| rule)) {
            findings += match row.subject {
                SubjectKind::Deployment => 1,
                SubjectKind::Host => hosts as usize,
                SubjectKind::Guest => guests as usize,
            };
        }
        self.findings.reserve_exact(findings);
        let mut seen = Seen::none(self.deployment);
        let seen = &mut seen;
        for rule in rules::all() {
            let Some(row) = rule.row(version) else { continue };
            match rule.subject {
                SubjectKind::Deployment => self.judge(rule, row, Subject::Deployment, seen),
                SubjectKind::Host => {
                    (0..hosts).for_each(|host| self.judge(rule, row, Subject::Host(HostIndex(host)), seen));
                }
                SubjectKind::Guest => {
                    (0..guests).for_each(|guest| self.judge(rule, row, Subject::Guest(GuestIndex(guest)), seen));
                }
            }
        }
    }

    fn judge(&mut self, rule: &'static Rule, row: &'static Row, subject: Subject, seen: &mut Seen) {
        let before = self.all_missing.len();
        let outcome = match self.facts.judge(&row.violated, subject, &mut self.all_missing) {
            Truth::Yes => Outcome::Violated,
            Truth::No => Outcome::Satisfied,
            Truth::Unknown => Outcome::Unknown,
        };
        if self.all_missing.len() > before + 1 && row.violated.may_read_twice() {
            let mut kept = before;
            for place in before..self.all_missing.len() {
                let Some(answer) = self.all_missing.get(place).copied() else { break };
                if seen.first_time(answer) {
                    self.all_missing.swap(kept, place);
                    kept += 1;
                }
            }
            self.all_missing.truncate(kept);
            self.all_missing.iter().skip(before).for_each(|answer| seen.forget(*answer));
        }
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let missing = (place(before), place(self.all_missing.len()));
        self.findings.push(Finding { rule, row, subject, outcome, missing });
    }

    fn judge_notes(&mut self, version: Version) {
        let mut missing = Vec::new();
        for note in NOTES.iter().filter(|note| note.versions.contains(version)) {
            let subjects: Vec<Subject> = self
                .deployment
                .subjects()
                .filter(|subject| subject.kind() == note.subject)
                .filter(|subject| self.facts.judge(&note.applies, *subject, &mut missing) == Truth::Yes)
                .collect();
            missing.clear();
            if !subjects.is_empty() {
                self.notes.push(AppliedNote { note, subjects });
            }
        }
    }

    /// The answers that decide whether a note applies and are missing.
    #[must_use]
    pub fn missing_for_notes(&self) -> Vec<AnswerRef> {
        let mut missing = Vec::new();
        let Some(version) = self.version else { return missing };
        for note in NOTES.iter().filter(|note| note.versions.contains(version)) {
            for subject in self.deployment.subjects().filter(|subject| subject.kind() == note.subject) {
                let _ = self.facts.judge(&note.applies, subject, &mut missing);
            }
        }
        missing
    }

    fn judge_deployment(&mut self) {
        if self.deployment.get(PURPOSE) == Some(Purpose::Lab) {
            self.verdict = Verdict::OutOfScope;
            return;
        }
        let Some(version) = self.version else {
            self.missing.answers.push(AnswerRef { subject: Subject::Deployment, slot: VERSION.slot() });
            return;
        };
        let requirements = || self.findings.iter().filter(|finding| finding.row.severity == Severity::Requirement);
        if requirements().any(|finding| finding.outcome == Outcome::Violated) {
            self.verdict = Verdict::NotSupported;
            return;
        }
        let rented = self.product.is_some_and(|product| RENTED.contains(product));
        let missing = MissingForVerdict {
            answers: self.once_each(requirements().flat_map(|finding| self.missing_of(finding))),
            hosts: self.deployment.hosts().is_empty() && !rented && demands_of_hosts(version),
            guests: self.deployment.guests().is_empty(),
        };
        if missing == MissingForVerdict::default() {
            self.verdict = Verdict::Supported;
        }
        self.missing = missing;
    }

    /// Each answer once, in order.
    fn once_each<'a>(&self, answers: impl Iterator<Item = &'a AnswerRef>) -> Vec<AnswerRef> {
        let mut seen = Seen::none(self.deployment);
        for answer in answers {
            seen.first_time(*answer);
        }
        let of_subject = |(subject, bits): (Subject, u64)| {
            let kind = subject.kind();
            (0..64u8)
                .filter(move |slot| bits & (1 << slot) != 0)
                .map(move |slot| AnswerRef { subject, slot: crate::question::Slot { subject: kind, slot } })
        };
        self.deployment.subjects().zip(seen.bits).flat_map(of_subject).collect()
    }

    /// The answers that can still turn a finding; none if it is decided.
    #[must_use]
    pub fn missing_of(&self, finding: &Finding) -> &[AnswerRef] {
        let (from, to) = finding.missing;
        self.all_missing.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// The answers that decided a finding; none if it is undecided.
    #[must_use]
    pub fn evidence_of(&self, finding: &Finding) -> Vec<AnswerRef> {
        let mut found = Vec::new();
        if finding.outcome != Outcome::Unknown {
            self.facts.deciding(&finding.row.violated, finding.subject, &mut found);
        }
        found
    }

    /// What the findings were judged on.
    pub(crate) const fn facts(&self) -> &Facts<'_> {
        &self.facts
    }

    /// How well a finding is founded.
    #[must_use]
    pub fn strength_of(&self, finding: &Finding) -> Evidence {
        self.version.map_or(Evidence::D, |version| finding.row.evidence(version, self.product))
    }

    /// The findings of a severity with an outcome.
    pub fn with(&self, severity: Severity, outcome: Outcome) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.row.severity == severity && finding.outcome == outcome)
    }

    /// The lifecycle of the Exchange version.
    #[must_use]
    pub fn lifecycle(&self) -> Option<&'static Lifecycle> {
        self.version.and_then(lifecycle::of_version)
    }

    /// The lifecycle of each guest's operating system, where that is known.
    pub fn guest_lifecycles(&self) -> impl Iterator<Item = (Subject, crate::questions::GuestOs, &'static Lifecycle)> {
        self.deployment.subjects().filter_map(|subject| {
            let os = self.deployment.get_about(subject, GUEST_OS)?;
            Some((subject, os, lifecycle::of_guest_os(os)?))
        })
    }
}

/// Whether a version has a requirement about hosts.
fn demands_of_hosts(version: Version) -> bool {
    rules::all().any(|rule| {
        rule.subject == SubjectKind::Host && rule.row(version).is_some_and(|row| row.severity == Severity::Requirement)
    })
}

/// Which answers have been seen: a bit for each question, of which fewer than 64 are
/// about one subject.
struct Seen {
    hosts: usize,
    bits: Vec<u64>,
}

impl Seen {
    fn none(deployment: &Deployment) -> Self {
        let hosts = deployment.hosts().len();
        Self { hosts, bits: vec![0; 1 + hosts + deployment.guests().len()] }
    }

    fn bits(&mut self, subject: Subject) -> Option<&mut u64> {
        self.bits.get_mut(match subject {
            Subject::Deployment => 0,
            Subject::Host(HostIndex(index)) => 1 + index as usize,
            Subject::Guest(GuestIndex(index)) => 1 + self.hosts + index as usize,
        })
    }

    fn first_time(&mut self, answer: AnswerRef) -> bool {
        let bit = 1 << answer.slot.slot;
        let Some(bits) = self.bits(answer.subject) else { return false };
        let first = *bits & bit == 0;
        *bits |= bit;
        first
    }

    fn forget(&mut self, answer: AnswerRef) {
        if let Some(bits) = self.bits(answer.subject) {
            *bits &= !(1 << answer.slot.slot);
        }
    }
}
