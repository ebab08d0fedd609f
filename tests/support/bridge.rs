//! One made-up release in several languages, with everything that a page can show.

use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Embargo, Photo, PhotoId, Placement, Quote, Release, Speaker, SpeakerId,
    Standing,
};
use jiff::civil::date;
use uuid::Uuid;

/// The words of the release in one language.
pub(crate) struct Bridge {
    pub(crate) tag: &'static str,
    /// The preset whose style the words suit; empty for neutral rules.
    pub(crate) house: &'static str,
    headline: &'static str,
    subhead: &'static str,
    place: &'static str,
    lead: &'static str,
    said: &'static str,
    verb: &'static str,
    speaker: (&'static str, &'static str),
    heading: &'static str,
    points: [&'static str; 3],
    more: &'static str,
    caption: &'static str,
    alt: &'static str,
    credit: &'static str,
    notes: &'static str,
    unit: &'static str,
    pub(crate) organisation: &'static str,
    pub(crate) boilerplate: &'static str,
}

impl Bridge {
    /// The release as somebody would have typed it.
    pub(crate) fn release(&self) -> Release {
        let lang: dateline::release::Lang = self.tag.parse().unwrap();
        let words = |words: &str| ByLang::one(&lang, words);
        let quote = |text: &str, placement| {
            let verb = self.verb.into();
            BlockKind::Quote(Quote {
                text: text.into(),
                speaker: Some(SpeakerId(1)),
                verb,
                placement,
                ..Quote::default()
            })
        };
        let mut release = Release::new(Uuid::from_u128(0xb71d6e), date(2026, 11, 23), lang.clone());
        release.embargo = Embargo::Until { at: date(2026, 11, 23).at(18, 0, 0, 0), zone: "Asia/Almaty".into() };
        release.speakers =
            vec![Speaker { name: words(self.speaker.0), title: words(self.speaker.1), ..Speaker::new(SpeakerId(1)) }];
        let photo = |id, file: &str, standing| Photo {
            caption: words(self.caption),
            alt: words(self.alt),
            credit: self.credit.into(),
            standing,
            ..Photo::new(PhotoId(id), file.into())
        };
        release.photos = vec![
            photo(1, "bridge-opening-2026-11-23.jpg", Standing::Lead),
            photo(2, "bridge-from-the-left-bank-at-dusk-before-the-opening-ceremony-of-the-year.jpg", Standing::End),
            photo(3, "ribbon.jpg", Standing::End),
        ];
        release.contacts = vec![Contact {
            unit: words(self.unit),
            person: ByLang::default(),
            phones: vec!["+7 7172 00 00 00".into()],
            email: "press@example.org".into(),
            web: "example.org/press".into(),
        }];
        let kinds = [
            BlockKind::Paragraph(self.lead.into()),
            quote(self.said, Placement::After),
            BlockKind::Heading(self.heading.into()),
            BlockKind::Paragraph(self.more.into()),
            BlockKind::List { ordered: false, items: self.points.map(Into::into).into() },
            BlockKind::Photo(PhotoId(2)),
            quote(self.said, Placement::Before),
            BlockKind::List { ordered: true, items: self.points.map(Into::into).into() },
            BlockKind::Paragraph(self.more.into()),
        ];
        let edition = &mut release.editions[0];
        edition.headline = self.headline.into();
        edition.subhead = self.subhead.into();
        edition.place = self.place.into();
        edition.body = (1..).map(BlockId).zip(kinds).map(|(id, kind)| Block { id, kind }).collect();
        edition.notes_to_editors = self.notes.into();
        release
    }
}

/// The same news in each language that has a house of its own, in another English house, and from right to left.
pub(crate) const BRIDGES: &[Bridge] = &[
    Bridge {
        tag: "en",
        house: "ap",
        headline: "New bridge across the Esil opens to pedestrians and cyclists",
        subhead: "The 380-metre crossing joins the two banks of the capital and shortens the way to work for 20,000 people",
        place: "Astana",
        lead: "The city council opened a new bridge for pedestrians and cyclists on Monday, two months ahead of schedule. It is *the first crossing* of the river without a lane for cars; details are in [the technical description](https://example.org/bridge/description).",
        said: "We were asked for a short way to work, not for a monument. People walk here every day, and now they walk in a straight line",
        verb: "said",
        speaker: ("Aigerim Saparova", "chair of the council’s transport committee"),
        heading: "What the bridge changes",
        points: [
            "The walk between the banks takes **6 minutes** instead of 25.",
            "Cyclists have a lane of their own, 3.5 metres wide, lit through the night.",
            "Two lifts and four ramps make it usable with a wheelchair or a pram.",
        ],
        more: "The bridge was paid for from the city’s budget. Its upkeep is planned for the next ten years, and the council will report on the number of users [once a quarter](https://example.org/reports?year=2026&quarter=4), beginning in January.",
        caption: "Residents cross the new bridge on the morning of its opening, Nov. 23, 2026.",
        alt: "Some forty people walk and cycle over a light, curved bridge in snow.",
        credit: "Dana Omarova",
        notes: "Interviews with the engineers are possible on Tuesday and Wednesday.\n\nDrawings in print quality: [example.org/drawings](https://example.org/drawings)",
        unit: "City Council Press Service",
        organisation: "City Council",
        boilerplate: "The City Council plans and builds the streets, bridges and parks of the capital. It was elected in 2023 and has 31 members.",
    },
    Bridge {
        tag: "en-GB",
        house: "eu",
        headline: "Council and regions agree on common rules for crossings without cars",
        subhead: "",
        place: "Brussels",
        lead: "Representatives of the regions and of the Council agreed today on common rules for bridges that are meant for pedestrians and cyclists alone.",
        said: "A bridge without cars is cheaper, quieter and safer.\n\nThese rules make it easier to build one, in towns of every size",
        verb: "said",
        speaker: ("Jane Example", "Commissioner for Urban Mobility"),
        heading: "Next steps",
        points: [
            "Formal adoption in the spring.",
            "Entry into force twenty days after publication.",
            "First report after three years.",
        ],
        more: "The agreement is provisional. The [full text](https://example.org/eu/text) will be published once the lawyer-linguists have finished their work.",
        caption: "The negotiators after the agreement.",
        alt: "Six people shake hands in front of flags.",
        credit: "Council of Examples",
        notes: "The rules were proposed in 2025.",
        unit: "Press office",
        organisation: "Council of Examples",
        boilerplate: "",
    },
    Bridge {
        tag: "kk",
        house: "kazakhstan",
        headline: "Есіл өзені арқылы жаяу жүргіншілерге арналған жаңа көпір ашылды",
        subhead: "Ұзындығы 380 метр өткел елорданың екі жағалауын жалғап, 20 мың адамның жұмысқа баратын жолын қысқартты",
        place: "Астана",
        lead: "Қала мәслихаты жаяу жүргіншілер мен велосипедшілерге арналған жаңа көпірді мерзімінен екі ай бұрын пайдалануға берді. Ашылу рәсіміне Әйгерім Сапарова қатысты. Толық сипаттамасы [мәслихат сайтында](https://example.org/kopir).",
        said: "Бізден ескерткіш емес, жұмысқа баратын қысқа жол сұрады. Адамдар мұнда күн сайын жүреді, енді олар тіке жүреді.",
        verb: "деп атап өтті",
        speaker: ("Әйгерім Сапарова", "мәслихаттың көлік комиссиясының төрағасы"),
        heading: "Көпір нені өзгертеді",
        points: [
            "Екі жағалаудың арасы 25 минут емес, **6 минут**.",
            "Велосипедшілерге ені 3,5 метр бөлек жолақ бар.",
            "Екі лифт пен төрт пандус арбамен жүруге мүмкіндік береді.",
        ],
        more: "Көпір қала бюджетінің есебінен салынды. Мәслихат оны пайдаланушылардың саны туралы тоқсан сайын есеп береді.",
        caption: "Тұрғындар жаңа көпірмен ашылу күні таңертең өтіп барады.",
        alt: "Қырыққа жуық адам қар астындағы жеңіл, иілген көпірмен жүріп барады.",
        credit: "Дана Омарова",
        notes: "Инженерлермен сұхбат сейсенбі мен сәрсенбіде мүмкін.",
        unit: "Мәслихаттың баспасөз қызметі",
        organisation: "Қала мәслихаты",
        boilerplate: "",
    },
    Bridge {
        tag: "ru",
        house: "kazakhstan",
        headline: "Через Есиль открыт новый мост для пешеходов и велосипедистов",
        subhead: "Переход длиной 380 метров соединил два берега столицы и сократил дорогу на работу 20 тысячам человек",
        place: "Астана",
        lead: "Городской маслихат открыл новый мост для пешеходов и велосипедистов на два месяца раньше срока. В церемонии участвовала Айгерим Сапарова. Подробности – [в описании](https://example.org/most).",
        said: "Нас просили о коротком пути на работу, а не о памятнике. Люди ходят здесь каждый день, и теперь они ходят напрямик.",
        verb: "подчеркнула",
        speaker: ("Айгерим Сапарова", "председатель транспортной комиссии маслихата"),
        heading: "Что меняет мост",
        points: [
            "Путь между берегами занимает **6 минут** вместо 25.",
            "У велосипедистов своя полоса шириной 3,5 метра.",
            "Два лифта и четыре пандуса: можно пройти с коляской.",
        ],
        more: "Мост построен за счёт городского бюджета. О числе пользователей маслихат будет сообщать раз в квартал.",
        caption: "Жители идут по новому мосту утром в день открытия.",
        alt: "Около сорока человек идут и едут по лёгкому изогнутому мосту под снегом.",
        credit: "Дана Омарова",
        notes: "Интервью с инженерами возможны во вторник и среду.",
        unit: "Пресс-служба маслихата",
        organisation: "Городской маслихат",
        boilerplate: "",
    },
    Bridge {
        tag: "de",
        house: "german",
        headline: "Donaudampfschifffahrtsgesellschaftskapitänsversammlung eröffnet Fußgängerbrücke",
        subhead: "380 Meter lang, ohne Spur für Autos, zwei Monate vor der Zeit fertig",
        place: "Beispielstadt",
        lead: "Die neue Brücke für Fußgängerinnen, Fußgänger und Radfahrende ist seit Montag offen. Die [Verkehrsinfrastrukturfinanzierungsvereinbarung](https://example.org/vereinbarung) sichert ihren Unterhalt für zehn Jahre.",
        said: "Man hat uns um einen kurzen Weg zur Arbeit gebeten, nicht um ein Denkmal.",
        verb: "sagte",
        speaker: ("Erika Beispiel", "Vorsitzende des Verkehrsausschusses"),
        heading: "Was die Brücke verändert",
        points: [
            "Der Weg dauert **6 Minuten** statt 25.",
            "Eine eigene Fahrradspur, 3,5 Meter breit.",
            "Zwei Aufzüge und vier Rampen.",
        ],
        more: "Bezahlt wurde die Brücke aus dem Haushalt der Stadt. Über die Zahl der Nutzer berichtet der Stadtrat jedes Vierteljahr.",
        caption: "Am Morgen der Eröffnung.",
        alt: "Etwa vierzig Menschen gehen und fahren über eine leichte, geschwungene Brücke im Schnee.",
        credit: "Max Muster",
        notes: "Gespräche mit den Ingenieurinnen sind am Dienstag möglich.",
        unit: "Pressestelle der Stadt",
        organisation: "Stadt Beispielstadt",
        boilerplate: "Beispielstadt hat 120.000 Einwohner.",
    },
    Bridge {
        tag: "fr",
        house: "french",
        headline: "Un nouveau pont pour les piétons et les cyclistes",
        subhead: "Long de 380 mètres, il relie les deux rives de la ville",
        place: "Exempleville",
        lead: "Le conseil municipal a ouvert lundi un pont réservé aux piétons et aux cyclistes, avec deux mois d’avance. Tout est dans [le dossier](https://example.org/pont).",
        said: "On nous a demandé un chemin court, pas un monument.",
        verb: "a déclaré",
        speaker: ("Anne Exemple", "présidente de la commission des transports"),
        heading: "Ce que le pont change",
        points: [
            "Le trajet dure **6 minutes** au lieu de 25.",
            "Une voie cyclable de 3,5 mètres.",
            "Deux ascenseurs, quatre rampes.",
        ],
        more: "Le pont a été payé par la ville. Le conseil rendra compte de sa fréquentation chaque trimestre.",
        caption: "Le matin de l’ouverture.",
        alt: "Une quarantaine de personnes sur un pont léger et courbe, sous la neige.",
        credit: "Paul Modèle",
        notes: "Entretiens possibles mardi.",
        unit: "Service de presse",
        organisation: "Ville d’Exempleville",
        boilerplate: "",
    },
    Bridge {
        tag: "ar",
        house: "",
        headline: "افتتاح جسر جديد للمشاة والدراجات فوق النهر",
        subhead: "يبلغ طول الجسر 380 مترا ويربط ضفتي العاصمة",
        place: "أستانا",
        lead: "افتتح مجلس المدينة يوم الاثنين جسرا جديدا للمشاة والدراجات قبل موعده بشهرين. التفاصيل في [الوصف الفني](https://example.org/bridge).",
        said: "طلب الناس منا طريقا قصيرا إلى العمل، لا نصبا تذكاريا.",
        verb: "قالت",
        speaker: ("عائشة مثال", "رئيسة لجنة النقل"),
        heading: "ما الذي يغيره الجسر",
        points: ["تستغرق الطريق **6 دقائق** بدلا من 25.", "مسار للدراجات عرضه 3.5 متر.", "مصعدان وأربعة منحدرات."],
        more: "دفعت المدينة تكاليف الجسر من ميزانيتها، وسينشر المجلس عدد المستخدمين كل ثلاثة أشهر.",
        caption: "السكان يعبرون الجسر صباح الافتتاح.",
        alt: "نحو أربعين شخصا يعبرون جسرا خفيفا منحنيا في الثلج.",
        credit: "دانا عمروفا",
        notes: "يمكن إجراء مقابلات مع المهندسين يوم الثلاثاء.",
        unit: "المكتب الصحفي",
        organisation: "مجلس المدينة",
        boilerplate: "",
    },
];
