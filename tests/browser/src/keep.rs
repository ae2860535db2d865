//! What the page keeps, as its tests see it: the list of deployments on the start page,
//! what it says, the storages beneath, and what was typed into a field.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::page::Page;

/// What every key of the page begins with.
pub const PREFIX: &str = "exchange-advisor/";
/// What the key of a deployment begins with.
pub const RECORDS: &str = "exchange-advisor/deployment/";

/// A script to run before the page: both storages are switched off. Looking at them throws,
/// as it does where cookies are blocked.
pub const SWITCHED_OFF: &str = r#"
    for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(globalThis, name, {
            get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
        });
    }
"#;

/// A script to run before the page: both storages are there and have room for nothing.
pub const NO_ROOM: &str = r#"
    Storage.prototype.setItem = () => { throw new DOMException("There is no room.", "QuotaExceededError"); };
"#;

/// The deployments of the start page.
const LIST: &str = r#"
    const text = (element) => element?.innerText.trim() ?? "";
    return [...document.querySelectorAll("[data-kept], [data-deleted]")].map((line) => ({
        id: line.dataset.kept ?? line.dataset.deleted,
        deleted: line.dataset.deleted !== undefined,
        name: text(line.querySelector("strong")) || line.querySelector("strong").textContent,
        about: text(line.querySelector(".hint")),
        here: line.querySelector(".about") !== null,
        readable: line.querySelector(".raw-kept") === null,
    }));
"#;

/// Everything that a storage has of the page.
const STORED: &str = r"
    const storage = globalThis[arguments[0]];
    return Object.fromEntries(
        Object.keys(storage).filter((key) => key.startsWith(arguments[1])).map((key) => [key, storage.getItem(key)]));
";

/// Fills `localStorage` under a key of somebody else until not one letter more fits.
const FILL: &str = r#"
    let text = localStorage.getItem("filling") ?? "";
    for (let size = 1 << 22; size >= 1; size >>= 1) {
        try {
            while (true) {
                localStorage.setItem("filling", text + "x".repeat(size));
                text += "x".repeat(size);
            }
        } catch {
            // The next smaller piece.
        }
    }
    return text.length;
"#;

/// A deployment in the list of the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The end of its key.
    pub id: String,
    /// As the page calls it.
    pub name: String,
    /// What the page says about it: version and time, or what is wrong.
    pub about: String,
    /// It was deleted and can be taken back.
    pub deleted: bool,
    /// The page says that it is the one in this tab.
    pub here: bool,
    /// It can be opened.
    pub readable: bool,
}

impl Page {
    /// Loads the page anew, at the address where it is.
    #[track_caller]
    pub fn load_again(&self) {
        self.refresh();
        self.until_ready();
    }

    /// Runs a script before anything of the page, from now on and in this tab; loads the page
    /// anew with it. Chromium only.
    #[track_caller]
    pub fn load_with(&self, script: &str, fragment: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        self.load(fragment);
    }

    /// Goes to an address of the page, and waits for what a selector finds there.
    #[track_caller]
    pub fn show(&self, fragment: &str, selector: &str) {
        self.run("location.hash = arguments[0];", vec![fragment.into()]);
        self.until(&format!("{fragment} has {selector}"), || {
            self.run("return location.hash;", Vec::new()) == fragment && !self.all(selector).is_empty()
        });
    }

    /// Goes to the page of a question.
    #[track_caller]
    pub fn ask(&self, path: &str) {
        self.run("location.hash = '#/q/' + encodeURIComponent(arguments[0]);", vec![path.into()]);
        self.until(&format!("{path} is asked"), || self.asks_on_a_page(path));
    }

    #[track_caller]
    fn asks_on_a_page(&self, path: &str) -> bool {
        let script = "const page = document.querySelector('form.ask'); return page?.dataset.path === arguments[0];";
        self.is(script, vec![path.into()])
    }

    /// Answers the question of this page, and goes on.
    #[track_caller]
    pub fn answer_and_go_on(&self, path: &str, value: &Value) {
        self.until(&format!("{path} is asked"), || self.asks_on_a_page(path));
        self.answer(path, value);
        self.press("#continue");
    }

    /// Says how many machines of a list there are, and goes on.
    #[track_caller]
    pub fn count_and_go_on(&self, list: &str, number: usize) {
        self.until(&format!("{list} is asked"), || self.asks_on_a_page(list));
        self.type_into(list, &number.to_string());
        self.press("#continue");
        self.until("the next question is asked", || !self.asks_on_a_page(list));
    }

