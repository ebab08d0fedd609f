//! Kazakh words at a line's end: what may be broken where, and what stays whole.
//!
//! The lists group words by the rule that they show. A hyphen in them is a place where the word may be broken.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a made-up word that cannot be cut stops its test")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use dateline::language::{kazakh_breaks, with_soft_hyphens};

/// Words that the published rules and schoolbooks carry over, with all the breaks that are made here.
const PUBLISHED: &str = "
    оқу-шы-лар бел-сен-ді бей-біт-ші-лік қи-ын бу-ын су-ық ки-ім қи-ық ти-ын жи-ын ту-ын-ды да-уыс са-уат да-йын-дық
    құ-йын құ-мырс-қа күң-гірт-теу жаң-ғырт-ты де-ма-лыс кө-го-рай ала-қан еле-уіш ар-мия ою-лы ор-на-лас-ты-ру
    ро-лін-де съез-дің про-ект ро-яль жа-уап қа-йың ке-йін са-уын жа-уын ба-уыр та-уар рес-пуб-ли-ка-мыз-да құр-мет-ті
    әке-лік өзі-міз-ге ақыл-дас-тық ха-бар-лан-ды-ру мек-теп қа-лам";

/// One consonant between two vowels goes over.
const ONE_CONSONANT: &str = "
    қа-ла жа-ңа де-пу-тат де-пу-тат-тар се-нат се-на-тор қо-ғам са-ла са-ла-сын-да жо-ба жо-ба-сы ха-лық
    ха-лы-қа-ра-лық бі-лім ғы-лым ғы-лы-ми те-ле-фон қа-был-дан-ды мә-се-ле мә-се-ле-лер ке-ңес ке-ңе-сі құ-жат ша-ра
    ме-ке-ме ма-қа-ла ха-бар да-му та-би-ғат көр-се-ту ға-сыр жа-һан-дық қа-һар-ман ми-нут ко-ми-тет
    то-ра-ға то-ра-ға-сы мә-жі-ліс бі-рін-ші ке-лі-сім ке-зең мү-ше мү-ше-ле-рі ға-лым кө-рі-ніс тө-ле-ма-қы";

/// Of two consonants the second goes over, also of two that are the same.
const TWO_CONSONANTS: &str = "
    мем-ле-кет мем-ле-кет-тік пар-ла-мент пар-ла-мент-тің заң-на-ма заң-дар қар-жы қар-жы-лан-ды-ру тұр-ғын-дар
    жүр-гі-зу мін-дет мін-дет-те-ме қыз-мет қыз-мет-кер тап-сыр-ма бас-қар-ма бас-қа-ру жұ-мыс-шы тал-қы-лау
    тал-қы-лан-ды жос-пар жос-пар-лан-ған көк-тем бол-жам шең-бе-рін-де бағ-дар-ла-ма жал-пы же-тек-ші ор-та-лық
    ба-қы-лау ар-на-йы тұр-мыс бір-лес-кен қа-тыс-ты жар-лық үл-гі бел-гі-лен-ген көр-сет-кіш тү-сін-дір-ді хат-та-ма
    ақ-па-рат мас-са кас-са";

/// Of three consonants two stay, so that a stem that ends in two keeps them.
const THREE_CONSONANTS: &str = "
    ант-ла-ды қарт-тар ұлт-тық ұлт-тар жал-пы-ұлт-тық төрт-тен жұрт-шы-лық сырт-қы айт-ты айт-қан қайт-қан тарт-ты
    арт-ты-ру борт-тық банк-тің парк-ке хол-динг-тер цифр-лан-ды-ру";

/// A first syllable of one vowel stays with the next.
const LONE_FIRST_VOWEL: &str = "
    әкім-дік әкім-ді-гі үкі-мет үкі-мет-тік оты-рыс оты-ры-сын-да ұсы-ныс өкі-лет-тік аза-мат аза-мат-тық ұйым-дас-ты-ру
    өңір-лік ауыл-дар әуе-жай ыры-ғы ине-лік әнұ-ран елор-да орын-ба-сар";

/// `й` and `у` are consonants beside a vowel; after a consonant `у` is a vowel.
const GLIDES: &str = "
    уа-қыт уа-қыт-ша уә-кіл уә-кі-лет-ті уә-де тә-уел-сіз-дік қа-уіп-сіз-дік дә-уір та-уы тау-лар сау-да сау-да-сы
    мау-сым нау-рыз нау-қан тәу-лік қау-лы бо-яу боя-уы жа-зу жа-зуы ке-луі ке-луі-не ба-ру-ға қу-ат су-ат хай-уан
    бей-уақ кей-уа-на ай-мақ май-дан кей-бір ра-йон ма-йор үйі-не бо-йын-ша со-йыл ту-ра-лы қуа-ныш";

