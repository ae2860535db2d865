//! Several tabs of one browser, and a tab that dies.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::Browser;

impl Browser {
    /// The tab that is driven now.
    #[track_caller]
    pub fn tab(&self) -> WindowHandle {
        self.wait(self.web.window())
    }

    /// Opens an empty tab and goes on in it.
    #[track_caller]
    pub fn new_tab(&self) -> WindowHandle {
        let tab = self.wait(self.web.new_tab());
        self.to_tab(&tab);
        tab
    }

    /// Goes on in a tab.
    #[track_caller]
    pub fn to_tab(&self, tab: &WindowHandle) {
        self.wait(self.web.switch_to_window(tab.clone()));
    }

    /// Closes the tab that is driven, and goes on in another.
    #[track_caller]
    pub fn close_tab(&self, other: &WindowHandle) {
        self.wait(self.web.close_window());
        self.to_tab(other);
    }

    /// Kills the process behind the tab that is driven, so that no script of it runs any
    /// more, and goes on in another tab. Chromium only.
    #[track_caller]
    pub fn kill_tab(&self, other: &WindowHandle) {
        // There is nobody left to answer this.
        drop(self.runtime.block_on(self.web.cdp().send_raw("Page.crash", json!({}))));
        self.to_tab(other);
    }

    /// Loads the page anew, as a person does.
    #[track_caller]
    pub fn refresh(&self) {
        self.wait(self.web.refresh());
    }
}
