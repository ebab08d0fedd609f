//! What lies on the desk: the open release, how it will read, and the question that waits for an answer.
//!
//! No window and no disk: [`crate::ui`] draws the desk and edits it, [`crate::app`] carries out what people ask for.

mod approving;
mod aside;
mod body;
mod catalogue;
mod company;
mod comparing;
mod copying;
mod correcting;
mod edit;
mod exporting;
mod history;
mod house_styles;
mod keeping;
pub mod marks;
mod merging;
mod notice;
mod photos;
mod question;
mod registers;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::check::{
    Finding, Place, ReadTexts, Remembered, check, check_letters, check_parity, check_register, check_typography,
    gathered,
};
use crate::export::{Format, Options, export};
use crate::house::Houses;
use crate::language::Language;
use crate::newsroom::{Fingerprint, Preferences, Saved, States};
use crate::pages::has_letter;
use crate::register::Register;
use crate::release::{BlockId, Edition, Lang, PhotoId, Release, SpeakerId};
use crate::story::{Origin, Story, set};
use crate::words::{Locale, Message};

pub use aside::{Aside, GuidePage};
pub use body::{AskedLink, Caret, Shape, beside, lines, paragraphs, points, typed};
pub use catalogue::{Catalogue, FIRST_HITS, List, MOST_HITS};
pub use company::{Access, Company};
pub use comparing::{Compared, Versions, compared};
pub use copying::Copied;
pub use correcting::Proposed;
pub use edit::{Addition, Direction, let_verb_agree};
pub use exporting::{ExportChoice, ExportOutcome, ExportProgress};
pub use history::History;
pub use house_styles::{HouseDraft, HouseQuestion, HouseStyles, in_order};
pub use keeping::{SaveClock, Trouble};
pub use merging::{ChangedBy, Merging, Part, Side, Spot};
pub use notice::{Notice, Offer};
pub use photos::{Choosing, Chosen, Found, PhotoTool};
pub use question::{AfterSaving, Question};
pub use registers::{Draft, RegisterChange, RegisterShelf, Registers};

/// Everything that the window shows.
#[derive(Debug)]
pub struct Desk {
    /// Today, for new releases.
    pub today: Date,
    /// The time zone in which this machine stands.
    pub zone: String,
    /// The release that is being written.
    pub open: Option<Open>,
    /// What a person has to answer first.
    pub question: Option<Question>,
    /// What lies over the release without asking anything.
    pub aside: Option<Aside>,
    /// The last thing that happened, in one line.
    pub notice: Option<Notice>,
    /// What stands in the way of keeping what is typed.
    pub trouble: Trouble,
    /// Its earlier versions, while they are shown.
    pub versions: Versions,
    /// The release is on its way into its file.
    pub is_saving: bool,
    /// What runs beside the window right now.
    pub running: Vec<String>,
    /// Another release is about to take the place of the open one; words typed into it now would be lost.
    pub is_opening: bool,
    /// A window too narrow for form and preview shows the preview.
    pub preview_in_turn: bool,
    /// What the person at the desk likes.
    pub preferences: Preferences,
    /// The language in which the window speaks.
    pub locale: Locale,
    /// Where the cursor should go in the next frame.
    pub focus: Option<Place>,
    /// The field there is marked for a moment, because somebody asked to be led to it.
    pub marks_focus: bool,
    /// The folder that dialogs start from.
    pub home: PathBuf,
    /// The list of releases lies over the form; for windows too narrow to have it beside.
    pub library_over: bool,
    /// Recent releases whose folders are not there any more.
    pub gone: BTreeSet<PathBuf>,
    /// How far the export has come that runs now.
    pub exporting: Option<ExportProgress>,
    /// What the last export wrote.
    pub exported: Option<ExportOutcome>,
    /// What to tell of a fault of the program, in the last run or in this one.
    pub report: Option<FaultReport>,
    /// What could be put right in the texts, while a person looks it over.
    pub proposed: Vec<Proposed>,
    /// The newsroom's releases.
    pub catalogue: Catalogue,
    /// Where the release lies that was thrown away last.
    pub trashed: Option<PathBuf>,
    /// What the system calls the person at the desk.
    pub person: String,
    /// Who else is at work on the open release and on those of the list.
    pub company: Company,
    /// Two texts of the open release, while they are made one.
    pub merging: Option<Merging>,
    /// Whom the newsroom knows.
    pub registers: Registers,
    /// The newsroom's houses while they are changed.
    pub house_styles: HouseStyles,
}

/// What to tell of a fault of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultReport {
    /// Version, system and where it happened; no word that anybody typed.
    pub text: String,
    /// It happened in this run rather than in the last one.
    pub now: bool,
}

