//! The sample, written from nothing in each language of the window, by the names that a screen reader would say.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/picture.rs"]
mod picture;

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::desk::{Direction, Open};
use dateline::export::{Format, Options, export};
use dateline::newsroom::sample_release;
use dateline::release::{BlockKind, ByLang, Edition, Placement, Quote, Release, Standing, Text};
use dateline::story::{Story, set};
use dateline::ui::Command;
use dateline::words::{Locale, Particular};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

struct Writer {
    window: Harness<'static, App>,
    locale: Locale,
}

impl Writer {
    fn new(locale: Locale) -> Self {
        let start = Start { locale: Some(locale), ..Start::default() };
        let builder = Harness::builder().with_size([1440.0, 5200.0]);
        let mut window = builder.build_eframe(move |cc| App::new(cc, start));
        window.run_steps(3);
        // What is written is looked at, not its page.
        window.state_mut().desk.preferences.preview_hidden = true;
        Writer { window, locale }
    }

    fn say(&self, key: &'static str) -> String {
        self.locale.say(key).to_owned()
    }

    fn numbered(&self, key: &'static str, number: usize) -> String {
        self.locale.tell(key, &[("number", number.into())])
    }

    fn of_card(&self, key: &'static str, card: &str) -> String {
        self.locale.tell(key, &[("card", Particular::from(card))])
    }

    fn click(&mut self, name: &str) {
        self.window.get_by_label(name).click();
        self.window.run_steps(3);
    }

    /// Types in place of what a field holds.
    fn fill(&mut self, name: &str, words: &str) {
        self.window.get_by_label(name).focus();
        self.window.run_steps(2);
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.window.run_steps(1);
        self.window.get_by_label(name).type_text(words);
        self.window.run_steps(2);
    }

    fn until(&mut self, so: impl Fn(&App) -> bool) {
        let start = Instant::now();
        while !so(self.window.state()) {
            assert!(start.elapsed() < Duration::from_secs(30), "it never came to be");
            self.window.run_steps(1);
            std::thread::sleep(Duration::from_millis(5));
        }
        self.window.run_steps(3);
    }

    fn carry_out(&mut self, command: Command) {
        let ctx = self.window.ctx.clone();
        self.window.state_mut().carry_out(command, &ctx);
        self.window.run_steps(3);
    }

    fn open(&self) -> &Open {
        self.window.state().desk.open.as_ref().unwrap()
    }

    fn begin(&mut self, lang: &str) {
        self.carry_out(Command::New(lang.parse().unwrap()));
        self.until(|app| app.desk.open.is_some());
    }

    fn add(&mut self, key: &'static str) {
        let name = self.say(key);
        self.click(&name);
    }

    fn write_body(&mut self, edition: &Edition, release: &Release) {
        for (number, block) in (1..).zip(&edition.body) {
            let card = |writer: &Writer, key| writer.numbered(key, number);
            match &block.kind {
                BlockKind::Paragraph(Text(words)) => {
                    if number > 1 {
                        self.add("command-add-paragraph");
                    }
                    let name = card(self, "card-paragraph");
                    self.fill(&name, words);
                }
                BlockKind::Heading(Text(words)) => {
                    self.add("command-add-heading");
                    let name = card(self, "card-heading");
                    self.fill(&name, words);
                }
                BlockKind::List { items, ordered: _ } => {
                    self.add("command-add-list");
                    let name = card(self, "card-list");
                    for (index, Text(item)) in items.iter().enumerate() {
                        if index > 0 {
                            self.window.key_press(Key::Enter);
                            self.window.run_steps(2);
                        }
                        self.window.get_by_label(&name).type_text(item);
                        self.window.run_steps(2);
                    }
                }
                BlockKind::Quote(quote) => {
                    self.add("command-add-quote");
                    let name = card(self, "card-quote");
                    self.write_quote(&name, quote, edition, release);
                }
                BlockKind::Photo(id) => {
                    // The photo is the release's own, so its number is another one here.
                    let index = release.photos.iter().position(|photo| photo.id == *id).unwrap();
                    let here = self.open().release.photos[index].id;
                    self.carry_out(Command::AddBlock(dateline::desk::Addition::Photo(here), None));
                }
            }
        }
    }

