//! The sources of a report, each once.

use super::Report;
use crate::source::{Citation, Evidence, Source};

/// A document and what rests on it.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The document.
    pub source: &'static Source,
    /// The evidence that it is to something in the report, the best first.
    pub evidence: Vec<Evidence>,
    /// The rules and notes that rest on it; `lifecycle` for support dates.
    pub by: Vec<&'static str>,
}

impl Report<'_> {
    /// Every document that a finding, a note or a date of the report rests on, in the order
    /// in which they come up.
    #[must_use]
    pub fn sources(&self) -> Vec<Cited> {
        let mut all: Vec<Cited> = Vec::new();
        let mut put = |citation: &Citation, by: &'static str| {
            let place = all.iter().position(|cited| cited.source.key == citation.source.key);
            let place = place.unwrap_or_else(|| {
                all.push(Cited { source: citation.source, evidence: Vec::new(), by: Vec::new() });
                all.len() - 1
            });
            if let Some(cited) = all.get_mut(place) {
                if !cited.evidence.contains(&citation.evidence) {
                    cited.evidence.push(citation.evidence);
                }
                if !cited.by.contains(&by) {
                    cited.by.push(by);
                }
            }
        };
        for item in &self.items {
            self.citations_of(item.row.sources).for_each(|citation| put(citation, item.rule.id));
        }
        for applied in &self.assessment.notes {
            self.citations_of(applied.note.sources).for_each(|citation| put(citation, applied.note.id));
        }
        for support in self.support() {
            support.lifecycle.sources.iter().for_each(|citation| put(citation, "lifecycle"));
        }
        for cited in &mut all {
            cited.evidence.sort_unstable();
        }
        all
    }

    /// The citations that speak of this version, and this product where it is known.
    pub fn citations_of(&self, all: &'static [Citation]) -> impl Iterator<Item = &'static Citation> + use<> {
        let (version, product) = (self.assessment.version, self.assessment.product);
        all.iter().filter(move |citation| version.is_none_or(|version| citation.speaks_of(version, product)))
    }
}

impl Cited {
    /// The document in a line: publisher, title, date, where it is, how much was read.
    #[must_use]
    pub fn line(&self) -> String {
        let source = self.source;
        format!("{}, {}, {}. {}. Read {}.", source.publisher, source.title, source.date, source.place, source.read)
    }

    /// The letters of its evidence.
    #[must_use]
    pub fn letters(&self) -> String {
        let letters: Vec<&str> = self.evidence.iter().map(|evidence| evidence.letter()).collect();
        letters.join(", ")
    }
}

impl Citation {
    /// The citation in a line, as it stands with a finding.
    #[must_use]
    pub fn line(&self) -> String {
        let source = self.source;
        let mut line = format!(
            "{}, {} ({}), {}; evidence {}: {}.",
            source.publisher,
            source.title,
            source.date,
            self.section,
            self.evidence.letter(),
            self.evidence.meaning(),
        );
        if !self.remark.is_empty() {
            line.push(' ');
            line.push_str(self.remark);
        }
        line
    }
}
