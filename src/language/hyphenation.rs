//! Where a Kazakh word may be broken at a line's end.
//!
//! Typesetting has no patterns for Kazakh, so the program marks the places itself with soft hyphens (U+00AD). They belong
//! into typeset pages alone: in copied or searched text they are in the way. Whoever calls this says that the text is
//! Kazakh, and gives whole words: a word cut in two by bold type is taken for two words.
//!
//! Follows chapter IX, «Сөздердің тасымалдануы», of «Жаңа әліпби негізіндегі қазақ тілі емлесінің ережелері» (2018). Its
//! examples are in Latin letters, its rules are those that schools teach for Cyrillic. Its paragraphs are named here by
//! what they say, since printings number them differently:
//!
//! - Words are carried over by syllables (`бел-сен-ді`, `бу-ын`), compounds too (`де-ма-лыс`, not `дем-алыс`).
//! - `й` and `у` between two vowels go over: `да-уыс`, `құ-йын`.
//! - Of three consonants two stay, so that the stem is kept: `күңгірт-теу`, `жаңғырт-ты`.
//! - A word of one syllable is not broken (`пункт`), one letter is neither left nor carried over (`ала-қан`, `ара`).
//! - Abbreviations of first letters are not broken: `АҚШ`, `БҰҰ`.
//!
//! What the chapter does not say is taken from how Kazakh and Russian practice agree (`съез-дің`, `объ-ект`); where they do
//! not, there is no break: a missed one costs a looser line, a wrong one is public.

const SOFT_HYPHEN: char = '\u{ad}';

/// One letter on a line of its own is forbidden by the rules, before a break as after it.
const LETTERS_AT_LEAST: usize = 2;

/// First parts of borrowed compounds, and how the second part begins; empty for any beginning of a borrowed word.
///
/// Without them the rule of two consonants would say `автот-ранспорт`. `макро` and `термо` are missing because `макроста`
/// and `термоста` are cases of `макрос` and `термос`; `мини` because of `министр`.
const JOINTS: [(&str, &str); 29] = [
    ("авто", ""),
    ("агро", ""),
    ("аэро", ""),
    ("био", ""),
    ("вело", ""),
    ("видео", ""),
    ("гео", ""),
    ("гидро", ""),
    ("гипер", ""),
    ("гос", "пр"),
    ("интер", ""),
    ("инфра", ""),
    ("кило", "гр"),
    ("кино", ""),
    ("микро", ""),
    ("милли", "гр"),
    ("моно", ""),
    ("мото", ""),
    ("нано", ""),
    ("поли", "кл"),
    ("радио", ""),
    ("ре", "структур"),
    ("спец", ""),
    ("суб", ""),
    ("супер", ""),
    ("теле", ""),
    ("фото", ""),
    ("электро", ""),
    ("энерго", ""),
];

/// Byte offsets inside `word` at which it may be broken, rising.
///
/// Empty for anything but Kazakh letters in lower case after the first: abbreviations, words with digits, hyphens, Latin
/// letters or combining marks stay whole. So do headlines in capitals, which look like abbreviations.
///
/// ```
/// assert_eq!(dateline::language::kazakh_breaks("мемлекет"), [6, 10]);
/// assert!(dateline::language::kazakh_breaks("ана").is_empty());
/// ```
pub fn kazakh_breaks(word: &str) -> Vec<usize> {
    let Some(letters) = letters(word) else { return Vec::new() };
    let places = without_lone_letters(&syllable_starts(&letters), letters.len());
    places.into_iter().map(|place| letters[place].at).collect()
}

/// The text with soft hyphens in its Kazakh words; everything else letter by letter as it was.
///
/// A word that has a hyphen, a soft hyphen or a figure of its own is left as typed (`ҚР-ның`, `қоғамдық-саяси`): it can end
/// a line at its own hyphen. Addresses and hashtags are left as typed, so that nobody copies a hyphen with them.
pub fn with_soft_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for chunk in text.split_inclusive(char::is_whitespace) {
        if looks_like_address(chunk) {
            out.push_str(chunk);
        } else {
            push_chunk(&mut out, chunk);
        }
    }
    out
}

