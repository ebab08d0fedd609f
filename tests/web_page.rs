//! The web page: every word of the story at its place, nothing else, whatever was typed.
//!
//! `scripts/check-html` gives such pages to the Nu HTML checker and to axe in a browser.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    reason = "a test may stop"
)]

#[path = "support/bridge.rs"]
mod bridge;
mod support;
#[path = "support/page.rs"]
mod web;

use bridge::BRIDGES;
use dateline::house::{After, House, Style};
use dateline::newsroom::preset;
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Embargo, Photo, PhotoId, Quote, Release, Speaker, Standing,
    Text,
};
use dateline::story::{Story, set};
use jiff::civil::date;
use proptest::prelude::*;
use support::{every_field, hostile, lang, naughty_strings};
use uuid::Uuid;
use web::{Page, page};

/// Every part that a house may want after the body.
const AFTER_BODY: [After; 6] =
    [After::Boilerplate, After::Notes, After::Contacts, After::Photos, After::Closing, After::EndMark];

fn story(release: &Release, house: &House) -> Story {
    set(release, &release.editions[0], house)
}

/// A page that was read back and tells the whole story.
fn told(release: &Release, house: &House) -> Page {
    let story = story(release, house);
    let page = Page::read(&page(&story));
    page.tells(&story);
    page
}

fn empty(tag: &str) -> Release {
    Release::new(Uuid::nil(), date(2026, 11, 23), lang(tag))
}

fn with_body(body: impl IntoIterator<Item = BlockKind>) -> Release {
    let mut release = empty("en");
    release.editions[0].headline = "Bridge opens".into();
    release.editions[0].body = (1..).map(BlockId).zip(body).map(|(id, kind)| Block { id, kind }).collect();
    release
}

fn paragraph(typed: &str) -> BlockKind {
    BlockKind::Paragraph(Text::from(typed))
}

/// A house that says something everywhere, each time something else.
fn talkative(tag: &str, mut words: impl FnMut() -> String) -> House {
    let language = dateline::language::Language::of(&lang(tag));
    let mut style = Style::neutral(language);
    style.release_line = "{kind}[ {dash} {embargo}]".into();
    style.kinds.release = words();
    style.dash = words();
    style.zones = [("Asia/Almaty".to_owned(), words())].into();
    style.quote.outer = (words(), words());
    style.quote.nested = (words(), words());
    style.quote.after = "{open}{quote}{close}{comma} {dash} {verb} {speaker}, {title} {tail}.".into();
    style.caption = "{caption}[ {credit}][ {rights}]".into();
    style.after_body = AFTER_BODY.into();
    style.end_mark = words();
    style.boilerplate_heading = words();
    style.boilerplate = words().into();
    style.notes_heading = words();
    style.contacts_heading = words();
    style.contact = "[{unit}, {person}|{unit}|{person}][ {phone}][ {email}][ {web}]".into();
    style.photos_heading = words();
    style.closing = "({contacts}[. {credits}])".into();
    House {
        organisation: ByLang::one(&lang(tag), words()),
        web: words(),
        styles: [(lang(tag), style)].into(),
        ..House::default()
    }
}

/// The same words with another number each time.
fn numbered(words: &str) -> impl FnMut() -> String {
    let mut numbers = 1..;
    move || format!("{words} {}", numbers.next().unwrap())
}

