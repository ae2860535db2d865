//! The two commands of the README, and what they need.
//!
//! `cargo xtask serve` and `cargo xtask test` set up what is missing, say so, and do
//! their work; the other commands are parts of them.

mod setup;
mod html;
mod single_file;
mod page;
mod size;
mod server;
mod tidy;
mod checks;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "\
cargo xtask serve [--port N]   set up, build the page, and serve it at http://127.0.0.1:8080/
cargo xtask test               set up and pass every test
cargo xtask setup              only set up
cargo xtask build              only build the page: dist/, and dist/exchange-advisor.html in one file
cargo xtask size               build the page and hold its size against web/budget.toml
cargo xtask serve-only N DIR   serve a folder at port N, without building anything (0: any free port)
cargo xtask tidy               only check the layers, the sizes of files and the like
cargo xtask bench              measure reading and judging, with ratios to hand-written code
cargo xtask questions          count what the questionnaire asks until the verdict is settled";

/// Where the page is served, unless another port is asked for.
const PORT: &str = "8080";

/// A failure, told already where it happened or by this text.
pub type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match perform(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn perform(words: &[&str]) -> Outcome {
    match words {
        ["serve"] => serve(PORT),
        ["serve", "--port", port] => serve(port),
        ["serve-only", port, folder] => server::run(port, Path::new(folder)),
        ["test"] => checks::run(),
        ["setup"] => setup::all(),
        ["build"] => setup::page().and_then(|()| page::build()),
        ["size"] => setup::page().and_then(|()| page::build()).and_then(|()| size::run()),
        ["tidy"] => tidy::run(&root()),
        ["bench"] => cargo("measure reading and judging", &["bench", "--package", "exchange-advisor-tests"]),
        ["questions"] => {
            cargo("count the questions", &["run", "--package", "exchange-advisor-tests", "--bin", "count_questions"])
        }
        _ => Err(format!("there is no command `{}`. These are:\n{USAGE}", words.join(" "))),
    }
}

fn serve(port: &str) -> Outcome {
    setup::page()?;
    page::build()?;
    server::run(port, &page::dist())
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

fn cargo(what: &str, arguments: &[&str]) -> Outcome {
    say(what);
    run(setup::command("cargo").args(arguments))
}

/// Runs a program to its end; its own output tells what failed.
fn run(command: &mut Command) -> Outcome {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let name = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` failed: {status}")),
        Err(error) => Err(format!("`{name}` cannot be started: {error}")),
    }
}

fn say(what: &str) {
    println!("== {what}");
}
