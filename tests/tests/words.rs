//! What choices mean, and what vendors call them: nothing empty, nothing that only repeats,
//! nothing with two meanings, and every mark on a document that exists once.

use std::collections::BTreeSet;

use exchange_advisor_core::choice::Choice;
use exchange_advisor_core::question::{Kind, SubjectKind};
use exchange_advisor_core::questions;
use exchange_advisor_core::source::SOURCES;
use exchange_advisor_core::vendors::documents::DOCUMENTS;
use exchange_advisor_core::vendors::{Seen, WORDS, Word};

/// Every choice that can be answered, with the path of its question.
fn choices() -> Vec<(&'static str, &'static Choice)> {
    let mut all = Vec::new();
    for subject in [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest] {
        for question in questions::about(subject) {
            if let Kind::Choice(list) | Kind::Set { of: list, .. } = question.kind {
                all.extend(list.iter().map(|choice| (question.path, choice)));
            }
        }
    }
    assert!(all.len() > 90);
    all
}

/// In Windows, and of virtual disks, these words mean two different things.
fn two_meanings(text: &str) -> bool {
    text.to_lowercase().contains("dynamic disk")
}

#[test]
fn every_choice_says_what_it_is() {
    let mut seen = BTreeSet::new();
    for (path, choice) in choices() {
        let text = choice.meaning;
        let place = format!("{path} {}", choice.id);
        let bare = text.trim_end_matches('.').to_lowercase();
        assert!(!bare.is_empty() && bare != choice.label.to_lowercase(), "{place}: says nothing new: {text}");
        assert!(text.ends_with('.') && text.is_ascii() && !text.contains("  "), "{place}: {text}");
        assert!(text.len() <= 220, "{place}: {} characters", text.len());
        assert!(!two_meanings(text), "{place}: two meanings: {text}");
        assert!(seen.insert((path, text)), "{place}: another choice has the same text");
    }
}

/// Verdicts come from the rules, which know the version; a choice does not.
#[test]
fn no_meaning_gives_a_verdict() {
    for (path, choice) in choices() {
        assert!(!choice.meaning.to_lowercase().contains("support"), "{path} {}: {}", choice.id, choice.meaning);
    }
}

#[test]
fn every_word_is_short_and_points_at_something_that_is_asked() {
    let mut seen = BTreeSet::new();
    for Word { question, choice, family, words, .. } in WORDS {
        let asked = questions::question(*question);
        let place = format!("{} of {}: {words}", asked.path, family.label());
        assert_eq!(asked.slot(), *question, "{place}: no such question");
        assert!(!words.trim().is_empty() && words.len() <= 80 && words.is_ascii(), "{place}");
        assert!(!two_meanings(words), "{place}");
        if let Some(choice) = choice {
            let (Kind::Choice(list) | Kind::Set { of: list, .. }) = asked.kind else { panic!("{place}: no list") };
            assert!(usize::from(*choice) < list.len(), "{place}: no such choice");
        }
        assert!(seen.insert((*question, *choice, *family, *words)), "{place}: twice");
    }
}

/// On one screen one term must not lead to two choices.
#[test]
fn no_term_of_a_vendor_stands_for_two_choices_of_a_question() {
    for one in WORDS.iter().filter(|word| word.choice.is_some()) {
        for other in WORDS.iter().filter(|word| word.choice.is_some()) {
            let same = one.question == other.question && one.family == other.family && one.words == other.words;
            assert!(!same || one.choice == other.choice, "{} of {}", one.words, one.family.label());
        }
    }
}

#[test]
fn every_document_has_a_key_of_its_own_and_says_how_much_of_it_was_read() {
    let mut keys: BTreeSet<&str> = SOURCES.iter().map(|source| source.key).collect();
    for document in DOCUMENTS {
        assert!(keys.insert(document.key), "two documents with the key {}", document.key);
        for text in [document.title, document.publisher, document.place, document.date, document.read] {
            assert!(!text.trim().is_empty() && text.is_ascii(), "{}", document.key);
        }
    }
    for word in WORDS {
        let (Seen::In(document) | Seen::InPart(document)) = word.seen else { continue };
        assert!(keys.contains(document.key), "{}: no such document", document.key);
    }
}
