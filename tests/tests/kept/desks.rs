//! One tab, over storages that are full, switched off or damaged.

use exchange_advisor_core::kept::{NotKept, Place, Saved, State, Unreadable, Why, Work};

use crate::browser::Browser;
use crate::named;

const KEY: &str = "exchange-advisor/deployment/";

fn typed(name: &str, text: &str) -> Work {
    let mut work = named(name);
    work.drafts.insert("vms[a].vcpus".to_owned(), text.to_owned());
    work
}

#[test]
fn what_is_saved_is_there_after_closing() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    assert_eq!((desk.place(), desk.not_kept(), desk.offers_more()), (Place::Browser, None, false));
    let id = desk.create(&named("One"));
    assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Done);
    let other = desk.create(&named("Two"));
    drop(desk);
    let mut desk = browser.desk();
    assert_eq!(desk.load(&id), Ok(typed("One", "x")));
    let list = desk.list();
    let ids: Vec<&str> = list.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, [&*other, &*id], "the last one first");
    assert!(list.iter().all(|entry| entry.kept && !entry.deleted && entry.state == State::Readable));
    assert_eq!(desk.load("nothing"), Err(Unreadable::Missing));
    assert_eq!(desk.current(), None);
}

#[test]
fn a_reload_comes_back_to_the_same_deployment() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_in(tab);
    let id = desk.create(&named("One"));
    desk.set_current(Some(&id));
    assert_eq!(browser.desk_in(tab).current(), Some(id.clone()));
    assert_eq!(browser.desk().current(), None, "another tab is not concerned");
    desk.purge(&id);
    assert_eq!(browser.desk_in(tab).current(), None);
}

#[test]
fn saving_the_same_again_writes_nothing() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let id = desk.create(&named("One"));
    let before = browser.stored();
    assert_eq!(desk.save(&id, &named("One")), Saved::Done);
    assert_eq!(browser.stored(), before);
}

#[test]
fn deleted_deployments_come_back_up_to_a_number() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let ids: Vec<String> = (0..25).map(|number| desk.create(&named(&number.to_string()))).collect();
    assert!(ids.iter().all(|id| desk.delete(id)));
    let list = desk.list();
    assert!(list.len() == 20 && list.iter().all(|entry| entry.deleted));
    assert!(!desk.restore(&ids[4]), "the oldest are gone");
    assert!(desk.restore(&ids[5]));
    let mut desk = browser.desk();
    assert_eq!(desk.load(&ids[5]), Ok(named("5")));
    assert!(!desk.list().iter().any(|entry| entry.id == ids[5] && entry.deleted));
    desk.purge(&ids[5]);
    assert_eq!(browser.desk().load(&ids[5]), Err(Unreadable::Missing));
}

#[test]
fn deleting_leaves_the_tab_without_a_deployment_and_a_change_takes_it_back() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let id = desk.create(&named("One"));
    desk.set_current(Some(&id));
    desk.delete(&id);
    assert_eq!(desk.current(), None);
    assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Done);
    assert!(!desk.list()[0].deleted);
}

#[test]
fn a_copy_is_a_deployment_of_its_own() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let id = desk.create(&typed("One", "x"));
    let copy = desk.copy(&id).expect("a copy");
    assert_eq!(desk.load(&copy), Ok(typed("One (copy)", "x")));
    desk.save(&copy, &typed("One (copy)", "y"));
    assert_eq!(desk.load(&id), Ok(typed("One", "x")));
    assert_eq!(desk.copy("nothing"), None);
}

#[test]
fn without_any_storage_the_page_works_in_memory() {
    let browser = Browser::new();
    let tab = browser.open(None);
    browser.tamper(|shared| shared.off = true);
    browser.tamper_with_tab(tab, |own| own.off = true);
    let mut desk = browser.desk_in(tab);
    assert_eq!(desk.place(), Place::Nowhere(Why::SwitchedOff));
    let id = desk.create(&named("One"));
    assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Refused);
    assert_eq!((desk.load(&id), desk.not_kept()), (Ok(typed("One", "x")), Some(NotKept::Refused)));
    desk.set_current(Some(&id));
    assert_eq!(desk.current(), Some(id.clone()));
    let copy = desk.copy(&id).expect("a copy");
    assert!(desk.delete(&id) && desk.restore(&id));
    assert_eq!(desk.list().len(), 2);
    assert!(desk.list().iter().all(|entry| !entry.kept));
    assert!(desk.raw(&copy).is_some_and(|text| text.contains("One (copy)")));
}

