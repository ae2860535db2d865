//! By clicking: from nothing to "supported", to "not supported", and back by mending
//! what the page says must change.

use std::thread;
use std::time::Duration;

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::native;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, on_page, root, text};
use exchange_advisor_core::questions::Version;
use serde_json::{Value, json};

/// The answers of a document by the paths that the page gives them, its machines named
/// in the order in which they are added: host1, vm1.
fn answers(document: &str) -> Vec<(String, Value)> {
    let document: Value = serde_json::from_str(document).expect("JSON");
    let mut answers = Vec::new();
    for (key, value) in document.as_object().expect("an object") {
        match key.as_str() {
            "format" => {}
            "hosts" | "vms" => {
                for (place, machine) in value.as_array().expect("a list").iter().enumerate() {
                    leaves(&format!("{key}[{}]", new_id(key, place)), machine, &mut answers);
                }
            }
            key => leaves(key, value, &mut answers),
        }
    }
    answers.retain(|(path, _)| !path.ends_with("].id"));
    // References follow the new names.
    let ids = |list: &str| -> Vec<Value> {
        document[list].as_array().into_iter().flatten().map(|machine| machine["id"].clone()).collect()
    };
    for (path, value) in &mut answers {
        let list = if path.ends_with("].host") { "hosts" } else { "vms" };
        let rename = |id: &mut Value| {
            let place = ids(list).iter().position(|found| found == id).expect("a reference to something");
            *id = new_id(list, place).into();
        };
        if path.ends_with("].host") {
            rename(value);
        } else if path == "high_availability.nodes" {
            value.as_array_mut().expect("a list").iter_mut().for_each(rename);
        }
    }
    answers
}

fn new_id(list: &str, place: usize) -> String {
    format!("{}{}", if list == "hosts" { "host" } else { "vm" }, place + 1)
}

fn leaves(path: &str, value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                leaves(&format!("{path}.{key}"), value, found);
            }
        }
        value => found.push((path.to_owned(), value.clone())),
    }
}

/// How many machines of a list a document has.
fn machines(answers: &[(String, Value)], list: &str) -> usize {
    let has =
        |place: &usize| answers.iter().any(|(path, _)| path.starts_with(&format!("{list}[{}]", new_id(list, *place))));
    (0..1000).take_while(has).count()
}

/// Answers what the page says is missing, link by link, until nothing is.
fn answer_what_is_missing(page: &Page, answers: &[(String, Value)]) {
    for _ in 0..200 {
        let missing = page.missing();
        let Some(path) = missing.first() else { return };
        page.follow(path);
        match path.as_str() {
            "hosts" => (0..machines(answers, "hosts")).for_each(|_| page.press("#add-host")),
            "vms" => (0..machines(answers, "vms")).for_each(|_| page.press("#add-guest")),
            path => {
                let known = answers.iter().find(|(found, _)| found == path);
                let (_, value) = known.unwrap_or_else(|| panic!("the page asks for {path}, which the case has not"));
                page.answer(path, value);
            }
        }
        page.until(&format!("{path} is no longer missing"), || !page.missing().contains(path));
    }
    panic!("no end of questions: {:?}", page.missing());
}

fn until_settled(page: &Page, verdict: &str) {
    page.until_verdict(verdict);
    page.agrees_with_the_core();
}

/// Breaks something by one answer, reads what the page says about it, and mends it.
fn break_and_mend(page: &Page, path: &str, (good, bad): (Value, Value), rule: &str, subject: &str) {
    page.answer(path, &bad);
    until_settled(page, "not-supported");
    assert_eq!(page.findings("#must-change"), [[rule, subject, "violated"].map(str::to_owned)]);
    let told = page.unfold(rule, subject);
    let saved = page.save();
    for words in native::words(&saved, rule) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&words), "the finding {rule} does not say: {words}\nbut: {told}");
    }
    let evidence = native::evidence(&saved, rule);
    assert!(evidence.contains(&path.to_owned()), "{rule} was decided by {evidence:?}");
    page.answer(path, &good);
    until_settled(page, "supported");
    assert_eq!(page.findings("#must-change"), [] as [[String; 3]; 0]);
}

