# What went wrong: what, why, what to do next, the path last.
error-in-file = { $what } { $next } { $path }
error-because = { $doing }: { $why }.

# What could not be done.
error-open-release = Could not open the release
error-open-house = Could not open the house
error-save-release = Could not save the release
error-save-over = Did not save over another release
error-write-release = Could not write the release down
error-export = Could not export
error-not-exported = Did not export
error-add-photo = Could not add the photo
error-attach-photo = Could not attach the photo
error-read-photo = Could not read the photo
error-read-logo = Could not read the logo
error-read-fields = Could not read the fields
error-find-name = Could not find the folder's name
error-keep-preferences = Could not keep your preferences
error-make-sample = Could not make the sample release

# Why the system did not do it, and what to do next.
error-nothing-there = there is no such file or folder
error-nothing-there-next = Check the name, or choose another place.
error-not-allowed = you may not write or read there
error-not-allowed-next = Choose another folder, or ask who owns this one.
error-disk-full = the disk is full
error-disk-full-next = Free some space, or choose another folder.
error-too-large-for-disk = this disk takes no file of that size
error-already-there = it is already there
error-file-for-folder = a file stands where a folder is needed
error-folder-for-file = a folder stands where a file is needed
error-bad-name = this system takes no such name
error-bad-name-next = Choose a shorter or simpler name.
error-no-ordinary-file = it is no ordinary file
error-said = { $said }
error-again-or-elsewhere = Try again, or choose another folder.
error-choose-folder = Choose another folder.
error-choose-name = Choose another name.
error-report = Please report this as a fault of the program.

# Files that are not as they should be.
error-larger = the file is larger than { $megabytes } MB
error-larger-release-next = It is damaged or no file of this program; open an earlier copy.
error-would-be-larger = it would be larger than { $megabytes } MB and could not be opened again
error-would-be-larger-next = Shorten what was pasted into it.
error-no-edition = it has no edition in any language
error-no-edition-next = Open an earlier copy of it, or add an edition in a text editor.
error-not-text = the file is damaged; it is not text
error-empty = the file is empty
error-newer = it was made by a newer Dateline (format { $format }, this one reads { $known })
error-newer-next = Update Dateline, or ask the sender for an export.
error-format-0 = the file is damaged; there is no format 0
error-format-0-next = Open an earlier copy of it, or mend that number in a text editor.
error-damaged = the file is damaged at line { $line }, column { $column } ({ $said })
error-damaged-next = Open an earlier copy of it, or mend that line in a text editor.
error-earlier-copy = Open an earlier copy of it.
error-pdf-damaged = the PDF is damaged
error-pdf-larger-next = Export the release as PDF again, with the release inside.
error-pdf-empty = this PDF carries no release
error-pdf-empty-next = Open the release itself, or a PDF that was exported with the release inside.
error-name-taken = a file of this name is already there
error-name-taken-next = Choose another folder, or say that it may be replaced.
error-release-there = a release is already there
error-photo-larger-next = Choose a smaller copy of it.
error-photo-folder-leads-out = its folder is a link that leads out of the release
error-photo-folder-leads-out-next = Put a folder in its place.
error-photo-no-name-free = no name is free
error-photo-no-name-free-next = Rename the photo first.
error-photo-name = photo { $number } is “{ $name }”, which is no plain file name
error-photo-name-next = Put the photo into the folder “{ $folder }” and write its bare name there.

