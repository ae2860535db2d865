//! Where answers about storage are found.

use crate::vendors::Place;

/// The places.
pub static PLACES: &[Place] = &[];
