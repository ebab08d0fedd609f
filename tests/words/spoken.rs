//! What the source says: the keys of words, and the words that a panel holds itself.

use super::source::{Source, Token};

/// What stands in the source of a panel and is the same in every language: the program's name, names of fonts, and those by
/// which egui knows a widget.
const TECHNICAL: [&str; 6] =
    ["Dateline", "serif bold", "serif italic", "serif bold italic", "this release", "photo words"];

/// `findings-show`, `optional`; no path, no sentence.
pub(crate) fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    text.starts_with(|letter: char| letter.is_ascii_lowercase()) && text.split('-').all(is_part)
}

/// Calls whose first string is a key.
const SAYING: [&str; 4] = ["say", "tell", "broken", "refused"];

/// Does the token begin such a call? The command line has a `say` of its own, and the desk one for what is told already.
pub(crate) fn begins_saying(source: &Source, at: usize) -> bool {
    let name = |at: usize| match source.tokens.get(at) {
        Some((_, Token::Name(name))) => name.as_str(),
        Some((_, Token::Text(_) | Token::Mark(_))) | None => "",
    };
    let marks =
        |at: usize, mark: char| matches!(source.tokens.get(at), Some((_, Token::Mark(other))) if *other == mark);
    if !marks(at + 1, '(') || (at > 0 && name(at - 1) == "fn") {
        return false;
    }
    let of_message = at > 2 && marks(at - 1, ':') && name(at - 3) == "Message";
    match name(at) {
        "new" => of_message,
        other => SAYING.contains(&other) && source.module[0] != "cli" && !(at > 1 && name(at - 2) == "desk"),
    }
}

/// The strings among the arguments of the call that begins here, as long as no call stands between.
pub(crate) fn arguments(source: &Source, at: usize) -> Vec<(usize, &str)> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (line, token) in &source.tokens[at + 1..] {
        match token {
            Token::Mark('(' | '[') => depth += 1,
            Token::Mark(')' | ']') => depth = depth.saturating_sub(1),
            Token::Text(text) if depth == 1 => found.push((*line, text.as_str())),
            Token::Mark(_) | Token::Name(_) | Token::Text(_) => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// Would a person read this? Two words beside each other, or a word with a capital.
fn reads_like_words(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let two_words =
        letters.windows(3).any(|three| three[0].is_alphabetic() && three[1] == ' ' && three[2].is_alphabetic());
    let capital = letters.windows(2).any(|pair| pair[0].is_uppercase() && pair[1].is_lowercase());
    // A time zone is called the same everywhere.
    let is_zone = text.contains('/') && !text.contains(' ');
    (two_words || capital) && !is_zone
}

/// Calls whose strings only the program reads.
const UNSEEN: [&str; 11] = [
    "unique",
    "id_salt",
    "from_id_salt",
    "with",
    "load_texture",
    "push_id",
    "expect",
    "allow",
    "strftime",
    "write",
    "request_discard",
];

/// Everything in the source of a panel that reads like words for a person.
pub(crate) fn written_out(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // The calls around each token.
    let mut around: Vec<String> = Vec::new();
    let mut last = String::new();
    for (line, token) in &source.tokens {
        match token {
            Token::Mark('(' | '[' | '{') => around.push(std::mem::take(&mut last)),
            Token::Mark(')' | ']' | '}') => {
                around.pop();
            }
            // A macro's name stands before its mark.
            Token::Mark('!') => continue,
            Token::Text(text) => {
                let unseen = around.iter().any(|call| UNSEEN.contains(&call.as_str()));
                if reads_like_words(text) && !unseen && !TECHNICAL.contains(&text.as_str()) {
                    found.push((*line, text.clone()));
                }
            }
            Token::Name(_) | Token::Mark(_) => {}
        }
        last = match token {
            Token::Name(name) => name.clone(),
            Token::Text(_) | Token::Mark(_) => String::new(),
        };
    }
    found
}

#[test]
fn words_in_the_source_of_a_panel_are_found() {
    let found = |code: &str| written_out(&Source::read("src/ui/form.rs", code)).len();
    for code in [
        "fn f() { ui.label(\"Nothing yet\"); }",
        "fn f() { ui.label(\"Save\"); }",
        "fn f() { ui.label(format!(\"Delete {name}\")); }",
        "fn f() { ui.label(\"nothing yet\"); }",
        "const HINT: &str = \"Тақырып\";",
    ] {
        assert_eq!(found(code), 1, "{code}");
    }
    for code in [
        "fn f() { ui.label(say(ui, \"nothing-yet\")); }",
        "fn f() { Id::unique(\"the place of the cursor\"); }",
        "#[expect(dead_code, reason = \"A field that waits\")] fn f() {}",
        "fn f() { at.strftime(\"%d.%m.%Y, %H:%M\"); }",
        "/// Nothing yet\nfn f() {} // Nothing at all",
        "#[cfg(test)] mod tests { fn f() { ui.label(\"Nothing yet\"); } }",
        "fn f() { ui.label(\"× + – %\"); }",
    ] {
        assert_eq!(found(code), 0, "{code}");
    }
}

#[test]
fn keys_are_found_where_they_are_said() {
    let keys = |code: &str| {
        let source = Source::read("src/ui/form.rs", code);
        let calls = (0..source.tokens.len()).filter(|at| begins_saying(&source, *at));
        calls.flat_map(|at| arguments(&source, at)).map(|(_, key)| key.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(keys("fn f() { say(ui, \"a-b\"); }"), ["a-b"]);
    assert_eq!(keys("fn f() { tell(ui, \"a-b\", &[(\"count\", count.into())]); }"), ["a-b"]);
    assert_eq!(keys("fn f() { Message::new(\"a-b\").with(\"name\", name); }"), ["a-b"]);
    assert_eq!(keys("fn f() { say(ui, if x { \"a-b\" } else { \"c-d\" }); }"), ["a-b", "c-d"]);
    assert_eq!(keys("fn f() { String::new(\"a-b\"); self.desk.say(\"Saved\"); fn say(ui: &Ui) {} }"), [""; 0]);
}