/// The release of [`every_field`], each field with words of its own.
fn filled(tag: &str, mut words: impl FnMut() -> String) -> Release {
    let mut release = every_field("", tag);
    let tag = lang(tag);
    let Edition { lang: _, headline, subhead, place, body, notes_to_editors, approval: _ } = &mut release.editions[0];
    (*headline, *subhead, *place) = (words(), words(), words());
    *notes_to_editors = words().into();
    for block in body {
        match &mut block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading(text) => *text = words().into(),
            BlockKind::Quote(quote) => {
                (quote.text, quote.verb, quote.tail) = (words().into(), words(), words());
            }
            BlockKind::List { ordered: _, items } => items.iter_mut().for_each(|item| *item = words().into()),
            BlockKind::Photo(_) => {}
        }
    }
    for Speaker { name, title, .. } in &mut release.speakers {
        (*name, *title) = (ByLang::one(&tag, words()), ByLang::one(&tag, words()));
    }
    for photo in &mut release.photos {
        (photo.caption, photo.alt) = (ByLang::one(&tag, words()), ByLang::one(&tag, words()));
        (photo.file, photo.credit, photo.rights) = (words(), words(), words());
    }
    for Contact { unit, person, phones, email, web } in &mut release.contacts {
        (*unit, *person) = (ByLang::one(&tag, words()), ByLang::one(&tag, words()));
        (*phones, *email, *web) = (vec![words()], words(), words());
    }
    release.embargo = Embargo::Until { at: date(2026, 11, 23).at(18, 0, 0, 0), zone: "Asia/Almaty".into() };
    release
}

#[test]
fn each_part_stands_in_the_element_that_means_it() {
    let page = told(&filled("en", numbered("words")), &talkative("en", numbered("words")));
    for (selector, count) in [
        ("header > p.release-line + h1 + p.subhead", 1),
        ("article > h2", 1),
        ("article > p:not(.dateline)", 4),
        ("article > ul > li", 2),
        ("article > ol > li", 1),
        ("article > figure > .photo[role=img] + figcaption", 2),
        ("footer > section > h2[id]", 4),
        ("footer > section > address > p", 1),
        ("footer > section > ul > li", 1),
        ("footer > address.closing", 1),
        ("footer > p.end-mark[aria-hidden=true]", 1),
    ] {
        assert_eq!(page.count(selector), count, "{selector}");
    }
    for section in page.all("section") {
        let id = section.attr("aria-labelledby").unwrap();
        assert_eq!(page.count(&format!("section > h2#{id}")), 1);
    }
}

#[test]
fn a_quote_is_a_blockquote_only_where_the_house_sets_it_apart() {
    let said = Quote { text: "One.\n\nTwo.".into(), ..Quote::default() };
    let release = with_body([paragraph("Lead."), BlockKind::Quote(said)]);
    for (house, quotes) in [("eu", 1), ("ap", 0)] {
        let page = told(&release, &preset(house).unwrap());
        assert_eq!(page.count("blockquote"), quotes, "{house}");
        assert_eq!(page.count("blockquote p"), 2 * quotes, "{house}");
    }
}

#[test]
fn what_nobody_filled_in_leaves_nothing_behind() {
    let bare = Page::read(&page(&story(&empty("en"), &House::default())));
    assert_eq!(bare.count("article *"), 0);
    assert_eq!(bare.text("title"), "2026-11-23");
    assert_eq!(bare.count("meta[name=description], meta[property='og:site_name']"), 0);
    let facts = bare.facts();
    assert!(facts.get("description").or(facts.get("publisher")).or(facts.get("contentLocation")).is_none(), "{facts}");

    let mut release = with_body([paragraph("a\n\n\n\nb")]);
    release.editions[0].notes_to_editors = "Note.".into();
    let page = told(&release, &House::default());
    assert_eq!(page.count("section, h2"), 0);
    assert_eq!(page.count("article > p"), 2);
    assert_eq!(page.text("footer > div.section > p"), "Note.");
}

#[test]
fn a_house_that_wants_a_section_twice_gets_two_names() {
    let mut house = talkative("en", || "words".into());
    house.styles.get_mut(&lang("en")).unwrap().after_body = vec![After::Notes, After::Notes];
    let page = told(&every_field("words", "en"), &house);
    let ids: Vec<_> = page.all("section").iter().map(|section| section.attr("aria-labelledby").unwrap()).collect();
    assert_eq!(ids, ["section-1", "section-2"]);
}

