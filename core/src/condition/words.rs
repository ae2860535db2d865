//! A condition as a sentence, for the catalogue and the reference pages. Questions
//! stand in it under their names in the document.

use std::fmt::{self, Write as _};

use super::{Balance, Capacity, Condition};
use crate::choice::Choice;
use crate::decimal::Decimal;
use crate::question::{Kind, Slot, SubjectKind};
use crate::questions::{host, question};

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => f.write_str("always"),
            Self::Never => f.write_str("never"),
            Self::Is(slot, value) => write!(f, "{} is {value}", Name(*slot)),
            Self::OneOf(slot, set, true) => write!(f, "{} is {}", Name(*slot), Members(*slot, *set, "or")),
            Self::OneOf(slot, set, false) => write!(f, "{} is not {}", Name(*slot), Members(*slot, *set, "or")),
            Self::Includes(slot, set, true) => write!(f, "{} include {}", Name(*slot), Members(*slot, *set, "or")),
            Self::Includes(slot, set, false) => write!(f, "{} include no {}", Name(*slot), Members(*slot, *set, "or")),
            Self::Below(slot, limit) => write!(f, "{} < {}", Name(*slot), Limit(*slot, *limit)),
            Self::AtLeast(slot, limit) => write!(f, "{} >= {}", Name(*slot), Limit(*slot, *limit)),
            Self::Above(slot, limit) => write!(f, "{} > {}", Name(*slot), Limit(*slot, *limit)),
            Self::All(parts) => joined(f, parts, ", and "),
            Self::Any(parts) => {
                f.write_char('(')?;
                joined(f, parts, " or ")?;
                f.write_char(')')
            }
            Self::Match(slot, arms, otherwise) => {
                for (set, arm) in *arms {
                    write!(f, "if {} is {}: {arm}; ", Name(*slot), Members(*slot, *set, "or"))?;
                }
                write!(f, "otherwise: {otherwise}")
            }
            Self::Bands(slot, bands, otherwise) => {
                for (limit, band) in *bands {
                    write!(f, "if {} < {}: {band}; ", Name(*slot), Limit(*slot, *limit))?;
                }
                write!(f, "otherwise: {otherwise}")
            }
            Self::Short(balance) => balance.fmt(f),
            Self::AGuestHere(condition) => write!(f, "for an Exchange machine on the host, {condition}"),
            Self::NodesShareAHost => {
                f.write_str("two of high_availability.nodes are on one host, or there are more of them than hosts")
            }
        }
    }
}

impl fmt::Display for Balance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.capacity {
            Capacity::Answer(slot) => write!(f, "{}", Name(slot))?,
            Capacity::Processors { per_core } => {
                if per_core != 1 {
                    write!(f, "{per_core} x ")?;
                }
                write!(f, "{} x {}", Name(host::SOCKETS.slot()), Name(host::CORES_PER_SOCKET.slot()))?;
            }
        }
        f.write_str(" < ")?;
        let mut terms: Vec<String> = Vec::new();
        if self.base > Decimal::whole(0) {
            terms.push(self.base.to_string());
        }
        if self.root {
            terms.push(format!(
                "the larger of {} and {}",
                super::ROOT_BASELINE,
                Name(host::ROOT_PROCESSORS_USED.slot())
            ));
        }
        terms.extend(self.own.iter().map(|slot| Name(*slot).to_string()));
        terms.extend(self.per_guest.iter().map(|slot| format!("the sum of {} on the host", Name(*slot))));
        f.write_str(&terms.join(" + "))
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Condition], by: &str) -> fmt::Result {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            f.write_str(by)?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}

/// The path of a question in the document, whichever machine it is about.
struct Name(Slot);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.subject {
            SubjectKind::Deployment => "",
            SubjectKind::Host => "hosts[].",
            SubjectKind::Guest => "vms[].",
        })?;
        f.write_str(question(self.0).path)
    }
}

struct Limit(Slot, Decimal);

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.1)?;
        match question(self.0).kind {
            Kind::Amount { unit, .. } if !unit.is_empty() => write!(f, " {unit}"),
            _ => Ok(()),
        }
    }
}

/// The choices of a set, with a word before the last.
struct Members(Slot, u64, &'static str);

impl fmt::Display for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list: &[Choice] = match question(self.0).kind {
            Kind::Choice(list) | Kind::Set { of: list, .. } => list,
            _ => &[],
        };
        let members: Vec<&str> = list
            .iter()
            .enumerate()
            .filter(|(place, _)| self.1 & (1 << place) != 0)
            .map(|(_, choice)| choice.id)
            .collect();
        match members.split_last() {
            None => f.write_str("none"),
            Some((only, [])) => f.write_str(only),
            Some((end, others)) => write!(f, "{} {} {end}", others.join(", "), self.2),
        }
    }
}
