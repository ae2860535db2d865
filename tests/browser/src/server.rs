//! Serves `dist/` from a free port, at the root or in a folder, and writes down every
//! request. No more of HTTP than a browser needs to fetch files.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A server of static files.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    folder: PathBuf,
    prefix: &'static str,
    stop: AtomicBool,
    /// Method, path and status of each request.
    log: Mutex<Vec<(String, String, u16)>>,
}

impl Server {
    /// Serves a folder under a prefix, which begins and ends with `/`.
    pub fn start(folder: &Path, prefix: &'static str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            folder: folder.to_path_buf(),
            prefix,
            stop: AtomicBool::new(false),
            log: Mutex::new(Vec::new()),
        });
        let for_thread = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if for_thread.stop.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&for_thread);
                // A browser that goes away in the middle of an answer is no failure.
                thread::spawn(move || shared.serve(&stream).ok());
            }
        });
        Self { address, shared, thread: Some(thread) }
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.prefix)
    }

    /// What was asked for that is not there, or other than by GET.
    pub fn odd(&self) -> Vec<String> {
        let log = self.shared.log.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(!log.is_empty(), "the page was never asked for");
        let odd = log.iter().filter(|(method, _, status)| method != "GET" || *status != 200);
        odd.map(|(method, path, status)| format!("{method} {path}: {status}")).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        // Wakes the thread up.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Shared {
    fn serve(&self, mut stream: &TcpStream) -> io::Result<()> {
        // Browsers open connections in advance and may never use them.
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut lines = BufReader::new(stream).lines();
        let Some(first) = lines.next().transpose()? else { return Ok(()) };
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let found = self.file(target).and_then(|path| Some((mime(&path)?, fs::read(&path).ok()?)));
        let status = if found.is_some() { 200 } else { 404 };
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.push((method.to_owned(), target.to_owned(), status));
        drop(log);
        let (mime, body) = found.unwrap_or(("text/plain", b"There is no such file.".to_vec()));
        write!(
            stream,
            "HTTP/1.1 {status} .\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        stream.write_all(&body)
    }

    fn file(&self, target: &str) -> Option<PathBuf> {
        let name = target.split(['?', '#']).next()?.strip_prefix(self.prefix)?;
        let name = if name.is_empty() { "index.html" } else { name };
        let inside = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        inside.then(|| self.folder.join(name))
    }
}

/// The type of a file by its name; a type that nobody thought of is not served.
fn mime(path: &Path) -> Option<&'static str> {
    Some(match path.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "wasm" => "application/wasm",
        "css" => "text/css",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "ts" | "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}
