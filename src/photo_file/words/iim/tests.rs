use super::*;
use crate::photo_file::words::Cut;

fn ru() -> Lang {
    "ru".parse().unwrap()
}

fn field(record: u8, number: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len()).unwrap().to_be_bytes();
    [&[MARK, record, number], &length[..], contents].concat()
}

fn credit(iim: &[Vec<u8>]) -> String {
    words(&iim.concat(), &ru()).credit
}

#[test]
fn a_marker_names_the_letters() {
    let utf8 = "Пресс-служба".as_bytes();
    for marker in [&b"\x1b%G"[..], b"\x1b%/I", b"\x1b(B\x1b%G"] {
        assert_eq!(credit(&[field(1, 90, marker), field(2, CREDIT, utf8)]), "Пресс-служба");
    }
    for (marker, octets, text) in [
        (&b"\x1b.A"[..], &b"\xc0\xc1\xc2"[..], "ÀÁÂ"),
        (b"\x1b-A", b"\xc0\xc1\xc2", "ÀÁÂ"),
        (b"\x1b-L", b"\xbf\xe0\xd5\xe1\xe1", "Пресс"),
        (b"\x1b-F", b"\xc1\xe8\xde\xed\xe1", "Αθήνα"),
        (b"\x1b(B\x1b-M", b"\xddstanbul", "İstanbul"),
    ] {
        assert_eq!(credit(&[field(1, 90, marker), field(2, CREDIT, octets)]), text, "{marker:?}");
    }
}

#[test]
fn a_marker_that_does_not_keep_its_word_is_passed_over() {
    let cyrillic = b"\xcf\xf0\xe5\xf1\xf1-\xf1\xeb\xf3\xe6\xe1\xe0";
    for marker in [&b"\x1b%G"[..], b"\x1b$B", b"", b"UTF-8"] {
        assert_eq!(credit(&[field(1, 90, marker), field(2, CREDIT, cyrillic)]), "Пресс-служба", "{marker:?}");
    }
}

#[test]
fn long_fields_and_broken_ends_are_read_as_far_as_they_go() {
    let long = [&[MARK, 2, CAPTION, 0x80, 4, 0, 0, 0, 5][..], b"words"].concat();
    assert_eq!(words(&long, &ru()).caption.get(&ru()), "words");
    let broken = [field(2, CITY, b"Astana"), vec![MARK, 2, CREDIT, 0, 200, b'x']].concat();
    assert_eq!(words(&broken, &ru()).city, "Astana");
    for end in
        [&[MARK, 2, CREDIT][..], &[MARK, 2, CREDIT, 0xff, 0xff, 1], &[MARK, 2, CREDIT, 0x80, 4, 0xff, 0xff, 0xff, 0xff]]
    {
        assert_eq!(words(&[&field(2, CITY, b"Astana"), end].concat(), &ru()).city, "Astana");
    }
}

#[test]
fn only_a_whole_day_is_a_date() {
    assert_eq!(day(b"20261123"), Some(jiff::civil::date(2026, 11, 23)));
    for other in [&b"20261100"[..], b"00000000", b"2026", b"20261332", b"+2026112", b"", b"2026112\xff"] {
        assert_eq!(day(other), None, "{other:?}");
    }
}

#[test]
fn iim_is_found_among_other_blocks() {
    let iim = field(2, CITY, b"Astana");
    let named = [b"8BIM\x03\xed", &b"\x04Name\0"[..], &[0, 0, 0, 3], b"abc\0"].concat();
    assert_eq!(in_blocks(&[named.clone(), photoshop(&iim)].concat()), Some(&iim[..]));
    assert_eq!(in_blocks(&named), None);
    let foreign = [b"MeSa\x1b\x58\0\0\0\0\0\x01x\0", &photoshop(&iim)[..]].concat();
    assert_eq!(in_blocks(&foreign), Some(&iim[..]), "blocks of other programs stand between");
    assert_eq!(in_blocks(b"8BIM\x04\x04\0\0\xff\xff\xff\xffrest"), Some(&b"rest"[..]));
    assert_eq!(in_blocks(b"8BIM\x04\x05\0\0\xff\xff\xff\xffrest"), None);
}

#[test]
fn what_is_too_long_is_cut_between_letters_and_told() {
    let long = PhotoWords { credit: "Пресс-служба Мажилиса".into(), ..PhotoWords::default() };
    let Written { iim, cut } = written(&long, &[ru()]);
    // Fifteen letters of two octets, a hyphen and a blank.
    let kept = "Пресс-служба Мажи".to_owned();
    assert_eq!(words(&iim, &ru()).credit, kept);
    assert_eq!(cut, [Cut { field: crate::photo_file::IimField::Credit, most_octets: 32, kept }]);
    assert!(written(&PhotoWords::default(), &[ru()]).iim.is_empty());
}
