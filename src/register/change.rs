//! A change of one entry, and how it is put into a register that somebody else may have changed meanwhile.

use uuid::Uuid;

use super::{KnownContact, Person};
use crate::release::{ByLang, Contact, Lang};

/// One entry as it was when somebody began, and as they leave it; none where it was not there, or is to be no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<E> {
    /// As it was.
    pub before: Option<E>,
    /// As it shall be.
    pub after: Option<E>,
}

impl<E> Change<E> {
    /// The change that takes this one back.
    #[must_use]
    pub fn back(self) -> Self {
        Change { before: self.after, after: self.before }
    }
}

/// What stands in a register.
pub trait Entry: Clone + PartialEq {
    /// Given once.
    fn id(&self) -> Uuid;

    /// What two people have made of one entry, where they did not touch the same words.
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Option<Self>;
}

impl Entry for Person {
    fn id(&self) -> Uuid {
        self.id
    }

    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Option<Self> {
        Some(Person {
            id: base.id,
            name: by_lang(&base.name, &ours.name, &theirs.name)?,
            titles: three(&base.titles, &ours.titles, &theirs.titles)?,
            introduced: by_lang(&base.introduced, &ours.introduced, &theirs.introduced)?,
            initials: by_lang(&base.initials, &ours.initials, &theirs.initials)?,
            photo: three(&base.photo, &ours.photo, &theirs.photo)?,
        })
    }
}

impl Entry for KnownContact {
    fn id(&self) -> Uuid {
        self.id
    }

    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Option<Self> {
        let (id, base, ours, theirs) = (base.id, &base.contact, &ours.contact, &theirs.contact);
        let contact = Contact {
            unit: by_lang(&base.unit, &ours.unit, &theirs.unit)?,
            person: by_lang(&base.person, &ours.person, &theirs.person)?,
            phones: three(&base.phones, &ours.phones, &theirs.phones)?,
            email: three(&base.email, &ours.email, &theirs.email)?,
            web: three(&base.web, &ours.web, &theirs.web)?,
        };
        Some(KnownContact { id, contact })
    }
}

/// Puts a change into the register as it is now.
///
/// # Errors
/// Somebody else has changed the same words meanwhile; the error is what they made of it, and nothing was changed.
pub fn apply<E: Entry>(entries: &mut Vec<E>, change: &Change<E>) -> Result<(), E> {
    let Change { before, after } = change;
    let Some(id) = after.as_ref().or(before.as_ref()).map(E::id) else { return Ok(()) };
    let at = entries.iter().position(|entry| entry.id() == id);
    let there = at.and_then(|at| entries.get_mut(at));
    match (before, after, there) {
        // Somebody has taken away what was corrected here: a correction says that it is wanted.
        (_, Some(after), None) => entries.push(after.clone()),
        (_, Some(after), Some(there)) if there == after => {}
        (None, Some(_), Some(there)) => return Err(there.clone()),
        (Some(before), Some(after), Some(there)) => match E::merged(before, after, there) {
            Some(merged) => *there = merged,
            None => return Err(there.clone()),
        },
        (Some(before), None, Some(there)) if there != before => return Err(there.clone()),
        (Some(_), None, Some(_)) => entries.retain(|entry| entry.id() != id),
        (_, None, None) | (None, None, Some(_)) => {}
    }
    Ok(())
}

/// The one that was changed; none where both were, and not alike.
fn three<T: Clone + PartialEq>(base: &T, ours: &T, theirs: &T) -> Option<T> {
    if ours == theirs || theirs == base {
        Some(ours.clone())
    } else if ours == base {
        Some(theirs.clone())
    } else {
        None
    }
}

/// The same language by language.
fn by_lang(base: &ByLang, ours: &ByLang, theirs: &ByLang) -> Option<ByLang> {
    let mut langs: Vec<&Lang> = [base, ours, theirs].into_iter().flat_map(ByLang::iter).map(|(lang, _)| lang).collect();
    langs.sort();
    langs.dedup();
    let mut merged = ByLang::EMPTY;
    for lang in langs {
        let [base, ours, theirs] = [base, ours, theirs].map(|words| words.get(lang).to_owned());
        merged.set(lang, three(&base, &ours, &theirs)?);
    }
    Some(merged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: u128, ru: &str, en: &str) -> Person {
        let lang = |tag: &str| tag.parse::<Lang>().unwrap();
        let mut person = Person::new(Uuid::from_u128(id));
        person.name.set(&lang("ru"), ru.into());
        person.name.set(&lang("en"), en.into());
        person
    }

    fn change(before: Option<Person>, after: Option<Person>) -> Change<Person> {
        Change { before, after }
    }

    #[test]
    fn changes_of_two_people_become_one_where_they_touch_other_words() {
        let base = named(1, "Айгуль", "Aigul");
        let (ours, theirs) = (named(1, "Айгуль Тестова", "Aigul"), named(1, "Айгуль", "Aigul T."));
        let mut entries = vec![theirs];
        apply(&mut entries, &change(Some(base), Some(ours))).unwrap();
        assert_eq!(entries, [named(1, "Айгуль Тестова", "Aigul T.")]);
    }

    #[test]
    fn the_same_words_changed_by_both_are_left_as_they_are_and_told() {
        let base = named(1, "Айгуль", "Aigul");
        let theirs = named(1, "Айгуль Т.", "Aigul");
        let mut entries = vec![theirs.clone()];
        let ours = change(Some(base.clone()), Some(named(1, "Айгуль Тестова", "Aigul")));
        assert_eq!(apply(&mut entries, &ours), Err(theirs.clone()));
        assert_eq!(apply(&mut entries, &change(Some(base), None)), Err(theirs.clone()));
        assert_eq!(entries, [theirs]);
    }

    #[test]
    fn what_is_added_removed_and_put_back_stands_beside_what_others_do() {
        let (one, two) = (named(1, "Один", ""), named(2, "Два", ""));
        let mut entries = vec![one.clone()];
        let added = change(None, Some(two.clone()));
        apply(&mut entries, &added).unwrap();
        apply(&mut entries, &added).unwrap();
        assert_eq!(entries, [one.clone(), two.clone()]);
        let gone = change(Some(one.clone()), None);
        apply(&mut entries, &gone).unwrap();
        apply(&mut entries, &gone).unwrap();
        assert_eq!(entries, std::slice::from_ref(&two));
        apply(&mut entries, &gone.back()).unwrap();
        assert_eq!(entries, [two, one]);
    }
}
