//! The manual is complete: everything has a page, every page says what it has to, every
//! link leads to a page, and the search finds what it should.

use std::collections::BTreeSet;

use exchange_advisor_core::condition::Condition;
use exchange_advisor_core::effort::{Change, EFFORTS};
use exchange_advisor_core::manual::{
    Block, Entry, Found, Index, Line, NO_SUCH_RULE, Page, Piece, contents, costs, neighbours, page, plain,
};
use exchange_advisor_core::notes::NOTES;
use exchange_advisor_core::question::{Kind, SubjectKind};
use exchange_advisor_core::questions::{self, Version};
use exchange_advisor_core::reference::{PAGES, terms};
use exchange_advisor_core::rule::Rule;
use exchange_advisor_core::rules;
use exchange_advisor_core::vendors::{Family, WORDS};

fn entries() -> Vec<Entry> {
    contents().into_iter().flat_map(|section| section.entries).collect()
}

/// Every line of a page, with the name of the field that it stands in.
fn lines(page: &Page) -> Vec<(&'static str, &Line)> {
    let mut lines: Vec<(&'static str, &Line)> = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading(_) => {}
            Block::Text(line) => lines.push(("", line)),
            Block::List(list) | Block::Folded(_, list) => lines.extend(list.iter().map(|line| ("", line))),
            Block::Fields(fields) => {
                lines.extend(fields.iter().flat_map(|(name, lines)| lines.iter().map(move |line| (*name, line))));
            }
            Block::Table { head, rows } => {
                for row in rows {
                    lines.extend(head.iter().copied().zip(row));
                }
            }
        }
    }
    lines
}

/// How many fields of this name a page has, each with something in it.
fn count(page: &Page, wanted: &str) -> usize {
    let fields = page.blocks.iter().filter_map(|block| match block {
        Block::Fields(fields) => Some(fields),
        _ => None,
    });
    fields.flatten().filter(|(name, lines)| *name == wanted && !plain(&lines.concat()).trim().is_empty()).count()
}

#[test]
fn everything_has_a_page_at_an_address_of_its_own() {
    let addresses: Vec<String> = entries().into_iter().map(Entry::address).collect();
    let all: BTreeSet<&str> = addresses.iter().map(String::as_str).collect();
    assert_eq!(all.len(), addresses.len(), "an address twice");
    let mut expected: Vec<String> = rules::all().map(|rule| format!("rule/{}", rule.id)).collect();
    for (kind, prefix) in [(SubjectKind::Deployment, ""), (SubjectKind::Host, "hosts."), (SubjectKind::Guest, "vms.")] {
        let questions = questions::about(kind).iter();
        expected.extend(questions.map(|question| format!("question/{prefix}{}", question.path)));
    }
    expected.extend(NOTES.iter().map(|note| format!("note/{}", note.id)));
    expected.extend(PAGES.iter().map(|page| format!("reference/{}", page.id)));
    expected.extend(terms::all().map(|term| format!("term/{}", term.id)));
    expected.extend(Family::ALL.iter().map(|family| format!("words/{}", family.id())));
    expected.extend(EFFORTS.iter().map(|effort| format!("change/{}", effort.id)));
    assert_eq!(all, expected.iter().map(String::as_str).collect::<BTreeSet<_>>());
    for address in &addresses {
        let entry = Entry::at(address).unwrap_or_else(|| panic!("{address} leads nowhere"));
        assert_eq!(entry.address(), *address);
        let page = page(entry);
        assert!(page.title.len() > 2 && !page.title.ends_with('.'), "{address}: {}", page.title);
        assert!(!lines(&page).is_empty(), "{address} is empty");
    }
    for nowhere in ["", "rule", "rule/", "rule/no-such-rule", "rules/vcpu-ratio", "/", "question/vcpus", "search/thin"]
    {
        assert!(Entry::at(nowhere).is_none(), "{nowhere}");
    }
}

#[test]
fn every_link_leads_to_a_page_and_no_line_is_empty() {
    for entry in entries() {
        let page = page(entry);
        for (field, line) in lines(&page) {
            assert!(!plain(line).trim().is_empty(), "{}: {field} is empty", entry.address());
            for piece in line {
                match piece {
                    Piece::Link(to) => {
                        assert!(Entry::at(&to.address()).is_some(), "{}: {}", entry.address(), to.address());
                    }
                    Piece::Document(_, address) => assert!(address.starts_with("http"), "{address}"),
                    Piece::Text(_) | Piece::Code(_) => {}
                }
            }
        }
        for block in &page.blocks {
            if let Block::Table { head, rows } = block {
                assert!(!rows.is_empty(), "{}: an empty table", entry.address());
                assert!(rows.iter().all(|row| row.len() == head.len()), "{}: a crooked table", entry.address());
            }
        }
    }
}

