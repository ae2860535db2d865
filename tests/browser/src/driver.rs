//! chromedriver and geckodriver: each started for one browser, on a free port, with a
//! folder of its own, and gone with everything it started when it is dropped.

use std::env;
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A driver that runs.
pub struct Driver {
    process: Child,
    /// Where it listens.
    pub url: String,
    /// For the profile of the browser, for downloads and for the driver's log.
    pub folder: PathBuf,
}

impl Driver {
    /// Starts a driver, and waits until it says on which port it listens. Some have an
    /// option for the folder in which they make profiles.
    pub fn start(name: &str, arguments: &[&str], folder_option: Option<&str>, said_before_port: &str) -> Self {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let program = program(&[name]);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("exchange-advisor-{name}-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("downloads")).expect("a folder for the browser");
        let log = folder.join("driver.log");
        let output = File::create(&log).expect("a file for the driver's log");
        let errors = output.try_clone().expect("the same file");
        let process = Command::new(&program)
            .args(arguments)
            .args(folder_option.map(|option| format!("{option}={}", folder.display())))
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            // A group of its own, so that the browser can be ended with it.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be started: {error}", program.display()));
        let mut driver = Self { process, url: String::new(), folder };
        let end = Instant::now() + Duration::from_secs(20);
        let port = loop {
            let said = driver.log();
            if let Some(port) = number_after(&said, said_before_port) {
                break port;
            }
            assert!(Instant::now() < end, "{name} does not say where it listens: {said}");
            thread::sleep(Duration::from_millis(20));
        };
        driver.url = format!("http://127.0.0.1:{port}");
        driver
    }

    /// What driver and browser have written so far.
    pub fn log(&self) -> String {
        let bytes = fs::read(self.folder.join("driver.log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The standard library ends a process, not a group; every shell can.
        let group = format!("kill -s KILL -- -{}", self.process.id());
        drop(Command::new("sh").args(["-c", &group]).stderr(Stdio::null()).status());
        drop(self.process.kill());
        drop(self.process.wait());
        // What the browser was just writing may make the first attempt fail.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// The first of these programs on the PATH.
pub fn program(names: &[&str]) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let find = |name: &&str| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file));
    let names_in_words = names.join(" or ");
    names
        .iter()
        .find_map(find)
        .unwrap_or_else(|| panic!("{names_in_words} is missing: `cargo xtask setup` installs it"))
}

fn is_program(file: &Path) -> bool {
    file.is_file()
}

fn number_after(text: &str, words: &str) -> Option<u16> {
    let rest = &text[text.find(words)? + words.len()..];
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    rest[..digits].parse().ok()
}
