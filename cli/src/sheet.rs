//! The open questions of a document, for the colleagues who would know.

use std::io::{self, Write};
use std::path::Path;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::sheet::{Scope, sheet, to_text};

use crate::assess::today;
use crate::{NOT_READ, input};

/// Prints the sheet of one document.
///
/// # Errors
///
/// An output that cannot be written.
pub fn run(file: &Path) -> io::Result<u8> {
    let (_, Some(deployment)) = input::deployment(file)? else { return Ok(NOT_READ) };
    let day = today();
    let assessment = assess(&deployment, day);
    let parts = sheet(&assessment, day, Scope::AllOpen);
    if parts.is_empty() {
        writeln!(io::stdout(), "Nothing is open that the verdict or the advice depends on.")?;
    } else {
        write!(io::stdout(), "{}", to_text(&parts, &deployment))?;
    }
    Ok(0)
}
