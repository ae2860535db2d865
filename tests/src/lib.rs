//! Helpers of the tests.
//!
//! - `generate.rs`: random deployments, and random values for one question;
//! - `supported.rs`: random deployments whose verdict is known by how they are made;
//! - `guide.rs`: a person who is led through the questionnaire;
//! - `oracle.rs`: the catalogue once more, two-valued and written by hand, to judge the
//!   core's rules by;
//! - `literate.rs`: the cases of `cases/rules`, which name a rule, answers and outcomes;
//! - `renderings.rs`: what the renderings of a report have to say;
//! - `files.rs`: where the cases are.

pub mod files;
pub mod generate;
pub mod guide;
pub mod literate;
pub mod oracle;
pub mod renderings;
pub mod supported;

use exchange_advisor_core::date::Date;

/// The day on which the tests judge, wherever the calendar stands.
pub fn some_day() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}
