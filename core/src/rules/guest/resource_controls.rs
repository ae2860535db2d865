//! Processor reserve, limit or weight other than the hypervisor sets them.

use crate::condition::is_not;
use crate::question::SubjectKind;
use crate::questions::ONLY_2007;
use crate::questions::guest::DEFAULT_RESOURCE_CONTROLS;
use crate::rule::{Row, Rule, Severity, Topic};
use crate::source::{Evidence, POLICY_2007, cite};

pub static RULE: Rule = Rule {
    id: "resource-controls",
    topic: Topic::Guest,
    subject: SubjectKind::Guest,
    broken: "Processor reserve, limit or weight differ from the defaults",
    kept: "Processor reserve, limit and weight are the defaults",
    rows: &[Row {
        versions: ONLY_2007,
        severity: Severity::Recommendation,
        violated: is_not(DEFAULT_RESOURCE_CONTROLS),
        sources: &[cite(&POLICY_2007, "Exchange Server 2007: virtual machine considerations, resource controls", Evidence::A).remark(
            "It says that the defaults need no change in most environments, and sends to the hypervisor's vendor for tuning.",
        )],
        checks: "Hyper-V Manager, Settings, Processor should show the defaults: Virtual machine reserve 0 percent, Virtual machine limit 100 percent, Relative weight 100. In the vSphere Client the CPU has Reservation 0, Limit Unlimited and Shares Normal; a reservation of memory is not meant.",
        why: "A limit below 100 percent can slow Exchange down even while the host has processors to spare, and a reserve or weight for one machine takes from the others, perhaps from a domain controller that Exchange waits for. Such settings stay supported, but in most environments they only make slow mail harder to explain.",
        mend: "Set reserve, limit and weight back to the defaults, for which no data has to be moved, and watch the load for a few days. If a reserve is there on purpose, write down why and have the hypervisor's vendor confirm the values; the real remedy for too few processors is fewer machines on the host.",
        find_out: "On Hyper-V of Windows Server 2012 or later: Get-VMProcessor -VMName NAME | Format-List Reserve,Maximum,RelativeWeight; before that see the Processor page of the machine's settings. In PowerCLI: Get-VM NAME | Get-VMResourceConfiguration | Format-List CpuReservationMhz,CpuLimitMhz,CpuSharesLevel, and look at the resource pool of the machine, too.",
    }],
};
