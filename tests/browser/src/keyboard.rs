//! The page without a mouse: keys as a keyboard sends them, to whatever has the focus.
//! Scripts only look; nothing is clicked and nothing is given the focus. Chromium only.

use serde_json::{Value, json};

use crate::guide::Led;
use crate::page::Page;
use exchange_advisor_core::deployment::{AnswerRef, GuestIndex, Subject};
use exchange_advisor_core::interview::{Ask, Step};
use exchange_advisor_core::questions::guest::HOST;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To what comes next.
    Tab,
    /// To what came before.
    BackTab,
    /// Ticks a box, chooses, presses a button.
    Space,
    /// Follows a link, presses a button, sends a form.
    Enter,
    /// The next choice.
    Down,
    /// The choice before.
    Up,
    /// Deletes.
    Backspace,
}

/// What has the keyboard: what it is, and among which choices.
const FOCUSED: &str = r#"
    const one = document.activeElement;
    const group = one?.type === "radio" ? [...document.getElementsByName(one.name)] : [];
    return { id: one?.id ?? "", name: one?.localName ?? "", type: one?.type ?? "", value: one?.value ?? "",
        checked: one?.checked === true, text: (one?.innerText ?? "").trim(), label: one?.labels?.[0]?.innerText ?? "",
        aria: one?.getAttribute("aria-label") ?? "", peers: one?.closest(".peers") != null,
        values: group.map((radio) => radio.value), options: [...(one?.options ?? [])].map((option) => option.text),
        chosen: one?.selectedOptions?.[0]?.text ?? "", visible: one?.checkVisibility() === true };
"#;

/// More stops than any screen of the tests has.
const MOST_STOPS: usize = 120;

impl Page {
    /// Presses a key.
    #[track_caller]
    pub fn key(&self, key: Key) {
        let (name, code, number, text, modifiers) = match key {
            Key::Tab => ("Tab", "Tab", 9, "", 0),
            Key::BackTab => ("Tab", "Tab", 9, "", 8),
            Key::Space => (" ", "Space", 32, " ", 0),
            Key::Enter => ("Enter", "Enter", 13, "\r", 0),
            Key::Down => ("ArrowDown", "ArrowDown", 40, "", 0),
            Key::Up => ("ArrowUp", "ArrowUp", 38, "", 0),
            Key::Backspace => ("Backspace", "Backspace", 8, "", 0),
        };
        let event = |kind: &str| {
            json!({ "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
                "text": if kind == "keyDown" { text } else { "" } })
        };
        self.devtools("Input.dispatchKeyEvent", &event(if text.is_empty() { "rawKeyDown" } else { "keyDown" }));
        self.devtools("Input.dispatchKeyEvent", &event("keyUp"));
    }

    /// Types a text, key by key.
    #[track_caller]
    pub fn keys_of(&self, text: &str) {
        for letter in text.chars() {
            for kind in ["keyDown", "keyUp"] {
                let typed = if kind == "keyDown" { letter.to_string() } else { String::new() };
                let event = json!({ "type": kind, "key": letter.to_string(), "text": typed });
                self.devtools("Input.dispatchKeyEvent", &event);
            }
        }
    }

    /// What has the keyboard.
    #[track_caller]
    pub fn focused(&self) -> Value {
        self.run(FOCUSED, Vec::new())
    }

