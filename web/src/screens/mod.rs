//! The screens. Each reads the session and composes components.
//!
//! - `start.rs`: what the advisor is, and the deployments that are kept;
//! - `question.rs`: one question; `count.rs`: how many machines;
//! - `settled.rs`: the verdict stands, or a round of questions is over;
//! - `answers.rs`: every answer, each with "Change"; `machines.rs`: machines side by side;
//! - `result.rs`: the result; `unknown.rs`: what is not known, for the colleagues;
//! - `advice.rs`: the smallest changes; `compare.rs`: deployments side by side;
//! - `manual.rs`: the pages about rules, questions and terms;
//! - `share.rs`: files and links; `all.rs`: all questions.

pub mod advice;
pub mod all;
pub mod answers;
pub mod compare;
pub mod count;
pub mod machines;
pub mod manual;
pub mod question;
pub mod result;
pub mod settled;
pub mod share;
pub mod start;
pub mod unknown;

use std::rc::Rc;

use exchange_advisor_core::assess::Assessment;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::interview::{self, Course, Round};
use yew::prelude::*;

use crate::route::Route;
use crate::session::{Dispatch, Session};

/// What every screen can see.
pub struct View<'v> {
    pub session: &'v Session,
    /// What is judged: what is given, on the result with what is tried.
    pub judged: Rc<Deployment>,
    pub assessment: &'v Assessment<'v>,
    pub today: Date,
    pub dispatch: Dispatch,
}

impl View<'_> {
    /// What is still open in a round.
    pub fn open(&self, round: Round) -> interview::Open {
        interview::open(self.assessment, round, self.session.course)
    }

    /// Where "Continue" leads.
    pub fn next(&self) -> Route {
        next(self.assessment, self.session.course)
    }
}

/// The next question, or that there is none.
pub fn next(assessment: &Assessment<'_>, course: Course) -> Route {
    let ask = interview::next(assessment, course);
    ask.map_or(Route::Settled, |ask| Route::Question(ask.path(assessment.deployment)))
}

/// The heading of a screen, which has the keyboard when the screen comes.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id="heading" tabindex="-1">{ text.into() }</h1> }
}

/// A link that looks like the thing to do next.
pub fn action(route: &Route, label: &str, id: &'static str) -> Html {
    html! { <a class="button primary" {id} href={route.href()}>{ label.to_owned() }</a> }
}
