//! Where answers about availability are found.

use crate::vendors::Place;

/// The places.
pub static PLACES: &[Place] = &[];
