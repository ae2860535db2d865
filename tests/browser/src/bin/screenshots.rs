//! Pictures of the page for people to look at: wide and narrow, light and dark, in four
//! states; of each what a window shows, and the whole length.
//!
//! `cargo run -p exchange-advisor-browser-tests --bin screenshots -- FOLDER`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, on_page, root};
use serde_json::json;

/// The states: a name, and the example that leads there with its verdict.
const STATES: [(&str, &str, &str); 4] = [
    ("start", "", "undetermined"),
    ("half-answered", "half-answered.json", "undetermined"),
    ("not-supported", "exchange-2007-ccr.json", "not-supported"),
    ("supported", "exchange-se-dag.json", "supported"),
];

/// Width and height of the windows.
const WINDOWS: [(u32, u32); 2] = [(1280, 900), (360, 740)];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screenshots FOLDER");
        return ExitCode::FAILURE;
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    on_page(Kind::Chromium, Form::Root, |page| {
        for (state, example, verdict) in STATES {
            if !example.is_empty() {
                page.open_file(&root().join("examples").join(example));
            }
            page.until_verdict(verdict);
            for (width, height) in WINDOWS {
                for scheme in ["light", "dark"] {
                    take(page, &folder, &format!("{state}-{width}-{scheme}"), scheme, (width, height));
                }
            }
        }
    });
    println!("{}", folder.display());
    ExitCode::SUCCESS
}

fn take(page: &Page, folder: &Path, name: &str, scheme: &str, (width, height): (u32, u32)) {
    let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    page.devtools("Emulation.setEmulatedMedia", &feature);
    window(page, width, height);
    page.run("scrollTo(0, 0);", Vec::new());
    picture(page, &folder.join(format!("{name}.png")));
    let length = page.run("return document.documentElement.scrollHeight;", Vec::new());
    // Longer than this nobody looks at, and the browser has no memory for.
    let length = length.as_u64().and_then(|length| u32::try_from(length).ok()).unwrap_or(height);
    window(page, width, length.clamp(height, 12_000));
    picture(page, &folder.join(format!("{name}-whole.png")));
}

fn window(page: &Page, width: u32, height: u32) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    let sizes = || page.run("return [innerWidth, innerHeight];", Vec::new());
    page.until("the window has its size", || sizes() == json!([width, height]));
}

fn picture(page: &Page, file: &Path) {
    let written = fs::write(file, page.picture());
    written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
