//! What has been answered, and what can happen to it.

use std::collections::BTreeMap;
use std::rc::Rc;

use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, ReadErrors, Refused, Subject, Value, typed};
use exchange_advisor_core::interview::{Ask, Course};
use exchange_advisor_core::kept::{Apart, Work};
use exchange_advisor_core::questions::deployment::NAME;
use exchange_advisor_core::subject::SubjectKind;
use yew::{Reducible, UseReducerDispatcher};

use crate::beside::{self, Beside};
use crate::trial::{Bench, Step, Tried};

/// What was typed into fields, by the path of the question, where it is not simply the
/// answer as the page would write it.
pub type Drafts = BTreeMap<String, String>;

/// What a person has done so far.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The name under which this work is kept; empty as long as there is nothing to keep.
    pub id: String,
    /// The answers.
    pub deployment: Rc<Deployment>,
    /// What was typed.
    pub drafts: Rc<Drafts>,
    /// How the person is asked.
    pub course: Course,
    /// What was wrong with the file or the address that was opened last.
    pub errors: Option<Rc<ReadErrors>>,
    /// What the page has to say, until it is read.
    pub notices: Rc<Vec<String>>,
    /// What is wrong with the answer on the question's page, after "Continue".
    pub fault: Option<(String, String)>,
    /// The person came to a question from the list of answers, and goes back there.
    pub returns: bool,
    /// The question that an address leads to: its path, and how often it was gone to.
    pub target: Option<(String, u32)>,
    /// How often something was taken back or done again: what a page remembers besides the
    /// answers is no longer so then.
    pub turns: u32,
    /// What it is compared with.
    pub beside: Rc<Beside>,
    /// Which answer is being tried where.
    pub bench: Bench,
    /// What is tried beside the answers.
    tried: Option<Rc<Tried>>,
    past: Vec<Moment>,
    future: Vec<Moment>,
}

/// The work as it was, and what was done then.
#[derive(Clone, PartialEq)]
struct Moment {
    deployment: Rc<Deployment>,
    drafts: Rc<Drafts>,
    what: String,
    /// Typing in the same field is one thing done.
    typing: Option<String>,
}

/// So many steps can be undone.
const MOST_UNDONE: usize = 200;