/// `и`, `я`, `ю`, `ё` and `э` make one syllable each, whatever consonant they hide.
const HIDDEN_CONSONANTS: &str = "
    мә-де-ни-ет мә-де-ние-ті әде-би-ет ти-ім-ді жи-ыр-ма жи-на-лыс ғи-ма-рат қи-мыл иге-ру ие-гер қия-лы си-яқ-ты
    ба-ян-да-ма қо-ян ко-мис-сия ко-мис-сия-сы эко-но-ми-ка эко-но-ми-ка-лық бю-ро бюд-жет бюд-жет-тік шах-тёр поэ-ма";

/// Two vowels beside each other belong to two syllables; one letter between two breaks would be alone.
const TWO_VOWELS: &str = "
    те-атр оке-ан са-ры-ар-қа қа-ра-өт-кел екі-ұш-ты ма-те-ри-ал со-циа-лис-тік мил-ли-ард пре-зи-ди-ум авиа-ция
    ра-дио ак-туал-ды ша-руа-шы-лық";

/// Borrowed words follow the same syllables; where practice differs they are not broken.
const BORROWED: &str = "
    рес-пуб-ли-ка рес-пуб-ли-ка-лық ми-нистр ми-нистр-лік ми-нистр-лі-гі ми-нист-рі центр-ге центр-лік электр-лік
    пре-зи-дент де-ле-га-ция ин-вес-ти-ция мо-дер-ни-за-ция прог-рам-ма проб-ле-ма кон-фе-рен-ция се-ми-нар фо-рум
    сам-мит бри-финг стра-те-гия стра-те-гия-лық тех-но-ло-гия ре-фор-ма экс-порт экс-перт им-порт транс-порт
    ин-дуст-рия консти-ту-ция инсти-тут уни-вер-си-тет ака-де-мия про-ку-рор ок-руг маг-нит кас-сир пункт-те
    текст-ті инф-ра-құ-ры-лым";

/// A borrowed compound is parted where its parts meet.
const JOINTS: &str = "
    ав-то-транс-порт ав-то-бус ра-дио-стан-ция фо-то-сту-дия ки-но-сту-дия ки-но-те-атр те-ле-прог-рам-ма су-пер-класс
    спец-транс-порт суб-страт ре-струк-ту-ри-за-ция инф-ра-струк-ту-ра по-ли-кли-ни-ка гид-ро-стан-ция ки-ло-грамм
    гео-гра-фия био-сфе-ра мик-ро-кре-дит ин-тер-нет ав-тор-лар рес-то-ран";

/// `ь` and `ъ` stay with the letter before them.
const SIGNS: &str = "
    аль-бом куль-ту-ра ок-тябрь ок-тябрь-де фильм-дер объ-ект объ-ек-ті-лер субъ-ект субъ-ек-ті-лер
    ком-пью-тер ин-тер-вью инъ-ек-ция буль-вар ас-фальт подъ-ез-ге фа-куль-тет каль-ций ба-тальон па-вильон";

const NAMES: &str = "
    Ал-ма-ты Ас-та-на Шым-кент Қа-ра-ған-ды Пав-ло-дар Қос-та-най Ақ-тө-бе Аты-рау Та-раз Түр-кіс-тан Көк-ше-тау Се-мей
    Ақ-тау Қы-зы-лор-да Же-ті-су Еу-ро-па Еу-ра-зия Аме-ри-ка Гер-ма-ния Ре-сей Әзер-бай-жан Қа-зақстан Қа-зақстан-ның
    Өз-бекстан Ук-раи-на Вьет-нам Анг-лия Бай-бу-лин Мах-мұт Ай-гүл Бо-лат Сер-ға-ли Ба-уыр-жан Әуе-зов Жұ-ма-ба-ев
    Құ-нан-ба-ев Мая-ковский Азер-байджан";

/// Words in which no break is certain, or none is allowed.
const WHOLE: &str = "
    ана ата ара ұлы екі ұя аю үю тыю қия сия атом эмаль ақыр ақыл отын отыр ауа ауыл әке әуе ұйым өңір аяқ ою оқу оқуы аты
    өзі ірі тау күй бай су ми үй ой ел заң жыл қарт төрт жалт ұлт пункт взвод центр электр текст класс класста тұщы премьер барьер
    экспресс Австрия Ануар Орал млрд млн ь ъ у";

