# The photos: their strip, their words, the large view.
command-view-photos = Caption photos
command-move-photo = Move photo
command-turn-photo = Turn clockwise
command-name-in-captions = Name in captions
command-caption-by-headline = Fill empty captions with the headline
running-attaching = Looking at the photos…
error-photo-in-file = { $why } { $path }
photos-title = Photos
photo-of = Photo { $number } of { $count }
photo-tile = Thumbnail { $number }: { $words }
photo-larger = Photo { $number }: show large
photo-turn = Turn photo { $number } clockwise
photo-pixels = { $width } × { $height } pixels
photo-words-from-file = some words come from the file
photo-from-file = from the file
photo-more = More words for archives
photo-name-speaker = Name a speaker in the caption
photo-into-text = Place in the text
photo-earlier = Move earlier
photo-later = Move later
photos-choose-hint = Click with Ctrl to choose several
photos-none-found = There is no picture in this folder. JPEG, PNG, WebP and TIFF are taken.
photos-choose-all = Choose all
photos-differ = different
photos-field-for-all = All chosen photos: { $field }
field-end-photo = At the end, if the house shows photos there
field-attached-photo = Only goes along as a file
photo-end = Photo { $number }: stands at the end
photo-attached = Photo { $number }: only goes along as a file
field-creator = Photographer
field-copyright = Copyright notice
field-country = Country
field-country-code = Country code
field-persons = Persons in the picture
field-keywords = Keywords
field-photo-headline = Headline of the photo
field-made-by-ai = Made by AI
hint-photo-headline = The release’s headline stands in for it
hint-copyright = © organisation
hint-commas = with commas between
photo-creator = Photo { $number }: photographer
photo-copyright = Photo { $number }: copyright notice
photo-country = Photo { $number }: country
photo-country-code = Photo { $number }: country code
photo-persons = Photo { $number }: persons in the picture
photo-keywords = Photo { $number }: keywords
photo-headline = Photo { $number }: headline
photo-made-by-ai = Photo { $number }: made by AI
made-by-ai-no = No
made-by-ai-partly = In part
made-by-ai-wholly = Wholly
made-by-ai-hint = The caption says so in every export.
photo-tool-look = Look closer
photo-tool-cut = Crop
photo-tool-interest = Point of interest: what must stay in sight
photo-zoom-in = Larger
photo-zoom-out = Smaller
photo-cut = Crop
photo-cut-free = Free
photo-cut-nothing = Show all of it
photo-cut-left = From the left
photo-cut-top = From the top
photo-cut-width = Width
photo-cut-height = Height
photos-chosen = { $count ->
    [one] { $count } photo chosen
   *[other] { $count } photos chosen
}
photos-for-all = { $count ->
    [one] For { $count } photo
   *[other] For all { $count } photos
}
photos-turn-all = { $count ->
    [one] Turn { $count } photo clockwise
   *[other] Turn { $count } photos clockwise
}
photos-delete-all = { $count ->
    [one] Delete { $count } photo
   *[other] Delete { $count } photos
}
photos-refused-too = { $count ->
    [one] { $count } other was refused as well.
   *[other] { $count } others were refused as well.
}
photos-twins = { $count ->
    [one] { $count } photo is in the release already; attached: { $attached }.
   *[other] { $count } photos are in the release already; attached: { $attached }.
}
