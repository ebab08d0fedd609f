//! What other programs read in the PDF of the sample: every word in its order, language, headings, links, fonts.

use dateline::newsroom::{houses_for, sample, sample_release};
use dateline::pages::{Archive, Material, Pages, Print, Resolution, photos_of};
use dateline::release::Release;
use dateline::story::{self, PartKind, Story};

use super::press::{on_the_program_s_stack, press};
use super::read::{letters_of, printable};
use super::tools::{PDFFONTS, PDFINFO, PDFTOTEXT, QPDF, tool};

/// The sample in each of its languages, with its photos.
pub fn samples() -> Vec<(String, Story, Pages)> {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path()).unwrap();
    let release: Release = sample_release().unwrap();
    let houses = houses_for(&release, None).unwrap();
    let set = |edition| {
        let house = houses.of(&dateline::release::Edition::clone(edition).lang);
        let story = story::set(&release, edition, house);
        let print = |(name, shown): (String, _)| {
            let photo = std::fs::read(folder.path().join("photos").join(&name)).unwrap();
            (name, Ok(Print::new(&photo, shown, &house.letterhead, Resolution::Screen).unwrap()))
        };
        let material = Material { logo: None, photos: photos_of(&story).into_iter().map(print).collect() };
        let pages = press(&story, &house.letterhead, &material).unwrap();
        (edition.lang.to_string(), story, pages)
    };
    on_the_program_s_stack(|| release.editions.iter().map(set).collect())
}

/// Words as a reader counts them: a hyphen that parts a word at a line's end is no letter of it, and a line that ends in a
/// hyphen of its own goes on in the next.
pub fn words(text: &str) -> Vec<String> {
    let whole = text.replace("\u{ad}\n", "").replace(['\u{ad}', '\u{200b}'], "").replace("-\n", "-");
    whole.split_whitespace().map(str::to_owned).collect()
}

/// What stands on every page or beside the story.
fn repeated(story: &Story) -> Vec<String> {
    let organisation = story.facts.organisation.to_uppercase();
    vec![organisation, story.kind.to_uppercase()]
}

#[test]
fn the_sample_reads_back_word_for_word_in_the_order_of_the_story() {
    for (tag, story, pages) in samples() {
        let pdf = pages.pdf(Archive::Full).unwrap();
        let Some(text) = tool(&PDFTOTEXT, &pdf, &["-raw", "{pdf}", "-"]) else { return };
        let text = String::from_utf8(text).unwrap();
        let told: String = text
            .split('\u{c}')
            .enumerate()
            .map(|(page, text)| {
                let running: Vec<String> = match page {
                    0 => repeated(&story),
                    _ => vec![printable(&story.facts.headline), page_line(&story, page + 1, pages.count())],
                };
                running.iter().filter(|line| !line.is_empty()).fold(text.to_owned(), |text, line| without(&text, line))
            })
            .collect();
        let wanted: Vec<String> = story.parts.iter().map(|part| printable(&letters_of(&part.kind))).collect();
        let (told, wanted) = (words(&told), words(&wanted.join("\n")));
        let other = told.iter().zip(&wanted).position(|(told, wanted)| told != wanted);
        let from = other.unwrap_or(told.len().min(wanted.len())).saturating_sub(3);
        let some = |words: &[String]| words[from..words.len().min(from + 8)].join(" ");
        assert!(told == wanted, "{tag}: {:?} where {:?} should stand", some(&told), some(&wanted));
    }
}

fn page_line(story: &Story, page: usize, pages: usize) -> String {
    story.page.fill_plain(&|name| match name {
        "page" => page.to_string(),
        "pages" => pages.to_string(),
        _ => String::new(),
    })
}

/// The text without its first line that reads like this; it has to be there.
fn without(text: &str, line: &str) -> String {
    let mut gone = false;
    let kept = text.lines().filter(|other| {
        let this = !gone && words(other) == words(line);
        gone |= this;
        !this
    });
    let kept: Vec<&str> = kept.collect();
    assert!(gone || text.trim().is_empty(), "{line:?} is not in {text:?}");
    kept.join("\n") + "\n"
}

