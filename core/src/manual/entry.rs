//! What has a page in the manual, its address and its title; the contents.

use std::borrow::Cow;

use crate::effort::{EFFORTS, Effort};
use crate::notes::{NOTES, Note};
use crate::question::{Group, Slot, SubjectKind};
use crate::questions::{self, full_name};
use crate::reference::terms::{GROUPS, Term};
use crate::reference::{self, PAGES};
use crate::rule::{Rule, Topic};
use crate::rules;
use crate::vendors::Family;

/// Something that has a page. There is none for what is not there, so no link can lead nowhere.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// A rule.
    Rule(&'static Rule),
    /// A question.
    Question(Slot),
    /// A note.
    Note(&'static Note),
    /// A page of reference.
    Reference(&'static reference::Page),
    /// A term.
    Term(&'static Term),
    /// What the products of a family call things.
    Words(Family),
    /// A kind of change.
    Change(&'static Effort),
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.address() == other.address()
    }
}

impl Entry {
    /// Its kind in addresses.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Rule(_) => "rule",
            Self::Question(_) => "question",
            Self::Note(_) => "note",
            Self::Reference(_) => "reference",
            Self::Term(_) => "term",
            Self::Words(_) => "words",
            Self::Change(_) => "change",
        }
    }

    /// Its kind in words.
    #[must_use]
    pub const fn kind_in_words(self) -> &'static str {
        match self {
            Self::Rule(_) => "Rule",
            Self::Question(_) => "Question",
            Self::Note(_) => "Good to know",
            Self::Reference(_) => "Reference",
            Self::Term(_) => "Term",
            Self::Words(_) => "Vendor's words",
            Self::Change(_) => "Change",
        }
    }

    /// Its id among those of its kind. A question has the path of its answer, with the list
    /// that it stands in: `vms.storage.kind`.
    #[must_use]
    pub fn id(self) -> Cow<'static, str> {
        match self {
            Self::Rule(rule) => rule.id.into(),
            Self::Question(slot) => {
                let path = questions::question(slot).path;
                match slot.subject {
                    SubjectKind::Deployment => path.into(),
                    SubjectKind::Host => format!("hosts.{path}").into(),
                    SubjectKind::Guest => format!("vms.{path}").into(),
                }
            }
            Self::Note(note) => note.id.into(),
            Self::Reference(page) => page.id.into(),
            Self::Term(term) => term.id.into(),
            Self::Words(family) => family.id().into(),
            Self::Change(effort) => effort.id.into(),
        }
    }

    /// Its address in the manual: `rule/vcpu-ratio`.
    #[must_use]
    pub fn address(self) -> String {
        format!("{}/{}", self.kind(), self.id())
    }

    /// The entry at an address.
    #[must_use]
    pub fn at(address: &str) -> Option<Self> {
        let (kind, id) = address.split_once('/')?;
        all().find(|entry| entry.kind() == kind && entry.id() == id)
    }

    /// Every entry with this id; several kinds may have one of that name.
    pub fn with_id(id: &str) -> impl Iterator<Item = Self> {
        all().filter(move |entry| entry.id() == id)
    }

    /// Its title, without a full stop.
    #[must_use]
    pub fn title(self) -> Cow<'static, str> {
        match self {
            Self::Rule(rule) => rule.kept.into(),
            Self::Question(slot) => crate::text::capitalized(&full_name(questions::question(slot))).into(),
            Self::Note(note) => note.title.into(),
            Self::Reference(page) => page.title.into(),
            Self::Term(term) => crate::text::capitalized(term.term).into(),
            Self::Words(family) => format!("Words of {}", family.label()).into(),
            Self::Change(effort) => effort.does.trim_end_matches('.').into(),
        }
    }
}

/// A part of the contents.
#[derive(Clone, Debug)]
pub struct Section {
    /// What its entries are.
    pub kind: &'static str,
    /// What they are about; empty if there is one section of the kind.
    pub about: &'static str,
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Section {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> String {
        if self.about.is_empty() { self.kind.to_owned() } else { format!("{}: {}", self.kind, self.about) }
    }
}

/// The contents, in order.
#[must_use]
pub fn contents() -> Vec<Section> {
    let section = |kind, about, entries| Section { kind, about, entries };
    let rules = |topic: Topic| rules::all().filter(move |rule| rule.topic == topic).map(Entry::Rule).collect();
    let questions = |group: Group| questions().filter(move |slot| questions::question(*slot).group() == group);
    let mut contents = vec![section("Reference", "", PAGES.iter().copied().map(Entry::Reference).collect())];
    contents.extend(
        GROUPS.iter().map(|group| section("Terms", group.title, group.terms.iter().map(Entry::Term).collect())),
    );
    contents.extend(Topic::ALL.into_iter().map(|topic| section("Rules", topic.label(), rules(topic))));
    contents.push(section("Good to know", "", NOTES.iter().map(Entry::Note).collect()));
    contents.extend(
        Group::ALL
            .into_iter()
            .map(|group| section("Questions", group.label(), questions(group).map(Entry::Question).collect())),
    );
    contents.push(section("Vendors' words", "", Family::ALL.into_iter().map(Entry::Words).collect()));
    contents.push(section("Kinds of change", "", EFFORTS.iter().copied().map(Entry::Change).collect()));
    contents.retain(|section| !section.entries.is_empty());
    contents
}

/// Every question.
fn questions() -> impl Iterator<Item = Slot> {
    let kinds = [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest];
    kinds.into_iter().flat_map(|kind| questions::about(kind).iter().map(crate::question::Question::slot))
}

/// Every entry, in the order of the contents.
pub(super) fn all() -> impl Iterator<Item = Entry> {
    contents().into_iter().flat_map(|section| section.entries)
}

/// The entries before and after one in the contents.
#[must_use]
pub fn neighbours(entry: Entry) -> (Option<Entry>, Option<Entry>) {
    let mut before = None;
    let mut entries = all();
    while let Some(other) = entries.next() {
        if other == entry {
            return (before, entries.next());
        }
        before = Some(other);
    }
    (None, None)
}
