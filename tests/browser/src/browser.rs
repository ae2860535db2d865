//! A browser without a past, driven step by step; and what must never happen in it.

use std::panic::Location;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{By, Capabilities, WebDriver, WebElement, error::WebDriverResult};
use tokio::runtime::Runtime;

use crate::driver::{Driver, program};

mod tabs;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, with all that its driver can tell.
    Chromium,
    /// Firefox.
    Firefox,
}

/// One browser at a time: two cores are not enough for more, and what takes long for
/// want of a core must not look like a failure.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// How long the page may take for anything.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser with an empty profile.
///
/// Its methods fail the test, at the line that called them, where WebDriver fails.
pub struct Browser {
    /// Which one it is.
    pub kind: Kind,
    // In the order in which they are taken down.
    web: WebDriver,
    runtime: Runtime,
    driver: Driver,
    /// Where it went, for what it may ask for.
    place: Mutex<String>,
    _one: MutexGuard<'static, ()>,
}

impl Browser {
    /// Starts one.
    pub fn start(kind: Kind) -> Self {
        Self::start_with(kind, &json!({}))
    }

    /// Starts one with further preferences, as the browser itself calls them.
    pub fn start_with(kind: Kind, preferences: &Value) -> Self {
        let one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a thread");
        let (driver, mut capabilities) = match kind {
            Kind::Chromium => {
                let driver = Driver::start("chromedriver", &["--port=0"], None, "started successfully on port ");
                let capabilities = chromium(&driver);
                (driver, capabilities)
            }
            Kind::Firefox => {
                let arguments = ["--port", "0", "--host", "127.0.0.1"];
                let driver =
                    Driver::start("geckodriver", &arguments, Some("--profile-root"), "Listening on 127.0.0.1:");
                (driver, firefox())
            }
        };
        let options = if kind == Kind::Chromium { "goog:chromeOptions" } else { "moz:firefoxOptions" };
        for (name, value) in preferences.as_object().into_iter().flatten() {
            capabilities[options]["prefs"][name] = value.clone();
        }
        let Value::Object(capabilities) = capabilities else { unreachable!("written as an object") };
        let session = WebDriver::new(driver.url.as_str(), Capabilities::from(capabilities));
        let web = runtime
            .block_on(session)
            .unwrap_or_else(|error| panic!("{kind:?} does not start: {error}\n{}", driver.log()));
        let browser = Self { kind, web, runtime, driver, place: Mutex::default(), _one: one };
        // Away from the browser's own start page, and forget what that asked for.
        browser.go("about:blank");
        browser.complaints();
        browser
    }

    /// Waits for WebDriver.
    #[track_caller]
    fn wait<T>(&self, step: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.runtime.block_on(step) {
            Ok(value) => value,
            Err(error) => panic!("WebDriver, asked at {}: {error}", Location::caller()),
        }
    }

    /// Goes to an address.
    #[track_caller]
    pub fn go(&self, url: &str) {
        url.clone_into(&mut self.place.lock().unwrap_or_else(PoisonError::into_inner));
        self.wait(self.web.goto(url));
    }