#[test]
fn the_sample_tells_readers_its_title_language_and_order() {
    for (tag, story, pages) in samples() {
        let pdf = pages.pdf(Archive::Full).unwrap();
        let Some(facts) = tool(&PDFINFO, &pdf, &["{pdf}"]) else { return };
        let facts = String::from_utf8(facts).unwrap();
        let fact =
            |name: &str| facts.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).unwrap_or_default();
        assert_eq!(fact("Title:"), story.facts.headline, "{tag}");
        assert_eq!(fact("Author:"), story.facts.organisation, "{tag}");
        assert_eq!(fact("Tagged:"), "yes", "{tag}");
        assert_eq!(fact("Pages:"), pages.count().to_string(), "{tag}");
        assert_eq!(fact("JavaScript:"), "no", "{tag}");
        let plain = tool(&QPDF, &pdf, &["--qdf", "--object-streams=disable", "{pdf}", "-"]);
        if let Some(plain) = plain.map(|plain| String::from_utf8_lossy(&plain).into_owned()) {
            assert!(plain.contains(&format!("/Lang ({tag})")), "{tag}");
        }
        let structure = tool(&PDFINFO, &pdf, &["-struct", "{pdf}"]).unwrap_or_default();
        let structure = String::from_utf8_lossy(&structure);
        let order = kinds_in(&structure);
        assert_eq!(order, kinds_of(&story), "{tag}:\n{structure}");
    }
}

/// The kinds of a document's parts, in their order, as the tags of the PDF tell them.
fn kinds_in(structure: &str) -> Vec<&'static str> {
    let kind = |line: &str| {
        let name = line.trim().split([' ', ':']).next().unwrap_or_default();
        ["H1", "H2", "BlockQuote", "L", "Figure"].into_iter().find(|known| *known == name)
    };
    structure.lines().filter_map(kind).collect()
}

fn kinds_of(story: &Story) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for part in &story.parts {
        match &part.kind {
            PartKind::Headline(_) => kinds.push("H1"),
            PartKind::Heading(_) => kinds.push("H2"),
            PartKind::Quote(_) => kinds.push("BlockQuote"),
            PartKind::List { .. } => kinds.push("L"),
            PartKind::Figure(_) => kinds.push("Figure"),
            PartKind::Section { heading, figures, .. } => {
                kinds.extend((!heading.is_empty()).then_some("H2"));
                kinds.extend(figures.iter().map(|_| "Figure"));
            }
            PartKind::ReleaseLine(_)
            | PartKind::Subhead(_)
            | PartKind::Dateline(_)
            | PartKind::Paragraph(_)
            | PartKind::EndMark(_)
            | PartKind::Closing(_) => {}
        }
    }
    kinds
}

#[test]
fn the_sample_is_whole_has_its_fonts_its_bookmarks_and_its_links() {
    for (tag, story, pages) in samples() {
        let pdf = pages.pdf(Archive::Full).unwrap();
        let Some(plain) = tool(&QPDF, &pdf, &["--qdf", "--object-streams=disable", "{pdf}", "-"]) else { return };
        let plain = String::from_utf8_lossy(&plain).into_owned();
        let said = String::from_utf8(tool(&QPDF, &pdf, &["--check", "{pdf}"]).unwrap()).unwrap();
        assert!(said.contains("No syntax or stream encoding errors found"), "{tag}: {said}");
        let headings = kinds_of(&story).iter().filter(|kind| kind.starts_with('H')).count();
        assert_eq!(plain.matches("/Dest ").count() + plain.matches("/Dest [").count(), headings, "{tag}: bookmarks");
        for link in links(&story) {
            assert!(plain.contains(&format!("/URI ({link})")), "{tag}: {link}");
        }
        let Some(fonts) = tool(&PDFFONTS, &pdf, &["{pdf}"]) else { return };
        let fonts = String::from_utf8(fonts).unwrap();
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!rows.is_empty());
        for row in rows {
            // emb sub uni
            assert!(row.contains("yes yes yes"), "{tag}: {row}");
        }
    }
}

/// Where the words of a story lead.
fn links(story: &Story) -> Vec<String> {
    let of = |kind: &PartKind| match kind {
        PartKind::Paragraph(words) | PartKind::Closing(words) => words.clone(),
        PartKind::Section { paragraphs, .. } => paragraphs.concat(),
        PartKind::List { items, .. } => items.concat(),
        PartKind::Quote(paragraphs) => paragraphs.concat(),
        PartKind::ReleaseLine(_)
        | PartKind::Headline(_)
        | PartKind::Subhead(_)
        | PartKind::Dateline(_)
        | PartKind::Heading(_)
        | PartKind::Figure(_)
        | PartKind::EndMark(_) => Vec::new(),
    };
    story.parts.iter().flat_map(|part| of(&part.kind)).filter_map(|inline| inline.link).collect()
}
