//! The guided page as a person uses it: which question is on it, how it is answered and
//! left, by clicking; and the same person led by the core alone.

use std::fs;

use exchange_advisor_core::assess::{Assessment, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject};
use exchange_advisor_core::interview::{self, Alike, Ask, Course, Open, Round, Step};
use exchange_advisor_core::question::SubjectKind;
use exchange_advisor_core::questions::Purpose;
use exchange_advisor_core::questions::deployment::PURPOSE;
use exchange_advisor_core::questions::guest::HOST;
use exchange_advisor_core::read;
use serde_json::Value;
use thirtyfour::WebElement;

use crate::browser::Browser;
use crate::native::SOME_DAY;
use crate::page::Page;

/// What the screen is, once it is the one that the address names: the path of a question,
/// or the name of a screen with `#` before it.
const SCREEN: &str = r##"
    const hash = location.hash;
    if (hash.startsWith("#/q/")) {
        const path = decodeURIComponent(hash.slice(4));
        return document.querySelector("form.ask")?.dataset.path === path ? path : null;
    }
    const shown = { "#/": ".start", "#/settled": ".settled", "#/answers": ".answers", "#/machines": ".machines",
        "#/result": ".result", "#/unknown": ".unknown", "#/share": ".share", "#/all": ".screen-head" };
    const screen = hash === "" ? "#/" : hash;
    return document.querySelector(`#main ${shown[screen]}`) === null ? null : screen;
"##;

/// The control of a question's page with a value, or the field, or the list of a machine.
const CONTROL: &str = r#"
    const [kind, value] = arguments;
    const inside = [...document.querySelectorAll("form.ask .page-question input, form.ask .page-question select")];
    return inside.find((one) => kind === "select" ? one.localName === "select" && one.labels[0].innerText === value
        : kind === "text" ? one.type === "text" : one.type !== "text" && one.value === value) ?? null;
"#;

/// What a person clicks for a control.
const CLICKED: &str = "return arguments[0].labels[0] ?? arguments[0];";

/// The option of a list that reads so.
const OPTION: &str = "return [...arguments[0].options].find((one) => one.text === arguments[1]) ?? null;";

/// The machines that the page says its answer goes for, the one that it is about first.
const PEERS: &str = r#"
    return [...document.querySelectorAll("fieldset.peers input:checked")].map((one) => one.labels[0].innerText);
"#;

/// What a person clicks for one of those machines.
const PEER: &str = r#"
    const all = [...document.querySelectorAll("fieldset.peers input")];
    return all.find((one) => one.value === arguments[0] && !one.disabled)?.labels[0] ?? null;
"#;

