//! A link that carries the answers: without names unless asked for, the same verdict
//! wherever it is opened, a file where it is too long, and a clear word where it is damaged.

use std::cell::RefCell;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, files, root, text};
use exchange_advisor_core::read;
use serde_json::{Value, json};

/// Packs texts as the page does, each given as a piece and how often it is repeated.
const PACK: &str = r#"
    const [pieces, kind, then] = arguments;
    const parts = pieces.map(([text, times]) => text.repeat(times));
    const packed = new Blob(parts).stream().pipeThrough(new CompressionStream(kind));
    new Response(packed).arrayBuffer().then((buffer) => {
        let binary = "";
        for (const byte of new Uint8Array(buffer)) { binary += String.fromCharCode(byte); }
        then('#z=' + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
    });
"#;

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn pack(page: &Page, pieces: &Value) -> String {
    pack_as(page, pieces, "deflate")
}

fn pack_as(page: &Page, pieces: &Value, kind: &str) -> String {
    page.run_async(PACK, vec![pieces.clone(), kind.into()]).as_str().expect("a text").to_owned()
}

/// The link that the page makes, without the address of the page.
fn link(page: &Page) -> String {
    page.show("#/share", "#link");
    let value = page.run("return document.querySelector('#link').value;", Vec::new());
    let value = value.as_str().expect("a text");
    let fragment = value.strip_prefix(page.address()).unwrap_or_else(|| panic!("it leads elsewhere: {value}"));
    assert!(
        fragment.starts_with("#z=") && fragment.chars().skip(3).all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    );
    fragment.to_owned()
}

fn link_with_names(page: &Page) -> String {
    let without = link(page);
    page.press("#with-names");
    page.until("it is another link", || page.all("#link").len() == 1 && link(page) != without);
    link(page)
}

#[test]
fn a_link_gives_the_same_deployment_in_a_browser_without_a_past() {
    let documents = files("tests/cases/formats", "json")
        .into_iter()
        .chain(["exchange-se-dag.json", "half-answered.json"].map(|name| root().join("examples").join(name)));
    for file in documents {
        let document = text(&file);
        let (links, verdict, saved) = (RefCell::default(), RefCell::default(), RefCell::default());
        at(Kind::Chromium, Form::Root, "#/all", |page| {
            page.open_file(&file);
            page.until("it is open", || page.notices().contains("Opened from the file"));
            *verdict.borrow_mut() = page.verdict();
            *saved.borrow_mut() = page.save();
            *links.borrow_mut() = vec![link(page), link_with_names(page)];
        });
        let links: Vec<String> = links.take();
        let nameless = read(document.as_bytes()).expect("a document").without_names().to_json().to_string();
        assert_ne!(json_of(&nameless), json_of(&document), "{}: it has names", file.display());
        for (link, wanted) in links.into_iter().zip([nameless, saved.take()]) {
            at(Kind::Chromium, Form::Root, &link, |page| {
                page.until("it is told", || page.notices().contains("Opened from the link"));
                let saved = json_of(&page.save());
                assert_eq!(saved, json_of(&wanted));
                page.show("#/all", "#verdict");
                page.agrees_with_the_core();
                assert_eq!(page.verdict(), *verdict.borrow());
                // The answers are out of the address by now: a reload does not open them again.
                page.load_again();
                assert_eq!(page.kept().len(), 1);
                assert_eq!(json_of(&page.save()), saved);
            });
        }
    }
}

#[test]
fn a_link_has_no_names_unless_asked_for() {
    at(Kind::Chromium, Form::SingleFile, "#/", |page| {
        let document = json!({
            "format": "exchange-virtualization-deployment/1",
            "name": "secret-name",
            "exchange": { "version": "2007" },
            "hypervisor": { "product": "vmware-esx", "version": "secret-version" },
            "hosts": [{ "id": "secret-host", "sockets": 2 }],
            "vms": [{ "id": "secret-vm", "host": "secret-host", "vcpus": 4 }],
            "accepted": [],
        });
        page.open_file(&page.file("secret.json", document.to_string()));
        page.until("it is open", || page.notices().contains("Opened"));
        let (without, with) = (link(page), link_with_names(page));
        page.load(&without);
        page.until("it is told", || page.notices().contains("Opened from the link"));
        let saved = page.save();
        assert!(!saved.contains("secret"), "{saved}");
        assert_eq!(json_of(&saved)["hosts"], json!([{ "id": "host1", "sockets": 2 }]));
        assert_eq!(json_of(&saved)["vms"], json!([{ "id": "vm1", "host": "host1", "vcpus": 4 }]));
        page.load(&with);
        page.until("it is told", || page.notices().contains("Opened from the link"));
        assert_eq!(json_of(&page.save())["name"], "secret-name");
        assert_eq!(json_of(&page.save())["vms"][0]["id"], "secret-vm");
    });
}

#[test]
fn too_long_for_a_link_offers_the_file() {
    let mut number = 1_u32;
    let mut up_to = |most: u32| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        1 + (number >> 8) % most
    };
    let vms: Vec<Value> = (0..700)
        .map(|place| {
            json!({ "id": format!("m{place}"), "vcpus": up_to(64), "memory_gb": up_to(999), "os_disk_gb": up_to(9_999) })
        })
        .collect();
    let document =
        json!({ "format": "exchange-virtualization-deployment/1", "exchange": { "version": "se" }, "vms": vms });
    at(Kind::Chromium, Form::Root, "#/", |page| {
        page.open_file(&page.file("many.json", document.to_string()));
        page.until("it is open", || page.notices().contains("Opened"));
        page.show("#/share", "#too-long");
        assert!(page.all("#link").is_empty());
        assert!(page.text_of("#too-long").contains("Save a file"), "{}", page.text_of("#too-long"));
        let saved = page.saved_as("deployment.json", |page| page.press("#save-here"));
        assert_eq!(json_of(&saved), document);
        // Long ones that are offered say what can happen to them.
        let document = json!({ "format": document["format"], "vms": &vms[..300] });
        page.open_file(&page.file("some.json", document.to_string()));
        page.show("#/share", "#link");
        assert!((2_000..8_000).contains(&link(page).len()), "{}", link(page).len());
        assert!(page.text_of(".share").contains("Some mail programs cut links"));
        page.load(&link(page));
        page.until("it is told", || page.notices().contains("Opened from the link"));
        assert_eq!(json_of(&page.save())["vms"].as_array().map(Vec::len), Some(300));
    });
}

