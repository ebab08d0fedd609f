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
photo-words-from-file = some details come from the file
photo-from-file = from the file
photo-more = More details for archives
photo-name-speaker = Name a speaker in the caption
photo-into-text = Place in the text
photo-earlier = Move earlier
photo-later = Move later
photos-choose-hint = Ctrl+click to choose several
photos-none-found = There are no pictures in this folder. JPEG, PNG, WebP and TIFF are accepted.
photos-choose-all = Choose all
photos-differ = mixed
photos-field-for-all = All chosen photos: { $field }
field-end-photo = At the end
field-attached-photo = Sent as a file only
photo-end = Photo { $number }: at the end
photo-attached = Photo { $number }: sent as a file only
field-creator = Photographer
field-copyright = Copyright notice
field-country = Country
field-country-code = Country code
field-persons = People in the picture
field-keywords = Keywords
field-photo-headline = Headline of the photo
field-made-by-ai = Made by AI
hint-photo-headline = If empty, the headline of the release
hint-copyright = © organisation
hint-commas = Separated by commas
photo-creator = Photo { $number }: photographer
photo-copyright = Photo { $number }: copyright notice
photo-country = Photo { $number }: country
photo-country-code = Photo { $number }: country code
photo-persons = Photo { $number }: people in the picture
photo-keywords = Photo { $number }: keywords
photo-headline = Photo { $number }: headline
photo-made-by-ai = Photo { $number }: made by AI
made-by-ai-no = No
made-by-ai-partly = Partly
made-by-ai-wholly = Entirely
made-by-ai-hint = Every export says so in the caption.
photo-tool-look = Look closer
photo-tool-cut = Crop
photo-tool-interest = Focus point: what must stay in the frame
photo-zoom-in = Zoom in
photo-zoom-out = Zoom out
photo-cut = Crop
photo-cut-free = Free
photo-cut-nothing = Show the whole picture
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
field-end-photo-unseen = At the end – this house style shows none there
