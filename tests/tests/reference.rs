//! The reference pages: whole, founded, and true to what they are made from.

use std::collections::{BTreeMap, BTreeSet};

use exchange_advisor_core::lifecycle::{of_guest_os, of_version};
use exchange_advisor_core::question::Kind;
use exchange_advisor_core::questions::{self, GuestOs, Version};
use exchange_advisor_core::reference::{Block, PAGES, Page, Table, by_id, terms};
use exchange_advisor_core::rules;
use exchange_advisor_core::source::{Citation, SOURCES};
use exchange_advisor_core::vendors::documents::DOCUMENTS;
use exchange_advisor_core::vendors::{Family, SILENT, Seen, WORDS};
use exchange_advisor_tests::files;

fn page(id: &str) -> &'static Page {
    by_id(id).unwrap_or_else(|| panic!("no page {id}"))
}

fn tables(page: &Page) -> Vec<Table> {
    page.blocks.iter().flat_map(Block::tables).collect()
}

/// The rows of all tables of a page, with the caption of each.
fn rows(page: &Page) -> Vec<(String, Vec<String>)> {
    let of = |table: Table| {
        let Table { caption, rows, .. } = table;
        rows.into_iter().map(move |row| (caption.clone(), row)).collect::<Vec<_>>()
    };
    tables(page).into_iter().flat_map(of).collect()
}

/// Everything that somebody reads on a page.
fn texts(page: &Page) -> Vec<String> {
    let mut texts = vec![page.title.to_owned()];
    for block in page.blocks {
        match block {
            Block::Heading(text) | Block::Text(text) | Block::Said(text, _) => texts.push((*text).to_owned()),
            Block::List(items) => texts.extend(items.iter().map(|item| (*item).to_owned())),
            Block::Table(..) | Block::Facts(..) | Block::Made(_) => {}
        }
        for table in block.tables() {
            texts.push(table.text.to_owned());
            texts.push(table.caption);
            texts.extend(table.head.iter().map(|cell| (*cell).to_owned()));
            texts.extend(table.rows.into_iter().flatten());
        }
    }
    texts
}

fn everything(page: &Page) -> String {
    texts(page).join("\n")
}

/// Every citation of a page.
fn citations(page: &Page) -> Vec<Citation> {
    let mut found = page.sources.to_vec();
    for block in page.blocks {
        match block {
            Block::Said(_, sources) => found.extend(*sources),
            Block::Facts(_, facts) => found.extend(facts.iter().map(|fact| fact.source)),
            _ => {}
        }
    }
    found
}

#[test]
fn there_is_a_page_for_all_that_the_catalogue_asks_for() {
    let ids: Vec<&str> = PAGES.iter().map(|page| page.id).collect();
    let expected = [
        "how-it-judges",
        "lifecycles",
        "when-the-answer-is-no",
        "terms",
        "dictionary",
        "machine-migration",
        "published-tests",
        "sources",
    ];
    assert_eq!(ids, expected);
    assert!(by_id("no-such-page").is_none());
}

#[test]
fn every_page_and_every_statement_has_a_source_with_a_date() {
    for page in PAGES {
        assert!(!page.sources.is_empty(), "{}", page.id);
        for block in page.blocks {
            if let Block::Said(text, sources) = block {
                assert!(!sources.is_empty(), "{}: {text}", page.id);
            }
        }
        for citation in citations(page) {
            let source = citation.source;
            assert!(source.date.chars().filter(char::is_ascii_digit).count() >= 4, "{}: {}", page.id, source.key);
            assert!(!citation.section.is_empty(), "{}: {}", page.id, source.key);
            assert!(SOURCES.iter().any(|known| known.key == source.key), "{}: {}", page.id, source.key);
            assert!(citation.remark.is_empty() || citation.remark.ends_with('.'), "{}: {}", page.id, citation.remark);
        }
    }
}

