use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::desk::Addition;
use crate::house::Houses;
use crate::release::{ByLang, PhotoId, Speaker};

fn open(kinds: Vec<BlockKind>) -> Open {
    let lang: crate::release::Lang = "kk".parse().unwrap();
    let mut open = Open::blank(Uuid::nil(), date(2026, 11, 23), lang.clone(), Houses::default(), Vec::new());
    for (id, name) in [(1, "Айгүл Тестова"), (2, "Пётр Примеров")] {
        open.release.speakers.push(Speaker { name: ByLang::one(&lang, name), ..Speaker::new(SpeakerId(id)) });
    }
    open.shown_mut().body = (1..).map(BlockId).zip(kinds).map(|(id, kind)| Block { id, kind }).collect();
    open
}

fn paragraph(words: &str) -> BlockKind {
    BlockKind::Paragraph(words.into())
}

fn heading(words: &str) -> BlockKind {
    BlockKind::Heading(words.into())
}

fn quote(words: &str, speaker: u32) -> BlockKind {
    let (text, speaker) = (words.into(), Some(SpeakerId(speaker)));
    BlockKind::Quote(Quote {
        text, speaker, verb: "деді".into(), tail: "салтанатта".into(), ..Quote::default()
    })
}

fn list(items: &[&str]) -> BlockKind {
    BlockKind::List { ordered: true, items: items.iter().map(|item| (*item).into()).collect() }
}

/// The body in a few signs: kind and words.
fn shape(open: &Open) -> Vec<String> {
    let sign = |kind: &BlockKind| match kind {
        BlockKind::Paragraph(text) => format!("p {}", text.0),
        BlockKind::Heading(text) => format!("h {}", text.0),
        BlockKind::Quote(quote) => {
            format!("q{} {}|{}", quote.speaker.map_or(0, |id| id.0), quote.text.0, quote.tail)
        }
        BlockKind::List { items, ordered } => format!("l{} {}", u8::from(*ordered), lines(items).replace('\n', "/")),
        BlockKind::Photo(id) => format!("f {}", id.0),
    };
    open.shown().body.iter().map(|block| sign(&block.kind)).collect()
}

const FIRST: BlockId = BlockId(1);
const SECOND: BlockId = BlockId(2);

#[test]
fn a_paragraph_is_cut_where_the_cursor_stands() {
    for (words, at, expected, caret) in [
        ("Көпір ашылды. Жол қысқарды.", 13, vec!["p Көпір ашылды.", "p Жол қысқарды."], Caret::at(SECOND, 0)),
        ("Көпір ашылды.", 13, vec!["p Көпір ашылды.", "p "], Caret::at(SECOND, 0)),
        ("Көпір ашылды.", 0, vec!["p ", "p Көпір ашылды."], Caret::at(FIRST, 0)),
        ("", 0, vec!["p ", "p "], Caret::at(SECOND, 0)),
        ("a **бір екі** b", 7, vec!["p a **бір**", "p **екі** b"], Caret::at(SECOND, 0)),
        ("👍🏽 жарайды", 3, vec!["p 👍🏽", "p жарайды"], Caret::at(SECOND, 0)),
        (
            "[бүкіл сілтеме](https://example.org)",
            6,
            vec!["p [бүкіл](https://example.org)", "p [сілтеме](https://example.org)"],
            Caret::at(SECOND, 0),
        ),
    ] {
        let mut open = open(vec![paragraph(words)]);
        assert_eq!(open.split_block(FIRST, at..at), Some(caret), "{words}");
        assert_eq!(shape(&open), expected, "{words}");
    }
}

#[test]
fn words_that_are_cut_at_their_start_keep_their_block() {
    let mut open = open(vec![paragraph("Мост открыт.")]);
    open.split_block(FIRST, 0..0);
    assert_eq!(open.shown().body[1].id, FIRST);
}

#[test]
fn what_is_selected_goes_away_when_a_block_is_cut() {
    let mut open = open(vec![paragraph("один два три")]);
    open.split_block(FIRST, 5..8);
    assert_eq!(shape(&open), ["p один", "p три"]);
}

#[test]
fn after_a_heading_and_after_a_quote_comes_a_paragraph() {
    let mut open = open(vec![heading("Что изменится"), quote("Мы ждали.", 1)]);
    open.split_block(FIRST, 13..13);
    open.split_block(SECOND, 9..9);
    assert_eq!(shape(&open), ["h Что изменится", "p ", "q1 Мы ждали.|салтанатта", "p "]);
}

