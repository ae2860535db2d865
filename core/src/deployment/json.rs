//! JSON as a tree that keeps what a person wrote: numbers as text, keys in order,
//! keys twice. Reading is done with the lexer of `hifijson`; see
//! `docs/decisions/0002-reading-json.md` for why not with `serde_json`.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Read as _, SliceLexer};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    /// A text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Json<'a>>),
    /// An object, its members in the order they were written in.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// How deep lists and objects may be nested. The format itself needs five levels.
pub const DEEPEST: usize = 64;

/// How many values a document may have. A deployment of 20,000 machines with every
/// question answered has a million.
pub const MOST_VALUES: usize = 4_000_000;

/// Why a text is not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in that line, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a text that should be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// It is in UTF-16, as old PowerShell writes files.
    Utf16,
    /// It is not in UTF-8.
    NotUtf8,
    /// It is nested deeper than [`DEEPEST`].
    TooDeep,
    /// It has more values than [`MOST_VALUES`].
    TooMany,
    /// A value was expected: the text ends too early, or there is something else
    /// (`NaN`, a comment, a comma too many).
    NoValue,
    /// A colon was expected.
    NoColon,
    /// A comma or a closing bracket was expected.
    NoComma,
    /// The name of a key in quotes was expected.
    NoKey,
    /// Something follows after the end.
    Trailing,
    /// A digit was expected.
    BadNumber,
    /// A text is not closed, or holds a control character.
    BadString,
    /// A `\` is followed by something that JSON does not know.
    BadEscape,
    /// Half a surrogate pair, which is no character.
    LoneSurrogate,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing, not even an empty object"),
            Self::Utf16 => f.write_str("a text in UTF-16; save it as UTF-8"),
            Self::NotUtf8 => f.write_str("bytes that are not UTF-8"),
            Self::TooDeep => write!(f, "lists and objects nested more than {DEEPEST} deep"),
            Self::TooMany => write!(f, "more than {MOST_VALUES} values"),
            Self::NoValue => f.write_str("no value where one is expected"),
            Self::NoColon => f.write_str("no `:` after a key"),
            Self::NoComma => f.write_str("no `,` and no closing bracket after a value"),
            Self::NoKey => f.write_str("no key in double quotes where one is expected"),
            Self::Trailing => f.write_str("something after the end of the document"),
            Self::BadNumber => f.write_str("a number without a digit where one is expected"),
            Self::BadString => f.write_str("a text that is not closed, or that holds a control character"),
            Self::BadEscape => f.write_str("an escape that JSON does not know"),
            Self::LoneSurrogate => f.write_str("an escape for half a character (a lone surrogate)"),
        }
    }
}

impl<'a> Json<'a> {
    /// Reads a document. A byte-order mark of UTF-8 at its beginning is skipped.
    ///
    /// # Errors
    ///
    /// The first place where the text is not JSON.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, SyntaxError> {
        let fail = |at: usize, problem| {
            let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or(bytes));
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            SyntaxError {
                line: before.matches('\n').count() + 1,
                column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
                problem,
            }
        };
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(fail(0, Problem::Utf16));
        }
        let text = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        if let Err(error) = std::str::from_utf8(text) {
            return Err(fail(bytes.len() - text.len() + error.valid_up_to(), Problem::NotUtf8));
        }
        let mut tree = Tree { lexer: SliceLexer::new(text), values: 0, failed_before: None };
        tree.document().map_err(|problem| {
            let left = tree.failed_before.unwrap_or(tree.lexer.as_slice().len());
            fail(bytes.len() - left, problem)
        })
    }
}

struct Tree<'a> {
    lexer: SliceLexer<'a>,
    values: usize,
    /// How much of the text was left where a word began that is none of JSON's.
    failed_before: Option<usize>,
}

