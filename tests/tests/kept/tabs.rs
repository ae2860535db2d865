//! Several tabs at once: whatever they do in whatever order, nothing that was saved is lost.
//!
//! Each change is a draft of its own that is never taken away again, so work that was built
//! on other work has all of its drafts. At the end every draft that was ever saved has to
//! stand in some record.

use std::collections::BTreeSet;

use exchange_advisor_core::kept::{Desk, News, Record, Saved, Unreadable, Work};
use fastrand::Rng;

use crate::browser::{Browser, Window};
use crate::named;

/// A tab as the page behaves in it.
struct Tab {
    number: usize,
    desk: Desk<Window>,
    id: String,
    work: Work,
    unsaved: bool,
    /// How often it was told that its work was kept apart.
    parted: usize,
}

/// What was saved since the beginning, and a count for the next change.
#[derive(Default)]
struct Diary {
    saved: BTreeSet<String>,
    changes: usize,
}

impl Tab {
    /// Goes on with what the tab was at, or with what was changed last, or begins.
    fn open(browser: &Browser, number: usize) -> Self {
        let mut desk = browser.desk_in(number);
        let latest = |desk: &Desk<Window>| desk.list().into_iter().find(|entry| !entry.deleted).map(|entry| entry.id);
        let found = desk.current().or_else(|| latest(&desk));
        let loaded = found.and_then(|id| desk.load(&id).ok().map(|work| (id, work)));
        let (id, work) = loaded.unwrap_or_else(|| (desk.create(&named("Mail")), named("Mail")));
        desk.set_current(Some(&id));
        Self { number, desk, id, work, unsaved: false, parted: 0 }
    }

    fn change(&mut self, diary: &mut Diary) {
        diary.changes += 1;
        self.work.drafts.insert(format!("change {}", diary.changes), String::new());
        self.unsaved = true;
    }

    fn save(&mut self, diary: &mut Diary) {
        diary.saved.extend(self.work.drafts.keys().cloned());
        self.unsaved = false;
        if let Saved::Apart(apart) = self.desk.save(&self.id, &self.work) {
            (self.id, self.work) = (apart.id, apart.work);
            self.parted += 1;
        }
    }

    /// Takes the next message.
    fn hear(&mut self, browser: &Browser, diary: &mut Diary) -> bool {
        let Some((key, old, new)) = browser.deliver(self.number) else { return false };
        let news = self.desk.heard(Some(&key), old.as_deref(), new.as_deref());
        self.act_on(news, diary);
        true
    }

    fn act_on(&mut self, news: Vec<News>, diary: &mut Diary) {
        for news in news {
            match news {
                News::Changed(id) | News::Deleted(id) if id == self.id => {
                    if self.unsaved {
                        self.save(diary);
                    } else {
                        self.work = self.desk.load(&id).expect("it was changed");
                    }
                }
                News::Gone(id) if id == self.id => self.save(diary),
                News::Apart(apart) if apart.was == self.id => {
                    self.parted += 1;
                    self.id = apart.id;
                    if self.unsaved {
                        self.work.name_apart();
                        self.save(diary);
                    } else {
                        self.work = apart.work;
                    }
                }
                _ => {}
            }
        }
    }
}

/// Lets everything arrive.
fn settle(browser: &Browser, tabs: &mut [Tab], all: usize, diary: &mut Diary) {
    for round in 0.. {
        assert!(round < 1000, "the tabs never come to rest");
        let sent = (0..all).filter(|tab| browser.flush(*tab)).count();
        let heard = tabs.iter_mut().filter_map(|tab| tab.hear(browser, diary).then_some(())).count();
        if sent + heard == 0 {
            return;
        }
    }
}

fn records(browser: &Browser) -> Vec<(String, Record)> {
    let records = browser.stored().into_iter().filter(|(key, _)| key.starts_with("exchange-advisor/deployment/"));
    records.map(|(key, text)| (key, Record::read(&text).expect("a record"))).collect()
}

