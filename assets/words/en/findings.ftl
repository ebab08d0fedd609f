# What an editor would ask. Each names its thing by one of these, always in the same place of the sentence.
finding-the-quote = The quote “{ $words }”
finding-a-quote = A quote
finding-a-speaker = A speaker
finding-the-photo = The photo “{ $file }”
finding-a-photo = A photo

finding-embargo-past = The embargo is over; take it off, or set a later hour.
finding-embargo-zone-unknown = The time zone of the embargo, “{ $zone }”, is unknown; write one such as Asia/Almaty.
finding-embargo-zone-missing = The time zone of the embargo is unknown; write one such as Asia/Almaty.
finding-style-missing = The house has no style for { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}; this edition follows neutral rules.
finding-headline-missing = The headline is missing.
finding-body-empty = The release has no text.
finding-translation-missing =
    { $count ->
        [one] One part of the text has no translation.
       *[other] { $count } parts of the text have no translation.
    }
finding-quote-empty = A quote is empty; write the words, or take it out.
finding-quote-speaker-missing = { $quote } has no speaker.
finding-quote-speaker-gone = { $quote } refers to a speaker who is no longer in the release.
finding-quote-verb-missing = { $quote } has no verb, such as “said”.
finding-quote-marks-typed = { $quote } has quote marks of its own around it; the marks are added by the house.
finding-speaker-not-introduced = The text quotes { $speaker } and nowhere says who that is.
finding-speaker-name-missing = A quoted speaker has no name.
finding-speaker-name-untranslated = { $speaker } has no name in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}.
finding-photo-gone = A photo stands in the text that is no longer in the release.
finding-photo-credit-missing = { $photo } has no credit.
finding-photo-alt-missing = { $photo } has no alternative text in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}; write it, or say that the photo only adorns.
finding-photo-person-unnamed = The photo “{ $file }” has a caption that names nobody; its file says who is in it: { $persons }.
finding-photo-small-for-web = The photo “{ $file }” has { $width } × { $height } pixels; a web site wants at least 1200 along the longer edge.
finding-photo-small-for-print = The photo “{ $file }” has fewer than 200 pixels an inch where it stands on paper; use a larger one or place it smaller.
finding-photo-credit-cut = The photo “{ $file }” has a credit that older programs cut: they show “{ $kept }”.
finding-contact-missing = There is no contact whom a newsroom could call.
finding-letter-missing = No font of the page has { $letters }; write it with other letters.

# The panel under the preview.
findings-before-sending = Before sending: { $count }
findings-required = Required
findings-advised = Advised
findings-show = Show
# In a release of several languages, the language in which something is asked.
findings-in-language = { $language }: { $question }
# What a screen reader says of a question.
findings-named = { $severity }: { $question }
findings-ready = Ready to send
findings-languages = { $count ->
    [one] { $count } language
   *[other] { $count } languages
}
findings-languages-and-photos = { $languages }, { $photos }
