//! Machines that are asked about together: those about which the same has been answered
//! so far. The host that a guest runs on makes no difference.

use super::Course;
use crate::deployment::{AnswerRef, Answers, Deployment, GuestIndex, HostIndex, Machine, Subject};
use crate::question::{Slot, SubjectKind};
use crate::questions::guest::HOST;

/// Which machines are alike.
#[derive(Clone, Debug)]
pub struct Alike {
    /// For each host the first host that it is like.
    hosts: Vec<u32>,
    /// For each guest the first guest that it is like.
    guests: Vec<u32>,
}

impl Alike {
    /// Compares the machines of a deployment.
    #[must_use]
    pub fn of(deployment: &Deployment, course: Course) -> Self {
        Self {
            hosts: classes(SubjectKind::Host, deployment.hosts(), course.hosts_apart),
            guests: classes(SubjectKind::Guest, deployment.guests(), course.guests_apart),
        }
    }

    /// The first machine that this one is like; the deployment is like itself.
    #[must_use]
    pub fn first(&self, subject: Subject) -> Subject {
        let first = |classes: &[u32], index: u32| classes.get(index as usize).copied().unwrap_or(index);
        match subject {
            Subject::Deployment => subject,
            Subject::Host(HostIndex(index)) => Subject::Host(HostIndex(first(&self.hosts, index))),
            Subject::Guest(GuestIndex(index)) => Subject::Guest(GuestIndex(first(&self.guests, index))),
        }
    }

    /// What stands for all machines that are asked the question together. On which host
    /// a guest runs is asked of all guests at once: it is a table, not a guess.
    #[must_use]
    pub fn asked_with(&self, at: AnswerRef) -> Subject {
        if at.slot == HOST.slot() { Subject::Guest(GuestIndex(0)) } else { self.first(at.subject) }
    }

    /// The other machines that are asked the question together with this one.
    #[must_use]
    pub fn others(&self, deployment: &Deployment, at: AnswerRef) -> Vec<AnswerRef> {
        let stands_for = self.asked_with(at);
        let of_kind = deployment.subjects().filter(|subject| subject.kind() == at.subject.kind());
        let others = of_kind.filter(|subject| *subject != at.subject);
        let others = others.map(|subject| AnswerRef { subject, slot: at.slot });
        others.filter(|other| self.asked_with(*other) == stands_for).collect()
    }
}

fn classes(kind: SubjectKind, machines: &[Machine], apart: bool) -> Vec<u32> {
    let mut firsts: Vec<(u32, &Answers)> = Vec::new();
    let numbered = (0..).zip(machines);
    numbered
        .map(|(index, machine)| {
            let like = firsts.iter().find(|(_, first)| !apart && are_alike(kind, first, machine.answers()));
            if let Some((first, _)) = like {
                return *first;
            }
            firsts.push((index, machine.answers()));
            index
        })
        .collect()
}

fn are_alike(kind: SubjectKind, one: &Answers, other: &Answers) -> bool {
    let is_place = |slot: u8| Slot { subject: kind, slot } == HOST.slot();
    (0..one.count()).all(|slot| is_place(slot) || one.at(slot) == other.at(slot))
}
