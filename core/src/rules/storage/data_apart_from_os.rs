//! Exchange data on the physical disks of the guest's operating system.

use crate::condition::{Condition, is_not};
use crate::question::SubjectKind;
use crate::questions::guest::SEPARATE_FROM_OS_SPINDLES;
use crate::questions::{ONLY_2007, ONLY_2010, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{DISTILLED_2010, Evidence, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite};

const ON_THE_SAME_SPINDLES: Condition = is_not(SEPARATE_FROM_OS_SPINDLES);

pub static RULE: Rule = Rule {
    id: "data-apart-from-os",
    topic: Topic::Storage,
    subject: SubjectKind::Guest,
    broken: "Exchange data shares physical disks with the guest's operating system",
    kept: "Exchange data is on other physical disks than the guest's operating system",
    rows: &[
        Row {
            versions: ONLY_2007,
            severity: Severity::Recommendation,
            violated: ON_THE_SAME_SPINDLES,
            sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations, separate spindles", Evidence::A)
                .remark("It is worded as should, in a list that mixes requirements and recommendations; hence it counts as advice.")],
            checks: "Databases, logs and queues of Exchange 2007 should be on other physical disks (spindles) than the virtual disk that holds drive C: of the machine. A second virtual disk beside that of C:, in the same folder or datastore, is still on the same physical disks.",
            why: "Windows and its paging file then compete with the databases for the same disks, so opening and sending messages takes longer; in a datastore full of system disks those of other machines compete as well. If the disks fail, system and data have to be restored together. Support for Exchange 2007 does not depend on it.",
            mend: "If the data has a virtual disk of its own, shut the machine down, move that file to a drive or datastore on other physical disks and attach it from there. If it is on C:, add such a disk and use Move-StorageGroupPath and Move-DatabasePath (other steps with LCR, CCR or SCR), for the queues QueueDatabasePath and QueueDatabaseLoggingPath in EdgeTransport.exe.config. Both ways need free physical disks and an outage for the copying.",
            find_out: "Disk Management in the machine shows the disk number of each volume. The machine's settings in Hyper-V Manager (each Hard Drive) or in the vSphere Client (each Hard disk) show which file or physical disk is behind it, and on which drive or datastore the file is. Which physical disks those consist of is shown by the program of the RAID controller or the storage system.",
        },
        Row {
            versions: ONLY_2010,
            severity: Severity::Recommendation,
            violated: ON_THE_SAME_SPINDLES,
            sources: &[cite(&DISTILLED_2010, "storage, separate spindles", Evidence::B)
                .remark("A digest of Microsoft's paper on Exchange 2010 and Hyper-V; Microsoft's own text on this for 2010 could not be read.")],
            checks: "Compare the physical disks behind drive C: of the machine with those behind the database, log and queue folders of Exchange 2010: none of them should serve both. A VHD or VMDK of its own helps only if its LUN or datastore is built from other disks.",
            why: "When Windows in the guest uses its paging file or installs updates, log writes on the same disks have to wait, and Outlook can freeze. If these disks fail, system and data are lost together. It counts as advice, because no text that was read makes it a condition of support for Exchange 2010.",
            mend: "Shut the machine down and move the files of its data disks to a drive or datastore on other physical disks. Data on C: itself is moved with Move-DatabasePath, which takes the database offline; in a DAG remove its other copies before and seed them again after. Plan the space for a second copy of the data and the hours for copying it.",
            find_out: "In the Exchange Management Shell run Get-MailboxDatabase | Format-List Name,EdbFilePath,LogFolderPath; the queues are where QueueDatabasePath in EdgeTransport.exe.config says, by default below the installation folder. Then look up in Hyper-V Manager or the vSphere Client which file or LUN each of these drives and drive C: come from, and ask the storage administrator which disks are behind them.",
        },
        Row {
            versions: SINCE_2013,
            severity: Severity::Recommendation,
            violated: ON_THE_SAME_SPINDLES,
            sources: &[
                cite(&POLICY_2013, "Requirements for hardware virtualization, storage apart from the guest's system", Evidence::A)
                    .only(ONLY_2013)
                    .remark("The sentence stands among the requirements for Exchange 2013 but says should; it is taken as advice."),
                cite(&POLICY_2016, "Requirements for hardware virtualization, storage apart from the guest's system", Evidence::A)
                    .only(ONLY_2016.or(ONLY_2019))
                    .remark("Here, too, the sentence on spindles says should although it stands among the requirements."),
                cite(&POLICY_SE, "Requirements for hardware virtualization, storage apart from the guest's system", Evidence::A)
                    .only(ONLY_SE)
                    .remark("The sentence on spindles is the same as before; the page is marked for Subscription Edition but names only 2016 and 2019 in its text."),
            ],
            checks: "The volumes with databases, logs and the transport database (mail.que) should not share physical disks with the operating system disk of the machine. On a storage pool that spreads every LUN over all its disks they do share them, by the letter of the text. Of a rented machine the physical disks cannot be seen; data disks separate from the system disk are the nearest you can get.",
            why: "Updates, scans and paging of Windows come in bursts, and log writes on the same disks wait behind them; a DAG member whose disks answer too late can lose its active databases to another server. One failed array or one full datastore stops the system and the data at once. Microsoft words this as advice, and a deployment without it is supported.",
            mend: "Move the data disks of the machine to a datastore or LUN on other physical disks, best with the machine off and another DAG member serving the users. Databases on the system disk go to a new disk with Move-DatabasePath, mail.que by QueueDatabasePath in EdgeTransport.exe.config; in a DAG the other copies must first be removed and later seeded again. If your storage has one pool only, accept the finding with that reason and watch the disk latency.",
            find_out: "On a Hyper-V host (Windows Server 2012 or later) Get-VMHardDiskDrive -VMName EX1 lists the file or disk number behind each disk of the machine EX1; PowerCLI does so with Get-HardDisk -VM EX1 | Format-List Name,Filename. In the Exchange Management Shell, Get-MailboxDatabase -Server EX1 | Format-List Name,EdbFilePath,LogFolderPath tells which drives matter, beside the one with mail.que. Which physical disks a LUN has, only the storage system knows.",
        },
    ],
};
