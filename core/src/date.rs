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
}
