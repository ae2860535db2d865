//! What no compiler checks: the layers of the core, what it may not touch, and that
//! files stay readable in one sitting.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The longest a file of program text may be, in lines.
const LONGEST: usize = 500;

/// The folders of the crates; `tests` holds `tests/browser` too, and `web` the empty page.
const FOLDERS: [&str; 5] = ["core", "cli", "web", "tests", "xtask"];

/// The crates, of which the last may not be there.
const CRATES: [&str; 7] = ["core", "cli", "web", "web/empty", "tests", "xtask", "tests/browser"];

/// What the core has no business with: input, output, clocks, randomness, and maps
/// whose order differs from run to run.
const NOT_IN_THE_CORE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time",
    "HashMap",
    "HashSet",
    "println!",
    "eprintln!",
    "dbg!",
];

/// Checks the project.
pub fn run(root: &Path) -> Outcome {
    let mut faults = Vec::new();
    let core = root.join("core/src");
    let order = layers(&core)?;
    for file in files(root)? {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        if !text.starts_with("//!") {
            faults.push(format!("{name}: it does not begin by saying what it is for (//!)"));
        }
        let length = text.lines().count();
        if length > LONGEST {
            faults.push(format!("{name}: {length} lines; more than {LONGEST} are too many for one sitting"));
        }
        if let Ok(inside) = file.strip_prefix(&core) {
            faults.extend(layer_faults(&order, inside, &text).into_iter().map(|fault| format!("{name}: {fault}")));
            let forbidden = NOT_IN_THE_CORE.iter().filter(|word| text.contains(*word));
            faults.extend(forbidden.map(|word| format!("{name}: `{word}` has no place in the core")));
        }
    }
    faults.extend(dependency_faults(root)?);
    if faults.is_empty() { Ok(()) } else { Err(format!("not tidy:\n  {}", faults.join("\n  "))) }
}

/// The modules of the core, in the order of `lib.rs`.
fn layers(core: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(core.join("lib.rs")).map_err(|error| format!("core/src/lib.rs: {error}"))?;
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    Ok(text.lines().filter_map(name).collect())
}

/// Uses of modules that stand below the file's own, and of rules by rules.
fn layer_faults(order: &[String], file: &Path, text: &str) -> Vec<String> {
    let parts: Vec<String> =
        file.components().map(|part| part.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()).collect();
    let Some(own) = parts.first().and_then(|module| order.iter().position(|name| name == module)) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let code = (1..).zip(text.lines()).filter(|(_, content)| !content.trim_start().starts_with("//"));
    for (line, content) in code {
        for used in content.split("crate::").skip(1) {
            let module: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if order.iter().position(|name| *name == module).is_some_and(|place| place > own) {
                faults.push(format!("line {line} uses `{module}`, which stands below it"));
            }
            let in_a_rule = parts.len() == 3 && parts[0] == "rules" && parts[2] != "mod";
            if in_a_rule && module == "rules" && !used.starts_with("rules::groups") {
                faults.push(format!("line {line}: a rule uses another rule"));
            }
        }
    }
    faults
}

/// Every crate but the core uses the core only.
fn dependency_faults(root: &Path) -> Result<Vec<String>, String> {
    let mut faults = Vec::new();
    for member in CRATES {
        let file = root.join(member).join("Cargo.toml");
        if !file.exists() && member == "tests/browser" {
            continue;
        }
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let own = text.lines().filter(|line| line.starts_with("exchange-advisor-"));
        let others = own.filter(|line| member == "core" || !line.starts_with("exchange-advisor-core"));
        faults.extend(others.map(|line| format!("{member}/Cargo.toml: `{line}` points the wrong way")));
    }
    Ok(faults)
}

/// Every file of program text.
fn files(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|member| root.join(member)).collect();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(file: &str, text: &str) -> usize {
        let order: Vec<String> = ["question", "rule", "rules", "assess"].map(str::to_owned).to_vec();
        layer_faults(&order, Path::new(file), text).len()
    }

    #[test]
    fn a_module_uses_only_what_stands_above_it() {
        assert_eq!(faults("rule.rs", "use crate::question::Key;"), 0);
        assert_eq!(faults("rule.rs", "use crate::assess::assess;"), 1);
        assert_eq!(faults("question.rs", "let x = crate::rule::X + crate::rules::Y;"), 2);
        assert_eq!(faults("lib.rs", "use crate::assess::assess;"), 0);
    }

    #[test]
    fn a_rule_uses_no_other_rule() {
        assert_eq!(faults("rules/guest/one.rs", "use crate::rules::groups::X;"), 0);
        assert_eq!(faults("rules/guest/one.rs", "use crate::rules::guest::other::RULE;"), 1);
        assert_eq!(faults("rules/guest/mod.rs", "use crate::rules::guest::other::RULE;"), 0);
    }
}
