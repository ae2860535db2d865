//! What the strict reader says of a document that is not one.

use std::fmt;

use super::json::Json;

/// What kind of thing is wrong at one place of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// The text is not JSON.
    Syntax,
    /// Something that has to be there is not.
    Required,
    /// A key that the format does not have.
    UnknownKey,
    /// A key that stands twice in one object.
    DuplicateKey,
    /// A value of another type.
    WrongType,
    /// A value that is not in its list.
    NotAllowed,
    /// A number, a text's length or a date outside its range.
    OutOfRange,
    /// An id that another member of the list has.
    DuplicateId,
    /// A member that stands twice in a set.
    DuplicateMember,
    /// A reference to an id that does not exist.
    Dangling,
}

impl Fault {
    /// A short name of it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Required => "required",
            Self::UnknownKey => "unknown-key",
            Self::DuplicateKey => "duplicate-key",
            Self::WrongType => "wrong-type",
            Self::NotAllowed => "not-allowed",
            Self::OutOfRange => "out-of-range",
            Self::DuplicateId => "duplicate-id",
            Self::DuplicateMember => "duplicate-member",
            Self::Dangling => "dangling-reference",
        }
    }
}

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What kind of thing it is.
    pub fault: Fault,
    /// Where it is: `vms[0].guest_os`; empty for the document as a whole. For a text
    /// that is not JSON the line and the character.
    pub path: String,
    /// What was found there.
    pub found: String,
    /// What is allowed there.
    pub allowed: String,
    /// What may have been meant.
    pub nearest: Option<String>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the document" } else { &self.path };
        let found = &self.found;
        match self.fault {
            Fault::Syntax => write!(f, "{place}: this is not JSON: found {found}")?,
            Fault::Required => write!(f, "{place}: it has to be there, and there is {found}")?,
            Fault::UnknownKey => write!(f, "{place}: there is no key `{found}`")?,
            Fault::DuplicateKey => write!(f, "{place}: the key `{found}` stands here twice")?,
            Fault::DuplicateId => write!(f, "{place}: the id `{found}` is taken")?,
            Fault::DuplicateMember => write!(f, "{place}: `{found}` stands here twice")?,
            Fault::Dangling => write!(f, "{place}: `{found}` is the id of nothing")?,
            Fault::WrongType | Fault::NotAllowed | Fault::OutOfRange => write!(f, "{place}: found `{found}`")?,
        }
        write!(f, "; allowed is {}", self.allowed)?;
        match &self.nearest {
            Some(nearest) => write!(f, ". Did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ReadError {}

/// How many errors are kept in full; of more only the number is.
pub const MOST_ERRORS: usize = 10_000;

/// Everything that is wrong with a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadErrors {
    /// The errors, in the order of the document; at least one.
    pub errors: Vec<ReadError>,
    /// How many more there are than [`MOST_ERRORS`].
    pub more: usize,
}

impl ReadErrors {
    /// Whether further errors are only counted.
    pub(super) const fn is_full(&self) -> bool {
        self.errors.len() >= MOST_ERRORS
    }

    pub(super) fn push(&mut self, error: impl FnOnce() -> ReadError) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.errors.push(error());
        }
    }

    /// As a list of objects.
    #[must_use]
    pub fn to_json(&self) -> Json<'_> {
        Json::list(self.errors.iter().map(|error| {
            Json::object([
                ("fault", error.fault.id().into()),
                ("path", error.path.as_str().into()),
                ("found", error.found.as_str().into()),
                ("allowed", error.allowed.as_str().into()),
                ("nearest", error.nearest.as_deref().into()),
                ("message", error.to_string().into()),
            ])
        }))
    }
}

impl fmt::Display for ReadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, error) in self.errors.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadErrors {}
