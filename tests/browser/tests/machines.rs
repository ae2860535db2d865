//! Hosts and guests: how many, how alike; for which of them an answer goes; and the table
//! in which they are renamed, copied, taken away and made different.

use exchange_advisor_browser_tests::browser::{Browser, Kind};
use exchange_advisor_browser_tests::guide::Led;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root, text};
use serde_json::{Value, json};

/// A DAG of today, with so many hosts and guests that are all alike.
fn alike(hosts: usize, guests: usize) -> Value {
    let mut document: Value = serde_json::from_str(&text(&root().join("examples/exchange-se-dag.json"))).expect("JSON");
    let many = |one: &Value, name: &str, count: usize| -> Vec<Value> {
        let named = |number: usize| {
            let mut machine = one.clone();
            machine["id"] = format!("{name}{number}").into();
            machine
        };
        (1..=count).map(named).collect()
    };
    let (host, guest) = (document["hosts"][0].clone(), document["vms"][0].clone());
    document["hosts"] = many(&host, "host", hosts).into();
    let mut machines = many(&guest, "vm", guests);
    for (place, machine) in machines.iter_mut().enumerate() {
        machine["host"] = format!("host{}", place % hosts + 1).into();
        // Three of them still fit into the host.
        machine["vcpus"] = 8.into();
        machine["memory_gb"] = 64.into();
    }
    let names: Vec<Value> = machines.iter().map(|machine| machine["id"].clone()).collect();
    document["vms"] = machines.into();
    document["high_availability"]["nodes"] = names.into();
    document
}

/// The same, with nothing answered about the guests.
fn unasked(hosts: usize, guests: usize) -> Value {
    let mut document = alike(hosts, guests);
    for machine in document["vms"].as_array_mut().expect("a list") {
        *machine = json!({ "id": machine["id"] });
    }
    document
}

/// The legend of the boxes that say for which machines an answer goes.
fn goes_for(page: &Page) -> String {
    page.read("fieldset.peers legend")
}

/// Renames a machine in the table.
fn rename(page: &Page, machine: &str, name: &str) {
    page.type_over(&page.of_machine(machine, ".rename"), name);
}

#[test]
fn many_that_are_alike_take_no_more_than_twice_the_pages_of_one() {
    let pages = |page: &Page, hosts: usize, guests: usize| {
        let mut led = Led::by(&alike(hosts, guests).to_string());
        page.visit("#/");
        page.until_screen("#/");
        page.press("#begin");
        let asked = page.led_through(&mut led);
        assert_eq!(page.verdict(), "supported");
        assert_eq!(page.document(), led.document());
        asked
    };
    at(Kind::Chromium, Form::Root, "", |page| {
        let one = pages(page, 1, 1);
        let many = pages(page, 4, 12);
        assert!(many.len() <= 2 * one.len(), "{} pages instead of {}: {many:?}", many.len(), one.len());
        // Each of the questions about machines was on one page.
        let of_guests = many.iter().filter(|path| path.starts_with("vms["));
        assert!(of_guests.clone().all(|path| path.starts_with("vms[vm1]")), "{many:?}");
        assert!(of_guests.count() >= 8);
    });
}

#[test]
fn a_machine_that_is_left_out_is_asked_about_by_itself() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&unasked(2, 3));
        page.visit("#/q/vms%5Bvm1%5D.guest_os");
        page.until_screen("vms[vm1].guest_os");
        assert_eq!(page.goes_for(), ["vm1", "vm2", "vm3"]);
        assert_eq!(goes_for(page), "This answer goes for 3 machines");
        assert!(page.read(".caption").ends_with(": vm1, vm2, vm3"), "{}", page.read(".caption"));
        page.give(&json!("windows-server-2022"));
        page.tick_peer("vm2", false);
        assert_eq!(goes_for(page), "This answer goes for 2 machines");
        let systems = |document: &Value| -> Vec<Value> {
            document["vms"].as_array().into_iter().flatten().map(|vm| vm["guest_os"].clone()).collect()
        };
        assert_eq!(
            systems(&page.document()),
            [json!("windows-server-2022"), Value::Null, json!("windows-server-2022")]
        );
        assert!(page.document()["vms"][1].get("guest_os").is_none(), "vm2 is not known instead of not asked");
        // Its own question comes in its turn, and offers no machine that is answered otherwise.
        let mut led = vec![page.go_on()];
        while led.last().is_some_and(|path| path != "vms[vm2].guest_os") && led.len() < 30 {
            page.give_not_known();
            led.push(page.go_on());
        }
        assert_eq!(led.last().map(String::as_str), Some("vms[vm2].guest_os"), "{led:?}");
        page.give(&json!("windows-server-2019"));
        assert_eq!(goes_for(page), "This answer goes for vm2 alone");
        assert_eq!(systems(&page.document())[1], "windows-server-2019");
        // Ticked, the others take the answer; unticked, they have their own again.
        page.press("#peers-all");
        page.until("all are ticked", || page.goes_for().len() == 3);
        assert_eq!(systems(&page.document()), ["windows-server-2019"; 3]);
        page.press("#peers-none");
        page.until("none is ticked", || page.goes_for().len() == 1);
        assert_eq!(systems(&page.document()), ["windows-server-2022", "windows-server-2019", "windows-server-2022"]);
    });
}