    /// Presses Tab until the keyboard is where it shall be.
    #[track_caller]
    pub fn tab_to(&self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            self.key(Key::Tab);
            let focused = self.focused();
            if is_it(&focused) {
                assert_eq!(focused["visible"], true, "{what} has the keyboard and is not seen");
                return focused;
            }
            stops.push(format!("{} {} {}", focused["name"], focused["id"], focused["value"]));
        }
        panic!("Tab never gets to {what}, but to {stops:#?}");
    }

    /// Presses Tab until an element has the keyboard.
    #[track_caller]
    pub fn tab_to_id(&self, id: &str) {
        self.tab_to(id, |focused| focused["id"] == id);
    }

    /// Waits until an element has the keyboard without any key pressed: a heading, say.
    #[track_caller]
    pub fn until_focused(&self, id: &str) {
        self.until(&format!("the keyboard is on {id}"), || self.focused()["id"] == id);
    }

    /// Chooses a radio button of the question: to the group by Tab, within it by arrows.
    #[track_caller]
    fn choose_by_key(&self, value: &str) {
        let focused = self.tab_to("the choices", |focused| focused["type"] == "radio");
        let values: Vec<&str> = focused["values"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let place = |value: &str| values.iter().position(|one| *one == value);
        let wanted = place(value).unwrap_or_else(|| panic!("{value} is not among {values:?}"));
        let here = place(focused["value"].as_str().unwrap_or_default()).expect("one of them");
        if wanted == here {
            self.key(Key::Space);
        }
        let down = (wanted + values.len() - here) % values.len();
        let (key, times) = if down <= values.len() / 2 { (Key::Down, down) } else { (Key::Up, values.len() - down) };
        (0..times).for_each(|_| self.key(key));
        let chosen = || {
            let focused = self.focused();
            focused["value"] == value && focused["checked"] == true
        };
        self.until(&format!("{value} is chosen"), chosen);
    }

    /// Ticks a box of the question.
    #[track_caller]
    fn tick_by_key(&self, value: &str) {
        let is_it = |focused: &Value| focused["type"] == "checkbox" && focused["value"] == value;
        let focused = self.tab_to(value, is_it);
        if focused["checked"] != true {
            self.key(Key::Space);
        }
        self.until(&format!("{value} is ticked"), || self.focused()["checked"] == true);
    }

    /// Answers the page that is shown as the person would, and goes on. The keyboard is on
    /// its heading.
    #[track_caller]
    pub fn answer_by_key(&self, led: &Led, step: &Step) {
        self.until_focused("heading");
        let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let value = match step.ask {
            Ask::Hosts | Ask::Guests => match led.count(step.ask.kind()) {
                0 => Value::Null,
                count => count.into(),
            },
            Ask::Answer(at) if at.slot == HOST.slot() => {
                self.place_by_key(led);
                self.continue_by_key();
                return;
            }
            Ask::Answer(at) => led.written(at),
        };
        // Choices stand first on a page; where there are boxes or a field, Tab says which.
        let has = |kind: &str| {
            let any = "return document.querySelector(`.page-question input[type=${arguments[0]}]`) !== null;";
            self.is(any, vec![kind.into()])
        };
        match &value {
            value if has("radio") => self.choose_by_key(&words(value)),
            Value::Null => self.tick_by_key("null"),
            Value::Array(members) if members.is_empty() => self.tick_by_key("none"),
            Value::Array(members) => {
                // Tab goes down the page: in the order of the boxes.
                let boxes = self.run(
                    "return [...document.querySelectorAll('.page-question input')].map((one) => one.value);",
                    Vec::new(),
                );
                let boxes = boxes.as_array().cloned().unwrap_or_default();
                boxes.iter().filter(|one| members.contains(one)).for_each(|one| self.tick_by_key(&words(one)));
            }
            value if has("text") => {
                self.tab_to("the field", |focused| focused["type"] == "text");
                self.keys_of(&words(value));
                self.until("it is typed", || self.focused()["value"] == words(value));
                // A form is sent from its field.
                self.key(Key::Enter);
                return;
            }
            value => self.tick_by_key(&words(value)),
        }
        self.continue_by_key();
    }

    /// Saves the deployment as a file and gives its text. The keyboard is somewhere below
    /// the head of the page.
    #[track_caller]
    pub fn save_by_key(&self) -> String {
        self.back_to_id("save");
        self.saved_as("deployment.json", |page| page.key(Key::Enter))
    }

    /// Presses Shift and Tab until an element has the keyboard.
    #[track_caller]
    pub fn back_to_id(&self, id: &str) {
        for _ in 0..MOST_STOPS {
            self.key(Key::BackTab);
            if self.focused()["id"] == id {
                return;
            }
        }
        panic!("Shift+Tab never gets to {id}");
    }

    /// Presses "Continue".
    #[track_caller]
    pub fn continue_by_key(&self) {
        self.tab_to_id("continue");
        self.key(Key::Enter);
    }

    #[track_caller]
    fn place_by_key(&self, led: &Led) {
        for (index, machine) in (0..).zip(led.deployment.guests()) {
            let at = AnswerRef { subject: Subject::Guest(GuestIndex(index)), slot: HOST.slot() };
            let wanted = match led.written(at) {
                Value::String(host) => host,
                _ => "I do not know".to_owned(),
            };
            let is_it = |focused: &Value| focused["name"] == "select" && focused["label"] == machine.id();
            let focused = self.tab_to(machine.id(), is_it);
            let options: Vec<Value> = focused["options"].as_array().cloned().unwrap_or_default();
            let place = |text: &Value| options.iter().position(|option| option == text);
            let wanted = place(&json!(wanted)).expect("the host is offered");
            let here = place(&focused["chosen"]).expect("something is chosen");
            for _ in here..wanted {
                self.key(Key::Down);
            }
            self.until("the host is chosen", || self.focused()["chosen"] == options[wanted]);
        }
    }
}
