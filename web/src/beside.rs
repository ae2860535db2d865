//! What the deployment in hand is compared with. Files that are opened to be compared are
//! held here for this visit; nothing of them is kept.

use std::rc::Rc;

use exchange_advisor_core::deployment::Deployment;

/// So many deployments can stand beside the one in hand.
pub const MOST: usize = 2;

/// What the deployment in hand is compared with.
#[derive(Clone, Default, PartialEq)]
pub struct Beside {
    /// Files by name, in the order in which they were opened.
    pub files: Vec<(String, Rc<Deployment>)>,
    /// What of all is compared; at most [`MOST`].
    chosen: Vec<Other>,
    /// Whether what is equal is unfolded.
    pub equal: bool,
}

/// A deployment that can be compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Other {
    /// One that is kept, by its id.
    Kept(String),
    /// A file, by its place.
    File(usize),
}

/// What can happen to it.
pub enum Change {
    /// One is chosen, or not any more.
    Choose(Other, bool),
    /// A file was opened: its name, and what it holds.
    File(String, Box<Deployment>),
    /// What is equal is unfolded or folded.
    Equal(bool),
}

impl Beside {
    /// What is compared.
    pub fn chosen(&self) -> &[Other] {
        &self.chosen
    }

    /// Does it.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Choose(other, chosen) => self.choose(other, chosen),
            Change::File(name, deployment) => {
                let place = self.files.len();
                self.files.push((name, Rc::new(*deployment)));
                self.choose(Other::File(place), true);
            }
            Change::Equal(equal) => self.equal = equal,
        }
    }

    /// Where there is no room for one more, it takes the place of the last one.
    fn choose(&mut self, other: Other, chosen: bool) {
        self.chosen.retain(|one| *one != other);
        if chosen {
            self.chosen.truncate(MOST - 1);
            self.chosen.push(other);
        }
    }
}
