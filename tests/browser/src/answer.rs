//! A question of the page, and how it is answered by clicking and typing.

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::browser::Browser;
use crate::page::Page;

/// Finds the one element of a question and what can be done with it.
const DESCRIBE: &str = r#"
    const found = [...document.querySelectorAll("[data-path]")].filter((one) => one.dataset.path === arguments[0]);
    if (found.length === 0) { return null; }
    const question = found[0];
    const controls = [...question.querySelectorAll("input, select")].map((control) => ({
        type: control.type, value: control.value, checked: control.checked === true,
    }));
    return { count: found.length, id: question.id, controls };
"#;

/// Finds what a person clicks for an input of a question: its label, if it has one.
const CLICKED: &str = r#"
    const question = document.getElementById("q-" + arguments[0]);
    const input = [...question.querySelectorAll("input")].find(
        (one) => one.type === arguments[1] && one.value === arguments[2]);
    return input.labels[0] ?? input;
"#;

/// Finds a control of a question by its type.
const CONTROL: &str = r#"
    const question = document.getElementById("q-" + arguments[0]);
    return [...question.querySelectorAll("input, select, option")].find((one) =>
        one.localName === arguments[1] && (one.type ?? "") === arguments[2]
        && (arguments[3] === null || one.value === arguments[3]));
"#;

/// Finds the button that takes a question's answer back.
const CLEAR: &str = r#"return document.getElementById("q-" + arguments[0]).querySelector("button.clear");"#;

/// What a question offers.
struct Controls {
    path: String,
    list: Vec<(String, String, bool)>,
}

impl Controls {
    fn has(&self, kind: &str) -> bool {
        self.list.iter().any(|(found, ..)| found == kind)
    }

    fn checked(&self, kind: &str, value: &str) -> Option<bool> {
        self.list.iter().find(|(found, of, _)| found == kind && of == value).map(|(.., checked)| *checked)
    }
}

impl Page {
    /// Whether a question is shown.
    #[track_caller]
    pub fn asks(&self, path: &str) -> bool {
        !self.run(DESCRIBE, vec![path.into()]).is_null()
    }

    #[track_caller]
    fn controls(&self, path: &str) -> Controls {
        let described = self.run(DESCRIBE, vec![path.into()]);
        assert!(!described.is_null(), "the page does not ask for {path}");
        assert_eq!(described["count"], 1, "{path} is asked more than once");
        assert_eq!(described["id"], format!("q-{path}"), "the id of the question is another");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let controls = described["controls"].as_array().into_iter().flatten();
        let list = controls.map(|one| (text(&one["type"]), text(&one["value"]), one["checked"] == true)).collect();
        Controls { path: path.to_owned(), list }
    }

    /// Answers a question as the document would: a text, a number, yes or no, a list;
    /// `null` is "I do not know".
    #[track_caller]
    pub fn answer(&self, path: &str, value: &Value) {
        let controls = self.controls(path);
        match value {
            Value::Array(members) => self.tick(&controls, members),
            value => self.choose(&controls, &in_words(value)),
        }
    }

    #[track_caller]
    fn choose(&self, controls: &Controls, value: &str) {
        let path = &controls.path;
        if controls.has("radio") {
            self.set_box(path, "radio", value, true);
        } else if controls.has("select-one") {
            let option = self.control(path, "option", "", Some(value));
            self.click(&option);
            self.until(&format!("{path} is {value}"), || self.selected(path) == value);
        } else if value == "null" {
            self.set_box(path, "checkbox", "null", true);
        } else {
            assert!(controls.has("text"), "{path}: there is nowhere to type");
            if controls.checked("checkbox", "null") == Some(true) {
                self.set_box(path, "checkbox", "null", false);
            }
            self.type_into(path, value);
        }
    }

    /// Types something into a question's field, be it an answer or not.
    #[track_caller]
    pub fn type_into(&self, path: &str, text: &str) {
        self.type_over(&self.control(path, "input", "text", None), text);
    }

    /// Ticks exactly these members of a set, or "none" for the empty set.
    #[track_caller]
    fn tick(&self, controls: &Controls, members: &[Value]) {
        let path = &controls.path;
        let wanted: Vec<String> = members.iter().map(in_words).collect();
        for member in &wanted {
            assert!(controls.checked("checkbox", member).is_some(), "{path} does not offer {member}");
        }
        if wanted.is_empty() {
            self.set_box(path, "checkbox", "none", true);
            return;
        }
        for (kind, value, checked) in &controls.list {
            if kind == "checkbox" && value != "null" && value != "none" && *checked != wanted.contains(value) {
                self.set_box(path, "checkbox", value, wanted.contains(value));
            }
        }
    }

    /// Takes an answer away. Radio buttons cannot be undone; beside them is a button for it.
    #[track_caller]
    pub fn take_back(&self, path: &str) {
        let controls = self.controls(path);
        if controls.has("select-one") || controls.has("text") {
            self.choose(&controls, "");
        } else if controls.has("radio") {
            let button = self.element(CLEAR, vec![path.into()]);
            self.click(&button.unwrap_or_else(|| panic!("{path} has no button .clear")));
            let cleared = || self.controls(path).list.iter().all(|(.., checked)| !checked);
            self.until(&format!("{path} has no answer"), cleared);
        } else {
            for (kind, value, checked) in &controls.list {
                if kind == "checkbox" && *checked {
                    self.set_box(path, "checkbox", value, false);
                }
            }
        }
    }

    /// Clicks a box or a radio button until it is as wanted, once.
    #[track_caller]
    fn set_box(&self, path: &str, kind: &str, value: &str, wanted: bool) {
        let controls = self.controls(path);
        let Some(checked) = controls.checked(kind, value) else {
            panic!("{path} has no {kind} for `{value}`: {:?}", controls.list);
        };
        if checked != wanted {
            let clicked = self.element(CLICKED, vec![path.into(), kind.into(), value.into()]);
            self.click(&clicked.unwrap_or_else(|| panic!("{path} has lost its {kind} for `{value}`")));
        }
        let is = || self.controls(path).checked(kind, value) == Some(wanted);
        self.until(&format!("the {kind} of {path} for `{value}` is {wanted}"), is);
    }

    /// Puts a text in the place of another, as a person does, and leaves the field.
    #[track_caller]
    pub fn type_over(&self, field: &WebElement, text: &str) {
        self.click(field);
        self.keys(field, Key::Control + "a");
        self.keys(field, Key::Delete + text);
        self.keys(field, Key::Tab);
    }

    /// What a question's list stands at.
    #[track_caller]
    fn selected(&self, path: &str) -> String {
        let list = self.control(path, "select", "select-one", None);
        let value = self.run("return arguments[0].value;", vec![Browser::argument(&list)]);
        value.as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn control(&self, path: &str, name: &str, kind: &str, value: Option<&str>) -> WebElement {
        let found = self.element(CONTROL, vec![path.into(), name.into(), kind.into(), json!(value)]);
        found.unwrap_or_else(|| panic!("{path} has no {name} {kind} {}", value.unwrap_or_default()))
    }
}

/// An answer as the controls write it.
fn in_words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
