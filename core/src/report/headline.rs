//! What a report says first: whether the policy is met and whether the version is in
//! support, two statements; and how well the verdict is founded.

use super::{Part, Report};
use crate::ADVISOR_VERSION;
use crate::assess::{Outcome, Verdict};
use crate::date::Date;
use crate::deployment::Subject;
use crate::lifecycle::{Lifecycle, Status};
use crate::questions::GuestOs;
use crate::rule::Severity;
use crate::rules;
use crate::source::Evidence;

/// Whether a product is in support, as a statement.
#[derive(Clone, Debug)]
pub struct Support {
    /// The product's name.
    pub label: &'static str,
    /// Its status on the day.
    pub status: Status,
    /// Until or since when.
    pub lifecycle: &'static Lifecycle,
    /// The guests that run it, if it is an operating system.
    pub guests: Vec<Subject>,
}

impl Support {
    /// The statement: a whole sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let label = self.label;
        let until = |end: Option<Date>| end.map_or("with no fixed end".to_owned(), |end| format!("until {end}"));
        match (self.status, self.lifecycle.extended_end) {
            (Status::Mainstream, end) => format!("{label} is in support, {}.", until(end)),
            (Status::Extended, end) => format!("{label} gets security updates only, {}.", until(end)),
            (Status::Ended, Some(end)) => format!("{label} is out of support since {end}."),
            (Status::Ended, None) => format!("{label} is out of support."),
        }
    }

    /// The statement in a few words, for a headline that names the product elsewhere.
    #[must_use]
    pub fn in_short(&self) -> String {
        match (self.status, self.lifecycle.extended_end) {
            (Status::Ended, Some(end)) => format!("out of support since {end}"),
            (Status::Ended, None) => "out of support".to_owned(),
            (Status::Mainstream, Some(end)) => format!("in support until {end}"),
            (Status::Mainstream, None) => "in support".to_owned(),
            (Status::Extended, Some(end)) => format!("security updates only, until {end}"),
            (Status::Extended, None) => "security updates only".to_owned(),
        }
    }
}

/// Whether the Exchange version of a judgement is in support, if the version is known.
#[must_use]
pub fn support_of(assessment: &crate::assess::Assessment<'_>) -> Option<Support> {
    let (version, lifecycle) = assessment.version.zip(assessment.lifecycle())?;
    let status = lifecycle.status(assessment.as_of);
    Some(Support { label: version.label(), status, lifecycle, guests: Vec::new() })
}

/// So old may the rules be before the report says to look for newer ones, in days.
const OLD: u64 = 180;

