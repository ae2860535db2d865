//! What it takes to change an answer: each kind of change once, with what it costs.
//!
//! Every question says which of these it takes ([`crate::question::Question::change`]), or
//! that its answer is not changed for the policy's sake.

/// Whether something is needed for a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needed {
    /// It is not.
    No,
    /// That depends on the deployment.
    Perhaps,
    /// It is.
    Yes,
}

/// How long Exchange on the machines concerned stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Downtime {
    /// Not at all.
    None,
    /// While a machine is shut down and started again.
    Restart,
    /// For hours.
    Hours,
}

/// A kind of change and what it costs.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Unique among the kinds.
    pub id: &'static str,
    /// What is done, as a command: a whole sentence.
    pub does: &'static str,
    /// How long Exchange stands still.
    pub downtime: Downtime,
    /// Whether data is copied or moved.
    pub data: Needed,
    /// Whether a licence, or a fee, is needed.
    pub licence: Needed,
    /// Whether hardware is needed.
    pub hardware: Needed,
    /// Whether it can be taken back without doing as much again.
    pub reversible: bool,
    /// What else has to be known; a whole sentence.
    pub remark: &'static str,
}

/// Which way a number or a set may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Any way.
    Any,
    /// Only up: an update is not taken back.
    Up,
    /// Only down.
    Down,
    /// Only to fewer members of a set or list.
    Fewer,
}

/// Whether and how the answer to a question can be changed by a person who wants the
/// deployment to be supported.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// Nothing is changed: a name, a day, a measurement.
    Fact,
    /// It is no change of this deployment but a way out of its own: another version,
    /// a validation, hardware.
    WayOut(&'static Effort),
    /// A change of this kind.
    Possible(&'static Effort, Direction),
}

impl Change {
    /// The kind of change, whether it is one or a way out of its own.
    #[must_use]
    pub const fn effort(&self) -> Option<&'static Effort> {
        match self {
            Self::Fact => None,
            Self::WayOut(effort) | Self::Possible(effort, _) => Some(effort),
        }
    }
}

impl Needed {
    const fn weight(self, whole: u32) -> u32 {
        match self {
            Self::No => 0,
            Self::Perhaps => whole / 2,
            Self::Yes => whole,
        }
    }

    /// In a sentence: `data is moved: perhaps`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Perhaps => "perhaps",
            Self::Yes => "yes",
        }
    }
}

impl Downtime {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Restart => "while the machine is off",
            Self::Hours => "hours, or a handover to another server",
        }
    }
}

impl Effort {
    /// What it costs, as a number to compare by: hardware and moved data cost most, then
    /// licences, what cannot be taken back, and time. Our own order, not Microsoft's.
    #[must_use]
    pub const fn weight(&self) -> u32 {
        let time = match self.downtime {
            Downtime::None => 0,
            Downtime::Restart => 2,
            Downtime::Hours => 6,
        };
        let final_step = if self.reversible { 0 } else { 3 };
        1 + time + final_step + self.data.weight(8) + self.licence.weight(6) + self.hardware.weight(12)
    }

    /// What it costs, part by part: the name of the part and what it comes to.
    #[must_use]
    pub const fn costs(&self) -> [(&'static str, &'static str); 5] {
        [
            ("Downtime", self.downtime.words()),
            ("Data is moved", self.data.words()),
            ("Licence or fee", self.licence.words()),
            ("Hardware", self.hardware.words()),
            ("Can be taken back", if self.reversible { "yes" } else { "no" }),
        ]
    }

    /// What it costs in one line: only what there is to pay.
    #[must_use]
    pub fn costs_in_short(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.push(match self.downtime {
            Downtime::None => "no downtime".to_owned(),
            Downtime::Restart => "the machine is off for a while".to_owned(),
            Downtime::Hours => "hours of downtime, or a handover to another server".to_owned(),
        });
        let needed = [(self.data, "data is moved"), (self.licence, "a licence or fee"), (self.hardware, "hardware")];
        for (needed, what) in needed {
            match needed {
                Needed::No => {}
                Needed::Perhaps => parts.push(format!("perhaps {what}")),
                Needed::Yes => parts.push(what.to_owned()),
            }
        }
        parts.push(if self.reversible { "can be taken back" } else { "cannot be taken back" }.to_owned());
        parts.join("; ")
    }
}

