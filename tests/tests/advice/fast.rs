//! It is fast enough to follow every answer: a budget, as a ratio to one assessment.

use std::hint::black_box;
use std::time::Instant;

use exchange_advisor_core::advice::advise;
use exchange_advisor_core::assess::assess;
use exchange_advisor_tests::some_day;
use exchange_advisor_tests::supported::{Fleet, VIRTUALIZED, broken};
use fastrand::Rng;

/// So many assessments' time is allowed for the advice of a deployment of 4 hosts and 12
/// machines with a few faults, in the median.
const BUDGET: f64 = 1_000.0;

#[test]
fn the_advice_costs_no_more_than_its_budget() {
    let mut rng = Rng::with_seed(71);
    let mut ratios: Vec<f64> = (0..35)
        .map(|round| {
            let version = VIRTUALIZED[round % VIRTUALIZED.len()];
            let fleet = Fleet { hosts: 4, guests: 12, alike: false };
            let deployment = broken(&mut rng, version, fleet, 5);
            let start = Instant::now();
            for _ in 0..20 {
                black_box(assess(black_box(&deployment), some_day()));
            }
            let one = start.elapsed().as_secs_f64() / 20.0;
            let start = Instant::now();
            black_box(advise(black_box(&deployment), some_day()));
            start.elapsed().as_secs_f64() / one
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!("the advice, in assessments: {ratios:.0?}");
    assert!(ratios[ratios.len() / 2] <= BUDGET, "{ratios:.0?}");
}
