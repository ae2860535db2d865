//! How large the page is, compressed as servers send it, beside an empty page of the
//! same framework, and whether it keeps to its budget.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::html::elements;
use crate::{Outcome, page, root, say};

/// What is counted, by the endings of files.
const KINDS: [(&str, &str); 4] = [("Wasm", "wasm"), ("JavaScript", "js"), ("CSS", "css"), ("HTML", "html")];

/// What must be equal for two pages to be compared.
const SETTINGS: [&str; 3] = ["data-cargo-profile-release", "data-wasm-opt", "data-wasm-opt-params"];

const BUDGET: &str = "web/budget.toml";

/// Sizes in bytes, compressed.
#[derive(Default)]
struct Sizes {
    /// In the order of [`KINDS`].
    kinds: [usize; KINDS.len()],
    single_file: usize,
}

impl Sizes {
    fn total(&self) -> usize {
        self.kinds.iter().sum()
    }
}

/// Measures the page in `dist/`.
pub fn run() -> Outcome {
    let page = measure(&page::dist())?;
    let empty = measure(&empty_page()?)?;
    say("sizes in bytes, gzip");
    print(&page, &empty);
    let budget = root().join(BUDGET);
    let budget = fs::read_to_string(&budget).map_err(|error| format!("{BUDGET} cannot be read: {error}"))?;
    keep("total", page.total(), &budget)?;
    keep("single_file", page.single_file, &budget)
}

/// Builds the empty page, in the same way as the page.
fn empty_page() -> Result<PathBuf, String> {
    let (page, empty) = (root().join("index.html"), root().join("web/empty/index.html"));
    if settings(&page)? != settings(&empty)? {
        let names = SETTINGS.join(", ");
        return Err(format!("index.html and web/empty/index.html differ in {names}. Without the same, no comparison"));
    }
    say("an empty page, to compare");
    let dist = root().join("target/empty-page");
    page::build_from(&empty, &dist)?;
    Ok(dist)
}

fn settings(index: &Path) -> Result<Vec<Option<String>>, String> {
    let html = fs::read_to_string(index).map_err(|error| format!("{} cannot be read: {error}", index.display()))?;
    let links = elements(&html, "link");
    let rust = links.iter().find(|link| link.attribute("rel") == Some("rust"));
    let rust = rust.ok_or_else(|| format!("{} names no crate", index.display()))?;
    Ok(SETTINGS.map(|name| rust.attribute(name).map(str::to_owned)).to_vec())
}

fn measure(dist: &Path) -> Result<Sizes, String> {
    let mut sizes = Sizes::default();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let kind = KINDS.iter().position(|(_, ending)| *ending == page::ending(&path));
            if path.file_name().is_some_and(|name| name == page::SINGLE_FILE) {
                sizes.single_file = compressed(&path)?;
            } else if let Some(size) = kind.and_then(|kind| sizes.kinds.get_mut(kind)) {
                *size += compressed(&path)?;
            }
        }
    }
    Ok(sizes)
}

fn compressed(file: &Path) -> Result<usize, String> {
    let fails = |error| format!("{} cannot be measured: {error}", file.display());
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(file).map_err(fails)?).map_err(fails)?;
    Ok(encoder.finish().map_err(fails)?.len())
}

fn print(page: &Sizes, empty: &Sizes) {
    println!("{:<12}{:>10}{:>12}{:>8}", "", "page", "empty page", "ratio");
    let row = |name: &str, page: usize, empty: usize| {
        println!("{name:<12}{:>10}{:>12}{:>8}", grouped(page), grouped(empty), ratio(page, empty));
    };
    for ((name, _), (page, empty)) in KINDS.iter().zip(page.kinds.iter().zip(empty.kinds)) {
        row(name, *page, empty);
    }
    row("together", page.total(), empty.total());
    row("single file", page.single_file, empty.single_file);
}

/// A ratio with two digits, or nothing where there is nothing to compare with.
fn ratio(size: usize, other: usize) -> String {
    let hundredths = |other| (size * 100 + other / 2) / other;
    match other {
        0 => "-".to_owned(),
        other => format!("{}.{:02}", hundredths(other) / 100, hundredths(other) % 100),
    }
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut result = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            result.push(',');
        }
        result.push(digit);
    }
    result
}

fn keep(name: &str, size: usize, budget: &str) -> Outcome {
    let limit = limit(budget, name)
        .ok_or_else(|| format!("{BUDGET} has no `{name}`. Write `{name} = ` and a number of bytes"))?;
    if size <= limit {
        println!("{name}: {} of {}", grouped(size), grouped(limit));
        return Ok(());
    }
    let (size, over, limit) = (grouped(size), grouped(size - limit), grouped(limit));
    Err(format!(
        "{name} is {size} bytes, {over} more than the {limit} that {BUDGET} allows. Make the page smaller, or raise the budget and say why in the commit"
    ))
}

fn limit(budget: &str, name: &str) -> Option<usize> {
    let entries = budget.lines().filter_map(|line| line.split('#').next()?.split_once('='));
    let (_, value) = entries.into_iter().find(|(key, _)| key.trim() == name)?;
    value.trim().replace('_', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        let budget = "# bytes\ntotal = 250_000 # gzip\nsingle_file=900000\n";
        assert!(keep("total", 250_000, budget).is_ok());
        assert!(keep("total", 250_001, budget).is_err_and(|message| message.contains("1 more than the 250,000")));
        assert!(keep("single_file", 900_000, budget).is_ok());
        assert!(keep("other", 0, budget).is_err());
    }

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            ["7", "1,234", "250,000", "1,000,000"],
            [7, 1234, 250_000, 1_000_000].map(grouped).each_ref().map(String::as_str)
        );
        assert_eq!(ratio(3, 2), "1.50");
        assert_eq!(ratio(2, 3), "0.67");
        assert_eq!(ratio(2, 0), "-");
    }
}
