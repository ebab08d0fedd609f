//! What a careful compositor would mend in a text: quote marks, dashes, spaces, digits, each by the rules of its language.
//!
//! One text of one language goes in, [`Correction`]s come out; nothing is changed here by itself. What each language asks
//! for stands in one [table]. Letters and digits are never touched, but for letters of another script that only look
//! right; addresses, file names and the marks of emphasis and links stay as they are. Correcting twice changes nothing
//! more.

mod dashes;
mod letters;
mod look_alikes;
mod no_breaks;
mod numbers;
mod quotes;
mod spaces;
pub mod table;
mod typing;

use std::ops::Range;

use self::letters::{Letters, Working};
use self::table::{Habits, habits};
use super::{Language, Marks};
use crate::release::{Lang, Text};

/// What can be wrong with how a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// Quote marks of another language, or straight ones.
    Quotes,
    /// A straight apostrophe.
    Apostrophe,
    /// A hyphen where a dash belongs, or the dash of another house.
    Dash,
    /// A hyphen between the two ends of a range.
    Range,
    /// Three full stops for an ellipsis.
    Ellipsis,
    /// Several spaces in a row.
    DoubleSpace,
    /// A space before a mark that follows its word at once, or none after it.
    Punctuation,
    /// № or § without the space that keeps its number with it.
    NumberSign,
    /// A percent sign too far from its number, or too near.
    Percent,
    /// An ordinal number parted from its ending.
    Ordinal,
    /// A date whose parts stand too near or too far.
    Date,
    /// A long number without groups, or with those of another language.
    DigitGroups,
    /// A unit glued to its number.
    Unit,
    /// Initials that a line end may part from their surname.
    Initials,
    /// An ordinary space where a line must not end.
    NoBreak,
    /// A letter of another script that looks like the right one.
    LookAlike,
}

impl Point {
    /// All of them, in their order.
    pub const ALL: [Point; 16] = [
        Point::Quotes,
        Point::Apostrophe,
        Point::Dash,
        Point::Range,
        Point::Ellipsis,
        Point::DoubleSpace,
        Point::Punctuation,
        Point::NumberSign,
        Point::Percent,
        Point::Ordinal,
        Point::Date,
        Point::DigitGroups,
        Point::Unit,
        Point::Initials,
        Point::NoBreak,
        Point::LookAlike,
    ];
}

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What is wrong.
    pub point: Point,
    /// The bytes of the typed text that go; none where something is only put in.
    pub range: Range<usize>,
    /// What comes in their place.
    pub put: String,
}

/// How one text is to be set: the habits of its language, and the marks that its house has chosen.
#[derive(Clone, Debug)]
pub struct Typography<'a> {
    /// The table of the language.
    habits: &'static Habits,
    /// The language's own marks, which are never wrong inside others.
    own_nested: Marks,
    outer: (&'a str, &'a str),
    nested: (&'a str, &'a str),
    dash: &'a str,
    /// Between groups of three digits.
    thousands: &'static str,
    /// Dashes that are no hyphens must be the house's, too.
    one_dash: bool,
    /// Stands inside quote marks that the house puts around it.
    inside: bool,
}

impl<'a> Typography<'a> {
    /// As the language has it; `None` for a language without rules here.
    pub fn of(lang: &Lang) -> Option<Typography<'a>> {
        let language = Language::of(lang);
        Some(Typography {
            habits: habits(language.tag)?,
            own_nested: language.nested_quotes,
            outer: language.quotes,
            nested: language.nested_quotes,
            dash: language.dash,
            thousands: language.thousands,
            one_dash: false,
            inside: false,
        })
    }

    /// With the quote marks of a house; empty ones leave those of the language.
    #[must_use]
    pub fn with_quotes(mut self, outer: (&'a str, &'a str), nested: (&'a str, &'a str)) -> Self {
        if !outer.0.is_empty() && !outer.1.is_empty() {
            self.outer = outer;
        }
        if !nested.0.is_empty() && !nested.1.is_empty() {
            self.nested = nested;
        }
        self
    }

    /// With the dash of a house. `one_dash`: a dash of the other length is wrong beside it.
    #[must_use]
    pub fn with_dash(mut self, dash: &'a str, one_dash: bool) -> Self {
        if matches!(dash, "–" | "—") {
            self.dash = dash;
            self.one_dash = one_dash;
        }
        self
    }

    /// For words around which the house puts quote marks.
    #[must_use]
    pub fn inside_quotes(mut self) -> Self {
        self.inside = true;
        self
    }

    /// What is to be put right in a text with emphasis and links, in its order and without overlaps.
    pub fn corrections(&self, text: &Text) -> Vec<Correction> {
        let found = self.look_over(Working::new(text));
        // What would make other marks of the writer's marks is left alone as a whole.
        if found.is_empty() || self::letters::keeps_marks(&text.0, &found) { found } else { Vec::new() }
    }

    /// The same for plain words, such as a headline.
    pub fn corrections_of_words(&self, words: &str) -> Vec<Correction> {
        self.look_over(Working::plain(words))
    }

    /// What the key that was just pressed should have given: the letters that go, counted in letters, and what comes in
    /// their place. `at` is the place behind the letter that was typed.
    pub fn help(&self, typed: &str, at: usize) -> Option<(Range<usize>, String)> {
        typing::help(self, typed, at)
    }

    fn look_over(&self, mut working: Working<'_>) -> Vec<Correction> {
        // One correction may call for another: a hyphen that has become a dash wants its no-break space. So they are
        // looked for until there are none, and correcting twice changes nothing more.
        for _ in 0..MOST_ROUNDS {
            let mut changed = false;
            for stage in STAGES {
                let mut edits = Vec::new();
                stage(working.letters(), self, &mut edits);
                changed |= working.apply(edits);
            }
            if !changed {
                break;
            }
        }
        working.corrections()
    }

    /// The marks at this depth of quotes within quotes.
    fn marks(&self, depth: usize) -> (&'a str, &'a str) {
        if depth == 0 { self.outer } else { self.nested }
    }
}

/// More rounds than any text was seen to take.
const MOST_ROUNDS: usize = 8;

/// Looks for one kind of fault.
type Stage = fn(&Letters, &Typography<'_>, &mut Vec<Edit>);

/// In this order, so that each sees what those before it have put right.
const STAGES: [Stage; 14] = [
    look_alikes::look,
    spaces::double,
    quotes::look,
    spaces::ellipsis,
    numbers::ordinals,
    dashes::ranges,
    dashes::look,
    spaces::punctuation,
    numbers::dates,
    numbers::groups,
    numbers::units,
    no_breaks::signs,
    no_breaks::initials,
    no_breaks::look,
];

/// A change to the letters as they are by now.
#[derive(Clone, Debug)]
struct Edit {
    point: Point,
    /// Which letters go.
    range: Range<usize>,
    put: String,
}

impl Edit {
    fn new(point: Point, range: Range<usize>, put: impl Into<String>) -> Self {
        Edit { point, range, put: put.into() }
    }
}

/// The text with these corrections, which do not overlap and stand in order.
pub fn corrected<'c>(text: &str, corrections: impl IntoIterator<Item = &'c Correction>) -> String {
    let mut whole = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for Correction { point: _, range, put } in corrections {
        // What no longer fits the text is left out.
        let Some(before) = text.get(at..range.start).filter(|_| text.is_char_boundary(range.end)) else { continue };
        whole.push_str(before);
        whole.push_str(put);
        at = range.end;
    }
    whole.push_str(text.get(at..).unwrap_or_default());
    whole
}
