//! What stands with each question: why it is asked, what each choice means, in the words
//! of the vendor, where the answer is found, and "I do not know".

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, native, root, text};
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::interview::Ask;
use exchange_advisor_core::question::Kind as Of;
use exchange_advisor_core::vendors::{self, Look};
use exchange_advisor_core::{offers, read};
use serde_json::{Value, json};

/// What a question's page holds, its white space made even.
const HELD: &str = r#"
    const even = (text) => (text ?? "").replace(/\s+/g, " ").trim();
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
        unknown: all("form.ask input[value='null'], form.ask option[value='null']").length,
        why: all("form.ask details.why").map((one) => even(one.textContent)),
        how: all("form.ask details.how").map((one) => even(one.textContent)),
        summaries: all("form.ask details > summary").map((one) => even(one.innerText)),
        hint: even(document.querySelector("form.ask .hint")?.innerText),
        offers: all(".page-question .offer:not(.unknown-offer)").map((one) => ({
            label: even([...one.querySelector("label > span").childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("")),
            term: even(one.querySelector(".term")?.innerText), meaning: even(one.querySelector(".meaning")?.innerText),
        })),
        text: even(document.getElementById("main").textContent),
    };
"#;

fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Looks at every question that a document's version has a use for.
fn every_question(page: &Page, document: &str, unfolded: bool) {
    let deployment = read(document.as_bytes()).expect("a document");
    page.open_document(&serde_json::from_str(document).expect("JSON"));
    let mut paths: Vec<String> = native::questions(document).into_iter().collect();
    paths.extend(["hosts".to_owned(), "vms".to_owned()]);
    for path in &paths {
        page.visit(&format!("#/q/{path}"));
        page.until_screen(path);
        if unfolded {
            page.run("for (const one of document.querySelectorAll('details')) { one.open = true; }", Vec::new());
            page.until("what each answer means is there", || {
                page.all("details.effects").len() == page.all("details.effects > div > *").len().min(1)
            });
        }
        let held = page.run(HELD, Vec::new());
        let words = |key: &str| held[key][0].as_str().unwrap_or_default().to_owned();
        assert!(words("why").len() > "Why is this asked? ".len() + 10, "{path} does not say why: {held}");
        for summary in ["Why is this asked?", "How do I find this out?"] {
            assert!(held["summaries"].as_array().is_some_and(|all| all.contains(&json!(summary))), "{path}: {held}");
        }
        assert!(held["hint"].as_str().is_some_and(|hint| hint.len() > 10), "{path} has no hint");
        let text = held["text"].as_str().unwrap_or_default().to_lowercase();
        assert!(!text.contains("dynamic disk"), "{path} has words with two meanings: {text}");
        let ask = Ask::at_path(&deployment, path).expect("a question");
        let how = words("how");
        assert!(how.contains(&even(ask.find_out())), "{path} does not say where to look: {how}");
        assert!(how.contains("We have not run them"), "{path}: {how}");
        // A list of machines that is there is known.
        let is_list = path == "hosts" || path == "vms";
        assert!(is_list || held["unknown"].as_u64() >= Some(1), "{path} has no “I do not know”");
        look_at_words(&deployment, ask, path, &held);
    }
}

/// The vendor's programs, commands and words, as the core has them.
fn look_at_words(deployment: &Deployment, ask: Ask, path: &str, held: &Value) {
    let Ask::Answer(at) = ask else { return };
    let how = held["how"][0].as_str().unwrap_or_default();
    let looks = offers::family(deployment).map_or(&[][..], |family| vendors::looks(at.slot, family));
    for look in looks {
        let (parts, seen) = match look {
            Look::Open { program, steps, seen } => (vec![*program, *steps], seen),
            Look::Run { shell, command, read, seen } => (vec![*shell, *command, "only reads", *read], seen),
        };
        for part in parts {
            assert!(how.contains(&even(part)), "{path} does not show `{part}`: {how}");
        }
        let doubt = seen.doubt();
        assert!(how.contains(if doubt.is_empty() { "Checked in: " } else { doubt }), "{path}: {how}");
    }
    if !matches!(at.question().kind, Of::Choice(_) | Of::Set { .. }) {
        return;
    }
    let shown = held["offers"].as_array().expect("a list");
    for offer in offers::offers(deployment, at.slot, 0) {
        let label = offer.says();
        let found = shown.iter().find(|one| one["label"] == even(&label));
        let found = found.unwrap_or_else(|| panic!("{path} does not offer `{label}`: {shown:?}"));
        assert_eq!(found["meaning"], even(offer.meaning), "{path}: what `{label}` means");
        let term = found["term"].as_str().unwrap_or_default();
        assert_eq!(term, even(&offer.beside()), "{path}: what stands beside `{label}`");
    }
}