#[test]
fn what_is_no_link_is_told_and_nothing_is_lost() {
    at(Kind::Chromium, Form::Root, "#/", |page| {
        let example = text(&root().join("examples/exchange-2007-ccr.json"));
        let good = pack(page, &json!([[example, 1]]));
        // One in which a letter was changed could open as another deployment.
        let without_checksum = pack_as(page, &json!([[example, 1]]), "deflate-raw");
        page.ask("vms");
        page.keys(&page.field("vms"), "4");
        page.ask("exchange.version");
        page.answer("exchange.version", &json!("2007"));
        let before = (page.save(), page.kept());
        let damaged = "This link is damaged";
        for (what, link, told) in [
            ("cut off", good[..good.len() * 2 / 3].to_owned(), damaged),
            ("one letter short", good[..good.len() - 1].to_owned(), damaged),
            ("without a checksum", without_checksum, damaged),
            ("nothing", "#z=".to_owned(), damaged),
            ("no such letters", "#z=!%20\"<b>".to_owned(), damaged),
            ("random", format!("#z={}", "q9Xf-_3ZkLm0".repeat(40)), damaged),
            ("more behind it", format!("{good}AAAA"), damaged),
            ("a bomb", pack(page, &json!([[" ".repeat(1_000_000), 100]])), "more than 4 MB"),
            ("a large document", pack(page, &json!([["{\"format\":\"", 1], ["x".repeat(1_000), 3_900]])), ""),
            ("another document", pack(page, &json!([["{\"a\":1}", 1]])), ""),
            ("no text", pack(page, &json!([["\u{0}\u{1}\u{ff}", 50]])), ""),
            (
                "a newer one",
                pack(page, &json!([["{\"format\":\"exchange-virtualization-deployment/7\"}", 1]])),
                "newer version",
            ),
        ] {
            page.run("location.hash = arguments[0];", vec![link.into()]);
            let says = || if told.is_empty() { !page.errors().is_empty() } else { page.notices().contains(told) };
            page.until(&format!("{what} is told"), says);
            page.until("the start page is shown", || page.run("return location.hash;", Vec::new()) == "#/");
            // A newer one is told in both places; either button closes both.
            let buttons = page.all("#dismiss, #errors button");
            page.click(&buttons[0]);
            page.until("the word is gone", || page.notices().is_empty() && page.errors().is_empty());
            assert_eq!((page.save(), page.kept()), before, "{what} changed something");
        }
        page.ask("vms");
        assert_eq!(page.typed("vms"), "4");
        page.run("location.hash = arguments[0];", vec![good.into()]);
        page.until("a good one is opened", || page.notices().contains("Opened from the link"));
        assert_eq!(page.kept().len(), 2);
    });
}

#[test]
fn a_damaged_link_in_a_browser_without_a_past_is_told() {
    for link in ["#z=AAAA", "#d=%7B%22format", "#d=%E0%A4%A"] {
        at(Kind::Chromium, Form::SingleFile, link, |page| {
            page.until("it is told", || !page.errors().is_empty() || page.notices().contains("damaged"));
            page.press("#begin");
            page.answer_and_go_on("purpose", &json!("lab"));
        });
    }
}

#[test]
fn a_link_of_the_former_version_opens() {
    let document = text(&root().join("examples/exchange-2007-ccr.json"));
    let encoded = document.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    at(Kind::Chromium, Form::Root, &format!("#d={encoded}"), |page| {
        page.until("it is told", || page.notices().contains("Opened from the link"));
        assert_eq!(json_of(&page.save()), json_of(&document));
        page.show("#/result", "#verdict");
        page.until_verdict("not-supported");
        page.load_again();
        assert_eq!(page.kept().len(), 1);
    });
}
