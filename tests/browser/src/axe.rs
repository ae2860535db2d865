//! axe-core in the page: what it finds, and what it cannot tell.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::Page;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Runs axe-core over the whole document. Style sheets are not fetched again: the content
/// security policy forbids it, and the browser knows their effect.
///
/// Where it cannot tell a contrast because something lies outside of the part of a table
/// that is in sight, that is scrolled into sight and it is asked again.
const RUN: &str = r#"
    const [done] = arguments;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const told = (results) => results.map(({ id, impact, help, nodes }) =>
        ({ id, impact, help, count: nodes.length, where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`) }));
    const contrast = ({ id }) => id === "color-contrast";
    (async () => {
        const options = {
            // By its tag alone a rule that is off by default would depend on axe-core's version.
            runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } },
            resultTypes: ["violations", "incomplete"], preload: false,
        };
        const { violations, incomplete, passes, inapplicable } = await axe.run(document, options);
        let unsure = incomplete.filter(contrast).flatMap(({ nodes }) => nodes);
        const only = { runOnly: { type: "rule", values: ["color-contrast"] }, preload: false };
        while (unsure.length > 0) {
            const targets = unsure.map(({ target }) => target.at(-1));
            document.querySelector(targets[0]).scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
            const again = await axe.run({ include: targets.map((target) => [target]) }, only);
            violations.push(...again.violations);
            const left = again.incomplete.flatMap(({ nodes }) => nodes);
            const first = left.some(({ target }) => target.at(-1) === targets[0]);
            unsure = left;
            // In sight and still not told: nobody can tell.
            if (first) { break; }
        }
        scrollTo({ top: 0, behavior: "instant" });
        const others = incomplete.filter((one) => !contrast(one));
        const untold = unsure.length > 0 ? [{ id: "color-contrast", help: "cannot be told", nodes: unsure }] : [];
        done({
            violations: told(violations), incomplete: told(others), untold: told(untold),
            ran: [...violations, ...incomplete, ...passes, ...inapplicable].map(({ id }) => id),
            passes: passes.length,
        });
    })().catch((error) => done({ error: String(error) }));
"#;

/// Controls without a label that is written for them: what axe-core takes for a name may
/// be a title or a placeholder.
const UNLABELLED: &str = r#"
    const named = (one) => one.labels?.length > 0 || (one.getAttribute("aria-label") ?? "").trim() !== "";
    return [...document.querySelectorAll("input, select, textarea")].filter((one) => !named(one)).map((one) => one.outerHTML.slice(0, 200));
"#;

/// Looks that are taken at a page with axe-core, and what came of them.
#[derive(Default)]
pub struct Axe {
    found: Vec<String>,
    looks: usize,
    /// What axe-core could not tell, each once.
    unsure: BTreeSet<String>,
}

impl Axe {
    /// Looks at the page as it is.
    #[track_caller]
    pub fn look(&mut self, page: &Page, what: &str) {
        if !page.is("return typeof globalThis.axe === 'object';", Vec::new()) {
            page.run(&format!("{AXE}; globalThis.axe = axe;"), Vec::new());
        }
        let result = page.run_async(RUN, Vec::new());
        assert_eq!(result["error"], Value::Null, "{what}");
        assert!(result["passes"].as_u64() >= Some(10), "{what}: axe-core looked at nothing: {result}");
        for rule in ["color-contrast", "target-size", "label", "heading-order", "region"] {
            let ran = result["ran"].as_array().is_some_and(|ran| ran.contains(&json!(rule)));
            assert!(ran, "{what}: axe-core did not run its rule {rule}");
        }
        for kind in ["violations", "untold"] {
            if result[kind] != json!([]) {
                self.found.push(format!("{what}, {kind}: {:#}", result[kind]));
            }
        }
        for one in result["incomplete"].as_array().into_iter().flatten() {
            if self.unsure.insert(format!("{} {}", one["id"], one["where"][0])) {
                println!("{what}: axe-core cannot tell: {one:#}");
            }
        }
        let unlabelled = page.run(UNLABELLED, Vec::new());
        if unlabelled != json!([]) {
            self.found.push(format!("{what}: without a label: {unlabelled:#}"));
        }
        self.looks += 1;
    }

    /// Fails if anything was found; gives how many looks were taken.
    #[track_caller]
    pub fn finish(self) -> usize {
        assert!(self.found.is_empty(), "axe-core found, {} times: {}", self.found.len(), self.found.join("\n"));
        assert!(self.looks > 0, "nobody looked");
        self.looks
    }
}
