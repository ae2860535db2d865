//! The units that a person may type behind a number, for each question that asks for one.
//!
//! The format's GB is 2^30 bytes, so 1 TB is 1,024 GB and 1 MB the 1,024th part of one;
//! `GiB` is the same. The speed of a link counts bits, and those in thousands.

use crate::question::{Kind, Question, Slot};
use crate::questions::{deployment, guest, host};

/// One unit, and its ratio to the question's own.
pub(super) struct Unit {
    /// As a message names it; it can be typed, too.
    name: &'static str,
    /// How else it is written, whatever the case; in small letters, without spaces.
    others: &'static [&'static str],
    /// How else it is written, to the letter: `Gb/s` are bits and `GB/s` are bytes.
    exactly: &'static [&'static str],
    pub times: u64,
    pub over: u64,
}

impl Unit {
    const fn new(name: &'static str, others: &'static [&'static str], times: u64, over: u64) -> Self {
        Self { name, others, exactly: &[], times, over }
    }

    const fn exactly(self, exactly: &'static [&'static str]) -> Self {
        Self { exactly, ..self }
    }

    fn is_written(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        self.name == word || self.exactly.contains(&word) || self.others.contains(&small.as_str())
    }
}

const SIZES: &[Unit] = &[
    Unit::new("bytes", &["byte", "bytes"], 1, 1 << 30),
    Unit::new("KB", &["kb", "kib", "k", "kilobyte", "kilobytes"], 1, 1 << 20),
    Unit::new("MB", &["mb", "mib", "m", "megabyte", "megabytes"], 1, 1 << 10),
    Unit::new("GB", &["gb", "gib", "g", "gigabyte", "gigabytes"], 1, 1),
    Unit::new("TB", &["tb", "tib", "t", "terabyte", "terabytes"], 1 << 10, 1),
];

const TIMES: &[Unit] = &[
    // Both the sign for micro and the Greek letter are typed.
    Unit::new("\u{b5}s", &["\u{3bc}s", "us", "microsecond", "microseconds"], 1, 1000),
    Unit::new("ms", &["ms", "msec", "millisecond", "milliseconds"], 1, 1),
    Unit::new("s", &["s", "sec", "second", "seconds"], 1000, 1),
];

const LINKS: &[Unit] = &[
    Unit::new("Mbit/s", &["mbit/s", "mbit", "megabit", "megabits", "megabit/s", "megabits/s"], 1, 1000)
        .exactly(&["Mbps", "mbps", "Mb/s", "Mb"]),
    Unit::new("Gbit/s", &["gbit/s", "gbit", "gbe", "g", "gigabit", "gigabits", "gigabit/s", "gigabits/s"], 1, 1)
        .exactly(&["Gbps", "gbps", "Gb/s", "Gb"]),
];

const SPEEDS: &[Unit] = &[
    Unit::new("KB/s", &["kib/s", "kbyte/s", "kilobyte/s", "kilobytes/s"], 1, 1 << 10).exactly(&["KBps", "kB/s"]),
    Unit::new("MB/s", &["mib/s", "mbyte/s", "megabyte/s", "megabytes/s"], 1, 1).exactly(&["MBps"]),
    Unit::new("GB/s", &["gib/s", "gbyte/s", "gigabyte/s", "gigabytes/s"], 1 << 10, 1).exactly(&["GBps"]),
];

const PROCESSORS: &[Unit] = &[Unit::new(
    "processors",
    &[
        "processor",
        "processors",
        "virtualprocessor",
        "virtualprocessors",
        "cpu",
        "cpus",
        "vcpu",
        "vcpus",
        "core",
        "cores",
    ],
    1,
    1,
)];

const CARDS: &[Unit] = &[Unit::new(
    "cards",
    &[
        "card",
        "cards",
        "networkcard",
        "networkcards",
        "nic",
        "nics",
        "adapter",
        "adapters",
        "networkadapter",
        "networkadapters",
    ],
    1,
    1,
)];

