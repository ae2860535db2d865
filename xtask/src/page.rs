//! Building the page: trunk, then a strict content security policy, then the single file.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::html::{self, elements};
use crate::{Outcome, root, run, say, setup, single_file};

/// The whole page in one file.
pub const SINGLE_FILE: &str = "exchange-advisor.html";

/// What is published beside the page, where it exists: the format of the documents and
/// the types of the JavaScript function.
const BESIDE: [&str; 2] = ["docs/deployment.schema.json", "docs/exchange-advisor.d.ts"];

/// Where the page is built.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the page into `dist/`.
pub fn build() -> Outcome {
    say("the page");
    build_from(&root().join("index.html"), &dist())?;
    for source in BESIDE.map(|name| root().join(name)).into_iter().filter(|source| source.is_file()) {
        let target = dist().join(source.file_name().unwrap_or_default());
        fs::copy(&source, &target).map_err(|error| format!("{} cannot be copied: {error}", source.display()))?;
    }
    say(&format!("built: dist/, and all of it in one file, dist/{SINGLE_FILE}"));
    Ok(())
}

/// Builds the page that an `index.html` describes.
pub fn build_from(source: &Path, dist: &Path) -> Outcome {
    let mut trunk = setup::command("trunk");
    trunk.args(["build", "--release", "--offline", "--dist"]).arg(dist).arg(source);
    run(setup::without_flags(&mut trunk))?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("{} cannot be read: {error}", index.display()))?;
    check(&html)?;
    write(&dist.join(SINGLE_FILE), &single_file::assemble(dist, &html)?)?;
    write(&index, &with_policy(&html)?)
}

/// The policy of the page as several files: nothing but what lies beside it, and no
/// inline script but the one that trunk writes.
fn with_policy(html: &str) -> Result<String, String> {
    let inline = elements(html, "script").into_iter().filter(|script| script.attribute("src").is_none());
    let hashes: Vec<String> = inline.map(|script| html::hash(script.text)).collect();
    let policy = [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", hashes.join(" ")),
        "style-src 'self'".to_owned(),
        "img-src 'self' data:".to_owned(),
        "connect-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    html::with_policy(html, &policy)
}

/// What the policy would block, or what would not work from a subfolder.
fn check(html: &str) -> Outcome {
    if html.contains('\r') {
        return Err(
            "index.html has line ends of Windows, which spoil the hashes of the policy. Save it with \\n".into()
        );
    }
    if !elements(html, "style").is_empty() {
        return Err("index.html has a <style>, which its policy blocks. Put it into web/style/main.css".to_owned());
    }
    for (name, attribute) in [("link", "href"), ("script", "src"), ("img", "src")] {
        for element in elements(html, name) {
            let url = element.attribute(attribute).unwrap_or_default();
            if url.starts_with('/') || url.contains("//") {
                return Err(format!(
                    "index.html refers to `{url}`, which does not work from a subfolder or without a network. Use a relative address"
                ));
            }
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// What a file's name ends with, after the dot.
pub fn ending(file: &Path) -> &str {
    file.extension().and_then(OsStr::to_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_beside_the_page_is_referred_to() {
        assert!(check("<link href=\"./a.css\"><link href=\"data:,\"><script src=\"a/b.js\"></script>").is_ok());
        assert!(check("<link rel=\"stylesheet\" href=\"/a.css\">").is_err());
        assert!(check("<script src=\"https://example.com/a.js\"></script>").is_err());
        assert!(check("<style>a{}</style>").is_err());
    }

    #[test]
    fn the_policy_allows_the_inline_script_and_nothing_else_inline() {
        let html = with_policy("<meta charset=\"utf-8\"><script>a()</script><script src=\"b.js\"></script>");
        let html = html.expect("there is a character set");
        assert_eq!(html.matches("'sha256-").count(), 1);
        assert!(html.contains(&html::hash("a()")));
        assert!(!html.contains("unsafe-inline"));
    }
}
