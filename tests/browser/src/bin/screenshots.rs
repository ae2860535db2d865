//! Pictures of the screens for people to look at: wide and narrow, light and dark; of each
//! what a window shows, and the whole length.
//!
//! `cargo run -p exchange-advisor-browser-tests --bin screenshots -- FOLDER`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, states};
use serde_json::Value;

/// Width and height of the windows.
const WINDOWS: [(u32, u32); 2] = [(1280, 900), (360, 740)];

/// A picture's name, and what leads there from the one before.
type Screen = (&'static str, fn(&Page));

const SCREENS: [Screen; 10] = [
    ("start", |_| {}),
    ("question", |page| {
        open(page, &without_storage());
        page.goes_to("#/q/vms[mail].storage.kind");
    }),
    ("error", |page| {
        page.goes_to("#/q/vms[mail].memory_gb");
        page.type_into("vms[mail].memory_gb", "96 gigs");
        page.press("#continue");
        page.until("the error is told", || page.all("#error-summary").len() == 1);
    }),
    ("answers", |page| {
        open(page, &states::example("half-answered.json"));
        page.goes_to("#/answers");
    }),
    ("unknown", |page| page.goes_to("#/unknown")),
    ("all", |page| page.goes_to("#/all")),
    ("machines", |page| {
        open(page, &states::machines(4, 12, 0));
        page.goes_to("#/machines");
    }),
    ("settled", |page| {
        open(page, &states::example("exchange-2007-ccr.json"));
        page.goes_to("#/settled");
    }),
    ("result", |page| page.goes_to("#/result")),
    ("share", |page| {
        open(page, &states::example("exchange-se-dag.json"));
        page.goes_to("#/share");
        page.until("the link is made", || page.all("#link").len() == 1);
    }),
];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screenshots FOLDER");
        return ExitCode::FAILURE;
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    at(Kind::Chromium, Form::Root, "#/", |page| {
        for (name, lead) in SCREENS {
            lead(page);
            for (width, height) in WINDOWS {
                for scheme in ["light", "dark"] {
                    page.prefers(&[("prefers-color-scheme", scheme)]);
                    take(page, &folder, &format!("{name}-{width}-{scheme}"), (width, height));
                }
            }
        }
    });
    println!("{}", folder.display());
    ExitCode::SUCCESS
}

/// Opens a document as a deployment of its own, and closes the notice of it.
fn open(page: &Page, document: &str) {
    page.goes_to("#/");
    states::open_text(page, document);
    page.until_at("#/answers");
    page.press("#dismiss");
}

/// Half of the answers for vSphere, and nobody was asked about the storage yet.
fn without_storage() -> String {
    let mut document: Value = serde_json::from_str(&states::example("half-answered.json")).expect("JSON");
    document["vms"][0].as_object_mut().expect("a machine").remove("storage");
    document.to_string()
}

fn take(page: &Page, folder: &Path, name: &str, (width, height): (u32, u32)) {
    page.window(width, height);
    page.run("scrollTo(0, 0);", Vec::new());
    picture(page, &folder.join(format!("{name}.png")));
    let length = page.run("return document.documentElement.scrollHeight;", Vec::new());
    // Longer than this nobody looks at, and the browser has no memory for.
    let length = length.as_u64().and_then(|length| u32::try_from(length).ok()).unwrap_or(height);
    page.window(width, length.clamp(height, 12_000));
    picture(page, &folder.join(format!("{name}-whole.png")));
}

fn picture(page: &Page, file: &Path) {
    let written = fs::write(file, page.picture());
    written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
