//! The letters that a reader sees, as they are corrected step by step, each knowing where it stands in the typed text.

use std::ops::Range;

use super::{Correction, Edit, Point, corrected};
use crate::release::{Text, letters as seen};

/// The letters as they are by now.
#[derive(Debug)]
pub(super) struct Letters {
    all: Vec<char>,
    /// Belongs to an address, a file name or the like.
    kept: Vec<bool>,
}

impl Letters {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The letter at this place; none beyond the edges and at a line end.
    pub(super) fn at(&self, at: usize) -> Option<char> {
        self.all.get(at).copied().filter(|letter| !is_line_end(*letter))
    }

    /// The letter before this place; none at the beginning of a line.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.at(at))
    }

    /// The letter so many places before this one, on the same line.
    pub(super) fn back(&self, at: usize, by: usize) -> Option<char> {
        let first = at.checked_sub(by)?;
        (first..at).all(|at| self.at(at).is_some()).then(|| self.at(first)).flatten()
    }

    /// Is it part of an address, a file name or the like?
    pub(super) fn is_kept(&self, at: usize) -> bool {
        self.kept.get(at).copied().unwrap_or(false)
    }

    /// Where the lines stand.
    pub(super) fn lines(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        self.all.split(|letter| is_line_end(*letter)).map(move |line| {
            let range = start..start + line.len();
            start = range.end + 1;
            range
        })
    }

    /// Does this letter stand anywhere?
    pub(super) fn has(&self, is_it: impl Fn(char) -> bool) -> bool {
        self.all.iter().any(|letter| is_it(*letter))
    }

    /// The end of the stretch of such letters that begins here.
    pub(super) fn end_of(&self, mut at: usize, is_it: impl Fn(char) -> bool) -> usize {
        while self.at(at).is_some_and(&is_it) {
            at += 1;
        }
        at
    }

    /// The beginning of the stretch of such letters that ends here.
    pub(super) fn start_of(&self, mut at: usize, is_it: impl Fn(char) -> bool) -> usize {
        while self.before(at).is_some_and(&is_it) {
            at -= 1;
        }
        at
    }

    /// The letters of a range.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.all.get(range).unwrap_or_default().iter().collect()
    }

    /// The word that begins here: letters only.
    pub(super) fn word_at(&self, at: usize) -> String {
        self.text(at..self.end_of(at, char::is_alphabetic))
    }

    /// The word that ends before this place, over any spaces: letters and digits, with the full stop behind it.
    pub(super) fn word_before(&self, at: usize) -> String {
        let end = self.start_of(at, is_space);
        match self.before(end) {
            // A sign that names numbers is a word of its own.
            Some('№' | '§' | '#' | '+') => self.text(end - 1..end),
            Some('.') => self.text(self.start_of(end - 1, char::is_alphanumeric)..end),
            Some(_) | None => self.text(self.start_of(end, char::is_alphanumeric)..end),
        }
    }
}

pub(super) fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A space within a line, breaking or not.
pub(super) fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A space at which no line ends.
pub(super) fn is_no_break(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{202f}')
}

pub(super) fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// One letter of the typed text, and what has become of it.
#[derive(Debug)]
struct Cell {
    source: Range<usize>,
    /// What stands here instead, and because of what.
    now: Option<(String, Point)>,
    /// A mark of emphasis or of a link stands before it.
    after_mark: bool,
    before_mark: bool,
}

/// A text on its way.
#[derive(Debug)]
pub(super) struct Working<'t> {
    source: &'t str,
    cells: Vec<Cell>,
    letters: Letters,
    /// The cell of each letter.
    cell_of: Vec<usize>,
}