/// Adds what stands between two spaces: words, and the marks around them.
fn push_chunk(out: &mut String, chunk: &str) {
    let mut before = None;
    let mut rest = chunk;
    while let Some(first) = rest.chars().next() {
        let word_ends = rest.find(|letter| !is_kazakh(letter)).unwrap_or(rest.len());
        if word_ends == 0 {
            out.push(first);
            before = Some(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(word_ends);
        if stands_free(before) && stands_free(after.chars().next()) {
            push_word(out, word);
        } else {
            out.push_str(word);
        }
        before = word.chars().next_back();
        rest = after;
    }
}

fn push_word(out: &mut String, word: &str) {
    let mut from = 0;
    for place in kazakh_breaks(word) {
        out.push_str(&word[from..place]);
        out.push(SOFT_HYPHEN);
        from = place;
    }
    out.push_str(&word[from..]);
}

/// Does a word end here for certain? At a space and at these marks; any other sign may be a part of the word.
///
/// A list of what is harmless, because what is not has no end: digits, Latin letters, hyphens, apostrophes, combining
/// marks, joiners, and whatever Unicode adds next year.
fn stands_free(neighbour: Option<char>) -> bool {
    let Some(neighbour) = neighbour else { return true };
    neighbour.is_whitespace() || ".,;:!?…()[]\"«»„“”–—".contains(neighbour)
}

/// Mail and web addresses and paths, brackets in them included; also what might be one, such as two sentences without a space between them.
fn looks_like_address(chunk: &str) -> bool {
    if chunk.contains(['/', '\\']) {
        return true;
    }
    chunk.match_indices(['.', ':']).any(|(at, mark)| {
        let mut before = chunk[..at].chars().rev();
        let after = chunk[at + mark.len()..].chars().next();
        let (left, earlier) = (before.next(), before.next());
        // `Н.Байбулин` is a name.
        let initial =
            mark == "." && left.is_some_and(char::is_uppercase) && !earlier.is_some_and(char::is_alphanumeric);
        left.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric) && !initial
    })
}

/// A letter of a word and what it does in its syllable.
#[derive(Debug)]
struct Letter {
    /// Where it begins, in bytes.
    at: usize,
    /// In lower case.
    letter: char,
    sound: Sound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    /// Makes a syllable.
    Vowel,
    Consonant,
    /// `ь` or `ъ`: stays with the letter before it.
    Sign,
}

/// The letters of a word, or nothing if it is no word that may be broken.
fn letters(word: &str) -> Option<Vec<Letter>> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut coming = word.char_indices().peekable();
    while let Some((at, letter)) = coming.next() {
        let inside = at > 0;
        if !is_kazakh(letter) || inside && letter.is_uppercase() {
            return None;
        }
        let letter = if inside { letter } else { lower(letter) };
        if !inside && is_sign(letter) {
            return None;
        }
        let before_vowel = coming.peek().is_some_and(|(_, next)| is_plain_vowel(*next));
        let sound = match letter {
            _ if is_sign(letter) => Sound::Sign,
            'у' if is_glide(letters.last(), before_vowel) => Sound::Consonant,
            'у' => Sound::Vowel,
            _ if is_plain_vowel(letter) => Sound::Vowel,
            _ => Sound::Consonant,
        };
        letters.push(Letter { at, letter, sound });
    }
    Some(letters)
}

/// Is an `у` after this letter a consonant (`тау`, `уақыт`, `хайуан`) rather than a vowel (`оқу`, `су`, `социум`)?
fn is_glide(before: Option<&Letter>, before_vowel: bool) -> bool {
    let Some(before) = before else { return before_vowel };
    match before.sound {
        // Kazakh writes `ю` for `и` and the vowel `у`, so this is a borrowed word.
        Sound::Vowel if before.letter == 'и' => before_vowel,
        Sound::Vowel => true,
        Sound::Consonant => before.letter == 'й' && before_vowel,
        Sound::Sign => false,
    }
}

/// Where syllables begin, the first left out, as indices of letters; syllables whose edge is not certain are not parted.
fn syllable_starts(letters: &[Letter]) -> Vec<usize> {
    let joint = joint(letters);
    let vowels: Vec<usize> = (0..letters.len()).filter(|&index| letters[index].sound == Sound::Vowel).collect();
    let mut starts = Vec::new();
    for (index, pair) in vowels.windows(2).enumerate() {
        let [left, right] = *pair else { continue };
        let start = match joint {
            Some(joint) if left < joint && joint < right => Some(joint),
            Some(_) | None if right == left + 1 => {
                hiatus_is_certain(letters[left].letter, letters[right].letter, index == 0).then_some(right)
            }
            Some(_) | None => start_among_consonants(&letters[left + 1..right]).map(|start| left + 1 + start),
        };
        starts.extend(start);
    }
    starts
}

