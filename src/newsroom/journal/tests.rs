use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use uuid::Uuid;

use super::place::folder_in;
use super::*;
use crate::newsroom::Fingerprint;
use crate::release::{PhotoId, Release};

fn blank() -> Release {
    Release::new(Uuid::from_u128(7), date(2026, 11, 23), "ru".parse().unwrap())
}

fn with_headline(headline: &str) -> Release {
    let mut release = blank();
    release.editions[0].headline = headline.to_owned();
    release
}

fn begin(local: &Path, states: &States) -> Journal {
    let claim = recover(local, Uuid::from_u128(7), None).unwrap().unwrap_err();
    Journal::new(claim, None, None, states.clone(), BTreeMap::new())
}

fn type_thought(states: &mut States, headline: &str) {
    let before = std::mem::replace(&mut states.present, Arc::new(with_headline(headline)));
    states.past.push(before);
    if states.past.len() > States::DEEPEST {
        states.past.remove(0);
    }
    states.future.clear();
}

fn go_on_typing(states: &mut States, headline: &str) {
    states.present = Arc::new(with_headline(headline));
    states.future.clear();
}

fn undo(states: &mut States) {
    let before = states.past.pop().unwrap();
    states.future.push(std::mem::replace(&mut states.present, before));
}

fn redo(states: &mut States) {
    let after = states.future.pop().unwrap();
    states.past.push(std::mem::replace(&mut states.present, after));
}

fn assert_same(read: &States, written: &States) {
    let plain = |states: &States| {
        let all = |states: &[Arc<Release>]| states.iter().map(|state| (**state).clone()).collect::<Vec<_>>();
        ((*states.first).clone(), all(&states.past), (*states.present).clone(), all(&states.future))
    };
    assert_eq!(plain(read), plain(written));
}

fn read_back(local: &Path) -> Recovered {
    unfinished(local).unwrap()
}

fn journal_file(local: &Path) -> PathBuf {
    folder_in(local).join(format!("{}.journal", Uuid::from_u128(7)))
}

#[test]
fn what_was_typed_and_undone_is_read_back_as_it_was() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    let nothing = BTreeMap::new();
    let mut states = States::new(blank());
    let mut journal = begin(local, &states);
    assert!(!journal_file(local).exists(), "who only looks leaves nothing behind");
    let steps: [&dyn Fn(&mut States); 9] = [
        &|states| type_thought(states, "М"),
        &|states| go_on_typing(states, "Мост"),
        &|states| type_thought(states, "Мост открыт"),
        &undo,
        &undo,
        &redo,
        &|states| {
            redo(states);
            undo(states);
            undo(states);
        },
        &redo,
        &|states| type_thought(states, "Мост «Өңір» закрыт\u{a0}🇰🇿"),
    ];
    for step in steps {
        step(&mut states);
        journal.note(&states, &nothing).unwrap();
        let length = fs::metadata(journal_file(local)).unwrap().len();
        journal.note(&states, &nothing).unwrap();
        assert_eq!(fs::metadata(journal_file(local)).unwrap().len(), length, "nothing new is nothing to write");
    }
    drop(journal);
    let recovered = read_back(local);
    assert_same(&recovered.states, &states);

    // It is gone on with, and undo goes back past the end of the first window.
    let mut states = recovered.states.clone();
    let mut journal = Journal::resume(recovered);
    let before = fs::metadata(journal_file(local)).unwrap().len();
    undo(&mut states);
    journal.note(&states, &nothing).unwrap();
    let record = fs::metadata(journal_file(local)).unwrap().len() - before;
    assert!(record < 120, "one step is one short record: {record} bytes");
    drop(journal);
    assert_same(&read_back(local).states, &states);
}

#[test]
fn a_torn_end_costs_what_it_held_and_nothing_else() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    let mut states = States::new(blank());
    let mut journal = begin(local, &states);
    let mut ends = Vec::new();
    for headline in ["М", "Мо", "Мос", "Мост"] {
        go_on_typing(&mut states, headline);
        journal.note(&states, &BTreeMap::new()).unwrap();
        ends.push((fs::metadata(journal_file(local)).unwrap().len(), headline));
    }
    drop(journal);
    let whole = fs::read(journal_file(local)).unwrap();
    for length in 0..whole.len() {
        for damaged in [false, true] {
            let mut bytes = whole[..length].to_vec();
            if damaged {
                // What a power cut may leave: the right length, and nothing in it.
                bytes.resize(whole.len(), 0);
            }
            fs::write(journal_file(local), &bytes).unwrap();
            let wanted = ends.iter().rev().find(|(end, _)| *end <= length as u64).map(|(_, headline)| *headline);
            let Some(recovered) = unfinished(local) else {
                assert_eq!(wanted, None, "{length}");
                continue;
            };
            assert_eq!(Some(recovered.states.present.editions[0].headline.as_str()), wanted, "{length}");
            let mut states = recovered.states.clone();
            let mut journal = Journal::resume(recovered);
            type_thought(&mut states, "дальше");
            journal.note(&states, &BTreeMap::new()).unwrap();
            drop(journal);
            assert_same(&read_back(local).states, &states);
        }
    }
}

