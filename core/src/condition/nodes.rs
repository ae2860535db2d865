//! Whether two nodes of the Exchange cluster are on one host.

use std::collections::BTreeSet;

use super::Facts;
use crate::deployment::{Answer, AnswerRef, GuestIndex, HostIndex, Subject, Value};
use crate::questions::deployment::NODES;
use crate::questions::guest;
use crate::truth::Truth;

impl Facts<'_> {
    pub(super) fn nodes_share_a_host(&self, missing: &mut Vec<AnswerRef>) -> Truth {
        match self.answer(Subject::Deployment, NODES.slot()) {
            Answer::Given(Value::Guests(nodes)) => self.these_share_a_host(nodes, missing),
            _ => self.any_may_share_a_host(missing),
        }
    }

    fn these_share_a_host(&self, nodes: &[GuestIndex], missing: &mut Vec<AnswerRef>) -> Truth {
        if nodes.len() < 2 {
            return Truth::No;
        }
        let hosts = self.deployment.hosts().len();
        let placement = self.placement(nodes.iter().copied());
        // With more nodes than hosts some host has two, wherever they are.
        if placement.shared || (hosts > 0 && nodes.len() > hosts) {
            return Truth::Yes;
        }
        Self::unknown_if_some(placement.unplaced, missing)
    }

    /// Any of the machines may be the nodes, or none of them.
    fn any_may_share_a_host(&self, missing: &mut Vec<AnswerRef>) -> Truth {
        let guests = self.deployment.guests().len();
        let placement = self.placement((0..).map(GuestIndex).take(guests));
        if guests < 2 || (!placement.shared && placement.unplaced.is_empty()) {
            return Truth::No;
        }
        missing.push(AnswerRef { subject: Subject::Deployment, slot: NODES.slot() });
        Self::unknown_if_some(placement.unplaced, missing);
        Truth::Unknown
    }

    fn unknown_if_some(unplaced: Vec<GuestIndex>, missing: &mut Vec<AnswerRef>) -> Truth {
        if unplaced.is_empty() {
            return Truth::No;
        }
        missing.extend(
            unplaced.into_iter().map(|guest| AnswerRef { subject: Subject::Guest(guest), slot: guest::HOST.slot() }),
        );
        Truth::Unknown
    }

    fn placement(&self, guests: impl Iterator<Item = GuestIndex>) -> Placement {
        let mut taken: BTreeSet<HostIndex> = BTreeSet::new();
        let mut placement = Placement { shared: false, unplaced: Vec::new() };
        for guest in guests {
            match self.host_of(guest) {
                Some(host) => placement.shared |= !taken.insert(host),
                None => placement.unplaced.push(guest),
            }
        }
        placement
    }
}

struct Placement {
    /// Two of them are known to be on one host.
    shared: bool,
    /// Those whose host is missing.
    unplaced: Vec<GuestIndex>,
}