/// Plays with tabs at random. The first one is neither closed nor loaded anew: if every tab
/// that could hear of a lost record is gone before it does, nobody can keep it.
fn play(seed: u64, cached: bool, tells_before: bool) -> usize {
    let mut rng = Rng::with_seed(seed);
    let browser = Browser::of_kind(rng.u64(..), cached, tells_before);
    let mut diary = Diary::default();
    let mut tabs = vec![Tab::open(&browser, browser.open(None))];
    let (mut all, mut deletions) = (1, 0);
    for _ in 0..rng.usize(10..80) {
        let (place, open) = (rng.usize(..tabs.len()), tabs.len());
        let tab = &mut tabs[place];
        match rng.u8(..100) {
            0..30 => {
                tab.change(&mut diary);
                if rng.bool() {
                    tab.save(&mut diary);
                }
            }
            30..45 if tab.unsaved => tab.save(&mut diary),
            45..60 => drop(browser.flush(tab.number)),
            60..80 => drop(tab.hear(&browser, &mut diary)),
            80..85 if open < 4 => {
                // A new tab, or one that the browser has duplicated.
                let like = if rng.bool() { Some(tab.number) } else { None };
                tabs.push(Tab::open(&browser, browser.open(like)));
                all += 1;
            }
            85..88 if place > 0 => {
                browser.close(tab.number);
                tabs.remove(place);
            }
            88..91 if place > 0 => {
                let number = tab.number;
                browser.reload(number);
                tabs[place] = Tab::open(&browser, number);
            }
            91..93 if deletions < 3 => {
                deletions += 1;
                let id = tab.id.clone();
                tab.desk.delete(&id);
                tab.desk.set_current(Some(&id));
            }
            93..95 => drop(tab.desk.restore(&tab.id.clone())),
            95..98 => {
                // It turns to another deployment; a page saves before it does.
                tab.save(&mut diary);
                let list = tab.desk.list();
                let id = list[rng.usize(..list.len())].id.clone();
                tab.work = tab.desk.load(&id).expect("a deployment");
                tab.desk.set_current(Some(&id));
                tab.id = id;
            }
            98.. => {
                let looked = tab.desk.look_again();
                assert!(!looked.is_empty());
                tab.act_on(looked, &mut diary);
            }
            _ => {}
        }
    }
    settle(&browser, &mut tabs, all, &mut diary);
    for tab in tabs.iter_mut().filter(|tab| tab.unsaved) {
        tab.save(&mut diary);
    }
    settle(&browser, &mut tabs, all, &mut diary);
    let records = records(&browser);
    let there: BTreeSet<&String> = records.iter().flat_map(|(_, record)| record.work.drafts.keys()).collect();
    let lost: Vec<&String> = diary.saved.iter().filter(|change| !there.contains(change)).collect();
    assert!(lost.is_empty(), "seed {seed}, cached {cached}, tells {tells_before}: lost {lost:?}");
    for tab in &mut tabs {
        // What a tab shows is what is kept under the id that it shows it under.
        let key = format!("exchange-advisor/deployment/{}", tab.id);
        let (_, record) = records.iter().find(|(other, _)| *other == key).expect("a record");
        assert_eq!(tab.work, record.work, "seed {seed}, cached {cached}, tells {tells_before}");
        assert_eq!(tab.desk.not_kept(), None);
    }
    records.len()
}

#[test]
fn nothing_that_was_saved_is_lost_whatever_the_order() {
    for (cached, tells_before) in [(false, true), (false, false), (true, true), (true, false)] {
        let records: Vec<usize> = (0..1500).map(|seed| play(seed, cached, tells_before)).collect();
        let most = records.iter().max().copied().unwrap_or_default();
        assert!(most < 30, "{most} records are too many to find one's way in");
    }
}

/// Two tabs on the same deployment, which has one change.
fn two_tabs(browser: &Browser, diary: &mut Diary) -> [Tab; 2] {
    let mut first = Tab::open(browser, browser.open(None));
    first.change(diary);
    first.save(diary);
    while browser.flush(first.number) {}
    let second = Tab::open(browser, browser.open(None));
    assert_eq!((&first.id, &first.work), (&second.id, &second.work));
    [first, second]
}

fn drafts(record: &Record) -> Vec<&str> {
    record.work.drafts.keys().map(String::as_str).collect()
}

