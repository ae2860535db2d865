//! Every question has its address: back, forward, reload and links work; the list of
//! answers is one step away from everywhere.

use exchange_advisor_browser_tests::browser::Kind;
use exchange_advisor_browser_tests::guide::Led;
use exchange_advisor_browser_tests::page::Page;
use exchange_advisor_browser_tests::{Form, at, root, text};
use serde_json::{Value, json};

/// What is answered on the page that is shown: the values of what is chosen or typed.
fn shown(page: &Page) -> Value {
    page.run(
        r#"return [...document.querySelectorAll("form.ask input, form.ask select")]
            .filter((one) => one.type === "text" || one.localName === "select" || one.checked)
            .map((one) => one.value);"#,
        Vec::new(),
    )
}

fn back(page: &Page) {
    page.run("history.back();", Vec::new());
}

#[test]
fn back_and_forward_through_twenty_questions() {
    let mut led = Led::by(&text(&root().join("examples/exchange-se-dag.json")));
    at(Kind::Chromium, Form::Root, "", |page| {
        page.press("#begin");
        let mut seen: Vec<(String, Value)> = Vec::new();
        while seen.len() < 22 {
            let step = led.open().next().cloned().expect("more than twenty questions");
            let path = page.screen();
            page.answer_truly(&led, &step);
            led.answer(&step, &page.goes_for());
            seen.push((path, shown(page)));
            page.go_on();
        }
        let document = page.document();
        for (path, answer) in seen.iter().rev() {
            back(page);
            page.until_screen(path);
            assert_eq!(shown(page), *answer, "{path}, on the way back");
            // The keyboard and the title are those of the question.
            page.until_focused("heading");
            let title = page.run("return document.title;", Vec::new());
            let heading = page.read("h1");
            assert!(
                heading.starts_with("On which host") || title.as_str().is_some_and(|title| title.starts_with(&heading)),
                "{title}"
            );
        }
        for (path, answer) in &seen[1..] {
            page.run("history.forward();", Vec::new());
            page.until_screen(path);
            assert_eq!(shown(page), *answer, "{path}, on the way forward");
        }
        // "Back" on the page is the browser's.
        page.press("#back");
        page.until_screen(&seen[seen.len() - 2].0);
        assert_eq!(page.document(), document, "looking changes nothing");
        // "Continue" leads on to what is open, not through all that was answered.
        assert_eq!(page.go_on(), led.screen());
    });
}

#[test]
fn reload_and_links_to_single_questions() {
    at(Kind::Chromium, Form::Root, "", |page| {
        page.open_file(&root().join("examples/exchange-se-dag.json"));
        page.until_screen("#/answers");
        page.visit("#/q/vms%5Bex2%5D.memory_gb");
        page.until_screen("vms[ex2].memory_gb");
        page.type_answer("130");
        page.run("location.reload();", Vec::new());
        page.until("the page is there again", || page.read("h1") == "How much memory has it?");
        assert_eq!(page.screen(), "vms[ex2].memory_gb");
        assert!(shown(page).as_array().is_some_and(|values| values.contains(&json!("130"))), "{}", shown(page));
        // A link from elsewhere, written as a browser or a person writes it.
        for fragment in ["#/q/vms%5Bex1%5D.memory_gb", "#/q/vms[ex1].memory_gb"] {
            page.arrive(fragment);
            page.until_screen("vms[ex1].memory_gb");
            // Both machines had the same, so both have the new answer.
            assert!(shown(page).as_array().is_some_and(|values| values.contains(&json!("130"))), "{}", shown(page));
        }
        for (fragment, names) in [
            ("#/q/vms%5Bgone%5D.memory_gb", "vms[gone].memory_gb"),
            ("#/q/vms%5Bex1%5D.colour", "vms[ex1].colour"),
            ("#/q/nothing", "nothing"),
        ] {
            page.arrive(fragment);
            page.until("it says so", || page.read("h1") == "This question is not here");
            assert!(page.read("#main").contains(names), "{}", page.read("#main"));
            page.press("#go-on");
            page.until("it leads on", || page.read("h1") != "This question is not here");
        }
        // An address of no screen is that of the start.
        page.arrive("#/nowhere");
        page.until("it is the start", || page.all("#main .start").len() == 1);
    });
}

