//! What people do to an open release beyond typing: adding, moving, taking away.

use super::{Caret, Open, beside};
use crate::check::{Fix, Place};
use crate::language::agreeing_verb;
use crate::release::{
    Block, BlockId, BlockKind, Contact, Edition, Lang, PhotoId, Quote, Speaker, SpeakerId, Standing, Text,
};

/// What can be added to the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addition {
    /// Narrative text.
    Paragraph,
    /// Somebody's words.
    Quote,
    /// A line above what follows.
    Heading,
    /// Points, one a line.
    List,
    /// A photo of the release.
    Photo(PhotoId),
}

/// Where a block moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the one above.
    Up,
    /// After the one below.
    Down,
}

impl Open {
    /// Adds a block after the given one, or at the end.
    pub fn add_block(&mut self, addition: Addition, after: Option<BlockId>) -> BlockId {
        let kind = match addition {
            Addition::Paragraph => BlockKind::Paragraph(Text::default()),
            Addition::Quote => BlockKind::Quote(self.blank_quote()),
            Addition::Heading => BlockKind::Heading(Text::default()),
            Addition::List => BlockKind::List { ordered: false, items: vec![Text::default()] },
            Addition::Photo(photo) => BlockKind::Photo(photo),
        };
        if let Some(blank) = after.filter(|after| addition != Addition::Paragraph && self.is_blank_paragraph(*after)) {
            // Whoever opened a paragraph and then wanted something else leaves no empty card behind.
            let block = self.shown_mut().body.iter_mut().find(|block| block.id == blank);
            if let Some(block) = block {
                block.kind = kind;
                return blank;
            }
        }
        let id = self.release.fresh_block_id();
        let body = &mut self.shown_mut().body;
        let place =
            after.and_then(|after| body.iter().position(|block| block.id == after)).map_or(body.len(), |at| at + 1);
        body.insert(place, Block { id, kind });
        id
    }

    /// A quote with the house's usual verb, and the speaker where there is only one.
    pub(super) fn blank_quote(&self) -> Quote {
        let verb = self.verbs().first().cloned().unwrap_or_default();
        let mut quote = Quote { verb, ..Quote::default() };
        if let [only] = self.release.speakers.as_slice() {
            quote.speaker = Some(only.id);
            let_verb_agree(&mut quote, only, &self.lang(), self.verbs());
        }
        quote
    }

    /// Is it a paragraph without words, that waits for no translation?
    fn is_blank_paragraph(&self, id: BlockId) -> bool {
        let is_blank = |block: &Block| matches!(&block.kind, BlockKind::Paragraph(text) if text.is_blank());
        let original = self.release.editions.first().filter(|_| self.edition > 0);
        let is_translation = original.is_some_and(|original| original.block(id).is_some());
        self.shown().block(id).is_some_and(is_blank) && !is_translation
    }

    /// The verbs that the house offers in the language in the form.
    pub(super) fn verbs(&self) -> &[String] {
        let lang = &self.shown().lang;
        self.houses.of(lang).style(lang).map(|style| style.quote.verbs.as_slice()).unwrap_or_default()
    }

    /// Mends what a finding offers to mend.
    pub fn mend(&mut self, place: &Place, fix: &Fix) {
        match (fix, place.lang()) {
            (Fix::OnlyAttach(photos), _) => {
                for photo in self.release.photos.iter_mut().filter(|photo| photos.contains(&photo.id)) {
                    photo.standing = Standing::Attached;
                }
            }
            (Fix::TakeFromRegister(words), Some(lang)) => {
                let id = place.speaker_id();
                let Some(speaker) = self.release.speakers.iter_mut().find(|speaker| Some(speaker.id) == id) else {
                    return;
                };
                let is_title = matches!(place, Place::SpeakerTitle(..));
                let field = if is_title { &mut speaker.title } else { &mut speaker.name };
                field.set(lang, words.clone());
            }
            (Fix::Correct(point, _), Some(lang)) => self.correct(*point, lang, Some(place)),
            (Fix::CorrectAll(point, _), Some(lang)) => self.correct(*point, lang, None),
            (Fix::SayTitle, Some(lang)) => self.mend_quote(place, lang, |quote| quote.titled = true),
            (Fix::PutVerb(verb), Some(lang)) => self.mend_quote(place, lang, |quote| verb.clone_into(&mut quote.verb)),
            // What is said in no language has no words to be mended.
            (_, None) => {}
        }
    }

    fn mend_quote(&mut self, place: &Place, lang: &Lang, mend: impl FnOnce(&mut Quote)) {
        let Some(id) = place.block_id() else { return };
        let edition = self.release.editions.iter_mut().find(|edition| edition.lang == *lang);
        let block = edition.and_then(|edition| edition.body.iter_mut().find(|block| block.id == id));
        if let Some(Block { kind: BlockKind::Quote(quote), .. }) = block {
            mend(quote);
        }
    }

    /// Takes a block away; the cursor goes to what took its place.
    pub fn remove_block(&mut self, id: BlockId) -> Option<Caret> {
        let body = &mut self.shown_mut().body;
        let at = body.iter().position(|block| block.id == id)?;
        body.remove(at);
        let next = body.get(at).or(body.last())?;
        Some(Caret::at(next.id, 0))
    }

