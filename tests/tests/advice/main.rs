//! Laws of the advice.
//!
//! - `fast.rs`: a budget for its time;
//! - `brute.rs`: nothing smaller, by trying everything on small deployments;
//! - `sets.rs`: what every set that is offered keeps;
//! - `ways_out.rs`: where no change helps, and what is said then.

mod brute;
mod fast;
mod sets;
mod ways_out;
