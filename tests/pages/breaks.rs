//! No page is torn: where pages end, where photos stand, and where the form finds each part again.

use dateline::house::{Letterhead, Margins};
use dateline::pages::{Mark, Pages, Rect};
use dateline::release::letters;
use dateline::story::{PartKind, Story};

use super::generated::{Dice, house, release};
use super::press::{on_the_program_s_stack, pages, times};
use super::read::{Image, Line, Seen, letters_of, printable};

/// A paragraph of at least so many lines leaves and carries two of them.
const LINES_THAT_PART: usize = 4;

/// Rounding.
const HAIR: f64 = 0.5;

#[test]
fn no_page_is_torn_and_every_part_is_found_again() {
    on_the_program_s_stack(|| {
        let mut faults = Vec::new();
        let mut breaks = 0;
        for seed in 0..times(200, 5_000) as u64 {
            let mut dice = Dice::new(0x1000 + seed);
            let house = house(&mut dice);
            let release = release(&mut dice, 120);
            let (story, pages) = pages(&release, &house);
            let seen = Seen::of(&pages);
            breaks += pages.count() - 1;
            let torn = [
                lonely_headings(&story, &seen),
                lonely_lines(&story, &seen),
                stray_photos(&pages, &seen, &house.letterhead),
                wrong_marks(&story, &pages),
                unmarked_words(&pages, &seen, &house.letterhead),
            ];
            faults.extend(torn.concat().into_iter().map(|fault| format!("{seed}: {fault}")));
        }
        assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
        assert!(breaks > 100, "only {breaks} page breaks were looked at");
    });
}

/// Headings under which their page ends.
fn lonely_headings(story: &Story, seen: &Seen) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, part) in story.parts.iter().enumerate() {
        let heading = match &part.kind {
            PartKind::Heading(words) => letters(words),
            PartKind::Headline(text) => text.clone(),
            PartKind::Section { heading, .. } => heading.clone(),
            PartKind::ReleaseLine(_)
            | PartKind::Subhead(_)
            | PartKind::Dateline(_)
            | PartKind::Paragraph(_)
            | PartKind::Quote(_)
            | PartKind::List { .. }
            | PartKind::Figure(_)
            | PartKind::EndMark(_)
            | PartKind::Closing(_) => continue,
        };
        let lines = seen.lines(Some(index));
        let Some(last) = lines[..lines_that_tell(&lines, &heading)].last() else { continue };
        let below = seen.pieces.iter().any(|piece| piece.part.is_some() && is_below(last, piece.page, piece.baseline))
            || seen.images.iter().any(|image| is_below(last, image.page, image.bottom));
        let ends_here = !seen.pieces.iter().any(|piece| piece.part.is_some() && piece.page > last.page)
            && !seen.images.iter().any(|image| image.page > last.page);
        if !below && !ends_here {
            faults.push(format!("heading {index} is the last thing on page {}", last.page + 1));
        }
    }
    faults
}

fn is_below(line: &Line, page: usize, lower_edge: f64) -> bool {
    page == line.page && lower_edge > line.baseline + HAIR
}

/// How many of the lines it takes to tell this text.
fn lines_that_tell(lines: &[Line], text: &str) -> usize {
    let count = |text: &str| {
        let shapeless = |c: char| c.is_whitespace() || typst::text::is_default_ignorable(c);
        printable(text).chars().filter(|c| !shapeless(*c)).count()
    };
    let mut left = count(text);
    lines
        .iter()
        .take_while(|line| {
            let goes_on = left > 0;
            left = left.saturating_sub(count(&line.text));
            goes_on
        })
        .count()
}

/// Paragraphs that leave or carry one line.
fn lonely_lines(story: &Story, seen: &Seen) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, part) in story.parts.iter().enumerate() {
        let paragraphs = match &part.kind {
            PartKind::Dateline(words) | PartKind::Paragraph(words) | PartKind::Closing(words) => vec![letters(words)],
            PartKind::Quote(paragraphs) => paragraphs.iter().map(|words| letters(words)).collect(),
            PartKind::Section { .. } => part.kind.lines(),
            PartKind::List { .. } => letters_of(&part.kind).split('\n').map(str::to_owned).collect(),
            PartKind::ReleaseLine(_)
            | PartKind::Headline(_)
            | PartKind::Subhead(_)
            | PartKind::Heading(_)
            | PartKind::Figure(_)
            | PartKind::EndMark(_) => continue,
        };
        let all = seen.lines(Some(index));
        let mut lines = all.as_slice();
        for paragraph in paragraphs {
            let (own, rest) = lines.split_at(lines_that_tell(lines, &paragraph));
            lines = rest;
            let alone = own.chunk_by(|left, right| left.page == right.page).find(|together| together.len() == 1);
            if let (true, Some(alone)) = (own.len() >= LINES_THAT_PART, alone) {
                faults.push(format!("part {index} has one line of {} alone on page {}", own.len(), alone[0].page + 1));
            }
        }
    }
    faults
}

