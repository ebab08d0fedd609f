use super::*;

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn packet(description: &str) -> String {
    format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='{RDF}' xmlns:dc='{DC}' xmlns:p='{PHOTOSHOP}' \
         xmlns:r='{RIGHTS}' xmlns:core='{IPTC}' xmlns:ext='{IPTC_EXT}'>{description}</rdf:RDF></x:xmpmeta>"
    )
}

fn read(packet: &[u8]) -> PhotoWords {
    words(&[packet], &lang("ru"))
}

fn told(properties: &str) -> PhotoWords {
    read(packet(&format!("<rdf:Description rdf:about=''>{properties}</rdf:Description>")).as_bytes())
}

#[test]
fn a_property_is_read_in_every_shape() {
    for shape in [
        "<rdf:Description p:Credit='A'/>",
        "<rdf:Description><p:Credit>A</p:Credit></rdf:Description>",
        "<rdf:Description/><rdf:Description><p:Credit> A\n</p:Credit></rdf:Description>",
        "<rdf:Description><q:Credit xmlns:q='http://ns.adobe.com/photoshop/1.0/'>A</q:Credit></rdf:Description>",
        "<rdf:Description><p:Credit rdf:parseType='Resource'><rdf:value>A</rdf:value><p:City>no</p:City></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit><rdf:Description rdf:value='A' p:City='no'/></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit><rdf:Description><rdf:value>A</rdf:value></rdf:Description></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit><rdf:Alt><rdf:li xml:lang='x-default'>A</rdf:li></rdf:Alt></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit rdf:resource='A'/></rdf:Description>",
        "<rdf:Description><p:Credit><!-- no -->A<!-- no --></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit><![CDATA[A]]></p:Credit></rdf:Description>",
        "<rdf:Description><p:Credit/></rdf:Description><rdf:Description p:Credit=' '><p:Credit>A</p:Credit></rdf:Description>",
        "<p:Anything p:Credit='A'/>",
    ] {
        assert_eq!(read(packet(shape).as_bytes()).credit, "A", "{shape}");
    }
}

#[test]
fn a_list_is_read_as_any_kind_of_list() {
    for kind in ["Bag", "Seq", "Alt"] {
        let entries = format!("<rdf:{kind}><rdf:li>A</rdf:li><rdf:li/><rdf:li>B, C</rdf:li></rdf:{kind}>");
        let words = told(&format!("<dc:subject>{entries}</dc:subject><dc:creator>{entries}</dc:creator>"));
        assert_eq!(words.keywords, ["A", "B, C"]);
        assert_eq!(words.creator, "A, B, C");
    }
    assert_eq!(told("<dc:subject>A</dc:subject>").keywords, ["A"]);
}

#[test]
fn texts_are_kept_by_language() {
    let caption =
        |entries: &str| told(&format!("<dc:description><rdf:Alt>{entries}</rdf:Alt></dc:description>")).caption;
    let default = "<rdf:li xml:lang='x-default'>A</rdf:li>";
    let all =
        |texts: &[(&str, &str)]| texts.iter().map(|(tag, text)| (lang(tag), (*text).to_owned())).collect::<ByLang>();
    assert_eq!(caption(default), all(&[("ru", "A")]));
    assert_eq!(caption("<rdf:li>A</rdf:li>"), all(&[("ru", "A")]));
    // Told in its own language, it is that and nothing else.
    assert_eq!(caption(&[default, "<rdf:li xml:lang='kk'>A</rdf:li>"].concat()), all(&[("kk", "A")]));
    // In a language that is not said, it is kept beside the others, but never in their place.
    assert_eq!(caption(&[default, "<rdf:li xml:lang='kk'>B</rdf:li>"].concat()), all(&[("kk", "B"), ("ru", "A")]));
    assert_eq!(caption(&[default, "<rdf:li xml:lang='ru'>B</rdf:li>"].concat()), all(&[("ru", "B")]));
    assert_eq!(caption("<rdf:li xml:lang='EN_gb'>B</rdf:li>"), all(&[("en-GB", "B")]));
    assert_eq!(caption("<rdf:li xml:lang='no language!'>B</rdf:li>"), all(&[("ru", "B")]));
    assert_eq!(told("<dc:description xml:lang='kk'>B</dc:description>").caption, all(&[("kk", "B")]));
    let rights = "<r:UsageTerms><rdf:Alt><rdf:li xml:lang='kk'>B</rdf:li><rdf:li xml:lang='x-default'>A</rdf:li></rdf:Alt></r:UsageTerms>";
    assert_eq!(told(rights).rights, "A");
}

