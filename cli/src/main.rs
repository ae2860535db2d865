//! `exchange-advisor`: the command line of the Exchange virtualization advisor.
//!
//! - `args.rs`: what can be asked for, with the help;
//! - `advise.rs`: what to change at the least;
//! - `assess.rs`: documents in, assessments out; `input.rs`: where documents come from;
//! - `report.rs`: a report to hand on; `text.rs`: a report for a terminal;
//! - `sheet.rs`: the open questions; `catalogue.rs`: the rules;
//! - `compare.rs`: documents side by side;
//! - `manual.rs`: the pages of the manual.

mod advise;
mod args;
mod assess;
mod catalogue;
mod compare;
mod input;
mod manual;
mod report;
mod sheet;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use exchange_advisor_core::deployment::schema;
use exchange_advisor_core::template::template;
use exchange_advisor_core::typescript::typescript;

use args::{Arguments, Command};

/// A document that could not be read.
const NOT_READ: u8 = 3;
/// Wrong usage, as the BSD sysexits have it.
const USAGE: u8 = 64;
/// An output that cannot be written, as the BSD sysexits have it.
const CANNOT_WRITE: u8 = 74;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let wrong = error.use_stderr();
            // Nothing is left to be done if even this cannot be written.
            let _ = error.print();
            return ExitCode::from(if wrong { USAGE } else { 0 });
        }
    };
    match run(arguments.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "exchange-advisor: the output cannot be written: {error}");
            ExitCode::from(CANNOT_WRITE)
        }
    }
}

fn run(command: Command) -> io::Result<u8> {
    match command {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Advise(arguments) => advise::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Sheet { file } => sheet::run(&file),
        Command::Report(arguments) => report::run(&arguments),
        Command::Rules(arguments) => catalogue::run(&arguments),
        Command::Manual { words } => manual::run(&words),
        Command::New { version } => writeln!(io::stdout(), "{:#}", template(version).to_json()).map(|()| 0),
        Command::Schema { typescript: true } => write!(io::stdout(), "{}", typescript()).map(|()| 0),
        Command::Schema { typescript: false } => writeln!(io::stdout(), "{:#}", schema()).map(|()| 0),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "exchange-advisor", &mut io::stdout());
            Ok(0)
        }
    }
}
