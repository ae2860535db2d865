//! The two commands of the README, and what they need.
//!
//! `cargo xtask serve` and `cargo xtask test` set up what is missing, say so, and do
//! their work; the other commands are parts of them.

mod setup;
mod tidy;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const USAGE: &str = "\
cargo xtask serve    set up, build, and show what there is to see
cargo xtask test     set up and pass every test
cargo xtask setup    only set up
cargo xtask tidy     only check the layers, the sizes of files and the like
cargo xtask bench    measure reading and judging, with ratios to hand-written code";

/// A failure, told already where it happened or by this text.
pub type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let command = env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "serve" => setup::run().and_then(|()| serve()),
        "test" => setup::run().and_then(|()| test()),
        "setup" => setup::run(),
        "tidy" => tidy::run(&root()),
        "bench" => cargo("measure reading and judging", &["bench", "--package", "exchange-advisor-tests"]),
        _ => Err(format!("there is no command `{command}`. These are:\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

fn test() -> Outcome {
    cargo("formatting", &["fmt", "--all", "--check"])?;
    cargo("clippy, warnings are errors", &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    say("layers and sizes");
    tidy::run(&root())?;
    let core_for_wasm = ["build", "--package", "exchange-advisor-core", "--target", setup::WASM, "--release"];
    cargo("the core for the browser", &core_for_wasm)?;
    cargo("every test", &["test", "--workspace"])?;
    say("all is well");
    Ok(())
}

fn serve() -> Outcome {
    cargo("build the command line", &["build", "--release", "--package", "exchange-advisor-cli"])?;
    let program = target_folder().join("release/exchange-advisor");
    say("the page comes with the next step of the project; until then, an example on the command line");
    let example = root().join("examples/exchange-2007-ccr.json");
    // The example is not supported, which is a status of its own and no failure here.
    Command::new(&program)
        .arg("assess")
        .arg(&example)
        .status()
        .map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
    say(&format!("your turn: {} new 2007 > mail.json", program.display()));
    Ok(())
}

fn target_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn cargo(what: &str, arguments: &[&str]) -> Outcome {
    say(what);
    run(Command::new("cargo").args(arguments).current_dir(root()))
}

/// Runs a program to its end; its own output tells what failed.
fn run(command: &mut Command) -> Outcome {
    let name = format!("{command:?}").replace('"', "");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` failed: {status}")),
        Err(error) => Err(format!("`{name}` cannot be started: {error}")),
    }
}

fn say(what: &str) {
    println!("== {what}");
}
