//! Where answers are found: each place once, commands that only read, documents that are
//! used, and a way for every hypervisor where the answer sits in the hypervisor.

use std::collections::BTreeSet;

use exchange_advisor_core::question::{Slot, SubjectKind};
use exchange_advisor_core::questions::{self, guest, host};
use exchange_advisor_core::source::{SOURCES, Source};
use exchange_advisor_core::vendors::documents::DOCUMENTS;
use exchange_advisor_core::vendors::{Family, Look, PLACES, Place, SILENT, Seen, WORDS, looks};

fn places() -> impl Iterator<Item = &'static Place> {
    PLACES.iter().flat_map(|part| part.iter())
}

fn all_looks() -> impl Iterator<Item = (&'static Place, &'static Look)> {
    places().flat_map(|place| place.looks.iter().map(move |look| (place, look)))
}

fn name(place: &Place) -> String {
    format!("{} in {}", questions::question(place.question).path, place.family.label())
}

#[test]
fn each_place_stands_once_and_shows_a_way() {
    let mut seen = BTreeSet::new();
    for place in places() {
        assert!(seen.insert((place.question, place.family)), "{} stands twice", name(place));
        assert!(!place.looks.is_empty(), "{} shows no way", name(place));
        assert_eq!(looks(place.question, place.family).len(), place.looks.len(), "{}", name(place));
    }
    assert!(seen.len() > 200, "{}", seen.len());
}

/// What every command begins with, after its quotes, pipes and the like are taken apart:
/// programs and cmdlets that cannot change anything, as they are used here.
const READERS: &[&str] = &[
    "systeminfo",
    "ver",
    "winver",
    "wmic",
    "sc",
    "ipconfig",
    "netstat",
    "net",
    "ping",
    "iscsicli",
    "nlb",
    "nlbmgr",
    "msinfo32",
    "diskpart",
    "fsutil",
    "vssadmin",
    "reg",
    "lscpu",
    "lsblk",
    "free",
    "df",
    "cat",
    "grep",
    "top",
    "xentop",
    "ip",
    "ps",
    "ls",
    "pveversion",
    "pvesm",
    "pvesh",
    "qm",
    "ha-manager",
    "zpool",
    "xe",
    "acli",
    "ncli",
    "esxcli",
    "esxcfg-nics",
    "vim-cmd",
    "manage_ovs",
    "allssh",
    "hostssh",
    "ethtool",
    "uname",
    "vmkping",
    "virsh",
    "dmidecode",
    "awk",
    "iscsiadm",
    "esxtop",
    "bridge",
    "cluster",
    "vmware",
    "wbadmin get",
    "pvecm",
    "xl",
    "typeperf",
    "head",
    "servermanagercmd -query",
    "systemctl list-units",
    "find",
    "ss",
    "dir",
];

/// Words that change something wherever they stand as a word of a command.
const WRITERS: &[&str] = &[
    "set",
    "new",
    "remove",
    "add",
    "start",
    "stop",
    "enable",
    "disable",
    "restart",
    "move",
    "create",
    "delete",
    "destroy",
    "update",
    "modify",
    "rm",
    "mv",
    "dd",
    "clear",
    "reset",
    "param-set",
    "vm-start",
    "vm-shutdown",
];

