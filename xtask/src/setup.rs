//! Setting up a machine: quick where everything is there, and it says what it does.
//!
//! Every version is pinned here, and nowhere else but in `rust-toolchain.toml` and
//! `Cargo.lock`. Nothing that a build runs later downloads anything by itself.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, root, run as start, say};

/// The compiler target of the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The compiler that the project is built with; `rust-toolchain.toml` says the same.
const RUST: &str = "1.95.0";

const TRUNK: Crate = Crate { name: "trunk", program: "trunk", version: "0.21.14", locked: true };

const GECKODRIVER: Crate = Crate { name: "geckodriver", program: "geckodriver", version: "0.37.1", locked: true };

/// The npm package that brings `wasm-opt`. Debian's is too old for what rustc emits.
const BINARYEN: &str = "132.0.0";

/// Debian's packages: what runs the page in the browser tests, and npm, each with the
/// program by which it is known to be there. Their versions are Debian's.
const NPM: &[Package] = &[Package { name: "npm", program: "npm" }];
const BROWSERS: &[Package] = &[
    Package { name: "chromium", program: "/usr/bin/chromium" },
    Package { name: "chromium-driver", program: "/usr/bin/chromedriver" },
    Package { name: "firefox-esr", program: "firefox-esr" },
];

/// Tools are compiled once and run for seconds: compiling them fast is what counts.
const COMPILED_FAST: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// A program that cargo builds.
struct Crate<'a> {
    name: &'a str,
    program: &'a str,
    version: &'a str,
    /// With the versions of its own lock file.
    locked: bool,
}

/// A package of Debian's.
struct Package {
    name: &'static str,
    program: &'static str,
}

/// Sets up what building the page needs.
pub fn page() -> Outcome {
    compiler()?;
    let bindgen = locked_version("wasm-bindgen")?;
    crate_program(&TRUNK)?;
    // Not locked: its lock file has named versions that a registry's mirror did not have.
    crate_program(&Crate { name: "wasm-bindgen-cli", program: "wasm-bindgen", version: &bindgen, locked: false })?;
    binaryen()?;
    say(&format!("set up: Rust {RUST}, {WASM}, trunk {}, wasm-bindgen {bindgen}, binaryen {BINARYEN}", TRUNK.version));
    Ok(())
}

/// Sets up everything: what the page needs, and what its tests in browsers need.
pub fn all() -> Outcome {
    page()?;
    crate_program(&GECKODRIVER)?;
    debian(BROWSERS)?;
    say(&format!("set up: geckodriver {}, Debian's chromium and firefox-esr", GECKODRIVER.version));
    Ok(())
}

/// A program, started in the project's folder with the tools above first on its path.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", search_path());
    command
}

fn search_path() -> OsString {
    let mut folders = vec![tools().join("node_modules/.bin")];
    folders.extend(cargo_home().map(|home| home.join("bin")));
    let inherited = env::var_os("PATH").unwrap_or_default();
    folders.extend(env::split_paths(&inherited));
    env::join_paths(folders).unwrap_or(inherited)
}

/// Where what is no Rust program is installed: in the project, but in no commit.
fn tools() -> PathBuf {
    root().join("target/tools")
}

fn cargo_home() -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

fn compiler() -> Outcome {
    let found = output("rustc", &["--version"])?;
    if !found.starts_with(&format!("rustc {RUST}")) {
        let found = found.trim();
        return Err(format!(
            "the compiler is `{found}`, and the project is built with {RUST}. `rustup toolchain install` in the project's folder installs it"
        ));
    }
    for (kind, name) in [("component", "clippy"), ("component", "rustfmt"), ("target", WASM)] {
        let list = output("rustup", &[kind, "list", "--installed"])?;
        if !list.lines().any(|line| line.starts_with(name)) {
            say(&format!("setting up: {name}"));
            start(command("rustup").args([kind, "add", name]))?;
        }
    }
    Ok(())
}

/// The version of a package that `Cargo.lock` names; the library and the program
/// `wasm-bindgen` must be of the very same.
fn locked_version(package: &str) -> Result<String, String> {
    let file = root().join("Cargo.lock");
    let text = fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    version_in(&text, package)
        .ok_or_else(|| format!("Cargo.lock names no version of {package}. `cargo metadata` writes the file anew"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

fn crate_program(wanted: &Crate) -> Outcome {
    let Crate { name, program, version, locked } = wanted;
    if is_there(program, version) {
        return Ok(());
    }
    say(&format!("setting up: {name} {version} (compiled once, minutes)"));
    let mut install = command("cargo");
    install.args(["install", name, "--version", version]).args(locked.then_some("--locked"));
    // An older one, or one that cargo believes is there, must not stand in the way.
    install.arg("--force").envs(COMPILED_FAST).env_remove("CARGO_TARGET_DIR");
    start(without_flags(&mut install))?;
    if is_there(program, version) {
        return Ok(());
    }
    Err(format!(
        "{name} {version} is installed, but `{program} --version` does not say so. Is another one first on PATH?"
    ))
}

fn binaryen() -> Outcome {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let program = tools().join("node_modules/.bin/wasm-opt");
    let is_there = || is_there(&program.display().to_string(), &format!("version {major}"));
    if is_there() {
        return Ok(());
    }
    debian(NPM)?;
    say(&format!("setting up: binaryen {BINARYEN}"));
    let (folder, package) = (tools(), format!("binaryen@{BINARYEN}"));
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    start(
        command("npm")
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg("--prefix")
            .arg(folder)
            .arg(package),
    )?;
    if is_there() {
        return Ok(());
    }
    Err(format!("binaryen {BINARYEN} is installed, but {} does not run. It needs Node 18 or newer", program.display()))
}

fn debian(packages: &[Package]) -> Outcome {
    let is_missing = |package: &&Package| output(package.program, &["--version"]).is_err();
    let missing: Vec<&str> = packages.iter().filter(is_missing).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    say(&format!("setting up: Debian's {names}"));
    let way_out = |error| format!("{error}. It takes Debian and root; elsewhere install {names} by hand");
    let apt = || {
        let mut command = command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    start(apt().args(["update", "--quiet"])).map_err(way_out)?;
    start(apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(missing)).map_err(way_out)
}

/// Flags from outside would compile something else than what is tested.
pub fn without_flags(command: &mut Command) -> &mut Command {
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS")
}

fn is_there(program: &str, version: &str) -> bool {
    output(program, &["--version"]).is_ok_and(|said| says(&said, version))
}

/// Whether a program that says this is of that version, and not of one that begins like it.
fn says(said: &str, version: &str) -> bool {
    said.match_indices(version).any(|(place, found)| {
        let ends = |c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-';
        let (before, after) = (&said[..place], &said[place + found.len()..]);
        before.chars().next_back().is_none_or(ends) && after.chars().next().is_none_or(ends)
    })
}

fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = command(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("`{program}` cannot be started: {error}. The project needs rustup"))?;
    if !output.status.success() {
        return Err(format!("`{program}` failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_that_version_and_no_longer_one() {
        assert!(says("trunk 0.21.14\n", "0.21.14"));
        assert!(says("geckodriver 0.37.1 (abc 2026-01-01)", "0.37.1"));
        assert!(says("wasm-opt version 132 (version_132)", "version 132"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
        assert!(!says("trunk 10.21.14", "0.21.14"));
        assert!(!says("trunk 0.21.14-rc.1", "0.21.14"));
    }

    #[test]
    fn the_lock_file_names_a_version_of_exactly_that_package() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"9\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