#[test]
fn exchange_2003_from_nothing_to_supported_and_back() {
    let answers = answers(&text(&root().join("tests/cases/documents/supported-2003.json")));
    on_page(Kind::Chromium, Form::Root, |page| {
        until_settled(page, "undetermined");
        assert_eq!(page.missing(), ["exchange.version"]);
        answer_what_is_missing(page, &answers);
        until_settled(page, "supported");
        let driver = (json!("microsoft-vm-scsi"), json!("adaptec"));
        for (path, answers, rule, subject) in [
            ("vms[vm1].virtual_server.undo_disks", (json!(false), json!(true)), "undo-disks", "vm:vm1"),
            ("vms[vm1].virtual_server.scsi_driver", driver, "scsi-driver", "vm:vm1"),
            ("vms[vm1].vcpus", (json!(1), json!(2)), "single-processor", "vm:vm1"),
        ] {
            break_and_mend(page, path, answers, rule, subject);
        }
    });
}

#[test]
fn a_dag_of_today_from_nothing_to_the_whole_document() {
    let document = text(&root().join("examples/exchange-se-dag.json"));
    let answers = answers(&document);
    on_page(Kind::Chromium, Form::SingleFile, |page| {
        answer_what_is_missing(page, &answers);
        until_settled(page, "supported");
        // What is not needed for the verdict is asked as well.
        let asked: Vec<_> = answers.iter().filter(|(path, _)| page.asks(path)).collect();
        for (path, value) in &asked {
            page.answer(path, value);
        }
        let saved = page.agrees_with_the_core();
        let mut wanted = self::answers(&saved.to_string());
        let mut given: Vec<_> = asked.into_iter().cloned().collect();
        let by_path = |one: &(String, Value), other: &(String, Value)| one.0.cmp(&other.0);
        wanted.sort_by(by_path);
        given.sort_by(by_path);
        assert_eq!(wanted, given, "saved (left) and answered (right)");
        // Advice that is not followed leaves it supported.
        page.answer("vms[vm1].host", &json!("host2"));
        let apart = ["cluster-nodes-apart", "deployment", "violated"].map(str::to_owned);
        page.until("the advice is given", || page.findings("#advised").contains(&apart));
        until_settled(page, "supported");
        page.answer("vms[vm1].host", &json!("host1"));
        let memory = (json!(384), json!(100));
        break_and_mend(page, "hosts[host1].memory_gb", memory, "memory-oversubscription", "host:host1");
        let kind = (json!("fixed-virtual-disk"), json!("nas-share"));
        break_and_mend(page, "vms[vm2].storage.kind", kind, "nas-storage", "vm:vm2");
        let saved = (json!(false), json!(true));
        break_and_mend(page, "vms[vm2].state_saved_on_disk", saved, "saved-state", "vm:vm2");
    });
}

#[test]
fn every_kind_of_answer_can_be_given_unknown_and_taken_back() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.answer("exchange.version", &"2007".into());
        page.press("#add-host");
        page.press("#add-host");
        page.press("#add-guest");
        page.press("#add-guest");
        page.until("the machines are there", || page.machines().len() == 4);
        let at = |document: &Value, path: &str| -> Option<Value> {
            let pointer = path.replace("hosts[host1]", "hosts/0").replace("vms[vm1]", "vms/0").replace('.', "/");
            document.pointer(&format!("/{pointer}")).cloned()
        };
        for (path, values) in [
            ("name", vec![json!("Büro \"4\" <b>\\ 📧"), json!("second")]),
            ("as_of", vec![json!("2011-06-01")]),
            ("purpose", vec![json!("lab"), json!("production")]),
            ("exchange.meets_system_requirements", vec![json!(true), json!(false)]),
            ("hypervisor.product", vec![json!("hyper-v-2008"), json!("vmware-esx")]),
            ("high_availability.solutions", vec![json!(["ccr", "scr"]), json!([]), json!(["lcr"]), json!(["ccr"])]),
            ("high_availability.nodes", vec![json!(["vm1", "vm2"]), json!(["vm2"]), json!([])]),
            ("high_availability.migration", vec![json!("quick"), json!("none")]),
            ("hosts[host1].sockets", vec![json!(2), json!(4)]),
            ("hosts[host1].memory_gb", vec![json!(16.5), json!(64)]),
            ("hosts[host1].root_processors_used", vec![json!(0), json!(0.25)]),
            ("vms[vm1].host", vec![json!("host2"), json!("host1")]),
            ("vms[vm1].roles", vec![json!(["mailbox", "hub-transport"]), json!(["client-access"])]),
            ("vms[vm1].guest_os", vec![json!("windows-server-2008-x64")]),
            ("vms[vm1].storage.iscsi.link_gbps", vec![json!(0.000_976_562_5), json!(10)]),
        ] {
            assert!(page.asks(path), "{path} is not asked");
            for value in values.iter().chain([&Value::Null]) {
                page.answer(path, value);
                let saved = page.agrees_with_the_core();
                assert_eq!(at(&saved, path), Some(value.clone()), "{path}");
            }
            // From "I do not know" to an answer in one step, and to none.
            page.answer(path, &values[0]);
            assert_eq!(at(&page.agrees_with_the_core(), path), Some(values[0].clone()), "{path}");
            page.take_back(path);
            assert_eq!(at(&page.agrees_with_the_core(), path), None, "{path}");
        }
    });
}