/// What every rule has to say for each group of versions.
#[test]
fn no_rule_lacks_text_source_date_examples_remedy_or_cost() {
    for rule in rules::all() {
        let page = page(Entry::Rule(rule));
        for field in [
            "What is checked",
            "Why it matters",
            "An example that breaks it",
            "One that keeps it",
            "How to mend it",
            "How to find it out",
            "Broken exactly if",
            "Where it stands",
        ] {
            assert_eq!(count(&page, field), rule.rows.len(), "{}: {field}", rule.id);
        }
        for row in rule.rows {
            // What mending takes follows from the questions; only what was measured has no cost.
            let mut only_facts = !matches!(row.violated, Condition::Always);
            row.violated.reads(&mut |slot| only_facts &= matches!(questions::question(slot).change, Change::Fact));
            let costs = costs(&row.violated);
            assert_eq!(costs.is_empty(), only_facts, "{} says not what mending costs", rule.id);
            assert!(costs.iter().all(|cost| !cost.questions.is_empty()));
            let sources = page_sources(&page);
            for citation in row.sources {
                let source = citation.source;
                let told = |text: &&String| {
                    let parts =
                        [source.title, source.publisher, source.date, citation.section, source.read, source.place];
                    parts.iter().all(|part| text.contains(part))
                        && text.contains(&format!(
                            "Evidence {}: {}.",
                            citation.evidence.letter(),
                            citation.evidence.meaning()
                        ))
                };
                assert!(sources.iter().any(|text| told(&text)), "{}: {}", rule.id, source.key);
                assert!(source.date.chars().any(|digit| digit.is_ascii_digit()), "{}: no date", source.key);
            }
        }
        let takes = count(&page, "What mending takes") + count(&page, "Ways out of their own");
        assert!(takes >= rule.rows.len(), "{}: not every row says what mending takes", rule.id);
    }
}

/// The lines about sources, with the addresses of the documents.
fn page_sources(page: &Page) -> Vec<String> {
    let with_address = |line: &Line| {
        let addresses = line.iter().filter_map(|piece| match piece {
            Piece::Document(_, address) => Some(*address),
            _ => None,
        });
        format!("{} {}", plain(line), addresses.collect::<String>())
    };
    lines(page)
        .into_iter()
        .filter(|(field, _)| *field == "Where it stands")
        .map(|(_, line)| with_address(line))
        .collect()
}

/// The table of a rule: version, kind, condition, source, evidence.
fn history(rule: &'static Rule) -> Vec<Vec<String>> {
    let page = page(Entry::Rule(rule));
    let table = page.blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => {
            Some(rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect())
        }
        _ => None,
    });
    table.expect("a table")
}

