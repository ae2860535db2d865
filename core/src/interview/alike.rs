//! Machines that are asked about together: those about which nothing different has been
//! answered so far. The host that a guest runs on makes no difference, nor does what was
//! asked of one and not of the other: a question that only matters for one of them does
//! not set them apart, so what is answered for all of them goes on being asked once.

use super::Course;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Machine, Subject, Value};
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

/// What is known of machines that are alike, by the places of the questions.
type Known<'a> = Vec<Option<&'a Value>>;

fn classes(kind: SubjectKind, machines: &[Machine], apart: bool) -> Vec<u32> {
    let mut firsts: Vec<(u32, Known<'_>)> = Vec::new();
    let numbered = (0..).zip(machines);
    numbered
        .map(|(index, machine)| {
            let known = known(kind, machine);
            let like = firsts.iter_mut().find(|(_, of_others)| !apart && agree(of_others, &known));
            if let Some((first, of_others)) = like {
                of_others.iter_mut().zip(known).for_each(|(place, value)| *place = place.or(value));
                return *first;
            }
            firsts.push((index, known));
            index
        })
        .collect()
}

fn known(kind: SubjectKind, machine: &Machine) -> Known<'_> {
    let is_place = |slot: u8| Slot { subject: kind, slot } == HOST.slot();
    let answers = machine.answers();
    (0..answers.count()).map(|slot| if is_place(slot) { None } else { Answer::given(answers.at(slot)) }).collect()
}

fn agree(one: &Known<'_>, other: &Known<'_>) -> bool {
    one.iter().zip(other).all(|pair| match pair {
        (Some(one), Some(other)) => one == other,
        _ => true,
    })
}
