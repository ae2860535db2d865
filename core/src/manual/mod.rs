//! The catalogue as pages: a page for every rule, question, note and term, and a search.
