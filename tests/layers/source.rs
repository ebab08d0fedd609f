//! Reads Rust source just far enough to know which paths it names: no comments, no strings, no test code.

use std::iter::Peekable;
use std::str::Chars;

/// One file of the program.
#[allow(dead_code, reason = "each test looks at its own side of it")]
pub(crate) struct Source {
    /// As a message names it: `src/ui/form.rs`.
    pub(crate) file: String,
    /// The module that the file is: `ui`, `form`; `lib` and `main` are modules of their own.
    pub(crate) module: Vec<String>,
    /// Every path that its code names, imports taken apart.
    pub(crate) paths: Vec<Path>,
    /// Its strings, with their lines.
    pub(crate) strings: Vec<(usize, String)>,
    /// Its words and marks one by one, with their lines.
    pub(crate) tokens: Vec<(usize, Token)>,
    /// Files that are test code, as modules: `ui`, `tests`.
    pub(crate) test_modules: Vec<Vec<String>>,
}

/// A path such as `std::fs::read`; a method call has a dot as its first segment.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "each test looks at its own side of it")]
pub(crate) struct Path {
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
}

/// The smallest part of a source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Name(String),
    /// What stands between quote marks.
    Text(String),
    /// Any other letter.
    Mark(char),
}

impl Source {
    /// `file` is relative to the package: `src/ui/form.rs`.
    pub(crate) fn read(file: &str, code: &str) -> Source {
        let module: Vec<String> =
            file.trim_start_matches("src/").trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let (tokens, tests) = without_tests(tokens(code));
        let inside = |name: String| [&module[..], &[name]].concat();
        let test_modules = tests.into_iter().map(inside).collect();
        let strings = tokens.iter().filter_map(|(line, token)| match token {
            Token::Text(text) => Some((*line, text.clone())),
            Token::Name(_) | Token::Mark(_) => None,
        });
        let (strings, paths) = (strings.collect(), paths(&tokens));
        Source { file: file.into(), strings, paths, module, test_modules, tokens }
    }
}

fn tokens(code: &str) -> Vec<(usize, Token)> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        let start = line;
        match letter {
            '\n' => line += 1,
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|letter| *letter != '\n').is_some() {},
            '/' if letters.peek() == Some(&'*') => line += skip_comment(&mut letters),
            '"' => tokens.push((start, Token::Text(quoted(&mut letters, &mut line)))),
            'r' | 'b' if raw_string_follows(letter, &letters) => {
                tokens.push((start, Token::Text(raw(&mut letters, &mut line))));
            }
            '\'' => skip_char_or_lifetime(&mut letters),
            _ if letter.is_alphanumeric() || letter == '_' => {
                let mut name = String::from(letter);
                while let Some(next) = letters.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
                    name.push(next);
                }
                tokens.push((start, Token::Name(name)));
            }
            _ if letter.is_whitespace() => {}
            _ => tokens.push((start, Token::Mark(letter))),
        }
    }
    tokens
}

/// Comments nest. Gives back the lines that were passed.
fn skip_comment(letters: &mut Peekable<Chars>) -> usize {
    let (mut depth, mut lines, mut before) = (0, 0, '/');
    for letter in letters.by_ref() {
        lines += usize::from(letter == '\n');
        match (before, letter) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                before = letter;
                continue;
            }
        }
        if depth == 0 {
            break;
        }
        before = ' ';
    }
    lines
}

fn quoted(letters: &mut Peekable<Chars>, line: &mut usize) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        *line += usize::from(letter == '\n');
        match letter {
            '"' => break,
            '\\' => {
                let escaped = letters.next();
                *line += usize::from(escaped == Some('\n'));
            }
            _ => text.push(letter),
        }
    }
    text
}

fn raw_string_follows(first: char, letters: &Peekable<Chars>) -> bool {
    let mut ahead = letters.clone();
    if first == 'b' && ahead.next_if_eq(&'r').is_none() {
        return false;
    }
    while ahead.next_if_eq(&'#').is_some() {}
    ahead.next() == Some('"')
}

fn raw(letters: &mut Peekable<Chars>, line: &mut usize) -> String {
    letters.next_if_eq(&'r');
    let mut fence = String::from("\"");
    while letters.next_if_eq(&'#').is_some() {
        fence.push('#');
    }
    letters.next();
    let mut text = String::new();
    for letter in letters.by_ref() {
        *line += usize::from(letter == '\n');
        text.push(letter);
        if text.ends_with(&fence) {
            text.truncate(text.len() - fence.len());
            break;
        }
    }
    text
}