#[test]
fn each_one_is_different_if_the_person_says_so() {
    at(Kind::Chromium, Form::Root, "", |page| {
        let mut document = unasked(2, 0);
        document.as_object_mut().expect("an object").remove("vms");
        document["high_availability"].as_object_mut().expect("an object").remove("nodes");
        page.open_document(&document);
        page.visit("#/q/vms");
        page.until_screen("vms");
        page.give(&json!(2));
        page.click(&page.one("input[name=alike][value=apart]"));
        let mut asked = vec![page.go_on()];
        while asked.len() < 12 && asked.last().is_some_and(|path| path != "#/settled") {
            assert!(page.goes_for().len() <= 1, "{:?} goes for both", asked.last());
            page.give_not_known();
            asked.push(page.go_on());
        }
        let of = |vm: &str| -> Vec<&str> {
            asked
                .iter()
                .filter_map(|path| path.strip_prefix(&format!("vms[{vm}]")))
                .filter(|path| *path != ".host")
                .collect()
        };
        assert!(of("vm1").len() >= 3, "{asked:?}");
        assert!(of("vm1").iter().zip(of("vm2")).all(|(one, other)| *one == other), "{asked:?}");
    });
}

#[test]
fn one_table_says_on_which_host_each_machine_runs() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&unasked(3, 4));
        page.visit("#/q/vms%5Bvm1%5D.host");
        page.until_screen("vms[vm1].host");
        assert_eq!(page.all("fieldset.placement select").len(), 4);
        assert_eq!(page.read("h1"), "On which host does each machine run?");
        page.place("vm1", "host2");
        page.place("vm2", "host3");
        page.place("vm3", "I do not know");
        page.press("#continue");
        page.until("it says what is wrong", || page.read("#error-summary").contains("vm4"));
        assert!(page.read("#error-summary").contains("Choose a host for vm4"), "{}", page.read("#error-summary"));
        page.place("vm4", "host1");
        page.go_on();
        let placed: Vec<Value> =
            page.document()["vms"].as_array().into_iter().flatten().map(|vm| vm["host"].clone()).collect();
        assert_eq!(placed, [json!("host2"), json!("host3"), Value::Null, json!("host1")]);
    });
}

/// Nobody is asked for it, and whoever comes by an address is not stuck there.
#[test]
fn with_one_host_nothing_has_to_be_chosen() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&unasked(1, 1));
        page.visit("#/q/vms%5Bvm1%5D.host");
        page.until_screen("vms[vm1].host");
        assert_ne!(page.go_on(), "vms[vm1].host");
    });
}