#[test]
fn what_is_no_answer_never_gets_into_the_document() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.answer("exchange.version", &"2007".into());
        page.press("#add-guest");
        page.until("the machine is there", || page.machines().len() == 1);
        for (path, key, right, wrong) in [
            ("vms[vm1].vcpus", "/vms/0/vcpus", "4", ["four", "0", "2.5", "-1", "99999"]),
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "16", ["0", "16 bananas", "16 ms", "1e400", "10000001"]),
            ("as_of", "/as_of", "2011-06-01", ["01.06.2011", "2011-02-30", "soon", "2011-6-1", "99999-01-01"]),
        ] {
            for text in wrong {
                page.type_into(path, right);
                assert!(page.agrees_with_the_core().pointer(key).is_some(), "{path}: {right}");
                page.type_into(path, text);
                // Saving what it has read, the page would save something that is no document.
                // The answer before would be one that is not in sight.
                let saved = page.agrees_with_the_core();
                assert_eq!(saved.pointer(key), None, "{path}: {text}");
                let field = "return document.getElementById(`c-${arguments[0]}`).value;";
                assert_eq!(page.run(field, vec![path.into()]), text, "{path}: what was typed is gone");
            }
        }
    });
}

#[test]
fn numbers_take_what_people_type() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.answer("exchange.version", &"2007".into());
        page.press("#add-guest");
        page.until("the machine is there", || page.machines().len() == 1);
        for (path, key, typed, meant) in [
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "64 GB", json!(64)),
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "65536 MB", json!(64)),
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "1,024", json!(1024)),
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "1 TB", json!(1024)),
            ("vms[vm1].memory_gb", "/vms/0/memory_gb", "1.5 GB", json!(1.5)),
            ("vms[vm1].vcpus", "/vms/0/vcpus", " 4 ", json!(4)),
        ] {
            page.type_into(path, typed);
            let saved = page.agrees_with_the_core();
            assert_eq!(saved.pointer(key), Some(&meant), "{path}: {typed}");
            assert_eq!(page.run("return document.querySelectorAll('.fault').length;", Vec::new()), 0, "{typed}");
        }
    });
}

#[test]
fn exactly_the_questions_of_the_version_are_asked() {
    on_page(Kind::Chromium, Form::Root, |page| {
        assert!(page.questions().contains("exchange.version"));
        page.press("#add-host");
        page.press("#add-guest");
        page.press("#add-guest");
        page.until("the machines are there", || page.machines().len() == 3);
        for version in Version::ALL.iter().map(|version| version.id()) {
            page.answer("exchange.version", &version.into());
            let wanted = native::questions(&page.save());
            page.until(&format!("{version} has its questions"), || page.questions().contains("vms[vm1].guest_os"));
            assert_eq!(page.questions(), wanted, "Exchange {version}");
        }
    });
}

#[test]
fn links_lead_to_their_questions_where_the_page_glides() {
    on_page(Kind::Chromium, Form::Root, |page| {
        page.open_file(&root().join("examples/half-answered.json"));
        page.until("it is open", || page.missing().len() > 3);
        let feature = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "no-preference" }] });
        page.devtools("Emulation.setEmulatedMedia", &feature);
        for path in page.missing() {
            page.follow(&path);
            // The next link may be clicked when the page stands still.
            let top = || page.run("return scrollY;", Vec::new());
            page.until("the page stands still", || {
                let before = top();
                thread::sleep(Duration::from_millis(150));
                top() == before
            });
            // Where the gliding ends the question is still there.
            page.until_reached(&format!("q-{path}"), "seen");
        }
        // The same link twice: the address is the same, and it must lead there all the same.
        let path = page.missing().first().cloned().expect("something is missing");
        for _ in 0..2 {
            page.run("scrollTo({ top: 0, behavior: 'instant' }); document.activeElement.blur();", Vec::new());
            page.follow(&path);
        }
    });
}