/// The open release and what was made of it.
#[derive(Debug)]
pub struct Open {
    /// As it is being written.
    pub release: Release,
    /// As it is on disk; `None` where it never was saved.
    pub saved: Option<Release>,
    /// What its file held when it was read or written last.
    pub seen: Option<Fingerprint>,
    /// How this window has it.
    pub access: Access,
    /// The copy of this window's own, while somebody else has taken it over, and what it holds.
    pub own_copy: Option<(PathBuf, Release)>,
    /// What this window and somebody else began with, before their text became a copy: by the copies' files.
    pub bases: BTreeMap<PathBuf, Release>,
    /// What it was when this window took it over from somebody.
    pub took_from: Option<Release>,
    /// What somebody else has written is on its way into the history.
    follows: bool,
    /// When it is saved by itself.
    pub clock: SaveClock,
    /// Its folder; `None` until it is saved for the first time.
    pub folder: Option<PathBuf>,
    /// Photos that were attached and not copied yet, with where they are.
    pub waiting_photos: BTreeMap<PhotoId, PathBuf>,
    /// The houses of its editions.
    pub houses: Houses,
    /// The names of the houses that it can choose from.
    pub house_names: Vec<String>,
    /// Whom the newsroom knows.
    register: Arc<Register>,
    /// Speakers who were known by their names, and who they are.
    came_from: BTreeMap<SpeakerId, Uuid>,
    /// The edition in the form, as an index that always stands for one.
    edition: usize,
    /// No photo before had this number; a number is never given twice, because an undone photo may come back.
    next_photo: u32,
    /// Which photos somebody works at.
    chosen: Chosen,
    /// What a click into the large picture does.
    pub photo_tool: PhotoTool,
    /// How the preview shows it.
    pub view: View,
    /// What undo goes back to.
    pub history: History,
    /// Where the cursor should go in the body in the next frame.
    pub caret: Option<Caret>,
    /// Where the cursor is in the body, or was last.
    pub cursor: Option<Caret>,
    /// The address that is being asked for, and the words that should lead there.
    pub asked_link: Option<AskedLink>,
    /// The quote for which a speaker was just introduced, whose title is still to be written.
    pub new_voice: Option<(BlockId, SpeakerId)>,
    set_from: Option<(Release, usize, View)>,
    story: Option<Arc<Story>>,
    text: String,
    findings: Vec<Finding>,
    /// What was found in texts that have not changed.
    remembered: Remembered,
    facts: ReadTexts,
    /// The findings in words, and in which language they are.
    questions: Vec<String>,
    asked_in: Option<Locale>,
    /// The finding that was gone to last, and where it stood in the list.
    visited: Option<(usize, Finding)>,
}

/// How the preview shows a release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// As readers will see it.
    #[default]
    Page,
    /// As it reads on a web site.
    Web,
    /// As it reads in a mail.
    Mail,
    /// As plain text.
    Text,
}

impl View {
    /// All of them, in the order of their tabs.
    pub const ALL: [View; 4] = [View::Page, View::Web, View::Mail, View::Text];
}

/// The field from which a part of the page came.
pub fn place_of(origin: Origin, lang: &Lang) -> Option<Place> {
    Some(match origin {
        Origin::ReleaseLine => Place::Embargo,
        Origin::Headline => Place::Headline(lang.clone()),
        Origin::Subhead => Place::Subhead(lang.clone()),
        Origin::Dateline => Place::Dateline(lang.clone()),
        Origin::Block(id) => Place::Block(lang.clone(), id),
        Origin::Photo(id) => Place::Photo(id),
        Origin::Notes => Place::Notes(lang.clone()),
        Origin::Contacts => Place::Contacts,
        Origin::House => Place::House,
        Origin::Photos => return None,
    })
}

impl Desk {
    /// An empty desk.
    pub fn new(today: Date, home: PathBuf) -> Self {
        Desk {
            today,
            zone: "UTC".to_owned(),
            open: None,
            question: None,
            aside: None,
            notice: None,
            trouble: Trouble::default(),
            versions: Versions::default(),
            is_saving: false,
            running: Vec::new(),
            is_opening: false,
            preview_in_turn: false,
            preferences: Preferences::default(),
            locale: Locale::default(),
            focus: None,
            marks_focus: false,
            home,
            library_over: false,
            gone: BTreeSet::new(),
            exporting: None,
            exported: None,
            report: None,
            proposed: Vec::new(),
            catalogue: Catalogue::default(),
            trashed: None,
            person: String::new(),
            company: Company::default(),
            merging: None,
            registers: Registers::default(),
            house_styles: HouseStyles::default(),
        }
    }

