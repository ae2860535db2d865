//! What can be asked for, with the help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::questions::Version;

const EXAMPLES: &str = "\
Examples:
  exchange-advisor new 2007 > mail.json      a document to fill in
  exchange-advisor assess mail.json          the verdict, and what to do
  exchange-advisor rules vcpu-ratio          one rule: what, why, how to mend it

Exit status of assess, the worst of all documents:
  0  all are supported
  2  one is undetermined (answers are missing) or out of scope (a lab)
  1  one is not supported
  3  one could not be read
 64  wrong usage

This is not a Microsoft product. It judges by Microsoft's published support policy,
as far as that could be read; every finding names its source and how well it is founded.";

/// Judges Exchange Server deployments on virtual machines by Microsoft's support policy.
#[derive(Debug, Parser)]
#[command(name = "exchange-advisor", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge deployment documents
    Assess(AssessArguments),
    /// Print the open questions of a document as a sheet for the colleagues who would know
    #[command(
        after_help = "Example:\n  exchange-advisor sheet mail.json > open-questions.txt\n\nOnly questions that the verdict or the advice still depends on. Exit status: 0, or 3 if the\ndocument could not be read."
    )]
    Sheet {
        /// The document; - is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Show the catalogue of rules, or one of them in full
    Rules(RulesArguments),
    /// Read the manual: its contents, a page, or what is found by words
    #[command(
        after_help = "Examples:\n  exchange-advisor manual                    the contents\n  exchange-advisor manual question/vms.vcpus a page\n  exchange-advisor manual thin provision     every page with these words, vendors' words too"
    )]
    Manual {
        /// The address or id of a page, or words to look for
        #[arg(value_name = "PAGE or WORDS")]
        words: Vec<String>,
    },
    /// Print a document to start from, with every key that matters for a version set to null
    #[command(
        after_help = "Example:\n  exchange-advisor new 2016 > mail.json\n\nFill in what you know and leave the rest null: it means \"I do not know\"."
    )]
    New {
        /// The Exchange version
        #[arg(value_parser = version)]
        version: Version,
    },
    /// Print the JSON Schema of deployment documents, or the types for TypeScript
    Schema {
        /// The types of documents, assessments and of the page's function, for TypeScript
        #[arg(long)]
        typescript: bool,
    },
    /// Print a completion script for a shell
    #[command(
        after_help = "Example, for bash:\n  exchange-advisor completions bash > ~/.local/share/bash-completion/completions/exchange-advisor"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

const ASSESS_EXAMPLES: &str = "\
Examples:
  exchange-advisor assess mail.json
  exchange-advisor assess --format json site-a.json site-b.json
  exchange-advisor assess --as-of 2011-06-01 old-server.json
  generate | exchange-advisor assess --input jsonl --format jsonl -

A file that cannot be read or parsed is reported on standard error and does not stop the
others; in jsonl and json it has an entry too, with `file` and `errors`. Colours are used
on a terminal only, and not where NO_COLOR is set.

Exit status, the worst of all documents: 3 one could not be read, 1 one is not supported,
2 one is undetermined or out of scope, 0 all are supported; 64 for wrong usage.";

/// The arguments of `assess`.
#[derive(Args, Debug)]
#[command(after_help = ASSESS_EXAMPLES)]
pub struct AssessArguments {
    /// How to show the assessments
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// What the files hold
    #[arg(long, value_enum, default_value_t = Input::Json)]
    pub input: Input,
    /// The day to judge lifecycles by, instead of the document's own or today (in UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// The documents; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The arguments of `rules`.
#[derive(Args, Debug)]
pub struct RulesArguments {
    /// How to show the rules
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
    /// The id of a rule; without one all are listed
    pub id: Option<String>,
}

/// How to show assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the verdict, what must change, what is missing, what is advised
    Text,
    /// One JSON array of all assessments
    Json,
    /// One assessment a line
    Jsonl,
}

/// What the files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// One document a file
    Json,
    /// One document a line
    Jsonl,
}

/// How to show rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// For people
    Text,
    /// A JSON array of rules; one object if one was asked for
    Json,
}

fn version(text: &str) -> Result<Version, String> {
    Version::from_id(&text.to_lowercase()).ok_or_else(|| {
        let all: Vec<&str> = Version::ALL.iter().map(|version| version.id()).collect();
        format!("allowed are {}", all.join(", "))
    })
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "allowed is a day of the calendar, written YYYY-MM-DD".to_owned())
}
