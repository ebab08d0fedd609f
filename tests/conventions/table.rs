//! Reads a table of cases and sets each of them.

use dateline::house::{FirstMention, House, QuoteParagraphs, Style};
use dateline::newsroom::preset;
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Embargo, Inline, Kind, Lang, Photo, PhotoId, Placement, Quote,
    Release, Speaker, SpeakerId, Standing, Text,
};
use dateline::story::{self, PartKind};
use jiff::civil::date;
use uuid::Uuid;

/// The cases of one house in one language.
pub(crate) struct Table {
    pub(crate) cases: Vec<Case>,
}

/// What is typed, and what must come out.
#[derive(Clone)]
pub(crate) struct Case {
    title: String,
    line: usize,
    release: Release,
    house: House,
    opens: Vec<String>,
    expected: Vec<String>,
    closes: Vec<String>,
}

impl Table {
    /// Reads a table. Lines before the first case stand for all of them.
    pub(crate) fn read(source: &str) -> Result<Table, String> {
        let mut frame = Case::frame();
        let mut cases: Vec<Case> = Vec::new();
        for (index, line) in source.lines().enumerate() {
            let number = index + 1;
            let line = line.replace('⍽', "\u{202f}").replace('␣', "\u{a0}").replace("\\n", "\n");
            if let Some(title) = line.strip_prefix("# ") {
                cases.push(Case { title: title.into(), line: number, ..frame.clone() });
                continue;
            }
            let case = cases.last_mut().unwrap_or(&mut frame);
            if let Some(expected) = line.strip_prefix("> ") {
                case.expected.push(expected.into());
            } else if !line.is_empty() && !line.starts_with("//") {
                let (key, value) = line.split_once(':').ok_or(format!("line {number}: no field"))?;
                case.put(key, value.strip_prefix(' ').unwrap_or(value))
                    .map_err(|error| format!("line {number}: {error}"))?;
            }
        }
        match cases.iter().find(|case| case.expected.is_empty()) {
            Some(case) => Err(format!("line {}: nothing is expected", case.line)),
            None => Ok(Table { cases }),
        }
    }

    /// What came out otherwise, a text each.
    pub(crate) fn failures(&self) -> Vec<String> {
        self.cases.iter().filter_map(Case::failure).collect()
    }
}

impl Case {
    fn frame() -> Case {
        let lang: Lang = "en".parse().unwrap();
        Case {
            title: String::new(),
            line: 0,
            release: Release::new(Uuid::nil(), date(2026, 11, 23), lang),
            house: House::default(),
            opens: Vec::new(),
            expected: Vec::new(),
            closes: Vec::new(),
        }
    }

    fn failure(&self) -> Option<String> {
        let expected = [&self.opens[..], &self.expected, &self.closes].concat();
        let story = story::set(&self.release, &self.release.editions[0], &self.house);
        let got: Vec<String> = story.parts.iter().flat_map(|part| lines(&part.kind)).collect();
        let show = |lines: &[String]| lines.join("\n    ").replace('\u{202f}', "⍽").replace('\u{a0}', "␣");
        (got != expected).then(|| {
            format!(
                "\n  {} (line {})\n  expected\n    {}\n  got\n    {}",
                self.title,
                self.line,
                show(&expected),
                show(&got)
            )
        })
    }

    fn put(&mut self, key: &str, value: &str) -> Result<(), String> {
        let lang = self.release.editions[0].lang.clone();
        let edition = &mut self.release.editions[0];
        match key {
            "house" if value == "none" => self.house = House::default(),
            "house" => self.house = preset(value).map_err(|error| error.to_string())?,
            "lang" => *edition = Edition::new(value.parse().unwrap()),
            "set" => set_style(self.house.styles.get_mut(&lang).ok_or("no style")?, value)?,
            "opens" => self.opens = lines_of(value),
            "closes" => self.closes = lines_of(value),
            "issued" => self.release.issued = value.parse().unwrap(),
            "kind" => {
                self.release.kind = match value {
                    "advisory" => Kind::Advisory,
                    "statement" => Kind::Statement,
                    other => return Err(format!("there is no kind “{other}”")),
                }
            }
            "embargo" => {
                let (at, zone) = value.split_once(' ').ok_or("an embargo needs a zone")?;
                self.release.embargo = Embargo::Until { at: at.parse().unwrap(), zone: zone.into() };
            }
            "headline" => edition.headline = value.into(),
            "subhead" => edition.subhead = value.into(),
            "place" => edition.place = value.into(),
            "notes" => edition.notes_to_editors = value.into(),
            "p" => push(edition, BlockKind::Paragraph(value.into())),
            "heading" => push(edition, BlockKind::Heading(value.into())),
            "list" | "numbers" => {
                let items = value.split(" | ").map(Text::from).collect();
                push(edition, BlockKind::List { ordered: key == "numbers", items });
            }
            "quote" => push(edition, BlockKind::Quote(quote(value)?)),
            "here" => push(edition, BlockKind::Photo(PhotoId(value.parse().unwrap()))),
            "speaker" => {
                let (name, title) = value.split_once(" | ").unwrap_or((value, ""));
                let id = SpeakerId(1 + u32::try_from(self.release.speakers.len()).unwrap());
                let [name, title] = [name, title].map(|words| ByLang::one(&lang, words));
                self.release.speakers.push(Speaker { name, title, ..Speaker::new(id) });
            }
            "photo" => {
                let photo = photo(value, PhotoId(1 + u32::try_from(self.release.photos.len()).unwrap()), &lang)?;
                self.release.photos.push(photo);
            }
            "contact" => self.release.contacts.push(contact(value, &lang)?),
            other => return Err(format!("there is no field “{other}”")),
        }
        Ok(())
    }
}