    /// Moves a block past its neighbour.
    pub fn move_block(&mut self, id: BlockId, direction: Direction) {
        let body = &mut self.shown_mut().body;
        let Some(at) = body.iter().position(|block| block.id == id) else { return };
        match direction {
            Direction::Up if at > 0 => body.swap(at, at - 1),
            Direction::Down if at + 1 < body.len() => body.swap(at, at + 1),
            Direction::Up | Direction::Down => {}
        }
    }

    /// Adds a speaker, and lets a quote speak with that voice.
    pub fn add_speaker(&mut self, for_quote: Option<BlockId>) -> SpeakerId {
        let id = self.release.fresh_speaker_id();
        self.release.speakers.push(Speaker::new(id));
        let block = for_quote.and_then(|wanted| self.shown_mut().body.iter_mut().find(|block| block.id == wanted));
        if let Some(Block { kind: BlockKind::Quote(quote), .. }) = block {
            quote.speaker = Some(id);
        }
        id
    }

    /// Adds a speaker by name, in the language of the edition in the form, and lets a quote speak with that voice.
    ///
    /// The title is still missing; the quote's card asks for it.
    pub fn introduce_speaker(&mut self, quote: BlockId, name: &str) -> SpeakerId {
        let id = self.add_speaker(Some(quote));
        let lang = self.lang();
        let block = self.shown().body.iter().position(|block| block.id == quote);
        let verbs = self.verbs().to_vec();
        if let Some(speaker) = self.release.speakers.iter_mut().find(|speaker| speaker.id == id) {
            speaker.name.set(&lang, name.trim().to_owned());
            let body = self.release.editions.get_mut(self.edition).map(|edition| edition.body.as_mut_slice());
            let block = block.and_then(|at| body.and_then(|body| body.get_mut(at)));
            if let Some(Block { kind: BlockKind::Quote(quote), .. }) = block {
                let_verb_agree(quote, speaker, &lang, &verbs);
                // A name that stood after the verb is no longer told twice; what stood beside it says who that is.
                let rest = beside(&quote.tail, speaker, &lang);
                if rest != quote.tail {
                    quote.tail.clear();
                    speaker.title.set(&lang, rest);
                }
            }
        }
        self.new_voice = Some((quote, id));
        id
    }

    /// Takes a speaker away; quotes that had this voice then have none.
    pub fn remove_speaker(&mut self, id: SpeakerId) {
        self.release.speakers.retain(|speaker| speaker.id != id);
        for block in self.release.editions.iter_mut().flat_map(|edition| &mut edition.body) {
            if let BlockKind::Quote(quote) = &mut block.kind
                && quote.speaker == Some(id)
            {
                quote.speaker = None;
            }
        }
    }

    /// Adds an empty contact.
    pub fn add_contact(&mut self) {
        self.release.contacts.push(Contact::default());
    }

    /// Takes a contact away.
    pub fn remove_contact(&mut self, index: usize) {
        if index < self.release.contacts.len() {
            self.release.contacts.remove(index);
        }
    }

    /// Adds an edition as the empty frame of the original: the same blocks without their words, speakers,
    /// photos and the house's usual verbs in place. False where there is one in this language.
    pub fn add_edition(&mut self, lang: Lang) -> bool {
        if self.release.edition(&lang).is_some() {
            return false;
        }
        let style = self.houses.of(&lang).style(&lang);
        let verbs = style.map(|style| style.quote.verbs.as_slice()).unwrap_or_default();
        let usual = |quote: &Quote| {
            let verb = verbs.first().cloned().unwrap_or_default();
            let mut usual = Quote { verb, ..Quote::default() };
            if let Some(speaker) = quote.speaker.and_then(|id| self.release.speaker(id)) {
                let_verb_agree(&mut usual, speaker, &lang, verbs);
            }
            usual.verb
        };
        let frame = |block: &Block| {
            let kind = match &block.kind {
                BlockKind::Paragraph(_) => BlockKind::Paragraph(Text::default()),
                BlockKind::Quote(quote) => BlockKind::Quote(Quote {
                    speaker: quote.speaker,
                    verb: usual(quote),
                    placement: quote.placement.clone(),
                    ..Quote::default()
                }),
                BlockKind::Heading(_) => BlockKind::Heading(Text::default()),
                // One point, in which the card can show what the original says.
                BlockKind::List { ordered, items: _ } => {
                    BlockKind::List { ordered: *ordered, items: vec![Text::default()] }
                }
                BlockKind::Photo(id) => BlockKind::Photo(*id),
            };
            Block { id: block.id, kind }
        };
        let body = self.release.editions.first().map(|original| original.body.iter().map(frame).collect());
        self.release.editions.push(Edition { body: body.unwrap_or_default(), ..Edition::new(lang) });
        self.show_edition(usize::MAX);
        true
    }

    /// Takes the edition in the form away; the last one stays.
    pub fn remove_edition(&mut self) {
        if self.release.editions.len() > 1 {
            self.release.editions.remove(self.edition);
            self.show_edition(0);
        }
    }
}

/// A verb that the house offers, and nobody has typed, follows the name of who speaks: «сказала Айгуль Тестова».
pub fn let_verb_agree(quote: &mut Quote, speaker: &Speaker, lang: &Lang, verbs: &[String]) {
    if verbs.contains(&quote.verb)
        && let Some(verb) = agreeing_verb(&quote.verb, speaker.name.best(lang), lang)
    {
        quote.verb = verb;
    }
}
