//! A hostile file: nothing of it is executed, everything wrong with it is told, the page
//! stays at hand, and nothing is lost.

use std::time::{Duration, Instant};

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root, text};
use serde_json::{Value, json};

/// Markup, quotes and commands of every kind, in what a person can name.
const NAMES: [&str; 6] = [
    "<img src=x onerror='globalThis.hacked = 1'>",
    "</title></script><script>globalThis.hacked = 2</script>",
    "'; globalThis.hacked = 3; '{{7*7}}${7*7}",
    "x'; Remove-VM * -Force; $(reboot) `reboot` | & rm -rf ~ #",
    "javascript:globalThis.hacked=4//%0d%0a#/q/name",
    "\u{202e}txt.nosj\u{200b} é 📧 &amp;&lt;b&gt; \\u003cb\\u003e",
];

/// How long the page may be busy with what it is given.
const SOON: Duration = Duration::from_secs(6);

/// What the page made of a file that it must not have made of it.
const MADE: &str = r#"
    const made = [...document.querySelectorAll("main img, main script, main iframe, main svg, main b, main object")];
    return [globalThis.hacked ?? null, made.map((one) => one.outerHTML),
        [...document.links].map(({ href }) => href).filter((href) => !/^(https?|file|blob):/.test(href))];
"#;

/// Two of them, with a quote that no id may hold.
fn name() -> String {
    format!("\"{}\"{}", NAMES[0], NAMES[1])
}

fn hostile() -> Value {
    let hosts: Vec<Value> = NAMES.iter().map(|id| json!({ "id": id, "sockets": 2, "memory_gb": 64 })).collect();
    let vms: Vec<Value> = NAMES
        .iter()
        .map(|id| json!({ "id": id, "host": id, "vcpus": 4, "snapshots": null, "storage": { "kind": "nas-share" } }))
        .collect();
    json!({
        "format": "exchange-virtualization-deployment/1",
        "name": name(),
        "exchange": { "version": "2010" },
        "hypervisor": { "product": "hyper-v-2012-r2", "version": NAMES[0] },
        "hosts": hosts,
        "vms": vms,
        "high_availability": { "nodes": NAMES },
        "accepted": [{ "rule": "nas-storage", "subject": format!("vm:{}", NAMES[0]), "reason": NAMES[1], "review_on": "2030-01-01" }],
    })
}

#[track_caller]
fn nothing_was_made(page: &Page, place: &str) {
    assert_eq!(page.run(MADE, Vec::new()), json!([null, [], []]), "{place}");
}

#[test]
fn script_in_names_is_shown_and_never_run() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let document = hostile();
        page.open_file(&page.file("<b onclick=x>.json", document.to_string()));
        page.until("it is open", || page.notices().contains("Opened from the file <b onclick=x>.json"));
        assert_eq!(serde_json::from_str::<Value>(&page.save()).expect("JSON"), document);
        let screens = page.run("return document.documentElement.dataset.screens;", Vec::new());
        for screen in screens.as_str().expect("a list").split(' ') {
            page.show(&format!("#/{screen}"), "main h1, main h2");
            nothing_was_made(page, screen);
        }
        for id in NAMES {
            page.ask(&format!("vms[{id}].storage.kind"));
            nothing_was_made(page, id);
            page.answer(&format!("vms[{id}].storage.kind"), &json!(null));
            page.ask(&format!("vms[{id}].host"));
            nothing_was_made(page, id);
        }
        page.ask("high_availability.nodes");
        nothing_was_made(page, "nodes");
        page.ask("name");
        assert_eq!(page.typed("name"), name());
        // A link to what is none, made of markup.
        page.run("location.hash = '#/q/' + encodeURIComponent(arguments[0]);", vec![NAMES[0].into()]);
        page.until("it is told", || page.text_of("main").contains("This question is not here"));
        nothing_was_made(page, "an address");
        page.show("#/unknown", ".sheet");
        nothing_was_made(page, "the sheet");
        let wrong = json!({ "format": NAMES[0], NAMES[1]: NAMES[2], "vms": [{ "id": 4, NAMES[0]: [] }] });
        page.open_file(&page.file("wrong.json", wrong.to_string()));
        page.until("it is told", || page.errors().contains("vms[0]"));
        nothing_was_made(page, "the errors");
        // What is kept is listed as it is called.
        page.load_again();
        assert_eq!(page.kept().len(), 1);
        assert_eq!(page.kept()[0].name, name());
        nothing_was_made(page, "the list");
    });
}

#[test]
fn names_never_get_into_the_commands_to_copy() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.run(
            "document.addEventListener('copy', () => { globalThis.copied = document.activeElement.value; });",
            Vec::new(),
        );
        let mut commands = 0;
        for product in ["hyper-v-2012-r2", "vmware-esx", "xenserver"] {
            let mut document = hostile();
            document["hypervisor"]["product"] = product.into();
            document["exchange"]["version"] = "2010".into();
            page.open_file(&page.file(&format!("{product}.json"), document.to_string()));
            page.until("it is open", || page.notices().contains(product) || !page.errors().is_empty());
            assert_eq!(page.errors(), "");
            page.show("#/all", "[data-path]");
            let all = "return [...document.querySelectorAll('.command')].map(
                (one) => [one.querySelector('code').textContent, one.querySelector('button').getAttribute('aria-label')]);";
            let all = page.run(all, Vec::new());
            let all = all.as_array().expect("a list");
            commands += all.len();
            for command in all {
                let said = command.to_string();
                for part in ["hacked", "Remove-VM", "reboot", "onerror", "txt.nosj"] {
                    assert!(!said.contains(part), "{said}");
                }
            }
        }
        assert!(commands > 20, "only {commands} commands were seen");
        // What is copied is what is shown.
        page.ask(&format!("vms[{}].memory_gb", NAMES[3]));
        page.press(".how summary");
        let button = &page.all(".how .command button")[0];
        page.click(button);
        page.until("it says so", || page.text_of(".how .copied") == "Copied");
        let shown = page.run("return document.querySelector('.how .command code').textContent;", Vec::new());
        assert_eq!(page.run("return globalThis.copied;", Vec::new()), shown);
    });
}

