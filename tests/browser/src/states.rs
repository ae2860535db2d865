//! The states in which every screen of the page is looked at, each with the question pages
//! that are worth a look there.

use std::fs;

use exchange_advisor_core::questions::Version;
use exchange_advisor_core::template::template;
use serde_json::{Value, json};

use crate::page::Page;
use crate::{Form, root, text};

/// A state that the page can be in.
pub struct State {
    /// What it is called in messages.
    pub name: &'static str,
    /// How the page comes to the browser.
    pub form: Form,
    /// Leads there from the start page.
    pub set_up: fn(&Page),
    /// The verdict then.
    pub verdict: &'static str,
    /// Paths of questions.
    pub questions: &'static [&'static str],
}

/// Nobody has answered anything.
pub const NOTHING: State = State {
    name: "nothing answered",
    form: Form::Root,
    set_up: |_| {},
    verdict: "undetermined",
    questions: &["purpose", "exchange.version", "hypervisor.product", "hosts", "vms", "name", "vms[nobody].vcpus"],
};

/// Half is answered, some of it with "I do not know".
pub const HALF: State = State {
    name: "half answered",
    form: Form::Root,
    set_up: |page| {
        open(page, &example("half-answered.json"));
        page.press("#dismiss");
    },
    verdict: "undetermined",
    questions: &[
        "vms[mail].storage.kind",
        "vms[mail].guest_os",
        "vms[mail].host",
        "hosts[esx1].memory_gb",
        "high_availability.solutions",
        "vms",
    ],
};

/// Everything holds.
pub const SUPPORTED: State = State {
    name: "supported",
    form: Form::Root,
    set_up: |page| open(page, &example("exchange-se-dag.json")),
    verdict: "supported",
    questions: &["vms[ex1].roles", "high_availability.nodes", "vms[ex1].host", "hosts[host1].sockets"],
};

/// Requirements are broken; the page comes from a disk, and offers to keep more.
pub const NOT_SUPPORTED: State = State {
    name: "not supported, from a disk, with the offer to keep more",
    form: Form::SingleFile,
    set_up: |page| {
        open(page, &example("exchange-2007-ccr.json"));
        page.one("#offer-more");
    },
    verdict: "not-supported",
    questions: &["vms[mbx1].storage.kind"],
};

/// Findings are accepted: one until a day to come, one until a day that is over, one that is
/// none any more.
pub const ACCEPTED: State = State {
    name: "findings accepted, overdue and obsolete",
    form: Form::Root,
    set_up: |page| {
        let mut document: Value = serde_json::from_str(&example("exchange-2007-ccr.json")).expect("JSON");
        document["accepted"] = json!([
            { "rule": "vm-snapshots", "subject": "vm:mbx2", "reason": "Needed until the upgrade", "owner": "Ann", "review_on": "2099-12-31" },
            { "rule": "guest-os-disk-size", "subject": "vm:mbx2", "reason": "No free disks", "review_on": "2020-01-31" },
            { "rule": "vm-snapshots", "subject": "vm:mbx1", "reason": "Of no use" },
        ]);
        document["as_of"] = "2027-06-30".into();
        open(page, &document.to_string());
    },
    verdict: "not-supported",
    questions: &["as_of"],
};

/// A lab.
pub const LAB: State = State {
    name: "a lab",
    form: Form::Root,
    set_up: |page| {
        let mut document: Value = serde_json::from_str(&example("exchange-2007-ccr.json")).expect("JSON");
        document["purpose"] = "lab".into();
        open(page, &document.to_string());
    },
    verdict: "out-of-scope",
    questions: &["purpose"],
};

/// Everything is "I do not know".
pub const NOT_KNOWN: State = State {
    name: "nothing known",
    form: Form::Root,
    set_up: |page| open(page, &template(Version::V2016).to_json().to_string()),
    verdict: "undetermined",
    questions: &["exchange.meets_system_requirements", "hosts[host1].memory_gb", "high_availability.nodes"],
};

/// Not even which machines there are.
pub const NO_MACHINES_KNOWN: State = State {
    name: "machines not known",
    form: Form::Root,
    set_up: |page| {
        let mut document: Value = serde_json::from_str(&template(Version::Se).to_json().to_string()).expect("JSON");
        document["hosts"] = Value::Null;
        document["vms"] = Value::Null;
        open(page, &document.to_string());
    },
    verdict: "undetermined",
    questions: &["hosts", "vms"],
};

/// Four hosts and twelve guests, alike and not.
pub const MANY: State = State {
    name: "many machines",
    form: Form::Root,
    set_up: |page| open(page, &machines(4, 12, 6)),
    verdict: "not-supported",
    questions: &[
        "vms[guest-1].memory_gb",
        "vms[guest-1].host",
        "vms[guest-2].snapshots",
        "hosts[host-1].sockets",
        "vms",
    ],
};

/// More than a table shows at once, and more than a link holds.
pub const TOO_MANY: State = State {
    name: "more machines than fit",
    form: Form::Root,
    set_up: |page| {
        open(page, &machines(13, 150, 64));
        page.goes_to("#/share");
        page.press("#with-names");
        page.until("the link is too long", || page.all("#too-long").len() == 1);
    },
    verdict: "not-supported",
    questions: &["vms[guest-1].memory_gb", "hosts[host-1].sockets"],
};

