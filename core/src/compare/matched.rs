//! Which machine of one deployment is which of another: the one with the same id.

use std::collections::{BTreeMap, BTreeSet};

use crate::deployment::{Answer, Deployment, GuestIndex, HostIndex, Machine, Subject, Value};
use crate::question::SubjectKind;

/// One subject in several deployments.
pub(super) struct Place {
    pub kind: SubjectKind,
    /// Where it is in each of them; none where it is not listed.
    pub at: Vec<Option<Subject>>,
}

impl Place {
    /// Whether it is in all of them.
    pub fn everywhere(&self) -> bool {
        !self.at.contains(&None)
    }
}

/// Every subject: the deployment, then the hosts, then the guests, each in the order of the
/// deployments, with those that only some have last.
pub(super) fn places(deployments: &[&Deployment]) -> Vec<Place> {
    let whole = Place { kind: SubjectKind::Deployment, at: vec![Some(Subject::Deployment); deployments.len()] };
    let mut places = vec![whole];
    places.extend(machines(SubjectKind::Host, deployments));
    places.extend(machines(SubjectKind::Guest, deployments));
    places
}

/// The machines of a kind.
pub(super) fn listed(deployment: &Deployment, kind: SubjectKind) -> &[Machine] {
    match kind {
        SubjectKind::Deployment => &[],
        SubjectKind::Host => deployment.hosts(),
        SubjectKind::Guest => deployment.guests(),
    }
}

fn machines(kind: SubjectKind, deployments: &[&Deployment]) -> Vec<Place> {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places: Vec<Place> = Vec::new();
    for (column, deployment) in deployments.iter().enumerate() {
        for (index, machine) in (0..).zip(listed(deployment, kind)) {
            let place = *by_id.entry(machine.id()).or_insert(places.len());
            if place == places.len() {
                places.push(Place { kind, at: vec![None; deployments.len()] });
            }
            if let Some(at) = places.get_mut(place).and_then(|place| place.at.get_mut(column)) {
                let host = kind == SubjectKind::Host;
                *at = Some(if host { Subject::Host(HostIndex(index)) } else { Subject::Guest(GuestIndex(index)) });
            }
        }
    }
    let (mut everywhere, some): (Vec<Place>, Vec<Place>) = places.into_iter().partition(Place::everywhere);
    everywhere.extend(some);
    everywhere
}

/// Whether two deployments answer a question alike. Machines are the same if their ids are,
/// and their order in an answer means nothing.
pub(super) fn same(one: (&Deployment, &Answer<Value>), other: (&Deployment, &Answer<Value>)) -> bool {
    let ((first, one), (second, other)) = (one, other);
    match (one, other) {
        (Answer::Given(Value::Host(one)), Answer::Given(Value::Host(other))) => {
            first.machine_name(Subject::Host(*one)) == second.machine_name(Subject::Host(*other))
        }
        (Answer::Given(Value::Guests(one)), Answer::Given(Value::Guests(other))) => {
            names(first, one) == names(second, other)
        }
        (one, other) => one == other,
    }
}

/// The ids of guests, in alphabetical order.
pub(super) fn names<'d>(deployment: &'d Deployment, guests: &[GuestIndex]) -> BTreeSet<&'d str> {
    guests.iter().map(|guest| deployment.machine_name(Subject::Guest(*guest))).collect()
}

/// An answer of one deployment as one of another: machines are named by their places there.
/// None if it names a machine that is not listed there.
pub(super) fn carried(answer: &Answer<Value>, from: &Deployment, to: &Deployment) -> Option<Answer<Value>> {
    let found = |machine: Subject| {
        let id = from.machine_name(machine);
        let place = listed(to, machine.kind()).iter().position(|other| other.id() == id)?;
        u32::try_from(place).ok()
    };
    Some(match answer {
        Answer::Given(Value::Host(host)) => Answer::Given(Value::Host(HostIndex(found(Subject::Host(*host))?))),
        Answer::Given(Value::Guests(guests)) => {
            let places = guests.iter().map(|guest| found(Subject::Guest(*guest)).map(GuestIndex));
            Answer::Given(Value::Guests(places.collect::<Option<_>>()?))
        }
        other => other.clone(),
    })
}
