//! How a person looks at the page: in which colours, in a window of which size, with what
//! unfolded; and whether it fits.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::page::Page;

const SEEN: &str = include_str!("js/seen.js");

/// What sticks out of the window to the side, if the page as a whole can be scrolled
/// there.
const TOO_WIDE: &str = r"
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth && document.body.scrollWidth <= clientWidth) { return []; }
    return [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > clientWidth)
        .map((one) => one.outerHTML.slice(0, 150)).slice(0, 5).concat(`${scrollWidth} > ${clientWidth}`);
";

/// What is cut off or scrolled by itself, other than tables and the verdict, which the
/// keyboard can scroll.
const CUT_OFF: &str = r"
    return [...document.querySelectorAll('body *')].filter((one) => {
        const { overflowX } = getComputedStyle(one);
        const allowed = one.matches('.visually-hidden, input, [role=region][tabindex=\'0\'][aria-labelledby], [role=region][tabindex=\'0\'][aria-label]');
        return !allowed && overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    }).map((one) => one.outerHTML.slice(0, 150));
";

impl Page {
    /// Shows the page as with some settings of the system: `prefers-color-scheme`,
    /// `forced-colors`, `prefers-reduced-motion`. What is not named is as it was at first.
    #[track_caller]
    pub fn prefers(&self, settings: &[(&str, &str)]) {
        let features: Vec<Value> =
            settings.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
        for (name, value) in settings {
            let script = "return matchMedia(`(${arguments[0]}: ${arguments[1]})`).matches;";
            assert!(self.is(script, vec![json!(name), json!(value)]), "the browser does not show {name}: {value}");
        }
    }

    /// Makes the window so large, in CSS pixels.
    #[track_caller]
    pub fn window(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        let sizes = || self.run("return [innerWidth, innerHeight];", Vec::new());
        self.until("the window has its size", || sizes() == json!([width, height]));
    }

    /// Unfolds everything that can be, or folds it, and waits until what that shows is there.
    #[track_caller]
    pub fn unfold_all(&self, open: bool) {
        let script = "
            const [open, done] = arguments;
            for (const one of document.querySelectorAll('details')) { one.open = open; }
            requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done())));
        ";
        self.run_async(script, vec![open.into()]);
    }

    /// Fails if a person has to scroll the page to the side to see all of it.
    #[track_caller]
    pub fn fits(&self, what: &str) {
        assert_eq!(self.run(TOO_WIDE, Vec::new()), json!([]), "{what}: wider than the window");
        assert_eq!(self.run(CUT_OFF, Vec::new()), json!([]), "{what}: cut off");
    }

    /// How well a person sees the one element that a selector finds; see `js/seen.js`.
    #[track_caller]
    pub fn seen(&self, selector: &str) -> Value {
        self.run(SEEN, vec![Browser::argument(&self.one(selector))])
    }

    /// How well a person sees where the keyboard is; nothing if it is nowhere.
    #[track_caller]
    pub fn seen_focus(&self) -> Value {
        self.run(&format!("return (function () {{ {SEEN} }})(document.activeElement);"), Vec::new())
    }

    /// Presses the Tab key.
    #[track_caller]
    pub fn press_tab(&self) {
        for kind in ["rawKeyDown", "keyUp"] {
            let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
            self.devtools("Input.dispatchKeyEvent", &key);
        }
    }

    /// The names of the router's own list of screens.
    #[track_caller]
    pub fn screens(&self) -> Vec<String> {
        let screens = self.run("return document.documentElement.dataset.screens.split(' ');", Vec::new());
        let screens: Vec<String> = serde_json::from_value(screens).expect("names");
        assert!(screens.len() >= 8, "the router's list is too short: {screens:?}");
        screens
    }
}
