//! Databases and their transaction logs on the same disks.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::guest::DATABASES_APART_FROM_LOGS;
use crate::questions::{ONLY_2003, ONLY_2007};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

const TOGETHER: Condition = is_not(DATABASES_APART_FROM_LOGS);

pub static RULE: Rule = Rule {
    id: "databases-apart-from-logs",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Databases and their logs are on the same disks",
    kept: "Databases and their logs are on different disks",
    rows: &[
        Row {
            versions: ONLY_2003,
            severity: Severity::Recommendation,
            violated: TOGETHER,
            sources: &[cite(&POLICY_2007, "Exchange Server 2003: performance and scalability, configuration of the virtual machine", Evidence::A)],
            checks: "Databases (.edb and .stm files) and transaction logs (E00*.log) of Exchange 2003 should be in different virtual disks of fixed size, and the .vhd files of these on different physical drives of the host. For example F:\\ex-db.vhd and G:\\ex-logs.vhd on the host, where F: and G: are different drives and not two partitions of one.",
            why: "If one drive with both of them fails, all mail since the last backup is lost; logs on another drive bring a restored database up to the moment of the failure, provided that circular logging is off. A drive that serves both also has to jump between the scattered reads of the database and the steady writes of the log, which makes the whole server slow. Exchange 2003 in Virtual Server is supported either way.",
            mend: "Make a full backup, shut the virtual machine down and give it a second fixed-size .vhd file on another physical drive of the host. Then open the properties of the storage group in Exchange System Manager and change Transaction log location; its stores are dismounted until the files have been moved. Make another full backup at the end; the price is a drive and the outage for the copying.",
            find_out: "In Exchange System Manager compare Transaction log location in the properties of the storage group with the paths on the Database tab of each mailbox and public folder store. Then look in the Virtual Server Administration Website which .vhd file of the host is behind each drive letter, and in Disk Management on the host which physical disk that file is on.",
        },
        Row {
            versions: ONLY_2007,
            severity: Severity::Recommendation,
            violated: TOGETHER,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage considerations, LUNs for databases and logs", Evidence::A).remark(
                "It refers to the general storage guidance for Exchange 2007 for how they are to be isolated; that guidance was not read here.",
            )],
            checks: "For each storage group of Exchange 2007 the log folder should be on another LUN, made of other physical disks, than its databases. With EdbFilePath at D:\\DB1\\DB1.edb and LogFolderPath at E:\\Logs1 the rule holds if D: and E: are on different LUNs; two virtual disks in one datastore are not apart.",
            why: "Exchange writes every change to the log before the database, so delivery waits whenever database reads keep the same disks busy. If these disks fail, the logs that bring a restored database up to date are lost with it, and without a replica (LCR, CCR, SCR) all mail since the last backup is gone. Exchange 2007 stays supported with databases and logs together.",
            mend: "Add a LUN, or a fixed virtual disk on other physical disks, and run Move-StorageGroupPath with -LogFolderPath in the Exchange Management Shell, or Move-DatabasePath with -EdbFilePath to move the database instead. The databases are offline while the files are copied: 100 GB at 50 MB/s take about 34 minutes. With LCR or SCR suspend the copy before; with CCR the files are moved by hand on both nodes and the commands run with -ConfigurationOnly.",
            find_out: "In the Exchange Management Shell run Get-StorageGroup | Format-List Name,LogFolderPath and Get-MailboxDatabase | Format-List Name,EdbFilePath. Follow both letters (or mount points) in the machine's Disk Management to their disks, and from there in its settings on the hypervisor to the LUN or datastore. Whoever looks after the storage knows whether two LUNs share physical disks.",
        },
    ],
};
