//! Two texts become one.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::newsroom::CopyOrigin;
use crate::release::{Block, BlockKind, ByLang, Edition, Photo, Quote, Speaker, Text};

fn lang() -> Lang {
    "ru".parse().unwrap()
}

fn release(words: &[&str]) -> Release {
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang());
    release.editions[0].headline = "Мост открыт".into();
    for words in words {
        add(&mut release, words);
    }
    release
}

fn add(release: &mut Release, words: &str) {
    let id = release.fresh_block_id();
    release.editions[0].body.push(Block { id, kind: BlockKind::Paragraph(words.into()) });
}

fn write(release: &mut Release, at: usize, words: &str) {
    release.editions[0].body[at].kind = BlockKind::Paragraph(words.into());
}

fn body(release: &Release) -> Vec<&str> {
    let words = release.editions[0].body.iter().map(|block| match &block.kind {
        BlockKind::Paragraph(Text(words)) => words.as_str(),
        BlockKind::Quote(quote) => quote.text.0.as_str(),
        BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => "",
    });
    words.collect()
}

fn merging(mine: &Release, theirs: &Release, base: Option<&Release>) -> Merging {
    let copy = SideCopy { file: "release-PRESS.ron".into(), origin: CopyOrigin::OneDrive, about: "PRESS".into() };
    Merging::new(copy, mine.clone(), theirs.clone(), base)
}

#[test]
fn changes_in_different_blocks_are_merged_by_themselves() {
    let base = release(&["один", "два", "три"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    write(&mut mine, 0, "один мой");
    add(&mut mine, "четыре моё");
    write(&mut theirs, 2, "три их");
    theirs.editions[0].subhead = "Подзаголовок".into();
    let merging = merging(&mine, &theirs, Some(&base));
    assert!(merging.parts.iter().all(|part| part.changed_by != ChangedBy::Both), "{:?}", merging.parts);
    let merged = merging.merged();
    assert_eq!(body(&merged), ["один мой", "два", "три их", "четыре моё"]);
    assert_eq!(merged.editions[0].subhead, "Подзаголовок");
}

#[test]
fn what_both_have_changed_is_chosen_and_both_can_stand() {
    let base = release(&["один", "два"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    write(&mut mine, 1, "два мой");
    write(&mut theirs, 1, "два их");
    let mut merging = merging(&mine, &theirs, Some(&base));
    assert_eq!(merging.parts.len(), 1);
    assert_eq!((merging.parts[0].changed_by, merging.parts[0].sides().len()), (ChangedBy::Both, 3));
    for (side, words) in [
        (Side::Mine, &["один", "два мой"][..]),
        (Side::Theirs, &["один", "два их"]),
        (Side::Both, &["один", "два мой", "два их"]),
    ] {
        merging.parts[0].side = side;
        let merged = merging.merged();
        assert_eq!(body(&merged), words);
        let mut ids: Vec<_> = merged.editions[0].body.iter().map(|block| block.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), words.len(), "each block has a number of its own");
    }
}

#[test]
fn what_two_people_add_at_once_is_two_things() {
    let base = release(&["один"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    for (release, name, said) in [(&mut mine, "Айгуль", "моё"), (&mut theirs, "Дана", "её")] {
        let speaker = release.fresh_speaker_id();
        release.speakers.push(Speaker { name: ByLang::one(&lang(), name), ..Speaker::new(speaker) });
        let id = release.fresh_block_id();
        let quote = Quote { text: said.into(), speaker: Some(speaker), ..Quote::default() };
        release.editions[0].body.push(Block { id, kind: BlockKind::Quote(quote) });
    }
    let merged = merging(&mine, &theirs, Some(&base)).merged();
    assert_eq!(body(&merged), ["один", "её", "моё"]);
    let voices: Vec<&str> = merged.editions[0].body[1..]
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Quote(quote) => merged.speaker(quote.speaker.unwrap()).unwrap().name.best(&lang()),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => {
                panic!("a quote was added")
            }
        })
        .collect();
    assert_eq!(voices, ["Дана", "Айгуль"]);
}

#[test]
fn what_one_took_out_is_out_unless_the_other_went_on_with_it() {
    let base = release(&["один", "два", "три"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.editions[0].body.remove(0);
    theirs.editions[0].body.remove(2);
    assert_eq!(body(&merging(&mine, &theirs, Some(&base)).merged()), ["два"]);
    write(&mut theirs, 0, "один, и ещё");
    let merging_ = merging(&mine, &theirs, Some(&base));
    assert_eq!(merging_.parts.iter().filter(|part| part.changed_by == ChangedBy::Both).count(), 1);
    assert_eq!(body(&merging_.merged()), ["один, и ещё", "два"], "what was written is not taken out unasked");
    // Where nobody knows what was before, nothing goes.
    let kept = merging(&release(&["один"]), &release(&["один", "два"]), None).merged();
    assert_eq!(body(&kept), ["один", "два"]);
}

#[test]
fn all_of_one_is_exactly_that_text() {
    let base = release(&["один", "два", "три"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    write(&mut mine, 0, "один мой");
    mine.editions[0].body.swap(0, 2);
    theirs.editions[0].body.swap(1, 2);
    theirs.editions.push(Edition { headline: "Көпір".into(), ..Edition::new("kk".parse().unwrap()) });
    theirs.photos.push(Photo::new(PhotoId(1), "a.jpg".into()));
    for base in [None, Some(&base)] {
        let mut merging = merging(&mine, &theirs, base);
        merging.choose_all(Side::Mine);
        assert_eq!(merging.merged(), mine);
        merging.choose_all(Side::Theirs);
        assert_eq!(merging.merged(), theirs);
    }
}

#[test]
fn an_order_that_only_one_has_changed_is_taken_and_one_that_both_changed_is_asked_about() {
    let base = release(&["один", "два", "три"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    theirs.editions[0].body.swap(0, 2);
    write(&mut mine, 1, "два мой");
    assert_eq!(body(&merging(&mine, &theirs, Some(&base)).merged()), ["три", "два мой", "один"]);
    mine.editions[0].body.swap(0, 1);
    let merging = merging(&mine, &theirs, Some(&base));
    let order = merging.parts.iter().find(|part| matches!(part.spot, Spot::Order(_))).unwrap();
    assert_eq!(order.changed_by, ChangedBy::Both);
    assert_eq!(body(&merging.merged()), ["два мой", "один", "три"]);
}

#[test]
fn nobody_loses_a_speaker_by_what_was_chosen_elsewhere() {
    let mut base = release(&[]);
    base.speakers.push(Speaker { name: ByLang::one(&lang(), "Дана"), ..Speaker::new(SpeakerId(1)) });
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.speakers.clear();
    let quote = Quote { text: "Слова".into(), speaker: Some(SpeakerId(1)), ..Quote::default() };
    theirs.editions[0].body.push(Block { id: BlockId(1), kind: BlockKind::Quote(quote) });
    let merged = merging(&mine, &theirs, Some(&base)).merged();
    assert_eq!(merged.speakers.len(), 1);
}

#[test]
fn equal_texts_have_no_parts() {
    let one = release(&["один"]);
    assert!(merging(&one, &one, None).parts.is_empty());
}
