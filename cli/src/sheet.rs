//! The open questions of a document, for the colleagues who would know.

use std::io::{self, Write};
use std::path::Path;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::open;
use exchange_advisor_core::sheet::{Scope, sheet, to_text};

use crate::assess::today;
use crate::input;

/// The exit status for a document that could not be read; the same as that of `assess`.
const NOT_READ: u8 = 3;

/// Prints the sheet of one document.
///
/// # Errors
///
/// An output that cannot be written.
pub fn run(file: &Path) -> io::Result<u8> {
    let document = input::whole(file);
    let opened = match document.bytes {
        Ok(bytes) => open(&bytes).map_err(|errors| errors.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match opened {
        Ok(opened) => {
            let day = today();
            let assessment = assess(&opened.deployment, day);
            let parts = sheet(&assessment, day, Scope::AllOpen);
            if parts.is_empty() {
                writeln!(io::stdout(), "Nothing is open that the verdict or the advice depends on.")?;
            } else {
                write!(io::stdout(), "{}", to_text(&parts, &opened.deployment))?;
            }
            Ok(0)
        }
        Err(why) => {
            for line in why.lines() {
                writeln!(io::stderr(), "{}: {line}", document.file)?;
            }
            Ok(NOT_READ)
        }
    }
}