    /// Goes to the start page.
    #[track_caller]
    pub fn start_page(&self) {
        self.show("#/", ".start");
    }

    /// The deployments that the start page lists.
    #[track_caller]
    pub fn kept(&self) -> Vec<Kept> {
        self.start_page();
        let list = self.run(LIST, Vec::new());
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let line = |line: &Value| Kept {
            id: text(&line["id"]),
            name: text(&line["name"]),
            about: text(&line["about"]),
            deleted: line["deleted"] == true,
            here: line["here"] == true,
            readable: line["readable"] == true,
        };
        list.as_array().into_iter().flatten().map(line).collect()
    }

    /// The names of the deployments that are listed and not deleted, in the page's order.
    #[track_caller]
    pub fn names_kept(&self) -> Vec<String> {
        self.kept().into_iter().filter(|kept| !kept.deleted).map(|kept| kept.name).collect()
    }

    /// The one deployment of the list with a name.
    #[track_caller]
    pub fn kept_as(&self, name: &str) -> Kept {
        let list = self.kept();
        let mut found = list.iter().filter(|kept| kept.name == name);
        let one = found.next().unwrap_or_else(|| panic!("{name} is not in the list: {list:#?}")).clone();
        assert_eq!(found.next(), None, "{name} is in the list twice");
        one
    }

    /// Presses a button of a deployment on the start page: `continue`, `name`, `copy`,
    /// `delete`, `restore`, `purge` or `raw`.
    #[track_caller]
    pub fn press_kept(&self, name: &str, what: &str) {
        let Kept { id, deleted, .. } = self.kept_as(name);
        if deleted {
            let open = "document.querySelector('details:has([data-deleted])').open = true;";
            self.run(open, Vec::new());
        }
        let line = if deleted { "data-deleted" } else { "data-kept" };
        self.press(&format!("[{line}='{id}'] .{what}-kept"));
    }

    /// Goes on with a deployment of the list; it is in hand then.
    #[track_caller]
    pub fn go_on_with(&self, name: &str) {
        self.press_kept(name, "continue");
        self.until("its answers are shown", || !self.all(".screen.answers").is_empty());
    }

    /// What the page has to say, until it is read.
    #[track_caller]
    pub fn notices(&self) -> String {
        self.text_of("#notices")
    }

    /// What the page warns of: that work is not kept.
    #[track_caller]
    pub fn warning(&self) -> String {
        self.text_of("#not-kept")
    }

    /// The text that a person sees in an element; nothing where there is none.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        let text = self.run("return document.querySelector(arguments[0])?.innerText ?? '';", vec![selector.into()]);
        text.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Where the page says that work is kept: `browser`, `tab` or `nowhere`.
    #[track_caller]
    pub fn kept_where(&self) -> String {
        self.start_page();
        let place = self.run("return document.querySelector('#kept-where').dataset.place;", Vec::new());
        place.as_str().unwrap_or_default().to_owned()
    }

    /// What the field of a question holds.
    #[track_caller]
    pub fn typed(&self, path: &str) -> String {
        let value = self.run("return document.getElementById('c-' + arguments[0]).value;", vec![path.into()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The field of a question.
    #[track_caller]
    pub fn field(&self, path: &str) -> WebElement {
        let field = self.element("return document.getElementById('c-' + arguments[0]);", vec![path.into()]);
        field.unwrap_or_else(|| panic!("{path} has no field"))
    }

    /// Whether a choice of a question is taken.
    #[track_caller]
    pub fn is_chosen(&self, path: &str, value: &str) -> bool {
        let script = "const question = document.getElementById('q-' + arguments[0]);
            return [...question.querySelectorAll('input')].some((one) => one.value === arguments[1] && one.checked);";
        self.is(script, vec![path.into(), value.into()])
    }

    /// What `localStorage` or `sessionStorage` has under keys that begin so.
    #[track_caller]
    pub fn stored(&self, storage: &str, beginning: &str) -> BTreeMap<String, String> {
        let found = self.run(STORED, vec![storage.into(), beginning.into()]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        found.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), text(value))).collect()
    }

    /// Puts something into `localStorage`.
    #[track_caller]
    pub fn store(&self, key: &str, text: &str) {
        self.run("localStorage.setItem(arguments[0], arguments[1]);", vec![key.into(), text.into()]);
    }

    /// Fills `localStorage` to the last letter, with what is none of the page's.
    #[track_caller]
    pub fn fill_up(&self) {
        self.run(FILL, Vec::new());
    }

    /// Writes a file to be opened.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let file = self.folder().join(name);
        fs::write(&file, text).expect("a file");
        file
    }
}
