//! What mending costs: read off the questions that a condition reads.

use super::{Entry, Line, link_and};
use crate::condition::Condition;
use crate::effort::{Change, Effort};
use crate::question::Slot;
use crate::questions::deployment::VERSION;
use crate::questions::{full_name, question};

/// A kind of change that can mend a rule.
#[derive(Clone, Debug)]
pub struct Cost {
    /// The kind of change.
    pub effort: &'static Effort,
    /// Whether it is a way out of its own, beyond this deployment.
    pub way_out: bool,
    /// The questions whose answers it changes.
    pub questions: Vec<Slot>,
}

/// The kinds of change that can turn a condition, ways out last, in the order in which it
/// reads. None where it reads only what was measured.
#[must_use]
pub fn costs(condition: &Condition) -> Vec<Cost> {
    let mut slots = Vec::new();
    condition.reads(&mut |slot| slots.push(slot));
    if slots.is_empty() {
        // What is broken in every case is left by going to another version.
        slots.push(VERSION.slot());
    }
    let mut costs: Vec<Cost> = Vec::new();
    for slot in slots {
        let (effort, way_out) = match question(slot).change {
            Change::Fact => continue,
            Change::WayOut(effort) => (effort, true),
            Change::Possible(effort, _) => (effort, false),
        };
        match costs.iter_mut().find(|cost| cost.effort.id == effort.id) {
            Some(cost) if cost.questions.contains(&slot) => {}
            Some(cost) => cost.questions.push(slot),
            None => costs.push(Cost { effort, way_out, questions: vec![slot] }),
        }
    }
    costs.sort_by_key(|cost| cost.way_out);
    costs
}

impl Cost {
    /// What is done, what it costs, and which answers that changes.
    pub(super) fn line(&self) -> Line {
        let names: Vec<String> = self.questions.iter().map(|slot| full_name(question(*slot))).collect();
        let rest = format!(" ({}). Changes: {}.", self.effort.costs_in_short(), names.join("; "));
        link_and(Entry::Change(self.effort), rest)
    }
}