#[test]
fn a_picture_is_named_by_its_alternative_text_else_by_its_caption_else_by_its_file() {
    let english = lang("en");
    for (alt, caption, name) in [("Alt", "Caption", "Alt"), (" ", "Caption", "Caption"), ("", "", "bridge.jpg")] {
        let mut release = with_body([]);
        release.photos = vec![Photo {
            alt: ByLang::one(&english, alt),
            caption: ByLang::one(&english, caption),
            standing: Standing::Lead,
            ..Photo::new(PhotoId(1), "bridge.jpg".into())
        }];
        let page = told(&release, &House::default());
        assert_eq!(page.attr("figure > [role=img]", "aria-label"), Some(name));
        assert_eq!(page.text(".photo"), "bridge.jpg");
    }
}

#[test]
fn direction_and_locale_follow_the_language() {
    for (tag, direction, locale) in [
        ("kk", None, Some("kk_KZ")),
        ("kk-Arab", Some("rtl"), Some("kk_KZ")),
        ("ar-EG", Some("rtl"), Some("ar_EG")),
        ("he", Some("rtl"), None),
        ("en-GB", None, Some("en_GB")),
    ] {
        let page = told(&every_field("words", tag), &House::default());
        assert_eq!(page.attr("html", "dir"), direction, "{tag}");
        assert_eq!(page.attr(r#"meta[property="og:locale"]"#, "content"), locale, "{tag}");
    }
}

#[test]
fn machines_read_the_hour_of_the_embargo_with_its_distance_from_utc() {
    let at = date(2026, 7, 1).at(9, 30, 0, 0);
    for (embargo, published) in [
        (Embargo::None, "2026-11-23"),
        (Embargo::Until { at, zone: "Europe/Brussels".into() }, "2026-07-01T09:30:00+02:00"),
        (Embargo::Until { at, zone: "Asia/Almaty".into() }, "2026-07-01T09:30:00+05:00"),
        (Embargo::Until { at, zone: "Asia/Nowhere".into() }, "2026-07-01T09:30:00"),
    ] {
        let page = told(&Release { embargo, ..with_body([]) }, &House::default());
        assert_eq!(page.facts()["datePublished"], published);
        assert_eq!(page.attr(r#"meta[property="article:published_time"]"#, "content"), Some(published));
    }
}

#[test]
fn machines_read_who_where_and_what() {
    let mut release = Release { id: Uuid::from_u128(1), ..with_body([]) };
    release.editions[0].place = "Astana".into();
    release.editions[0].subhead = "It is open.".into();
    let house =
        House { organisation: ByLang::one(&lang("en"), "City Council"), web: "example.org".into(), ..House::default() };
    let expected = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": "urn:uuid:00000000-0000-0000-0000-000000000001",
        "headline": "Bridge opens",
        "description": "It is open.",
        "inLanguage": "en",
        "datePublished": "2026-11-23",
        "contentLocation": { "@type": "Place", "name": "Astana" },
        "publisher": { "@type": "Organization", "name": "City Council", "url": "https://example.org" },
    });
    assert_eq!(told(&release, &house).facts(), expected);
}

#[test]
fn only_addresses_become_links() {
    for (typed, links) in [
        ("[a](https://example.org/a?b=c&d=%D2%9A)", 1),
        ("[a](mailto:a@example.org)", 1),
        ("[a](tel:+77172000000)", 1),
        ("[a](HTTP://example.org/[b]|\"c\")", 1),
        ("**a [b *c*](https://example.org) d** *e*", 1),
        ("[a](javascript:alert(1))", 0),
        ("[a](data:text/html,b)", 0),
        ("[a](//example.org)", 0),
        ("https://example.org", 0),
        ("<a href=\"https://example.org\">a</a>", 0),
    ] {
        assert_eq!(told(&with_body([paragraph(typed)]), &House::default()).count("a"), links, "{typed}");
    }
}

#[test]
fn the_page_needs_no_other_file() {
    let source = page(&story(&every_field("words", "en"), &talkative("en", || "words".into())));
    for reference in ["src=", "<link", "url(", "@import", "srcset", "http-equiv"] {
        assert!(!source.contains(reference), "{reference}");
    }
}

/// Each naughty string in every field, and as an address.
#[test]
fn a_naughty_string_in_every_field_is_words() {
    let Some(strings) = naughty_strings() else {
        println!("not run: the list of naughty strings is missing; scripts/check-html installs it");
        return;
    };
    assert!(strings.len() > 400, "{}", strings.len());
    for typed in strings {
        for tag in ["en", "ar"] {
            told(&every_field(&typed, tag), &talkative(tag, || typed.clone()));
        }
        told(&with_body([paragraph(&format!("[words]({typed}) [words](https://{typed})"))]), &House::default());
    }
}

/// Strings on one page, so that a fault in one field meets different words in the next.
const STRINGS_ON_A_PAGE: usize = 55;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1900, ..ProptestConfig::default() })]

    #[test]
    fn a_hundred_thousand_hostile_strings_are_words(
        strings in prop::collection::vec(hostile(), STRINGS_ON_A_PAGE),
        tag in prop::sample::select(&["kk", "en-GB", "ar", "kk-Arab", "fr"][..]),
        apart in any::<bool>(),
    ) {
        let mut strings = strings.into_iter();
        let mut house = talkative(tag, || strings.next().unwrap());
        house.styles.values_mut().for_each(|style| (style.quote.apart, style.dateline_apart) = (apart, apart));
        let release = filled(tag, || strings.next().unwrap());
        prop_assert_eq!(strings.next(), None, "each string has a field");
        told(&release, &house);
    }
}

