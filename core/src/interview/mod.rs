//! The guided questionnaire: which question comes next, and what is still worth asking.
//!
//! - `alike.rs`: machines that are asked about together;
//! - `order.rs`: what is asked first;
//! - `effects.rs`: what each answer to a question would mean;
//! - `reasons.rs`: why a question is asked.
//!
//! All of it is read off an assessment: a question is asked in a round if an outcome of
//! that round can still turn by its answer, and in no other case. What is missing only
//! ever gets less as answers are given, so a question that is no longer asked never
//! matters again.

mod alike;
mod effects;
mod order;
mod reasons;

pub use alike::Alike;
pub use effects::{Effect, effects};
pub use reasons::reasons;

use crate::assess::{Assessment, Outcome, Verdict};
use crate::deployment::{Answer, AnswerRef, Deployment, Subject};
use crate::question::{Slot, SubjectKind, Who};
use crate::questions::deployment::{
    LOGS_TO_REPLAY, MAILBOX_GB, MAILBOXES, NETWORK_BACKUP_MB_PER_S, PHYSICAL_NODES, PROFILE, PURPOSE, VERSION,
};
use crate::questions::{Purpose, RENTED, Version, guest, host};
use crate::rule::Severity;
use crate::rules;

/// Why questions are being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// Until the verdict is settled.
    #[default]
    Verdict,
    /// After "not supported": until everything that is wrong is found.
    Faults,
    /// Until every piece of advice is given or not needed.
    Advice,
    /// What the sizing needs.
    Sizing,
}

impl Round {
    /// Every round, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Verdict, Self::Faults, Self::Advice, Self::Sizing];

    /// As it is kept.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Faults => "faults",
            Self::Advice => "advice",
            Self::Sizing => "sizing",
        }
    }

    /// The round that is kept so.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|round| round.id() == id)
    }
}

/// How a person has chosen to be asked. It is no answer and stands in no document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Course {
    /// The round that is being asked.
    pub round: Round,
    /// Each host is asked about by itself, although they may be alike.
    pub hosts_apart: bool,
    /// Each guest is asked about by itself, although they may be alike.
    pub guests_apart: bool,
}

/// What one page of the questionnaire asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// Which hosts there are: how many, and whether they are alike.
    Hosts,
    /// Which guests there are: how many, and whether they are alike.
    Guests,
    /// A question; where several machines are asked about together, about the first.
    Answer(AnswerRef),
}

impl Ask {
    /// What it asks about.
    #[must_use]
    pub const fn kind(self) -> SubjectKind {
        match self {
            Self::Hosts => SubjectKind::Host,
            Self::Guests => SubjectKind::Guest,
            Self::Answer(at) => at.subject.kind(),
        }
    }
}

impl Ask {
    /// The question as it is asked.
    #[must_use]
    pub fn wording(self) -> &'static str {
        match self {
            Self::Hosts => "How many physical machines (hosts) do the Exchange machines run on?",
            Self::Guests => "How many virtual machines run Exchange?",
            Self::Answer(at) => at.question().wording,
        }
    }

    /// What is meant.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Hosts => {
                "Count every host on which one of the Exchange machines runs now, or is moved to on purpose or after a failure. For example 2."
            }
            Self::Guests => {
                "Count the virtual machines with any role of this Exchange version, Edge Transport included. Machines that run something else are counted later, with their host."
            }
            Self::Answer(at) => at.question().hint,
        }
    }

    /// How to find it out, whichever hypervisor it is.
    #[must_use]
    pub fn find_out(self) -> &'static str {
        match self {
            Self::Hosts => {
                "The management program of the hypervisor lists the hosts: Hyper-V Manager or Failover Cluster Manager, the vSphere Client, XenCenter or Prism, each in the tree or list on the left."
            }
            Self::Guests => {
                "Exchange Management Shell: Get-ExchangeServer | Format-List Name,AdminDisplayVersion lists every Exchange server; leave out those that are physical. Exchange 2003: Exchange System Manager, Servers."
            }
            Self::Answer(at) => at.question().find_out,
        }
    }

    /// Who would know it.
    #[must_use]
    pub fn who(self) -> Who {
        match self {
            Self::Hosts => Who::Virtualization,
            Self::Guests => Who::Exchange,
            Self::Answer(at) => at.question().who,
        }
    }

    /// Its place in the addresses of the page: a path of the document.
    #[must_use]
    pub fn path(self, deployment: &Deployment) -> String {
        match self {
            Self::Hosts => HOSTS.to_owned(),
            Self::Guests => GUESTS.to_owned(),
            Self::Answer(at) => deployment.path(at),
        }
    }

    /// Whether a path is that of a list of machines.
    #[must_use]
    pub fn is_list(path: &str) -> bool {
        path == HOSTS || path == GUESTS
    }

    /// What is asked at a path.
    #[must_use]
    pub fn at_path(deployment: &Deployment, path: &str) -> Option<Self> {
        match path {
            HOSTS => Some(Self::Hosts),
            GUESTS => Some(Self::Guests),
            path => deployment.at_path(path).map(Self::Answer),
        }
    }
}