/// Single words that are not words of Kazakh letters alone, or only their first letters.
const NO_PLAIN_WORDS: &[&str] = &[
    "",
    "ҚР",
    "АҚШ",
    "БҰҰ",
    "ЖШС",
    "ҚазҰУ",
    "БҰҰның",
    "МЕМЛЕКЕТ",
    "ҚР-ның",
    "БҰҰ-ның",
    "№5-тің",
    "5-тармағына",
    "2026-жылғы",
    "11сыныптың",
    "қоғамдық-саяси",
    "премьер‑министр",
    "әлеуметтік‐экономикалық",
    "мем\u{ad}лекет",
    "мемлекет\u{ad}",
    "COVID-тің",
    "Facebookтегі",
    "м\u{65}млекет",
    "қ\u{61}лалар",
    "Київська",
    "қа\u{301}лалар",
    "мемлекеттi\u{306}",
    "мемле\u{2060}кет",
    "мемле\u{200d}кет",
    "депутат’тар",
    "депутат'тар",
    "редакция@мысал.қаз",
    "https://мысал.қаз/жаңалықтар",
    "www.мысал.қаз",
    "мысал.қаз/жаңалықтар,",
    "жаңалықтар.қаз",
    "«жаңалықтар.қаз»",
    "#жаңалықтар",
    "@сенатор",
    "және/немесе",
    "тақырып:мәтіндер",
    "сөйлем.Келесі",
    "тал_қылау",
    "/үй/(қалалар)",
    "\\\\сервер\\қалалар",
];

const TABLE: [&str; 13] = [
    PUBLISHED,
    ONE_CONSONANT,
    TWO_CONSONANTS,
    THREE_CONSONANTS,
    LONE_FIRST_VOWEL,
    GLIDES,
    HIDDEN_CONSONANTS,
    TWO_VOWELS,
    BORROWED,
    JOINTS,
    SIGNS,
    NAMES,
    WHOLE,
];

fn table() -> impl Iterator<Item = &'static str> {
    TABLE.into_iter().flat_map(str::split_whitespace)
}

/// The word with a hyphen at each of its breaks.
fn broken(word: &str) -> String {
    let mut out = word.to_owned();
    for place in kazakh_breaks(word).into_iter().rev() {
        out.insert(place, '-');
    }
    out
}

/// What must hold for any word, whether it stands in the table or not.
fn assert_sound(word: &str) {
    let breaks = kazakh_breaks(word);
    assert!(breaks.is_sorted_by(|left, right| left < right), "{word:?}: {breaks:?}");
    if breaks.is_empty() {
        return;
    }
    let edges: Vec<usize> = [0].into_iter().chain(breaks).chain([word.len()]).collect();
    for edge in edges.windows(2) {
        let piece = word.get(edge[0]..edge[1]).unwrap_or_else(|| panic!("{word:?} is cut inside a letter: {edges:?}"));
        assert!(piece.chars().count() >= 2, "{word:?} leaves {piece:?} alone");
        assert!(!piece.starts_with(['ь', 'ъ', 'Ь', 'Ъ']), "{word:?} carries over {piece:?}");
        let vowel = |letter: char| "аәеёиоөуұүыіэюя".contains(letter.to_lowercase().next().unwrap());
        assert!(piece.contains(vowel), "{word:?} carries over {piece:?}");
    }
}

fn assert_only_soft_hyphens_are_added(text: &str) {
    let hyphenated = with_soft_hyphens(text);
    let mut typed = text.chars().peekable();
    for letter in hyphenated.chars() {
        if typed.peek() == Some(&letter) {
            typed.next();
        } else {
            assert_eq!(letter, '\u{ad}', "{text:?} became {hyphenated:?}");
        }
    }
    assert_eq!(typed.next(), None, "{text:?} became {hyphenated:?}");
    assert_eq!(with_soft_hyphens(&hyphenated), hyphenated, "{text:?} is not at rest");
}

/// Words of any letters and signs, the same in every run.
fn made_up_words(alphabet: &str, count: usize) -> impl Iterator<Item = String> {
    let alphabet: Vec<char> = alphabet.chars().collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % below
    };
    (0..count).map(move |_| (0..=next(14)).map(|_| alphabet[next(alphabet.len())]).collect())
}

#[test]
fn every_word_of_the_table_is_broken_where_the_rules_say() {
    let wrong: Vec<_> = table()
        .map(|marked| (marked, broken(&marked.replace('-', ""))))
        .filter(|(marked, broken)| marked != broken)
        .collect();
    assert!(wrong.is_empty(), "expected and found: {wrong:#?}");
}

