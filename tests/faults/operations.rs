//! What the program does with files, one operation at a time: how things are before, what is done, and what must hold
//! whatever comes between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dateline::newsroom::{
    self, Claim, Fingerprint, Journal, Preferences, Saving, Signature, States, Unsynced, Version, VersionWish,
};
use dateline::release::{Photo, PhotoId, Release};
use uuid::Uuid;

use super::victim::Places;

/// One operation.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    /// Makes what there is before.
    pub(crate) prepare: fn(&Places),
    /// Does it; may be done again.
    pub(crate) act: fn(&Places) -> Result<(), String>,
    /// What must hold, whether it was done (true) or interrupted.
    pub(crate) check: fn(&Places, bool),
}

pub(crate) const OPERATIONS: [Operation; 16] = [
    Operation { name: "first-save", prepare: |_| (), act: |at| save(at, VersionWish::None, None), check: old_or_new },
    Operation { name: "save", prepare: old, act: |at| save(at, VersionWish::None, seen(at)), check: old_or_new },
    Operation { name: "conflict", prepare: theirs, act: |at| save(at, VersionWish::None, None), check: both_kept },
    Operation { name: "beside", prepare: taken_over, act: save_beside, check: own_copy_old_or_new },
    Operation { name: "discard-copy", prepare: synced, act: discard_copy, check: text_of_copy_is_there },
    Operation { name: "photo", prepare: old, act: save_photo, check: whole_photo },
    Operation {
        name: "version",
        prepare: old,
        act: |at| save(at, VersionWish::Before, seen(at)),
        check: whole_versions,
    },
    Operation { name: "kept", prepare: old, act: |at| save(at, VersionWish::Now, seen(at)), check: whole_versions },
    Operation { name: "name", prepare: versioned, act: name_version, check: one_version },
    Operation { name: "journal-begins", prepare: |_| (), act: |at| type_on(at, false), check: journal_old_or_new },
    Operation { name: "journal", prepare: journalled, act: |at| type_on(at, false), check: journal_old_or_new },
    Operation { name: "journal-anew", prepare: journalled, act: |at| type_on(at, true), check: journal_old_or_new },
    Operation { name: "journal-moves", prepare: journalled, act: move_journal, check: journal_moved },
    Operation { name: "journal-goes", prepare: journalled, act: discard, check: journal_whole_or_gone },
    Operation { name: "export", prepare: exported, act: export, check: whole_exports },
    Operation { name: "preferences", prepare: liked, act: like, check: liked_before_or_now },
];

fn release(headline: &str) -> Release {
    let mut release = Release::new(Uuid::from_u128(7), "2026-11-23".parse().unwrap(), "ru".parse().unwrap());
    release.editions[0].headline = headline.to_owned();
    release
}

fn headline(at: &Places) -> Option<String> {
    let file = at.release.join("release.ron");
    file.exists().then(|| newsroom::open(&at.release).unwrap().editions[0].headline.clone())
}

fn seen(at: &Places) -> Option<Fingerprint> {
    newsroom::open_as_it_is(&at.release).ok().map(|(_, seen)| seen)
}

fn old(at: &Places) {
    newsroom::save(&at.release, &release("old")).unwrap();
}

fn theirs(at: &Places) {
    newsroom::save(&at.release, &release("theirs")).unwrap();
}

fn saving(at: &Places, version: VersionWish, seen: Option<Fingerprint>) -> Saving {
    Saving {
        release: release("new"),
        from: at.release.exists().then(|| at.release.clone()),
        folder: at.release.clone(),
        waiting_photos: BTreeMap::new(),
        seen,
        by: Signature { name: "Aigul".into(), when: "2026-11-23T17:42[UTC]".parse().unwrap() },
        version,
    }
}

fn save(at: &Places, version: VersionWish, seen: Option<Fingerprint>) -> Result<(), String> {
    newsroom::save_release(saving(at, version, seen)).map(|_| ()).map_err(|error| error.to_string())
}

fn old_or_new(at: &Places, done: bool) {
    match headline(at).as_deref() {
        Some("new") => {}
        Some("old") | None => assert!(!done, "it says that it is saved"),
        Some(other) => panic!("{other}"),
    }
}

fn both_kept(at: &Places, done: bool) {
    let entries = fs::read_dir(&at.release).unwrap().map(|entry| entry.unwrap().path());
    let copies: Vec<PathBuf> =
        entries.filter(|file| file.file_name().unwrap().to_string_lossy().contains("(conflict")).collect();
    let theirs = copies.iter().any(|copy| newsroom::open(copy).unwrap().editions[0].headline == "theirs");
    match headline(at).as_deref() {
        Some("theirs") => assert!(!done),
        Some("new") => assert!(theirs, "their words are gone"),
        other => panic!("{other:?}"),
    }
    assert!(copies.len() <= 1, "one copy is enough");
}

