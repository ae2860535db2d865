//! Things to know that no answer can break, shown with the assessment where they apply.

use crate::condition::{Condition, includes, none_of, one_of};
use crate::question::SubjectKind;
use crate::questions::deployment::{BACKUP_METHOD, MIGRATION, PRODUCT, SOLUTIONS};
use crate::questions::guest::STORAGE_KIND;
use crate::questions::{
    BackupMethod, CLUSTERS_2007, Migration, ONLY_2007, ONLY_2013, ONLY_2016, ONLY_2019, ONLY_SE, Product, SINCE_2007,
    SINCE_2013, StorageKind, Versions,
};
use crate::rules::groups::{ON_THIRD_PARTY, OWN_HOSTS};
use crate::source::{
    BIZTALK_VM, Citation, Evidence, NON_MICROSOFT, POLICY_2007, POLICY_2013, POLICY_2016, POLICY_SE, cite,
};

/// Something to know.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// Its id.
    pub id: &'static str,
    /// The versions of Exchange it is for.
    pub versions: Versions,
    /// What it is looked up for: the deployment, or each guest.
    pub subject: SubjectKind,
    /// When it applies; it is shown only where that is certain.
    pub applies: Condition,
    /// What it says in a few words, without a full stop.
    pub title: &'static str,
    /// What it says.
    pub text: &'static str,
    /// Where it comes from.
    pub sources: &'static [Citation],
}

const VIRTUAL_DISKS: Condition = one_of(
    STORAGE_KIND,
    StorageKind::set(&[
        StorageKind::FixedVirtualDisk,
        StorageKind::DynamicVirtualDisk,
        StorageKind::DifferencingVirtualDisk,
        StorageKind::Smb3VirtualDisk,
    ]),
);