    /// Runs a script, a function's body, in the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.wait(self.web.execute(script, arguments)).json().clone()
    }

    /// The element that a script returns, if it returns one.
    #[track_caller]
    pub fn element(&self, script: &str, arguments: Vec<Value>) -> Option<WebElement> {
        let found = self.wait(self.web.execute(script, arguments));
        (!found.json().is_null()).then(|| found.element().expect("an element or nothing"))
    }

    /// Runs a script that hands its result to its last argument.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.wait(self.web.execute_async(script, arguments)).json().clone()
    }

    /// Runs a script that says yes or no.
    #[track_caller]
    pub fn is(&self, script: &str, arguments: Vec<Value>) -> bool {
        self.run(script, arguments) == Value::Bool(true)
    }

    /// Everything that a selector finds.
    #[track_caller]
    pub fn all(&self, selector: &str) -> Vec<WebElement> {
        self.wait(self.web.find_all(By::Css(selector)))
    }

    /// The one element that a selector finds.
    #[track_caller]
    pub fn one(&self, selector: &str) -> WebElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "of `{selector}` there is not one");
        found.remove(0)
    }

    /// Clicks where a person would: on the middle of an element, scrolled into view.
    #[track_caller]
    pub fn click(&self, element: &WebElement) {
        self.wait(element.click());
    }

    /// Types into an element; for a file input the path of a file.
    #[track_caller]
    pub fn keys(&self, element: &WebElement, keys: impl Into<thirtyfour::TypingData>) {
        self.wait(element.send_keys(keys));
    }

    /// An element as an argument of a script.
    pub fn argument(element: &WebElement) -> Value {
        element.to_json().expect("a reference")
    }

    /// A command of the DevTools protocol; Chromium only.
    #[track_caller]
    pub fn devtools(&self, method: &str, parameters: &Value) -> Value {
        self.wait(self.web.cdp().send_raw(method, parameters))
    }

    /// A picture of what the window shows, as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        self.wait(self.web.screenshot_as_png())
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn until(&self, what: &str, so: impl Fn() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !so() {
            assert!(Instant::now() < end, "waited {PATIENCE:?} in vain until {what}; asked at {}", Location::caller());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Where downloads go.
    pub fn downloads(&self) -> PathBuf {
        self.driver.folder.join("downloads")
    }

    /// A folder that is gone after the test.
    pub fn folder(&self) -> PathBuf {
        self.driver.folder.clone()
    }

    /// What went wrong so far: errors and warnings of scripts, of the console and of the
    /// content security policy, and requests to elsewhere. Each is told once.
    pub fn complaints(&self) -> Vec<String> {
        match self.kind {
            Kind::Chromium => {
                let mut complaints = self.console();
                complaints.extend(self.requests().into_iter().filter(|url| !self.is_own(url)).map(|url| {
                    let own = self.place.lock().unwrap_or_else(PoisonError::into_inner);
                    format!("a request to elsewhere, from {own}: {url}")
                }));
                complaints
            }
            Kind::Firefox => {
                let log = self.driver.log();
                // Firefox's own scripts err at times, from chrome: and resource:. What is
                // written to the console does not say whose it is; see `listen`.
                let own = ["JavaScript error: http://127.0.0.1", "JavaScript error: file://"];
                let said = |line: &&str| own.iter().any(|start| line.starts_with(start));
                let told = self.run("return window.complaints ?? [];", Vec::new());
                let told = told.as_array().into_iter().flatten().map(ToString::to_string);
                log.lines().filter(said).map(str::to_owned).chain(told).collect()
            }
        }
    }

    /// Writes down in the page, from here on, what Firefox's driver does not tell of:
    /// the console and the content security policy.
    #[track_caller]
    pub fn listen(&self) {
        self.run(
            "const told = window.complaints = [];
            for (const level of ['error', 'warn']) { console[level] = (...words) => { told.push(words.join(' ')); }; }
            addEventListener('securitypolicyviolation', (event) => told.push(`policy: ${event.violatedDirective}`));",
            Vec::new(),
        );
    }

    fn console(&self) -> Vec<String> {
        let entries = self.wait(self.web.get_log("browser"));
        let loud = entries.into_iter().filter(|entry| ["SEVERE", "WARNING"].contains(&entry.level.as_str()));
        loud.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// Every address that Chromium asked for, on the network or not.
    fn requests(&self) -> Vec<String> {
        let entries = self.wait(self.web.get_log("performance"));
        let events = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
        let url = |event: Value| {
            let message = event.get("message")?;
            let sent = message.get("method")? == "Network.requestWillBeSent";
            let url = message.pointer("/params/request/url")?.as_str()?;
            sent.then(|| url.to_owned())
        };
        events.filter_map(url).collect()
    }

    fn is_own(&self, url: &str) -> bool {
        let place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let own = if place.starts_with("file:") {
            url.split(['?', '#']).next() == place.split(['?', '#']).next()
        } else {
            url.starts_with(place.split(['?', '#']).next().unwrap_or("http:"))
        };
        own || url.starts_with("data:") || url.starts_with(&format!("blob:{}", origin(&place)))
    }

    /// Closes it.
    pub fn quit(self) {
        // Whatever is still open is ended with the driver.
        drop(self.runtime.block_on(self.web.quit()));
    }
}

fn origin(url: &str) -> &str {
    let Some(host) = url.strip_prefix("http://") else { return "null" };
    &url[.."http://".len() + host.find('/').unwrap_or(host.len())]
}

fn chromium(driver: &Driver) -> Value {
    let profile = format!("--user-data-dir={}", driver.folder.join("profile").display());
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": program(&["chromium", "chromium-browser", "google-chrome"]),
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
            "prefs": {
                "download.default_directory": driver.folder.join("downloads"),
                "download.prompt_for_download": false,
                // Nobody is asked after the tenth.
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
            "args": [
                profile,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-breakpad",
                // Small /dev/shm in containers.
                "--disable-dev-shm-usage",
                "--lang=en-GB",
                // While a page glides, the driver clicks where an element was.
                "--force-prefers-reduced-motion",
                "--window-size=1280,900",
            ],
        },
    })
}

fn firefox() -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program(&["firefox-esr", "firefox"]),
            "args": ["-headless"],
            "prefs": {
                // Errors of scripts, and the console, go to the driver's log.
                "browser.dom.window.dump.enabled": true,
                "devtools.console.stdout.content": true,
                // No visits home.
                "app.normandy.enabled": false,
                "app.update.disabledForTesting": true,
                "browser.safebrowsing.downloads.remote.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        },
    })
}
