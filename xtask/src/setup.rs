//! Setting up a machine: quick where everything is there, and it says what it does.

use std::process::Command;

use crate::{Outcome, run as start, say};

/// The compiler target of the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The compiler that the project is built with; `rust-toolchain.toml` says the same.
const RUST: &str = "1.95.0";

/// Sets up what is missing.
pub fn run() -> Outcome {
    compiler()?;
    for component in ["clippy", "rustfmt"] {
        if !installed("component", component)? {
            say(&format!("setting up: {component}"));
            start(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    if !installed("target", WASM)? {
        say(&format!("setting up: the compiler target {WASM}"));
        start(Command::new("rustup").args(["target", "add", WASM]))?;
    }
    say(&format!("set up: Rust {RUST}, clippy, rustfmt, {WASM}"));
    Ok(())
}

fn compiler() -> Outcome {
    let found = output("rustc", &["--version"])?;
    if found.starts_with(&format!("rustc {RUST}")) {
        return Ok(());
    }
    Err(format!(
        "the compiler is `{}`, and the project is built with {RUST}. `rustup toolchain install` in the project's folder installs it",
        found.trim()
    ))
}

fn installed(kind: &str, name: &str) -> Result<bool, String> {
    let list = output("rustup", &[kind, "list", "--installed"])?;
    Ok(list.lines().any(|line| line.starts_with(name)))
}

fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("`{program}` cannot be started: {error}. The project needs rustup"))?;
    if !output.status.success() {
        return Err(format!("`{program}` failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
