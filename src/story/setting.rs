//! The parts of an edition in their order: what opens the release, its body, what the house sets after it.

use super::words::{is_blank, on_one_line, one_line, paragraphs, plain, trim, trim_end};
use super::{Figure, Origin, Part, PartKind, Role, mentions, quote};
use crate::house::{After, FirstMention, Style};
use crate::language::Language;
use crate::release::{BlockKind, Contact, Edition, Inline, Lang, Photo, Release, Standing, Text, Words, letters};

/// What the setting of one edition needs at every step.
pub(super) struct Setting<'a> {
    release: &'a Release,
    edition: &'a Edition,
    style: &'a Style,
    language: &'static Language,
    parts: Vec<Part>,
}

impl<'a> Setting<'a> {
    pub(super) fn new(
        release: &'a Release,
        edition: &'a Edition,
        style: &'a Style,
        language: &'static Language,
    ) -> Self {
        Setting { release, edition, style, language, parts: Vec::new() }
    }

    /// The parts in reading order.
    pub(super) fn parts(mut self) -> Vec<Part> {
        self.opening();
        self.body();
        self.after_body();
        self.parts
    }

    fn push(&mut self, origin: Origin, kind: PartKind) {
        self.parts.push(Part { origin, kind });
    }

    fn opening(&mut self) {
        let embargo = self.style.embargo(self.language, &self.release.embargo);
        let line = self.style.release_line.fill(&|name| match name {
            "kind" => plain(self.style.kinds.word(self.release.kind)),
            "embargo" => plain(&embargo),
            "date" => plain(&self.date()),
            "dash" => plain(&self.style.dash),
            _ => Words::new(),
        });
        if !is_blank(&line) {
            self.push(Origin::ReleaseLine, PartKind::ReleaseLine(line));
        }
        if !self.edition.headline.trim().is_empty() {
            self.push(Origin::Headline, PartKind::Headline(one_line(&self.edition.headline)));
        }
        if !self.edition.subhead.trim().is_empty() {
            self.push(Origin::Subhead, PartKind::Subhead(one_line(&self.edition.subhead)));
        }
        let leads: Vec<_> = self.unplaced(Standing::Lead).map(|photo| (photo.id, self.figure(photo))).collect();
        leads.into_iter().for_each(|(id, figure)| self.push(Origin::Photo(id), PartKind::Figure(figure)));
    }

    fn date(&self) -> String {
        self.style.date(self.language, self.release.issued)
    }

    fn body(&mut self) {
        let edition = self.edition;
        let mut dateline = self.style.dateline.fill(&|name| match name {
            "place" => plain(&one_line(&edition.place)),
            "date" => plain(&self.date()),
            "dash" => plain(&self.style.dash),
            _ => Words::new(),
        });
        let first_text = edition.body.iter().find(|block| has_text(&block.kind));
        let runs_in = matches!(first_text.map(|block| &block.kind), Some(BlockKind::Paragraph(_)));
        if !is_blank(&dateline) && (self.style.dateline_apart || !runs_in) {
            // The dash led into the lead; on a line of its own it leads nowhere.
            let dash = self.style.dash.as_str();
            trim_end(&mut dateline, char::is_whitespace);
            if let Some(last) = dateline.last_mut().filter(|last| !dash.is_empty() && last.text.ends_with(dash)) {
                last.text.truncate(last.text.len() - dash.len());
            }
            trim(&mut dateline);
            self.push(Origin::Dateline, PartKind::Dateline(std::mem::take(&mut dateline)));
        }
        let mut mentions =
            mentions::FirstMentions::new(self.release, &edition.lang, self.style.first_mention == FirstMention::Bold);
        let mut attributions = quote::Attributions::new(self.release, edition, self.style, self.language);
        for block in &edition.body {
            let origin = Origin::Block(block.id);
            match &block.kind {
                BlockKind::Paragraph(text) => {
                    let mut words = text.words();
                    if is_blank(&words) {
                        continue;
                    }
                    trim(&mut words);
                    mentions.mark(&mut words);
                    for mut paragraph in paragraphs(words) {
                        paragraph.splice(0..0, std::mem::take(&mut dateline));
                        self.push(origin, PartKind::Paragraph(paragraph));
                    }
                }
                BlockKind::Quote(quote) => {
                    let paragraphs = attributions.set(quote);
                    if self.style.quote.apart && !paragraphs.is_empty() {
                        self.push(origin, PartKind::Quote(paragraphs));
                    } else {
                        paragraphs.into_iter().for_each(|words| self.push(origin, PartKind::Paragraph(words)));
                    }
                }
                BlockKind::Heading(text) => {
                    let words = on_one_line(text.words());
                    if !is_blank(&words) {
                        self.push(origin, PartKind::Heading(words));
                    }
                }
                BlockKind::List { ordered, items } => {
                    let mut items: Vec<Words> =
                        items.iter().map(Text::words).filter(|words| !is_blank(words)).collect();
                    for words in &mut items {
                        trim(words);
                        mentions.mark(words);
                    }
                    if !items.is_empty() {
                        self.push(origin, PartKind::List { ordered: *ordered, items });
                    }
                }
                BlockKind::Photo(id) => {
                    if let Some(photo) = self.release.photo(*id) {
                        let figure = self.figure(photo);
                        self.push(origin, PartKind::Figure(figure));
                    }
                }
            }
        }
    }

