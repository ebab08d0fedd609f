//! XMP written afresh: the properties that have words, in one shape.

use md5::{Digest, Md5};

use super::{DC, DEFAULT, IPTC, IPTC_EXT, NOTE, PHOTOSHOP, RDF, RIGHTS, SOURCE_TYPE};
use crate::photo_file::words::{PhotoWords, original, told};
use crate::release::{ByLang, Lang, MadeByAi};

/// A packet and its extension, where a JPEG's segment cannot hold all.
#[derive(Debug, Default, PartialEq)]
pub(in crate::photo_file::words) struct Written {
    /// Empty where there is nothing to say.
    pub(in crate::photo_file::words) packet: String,
    pub(in crate::photo_file::words) extension: Option<Extension>,
}

/// What did not find room in the packet.
#[derive(Debug, PartialEq)]
pub(in crate::photo_file::words) struct Extension {
    /// What the packet calls it: 32 digits.
    pub(in crate::photo_file::words) mark: String,
    pub(in crate::photo_file::words) text: String,
}

/// These words, which are tidy, in XMP, with no more than so many bytes in the packet itself.
///
/// The longest properties leave for the extension first: nothing is ever cut.
pub(in crate::photo_file::words) fn written(words: &PhotoWords, langs: &[Lang], most_bytes: usize) -> Written {
    let mut kept = properties(words, langs);
    if kept.is_empty() {
        return Written::default();
    }
    let packet = packet(&kept.concat());
    if packet.len() <= most_bytes {
        return Written { packet, extension: None };
    }
    let mut moved: Vec<String> = Vec::new();
    loop {
        let text = extended(&moved.concat());
        let mark = Md5::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02X}")).collect::<String>();
        let note = format!("<xmpNote:HasExtendedXMP>{mark}</xmpNote:HasExtendedXMP>\n");
        let packet = self::packet(&[kept.concat(), note].concat());
        let longest = (0..kept.len()).max_by_key(|place| kept.get(*place).map(String::len));
        match longest {
            Some(place) if packet.len() > most_bytes => moved.push(kept.remove(place)),
            Some(_) | None => return Written { packet, extension: Some(Extension { mark, text }) },
        }
    }
}

/// Each property that has words.
fn properties(words: &PhotoWords, langs: &[Lang]) -> Vec<String> {
    let PhotoWords { headline, caption, alt, credit, creator, copyright, rights, .. } = words;
    let PhotoWords { city, country, country_code, keywords, persons, taken, made_by_ai, .. } = words;
    let creators: &[&str] = if creator.is_empty() { &[] } else { &[creator] };
    // XMP has no days before the year 0.
    let taken = taken.filter(|day| day.year() >= 0).map(|day| day.to_string()).unwrap_or_default();
    let made_by_ai = match made_by_ai {
        MadeByAi::No => "",
        MadeByAi::Partly => "compositeWithTrainedAlgorithmicMedia",
        MadeByAi::Wholly => "trainedAlgorithmicMedia",
    };
    let made_by_ai = if made_by_ai.is_empty() { String::new() } else { format!("{SOURCE_TYPE}{made_by_ai}") };
    let all = [
        by_lang("dc:description", caption, langs),
        list("dc:creator", "Seq", creators),
        for_all("dc:rights", copyright),
        list("dc:subject", "Bag", keywords),
        text("photoshop:Headline", original(headline, langs)),
        text("photoshop:Credit", credit),
        text("photoshop:City", city),
        text("photoshop:Country", country),
        text("photoshop:DateCreated", &taken),
        for_all("xmpRights:UsageTerms", rights),
        by_lang("Iptc4xmpCore:AltTextAccessibility", alt, langs),
        text("Iptc4xmpCore:CountryCode", country_code),
        text("Iptc4xmpExt:DigitalSourceType", &made_by_ai),
        list("Iptc4xmpExt:PersonInImage", "Bag", persons),
    ];
    all.into_iter().filter(|property| !property.is_empty()).collect()
}

/// A text. An element, because an attribute turns line ends into blanks.
fn text(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<{name}>{}</{name}>\n", escaped(text)) }
}

fn list(name: &str, kind: &str, entries: &[impl AsRef<str>]) -> String {
    let entries = entries.iter().map(|entry| format!("<rdf:li>{}</rdf:li>", escaped(entry.as_ref())));
    enclosed(name, kind, &entries.collect::<String>())
}

/// A text in several languages. The original's is told twice: to readers of all other languages, and in its own.
fn by_lang(name: &str, texts: &ByLang, langs: &[Lang]) -> String {
    let told = told(texts, langs);
    let first = told.first().map(|(_, text)| (DEFAULT, *text));
    let all = first.into_iter().chain(told.iter().map(|(lang, text)| (lang.as_str(), *text)));
    enclosed(name, "Alt", &all.map(|(lang, text)| in_lang(lang, text)).collect::<String>())
}

/// A text of no language, where XMP asks for one of several.
fn for_all(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { enclosed(name, "Alt", &in_lang(DEFAULT, text)) }
}

fn in_lang(lang: &str, text: &str) -> String {
    format!("<rdf:li xml:lang=\"{}\">{}</rdf:li>", escaped(lang), escaped(text))
}

fn enclosed(name: &str, kind: &str, entries: &str) -> String {
    if entries.is_empty() {
        return String::new();
    }
    format!("<{name}><rdf:{kind}>{entries}</rdf:{kind}></{name}>\n")
}

/// The only way by which typed words get into XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A whole packet. The mark in its head is the same in all packets of the world.
fn packet(properties: &str) -> String {
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{}<?xpacket end=\"w\"?>",
        extended(properties)
    )
}

/// The same without the frame, as an extension has it. No word of the program that wrote it.
fn extended(properties: &str) -> String {
    let spaces = [
        ("dc", DC),
        ("photoshop", PHOTOSHOP),
        ("xmpRights", RIGHTS),
        ("Iptc4xmpCore", IPTC),
        ("Iptc4xmpExt", IPTC_EXT),
        ("xmpNote", NOTE),
    ];
    let used = spaces.iter().filter(|(prefix, _)| properties.contains(&format!("<{prefix}:")));
    let spaces: String = used.map(|(prefix, space)| format!(" xmlns:{prefix}=\"{space}\"")).collect();
    format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"{RDF}\">\n<rdf:Description rdf:about=\"\"{spaces}>\n\
         {properties}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
    )
}