/// The paths of the two lists of machines.
const HOSTS: &str = "hosts";
const GUESTS: &str = "vms";

/// One page of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it asks.
    pub ask: Ask,
    /// The same question about further machines, which the answer goes for as well.
    pub also: Vec<AnswerRef>,
    /// How many rules hang on it.
    pub rules: u32,
}

/// What the sizing needs beyond the answers of other rounds, in the order in which it is asked.
const FOR_SIZING: &[Slot] = &[
    MAILBOXES.slot(),
    PROFILE.slot(),
    MAILBOX_GB.slot(),
    host::SOCKETS.slot(),
    host::CORES_PER_SOCKET.slot(),
    host::MEMORY_GB.slot(),
    host::ROOT_PROCESSORS_USED.slot(),
    guest::ROLES.slot(),
    guest::VCPUS.slot(),
    guest::MEMORY_GB.slot(),
    PHYSICAL_NODES.slot(),
    NETWORK_BACKUP_MB_PER_S.slot(),
    LOGS_TO_REPLAY.slot(),
];

/// Whether the sizing needs the answer to a question.
#[must_use]
pub fn is_for_sizing(slot: Slot) -> bool {
    FOR_SIZING.contains(&slot)
}

/// What is still open in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What is asked, the next first.
    pub steps: Vec<Step>,
    /// What matters and is answered with "I do not know"; and on which host a machine
    /// runs, if nobody knows which hosts there are.
    pub not_known: Vec<AnswerRef>,
    /// Which machines there are matters, and is answered with "I do not know".
    pub hosts_not_known: bool,
    /// The same for the guests.
    pub guests_not_known: bool,
    /// Whether no more than these steps can come: not as long as an answer to one of
    /// them brings new machines or new rules.
    pub complete: bool,
}

impl Open {
    /// The page that comes next.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.steps.first()
    }

    /// How many pages can still come, where that is certain.
    #[must_use]
    pub fn at_most(&self) -> Option<usize> {
        self.complete.then_some(self.steps.len())
    }
}

/// What matters in a round, whether it is asked yet or not.
struct Wanted {
    answers: Vec<AnswerRef>,
    hosts: bool,
    guests: bool,
}

/// What is still open in a round.
#[must_use]
pub fn open(assessment: &Assessment<'_>, round: Round, course: Course) -> Open {
    let deployment = assessment.deployment;
    let wanted = wanted(assessment, round);
    // Without a list of hosts nobody can say on which of them a machine runs.
    let has_choices = |at: &AnswerRef| at.slot != guest::HOST.slot() || !deployment.hosts().is_empty();
    let is_open = |at: &AnswerRef| *deployment.answer(at.subject, at.slot) == Answer::NotAsked;
    let is_asked = |at: &AnswerRef| is_open(at) && has_choices(at);
    let (asked, mut not_known): (Vec<AnswerRef>, Vec<AnswerRef>) = wanted.answers.into_iter().partition(is_asked);
    let (hosts, hosts_not_known) = asked_or_not(wanted.hosts, deployment.hosts_answer());
    not_known.retain(|at| !(hosts && is_open(at)));
    let (guests, guests_not_known) = asked_or_not(wanted.guests, deployment.guests_answer());
    if let Some(first) = before_all(deployment, round) {
        let steps = vec![Step { ask: Ask::Answer(first), also: Vec::new(), rules: 0 }];
        return Open { steps, not_known, hosts_not_known, guests_not_known, complete: false };
    }
    let complete = !hosts && !guests;
    let steps = order::steps(assessment, round, course, &asked, hosts, guests);
    Open { steps, not_known, hosts_not_known, guests_not_known, complete }
}

