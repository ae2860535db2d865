//! How long reading and judging take, and how that grows: `cargo xtask bench`.
//!
//! Bare times mean little on a noisy machine, so a table of ratios comes last: judging
//! all rules against twelve of them written by hand in plain two-valued Rust, measured
//! in turns in the same run.

use std::hint::black_box;
use std::time::Instant;

use divan::Bencher;
use exchange_advisor_core::advice::advise;
use exchange_advisor_core::assess::assess;
use exchange_advisor_core::deployment::{Answer, Deployment, GuestIndex, Subject, Value};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::{PRODUCT, PURPOSE, SVVP_VALIDATED, VERSION};
use exchange_advisor_core::questions::guest::*;
use exchange_advisor_core::questions::host as on_host;
use exchange_advisor_core::questions::{GuestOs, Product, Role, StorageKind};
use exchange_advisor_tests::generate::{self, Shape};
use exchange_advisor_tests::some_day;
use exchange_advisor_tests::supported::{self, Fleet, VIRTUALIZED};
use fastrand::Rng;

fn main() {
    divan::main();
    ratios();
    workings();
    advice();
}

/// Hosts and guests.
const SIZES: [(usize, usize); 3] = [(2, 4), (20, 200), (200, 2000)];

fn deployment((hosts, guests): (usize, usize), missing: u8) -> Deployment {
    let mut rng = Rng::with_seed(7);
    let shape = Shape { hosts, guests, missing };
    let mut deployment = generate::deployment(&mut rng, Version::V2007, &shape);
    deployment.set(generate::at(Subject::Deployment, PURPOSE.slot()), Answer::NotAsked).expect("an answer");
    deployment
}

fn complete(size: (usize, usize)) -> Deployment {
    deployment(size, 0)
}

/// Machines without any answer but the version.
fn empty(size: (usize, usize)) -> Deployment {
    let mut empty = complete(size);
    for subject in empty.subjects().collect::<Vec<_>>() {
        for (place, _) in generate::questions_of(subject) {
            if place.slot != VERSION.slot() {
                empty.set(place, Answer::NotAsked).expect("no answer");
            }
        }
    }
    empty
}

#[divan::bench(args = SIZES)]
fn judge_complete(bencher: Bencher, size: (usize, usize)) {
    let deployment = complete(size);
    bencher.bench_local(|| assess(black_box(&deployment), some_day()).verdict);
}

#[divan::bench(args = SIZES)]
fn judge_empty(bencher: Bencher, size: (usize, usize)) {
    let deployment = empty(size);
    bencher.bench_local(|| assess(black_box(&deployment), some_day()).verdict);
}

#[divan::bench(args = SIZES)]
fn read_complete(bencher: Bencher, size: (usize, usize)) {
    let text = complete(size).to_json().to_string();
    bencher.bench_local(|| exchange_advisor_core::read(black_box(text.as_bytes())).is_ok());
}

#[divan::bench(args = SIZES)]
fn write_assessment(bencher: Bencher, size: (usize, usize)) {
    let deployment = complete(size);
    let assessment = assess(&deployment, some_day());
    bencher.bench_local(|| black_box(&assessment).to_json().to_string().len());
}

/// What twelve rules by hand read, as a program would keep it that knows no missing answers.
struct Plain {
    product: Product,
    validated: bool,
    hosts: Vec<PlainHost>,
    guests: Vec<PlainGuest>,
}

struct PlainHost {
    processors: u64,
    others: u64,
    applications: bool,
}

#[allow(clippy::struct_excessive_bools, reason = "as somebody would write it by hand")]
struct PlainGuest {
    host: usize,
    os: GuestOs,
    unified_messaging: bool,
    vcpus: u64,
    memory: f64,
    os_disk: f64,
    snapshots: bool,
    kind: StorageKind,
    largest_disk: f64,
    dedicated: bool,
    block_level: bool,
}

fn plain(deployment: &Deployment) -> Plain {
    let number = |subject, key| -> f64 {
        let value: exchange_advisor_core::decimal::Decimal = deployment.get_about(subject, key).expect("complete");
        value.to_string().parse().expect("a number")
    };
    let mut plain = Plain {
        product: deployment.get(PRODUCT).expect("complete"),
        validated: deployment.get(SVVP_VALIDATED).expect("complete"),
        hosts: Vec::new(),
        guests: Vec::new(),
    };
    for subject in deployment.subjects() {
        let count = |key| deployment.get_about::<u64>(subject, key).expect("complete");
        let flag = |key| deployment.get_about::<bool>(subject, key).expect("complete");
        match subject {
            Subject::Deployment => {}
            Subject::Host(_) => plain.hosts.push(PlainHost {
                processors: count(on_host::SOCKETS) * count(on_host::CORES_PER_SOCKET),
                others: count(on_host::OTHER_VM_VCPUS),
                applications: flag(on_host::SERVER_APPLICATIONS_ON_ROOT),
            }),
            Subject::Guest(GuestIndex(_)) => plain.guests.push(PlainGuest {
                host: match deployment.answer(subject, HOST.slot()) {
                    Answer::Given(Value::Host(host)) => host.0 as usize,
                    _ => 0,
                },
                os: deployment.get_about(subject, GUEST_OS).expect("complete"),
                unified_messaging: deployment
                    .get_about(subject, ROLES)
                    .expect("complete")
                    .contains(Role::UnifiedMessaging),
                vcpus: count(VCPUS),
                memory: number(subject, MEMORY_GB),
                os_disk: number(subject, OS_DISK_GB),
                snapshots: flag(SNAPSHOTS),
                kind: deployment.get_about(subject, STORAGE_KIND).expect("complete"),
                largest_disk: number(subject, LARGEST_VIRTUAL_DISK_GB),
                dedicated: flag(DEDICATED_TO_VM),
                block_level: flag(BLOCK_LEVEL),
            }),
        }
    }
    plain
}

