//! What a question offers to choose from, in the words that a person sees on the screen:
//! the vendor's own where they are known, with the policy's term beside them.

use crate::deployment::Deployment;
use crate::question::{Kind, Slot};
use crate::questions::deployment::{PRODUCT, SOLUTIONS, VERSION};
use crate::questions::guest::ROLES;
use crate::questions::{self, Product, Role, Solution, Version};
use crate::vendors::{self, Family, Word};

/// One choice that is offered.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its place in the question's list.
    pub place: u8,
    /// As the document writes it.
    pub id: &'static str,
    /// The policy's term.
    pub term: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// The vendor's words for it, and how sure they are; often one, sometimes several.
    pub words: Vec<&'static Word>,
    /// The heading that it stands under, where the list is long.
    pub heading: &'static str,
}

impl Offer {
    /// What a person sees on the screen: the vendor's words, or the policy's term where none
    /// are known.
    #[must_use]
    pub fn says(&self) -> String {
        if self.words.is_empty() {
            return self.term.to_owned();
        }
        self.words.iter().map(|word| word.words).collect::<Vec<_>>().join("; ")
    }

    /// What stands beside that: the policy's term, with what has to be said about the
    /// vendor's words; empty where the term is all there is.
    #[must_use]
    pub fn beside(&self) -> String {
        let doubt = |word: &&'static Word| match (word.seen.doubt(), self.words.len()) {
            ("", _) => None,
            (doubt, 1) => Some(doubt.to_owned()),
            (doubt, _) => Some(format!("{}: {doubt}", word.words)),
        };
        let doubts: Vec<String> = self.words.iter().filter_map(doubt).collect();
        match (self.words.is_empty(), doubts.is_empty()) {
            (true, _) => String::new(),
            (false, true) => self.term.to_owned(),
            (false, false) => format!("{} ({})", self.term, doubts.join("; ")),
        }
    }
}

/// What a question offers in this deployment. What is chosen already is offered in any
/// case, so that changing one's mind about the version hides no answer.
#[must_use]
pub fn offers(deployment: &Deployment, slot: Slot, chosen: u64) -> Vec<Offer> {
    let (Kind::Choice(list) | Kind::Set { of: list, .. }) = questions::question(slot).kind else {
        return Vec::new();
    };
    let version = deployment.get(VERSION);
    let family = family(deployment);
    let wanted = offered(slot, version) | chosen;
    let places = (0u8..).zip(list).filter(|(place, _)| wanted & (1 << place) != 0);
    places
        .map(|(place, choice)| Offer {
            place,
            id: choice.id,
            term: choice.label,
            meaning: choice.meaning,
            words: family.map_or_else(Vec::new, |family| vendors::words(slot, Some(place), family).collect()),
            heading: heading(slot, place),
        })
        .collect()
}

/// What the vendor calls the thing that a question is about, as a sentence; nothing if
/// that is not known.
#[must_use]
pub fn called(deployment: &Deployment, slot: Slot) -> Option<String> {
    let family = family(deployment)?;
    let words: Vec<String> = vendors::words(slot, None, family)
        .map(|word| match word.seen.doubt() {
            "" => word.words.to_owned(),
            doubt => format!("{} ({doubt})", word.words),
        })
        .collect();
    (!words.is_empty()).then(|| format!("In {}: {}.", family.label(), words.join("; ")))
}

/// The family of the deployment's hypervisor, if its programs and words are known.
#[must_use]
pub fn family(deployment: &Deployment) -> Option<Family> {
    deployment.get(PRODUCT).and_then(Family::of)
}

/// The choices that the format document offers for a version.
pub(crate) fn offered(slot: Slot, version: Option<Version>) -> u64 {
    use Role::{BackEnd, ClientAccess, EdgeTransport, FrontEnd, HubTransport, Mailbox, UnifiedMessaging};
    let Some(version) = version else { return u64::MAX };
    if slot == ROLES.slot() {
        let roles: &[Role] = match version {
            Version::V2003 => &[BackEnd, FrontEnd],
            Version::V2007 | Version::V2010 => &[Mailbox, ClientAccess, HubTransport, EdgeTransport, UnifiedMessaging],
            Version::V2013 => &[Mailbox, ClientAccess, EdgeTransport],
            Version::V2016 | Version::V2019 | Version::Se => &[Mailbox, EdgeTransport],
            Version::V55 | Version::V2000 | Version::V2000Conferencing => return u64::MAX,
        };
        return Role::set(roles).bits();
    }
    if slot == SOLUTIONS.slot() {
        let solutions: &[Solution] = match version {
            Version::V2007 => &[Solution::Lcr, Solution::Ccr, Solution::Scc, Solution::Scr],
            Version::V2010 | Version::V2013 | Version::V2016 | Version::V2019 | Version::Se => &[Solution::Dag],
            _ => return u64::MAX,
        };
        return Solution::set(solutions).bits();
    }
    u64::MAX
}

/// Only the list of hypervisors is long enough for headings.
fn heading(slot: Slot, place: u8) -> &'static str {
    if slot != PRODUCT.slot() {
        return "";
    }
    match Product::from_index(place) {
        Some(product) if questions::RENTED.contains(product) => "Rented from a cloud provider",
        Some(product) if questions::THIRD_PARTY.contains(product) && product != Product::AzureLocal => {
            "From other vendors"
        }
        _ => "From Microsoft",
    }
}