#[test]
fn two_windows_on_one_release_write_two_journals() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    let mut states = States::new(blank());
    let (mut one, mut other) = (begin(local, &states), begin(local, &states));
    type_thought(&mut states, "one");
    one.note(&states, &BTreeMap::new()).unwrap();
    assert!(unfinished(local).is_none(), "what is being written is nobody's to recover");
    type_thought(&mut states, "other");
    other.note(&states, &BTreeMap::new()).unwrap();
    drop(one);
    let first = read_back(local);
    assert_eq!(first.states.present.editions[0].headline, "one");
    drop(other);
    assert_eq!(read_back(local).states.present.editions[0].headline, "other", "the first is still taken");
}

#[test]
fn what_was_put_away_saved_is_not_unfinished_and_what_was_discarded_is_gone() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    let mut states = States::new(blank());
    let mut journal = begin(local, &states);
    type_thought(&mut states, "Мост");
    journal.note(&states, &BTreeMap::new()).unwrap();
    journal.leave(true).unwrap();
    assert!(unfinished(local).is_none());
    let recovered = recover(local, Uuid::from_u128(7), None).unwrap().unwrap();
    assert!(recovered.left);
    let journal = Journal::resume(recovered);
    journal.leave(false).unwrap();
    let journal = Journal::resume(read_back(local));
    journal.discard().unwrap();
    assert_eq!(fs::read_dir(folder_in(local)).unwrap().count(), 0);
}

#[test]
fn a_journal_that_has_become_long_is_written_anew_with_every_step() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    let nothing = BTreeMap::new();
    let mut states = States::new(blank());
    let mut journal = begin(local, &states);
    for number in 0..600 {
        type_thought(&mut states, &format!("Мост {number}"));
        journal.note(&states, &nothing).unwrap();
    }
    undo(&mut states);
    journal.note(&states, &nothing).unwrap();
    let long = fs::metadata(journal_file(local)).unwrap().len();
    journal.shorten().unwrap();
    undo(&mut states);
    journal.note(&states, &nothing).unwrap();
    assert!(journal.unsynced().unwrap().sync().unwrap());
    type_thought(&mut states, "Мост открыт");
    journal.note(&states, &nothing).unwrap();
    journal.shortened().unwrap();
    type_thought(&mut states, "Мост закрыт");
    journal.note(&states, &nothing).unwrap();
    assert!(fs::metadata(journal_file(local)).unwrap().len() < long / 2);
    drop(journal);
    let read = read_back(local).states;
    assert_same(&read, &states);
    assert_eq!(read.past.len(), States::DEEPEST);
}

#[test]
fn the_journal_moves_with_the_release_and_keeps_its_photos() {
    let temp = tempfile::tempdir().unwrap();
    let (local, folder) = (temp.path().join("local"), temp.path().join("release"));
    let mut states = States::new(blank());
    let mut journal = begin(&local, &states);
    let waiting = BTreeMap::from([(PhotoId(1), PathBuf::from("/media/camera/bridge.jpg"))]);
    type_thought(&mut states, "Мост");
    journal.note(&states, &waiting).unwrap();
    let seen = Fingerprint::of(b"release");
    let claim = recover(&local, Uuid::from_u128(7), Some(&folder)).unwrap().unwrap_err();
    journal.move_to(claim, folder.clone(), seen, true).unwrap();
    assert!(journal_file(&local).exists(), "the new one is not on the disk yet");
    journal.unsynced().unwrap().sync().unwrap();
    assert!(!journal_file(&local).exists());
    drop(journal);
    let read = read_back(&local);
    assert_eq!((read.folder.as_deref(), read.seen, &read.waiting), (Some(folder.as_path()), Some(seen), &waiting));
    assert_same(&read.states, &states);
}

#[test]
fn a_journal_whose_place_was_taken_never_comes_back_as_a_draft() {
    let temp = tempfile::tempdir().unwrap();
    let (local, folder) = (temp.path().join("local"), temp.path().join("release"));
    let mut states = States::new(blank());
    let mut journal = begin(&local, &states);
    type_thought(&mut states, "Мост");
    journal.note(&states, &BTreeMap::new()).unwrap();
    let claim = recover(&local, Uuid::from_u128(7), Some(&folder)).unwrap().unwrap_err();
    journal.move_to(claim, folder.clone(), Fingerprint::of(b"release"), true).unwrap();
    type_thought(&mut states, "Мост открыт");
    journal.note(&states, &BTreeMap::new()).unwrap();
    // The program ends before the disk has it.
    drop(journal);
    assert!(journal_file(&local).exists());
    let read = read_back(&local);
    assert_eq!(read.folder.as_deref(), Some(folder.as_path()));
    assert_same(&read.states, &states);
    assert!(!journal_file(&local).exists(), "what it held is in the new one");
}

#[test]
fn a_journal_of_a_newer_program_is_put_aside_and_not_written_over() {
    let temp = tempfile::tempdir().unwrap();
    let local = temp.path();
    fs::create_dir_all(folder_in(local)).unwrap();
    fs::write(journal_file(local), b"Dateline journal 2\nwords of a newer program").unwrap();
    assert!(unfinished(local).is_none());
    let states = States::new(blank());
    drop(begin(local, &states));
    assert_eq!(fs::read(journal_file(local).with_extension("unread")).unwrap()[..18], *b"Dateline journal 2");
}
