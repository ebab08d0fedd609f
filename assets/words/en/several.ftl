# Several people on one folder: who has a release open, taking it over, and two texts that become one.

command-take-over = Take over
command-only-read = Read
command-ask-merge = Merge texts…
command-merge = Merge
command-discard-copy = Discard the other text
command-hide-copies = Not now

settings-name = Your name
settings-name-hint = Colleagues see it when you have a release open.

## Who has it open.

several-somebody = Somebody
several-who = { $name } ({ $machine })
several-reading = You are reading. { $who } has had this release open since { $since }
several-reading-free = You are reading. { $who } had this release open since { $since } and has closed it
several-taken-over = { $who } took this release over at { $since }. What you type is kept in a copy of its own
several-others = { $who } has had this release open as well since { $since }. Both texts are kept
several-question = { $name } has this release open
several-question-since = { $who }, since { $since }
several-question-what = You can read it and see it change. If you take it over, your colleague is told, keeps what she typed, and nothing is overwritten.
several-you-write = You are writing this release now
several-kept-own = Your text is kept in a copy beside the release. { $path }
several-followed = Somebody else has changed this release. You see the new text
several-open-by = { $name } has it open
several-copies-sign = { $count ->
    [one] { $count } other text
   *[other] { $count } other texts
}

## Two texts.

several-copies = { $count ->
    [one] Another text of this release lies beside it
   *[other] { $count } other texts of this release lie beside it
}
several-no-copies = No other text of this release lies beside it
several-merged = Merged. The other text stays until you discard it; undo brings back yours
several-discarded = The other text is among the versions now
several-merge-title = Merge two texts
several-merge-same = Both texts are the same.
several-merge-apart = The changes do not touch each other. This is how they fit together; look them over and merge.
several-merge-both = { $count ->
    [one] { $count } place was changed in both texts: choose there. The rest fits together by itself.
   *[other] { $count } places were changed in both texts: choose there. The rest fits together by itself.
}
several-merge-no-base = What both texts began with is not known. Choose at each place.
several-copy-ours = Kept by Dateline: { $about }
several-copy-onedrive = Copy by OneDrive: { $about }
several-copy-dropbox = Copy by Dropbox or another sync program: { $about }
several-copy-syncthing = Copy by Syncthing: { $about }
several-all-mine = All of mine
several-all-theirs = All of theirs
several-here = In this window
several-there = The other text
several-mine = Mine
several-theirs = Theirs
several-both = Both
several-changed-here = changed in this window
several-changed-there = changed in the other text
several-changed-both = changed in both
several-same-words = The same words, other settings
several-kind = Kind
several-edition = Language
several-order = Order of the text
several-contacts = Contacts