impl Page {
    /// The question that the page shows, by its path, or the screen, by its fragment.
    #[track_caller]
    pub fn screen(&self) -> String {
        let screen = || self.run(SCREEN, Vec::new());
        self.until("the screen is the one of the address", || !screen().is_null());
        screen().as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a question or a screen is shown.
    #[track_caller]
    pub fn until_screen(&self, screen: &str) {
        let shown = || self.run(SCREEN, Vec::new());
        self.until(&format!("{screen} is shown"), || shown() == screen);
    }

    /// Goes to a screen within the page, as a link does.
    #[track_caller]
    pub fn visit(&self, fragment: &str) {
        self.run("location.hash = arguments[0];", vec![fragment.into()]);
        let there = "return location.hash === arguments[0];";
        self.until("the address is there", || self.is(there, vec![fragment.into()]));
    }

    /// Loads the page anew at a fragment, as if it came from a bookmark.
    #[track_caller]
    pub fn arrive(&self, fragment: &str) {
        let base = self.run("return location.href.split('#')[0];", Vec::new());
        self.go("about:blank");
        self.go(&format!("{}{fragment}", base.as_str().unwrap_or_default()));
        let ready = "return document.documentElement.dataset.ready === 'true';";
        self.until("the page is ready", || self.is(ready, Vec::new()));
    }

    /// The text of what a selector finds first, its white space made even; empty if it finds nothing.
    #[track_caller]
    pub fn read(&self, selector: &str) -> String {
        let text = self.run("return document.querySelector(arguments[0])?.innerText ?? '';", vec![selector.into()]);
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The control of the question that is shown.
    #[track_caller]
    pub fn control_of(&self, kind: &str, value: &str) -> Option<WebElement> {
        self.element(CONTROL, vec![kind.into(), value.into()])
    }

    /// Answers the question that is shown, as a document would: several kinds of storage can
    /// be given as a list. On which hosts machines run is answered by [`Page::place`].
    #[track_caller]
    pub fn give(&self, value: &Value) {
        let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match value {
            Value::Array(members) if members.is_empty() => self.pick("none"),
            Value::Array(members) => members.iter().for_each(|member| self.pick(&words(member))),
            value => match self.control_of("choice", &words(value)) {
                Some(_) => self.pick(&words(value)),
                None => self.type_answer(&words(value)),
            },
        }
    }

    /// Answers the question that is shown with "I do not know".
    #[track_caller]
    pub fn give_not_known(&self) {
        let lists = self.all("fieldset.placement select");
        if lists.is_empty() {
            self.give(&Value::Null);
        }
        for list in lists {
            let option = self.element(OPTION, vec![Browser::argument(&list), "I do not know".into()]);
            self.click(&option.expect("it is always offered"));
        }
    }

    /// Clicks a radio button, or a box that is not ticked.
    #[track_caller]
    pub fn pick(&self, value: &str) {
        let control = self.control_of("choice", value).unwrap_or_else(|| panic!("{value} is not offered"));
        let checked = || self.is("return arguments[0].checked;", vec![Browser::argument(&control)]);
        if !checked() {
            let clicked = self.element(CLICKED, vec![Browser::argument(&control)]).expect("a label");
            self.click(&clicked);
        }
        self.until(&format!("{value} is chosen"), checked);
    }

    /// Types into the field of the question that is shown.
    #[track_caller]
    pub fn type_answer(&self, text: &str) {
        let field = self.control_of("text", "").expect("a field to type into");
        self.type_over(&field, text);
    }

    /// Chooses the host of a machine, by what the list shows.
    #[track_caller]
    pub fn place(&self, machine: &str, host: &str) {
        let list = self.control_of("select", machine).unwrap_or_else(|| panic!("there is no list for {machine}"));
        let option = self.element(OPTION, vec![Browser::argument(&list), host.into()]);
        self.click(&option.unwrap_or_else(|| panic!("{machine} cannot be on {host}")));
    }

    /// The machines that the answer goes for, as the page says; none if it is about no machine.
    #[track_caller]
    pub fn goes_for(&self) -> Vec<String> {
        let peers = self.run(PEERS, Vec::new());
        peers.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Ticks or unticks a machine that the answer can go for.
    #[track_caller]
    pub fn tick_peer(&self, machine: &str, wanted: bool) {
        let ticked = || self.goes_for().iter().any(|one| one == machine);
        if ticked() != wanted {
            let found = self.element(PEER, vec![machine.into()]);
            self.click(&found.unwrap_or_else(|| panic!("{machine} is not among the machines of the answer")));
        }
        self.until(&format!("{machine} is ticked: {wanted}"), || ticked() == wanted);
    }

    /// Presses "Continue", and gives what comes then.
    #[track_caller]
    pub fn go_on(&self) -> String {
        let before = self.screen();
        self.press("#continue");
        let screen = || self.run(SCREEN, Vec::new());
        self.until(&format!("something comes after {before}"), || !screen().is_null() && screen() != before);
        self.screen()
    }

    /// What the standing panel says of the questions that are left.
    #[track_caller]
    pub fn left(&self) -> String {
        self.read("#left")
    }

    /// Answers every question of the round until it is over, and gives their paths.
    #[track_caller]
    pub fn led_through(&self, led: &mut Led) -> Vec<String> {
        let mut asked = Vec::new();
        while let Some(step) = led.open().next().cloned() {
            let path = step.ask.path(&led.deployment);
            assert_eq!(self.screen(), path, "asked (left) and next (right), after {asked:?}");
            self.answer_truly(led, &step);
            led.answer(&step, &self.goes_for());
            self.go_on();
            asked.push(path);
        }
        self.until_screen("#/settled");
        asked
    }

    /// Opens a document as a file, and is at the list of its answers.
    #[track_caller]
    pub fn open_document(&self, document: &Value) {
        let file = self.folder().join("opened.json");
        fs::write(&file, document.to_string()).expect("a file to open");
        self.open_file(&file);
        self.until_screen("#/answers");
    }

    /// The document as the page saves it.
    #[track_caller]
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.save()).expect("JSON")
    }

    /// Answers the page that is shown as the person would, who knows the truth.
    #[track_caller]
    pub fn answer_truly(&self, led: &Led, step: &Step) {
        match step.ask {
            Ask::Hosts | Ask::Guests => {
                let count = led.count(step.ask.kind());
                self.give(&if count == 0 { Value::Null } else { count.into() });
            }
            Ask::Answer(at) if at.slot == HOST.slot() => {
                for (index, machine) in (0..).zip(led.deployment.guests()) {
                    let at = AnswerRef { subject: Subject::Guest(GuestIndex(index)), slot: HOST.slot() };
                    let host = match led.truly(at) {
                        Answer::Given(exchange_advisor_core::deployment::Value::Host(HostIndex(host))) => {
                            led.deployment.hosts()[host as usize].id()
                        }
                        _ => "I do not know",
                    };
                    self.place(machine.id(), host);
                }
            }
            Ask::Answer(at) => {
                self.give(&led.written(at));
                let machines = led.deployment.subjects().filter(|subject| subject.kind() == at.subject.kind());
                for subject in machines.filter(|subject| *subject != at.subject && *subject != Subject::Deployment) {
                    let name = led.deployment.machine_name(subject);
                    let differs = led.truly(AnswerRef { subject, ..at }) != led.truly(at);
                    if differs && self.goes_for().iter().any(|one| one == name) {
                        self.tick_peer(name, false);
                    }
                }
            }
        }
    }
}

/// A person who knows the truth and is led by the core, without a page.
pub struct Led {
    truth: Deployment,
    /// What the person has answered so far.
    pub deployment: Deployment,
    /// How the person is asked.
    pub course: Course,
}

impl Led {
    /// Nothing is answered yet. The machines of the truth get the names that the page gives.
    pub fn by(document: &str) -> Self {
        let mut truth = read(document.as_bytes()).unwrap_or_else(|errors| panic!("{errors}"));
        let subjects: Vec<Subject> = truth.subjects().collect();
        // First away from names that another machine may get.
        for name in ["being-renamed-", ""] {
            for subject in &subjects {
                let id = match subject {
                    Subject::Deployment => continue,
                    Subject::Host(HostIndex(index)) => format!("{name}host{}", index + 1),
                    Subject::Guest(GuestIndex(index)) => format!("{name}vm{}", index + 1),
                };
                truth.rename(*subject, &id).expect("a free name");
            }
        }
        Self { truth, deployment: Deployment::new(), course: Course::default() }
    }