macro_rules! efforts {
    ($(#[$doc:meta])* $table:ident; $($name:ident = $id:literal, $does:literal, $downtime:ident, $data:ident, $licence:ident, $hardware:ident, $reversible:literal, $remark:literal;)+) => {
        $(
            #[doc = $does]
            pub static $name: Effort = Effort {
                id: $id, does: $does, downtime: Downtime::$downtime, data: Needed::$data, licence: Needed::$licence,
                hardware: Needed::$hardware, reversible: $reversible, remark: $remark,
            };
        )+

        $(#[$doc])*
        pub static $table: &[&Effort] = &[$(&$name),+];
    };
}

efforts! {
    /// Every kind of change. The columns: downtime, data, licence, hardware, whether it can
    /// be taken back.
    EFFORTS;

    // Changes of the deployment.
    SWITCH_SETTING = "switch-setting", "Switch the setting.", None, No, No, No, true,
        "The setting can be switched while mail is running.";
    SWITCH_OFF_SETTING = "switch-off-setting", "Shut the machine down and switch the setting.", Restart, No, No, No, true,
        "Most hypervisors change this setting only while the machine is off.";
    MOVE_MACHINE = "move-machine", "Move the machine to another host.", Restart, Perhaps, No, No, true,
        "Where live migration is set up and supported, the machine goes on running. Without shared storage its disks are copied too.";
    RESIZE_MACHINE = "resize-machine", "Shut the machine down and change its size.", Restart, No, No, No, true,
        "Check with the sizing that the load still fits before you take something away.";
    MOVE_OTHERS = "move-others", "Move other machines to another host, or make them smaller.", Restart, Perhaps, No, No, true,
        "The other machines are concerned, not Exchange. Their owners have to agree.";
    MOVE_APPLICATIONS = "move-applications", "Move the other server software off the host.", None, Perhaps, Perhaps, No, true,
        "The host goes on running; the software needs another home, often a virtual machine with a Windows licence.";
    CONVERT_DISKS = "convert-disks", "Put the Exchange data onto disks of another kind.", Hours, Yes, No, Perhaps, true,
        "Make the new disks, move databases, logs and queues there, then remove the old ones. Room for both is needed meanwhile. With replication (CCR, DAG) one copy can be made anew after the other.";
    MOVE_DATA = "move-data", "Move the data to other physical disks.", Hours, Yes, No, Perhaps, true,
        "Room on other disks is needed. With replication (CCR, DAG) one copy can be moved after the other.";
    SEPARATE_STORAGE = "separate-storage", "Give the machine storage of its own.", Hours, Yes, No, Perhaps, true,
        "The storage team has to set up a new LUN or share, and the data is moved there.";
    PREMIUM_DISKS = "premium-disks", "Change the disks to Azure Premium Storage.", Restart, No, Yes, No, true,
        "The machine's size must allow premium disks. They cost more a month.";
    LARGER_SYSTEM_DISK = "larger-system-disk", "Enlarge the machine's system disk.", Restart, No, No, Perhaps, false,
        "The host's storage needs the room. Afterwards the partition has to be extended inside Windows; disks are not made smaller again.";
    MERGE_SNAPSHOTS = "merge-snapshots", "Delete the snapshots and take no more.", Restart, No, No, No, true,
        "Deleting merges the differences into the disk. That takes time and room, with some products only while the machine is off. Exclude the machine from every tool that takes snapshots.";
    UPDATE_EXCHANGE = "update-exchange", "Install an update of Exchange.", Hours, No, No, No, false,
        "A service pack or cumulative update cannot be uninstalled by itself. Take a backup first; every Exchange server gets it.";
    UPDATE_WINDOWS = "update-windows", "Install an update of Windows in the machine.", Restart, No, No, No, true,
        "A restart is needed. Microsoft may offer updates of old versions no more.";
    NEW_MACHINE = "new-machine", "Set up a new machine and move Exchange to it.", Hours, Yes, Yes, No, true,
        "The operating system below Exchange is not upgraded in place: install Exchange on a new machine, move the mailboxes, then take the old one out of service. A Windows licence of that version is needed.";
    MOVE_ROLE = "move-role", "Move the role to another server.", Hours, Perhaps, Perhaps, Perhaps, true,
        "The role goes onto another server, a physical one if the policy rules it out in virtual machines.";
    OTHER_LOAD_BALANCING = "other-load-balancing", "Use another load balancing than that of Windows.", Restart, No, Perhaps, Perhaps, true,
        "A hardware load balancer, or DNS with several addresses, takes its place.";
    INSTALL_DRIVERS = "install-drivers", "Install the hypervisor's drivers in the machine.", Restart, No, No, No, true,
        "They come with the hypervisor, as an image to be put into the machine's drive.";
    LEAVE_CLUSTER = "leave-cluster", "Take the machine out of the cluster.", Hours, Perhaps, No, Perhaps, true,
        "The others have to carry the load alone. A physical server can take its place.";
    AVAILABILITY_DESIGN = "availability-design", "Change the availability solution of Exchange.", Hours, Yes, Perhaps, Perhaps, true,
        "That is a project of its own: copies are given up or set up, and what protects the mail changes. Plan and test it first.";
    OTHER_BACKUP = "other-backup", "Change the backup.", None, No, Perhaps, Perhaps, true,
        "Take a full backup with the new method and restore something from it before you give the old one up.";
    SMALLER_MAILBOXES = "smaller-mailboxes", "Lower the largest size that mailboxes may have.", None, Perhaps, No, No, true,
        "People have to delete mail, or it goes into archives elsewhere.";
    ASSIGN_CARDS = "assign-cards", "Assign network cards of the host.", Restart, No, No, Perhaps, true,
        "If no card is free, the host needs another one.";
    CHANGE_NETWORK = "change-network", "Change the network.", None, No, No, Perhaps, true,
        "The network team has to plan it; without a second path the storage is out of reach meanwhile.";
    TEST_AND_WATCH = "test-and-watch", "Test the machine and watch it.", None, No, Perhaps, No, true,
        "It takes time of people. Test before mailboxes are on the machine.";

    // Ways out of their own.
    NEWER_VERSION = "newer-version", "Move to another version of Exchange.", Hours, Yes, Yes, Perhaps, false,
        "A project of its own: new servers beside the old ones, then all mailboxes are moved.";
    OTHER_HYPERVISOR = "other-hypervisor", "Move the machines to another hypervisor.", Hours, Yes, Perhaps, Perhaps, true,
        "A project of its own. Physical servers without any hypervisor are another way: this policy does not apply to them.";
    VALIDATED_VERSION = "validated-version", "Use the hypervisor in a version that is validated.", Hours, No, Perhaps, No, true,
        "Look up in the Windows Server Catalog which versions of the product are on the list of the Server Virtualization Validation Program; the hosts are then brought to one of them.";
    VENDORS_SUPPORT = "vendors-support", "Get the vendor's statement that moving Exchange machines is supported.", None, No, Perhaps, No, true,
        "Often it holds for a newer version of the product only. Without it, switch off moving and restarting on other hosts.";
    SYSTEM_REQUIREMENTS = "system-requirements", "Meet the system requirements of this Exchange version.", Hours, Perhaps, Perhaps, Perhaps, true,
        "They are the same as for a physical server. Microsoft's page lists them.";
    MORE_HARDWARE = "more-hardware", "Add hardware to the host, or add a host.", Restart, No, Perhaps, Yes, true,
        "Processors, memory, disks or network cards have to be bought; another host needs licences for Windows and the hypervisor.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_an_id_of_its_own_and_whole_sentences() {
        let ids: BTreeSet<&str> = EFFORTS.iter().map(|effort| effort.id).collect();
        assert_eq!(ids.len(), EFFORTS.len());
        for effort in EFFORTS {
            assert!(effort.does.ends_with('.') && effort.remark.ends_with('.'), "{}", effort.id);
        }
    }

    #[test]
    fn a_setting_is_cheaper_than_hardware() {
        assert!(SWITCH_SETTING.weight() < SWITCH_OFF_SETTING.weight());
        assert!(RESIZE_MACHINE.weight() < MOVE_MACHINE.weight());
        assert!(CONVERT_DISKS.weight() < MORE_HARDWARE.weight() + CONVERT_DISKS.weight());
    }
}