    /// Is there anything that closing would lose?
    pub fn has_unsaved_words(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.is_kept())
    }
}

impl Open {
    /// Puts a release on the desk.
    pub fn new(release: Release, folder: Option<PathBuf>, houses: Houses, house_names: Vec<String>) -> Self {
        Open {
            saved: folder.is_some().then(|| release.clone()),
            seen: None,
            access: Access::default(),
            own_copy: None,
            bases: BTreeMap::new(),
            took_from: None,
            follows: false,
            clock: SaveClock::default(),
            history: History::new(release.clone()),
            next_photo: release.fresh_photo_id().0,
            release,
            folder,
            waiting_photos: BTreeMap::new(),
            chosen: Chosen::default(),
            photo_tool: PhotoTool::default(),
            houses,
            house_names,
            register: Arc::default(),
            came_from: BTreeMap::new(),
            edition: 0,
            view: View::default(),
            caret: None,
            cursor: None,
            asked_link: None,
            new_voice: None,
            set_from: None,
            story: None,
            text: String::new(),
            findings: Vec::new(),
            remembered: Remembered::default(),
            facts: ReadTexts::default(),
            questions: Vec::new(),
            asked_in: None,
            visited: None,
        }
    }

    /// A new release in one language.
    pub fn blank(id: Uuid, today: Date, lang: Lang, houses: Houses, house_names: Vec<String>) -> Self {
        let mut release = Release::new(id, today, lang);
        release.contacts = houses.of(&release.editions[0].lang).contacts.clone();
        let mut open = Open::new(release, None, houses, house_names);
        open.add_block(Addition::Paragraph, None);
        open.history = History::new(open.release.clone());
        open
    }

    /// Goes on with what was typed before the window was: undo goes back past its beginning.
    pub fn go_on_with(&mut self, states: States) {
        self.release = (*states.present).clone();
        let all = states.past.iter().chain([&states.first, &states.present]).chain(&states.future);
        self.next_photo = all.map(|state| state.fresh_photo_id().0).max().unwrap_or_default().max(self.next_photo);
        self.history = History::of(states);
    }

    /// Puts an earlier state in the place of what is written now, as one step.
    ///
    /// It stays this release, whatever the earlier one was called, and photos keep the names that their files have.
    pub fn restore(&mut self, then: Release) {
        let mut restored = Release { id: self.release.id, ..then };
        for photo in &mut restored.photos {
            if let Some(there) = self.release.photo(photo.id) {
                photo.file.clone_from(&there.file);
            }
        }
        self.next_photo = restored.fresh_photo_id().0.max(self.next_photo);
        self.release = restored;
        self.show_edition(self.edition);
    }

    /// It is in its file; whatever was typed meanwhile stays. False where that was another release.
    pub fn is_in_file(&mut self, saved: Saved) -> bool {
        let Saved { on_disk, folder, seen, conflict: _ } = saved;
        if self.release.id != on_disk.id {
            return false;
        }
        // Photos may have got other names in the folder.
        for photo in &mut self.release.photos {
            if let Some(there) = on_disk.photo(photo.id) {
                photo.file.clone_from(&there.file);
                self.waiting_photos.remove(&photo.id);
            }
        }
        self.history.name_photos(&on_disk);
        self.clock.saved();
        (self.folder, self.seen, self.saved) = (Some(folder), Some(seen), Some(on_disk));
        true
    }

    /// Does it hold words that are not in its file?
    pub fn is_unsaved(&self) -> bool {
        match &self.saved {
            Some(saved) => *saved != self.release,
            None => !self.history.is_untouched(&self.release),
        }
    }

    /// The edition in the form.
    pub fn shown(&self) -> &Edition {
        &self.release.editions[self.edition]
    }

    /// The edition in the form, to write in.
    pub fn shown_mut(&mut self) -> &mut Edition {
        &mut self.release.editions[self.edition]
    }

    /// Which edition is in the form.
    pub fn edition(&self) -> usize {
        self.edition
    }

    /// Shows another edition in the form, the last one where there are not so many.
    pub fn show_edition(&mut self, index: usize) {
        self.edition = index.min(self.release.editions.len().saturating_sub(1));
    }

    /// Shows the edition that stands so far behind this one, around the end.
    pub fn turn_edition(&mut self, by: usize) {
        self.edition = (self.edition + by).checked_rem(self.release.editions.len()).unwrap_or_default();
    }

    /// Goes back one step.
    pub fn undo(&mut self) {
        let state = self.history.undo();
        self.put_state(state);
    }

    /// Goes forward one step.
    pub fn redo(&mut self) {
        let state = self.history.redo();
        self.put_state(state);
    }

