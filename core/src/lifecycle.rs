//! Until when Microsoft supports each Exchange version and each guest operating
//! system. Never part of the verdict, always beside it: "policy met" and "in support"
//! are two statements.

use crate::date::Date;
use crate::questions::{GuestOs, Version};
use crate::source::{
    Citation, END_OF_2010, END_OF_LIFE, ESU_2025, Evidence, HEALTH_CHECKER, LIFECYCLE_TABLES, MATRIX, MATRIX_2021,
    ROADMAP, WINDOWS_2000_EXTENDED, cite,
};

/// The support dates of one product.
#[derive(Clone, Copy, Debug)]
pub struct Lifecycle {
    /// The last day of mainstream support; none where no such day is set.
    pub mainstream_end: Option<Date>,
    /// The last day of extended support; none where no such day is set.
    pub extended_end: Option<Date>,
    /// Where the dates come from.
    pub sources: &'static [Citation],
    /// What else has to be known about them; may be empty.
    pub remark: &'static str,
}

/// How far a product's support has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// In mainstream support, or in a support that has no phases.
    Mainstream,
    /// In extended support: security updates only.
    Extended,
    /// Out of support.
    Ended,
}

impl Status {
    /// As the assessment writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mainstream => "mainstream",
            Self::Extended => "extended",
            Self::Ended => "ended",
        }
    }
}

impl Lifecycle {
    /// The status on a day. On the last day of a phase it still lasts.
    #[must_use]
    pub fn status(&self, as_of: Date) -> Status {
        let over = |end: Option<Date>| end.is_some_and(|end| as_of > end);
        if over(self.extended_end) {
            Status::Ended
        } else if over(self.mainstream_end) {
            Status::Extended
        } else {
            Status::Mainstream
        }
    }
}

impl Lifecycle {
    /// Whether it is in support on a day, in a few words.
    #[must_use]
    pub fn in_words(&self, as_of: Date) -> String {
        let day = |day: Option<Date>| day.map_or(String::new(), |day| format!(" {day}"));
        match (self.status(as_of), self.extended_end) {
            (Status::Mainstream, None) => "yes, with no fixed end".to_owned(),
            (Status::Mainstream, end) => format!("yes, until{}", day(end)),
            (Status::Extended, end) => format!("security updates only, until{}", day(end)),
            (Status::Ended, end) => format!("no, out of support since{}", day(end)),
        }
    }
}

/// The last day of a phase.
#[allow(clippy::unnecessary_wraps, reason = "products without such a day have none")]
const fn day(year: u16, month: u8, day: u8) -> Option<Date> {
    Some(Date::known(year, month, day))
}

const REPORTED: Citation = cite(&END_OF_LIFE, "Microsoft Exchange", Evidence::C);
const REPORTED_WINDOWS: Citation = cite(&END_OF_LIFE, "Windows Server", Evidence::C);
const IN_TABLES: Citation = cite(&LIFECYCLE_TABLES, "Windows Server", Evidence::C);
const IN_MATRIX: Citation = cite(&MATRIX, "releases that are out of support", Evidence::A);
const ESU: Citation = cite(&ESU_2025, "both periods", Evidence::C);
const EXTENDED_UPDATES: &str = "Extended security updates could be bought after that date, in two periods until October 2026; Microsoft calls them no support. Whether the last day was 2026-10-31 or 2026-11-01 is not confirmed.";
const END_ONLY: &str = "It states the end of extended support only.";

/// Declares the lifecycles of the choices of one question.
macro_rules! lifecycles {
    ($type:ty, $function:ident, $doc:literal; $($($choice:ident)|+: $mainstream:expr, $extended:expr, [$($source:expr),+], $remark:expr;)+) => {
        #[doc = $doc]
        #[must_use]
        pub fn $function(choice: $type) -> Option<&'static Lifecycle> {
            match choice {
                $($(<$type>::$choice)|+ => {
                    static DATES: Lifecycle = Lifecycle {
                        mainstream_end: $mainstream,
                        extended_end: $extended,
                        sources: &[$($source),+],
                        remark: $remark,
                    };
                    Some(&DATES)
                })+
                #[allow(unreachable_patterns, reason = "some lists are complete")]
                _ => None,
            }
        }
    };
}