#[test]
fn a_quote_cut_inside_stays_with_its_speaker_and_a_heading_stays_a_heading() {
    let mut open = open(vec![quote("Мы ждали. Мы рады.", 1), heading("Первое второе")]);
    open.split_block(FIRST, 10..10);
    open.split_block(SECOND, 7..7);
    assert_eq!(shape(&open), ["q1 Мы ждали.|салтанатта", "q1 Мы рады.|", "h Первое", "h второе"]);
}

#[test]
fn a_list_goes_on_with_points_and_ends_after_an_empty_one() {
    let mut open = open(vec![list(&["бір", "екі"])]);
    assert_eq!(open.split_block(FIRST, 7..7), Some(Caret::at(FIRST, 8)));
    assert_eq!(shape(&open), ["l1 бір/екі/"]);
    assert_eq!(open.split_block(FIRST, 8..8), Some(Caret::at(SECOND, 0)));
    assert_eq!(shape(&open), ["l1 бір/екі", "p "]);
}

#[test]
fn an_empty_list_becomes_a_paragraph() {
    let mut open = open(vec![list(&[""])]);
    assert_eq!(open.split_block(FIRST, 0..0), Some(Caret::at(FIRST, 0)));
    assert_eq!(shape(&open), ["p "]);
}

#[test]
fn joining_puts_the_cursor_at_the_seam() {
    for (above, below, expected, seam) in [
        (paragraph("Көпір "), paragraph("ашылды."), "p Көпір ашылды.", 6),
        (heading("Что "), paragraph("изменится"), "h Что изменится", 4),
        (quote("Мы ждали.", 1), paragraph(" Да."), "q1 Мы ждали. Да.|салтанатта", 9),
        (quote("Мы", 1), quote(" ждали.", 1), "q1 Мы ждали.|салтанатта", 2),
        (list(&["бір", "ек"]), paragraph("і"), "l1 бір/екі", 6),
        (paragraph("**a**"), paragraph("**b**"), "p **ab**", 3),
        (paragraph("сло"), paragraph("**во**"), "p **слово**", 5),
    ] {
        let mut open = open(vec![above, below]);
        assert_eq!(open.join_with_above(SECOND), Some(Caret::at(FIRST, seam)), "{expected}");
        assert_eq!(shape(&open), [expected]);
    }
}

#[test]
fn of_a_list_the_first_point_joins_the_words_above() {
    let mut open = open(vec![paragraph("Итого: "), list(&["один", "два"])]);
    assert_eq!(open.join_with_above(SECOND), Some(Caret::at(FIRST, 7)));
    assert_eq!(shape(&open), ["p Итого: один", "l1 два"]);
}

#[test]
fn an_empty_card_goes_away_instead_of_joining() {
    let mut lower = open(vec![paragraph("Мост"), quote("", 1)]);
    assert_eq!(lower.join_with_above(SECOND), Some(Caret::at(FIRST, 4)));
    assert_eq!(shape(&lower), ["p Мост"]);
    let mut upper = open(vec![paragraph(" "), heading("Мост")]);
    assert_eq!(upper.join_with_above(SECOND), Some(Caret::at(SECOND, 0)));
    assert_eq!(shape(&upper), ["h Мост"]);
}

#[test]
fn nothing_joins_a_photo() {
    let mut open = open(vec![BlockKind::Photo(PhotoId(1)), paragraph("Мост")]);
    assert_eq!(open.join_with_above(SECOND), Some(Caret::at(FIRST, 0)));
    assert_eq!(shape(&open), ["f 1", "p Мост"]);
    assert_eq!(open.join_with_above(FIRST), None);
}

#[test]
fn a_quote_becomes_a_paragraph_before_it_joins_words_of_others() {
    let mut open = open(vec![quote("Да.", 1), quote("Нет.", 2)]);
    assert_eq!(open.join_with_above(SECOND), Some(Caret::at(SECOND, 0)));
    assert_eq!(shape(&open), ["q1 Да.|салтанатта", "p Нет."]);
    assert_eq!(open.join_with_above(SECOND), Some(Caret::at(FIRST, 3)));
    assert_eq!(shape(&open), ["q1 Да.Нет.|салтанатта"]);
}

#[test]
fn delete_at_the_end_joins_the_card_below_and_the_cursor_stays() {
    let mut open = open(vec![paragraph("Мост "), paragraph("открыт."), quote("Да.", 1)]);
    assert_eq!(open.join_with_below(FIRST), Some(Caret::at(FIRST, 5)));
    assert_eq!(open.join_with_below(FIRST), Some(Caret::at(FIRST, 12)));
    assert_eq!(shape(&open), ["p Мост открыт.", "p Да."]);
    assert_eq!(open.join_with_below(BlockId(3)), None);
}