fn own_copy(at: &Places) -> PathBuf {
    at.release.join("release (conflict, Aigul, 2026-11-23 17-42).ron")
}

fn taken_over(at: &Places) {
    old(at);
    fs::write(own_copy(at), newsroom::release_text(&release("typed before")).unwrap()).unwrap();
}

fn save_beside(at: &Places) -> Result<(), String> {
    let saving = saving(at, VersionWish::None, seen(at));
    newsroom::save_beside(saving, Some(own_copy(at))).map(|_| ()).map_err(|error| error.to_string())
}

fn own_copy_old_or_new(at: &Places, done: bool) {
    assert_eq!(headline(at).as_deref(), Some("old"), "the release itself is somebody else's");
    let held = newsroom::open_version(&own_copy(at)).unwrap().editions[0].headline.clone();
    assert!(held == "new" || !done && held == "typed before", "{held}");
}

fn synced(at: &Places) {
    old(at);
    fs::write(at.release.join("release-PRESS.ron"), newsroom::release_text(&release("theirs")).unwrap()).unwrap();
}

fn discard_copy(at: &Places) -> Result<(), String> {
    let copies = newsroom::side_copies(&at.release, &release("old"));
    // A folder that cannot be read shows no copies, and then nothing was discarded.
    if copies.is_empty() && newsroom::versions(&at.release).is_empty() {
        return Err("no copy is seen".into());
    }
    copies.iter().try_for_each(|copy| newsroom::discard_copy(copy).map(|_| ())).map_err(|error| error.to_string())
}

fn text_of_copy_is_there(at: &Places, done: bool) {
    assert_eq!(headline(at).as_deref(), Some("old"));
    let copies = newsroom::side_copies(&at.release, &release("old"));
    let versions = newsroom::versions(&at.release);
    let is_version =
        versions.iter().any(|version| newsroom::open_version(&version.file).unwrap().editions[0].headline == "theirs");
    assert!(is_version || !copies.is_empty(), "their words are gone");
    assert!(!done || is_version && copies.is_empty());
}

fn save_photo(at: &Places) -> Result<(), String> {
    let mut saving = saving(at, VersionWish::None, seen(at));
    saving.release.photos.push(Photo::new(PhotoId(1), "bridge.jpg".into()));
    saving.waiting_photos.insert(PhotoId(1), at.picture.clone());
    newsroom::save_release(saving).map(|_| ()).map_err(|error| error.to_string())
}

fn whole_photo(at: &Places, done: bool) {
    old_or_new(at, done);
    if headline(at).as_deref() == Some("new") {
        let file = &newsroom::open(&at.release).unwrap().photos[0].file;
        assert_eq!(fs::read(at.release.join("photos").join(file)).unwrap(), fs::read(&at.picture).unwrap());
    }
}

fn whole_versions(at: &Places, done: bool) {
    old_or_new(at, done);
    let versions = newsroom::versions(&at.release);
    for version in &versions {
        newsroom::open_version(&version.file).unwrap();
    }
    assert!(!done || !versions.is_empty());
}

fn versioned(at: &Places) {
    old(at);
    save(at, VersionWish::Now, seen(at)).unwrap();
}

fn the_version(at: &Places) -> Result<Version, String> {
    newsroom::versions(&at.release).into_iter().next().ok_or("there is none".to_owned())
}

fn name_version(at: &Places) -> Result<(), String> {
    newsroom::name_version(&the_version(at)?, "For the minister").map(|_| ()).map_err(|error| error.to_string())
}

fn one_version(at: &Places, done: bool) {
    let versions = newsroom::versions(&at.release);
    assert_eq!(versions.len(), 1);
    assert_eq!(newsroom::open_version(&versions[0].file).unwrap().editions[0].headline, "new");
    assert!(!done || versions[0].name == "For the minister");
}

/// The journal of the release, opened as the window does.
fn journal(at: &Places) -> Result<(Journal, States), String> {
    let recovered = newsroom::recover(&at.local, Uuid::from_u128(7), None).map_err(|error| error.to_string())?;
    Ok(match recovered {
        Ok(recovered) => {
            let states = recovered.states.clone();
            (Journal::resume(recovered), states)
        }
        Err(claim) => {
            let states = States::new(release(""));
            (Journal::new(claim, None, None, states.clone(), BTreeMap::new()), states)
        }
    })
}

fn typed(journal: &mut Journal, states: &mut States, headline: &str) -> Result<(), String> {
    let before = std::mem::replace(&mut states.present, Arc::new(release(headline)));
    states.past.push(before);
    journal.note(states, &BTreeMap::new()).map_err(|error| error.to_string())
}

