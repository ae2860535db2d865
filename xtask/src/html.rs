//! As much HTML as the build needs: finding elements in what trunk has written, taking
//! them out, and the content security policy.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

/// An element: its start tag and, where it is one that holds text, that text.
pub struct Element<'a> {
    /// From the first `<` to the last `>`.
    pub place: Range<usize>,
    tag: &'a str,
    /// What stands between the tags of a script or a style; else nothing.
    pub text: &'a str,
}

impl Element<'_> {
    /// The value of an attribute; empty if it has none.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut rest = self.tag;
        while let Some(at) = rest.find(|c: char| c.is_ascii_whitespace()) {
            rest = rest[at..].trim_start();
            let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let Some(value) = after.strip_prefix('=') else {
                if found == name {
                    return Some("");
                }
                rest = after;
                continue;
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = quote.map_or(value, |_| &value[1..]);
            let is_end = |c: char| quote.map_or(c.is_ascii_whitespace(), |quote| c == quote);
            let end = value.find(is_end).unwrap_or(value.len());
            if found == name {
                return Some(&value[..end]);
            }
            rest = &value[end..];
            rest = rest.strip_prefix(['"', '\'']).map_or(rest, |_| &rest[1..]);
            if !rest.starts_with(|c: char| c.is_ascii_whitespace()) {
                return None;
            }
        }
        None
    }
}

/// The elements of that name, in their order. What trunk writes is well-formed, in small
/// letters, and has no `>` within an attribute.
pub fn elements<'a>(html: &'a str, name: &str) -> Vec<Element<'a>> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&opening).map(|at| at + from) {
        let inside = start + opening.len();
        from = inside;
        let Some(end) = html[inside..].find('>').map(|at| at + inside) else { break };
        let tag = html[inside..end].trim_end_matches('/');
        if !tag.is_empty() && !tag.starts_with(|c: char| c.is_ascii_whitespace()) {
            continue;
        }
        let mut element = Element { place: start..end + 1, tag, text: "" };
        if matches!(name, "script" | "style") {
            let Some(length) = html[end + 1..].find(&closing) else { break };
            element.text = &html[end + 1..end + 1 + length];
            element.place.end = end + 1 + length + closing.len();
        }
        from = element.place.end;
        found.push(element);
    }
    found
}

/// The HTML with each of these places replaced by its text.
pub fn replace(html: &str, mut places: Vec<(Range<usize>, String)>) -> String {
    places.sort_by_key(|(place, _)| place.start);
    let mut result = String::new();
    let mut from = 0;
    for (place, text) in places {
        result.push_str(&html[from..place.start]);
        result.push_str(&text);
        from = place.end;
    }
    result.push_str(&html[from..]);
    result
}

/// The HTML with a content security policy, directly after the character set: what
/// stands before a policy is not under it.
pub fn with_policy(html: &str, directives: &[String]) -> Result<String, String> {
    let charset = elements(html, "meta").into_iter().find(|meta| meta.attribute("charset").is_some());
    let place =
        charset.ok_or("index.html has no `<meta charset>`; the content security policy belongs after it")?.place;
    let policy = directives.join("; ");
    let meta = format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    Ok(replace(html, vec![(place.end..place.end, meta)]))
}

/// How a policy names a script or a style that it allows.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_with_their_attributes_and_their_text() {
        let html = "<head><meta charset=\"utf-8\"/><meta name=viewport content='a b' crossorigin>\n\
                    <script type=\"module\">if (a < b) {}</script><scripty></head>";
        let metas = elements(html, "meta");
        assert_eq!(metas.len(), 2);
        assert_eq!(metas[0].attribute("charset"), Some("utf-8"));
        assert_eq!(metas[1].attribute("name"), Some("viewport"));
        assert_eq!(metas[1].attribute("content"), Some("a b"));
        assert_eq!(metas[1].attribute("crossorigin"), Some(""));
        assert_eq!(metas[1].attribute("b"), None);
        let scripts = elements(html, "script");
        assert_eq!(scripts.len(), 1);
        assert_eq!(scripts[0].text, "if (a < b) {}");
        assert!(html[scripts[0].place.clone()].ends_with("</script>"));
    }

    #[test]
    fn the_policy_stands_directly_after_the_character_set() {
        let html =
            with_policy("<head><meta charset=\"utf-8\"><title>", &["a 'none'".to_owned(), "b 'self'".to_owned()]);
        let expected = "<head><meta charset=\"utf-8\">\n    \
                        <meta http-equiv=\"Content-Security-Policy\" content=\"a 'none'; b 'self'\" /><title>";
        assert_eq!(html.as_deref(), Ok(expected));
        assert!(with_policy("<head></head>", &[]).is_err());
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        // The example of the CSP specification.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
