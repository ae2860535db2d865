//! A document to start from: every question that matters for a version, open.

use std::collections::BTreeSet;

use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::notes::NOTES;
use crate::question::{Slot, SubjectKind};
use crate::questions::deployment::{AS_OF, NAME, PURPOSE, VERSION};
use crate::questions::guest::GUEST_OS;
use crate::questions::{self, Version};
use crate::rules;

/// The questions that a rule, a note or a lifecycle of this version reads, and the
/// three about the document itself.
#[must_use]
pub fn questions_for(version: Version) -> BTreeSet<Slot> {
    let mut slots: BTreeSet<Slot> = questions_at_first().into_iter().chain([GUEST_OS.slot()]).collect();
    for row in rules::all().filter_map(|rule| rule.row(version)) {
        row.violated.reads(&mut |slot| {
            slots.insert(slot);
        });
    }
    for note in NOTES.iter().filter(|note| note.versions.contains(version)) {
        note.applies.reads(&mut |slot| {
            slots.insert(slot);
        });
    }
    slots
}

/// The questions that are asked before the version is known: that, and those about the
/// document itself.
#[must_use]
pub fn questions_at_first() -> BTreeSet<Slot> {
    [NAME.slot(), PURPOSE.slot(), AS_OF.slot(), VERSION.slot()].into_iter().collect()
}

/// A document with this version, one host and one guest, and every question that
/// matters for the version answered with "not known".
#[must_use]
pub fn template(version: Version) -> Deployment {
    let mut deployment = Deployment::new();
    let slots = questions_for(version);
    let wanted = |kind| slots.iter().any(|slot| slot.subject == kind);
    let mut subjects = vec![Subject::Deployment];
    if wanted(SubjectKind::Host) && deployment.add_host("host1").is_ok() {
        subjects.push(Subject::Host(HostIndex(0)));
    }
    if deployment.add_guest("vm1").is_ok() {
        subjects.push(Subject::Guest(GuestIndex(0)));
    }
    for subject in subjects {
        for question in questions::about(subject.kind()) {
            let slot = Slot { subject: question.subject, slot: question.slot };
            let answer = match slot {
                slot if slot == VERSION.slot() => Answer::Given(Value::Choice(version.index())),
                slot if slots.contains(&slot) => Answer::NotKnown,
                _ => Answer::NotAsked,
            };
            // Every slot is one of its subject's, so none is refused.
            let _ = deployment.set(AnswerRef { subject, slot }, answer);
        }
    }
    deployment
}
