//! The dictionary: what a person sees on the screen, and what the policy calls it.

use super::Word;

/// Every word.
pub static WORDS: &[Word] = &[];
