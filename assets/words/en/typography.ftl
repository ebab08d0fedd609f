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
