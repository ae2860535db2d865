//! Where the answers are found that only a machine on Virtual Server has to give.

use super::*;
use crate::questions::guest;
use crate::vendors::documents::UNDO_DISKS;

/// The places.
pub static PLACES: &[Place] = &[
    place(
        guest::ADDITIONS_INSTALLED.slot(),
        Family::VirtualServer,
        &[
            open(
                VIRTUAL_SERVER_SITE,
                "Virtual Machines, Configure, the machine: Virtual Machine Additions shows their version, which has to be the one of this Virtual Server.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                r#"reg query "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall" /s | find "Virtual Machine Additions""#,
                "A line means that they are installed. Compare their version with that of the Virtual Server.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::SCSI_DRIVER.slot(),
        Family::VirtualServer,
        &[
            open(
                GUEST_DEVICE_MANAGER,
                "Read the entry below SCSI and RAID controllers. If that branch is missing, there are normally IDE disks only.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                "wmic scsicontroller get Name,DriverName",
                "Name is what Device Manager shows. No instance available means that there are normally IDE disks only.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::UNDO_DISKS.slot(),
        Family::VirtualServer,
        &[
            open(
                VIRTUAL_SERVER_SITE,
                "Virtual Machines, Configure, the machine, Hard disks: yes if Enable undo disks is ticked. It holds for all its virtual hard disks.",
                Seen::InPart(&UNDO_DISKS),
            ),
            run(
                HOST_PROMPT,
                "dir /s /b *.vud",
                "Run it in the folder with the machine's files. A .vud file is an undo disk, so yes.",
                Seen::InPart(&UNDO_DISKS),
            ),
        ],
    ),
    place(
        guest::FAILOVER_CLUSTER_MEMBER.slot(),
        Family::VirtualServer,
        &[
            open(
                GUEST_CLUSTER_ADMINISTRATOR,
                "Yes if there is a resource of the type Microsoft Exchange Information Store.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                "sc query clussvc",
                "If the service does not exist or is stopped, the answer is no. RUNNING: see in Cluster Administrator whether Exchange is among the resources.",
                Seen::NotChecked,
            ),
        ],
    ),
    place(
        guest::DEDICATED_BACKUP_NIC.slot(),
        Family::VirtualServer,
        &[
            open(
                VIRTUAL_SERVER_SITE,
                "Virtual Machines, Configure, the machine, Network adapters: with one adapter only, the answer is no. With more, see over which address the backup program reaches it.",
                Seen::NotChecked,
            ),
            run(
                GUEST_PROMPT,
                "ipconfig /all",
                "It lists the adapters with their addresses. With one adapter only, the answer is no.",
                Seen::NotChecked,
            ),
        ],
    ),
];
