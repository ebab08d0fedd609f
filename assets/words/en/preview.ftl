# The preview beside the form.
page-of = Page { $page } of { $pages }
page-fit = Fit the page to the width
page-larger = Larger page
page-smaller = Smaller page
mail-subject = Subject
mail-attached = Attached
form-tab = Form
preview-tab = Preview
