//! The tests' own eyes: whatever must fail a test is seen, in both browsers.

use std::cell::RefCell;
use std::fs;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering};

use exchange_advisor_browser_tests::axe::Axe;
use exchange_advisor_browser_tests::browser::{Browser, Kind};
use exchange_advisor_browser_tests::driver;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::server::Server;

/// A page that does everything that the page must never do.
const BAD: &str = r#"<!DOCTYPE html><html data-ready="true" lang="en"><title>bad</title>
<body onload="console.error('said')"><p style="color: red">styled</p><img src="ELSEWHERE/elsewhere.png" alt="">
<script>
    Promise.reject(new Error("rejected"));
    fetch("data:text/plain,own").then(() => console.warn("warned"));
    fetch("missing.json");
    throw new Error("thrown");
</script>"#;

/// A page that not everybody can use.
const UGLY: &str = r##"<!DOCTYPE html><html data-ready="true" lang="en"><title>ugly</title>
<style>
    p { color: #aaa; background: #fff; }
    b { background: linear-gradient(90deg, #fff, #000); }
    div { overflow: hidden; width: 20px; white-space: nowrap; }
    pre { width: 2000px; }
    a { position: absolute; font-size: 6px; }
</style>
<main><h1>ugly</h1><h3>too deep</h3><p>pale</p><b>on many colours</b><div>cut off at the side</div><pre>wide</pre>
<select title="a title"><option>one</option></select><input type="text">
<nav><a href="#1">1</a><a href="#2">2</a></nav></main>"##;

fn serve(page: &str, test: impl FnOnce(&Server)) {
    static SERVED: AtomicU32 = AtomicU32::new(0);
    let number = SERVED.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("exchange-advisor-harness-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let elsewhere = Server::start(&folder, "/there/");
    let page = page.replace("ELSEWHERE", &elsewhere.url());
    fs::write(folder.join("index.html"), page).expect("a file");
    test(&Server::start(&folder, "/folder/"));
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

fn fails(step: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(step)).expect_err("it must fail");
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[test]
fn chromium_tells_of_everything() {
    serve(BAD, |server| {
        let page = Page::open(Browser::start(Kind::Chromium), &server.url(), "");
        let told = RefCell::new(Vec::new());
        page.until("everything has happened", || {
            told.borrow_mut().extend(page.complaints());
            ["rejected", "thrown", "said", "warned", "elsewhere.png", "missing.json"]
                .iter()
                .all(|word| told.borrow().iter().any(|one| one.contains(word)))
        });
        assert!(!told.borrow().iter().any(|one| one.contains("data:text")), "{told:?}");
        let untidy = fails(|| page.is_tidy());
        for word in ["p has style", "body has onload", "the policy is missing", "elsewhere.png"] {
            assert!(untidy.contains(word), "{word} is not in {untidy}");
        }
    });
}

#[test]
fn firefox_tells_of_everything() {
    serve(BAD, |server| {
        let page = Page::open(Browser::start(Kind::Firefox), &server.url(), "");
        page.listen();
        page.run("console.error('said later');", Vec::new());
        page.until("everything has happened", || {
            let told = page.complaints();
            ["rejected", "thrown", "said later"].iter().all(|word| told.iter().any(|one| one.contains(word)))
        });
        assert!(fails(|| page.is_tidy()).contains("elsewhere.png"));
    });
}

#[test]
fn axe_tells_of_everything() {
    serve(UGLY, |server| {
        let page = Page::open(Browser::start(Kind::Chromium), &server.url(), "");
        let mut axe = Axe::default();
        axe.look(&page, "ugly");
        let told = fails(|| {
            axe.finish();
        });
        for word in
            ["color-contrast", "target-size", "label", "heading-order", "untold", "without a label: [\n  \"<select"]
        {
            assert!(told.contains(word), "{word} is not in {told}");
        }
        assert!(fails(|| page.fits("ugly")).contains("wider than the window"));
        page.window(3000, 900);
        assert!(fails(|| page.fits("ugly")).contains("cut off"));
    });
}

#[test]
fn the_server_tells_of_everything() {
    let asked = |path: &str, method: &str| {
        let mut message = String::new();
        serve("<p>", |server| {
            let url = server.url();
            let host = url.trim_start_matches("http://").split('/').next().expect("a host").to_owned();
            let mut stream = std::net::TcpStream::connect(&host).expect("a connection");
            write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("a request");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            answer.lines().next().expect("a line").clone_into(&mut message);
            message += if server.odd().is_empty() { "fine" } else { "odd" };
        });
        message
    };
    assert_eq!(asked("/folder/", "GET"), "HTTP/1.1 200 .fine");
    assert_eq!(asked("/folder/index.html?x", "GET"), "HTTP/1.1 200 .fine");
    assert_eq!(asked("/folder/", "POST"), "HTTP/1.1 200 .odd");
    for path in ["/", "/index.html", "/favicon.ico", "/folder/nothing.js", "/folder/../secret", "/folder//etc/passwd"] {
        assert_eq!(asked(path, "GET"), "HTTP/1.1 404 .odd", "{path}");
    }
}

#[test]
fn a_missing_driver_is_told_with_its_remedy() {
    let told = fails(|| drop(driver::program(&["no-such-driver"])));
    assert_eq!(told, "no-such-driver is missing: `cargo xtask setup` installs it");
}
