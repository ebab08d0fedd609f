//! A house that shows every field of a release, and says words of its own everywhere.

use dateline::house::{After, House, Letterhead, ReleaseLinePlace, Style};
use dateline::language::Language;
use dateline::release::ByLang;

use super::generated::lang;

/// Everything that a house may want after the body.
const AFTER_BODY: [After; 6] =
    [After::Boilerplate, After::Notes, After::Contacts, After::Photos, After::Closing, After::EndMark];

/// A house whose words come one after the other.
pub fn talkative(tag: &str, mut next: impl FnMut() -> String) -> House {
    let tag = lang(tag);
    let mut style = Style::neutral(Language::of(&tag));
    style.release_line = "{kind} {dash} {date}".into();
    style.kinds.release = next();
    style.dash = next();
    style.quote.outer = (next(), next());
    style.quote.nested = (next(), next());
    style.quote.apart = true;
    style.caption = "{caption}[ {credit}][ {rights}]".into();
    style.after_body = AFTER_BODY.into();
    style.end_mark = next();
    style.boilerplate_heading = next();
    style.boilerplate = next().into();
    style.notes_heading = next();
    style.contacts_heading = next();
    style.contact = "[{unit}, {person}|{unit}|{person}][ {phone}][ {email}][ {web}]".into();
    style.photos_heading = next();
    style.closing = "({contacts}[. {credits}])".into();
    House {
        organisation: ByLang::one(&tag, next()),
        letterhead: Letterhead { release_line: ReleaseLinePlace::EveryPage, ..Letterhead::default() },
        styles: [(tag, style)].into(),
        ..House::default()
    }
}