#[test]
fn where_only_the_tab_keeps_anything_a_reload_is_survived() {
    for (off, room, why) in [(true, None, Why::SwitchedOff), (false, Some(0), Why::NoRoom)] {
        let browser = Browser::new();
        browser.tamper(|shared| (shared.off, shared.room) = (off, room));
        let tab = browser.open(None);
        let mut desk = browser.desk_in(tab);
        assert_eq!(desk.place(), Place::Tab(why));
        let id = desk.create(&named("One"));
        assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Done);
        let mut desk = browser.desk_in(tab);
        assert_eq!(desk.load(&id), Ok(typed("One", "x")));
        assert_eq!(desk.save(&id, &typed("One", "y")), Saved::Done);
        assert!(browser.stored().is_empty());
    }
}

#[test]
fn no_room_anywhere_from_the_start() {
    let browser = Browser::new();
    let tab = browser.open(None);
    browser.tamper(|shared| shared.room = Some(0));
    browser.tamper_with_tab(tab, |own| own.room = Some(0));
    let mut desk = browser.desk_in(tab);
    assert_eq!(desk.place(), Place::Nowhere(Why::NoRoom));
    let id = desk.create(&named("One"));
    assert_eq!((desk.load(&id), desk.save(&id, &named("Two"))), (Ok(named("One")), Saved::Refused));
}

#[test]
fn what_finds_no_room_waits_in_the_tab_until_there_is_some() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_in(tab);
    let id = desk.create(&named("One"));
    let large = desk.create(&typed("Large", &"x".repeat(5000)));
    let taken: usize = browser.stored().iter().map(|(key, text)| key.len() + text.len()).sum();
    browser.tamper(|shared| shared.room = Some(taken));
    assert_eq!(desk.save(&id, &typed("One", "more than there is room for")), Saved::Full);
    assert_eq!(desk.not_kept(), Some(NotKept::Full));
    // A reload brings it back, and it is still waiting.
    let mut desk = browser.desk_in(tab);
    assert_eq!((desk.place(), desk.not_kept()), (Place::Browser, Some(NotKept::Full)));
    assert_eq!(desk.load(&id), Ok(typed("One", "more than there is room for")));
    assert!(desk.list().iter().all(|entry| entry.state == State::Readable));
    assert_eq!(desk.save(&id, &typed("One", "even more, much more")), Saved::Full);
    desk.purge(&large);
    assert_eq!(desk.not_kept(), None, "what waited is kept as soon as there is room");
    assert_eq!(browser.desk().load(&id), Ok(typed("One", "even more, much more")));
    assert_eq!(desk.save(&id, &typed("One", "done")), Saved::Done);
    assert_eq!(desk.not_kept(), None);
    assert_eq!(browser.desk().load(&id), Ok(typed("One", "done")));
    assert!(!browser.tamper_with_tab(tab, |own| own.map.keys().any(|key| key.starts_with(KEY))));
}

#[test]
fn what_waits_in_the_tab_does_not_overwrite_what_others_have_done() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_in(tab);
    let id = desk.create(&named("One"));
    browser.tamper(|shared| shared.room = Some(0));
    assert_eq!(desk.save(&id, &typed("One", "waiting")), Saved::Full);
    desk.set_current(Some(&id));
    drop(desk);
    browser.tamper(|shared| shared.room = None);
    let mut other = browser.desk();
    other.load(&id).expect("a deployment");
    assert_eq!(other.save(&id, &typed("One", "of the other")), Saved::Done);
    let mut desk = browser.desk_in(tab);
    assert_eq!(desk.load(&id), Ok(typed("One", "of the other")));
    let apart = desk.list().into_iter().find(|entry| entry.id != id).expect("it was kept apart");
    assert_eq!(desk.load(&apart.id), Ok(typed("One (from another tab)", "waiting")));
    assert_eq!(browser.stored().len(), 2);
}

#[test]
fn what_cannot_be_read_is_listed_offered_and_never_overwritten() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let id = desk.create(&named("One"));
    let text = browser.stored()[&format!("{KEY}{id}")].clone();
    let newer = text.replacen("record/1", "record/2", 1);
    let damaged = text.replacen("\"deleted\":false", "\"deleted\":0", 1);
    for text in [newer, damaged, text[..90].to_owned(), String::new(), "\u{FFFD}".to_owned()] {
        browser.tamper(|shared| shared.map.insert(format!("{KEY}{id}"), text.clone()));
        let mut desk = browser.desk();
        let entry = desk.list().into_iter().find(|entry| entry.id == id).expect("it is listed");
        assert!(matches!(entry.state, State::Unreadable(_)));
        assert_eq!(entry.name.is_some(), text.ends_with('}'));
        assert!(desk.load(&id).is_err() && !desk.delete(&id) && !desk.restore(&id) && desk.copy(&id).is_none());
        assert_eq!(desk.raw(&id).as_ref(), Some(&text));
        let Saved::Apart(apart) = desk.save(&id, &named("Other")) else { panic!("it was overwritten") };
        assert!(apart.was == id && apart.id != id);
        assert_eq!(desk.load(&apart.id), Ok(named("Other (from another tab)")));
        assert_eq!(browser.stored()[&format!("{KEY}{id}")], text);
        desk.purge(&apart.id);
    }
    desk.purge(&id);
    assert!(browser.stored().is_empty());
}