    /// What is judged of the answers so far.
    pub fn assessment(&self) -> Assessment<'_> {
        assess(&self.deployment, Date::parse(SOME_DAY).expect("a day"))
    }

    /// What is open in the round that is asked.
    pub fn open(&self) -> Open {
        interview::open(&self.assessment(), self.course.round, self.course)
    }

    /// For each machine the first one that it is like, by the answers so far.
    pub fn alike(&self) -> Vec<Subject> {
        let alike = Alike::of(&self.deployment, self.course);
        self.deployment.subjects().map(|subject| alike.first(subject)).collect()
    }

    /// Where the page must be: at a question, or at the end of the round.
    pub fn screen(&self) -> String {
        self.open().next().map_or_else(|| "#/settled".to_owned(), |step| step.ask.path(&self.deployment))
    }

    /// What the standing panel must say.
    pub fn left(&self) -> String {
        let assessment = self.assessment();
        let open = interview::open(&assessment, Round::Verdict, self.course);
        let together = open.steps.iter().any(|step| !step.also.is_empty());
        let end = if together { ", if machines that are alike get the same answers." } else { "." };
        let missing = &assessment.missing;
        match (open.steps.len(), open.complete) {
            (0, _) if missing.answers.is_empty() && !missing.hosts && !missing.guests => {
                "No further answer can change this.".to_owned()
            }
            (0, _) => "Only what you do not know can still change this.".to_owned(),
            (1, true) => format!("One more question can change this{end}"),
            (steps, true) => format!("At most {steps} more questions can change this{end}"),
            (_, false) => "Questions are still open.".to_owned(),
        }
    }

    /// The answers of a page go to every machine that it names.
    pub fn answer(&mut self, step: &Step, goes_for: &[String]) {
        match step.ask {
            Ask::Hosts | Ask::Guests => {
                let kind = step.ask.kind();
                match self.count(kind) {
                    0 => self.deployment.machines_not_known(kind),
                    count => self.deployment.grow(kind, count),
                }
            }
            Ask::Answer(at) if at.slot == HOST.slot() => {
                for index in (0..).take(self.deployment.guests().len()) {
                    let place = AnswerRef { subject: Subject::Guest(GuestIndex(index)), slot: at.slot };
                    self.put(place, self.truly(place));
                }
            }
            Ask::Answer(at) => {
                let answer = self.truly(at);
                let named = |subject: &Subject| {
                    let name = self.deployment.machine_name(*subject);
                    subject.kind() == at.subject.kind() && goes_for.iter().any(|one| one == name)
                };
                let meant = |subject: &Subject| *subject == at.subject || named(subject);
                let subjects: Vec<Subject> = self.deployment.subjects().filter(meant).collect();
                for subject in subjects {
                    self.put(AnswerRef { subject, slot: at.slot }, answer.clone());
                }
            }
        }
    }

    fn put(&mut self, at: AnswerRef, answer: Answer<exchange_advisor_core::deployment::Value>) {
        self.deployment.set(at, answer).expect("what is true is allowed");
    }

    /// How many machines of a kind there truly are.
    pub fn count(&self, kind: SubjectKind) -> usize {
        if kind == SubjectKind::Host { self.truth.hosts().len() } else { self.truth.guests().len() }
    }

    /// The true answer; what the truth does not tell is not known.
    pub fn truly(&self, at: AnswerRef) -> Answer<exchange_advisor_core::deployment::Value> {
        match self.truth.answer(at.subject, at.slot) {
            Answer::NotAsked if at.slot == PURPOSE.slot() => {
                Answer::Given(exchange_advisor_core::deployment::Value::Choice(Purpose::Production.index()))
            }
            Answer::NotAsked => Answer::NotKnown,
            told => told.clone(),
        }
    }

    /// The true answer as a document has it.
    pub fn written(&self, at: AnswerRef) -> Value {
        match self.truly(at) {
            Answer::Given(value) => {
                let json = self.truth.value(&at.question().kind, &value).to_string();
                serde_json::from_str(&json).expect("JSON")
            }
            Answer::NotAsked | Answer::NotKnown => Value::Null,
        }
    }

    /// What has been answered so far, as the page saves it.
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.deployment.to_json().to_string()).expect("JSON")
    }
}