#[test]
fn a_megabyte_in_a_field_is_words() {
    for piece in
        ["a", "<", "&", "\"", "\n", "\n\n", "\u{0}", "*a **b*** ", "[*a*](https://example.org) ", "\u{202e}ا", "👩‍👩‍👧‍👦"]
    {
        let typed = piece.repeat(1_000_000 / piece.len());
        let mut release = with_body([paragraph(&typed)]);
        release.editions[0].headline = typed;
        told(&release, &House::default());
    }
}

#[test]
fn a_release_in_any_language_and_house_is_told_whole() {
    for (_, release, house) in bridges() {
        told(&release, &house);
    }
}

/// The releases of [`BRIDGES`] in their houses, each with a name for its file.
fn bridges() -> impl Iterator<Item = (String, Release, House)> {
    BRIDGES.iter().map(|bridge| {
        let mut house = if bridge.house.is_empty() { House::default() } else { preset(bridge.house).unwrap() };
        house.organisation = ByLang::one(&lang(bridge.tag), bridge.organisation);
        house.web = "example.org".into();
        house.styles.values_mut().for_each(|style| style.boilerplate = bridge.boilerplate.into());
        (bridge.tag.to_owned(), bridge.release(), house)
    })
}

#[test]
#[ignore = "writes pages for scripts/check-html, which runs it"]
fn pages_for_the_checker() {
    let folder = std::env::var_os("DATELINE_PAGES").unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into());
    let folder = std::path::PathBuf::from(folder);
    let hostile = "These words were typed to break the page, and they are nothing but words: </script><!-- &amp; \u{0}\u{85} \
                   \u{fffe} \u{202e}**\"Ә\"** [the address of a page](https://example.org/[a]|{b}%#c#d) javascript:";
    let long = "Rindfleischetikettierungsüberwachung".repeat(20);
    let mut long_words = every_field(&long, "de");
    // A host name of that length is no host name.
    long_words.contacts.iter_mut().for_each(|contact| contact.web.clear());
    let every = [
        ("hostile".to_owned(), every_field(hostile, "en"), talkative("en", numbered(hostile))),
        ("long-words".to_owned(), long_words, talkative("de", numbered(&long))),
    ];
    for (name, release, house) in bridges().chain(every) {
        std::fs::write(folder.join(format!("{name}.html")), page(&story(&release, &house))).unwrap();
    }
}
