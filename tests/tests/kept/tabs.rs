//! Several tabs at once.
