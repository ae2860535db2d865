//! `advise`: what to change at the least.

use std::io::{self, Write};

use anstyle::Style;
use exchange_advisor_core::advice::{Advice, Set, UnderVersion, advise, told, under_every_version};
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::deployment::json::Json;

use crate::args::{AdviseArguments, RulesFormat};
use crate::assess::today;
use crate::text::fill;
use crate::{NOT_READ, input};

const BOLD: Style = Style::new().bold();
const WIDTH: usize = 100;

/// Prints what to change at the least in one document.
///
/// # Errors
///
/// An output that cannot be written.
pub fn run(arguments: &AdviseArguments) -> io::Result<u8> {
    let (_, Some(deployment)) = input::deployment(&arguments.file)? else { return Ok(NOT_READ) };
    let day = arguments.as_of.unwrap_or_else(today);
    let mut out = anstream::stdout().lock();
    if arguments.versions {
        let all = under_every_version(&deployment, day);
        match arguments.format {
            RulesFormat::Json => {
                writeln!(out, "{:#}", Json::list(all.iter().map(|one| of_version(one, &deployment))))?;
            }
            RulesFormat::Text => versions(&mut out, &all)?,
        }
        return Ok(0);
    }
    let advice = advise(&deployment, day);
    match arguments.format {
        RulesFormat::Json => writeln!(out, "{:#}", advice.to_json(&deployment))?,
        RulesFormat::Text => text(&mut out, &advice, &deployment)?,
    }
    Ok(u8::from(!advice.is_met))
}

fn of_version<'a>(under: &'a UnderVersion, deployment: &'a Deployment) -> Json<'a> {
    Json::object([
        ("version", under.version.id().into()),
        ("own", under.is_own.into()),
        ("verdict", under.verdict.id().into()),
        ("broken", Json::Number(under.broken.to_string().into())),
        ("takes", under.takes().into()),
        ("advice", under.advice.to_json(deployment)),
    ])
}

fn versions(out: &mut impl Write, all: &[UnderVersion]) -> io::Result<()> {
    writeln!(out, "{BOLD}{:<36} {:<16} {:<34} What it would take{BOLD:#}", "Version", "Verdict", "In support")?;
    for under in all {
        let own = if under.is_own { " (this one)" } else { "" };
        writeln!(
            out,
            "{:<36} {:<16} {:<34} {}",
            format!("{}{own}", under.version.label()),
            under.verdict.id(),
            under.support,
            under.takes()
        )?;
    }
    Ok(())
}

fn text(out: &mut impl Write, advice: &Advice, deployment: &Deployment) -> io::Result<()> {
    let mut wrapped = |first: &str, rest: &str, text: &str| writeln!(out, "{}", fill(text, WIDTH, first, rest));
    wrapped("", "", &advice.opening(deployment))?;
    for blocked in &advice.blocked {
        let ways: Vec<&str> = blocked.ways_out.iter().map(|effort| effort.does).collect();
        let about = deployment.subject_name(blocked.subject);
        wrapped(
            "  No change: ",
            "             ",
            &format!("{} [{}, {about}]. Ways out: {}", blocked.rule.broken, blocked.rule.id, ways.join(" ")),
        )?;
    }
    for (number, set) in (1..).zip(&advice.sets) {
        writeln!(out)?;
        one(out, number, set, deployment)?;
    }
    Ok(())
}

fn one(out: &mut impl Write, number: usize, set: &Set, deployment: &Deployment) -> io::Result<()> {
    writeln!(out, "{BOLD}{number}.{BOLD:#}")?;
    let parts = [("  Change:   ", &set.changes), ("  Way out:  ", &set.ways_out), ("  Provided: ", &set.provided)];
    for (label, steps) in parts {
        for change in told(steps, deployment) {
            writeln!(out, "{}", fill(&change.sentence(), WIDTH, label, "            "))?;
        }
    }
    for (_, costs) in set.costs() {
        writeln!(out, "{}", fill(&costs, WIDTH, "  Costs:    ", "            "))?;
    }
    for (rule, subject, _) in &set.breaks {
        let text = format!("{} [{}, {}].", rule.broken, rule.id, deployment.subject_name(*subject));
        writeln!(out, "{}", fill(&text, WIDTH, "  Against advice then: ", "            "))?;
    }
    Ok(())
}
