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
  exchange-advisor advise mail.json          what to change at the least
  exchange-advisor report mail.json -o r.html  a report to hand on
  exchange-advisor compare old.json new.json what differs between two documents
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
    /// Tell the smallest changes with which a deployment is supported
    Advise(AdviseArguments),
    /// Compare two or three deployments: verdicts, findings and answers, differing ones first
    Compare(CompareArguments),
    /// Print the open questions of a document as a sheet for the colleagues who would know
    #[command(
        after_help = "Example:\n  exchange-advisor sheet mail.json > open-questions.txt\n\nOnly questions that the verdict or the advice still depends on. Exit status: 0, or 3 if the\ndocument could not be read."
    )]
    Sheet {
        /// The document; - is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write a report of one document that can be handed on
    Report(ReportArguments),
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

/// The arguments of `advise`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  exchange-advisor advise mail.json\n  exchange-advisor advise --versions mail.json\n\nUp to 4 hosts and 12 machines the smallest sets are found, unless the machines hardly fit on\ntheir hosts; beyond that small ones. The output says which. Each set is judged again before it is told. Exit status: 0 if nothing has to\nbe changed, 1 if something has, 3 if the document could not be read."
)]
pub struct AdviseArguments {
    /// How to show the advice
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
    /// What the same deployment would take under every version of Exchange
    #[arg(long)]
    pub versions: bool,
    /// The day to judge lifecycles by, instead of the document's own or today (in UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

const REPORT_EXAMPLES: &str = "\
Examples:
  exchange-advisor report mail.json -o report.html
  exchange-advisor report --format markdown --summary mail.json
  exchange-advisor report --format csv --without-names mail.json -o findings.csv

The report opens with the verdict and what it assumes, then says what must change, what is
unknown and who would know, what is advised, what was accepted, all answers and the sources.
The HTML file needs nothing else: no network, no script.

Exit status: 0, or 3 if the document could not be read; the verdict plays no role.";

/// The arguments of `report`.
#[derive(Args, Debug)]
#[command(after_help = REPORT_EXAMPLES)]
pub struct ReportArguments {
    /// How to write it
    #[arg(long, value_enum, default_value_t = ReportFormat::Html)]
    pub format: ReportFormat,
    /// Only what was found, by its titles; csv and json are always complete
    #[arg(long)]
    pub summary: bool,
    /// Write host 1 and guest 2 in the place of names, and leave out what was worded freely
    #[arg(long)]
    pub without_names: bool,
    /// The day to judge lifecycles and reviews by, instead of the document's own or today (in UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// Where to write it, instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// How to write a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One HTML file, to read, to print and to send
    Html,
    /// Markdown, for a wiki or a ticket
    Markdown,
    /// One row a finding, for a spreadsheet
    Csv,
    /// The assessment as JSON, with what the report says beside it
    Json,
    /// For a terminal
    Text,
}

const COMPARE_EXAMPLES: &str = "\
Examples:
  exchange-advisor compare mail-last-year.json mail.json
  exchange-advisor compare --format markdown plan-a.json plan-b.json plan-c.json > plans.md

Machines are matched by their ids. Machines of which the same is to be said stand in one
row. Of two documents json says also what changed from the first to the second.

Exit status, as that of diff: 0 nothing differs, 1 something differs, 3 a document could
not be read and nothing was compared; 64 for wrong usage.";

/// The arguments of `compare`.
#[derive(Args, Debug)]
#[command(after_help = COMPARE_EXAMPLES)]
pub struct CompareArguments {
    /// How to show the comparison
    #[arg(long, value_enum, default_value_t = CompareFormat::Text)]
    pub format: CompareFormat,
    /// The day to judge lifecycles by, instead of the documents' own or today (in UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<Date>,
    /// Two or three documents; - is standard input
    #[arg(required = true, num_args = 2..=3, value_names = ["BEFORE", "AFTER", "THIRD"])]
    pub files: Vec<PathBuf>,
}

/// How to show a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// For people: what differs, and how much is equal
    Text,
    /// Tables, for documents and tickets
    Markdown,
    /// One JSON object with everything, equal rows too
    Json,
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

/// How to show what is for people and programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// For people
    Text,
    /// As JSON
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