impl Report<'_> {
    /// Whether the policy is met: one or two sentences, with the number of findings. What is
    /// accepted is counted.
    #[must_use]
    pub fn policy(&self) -> String {
        let counts = self.counts(Severity::Requirement);
        let broken = || match (counts.violated, counts.accepted) {
            (1, 0) => "one finding breaks a requirement".to_owned(),
            (1, _) => "one finding breaks a requirement. It is accepted, which does not change the verdict".to_owned(),
            (many, 0) => format!("{many} findings break a requirement"),
            (many, accepted) => format!(
                "{many} findings break a requirement. Of these {} accepted, which does not change the verdict",
                if accepted == 1 { "one is".to_owned() } else { format!("{accepted} are") }
            ),
        };
        match self.assessment.verdict {
            Verdict::Supported => "Policy met: every requirement holds.".to_owned(),
            Verdict::NotSupported => format!("Policy not met: {}.", broken()),
            Verdict::Undetermined => {
                "Policy not decided: no requirement is broken as far as is known, but answers are missing.".to_owned()
            }
            Verdict::OutOfScope if counts.violated > 0 => format!(
                "Policy without a say: it speaks of production only, and this is a lab. In production {}.",
                broken()
            ),
            Verdict::OutOfScope => "Policy without a say: it speaks of production only, and this is a lab.".to_owned(),
        }
    }

    /// How many findings go against advice, if any.
    #[must_use]
    pub fn against_advice(&self) -> Option<String> {
        let counts = self.counts(Severity::Recommendation);
        let accepted = match counts.accepted {
            0 => String::new(),
            1 => ", of which one is accepted".to_owned(),
            many => format!(", of which {many} are accepted"),
        };
        match counts.violated {
            0 => None,
            1 if counts.accepted == 1 => Some("One finding goes against advice; it is accepted.".to_owned()),
            1 => Some("One finding goes against advice.".to_owned()),
            many => Some(format!("{many} findings go against advice{accepted}.")),
        }
    }

    /// How many accepted findings have to be decided again, if any.
    #[must_use]
    pub fn overdue(&self) -> Option<String> {
        match self.count(Part::Overdue) {
            0 => None,
            1 => Some("One accepted finding is overdue for its review.".to_owned()),
            many => Some(format!("{many} accepted findings are overdue for their review.")),
        }
    }

    /// What the verdict rests on, where that is not a text of Microsoft's that was read: for
    /// a no, if all that is broken rests on evidence C or D; for a yes, if anything does.
    #[must_use]
    pub fn weak_foundation(&self) -> Option<String> {
        let outcome = match self.assessment.verdict {
            Verdict::NotSupported => Outcome::Violated,
            Verdict::Supported => Outcome::Satisfied,
            Verdict::Undetermined | Verdict::OutOfScope => return None,
        };
        let mut weak: Vec<&str> = Vec::new();
        let mut strong = false;
        for finding in self.assessment.with(Severity::Requirement, outcome) {
            if self.assessment.strength_of(finding) < Evidence::C {
                strong = true;
            } else if !weak.contains(&finding.rule.id) {
                weak.push(finding.rule.id);
            }
        }
        match outcome {
            _ if weak.is_empty() => None,
            Outcome::Violated if strong => None,
            Outcome::Violated => Some(format!(
                "This verdict rests only on rules that were not read in Microsoft's own text (evidence C or D: {}). Ask Microsoft before you act on it.",
                weak.join(", ")
            )),
            _ => Some(format!(
                "This verdict rests in part on rules that were not read in Microsoft's own text (evidence C or D: {}).",
                weak.join(", ")
            )),
        }
    }

    /// Whether the Exchange version is in support, and each guest operating system.
    #[must_use]
    pub fn support(&self) -> Vec<Support> {
        let as_of = self.assessment.as_of;
        let mut all: Vec<Support> = support_of(self.assessment).into_iter().collect();
        let mut systems: Vec<GuestOs> = Vec::new();
        let exchange = all.len();
        for (guest, os, lifecycle) in self.assessment.guest_lifecycles() {
            let place = systems.iter().position(|known| *known == os);
            if let Some(support) = place.and_then(|place| all.get_mut(exchange + place)) {
                support.guests.push(guest);
                continue;
            }
            systems.push(os);
            all.push(Support { label: os.label(), status: lifecycle.status(as_of), lifecycle, guests: vec![guest] });
        }
        all
    }

    /// The second statement: whether what runs is in support. What has ended is named with
    /// its machines; nothing ever follows from it for the first.
    #[must_use]
    pub fn in_support(&self) -> String {
        let all = self.support();
        if all.first().is_none_or(|support| !support.guests.is_empty()) {
            return "Whether it is in support is not known without the Exchange version.".to_owned();
        }
        let told = all.iter().filter(|support| support.guests.is_empty() || support.status == Status::Ended);
        let sentences: Vec<String> = told
            .map(|support| match self.machines(support.guests.iter().copied()) {
                machines if machines.is_empty() => support.sentence(),
                machines => format!("{} It runs in {machines}.", support.sentence()),
            })
            .collect();
        sentences.join(" ")
    }

    /// What is otherwise on the day of the judgement than today, as sentences; empty if they
    /// are the same day or nothing differs.
    #[must_use]
    pub fn changed_by_day(&self) -> Vec<String> {
        let (today, as_of) = (self.today, self.assessment.as_of);
        let support = self.support().into_iter().filter_map(|support| {
            let now = support.lifecycle.status(today);
            let before = Support { status: now, ..support.clone() };
            (now != support.status).then(|| {
                let label = support.label;
                format!("{label}: today {}, on {as_of} {}.", before.in_short(), support.in_short())
            })
        });
        let accepted = self.items.iter().flat_map(|item| &item.places).filter_map(|place| place.accepted);
        let reviews = accepted.filter_map(|accepted| {
            let (now, then) = (accepted.is_overdue(today), accepted.is_overdue(as_of));
            let subject = self.assessment.deployment.subject_name(accepted.subject);
            let rule = &accepted.rule;
            let is = if then { "is" } else { "is not" };
            (now != then)
                .then(|| format!("What was accepted about {rule} ({subject}) {is} overdue for its review then."))
        });
        support.chain(reviews).collect()
    }

    /// Of which day the rules are and how old they are on the day of the report.
    #[must_use]
    pub fn age(&self) -> String {
        let day = rules::AS_OF;
        let (today, as_of) = (self.today, self.assessment.as_of);
        let Some(rules) = Date::parse(day) else { return String::new() };
        let compared = match rules.days_until(today) {
            Some(0) => format!("The rules were last compared with their sources today ({day})."),
            Some(days) => format!("The rules were last compared with their sources on {day}, {} ago.", span(days)),
            None => format!("The rules were last compared with their sources on {day}, later than today ({today})."),
        };
        let is_old = rules.days_until(today).is_some_and(|days| days > OLD);
        let old = if is_old { " Look for a newer version of the advisor." } else { "" };
        let judged = match rules.days_until(as_of) {
            _ if as_of == today => String::new(),
            Some(days) if days > 0 => format!(
                " Lifecycles are judged for {as_of}, {} after that day; what Microsoft changes in between is not known here.",
                span(days)
            ),
            _ => format!(" Lifecycles are judged for {as_of}; the rules are those of {day} all the same."),
        };
        format!("{compared}{old}{judged}")
    }

    /// The day and the versions that the report was made on and with.
    #[must_use]
    pub fn made(&self) -> String {
        format!(
            "Made on {} by version {ADVISOR_VERSION} of the Exchange virtualization advisor, with the rules of {} (pack {}). Judged for {}. This is not a Microsoft product.",
            self.today,
            rules::AS_OF,
            rules::PACK,
            self.assessment.as_of
        )
    }
}

/// How far two days are apart, in words; the order plays no role.
#[must_use]
pub fn days_apart(one: Date, other: Date) -> String {
    span(one.days_until(other).or_else(|| other.days_until(one)).unwrap_or_default())
}

/// So many days in words: `3 days`, `2 years and 40 days`.
fn span(days: u64) -> String {
    let count = |number: u64, unit: &str| if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") };
    match (days / 365, days % 365) {
        (0, days) => count(days, "day"),
        (years, 0) => count(years, "year"),
        (years, days) => format!("{} and {}", count(years, "year"), count(days, "day")),
    }
}
