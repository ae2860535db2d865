//! Exchange itself, its backups and its tests.

use super::terms;
use crate::source::{Citation, Evidence, HEALTH_CHECKER, LOADGEN_PROFILES, POLICY_2007, STORE_2007, cite};

const OUTAGES: Citation = cite(&POLICY_2007, "Exchange Server 2007: scheduled and unscheduled outages", Evidence::A);
const CHOOSING: Citation =
    cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution", Evidence::A);
const BACKUP: Citation = cite(&POLICY_2007, "Exchange Server 2007: backup and restore", Evidence::A);

terms! {
    "Exchange, its backups and its tests";
    "server-role", "Server role", ["role"],
        "A part of Exchange that can be installed by itself, for example Mailbox or Edge Transport.";
    "mailbox-database", "Mailbox database", ["EDB file", "mailbox store"],
        "The file that holds mailboxes. Its name ends in .edb.";
    "mount", "Mount", ["mounted"],
        "To open a database so that its users can reach their mailboxes.";
    "storage-group", "Storage group", [],
        "In Exchange 2003 and 2007, one or more databases that share one set of log files.",
        [cite(&STORE_2007, "storage groups", Evidence::B)];
    "transaction-log", "Log file", ["transaction log", "log files"],
        "Exchange writes every change to a log file first and into the database later. After a crash the database is brought up to date from the logs.";
    "log-checkpoint", "Checkpoint of a database", ["checkpoint file"],
        "The mark up to which all changes in the log files are in the database already. It has nothing to do with the checkpoints of Hyper-V, which are snapshots.";
    "log-replay", "Log replay", ["replay", "crash recovery"],
        "After an unclean stop Exchange works through all log files after the checkpoint before it mounts the database.",
        [OUTAGES];
    "dirty-shutdown", "Dirty shutdown", ["unclean shutdown"],
        "The state of a database that was not closed properly, after a power failure for example.",
        [OUTAGES];
    "transport-queue", "Transport queue", ["message queue", "queue database", "transport database"],
        "Where Exchange keeps mail on its way until the next server has taken it. It counts as Exchange data.";
    "transport-dumpster", "Transport dumpster", [],
        "A feature of Exchange 2007 with which CCR gets back some of the mail that a failover would lose.",
        [CHOOSING];
    "seeding", "Seeding", ["seed", "reseed"],
        "To make a copy of a database anew from a good one, before it is kept up to date. It moves the whole database over the network.";
    "service-pack", "Service pack", ["SP"],
        "A large collection of corrections that Microsoft counts: SP1, SP2. Exchange 2013 and later have cumulative updates instead, but for one service pack of 2013.";
    "cumulative-update", "Cumulative update (CU)", ["CU"],
        "A complete new edition of Exchange with all corrections so far, several times in the life of a version. Security updates come on top of one.";
    "rtm", "RTM", ["release to manufacturing"],
        "The first release of a version, without any service pack or cumulative update.";
    "hotfix", "Hotfix", [],
        "A correction for one fault. It is named by the number of its Knowledge Base (KB) article.";
    "smart-host", "Smart host", ["SMTP relay"],
        "A mail server to which Exchange hands its outgoing mail, so that this server delivers it to the world.";
    "cached-mode", "Cached mode", ["Cached Exchange Mode"],
        "Outlook works with a copy of the mailbox on the computer and survives short interruptions. In online mode it asks the server for everything.";
    "vss", "Volume Shadow Copy Service (VSS)", ["VSS", "shadow copy"],
        "The part of Windows that makes programs hold still for a moment so that a backup gets a consistent state of a volume.";
    "exchange-aware-backup", "Exchange-aware backup", [],
        "A backup that works together with Exchange: Exchange holds still for it, and clears its log files afterward.";
    "streaming-backup", "Streaming backup", ["ESE streaming", "ESE"],
        "The older way to back up Exchange, in which the database engine (ESE) hands the data to the backup program.";
    "hardware-vss", "Hardware VSS", ["hardware VSS provider"],
        "The storage system makes the backup of its volumes itself, by a method of its vendor.",
        [BACKUP];
    "load-test", "Load test", ["stress test"],
        "A tool plays the expected load on the machine as it is configured, before real users come.",
        [cite(&POLICY_2007, "Exchange Server 2007: virtual machine, stress test", Evidence::A)];
    "health-checker", "HealthChecker", ["HealthChecker.ps1"],
        "Microsoft's script that looks at the settings of an Exchange server and only reads.",
        [cite(&HEALTH_CHECKER, "the script", Evidence::A)];
    "loadgen", "LoadGen", ["Exchange Load Generator"],
        "Microsoft's tool that plays many users of Exchange and measures how long they wait.";
    "jetstress", "Jetstress", [],
        "Microsoft's tool that puts Exchange's kind of traffic on disks, without Exchange users, to test the disks alone.";
    "sendmail-latency", "SendMail latency", ["SendMail"],
        "How long a client that is played by a load test waits for the task of sending a message, in milliseconds.";
    "percentile", "95th percentile", ["p95"],
        "The value that 95 of 100 measurements do not exceed. It shows the slow cases that an average hides.";
    "mail-profile", "Mail profile", ["heavy user", "user profile"],
        "How much mail a typical user has on a working day. In load tests a heavy one sends about 20 messages and gets about 80.",
        [cite(&LOADGEN_PROFILES, "LoadGen profiles", Evidence::C)];
}
