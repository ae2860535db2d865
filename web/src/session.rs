//! What has been answered, and what can happen to it.

use std::rc::Rc;

use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, ReadErrors, Refused, Subject, Value};
use exchange_advisor_core::subject::SubjectKind;
use yew::{Reducible, UseReducerDispatcher};

/// What a person has done so far.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The answers.
    pub deployment: Rc<Deployment>,
    /// What was wrong with the file that was opened last.
    pub errors: Option<Rc<ReadErrors>>,
    /// The answers before they were last replaced, or a machine taken away.
    pub before: Option<Rc<Deployment>>,
    /// The question that an address leads to: its path, and how often it was gone to.
    pub target: Option<(String, u32)>,
}

/// What can happen.
pub enum Action {
    /// A question is answered, or its answer is taken back.
    Answer(AnswerRef, Answer<Value>),
    /// A host or a guest is added.
    Add(SubjectKind),
    /// A machine is added that is like this one.
    Copy(Subject),
    /// A machine is taken away.
    Remove(Subject),
    /// A machine gets another name; one that is taken or none is left as it was.
    Rename(Subject, String),
    /// A file was read.
    Opened(Box<Deployment>),
    /// A file could not be read.
    Refused(ReadErrors),
    /// The messages about a file are read.
    Dismiss,
    /// Everything begins anew.
    New,
    /// What was replaced or taken away comes back; once more, and it is gone again.
    Undo,
    /// An address leads to a question.
    Go(String),
}

/// What sends actions.
pub type Dispatch = UseReducerDispatcher<Session>;

impl Session {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Self { deployment: Rc::new(Deployment::new()), errors: None, before: None, target: None }
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        if matches!(action, Action::Opened(_) | Action::New | Action::Remove(_)) {
            next.before = Some(next.deployment.clone());
        }
        let deployment = Rc::make_mut(&mut next.deployment);
        match action {
            Action::Answer(at, answer) => refused_or_done(deployment.set(at, answer)),
            Action::Add(SubjectKind::Host) => {
                let id = deployment.free_id(SubjectKind::Host, "host");
                refused_or_done(deployment.add_host(&id));
            }
            Action::Add(_) => {
                let id = deployment.free_id(SubjectKind::Guest, "vm");
                refused_or_done(deployment.add_guest(&id));
            }
            Action::Copy(machine) => {
                let beginning = if machine.kind() == SubjectKind::Host { "host" } else { "vm" };
                let id = deployment.free_id(machine.kind(), beginning);
                refused_or_done(deployment.copy(machine, &id));
            }
            Action::Remove(machine) => refused_or_done(deployment.remove(machine)),
            Action::Rename(machine, id) => refused_or_done(deployment.rename(machine, id.trim())),
            Action::Opened(opened) => {
                next.deployment = Rc::from(opened);
                next.errors = None;
            }
            Action::Refused(errors) => next.errors = Some(Rc::new(errors)),
            Action::Dismiss => next.errors = None,
            Action::New => next = Self { before: next.before, ..Self::new() },
            Action::Undo => {
                if let Some(before) = next.before.take() {
                    next.before = Some(std::mem::replace(&mut next.deployment, before));
                }
            }
            Action::Go(path) => {
                let times = next.target.as_ref().map_or(0, |(_, times)| times.wrapping_add(1));
                next.target = Some((path, times));
            }
        }
        Rc::new(next)
    }
}

/// What the core refuses leaves everything as it was, and the controls then show that.
fn refused_or_done<T>(_: Result<T, Refused>) {}