/// What is asked next: what can turn the verdict comes before the round that a person has
/// chosen, since an answer that was changed may have opened it again.
#[must_use]
pub fn next(assessment: &Assessment<'_>, course: Course) -> Option<Ask> {
    let rounds = [Round::Verdict, course.round];
    rounds.into_iter().find_map(|round| open(assessment, round, course).next().map(|step| step.ask))
}

/// The questions that come before any rule is looked at: a lab is out of scope whatever
/// its version, and without a version nothing is judged.
fn before_all(deployment: &Deployment, round: Round) -> Option<AnswerRef> {
    let whole = |slot| AnswerRef { subject: Subject::Deployment, slot };
    let is_open = |at: &AnswerRef| *deployment.answer(at.subject, at.slot) == Answer::NotAsked;
    let settled = round == Round::Verdict && deployment.get(PURPOSE) == Some(Purpose::Lab);
    [whole(PURPOSE.slot()), whole(VERSION.slot())].into_iter().find(is_open).filter(|_| !settled)
}

fn asked_or_not(wanted: bool, answer: Answer<()>) -> (bool, bool) {
    match answer {
        Answer::NotKnown => (false, wanted),
        Answer::NotAsked | Answer::Given(()) => (wanted, false),
    }
}

fn wanted(assessment: &Assessment<'_>, round: Round) -> Wanted {
    match round {
        Round::Verdict => Wanted {
            answers: assessment.missing.answers.clone(),
            hosts: assessment.missing.hosts,
            guests: assessment.missing.guests,
        },
        Round::Faults => for_rules(assessment, Severity::Requirement, Vec::new()),
        Round::Advice => for_rules(assessment, Severity::Recommendation, assessment.missing_for_notes()),
        Round::Sizing => for_sizing(assessment),
    }
}

fn for_rules(assessment: &Assessment<'_>, severity: Severity, more: Vec<AnswerRef>) -> Wanted {
    let undecided = assessment.with(severity, Outcome::Unknown);
    let mut answers: Vec<AnswerRef> = undecided.flat_map(|finding| assessment.missing_of(finding)).copied().collect();
    answers.extend(more);
    answers.sort_unstable();
    answers.dedup();
    let speaks_of = |kind: SubjectKind| {
        let row = |rule: &'static crate::rule::Rule| assessment.version.and_then(|version| rule.row(version));
        rules::all().any(|rule| rule.subject == kind && row(rule).is_some_and(|row| row.severity == severity))
    };
    let own_hosts = assessment.product.is_none_or(|product| !RENTED.contains(product));
    Wanted {
        answers,
        hosts: assessment.deployment.hosts().is_empty() && own_hosts && speaks_of(SubjectKind::Host),
        guests: assessment.deployment.guests().is_empty() && speaks_of(SubjectKind::Guest),
    }
}

fn for_sizing(assessment: &Assessment<'_>) -> Wanted {
    let deployment = assessment.deployment;
    let none = Wanted { answers: Vec::new(), hosts: false, guests: false };
    // The earlier versions cannot be virtualized at all, so there is nothing to size.
    if assessment.version.is_none_or(|version| version < Version::V2003) {
        return none;
    }
    let rented = assessment.product.is_some_and(|product| RENTED.contains(product));
    let mut answers = Vec::new();
    for subject in deployment.subjects() {
        let own = FOR_SIZING.iter().filter(|slot| slot.subject == subject.kind());
        let missing = own.map(|slot| AnswerRef { subject, slot: *slot });
        answers.extend(
            missing
                .filter(|at| !(rented && at.subject.kind() == SubjectKind::Host))
                .filter(|at| deployment.answer(at.subject, at.slot).given().is_none()),
        );
    }
    Wanted { answers, hosts: deployment.hosts().is_empty() && !rented, guests: deployment.guests().is_empty() }
}

/// Whether an answer can still turn the verdict. What cannot is never asked for it.
#[must_use]
pub fn can_turn_the_verdict(assessment: &Assessment<'_>, at: AnswerRef) -> bool {
    before_all(assessment.deployment, Round::Verdict) == Some(at) || assessment.missing.answers.contains(&at)
}

/// Whether the verdict stands, whatever else is answered. It does not as long as it is
/// not asked whether this is a lab.
#[must_use]
pub fn is_settled(assessment: &Assessment<'_>) -> bool {
    before_all(assessment.deployment, Round::Verdict).is_none() && assessment.verdict != Verdict::Undetermined
}