/// Three deployments side by side, what is equal unfolded, and a trial is on.
pub const TRIED: State = State {
    name: "side by side, with a trial",
    form: Form::Root,
    set_up: |page| {
        open(page, &example("exchange-2007-ccr.json"));
        page.goes_to("#/compare");
        for name in ["exchange-se-dag.json", "half-answered.json"] {
            let file = page.folder().join(name);
            fs::write(&file, example(name)).expect("a file");
            page.keys(&page.one("#open-beside"), file.to_string_lossy());
            page.until("it is chosen", || page.text_of(".side-by-side fieldset").contains(name));
        }
        page.press("#equal > summary");
        page.goes_to("#/result");
        page.press(".what-if summary");
        page.press(".what-if [data-try='exchange.version']");
        page.answer("exchange.version", &json!("se"));
        page.one("#trial");
    },
    verdict: "not-supported",
    questions: &["vms[mbx1].storage.kind"],
};

/// A wrong file was opened, with more errors than are listed at once.
pub const WRONG_FILE: State = State {
    name: "a wrong file",
    form: Form::Root,
    set_up: |page| {
        open(page, &example("half-answered.json"));
        let mut document = json!({ "format": "exchange-virtualization-deployment/9" });
        for number in 0..70 {
            document[format!("<b>no such key {number}</b>")] = json!(["x"]);
        }
        open_text(page, &document.to_string());
        page.until("the errors are shown", || !page.errors().is_empty());
    },
    verdict: "undetermined",
    questions: &["vms[mail].storage.kind"],
};

/// The browser keeps nothing.
pub const NOT_KEPT: State = State {
    name: "nothing is kept",
    form: Form::Root,
    set_up: |page| {
        let refuse = "Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": refuse }));
        page.reload();
        open(page, &example("half-answered.json"));
        page.one("#not-kept");
    },
    verdict: "undetermined",
    questions: &["vms[mail].storage.kind"],
};

/// Several deployments are kept: one in this tab, one deleted, one damaged, one that a newer
/// version wrote.
pub const KEPT: State = State {
    name: "a list with deleted and damaged entries",
    form: Form::Root,
    set_up: |page| {
        for name in ["exchange-2007-ccr.json", "exchange-se-dag.json", "half-answered.json", "exchange-2007-ccr.json"] {
            page.goes_to("#/");
            open(page, &example(name));
        }
        let damage = "
            const keys = Object.keys(localStorage).filter((key) => key.startsWith('exchange-advisor/deployment/'));
            const find = (name) => keys.find((key) => localStorage.getItem(key).includes(name));
            localStorage.setItem(find('Two sites'), localStorage.getItem(find('Two sites')).slice(0, 300));
            const newer = localStorage.getItem(find('storage team'));
            localStorage.setItem(find('storage team'), newer.replaceAll('exchange-advisor-record/1', 'exchange-advisor-record/9'));
        ";
        page.run(damage, Vec::new());
        page.load("#/");
        page.click(&page.all(".delete-kept")[1]);
        page.until("one is deleted", || page.all("[data-deleted]").len() == 1);
        page.until("two cannot be read", || page.all(".raw-kept").len() == 2);
    },
    verdict: "not-supported",
    questions: &[],
};

/// Pages of the manual, of every kind and with every kind of block, its contents and what is found.
pub const MANUAL: &[&str] = &[
    "#/manual",
    "#/manual/search/thin",
    "#/manual/search/xyzzy",
    "#/manual/rule/memory-minimum",
    "#/manual/rule/exchange-version",
    "#/manual/question/vms.storage.kind",
    "#/manual/question/vms.snapshots",
    "#/manual/note/vendor-limits",
    "#/manual/words/proxmox",
    "#/manual/change/other-hypervisor",
    "#/manual/rule/no-such-rule",
];

/// An example's text.
pub fn example(name: &str) -> String {
    text(&root().join("examples").join(name))
}

/// Opens a document from a file.
#[track_caller]
pub fn open_text(page: &Page, document: &str) {
    let file = page.folder().join("opened.json");
    fs::write(&file, document).expect("a file");
    page.open_file(&file);
}

/// Opens a right document; the page then shows its answers.
#[track_caller]
fn open(page: &Page, document: &str) {
    open_text(page, document);
    page.until_at("#/answers");
    assert_eq!(page.errors(), "");
}

/// A document of so many hosts and guests. The names of all but the first are filled up to
/// a length with what cannot be compressed.
pub fn machines(hosts: usize, guests: usize, length: usize) -> String {
    let host = |number: usize| format!("host-{number}");
    let guest = |number: usize| {
        let mut name = format!("guest-{number}");
        let mut random = number as u64;
        while number > 1 && name.len() < length {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            name.push(char::from(b'a' + u8::try_from((random >> 33) % 26).unwrap_or_default()));
        }
        name
    };
    let hosts: Vec<Value> =
        (1..=hosts).map(|number| json!({ "id": host(number), "memory_gb": 128 * number, "sockets": 2 })).collect();
    let vms: Vec<Value> = (1..=guests)
        .map(|number| {
            let memory = if number == 3 { Value::Null } else { json!(64) };
            let kind = if number % 5 == 0 { "nas-as-block" } else { "fixed-virtual-disk" };
            json!({
                "id": guest(number),
                "host": host(number % hosts.len() + 1),
                "memory_gb": memory,
                "vcpus": number % 3 + 4,
                "roles": ["mailbox"],
                "storage": { "kind": kind },
            })
        })
        .collect();
    json!({
        "format": "exchange-virtualization-deployment/1",
        "name": "M".repeat(length),
        "exchange": { "version": "2016" },
        "hypervisor": { "product": "vmware-vsphere" },
        "hosts": hosts,
        "vms": vms,
    })
    .to_string()
}