impl<'t> Working<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        let source = text.0.as_str();
        let mut cells: Vec<Cell> = Vec::with_capacity(source.len());
        let (mut at, mut after_mark) = (0, false);
        for run in text.runs() {
            if run.mark {
                after_mark = true;
                if let Some(last) = cells.last_mut() {
                    last.before_mark = true;
                }
            } else {
                put_cells(&mut cells, run.text, at, &mut after_mark);
            }
            at += run.text.len();
        }
        Working::of(source, cells)
    }

    pub(super) fn plain(source: &'t str) -> Self {
        let mut cells = Vec::with_capacity(source.len());
        put_cells(&mut cells, source, 0, &mut false);
        Working::of(source, cells)
    }

    fn of(source: &'t str, cells: Vec<Cell>) -> Self {
        let letters = Letters { all: Vec::new(), kept: Vec::new() };
        let mut working = Working { source, cells, letters, cell_of: Vec::new() };
        working.read();
        working
    }

    fn read(&mut self) {
        let Working { source, cells, letters, cell_of } = self;
        letters.all.clear();
        cell_of.clear();
        for (index, cell) in cells.iter().enumerate() {
            let now = cell.now.as_ref().map_or(&source[cell.source.clone()], |(now, _)| now.as_str());
            letters.all.extend(now.chars());
            cell_of.resize(letters.all.len(), index);
        }
        letters.kept = kept(&letters.all);
    }

    pub(super) fn letters(&self) -> &Letters {
        &self.letters
    }

    /// Makes those changes that may be made; tells whether there were any.
    pub(super) fn apply(&mut self, mut edits: Vec<Edit>) -> bool {
        edits.sort_by_key(|edit| edit.range.start);
        let (mut changed, mut free) = (false, usize::MAX);
        // From the end, so that the places of those before stay true.
        for edit in edits.into_iter().rev() {
            if edit.range.end <= free && self.may(&edit) {
                free = edit.range.start;
                self.put(edit);
                changed = true;
            }
        }
        if changed {
            self.read();
        }
        changed
    }

    /// Letters and digits stay, and so does what belongs to an address or holds the writer's marks together.
    fn may(&self, edit: &Edit) -> bool {
        let Edit { point, range, put } = edit;
        let Some(old) = self.letters.all.get(range.clone()) else { return false };
        if put.chars().eq(old.iter().copied()) || old.iter().any(|letter| is_line_end(*letter)) {
            return false;
        }
        let words = |letter: &char| letter.is_alphanumeric();
        let keeps_words = old.iter().copied().filter(words).eq(put.chars().filter(words));
        if !keeps_words && *point != Point::LookAlike {
            return false;
        }
        if range.clone().any(|at| self.letters.is_kept(at)) {
            return false;
        }
        // An asterisk that is a letter so far may become a mark, and one that is a mark may become a letter.
        let star = |letter: Option<char>| letter == Some('*');
        let (after_star, before_star) = (star(self.letters.before(range.start)), star(self.letters.at(range.end)));
        let (Some(first), Some(last)) = (old.first(), old.last()) else {
            let Some(before) = range.start.checked_sub(1) else { return false };
            let within = self.letters.is_kept(before) && self.letters.is_kept(range.start);
            let cell = self.cell_of.get(before).and_then(|cell| self.cells.get(*cell));
            return !within && !after_star && !before_star && cell.is_some_and(|cell| !cell.before_mark);
        };
        let cells = self.cell_of[range.start]..self.cell_of[range.end - 1] + 1;
        let Some([inner @ .., end]) = self.cells.get(cells.clone()) else { return false };
        let is_cut = inner.iter().any(|cell| cell.before_mark);
        let after_mark = self.cells[cells.start].after_mark || after_star;
        let before_mark = end.before_mark || before_star;
        !is_cut
            && (!after_mark || put.chars().next().is_some_and(|new| kind(new) == kind(*first)))
            && (!before_mark || put.chars().next_back().is_some_and(|new| kind(new) == kind(*last)))
    }

    fn put(&mut self, edit: Edit) {
        let Edit { point, range, put } = edit;
        let first = self.cell_of[range.start.saturating_sub(usize::from(range.is_empty()))];
        let last = if range.is_empty() { first } else { self.cell_of[range.end - 1] };
        // A cell may hold several letters by now, of which some stay.
        let start = self.cell_of.partition_point(|cell| *cell < first);
        let end = self.cell_of.partition_point(|cell| *cell <= last);
        let all = &self.letters.all;
        let whole: String = all[start..range.start].iter().copied().chain(put.chars()).collect::<String>()
            + &all[range.end..end].iter().collect::<String>();
        // Within one letter the first reason stays; what takes several together does so for its own.
        let kept = self.cells[first].now.as_ref().map(|(_, kept)| *kept).filter(|_| first == last);
        for cell in &mut self.cells[first..=last] {
            cell.now = Some((String::new(), kept.unwrap_or(point)));
        }
        if let Some((now, _)) = &mut self.cells[first].now {
            *now = whole;
        }
    }

    /// What has changed, in the places of the typed text.
    pub(super) fn corrections(self) -> Vec<Correction> {
        let mut all: Vec<Correction> = Vec::new();
        for Cell { source, now, .. } in self.cells {
            let Some((now, point)) = now.filter(|(now, _)| *now != self.source[source.clone()]) else { continue };
            match all.last_mut() {
                Some(last) if last.point == point && last.range.end == source.start => {
                    last.range.end = source.end;
                    last.put.push_str(&now);
                }
                Some(_) | None => all.push(Correction { point, range: source, put: now }),
            }
        }
        all.iter_mut().for_each(|correction| trim(correction, self.source));
        all
    }
}

