//! The shape of a RON text: which field stands where. What the values mean is left to the RON library.

use std::collections::BTreeSet;

/// Deeper texts are no release.
const DEEPEST: usize = 64;

/// A value, from its first letter to behind its last.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The name before the parenthesis: `Quote(…)`.
    pub(super) name: Option<String>,
    pub(super) fields: Vec<Field>,
    /// Of a list, or of a parenthesis without names.
    pub(super) items: Vec<Node>,
}

/// A field with its name, up to behind its comma.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Node,
}

/// The way to a field through names, whichever item of a list it goes through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape(Vec<String>);

impl Node {
    /// The shape of a text; none where it has none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { text, place: usize::from(text.starts_with('\u{feff}')) * 3 };
        reader.skip();
        reader.value(0)
    }

    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Calls with each field and the way to it, the outer one first.
    pub(super) fn each_field<'a>(&'a self, call: &mut dyn FnMut(&'a Field, &Shape)) {
        self.walk(&mut Shape::default(), call);
    }

    fn walk<'a>(&'a self, way: &mut Shape, call: &mut dyn FnMut(&'a Field, &Shape)) {
        way.0.push(self.name.clone().unwrap_or_default());
        for field in &self.fields {
            way.0.push(field.name.clone());
            call(field, way);
            field.value.walk(way, call);
            way.0.pop();
        }
        for item in &self.items {
            item.walk(way, call);
        }
        way.0.pop();
    }

    /// The way to the field of this name that stands nearest before a place, among those that are not set aside.
    pub(super) fn shape_of(&self, name: &str, place: usize, aside: &BTreeSet<usize>) -> Option<Shape> {
        let mut nearest = None;
        self.each_field(&mut |field, way| {
            let is_before = field.name == name && field.start <= place && !aside.contains(&field.start);
            if is_before && nearest.as_ref().is_none_or(|(start, _)| *start <= field.start) {
                nearest = Some((field.start, way.clone()));
            }
        });
        nearest.map(|(_, way)| way)
    }

    pub(super) fn fields_of<'a>(&'a self, shape: &Shape) -> impl Iterator<Item = &'a Field> {
        let mut fields = Vec::new();
        self.each_field(&mut |field, way| {
            if way == shape {
                fields.push(field);
            }
        });
        fields.into_iter()
    }
}

struct Reader<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.place..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn takes(&mut self, words: &str) -> bool {
        let is_there = self.rest().starts_with(words);
        self.place += if is_there { words.len() } else { 0 };
        is_there
    }

    /// Past spaces and comments; what no comment ends is the end of the text.
    fn skip(&mut self) {
        loop {
            let before = self.place;
            let rest = self.rest();
            self.place += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.place += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.place += comment(rest);
            }
            if self.place == before {
                return;
            }
        }
    }

    fn word(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let bare = rest.strip_prefix("r#").filter(|bare| bare.starts_with(is_letter)).unwrap_or(rest);
        let length = bare.find(|letter: char| !is_letter(letter)).unwrap_or(bare.len());
        let word = bare.get(..length).filter(|word| !word.is_empty() && !word.starts_with(char::is_numeric))?;
        self.place += rest.len() - bare.len() + length;
        Some(word)
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        let start = self.place;
        let mut node = Node { start, ..Node::default() };
        let before = self.place;
        let name = self.word();
        if name.is_some() {
            self.skip();
        }
        match self.next() {
            Some('(') => {
                node.name = name.map(str::to_owned);
                self.place += 1;
                self.inside(&mut node, ')', depth)?;
            }
            Some('[') if name.is_none() => {
                self.place += 1;
                self.inside(&mut node, ']', depth)?;
            }
            _ => {
                self.place = before;
                self.leaf()?;
            }
        }
        node.end = self.place;
        Some(node)
    }

    /// What stands between the parentheses, and the closing one.
    fn inside(&mut self, node: &mut Node, close: char, depth: usize) -> Option<()> {
        loop {
            self.skip();
            if self.next()? == close {
                self.place += 1;
                return Some(());
            }
            let start = self.place;
            let name = if close == ')' { self.field_name() } else { None };
            let value = self.value(depth + 1)?;
            let mut end = self.place;
            self.skip();
            if self.takes(",") {
                end = self.place;
            } else if self.next()? != close {
                return None;
            }
            match name {
                Some(name) => node.fields.push(Field { name, start, end, value }),
                None => node.items.push(value),
            }
        }
    }

    /// `name:`, or nothing is taken.
    fn field_name(&mut self) -> Option<String> {
        let before = self.place;
        let name = self.word().map(str::to_owned);
        self.skip();
        if name.is_some() && !self.rest().starts_with("::") && self.takes(":") {
            self.skip();
            return name;
        }
        self.place = before;
        None
    }

    /// A string, a number, a map: whatever has no fields of a release in it.
    fn leaf(&mut self) -> Option<()> {
        let begin = self.place;
        let mut open = 0_usize;
        loop {
            let rest = self.rest();
            let Some(letter) = rest.chars().next() else { return (open == 0 && self.place > begin).then_some(()) };
            match letter {
                '"' => self.place += string(rest)?,
                '\'' => self.place += character(rest),
                'r' if raw_string(rest).is_some() => self.place += raw_string(rest)?,
                '/' if rest.starts_with("//") || rest.starts_with("/*") => {
                    if open == 0 {
                        return Some(());
                    }
                    self.skip();
                }
                '(' | '[' | '{' => {
                    open += 1;
                    self.place += 1;
                }
                ')' | ']' | '}' | ',' if open == 0 => return (self.place > begin).then_some(()),
                ')' | ']' | '}' => {
                    open -= 1;
                    self.place += 1;
                }
                _ if letter.is_whitespace() && open == 0 => return Some(()),
                _ => self.place += letter.len_utf8(),
            }
        }
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of a comment, with those within it.
fn comment(text: &str) -> usize {
    let (mut depth, mut place) = (0_usize, 0);
    while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            (depth, place) = (depth + 1, place + 2);
        } else if rest.starts_with("*/") {
            (depth, place) = (depth.saturating_sub(1), place + 2);
        } else {
            place += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    place
}

fn string(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn character(text: &str) -> usize {
    let escaped = text.starts_with("'\\");
    let skipped = if escaped { 3 } else { 2 };
    text.char_indices().skip(skipped).find(|(_, letter)| *letter == '\'').map_or(1, |(at, _)| at + 1)
}

/// The length of `r#"…"#`.
fn raw_string(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('r')?;
    let marks = rest.len() - rest.trim_start_matches('#').len();
    let inside = rest.get(marks..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(marks));
    Some(1 + marks + 1 + inside.find(&close)? + close.len())
}