    fn after_body(&mut self) {
        for after in &self.style.after_body {
            match after {
                After::EndMark if !self.style.end_mark.is_empty() => {
                    self.push(Origin::House, PartKind::EndMark(self.style.end_mark.clone()));
                }
                After::EndMark => {}
                After::Boilerplate => {
                    let paragraphs = paragraphs(self.style.boilerplate.words());
                    let heading = self.style.boilerplate_heading.clone();
                    self.section(Origin::House, Role::Boilerplate, heading, paragraphs);
                }
                After::Notes => {
                    let paragraphs = paragraphs(self.edition.notes_to_editors.words());
                    self.section(Origin::Notes, Role::Notes, self.style.notes_heading.clone(), paragraphs);
                }
                After::Contacts => {
                    let entries = self.contacts().map(|contact| self.contact(contact, true)).collect();
                    self.section(Origin::Contacts, Role::Contacts, self.style.contacts_heading.clone(), entries);
                }
                After::Photos => {
                    let figures: Vec<_> = self.unplaced(Standing::End).map(|photo| self.figure(photo)).collect();
                    let mut paragraphs: Vec<_> = figures.iter().map(|figure| figure.caption.clone()).collect();
                    paragraphs.retain(|words| !is_blank(words));
                    if !figures.is_empty() {
                        let heading = self.style.photos_heading.clone();
                        let kind = PartKind::Section { role: Role::Photos, heading, paragraphs, figures };
                        self.push(Origin::Photos, kind);
                    }
                }
                After::Closing => {
                    let line = self.closing();
                    if !is_blank(&line) {
                        self.push(Origin::Contacts, PartKind::Closing(line));
                    }
                }
            }
        }
    }

    fn section(&mut self, origin: Origin, role: Role, heading: String, mut paragraphs: Vec<Words>) {
        paragraphs.retain(|words| !is_blank(words));
        if !paragraphs.is_empty() {
            self.push(origin, PartKind::Section { role, heading, paragraphs, figures: Vec::new() });
        }
    }

    fn closing(&self) -> Words {
        let contacts: Vec<String> = self.contacts().map(|contact| letters(&self.contact(contact, false))).collect();
        let credits = credits(&self.release.photos);
        let first = self.contacts().next();
        self.style.closing.fill(&|name| match name {
            "contacts" => plain(&contacts.join("; ")),
            "credits" => plain(&credits.join(", ")),
            "dash" => plain(&self.style.dash),
            _ => first.map(|contact| contact_value(contact, &self.edition.lang, name, false)).unwrap_or_default(),
        })
    }

    fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.release.contacts.iter().filter(|contact| !contact.is_empty())
    }

    fn contact(&self, contact: &Contact, links: bool) -> Words {
        self.style.contact.fill(&|name| match name {
            "dash" => plain(&self.style.dash),
            _ => contact_value(contact, &self.edition.lang, name, links),
        })
    }

    /// Photos of this standing that no block of this edition places.
    fn unplaced(&self, standing: Standing) -> impl Iterator<Item = &'_ Photo> + use<'_> {
        let placed = |photo: &Photo| self.edition.body.iter().any(|block| block.kind == BlockKind::Photo(photo.id));
        self.release.photos.iter().filter(move |photo| photo.standing == standing && !placed(photo))
    }

    fn figure(&self, photo: &Photo) -> Figure {
        Figure {
            photo: photo.id,
            edit: photo.edit,
            file: photo.file.clone(),
            alt: one_line(photo.alt.best(&self.edition.lang)),
            decorative: photo.decorative,
            caption: self.caption(photo),
        }
    }

    fn caption(&self, photo: &Photo) -> Words {
        let mut caption = self.style.caption.fill(&|name| match name {
            "caption" => Text::from(photo.caption.best(&self.edition.lang)).words(),
            "credit" => plain(&one_line(&photo.credit)),
            "rights" => plain(&one_line(&photo.rights)),
            "dash" => plain(&self.style.dash),
            _ => Words::new(),
        });
        trim(&mut caption);
        let made_by_ai = self.language.made_by_ai(photo.made_by_ai);
        if !made_by_ai.is_empty() {
            let space = if is_blank(&caption) { "" } else { " " };
            caption.extend(plain(&format!("{space}({made_by_ai})")));
        }
        caption
    }
}

/// Photos, and blocks that nobody has filled in yet, are no text that a dateline could run into.
fn has_text(block: &BlockKind) -> bool {
    match block {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => !text.is_blank(),
        BlockKind::Quote(quote) => !quote.text.is_blank(),
        BlockKind::List { items, ordered: _ } => items.iter().any(|item| !item.is_blank()),
        BlockKind::Photo(_) => false,
    }
}

/// The authors of all photos, each once, in the order of the photos.
fn credits(photos: &[Photo]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for photo in photos {
        let credit = one_line(photo.credit.trim());
        if !credit.is_empty() && !named.contains(&credit) {
            named.push(credit);
        }
    }
    named
}

fn contact_value(contact: &Contact, lang: &Lang, name: &str, links: bool) -> Words {
    let linked = |text: &str, address: String| {
        let text = one_line(text.trim());
        let link = (links && crate::release::is_link_address(&address)).then_some(address);
        vec![Inline { text, link, ..Inline::default() }]
    };
    match name {
        "unit" => plain(&one_line(contact.unit.best(lang))),
        "person" => plain(&one_line(contact.person.best(lang))),
        "phone" => {
            let phones = contact.phones.iter().map(|phone| one_line(phone.trim())).filter(|phone| !phone.is_empty());
            plain(&phones.collect::<Vec<_>>().join(", "))
        }
        "email" => linked(&contact.email, format!("mailto:{}", contact.email.trim())),
        "web" if contact.web.contains("://") => linked(&contact.web, contact.web.trim().to_owned()),
        "web" => linked(&contact.web, format!("https://{}", contact.web.trim())),
        _ => Words::new(),
    }
}