/// The words for what a question counts.
const COUNTED: &[(Slot, &[Unit])] = &[
    (guest::VCPUS.slot(), PROCESSORS),
    (host::OTHER_VM_VCPUS.slot(), PROCESSORS),
    (host::SOCKETS.slot(), &[Unit::new("sockets", &["socket", "sockets", "chip", "chips"], 1, 1)]),
    (host::CORES_PER_SOCKET.slot(), &[Unit::new("cores", &["core", "cores", "corespersocket"], 1, 1)]),
    (host::NICS_TOTAL.slot(), CARDS),
    (host::NICS_DEDICATED_TO_ROOT.slot(), CARDS),
    (host::NICS_DEDICATED_TO_VMS.slot(), CARDS),
    (host::NICS_DEDICATED_TO_ISCSI.slot(), CARDS),
    (deployment::MAILBOXES.slot(), &[Unit::new("mailboxes", &["mailbox", "mailboxes"], 1, 1)]),
    (
        deployment::LOGS_TO_REPLAY.slot(),
        &[Unit::new("log files", &["log", "logs", "logfile", "logfiles", "file", "files"], 1, 1)],
    ),
    (
        deployment::PHYSICAL_NODES.slot(),
        &[Unit::new("nodes", &["node", "nodes", "physicalnode", "physicalnodes", "server", "servers"], 1, 1)],
    ),
];

/// What stands before the number of a release, the first as a message names it.
const TITLES: &[(Slot, &[&str])] = &[
    (deployment::SERVICE_PACK.slot(), &["SP", "service pack"]),
    (guest::GUEST_OS_SERVICE_PACK.slot(), &["SP", "service pack"]),
    (deployment::CUMULATIVE_UPDATE.slot(), &["CU", "cumulative update"]),
];

/// What may stand around the number that answers a question.
pub(super) struct Units {
    list: &'static [Unit],
    /// The question's own unit; empty for a count and a plain number.
    own: &'static str,
    titles: &'static [&'static str],
}

impl Units {
    pub fn of(question: &Question) -> Self {
        let slot = question.slot();
        let own = if let Kind::Amount { unit, .. } = question.kind { unit } else { "" };
        let list = match own {
            "GB" => SIZES,
            "ms" => TIMES,
            "Gbit/s" => LINKS,
            "MB/s" => SPEEDS,
            "processors" => PROCESSORS,
            _ => COUNTED.iter().find(|(counted, _)| *counted == slot).map_or(&[][..], |(_, list)| list),
        };
        let titles = TITLES.iter().find(|(titled, _)| *titled == slot).map_or(&[][..], |(_, titles)| titles);
        Self { list, own, titles }
    }

    /// The question's own unit.
    pub fn own(&self) -> &'static str {
        self.own
    }

    /// The unit that a word means; no word is the question's own.
    pub fn find(&self, word: &str) -> Option<&Unit> {
        const NONE: &Unit = &Unit::new("", &[], 1, 1);
        let word: String = word.split_whitespace().collect();
        if word.is_empty() || word == self.own {
            return Some(NONE);
        }
        let each = ["/second", "/sec", "persecond", "persec"].iter().find_map(|each| word.strip_suffix(each));
        let word = each.map_or_else(|| word.clone(), |start| format!("{start}/s"));
        self.list.iter().find(|unit| unit.is_written(&word))
    }

    /// The unit that small letters may mean, which do not tell bits from bytes: `gb/s`.
    pub fn meant_by(&self, word: &str) -> Option<&'static str> {
        let alike = |written: &str| word.ends_with("b/s") && written.to_lowercase() == word;
        self.list.iter().find(|unit| alike(unit.name) || unit.exactly.iter().copied().any(alike)).map(|unit| unit.name)
    }

    /// What stands behind the title of a release: `3` of `SP3`. `RTM` is the one before the first.
    pub fn without_title<'t>(&self, text: &'t str) -> &'t str {
        if !self.titles.is_empty() && text.eq_ignore_ascii_case("rtm") {
            return "0";
        }
        let behind = |title: &&str| {
            let (start, rest) = text.split_at_checked(title.len())?;
            start.eq_ignore_ascii_case(title).then(|| rest.trim_start())
        };
        self.titles.iter().find_map(behind).unwrap_or(text)
    }

    /// The end of a sentence that says what number is allowed.
    pub fn allowed(&self) -> String {
        let names: Vec<&str> = self.list.iter().map(|unit| unit.name).collect();
        match (names.as_slice(), self.titles.first()) {
            ([], Some(title)) => format!(", alone or after {title}"),
            ([], None) => String::new(),
            ([only], _) => format!(", alone or followed by {only}"),
            ([others @ .., last], _) => format!(", alone or followed by {} or {last}", others.join(", ")),
        }
    }
}