fn lines_of(value: &str) -> Vec<String> {
    value.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn push(edition: &mut Edition, kind: BlockKind) {
    let id = BlockId(1 + u32::try_from(edition.body.len()).unwrap());
    edition.body.push(Block { id, kind });
}

/// `words | verb said | by 1 | tail at the opening | before`
fn quote(value: &str) -> Result<Quote, String> {
    let mut fields = value.split(" | ");
    let mut quote = Quote { text: fields.next().unwrap_or_default().into(), ..Quote::default() };
    for field in fields {
        let (key, words) = field.split_once(' ').unwrap_or((field, ""));
        match key {
            "verb" => quote.verb = words.into(),
            "by" => quote.speaker = Some(SpeakerId(words.parse().unwrap())),
            "tail" => quote.tail = words.into(),
            "before" => quote.placement = Placement::Before,
            "split" => quote.placement = Placement::Split { after: words.into() },
            other => return Err(format!("a quote has no “{other}”")),
        }
    }
    Ok(quote)
}

/// `bridge.jpg | caption The bridge | credit A. Example | lead`
fn photo(value: &str, id: PhotoId, lang: &Lang) -> Result<Photo, String> {
    let mut fields = value.split(" | ");
    let mut photo = Photo::new(id, fields.next().unwrap_or_default().into());
    for field in fields {
        let (key, words) = field.split_once(' ').unwrap_or((field, ""));
        match key {
            "caption" => photo.caption = ByLang::one(lang, words),
            "credit" => photo.credit = words.into(),
            "lead" => photo.standing = Standing::Lead,
            other => return Err(format!("a photo has no “{other}”")),
        }
    }
    Ok(photo)
}

/// `unit Press service | person Jane Example | phone 70-00-00 | email press@example.org`
fn contact(value: &str, lang: &Lang) -> Result<Contact, String> {
    let mut contact = Contact::default();
    for field in value.split(" | ") {
        let (key, words) = field.split_once(' ').unwrap_or((field, ""));
        match key {
            "unit" => contact.unit = ByLang::one(lang, words),
            "person" => contact.person = ByLang::one(lang, words),
            "phone" => contact.phones.push(words.into()),
            "email" => contact.email = words.into(),
            "web" => contact.web = words.into(),
            other => return Err(format!("a contact has no “{other}”")),
        }
    }
    Ok(contact)
}

/// What a press office changes in its copy of a house.
fn set_style(style: &mut Style, value: &str) -> Result<(), String> {
    let (key, value) = value.split_once(' ').unwrap_or((value, ""));
    let marks = || value.split_once(' ').map(|(open, close)| (open.to_owned(), close.to_owned())).unwrap_or_default();
    match key {
        "dash" => style.dash = value.into(),
        "after" => style.quote.after = value.into(),
        "before" => style.quote.before = value.into(),
        "split" => style.quote.split = value.into(),
        "alone" => style.quote.alone = value.into(),
        "nested" => style.quote.nested = marks(),
        "open_each" => style.quote.paragraphs = QuoteParagraphs::OpenEach,
        "plain_mentions" => style.first_mention = FirstMention::Plain,
        "dateline_apart" => style.dateline_apart = true,
        "boilerplate" => style.boilerplate = value.into(),
        "end_mark" => style.end_mark = value.into(),
        other => return Err(format!("a house has no “{other}”")),
    }
    Ok(())
}

/// A part as lines: bold in asterisks, quotes set apart after `>`, headings after `#`, a photo's file in brackets.
fn lines(part: &PartKind) -> Vec<String> {
    match part {
        PartKind::ReleaseLine(words)
        | PartKind::Dateline(words)
        | PartKind::Paragraph(words)
        | PartKind::Closing(words) => vec![marked(words)],
        PartKind::Headline(line) => vec![format!("# {line}")],
        PartKind::Subhead(line) => vec![format!("## {line}")],
        PartKind::Quote(paragraphs) => paragraphs.iter().map(|words| format!("> {}", marked(words))).collect(),
        PartKind::Heading(words) => vec![format!("### {}", marked(words))],
        PartKind::List { ordered, items } => {
            let mark = |index: usize| if *ordered { format!("{}.", index + 1) } else { "-".into() };
            items.iter().enumerate().map(|(index, words)| format!("{} {}", mark(index), marked(words))).collect()
        }
        PartKind::Figure(figure) => vec![format!("[{}] {}", figure.file, marked(&figure.caption)).trim_end().into()],
        PartKind::EndMark(mark) => vec![mark.clone()],
        PartKind::Section { heading, paragraphs, .. } => {
            let heading = (!heading.is_empty()).then(|| format!("### {heading}"));
            heading.into_iter().chain(paragraphs.iter().map(|words| marked(words))).collect()
        }
    }
}

/// The letters, what is bold in asterisks; neighbours of one style are one stretch.
fn marked(words: &[Inline]) -> String {
    let mut line = String::new();
    let mut bold = false;
    for inline in words.iter().filter(|inline| !inline.text.is_empty()) {
        if inline.strong != bold {
            line.push_str("**");
            bold = inline.strong;
        }
        line.push_str(&inline.text);
    }
    if bold {
        line.push_str("**");
    }
    line
}
