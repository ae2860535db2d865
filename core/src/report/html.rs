//! The report as one HTML file that needs nothing else: no script, no picture, a small style
//! of its own, for the screen and for paper. Nothing that people wrote becomes markup.

use super::{Block, Extent, Item, Report, Table};
use crate::date::Date;

/// The style of the file.
pub const STYLE: &str = include_str!("report.css");

/// The hash of the style, without which a browser does not use it; a test compares them.
pub const STYLE_HASH: &str = "sha256-eHjBqjM1qUqBTRm5W3KwSNs6RhgK1YVPRLMTCZkN8ys=";

impl Report<'_> {
    /// The report as one HTML file.
    #[must_use]
    pub fn to_html(&self, extent: Extent) -> String {
        let blocks = self.blocks(extent);
        let title = blocks.iter().find_map(|block| match block {
            Block::Title(title) => Some(title.as_str()),
            _ => None,
        });
        let mut out = String::from(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '",
        );
        out.push_str(STYLE_HASH);
        out.push_str("'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        element(&mut out, "title", "", title.unwrap_or_default());
        out.push_str("<style>");
        out.push_str(STYLE);
        out.push_str("</style>\n</head>\n<body>\n<main");
        attribute(&mut out, "data-verdict", self.assessment.verdict.id());
        attribute(&mut out, "data-as-of", &self.assessment.as_of.to_string());
        out.push_str(">\n");
        let mut in_section = false;
        for block in blocks {
            match block {
                Block::Title(title) => element(&mut out, "h1", "", &title),
                Block::Verdict(verdict) => element(&mut out, "p", " class=\"verdict\"", verdict.label()),
                Block::Statement(name, statement) => {
                    out.push_str("<p class=\"statement\"");
                    attribute(&mut out, "data-statement", name);
                    out.push('>');
                    escape(&mut out, &statement);
                    out.push_str("</p>\n");
                }
                Block::Section(id, title) => {
                    out.push_str(if in_section { "</section>\n<section" } else { "<section" });
                    in_section = true;
                    attribute(&mut out, "id", id);
                    out.push_str(">\n");
                    element(&mut out, "h2", "", &title);
                }
                Block::Heading(title) => element(&mut out, "h3", "", &title),
                Block::Text(text) => element(&mut out, "p", "", &text),
                Block::Points(points) => list(&mut out, &points),
                Block::Finding(item, extent) => self.html_finding(&mut out, item, extent),
                Block::Table(table) => html_table(&mut out, &table),
            }
        }
        out.push_str(if in_section {
            "</section>\n</main>\n</body>\n</html>\n"
        } else {
            "</main>\n</body>\n</html>\n"
        });
        out
    }

    fn html_finding(&self, out: &mut String, item: &Item<'_>, extent: Extent) {
        out.push_str("<article");
        attribute(out, "data-rule", item.rule.id);
        attribute(out, "data-outcome", item.outcome.id());
        attribute(out, "data-severity", item.row.severity.id());
        attribute(out, "data-part", item.part.id());
        attribute(out, "data-evidence", self.letter(item));
        out.push_str(">\n");
        element(out, "h3", "", item.title());
        out.push_str("<p class=\"tags\">");
        element(out, "code", "", item.rule.id);
        escape(out, " ");
        escape(out, &self.tags(item));
        out.push_str("</p>\n");
        let plain = extent == Extent::Summary && item.places.iter().all(|place| place.accepted.is_none());
        out.push_str(if plain { "<ul class=\"places plain\">\n" } else { "<ul class=\"places\">\n" });
        for place in &item.places {
            let subject = self.assessment.deployment.subject_name(place.finding.subject);
            out.push_str("<li");
            attribute(out, "data-subject", &subject);
            if place.accepted.is_some() {
                attribute(out, "data-accepted", "true");
            }
            out.push('>');
            element(out, "strong", "", &subject);
            if extent == Extent::Whole || place.accepted.is_some() {
                for detail in self.of_place(place) {
                    out.push_str("<div>");
                    element(out, "span", " class=\"label\"", detail.label);
                    escape(out, ": ");
                    escape(out, &detail.lines.join("; "));
                    out.push_str("</div>");
                }
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
        if extent == Extent::Whole {
            out.push_str("<dl>\n");
            for detail in self.of_rule(item) {
                element(out, "dt", "", detail.label);
                for line in &detail.lines {
                    element(out, "dd", "", line);
                }
            }
            out.push_str("</dl>\n");
        }
        out.push_str("</article>\n");
    }
}

/// The name of a report's file, without its ending; it never holds what people wrote.
#[must_use]
pub fn file_name(today: Date) -> String {
    format!("exchange-report-{today}")
}

fn list(out: &mut String, points: &[String]) {
    out.push_str("<ul>\n");
    for point in points {
        element(out, "li", "", point);
    }
    out.push_str("</ul>\n");
}

fn html_table(out: &mut String, table: &Table) {
    out.push_str("<table");
    attribute(out, "class", table.id);
    out.push_str(">\n<thead><tr>");
    for cell in &table.head {
        element(out, "th", " scope=\"col\"", cell);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            element(out, "td", "", cell);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// An element with a text in it. Name and attributes are the program's own.
fn element(out: &mut String, name: &str, attributes: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push_str(attributes);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
    if !matches!(name, "strong" | "span" | "code" | "td" | "th") {
        out.push('\n');
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || turns_text_around(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Characters that change the direction of the text around them: a name could make the
/// words beside it read otherwise.
pub(super) const fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_an_attribute_or_an_element() {
        let mut out = String::new();
        attribute(&mut out, "data-x", "a\"b'c<d>e&f\ng\u{202e}h\u{0}");
        assert_eq!(out, " data-x=\"a&quot;b&#39;c&lt;d&gt;e&amp;f g\u{fffd}h\u{fffd}\"");
    }
}
