# The newsroom: its folder, the list of releases, the search.

error-choose-newsroom = Could not take this folder as the newsroom
error-newsroom-is-release = a release lies in it
error-newsroom-is-release-next = Choose the folder around your releases.
error-place-release = Could not make the release's folder
error-rename-release = Could not rename the release's folder
error-trash-release = Could not move the release to the trash
error-restore-release = Could not take the release out of the trash
error-keep-template = Could not keep the template
error-not-in-newsroom = it is not in this newsroom
error-not-in-newsroom-next = Choose the newsroom in which it lies, or move it there first.
error-read-newsroom = Could not read the newsroom
error-newsroom-away = its folder is not there
error-newsroom-away-next = Connect the drive, or choose the newsroom's folder again. The list shows what was there last.
error-keep-index = Could not keep the list of releases
error-search = Could not search the releases
error-index-next = Start Dateline again; the list is then made anew.

## What a person can ask for.

command-choose-newsroom = Choose newsroom…
command-use-newsroom = Use this newsroom
command-leave-newsroom = Work without a newsroom
command-find-release = Find a release
command-show-releases = Releases
command-show-templates = New from a template
command-show-trash = Trash
command-new-from = New release as a copy
command-keep-template = Keep as a template
command-rename-release = Rename the folder…
command-trash-release = Move to the trash
command-restore-release = Take out of the trash

## Questions in the window.

dialog-newsroom = Choose the newsroom’s folder
question-newsroom = Which folder is the newsroom?
question-newsroom-hint = All releases in it stand in the list, whoever writes them. It may lie on a shared drive.
question-newsroom-path = The newsroom’s folder
question-newsroom-go = Use this folder
question-rename = Rename the release’s folder
question-rename-name = Name of the folder
question-rename-go = Rename
unsaved-before-trash = Save it before you move it to the trash?

## What runs beside the window, and what came of it.

running-placing = Saving…
running-moving = Moving…
renamed-release = Renamed. { $path }
trashed-release = Moved to the trash.
restored-release = Taken out of the trash. { $path }
kept-template = Kept as a template. { $path }

## The list.

releases-search = Search all releases
releases-show-filters = Show the filters
releases-hide-filters = Hide the filters
releases-open = Open
releases-coming = A release on its way
releases-unread = { $count ->
    [one] Reading { $count } release…
   *[other] Reading { $count } releases…
}
releases-found = { $count ->
    [one] { $count } release found
   *[other] { $count } releases found
}
releases-found-first = { $count ->
    [one] The first release of those that were found
   *[other] The first { $count } releases of those that were found
}
releases-none = No release is here yet. Start a new one, or put the folders of older ones into the newsroom’s folder.
releases-none-found = Nothing was found. Look for fewer letters, or take a filter away.
releases-no-templates = There is no template yet. Open a release that others should begin from, and choose “Keep as a template” in the menu.
releases-no-trash = The trash is empty.
releases-day = { $day } { $month }
releases-day-of-year = { $day } { $month } { $year }
release-faulty = Cannot be read; open it to see why
filter-any = Any
filter-language = Language
filter-status = Status
filter-speaker = Speaker
filter-since = From
filter-until = To
shelf-templates = Templates
shelf-templates-hint = Choose the one to begin from.
shelf-trash = Trash
shelf-trash-hint = Right-click a release to take it out.
shelf-back = Back to the releases
newsroom-named = Newsroom { $name }
newsroom-switch = Switch to { $name }