    fn put_state(&mut self, state: Option<Release>) {
        let Some(release) = state else { return };
        let before = std::mem::replace(&mut self.release, release);
        self.show_edition(self.edition);
        // What has come back is what a person wants to see, and goes on from.
        let now = self.shown();
        self.caret = before.edition(&now.lang).and_then(|then| body::changed(&then.body, &now.body));
    }

    /// The language of the edition in the form.
    pub fn lang(&self) -> Lang {
        self.shown().lang.clone()
    }

    /// Sets the story and looks it over again where words have changed since the last time; tells whether they have.
    pub fn refresh(&mut self, now: Timestamp) -> bool {
        if self.is_set() {
            return false;
        }
        let story = self.set_shown();
        self.text = match self.view {
            View::Text => as_text(&story),
            View::Page | View::Web | View::Mail => String::new(),
        };
        self.story = Some(Arc::new(story));
        self.findings = check(&self.release, &self.houses, now);
        self.findings.extend(check_letters(&self.release, &self.houses, &has_letter));
        self.findings.extend(check_register(&self.release, &self.register));
        self.findings.extend(check_parity(&self.release, &mut self.facts));
        self.findings.extend(gathered(check_typography(&self.release, &self.houses, &mut self.remembered)));
        self.asked_in = None;
        self.set_from = Some((self.release.clone(), self.edition, self.view));
        true
    }

    /// Does the preview show the release as it is now?
    pub fn is_set(&self) -> bool {
        self.set_from.as_ref().is_some_and(|(release, edition, view)| {
            *release == self.release && *edition == self.edition && *view == self.view
        })
    }

    fn set_shown(&self) -> Story {
        let edition = self.shown();
        set(&self.release, edition, self.houses.of(&edition.lang))
    }

    /// The edition in the form as the preview shows it as plain text.
    pub fn as_text(&self) -> &str {
        &self.text
    }

    /// How the edition in the form will read.
    pub fn story(&self) -> Option<&Arc<Story>> {
        self.story.as_ref()
    }

    /// What an editor would ask before sending.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Puts the findings into words of this language, where they are not yet.
    pub fn put_questions(&mut self, locale: Locale) {
        if self.asked_in == Some(locale) {
            return;
        }
        self.questions = self.findings.iter().map(|finding| self.question(finding).in_locale(locale)).collect();
        self.asked_in = Some(locale);
    }

    /// The findings in words, one each, in the language that they were [put](Open::put_questions) in last.
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// In a release of several languages a question says which of them it speaks of.
    fn question(&self, finding: &Finding) -> Message {
        let message = finding.message(&self.release);
        match finding.place.lang() {
            Some(lang) if self.release.editions.len() > 1 && !finding.rule.names_language() => {
                let language = Language::own_name_of(lang);
                Message::new("findings-in-language").with("language", language).with("question", message)
            }
            Some(_) | None => message,
        }
    }

    /// The field of the finding after the one that was gone to last, or of the one before it; around the end of the list.
    pub fn walk_findings(&mut self, forward: bool) -> Option<Place> {
        let count = self.findings.len();
        let last = self.visited.take();
        let there = last.as_ref().and_then(|(_, visited)| self.findings.iter().position(|other| other == visited));
        let index = match (last, there) {
            // The one that was mended has made way: the next one stands in its place.
            (Some((index, _)), None) if forward => index,
            (Some((index, _)), None) => index + count.saturating_sub(1),
            (Some(_), Some(index)) if forward => index + 1,
            (Some(_), Some(index)) => index + count - 1,
            (None, _) if forward => 0,
            (None, _) => count.saturating_sub(1),
        };
        let index = index.checked_rem(count)?;
        let finding = self.findings[index].clone();
        let place = finding.place.clone();
        self.visited = Some((index, finding));
        Some(place)
    }

    /// The finding that was gone to last by keys, as long as it is not mended.
    pub fn visited(&self) -> Option<&Finding> {
        self.visited.as_ref().map(|(_, finding)| finding)
    }

    /// The house style has changed, so everything is set anew.
    pub fn put_houses(&mut self, houses: Houses) {
        self.houses = houses;
        self.set_from = None;
    }

    /// A name for its folder: the date and the first words of the headline.
    pub fn folder_name(&self) -> String {
        let mut name = self.release.issued.to_string();
        let headline = self.release.editions.first().map(|edition| edition.headline.to_lowercase()).unwrap_or_default();
        for word in headline.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).take(5) {
            name.push('-');
            name.extend(word.chars().take(20));
        }
        name
    }
}

fn as_text(story: &Story) -> String {
    let exported = export(story, Format::Text, &Options::default());
    exported.map(|exported| String::from_utf8_lossy(&exported.bytes).into_owned()).unwrap_or_default()
}