/// The document of a file, with another hypervisor.
fn with(file: &str, product: &str) -> Value {
    let mut document: Value = serde_json::from_str(&text(&root().join(file))).expect("JSON");
    document["hypervisor"]["product"] = product.into();
    document
}

#[test]
fn every_question_of_today_on_vsphere() {
    at(Kind::Chromium, Form::Root, "", |page| {
        every_question(page, &text(&root().join("examples/exchange-se-dag.json")), true);
    });
}

#[test]
fn every_question_of_2007_on_hyper_v() {
    let mut document = with("examples/exchange-2007-ccr.json", "hyper-v-2008-r2");
    // One machine is asked as the others are.
    let machines = document["vms"].as_array_mut().expect("a list");
    machines.truncate(1);
    let only = machines[0]["id"].clone();
    document["high_availability"]["nodes"] = json!([only]);
    document.as_object_mut().expect("an object").remove("accepted");
    at(Kind::Chromium, Form::Root, "", |page| every_question(page, &document.to_string(), false));
}

#[test]
fn every_question_of_2003_on_virtual_server() {
    at(Kind::Chromium, Form::SingleFile, "", |page| {
        every_question(page, &text(&root().join("tests/cases/documents/supported-2003.json")), false);
    });
}

#[test]
fn the_commands_are_those_of_the_hypervisor() {
    at(Kind::Chromium, Form::Root, "", |page| {
        for (product, shell, command, family) in [
            ("vmware-vsphere", "PowerCLI", "Get-Snapshot -VM", "VMware vSphere"),
            ("hyper-v-2019", "PowerShell", "Get-VMSnapshot", "Hyper-V"),
            ("xenserver", "xe", "xe snapshot-list", "XenServer"),
            ("nutanix-ahv", "acli", "acli vm.snapshot_list", "Nutanix AHV"),
            ("proxmox-ve", "", "qm listsnapshot", "Proxmox VE"),
        ] {
            page.open_document(&with("examples/exchange-se-dag.json", product));
            page.visit("#/q/vms%5Bex1%5D.snapshots");
            page.until_screen("vms[ex1].snapshots");
            page.click(&page.one("details.how > summary"));
            let how = || page.read("details.how");
            page.until("it is unfolded", || how().contains("In general"));
            for part in [shell, command, family, "only reads", "We have not run them"] {
                assert!(how().contains(part), "{product}: {part} is not in {}", how());
            }
            let others = ["Get-Snapshot", "Get-VMSnapshot", "xe snapshot-list", "acli ", "qm list"];
            for other in others.iter().filter(|other| !command.starts_with(**other)) {
                let commands = page.run(
                    "return [...document.querySelectorAll('.how code')].map((one) => one.innerText).join(' ');",
                    Vec::new(),
                );
                assert!(!commands.as_str().unwrap_or_default().contains(other), "{product}: {commands}");
            }
        }
        // Where the hypervisor is not known there is a way to look all the same.
        page.open_document(&with("examples/exchange-se-dag.json", "other"));
        page.visit("#/q/vms%5Bex1%5D.snapshots");
        page.until_screen("vms[ex1].snapshots");
        page.click(&page.one("details.how > summary"));
        page.until("it is unfolded", || page.read("details.how").len() > 60);
        assert!(!page.read("details.how").contains("only reads"), "{}", page.read("details.how"));
    });
}

#[test]
fn a_command_is_copied_at_a_click() {
    for form in [Form::Root, Form::SingleFile] {
        at(Kind::Chromium, form, "", |page| {
            page.open_file(&root().join("examples/exchange-se-dag.json"));
            page.until_screen("#/answers");
            page.visit("#/q/vms%5Bex1%5D.snapshots");
            page.until_screen("vms[ex1].snapshots");
            page.click(&page.one("details.how > summary"));
            let command = page.read(".command code");
            assert!(command.starts_with("Get-Snapshot"), "{command}");
            let button = page.all(".command button").swap_remove(0);
            page.click(&button);
            page.until("it says so", || page.read(".command .copied") == "Copied");
            // The keyboard is where it was, and the page holds nothing more than before.
            assert!(page.focused()["aria"].as_str().is_some_and(|label| label.ends_with(&command)));
            assert_eq!(page.all("textarea").len(), 0);
            page.visit("#/q/hypervisor.version");
            page.until_screen("hypervisor.version");
            let field = page.control_of("text", "").expect("a field");
            page.type_over(&field, "");
            page.keys(&field, thirtyfour::Key::Control + "v");
            page.until("it is pasted", || {
                page.run("return document.querySelector('#main input').value;", Vec::new()) == command
            });
        });
    }
}