#[test]
fn several_pasted_paragraphs_make_several_blocks() {
    let mut open = open(vec![paragraph("Начало конец")]);
    let caret = open.paste(FIRST, 7..7, "один.\r\n\r\nдва\u{7}.\r\n\r\nтри. ");
    assert_eq!(shape(&open), ["p Начало один.", "p два.", "p три.конец"]);
    assert_eq!(caret, Some(Caret::at(open.shown().body[2].id, 4)));
}

#[test]
fn lines_are_paragraphs_where_nothing_else_parts_them() {
    assert_eq!(paragraphs("один\r\nдва\r\n"), ["один", "два"]);
    assert_eq!(paragraphs("один\nещё\n\n\nдва\n"), ["один\nещё", "два"]);
    assert_eq!(paragraphs("\u{feff}бір\u{2029}екі\tүш\u{0}"), ["бір", "екі үш"]);
    assert_eq!(paragraphs(" \n\n "), Vec::<String>::new());
}

#[test]
fn a_heading_takes_the_first_line_and_a_quote_and_a_list_take_all() {
    let pasted = "бір\n\nекі\n\nүш";
    let mut first = open(vec![heading("")]);
    first.paste(FIRST, 0..0, pasted);
    assert_eq!(shape(&first), ["h бір", "p екі", "p үш"]);
    let mut second = open(vec![quote("", 2)]);
    second.paste(FIRST, 0..0, pasted);
    assert_eq!(shape(&second), ["q2 бір\n\nекі\n\nүш|салтанатта"]);
    let mut third = open(vec![list(&["нөл", ""])]);
    third.paste(FIRST, 4..4, pasted);
    assert_eq!(shape(&third), ["l1 нөл/бір/екі/үш"]);
}

#[test]
fn words_pasted_inside_a_line_take_the_style_around_them() {
    let mut open = open(vec![paragraph("**один два**")]);
    let caret = open.paste(FIRST, 6..6, " и\tещё");
    assert_eq!(shape(&open), ["p **один и ещё два**"]);
    assert_eq!(caret, Some(Caret::at(FIRST, 12)));
}

#[test]
fn a_block_becomes_another_kind_and_keeps_its_words() {
    let mut open = open(vec![paragraph("Мы ждали.\nДолго.")]);
    open.turn_into(FIRST, Shape::Quote);
    assert_eq!(shape(&open), ["q0 Мы ждали.\nДолго.|"]);
    open.turn_into(FIRST, Shape::List);
    assert_eq!(shape(&open), ["l0 Мы ждали./Долго."]);
    open.turn_into(FIRST, Shape::Heading);
    assert_eq!(shape(&open), ["h Мы ждали. Долго."]);
    open.turn_into(FIRST, Shape::Paragraph);
    assert_eq!(shape(&open), ["p Мы ждали. Долго."]);
    assert_eq!(open.turn_into(FIRST, Shape::Paragraph), None);
}

#[test]
fn lines_with_signs_become_points_without_them() {
    for (lines, expected) in [
        ("• өтінім\n• смета", "l0 өтінім/смета"),
        ("- өтінім\n– смета", "l0 өтінім/смета"),
        ("1. өтінім\n2) смета", "l1 өтінім/смета"),
        ("• өтінім\nсмета", "l0 • өтінім/смета"),
        ("2026. Жыл\n1. Ай", "l0 2026. Жыл/1. Ай"),
        ("1.5 миллион", "l0 1.5 миллион"),
    ] {
        let mut open = open(vec![paragraph(lines)]);
        open.turn_into(FIRST, Shape::List);
        assert_eq!(shape(&open), [expected], "{lines}");
    }
}

#[test]
fn pasted_points_are_a_list_and_dialogues_are_not() {
    let mut open = open(vec![paragraph("")]);
    let caret = open.paste(FIRST, 0..0, "Керек құжаттар:\n\n• өтінім\n• смета\n\n•\tжоспар\n\nБітті.");
    assert_eq!(shape(&open), ["p Керек құжаттар:", "l0 өтінім/смета/жоспар", "p Бітті."]);
    assert_eq!(caret, Some(Caret::at(BlockId(3), 6)));
    let mut other = self::open(vec![paragraph("")]);
    other.paste(FIRST, 0..0, "– Келдіңіз бе?\n\n– Келдім.");
    assert_eq!(shape(&other), ["p – Келдіңіз бе?", "p – Келдім."]);
}

