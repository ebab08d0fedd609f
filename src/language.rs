//! What a language asks for, whatever the house: quote marks, months, digits, abbreviations.
//!
//! Five languages have rules of their own; any other has neutral ones. Sources: CLDR 48 for marks, digits and months,
//! the language offices for quotes over several paragraphs. What a house may decide otherwise stands in
//! [`crate::house`].

mod agreement;
mod hyphenation;
pub mod typography;

use jiff::civil::Date;

use crate::release::{Lang, MadeByAi};

pub use agreement::agreeing_verb;
pub use hyphenation::{kazakh_breaks, with_soft_hyphens};

/// An opening and a closing quote mark, with the space that belongs to them.
pub type Marks = (&'static str, &'static str);

/// The rules of one language.
#[derive(Debug)]
pub struct Language {
    /// The primary language tag; empty for the neutral rules.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub own_name: &'static str,
    /// The usual region for services that ask for one, such as OpenGraph's `og:locale`.
    pub region: &'static str,
    /// Quote marks.
    pub quotes: Marks,
    /// Quote marks inside quote marks.
    pub nested_quotes: Marks,
    /// A title stands before the name, «глава совета Айгуль Тестова», rather than after it.
    pub title_first: bool,
    /// The dash between parts of a sentence.
    pub dash: &'static str,
    /// Between groups of three digits.
    pub thousands: &'static str,
    /// Before the decimals.
    pub decimal: &'static str,
    /// Between a number and the percent sign.
    pub percent_space: &'static str,
    /// What is said under a picture that a machine made in part, and altogether.
    pub ai_made: [&'static str; 2],
    /// Months as they stand in a date.
    pub months: [&'static str; 12],
    /// Months beside a day in a house that abbreviates them.
    pub short_months: [&'static str; 12],
    /// Abbreviations that keep their full stop when the sentence loses it.
    pub abbreviations: &'static [&'static str],
}

impl Language {
    /// The rules for this language, by its primary tag.
    pub fn of(lang: &Lang) -> &'static Language {
        ALL.iter().find(|language| language.tag == lang.primary()).unwrap_or(&NEUTRAL)
    }

    /// A language's own name for itself, else its tag.
    pub fn own_name_of(lang: &Lang) -> &str {
        let language = Language::of(lang);
        if language.tag == lang.as_str() { language.own_name } else { lang.as_str() }
    }

    /// Its tag as the model writes it; `None` for the neutral rules.
    pub fn lang(&self) -> Option<Lang> {
        self.tag.parse().ok()
    }

    /// What is said under a picture that a machine made; nothing under any other.
    pub fn made_by_ai(&self, made: MadeByAi) -> &'static str {
        match made {
            MadeByAi::No => "",
            MadeByAi::Partly => self.ai_made[0],
            MadeByAi::Wholly => self.ai_made[1],
        }
    }

    /// A part of a date by its name in a pattern: `day`, `month`, `month_short`, `day_number`, `month_number` (two digits), `year`.
    pub fn date_part(&self, date: Date, name: &str) -> String {
        let month = usize::try_from(date.month() - 1).unwrap_or(0);
        match name {
            "day" if self.tag == "fr" && date.day() == 1 => "1er".into(),
            "day" => date.day().to_string(),
            "month" => self.months[month].into(),
            "month_short" => self.short_months[month].into(),
            "day_number" => format!("{:02}", date.day()),
            "month_number" => format!("{:02}", date.month()),
            "year" => date.year().to_string(),
            _ => String::new(),
        }
    }
}

/// The languages with rules of their own, in the order in which a form offers them.
pub const ALL: [Language; 5] = [KAZAKH, RUSSIAN, ENGLISH, GERMAN, FRENCH];

const KAZAKH_MONTHS: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

const KAZAKH: Language = Language {
    tag: "kk",
    own_name: "Қазақша",
    region: "KZ",
    quotes: ("«", "»"),
    nested_quotes: ("“", "”"),
    title_first: true,
    dash: "–",
    thousands: "\u{a0}",
    decimal: ",",
    percent_space: "",
    ai_made: ["сурет жасанды интеллект арқылы өңделген", "сурет жасанды интеллект арқылы жасалған"],
    months: KAZAKH_MONTHS,
    short_months: KAZAKH_MONTHS,
    abbreviations: &["т.б.", "т. б.", "ж.", "жж.", "т.с.с.", "т. с. с.", "млн.", "млрд.", "тг."],
};