/// May two vowels be parted? `қу-ат` and `мәдени-ет`, but not `жану-ар`: there `у` is heard as a consonant.
fn hiatus_is_certain(left: char, right: char, first_syllable: bool) -> bool {
    first_syllable || !(left == 'у' && matches!(right, 'а' | 'ә'))
}

/// Where the next syllable begins among the consonants between two vowels, as an index into them or behind their end.
fn start_among_consonants(between: &[Letter]) -> Option<usize> {
    if between.last().is_some_and(|last| last.letter == 'ъ') {
        // It parts the sounds in speaking: `объ-ект`, `субъ-ект`.
        return Some(between.len());
    }
    let consonants: Vec<usize> = (0..between.len()).filter(|&index| between[index].sound == Sound::Consonant).collect();
    let last = *consonants.last()?;
    let pair = (consonants.len() > 1).then(|| (between[consonants[consonants.len() - 2]].letter, between[last].letter));
    let certain = match (consonants.len(), pair) {
        // `батальон` and `премьер` are parted before the consonant by some and after `ь` by others; `щ` is heard as two.
        (1, _) => between.len() == 1 && between[last].letter != 'щ',
        // `Қазақстан` is parted before `стан` by some, after `с` by others; `Маяковский` before its ending; `Азербайджан`
        // before `дж`.
        (3, Some(pair)) => !matches!(pair, ('с', 'т') | ('с', 'к') | ('д', 'ж')),
        // `центр-ге`, `министр-лік`; but where in `экспресс`?
        (4.., Some((left, right))) => !begins_borrowed_word(left, right),
        // `құр-мет`, `рес-пуб-ли-ка`, `ком-пью-тер`.
        _ => true,
    };
    certain.then_some(last)
}

/// Where the second part of a borrowed compound begins.
fn joint(letters: &[Letter]) -> Option<usize> {
    JOINTS.iter().find_map(|(first, second)| {
        let begins = first.chars().count();
        let typed = letters.iter().map(|letter| letter.letter);
        let whole = typed.take(begins + second.chars().count()).eq(first.chars().chain(second.chars()));
        let [left, right] = letters.get(begins..begins + 2)? else { return None };
        (whole && begins_borrowed_word(left.letter, right.letter)).then_some(begins)
    })
}

/// Can a word that Kazakh has borrowed begin with these two consonants? No word of its own begins with two.
fn begins_borrowed_word(left: char, right: char) -> bool {
    match right {
        'р' | 'л' => matches!(left, 'б' | 'в' | 'г' | 'д' | 'к' | 'п' | 'с' | 'т' | 'ф' | 'х' | 'ш'),
        'в' => matches!(left, 'д' | 'з' | 'к' | 'с' | 'т' | 'ш'),
        'к' | 'м' | 'н' | 'п' | 'т' | 'ф' | 'х' | 'ц' => matches!(left, 'с' | 'ш'),
        _ => false,
    }
}

/// Leaves out what would put one letter alone: at an end of the word, or between two breaks.
fn without_lone_letters(starts: &[usize], length: usize) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut next = length;
    // From the end, so that of the two breaks around a lone vowel the one before a consonant stays: `социа-листік`.
    for &start in starts.iter().rev() {
        if start >= LETTERS_AT_LEAST && next - start >= LETTERS_AT_LEAST {
            kept.push(start);
            next = start;
        }
    }
    kept.reverse();
    kept
}

/// Is this a letter of the Kazakh alphabet, those included that only borrowed words need?
fn is_kazakh(letter: char) -> bool {
    matches!(letter, 'А'..='я' | 'Ё' | 'ё')
        || matches!(letter, 'Ә' | 'Ғ' | 'Қ' | 'Ң' | 'Ө' | 'Ұ' | 'Ү' | 'Һ' | 'І')
        || matches!(letter, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і')
}

/// Vowels whatever stands beside them, so not `у`. `и`, `ю`, `я` and `ё` hide a consonant, but make one syllable each.
fn is_plain_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'ә' | 'е' | 'ё' | 'и' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю' | 'я')
}

/// Signs that have no sound of their own.
fn is_sign(letter: char) -> bool {
    matches!(letter, 'ь' | 'ъ')
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}
