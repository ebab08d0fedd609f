//! A release from filled-in fields: JSON in, a release and the places of its photos out.
//!
//! Nothing is guessed and nothing is dropped: whatever cannot be used is an error that names its place as a person
//! would, such as `body[2].speaker`. The README documents every field.

mod body;
mod shape;
mod times;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use uuid::Uuid;

use super::Failure;
use crate::newsroom::FileError;
use crate::release::{
    ByLang, Contact, Edition, Kind, Lang, MadeByAi, Photo, PhotoId, Release, Speaker, SpeakerId, Standing,
};
use crate::words::Message;
use body::Cast;
use shape::{Fields, Words};

/// More than this is no press release. The bound also keeps the saved release below the size that can be opened again:
/// an empty block takes ten times the room there.
const LARGEST_FIELDS: u64 = 2 << 20;

/// A release whose photos still lie elsewhere.
pub(super) struct Filled {
    /// The release; its photos have the names that they have in the fields.
    pub(super) release: Release,
    /// Where each of its photos lies now.
    pub(super) photos: Vec<PathBuf>,
}

/// Reads the fields; `today` is the date of a release that names none.
pub(super) fn read(file: &Path, today: Date, id: Uuid) -> Result<Filled, Failure> {
    let failed = |why: String| Failure(format!("Did not make the release: {why} {}", file.display()));
    let text = read_text(file)?;
    let fields = parse(&text).map_err(failed)?;
    let beside = file.parent().unwrap_or(Path::new(""));
    fill(fields, beside, today, id).map_err(|error| failed(error.to_string()))
}

/// What is wrong with a field: where, why, and what to do about it.
#[derive(Debug)]
struct FieldError {
    place: String,
    why: String,
    next: String,
}

impl FieldError {
    fn new(place: impl Into<String>, why: impl Into<String>, next: impl Into<String>) -> Self {
        FieldError { place: place.into(), why: why.into(), next: next.into() }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FieldError { place, why, next } = self;
        write!(f, "{place}: {why}. {next}")
    }
}

