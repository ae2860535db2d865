//! Exchange data on Azure that is not on Premium Storage.

use crate::condition::{Condition, is_not, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::PRODUCT;
use crate::questions::guest::PREMIUM_CLOUD_STORAGE;
use crate::questions::{ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, Product, SINCE_2013};
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2013, POLICY_2016, POLICY_SE, cite};

pub static RULE: Rule = Rule {
    id: "azure-premium-storage",
    topic: Topic::Platform,
    subject: SubjectKind::Guest,
    broken: "Exchange data on Azure is not all on Premium Storage",
    kept: "Exchange data is on Premium Storage, or not on Azure at all",
    rows: &[Row {
        versions: SINCE_2013,
        severity: Severity::Requirement,
        violated: Condition::All(&[
            one_of(PRODUCT, Product::set(&[Product::AzureVm])),
            is_not(PREMIUM_CLOUD_STORAGE),
        ]),
        sources: &[
            cite(&POLICY_2013, "Requirements for hardware virtualization, note on Azure", Evidence::A).only(ONLY_2013),
            cite(&POLICY_2016, "Requirements for hardware virtualization, note on Azure", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "Requirements for hardware virtualization, note on Azure", Evidence::A).only(ONLY_SE).remark(
                "The note names Exchange 2016 and 2019; for Subscription Edition it rests on the mark at the head of the page. A Microsoft list of 2023 opens Azure to Exchange 2013 and later in general.",
            ),
        ],
        checks: "On Azure every volume with mailbox databases, transaction logs or the transport database (mail.que) must be on Azure Premium Storage; on the page Disks of the machine in the Azure portal each of these disks must show a premium type. One log volume on Standard HDD or Standard SSD is enough to break the rule. Microsoft's text says Premium Storage and no more: whether Premium SSD v2 or Ultra Disk count could not be found out.",
        why: "Standard disks answer more slowly and less evenly, so mail queues can grow and Outlook can wait for the database. Microsoft supports Exchange 2013 and later on Azure virtual machines only on this condition; with data on other disks it does not support that server.",
        mend: "Choose a machine size that allows premium disks, stop and deallocate the machine (Exchange is down meanwhile), and change each of these disks to Premium SSD under Size + performance of the disk in the Azure portal. Or attach new premium disks and move databases, logs and queue to them, which takes time for copying. Premium disks are billed by the size you set up, filled or not.",
        find_out: "In the Exchange Management Shell, Get-MailboxDatabase | Format-List Name,EdbFilePath,LogFolderPath gives the volumes of databases and logs; QueueDatabasePath in EdgeTransport.exe.config gives that of the queue. Match them with the page Disks of the machine in the Azure portal, or with Get-AzDisk | Select-Object Name,@{n='Sku';e={$_.Sku.Name}}, where Premium_LRS and Premium_ZRS are Premium SSD.",
    }],
};
