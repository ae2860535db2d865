//! The report as Markdown (CommonMark with tables). Nothing that people wrote becomes markup.

use super::{Block, Extent, Item, Report, Table};

impl Report<'_> {
    /// The report as Markdown.
    #[must_use]
    pub fn to_markdown(&self, extent: Extent) -> String {
        let mut text = String::new();
        for block in self.blocks(extent) {
            match block {
                Block::Title(title) => line(&mut text, "# ", &title),
                Block::Verdict(verdict) => {
                    text.push_str("**");
                    escape(&mut text, verdict.label());
                    text.push_str("**\n\n");
                }
                Block::Statement(_, statement) => line(&mut text, "", &statement),
                Block::Section(_, title) => line(&mut text, "## ", &title),
                Block::Heading(title) => line(&mut text, "### ", &title),
                Block::Text(paragraph) => line(&mut text, "", &paragraph),
                Block::Points(points) => {
                    for point in &points {
                        text.push_str("- ");
                        escape(&mut text, point);
                        text.push('\n');
                    }
                    text.push('\n');
                }
                Block::Finding(item, extent) => self.markdown_finding(&mut text, item, extent),
                Block::Table(table) => markdown_table(&mut text, &table),
            }
        }
        // One line end at the end of the file.
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    fn markdown_finding(&self, text: &mut String, item: &Item<'_>, extent: Extent) {
        line(text, "### ", item.title());
        text.push('`');
        text.push_str(item.rule.id);
        text.push_str("` (");
        text.push_str(&self.tags(item));
        text.push_str(")\n\n");
        let deployment = self.assessment.deployment;
        for place in &item.places {
            text.push_str("- ");
            escape(text, &deployment.subject_name(place.finding.subject));
            text.push('\n');
            if extent == Extent::Summary && place.accepted.is_none() {
                continue;
            }
            for detail in self.of_place(place) {
                text.push_str("  - ");
                text.push_str(detail.label);
                text.push_str(": ");
                escape(text, &detail.lines.join("; "));
                text.push('\n');
            }
        }
        text.push('\n');
        if extent == Extent::Whole {
            for detail in self.of_rule(item) {
                labelled(text, detail.label, &detail.lines.join(" "));
            }
        }
    }
}

fn line(text: &mut String, before: &str, words: &str) {
    text.push_str(before);
    escape(text, words);
    text.push_str("\n\n");
}

fn labelled(text: &mut String, label: &str, words: &str) {
    text.push_str("**");
    text.push_str(label);
    text.push_str(":** ");
    escape(text, words);
    text.push_str("\n\n");
}

fn markdown_table(text: &mut String, table: &Table) {
    let mut row = |cells: &mut dyn Iterator<Item = &str>| {
        for cell in cells {
            text.push_str("| ");
            escape(text, cell);
            text.push(' ');
        }
        text.push_str("|\n");
    };
    row(&mut table.head.iter().copied());
    row(&mut table.head.iter().map(|_| "---"));
    for cells in &table.rows {
        row(&mut cells.iter().map(String::as_str));
    }
    text.push('\n');
}

/// A text as Markdown in which nothing of it is markup.
#[must_use]
pub fn as_markdown(words: &str) -> String {
    let mut out = String::new();
    escape(&mut out, words);
    out
}

/// Writes a text so that a reader of Markdown shows exactly it: no emphasis, link, picture,
/// HTML, list, heading or table comes of it, and no address becomes a link by itself.
fn escape(out: &mut String, words: &str) {
    if words == "---" {
        out.push_str(words);
        return;
    }
    // A mark that makes a list or a heading does so only as the first of a line.
    let mut only_digits = true;
    for (place, c) in words.trim().char_indices() {
        let before = words.trim().get(..place).unwrap_or_default();
        let first = before.is_empty();
        match c {
            c if c.is_control() => {
                out.push(' ');
                only_digits = false;
                continue;
            }
            c if super::html::turns_text_around(c) => out.push('\u{fffd}'),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '@' | '$' | '^' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' | '=' if first => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if only_digits && !first => {
                out.push('\\');
                out.push(c);
            }
            // Addresses that some readers make links of: www. and scheme://
            '.' if ends_with_www(before) => out.push_str("\\."),
            ':' if words.trim().get(place..).is_some_and(|rest| rest.starts_with("://")) => out.push_str("\\:"),
            c => out.push(c),
        }
        only_digits &= c.is_ascii_digit();
    }
}

fn ends_with_www(before: &str) -> bool {
    before.len().checked_sub(3).and_then(|from| before.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
