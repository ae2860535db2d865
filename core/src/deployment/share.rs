//! What makes a deployment fit to be shown to others: a copy without names, and bytes as a
//! text that an address can carry.

use super::{Answer, Answers, Deployment, Machine, Value};
use crate::question::{Kind, SubjectKind};
use crate::questions;

impl Deployment {
    /// A copy without anything that was worded freely: names, the version as the vendor
    /// writes it, and what was accepted. Hosts are `host1`, `host2` and so on, guests
    /// `vm1`, `vm2`. It is judged the same.
    #[must_use]
    pub fn without_names(&self) -> Self {
        let mut copy = self.unnamed("host", "vm");
        copy.accepted = Answer::NotAsked;
        copy
    }

    /// A copy for a report: the same without names, machines being `host 1`, `guest 2`. What
    /// was accepted stays so, with its day of review, but not why and by whom.
    #[must_use]
    pub fn without_names_for_report(&self) -> Self {
        let mut copy = self.unnamed("host ", "guest ");
        if let Answer::Given(accepted) = &mut copy.accepted {
            for accepted in accepted {
                accepted.reason = "left out of this copy".into();
                accepted.owner = Answer::NotAsked;
            }
        }
        copy
    }

    fn unnamed(&self, host: &str, guest: &str) -> Self {
        let mut copy = self.clone();
        unword(&mut copy.answers, SubjectKind::Deployment);
        unname(&mut copy.hosts, SubjectKind::Host, host);
        unname(&mut copy.guests, SubjectKind::Guest, guest);
        copy
    }
}

/// Numbers the machines through. Whatever refers to one does so by its place, not its id.
fn unname(machines: &mut Answer<Vec<Machine>>, about: SubjectKind, beginning: &str) {
    let Answer::Given(machines) = machines else { return };
    for (number, machine) in (1..).zip(machines) {
        let number: usize = number;
        machine.id = format!("{beginning}{number}").into();
        unword(&mut machine.answers, about);
    }
}

/// Takes back every answer that is a text; no rule reads one.
fn unword(answers: &mut Answers, about: SubjectKind) {
    for question in questions::about(about).iter().filter(|question| matches!(question.kind, Kind::Text { .. })) {
        if let Answer::Given(Value::Text(_)) = answers.at(question.slot) {
            answers.put(question.slot, Answer::NotAsked);
        }
    }
}

/// The 64 characters that stand in an address as they are (RFC 4648, section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as a text of letters, digits, `-` and `_`, without padding.
#[must_use]
pub fn to_base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let six = bits >> (18 - 6 * place) & 63;
            text.extend(ALPHABET.get(six as usize).map(|byte| char::from(*byte)));
        }
    }
    text
}

/// The bytes of such a text; nothing if it is none: another character, padding, a length
/// that none has, or bits behind the last byte.
#[must_use]
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0u32;
        for byte in group {
            bits = bits << 6 | u32::try_from(ALPHABET.iter().position(|known| known == byte)?).ok()?;
        }
        let held = group.len().checked_sub(1).filter(|held| *held > 0)?;
        let [_, whole @ ..] = (bits << (6 * (4 - group.len()))).to_be_bytes();
        let (whole, left) = whole.split_at_checked(held)?;
        if left.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_without_names_has_none() {
        let text = r#"{"format":"exchange-virtualization-deployment/1","name":"Contoso","as_of":"2026-12-31",
            "hypervisor":{"product":"vmware-vsphere","version":"ESXi of Contoso"},
            "hosts":[{"id":"vm1"},{"id":"contoso-root"}],
            "vms":[{"id":"vm2","host":"contoso-root"},{"id":"vm1","host":"vm1"},{"id":"mbx"}],
            "high_availability":{"nodes":["mbx","vm2"]},"sizing":{},
            "accepted":[{"rule":"r","subject":"vm:mbx","reason":"Contoso says so","owner":"Ann"}]}"#;
        let deployment = Deployment::read(text.as_bytes(), &["r"]).unwrap();
        let copy = deployment.without_names();
        assert_eq!(
            copy.to_json().to_string(),
            concat!(
                r#"{"format":"exchange-virtualization-deployment/1","as_of":"2026-12-31","#,
                r#""hypervisor":{"product":"vmware-vsphere"},"hosts":[{"id":"host1"},{"id":"host2"}],"#,
                r#""vms":[{"id":"vm1","host":"host2"},{"id":"vm2","host":"host1"},{"id":"vm3"}],"#,
                r#""high_availability":{"nodes":["vm3","vm1"]},"sizing":{}}"#
            )
        );
        assert_eq!(copy.without_names(), copy);
        let report = deployment.without_names_for_report().to_json().to_string();
        assert!(
            ["host 2", "guest 3", r#""subject":"vm:guest 3","reason":"left out"#]
                .iter()
                .all(|kept| report.contains(kept)),
            "{report}"
        );
        assert!(!["ontoso", "Ann", "mbx"].iter().any(|name| report.contains(name)), "{report}");
        let unknown = br#"{"format":"exchange-virtualization-deployment/1","name":null,"hosts":null,"vms":[]}"#;
        let unknown = Deployment::read(unknown, &[]).unwrap();
        assert_eq!(unknown.without_names(), unknown);
    }

    #[test]
    fn bytes_come_back_from_their_text() {
        // The examples of RFC 4648, without padding.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(to_base64url(bytes.as_bytes()), text);
            assert_eq!(from_base64url(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(to_base64url(&[0xFB, 0xEF, 0xFF]), "--__");
        let all: Vec<u8> = (0..=255).collect();
        for length in 0..all.len() {
            let bytes = &all[length..];
            let text = to_base64url(bytes);
            assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
            assert_eq!(from_base64url(&text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn what_is_no_such_text_is_refused() {
        for text in ["A", "AAAAA", "Zg==", "Zm9v\n", "Zm 9v", "+/+/", "Zh", "Zm9", "\u{e9}A", "AA\u{0}A", "%41AA"] {
            assert_eq!(from_base64url(text), None, "{text}");
        }
    }
}
