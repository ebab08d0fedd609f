# Opening, saving, the list of releases, the export, copying, faults.

## What a person can ask for.

command-toggle-library = Show or hide the list of releases
command-forget-recent = Remove from the list
command-copy-rich = Copy with formatting
command-copy-markdown = Copy Markdown
command-copy-block = Copy block
command-stop-export = Stop
command-show-exported = Show files
command-open-file = Open
command-show-in-folder = Show in folder
command-copy-path = Copy path
command-copy-report = Copy report
command-dismiss-report = Dismiss

## What runs beside the window.

running-opening = Opening…
running-saving = Saving…
running-exporting = Exporting…
running-printing = Printing…
running-dialog = Waiting for the system’s dialog…

## The dialogs of the system.

dialog-open = Open a release
dialog-releases = Dateline releases, and PDFs that contain one
dialog-photos = Attach photos
dialog-pictures = Pictures
dialog-save = Where should this release be kept?
dialog-folder = Choose a folder
dialog-nobody = This system has no file dialog. Type the path instead.

## Questions in the window.

question-open = Open a release
question-open-path = Folder or file of the release
question-open-go = Open
question-save = Where should this release be kept?
question-save-path = Folder of the release
question-save-go = Save here
question-photos = Attach photos
question-photos-path = Picture
question-photos-go = Attach
question-new = Which language are you writing in?
question-new-go = Start
question-edition = Add a language
question-edition-go = Add
question-language = Or the code of another language
question-unsaved = This release is not saved
unsaved-before-new = Save it before you start a new release?
unsaved-before-sample = Save it before you view the sample?
unsaved-before-open = Save it before you open another release?
unsaved-before-close = Save it before you close it?
unsaved-before-quit = Save it before you quit?

## The list of releases.

library-new = + New release
library-empty = Releases that you open or save will appear here.
library-untitled = Untitled release
library-gone = No longer there: moved, renamed or deleted
library-forget = Remove “{ $headline }” from the list
library-ahead = Upcoming
library-today = Today
library-yesterday = Yesterday
library-this-week = This week
library-earlier = Earlier

## The empty desk.

welcome-promise = Press releases, from the first word to the finished page
welcome-new = An empty form in the language you write in
welcome-open = A release.ron file or a PDF with the release inside; you can also drop it here
welcome-sample = A finished release in three languages, with quotes and photos
welcome-recent = Recent releases

## Files that are dropped.

drop-to-open = Drop to open the release
drop-to-attach = Drop to attach the photos
drop-either = Drop to open a release or attach photos
drop-photos-nowhere = Start or open a release first; then photos can be attached to it.
drop-unknown = This is neither a release nor a picture. Drop a release.ron, a PDF with the release inside, or photos. { $path }

## Saving and languages.

saved = Saved. { $path }
language-already-there = This release already has an edition in that language ({ $lang }).

## The export.

export-heading = Export
export-formats = Formats
export-languages = Languages
export-source = Embed the editable release in the PDF
export-lines = Plain text lines
export-lines-paragraphs = One line per paragraph
export-lines-wrapped = Wrapped at 72 characters
export-lines-paged = A4 pages
export-folder = Folder for the files
export-copy-instead = Or copy it instead
format-markdown = Markdown (md)
format-text = Plain text (txt)
format-html = Web page (html)
format-pdf = PDF (pdf)
format-png = Picture of the first page (png)
export-in-the-way = { $count ->
    [one] { $count } file is already there
   *[other] { $count } files are already there
}
export-replace = Replace
export-elsewhere = Choose another folder
export-running = Exporting
export-progress = { $number } of { $total }: { $name }
export-stopping = Stopping…
export-meanwhile = Go on writing
export-done = { $count ->
    [one] { $count } file is ready
   *[other] { $count } files are ready
}
export-left = { $count ->
    [one] Stopped: { $count } file was not written
   *[other] Stopped: { $count } files were not written
}
export-close = Close
export-open-named = Open { $name }
export-show-named = Show { $name } in its folder
export-copy-path-named = Copy the path of { $name }
exported = { $count ->
    [one] Exported { $count } file. { $folder }
   *[other] Exported { $count } files. { $folder }
}
exported-stopped = { $count ->
    [one] Exported { $count } file and stopped; { $left } not written. { $folder }
   *[other] Exported { $count } files and stopped; { $left } not written. { $folder }
}
exported-nothing = Stopped before the first file was written.
no-program-answers = No program on this computer opens this. Open it yourself. { $path }

## Printing.

print-nothing = There is nothing to print.
print-no-viewer = No PDF program was found. Open the file yourself and print it there. { $path }
print-handed-over = The PDF is open in another program, which prints it. { $path }

## Copying.

copied-rich = Copied with headings, emphasis and links.
copied-text = Copied as plain text.
copied-markdown = Copied as Markdown.
copied-block = Copied the block.
copied-path = Copied the path.
copied-report = Copied the report. It holds nothing that you typed.
copied-plain-only = This system takes no formatted text, so only plain text was copied.
copy-nothing = There is nothing to copy yet.

## Faults of the program.

job-failed = A part of the program failed. What you wrote is still here. Save it, and try again.
fault-last-time = The program stopped unexpectedly last time
fault-now = A part of the program failed. The report tells where, and holds nothing that you typed.
fault-stopped = The program stopped unexpectedly
fault-stopped-unsaved = What you wrote is still here. Save it, then start Dateline again.
fault-stopped-saved = Everything is saved. Start Dateline again.

## Where no window opens.

window-failed = Could not open a window ({ $why }). Update the graphics driver, or use the command line: dateline --help.
window-failed-wgpu = Could not open a window ({ $why }). Try dateline --renderer glow, or update the graphics driver.
window-failed-glow = Could not open a window ({ $why }). Try dateline --renderer wgpu, or update the graphics driver.