impl<'a> Tree<'a> {
    fn document(&mut self) -> Result<Json<'a>, Problem> {
        let first = self.lexer.ws_peek().ok_or(Problem::Empty)?;
        let value = self.value(first, DEEPEST)?;
        if self.lexer.ws_peek().is_some() { Err(Problem::Trailing) } else { Ok(value) }
    }

    fn value(&mut self, first: u8, depth: usize) -> Result<Json<'a>, Problem> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Problem::TooMany);
        }
        let left = self.lexer.as_slice().len();
        match first {
            b'a'..=b'z' => match self.lexer.null_or_bool() {
                Some(None) => Ok(Json::Null),
                Some(Some(flag)) => Ok(Json::Bool(flag)),
                None => {
                    self.failed_before = Some(left);
                    Err(Problem::NoValue)
                }
            },
            b'0'..=b'9' | b'-' => {
                use hifijson::num::LexWrite as _;
                let (text, _) = self.lexer.num_string().validated().map_err(|_| Problem::BadNumber)?;
                Ok(Json::Number(Cow::Borrowed(text)))
            }
            b'"' => {
                self.lexer.take_next();
                self.string().map(Json::String)
            }
            b'[' => self.array(depth.checked_sub(1).ok_or(Problem::TooDeep)?),
            b'{' => self.object(depth.checked_sub(1).ok_or(Problem::TooDeep)?),
            _ => Err(Problem::NoValue),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json<'a>, Problem> {
        self.lexer.take_next();
        let mut members = Vec::new();
        let mut next = self.lexer.ws_peek().ok_or(Problem::NoComma)?;
        while next != b']' || !members.is_empty() {
            members.push(self.value(next, depth)?);
            if self.ends_with(b']')? {
                return Ok(Json::Array(members));
            }
            next = self.lexer.ws_peek().ok_or(Problem::NoValue)?;
        }
        self.lexer.take_next();
        Ok(Json::Array(members))
    }

    fn object(&mut self, depth: usize) -> Result<Json<'a>, Problem> {
        self.lexer.take_next();
        let mut members = Vec::new();
        let mut next = self.lexer.ws_peek().ok_or(Problem::NoKey)?;
        while next != b'}' || !members.is_empty() {
            if next != b'"' {
                return Err(Problem::NoKey);
            }
            self.lexer.take_next();
            let key = self.string()?;
            if self.lexer.ws_peek() != Some(b':') {
                return Err(Problem::NoColon);
            }
            self.lexer.take_next();
            let first = self.lexer.ws_peek().ok_or(Problem::NoValue)?;
            members.push((key, self.value(first, depth)?));
            if self.ends_with(b'}')? {
                return Ok(Json::Object(members));
            }
            next = self.lexer.ws_peek().ok_or(Problem::NoKey)?;
        }
        self.lexer.take_next();
        Ok(Json::Object(members))
    }

    /// Takes a comma (false) or the closing bracket (true).
    fn ends_with(&mut self, closing: u8) -> Result<bool, Problem> {
        match self.lexer.ws_peek() {
            Some(b',') => {
                self.lexer.take_next();
                Ok(false)
            }
            Some(byte) if byte == closing => {
                self.lexer.take_next();
                Ok(true)
            }
            _ => Err(Problem::NoComma),
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Problem> {
        use hifijson::escape::Error as Escape;
        use hifijson::str::Error as Text;
        self.lexer.str_string().map_err(|error| match error {
            Text::Escape(Escape::InvalidChar(_) | Escape::ExpectedLowSurrogate) => Problem::LoneSurrogate,
            Text::Escape(_) => Problem::BadEscape,
            Text::Utf8(_) => Problem::NotUtf8,
            Text::Control | Text::Eof => Problem::BadString,
        })
    }
}

/// Compact, on one line; with `{:#}` indented, lists of plain values on one line.
impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = f.alternate().then_some(0);
        self.write(f, indent)
    }
}

impl Json<'_> {
    fn write(&self, f: &mut fmt::Formatter<'_>, indent: Option<usize>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(flag) => write!(f, "{flag}"),
            Self::Number(text) => f.write_str(text),
            Self::String(text) => write_text(f, text),
            Self::Array(members) => {
                let plain = members.iter().all(|member| !matches!(member, Self::Array(_) | Self::Object(_)));
                let inner = indent.filter(|_| !plain).map(|by| by + 2);
                f.write_char('[')?;
                for (place, member) in members.iter().enumerate() {
                    separate(f, place, inner, plain && indent.is_some())?;
                    member.write(f, inner)?;
                }
                close(f, inner, members.is_empty())?;
                f.write_char(']')
            }
            Self::Object(members) => {
                let inner = indent.map(|by| by + 2);
                f.write_char('{')?;
                for (place, (key, value)) in members.iter().enumerate() {
                    separate(f, place, inner, false)?;
                    write_text(f, key)?;
                    f.write_str(if indent.is_some() { ": " } else { ":" })?;
                    value.write(f, inner)?;
                }
                close(f, inner, members.is_empty())?;
                f.write_char('}')
            }
        }
    }
}

fn separate(f: &mut fmt::Formatter<'_>, place: usize, indent: Option<usize>, spaced: bool) -> fmt::Result {
    if place > 0 {
        f.write_str(if spaced { ", " } else { "," })?;
    }
    new_line(f, indent)
}

fn close(f: &mut fmt::Formatter<'_>, indent: Option<usize>, empty: bool) -> fmt::Result {
    if empty { Ok(()) } else { new_line(f, indent.map(|by| by.saturating_sub(2))) }
}