fn journalled(at: &Places) {
    let (mut journal, mut states) = journal(at).unwrap();
    typed(&mut journal, &mut states, "older").unwrap();
    typed(&mut journal, &mut states, "old").unwrap();
}

fn type_on(at: &Places, anew: bool) -> Result<(), String> {
    let told = |error: newsroom::FileError| error.to_string();
    let (mut journal, mut states) = journal(at)?;
    if anew {
        journal.shorten().map_err(told)?;
    }
    typed(&mut journal, &mut states, "new")?;
    if let Some(unsynced) = journal.unsynced()
        && unsynced.sync().map_err(told)?
    {
        journal.shortened().map_err(told)?;
    }
    Ok(())
}

fn recovered(at: &Places) -> Option<(String, Option<PathBuf>)> {
    // A program that another test is just starting has inherited the lock for a moment.
    let tries = (0..40).map(|_| {
        let found = newsroom::unfinished(&at.local);
        if found.is_none() && has_journal(at) {
            std::thread::sleep(Duration::from_millis(5));
        }
        found
    });
    let found = tries.flatten().next()?;
    Some((found.states.present.editions[0].headline.clone(), found.folder))
}

fn journal_old_or_new(at: &Places, done: bool) {
    match recovered(at).as_ref().map(|(headline, _)| headline.as_str()) {
        Some("new") => {}
        Some("old") => assert!(!done),
        None => assert!(!done && !has_journal(at)),
        Some(other) => panic!("{other}"),
    }
}

/// Was there one before that is to be kept?
fn has_journal(at: &Places) -> bool {
    at.local.join("before").exists()
}

fn move_journal(at: &Places) -> Result<(), String> {
    let (mut journal, _) = journal(at)?;
    let claim = Claim::fresh(&at.local, Uuid::from_u128(7), Some(&at.release)).map_err(|error| error.to_string())?;
    let seen = Fingerprint::of(b"release");
    let moved = journal.move_to(claim, at.release.clone(), seen, true);
    // What it leaves goes when the disk has the new one.
    moved
        .and_then(|()| journal.unsynced().map_or(Ok(false), Unsynced::sync))
        .map(drop)
        .map_err(|error| error.to_string())
}

fn journal_moved(at: &Places, done: bool) {
    let (headline, folder) = recovered(at).expect("it is here or there");
    assert!(["old", ""].contains(&headline.as_str()));
    assert!(!done || folder.is_some());
}

fn discard(at: &Places) -> Result<(), String> {
    journal(at)?.0.discard().map_err(|error| error.to_string())
}

fn journal_whole_or_gone(at: &Places, done: bool) {
    let there = recovered(at);
    assert!(there.is_none() || (!done && there.unwrap().0 == "old"));
}

fn exports(at: &Places) -> Vec<PathBuf> {
    (0..3).map(|number| at.export.with_extension(format!("{number}.txt"))).collect()
}

fn exported(at: &Places) {
    fs::write(&exports(at)[0], "old").unwrap();
}

fn export(at: &Places) -> Result<(), String> {
    let files: Vec<(PathBuf, &str)> = exports(at).into_iter().map(|file| (file, "all of the new")).collect();
    newsroom::write_exports(&files, true).map_err(|error| error.to_string())
}

fn whole_exports(at: &Places, done: bool) {
    for file in exports(at) {
        match fs::read_to_string(&file).as_deref() {
            Ok("all of the new") => {}
            Ok("old") | Err(_) => assert!(!done),
            Ok(other) => panic!("{other:?}"),
        }
    }
}

fn zoomed(zoom: f32) -> Preferences {
    Preferences { zoom, ..Preferences::default() }
}

fn liked(at: &Places) {
    newsroom::save_preferences(&at.local, &zoomed(2.0)).unwrap();
}

fn like(at: &Places) -> Result<(), String> {
    newsroom::save_preferences(&at.local, &zoomed(3.0)).map_err(|error| error.to_string())
}

fn liked_before_or_now(at: &Places, done: bool) {
    let zoom = newsroom::preferences(&at.local).zoom;
    assert!(zoom == 3.0 || (zoom == 2.0 && !done), "{zoom}");
}

/// A new place with what there is before.
pub(crate) fn prepared(operation: &Operation) -> (tempfile::TempDir, Places) {
    let temp = tempfile::tempdir().unwrap();
    let places = Places::in_folder(temp.path());
    fs::create_dir_all(&places.local).unwrap();
    fs::write(&places.picture, vec![7; 100_000]).unwrap();
    (operation.prepare)(&places);
    if places.local.join("journal").exists() {
        fs::write(places.local.join("before"), "").unwrap();
    }
    (temp, places)
}

pub(crate) fn named(name: &str) -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.name == name).unwrap()
}

/// Where the operation begins and ends in a trace.
pub(crate) fn marks(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("begin-mark"), folder.join("end-mark"))
}
