//! `assess`: documents in, assessments out.

use std::io::{self, BufWriter, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use exchange_advisor_core::assess::{Assessment, Verdict, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, ReadErrors, Subject, Value};
use exchange_advisor_core::questions::deployment::AS_OF;
use exchange_advisor_core::report::Report;

use crate::args::{AssessArguments, Format, Input};
use crate::input::{self, Document};
use crate::text;

/// The worst that happened, in rising order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worst {
    Supported,
    Undecided,
    NotSupported,
    NotRead,
}

impl Worst {
    const fn code(self) -> u8 {
        match self {
            Self::Supported => 0,
            Self::Undecided => 2,
            Self::NotSupported => 1,
            Self::NotRead => 3,
        }
    }
}

impl From<Verdict> for Worst {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Supported => Self::Supported,
            Verdict::NotSupported => Self::NotSupported,
            Verdict::Undetermined | Verdict::OutOfScope => Self::Undecided,
        }
    }
}

/// Why a document could not be judged.
enum NotRead {
    File(io::Error),
    Document(ReadErrors),
}

/// Judges every document and returns the exit status.
///
/// # Errors
///
/// Standard output that cannot be written.
pub fn run(arguments: &AssessArguments) -> io::Result<u8> {
    let mut session = Session {
        format: arguments.format,
        as_of: arguments.as_of,
        today: today(),
        worst: Worst::Supported,
        shown: 0,
        out: BufWriter::new(anstream::stdout().lock()),
    };
    if session.format == Format::Json {
        session.out.write_all(b"[")?;
    }
    for file in &arguments.files {
        match arguments.input {
            Input::Json => session.judge(&input::whole(file))?,
            Input::Jsonl => input::each_line(file, |document| session.judge(&document))?,
        }
    }
    if session.format == Format::Json {
        session.out.write_all(if session.shown == 0 { b"]\n" } else { b"\n]\n" })?;
    }
    session.out.flush()?;
    Ok(session.worst.code())
}

/// Today in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_days_since_1970(seconds / 86_400).unwrap_or(Date::EPOCH)
}

/// Judges lifecycles by this day.
pub fn set_day(deployment: &mut Deployment, day: Date) {
    let at = AnswerRef { subject: Subject::Deployment, slot: AS_OF.slot() };
    // A day is always an answer to this question.
    let _ = deployment.set(at, Answer::Given(Value::Date(day)));
}

struct Session<W: Write> {
    format: Format,
    as_of: Option<Date>,
    today: Date,
    worst: Worst,
    shown: usize,
    out: W,
}

impl<W: Write> Session<W> {
    fn judge(&mut self, document: &Document) -> io::Result<()> {
        let read = match &document.bytes {
            Ok(bytes) => exchange_advisor_core::open(bytes).map(|opened| opened.deployment).map_err(NotRead::Document),
            Err(error) => Err(NotRead::File(io::Error::new(error.kind(), error.to_string()))),
        };
        match read {
            Ok(mut deployment) => {
                if let Some(day) = self.as_of {
                    set_day(&mut deployment, day);
                }
                let assessment = assess(&deployment, self.today);
                self.worst = self.worst.max(assessment.verdict.into());
                self.show(document, &assessment)
            }
            Err(error) => {
                self.worst = Worst::NotRead;
                self.report(document, &error)
            }
        }
    }

    fn show(&mut self, document: &Document, assessment: &Assessment<'_>) -> io::Result<()> {
        if self.format == Format::Text {
            if self.shown > 0 {
                writeln!(self.out)?;
            }
            self.shown += 1;
            let report = Report::new(assessment, self.today);
            return text::write(&mut self.out, &name(document), &report, text::Length::Short);
        }
        self.entry(document, assessment.to_json())
    }

    /// Writes one entry of the array, or one line.
    fn entry(&mut self, document: &Document, json: Json<'_>) -> io::Result<()> {
        let mut members = vec![("file".into(), document.file.as_str().into())];
        members.extend(document.line.map(|line| ("line".into(), line.into())));
        if let Json::Object(others) = json {
            members.extend(others);
        }
        let entry = Json::Object(members);
        self.shown += 1;
        match self.format {
            Format::Json => write!(self.out, "{}{entry:#}", if self.shown == 1 { "\n" } else { ",\n" }),
            Format::Jsonl | Format::Text => writeln!(self.out, "{entry}"),
        }
    }

    fn report(&mut self, document: &Document, error: &NotRead) -> io::Result<()> {
        // What has been judged before belongs above the report.
        self.out.flush()?;
        let mut stderr = anstream::stderr().lock();
        let name = name(document);
        match error {
            NotRead::File(error) => writeln!(stderr, "exchange-advisor: {name}: the file cannot be read: {error}")?,
            NotRead::Document(errors) => {
                let count = errors.errors.len() + errors.more;
                let things = if count == 1 { "one thing is" } else { &format!("{count} things are") };
                writeln!(stderr, "exchange-advisor: {name}: {things} wrong, so nothing was judged")?;
                for line in errors.to_string().lines() {
                    writeln!(stderr, "  {line}")?;
                }
            }
        }
        if self.format == Format::Text {
            return Ok(());
        }
        let errors = match error {
            NotRead::File(error) => {
                let message = format!("the file cannot be read: {error}");
                Json::list([Json::object([("fault", "file".into()), ("path", "".into()), ("message", message.into())])])
            }
            NotRead::Document(errors) => errors.to_json(),
        };
        self.entry(document, Json::object([("errors", errors)]))
    }
}

fn name(document: &Document) -> String {
    let file = if document.file == "-" { "standard input" } else { &document.file };
    document.line.map_or_else(|| file.to_owned(), |line| format!("{file}, line {line}"))
}