#[test]
fn a_packet_may_be_coded_in_several_ways() {
    let text = packet("<rdf:Description p:Credit='Пресс-служба, ҚР 👩‍👩‍👧‍👦'/>");
    let with_mark = format!("\u{feff}{text}");
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [
        text.clone().into_bytes(),
        with_mark.clone().into_bytes(),
        utf16(&text, u16::to_le_bytes),
        utf16(&text, u16::to_be_bytes),
        utf16(&with_mark, u16::to_le_bytes),
        utf16(&with_mark, u16::to_be_bytes),
        [text.as_bytes(), &[0; 40]].concat(),
    ] {
        assert_eq!(read(&bytes).credit, "Пресс-служба, ҚР 👩‍👩‍👧‍👦");
    }
    let old = encoding_rs::WINDOWS_1251.encode("<p:Credit>Пресс-служба</p:Credit>").0.into_owned();
    let around = packet("<rdf:Description>@</rdf:Description>");
    let (before, behind) = around.split_once('@').unwrap();
    assert_eq!(read(&[before.as_bytes(), &old, behind.as_bytes()].concat()).credit, "Пресс-служба");
}

#[test]
fn what_xml_forbids_does_not_cost_the_packet() {
    assert_eq!(told("<p:Credit>A\u{1}&#0;&#x1f;&#xd800;B</p:Credit>").credit, "AB");
    assert_eq!(told("<p:Credit>A & B &nbsp; &lt;&#65;</p:Credit>").credit, "A & B &nbsp; <A");
}

#[test]
fn no_packet_multiplies() {
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    assert_eq!(
        read(format!("{bomb}{}", packet("<rdf:Description p:Credit='&b;'/>")).as_bytes()),
        PhotoWords::default()
    );
    let start = std::time::Instant::now();
    let attributes: String = (0..200_000).map(|count| format!(" p:a{count}='1'")).collect();
    let spaces: String = (0..60_000).map(|count| format!("<a xmlns:p{count}='{count}'>")).collect();
    for crowded in [
        packet(&format!("<rdf:Description{attributes}/>")),
        packet(&spaces),
        packet(&"<rdf:Description>".repeat(200_000)),
        packet(&"<p:Credit><rdf:Bag>".repeat(100_000)),
        packet(&"<a/>".repeat(900_000)),
        "&".repeat(4 << 20),
        format!("<{}>", "&#".repeat(2 << 20)),
        "<".repeat(7 << 20),
    ] {
        assert_eq!(read(crowded.as_bytes()), PhotoWords::default());
    }
    assert!(start.elapsed().as_secs() < 16, "{:?}", start.elapsed());
}

#[test]
fn deep_values_are_left_alone() {
    let deep = |depth| format!("<p:Credit>{}A{}</p:Credit>", "<rdf:Bag>".repeat(depth), "</rdf:Bag>".repeat(depth));
    assert_eq!(told(&deep(7)).credit, "A");
    assert_eq!(told(&deep(50)).credit, "");
}

#[test]
fn only_a_whole_day_is_a_date() {
    let date = Some(jiff::civil::date(2026, 11, 23));
    for moment in ["2026-11-23", "2026-11-23T18:00:00+05:00", "2026-11-23 18:00"] {
        assert_eq!(day(moment), date);
    }
    for moment in ["2026", "2026-11", "2026-13-01", "2026-11-234", "23.11.2026", "", "2026-11-2ж"] {
        assert_eq!(day(moment), None, "{moment}");
    }
}

#[test]
fn what_a_machine_made_is_known_by_the_standards_words() {
    let source = |name: &str| told(&format!("<ext:DigitalSourceType>{name}</ext:DigitalSourceType>")).made_by_ai;
    for (name, made) in [
        ("trainedAlgorithmicMedia", MadeByAi::Wholly),
        ("compositeWithTrainedAlgorithmicMedia", MadeByAi::Partly),
        ("compositeSynthetic", MadeByAi::Partly),
        ("digitalCapture", MadeByAi::No),
        ("algorithmicMedia", MadeByAi::No),
    ] {
        assert_eq!(source(&format!("{SOURCE_TYPE}{name}")), made);
        assert_eq!(source(name), made);
    }
    let slip =
        format!("<s:PersonInImage xmlns:s='{IPTC_EXT_SLIP}'><rdf:Bag><rdf:li>A</rdf:li></rdf:Bag></s:PersonInImage>");
    assert_eq!(told(&slip).persons, ["A"]);
}

#[test]
fn what_is_written_is_read_again_and_nothing_is_cut() {
    let long = "Ұ<&>\"']]>".repeat(4000);
    let words = PhotoWords {
        caption: [(lang("kk"), long.clone()), (lang("ru"), "Б\nВ".to_owned())].into_iter().collect(),
        alt: ByLang::one(&lang("en"), long.clone()),
        credit: "A & B".into(),
        ..PhotoWords::default()
    };
    let langs = ["kk", "ru", "en"].map(lang);
    let whole = written(&words, &langs, usize::MAX);
    assert_eq!(read(whole.packet.as_bytes()), words);
    assert_eq!(whole.extension, None);
    let parted = written(&words, &langs, 65_000);
    assert!(parted.packet.len() < 65_000);
    let Some(Extension { mark, text }) = parted.extension else { panic!("too long for one") };
    assert_eq!(extension(parted.packet.as_bytes()), Some(mark));
    assert_eq!(super::words(&[parted.packet.as_bytes(), text.as_bytes()], &lang("ru")), words);
    assert_eq!(written(&PhotoWords::default(), &langs, 65_000), Written::default());
}
