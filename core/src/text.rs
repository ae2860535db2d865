//! Small things about texts that several parts need.

/// A text with its first letter as a capital, but for names that are written otherwise: iSCSI.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::capitalized;

    #[test]
    fn a_name_that_begins_small_on_purpose_stays_so() {
        assert_eq!(capitalized("virtual processors"), "Virtual processors");
        assert_eq!(capitalized("iSCSI network of its own"), "iSCSI network of its own");
        assert_eq!(capitalized("SMB share"), "SMB share");
        assert_eq!((capitalized("").as_str(), capitalized("x").as_str()), ("", "X"));
    }
}
