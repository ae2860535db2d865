//! Random deployments, leaning to the boundaries of the rules.

use exchange_advisor_core::date::Date;
use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use exchange_advisor_core::question::{Kind, Question, Slot};
use exchange_advisor_core::questions::deployment::{
    HOST_CLUSTERING, MOVES_CLUSTER_NODES, NODES, PRODUCT, PURPOSE, SERVICE_PACK, SOLUTIONS, VERSION,
};
use exchange_advisor_core::questions::guest::{GUEST_OS, HOST, ISCSI_LINK_GBPS, LARGEST_VIRTUAL_DISK_GB, STORAGE_KIND};
use exchange_advisor_core::questions::host::NICS_DEDICATED_TO_ISCSI;
use exchange_advisor_core::questions::{self, GuestOs, HYPER_V, Product, StorageKind, VIRTUAL_SERVER, Version};
use fastrand::Rng;

/// Whole numbers around the limits of the rules, written out.
const COUNTS: &[u64] = &[0, 1, 2, 3, 4, 5, 8, 11, 12, 13, 14, 16, 17, 24, 25, 32, 48, 49, 64, 1024];

/// Sizes around the limits of the rules, written out.
const AMOUNTS: &[&str] = &[
    "0",
    "0.0000000001",
    "0.5",
    "0.9999999999",
    "1",
    "1.5",
    "2",
    "2.5",
    "3.9990234375",
    "4",
    "7.9990234375",
    "8",
    "9.99",
    "10",
    "15",
    "15.0009765625",
    "16",
    "18.9990234375",
    "19",
    "23",
    "31",
    "40",
    "63.99",
    "64",
    "96",
    "96.0009765625",
    "128",
    "192",
    "193",
    "256",
    "257",
    "499.99",
    "500",
    "999.99",
    "1000",
    "2039.99",
    "2040",
    "10000000",
];

/// A place in the document.
pub fn at(subject: Subject, slot: Slot) -> AnswerRef {
    AnswerRef { subject, slot }
}

/// The questions about a subject.
pub fn questions_of(subject: Subject) -> impl Iterator<Item = (AnswerRef, &'static Question)> {
    questions::about(subject.kind())
        .iter()
        .map(move |question| (at(subject, Slot { subject: question.subject, slot: question.slot }), question))
}

/// A random value that a question allows; nothing where there is none (no hosts).
pub fn value(rng: &mut Rng, kind: &Kind, hosts: usize, guests: usize) -> Option<Value> {
    Some(match *kind {
        Kind::Flag => Value::Flag(rng.bool()),
        Kind::Count { min, max } => {
            let near: Vec<u64> = COUNTS.iter().copied().filter(|count| (min..=max).contains(count)).collect();
            Value::Count(if rng.u8(..) < 20 { rng.u64(min..=max) } else { near[rng.usize(..near.len())] })
        }
        Kind::Amount { zero, .. } => loop {
            let amount = Decimal::parse(AMOUNTS[rng.usize(..AMOUNTS.len())]).expect("a number");
            if zero || amount > Decimal::whole(0) {
                break Value::Amount(amount);
            }
        },
        Kind::Choice(list) => Value::Choice(u8::try_from(rng.usize(..list.len())).expect("short lists")),
        Kind::Set { of, empty_is_an_answer } => loop {
            // Small sets, since most people have few roles on a machine.
            let bits = rng.u64(..) & rng.u64(..) & ((1 << of.len()) - 1);
            if bits != 0 || empty_is_an_answer {
                break Value::Set(bits);
            }
        },
        Kind::Text { .. } => Value::Text(["", "Contoso", "Büro \"4\" \\ \u{1F4E7}", "=1+1"][rng.usize(..4)].into()),
        Kind::Date => Value::Date(Date::new(rng.u16(2000..2040), rng.u8(1..=12), rng.u8(1..=28))?),
        Kind::Host => Value::Host(HostIndex(u32::try_from(rng.usize(..hosts.max(1))).ok().filter(|_| hosts > 0)?)),
        Kind::Guests => {
            let all = 0..u32::try_from(guests).expect("few guests");
            Value::Guests(all.filter(|_| rng.bool()).map(GuestIndex).collect())
        }
    })
}

/// How many machines a random deployment has, and how much of it is missing.
pub struct Shape {
    pub hosts: usize,
    pub guests: usize,
    /// Of 256 answers, so many are missing.
    pub missing: u8,
}

impl Shape {
    /// Few machines, anything from complete to nearly empty.
    pub fn small(rng: &mut Rng) -> Self {
        let missing = [0, 0, 20, 80, 160, 240][rng.usize(..6)];
        Self { hosts: rng.usize(0..=3), guests: rng.usize(0..=4), missing }
    }
}

/// A random deployment of a version.
pub fn deployment(rng: &mut Rng, version: Version, shape: &Shape) -> Deployment {
    let mut deployment = Deployment::new();
    for host in 0..shape.hosts {
        deployment.add_host(&format!("root{host}")).expect("a new id");
    }
    for guest in 0..shape.guests {
        deployment.add_guest(&format!("mbx{guest}")).expect("a new id");
    }
    for subject in deployment.subjects().collect::<Vec<_>>() {
        for (place, question) in questions_of(subject) {
            let answer = if rng.u8(..) < shape.missing {
                if rng.bool() { Answer::NotAsked } else { Answer::NotKnown }
            } else {
                let hosts = deployment.hosts().len();
                value(rng, &question.kind, hosts, shape.guests).map_or(Answer::NotAsked, Answer::Given)
            };
            deployment.set(place, answer).expect("an allowed value");
        }
    }
    lean(rng, &mut deployment, version);
    deployment
}

