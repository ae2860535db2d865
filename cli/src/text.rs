//! An assessment for a terminal: the verdict first, then what must change, what is
//! missing, what is advised, and what else there is to know.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use exchange_advisor_core::assess::{Assessment, Finding, Outcome, Verdict};
use exchange_advisor_core::deployment::{AnswerRef, Subject};
use exchange_advisor_core::lifecycle::{Lifecycle, Status};
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::questions::deployment::{NAME, PRODUCT_VERSION};
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::rules;
use exchange_advisor_core::source::Evidence;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();

/// The widest that lines get, in columns.
const WIDEST: usize = 100;

/// Writes an assessment.
///
/// # Errors
///
/// Those of the output.
pub fn write(out: &mut impl Write, name: &str, assessment: &Assessment<'_>) -> io::Result<()> {
    let width = textwrap::termwidth().min(WIDEST);
    let mut page = Page { out, assessment, width };
    page.headline(name)?;
    page.must_change()?;
    page.missing()?;
    page.advised()?;
    page.notes()
}

struct Page<'p, W: Write> {
    out: &'p mut W,
    assessment: &'p Assessment<'p>,
    width: usize,
}

impl<W: Write> Page<'_, W> {
    fn wrapped(&mut self, first: &str, rest: &str, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", fill(text, self.width, first, rest))
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{BOLD}{text}{BOLD:#}")
    }

    fn headline(&mut self, name: &str) -> io::Result<()> {
        let (style, verdict, meaning) = self.verdict();
        writeln!(self.out, "{BOLD}{name}{BOLD:#}: {style}{verdict}{style:#}")?;
        let deployment = self.assessment.deployment;
        let product = self.assessment.product.map(|product| {
            let version = deployment.get(PRODUCT_VERSION).map_or(String::new(), |version| format!(", {version}"));
            format!("{}{version}", product.label())
        });
        let version = self.assessment.version.map(|version| version.label().to_owned());
        let what: Vec<String> = [deployment.get(NAME), version, product].into_iter().flatten().collect();
        if !what.is_empty() {
            self.wrapped("  ", "  ", &what.join(" | "))?;
        }
        self.wrapped("  Policy:     ", "              ", meaning)?;
        let support = self.support();
        self.wrapped("  In support: ", "              ", &support)?;
        if let Some(weak) = self.weak_foundation() {
            self.wrapped("  Evidence:   ", "              ", &weak)?;
        }
        writeln!(
            self.out,
            "  {DIM}Judged for {} by the rules of {}. Not a Microsoft statement.{DIM:#}",
            self.assessment.as_of,
            rules::AS_OF,
        )
    }

    const fn verdict(&self) -> (Style, &'static str, &'static str) {
        match self.assessment.verdict {
            Verdict::Supported => (GREEN, "SUPPORTED", "met: every requirement holds."),
            Verdict::NotSupported => (RED, "NOT SUPPORTED", "not met: at least one requirement is broken."),
            Verdict::Undetermined => (
                YELLOW,
                "UNDETERMINED",
                "not decided: no requirement is broken as far as is known, but answers are missing.",
            ),
            Verdict::OutOfScope => (
                YELLOW,
                "OUT OF SCOPE",
                "it speaks of production only, and this is a lab. What it would say is shown below.",
            ),
        }
    }

    fn support(&self) -> String {
        let Some((version, lifecycle)) = self.assessment.version.zip(self.assessment.lifecycle()) else {
            return "not known without the Exchange version.".to_owned();
        };
        let mut sentences = vec![self.support_of(version.label(), lifecycle)];
        let mut systems: BTreeMap<&str, (&Lifecycle, Vec<String>)> = BTreeMap::new();
        for (subject, os, lifecycle) in self.assessment.guest_lifecycles() {
            let entry = systems.entry(os.label()).or_insert((lifecycle, Vec::new()));
            entry.1.push(self.assessment.deployment.subject_name(subject));
        }
        for (label, (lifecycle, subjects)) in systems {
            if lifecycle.status(self.assessment.as_of) == Status::Ended {
                sentences.push(format!("{} ({})", self.support_of(label, lifecycle), some(&subjects)));
            }
        }
        sentences.join("; ") + "."
    }

    fn support_of(&self, label: &str, lifecycle: &Lifecycle) -> String {
        let until = |end: Option<_>| end.map_or("with no fixed end".to_owned(), |end| format!("until {end}"));
        match lifecycle.status(self.assessment.as_of) {
            Status::Mainstream => format!("yes, {label} is supported, {}", until(lifecycle.extended_end)),
            Status::Extended => format!("yes, {label} gets security updates, {}", until(lifecycle.extended_end)),
            Status::Ended => {
                let end = lifecycle.extended_end.map_or(String::new(), |end| format!(" since {end}"));
                format!("NO, {label} is out of support{end}")
            }
        }
    }

    /// What a verdict rests on, where that is not a text that was read: the violated
    /// requirements for a no, all for a yes.
    fn weak_foundation(&self) -> Option<String> {
        let outcome = match self.assessment.verdict {
            Verdict::NotSupported => Outcome::Violated,
            Verdict::Supported => Outcome::Satisfied,
            Verdict::Undetermined | Verdict::OutOfScope => return None,
        };
        let weak = |finding: &&Finding| self.assessment.strength_of(finding) >= Evidence::C;
        let all: Vec<&Finding> = self.assessment.with(Severity::Requirement, outcome).collect();
        let mut rules: Vec<&str> = all.iter().filter(|finding| weak(finding)).map(|finding| finding.rule.id).collect();
        rules.dedup();
        let only = all.iter().all(weak);
        match (self.assessment.verdict, only) {
            _ if rules.is_empty() => None,
            (Verdict::NotSupported, false) => None,
            (Verdict::NotSupported, true) => Some(format!(
                "this verdict rests on rules that were not read in Microsoft's own text ({}). Ask Microsoft before you act on it.",
                rules.join(", ")
            )),
            _ => Some(format!(
                "some of the requirements that hold were not read in Microsoft's own text ({}).",
                rules.join(", ")
            )),
        }
    }

    fn must_change(&mut self) -> io::Result<()> {
        let title = match self.assessment.verdict {
            Verdict::OutOfScope => "What would have to change for production",
            _ => "What must change",
        };
        self.broken(Severity::Requirement, title, RED)
    }

    fn advised(&mut self) -> io::Result<()> {
        self.broken(Severity::Recommendation, "What is advised", YELLOW)
    }

    /// The broken rules of a severity, each with all of its subjects.
    fn broken(&mut self, severity: Severity, title: &str, style: Style) -> io::Result<()> {
        let assessment = self.assessment;
        let findings: Vec<&Finding> = assessment.with(severity, Outcome::Violated).collect();
        if findings.is_empty() {
            return Ok(());
        }
        self.heading(&format!("{title} ({})", findings.len()))?;
        for group in findings.chunk_by(|one, other| one.rule.id == other.rule.id) {
            let Some(first) = group.first() else { continue };
            let subjects: Vec<String> = group
                .iter()
                .filter(|finding| finding.subject != Subject::Deployment)
                .map(|finding| assessment.deployment.subject_name(finding.subject))
                .collect();
            let at = if subjects.is_empty() { String::new() } else { format!(": {}", some(&subjects)) };
            writeln!(
                self.out,
                "  {style}*{style:#} {BOLD}{}{BOLD:#}{at} {DIM}[{}]{DIM:#}",
                first.rule.broken, first.rule.id
            )?;
            for finding in group.iter().take(MOST_SHOWN) {
                let evidence: Vec<String> =
                    assessment.evidence_of(finding).iter().map(|answer| self.answered(*answer)).collect();
                if !evidence.is_empty() {
                    self.wrapped("    found:  ", "            ", &some(&evidence))?;
                }
            }
            if group.len() > MOST_SHOWN {
                writeln!(self.out, "    and {} more", group.len() - MOST_SHOWN)?;
            }
            self.wrapped("    why:    ", "            ", first.row.why)?;
            self.wrapped("    mend:   ", "            ", first.row.mend)?;
            if let Some(version) = assessment.version {
                self.sources(first, version)?;
            }
        }
        Ok(())
    }

    fn sources(&mut self, finding: &Finding, version: Version) -> io::Result<()> {
        for citation in finding.row.sources_for(version, self.assessment.product) {
            let source = citation.source;
            let text = format!(
                "{}, {} ({}), {}; evidence {}: {}",
                source.publisher,
                source.title,
                source.date,
                citation.section,
                citation.evidence.letter(),
                citation.evidence.meaning(),
            );
            self.wrapped("    source: ", "            ", &text)?;
        }
        Ok(())
    }

    fn answered(&self, answer: AnswerRef) -> String {
        let deployment = self.assessment.deployment;
        let question = answer.question();
        let value = match deployment.answer(answer.subject, answer.slot).given() {
            Some(value) => deployment.value(&question.kind, value).to_string(),
            None => format!("left out, counts as {}", question.left_out.unwrap_or("not answered")),
        };
        format!("{} = {value}", deployment.path(answer))
    }

    fn missing(&mut self) -> io::Result<()> {
        let missing = &self.assessment.missing;
        let count = missing.answers.len() + usize::from(missing.hosts) + usize::from(missing.guests);
        if count == 0 {
            return Ok(());
        }
        self.heading(&format!("What is missing for a verdict ({count})"))?;
        let lists = [
            (missing.hosts, "hosts", "Which physical machines do the virtual machines run on?"),
            (missing.guests, "vms", "Which virtual machines run Exchange?"),
        ];
        for (_, path, wording) in lists.into_iter().filter(|(missing, ..)| *missing) {
            writeln!(self.out, "  {YELLOW}?{YELLOW:#} {BOLD}{path}{BOLD:#}")?;
            self.wrapped("    ", "    ", wording)?;
        }
        for answer in missing.answers.iter().take(MOST_MISSING) {
            let path = self.assessment.deployment.path(*answer);
            writeln!(self.out, "  {YELLOW}?{YELLOW:#} {BOLD}{path}{BOLD:#}")?;
            let mut rules: Vec<&str> = self
                .assessment
                .with(Severity::Requirement, Outcome::Unknown)
                .filter(|finding| self.assessment.missing_of(finding).contains(answer))
                .map(|finding| finding.rule.id)
                .collect();
            rules.dedup();
            let decides = if rules.is_empty() { String::new() } else { format!(" (decides {})", rules.join(", ")) };
            self.wrapped("    ", "    ", &format!("{}{decides}", answer.question().wording))?;
        }
        if missing.answers.len() > MOST_MISSING {
            writeln!(self.out, "  ... and {} more; --format json lists all", missing.answers.len() - MOST_MISSING)?;
        }
        Ok(())
    }

    fn notes(&mut self) -> io::Result<()> {
        if self.assessment.notes.is_empty() {
            return Ok(());
        }
        self.heading("What else to know")?;
        for applied in &self.assessment.notes {
            writeln!(self.out, "  - {BOLD}{}{BOLD:#}", applied.note.title)?;
            self.wrapped("    ", "    ", applied.note.text)?;
        }
        Ok(())
    }
}

/// Lines of at most this width; words and dates are not torn apart.
pub fn fill(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        // An address that is cut in two leads nowhere.
        .break_words(false);
    textwrap::fill(text, options)
}

/// How many of the findings of one rule are shown with their evidence.
const MOST_SHOWN: usize = 5;
/// How many missing answers are shown.
const MOST_MISSING: usize = 50;
/// How many things are listed in one line.
const MOST_LISTED: usize = 12;

/// The first of them, and how many more there are.
fn some(all: &[String]) -> String {
    let shown = all.get(..MOST_LISTED.min(all.len())).unwrap_or(all).join(", ");
    if all.len() > MOST_LISTED { format!("{shown} and {} more", all.len() - MOST_LISTED) } else { shown }
}