/// `'a'` and `'\''` are letters, `'a` is a lifetime.
fn skip_char_or_lifetime(letters: &mut Peekable<Chars>) {
    let mut ahead = letters.clone();
    match ahead.next() {
        Some('\\') => {
            letters.next();
            letters.next();
            while letters.next().is_some_and(|letter| letter != '\'') {}
        }
        Some(_) if ahead.next() == Some('\'') => {
            letters.next();
            letters.next();
        }
        Some(_) | None => {}
    }
}

/// Takes out what stands under `#[cfg(test)]`, and names the modules there that are files of their own.
fn without_tests(tokens: Vec<(usize, Token)>) -> (Vec<(usize, Token)>, Vec<String>) {
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if !is_test_attribute(&tokens[at..]) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        while marks(&tokens, at, '#') {
            at = end_of_group(&tokens, at + 1);
        }
        let start = at;
        let head = tokens[start..].iter().take_while(|(_, token)| !matches!(token, Token::Mark('{' | ';')));
        let is_use = head.into_iter().any(|(_, token)| *token == Token::Name("use".into()));
        while at < tokens.len() && !marks(&tokens, at, ';') && (is_use || !marks(&tokens, at, '{')) {
            at += 1;
        }
        if marks(&tokens, at, ';') {
            let names = tokens[start..at].windows(2).find(|pair| pair[0].1 == Token::Name("mod".into()));
            if let Some([_, (_, Token::Name(name))]) = names {
                modules.push(name.clone());
            }
            at += 1;
        } else {
            at = end_of_group(&tokens, at);
        }
    }
    (kept, modules)
}

fn marks(tokens: &[(usize, Token)], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|(_, token)| *token == Token::Mark(mark))
}

/// `#[cfg(test)]` and `#[cfg(all(test, …))]`, not `#[cfg(not(test))]`.
fn is_test_attribute(tokens: &[(usize, Token)]) -> bool {
    let name = |at: usize, word: &str| tokens.get(at).is_some_and(|(_, token)| *token == Token::Name(word.into()));
    let opens = marks(tokens, 0, '#') && marks(tokens, 1, '[') && name(2, "cfg") && marks(tokens, 3, '(');
    opens && (name(4, "test") || (name(4, "all") && name(6, "test")))
}

/// Behind the bracket that closes the one at `start`.
fn end_of_group(tokens: &[(usize, Token)], start: usize) -> usize {
    let mut depth = 0;
    for (offset, (_, token)) in tokens[start.min(tokens.len())..].iter().enumerate() {
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth -= 1,
            Token::Mark(_) | Token::Name(_) | Token::Text(_) => {}
        }
        if depth == 0 {
            return start + offset + 1;
        }
    }
    tokens.len()
}

fn paths(tokens: &[(usize, Token)]) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_method = at > 0 && marks(tokens, at - 1, '.') && !(at > 1 && marks(tokens, at - 2, '.'));
        match &tokens[at].1 {
            Token::Name(name) if name == "use" => at = import(tokens, at + 1, &[], &mut paths),
            Token::Name(_) => {
                let before = if is_method { vec![".".to_owned()] } else { Vec::new() };
                at = import(tokens, at, &before, &mut paths);
            }
            Token::Text(_) | Token::Mark(_) => at += 1,
        }
    }
    paths
}

/// Reads one path with its groups, and gives back where it ends: `std::{fs, io::{self, Read}}`.
fn import(tokens: &[(usize, Token)], mut at: usize, before: &[String], paths: &mut Vec<Path>) -> usize {
    let mut segments = before.to_vec();
    let line = tokens.get(at).map_or(0, |(line, _)| *line);
    loop {
        match tokens.get(at).map(|(_, token)| token) {
            Some(Token::Name(name)) => {
                segments.push(name.clone());
                at += 1;
            }
            Some(Token::Mark('{')) if at > 0 && marks(tokens, at - 1, ':') => {
                let end = end_of_group(tokens, at);
                at += 1;
                while at + 1 < end {
                    let next = import(tokens, at, &segments, paths);
                    at = next.max(at + 1);
                }
                return end;
            }
            Some(_) | None => break,
        }
        if !(marks(tokens, at, ':') && marks(tokens, at + 1, ':')) {
            break;
        }
        at += 2;
    }
    if segments.len() > before.len() {
        paths.push(Path { line, segments });
    }
    at
}