#[test]
fn a_sentence_that_says_whose_words_it_holds_becomes_their_quote() {
    let mut open = open(vec![paragraph("\"Көпір керек\", - деді Пётр Примеров жиында.")]);
    open.turn_into(FIRST, Shape::Quote);
    assert_eq!(shape(&open), ["q2 Көпір керек|жиында"]);
}

#[test]
fn a_new_speaker_who_stood_after_the_verb_is_not_named_twice() {
    let mut open = open(vec![paragraph("«Көпір керек», – деді бас инженер Анна Көпірова.")]);
    open.turn_into(FIRST, Shape::Quote);
    assert_eq!(shape(&open), ["q0 Көпір керек|бас инженер Анна Көпірова"]);
    let id = open.introduce_speaker(FIRST, "Анна Көпірова");
    assert_eq!(shape(&open), ["q3 Көпір керек|"]);
    assert_eq!(
        open.release.speakers.iter().find(|speaker| speaker.id == id).unwrap().title.best(&open.lang()),
        "бас инженер"
    );
}

#[test]
fn a_block_moves_to_any_place() {
    let mut open = open(vec![paragraph("1"), paragraph("2"), paragraph("3")]);
    open.move_block_to(FIRST, 2);
    assert_eq!(shape(&open), ["p 2", "p 3", "p 1"]);
    open.move_block_to(FIRST, 0);
    open.move_block_to(SECOND, 99);
    assert_eq!(shape(&open), ["p 1", "p 3", "p 2"]);
}

#[test]
fn after_an_undo_the_cursor_goes_to_what_came_back() {
    let block = |id, words: &str| Block { id: BlockId(id), kind: paragraph(words) };
    let one = [block(1, "Мост открыт.")];
    let two = [block(1, "Мост"), block(2, "открыт.")];
    assert_eq!(changed(&two, &one), Some(Caret::at(FIRST, 4)));
    assert_eq!(changed(&one, &two), Some(Caret::at(FIRST, 4)));
    assert_eq!(changed(&two[..1], &two), Some(Caret::at(SECOND, 7)));
    assert_eq!(changed(&two, &two[..1]), Some(Caret::at(FIRST, 4)));
    assert_eq!(changed(&[block(1, "Мост.")], &[block(1, "Мост открыт.")]), Some(Caret::at(FIRST, 11)));
    assert_eq!(changed(&one, &one), None);
    assert_eq!(changed(&one, &[]), None);
}

#[test]
fn the_cursor_is_asked_for_the_link_under_it() {
    let mut open = open(vec![list(&["бір", "[екі](https://example.org)"])]);
    open.cursor = Some(Caret::at(FIRST, 6));
    open.ask_link();
    let asked = open.asked_link.clone().unwrap();
    assert_eq!((asked.address.as_str(), asked.is_link), ("https://example.org", true));
    open.link(&asked.caret, None);
    assert_eq!(shape(&open), ["l1 бір/екі"]);
}

#[test]
fn what_is_added_at_an_empty_paragraph_takes_its_place() {
    let mut open = open(vec![paragraph("бір"), paragraph(" ")]);
    assert_eq!(open.add_block(Addition::Heading, Some(SECOND)), SECOND);
    assert_eq!(shape(&open), ["p бір", "h "]);
    // Another paragraph is wanted as another one; words are never replaced.
    open.shown_mut().body[1].kind = paragraph("");
    open.add_block(Addition::Paragraph, Some(SECOND));
    open.add_block(Addition::Quote, Some(FIRST));
    assert_eq!(shape(&open), ["p бір", "q0 |", "p ", "p "]);
}

#[test]
fn a_card_that_waits_for_its_translation_keeps_its_place() {
    let mut open = open(vec![paragraph("бір")]);
    assert!(open.add_edition("ru".parse().unwrap()));
    assert_ne!(open.add_block(Addition::Heading, Some(FIRST)), FIRST);
    assert_eq!(shape(&open), ["p ", "h "]);
}

#[test]
fn a_new_edition_begins_with_the_verbs_of_the_house_and_one_point_of_each_list() {
    let mut open = open(vec![quote("бір", 2), list(&["екі", "үш"])]);
    let ru: crate::release::Lang = "ru".parse().unwrap();
    let mut style = crate::house::Style::default();
    style.quote.verbs = vec!["сказала".into(), "сказал".into()];
    let styles = [(ru.clone(), style)].into();
    open.houses.named = Some(crate::house::House { styles, ..crate::house::House::default() });
    assert!(open.add_edition(ru));
    assert_eq!(shape(&open), ["q2 |", "l1 "]);
    let BlockKind::Quote(quote) = &open.shown().body[0].kind else { panic!("no quote") };
    assert_eq!(quote.verb, "сказал", "the voice is a man's");
}
