//! The findings as CSV (RFC 4180), one row each. No cell is a formula to a spreadsheet.

use super::{Item, Place, Report};
use crate::assess::Outcome;
use crate::deployment::Answer;

/// What stands above the columns.
pub const HEAD: [&str; 17] = [
    "rule",
    "subject",
    "severity",
    "outcome",
    "part",
    "title",
    "evidence",
    "found",
    "missing",
    "accepted",
    "owner",
    "review_on",
    "overdue",
    "checked",
    "why",
    "mend",
    "sources",
];

impl Report<'_> {
    /// The findings as CSV, in UTF-8 with a byte-order mark, which spreadsheets need.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        row(&mut text, &HEAD.map(str::to_owned));
        for item in &self.items {
            for place in &item.places {
                row(&mut text, &self.cells(item, place));
            }
        }
        text
    }

    fn cells(&self, item: &Item<'_>, place: &Place<'_>) -> [String; HEAD.len()] {
        let assessment = self.assessment;
        let finding = place.finding;
        let found = match finding.outcome {
            Outcome::Violated => assessment.evidence_of(finding),
            Outcome::Satisfied | Outcome::Unknown => Vec::new(),
        };
        let found: Vec<String> = found.into_iter().map(|at| self.evidence(at)).collect();
        let missing: Vec<String> =
            assessment.missing_of(finding).iter().map(|at| assessment.deployment.path(*at)).collect();
        let sources: Vec<String> = self.citations_of(item.row.sources).map(crate::source::Citation::line).collect();
        let (mut reason, mut owner, mut review, mut overdue) = (String::new(), String::new(), String::new(), "");
        if let Some(accepted) = place.accepted {
            reason.push_str(&accepted.reason);
            if let Answer::Given(name) = &accepted.owner {
                owner.push_str(name);
            }
            if let Answer::Given(day) = accepted.review_on {
                review = day.to_string();
            }
            overdue = if accepted.is_overdue(assessment.as_of) { "yes" } else { "no" };
        }
        [
            item.rule.id.to_owned(),
            assessment.deployment.subject_name(finding.subject),
            item.row.severity.id().to_owned(),
            item.outcome.id().to_owned(),
            item.part.id().to_owned(),
            item.title().to_owned(),
            self.letter(item).to_owned(),
            found.join("; "),
            missing.join("; "),
            reason,
            owner,
            review,
            overdue.to_owned(),
            item.row.checks.to_owned(),
            item.row.why.to_owned(),
            item.row.mend.to_owned(),
            sources.join(" "),
        ]
    }
}

fn row(text: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        text.push_str(if place == 0 { "\"" } else { ",\"" });
        if is_formula(cell) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet would take a cell for a formula: by its first character that is no
/// blank, full-width signs being signs for some of them; a tab or a line end at the very
/// beginning is left away by some and what follows then read anew.
fn is_formula(cell: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(signs)
}
