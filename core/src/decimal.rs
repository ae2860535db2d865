//! Exact decimal numbers: what a person typed is what is compared.

use std::fmt;

/// A number from 0 to 10,000,000 with at most ten digits after the point.
///
/// Held as a whole number of ten-thousand-millionths, so that 1 MB
/// (0.0009765625 GB) and sums of such sizes are exact. The unit (GB,
/// milliseconds, processors) is that of the question it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(u64);

/// Why a number cannot be held as a [`Decimal`] or as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It is below zero.
    Negative,
    /// It is larger than the type can hold.
    TooLarge,
    /// It has more digits after the point than are allowed.
    TooFine,
}

impl Decimal {
    /// How many of the smallest steps make one.
    pub const SCALE: u64 = 10_000_000_000;
    /// Digits after the point.
    pub const DIGITS: u32 = 10;
    /// The largest allowed number, 10,000,000.
    pub const MAX: Self = Self(10_000_000 * Self::SCALE);
    /// The smallest number above zero.
    pub const STEP: Self = Self(1);

    /// A whole number, at most 10,000,000 (larger ones become that).
    #[must_use]
    pub const fn whole(number: u32) -> Self {
        if number > 10_000_000 { Self::MAX } else { Self(number as u64 * Self::SCALE) }
    }

    /// From a count of the smallest steps; nothing if that is above [`Self::MAX`].
    #[must_use]
    pub const fn from_steps(steps: u64) -> Option<Self> {
        if steps > Self::MAX.0 { None } else { Some(Self(steps)) }
    }

    /// The number as a count of the smallest steps.
    #[must_use]
    pub const fn steps(self) -> u64 {
        self.0
    }

    /// The number rounded up to a whole one.
    #[must_use]
    pub const fn ceil(self) -> u64 {
        self.0.div_ceil(Self::SCALE)
    }

    /// Reads a JSON number, exactly.
    ///
    /// # Errors
    ///
    /// A number below zero, above [`Self::MAX`] or finer than ten digits after the point.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let steps = scaled(text, Self::DIGITS)?;
        Self::from_steps(steps).ok_or(NumberFault::TooLarge)
    }
}

/// Reads a JSON number that has to be whole (`4`, `4.0` and `4e0` are).
///
/// # Errors
///
/// A number below zero, with a fraction, or beyond 2^64 - 1.
pub fn parse_whole(text: &str) -> Result<u64, NumberFault> {
    scaled(text, 0)
}

/// The number times 10^digits, if that is whole and fits.
fn scaled(text: &str, digits: u32) -> Result<u64, NumberFault> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, saturating_exponent(exponent)),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let all = || whole.bytes().chain(fraction.bytes());
    if all().all(|digit| digit == b'0') {
        return Ok(0);
    }
    if negative {
        return Err(NumberFault::Negative);
    }
    let last_nonzero_from_end = all().rev().take_while(|digit| *digit == b'0').count();
    let fraction_length = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
    let shift = exponent.saturating_sub(fraction_length).saturating_add(i64::from(digits));
    // Zeros at the end of the whole part make up for a negative shift.
    let spare = i64::try_from(last_nonzero_from_end).unwrap_or(i64::MAX);
    if shift.saturating_add(spare) < 0 {
        return Err(NumberFault::TooFine);
    }
    let kept = all().count() - last_nonzero_from_end;
    let mut value: u64 = 0;
    for digit in all().take(kept) {
        value = value
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(u64::from(digit.wrapping_sub(b'0'))))
            .ok_or(NumberFault::TooLarge)?;
    }
    let zeros = u32::try_from(shift.saturating_add(spare)).map_err(|_| NumberFault::TooLarge)?;
    10u64.checked_pow(zeros).and_then(|factor| value.checked_mul(factor)).ok_or(NumberFault::TooLarge)
}

fn saturating_exponent(text: &str) -> i64 {
    const FAR: i64 = 1 << 40;
    let digits = text.trim_start_matches(['+', '-']);
    let size = digits.parse::<i64>().unwrap_or(FAR).min(FAR);
    if text.starts_with('-') { -size } else { size }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = (self.0 / Self::SCALE, self.0 % Self::SCALE);
        if fraction == 0 {
            return write!(f, "{whole}");
        }
        let digits = format!("{fraction:010}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_megabyte_is_exact() {
        let megabyte = Decimal::parse("0.0009765625").unwrap();
        assert_eq!(megabyte.steps() * 1024, Decimal::whole(1).steps());
        assert_eq!(megabyte.to_string(), "0.0009765625");
    }

    #[test]
    fn exponents_and_zeros_are_read_by_value() {
        for (text, expected) in [
            ("1e3", "1000"),
            ("1E+3", "1000"),
            ("1500e-2", "15"),
            ("0.5", "0.5"),
            ("2039.9900000000000", "2039.99"),
            ("-0", "0"),
            ("-0.0e7", "0"),
            ("0e999999999999999999999", "0"),
            ("10000000", "10000000"),
            ("0.0000000001", "0.0000000001"),
            ("1e-10", "0.0000000001"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), expected, "{text}");
        }
    }

    #[test]
    fn faults_are_told_apart() {
        for (text, fault) in [
            ("-1", NumberFault::Negative),
            ("-1e400", NumberFault::Negative),
            ("10000000.0000000001", NumberFault::TooLarge),
            ("1e400", NumberFault::TooLarge),
            ("123456789012345678901234567890", NumberFault::TooLarge),
            ("0.00000000001", NumberFault::TooFine),
            ("1e-11", NumberFault::TooFine),
            ("1e-99999999999999999999", NumberFault::TooFine),
        ] {
            assert_eq!(Decimal::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_whole_by_value() {
        assert_eq!(parse_whole("4.0"), Ok(4));
        assert_eq!(parse_whole("4e2"), Ok(400));
        assert_eq!(parse_whole("40e-1"), Ok(4));
        assert_eq!(parse_whole("4.5"), Err(NumberFault::TooFine));
        assert_eq!(parse_whole("18446744073709551616"), Err(NumberFault::TooLarge));
    }

    #[test]
    fn rounding_up_is_to_whole_processors() {
        assert_eq!(Decimal::whole(3).ceil(), 3);
        assert_eq!(Decimal::parse("2.0000000001").unwrap().ceil(), 3);
    }
}
