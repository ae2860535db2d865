//! Where documents come from.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use exchange_advisor_core::deployment::Deployment;

/// A document, or why it could not be had.
pub struct Document {
    /// The file, as it was named.
    pub file: String,
    /// The line, where a file holds one document a line.
    pub line: Option<u64>,
    /// Its bytes.
    pub bytes: io::Result<Vec<u8>>,
}

fn open(file: &Path) -> io::Result<Box<dyn Read>> {
    if file == Path::new("-") { Ok(Box::new(io::stdin().lock())) } else { Ok(Box::new(File::open(file)?)) }
}

/// The one document of a file.
pub fn whole(file: &Path) -> Document {
    let bytes = open(file).and_then(|mut reader| {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map(|_| bytes)
    });
    Document { file: file.display().to_string(), line: None, bytes }
}

/// The one deployment of a file, with the file's name; what is wrong with it is told on standard
/// error, and nothing comes back.
///
/// # Errors
///
/// Standard error that cannot be written.
pub fn deployment(file: &Path) -> io::Result<(String, Option<Deployment>)> {
    let Document { file, bytes, .. } = whole(file);
    let opened = match bytes {
        Ok(bytes) => exchange_advisor_core::open(&bytes).map_err(|errors| errors.to_string()),
        Err(error) => Err(format!("the file cannot be read: {error}")),
    };
    let deployment = match opened {
        Ok(opened) => Some(opened.deployment),
        Err(why) => {
            let mut stderr = anstream::stderr().lock();
            for line in why.lines() {
                writeln!(stderr, "exchange-advisor: {file}: {line}")?;
            }
            None
        }
    };
    Ok((file, deployment))
}

/// Calls back for each document of a file that holds one a line, as it is read. Empty
/// lines are skipped.
///
/// # Errors
///
/// What the callback fails with.
pub fn each_line(file: &Path, mut then: impl FnMut(Document) -> io::Result<()>) -> io::Result<()> {
    let name = file.display().to_string();
    let mut reader = match open(file) {
        Ok(reader) => BufReader::new(reader),
        Err(error) => return then(Document { file: name, line: None, bytes: Err(error) }),
    };
    for line in 1.. {
        let mut bytes = Vec::new();
        match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) if bytes.trim_ascii().is_empty() => {}
            Ok(_) => then(Document { file: name.clone(), line: Some(line), bytes: Ok(bytes) })?,
            Err(error) => return then(Document { file: name, line: Some(line), bytes: Err(error) }),
        }
    }
    Ok(())
}