/// Makes the deployment more like those that the version's rules speak of.
fn lean(rng: &mut Rng, deployment: &mut Deployment, version: Version) {
    let whole = Subject::Deployment;
    let put = |deployment: &mut Deployment, place: AnswerRef, value| {
        if deployment.answer(place.subject, place.slot).given().is_some() {
            deployment.set(place, Answer::Given(value)).expect("an allowed value");
        }
    };
    let give = |deployment: &mut Deployment, place, value| {
        deployment.set(place, Answer::Given(value)).expect("an allowed value");
    };
    give(deployment, at(whole, VERSION.slot()), Value::Choice(version.index()));
    if rng.u8(..) < 230 {
        deployment.set(at(whole, PURPOSE.slot()), Answer::NotAsked).expect("an allowed value");
    }
    let products: Vec<Product> = match version {
        Version::V2003 => VIRTUAL_SERVER.iter().collect(),
        _ => HYPER_V.iter().collect(),
    };
    if rng.bool() {
        let product = products[rng.usize(..products.len())];
        put(deployment, at(whole, PRODUCT.slot()), Value::Choice(product.index()));
    }
    if rng.bool() {
        let solution = if version == Version::V2007 { 1 << rng.u8(1..=2) } else { 1 << 4 };
        put(deployment, at(whole, SOLUTIONS.slot()), Value::Set(solution));
        put(deployment, at(whole, HOST_CLUSTERING.slot()), Value::Flag(true));
        put(deployment, at(whole, MOVES_CLUSTER_NODES.slot()), Value::Flag(rng.bool()));
        put(deployment, at(whole, SERVICE_PACK.slot()), Value::Count(rng.u64(0..=3)));
        let nodes = (0..u32::try_from(deployment.guests().len()).expect("few")).map(GuestIndex).collect();
        if rng.bool() {
            put(deployment, at(whole, NODES.slot()), Value::Guests(nodes));
        }
    }
    if rng.u8(..) < 20 {
        put(deployment, at(whole, PRODUCT.slot()), Value::Choice(Product::AzureVm.index()));
    }
    let hosts: Vec<Subject> = deployment.subjects().filter(|subject| matches!(subject, Subject::Host(_))).collect();
    for host in hosts.into_iter().filter(|_| rng.bool()) {
        put(deployment, at(host, NICS_DEDICATED_TO_ISCSI.slot()), Value::Count(0));
    }
    let guests: Vec<Subject> = deployment.subjects().filter(|subject| matches!(subject, Subject::Guest(_))).collect();
    for (place, guest) in guests.into_iter().enumerate() {
        if rng.bool() {
            let os = [GuestOs::WindowsServer2008X64, GuestOs::WindowsServer2012, GuestOs::WindowsServer2019];
            put(deployment, at(guest, GUEST_OS.slot()), Value::Choice(os[rng.usize(..3)].index()));
        }
        match rng.u8(..) {
            0..40 => {
                put(deployment, at(guest, STORAGE_KIND.slot()), Value::Choice(StorageKind::FixedVirtualDisk.index()));
            }
            40..80 => put(deployment, at(guest, STORAGE_KIND.slot()), Value::Choice(StorageKind::IscsiOnHost.index())),
            _ => {}
        }
        if rng.u8(..) < 80 {
            put(deployment, at(guest, LARGEST_VIRTUAL_DISK_GB.slot()), Value::Amount(Decimal::whole(2040)));
        }
        if rng.u8(..) < 40 {
            put(
                deployment,
                at(guest, ISCSI_LINK_GBPS.slot()),
                Value::Amount(Decimal::parse("0.9999999999").expect("a number")),
            );
        }
        if rng.bool() && !deployment.hosts().is_empty() {
            let host = u32::try_from(place % deployment.hosts().len()).expect("few");
            put(deployment, at(guest, HOST.slot()), Value::Host(HostIndex(host)));
        }
    }
}

/// Gives every missing answer a random value; what is left out and counts as a default
/// is not missing. With no host listed a guest's host stays missing.
pub fn complete(rng: &mut Rng, deployment: &Deployment) -> Deployment {
    let mut complete = deployment.clone();
    for subject in deployment.subjects() {
        for (place, question) in questions_of(subject) {
            if deployment.answer(subject, place.slot).given().is_none()
                && question.left_out.is_none()
                && let Some(value) = value(rng, &question.kind, deployment.hosts().len(), deployment.guests().len())
            {
                complete.set(place, Answer::Given(value)).expect("an allowed value");
            }
        }
    }
    complete
}

/// The smallest document that still fails, found by taking answers out.
pub fn shrink(deployment: &Deployment, fails: impl Fn(&Deployment) -> bool) -> Deployment {
    let mut smallest = deployment.clone();
    for subject in deployment.subjects() {
        for (place, _) in questions_of(subject) {
            let mut smaller = smallest.clone();
            smaller.set(place, Answer::NotAsked).expect("no answer is allowed everywhere");
            if fails(&smaller) {
                smallest = smaller;
            }
        }
    }
    smallest
}
