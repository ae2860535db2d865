//! A small server of files, for looking at the page and for its tests: this computer
//! only, no other file than those of the folder, and no more of HTTP than that takes.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::{Outcome, page, say};

/// The longest head of a request that is read.
const LONGEST_HEAD: u64 = 64 * 1024;

/// How long a connection may be silent: browsers open some that they never use.
const PATIENCE: Duration = Duration::from_secs(30);

/// The answer to a request, but for its body.
#[derive(Debug, PartialEq)]
enum Answer {
    File(PathBuf),
    /// The same address with a slash at its end, by which relative addresses are right.
    Elsewhere(String),
    Fault(&'static str),
}

/// Serves a folder until the process is ended.
pub fn run(port: &str, folder: &Path) -> Outcome {
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is no port. A port is a number from 0 to 65535"))?;
    let folder = folder.canonicalize().map_err(|error| {
        format!("{} cannot be served: {error}. `cargo xtask build` makes the page", folder.display())
    })?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("port {port} cannot be used: {error}. Another one can: `cargo xtask serve --port 8081`")
    })?;
    let address = listener.local_addr().map_err(|error| format!("the server has no address: {error}"))?;
    say(&format!("{} is at http://{address}/ (Ctrl+C ends it)", folder.display()));
    let folder: Arc<Path> = folder.into();
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A browser that goes away in the middle is no failure of the server.
        thread::spawn(move || serve(&stream, &folder).ok());
    }
    Ok(())
}

fn serve(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(LONGEST_HEAD));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let (status, kind, location, body) = match answer(&request, folder) {
        Answer::File(file) => match fs::read(&file) {
            Ok(bytes) => ("200 OK", media_type(&file), None, bytes),
            Err(error) => ("500 Internal Server Error", "text/plain", None, error.to_string().into_bytes()),
        },
        Answer::Elsewhere(address) => ("301 Moved Permanently", "text/plain", Some(address), Vec::new()),
        Answer::Fault(status) => (status, "text/plain", None, status.as_bytes().to_vec()),
    };
    let location = location.map(|address| format!("Location: {address}\r\n")).unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n{location}\r\n",
        body.len()
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

fn answer(request: &str, folder: &Path) -> Answer {
    let mut words = request.split_ascii_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Answer::Fault("400 Bad Request");
    };
    if !matches!(method, "GET" | "HEAD") {
        return Answer::Fault("405 Method Not Allowed");
    }
    let address = target.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = inside(address) else {
        return Answer::Fault("400 Bad Request");
    };
    // A link may point out of the folder; what it leads to is not served.
    let found = folder.join(path).canonicalize().ok().filter(|found| found.starts_with(folder));
    match found {
        Some(found) if found.is_dir() && !address.ends_with('/') => Answer::Elsewhere(format!("{address}/")),
        Some(found) if found.is_dir() && found.join("index.html").is_file() => Answer::File(found.join("index.html")),
        Some(found) if found.is_file() && !address.ends_with('/') => Answer::File(found),
        _ => Answer::Fault("404 Not Found"),
    }
}

/// The relative path that an address stands for, or none if it leads anywhere but down.
fn inside(address: &str) -> Option<PathBuf> {
    let decoded = decoded(address.strip_prefix('/')?)?;
    let is_fine = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    let path = decoded.strip_suffix('/').unwrap_or(&decoded);
    (path.is_empty() || path.split('/').all(is_fine)).then(|| path.into())
}

fn decoded(address: &str) -> Option<String> {
    let mut parts = address.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match page::ending(file) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ts" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folder of this crate, which has files and folders.
    fn here() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("the crate has a folder")
    }

    fn get(target: &str) -> Answer {
        answer(&format!("GET {target} HTTP/1.1\r\n"), &here())
    }

    #[test]
    fn files_of_the_folder_are_served() {
        assert_eq!(get("/Cargo.toml"), Answer::File(here().join("Cargo.toml")));
        assert_eq!(get("/src/main.rs?a=1"), Answer::File(here().join("src/main.rs")));
        assert_eq!(get("/%73rc/main.rs"), Answer::File(here().join("src/main.rs")));
        assert_eq!(get("/src"), Answer::Elsewhere("/src/".to_owned()));
        assert_eq!(get("/src/"), Answer::Fault("404 Not Found"));
        assert_eq!(get("/nothing"), Answer::Fault("404 Not Found"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in ["/../Cargo.toml", "/src/../../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/..%5cx"] {
            assert_eq!(get(target), Answer::Fault("400 Bad Request"), "{target}");
        }
        assert_eq!(get("//etc/passwd"), Answer::Fault("400 Bad Request"));
        assert_eq!(get("//"), Answer::Fault("404 Not Found"));
        assert_eq!(get("Cargo.toml"), Answer::Fault("400 Bad Request"));
        assert_eq!(get("/%zz"), Answer::Fault("400 Bad Request"));
        assert_eq!(answer("POST / HTTP/1.1", &here()), Answer::Fault("405 Method Not Allowed"));
        assert_eq!(answer("", &here()), Answer::Fault("400 Bad Request"));
    }

    #[test]
    fn wasm_has_the_type_that_browsers_ask_for() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("index.html")), "text/html; charset=utf-8");
    }
}