#[test]
fn tables_are_rectangular_and_not_empty() {
    for page in PAGES {
        for table in tables(page) {
            let place = format!("{}: {}", page.id, table.caption);
            assert!(table.head.len() >= 2 && !table.rows.is_empty(), "{place}");
            let heads: BTreeSet<&str> = table.head.iter().copied().collect();
            assert_eq!(heads.len(), table.head.len(), "{place}: two columns with one head");
            for row in &table.rows {
                assert_eq!(row.len(), table.head.len(), "{place}: {row:?}");
                assert!(!row[0].is_empty(), "{place}: {row:?}");
            }
            let different: BTreeSet<&Vec<String>> = table.rows.iter().collect();
            assert_eq!(different.len(), table.rows.len(), "{place}: a row twice");
        }
    }
}

#[test]
fn texts_are_short_whole_and_plain() {
    for page in PAGES {
        for text in texts(page) {
            assert!(text.chars().count() <= 600, "{}: {} characters: {text}", page.id, text.chars().count());
            assert!(text.is_ascii() && !text.contains("  ") && text.trim() == text, "{}: {text}", page.id);
            assert!(!text.to_lowercase().contains("dynamic disk"), "{}: two meanings: {text}", page.id);
        }
        for block in page.blocks {
            let sentences: Vec<&str> = match block {
                Block::Text(text) | Block::Said(text, _) => vec![text],
                Block::List(items) => items.to_vec(),
                _ => Vec::new(),
            };
            assert!(sentences.iter().all(|text| text.ends_with(['.', ':', '?'])), "{}: {sentences:?}", page.id);
        }
    }
}

/// A page may name a rule, and then it has to exist.
#[test]
fn the_rules_that_pages_name_exist() {
    let named = ["machine-migration", "published-tests"].map(|id| everything(page(id))).join("\n");
    for id in [
        "machine-migration",
        "cluster-nodes-moved",
        "cluster-nodes-apart",
        "quick-migration",
        "saved-state",
        "cold-boot-on-failover",
        "sendmail-latency-average",
        "sendmail-latency-p95",
    ] {
        assert!(named.contains(id) && rules::by_id(id).is_some(), "{id}");
    }
}

