//! `report`: one document in, a report out that can be handed on.

use std::fs;
use std::io::{self, Write};

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::report::{Extent, Report};

use crate::args::{ReportArguments, ReportFormat};
use crate::assess::{set_day, today};
use crate::text::{self, Length};
use crate::{NOT_READ, input};

/// Writes the report of one document.
///
/// # Errors
///
/// An output that cannot be written.
pub fn run(arguments: &ReportArguments) -> io::Result<u8> {
    let (_, Some(mut deployment)) = input::deployment(&arguments.file)? else { return Ok(NOT_READ) };
    if arguments.without_names {
        deployment = deployment.without_names_for_report();
    }
    if let Some(day) = arguments.as_of {
        set_day(&mut deployment, day);
    }
    let day = today();
    let assessment = assess(&deployment, day);
    let report = Report::new(&assessment, day).with_advice();
    let extent = if arguments.summary { Extent::Summary } else { Extent::Whole };
    let text = match arguments.format {
        ReportFormat::Html => report.to_html(extent),
        ReportFormat::Markdown => report.to_markdown(extent),
        ReportFormat::Csv => report.to_csv(),
        ReportFormat::Json => format!("{:#}\n", report.to_json()),
        ReportFormat::Text => {
            let name = report.name().unwrap_or_else(|| "This deployment".to_owned());
            let length = Length::Full(extent);
            let Some(file) = &arguments.output else {
                let mut out = io::BufWriter::new(anstream::stdout().lock());
                text::write(&mut out, &name, &report, length)?;
                return out.flush().map(|()| 0);
            };
            let mut out = anstream::StripStream::new(Vec::new());
            text::write(&mut out, &name, &report, length)?;
            return fs::write(file, out.into_inner()).map(|()| 0);
        }
    };
    match &arguments.output {
        Some(file) => fs::write(file, text)?,
        None => io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(0)
}
