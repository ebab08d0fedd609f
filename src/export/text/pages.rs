//! Pages of fixed measure: which lines stand on which page, and what stands at the top of each.
//!
//! No first or last line of a paragraph stands alone on a page, and no heading stands last on one. Where a page is too
//! small for these rules, the text goes on and the rule gives way.

use std::ops::Range;

use super::wrap::{Block, Wrapped, shorten, tame, width};
use crate::release::Inline;
use crate::story::Story;

/// Lines at the top of a page after the first: the header and a blank line.
const HEADER_LINES: usize = 2;

/// Columns between the headline and the page's number.
const HEADER_GAP: usize = 2;

/// Writes the lines on pages with form feeds between them.
pub(super) fn write(story: &Story, wrapped: &Wrapped, columns: usize, lines: usize) -> String {
    let header = Header::of(story, columns.max(1));
    let headed = lines > HEADER_LINES && !header.line(1, 1).is_empty();
    let measure = Measure { first: lines.max(1), next: if headed { lines - HEADER_LINES } else { lines.max(1) } };
    let pages = paginate(wrapped, measure);
    let mut out = String::new();
    for (number, rows) in (1..).zip(&pages) {
        if number > 1 {
            out.push('\u{c}');
        }
        if number > 1 && headed {
            out += &header.line(number, pages.len());
            out += "\n\n";
        }
        for row in rows {
            match row {
                Row::Blank => {}
                Row::Line(line) => out += wrapped.line(*line),
            }
            out.push('\n');
        }
    }
    out
}

/// What stands at the top of each page after the first.
struct Header<'a> {
    story: &'a Story,
    headline: String,
    columns: usize,
}

impl Header<'_> {
    fn of(story: &Story, columns: usize) -> Header<'_> {
        // Shortened once, so that a headline of a megabyte is not read again for each page.
        let headline = shorten(&on_one_line(story.headline().unwrap_or_default()), columns);
        Header { story, headline, columns }
    }

    /// The headline on the left, which page this is on the right.
    fn line(&self, page: usize, pages: usize) -> String {
        let words = self.story.page.fill(&|name| match name {
            "page" => vec![Inline::plain(page.to_string())],
            "pages" => vec![Inline::plain(pages.to_string())],
            _ => Vec::new(),
        });
        let page = shorten(&on_one_line(&crate::release::letters(&words)), self.columns);
        if page.is_empty() {
            return self.headline.clone();
        }
        let headline = match self.columns.checked_sub(width(&page) + HEADER_GAP) {
            Some(room @ 1..) => shorten(&self.headline, room),
            Some(0) | None => String::new(),
        };
        let gap = self.columns.saturating_sub(width(&headline) + width(&page));
        format!("{headline}{}{page}", " ".repeat(gap))
    }
}

fn on_one_line(text: &str) -> String {
    tame(text.trim()).replace('\n', " ")
}

/// How many lines of text a page holds.
#[derive(Clone, Copy)]
struct Measure {
    first: usize,
    next: usize,
}

enum Row {
    Blank,
    Line(usize),
}

/// Puts blocks on pages.
fn paginate(wrapped: &Wrapped, measure: Measure) -> Vec<Vec<Row>> {
    let needs = needs(&wrapped.blocks, measure.next);
    let mut pages = Pages { wrapped, measure, done: Vec::new(), page: Vec::new() };
    for (block, need) in wrapped.blocks.iter().zip(needs) {
        let gap = usize::from(!block.joined);
        if !pages.page.is_empty() && pages.room() < gap + need {
            pages.turn();
        }
        if !pages.page.is_empty() && gap > 0 {
            pages.page.push(Row::Blank);
        }
        pages.place(block.lines.clone(), block.heading);
    }
    pages.finish()
}

/// How many lines must follow each other on a page for each block to start there: a heading needs what follows it.
fn needs(blocks: &[Block], page: usize) -> Vec<usize> {
    let mut needs = vec![0; blocks.len()];
    let mut next = 0;
    for (need, block) in needs.iter_mut().zip(blocks).rev() {
        let lines = block.lines.len();
        *need = match (block.heading, lines) {
            (true, _) => lines + next,
            (false, 0..=3) => lines,
            (false, _) => 2,
        };
        next = *need + usize::from(!block.joined);
        // More headings in a row than a page holds cannot stay together.
        if *need > page {
            *need = lines.min(page);
        }
    }
    needs
}

struct Pages<'a> {
    wrapped: &'a Wrapped,
    measure: Measure,
    done: Vec<Vec<Row>>,
    page: Vec<Row>,
}

impl Pages<'_> {
    fn room(&self) -> usize {
        let page = if self.done.is_empty() { self.measure.first } else { self.measure.next };
        page.saturating_sub(self.page.len())
    }

    fn turn(&mut self) {
        while self.page.pop_if(|row| matches!(row, Row::Blank)).is_some() {}
        if !self.page.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
    }

    /// Puts one line here. An empty one, which the writer typed, neither starts nor ends a page.
    fn put(&mut self, line: usize) {
        if !self.wrapped.line(line).is_empty() {
            self.page.push(Row::Line(line));
        } else if !self.page.is_empty() {
            self.page.push(Row::Blank);
        }
    }

    /// Puts the lines of one block here and on as many pages as they take.
    fn place(&mut self, mut lines: Range<usize>, whole: bool) {
        while lines.len() > self.room() {
            let room = self.room();
            let here = if whole { 0 } else { room.min(lines.len().saturating_sub(2)) };
            let here = match (here, self.page.is_empty()) {
                (2.., _) => here,
                // On an empty page the rules have no better place to offer.
                (_, true) => room,
                (_, false) => 0,
            };
            lines.by_ref().take(here).for_each(|line| self.put(line));
            self.turn();
        }
        lines.for_each(|line| self.put(line));
    }

    fn finish(mut self) -> Vec<Vec<Row>> {
        self.turn();
        self.done
    }
}