fn read_text(file: &Path) -> Result<String, Failure> {
    let failed = |error| FileError::io(Message::new("error-read-fields"), &error, file);
    let mut bytes = Vec::new();
    File::open(file).and_then(|file| file.take(LARGEST_FIELDS + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST_FIELDS {
        return Err(Failure(format!(
            "Could not read the fields: the file is larger than {} MB. Name photos by their files, and leave out what is \
             not text of the release. {}",
            LARGEST_FIELDS >> 20,
            file.display()
        )));
    }
    String::from_utf8(bytes).map_err(|_| {
        let path = file.display();
        Failure(format!("Could not read the fields: the file is not UTF-8 text. Save it as UTF-8. {path}"))
    })
}

/// The shape of the fields; a byte order mark before them is no fault.
fn parse(text: &str) -> Result<Fields, String> {
    let mut json = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let next = "Correct the file and run the command again.";
    let fields =
        serde_path_to_error::deserialize(&mut json).map_err(|error| match error.path().to_string().as_str() {
            "." => format!("{}. {next}", short(&error.inner().to_string())),
            place => format!("{}: {}. {next}", short(place), short(&error.inner().to_string())),
        })?;
    json.end().map_err(|error| format!("{error}. {next}"))?;
    Ok(fields)
}

/// A whole manuscript in an error message helps nobody; both ends of it do.
fn short(text: &str) -> String {
    const ENDS: usize = 120;
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 2 * ENDS {
        return text.to_owned();
    }
    let (first, last) = (&letters[..ENDS], &letters[letters.len() - ENDS..]);
    first.iter().chain(&[' ', '…', ' ']).chain(last).collect()
}

fn fill(mut fields: Fields, beside: &Path, today: Date, id: Uuid) -> Result<Filled, FieldError> {
    let shapes = editions(&mut fields)?;
    let langs = langs(&shapes)?;
    let Fields { house, kind, date, embargo, speakers, photos, contacts, .. } = fields;
    let issued = date.map_or(Ok(today), |date| times::date(&date, "date"))?;
    let embargo = embargo.map_or(Ok(Default::default()), times::embargo)?;
    let kind = match kind {
        shape::Kind::Release => Kind::Release,
        shape::Kind::Advisory => Kind::Advisory,
        shape::Kind::Statement => Kind::Statement,
    };
    let (speakers, names) = fill_speakers(speakers, &langs)?;
    let (photos, paths, files) = fill_photos(photos, &langs, beside)?;
    let contacts = numbered("contacts", contacts).map(|(place, contact)| fill_contact(contact, &place, &langs));
    let contacts = contacts.collect::<Result<Vec<_>, _>>()?;

    let cast = Cast { speakers: names, photos: files };
    let mut ids = body::Ids::default();
    let mut editions = Vec::new();
    for ((place, shape), lang) in shapes.into_iter().zip(langs) {
        let shape::Edition { lang: _, headline, subhead, place: city, body, notes_to_editors } = shape;
        let body = body::fill(body, &format!("{place}body"), &cast, &mut ids)?;
        let notes_to_editors = notes_to_editors.into();
        editions.push(Edition { headline, subhead, place: city, body, notes_to_editors, ..Edition::new(lang) });
    }
    let status = Default::default();
    let release = Release { id, kind, issued, embargo, status, house, speakers, photos, contacts, editions };
    Ok(Filled { release, photos: paths })
}

/// The editions with the places of their fields, whether there are several or one at the top of the file.
fn editions(fields: &mut Fields) -> Result<Vec<(String, shape::Edition)>, FieldError> {
    let (lang, headline, body) = (fields.lang.take(), fields.headline.take(), fields.body.take());
    let (subhead, place, notes) = (fields.subhead.take(), fields.place.take(), fields.notes_to_editors.take());
    let Some(several) = fields.editions.take() else {
        let missing = |field| {
            let next = format!("Add {field} with its words, or write “editions”, one object for each language.");
            FieldError::new(field, format!("missing field `{field}`"), next)
        };
        let edition = shape::Edition {
            lang: lang.ok_or_else(|| missing("lang"))?,
            headline: headline.ok_or_else(|| missing("headline"))?,
            subhead: subhead.unwrap_or_default(),
            place: place.unwrap_or_default(),
            body: body.ok_or_else(|| missing("body"))?,
            notes_to_editors: notes.unwrap_or_default(),
        };
        return Ok(vec![(String::new(), edition)]);
    };
    let beside = [
        ("lang", lang.is_some()),
        ("headline", headline.is_some()),
        ("subhead", subhead.is_some()),
        ("place", place.is_some()),
        ("body", body.is_some()),
        ("notes_to_editors", notes.is_some()),
    ];
    if let Some((field, _)) = beside.into_iter().find(|(_, is_given)| *is_given) {
        return Err(FieldError::new(field, "stands beside “editions”", "Move it into one of the editions."));
    }
    if several.is_empty() {
        return Err(FieldError::new("editions", "the list is empty", "Write one edition for each language."));
    }
    Ok(numbered("editions", several).map(|(place, edition)| (format!("{place}."), edition)).collect())
}

/// Each of a list with its place.
fn numbered<T>(list: &str, all: Vec<T>) -> impl Iterator<Item = (String, T)> {
    all.into_iter().enumerate().map(move |(number, one)| (format!("{list}[{number}]"), one))
}

fn langs(editions: &[(String, shape::Edition)]) -> Result<Vec<Lang>, FieldError> {
    let mut langs: Vec<Lang> = Vec::new();
    for (place, edition) in editions {
        let place = format!("{place}lang");
        let lang = lang(&edition.lang, &place)?;
        if let Some(earlier) = langs.iter().position(|other| *other == lang) {
            let why = format!("editions[{earlier}] is in {lang} already");
            return Err(FieldError::new(place, why, "Write one edition for each language."));
        }
        langs.push(lang);
    }
    Ok(langs)
}

fn lang(tag: &str, place: &str) -> Result<Lang, FieldError> {
    tag.parse().map_err(|_| {
        let why = format!("“{}” is not a language tag", short(tag));
        FieldError::new(place, why, "Write one such as kk, ru, en or de-AT.")
    })
}

/// Plain words are in the first language. A language that no edition is in is more likely a slip (`kz` for `kk`) than a
/// wish, and its words would never be seen.
fn by_lang(words: Words, place: &str, langs: &[Lang]) -> Result<ByLang, FieldError> {
    let mut all = BTreeMap::new();
    match words {
        Words::Plain(words) => all.extend(langs.first().map(|first| (first.clone(), words))),
        Words::ByLang(entries) => {
            for (tag, words) in entries {
                let place = format!("{place}.{}", short(&tag));
                let lang = lang(&tag, &place)?;
                if !langs.iter().any(|known| known.primary() == lang.primary()) {
                    let known = langs.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
                    let why = format!("the release has no edition in {lang}, it has {known}");
                    return Err(FieldError::new(place, why, "Correct the language, or add an edition in it."));
                }
                if all.insert(lang.clone(), words).is_some() {
                    return Err(FieldError::new(place, format!("{lang} is there twice"), "Leave one of the two out."));
                }
            }
        }
    }
    all.retain(|_, words| !words.is_empty());
    Ok(all.into_iter().collect())
}

/// The speakers, and who goes by which name in any language.
type Named = (Vec<Speaker>, BTreeMap<String, SpeakerId>);

fn fill_speakers(shapes: Vec<shape::Speaker>, langs: &[Lang]) -> Result<Named, FieldError> {
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut names = BTreeMap::new();
    for (id, (place, shape::Speaker { name, title })) in (1..).map(SpeakerId).zip(numbered("speakers", shapes)) {
        let name_place = format!("{place}.name");
        let name = by_lang(name, &name_place, langs)?;
        if name.is_blank() {
            return Err(FieldError::new(name_place, "the name is empty", "Write the name, or leave the speaker out."));
        }
        for (_, words) in name.iter().filter(|(_, words)| !words.trim().is_empty()) {
            let earlier = names.insert(body::spoken(words), id).filter(|earlier| *earlier != id);
            if let Some(earlier) = speakers.iter().position(|speaker| Some(speaker.id) == earlier) {
                let why = format!("“{}” is the name of speakers[{earlier}] already", short(words));
                return Err(FieldError::new(name_place, why, "List each speaker once, or tell the two names apart."));
            }
        }
        let title = by_lang(title, &format!("{place}.title"), langs)?;
        speakers.push(Speaker { name, title, ..Speaker::new(id) });
    }
    Ok((speakers, names))
}

/// The photos, where each lies, and which is meant by a name.
type Pictured = (Vec<Photo>, Vec<PathBuf>, BTreeMap<String, PhotoId>);

fn fill_photos(shapes: Vec<shape::Photo>, langs: &[Lang], beside: &Path) -> Result<Pictured, FieldError> {
    let (mut photos, mut paths, mut files) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut whole_paths: Vec<PathBuf> = Vec::new();
    for (id, (place, shape)) in (1..).map(PhotoId).zip(numbered("photos", shapes)) {
        let shape::Photo { file, headline, caption, alt, decorative, credit, creator, copyright, rights, .. } = shape;
        let shape::Photo {
            keywords, persons, city, country, country_code, taken, made_by_ai, lead, attached_only, ..
        } = shape;
        let file_place = format!("{place}.file");
        let path = beside.join(&file);
        let whole_path = readable(&path, &file).map_err(|(why, next)| FieldError::new(&file_place, why, next))?;
        if let Some(earlier) = whole_paths.iter().position(|other| *other == whole_path) {
            let why = format!("“{}” is the file of photos[{earlier}] already", short(&file));
            return Err(FieldError::new(file_place, why, "List each photo once."));
        }
        photos.push(Photo {
            id,
            file: file.clone(),
            caption: by_lang(caption, &format!("{place}.caption"), langs)?,
            alt: by_lang(alt, &format!("{place}.alt"), langs)?,
            decorative,
            credit,
            creator,
            copyright,
            rights,
            keywords,
            persons,
            city,
            country,
            country_code,
            taken: taken.map(|taken| times::date(&taken, &format!("{place}.taken"))).transpose()?,
            headline: by_lang(headline, &format!("{place}.headline"), langs)?,
            made_by_ai: match made_by_ai {
                shape::MadeByAi::No => MadeByAi::No,
                shape::MadeByAi::Partly => MadeByAi::Partly,
                shape::MadeByAi::Wholly => MadeByAi::Wholly,
            },
            standing: match (lead, attached_only) {
                (true, _) => Standing::Lead,
                (false, true) => Standing::Attached,
                (false, false) => Standing::End,
            },
            ..Photo::new(id, String::new())
        });
        whole_paths.push(whole_path);
        paths.push(path);
        files.insert(file, id);
    }
    Ok((photos, paths, files))
}

/// The photo's whole path, if it can be copied; else why not and what next.
fn readable(path: &Path, file: &str) -> Result<PathBuf, (String, &'static str)> {
    let next = "Put the photo there, or correct the name; it is looked for beside the JSON file.";
    let file = short(file);
    match path.metadata() {
        Ok(there) if !there.is_file() => Err((format!("“{file}” is no file"), next)),
        Ok(_) => File::open(path)
            .and_then(|_| fs::canonicalize(path))
            .map_err(|error| (format!("“{file}” cannot be read: {error}"), "Ask who owns it, or name another file.")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err((format!("there is no photo file “{file}”"), next))
        }
        Err(error) => Err((format!("“{file}” cannot be read: {error}"), next)),
    }
}

fn fill_contact(shape: shape::Contact, place: &str, langs: &[Lang]) -> Result<Contact, FieldError> {
    let shape::Contact { unit, person, phone, phones, email, web } = shape;
    let phones = match (phone, phones) {
        (Some(_), Some(_)) => {
            let next = "Write all numbers into “phones”.";
            return Err(FieldError::new(format!("{place}.phone"), "stands beside “phones”", next));
        }
        (Some(phone), None) => vec![phone],
        (None, phones) => phones.unwrap_or_default(),
    };
    let unit = by_lang(unit, &format!("{place}.unit"), langs)?;
    let person = by_lang(person, &format!("{place}.person"), langs)?;
    Ok(Contact { unit, person, phones, email, web })
}
