//! Answers that are chosen from a list, and sets of them.

use std::marker::PhantomData;

/// One choice of a list, as the document writes it and as a person reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As the deployment document writes it.
    pub id: &'static str,
    /// In words.
    pub label: &'static str,
    /// What it means, in a sentence or two for somebody who has never heard of it.
    pub meaning: &'static str,
}

/// A set of choices of one list of at most 64.
#[derive(Debug)]
pub struct Choices<T> {
    bits: u64,
    of: PhantomData<T>,
}

impl<T> Clone for Choices<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Choices<T> {}

impl<T> PartialEq for Choices<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Choices<T> {}

impl<T> Choices<T> {
    /// The set with these bits, the first choice of the list being the lowest.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self { bits, of: PhantomData }
    }

    /// The first choice of the list is the lowest bit.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.bits
    }

    /// What is in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self::from_bits(self.bits | other.bits)
    }

    /// What is in this but not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self::from_bits(self.bits & !other.bits)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }
}

/// Declares the choices of one question: the type, each choice's name in the
/// program, in the document and in words.
macro_rules! choices {
    ($(#[$doc:meta])* $type:ident { $($name:ident = $id:literal, $label:literal, $meaning:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type {
            $(#[doc = $label] $name,)+
        }

        impl $type {
            /// Every choice, in the order of the format document.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The words of every choice, in the same order.
            pub const LIST: &'static [$crate::choice::Choice] =
                &[$($crate::choice::Choice { id: $id, label: $label, meaning: $meaning }),+];

            /// The set of these choices.
            #[must_use]
            pub const fn set(members: &[Self]) -> $crate::choice::Choices<Self> {
                let mut bits = 0;
                let mut rest = members;
                while let [first, others @ ..] = rest {
                    bits |= 1u64 << *first as u32;
                    rest = others;
                }
                $crate::choice::Choices::from_bits(bits)
            }

            /// As the document writes it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// In words.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label),+ }
            }

            /// Its place in the list.
            #[must_use]
            pub const fn index(self) -> u8 {
                self as u8
            }

            /// The choice that the document writes so.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }

            /// The choice at a place in the list.
            #[must_use]
            pub fn from_index(index: u8) -> Option<Self> {
                Self::ALL.get(usize::from(index)).copied()
            }
        }

        impl $crate::choice::Choices<$type> {
            /// Whether the choice is in the set.
            #[must_use]
            pub const fn contains(self, choice: $type) -> bool {
                self.bits() & (1u64 << choice as u32) != 0
            }

            /// The members, in the order of the format document.
            pub fn iter(self) -> impl Iterator<Item = $type> {
                $type::ALL.iter().copied().filter(move |choice| self.contains(*choice))
            }
        }
    };
}
pub(crate) use choices;
