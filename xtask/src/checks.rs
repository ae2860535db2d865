//! Everything that has to hold, in the order in which a mistake costs the least time.

use crate::{Outcome, cargo, page, root, say, setup, size, tidy};

/// The crates that only a browser can run: built for Wasm, and never natively.
const FOR_THE_BROWSER: [&str; 2] = ["exchange-advisor-web", "exchange-advisor-empty-page"];

/// The crate that opens the built page in real browsers.
const IN_BROWSERS: &str = "exchange-advisor-browser-tests";

/// Passes every test.
pub fn run() -> Outcome {
    setup::all()?;
    formatting()?;
    clippy()?;
    clippy_of_the_page()?;
    layers_and_sizes()?;
    core_for_the_browser()?;
    tests()?;
    page::build()?;
    size::run()?;
    browser_tests()?;
    say("all is well");
    Ok(())
}

fn formatting() -> Outcome {
    cargo("formatting", &["fmt", "--all", "--check"])
}

fn clippy() -> Outcome {
    let mut arguments = vec!["clippy", "--workspace", "--all-targets"];
    arguments.extend(FOR_THE_BROWSER.iter().flat_map(|package| ["--exclude", *package]));
    arguments.extend(["--", "--deny", "warnings"]);
    cargo("clippy, warnings are errors", &arguments)
}

fn clippy_of_the_page() -> Outcome {
    let mut arguments = vec!["clippy", "--target", setup::WASM];
    arguments.extend(FOR_THE_BROWSER.iter().flat_map(|package| ["--package", *package]));
    arguments.extend(["--", "--deny", "warnings"]);
    cargo("clippy of the page", &arguments)
}

fn layers_and_sizes() -> Outcome {
    say("layers and sizes");
    tidy::run(&root())
}

fn core_for_the_browser() -> Outcome {
    let arguments = ["build", "--package", "exchange-advisor-core", "--target", setup::WASM, "--release"];
    cargo("the core for the browser", &arguments)
}

fn tests() -> Outcome {
    let mut arguments = vec!["test", "--workspace"];
    arguments.extend(FOR_THE_BROWSER.iter().flat_map(|package| ["--exclude", *package]));
    if has_browser_tests() {
        arguments.extend(["--exclude", IN_BROWSERS]);
    }
    cargo("every test outside the browser", &arguments)
}

fn browser_tests() -> Outcome {
    if has_browser_tests() { cargo("every test in browsers", &["test", "--package", IN_BROWSERS]) } else { Ok(()) }
}

fn has_browser_tests() -> bool {
    root().join("tests/browser/Cargo.toml").is_file()
}
