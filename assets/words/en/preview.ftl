# The preview beside the form.
page-of = Page { $page } of { $pages }
page-fit = Fit to width
page-larger = Zoom in
page-smaller = Zoom out
mail-subject = Subject
mail-attached = Attached
form-tab = Form
preview-tab = Preview