#[test]
fn tabs_that_take_turns_never_get_in_each_others_way() {
    for cached in [false, true] {
        let (browser, mut diary) = (Browser::of_kind(1, cached, true), Diary::default());
        let mut tabs = two_tabs(&browser, &mut diary);
        for turn in 0..200 {
            let tab = &mut tabs[turn % 2];
            for _ in 0..=turn % 3 {
                tab.change(&mut diary);
                tab.save(&mut diary);
            }
            settle(&browser, &mut tabs, 2, &mut diary);
        }
        assert!(tabs.iter().all(|tab| tab.parted == 0));
        assert_eq!((records(&browser).len(), &tabs[0].work), (1, &tabs[1].work));
    }
}

#[test]
fn a_tab_that_has_heard_nothing_for_a_while_takes_over_all_at_once() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    for _ in 0..10 {
        first.change(&mut diary);
        first.save(&mut diary);
    }
    // The first of ten messages: by now the storage is further.
    assert!(second.hear(&browser, &mut diary));
    assert_eq!((second.work == first.work, second.parted), (true, 0));
    first.change(&mut diary);
    first.save(&mut diary);
    let news = second.desk.look_again();
    assert_eq!(news, [News::Changed(second.id.clone()), News::List]);
}

#[test]
fn two_tabs_that_write_at_once_both_keep_what_they_have() {
    let (browser, mut diary) = (Browser::of_kind(2, true, true), Diary::default());
    let mut tabs = two_tabs(&browser, &mut diary);
    for tab in &mut tabs {
        tab.change(&mut diary);
        tab.save(&mut diary);
        assert_eq!(tab.parted, 0, "neither can know yet");
    }
    settle(&browser, &mut tabs, 2, &mut diary);
    let [first, second] = &tabs;
    assert_eq!((first.parted, second.parted), (1, 0), "the one that was overwritten is told");
    assert_ne!(first.id, second.id);
    assert_eq!(first.work.name().as_deref(), Some("Mail (from another tab)"));
    assert_eq!(second.work.name().as_deref(), Some("Mail"));
    let records = records(&browser);
    let mut all: Vec<Vec<&str>> = records.iter().map(|(_, record)| drafts(record)).collect();
    all.sort();
    assert_eq!(all, [["change 1", "change 2"], ["change 1", "change 3"]]);
}

#[test]
fn a_tab_that_saves_later_keeps_its_work_apart() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    first.change(&mut diary);
    first.save(&mut diary);
    let (id, before) = (second.id.clone(), browser.stored());
    second.change(&mut diary);
    second.save(&mut diary);
    assert_eq!((second.parted, second.desk.current()), (1, Some(second.id.clone())));
    let key = format!("exchange-advisor/deployment/{id}");
    assert_eq!(browser.stored()[&key], before[&key], "the other tab's is as it was");
    // It goes on there without any more ado.
    second.change(&mut diary);
    second.save(&mut diary);
    assert_eq!((second.parted, records(&browser).len()), (1, 2));
}

#[test]
fn what_a_closed_tab_has_written_is_kept_even_if_it_was_overwritten() {
    let (browser, mut diary) = (Browser::of_kind(3, true, true), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    for tab in [&mut first, &mut second] {
        tab.change(&mut diary);
        tab.save(&mut diary);
    }
    browser.close(first.number);
    drop(first);
    let mut tabs = [second];
    settle(&browser, &mut tabs, 2, &mut diary);
    assert_eq!(tabs[0].parted, 0);
    let records = records(&browser);
    assert_eq!(records.len(), 2);
    assert!(records.iter().any(|(_, record)| drafts(record) == ["change 1", "change 2"]));
}

#[test]
fn what_is_deleted_elsewhere_is_told_and_comes_back() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    let id = first.id.clone();
    assert!(first.desk.delete(&id));
    let heard = browser.deliver(second.number).expect("a message");
    let news = second.desk.heard(Some(&heard.0), heard.1.as_deref(), heard.2.as_deref());
    assert_eq!(news, [News::Deleted(id.clone()), News::List]);
    assert!(second.desk.restore(&id));
    assert_eq!(second.desk.load(&id), Ok(second.work.clone()));
    assert!(!first.desk.list()[0].deleted);
    // What was gone on with meanwhile is kept apart from what is deleted.
    let [mut first, mut second] = two_tabs(&Browser::new(), &mut diary);
    first.desk.delete(&first.id);
    second.change(&mut diary);
    second.save(&mut diary);
    assert_eq!((second.parted, second.desk.list().len()), (1, 2));
}