/// Twelve rules, two-valued: how many are broken.
fn twelve_by_hand(plain: &Plain) -> usize {
    let hyper_v = matches!(plain.product, Product::HyperV2008 | Product::HyperV2008R2);
    let mut broken = usize::from(!hyper_v && !plain.validated);
    let mut loads: Vec<u64> = plain.hosts.iter().map(|host| host.others).collect();
    for guest in &plain.guests {
        use StorageKind::*;
        loads[guest.host] += guest.vcpus;
        let passed_through = matches!(guest.kind, ScsiPassThrough | IscsiOnHost);
        let all = [
            guest.os != GuestOs::WindowsServer2008X64,
            guest.unified_messaging,
            guest.snapshots,
            guest.os_disk < 15.0 + guest.memory,
            matches!(guest.kind, NasShare | NasAsBlock),
            guest.kind == DynamicVirtualDisk,
            guest.kind == DifferencingVirtualDisk,
            passed_through && !guest.dedicated,
            passed_through && !guest.block_level,
            hyper_v && guest.kind == FixedVirtualDisk && guest.largest_disk >= 2040.0,
        ];
        broken += all.into_iter().filter(|broken| *broken).count();
    }
    for (host, load) in plain.hosts.iter().zip(loads) {
        broken += usize::from(load > 2 * host.processors) + usize::from(host.applications);
    }
    broken
}

/// The fastest of many turns, in nanoseconds, of each of these.
fn fastest<const N: usize>(mut turns: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut best = [f64::INFINITY; N];
    for _ in 0..200 {
        for (turn, best) in turns.iter_mut().zip(&mut best) {
            let start = Instant::now();
            for _ in 0..20 {
                turn();
            }
            *best = best.min(start.elapsed().as_secs_f64() * 1e9 / 20.0);
        }
    }
    best
}

fn ratios() {
    println!("\nratios, each to twelve rules written by hand, of the same size and in the same run");
    println!("{:>18} {:>12} {:>12} {:>12} {:>12}", "hosts x guests", "by hand", "complete", "empty", "reading");
    for size in &SIZES[..2] {
        let (full, none) = (complete(*size), empty(*size));
        let text = full.to_json().to_string();
        let by_hand = plain(&full);
        let [hand, complete, empty, reading] = fastest([
            &mut || {
                black_box(twelve_by_hand(black_box(&by_hand)));
            },
            &mut || drop(black_box(assess(black_box(&full), some_day()))),
            &mut || drop(black_box(assess(black_box(&none), some_day()))),
            &mut || drop(black_box(exchange_advisor_core::read(black_box(text.as_bytes())))),
        ]);
        println!(
            "{:>18} {:>9.2} us {:>10.1} x {:>10.1} x {:>10.1} x   (complete {:.1} us, empty {:.1} us)",
            format!("{} x {}", size.0, size.1),
            hand / 1000.0,
            complete / hand,
            empty / hand,
            reading / hand,
            complete / 1000.0,
            empty / 1000.0,
        );
    }
}

/// What the smallest change costs, where some answers of a supported deployment were drawn anew.
fn advice() {
    println!("\nthe smallest change, each to one assessment of the same deployment (40 each)");
    println!("{:>18} {:>10} {:>10} {:>10}", "hosts x guests", "median", "90 %", "most");
    for (hosts, guests) in [(1, 2), (2, 4), (4, 12), (10, 60)] {
        let mut rng = Rng::with_seed(11);
        let mut ratios: Vec<f64> = (0..40)
            .map(|round| {
                let version = VIRTUALIZED[round % VIRTUALIZED.len()];
                let deployment = supported::broken(&mut rng, version, Fleet { hosts, guests, alike: hosts > 4 }, 5);
                let time = |turn: &dyn Fn()| {
                    let start = Instant::now();
                    turn();
                    start.elapsed().as_secs_f64()
                };
                let once = (0..10).map(|_| time(&|| drop(black_box(assess(&deployment, some_day())))));
                let once = once.fold(f64::INFINITY, f64::min);
                time(&|| drop(black_box(advise(&deployment, some_day())))) / once
            })
            .collect();
        ratios.sort_by(f64::total_cmp);
        let [median, most_of, most] = [ratios[20], ratios[36], ratios[39]];
        println!("{:>18} {median:>8.0} x {most_of:>8.0} x {most:>8.0} x", format!("{hosts} x {guests}"));
    }
}

/// What telling every finding costs: nobody reads them all, but the page must not stand still.
fn workings() {
    println!("\nworkings of all findings, each to one assessment of the same deployment");
    let seconds = |turn: &mut dyn FnMut()| {
        let times = (0..20).map(|_| {
            let start = Instant::now();
            turn();
            start.elapsed().as_secs_f64()
        });
        times.fold(f64::INFINITY, f64::min)
    };
    for size in &SIZES[..2] {
        for (name, deployment) in [("complete", complete(*size)), ("empty", empty(*size))] {
            let once = seconds(&mut || drop(black_box(assess(black_box(&deployment), some_day()))));
            let assessment = assess(&deployment, some_day());
            let findings = assessment.findings.len();
            let all = seconds(&mut || {
                for finding in &assessment.findings {
                    black_box(assessment.working(finding));
                }
            });
            println!(
                "{:>18} {name:>9} {:>7.0} x   ({findings} findings, {:.2} us each, {:.1} ms together)",
                format!("{} x {}", size.0, size.1),
                all / once,
                all * 1e6 / f64::from(u32::try_from(findings).expect("few")),
                all * 1e3,
            );
        }
    }
}