fn new_line(f: &mut fmt::Formatter<'_>, indent: Option<usize>) -> fmt::Result {
    match indent {
        Some(by) => write!(f, "\n{:by$}", ""),
        None => Ok(()),
    }
}

fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c < ' ' || matches!(c, '"' | '\\' | '\u{7f}')) {
        let (plain, special) = rest.split_at(at);
        f.write_str(plain)?;
        let mut characters = special.chars();
        match characters.next() {
            Some('\n') => f.write_str("\\n")?,
            Some('\t') => f.write_str("\\t")?,
            Some('\r') => f.write_str("\\r")?,
            Some(c @ ('"' | '\\')) => write!(f, "\\{c}")?,
            Some(c) => write!(f, "\\u{:04x}", u32::from(c))?,
            None => {}
        }
        rest = characters.as_str();
    }
    f.write_str(rest)?;
    f.write_char('"')
}

macro_rules! json_from {
    ($($type:ty: $value:ident => $json:expr;)+) => {
        $(impl<'a> From<$type> for Json<'a> {
            fn from($value: $type) -> Self { $json }
        })+
    };
}

json_from! {
    bool: value => Self::Bool(value);
    &'a str: value => Self::String(Cow::Borrowed(value));
    String: value => Self::String(Cow::Owned(value));
    u64: value => Self::Number(Cow::Owned(value.to_string()));
    usize: value => Self::Number(Cow::Owned(value.to_string()));
    crate::decimal::Decimal: value => Self::Number(Cow::Owned(value.to_string()));
    crate::date::Date: value => Self::String(Cow::Owned(value.to_string()));
    Vec<Json<'a>>: value => Self::Array(value);
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Json<'_> {
    /// An object of these members.
    #[must_use]
    pub fn object<const N: usize>(members: [(&'static str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
    }

    /// A list of these.
    pub fn list<T: Into<Self>>(members: impl IntoIterator<Item = T>) -> Self {
        Self::Array(members.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> Problem {
        Json::parse(text.as_bytes()).unwrap_err().problem
    }

    #[test]
    fn what_is_written_is_kept() {
        let text = r#"{"a":[1.50,-0,1e400,"x\n\"\\\u0001",null,true,{}],"a":[]}"#;
        let tree = Json::parse(text.as_bytes()).unwrap();
        assert_eq!(tree.to_string(), text);
        assert_eq!(Json::parse(format!("{tree:#}").as_bytes()).unwrap(), tree);
    }

    #[test]
    fn what_is_no_json_is_named() {
        for (text, expected) in [
            ("", Problem::Empty),
            (" \n", Problem::Empty),
            ("NaN", Problem::NoValue),
            ("[NaN]", Problem::NoValue),
            ("-Infinity", Problem::BadNumber),
            ("nan", Problem::NoValue),
            ("[1,]", Problem::NoValue),
            ("{\"a\":1,}", Problem::NoKey),
            ("{a:1}", Problem::NoKey),
            ("{\"a\" 1}", Problem::NoColon),
            ("[1 2]", Problem::NoComma),
            ("[1", Problem::NoComma),
            ("{} {}", Problem::Trailing),
            ("01", Problem::Trailing),
            ("1.", Problem::BadNumber),
            ("\"a", Problem::BadString),
            ("\"a\u{1}\"", Problem::BadString),
            (r#""\x""#, Problem::BadEscape),
            (r#""\ud800""#, Problem::LoneSurrogate),
            (r#""\udc00""#, Problem::LoneSurrogate),
            (r#""\ud800A""#, Problem::LoneSurrogate),
        ] {
            assert_eq!(problem(text), expected, "{text}");
        }
        assert_eq!(Json::parse(b"\"\xED\xA0\x80\"").unwrap_err().problem, Problem::NotUtf8);
        assert_eq!(Json::parse(b"\xFF\xFE{\0}\0").unwrap_err().problem, Problem::Utf16);
    }

    #[test]
    fn places_are_lines_and_characters() {
        let error = Json::parse("{\n  \"äö\": nope\n}".as_bytes()).unwrap_err();
        assert_eq!((error.line, error.column), (2, 9));
    }

    #[test]
    fn nesting_has_a_limit_and_the_stack_is_safe() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::parse(nested(DEEPEST).as_bytes()).is_ok());
        assert_eq!(problem(&nested(DEEPEST + 1)), Problem::TooDeep);
        assert_eq!(problem(&nested(1_000_000)), Problem::TooDeep);
        assert_eq!(problem(&r#"{"a":"#.repeat(200)), Problem::TooDeep);
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(Json::parse(b"\xEF\xBB\xBF{}").unwrap(), Json::Object(Vec::new()));
    }
}