# Houses.
error-no-house = There is no house “{ $name }”.
error-no-house-next = Choose one of { $known }, or put { $name }.ron into a folder “houses” above the release.
error-house = House “{ $name }”, { $why }.
error-house-next = Mend that place in its file.
error-house-pattern = language { $lang }, { $field }, { $why }
error-house-letterhead = letterhead, { $field }: { $why }
error-letterhead-number = write a number from { $least } to { $most }
error-letterhead-room = leave at least { $millimetres } mm for the text
error-pattern = at character { $place }: { $why }
error-pattern-unknown-name = there is no { $name } here; this pattern knows { $known }
error-pattern-closes-bracket = “]” closes nothing; write \] for the letter
error-pattern-closes-brace = “{"}"}” closes nothing; write \{"}"} for the letter
error-pattern-open-bracket = “[” is never closed; write \[ for the letter
error-pattern-open-brace = “{"{"}” is never closed; write \{"{"} for the letter
error-pattern-backslash = a backslash stands only before {"{"} {"}"} [ ] | \
error-pattern-too-deep = too many brackets inside each other
error-pattern-no-name = “{ $name }” is no name; a name has the letters a to z and _
error-no-language = “{ $tag }” is not a language tag; write one such as kk, ru, en or de-AT

# Logo and photos on the page.
error-logo-larger-next = Choose a smaller one.
error-logo-name = The house names its logo “{ $name }”, which is no plain file name. Put it beside the house's file.
error-logo-gone = The house's logo “{ $name }” is not there. Put it beside the house's file.
error-logo-in-file = { $why } { $path }
error-photo-gone = Its file is not there; attach it again, or take it out.
error-photo-empty = The photo is empty. Copy it again from where it came.
error-photo-other-kind = The photo is { $kind }, which cannot be shown here. { $next }
error-photo-no-photo = The file is no photo: it is neither JPEG nor PNG, WebP or TIFF. Save the photo as JPEG first.
error-photo-drawing = The file is an SVG drawing, which is no photo. Save it as PNG first.
error-photo-cut-off = The photo is cut off: its end is missing. Copy it again from where it came.
error-photo-broken = The photo is broken: { $why }. Copy it again from where it came, or open it and save it as JPEG.
error-photo-rare = The photo is kept in a rare way: { $why }. Open it and save it as an ordinary JPEG.
error-photo-too-large = The photo is too large: { $width } × { $height } pixels. Save a smaller copy of it first.
error-logo = The logo cannot be used: { $why }. Save it as plain SVG, or as PNG.

# What a file is instead of a photo.
error-kind-heif = an HEIC photo
error-kind-avif = an AVIF photo
error-kind-raw = a camera's raw file
error-kind-gif = a GIF
error-kind-bmp = a Windows bitmap
error-kind-photoshop = a Photoshop file
error-kind-pdf = a PDF
error-kind-postscript = an EPS or PostScript file
error-kind-eps = an EPS file
error-kind-jpeg-xl = a JPEG XL photo
error-kind-jpeg-2000 = a JPEG 2000 photo
error-kind-compressed = a compressed file
error-kind-zip = a ZIP archive or an office document
error-kind-film = a film

# What to do about it.
error-kind-next = Save it as JPEG first.
error-kind-next-phone = Open it on the phone or computer that it came from and save it as JPEG. On an iPhone, Settings → Camera → Formats → Most Compatible makes JPEGs from the start.
error-kind-next-raw = Develop it in the camera maker's program or your photo editor and export it as JPEG, or take the JPEG that the camera made beside it.
error-kind-next-film = Save a still from it as JPEG.
error-kind-next-unpack = Unpack it and attach the photos that are in it.

# How a photo is broken, or kept in a rare way.
error-photo-two-frames = it holds two frames
error-photo-frame-missing = its frame is missing
error-photo-frame-unsound = its frame does not hold together
error-photo-no-picture = it holds no picture
error-photo-segment-unsound = a segment has no length
error-photo-table-unsound = a table does not hold together
error-photo-scan-empty = a scan is empty
error-photo-scan-unsound = a scan does not hold together
error-photo-profile-unsound = its colour profile does not hold together
error-photo-pixels-missing = most of its pixels are missing
error-photo-hollow = it claims { $width } × { $height } pixels, and hardly any bytes stand behind them
error-photo-many-words = the words or the profile in it unpack to far too much
error-photo-big-tiff = it is a BigTIFF, which is made for files of more than 4 GB
error-photo-tags-unsound = its tags do not hold together
error-photo-no-pixels = it has no pixels
error-photo-cannot-scale = its pixels cannot be scaled
error-photo-not-filled = its pixels do not fill it
error-photo-rare-coding = its JPEG is lossless, layered or arithmetically coded
error-photo-many-scans = it has more than { $most } scans
error-photo-late-height = its height stands behind its pixels
error-photo-bits = its JPEG has { $bits } bits, not 8

# Why a logo's drawing is refused.
error-logo-larger = it is larger than 1 MB
error-logo-not-utf8 = its letters are not UTF-8
error-logo-many-attributes = an element has more than { $most } attributes
error-logo-doctype = it has a DOCTYPE
error-logo-many-parts = it has too many parts
error-logo-ill-formed = it is no well-formed SVG ({ $said })
error-logo-no-svg = it is no SVG drawing
error-logo-deep = its parts are nested more than { $most } deep
error-logo-names-outside = it names a style sheet or program outside of it
error-logo-holds = it holds <{ $element }>
error-logo-refers-outside = it refers to something outside of it
error-logo-program = it holds a program ({ $name })
error-logo-bad-size = its width or height makes no sense
error-logo-no-size = it says neither viewBox nor width and height
error-logo-same-id = two of its parts bear the same id
error-logo-shows-itself = a part of it shows itself
error-logo-deep-references = its references lead too deep
error-logo-repeats = it repeats its parts too often
error-logo-sheet-elements = its style sheet holds elements
error-logo-sheet-refers = its style sheet refers to something that is no gradient
error-logo-hidden-letters = its styles hold hidden letters
error-logo-styles-outside = its styles refer to something outside of it

# Pages and exports.
error-page-too-long = The page takes too long to set. Shorten the longest paragraph, or divide the release.
error-page-fault = The page cannot be set ({ $said }). Please report this as a fault of the program.
error-export-page = Could not export. { $why }
error-export-picture = Could not export: { $picture } cannot be shown on the page. { $why }
error-export-logo = the logo
error-export-photo = the photo “{ $file }”
error-export-fault = Could not export: the file could not be written. Please report this as a fault of the program.

# What an export lacks.
warning-in-file = { $file }: { $warning }
warning-no-promise = The PDF makes no promise to archives and screen readers (PDF/A, PDF/UA). { $why }
warning-and = { $one } { $other }
warning-no-alt = The photo “{ $file }” has no alternative text.
warning-letters = No font of the program has these letters: { $letters }.
warning-standard = Some part of the page does not meet the standard.
