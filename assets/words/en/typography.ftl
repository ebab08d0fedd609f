# What is not set as the language or the house has it.
typography-quotes = Quote marks that are not this language’s
typography-apostrophe = Straight apostrophes
typography-dash = Hyphens or other dashes in the place of the house’s dash
typography-range = Hyphens in ranges, where a dash belongs
typography-ellipsis = Three full stops instead of an ellipsis
typography-double-space = Several spaces in a row
typography-punctuation = Spaces before punctuation, or none after it
typography-number-sign = № or § without its no-break space
typography-percent = A percent sign too near its number or too far from it
typography-ordinal = Ordinal numbers parted from their endings
typography-date = Dates set too tight or too wide
typography-digit-groups = Long numbers without this language’s groups
typography-unit = Units glued to their numbers
typography-initials = Initials that a line end may part
typography-no-break = Ordinary spaces where a line must not end
typography-look-alike = Letters of another alphabet that only look right
finding-typography = { $what }: { $count ->
    [one] “{ $words }”
   *[other] { $count } places, the first “{ $words }”
}
fix-typography = Correct { $count ->
    [one] this place
   *[other] { $count } places
}

# Looking over what would be put right.
command-ask-typography = Correct typography…
command-correct-typography = Correct what is ticked
command-help-typing = Put the mark of this language
command-toggle-typing-help = Turn typing help on or off
command-toggle-signs = Show or hide no-break spaces and soft hyphens
typography-title = Correct typography
typography-nothing = There is nothing to correct.
typography-hint = Each place before and after; · is an ordinary space, ° a no-break one. Take the tick off what is to stay.
typography-go = Correct { $count ->
    [one] one place
   *[other] { $count } places
}
typography-of-language = { $language }: everything
typography-of-point = { $what }: { $count }
typography-place = “{ $then }” becomes “{ $now }”
typography-corrected = { $count ->
    [one] One place corrected.
   *[other] { $count } places corrected.
}
typing-help-is-on = Quote marks and dashes now become those of the language while you type.
typing-help-is-off = Quote marks and dashes now stay as you type them.
settings-typing-help = Quote marks and dashes of the language while typing
settings-signs = Show no-break spaces and soft hyphens

# What the editions do not say alike.
finding-parity-numbers = Numbers, dates or times differ from the original: { $told }.
finding-parity-links = Links differ from the original: { $told }.
finding-parity-block-missing = “{ $words }” is missing in { $lang ->
    [kk] Kazakh
    [ru] Russian
    [en] English
    [de] German
    [fr] French
   *[other] “{ $lang }”
}.
finding-parity-list-length = The list has more or fewer points than the original: { $told }.
findings-show-other = Show in the other language