#[test]
fn references_follow_a_machine_that_is_renamed_and_leave_one_that_is_removed() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&alike(2, 3));
        page.visit("#/machines");
        page.until_screen("#/machines");
        assert_eq!(page.machines(), ["host:host1", "host:host2", "vm:vm1", "vm:vm2", "vm:vm3"]);
        rename(page, "host:host1", "esx-a");
        page.until("the host has its name", || page.machines().contains(&"host:esx-a".to_owned()));
        rename(page, "vm:vm3", "mbx");
        page.until("the machine has its name", || page.machines().contains(&"vm:mbx".to_owned()));
        let renamed = page.document();
        let hosts: Vec<&Value> = renamed["vms"].as_array().expect("a list").iter().map(|vm| &vm["host"]).collect();
        assert_eq!(hosts, ["esx-a", "host2", "esx-a"]);
        assert_eq!(renamed["high_availability"]["nodes"], json!(["vm1", "vm2", "mbx"]));
        // A name that is taken, or none, is refused, and the field shows what counts.
        for wrong in ["vm1", " ", "a]b"] {
            rename(page, "vm:vm2", wrong);
            let field = page.of_machine("vm:vm2", ".rename");
            let shown = || page.run("return arguments[0].value;", vec![Browser::argument(&field)]);
            page.until(&format!("`{wrong}` is refused"), || shown() == "vm2");
        }
        assert_eq!(page.document(), renamed);
        // Its copy is like it in everything but the name.
        page.click(&page.of_machine("vm:mbx", ".copy"));
        page.until("there are four", || page.machines().len() == 6);
        let mut copied = page.document();
        let copy = copied["vms"][3].as_object_mut().expect("a machine");
        let id = copy.insert("id".to_owned(), json!("mbx")).expect("a name");
        assert_eq!(copied["vms"][3], copied["vms"][2], "the copy {id}");
        page.click(&page.of_machine("host:esx-a", ".remove"));
        page.until("the host is gone", || !page.machines().contains(&"host:esx-a".to_owned()));
        page.click(&page.of_machine("vm:vm1", ".remove"));
        page.until("the machine is gone", || !page.machines().contains(&"vm:vm1".to_owned()));
        let less = page.document();
        let ids: Vec<&Value> = less["vms"].as_array().expect("a list").iter().map(|vm| &vm["id"]).collect();
        assert_eq!(ids[..2], ["vm2", "mbx"]);
        assert_eq!(less["vms"][0]["host"], "host2");
        assert_eq!(less["vms"][1].get("host").and_then(Value::as_str), None, "a host that is gone");
        assert_eq!(less["high_availability"]["nodes"], json!(["vm2", "mbx"]));
        // And the answers of the page agree with the core's judgement of the file.
        page.visit("#/result");
        page.until_screen("#/result");
        page.agrees_with_the_core();
    });
}

#[test]
fn the_table_shows_what_differs() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_document(&alike(2, 3));
        page.visit("#/machines");
        page.until_screen("#/machines");
        let differing = || -> Vec<String> {
            let rows = page.run(
                "return [...document.querySelectorAll('tr.differs')].map((row) => row.querySelector('td').dataset.path);",
                Vec::new(),
            );
            rows.as_array().into_iter().flatten().map(|row| row.as_str().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(differing(), ["vms[vm1].host"]);
        page.answer("vms[vm2].vcpus", &json!(12));
        page.answer("hosts[host2].server_applications_on_root", &json!(true));
        page.until("the rows are marked", || differing().len() == 3);
        assert_eq!(differing(), ["hosts[host1].server_applications_on_root", "vms[vm1].host", "vms[vm1].vcpus"]);
        assert!(page.read("tr.differs th").ends_with("differs"), "{}", page.read("tr.differs th"));
        let rows = || page.all("tbody tr").len();
        for filter in page.all(".group-head input[type=checkbox]") {
            page.click(&filter);
        }
        page.until("only what differs is shown", || rows() == 3);
        let document = page.document();
        assert_eq!(document["vms"][1]["vcpus"], 12);
        assert_eq!(document["hosts"][1]["server_applications_on_root"], true);
    });
}

#[test]
fn the_number_of_machines_is_what_there_are() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.press("#begin");
        page.visit("#/q/hosts");
        page.until_screen("hosts");
        for (wrong, says) in [("", "whole number"), ("none", "whole number"), ("0", "whole number"), ("501", "500")] {
            page.type_answer(wrong);
            page.press("#continue");
            page.until(&format!("`{wrong}` is refused"), || page.read("#error-summary").contains(says));
        }
        page.type_answer("3");
        page.go_on();
        page.visit("#/machines");
        page.until_screen("#/machines");
        page.click(&page.of_machine("host:host2", ".remove"));
        page.until("there are two", || page.machines().len() == 2);
        // What was typed once is no longer so.
        page.visit("#/q/hosts");
        page.until_screen("hosts");
        assert_eq!(page.run("return document.getElementById('c-hosts').value;", Vec::new()), "2");
        page.go_on();
        assert_eq!(page.document()["hosts"].as_array().map(Vec::len), Some(2), "a host came back");
        // Fewer are made in the table, where one sees which.
        page.visit("#/q/hosts");
        page.until_screen("hosts");
        page.type_answer("1");
        page.press("#continue");
        page.until("it says where", || page.read("#error-summary").contains("table of machines"));
    });
}
