# What an editor would ask. Each names its thing by one of these, always in the same place of the sentence.
finding-the-quote = The quote “{ $words }”
finding-a-quote = A quote
finding-a-speaker = A speaker
finding-the-photo = The photo “{ $file }”
finding-a-photo = A photo

finding-embargo-past = The embargo has passed; remove it or set a later time.
finding-embargo-zone-unknown = The time zone of the embargo, “{ $zone }”, is unknown; write one such as Asia/Almaty.
finding-embargo-zone-missing = The time zone of the embargo is unknown; write one such as Asia/Almaty.
finding-style-missing = The house has no style for { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}; neutral rules apply.
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
finding-quote-marks-typed = { $quote } was typed with quote marks around it; the house style adds them.
finding-speaker-not-introduced = The text quotes { $speaker } but never says who that is.
finding-speaker-name-missing = A quoted speaker has no name.
finding-speaker-name-untranslated = { $speaker } has no name in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}.
finding-speaker-title-untranslated = { $speaker } has no title in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}.
finding-photo-gone = The text shows a photo that is no longer in the release.
finding-photo-credit-missing = { $photo } has no credit.
finding-photo-alt-missing = { $photo } has no alternative text in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}; describe it, or mark the photo as decorative.
finding-photo-person-unnamed = The caption of the photo “{ $file }” names nobody, but its file says who is in it: { $persons }.
finding-photo-small-for-web = The photo “{ $file }” has { $width } × { $height } pixels; websites want at least 1200 on the long side.
finding-photo-small-for-print = The photo “{ $file }” has fewer than 200 pixels per inch at its printed size; use a larger one or place it smaller.
finding-photo-credit-cut = The credit of the photo “{ $file }” is too long for older programs: they show “{ $kept }”.
finding-speaker-title-unsaid = { $speaker } is quoted without the title “{ $title }”; the text says it nowhere.
finding-quote-verb-gender = The verb “{ $verb }” does not agree with { $speaker }.
finding-photo-shown-nowhere =
    { $count ->
        [one] One photo is to stand at the end, where this house style shows no photos.
       *[other] { $count } photos are to stand at the end, where this house style shows no photos.
    }
finding-contact-unit-untranslated = The press contact “{ $unit }” has no name in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}.
finding-contact-missing = There is no contact that a newsroom could call.
finding-letter-missing = The fonts of the page have no { $letters }; use other letters.

# The panel under the preview.
findings-before-sending = Before sending: { $count }
findings-required = Required
findings-advised = Recommended
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

# What a press of a button mends.
command-mend = Mend
fix-say-title = Add the title to the attribution
fix-put-verb = Change to “{ $verb }”
fix-only-attach =
    { $count ->
        [one] Send { $count } photo as a file only
       *[other] Send { $count } photos as files only
    }
