//! Answers that are tried in the result. They stand beside the answers that are given and
//! never among them: nothing of them is kept, saved, handed on or undone before the person
//! keeps the trial, which is one step that can be undone. `docs/decisions/0007-trials.md`
//! tells why it is as it is.

use std::rc::Rc;

use exchange_advisor_core::compare::Trial;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Value, typed};

use crate::session::Drafts;

/// What is tried.
#[derive(Clone, PartialEq)]
pub struct Tried {
    trial: Trial,
    /// The deployment with what is tried, for whoever shows it.
    deployment: Rc<Deployment>,
    /// What was typed while trying.
    drafts: Drafts,
}

/// Which answer is being tried where.
#[derive(Clone, Default, PartialEq)]
pub struct Bench {
    /// The place on the screen where the control is open; empty if there is none.
    pub open: String,
    /// Whether an answer goes for all machines with the same answer.
    pub all: bool,
    /// Whether the list of all answers is unfolded.
    pub list: bool,
}

/// What can happen to what is tried.
pub enum Step {
    /// An answer is tried for each of these.
    Answer(Vec<AnswerRef>, Answer<Value>),
    /// Something is typed to be tried for each of these.
    Typed(Vec<AnswerRef>, String),
    /// The trial of these answers is taken back.
    NoMore(Vec<AnswerRef>),
    /// A control to try an answer is opened or closed.
    Bench(Bench),
    /// What is tried becomes what is given.
    Keep,
    /// What is tried is thrown away.
    Drop,
}

impl Tried {
    /// Nothing is tried yet.
    pub fn of(given: &Deployment) -> Self {
        Self::new(Trial::of(given), Drafts::new())
    }

    fn new(trial: Trial, drafts: Drafts) -> Self {
        Self { deployment: Rc::new(trial.deployment().clone()), trial, drafts }
    }

    /// The deployment with what is tried.
    pub const fn deployment(&self) -> &Rc<Deployment> {
        &self.deployment
    }

    /// What was typed while trying.
    pub const fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Whether any answer differs from the one that is given.
    pub fn differs(&self) -> bool {
        self.trial.changed().len() > 0
    }

    /// Whether an answer is tried.
    pub fn is_tried(&self, at: AnswerRef) -> bool {
        self.trial.is_tried(at)
    }

    /// The answers that are tried.
    pub fn changed(&self) -> impl Iterator<Item = AnswerRef> {
        self.trial.changed()
    }

    /// Tries an answer for each of these.
    pub fn answer(&mut self, given: &Deployment, at: &[AnswerRef], answer: &Answer<Value>) {
        for place in at {
            self.drafts.remove(&given.path(*place));
            // What the core refuses leaves everything as it was, and the controls then show that.
            let _ = self.trial.put(given, *place, answer.clone());
        }
        self.deployment = Rc::new(self.trial.deployment().clone());
    }

    /// Tries what is typed; what is no answer takes the one before back.
    pub fn typed(&mut self, given: &Deployment, at: &[AnswerRef], text: &str) {
        let Some(first) = at.first() else { return };
        let path = given.path(*first);
        let answer = typed(first.question(), &path, text).map_or(Answer::NotAsked, Answer::Given);
        self.answer(given, at, &answer);
        if !text.trim().is_empty() {
            self.drafts.insert(path, text.to_owned());
        }
    }

    /// Takes the trial of these answers back.
    pub fn take_back(&mut self, given: &Deployment, at: &[AnswerRef]) {
        for place in at {
            self.answer(given, &[*place], given.answer(place.subject, place.slot));
        }
    }

    /// The same trial over another state of the deployment, and the paths of what cannot be
    /// tried any more.
    pub fn over(&self, given: &Deployment) -> (Self, Vec<String>) {
        let (trial, lost) = self.trial.over(given);
        let drafts = self.drafts.iter().filter(|(path, _)| given.at_path(path).is_some());
        (Self::new(trial, drafts.map(|(path, text)| (path.clone(), text.clone())).collect()), lost)
    }
}
