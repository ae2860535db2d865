//! What each hypervisor calls what the policy speaks of, and where it shows it.
//!
//! - `words.rs`: the dictionary, a vendor's own words for a question or a choice;
//! - `silent.rs`: what hypervisors offer and the policy does not mention;
//! - `places/`: where an answer is found, in the vendor's programs and by commands that
//!   only read;
//! - `documents.rs`: the public documents in which those names were checked.
//!
//! Nothing here was run by us, and the page says so.

pub mod documents;
mod places;
mod silent;
mod words;

use crate::choice::Choice;
use crate::question::{Kind, Slot};
use crate::questions::{Product, question};
use crate::source::Source;

pub use places::PLACES;
pub use silent::{SILENT, Silent};
pub use words::WORDS;

/// Products that share their programs and their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Hyper-V.
    HyperV,
    /// Virtual Server.
    VirtualServer,
    /// VMware vSphere and ESX.
    Vmware,
    /// XenServer and XCP-ng.
    Xen,
    /// Nutanix AHV.
    Ahv,
    /// Proxmox VE.
    Proxmox,
    /// KVM in the products of Red Hat.
    RedHat,
    /// Azure.
    Azure,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 8] = [
        Self::HyperV,
        Self::VirtualServer,
        Self::Vmware,
        Self::Xen,
        Self::Ahv,
        Self::Proxmox,
        Self::RedHat,
        Self::Azure,
    ];

    /// In addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::HyperV => "hyper-v",
            Self::VirtualServer => "virtual-server",
            Self::Vmware => "vmware",
            Self::Xen => "xen",
            Self::Ahv => "ahv",
            Self::Proxmox => "proxmox",
            Self::RedHat => "red-hat",
            Self::Azure => "azure",
        }
    }

    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::HyperV => "Hyper-V",
            Self::VirtualServer => "Virtual Server",
            Self::Vmware => "VMware vSphere and ESX",
            Self::Xen => "XenServer and XCP-ng",
            Self::Ahv => "Nutanix AHV",
            Self::Proxmox => "Proxmox VE",
            Self::RedHat => "Red Hat KVM",
            Self::Azure => "Azure",
        }
    }

    /// The family of a product, if its programs are known here.
    #[must_use]
    pub const fn of(product: Product) -> Option<Self> {
        match product {
            Product::HyperVClient
            | Product::HyperV2008
            | Product::HyperV2008R2
            | Product::HyperV2012
            | Product::HyperV2012R2
            | Product::HyperV2016
            | Product::HyperV2019
            | Product::HyperV2022
            | Product::HyperV2025
            | Product::AzureLocal => Some(Self::HyperV),
            Product::VirtualServer2005 | Product::VirtualServer2005R2 | Product::VirtualServer2005R2Sp1 => {
                Some(Self::VirtualServer)
            }
            Product::VmwareEsx | Product::VmwareVsphere => Some(Self::Vmware),
            Product::Xenserver | Product::XcpNg => Some(Self::Xen),
            Product::NutanixAhv => Some(Self::Ahv),
            Product::ProxmoxVe => Some(Self::Proxmox),
            Product::RedHatKvm => Some(Self::RedHat),
            Product::AzureVm => Some(Self::Azure),
            _ => None,
        }
    }
}

/// How sure a name is: of a menu, a command, or a vendor's word for something.
#[derive(Clone, Copy, Debug)]
pub enum Seen {
    /// It stands in this document, which was read as far as it matters.
    In(&'static Source),
    /// It stands in an excerpt of this document; the rest was not read.
    InPart(&'static Source),
    /// It follows from what was read, but stands nowhere in so many words.
    Inferred,
    /// It was not found in any document that could be read.
    NotChecked,
}

impl Seen {
    /// What has to be said about a name that was not read in a document; otherwise nothing.
    #[must_use]
    pub const fn doubt(&self) -> &'static str {
        match self {
            Self::In(_) | Self::InPart(_) => "",
            Self::Inferred => "our conclusion, not the vendor's words",
            Self::NotChecked => "not checked",
        }
    }

    /// What stands behind a name: the document that has it, or the doubt.
    #[must_use]
    pub fn mark(&self) -> String {
        match self.document() {
            Some(document) => format!(" Checked in: {}.", document.title),
            None => format!(" ({})", self.doubt()),
        }
    }

    /// The document in which it stands, if there is one.
    #[must_use]
    pub const fn document(&self) -> Option<&'static Source> {
        match self {
            Self::In(document) | Self::InPart(document) => Some(document),
            Self::Inferred | Self::NotChecked => None,
        }
    }
}

/// What has to be said wherever names of menus and commands stand.
pub const NOT_RUN: &str = "Names of menus and commands come from public documentation. We have not run them; those marked \u{201c}not checked\u{201d} were not found in it.";

/// One way to an answer.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// A program to open, and where in it to look.
    Open {
        /// The program: `Hyper-V Manager`.
        program: &'static str,
        /// The way through its menus and what to read there.
        steps: &'static str,
        /// How sure the names are.
        seen: Seen,
    },
    /// A command that only reads.
    Run {
        /// Where it is typed: `PowerShell on the host`.
        shell: &'static str,
        /// The command, to be copied. Names of machines are written `NAME`: ids of a
        /// document never get into it, since they may have been written by anybody.
        command: &'static str,
        /// What to read in its output.
        read: &'static str,
        /// How sure the names are.
        seen: Seen,
    },
}

/// Where the answer to a question is found in the programs of a family.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The question.
    pub question: Slot,
    /// The family.
    pub family: Family,
    /// The ways to it, the easiest first.
    pub looks: &'static [Look],
}

/// A vendor's own words for what a question or one of its choices is about.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The question.
    pub question: Slot,
    /// The choice's place in the question's list; none if the words are for the whole question.
    pub choice: Option<u8>,
    /// Whose words.
    pub family: Family,
    /// What a person sees on the screen.
    pub words: &'static str,
    /// How sure that is.
    pub seen: Seen,
}

impl Word {
    /// The choice that the words are for, if they are not for the whole question.
    #[must_use]
    pub fn choice_of(&self) -> Option<&'static Choice> {
        let (Kind::Choice(list) | Kind::Set { of: list, .. }) = question(self.question).kind else { return None };
        list.get(usize::from(self.choice?))
    }
}

/// The ways to an answer in the programs of a family; none if none is known.
#[must_use]
pub fn looks(question: Slot, family: Family) -> &'static [Look] {
    let place = PLACES.iter().flat_map(|part| part.iter());
    place
        .into_iter()
        .find(|place| place.question == question && place.family == family)
        .map_or(&[], |place| place.looks)
}

/// A family's words for a question (no choice) or for one of its choices.
pub fn words(question: Slot, choice: Option<u8>, family: Family) -> impl Iterator<Item = &'static Word> {
    WORDS.iter().filter(move |word| word.question == question && word.choice == choice && word.family == family)
}
