# Photos in what leaves the house.

warning-photo-left-out = The photo “{ $file }” is missing from this file. { $why }
error-export-photos = Could not export the photo “{ $file }”, so none is exported. { $why }
error-export-link = a link stands on the way to the photos and may lead to another folder
error-export-link-next = Take the link away, or choose another folder.
format-photos = Photos (folder)
export-single-file = Embed the photos in the web page and the Markdown file