/// Every note, in the order in which they are shown.
pub static NOTES: &[Note] = &[
    Note {
        id: "processor-counters-in-guest",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: Condition::Always,
        title: "Processor counters inside a guest count slices of time",
        text: "The processor load that a guest shows is relative to the slices of time that the host gives it. It differs from what the host shows, and each is right for its own side. To see whether the host is full, read the counters on the host.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine, monitoring", Evidence::A)],
    },
    Note {
        id: "exchange-counters-in-guest",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: Condition::Always,
        title: "Exchange's counters are in the guest, the host's on the host",
        text: "Performance counters of Exchange exist only inside the guest; the host shows only what it uses itself and the counters of the hypervisor. You need both to see where a delay comes from.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine, monitoring", Evidence::A)],
    },
    Note {
        id: "core-scaling",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: Condition::Always,
        title: "More processors do not help every hypervisor alike",
        text: "How much a guest gains from a further processor differs between hypervisors, and from physical machines. Test the machine as you have configured it before you rely on a number.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine, stress test", Evidence::A)],
    },
    Note {
        id: "vendor-limits",
        versions: SINCE_2007,
        subject: SubjectKind::Deployment,
        applies: ON_THIRD_PARTY,
        title: "The hypervisor's vendor has limits and guidance of its own",
        text: "How large a disk or how many processors a machine may have, and how to size it, the vendor of this hypervisor states. This advisor does not know those limits: read the vendor's documents for your version.",
        sources: &[
            cite(&POLICY_2007, "introduction; Exchange Server 2007: conditions, storage", Evidence::A).only(ONLY_2007),
            cite(&NON_MICROSOFT, "non-Microsoft hardware virtualization", Evidence::A),
        ],
    },
    Note {
        id: "validation-scope",
        versions: SINCE_2007,
        subject: SubjectKind::Deployment,
        applies: ON_THIRD_PARTY,
        title: "A validation covers neither memory overcommit nor moving machines",
        text: "Microsoft's Server Virtualization Validation Program (SVVP) is about Windows Server running on the product. Two things are outside it: giving out more memory than there is, and moving running machines between hosts. Only the vendor can say whether these are supported.",
        sources: &[cite(&NON_MICROSOFT, "what the validation does not cover", Evidence::A)],
    },
    Note {
        id: "validation-of-a-version",
        versions: SINCE_2007,
        subject: SubjectKind::Deployment,
        applies: ON_THIRD_PARTY,
        title: "A validation is of a product in a version, not of a vendor",
        text: "That a vendor takes part in the validation program (SVVP) does not mean that each of its products and versions is validated. Look up the exact version, and the guest's operating system, in the Windows Server Catalog.",
        sources: &[cite(&BIZTALK_VM, "questions and answers about validated configurations", Evidence::A)],
    },
    Note {
        id: "hardware-backup-support",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: one_of(BACKUP_METHOD, BackupMethod::set(&[BackupMethod::StorageHardwareVss])),
        title: "A backup by the storage system is its vendor's to support",
        text: "Some storage systems back up the volumes of a guest with a provider of their own for the Volume Shadow Copy Service (VSS). Microsoft leaves the support of that to the storage vendor: get it in writing, and test a restore from such a backup before you need one.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: backup and restore", Evidence::A)],
    },
    Note {
        id: "virtual-disk-speed",
        versions: ONLY_2007,
        subject: SubjectKind::Guest,
        applies: VIRTUAL_DISKS,
        title: "Virtual disks may be slower than other storage",
        text: "A virtual disk usually puts a file system of the host between Exchange and the physical disk. Read what the hypervisor's vendor says about its speed, and measure the latency of the database disks under load.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: storage requirements and recommendations", Evidence::A)],
    },
    Note {
        id: "host-bus-adapters",
        versions: SINCE_2007,
        subject: SubjectKind::Deployment,
        applies: OWN_HOSTS,
        title: "Storage adapters may have to be set up on the host",
        text: "A guest may not be able to reach the Fibre Channel or SCSI adapters of the host. Set them up on the host then, and give their LUNs (the disks that the storage system presents) to the guest as virtual disks or as pass-through disks.",
        sources: &[
            cite(&POLICY_2007, "Exchange Server 2007: guest storage", Evidence::A).only(ONLY_2007),
            cite(&POLICY_2007, "Exchange Server 2007: guest storage", Evidence::D)
                .only(crate::questions::ONLY_2010)
                .remark("Taken over from Exchange 2007: the text for 2010 could not be read in full."),
            cite(&POLICY_2013, "guest storage", Evidence::A).only(ONLY_2013),
            cite(&POLICY_2016, "guest storage", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "guest storage", Evidence::A).only(ONLY_SE),
        ],
    },
    Note {
        id: "mixed-cluster-nodes",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: includes(SOLUTIONS, CLUSTERS_2007),
        title: "A cluster may have physical and virtual nodes",
        text: "CCR and SCC are supported with some nodes physical and some virtual. Each node has to be large enough for the whole load, planned outages included, because it may have to carry it without the others.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: choosing a high availability solution", Evidence::A)],
    },
    Note {
        id: "what-clients-notice",
        versions: ONLY_2007,
        subject: SubjectKind::Deployment,
        applies: none_of(MIGRATION, Migration::set(&[Migration::None])),
        title: "What people notice when a machine is moved",
        text: "In a planned quick migration connections drop: Outlook in cached mode and phones (ActiveSync) are offline briefly; Outlook in online mode, Outlook Web Access, POP3 and IMAP4 cannot reach mailboxes until the machine resumes. If a host fails, it is like a power loss: after the restart Exchange first replays every log file after the checkpoint, generally at least two a second, before the databases mount.",
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: scheduled and unscheduled outages", Evidence::A)],
    },
    Note {
        id: "azure-smtp-relay",
        versions: SINCE_2013,
        subject: SubjectKind::Deployment,
        applies: one_of(PRODUCT, Product::set(&[Product::AzureVm])),
        title: "Mail from Azure to the world goes through a relay",
        text: "Exchange on Azure virtual machines may send mail to other domains only through an SMTP relay (smart host), such as Exchange Online Protection or one of a third party. Sending to them directly is not supported.",
        sources: &[
            cite(&POLICY_2013, "Exchange on Azure virtual machines", Evidence::A).only(ONLY_2013),
            cite(&POLICY_2016, "Exchange on Azure virtual machines", Evidence::A).only(ONLY_2016.or(ONLY_2019)),
            cite(&POLICY_SE, "Exchange on Azure virtual machines", Evidence::A).only(ONLY_SE),
        ],
    },
];