#[test]
fn deleting_what_another_tab_has_changed_deletes_its_newest_and_not_the_old() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    first.change(&mut diary);
    first.save(&mut diary);
    // The second has heard nothing, and has typed something.
    second.change(&mut diary);
    assert!(second.desk.delete(&second.id));
    assert_eq!(records(&browser).iter().map(|(_, record)| record.work.drafts.len()).collect::<Vec<_>>(), [2]);
    second.save(&mut diary);
    assert_eq!((second.parted, records(&browser).len()), (1, 2));
}

#[test]
fn what_is_taken_away_for_good_elsewhere_stays_in_the_tab_that_works_on_it() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    let other = first.desk.create(&named("Other"));
    second.desk.load(&other).expect("a deployment");
    first.desk.purge(&other);
    first.desk.purge(&first.id);
    let mut news = Vec::new();
    while let Some((key, old, new)) = browser.deliver(second.number) {
        news.extend(second.desk.heard(Some(&key), old.as_deref(), new.as_deref()));
    }
    news.retain(|news| *news != News::List);
    assert_eq!(news, [News::Gone(second.id.clone())]);
    assert!(browser.stored().is_empty(), "nothing comes back by itself");
    assert_eq!(second.desk.save(&second.id, &second.work), Saved::Done);
    assert_eq!(records(&browser).len(), 1);
    // Everything at once, as a browser's settings do it.
    browser.tamper(|shared| shared.map.clear());
    assert_eq!(second.desk.heard(None, None, None), [News::Gone(second.id.clone()), News::List]);
    assert_eq!(second.desk.heard(None, None, None), [News::List]);
    second.change(&mut diary);
    second.save(&mut diary);
    assert_eq!(records(&browser).len(), 1);
}

#[test]
fn a_newer_advisor_in_another_tab_is_left_alone() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, mut second] = two_tabs(&browser, &mut diary);
    first.change(&mut diary);
    first.save(&mut diary);
    let key = format!("exchange-advisor/deployment/{}", first.id);
    let newer = browser.stored()[&key].replacen("record/1", "record/2", 1);
    browser.tamper(|shared| shared.map.insert(key.clone(), newer.clone()));
    // It has gone on with what this tab has: nothing to keep apart.
    assert_eq!(second.desk.heard(Some(&key), None, Some(&newer)), [News::Changed(second.id.clone()), News::List]);
    assert_eq!(second.desk.load(&second.id), Err(Unreadable::Newer));
    assert!(!second.desk.delete(&second.id));
    second.change(&mut diary);
    second.save(&mut diary);
    assert_eq!((second.parted, &browser.stored()[&key]), (1, &newer));
    assert_eq!(browser.stored().len(), 2);
}

#[test]
fn what_an_older_record_has_replaced_is_written_again() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [mut first, _] = two_tabs(&browser, &mut diary);
    let older = browser.stored();
    first.change(&mut diary);
    first.save(&mut diary);
    let newer = browser.stored();
    // A write that was under way for long, or a backup of the browser's profile.
    browser.tamper(|shared| shared.map = older);
    assert_eq!(first.desk.look_again(), [News::List]);
    assert_eq!(browser.stored(), newer);
}

#[test]
fn messages_about_other_things_and_messages_that_lie_do_nothing() {
    let (browser, mut diary) = (Browser::new(), Diary::default());
    let [first, mut second] = two_tabs(&browser, &mut diary);
    let before = browser.stored();
    let key = format!("exchange-advisor/deployment/{}", first.id);
    let text = before[&key].clone();
    let cut = &text[..text.len() / 2];
    for (key, old, new) in [
        ("somebody else's", Some("a"), Some("b")),
        ("exchange-advisor/probe", None, Some("?")),
        ("exchange-advisor/keep-more", None, Some("yes")),
        (&*key, Some(cut), Some("")),
        (&*key, None, None),
        (&*key, Some(&*text), Some(&*text)),
        ("exchange-advisor/deployment/", Some(&*text), None),
        ("exchange-advisor/deployment/nothing", Some(&*text), Some(&*text)),
    ] {
        let news = second.desk.heard(Some(key), old, new);
        assert!(news.is_empty() || news == [News::List], "{key}: {news:?}");
    }
    assert_eq!((browser.stored(), second.desk.load(&first.id)), (before, Ok(second.work.clone())));
}
