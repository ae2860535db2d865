//! The page as its tests see it: verdict, findings, missing answers, machines, files.
//! What it relies on is what the page promises (`web/`), not how the page does it.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::browser::{Browser, Kind};
use crate::native::{self, Shown};

/// What must never be in the document: what a strict content security policy forbids.
const UNTIDY: &str = r#"
    const found = [];
    for (const element of document.querySelectorAll("*")) {
        for (const { name } of element.attributes) {
            if (name === "style" || name.startsWith("on")) { found.push(`${element.localName} has ${name}`); }
        }
    }
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? "";
    if (!/(^|;)\s*default-src 'none'\s*(;|$)/.test(policy)) { found.push(`the policy is ${policy || "missing"}`); }
    for (const word of ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"]) {
        if (policy.split(/[\s;]+/).includes(word)) { found.push(`the policy has ${word}`); }
    }
    for (const { name } of performance.getEntriesByType("resource")) {
        const own = location.protocol === "file:" ? "data:" : new URL(".", location.href).href;
        if (!/^(data|blob):/.test(name) && !name.startsWith(own)) { found.push(`a request to elsewhere: ${name}`); }
    }
    return found;
"#;

/// The missing answers, as the links to their questions have them.
const MISSING: &str = r##"
    return [...document.querySelectorAll('#missing a[href^="#/"]')].map(
        (link) => decodeURIComponent(link.getAttribute("href").replace(/^#\/(q|all)\//, "")));
"##;

/// Rule, subject and outcome of the findings in a part of the page.
const FINDINGS: &str = r"
    return [...document.querySelectorAll(`${arguments[0]} [data-rule][data-subject]`)].map(
        ({ dataset }) => [dataset.rule, dataset.subject, dataset.outcome]);
";

/// The fragment of the page's address, as a person reads it.
const FRAGMENT: &str = "return decodeURIComponent(location.hash);";

/// Whether a person sees an element, and whether the keyboard is in it.
const REACHED: &str = r"
    const element = document.getElementById(arguments[0]);
    if (element === null) { return {}; }
    const { top, bottom, height } = element.getBoundingClientRect();
    const seen = height > 0 && bottom > 0 && top < innerHeight;
    const focused = element.contains(document.activeElement);
    return { seen, focused };
";

/// The page in a browser. Whatever a [`Browser`] can, it can too.
pub struct Page {
    browser: Browser,
    /// Its address without a fragment.
    base: String,
    fragment: String,
}

impl Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Page {
    /// The page as it is printed, as PDF.
    pub fn printed(&self) -> Vec<u8> {
        let parameters = json!({ "preferCSSPageSize": true, "printBackground": false });
        let printed = self.devtools("Page.printToPDF", &parameters);
        base64::prelude::BASE64_STANDARD.decode(printed["data"].as_str().expect("a PDF")).expect("base64")
    }

    /// Opens the page and waits until it is ready.
    #[track_caller]
    pub fn open(browser: Browser, url: &str, fragment: &str) -> Self {
        let page = Self { browser, base: url.to_owned(), fragment: fragment.to_owned() };
        page.go(&format!("{url}{fragment}"));
        // A page that never gets ready has a reason, and the browser knows it.
        page.try_with(|page| page.until_ready())
    }

    /// Where the page is, without a fragment.
    pub fn address(&self) -> &str {
        &self.base
    }

    /// Loads the page anew, as if it had never been open.
    #[track_caller]
    pub fn reload(&self) {
        self.load(&self.fragment);
    }

    /// Loads the page in this tab at another fragment, as if it had not been open before.
    #[track_caller]
    pub fn load(&self, fragment: &str) {
        self.go("about:blank");
        self.go(&format!("{}{fragment}", self.base));
        self.until_ready();
    }

    /// Goes to a screen by its fragment, as a link does. Whatever the screen, the keyboard
    /// must be on its heading then.
    #[track_caller]
    pub fn goes_to(&self, fragment: &str) {
        if self.run(FRAGMENT, Vec::new()) == fragment {
            return;
        }
        self.run("document.activeElement.blur(); location.hash = arguments[0];", vec![fragment.into()]);
        self.until_at(fragment);
        let on_heading = "return document.activeElement.matches('h1#heading');";
        self.until(&format!("the keyboard is on the heading of {fragment}"), || self.is(on_heading, Vec::new()));
    }

    /// Waits until the page is at a fragment.
    #[track_caller]
    pub fn until_at(&self, fragment: &str) {
        self.until(&format!("the page is at {fragment}"), || self.run(FRAGMENT, Vec::new()) == fragment);
    }

    /// Waits until the page has started.
    #[track_caller]
    pub fn until_ready(&self) {
        let ready = "return document.documentElement.dataset.ready === 'true';";
        self.until("the page is ready", || self.is(ready, Vec::new()));
    }

    /// Runs a test; if it fails, says what the browser complained about and what it showed.
    #[must_use]
    pub fn try_with(self, test: impl FnOnce(&Self)) -> Self {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| test(&self))) {
            // The browser may be what failed; then there is no more to say.
            let told = catch_unwind(AssertUnwindSafe(|| {
                eprintln!("the browser complained: {:#?}", self.complaints());
                let file = std::env::temp_dir().join(format!("exchange-advisor-failed-{}.png", std::process::id()));
                if fs::write(&file, self.picture()).is_ok() {
                    eprintln!("the page as it was: {}", file.display());
                }
            }));
            drop(told);
            resume_unwind(panic);
        }
        self
    }

    /// Fails if the browser complained or the page holds what it must not.
    #[track_caller]
    pub fn finish(self) {
        self.is_tidy();
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "the browser complained: {complaints:#?}");
        self.browser.quit();
    }

    /// Fails if the page holds what its content security policy forbids, or has no such
    /// policy.
    #[track_caller]
    pub fn is_tidy(&self) {
        let untidy = self.run(UNTIDY, Vec::new());
        assert_eq!(untidy, Value::Array(Vec::new()), "what the page must not hold");
    }

    /// The verdict's id, as the page shows it.
    #[track_caller]
    pub fn verdict(&self) -> String {
        let verdict = self.run("return document.querySelector('#verdict')?.dataset.verdict;", Vec::new());
        verdict.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for a verdict.
    #[track_caller]
    pub fn until_verdict(&self, verdict: &str) {
        self.until(&format!("the verdict is {verdict}"), || self.verdict() == verdict);
    }

    /// The paths of the answers that the page says are missing, in its order.
    #[track_caller]
    pub fn missing(&self) -> Vec<String> {
        strings(&self.run(MISSING, Vec::new()))
    }

    /// Rule, subject and outcome of the findings in a part of the page.
    #[track_caller]
    pub fn findings(&self, part: &str) -> Vec<[String; 3]> {
        let found = self.run(FINDINGS, vec![part.into()]);
        let findings = found.as_array().into_iter().flatten();
        findings.map(|finding| strings(finding).try_into().expect("three texts")).collect()
    }

    /// Follows a link among the missing answers; it must lead to its question.
    #[track_caller]
    pub fn follow(&self, path: &str) {
        let place = self.missing().iter().position(|missing| missing == path);
        let place = place.unwrap_or_else(|| panic!("{path} is not among the missing"));
        self.click(&self.all("#missing a[href^='#/all/']")[place]);
        self.until_at(&format!("#/all/{path}"));
        match path {
            // A list has no question; what fills it is the button.
            "vms" => self.until_reached("add-guest", "seen"),
            "hosts" => self.until_reached("add-host", "seen"),
            path => {
                self.until_reached(&format!("q-{path}"), "seen");
                self.until_reached(&format!("q-{path}"), "focused");
            }
        }
    }

    /// Waits until an element is in the window ("seen") or has the keyboard ("focused").
    #[track_caller]
    pub fn until_reached(&self, id: &str, how: &str) {
        let reached = || self.run(REACHED, vec![id.into()])[how] == true;
        self.until(&format!("{id} is {how}"), reached);
    }

    /// Unfolds a finding and gives all that is said of it, its white space made even.
    #[track_caller]
    pub fn unfold(&self, rule: &str, subject: &str) -> String {
        let selector = format!("details:has(> .places > [data-rule=\"{rule}\"][data-subject=\"{subject}\"])");
        let finding = self.one(&selector);
        let open = || self.is("return arguments[0].open;", vec![Browser::argument(&finding)]);
        if !open() {
            self.click(&self.one(&format!("{selector} > summary")));
        }
        self.until(&format!("{rule} is unfolded"), open);
        let text = self.run("return arguments[0].innerText;", vec![Browser::argument(&finding)]);
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Clicks a button.
    #[track_caller]
    pub fn press(&self, selector: &str) {
        self.click(&self.one(selector));
    }

    /// Saves the deployment as a file and gives its text. Chromium only.
    #[track_caller]
    pub fn save(&self) -> String {
        self.saved_as("deployment.json", |page| page.press("#save"))
    }

    /// Does something that saves a file under a name, and gives the file's text.
    #[track_caller]
    pub fn saved_as(&self, name: &str, save: impl FnOnce(&Self)) -> String {
        // Chromium takes more than ten downloads in a second for abuse.
        thread::sleep(Duration::from_millis(120));
        let file = self.downloads().join(name);
        fs::remove_file(&file).ok();
        save(self);
        // Chromium keeps the name with an empty file until all is there.
        let there = || fs::metadata(&file).is_ok_and(|file| file.len() > 0);
        self.until(&format!("the file is saved as {name}"), there);
        let text = fs::read_to_string(&file).expect("the file that was saved");
        fs::remove_file(&file).expect("the file can be removed");
        text
    }

    /// Opens a file.
    #[track_caller]
    pub fn open_file(&self, file: &Path) {
        self.keys(&self.one("input#open[type=file]"), file.to_string_lossy());
    }

    /// What the page says is wrong with a file; empty if it says nothing.
    #[track_caller]
    pub fn errors(&self) -> String {
        let shown = "const errors = document.querySelector('#errors');
            return errors && errors.checkVisibility() ? errors.innerText : '';";
        self.run(shown, Vec::new()).as_str().unwrap_or_default().to_owned()
    }

    /// The paths of all questions that are shown.
    #[track_caller]
    pub fn questions(&self) -> BTreeSet<String> {
        let all = "return [...document.querySelectorAll('[data-path]')].map((one) => one.dataset.path);";
        let questions = strings(&self.run(all, Vec::new()));
        let set: BTreeSet<String> = questions.iter().cloned().collect();
        assert_eq!(set.len(), questions.len(), "a question is asked twice: {questions:?}");
        set
    }

    /// The machines that the page shows: `host:host1`, `vm:vm1`.
    #[track_caller]
    pub fn machines(&self) -> Vec<String> {
        let all = "return [...document.querySelectorAll('[data-machine]')].map((one) => one.dataset.machine);";
        strings(&self.run(all, Vec::new()))
    }

    /// A part of a machine: `.rename`, `.copy`, `.remove`.
    #[track_caller]
    pub fn of_machine(&self, machine: &str, part: &str) -> WebElement {
        self.one(&format!("[data-machine=\"{machine}\"] {part}"))
    }

    /// Saves the deployment and fails unless the page shows what the core says of it.
    /// Gives what was saved. Chromium only.
    #[track_caller]
    pub fn agrees_with_the_core(&self) -> Value {
        assert_eq!(self.kind, Kind::Chromium, "only there the downloads are known");
        let text = self.save();
        let wanted = native::shown(&text);
        let violated = |part| {
            let mut list = Vec::new();
            for [rule, subject, outcome] in self.findings(part) {
                if outcome == "violated" {
                    list.push((rule, subject));
                }
            }
            list.sort();
            list
        };
        let shown = || {
            let mut missing = self.missing();
            missing.sort();
            Shown {
                verdict: self.verdict(),
                must_change: violated("#must-change"),
                advised: violated("#advised"),
                missing,
            }
        };
        assert_eq!(shown(), wanted, "page (left) and core (right) disagree about {text}");
        serde_json::from_str(&text).expect("JSON")
    }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}