    fn write_quote(&mut self, card: &str, quote: &Quote, edition: &Edition, release: &Release) {
        self.fill(card, &quote.text.0);
        let speaker = release.speaker(quote.speaker.unwrap()).unwrap();
        let name = speaker.name.get(&edition.lang);
        let picker = self.of_card("quote-speaker", card);
        self.click(&picker);
        let search = self.say("find-speaker");
        self.window.get_by_label(&search).type_text(name);
        self.window.run_steps(3);
        self.window.key_press(Key::Enter);
        self.window.run_steps(4);
        let title = self.of_card("quote-title", card);
        if self.window.query_by_label(&title).is_some() {
            self.fill(&title, speaker.title.get(&edition.lang));
        }
        let (verb, tail) = (self.of_card("quote-verb", card), self.of_card("quote-tail", card));
        self.fill(&verb, &quote.verb);
        if !quote.tail.is_empty() {
            self.fill(&tail, &quote.tail);
        }
        let label = match &quote.placement {
            Placement::After => return,
            Placement::Before => "placement-before",
            Placement::Split { .. } => "placement-split",
        };
        let placement = self.of_card("quote-placement", card);
        self.click(&placement);
        self.add(label);
        if let Placement::Split { after } = &quote.placement {
            let split = self.of_card("quote-split", card);
            self.fill(&split, after);
        }
    }

    fn attach(&mut self, edition: &Edition, release: &Release, folder: &std::path::Path) {
        let files = release.photos.iter().map(|photo| folder.join(&photo.file));
        let files: Vec<_> = files.inspect(|file| picture::write(file)).collect();
        let count = files.len();
        self.carry_out(Command::AttachPhotos(files));
        self.until(|app| app.desk.open.as_ref().unwrap().release.photos.len() == count);
        for (number, photo) in (1..).zip(&release.photos) {
            let named = [("number", number.into()), ("words", photo.file.as_str().into())];
            let thumbnail = self.locale.tell("photo-tile", &named);
            self.click(&thumbnail);
            let words = |words: &ByLang| words.get(&edition.lang).to_owned();
            for (key, words) in [
                ("photo-caption", words(&photo.caption)),
                ("photo-alt", words(&photo.alt)),
                ("photo-credit", photo.credit.clone()),
            ] {
                let name = self.numbered(key, number);
                self.fill(&name, &words);
            }
            if photo.standing == Standing::Lead {
                let name = self.numbered("photo-lead", number);
                self.click(&name);
            }
        }
    }

    fn write_notes(&mut self, edition: &Edition) {
        if !edition.notes_to_editors.0.is_empty() {
            self.add("section-notes");
            let name = self.say("field-notes");
            self.fill(&name, &edition.notes_to_editors.0);
        }
    }

    fn write_contacts(&mut self, edition: &Edition, release: &Release) {
        for (number, contact) in (1..).zip(&release.contacts) {
            self.add("command-add-contact");
            for (key, words) in [
                ("contact-unit", contact.unit.get(&edition.lang).to_owned()),
                ("contact-person", contact.person.get(&edition.lang).to_owned()),
                ("contact-telephone", contact.phones.join(", ")),
                ("contact-email", contact.email.clone()),
                ("contact-web", contact.web.clone()),
            ] {
                let name = self.numbered(key, number);
                self.fill(&name, &words);
            }
        }
    }
}

fn text(story: &Story) -> String {
    String::from_utf8(export(story, Format::Text, &Options::default()).unwrap().bytes).unwrap()
}

/// The sample in the language of the window, typed word for word, reads as the sample that comes with the program.
fn composed(locale: Locale) {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = sample_release().unwrap();
    let edition = sample.edition(&locale.tag().parse().unwrap()).unwrap().clone();
    let mut writer = Writer::new(locale);
    writer.begin(locale.tag());
    for (key, words) in
        [("field-headline", &edition.headline), ("field-subhead", &edition.subhead), ("field-place", &edition.place)]
    {
        let name = writer.say(key);
        writer.fill(&name, words);
    }
    writer.attach(&edition, &sample, folder.path());
    writer.write_body(&edition, &sample);
    writer.write_contacts(&edition, &sample);
    writer.write_notes(&edition);

    let open = writer.open();
    let written = &open.release;
    // The hour is chosen in the details; what was typed is compared.
    sample.embargo = written.embargo.clone();
    sample.issued = written.issued;
    let house = open.houses.of(&edition.lang);
    assert_eq!(text(&set(written, &written.editions[0], house)), text(&set(&sample, &edition, house)));
}

#[test]
fn the_sample_is_composed_from_nothing_in_a_kazakh_window() {
    composed(Locale::Kazakh);
}

#[test]
fn the_sample_is_composed_from_nothing_in_a_russian_window() {
    composed(Locale::Russian);
}

#[test]
fn the_sample_is_composed_from_nothing_in_an_english_window() {
    composed(Locale::English);
}

#[test]
fn a_card_that_was_composed_last_can_be_moved_to_the_front() {
    let mut writer = Writer::new(Locale::Russian);
    writer.begin("ru");
    writer.fill("Абзац 1", "Сегодня открыт мост.");
    writer.add("command-add-paragraph");
    writer.fill("Абзац 2", "Он соединил два берега.");
    let last = writer.open().shown().body[1].id;
    writer.carry_out(Command::MoveBlock(last, Direction::Up));
    assert_eq!(writer.open().shown().body[0].id, last);
}
