# People and contacts of the newsroom.
error-open-register = Could not read the register
error-save-register = Could not save the register
error-register-busy = others keep changing it
error-register-busy-next = Try again in a moment.

finding-speaker-name-in-register = { $name }: the register spells the name “{ $known }”.
finding-speaker-title-in-register = { $speaker }: the register has another title for the date of the release, “{ $known }”.
finding-speaker-title-ended = { $speaker }: the title “{ $title }” had ended by the date of the release.
fix-take-from-register = Use “{ $words }”

command-people = People…
command-contacts = Contacts…
command-take-person = Take from the register
command-take-contact = Take from the register
command-register = Add to the register
command-register-speakers = Add speakers to the register
command-register-contacts = Add contacts to the register
command-update-speakers = Bring up to date
command-edit-entry = Edit
command-new-entry = New entry
command-keep-entry = Save
command-remove-entry = Remove

register-title = People and contacts
register-people = People
register-contacts = Contacts
register-find = Find by a few letters
register-in-picker = In the register
register-pick-person = From the register…
register-pick-contact = From the register…
register-speaker = Speaker { $number }: add to the register
register-contact = Contact { $number }: add to the register
tip-register = Next time it is found by a few letters
speaker-introduced = Speaker { $number }: introduced as
register-new-person = New person
register-new-contact = New contact
register-nobody = Nobody yet. Add somebody here, or from a release.
register-no-contacts = No contacts yet. Add one here, or from a release.
register-nothing-found = Nothing found
register-choose-person = Choose somebody from the list, or add a new person.
register-choose-contact = Choose a contact from the list, or add a new one.
register-lacks = { $field }: no { $language }
register-missing = { $language }: missing
register-back = Back to the list
register-outdated =
    { $count ->
        [one] One speaker of the open release is written otherwise than in the register.
       *[other] { $count } speakers of the open release are written otherwise than in the register.
    }
register-updated = The speakers are as in the register
register-added = Added to the register
register-removed = Removed from the register
register-kept = The register is saved
register-conflict = Somebody else has changed this entry meanwhile. Nothing of yours was saved yet. Theirs:
register-take-theirs = Use theirs
register-add-title = + Title
register-title-number = Title { $number }
register-delete-title = Delete title { $number }
register-title-from = Title { $number }: from
register-title-until = Title { $number }: until
field-title-from = From
field-title-until = Until
field-introduced = Introduced as
tip-introduced = In attributions, where the title is too long
field-initials = With initials
tip-initials = For credits and lists: A. Example
field-person-photo = Photo, a file in the newsroom's folder