#[test]
fn every_term_and_every_synonym_stands_for_one_thing() {
    let mut ids = BTreeSet::new();
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for term in terms::all() {
        assert!(ids.insert(term.id), "{} twice", term.id);
        assert!(term.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", term.id);
        assert_eq!(terms::by_id(term.id).map(|found| found.term), Some(term.term));
        for name in [term.term].iter().chain(term.also) {
            assert!(!name.is_empty() && name.len() <= 60, "{}", term.id);
            let other = names.insert(name.to_lowercase(), term.id);
            assert!(other.is_none(), "{name} stands for {other:?} and {}", term.id);
        }
        let sentences = term.meaning.matches(". ").count() + 1;
        assert!(sentences <= 3 && term.meaning.ends_with('.') && term.meaning.len() <= 400, "{}", term.id);
    }
    assert!(ids.len() >= 60, "{}", ids.len());
    // Those that the catalogue and the issue name.
    for wanted in [
        "hypervisor",
        "root",
        "guest",
        "virtual processor",
        "cold boot",
        "saved state",
        "planned migration",
        "quick migration",
        "live migration",
        "pass-through disk",
        "fixed-size virtual disk",
        "dynamically expanding virtual disk",
        "differencing virtual disk",
        "snapshot",
        "checkpoint",
        "storage group",
        "lcr",
        "ccr",
        "scc",
        "scr",
        "dag",
        "svvp",
        "oversubscription",
        "witness server",
        "nlb",
        "vss",
        "cu",
        "lun",
        "nas",
        "spindle",
        "hba",
    ] {
        assert!(names.contains_key(wanted), "no term {wanted}");
    }
}

/// Verdicts come from the rules, which know the version; a term does not.
#[test]
fn no_term_gives_a_verdict() {
    for group in terms::GROUPS.iter().filter(|group| !group.title.starts_with("Support")) {
        for term in group.terms {
            assert!(!term.meaning.to_lowercase().contains("support"), "{}: {}", term.id, term.meaning);
        }
    }
}

#[test]
fn the_page_of_terms_shows_every_term() {
    let shown = rows(page("terms"));
    for term in terms::all() {
        let row = shown.iter().find(|(_, row)| row[0] == term.term).unwrap_or_else(|| panic!("{} is missing", term.id));
        assert_eq!((&row.1[1], row.1[2].as_str()), (&term.also.join(", "), term.meaning));
        assert_eq!(row.1[3].is_empty(), term.sources.is_empty(), "{}", term.id);
        for citation in term.sources {
            let letter = format!("{}: {}", citation.evidence.letter(), citation.source.key);
            assert!(row.1[3].contains(&letter) && row.1[3].contains(citation.source.date), "{}", term.id);
        }
    }
    assert_eq!(shown.len(), terms::all().count());
}

/// A row of the dictionary: what it is (the caption where the row does not say), whose words,
/// the words, and where they were read.
fn entries() -> Vec<[String; 4]> {
    let entry = |(caption, mut row): (String, Vec<String>)| {
        if row.len() == 3 {
            row.insert(0, caption);
        }
        row.try_into().expect("four cells")
    };
    rows(page("dictionary")).into_iter().map(entry).collect()
}

#[test]
fn every_word_of_a_vendor_is_in_the_dictionary_and_says_how_sure_it_is() {
    let shown = entries();
    let mut all: Vec<(&str, Family, &str, Seen)> = Vec::new();
    for word in WORDS {
        let question = questions::question(word.question);
        let term = match (word.choice, question.kind) {
            (Some(place), Kind::Choice(list) | Kind::Set { of: list, .. }) => list[usize::from(place)].label,
            _ => question.name,
        };
        all.push((term, word.family, word.words, word.seen));
    }
    for silent in SILENT {
        assert!(silent.remark.ends_with('.') && !silent.words.is_empty(), "{}", silent.subject);
        all.extend(silent.words.iter().map(|(family, words, seen)| ("silent", *family, *words, *seen)));
    }
    assert!(all.len() > 150, "{}", all.len());
    for (term, family, words, seen) in &all {
        let same = |[what, whose, said, _]: &&[String; 4]| {
            what.eq_ignore_ascii_case(term) && whose == family.label() && said == words
        };
        let found: Vec<_> = shown.iter().filter(same).collect();
        assert!(!found.is_empty(), "{term}: {words} of {} is missing", family.label());
        for [.., read] in found {
            match seen {
                Seen::In(document) => assert_eq!(read, document.title),
                Seen::InPart(document) => assert_eq!(*read, format!("{} (in part)", document.title)),
                Seen::Inferred => assert!(read.starts_with("our conclusion")),
                Seen::NotChecked => assert_eq!(read, "not checked"),
            }
        }
    }
    // And nothing that is no word of theirs.
    assert_eq!(shown.len(), all.len());
}

#[test]
fn every_document_is_on_the_page_of_sources_once() {
    let shown = rows(page("sources"));
    for source in SOURCES.iter().chain(DOCUMENTS) {
        let found: Vec<_> = shown.iter().filter(|(_, row)| row[0] == source.key).collect();
        assert_eq!(found.len(), 1, "{}", source.key);
        let row = &found[0].1;
        assert_eq!([&row[1], &row[3], &row[4]], [source.title, source.date, source.read]);
    }
    assert_eq!(shown.len(), SOURCES.len() + DOCUMENTS.len());
}

/// "Silent" must never be taken for "supported".
#[test]
fn where_the_policy_is_silent_the_dictionary_says_so() {
    let blocks = page("dictionary").blocks;
    let silent = |block: &&Block| matches!(block, Block::Text(text) if text.contains("policy is silent"));
    let text = blocks.iter().find(silent).expect("a paragraph about silence");
    assert!(matches!(text, Block::Text(text) if text.contains("Silent is not supported")));
    let dictionary = everything(page("dictionary"));
    for topic in ["fault tolerance", "hot add", "NUMA", "network cards"] {
        let named = SILENT.iter().find(|silent| silent.subject.contains(topic));
        assert!(named.is_some_and(|silent| dictionary.contains(silent.remark)), "{topic}");
    }
    let of_silence: Vec<Table> =
        tables(page("dictionary")).into_iter().filter(|table| table.head[0] == "The policy is").collect();
    assert_eq!(of_silence.len(), SILENT.len());
    assert!(of_silence.iter().all(|table| table.rows.iter().all(|row| row[0] == "silent")));
    for silent in SILENT {
        let told = format!("{} {}", silent.subject, silent.remark).to_lowercase();
        assert!(!told.contains("is supported") && !told.contains("allowed"), "{}", silent.subject);
    }
}

#[test]
fn every_lifecycle_of_every_version_and_system_is_shown() {
    let shown = rows(page("lifecycles"));
    let versions = Version::ALL.iter().map(|version| (version.label(), of_version(*version)));
    let systems = GuestOs::ALL.iter().map(|os| (os.label(), of_guest_os(*os)));
    let mut count = 0;
    for (label, lifecycle) in versions.chain(systems) {
        let row = shown.iter().find(|(_, row)| row[0] == label);
        let Some(lifecycle) = lifecycle else {
            assert!(row.is_none(), "{label}");
            continue;
        };
        count += 1;
        let row = &row.unwrap_or_else(|| panic!("{label} is missing")).1;
        for (cell, end) in [(&row[1], lifecycle.mainstream_end), (&row[2], lifecycle.extended_end)] {
            assert_eq!(*cell, end.map_or("no fixed day".to_owned(), |end| end.to_string()), "{label}");
        }
        assert_eq!(row[3], lifecycle.remark, "{label}");
        for citation in lifecycle.sources {
            let told = format!("{}: {}", citation.evidence.letter(), citation.source.key);
            assert!(row[4].contains(&told) && row[4].contains(citation.source.date), "{label}: {told}");
        }
    }
    assert_eq!((count, shown.len()), (22, 22));
    let text = everything(page("lifecycles"));
    assert!(text.contains("2017-04-11") && text.contains("2025-10-14") && text.contains("two statements"));
}

/// The row of the published tests that begins so.
fn test_row(begins: &str) -> String {
    let found: Vec<_> =
        rows(page("published-tests")).into_iter().filter(|(_, row)| row[0].starts_with(begins)).collect();
    assert_eq!(found.len(), 1, "{begins}");
    found[0].1.join(" | ")
}

/// Numbers by hand, from the project's sheet of sizing facts, sections 4.1 and 4.2.
#[test]
fn the_published_figures_are_those_of_the_sources() {
    for (begins, figures, letter) in [
        ("Sending mail", vec!["2,000 and 4,000 heavy", "four virtual"], "A"),
        ("One host", vec!["8,000 heavy", "single host", "no value"], "A"),
        ("Live migration", vec!["no loss of performance"], "A"),
        ("Restart by", vec!["less than three minutes"], "A"),
        ("Limits", vec!["below 500 ms on average", "below 1,000 ms at the 95th percentile"], "C"),
        ("White paper", vec!["40 pages", "1 to 9", "10 live", "11 restart", "not readable"], "B"),
        (
            "ESX Server 3.5",
            vec!["8 machines with 2 virtual", "14 GB", "2,000", "16,000", "128 GB", "not readable"],
            "B",
        ),
        (
            "vSphere 4: many",
            vec!["8,000 heavy", "16 virtual", "273 ms (8", "304 ms (4", "less than 60 %", "within 2 %"],
            "A",
        ),
        ("vSphere 4: one", vec!["4,000 heavy", "8 virtual", "half of the 500 ms"], "A"),
        ("vSphere 5: one", vec!["2 to 12 virtual", "2,000 to 12,000 very heavy", "about 15 %"], "A"),
        ("vSphere 5: many", vec!["8 machines", "16,000 very heavy", "32 %"], "A"),
        ("vSphere 5: live", vec!["4 virtual", "350 GB", "34 % and 11 %", "4.1"], "A"),
        ("Exchange 2010: a", vec!["4,000", "150", "8,000, 16,000 and 64,000", "not readable"], "B"),
    ] {
        let row = test_row(begins);
        for figure in figures {
            assert!(row.contains(figure), "{begins}: no {figure} in {row}");
        }
        assert!(row.ends_with(&format!("| {letter}")), "{begins}: {row}");
    }
    assert_eq!(rows(page("published-tests")).len(), 14);
    let text = everything(page("published-tests"));
    assert!(text.contains("not Microsoft's guidance") && text.contains("no promise"));
    assert!(text.contains("500 heavy mailboxes (8,000 by 16") && text.contains("1,000 very heavy ones (12,000 by 12)"));
}

/// The figures of a text: numbers of at least two digits, with their commas.
fn figures(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != ',').map(|part| part.trim_matches(','));
    parts.filter(|part| part.len() > 1).map(str::to_owned).collect()
}