#[test]
fn the_table_tells_every_version_from_2003_on_once() {
    for rule in rules::all() {
        let rows = history(rule);
        let versions: Vec<String> = rows
            .iter()
            .flat_map(|row| row[0].trim_start_matches("Exchange ").split(", ").map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let from_2003 = &versions[versions.len() - 7..];
        assert_eq!(from_2003, ["2003", "2007", "2010", "2013", "2016", "2019", "SE"], "{}", rule.id);
        for row in &rows {
            let last = row[0].rsplit([' ', ',']).next().expect("a version").to_lowercase();
            let version = Version::from_id(&last).unwrap_or(Version::V2000Conferencing);
            let Some(found) = rule.row(version) else {
                assert_eq!((row[1].as_str(), row[2].as_str()), ("none", NO_SUCH_RULE), "{}", rule.id);
                assert!(row[2].contains("silent") && row[2].contains("not mean that it is supported"));
                continue;
            };
            assert_eq!(row[1].to_lowercase().starts_with('r'), found.severity.id() == "requirement", "{row:?}");
            assert!(row[4].starts_with(found.evidence(version, None).letter()), "{}: {row:?}", rule.id);
            for citation in found.sources_for(version, None) {
                assert!(row[3].contains(citation.section) && row[3].contains(citation.source.date), "{row:?}");
            }
        }
    }
    let memory = history(rules::by_id("memory-minimum").expect("a rule"));
    let conditions: Vec<&str> = memory.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(conditions[0], NO_SUCH_RULE);
    assert!(conditions[1].starts_with("if vms[].memory_gb < 4 GB") && conditions[2] == "as for Exchange 2013");
    assert!(conditions[3].starts_with("if vms[].memory_gb < 64 GB"), "{conditions:?}");
}

#[test]
fn a_question_tells_its_answers_words_places_and_rules() {
    for entry in entries() {
        let Entry::Question(slot) = entry else { continue };
        let question = questions::question(slot);
        let page = page(entry);
        let told = lines(&page).iter().map(|(_, line)| plain(line)).collect::<Vec<_>>().join("\n");
        let mut wanted = vec![question.wording, question.hint, question.find_out, question.who.label()];
        if let Kind::Choice(choices) | Kind::Set { of: choices, .. } = question.kind {
            wanted.extend(choices.iter().flat_map(|choice| [choice.id, choice.label, choice.meaning]));
        }
        wanted.extend(WORDS.iter().filter(|word| word.question == slot).map(|word| word.words));
        for text in wanted {
            assert!(told.contains(text), "{}: {text}\n{told}", entry.address());
        }
        for rule in rules::all() {
            let mut reads = false;
            rule.rows.iter().for_each(|row| row.violated.reads(&mut |other| reads |= other == slot));
            let linked = lines(&page).iter().any(|(_, line)| {
                line.iter().any(|piece| matches!(piece, Piece::Link(Entry::Rule(other)) if other.id == rule.id))
            });
            assert_eq!(reads, linked, "{} and {}", entry.address(), rule.id);
        }
    }
}

#[test]
fn previous_and_next_walk_the_contents() {
    let all = entries();
    assert!(neighbours(all[0]).0.is_none());
    let mut walked = vec![all[0]];
    while let Some(next) = neighbours(*walked.last().expect("one")).1 {
        assert!(neighbours(next).0 == walked.last().copied());
        walked.push(next);
    }
    assert!(walked == all);
}

/// The words of the contents, most telling first: those that stand in the fewest texts.
fn distinctive(rule: &Rule, index: &Index) -> String {
    let texts = rule.rows.iter().flat_map(|row| row.checks.split(|c: char| !c.is_alphanumeric()));
    let words: BTreeSet<&str> = texts.filter(|word| word.len() > 4).collect();
    let rarest = words.into_iter().min_by_key(|word| index.search(word).len());
    rarest.expect("a word").to_owned()
}

#[test]
fn the_search_finds_every_page() {
    let index = Index::new();
    let finds = |query: &str, entry: Entry| index.search(query).iter().any(|hit| hit.entry == entry);
    for entry in entries() {
        assert!(finds(&entry.id(), entry), "{} by its id", entry.address());
        assert!(finds(&entry.title(), entry), "{} by its title", entry.address());
        assert!(finds(&entry.title().to_uppercase(), entry), "{} by its title, loudly", entry.address());
    }
    for term in terms::all() {
        assert!(term.also.iter().all(|also| finds(also, Entry::Term(term))), "{} by its other names", term.id);
    }
    for rule in rules::all() {
        // A term may have the same id.
        let hits = index.search(rule.id);
        let first = hits.iter().position(|hit| hit.entry == Entry::Rule(rule));
        assert!(first.is_some_and(|place| place < 2 && hits[place].found == Found::Id), "{}", rule.id);
        assert!(finds(rule.broken, Entry::Rule(rule)), "{} by what is wrong", rule.id);
        let word = distinctive(rule, &index);
        assert!(finds(&word, Entry::Rule(rule)), "{} by {word}", rule.id);
        assert!(index.search(&word).len() < 40, "{word} tells nothing");
    }
}

#[test]
fn the_search_knows_vendors_words_and_puts_titles_first() {
    let index = Index::new();
    let found = |query: &str| -> Vec<(String, Found)> {
        index.search(query).into_iter().map(|hit| (hit.entry.address(), hit.found)).collect()
    };
    let place = |query: &str, address: &str| {
        found(query).into_iter().find(|(found, _)| found == address).unwrap_or_else(|| panic!("{query}: no {address}"))
    };
    for (query, address) in [
        ("vMotion", "question/high_availability.migration"),
        ("vmotion", "rule/machine-migration"),
        ("XENMOTION", "rule/machine-migration"),
        ("thin", "question/vms.storage.kind"),
        ("thin provision", "rule/dynamic-virtual-disk"),
        ("nfs datastore", "rule/nas-storage"),
        ("suspend", "rule/saved-state"),
    ] {
        assert!(matches!(place(query, address).1, Found::Word(_)), "{query}: {:?}", place(query, address));
    }
    // A rule that has nothing to do with growing disks is not found by its question's words.
    assert!(
        !found("thin provision").iter().any(|(address, found)| address == "rule/nas-storage" && *found != Found::Text)
    );
    // A word is looked for from its beginning on: "thin" is not in "within".
    assert!(!found("thin").iter().any(|(address, _)| address == "rule/vcpu-ratio-with-root"));
    assert!(found("snapsh").iter().any(|(address, _)| address == "rule/vm-snapshots"));
    // The words may be anywhere, in any order, but all of them must be there.
    assert!(found("processors sockets").iter().any(|(address, _)| address == "question/hosts.sockets"));
    assert!(found("sockets  PROCESSORS").iter().any(|(address, _)| address == "question/hosts.sockets"));
    assert!(found("sockets xyzzy").is_empty() && found("").is_empty() && found("   ").is_empty());
    let rank = |found: Found| match found {
        Found::Id => 0,
        Found::Title => 1,
        Found::Word(_) => 2,
        Found::Text => 3,
    };
    for query in ["disk", "memory", "snapshot", "a"] {
        let ranks: Vec<i32> = found(query).into_iter().map(|(_, found)| rank(found)).collect();
        assert!(ranks.is_sorted() && ranks.len() > 5, "{query}");
        assert_eq!(found(query), found(query));
    }
}
