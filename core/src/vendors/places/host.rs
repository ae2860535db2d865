//! Where answers about host are found.

use crate::vendors::Place;

/// The places.
pub static PLACES: &[Place] = &[];