/// A command without what stands in quotes and braces, where `|` and `;` are something
/// else; a command that another one is given in quotes is taken for a step of its own.
fn plain(command: &str) -> String {
    let command = command.replace("hostssh \"", "hostssh | ");
    let mut plain = String::new();
    let mut quote = None;
    let mut depth = 0;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => depth -= 1,
            (None, c) if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[test]
fn commands_only_read() {
    let mut odd = Vec::new();
    for (place, look) in all_looks() {
        let Look::Run { command, .. } = look else { continue };
        let words = command.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')));
        for word in words.map(str::to_lowercase) {
            let begins = |verb: &str| word.starts_with(&format!("{verb}-"));
            if WRITERS.contains(&word.as_str()) || WRITERS.iter().any(|verb| begins(verb)) {
                odd.push(format!("{}: `{word}` in {command}", name(place)));
            }
        }
        for step in plain(command).split(['|', ';']) {
            let step = step.trim().trim_start_matches(['(', '$', '&', ' ']);
            let first = step.split([' ', '.', ')']).next().unwrap_or_default();
            let cmdlet = ["Get-", "Select-", "Where-", "Format-", "Measure-", "Sort-", "ForEach-"];
            let reads = |known: &str| first == known || (known.contains(' ') && step.starts_with(known));
            if !cmdlet.iter().any(|verb| first.starts_with(verb)) && !READERS.iter().any(|known| reads(known)) {
                odd.push(format!("{}: what does `{first}` do? {command}", name(place)));
            }
        }
        if command.contains('>') || command.contains("&&") {
            odd.push(format!("{}: it writes or goes on: {command}", name(place)));
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

#[test]
fn texts_are_whole_and_never_say_the_words_with_two_meanings() {
    for (place, look) in all_looks() {
        let texts: Vec<&str> = match look {
            Look::Open { program, steps, .. } => vec![program, steps],
            Look::Run { shell, command, read, .. } => vec![shell, command, read],
        };
        for text in &texts {
            assert!(!text.trim().is_empty(), "{}: an empty text", name(place));
            assert!(!text.to_lowercase().contains("dynamic disk"), "{}: {text}", name(place));
        }
        let sentence = match look {
            Look::Open { steps, .. } => steps,
            Look::Run { read, .. } => read,
        };
        assert!(sentence.ends_with(['.', ')', '?']), "{}: it does not end: {sentence}", name(place));
    }
}

#[test]
fn every_document_is_used_and_every_key_is_its_own() {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut note = |seen: &Seen| {
        if let Seen::In(Source { key, .. }) | Seen::InPart(Source { key, .. }) = seen {
            used.insert(key);
        }
    };
    for (_, look) in all_looks() {
        let (Look::Open { seen, .. } | Look::Run { seen, .. }) = look;
        note(seen);
    }
    for word in WORDS {
        note(&word.seen);
    }
    for (_, _, seen) in SILENT.iter().flat_map(|silent| silent.words) {
        note(seen);
    }
    let keys: BTreeSet<&str> = DOCUMENTS.iter().map(|document| document.key).collect();
    assert_eq!(keys.len(), DOCUMENTS.len(), "a key stands twice");
    used.retain(|key| !SOURCES.iter().any(|source| source.key == *key));
    assert_eq!(keys, used, "documents that are declared (left) and cited (right)");
}

/// The questions whose answers sit in the hypervisor or its guest, whichever it is.
const IN_THE_HYPERVISOR: &[Slot] = &[
    host::SOCKETS.slot(),
    host::CORES_PER_SOCKET.slot(),
    host::MEMORY_GB.slot(),
    host::OTHER_VM_VCPUS.slot(),
    host::OTHER_VM_MEMORY_GB.slot(),
    host::VM_STORAGE_GB.slot(),
    host::NICS_TOTAL.slot(),
    guest::HOST.slot(),
    guest::GUEST_OS.slot(),
    guest::VCPUS.slot(),
    guest::MEMORY_GB.slot(),
    guest::DYNAMIC_MEMORY.slot(),
    guest::OS_DISK_GB.slot(),
    guest::SNAPSHOTS.slot(),
    guest::STATE_SAVED_ON_DISK.slot(),
    guest::STORAGE_KIND.slot(),
    guest::LARGEST_VIRTUAL_DISK_GB.slot(),
];

#[test]
fn what_sits_in_the_hypervisor_has_a_program_and_a_command_for_each() {
    for family in [Family::HyperV, Family::Vmware, Family::Xen, Family::Ahv] {
        for slot in IN_THE_HYPERVISOR {
            let found = looks(*slot, family);
            let path = questions::question(*slot).path;
            let opens = found.iter().any(|look| matches!(look, Look::Open { .. }));
            let runs = found.iter().any(|look| matches!(look, Look::Run { .. }));
            assert!(opens, "{path} in {}: no program to open", family.label());
            // Prism has no shell that every administrator may use.
            assert!(runs || family == Family::Ahv, "{path} in {}: no command", family.label());
        }
    }
    let kinds: BTreeSet<SubjectKind> = places().map(|place| place.question.subject).collect();
    assert_eq!(kinds.len(), 3, "about the deployment, hosts and guests");
}