#[test]
fn the_table_is_as_large_as_it_looks() {
    let words: BTreeSet<_> = table().filter(|word| word.contains('-')).collect();
    let whole: BTreeSet<_> = table().filter(|word| !word.contains('-')).chain(NO_PLAIN_WORDS.iter().copied()).collect();
    assert!(words.len() >= 240, "{} words", words.len());
    assert!(whole.len() >= 40, "{} words", whole.len());
}

#[test]
fn abbreviations_endings_addresses_and_mixed_words_stay_as_typed() {
    for word in NO_PLAIN_WORDS {
        assert!(kazakh_breaks(word).is_empty(), "{word:?}");
        for text in [(*word).to_owned(), format!("({word})"), format!("Бұл {word}.")] {
            assert_eq!(with_soft_hyphens(&text), text);
        }
    }
}

#[test]
fn a_capital_at_the_beginning_changes_nothing() {
    for marked in table() {
        let word = marked.replace('-', "");
        let mut letters = word.chars();
        let first = letters.next().unwrap().to_uppercase();
        let capital: String = first.chain(letters).collect();
        assert_eq!(kazakh_breaks(&capital), kazakh_breaks(&word), "{capital}");
    }
}

#[test]
fn words_are_hyphenated_in_their_sentence() {
    for (text, expected) in [
        ("Депутат айтты.", "Де-пу-тат айт-ты."),
        ("«Парламент отырысы» (Астана)", "«Пар-ла-мент оты-ры-сы» (Ас-та-на)"),
        ("«Сенат»тың қаулысы", "«Се-нат»тың қау-лы-сы"),
        ("2026\u{a0}жылғы қараша", "2026\u{a0}жыл-ғы қа-ра-ша"),
        ("Н.Байбулин, Ә.\u{a0}Байбулина", "Н.Бай-бу-лин, Ә.\u{a0}Бай-бу-ли-на"),
        ("Қ.К.Болатов", "Қ.К.Бо-ла-тов"),
        ("Астана–Алматы жолы", "Ас-та-на–Ал-ма-ты жо-лы"),
        ("халық,қоғам…\n\tзаң жобасы", "ха-лық,қо-ғам…\n\tзаң жо-ба-сы"),
        ("press@example.org мекенжайына", "press@example.org ме-кен-жа-йы-на"),
    ] {
        assert_eq!(with_soft_hyphens(text).replace('\u{ad}', "-"), expected);
        assert_only_soft_hyphens_are_added(text);
    }
}

#[test]
fn words_of_the_table_and_made_up_ones_are_broken_soundly() {
    for marked in table() {
        assert_sound(&marked.replace('-', ""));
    }
    let mut broken_words = 0;
    for word in made_up_words("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяуйаеіьъстр", 100_000)
    {
        assert_sound(&word);
        broken_words += usize::from(!kazakh_breaks(&word).is_empty());
    }
    assert!(broken_words > 50_000, "only {broken_words} made-up words have a break");
}

#[test]
fn taking_the_soft_hyphens_away_gives_the_text_back() {
    for marked in table() {
        assert_only_soft_hyphens_are_added(&marked.replace('-', ""));
        assert_only_soft_hyphens_are_added(marked);
    }
    for word in NO_PLAIN_WORDS {
        assert_only_soft_hyphens_are_added(word);
    }
    for text in made_up_words("аеіуқтмлнсАҚ  \u{a0}\u{202f}\n.,:-–«»()/@1№\u{ad}\u{301}\u{2060}xİ’👩🏽", 100_000)
    {
        assert_only_soft_hyphens_are_added(&text);
        assert_sound(&text);
    }
}

#[test]
fn a_megabyte_takes_less_than_a_second() {
    let sentence = "Мемлекеттік бағдарламаны қаржыландыру мәселесі халықаралық конференцияда талқыланды. ";
    let words = sentence.repeat(1 + (1 << 20) / sentence.len());
    for text in [words, "мемлекет".repeat(1 << 16), "«.".repeat(1 << 18), "қ-".repeat(1 << 18)] {
        // A busy machine takes the processor away now and then, not ten times in a row.
        let in_a_second = || {
            let begun = Instant::now();
            assert!(with_soft_hyphens(&text).len() >= text.len());
            begun.elapsed() < Duration::from_secs(1)
        };
        assert!((0..10).any(|_| in_a_second()), "{} bytes take more than a second", text.len());
    }
}
