//! Until when Exchange versions and guest operating systems are in support; made from
//! [`crate::lifecycle`].

use super::{Block, Page, Table, rests_on, strings};
use crate::date::Date;
use crate::lifecycle::{Lifecycle, of_guest_os, of_version};
use crate::questions::{GuestOs, Version};
use crate::source::{END_OF_LIFE, Evidence, MATRIX, cite};

pub static PAGE: Page = Page {
    id: "lifecycles",
    title: "How long Exchange and Windows Server are supported",
    blocks: &[
        Block::Text(
            "That a deployment meets the virtualization policy and that its products are in support are two statements. The verdict is about the first only; the second always stands beside it. For a version out of support Microsoft no longer gives regular support or corrections, however well it meets the policy.",
        ),
        Block::List(&[
            "On the last day of a period it still lasts; the day after, it is over.",
            "A product is out of support after the last day of extended support.",
            "Extended security updates that can be bought after the end are no support in this sense.",
        ]),
        Block::Made(tables),
        Block::Text(
            "The letter before each source says how well the dates are founded: A read in full in the source named, B in part, C reported by others, D not checked. An operating system that is not in the list is not known here.",
        ),
    ],
    sources: &[
        cite(&MATRIX, "releases that are out of support, and supported operating systems", Evidence::A),
        cite(&END_OF_LIFE, "Microsoft Exchange, and Windows Server", Evidence::C),
    ],
};

fn tables() -> Vec<Table> {
    let versions = Version::ALL.iter().filter_map(|version| row(version.label(), of_version(*version)));
    let systems = GuestOs::ALL.iter().filter_map(|os| row(os.label(), of_guest_os(*os)));
    vec![table("Exchange", versions.collect()), table("Operating systems of machines", systems.collect())]
}

fn table(caption: &str, rows: Vec<Vec<String>>) -> Table {
    let head = vec!["Product", "Mainstream support ends", "Extended support ends", "To know", "Rests on"];
    Table { caption: caption.to_owned(), text: "", head, rows }
}

fn row(product: &str, lifecycle: Option<&Lifecycle>) -> Option<Vec<String>> {
    let lifecycle = lifecycle?;
    let end = |date: Option<Date>| date.map_or_else(|| "no fixed day".to_owned(), |date| date.to_string());
    let mut cells = strings(&[product]);
    cells.extend([end(lifecycle.mainstream_end), end(lifecycle.extended_end)]);
    cells.extend([lifecycle.remark.to_owned(), rests_on(lifecycle.sources)]);
    Some(cells)
}
