//! Findings that somebody decides to live with. They change no outcome and no verdict.

use std::fmt;

use super::{Accepted, Answer, Deployment, Subject};
use crate::date::Date;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;
/// The longest name of who answers for it, in characters.
pub const LONGEST_OWNER: usize = 100;

/// Why a finding was not accepted; the deployment is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAccepted {
    /// There is no reason.
    NoReason,
    /// The reason is longer than [`LONGEST_REASON`]: so many characters.
    ReasonTooLong(usize),
    /// The name of who answers for it is longer than [`LONGEST_OWNER`]: so many characters.
    OwnerTooLong(usize),
    /// There is no such machine.
    NoSubject,
}

impl fmt::Display for NotAccepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoReason => f.write_str("Say why it is accepted: without a reason nobody can review it later."),
            Self::ReasonTooLong(length) => {
                write!(f, "The reason has {length} characters; at most {LONGEST_REASON} are kept.")
            }
            Self::OwnerTooLong(length) => {
                write!(f, "The name has {length} characters; at most {LONGEST_OWNER} are kept.")
            }
            Self::NoSubject => f.write_str("The machine is not there any more."),
        }
    }
}

impl Accepted {
    /// Whether the day of its review is over. On that day itself it is not.
    #[must_use]
    pub const fn is_overdue(&self, as_of: Date) -> bool {
        match self.review_on {
            Answer::Given(day) => day.is_before(as_of),
            Answer::NotAsked | Answer::NotKnown => false,
        }
    }
}

impl Deployment {
    /// Accepts the finding of a rule about a subject, in the place of an earlier acceptance
    /// of the same. Blanks around reason and owner are left away; an empty owner is none.
    ///
    /// # Errors
    ///
    /// No reason, one or an owner that is too long, or a subject that is not there.
    pub fn accept(
        &mut self,
        rule: &'static str,
        subject: Subject,
        reason: &str,
        owner: &str,
        review_on: Option<Date>,
    ) -> Result<(), NotAccepted> {
        let (reason, owner) = (reason.trim(), owner.trim());
        let (long_reason, long_owner) = (reason.chars().count(), owner.chars().count());
        if long_reason == 0 {
            return Err(NotAccepted::NoReason);
        }
        if long_reason > LONGEST_REASON {
            return Err(NotAccepted::ReasonTooLong(long_reason));
        }
        if long_owner > LONGEST_OWNER {
            return Err(NotAccepted::OwnerTooLong(long_owner));
        }
        if self.about(subject).is_none() {
            return Err(NotAccepted::NoSubject);
        }
        let new = Accepted {
            rule: rule.into(),
            subject,
            reason: reason.into(),
            owner: if owner.is_empty() { Answer::NotAsked } else { Answer::Given(owner.into()) },
            review_on: review_on.map_or(Answer::NotAsked, Answer::Given),
        };
        let mut all = self.accepted().to_vec();
        match all.iter_mut().find(|old| *old.rule == *rule && old.subject == subject) {
            Some(old) => *old = new,
            None => all.push(new),
        }
        self.accepted = Answer::Given(all);
        Ok(())
    }

    /// Takes back every acceptance of the finding of a rule about a subject, obsolete ones too.
    pub fn take_back(&mut self, rule: &str, subject: Subject) {
        let mut all = self.accepted().to_vec();
        let before = all.len();
        all.retain(|accepted| *accepted.rule != *rule || accepted.subject != subject);
        if all.len() < before {
            // A list that never was one stays none; one that is empty now says nothing either.
            self.accepted = if all.is_empty() { Answer::NotAsked } else { Answer::Given(all) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deployment::GuestIndex;

    fn deployment() -> Deployment {
        let mut deployment = Deployment::new();
        deployment.add_guest("mbx").unwrap();
        deployment
    }

    fn again(deployment: &Deployment) {
        let text = deployment.to_json().to_string();
        assert_eq!(Deployment::read(text.as_bytes(), &["r"]).as_ref(), Ok(deployment), "{text}");
    }

    #[test]
    fn what_is_accepted_is_a_document_and_taken_back_is_none() {
        let mut deployment = deployment();
        let guest = Subject::Guest(GuestIndex(0));
        let before = deployment.clone();
        deployment.accept("r", guest, " because \n", " ", Date::new(2027, 1, 31)).unwrap();
        deployment.accept("r", Subject::Deployment, "é".repeat(500).as_str(), &"ö".repeat(100), None).unwrap();
        again(&deployment);
        assert_eq!((deployment.accepted().len(), &*deployment.accepted()[0].reason), (2, "because"));
        // The same finding is accepted once, where it stood.
        deployment.accept("r", guest, "otherwise", "Ann", None).unwrap();
        again(&deployment);
        assert_eq!((deployment.accepted().len(), &*deployment.accepted()[0].reason), (2, "otherwise"));
        deployment.take_back("q", guest);
        assert_eq!(deployment.accepted().len(), 2);
        deployment.take_back("r", guest);
        deployment.take_back("r", Subject::Deployment);
        assert_eq!(deployment, before);
    }

    #[test]
    fn what_the_format_does_not_hold_is_refused() {
        let mut deployment = deployment();
        let before = deployment.clone();
        let mut refused =
            |subject, reason: &str, owner: &str| deployment.accept("r", subject, reason, owner, None).unwrap_err();
        assert_eq!(refused(Subject::Deployment, " \n ", "Ann"), NotAccepted::NoReason);
        assert_eq!(refused(Subject::Deployment, &"é".repeat(501), ""), NotAccepted::ReasonTooLong(501));
        assert_eq!(refused(Subject::Deployment, "x", &"ö".repeat(101)), NotAccepted::OwnerTooLong(101));
        assert_eq!(refused(Subject::Guest(GuestIndex(1)), "x", ""), NotAccepted::NoSubject);
        assert_eq!(deployment, before);
    }

    #[test]
    fn a_review_is_overdue_after_its_day() {
        let mut deployment = deployment();
        deployment.accept("r", Subject::Deployment, "x", "", Date::new(2026, 11, 23)).unwrap();
        let overdue = |day| deployment.accepted()[0].is_overdue(Date::new(2026, 11, day).unwrap());
        assert_eq!((overdue(22), overdue(23), overdue(24)), (false, false, true));
    }
}
