//! How the tables of rules are read: `~` stands for a no-break space, `^` for a narrow one.

use std::fmt::Write;

use dateline::language::typography::{Correction, Point, Typography, corrected};
use dateline::release::Text;

/// What one rule of one language does and what it leaves alone.
pub(crate) struct Table {
    pub(crate) lang: &'static str,
    pub(crate) point: Point,
    /// As typed, and as it should be.
    pub(crate) fires: &'static [(&'static str, &'static str)],
    /// What is right as it is, as far as this rule goes.
    pub(crate) rests: &'static [&'static str],
}

fn signs(text: &str) -> String {
    text.replace('~', "\u{a0}").replace('^', "\u{202f}")
}

/// Holds each line of a table against the engine.
#[track_caller]
pub(crate) fn hold(tables: &[Table]) {
    let mut complaints = String::new();
    for Table { lang, point, fires, rests } in tables {
        let typography = Typography::of(&lang.parse().unwrap()).unwrap();
        let found = |typed: &str| -> Vec<Correction> {
            let all = typography.corrections(&Text::from(typed));
            all.into_iter().filter(|correction| correction.point == *point).collect()
        };
        for (typed, right) in *fires {
            let (typed, right) = (signs(typed), signs(right));
            let now = corrected(&typed, &found(&typed));
            if now != right {
                writeln!(complaints, "{lang} {point:?}: “{typed}” became “{now}”, not “{right}”").unwrap();
            }
            if typed == right || !found(&right).is_empty() {
                writeln!(complaints, "{lang} {point:?}: “{right}” is not left alone").unwrap();
            }
        }
        for typed in *rests {
            let typed = signs(typed);
            let found = found(&typed);
            if !found.is_empty() {
                writeln!(complaints, "{lang} {point:?}: “{typed}” is not left alone: {found:?}").unwrap();
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

/// Eight of each at least, where the language has the rule at all.
#[track_caller]
pub(crate) fn is_whole(tables: &[Table], without: &[Point]) {
    for point in Point::ALL {
        let of_point = || tables.iter().filter(|table| table.point == point);
        let (fires, rests): (usize, usize) =
            (of_point().map(|table| table.fires.len()).sum(), of_point().map(|table| table.rests.len()).sum());
        assert!(rests >= 8, "{point:?}: {rests} cases that must not fire");
        assert_eq!(fires == 0, without.contains(&point), "{point:?}");
        assert!(fires >= 8 || fires == 0, "{point:?}: {fires} cases that fire");
    }
}
