use super::*;

fn ru() -> Lang {
    "ru".parse().unwrap()
}

/// Tags in the first directory, and in that of the camera's notes.
fn exif(first: &[(u16, u16, &[u8])], notes: &[(u16, u16, &[u8])]) -> Vec<u8> {
    fn directory(place: usize, entries: &[(u16, u16, &[u8])]) -> Vec<u8> {
        let mut head = u16::try_from(entries.len()).unwrap().to_be_bytes().to_vec();
        let mut values = Vec::new();
        for (tag, kind, value) in entries {
            let count = if *kind == 4 { 1 } else { value.len() };
            head.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
            head.extend(u32::try_from(count).unwrap().to_be_bytes());
            if value.len() <= 4 {
                head.extend([value, &[0; 4][value.len()..]].concat());
            } else {
                let at = place + 2 + 12 * entries.len() + 4 + values.len();
                head.extend(u32::try_from(at).unwrap().to_be_bytes());
                values.extend(*value);
            }
        }
        [&head[..], &[0; 4], &values].concat()
    }
    let behind = 8 + directory(8, &[first, &[(0x8769, 4, &[0; 4])]].concat()).len();
    let pointer = u32::try_from(behind).unwrap().to_be_bytes();
    let first = directory(8, &[first, &[(0x8769, 4, &pointer)]].concat());
    [b"MM\0*\0\0\0\x08", &first[..], &directory(behind, notes)].concat()
}

fn read(first: &[(u16, u16, &[u8])], notes: &[(u16, u16, &[u8])]) -> PhotoWords {
    words(Tags::read(&exif(first, notes)).unwrap(), &ru())
}

fn xp(text: &str) -> Vec<u8> {
    text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_cameras_texts_are_read() {
    let first: [(u16, u16, &[u8]); 3] = [
        (DESCRIPTION, 2, "Мост открыт\0".as_bytes()),
        (ARTIST, 2, b"A. Omarova\0"),
        (COPYRIGHT, 2, b" \0Press service\0"),
    ];
    let words = read(&first, &[(TAKEN, 2, b"2026:11:23 18:00:00\0")]);
    assert_eq!(words.caption.get(&ru()), "Мост открыт");
    assert_eq!((words.creator.as_str(), words.copyright.as_str()), ("A. Omarova", "Press service"));
    assert_eq!(words.taken, Some(jiff::civil::date(2026, 11, 23)));
    assert_eq!(
        self::read(&[(COPYRIGHT, 2, b"A. Omarova\0Press service\0")], &[]).copyright,
        "A. Omarova\nPress service"
    );
    for never in
        [&b"0000:00:00 00:00:00\0"[..], b"    :  :     :  :  \0", b"2026", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"]
    {
        assert_eq!(read(&[], &[(TAKEN, 2, never)]).taken, None);
    }
}

#[test]
fn old_letters_are_told_apart() {
    let old = encoding_rs::WINDOWS_1251.encode("Мост открыт").0.into_owned();
    assert_eq!(read(&[(DESCRIPTION, 2, &old)], &[]).caption.get(&ru()), "Мост открыт");
}

#[test]
fn windows_own_texts_stand_in_where_letters_were_lost() {
    let [title, comment, author, keywords] = ["Мост", "Мост открыт", "А. Омарова", "мост; Есіл ;"].map(xp);
    let first: [(u16, u16, &[u8]); 6] = [
        (DESCRIPTION, 2, b"???? ??????\0"),
        (ARTIST, 2, b"?. ???????\0"),
        (XP_TITLE, 1, &title),
        (XP_COMMENT, 1, &comment),
        (XP_AUTHOR, 1, &author),
        (XP_KEYWORDS, 1, &keywords),
    ];
    let words = read(&first, &[]);
    assert_eq!((words.headline.get(&ru()), words.caption.get(&ru())), ("Мост", "Мост открыт"));
    assert_eq!(words.creator, "А. Омарова");
    assert_eq!(words.keywords, ["мост", "Есіл"]);
}

#[test]
fn what_a_camera_puts_everywhere_is_no_caption() {
    for rubbish in [&b"OLYMPUS DIGITAL CAMERA         \0"[..], b"SONY DSC\0", b"   \0", b"???\0"] {
        assert_eq!(read(&[(DESCRIPTION, 2, rubbish)], &[]), PhotoWords::default(), "{rubbish:?}");
    }
}

#[test]
fn a_comment_says_how_it_is_coded() {
    let big: Vec<u8> = "Мост".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let little: Vec<u8> = "\u{feff}Мост".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (comment, text) in [
        ([b"UNICODE\0", &big[..]].concat(), "Мост"),
        ([b"UNICODE\0", &little[..]].concat(), "Мост"),
        (b"ASCII\0\0\0A bridge\0\0\0".to_vec(), "A bridge"),
        (b"\0\0\0\0\0\0\0\0       ".to_vec(), ""),
        (b"JIS\0\0\0\0\0abc".to_vec(), ""),
        (b"ASCII".to_vec(), ""),
    ] {
        assert_eq!(read(&[], &[(COMMENT, 7, &comment)]).caption.get(&ru()), text);
    }
}
