//! Helpers of the browser tests: everything they know about browsers and the page.
//!
//! - `server.rs`: serves `dist/` and writes down what was asked for;
//! - `driver.rs`: starts chromedriver and geckodriver and stops them again;
//! - `browser.rs`: a browser without a past, and what must never happen in it;
//! - `page.rs`: the page as its tests see it: verdict, findings, machines, files;
//! - `answer.rs`: a question of the page and how it is answered by clicking;
//! - `looks.rs`: how a person looks at it: colours, sizes, what is unfolded;
//! - `states.rs`: the states in which every screen is looked at; `axe.rs`: with axe-core;
//! - `keep.rs`: what the page keeps, where and in which tab;
//! - `guide.rs`: the guided page, and a person who is led through it;
//! - `keyboard.rs`: the page without a mouse;
//! - `native.rs`: the same judged by the core, without a browser.
//!
//! The tests need what `cargo xtask build` leaves in `dist/` and what `cargo xtask setup`
//! installs. They run one browser at a time.

use std::fs;
use std::path::{Path, PathBuf};

pub mod answer;
pub mod axe;
pub mod browser;
pub mod driver;
pub mod looks;
pub mod keep;
pub mod guide;
pub mod keyboard;
pub mod native;
pub mod page;
pub mod server;
pub mod states;

use browser::{Browser, Kind};
use page::Page;
use serde_json::{Value, json};
use server::Server;

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/browser is in the project").to_path_buf()
}

/// How the page comes to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The static site, at the root of a server.
    Root,
    /// The static site, in a folder of a server.
    Subfolder,
    /// The single file, from the disk.
    SingleFile,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Root, Self::Subfolder, Self::SingleFile];
}

/// What a form is read from.
///
/// # Panics
///
/// If it has not been built.
pub fn built(form: Form) -> PathBuf {
    let file = root().join(match form {
        Form::Root | Form::Subfolder => "dist/index.html",
        Form::SingleFile => "dist/exchange-advisor.html",
    });
    assert!(file.is_file(), "{} is not there: `cargo xtask build` makes it", file.display());
    file
}

/// Opens all questions in a browser of its own; see [`at`].
pub fn on_page(kind: Kind, form: Form, test: impl FnOnce(&Page)) {
    at(kind, form, "#/all", test);
}

/// Opens a screen of the page, by its fragment, in a browser of its own and fails if
/// anything happens that never must: see [`Page::finish`].
pub fn at(kind: Kind, form: Form, fragment: &str, test: impl FnOnce(&Page)) {
    at_with(kind, &json!({}), form, fragment, test);
}

/// The same in a browser with preferences of its own.
pub fn at_with(kind: Kind, preferences: &Value, form: Form, fragment: &str, test: impl FnOnce(&Page)) {
    let file = built(form);
    let server = (form != Form::SingleFile).then(|| {
        let prefix = if form == Form::Subfolder { "/some/folder/" } else { "/" };
        Server::start(file.parent().expect("dist"), prefix)
    });
    let url = server.as_ref().map_or_else(|| format!("file://{}", file.display()), Server::url);
    let page = Page::open(Browser::start_with(kind, preferences), &url, fragment);
    let page = page.try_with(test);
    page.finish();
    if let Some(server) = server {
        assert_eq!(server.odd(), [] as [&str; 0], "requests that the page must not make");
    }
}

/// The files of a folder with an extension, by name.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no .{extension} in {}", folder.display());
    files
}

/// The text of a file, without a byte-order mark.
pub fn text(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.trim_start_matches('\u{feff}').to_owned()
}