#[test]
fn choices_say_what_the_screen_says() {
    at(Kind::Chromium, Form::Root, "", |page| {
        for (product, id, label, term) in [
            ("vmware-vsphere", "dynamic-virtual-disk", "Thin Provision", "grows as it fills"),
            ("vmware-vsphere", "nas-as-block", "NFS datastore", "File share that the hypervisor presents as a disk"),
            ("hyper-v-2019", "dynamic-virtual-disk", "Dynamically expanding", "grows as it fills"),
            ("hyper-v-2019", "scsi-pass-through", "Physical hard disk", "passed through to the machine"),
            ("xenserver", "nas-as-block", "NFS or SMB storage repository", "presents as a disk"),
            // The dictionary is not sure of this one, and says so.
            ("vmware-vsphere", "iscsi-on-host", "RDM of an iSCSI LUN", ")"),
        ] {
            page.open_document(&with("examples/exchange-se-dag.json", product));
            page.visit("#/q/vms%5Bex1%5D.storage.kind");
            page.until_screen("vms[ex1].storage.kind");
            let read = page.run(
                "const one = document.querySelector(`.page-question input[value='${arguments[0]}']`).labels[0];
                return [one.innerText, one.querySelector('.term').innerText];",
                vec![id.into()],
            );
            let words = |place: usize| even(read[place].as_str().unwrap_or_default());
            assert!(words(0).starts_with(label), "{product}, {id}: {read}");
            assert!(words(1).contains(term), "{product}, {id}: {read}");
        }
    });
}

#[test]
fn several_kinds_of_storage_can_be_chosen_and_the_one_that_counts_is_named() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&with("examples/exchange-se-dag.json", "vmware-vsphere"));
        page.visit("#/q/vms%5Bex1%5D.storage.kind");
        page.until_screen("vms[ex1].storage.kind");
        let kinds = || {
            let document = page.document();
            [0, 1].map(|place| document["vms"][place]["storage"]["kind"].as_str().unwrap_or_default().to_owned())
        };
        assert_eq!(page.read("#counts"), "");
        let counted = |words: &str| format!("Of the kinds you chose one counts for the policy: {words}.");
        page.give(&json!(["scsi-pass-through"]));
        page.until("thick counts", || {
            page.read("#counts") == counted("Thick Provision Lazy Zeroed; Thick Provision Eager Zeroed")
        });
        assert_eq!(kinds(), ["fixed-virtual-disk"; 2]);
        page.give(&json!(["dynamic-virtual-disk"]));
        page.until("thin counts", || page.read("#counts") == counted("Thin Provision"));
        assert_eq!(kinds(), ["dynamic-virtual-disk"; 2]);
        page.give(&json!(["nas-as-block"]));
        page.until("the datastore counts", || page.read("#counts") == counted("NFS datastore"));
        assert_eq!(kinds(), ["nas-as-block"; 2]);
        // All that was chosen is there again.
        page.arrive("#/q/vms%5Bex1%5D.storage.kind");
        page.until_screen("vms[ex1].storage.kind");
        let ticked = "return [...document.querySelectorAll('.page-question input:checked')].map((one) => one.value);";
        let all = ["fixed-virtual-disk", "dynamic-virtual-disk", "scsi-pass-through", "nas-as-block"];
        assert_eq!(page.run(ticked, Vec::new()), json!(all));
        page.click(&page.one(".page-question input[value='nas-as-block']"));
        page.until("thin counts again", || page.read("#counts") == counted("Thin Provision"));
        assert_eq!(kinds(), ["dynamic-virtual-disk"; 2]);
        page.give_not_known();
        page.until("nothing counts", || page.read("#counts").is_empty());
        assert_eq!(page.run(ticked, Vec::new()), json!(["null"]));
        assert_eq!(page.document()["vms"][0]["storage"]["kind"], Value::Null);
    });
}