#[test]
fn a_link_to_a_question_works_where_nothing_is_kept() {
    at(Kind::Chromium, Form::SingleFile, "#/q/exchange.version", |page| {
        page.until_screen("exchange.version");
        page.give(&json!("2007"));
        assert_eq!(page.go_on(), "purpose");
    });
}

#[test]
fn the_answers_are_one_step_away_and_lead_to_every_question_and_back() {
    at(Kind::Chromium, Form::Root, "", |page| {
        // One question is left: whether it is for production.
        let mut document: Value =
            serde_json::from_str(&text(&root().join("examples/exchange-se-dag.json"))).expect("JSON");
        document.as_object_mut().expect("an object").remove("purpose");
        page.open_document(&document);
        page.until_screen("#/answers");
        let headings =
            page.run("return [...document.querySelectorAll('#main h2')].map((one) => one.innerText);", Vec::new());
        let wanted = [
            "This deployment",
            "Exchange",
            "Hypervisor",
            "Hosts",
            "Exchange machines",
            "Storage of Exchange data",
            "High availability",
            "Backup",
        ];
        assert_eq!(headings, json!(wanted));
        // Each answer has its "Change"; where machines differ, each of them.
        let links = page.run(
            "return [...document.querySelectorAll('.change a')].map((one) => decodeURIComponent(one.getAttribute('href').slice(4)));",
            Vec::new(),
        );
        let links: Vec<String> =
            links.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect();
        for path in ["hosts", "vms", "name", "exchange.version", "vms[ex1].host", "vms[ex2].host", "vms[ex1].memory_gb"]
        {
            assert_eq!(links.iter().filter(|link| *link == path).count(), 1, "{path} in {links:?}");
        }
        assert!(!links.contains(&"vms[ex2].memory_gb".to_owned()), "both machines have the same");
        let change = |path: &str| {
            let place = links.iter().position(|link| link == path).expect("a link");
            page.click(&page.all(".change a")[place]);
            page.until_screen(path);
        };
        for path in ["exchange.cumulative_update", "vms[ex1].memory_gb", "high_availability.solutions", "hosts"] {
            change(path);
            assert_eq!(page.go_on(), "#/answers");
        }
        change("vms[ex1].memory_gb");
        page.type_answer("96");
        assert_eq!(page.go_on(), "#/answers");
        let machines = &page.document()["vms"];
        assert_eq!((&machines[0]["memory_gb"], &machines[1]["memory_gb"]), (&json!(96), &json!(96)));
        // Whoever goes elsewhere from there is led on as usual.
        change("vms[ex1].memory_gb");
        page.click(&page.one("header nav a[href^='#/settled'], header nav a[href^='#/q/']"));
        page.until_screen("purpose");
        page.give(&json!("production"));
        assert_eq!(page.go_on(), "#/settled");
        // From every screen it is one link away, and it is what comes first after the last question.
        for screen in ["#/", "#/settled", "#/machines", "#/result", "#/unknown", "#/share", "#/all"] {
            page.visit(screen);
            page.until_screen(screen);
            page.click(&page.one("header nav a[href='#/answers']"));
            page.until_screen("#/answers");
        }
        page.visit("#/q/backup.method");
        page.until_screen("backup.method");
        page.click(&page.one("header nav a[href='#/answers']"));
        page.until_screen("#/answers");
        page.visit("#/settled");
        page.until_screen("#/settled");
        let first = "return document.querySelector('#main .settled a').getAttribute('href');";
        assert_eq!(page.run(first, Vec::new()), "#/answers");
    });
}