/// Opens a file, and fails unless the page tells soon what is wrong, is at hand, and has
/// lost nothing.
fn is_refused_soon(page: &Page, name: &str, text: &[u8]) {
    let before = (page.save(), page.kept());
    let file = page.file(name, text);
    let begun = Instant::now();
    page.open_file(&file);
    page.until(&format!("{name} is told"), || !page.errors().is_empty());
    assert!(begun.elapsed() < SOON, "{name} took {:?}", begun.elapsed());
    let told = page.errors();
    assert!(told.len() < 100_000, "{name}: {} letters are said", told.len());
    let begun = Instant::now();
    page.press("#errors button");
    page.until("it is closed", || page.errors().is_empty());
    assert!(begun.elapsed() < Duration::from_secs(2), "{name}: the page took {:?} for a click", begun.elapsed());
    assert_eq!((page.save(), page.kept()), before, "{name} changed something");
}

#[test]
fn large_files_are_told_and_the_page_stays_at_hand() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.open_file(&root().join("examples/exchange-2007-ccr.json"));
        page.until("it is open", || page.notices().contains("Opened"));
        let ten = 10_000_000;
        let format = r#""format":"exchange-virtualization-deployment/1""#;
        let name = format!("{{{format},\"name\":\"{}\"}}", "<script>".repeat(ten / 8));
        is_refused_soon(page, "name.json", name.as_bytes());
        let keys = (0..ten / 14).map(|number| format!(",\"k{number:07}\":{{}}")).collect::<Vec<_>>().concat();
        is_refused_soon(page, "keys.json", format!("{{{format}{keys}}}").as_bytes());
        let machines = vec![r#"{"id":4}"#; ten / 9].join(",");
        is_refused_soon(page, "machines.json", format!("{{{format},\"vms\":[{machines}]}}").as_bytes());
        let ids = vec![r#"{"id":"a"}"#; ten / 11].join(",");
        is_refused_soon(page, "ids.json", format!("{{{format},\"vms\":[{ids}]}}").as_bytes());
        is_refused_soon(page, "deep.json", "[".repeat(ten).as_bytes());
        is_refused_soon(page, "deeper.json", r#"{"a":"#.repeat(ten / 5).as_bytes());
        is_refused_soon(page, "text.json", "all work and no play ".repeat(ten / 21).as_bytes());
        let bytes: Vec<u8> = (0..ten).map(|place| u8::try_from(place * 7919 % 251).unwrap_or(0)).collect();
        is_refused_soon(page, "bytes.json", &bytes);
        is_refused_soon(page, "digits.json", format!("{{{format},\"hosts\":{}}}", "9".repeat(ten)).as_bytes());
    });
}

#[test]
fn wrong_types_are_told_each_at_its_place() {
    at(Kind::Chromium, Form::SingleFile, "#/all", |page| {
        page.open_file(&root().join("examples/exchange-2007-ccr.json"));
        page.until("it is open", || page.notices().contains("Opened"));
        let good: Value = serde_json::from_str(&text(&root().join("examples/exchange-2007-ccr.json"))).expect("JSON");
        for (place, path) in [
            ("/format", "format"),
            ("/name", "name"),
            ("/exchange", "exchange"),
            ("/exchange/version", "exchange.version"),
            ("/hosts", "hosts"),
            ("/hosts/0", "hosts[0]"),
            ("/vms/0/id", "vms[0].id"),
            ("/vms/0/storage", "vms[0].storage"),
            ("/vms/0/vcpus", "vms[0].vcpus"),
        ] {
            for (number, wrong) in [json!([[]]), json!({ "a": 1 }), json!(true), json!(-1.5)].into_iter().enumerate() {
                let mut document = good.clone();
                *document.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there")) = wrong;
                let before = page.save();
                page.open_file(&page.file(&format!("{number}.json"), document.to_string()));
                page.until(&format!("{path} is told"), || page.errors().contains(path));
                assert_eq!(page.save(), before);
                page.press("#errors button");
                page.until("it is closed", || page.errors().is_empty());
            }
        }
        assert_eq!(page.kept().len(), 1);
    });
}

#[test]
fn a_file_with_thousands_of_machines_leaves_the_page_at_hand() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let vms: Vec<Value> = (0..3_000).map(|place| json!({ "id": format!("m{place}"), "vcpus": 4 })).collect();
        let document =
            json!({ "format": "exchange-virtualization-deployment/1", "exchange": { "version": "se" }, "vms": vms });
        let file = page.file("many.json", document.to_string());
        for (screen, selector) in [("#/answers", ".answers"), ("#/result", "#verdict"), ("#/", ".start")] {
            let begun = Instant::now();
            if screen == "#/answers" {
                page.open_file(&file);
            }
            page.show(screen, selector);
            assert!(begun.elapsed() < SOON, "{screen} took {:?}", begun.elapsed());
        }
        assert_eq!(serde_json::from_str::<Value>(&page.save()).expect("JSON"), document);
    });
}