/// The other way: no figure that the sources do not have, and none of theirs is left out.
#[test]
fn the_published_tests_have_no_other_figures_than_the_sources() {
    let known = [
        "2,000", "4,000", "8,000", "16,000", "12,000", "64,000", "500", "1,000", "273", "304", "60", "34", "11", "15",
        "32", "350", "128", "40", "10", "95", "150", "14", "12", "16", "2007", "2008", "2010", "2003",
    ];
    let known: BTreeSet<String> = known.map(str::to_owned).into();
    let cells: Vec<String> = rows(page("published-tests")).into_iter().flat_map(|(_, row)| row[..3].to_vec()).collect();
    // The name of a server, not a figure.
    let shown = figures(&cells.join(" ").replace("x3850", ""));
    assert_eq!(shown, known);
    // Where the sheet of facts is at hand, against itself.
    let Some(shared) = files::shared() else { return };
    let sheet = files::text(&shared.join("facts/sizing.md"));
    let from = sheet.find("## 4. Published reference points").expect("the section");
    let to = sheet.find("## 5.").expect("the next section");
    let section = &sheet[from..to];
    let there = figures(section);
    assert!(shown.iter().all(|figure| there.contains(figure)), "{:?}", shown.difference(&there));
    // Days of publication, pages, keys of its sources, and limits of XenServer are no results.
    let others: BTreeSet<String> =
        figures("2009 2011 12 25 33 34 35 46 70 71 72 73 74 75 28 32 64 2,040 3850 100 16,000 8,000");
    let left: Vec<&String> = there.difference(&shown).filter(|figure| !others.contains(*figure)).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_comparison_has_the_five_rows_of_the_policy() {
    let rows: Vec<Vec<String>> = rows(page("machine-migration")).into_iter().map(|(_, row)| row).collect();
    let answers: Vec<(&str, &str)> = rows.iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
    assert_eq!(answers, [("Yes", "Yes"), ("No", "Yes"), ("1", "2"), ("Yes", "No"), ("No", "Yes")]);
}

#[test]
fn the_third_answer_is_said_to_be_that_of_another_product() {
    let text = everything(page("when-the-answer-is-no"));
    assert!(text.contains("It is BizTalk Server's answer, and none of Exchange's texts"), "{text}");
    let rows = rows(page("when-the-answer-is-no"));
    let dated = |row: &&(String, Vec<String>)| row.1[2].contains("2020-10-13");
    assert!(rows.iter().filter(dated).count() >= 5);
    let earlier = rows.iter().find(|(_, row)| row[0].contains("2007")).expect("the earlier text");
    assert!(earlier.1[2].contains("2007-11-10") && earlier.1[3] == "B");
}

#[test]
fn how_it_judges_counts_the_rules_that_there_are() {
    let rows = rows(page("how-it-judges"));
    let cell = |begins: &str| {
        let row = rows.iter().find(|(_, row)| row[0] == begins);
        row.unwrap_or_else(|| panic!("no row {begins}")).1[1..].to_vec()
    };
    assert_eq!(cell("Rules last compared with their sources"), [rules::AS_OF]);
    assert_eq!(cell("Rules"), [rules::all().count().to_string()]);
    // By hand, from the catalogue: Exchange 2016 rests on texts that were read in full, but for
    // the disks that its text leaves out.
    let of_2016 = cell("Exchange Server 2016");
    assert_eq!(&of_2016[1..], ["1", "0", "0"]);
    for letter in ["A", "B", "C", "D"] {
        assert_eq!(cell(letter).len(), 1);
    }
    for verdict in ["Supported", "Not supported", "Undetermined", "Out of scope"] {
        assert_eq!(cell(verdict).len(), 1);
    }
}
