//! The page in one file, for a computer without a network and without a server: opened
//! from a disk a page may fetch nothing, so all that it needs stands in the HTML.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::html::{self, elements};

/// The page that trunk has built, its HTML being `index`, as one file.
pub fn assemble(dist: &Path, index: &str) -> Result<String, String> {
    let mut places = Vec::new();
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    for link in elements(index, "link") {
        match link.attribute("rel") {
            Some("modulepreload" | "preload") => places.push((link.place, String::new())),
            Some("stylesheet") => {
                let style = style(dist, link.attribute("href").unwrap_or_default())?;
                styles.push(html::hash(&style));
                places.push((link.place, format!("<style>{style}</style>")));
            }
            _ => (),
        }
    }
    for script in elements(index, "script") {
        let program = program(dist, script.text)?;
        scripts.push(html::hash(&program));
        places.push((script.place, format!("<script type=\"module\">{program}</script>")));
    }
    if scripts.len() != 1 {
        return Err(format!("trunk has written {} scripts; one is expected, which starts the program", scripts.len()));
    }
    let policy = [
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        if styles.is_empty() { "style-src 'none'".to_owned() } else { format!("style-src {}", styles.join(" ")) },
        "img-src data:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    html::with_policy(&html::replace(index, places), &policy)
}

fn style(dist: &Path, name: &str) -> Result<String, String> {
    let text = read(dist, name)?;
    let refers = text.split("url(").skip(1).any(|url| !url.trim_start_matches(['"', '\'']).starts_with("data:"));
    if refers || text.contains("@import") {
        return Err(format!("{name} refers to another file, which the single file cannot have. Use a `data:` URL"));
    }
    Ok(within(&text, "</style", "<\\/style"))
}

/// The glue of wasm-bindgen, the Wasm itself, and the start.
fn program(dist: &Path, starter: &str) -> Result<String, String> {
    let quoted = |ending: &str| starter.split(['\'', '"']).find(|part| part.ends_with(ending));
    let missing = |what| format!("the script that trunk has written names no {what} file");
    let glue = read(dist, quoted(".js").ok_or_else(|| missing("JavaScript"))?)?;
    let wasm = file(dist, quoted(".wasm").ok_or_else(|| missing("Wasm"))?);
    let wasm = fs::read(&wasm).map_err(|error| format!("{} cannot be read: {error}", wasm.display()))?;
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("the JavaScript of wasm-bindgen imports another file, which the single file cannot have. \
                    Some crate brings JavaScript snippets; use one that does not"
            .to_owned());
    }
    let init = default_export(&glue).ok_or("the JavaScript of wasm-bindgen has no default export to start it by")?;
    // Not `initSync`: browsers may refuse to compile that much while the page waits.
    let start = format!(
        "\nconst packed = new Blob([Uint8Array.from(atob(\"{}\"), (c) => c.charCodeAt(0))]).stream();\n\
         const unpacked = new Response(packed.pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer();\n\
         await {init}({{ module_or_path: await unpacked }});\n",
        BASE64.encode(packed(&wasm)?)
    );
    let glue = within(&glue, "</script", "\\x3C/script");
    Ok(within(&glue, "<!--", "\\x3C!--") + &start)
}

/// Compressed: base64 of the program as it is would be more than twice as long.
fn packed(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(wasm).and_then(|()| encoder.finish());
    packed.map_err(|error| format!("the program cannot be compressed: {error}"))
}

/// The name within the module of what it exports as its default.
fn default_export(glue: &str) -> Option<&str> {
    let (before, _) = glue.split_once(" as default")?;
    let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')?;
    Some(&before[start + 1..]).filter(|name| !name.is_empty())
}

/// The text with what would end the HTML element around it written otherwise, in large
/// letters or small.
fn within(text: &str, end: &str, otherwise: &str) -> String {
    let small = text.to_ascii_lowercase();
    let places = small.match_indices(end).map(|(at, _)| (at..at + end.len(), otherwise.to_owned())).collect();
    html::replace(text, places)
}

/// A text of the page, with the line ends that HTML makes of any, as hashes are taken of those.
fn read(dist: &Path, name: &str) -> Result<String, String> {
    let file = file(dist, name);
    let text = fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn file(dist: &Path, name: &str) -> std::path::PathBuf {
    dist.join(name.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_element_around_it() {
        assert_eq!(within("a = '</SCRIPT>';", "</script", "\\x3C/script"), "a = '\\x3C/script>';");
        assert_eq!(within("é </style> </Style", "</style", "<\\/style"), "é <\\/style> <\\/style");
    }

    #[test]
    fn the_start_is_found_under_its_name_in_the_module() {
        assert_eq!(default_export("export { initSync, __wbg_init as default };"), Some("__wbg_init"));
        assert_eq!(default_export("export{a as initSync,b$ as default}"), Some("b$"));
        assert_eq!(default_export("export default x"), None);
    }
}
