//! By keyboard alone: from the start page to each of the four verdicts. No click, and no
//! script gives anything the focus.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::guide::Led;
use exchange_advisor_browser_tests::keyboard::Key;
use exchange_advisor_browser_tests::native;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at};
use serde_json::{Value, json};

/// A deployment of today, as small as it can be.
fn small() -> Value {
    json!({
        "format": "exchange-virtualization-deployment/1",
        "exchange": { "version": "2019", "cumulative_update": 14, "meets_system_requirements": true },
        "hypervisor": { "product": "hyper-v-2019", "vendor_supports_migration": true },
        "hosts": [{
            "id": "host1", "sockets": 2, "cores_per_socket": 8, "memory_gb": 256, "other_vm_vcpus": 4,
            "other_vm_memory_gb": 32, "server_applications_on_root": false, "vm_storage_gb": 4000
        }],
        "vms": [{
            "id": "vm1", "host": "host1", "roles": ["mailbox"], "guest_os": "windows-server-2019", "vcpus": 8,
            "memory_gb": 128, "dynamic_memory": false, "os_disk_gb": 200, "snapshots": false,
            "state_saved_on_disk": false,
            "storage": { "kind": "fixed-virtual-disk", "disk_format": "vhdx", "separate_from_os_spindles": true }
        }],
        "high_availability": {
            "solutions": [], "host_clustering": false, "migration": "none", "moves_cluster_nodes": false,
            "cold_boot_on_failover": true
        },
        "backup": { "method": "in-guest-vss" }
    })
}

/// From the start page to the result. Gives what was saved, by keyboard as well, which is
/// the document that the person told.
fn journey(page: &Page, truth: &Value, verdict: &str) -> Value {
    let mut led = Led::by(&truth.to_string());
    page.until_screen("#/");
    page.tab_to_id("begin");
    page.key(Key::Enter);
    let mut pages = 0;
    while let Some(step) = led.open().next().cloned() {
        page.until_screen(&led.screen());
        let goes_for = page.goes_for();
        page.answer_by_key(&led, &step);
        led.answer(&step, &goes_for);
        pages += 1;
        assert!(pages < 80, "no end of questions");
    }
    page.until_screen("#/settled");
    page.until_focused("heading");
    page.tab_to_id("check");
    page.key(Key::Enter);
    page.until_screen("#/answers");
    page.until_focused("heading");
    page.tab_to_id("see-result");
    page.key(Key::Enter);
    page.until_screen("#/result");
    page.until_focused("heading");
    let shown = page.verdict();
    assert_eq!(shown, verdict);
    // The file, too, is saved without a mouse; the keyboard is back at the top of the page.
    let saved = page.save_by_key();
    assert_eq!(serde_json::from_str::<Value>(&saved).expect("JSON"), led.document(), "saved (left) and told (right)");
    assert_eq!(native::shown(&saved).verdict, shown, "the core says otherwise of {saved}");
    page.agrees_with_the_core()
}

#[test]
fn to_supported() {
    at(Kind::Chromium, Form::Root, "", |page| {
        let saved = journey(page, &small(), "supported");
        assert_eq!(saved["vms"][0]["storage"]["kind"], "fixed-virtual-disk");
    });
}

#[test]
fn to_not_supported() {
    let mut truth = small();
    truth["vms"][0]["storage"]["kind"] = "nas-share".into();
    truth["vms"][0]["snapshots"] = true.into();
    at(Kind::Chromium, Form::SingleFile, "", |page| {
        journey(page, &truth, "not-supported");
        assert!(!page.findings("#must-change").is_empty());
    });
}

#[test]
fn to_undetermined() {
    let truth = json!({
        "format": "exchange-virtualization-deployment/1",
        "exchange": { "version": "2016" },
        "hypervisor": { "product": "vmware-vsphere" },
    });
    at(Kind::Chromium, Form::Root, "", |page| {
        journey(page, &truth, "undetermined");
        assert_ne!(page.read("#to-unknown"), "");
    });
}

#[test]
fn to_out_of_scope() {
    let truth = json!({ "format": "exchange-virtualization-deployment/1", "purpose": "lab" });
    at(Kind::Chromium, Form::Root, "", |page| {
        journey(page, &truth, "out-of-scope");
    });
}
