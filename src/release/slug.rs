//! Names for files that strangers get: a date, a few words in plain Latin letters, a number.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{PhotoId, Release};

/// A name stays readable in a list, and far from the bounds of any system.
const MOST_LETTERS: usize = 48;

impl Release {
    /// What a photo is called in newsrooms, without ending: `2026-11-23-bridge-opens-01`.
    ///
    /// The number is its place in the release; so is the order of the names. Nothing of the file's own name is in it, and
    /// it is the same on every system.
    pub fn photo_name(&self, id: PhotoId) -> Option<String> {
        let place = self.photos.iter().position(|photo| photo.id == id)?;
        let headline = self.editions.iter().map(|edition| slug(&edition.headline)).find(|words| !words.is_empty());
        let digits = if self.photos.len() < 100 { 2 } else { self.photos.len().to_string().len() };
        let mut name = self.issued.to_string();
        if let Some(words) = headline {
            name.push('-');
            name += &words;
        }
        Some(format!("{name}-{:0digits$}", place + 1))
    }
}

/// The first words of a text in small Latin letters and digits with hyphens between: what mail programs, web servers and
/// archives of any age take. Empty where nothing of it can be said so.
pub fn slug(text: &str) -> String {
    let mut words = String::new();
    let mut open = false;
    // Й and Ё are letters of their own; marks are taken off what is left.
    let latin: String =
        text.nfc().map(|letter| latin(letter).map_or_else(|| letter.to_string(), str::to_owned)).collect();
    for letter in latin.nfd().filter(|letter| !is_combining_mark(*letter)) {
        if letter.is_ascii_alphanumeric() {
            if open && !words.is_empty() {
                words.push('-');
            }
            open = false;
            words.push(letter.to_ascii_lowercase());
        } else if !matches!(letter, '\'' | '’' | 'ʼ' | '\u{ad}') {
            open = true;
        }
    }
    match words.char_indices().nth(MOST_LETTERS) {
        None => words,
        // Cut between words where there is more than one.
        Some((end, _)) => {
            let cut = if words[end..].starts_with('-') { Some(end) } else { words[..end].rfind('-') };
            words.truncate(cut.unwrap_or(end));
            words
        }
    }
}

/// How passports of Kazakhstan write Cyrillic letters, and letters of other alphabets that no mark makes.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'А' | 'а' | 'Ә' | 'ә' => "a",
        'Б' | 'б' => "b",
        'В' | 'в' => "v",
        'Г' | 'г' | 'Ғ' | 'ғ' | 'Ґ' | 'ґ' => "g",
        'Д' | 'д' | 'Đ' | 'đ' | 'Ð' | 'ð' => "d",
        'Е' | 'е' | 'Э' | 'э' => "e",
        'Ё' | 'ё' => "yo",
        'Є' | 'є' => "ye",
        'Ж' | 'ж' => "zh",
        'З' | 'з' => "z",
        'И' | 'и' | 'І' | 'і' | 'ı' => "i",
        'Ї' | 'ї' => "yi",
        'Й' | 'й' | 'Ы' | 'ы' => "y",
        'К' | 'к' | 'Қ' | 'қ' => "k",
        'Л' | 'л' | 'Ł' | 'ł' => "l",
        'М' | 'м' => "m",
        'Н' | 'н' | 'Ң' | 'ң' => "n",
        'О' | 'о' | 'Ө' | 'ө' | 'Ø' | 'ø' => "o",
        'П' | 'п' => "p",
        'Р' | 'р' => "r",
        'С' | 'с' => "s",
        'Т' | 'т' => "t",
        'У' | 'у' | 'Ұ' | 'ұ' | 'Ү' | 'ү' | 'Ў' | 'ў' => "u",
        'Ф' | 'ф' => "f",
        'Х' | 'х' => "kh",
        'Һ' | 'һ' => "h",
        'Ц' | 'ц' => "ts",
        'Ч' | 'ч' => "ch",
        'Ш' | 'ш' => "sh",
        'Щ' | 'щ' => "shch",
        'Ъ' | 'ъ' | 'Ь' | 'ь' => "",
        'Ю' | 'ю' => "yu",
        'Я' | 'я' => "ya",
        'ß' | 'ẞ' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Þ' | 'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::release::Photo;

    #[test]
    fn words_of_any_house_become_plain_latin_letters() {
        for (text, plain) in [
            ("Bridge opens", "bridge-opens"),
            ("  “Bridge” — opens: 2026!  ", "bridge-opens-2026"),
            ("Мөлдірсу көпірі ашылды", "moldirsu-kopiri-ashyldy"),
            ("Ғылым, Әлем, Қазақстан, Ұлы, Үй, Һәм, Іс, Ңа", "gylym-alem-kazakstan-uly-uy-ham-is-na"),
            ("Съезд щедрых ёлок", "sezd-shchedrykh-yolok"),
            ("и\u{306}од", "yod"),
            ("Élan à Łódź: Größe", "elan-a-lodz-grosse"),
            ("Don’t stop", "dont-stop"),
            ("日本語", ""),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "con"),
            ("", ""),
        ] {
            assert_eq!(slug(text), plain, "{text}");
        }
    }

    #[test]
    fn a_long_headline_is_cut_between_words() {
        let long = slug("The longest bridge of the country opens to all who walk and all who ride");
        assert_eq!(long, "the-longest-bridge-of-the-country-opens-to-all");
        assert_eq!(slug(&"щ".repeat(300)).len(), MOST_LETTERS);
    }

    #[test]
    fn a_name_has_the_date_the_headline_and_the_place() {
        let mut release = Release::new(uuid::Uuid::nil(), date(2026, 11, 23), "en".parse().unwrap());
        release.photos = (1..=12).map(|id| Photo::new(PhotoId(id), "..".into())).collect();
        assert_eq!(release.photo_name(PhotoId(1)).unwrap(), "2026-11-23-01");
        release.editions[0].headline = "Bridge opens".into();
        assert_eq!(release.photo_name(PhotoId(1)).unwrap(), "2026-11-23-bridge-opens-01");
        assert_eq!(release.photo_name(PhotoId(12)).unwrap(), "2026-11-23-bridge-opens-12");
        assert_eq!(release.photo_name(PhotoId(13)), None);
        release.photos = (1..=100).map(|id| Photo::new(PhotoId(id), "..".into())).collect();
        assert_eq!(release.photo_name(PhotoId(7)).unwrap(), "2026-11-23-bridge-opens-007");
        assert_eq!(release.photo_name(PhotoId(100)).unwrap(), "2026-11-23-bridge-opens-100");
    }
}
