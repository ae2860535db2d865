//! Where work is kept: in the browser for good, in this tab, or nowhere.

/// A storage of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// It outlives the closing of the browser and is shared by all tabs.
    Browser,
    /// It outlives a reload and is this tab's alone.
    Tab,
}

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// There is no room for it.
    Full,
    /// The browser does not let the page keep anything.
    Refused,
}

/// What keeping work needs from outside. Nothing of it is trusted to work.
pub trait Outside {
    /// The text under a key, if there is one.
    ///
    /// # Errors
    ///
    /// The storage cannot be read, so that nobody knows.
    fn get(&self, area: Area, key: &str) -> Result<Option<String>, NotKept>;

    /// Puts a text under a key.
    ///
    /// # Errors
    ///
    /// Why it was not kept; what was there before still is.
    fn set(&self, area: Area, key: &str, text: &str) -> Result<(), NotKept>;

    /// Takes a key away, if it is there.
    fn remove(&self, area: Area, key: &str);

    /// Every key; none if the storage cannot be read.
    fn keys(&self, area: Area) -> Vec<String>;

    /// Milliseconds since 1970.
    fn now_ms(&self) -> u64;

    /// Up to 64 letters and digits at random, so many that nobody ever has the same again.
    fn new_id(&self) -> String;
}

/// Where work is kept, and why not better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the browser: it outlives the closing of the browser.
    Browser,
    /// In this tab: it outlives a reload, not the closing of the tab.
    Tab(Why),
    /// Only in the memory of the page: a reload loses it.
    Nowhere(Why),
}

/// Why work is not kept in the browser for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The page comes from a disk. All pages from disks share one storage, so each of
    /// them could read the answers; the person has not asked for it.
    FromDisk,
    /// The browser does not let this page keep anything: switched off by its settings or a policy.
    SwitchedOff,
    /// The browser gives this page no room at all, as in some private windows.
    NoRoom,
}

/// Every key of the advisor begins so.
pub(super) const PREFIX: &str = "exchange-advisor/";

/// The key of a deployment's record is this and its id.
pub(super) const RECORDS: &str = "exchange-advisor/deployment/";

/// Whether a page from a disk keeps its work in the browser: `yes` or `no`.
pub(super) const KEEP_MORE: &str = "exchange-advisor/keep-more";

/// The deployment that this tab works on.
pub(super) const CURRENT: &str = "exchange-advisor/current";

/// Written and taken away again to see whether writing works.
const PROBE: &str = "exchange-advisor/probe";

/// The key of a deployment's record.
pub(super) fn key_of(id: &str) -> String {
    format!("{RECORDS}{id}")
}

/// The ids of the deployments in a storage.
pub(super) fn ids<O: Outside>(outside: &O, area: Area) -> Vec<String> {
    outside.keys(area).iter().filter_map(|key| key.strip_prefix(RECORDS)).map(str::to_owned).collect()
}

/// What a person has decided about keeping more than the tab does.
pub(super) fn decision<O: Outside>(outside: &O) -> Option<bool> {
    match outside.get(Area::Browser, KEEP_MORE).ok().flatten().as_deref() {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    }
}

/// Where work can be kept.
pub(super) fn choose<O: Outside>(outside: &O, in_the_browser: bool) -> Place {
    let browser = if in_the_browser { usable(outside, Area::Browser) } else { Err(Why::FromDisk) };
    match browser {
        Ok(()) => Place::Browser,
        Err(why) => match usable(outside, Area::Tab) {
            Ok(()) => Place::Tab(why),
            Err(other) => Place::Nowhere(if why == Why::FromDisk { other } else { why }),
        },
    }
}

/// Whether a storage is of use. A full one is, as long as there is work of ours in it:
/// that can be read, and room can be made.
pub(super) fn usable<O: Outside>(outside: &O, area: Area) -> Result<(), Why> {
    let why = match outside.set(area, PROBE, "?") {
        Ok(()) => {
            outside.remove(area, PROBE);
            return Ok(());
        }
        Err(NotKept::Full) => Why::NoRoom,
        Err(NotKept::Refused) => Why::SwitchedOff,
    };
    if outside.keys(area).iter().any(|key| key.starts_with(PREFIX)) { Ok(()) } else { Err(why) }
}
