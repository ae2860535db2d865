//! What is kept of the work on deployments.
//!
//! - `records.rs`: one record as text and back, whatever has become of the text;
//! - `desks.rs`: one tab, over storages that are full, switched off or damaged;
//! - `tabs.rs`: several tabs at once;
//! - `browser.rs`: the browser that they all run in.

mod browser;
mod desks;
mod records;
mod tabs;

use exchange_advisor_core::deployment::{Answer, Subject, Value};
use exchange_advisor_core::kept::Work;
use exchange_advisor_core::questions::deployment::NAME;
use exchange_advisor_tests::generate;

/// Work under a name, about which nothing else is known.
fn named(name: &str) -> Work {
    let mut work = Work::default();
    let at = generate::at(Subject::Deployment, NAME.slot());
    work.deployment.set(at, Answer::Given(Value::Text(name.into()))).expect("a name");
    work
}