#[test]
fn what_becomes_unreadable_while_it_is_open_is_kept_apart() {
    let browser = Browser::new();
    let mut desk = browser.desk();
    let id = desk.create(&named("One"));
    desk.set_current(Some(&id));
    browser.tamper(|shared| shared.map.insert(format!("{KEY}{id}"), "?".to_owned()));
    assert_eq!(desk.look_again().len(), 2);
    let current = desk.current().expect("it goes on");
    assert_ne!(current, id);
    assert_eq!(desk.load(&current), Ok(named("One (from another tab)")));
    assert_eq!(browser.stored()[&format!("{KEY}{id}")], "?");
}

#[test]
fn from_a_disk_the_tab_keeps_work_unless_more_is_asked_for() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_from_disk(tab);
    assert_eq!((desk.place(), desk.offers_more()), (Place::Tab(Why::FromDisk), true));
    let id = desk.create(&named("One"));
    assert!(browser.stored().is_empty());
    assert_eq!(browser.desk_from_disk(tab).load(&id), Ok(named("One")));

    desk.keep_more(true);
    assert_eq!((desk.place(), desk.offers_more(), desk.keeps_more()), (Place::Browser, false, Some(true)));
    assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Done);
    let other = browser.open(None);
    let mut later = browser.desk_from_disk(other);
    assert_eq!((later.place(), later.offers_more()), (Place::Browser, false));
    assert_eq!(later.load(&id), Ok(typed("One", "x")));
    assert!(browser.tamper_with_tab(tab, |own| own.map.is_empty()));

    later.keep_more(false);
    assert_eq!((later.place(), later.keeps_more()), (Place::Tab(Why::FromDisk), Some(false)));
    assert!(!browser.stored().keys().any(|key| key.starts_with(KEY)));
    assert_eq!(later.load(&id), Ok(typed("One", "x")));
    assert_eq!(later.save(&id, &typed("One", "y")), Saved::Done);
    assert_eq!(browser.desk_from_disk(other).load(&id), Ok(typed("One", "y")));
    // The first tab hears of it, and keeps what it has for itself.
    while let Some(heard) = browser.deliver(tab) {
        let (key, old, new) = heard;
        desk.heard(Some(&key), old.as_deref(), new.as_deref());
    }
    assert_eq!((desk.place(), desk.load(&id)), (Place::Tab(Why::FromDisk), Ok(typed("One", "x"))));
    assert_eq!(browser.desk_from_disk(tab).load(&id), Ok(typed("One", "x")));
    // It was asked once.
    assert!(!browser.desk_from_disk(browser.open(None)).offers_more());
}

#[test]
fn from_a_disk_nothing_moves_where_there_is_no_room() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_from_disk(tab);
    let id = desk.create(&typed("One", &"x".repeat(500)));
    browser.tamper(|shared| shared.room = Some(100));
    desk.keep_more(true);
    assert_eq!(desk.not_kept(), Some(NotKept::Full));
    assert_eq!(browser.desk_from_disk(tab).load(&id), Ok(typed("One", &"x".repeat(500))));
    browser.tamper(|shared| shared.off = true);
    let desk = browser.desk_from_disk(browser.open(None));
    assert_eq!((desk.place(), desk.offers_more()), (Place::Tab(Why::FromDisk), false));
}

#[test]
fn two_tabs_that_were_copied_keep_both_when_they_meet() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_from_disk(tab);
    let id = desk.create(&named("One"));
    let twin = browser.open(Some(tab));
    let mut other = browser.desk_from_disk(twin);
    desk.save(&id, &typed("One", "left"));
    other.load(&id).expect("a copy");
    other.save(&id, &typed("One", "right"));
    desk.keep_more(true);
    other.keep_more(true);
    let texts: Vec<String> = browser.stored().into_values().collect();
    assert!(texts.iter().any(|text| text.contains("left")) && texts.iter().any(|text| text.contains("right")));
    assert_eq!(desk.list().len(), 2);
}

#[test]
fn a_storage_that_fails_later_loses_nothing_that_the_tab_has() {
    let browser = Browser::new();
    let tab = browser.open(None);
    let mut desk = browser.desk_in(tab);
    let id = desk.create(&named("One"));
    browser.tamper(|shared| shared.off = true);
    assert_eq!(desk.save(&id, &typed("One", "x")), Saved::Refused);
    assert_eq!((desk.load(&id), desk.list().len()), (Ok(typed("One", "x")), 1));
    browser.tamper(|shared| shared.off = false);
    assert_eq!(desk.save(&id, &typed("One", "y")), Saved::Done);
    assert_eq!(browser.desk().load(&id), Ok(typed("One", "y")));
}