/// Photos that cover words or other photos, or stand where the margin is; and words that do.
fn stray_photos(pages: &Pages, seen: &Seen, letterhead: &Letterhead) -> Vec<String> {
    let mut faults = Vec::new();
    let Margins { top, right, bottom, left } = letterhead.margins_mm;
    let points = |mm: f32| f64::from(mm) * 72.0 / 25.4;
    let pictures = seen.images.iter().map(|image| {
        let Image { page, left, top, right, bottom } = *image;
        (page, [left, top, right, bottom], "a photo".to_owned(), 0.0)
    });
    let words = seen.pieces.iter().filter(|piece| piece.part.is_some() && !piece.text.trim().is_empty());
    let words = words.map(|piece| {
        // A line ends at its baseline; what hangs below it reaches into the margin.
        let (upper, lower) = (piece.baseline - 0.66 * piece.size, piece.baseline);
        (piece.page, [piece.left, upper, piece.ink, lower], piece.text.clone(), piece.size)
    });
    let grounds: Vec<(usize, [f64; 4], String, f64)> = pictures.chain(words).collect();
    for (page, [from, upper, to, lower], what, size) in &grounds {
        let (width, height) = pages.size_pt(*page).unwrap();
        let (width, height) = (f64::from(width), f64::from(height));
        // A comma or hyphen at the end of a line hangs over, so that the edge looks even. A word that is longer than its
        // line stays whole, up to forty letters.
        let is_one_word = !what.trim().contains([' ', '-']);
        let edge = if is_one_word { width } else { width - points(right) + 0.7 * size };
        let within = *from > points(left) - HAIR
            && *upper > points(top) - HAIR
            && *to < edge + HAIR
            && *lower < height - points(bottom) + HAIR;
        if !within {
            faults.push(format!("{what:?} stands in the margin of page {}: {from} {upper} {to} {lower}", page + 1));
        }
    }
    for (index, (page, [left, top, right, bottom], ..)) in grounds.iter().enumerate().take(seen.images.len()) {
        for (other_page, other, what, _) in &grounds[index + 1..] {
            let [other_left, other_top, other_right, other_bottom] = other;
            let apart = page != other_page
                || *right <= other_left + HAIR
                || *other_right <= left + HAIR
                || *bottom <= other_top + HAIR
                || *other_bottom <= top + HAIR;
            if !apart {
                faults.push(format!("a photo covers {what:?} on page {}", page + 1));
            }
        }
    }
    faults
}

/// Parts without a mark, and marks that overlap, leave the page or come in another order.
fn wrong_marks(story: &Story, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, part) in story.parts.iter().enumerate() {
        let shows = |c: char| !c.is_whitespace() && !typst::text::is_default_ignorable(c);
        let has_letters = printable(&letters_of(&part.kind)).contains(shows);
        if has_letters && !pages.marks.iter().any(|mark| mark.part == index) {
            faults.push(format!("part {index} has no mark"));
        }
    }
    if !pages.marks.is_sorted_by_key(|mark| (mark.part, mark.page)) {
        faults.push(format!("the marks come in another order: {:?}", pages.marks));
    }
    for (index, Mark { part, page, rect }) in pages.marks.iter().enumerate() {
        let (width, height) = pages.size_pt(*page).unwrap();
        let Rect { left, top, right, bottom } = *rect;
        if !(0.0 <= left && left <= right && right <= width && 0.0 <= top && top <= bottom && bottom <= height) {
            faults.push(format!("the mark of part {part} leaves page {}: {rect:?}", page + 1));
        }
        for other in pages.marks[index + 1..].iter().filter(|other| other.page == *page && other.part != *part) {
            // Parts stand one under the other.
            if bottom > other.rect.top + 0.5 {
                faults.push(format!("the marks of parts {part} and {} overlap: {rect:?} {:?}", other.part, other.rect));
            }
        }
    }
    faults
}

/// Words on following pages, between head and foot, that no mark covers.
fn unmarked_words(pages: &Pages, seen: &Seen, letterhead: &Letterhead) -> Vec<String> {
    let points = |mm: f32| f64::from(mm) * 72.0 / 25.4;
    let mut faults = Vec::new();
    for piece in seen.pieces.iter().filter(|piece| piece.page > 0 && !piece.text.trim().is_empty()) {
        let height = f64::from(pages.size_pt(piece.page).unwrap().1);
        let text = points(letterhead.margins_mm.top)..height - points(letterhead.margins_mm.bottom) + HAIR;
        let covers = |mark: &Mark| {
            let Rect { left, top, right, bottom } = mark.rect;
            let down = f64::from(top) <= piece.baseline && piece.baseline <= f64::from(bottom);
            let across = f64::from(left) <= piece.left + HAIR && piece.ink <= f64::from(right) + HAIR;
            mark.page == piece.page && down && across
        };
        if text.contains(&piece.baseline) && !pages.marks.iter().any(covers) {
            faults.push(format!("no mark covers {:?} on page {}", piece.text, piece.page + 1));
        }
    }
    faults
}
