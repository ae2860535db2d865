//! Calendar days, as lifecycles and reviews need them.

use std::fmt;

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day, or nothing if the calendar has no such day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 || month == 0 || month > 12 || day == 0 {
            return None;
        }
        if day > days_in_month(year, month) { None } else { Some(Self { year, month, day }) }
    }

    /// The day from which clocks count, 1970-01-01.
    pub const EPOCH: Self = Self::known(1970, 1, 1);

    /// A day that is written in this program; an impossible one does not compile.
    #[must_use]
    #[allow(clippy::panic, reason = "only ever evaluated at compile time")]
    pub(crate) const fn known(year: u16, month: u8, day: u8) -> Self {
        match Self::new(year, month, day) {
            Some(date) => date,
            None => panic!("the calendar has no such day"),
        }
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day so many days after 1970-01-01 (in UTC, what a clock counts); nothing
    /// beyond the year 9999.
    #[must_use]
    pub fn from_days_since_1970(days: u64) -> Option<Self> {
        let mut left = days;
        for year in 1970..=9999u16 {
            let length = if is_leap(year) { 366 } else { 365 };
            if left >= length {
                left -= length;
                continue;
            }
            for month in 1..=12u8 {
                let length = u64::from(days_in_month(year, month));
                if left < length {
                    return Self::new(year, month, u8::try_from(left).ok()? + 1);
                }
                left -= length;
            }
        }
        None
    }
}

impl Date {
    /// Whether it comes before another day.
    #[must_use]
    pub const fn is_before(self, other: Self) -> bool {
        self.number() < other.number()
    }

    /// How many days lie between this day and a later one; nothing if it is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> Option<u64> {
        later.days_since_0001().checked_sub(self.days_since_0001())
    }

    const fn number(self) -> u32 {
        self.year as u32 * 10_000 + self.month as u32 * 100 + self.day as u32
    }

    fn days_since_0001(self) -> u64 {
        let years = u64::from(self.year) - 1;
        let months = (1..self.month).map(|month| u64::from(days_in_month(self.year, month))).sum::<u64>();
        years * 365 + years / 4 - years / 100 + years / 400 + months + u64::from(self.day)
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for good in ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-1-01",
            "0000-01-01",
            "+024-01-01",
            "2024-01-01-",
            "2024-01-32",
            "",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, expected) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_780, "2026-11-23")]
        {
            assert_eq!(Date::from_days_since_1970(days).unwrap().to_string(), expected);
        }
        assert_eq!(Date::from_days_since_1970(u64::MAX), None);
    }

    #[test]
    fn days_between_two_days_are_counted() {
        let day = |text| Date::parse(text).unwrap();
        for (from, to, days) in [
            ("2026-11-22", "2026-11-22", Some(0)),
            ("2026-11-22", "2026-11-21", None),
            ("2023-12-31", "2024-03-01", Some(61)),
            ("1970-01-01", "2026-11-23", Some(20_780)),
            ("0001-01-01", "9999-12-31", Some(3_652_058)),
        ] {
            assert_eq!(day(from).days_until(day(to)), days, "{from} {to}");
            assert_eq!(day(from).is_before(day(to)), days.is_some_and(|days| days > 0), "{from} {to}");
        }
    }
}