/// What can happen.
pub enum Action {
    /// A question is answered, for every machine that is named, or its answer is taken back.
    Answer(Vec<AnswerRef>, Answer<Value>),
    /// Each of these is answered by itself.
    Answers(Vec<(AnswerRef, Answer<Value>)>),
    /// Something is typed as the answer, for every machine that is named.
    Typed(Vec<AnswerRef>, String),
    /// A question is answered for machines by choosing more than the answer tells, which is
    /// remembered at this path.
    Chosen(Vec<AnswerRef>, Answer<Value>, String, String),
    /// Something is typed into a field that is no answer of the document.
    Draft(String, String),
    /// Findings of a rule about these are accepted: why, by whom, and until when.
    Accept(&'static str, Vec<Subject>, String, String, Option<Date>),
    /// What was accepted of a rule about these is taken back.
    TakeBack(String, Vec<Subject>),
    /// Something happens to the machines.
    Machines(Change),
    /// The person is asked otherwise from now on.
    Course(Course),
    /// Another work is in hand: opened, begun, or kept from before.
    Switch(Box<Taken>),
    /// Another tab has changed this work, and this one had nothing of its own.
    Adopt(Box<Taken>),
    /// The work is kept under this name from now on.
    Kept(String),
    /// Another tab has worked on the same deployment: this work is one of its own now.
    KeptApart(Box<Apart>),
    /// A file could not be read.
    Refused(ReadErrors),
    /// The page has something to say.
    Notice(String),
    /// What the page said is read.
    Dismiss,
    /// "Continue" was pressed, and the answer at this path is none; or nothing is wrong any more.
    Fault(Option<(String, String)>),
    /// A question is gone to from the list of answers, or the person is back there.
    Returns(bool),
    /// The last thing done is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// An address leads to a question.
    Go(String),
    /// Something happens to what is tried.
    Trial(Step),
    /// Something happens to what it is compared with.
    Beside(beside::Change),
    /// The deployment is changed as advised; it keeps its name.
    Advised(Box<Deployment>),
}

/// What can happen to the machines.
pub enum Change {
    /// A list of machines becomes so long.
    Grow(SubjectKind, usize),
    /// Nobody knows which machines of a kind there are.
    MachinesNotKnown(SubjectKind),
    /// Which machines of a kind there are is asked again.
    MachinesAskedAgain(SubjectKind),
    /// A host or a guest is added.
    Add(SubjectKind),
    /// A machine is added that is like this one.
    Copy(Subject),
    /// A machine is taken away.
    Remove(Subject),
    /// A machine gets another name; one that is taken or none is left as it was.
    Rename(Subject, String),
}

/// A piece of work to go on with.
pub struct Taken {
    /// The name under which it is kept; empty if it is not yet.
    pub id: String,
    pub work: Work,
    /// What there is to say about it.
    pub notice: Option<String>,
}

/// What sends actions.
pub type Dispatch = UseReducerDispatcher<Session>;

impl Session {
    /// Begins with a piece of work.
    pub fn new(taken: Taken) -> Self {
        let Taken { id, work, notice } = taken;
        Self {
            id,
            deployment: Rc::new(work.deployment),
            drafts: Rc::new(work.drafts),
            course: work.course,
            errors: None,
            notices: Rc::new(notice.into_iter().collect()),
            fault: None,
            returns: false,
            target: None,
            turns: 0,
            beside: Rc::default(),
            bench: Bench::default(),
            tried: None,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// The work, as it is kept.
    pub fn work(&self) -> Work {
        Work { deployment: (*self.deployment).clone(), drafts: (*self.drafts).clone(), course: self.course }
    }

    /// What is tried, if it differs from what is given.
    pub fn trial(&self) -> Option<&Rc<Tried>> {
        self.tried.as_ref().filter(|tried| tried.differs())
    }

    /// What was typed to be tried.
    pub fn tried(&self) -> Option<&Rc<Tried>> {
        self.tried.as_ref()
    }

    fn try_out(&mut self, what: impl FnOnce(&mut Tried, &Deployment)) {
        let mut tried = self.tried.take().map_or_else(|| Tried::of(&self.deployment), |tried| (*tried).clone());
        what(&mut tried, &self.deployment);
        self.tried = Some(Rc::new(tried));
    }

    fn trial_step(&mut self, step: Step) {
        match step {
            Step::Answer(at, answer) => self.try_out(|tried, given| tried.answer(given, &at, &answer)),
            Step::Typed(at, text) => self.try_out(|tried, given| tried.typed(given, &at, &text)),
            Step::NoMore(at) => self.try_out(|tried, given| tried.take_back(given, &at)),
            Step::Bench(bench) => self.bench = bench,
            Step::Keep => self.keep_trial(),
            Step::Drop => self.tried = None,
        }
    }

    fn keep_trial(&mut self) {
        let Some(tried) = self.tried.take() else { return };
        self.remember("trial".to_owned(), None);
        for place in tried.changed() {
            Rc::make_mut(&mut self.drafts).remove(&self.deployment.path(place));
        }
        Rc::make_mut(&mut self.drafts).extend(tried.drafts().clone());
        self.deployment = tried.deployment().clone();
        self.turns += 1;
    }

    /// What is tried stays tried when the answers change otherwise: on another screen, in
    /// another tab, by "Undo". What cannot be tried any more is told.
    fn trial_follows(&mut self) {
        let Some(tried) = self.trial().cloned() else {
            self.tried = None;
            return;
        };
        let (moved, lost) = tried.over(&self.deployment);
        if !lost.is_empty() {
            self.say(format!("Not tried any more, for the machine is gone or has another name: {}.", lost.join(", ")));
        } else if !moved.differs() {
            self.say("The trial is over: what was tried is what is given now.".to_owned());
        }
        self.tried = moved.differs().then(|| Rc::new(moved));
    }

    /// What "Undo" would take back.
    pub fn undoes(&self) -> Option<&str> {
        self.past.last().map(|moment| moment.what.as_str())
    }

    /// What "Redo" would do again.
    pub fn redoes(&self) -> Option<&str> {
        self.future.last().map(|moment| moment.what.as_str())
    }

    fn moment(&self, what: String, typing: Option<String>) -> Moment {
        Moment { deployment: self.deployment.clone(), drafts: self.drafts.clone(), what, typing }
    }

    fn remember(&mut self, what: String, typing: Option<String>) {
        let goes_on = typing.is_some() && self.past.last().is_some_and(|last| last.typing == typing);
        if !goes_on {
            let moment = self.moment(what, typing);
            self.past.push(moment);
            if self.past.len() > MOST_UNDONE {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.fault = None;
    }

    fn back_to(&mut self, moment: Moment) {
        self.deployment = moment.deployment;
        self.drafts = moment.drafts;
        self.fault = None;
        self.turns += 1;
    }

    fn say(&mut self, text: String) {
        if !self.notices.contains(&text) {
            Rc::make_mut(&mut self.notices).push(text);
        }
    }

    /// Answers a question for machines; what was typed before is gone with it.
    fn answer(&mut self, at: &[AnswerRef], answer: &Answer<Value>) {
        for place in at {
            let path = self.deployment.path(*place);
            if self.drafts.contains_key(&path) {
                Rc::make_mut(&mut self.drafts).remove(&path);
            }
            refused_or_done(Rc::make_mut(&mut self.deployment).set(*place, answer.clone()));
        }
    }

    fn typed(&mut self, at: &[AnswerRef], text: &str) {
        let Some(first) = at.first() else { return };
        let path = self.deployment.path(*first);
        if text.trim().is_empty() {
            self.answer(at, &Answer::NotAsked);
            return;
        }
        // What is no answer takes back the one before: the verdict never rests on what is not in sight.
        let answer = typed(first.question(), &path, text).map_or(Answer::NotAsked, Answer::Given);
        self.answer(at, &answer);
        Rc::make_mut(&mut self.drafts).insert(path, text.to_owned());
    }

    fn machines(&mut self, change: Change) {
        match change {
            Change::Grow(kind, to) => self.change("number of machines", |deployment| deployment.grow(kind, to)),
            Change::MachinesNotKnown(kind) => {
                self.change("number of machines", |deployment| deployment.machines_not_known(kind));
            }
            Change::MachinesAskedAgain(kind) => {
                self.change("number of machines", |deployment| deployment.machines_asked_again(kind));
            }
            Change::Add(kind) => self.change("new machine", |deployment| {
                let id = deployment.free_id(kind, beginning(kind));
                match kind {
                    SubjectKind::Host => refused_or_done(deployment.add_host(&id)),
                    _ => refused_or_done(deployment.add_guest(&id)),
                }
            }),
            Change::Copy(machine) => self.change("copy of a machine", |deployment| {
                let id = deployment.free_id(machine.kind(), beginning(machine.kind()));
                refused_or_done(deployment.copy(machine, &id));
            }),
            Change::Remove(machine) => {
                self.change("machine that was taken away", |deployment| refused_or_done(deployment.remove(machine)));
            }
            Change::Rename(machine, id) => {
                let id = id.trim().to_owned();
                if self.deployment.machine_name(machine) != id {
                    self.rename(machine, &id);
                }
            }
        }
    }

    fn advised(&mut self, mut after: Deployment) {
        let name = AnswerRef { subject: Subject::Deployment, slot: NAME.slot() };
        refused_or_done(after.set(name, self.deployment.answer(name.subject, name.slot).clone()));
        self.remember("changes that were advised".to_owned(), None);
        self.deployment = Rc::new(after);
    }

    fn change(&mut self, what: &str, change: impl FnOnce(&mut Deployment)) {
        let mut changed = (*self.deployment).clone();
        change(&mut changed);
        if changed == *self.deployment {
            // What changes nothing is nothing to undo.
            return;
        }
        self.remember(what.to_owned(), None);
        // Drafts go with their machines; how many there are is known from the list again.
        let kept = self.drafts.iter().filter(|(path, _)| !path.contains("].") || changed.at_path(path).is_some());
        let kept = kept.filter(|(path, _)| !Ask::is_list(path));
        self.drafts = Rc::new(kept.map(|(path, text)| (path.clone(), text.clone())).collect());
        self.deployment = Rc::new(changed);
    }

    /// What was typed about a machine goes with it to its new name.
    fn rename(&mut self, machine: Subject, id: &str) {
        let drafts = self.drafts.clone();
        let before = self.deployment.clone();
        self.change("name of a machine", |deployment| refused_or_done(deployment.rename(machine, id)));
        let about = |path: &String| before.at_path(path).filter(|at| at.subject == machine);
        let moved = drafts.iter().filter_map(|(path, text)| Some((self.deployment.path(about(path)?), text.clone())));
        let moved: Vec<(String, String)> = moved.collect();
        Rc::make_mut(&mut self.drafts).extend(moved);
    }
}

/// What an answer is called in "Undo".
fn named(at: &[AnswerRef]) -> String {
    at.first().map_or_else(String::new, |first| format!("answer to “{}”", first.question().wording))
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.act(action);
        if !Rc::ptr_eq(&next.deployment, &self.deployment) && next.deployment != self.deployment {
            next.trial_follows();
        }
        Rc::new(next)
    }
}

impl Session {
    fn act(&mut self, action: Action) {
        let next = self;
        match action {
            Action::Answer(at, answer) => {
                next.remember(named(&at), None);
                next.answer(&at, &answer);
            }
            Action::Answers(answers) => {
                let places: Vec<AnswerRef> = answers.iter().map(|(at, _)| *at).collect();
                next.remember(named(&places), None);
                for (at, answer) in answers {
                    next.answer(&[at], &answer);
                }
            }
            Action::Typed(at, text) => {
                let field = at.first().map(|first| next.deployment.path(*first));
                next.remember(named(&at), field);
                next.typed(&at, &text);
            }
            Action::Chosen(at, answer, path, chosen) => {
                next.remember(named(&at), None);
                next.answer(&at, &answer);
                if !chosen.is_empty() {
                    Rc::make_mut(&mut next.drafts).insert(path, chosen);
                }
            }
            Action::Draft(path, text) => {
                Rc::make_mut(&mut next.drafts).insert(path, text);
                next.fault = None;
            }
            Action::Machines(change) => next.machines(change),
            Action::Accept(rule, subjects, reason, owner, review_on) => {
                next.change("accepted finding", |deployment| {
                    for subject in subjects {
                        // The form has told what is wrong with it before.
                        let _ = deployment.accept(rule, subject, &reason, &owner, review_on);
                    }
                });
            }
            Action::TakeBack(rule, subjects) => next.change("acceptance that was taken back", |deployment| {
                for subject in subjects {
                    deployment.take_back(&rule, subject);
                }
            }),
            Action::Course(course) => next.course = course,
            Action::Switch(taken) => {
                let was_tried = next.trial().is_some();
                *next = Self { beside: next.beside.clone(), ..Self::new(*taken) };
                if was_tried {
                    next.say("The trial on the deployment before was thrown away.".to_owned());
                }
            }
            Action::Adopt(taken) => {
                next.remember("change from another tab".to_owned(), None);
                next.deployment = Rc::new(taken.work.deployment);
                next.drafts = Rc::new(taken.work.drafts);
                next.course = taken.work.course;
                if let Some(notice) = taken.notice {
                    next.say(notice);
                }
            }
            Action::Kept(id) => next.id = id,
            Action::KeptApart(apart) => {
                next.id = apart.id;
                let mut work = next.work();
                work.name_apart();
                next.deployment = Rc::new(work.deployment);
                next.say("This deployment was changed in another tab at the same time, or deleted there. Nothing is lost: what you have here goes on as a deployment of its own, and the other one is on the start page.".to_owned());
            }
            Action::Refused(errors) => next.errors = Some(Rc::new(errors)),
            Action::Notice(text) => next.say(text),
            Action::Dismiss => {
                next.errors = None;
                next.notices = Rc::default();
            }
            Action::Fault(fault) => next.fault = fault,
            Action::Returns(returns) => next.returns = returns,
            Action::Undo => {
                if let Some(moment) = next.past.pop() {
                    let now = next.moment(moment.what.clone(), None);
                    next.future.push(now);
                    next.back_to(moment);
                }
            }
            Action::Redo => {
                if let Some(moment) = next.future.pop() {
                    let now = next.moment(moment.what.clone(), None);
                    next.past.push(now);
                    next.back_to(moment);
                }
            }
            Action::Go(path) => {
                let times = next.target.as_ref().map_or(0, |(_, times)| times + 1);
                next.target = Some((path, times));
            }
            Action::Trial(step) => next.trial_step(step),
            Action::Advised(after) => next.advised(*after),
            Action::Beside(change) => Rc::make_mut(&mut next.beside).change(change),
        }
    }
}

fn beginning(kind: SubjectKind) -> &'static str {
    if kind == SubjectKind::Host { "host" } else { "vm" }
}

/// What the core refuses leaves everything as it was, and the controls then show that.
fn refused_or_done<T>(_: Result<T, Refused>) {}