lifecycles! {
    Version, of_version, "The support dates of an Exchange version.";
    V55: day(2003, 12, 31), day(2006, 1, 10), [REPORTED], "";
    V2000: day(2005, 12, 31), day(2011, 1, 11), [REPORTED], "";
    V2000Conferencing: day(2005, 12, 31), day(2011, 1, 11), [cite(&END_OF_LIFE, "Exchange 2000", Evidence::D)],
        "No dates of the Conferencing Server itself were found; these are those of Exchange 2000 Server.";
    V2003: day(2009, 4, 14), day(2014, 4, 8), [REPORTED, cite(&LIFECYCLE_TABLES, "Exchange 2003", Evidence::C)], "";
    V2007: day(2012, 4, 10), day(2017, 4, 11),
        [cite(&MATRIX_2021, "end of support", Evidence::A).remark(END_ONLY), REPORTED], "";
    V2010: day(2015, 1, 13), day(2020, 10, 13),
        [cite(&END_OF_2010, "the end of support date", Evidence::B), REPORTED],
        "Older tables give 2020-01-14 as the end; Microsoft later moved it to 2020-10-13.";
    V2013: day(2018, 4, 10), day(2023, 4, 11), [IN_MATRIX, REPORTED], "";
    V2016: day(2020, 10, 13), day(2025, 10, 14), [IN_MATRIX, REPORTED, ESU], EXTENDED_UPDATES;
    V2019: day(2024, 1, 9), day(2025, 10, 14), [IN_MATRIX, REPORTED, ESU], EXTENDED_UPDATES;
    Se: None, None,
        [cite(&ROADMAP, "the Modern Lifecycle Policy", Evidence::B), cite(&HEALTH_CHECKER, "end of life dates", Evidence::A)],
        "It has no fixed end: it is supported as long as its current update is installed. Microsoft's checking script carries 2035-12-31 as a date; the lifecycle page itself was not read, so that is no promise.";
}

lifecycles! {
    GuestOs, of_guest_os, "The support dates of a guest's operating system, where it is one that is known.";
    Windows2000: day(2005, 6, 30), day(2010, 7, 13),
        [cite(&WINDOWS_2000_EXTENDED, "the overview", Evidence::B).remark("It states the end of mainstream support only."), REPORTED_WINDOWS], "";
    WindowsServer2003: day(2010, 7, 13), day(2015, 7, 14), [REPORTED_WINDOWS, IN_TABLES],
        "With Service Pack 2; earlier service packs ended sooner.";
    WindowsServer2003R2: day(2010, 7, 13), day(2015, 7, 14), [cite(&END_OF_LIFE, "Windows Server 2003 SP2", Evidence::D)],
        "The dates found are those of Windows Server 2003 with Service Pack 2; none of R2 itself was found.";
    WindowsServer2008X86 | WindowsServer2008X64: day(2015, 1, 13), day(2020, 1, 14), [REPORTED_WINDOWS, IN_TABLES],
        "With Service Pack 2. Extended security updates could be bought until 2023-01-10.";
    WindowsServer2008R2: day(2015, 1, 13), day(2020, 1, 14), [REPORTED_WINDOWS, IN_TABLES],
        "With Service Pack 1. Extended security updates could be bought until 2023-01-10.";
    WindowsServer2012 | WindowsServer2012R2: day(2018, 10, 9), day(2023, 10, 10),
        [cite(&MATRIX, "supported operating systems", Evidence::A).remark(END_ONLY), REPORTED_WINDOWS],
        "Extended security updates could be bought until 2026-10-13.";
    WindowsServer2016: day(2022, 1, 11), day(2027, 1, 12), [REPORTED_WINDOWS, IN_TABLES], "";
    WindowsServer2019: day(2024, 1, 9), day(2029, 1, 9), [REPORTED_WINDOWS, IN_TABLES], "";
    WindowsServer2022: day(2026, 10, 13), day(2031, 10, 14), [REPORTED_WINDOWS, IN_TABLES], "";
    WindowsServer2025: day(2029, 11, 13), day(2034, 11, 14), [REPORTED_WINDOWS],
        "Revised in July 2026; until then 2029-10-09 and 2034-10-10 were published.";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(version: Version, day: &str) -> Status {
        of_version(version).unwrap().status(Date::parse(day).unwrap())
    }

    #[test]
    fn a_phase_lasts_until_the_end_of_its_last_day() {
        assert_eq!(on(Version::V2007, "2012-04-10"), Status::Mainstream);
        assert_eq!(on(Version::V2007, "2012-04-11"), Status::Extended);
        assert_eq!(on(Version::V2007, "2017-04-11"), Status::Extended);
        assert_eq!(on(Version::V2007, "2017-04-12"), Status::Ended);
        assert_eq!(on(Version::Se, "2040-01-01"), Status::Mainstream);
    }

    #[test]
    fn today_every_version_but_one_is_out_of_support() {
        let supported: Vec<_> =
            Version::ALL.iter().filter(|version| on(**version, "2026-11-23") != Status::Ended).collect();
        assert_eq!(supported, [&Version::Se]);
    }

    #[test]
    fn phases_follow_each_other() {
        let versions = Version::ALL.iter().map(|version| of_version(*version).unwrap());
        let systems = GuestOs::ALL.iter().filter_map(|os| of_guest_os(*os));
        for lifecycle in versions.chain(systems) {
            assert!(lifecycle.mainstream_end <= lifecycle.extended_end);
            assert!(!lifecycle.sources.is_empty());
        }
    }
}