const RUSSIAN_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const RUSSIAN: Language = Language {
    tag: "ru",
    own_name: "Русский",
    region: "RU",
    quotes: ("«", "»"),
    nested_quotes: ("„", "“"),
    title_first: true,
    dash: "—",
    thousands: "\u{a0}",
    decimal: ",",
    percent_space: "\u{a0}",
    ai_made: [
        "изображение создано с участием искусственного интеллекта",
        "изображение создано искусственным интеллектом",
    ],
    months: RUSSIAN_MONTHS,
    short_months: RUSSIAN_MONTHS,
    abbreviations: &[
        "т.д.",
        "т. д.",
        "т.п.",
        "т. п.",
        "др.",
        "пр.",
        "г.",
        "гг.",
        "в.",
        "вв.",
        "руб.",
        "тг.",
        "тыс.",
        "млн.",
        "млрд.",
        "ул.",
        "стр.",
        "им.",
    ],
};

const ENGLISH: Language = Language {
    tag: "en",
    own_name: "English",
    region: "US",
    quotes: ("“", "”"),
    nested_quotes: ("‘", "’"),
    title_first: false,
    dash: "—",
    thousands: ",",
    decimal: ".",
    percent_space: "",
    ai_made: ["image made partly by AI", "image made by AI"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
    abbreviations: &[
        "a.m.", "p.m.", "U.S.", "U.K.", "U.N.", "Inc.", "Ltd.", "Co.", "Corp.", "Jr.", "Sr.", "etc.", "No.", "Mr.",
        "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "St.",
    ],
};

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const GERMAN: Language = Language {
    tag: "de",
    own_name: "Deutsch",
    region: "DE",
    quotes: ("„", "“"),
    nested_quotes: ("‚", "‘"),
    title_first: false,
    dash: "–",
    thousands: ".",
    decimal: ",",
    percent_space: "\u{a0}",
    ai_made: ["teilweise KI-generiertes Bild", "KI-generiertes Bild"],
    months: GERMAN_MONTHS,
    short_months: GERMAN_MONTHS,
    abbreviations: &["usw.", "etc.", "u. a.", "u.a.", "z. B.", "z.B.", "bzw.", "Nr.", "Dr.", "Prof.", "Mio.", "Mrd."],
};

const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const FRENCH: Language = Language {
    tag: "fr",
    own_name: "Français",
    region: "FR",
    quotes: ("«\u{202f}", "\u{202f}»"),
    nested_quotes: ("“", "”"),
    title_first: false,
    dash: "–",
    thousands: "\u{202f}",
    decimal: ",",
    percent_space: "\u{a0}",
    ai_made: ["image générée en partie par l’IA", "image générée par l’IA"],
    months: FRENCH_MONTHS,
    short_months: FRENCH_MONTHS,
    abbreviations: &["etc.", "M.", "MM.", "p. ex.", "av. J.-C.", "apr. J.-C."],
};

const NUMBERS: [&str; 12] = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

/// For languages without rules of their own: marks that most readers know, dates in figures.
const NEUTRAL: Language = Language {
    tag: "",
    own_name: "",
    region: "",
    quotes: ("“", "”"),
    nested_quotes: ("‘", "’"),
    title_first: false,
    dash: "–",
    thousands: "\u{a0}",
    decimal: ".",
    percent_space: "",
    ai_made: ["image made partly by AI", "image made by AI"],
    months: NUMBERS,
    short_months: NUMBERS,
    abbreviations: &[],
};

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_language_has_the_marks_of_its_conventions() {
        for (tag, quotes, nested, thousands, decimal, percent_space) in [
            ("kk", ("«", "»"), ("“", "”"), "\u{a0}", ",", ""),
            ("ru", ("«", "»"), ("„", "“"), "\u{a0}", ",", "\u{a0}"),
            ("en", ("“", "”"), ("‘", "’"), ",", ".", ""),
            ("de-AT", ("„", "“"), ("‚", "‘"), ".", ",", "\u{a0}"),
            ("fr", ("«\u{202f}", "\u{202f}»"), ("“", "”"), "\u{202f}", ",", "\u{a0}"),
            ("tr", ("“", "”"), ("‘", "’"), "\u{a0}", ".", ""),
        ] {
            let language = Language::of(&tag.parse().unwrap());
            assert_eq!((language.quotes, language.nested_quotes), (quotes, nested), "{tag}");
            assert_eq!((language.thousands, language.decimal), (thousands, decimal), "{tag}");
            assert_eq!(language.percent_space, percent_space, "{tag}");
        }
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
        for (tag, day) in [("fr", "1er"), ("de", "1"), ("en", "1")] {
            assert_eq!(Language::of(&tag.parse().unwrap()).date_part(date(2026, 12, 1), "day"), day);
        }
    }
}
