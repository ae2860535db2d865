//! A person who is led through the questionnaire, and knows the truth.
//!
//! The person begins with nothing, is asked one page after the other, and answers each
//! from a deployment that is the truth; what the truth does not tell is not known.

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use exchange_advisor_core::interview::{self, Ask, Course, Open, Round, Step};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::Purpose;
use exchange_advisor_core::questions::deployment::PURPOSE;
use exchange_advisor_core::questions::guest::HOST;
use fastrand::Rng;

use crate::some_day;

/// More pages than any deployment of the tests can need.
const MOST_PAGES: usize = 2000;

/// How a person answers.
pub struct Person<'t> {
    /// What is really so.
    pub truth: &'t Deployment,
    /// How the person wants to be asked; the round is the one that is followed.
    pub course: Course,
    /// Of 256 pages, so many are answered with "I do not know".
    pub not_known: u8,
    pub rng: Rng,
}

impl<'t> Person<'t> {
    /// Somebody who knows all that the truth tells.
    pub fn who_knows(truth: &'t Deployment) -> Self {
        Self { truth, course: Course::default(), not_known: 0, rng: Rng::with_seed(0) }
    }

    /// Follows a round to its end and gives the pages that were asked. Before each of
    /// them, and at the end, `look` sees what is judged and what is open.
    ///
    /// # Errors
    ///
    /// What `look` complains of; or that the round does not end.
    pub fn follow(
        &mut self,
        deployment: &mut Deployment,
        round: Round,
        mut look: impl FnMut(&Assessment<'_>, &Open) -> Result<(), String>,
    ) -> Result<Vec<Step>, String> {
        let course = Course { round, ..self.course };
        let mut steps = Vec::new();
        while steps.len() < MOST_PAGES {
            let assessment = assess(deployment, some_day());
            let open = interview::open(&assessment, round, course);
            look(&assessment, &open)?;
            let Some(step) = open.next().cloned() else { return Ok(steps) };
            self.answer(deployment, &step);
            steps.push(step);
        }
        Err(format!("{round:?} does not end"))
    }

    /// As [`Self::follow`], where nothing is looked at.
    pub fn pages(&mut self, deployment: &mut Deployment, round: Round) -> usize {
        self.follow(deployment, round, |_, _| Ok(())).expect("an end").len()
    }

    /// Answers one page.
    pub fn answer(&mut self, deployment: &mut Deployment, step: &Step) {
        let knows = self.rng.u8(..) >= self.not_known;
        match step.ask {
            Ask::Hosts | Ask::Guests => self.list(deployment, step.ask.kind(), knows),
            Ask::Answer(at) if at.slot == HOST.slot() => {
                // One table for all of them.
                for place in std::iter::once(&at).chain(&step.also) {
                    put(deployment, *place, if knows { self.truly(*place) } else { Answer::NotKnown });
                }
            }
            Ask::Answer(at) => {
                let answer = if knows { self.truly(at) } else { Answer::NotKnown };
                put(deployment, at, answer.clone());
                for place in &step.also {
                    // Machines of which it is not true are unticked.
                    if !knows || self.truly(*place) == answer {
                        put(deployment, *place, answer.clone());
                    }
                }
            }
        }
    }

    fn list(&self, deployment: &mut Deployment, kind: SubjectKind, knows: bool) {
        let machines = if kind == SubjectKind::Host { self.truth.hosts() } else { self.truth.guests() };
        if !knows || machines.is_empty() {
            deployment.machines_not_known(kind);
        }
        for machine in machines.iter().filter(|_| knows) {
            if kind == SubjectKind::Host {
                deployment.add_host(machine.id()).expect("a new id");
            } else {
                deployment.add_guest(machine.id()).expect("a new id");
            }
        }
    }

    fn truly(&self, at: AnswerRef) -> Answer<Value> {
        match self.truth.answer(at.subject, at.slot) {
            // That is what a left-out purpose means.
            Answer::NotAsked if at.slot == PURPOSE.slot() => Answer::Given(Value::Choice(Purpose::Production.index())),
            Answer::NotAsked => Answer::NotKnown,
            told => told.clone(),
        }
    }
}

fn put(deployment: &mut Deployment, at: AnswerRef, answer: Answer<Value>) {
    let mentions_machines = matches!(answer, Answer::Given(Value::Host(_) | Value::Guests(_)));
    let refused = deployment.set(at, answer).is_err();
    // Whoever does not know which machines there are cannot name one either.
    assert!(!refused || mentions_machines, "{} refused", at.question().path);
    if refused {
        deployment.set(at, Answer::NotKnown).expect("allowed everywhere");
    }
}

/// The answers that a page asks for.
pub fn answers_of(step: &Step) -> Vec<AnswerRef> {
    match step.ask {
        Ask::Hosts | Ask::Guests => Vec::new(),
        Ask::Answer(at) => std::iter::once(at).chain(step.also.iter().copied()).collect(),
    }
}

/// Whether a subject is a guest.
pub fn is_guest(subject: Subject) -> bool {
    subject.kind() == SubjectKind::Guest
}
