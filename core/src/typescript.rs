//! The types of `globalThis.exchangeAdvisor` for TypeScript, from the same tables that
//! the reader uses.

use std::fmt::Write as _;

use crate::choice::Choice;
use crate::question::{Kind, Question, SubjectKind};
use crate::questions;

/// What does not come from a table: the assessment and the function.
const FIXED: &str = "\
/** A finding that somebody has decided to live with. */
export interface Accepted {
  rule: string;
  /** `deployment`, `host:ID` or `vm:ID`. */
  subject: string;
  reason: string;
  owner?: string | null;
  /** `YYYY-MM-DD` */
  review_on?: string | null;
}

export type Verdict = \"supported\" | \"not-supported\" | \"undetermined\" | \"out-of-scope\";

export interface Source {
  source: string;
  title: string;
  publisher: string;
  place: string;
  date: string;
  read: string;
  section: string;
  evidence: \"A\" | \"B\" | \"C\" | \"D\";
  versions: string[] | null;
  products: string[] | null;
  remark: string | null;
}

export interface Finding {
  rule: string;
  subject: string;
  severity: \"requirement\" | \"recommendation\";
  outcome: \"violated\" | \"satisfied\" | \"unknown\";
  missing: string[];
  title: string | null;
  strength: \"A\" | \"B\" | \"C\" | \"D\";
  evidence: { path: string; value: unknown; left_out: string | null }[];
  working: string[];
}

export interface Lifecycle {
  status: \"mainstream\" | \"extended\" | \"ended\";
  mainstream_end: string | null;
  extended_end: string | null;
  sources: Source[];
  remark: string | null;
}

export interface Assessment {
  verdict: Verdict;
  advisor: { version: string; rules: string; pack: string };
  name: string | null;
  as_of: string;
  exchange: string | null;
  findings: Finding[];
  missing: string[];
  lifecycle: Lifecycle | null;
  guests: { subject: string; guest_os: string; lifecycle: Lifecycle }[];
  notes: { note: string; subjects: string[]; title: string; text: string; sources: Source[] }[];
  sizing: Record<string, never>;
}

export interface ExchangeAdvisor {
  /**
   * Judges a deployment. `asOf` (`YYYY-MM-DD`) is the day to judge lifecycles by, instead
   * of the deployment's own or today.
   *
   * @throws {Error} for what is no deployment; its message lists everything that is wrong.
   */
  assess(deployment: Deployment, options?: { asOf?: string }): Assessment;
  readonly version: string;
}

declare global {
  var exchangeAdvisor: ExchangeAdvisor;
}
";

/// The declarations, as a module.
#[must_use]
pub fn typescript() -> String {
    let mut text = String::from(
        "// The types of the Exchange virtualization advisor in a browser. Made from the questions of the core:\n// `exchange-advisor schema --typescript`.\n\n",
    );
    for (name, kind, comment) in [
        ("Host", SubjectKind::Host, "A physical (root) machine."),
        ("Guest", SubjectKind::Guest, "An Exchange virtual machine."),
    ] {
        let _ = writeln!(text, "/** {comment} */\nexport interface {name} {{\n  id: string;");
        members(&mut text, questions::about(kind), "", 1);
        text.push_str("}\n\n");
    }
    text.push_str("/** A deployment. What is left out was not asked; what is null is not known. */\nexport interface Deployment {\n  format: \"exchange-virtualization-deployment/1\";\n");
    members(&mut text, questions::deployment::QUESTIONS, "", 1);
    text.push_str("  hosts?: Host[] | null;\n  vms?: Guest[] | null;\n  sizing?: Record<string, never> | null;\n  accepted?: Accepted[] | null;\n}\n\n");
    text.push_str(FIXED);
    text
}

/// Writes the questions whose paths begin with the prefix, grouped as the document is.
fn members(text: &mut String, questions: &'static [Question], prefix: &str, depth: usize) {
    let indent = "  ".repeat(depth);
    let mut rest = questions;
    while let [question, others @ ..] = rest {
        let name = question.path.get(prefix.len()..).unwrap_or_default();
        let Some((group, _)) = name.split_once('.') else {
            let _ = writeln!(
                text,
                "{indent}/** {} */\n{indent}{name}?: {} | null;",
                question.wording,
                kind(&question.kind)
            );
            rest = others;
            continue;
        };
        let inner_prefix = question.path.get(..prefix.len() + group.len() + 1).unwrap_or_default();
        let length = rest.iter().take_while(|question| question.path.starts_with(inner_prefix)).count();
        let (inner, after) = rest.split_at(length);
        let _ = writeln!(text, "{indent}{group}?: {{");
        members(text, inner, inner_prefix, depth + 1);
        let _ = writeln!(text, "{indent}}} | null;");
        rest = after;
    }
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Flag => "boolean".to_owned(),
        Kind::Count { .. } | Kind::Amount { .. } => "number".to_owned(),
        Kind::Choice(list) => one_of(list),
        Kind::Set { of, .. } => format!("({})[]", one_of(of)),
        Kind::Text { .. } | Kind::Date | Kind::Host => "string".to_owned(),
        Kind::Guests => "string[]".to_owned(),
    }
}

fn one_of(list: &[Choice]) -> String {
    let ids: Vec<String> = list.iter().map(|choice| format!("\"{}\"", choice.id)).collect();
    ids.join(" | ")
}