fn put_cells(cells: &mut Vec<Cell>, text: &str, start: usize, after_mark: &mut bool) {
    for (at, letter) in text.char_indices() {
        let source = start + at..start + at + letter.len_utf8();
        cells.push(Cell { source, now: None, after_mark: std::mem::take(after_mark), before_mark: false });
    }
}

/// What stays the same at both ends is no part of a correction.
fn trim(correction: &mut Correction, source: &str) {
    let Correction { point: _, range, put } = correction;
    let old = &source[range.clone()];
    let same = |(old, new): &(char, char)| old == new;
    let before: usize = old.chars().zip(put.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (old, new) = (&old[before..], &put[before..]);
    let after: usize =
        old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let new = new[..new.len() - after].to_owned();
    *range = range.start + before..range.end - after;
    *put = new;
}

/// What a mark of emphasis asks of its neighbours.
fn kind(letter: char) -> (bool, bool) {
    (letter.is_whitespace(), letter.is_alphanumeric())
}

/// Do the corrected words have the styles of the typed ones?
pub(super) fn keeps_marks(typed: &str, corrections: &[Correction]) -> bool {
    if !typed.contains(['*', '[']) {
        return true;
    }
    let now = Text(corrected(typed, corrections));
    let styles = |text: &Text| -> Vec<(bool, bool, Option<String>)> {
        text.words().iter().map(|inline| (inline.strong, inline.emphasis, inline.link.clone())).collect()
    };
    let then = Text(typed.to_owned());
    let words = |text: &Text| seen(&text.words()).chars().filter(|letter| letter.is_alphanumeric()).count();
    styles(&now) == styles(&then) && words(&now) == words(&then)
}

/// Which letters belong to something that is read by machines: an address, a file name, a hash, a path.
fn kept(all: &[char]) -> Vec<bool> {
    let mut kept = vec![false; all.len()];
    // Few texts have any, and they are looked over at every step.
    if !all.iter().any(|letter| matches!(letter, '.' | '@' | '/' | '\\' | '#' | '`') || letter.is_ascii_digit()) {
        return kept;
    }
    let mut at = 0;
    while at < all.len() {
        let end = at + all[at..].iter().take_while(|letter| !letter.is_whitespace()).count();
        let word = at + all[at..end].iter().take_while(|letter| is_bracket(**letter)).count();
        let closing =
            |letter: &&char| is_bracket(**letter) || matches!(**letter, '.' | ',' | ';' | ':' | '!' | '?' | '…');
        let stop = end - all[word.min(end)..end].iter().rev().take_while(closing).count();
        if word < stop && is_for_machines(&all[word..stop]) {
            kept[word..stop].fill(true);
        }
        at = end.max(at) + usize::from(end < all.len());
    }
    kept
}

fn is_bracket(letter: char) -> bool {
    matches!(letter, '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '*' | '"' | '\'')
        || matches!(letter, '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '‚')
}

fn is_for_machines(word: &[char]) -> bool {
    let has = |wanted: char| word.contains(&wanted);
    let text = || word.iter().collect::<String>();
    if has('\\') || has('`') || matches!(word[0], '#' | '@') && word.len() > 1 {
        return true;
    }
    if has('@') || has('/') && (has('.') || word[0] == '/' || text().contains("://")) {
        return true;
    }
    if has('.') {
        let text = text();
        let (before, ending) = text.rsplit_once('.').unwrap_or_default();
        let before_it = before.chars().next_back().is_some_and(|letter| letter.is_alphanumeric());
        let is_ending = (2..=6).contains(&ending.len())
            && ending.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
            && ending.starts_with(|letter: char| letter.is_ascii_lowercase());
        return before_it && is_ending || text.starts_with("www.");
    }
    // A hash or a number of an order.
    let digits = word.iter().filter(|letter| letter.is_ascii_digit()).count();
    let is_hex = word.iter().all(|letter| letter.is_ascii_hexdigit() || *letter == '-');
    word.len() >= 7 && is_hex && digits > 0 && word.iter().any(char::is_ascii_alphabetic)
}
