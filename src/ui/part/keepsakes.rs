//! What screens keep on this machine for a person of an office: the views of the board, reminders.
//!
//! Persons are numbers, and every office counts from one: the same number in another office is somebody else. So each
//! thing is kept under the office and the person.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::id::PersonId;
use crate::platform::preferences::Preferences;
use crate::ui::env::Env;
use crate::ui::house::House;
use crate::ui::screen::Keepsake;

/// Whose something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    office: String,
    person: PersonId,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Views and columns of the board.
    Board,
    /// Reminders of callbacks.
    Reminders,
}

impl What {
    const ALL: [Self; 2] = [Self::Board, Self::Reminders];

    const fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Reminders => "reminders",
        }
    }
}

/// Whether something of an earlier version was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// It belongs to them from now on.
    Something,
    /// There was nothing.
    Nothing,
}

impl Whose {
    /// A person of an office that is known by a name of its own.
    #[must_use]
    pub fn new(office: impl Into<String>, person: PersonId) -> Self {
        Self { office: office.into(), person }
    }

    /// Who works in front of a screen.
    #[must_use]
    pub fn here(env: &Env<'_>) -> Self {
        Self::new(env.folder.map_or_else(nowhere, crate::app::House::id), env.me)
    }

    /// Who works in an office.
    #[must_use]
    pub fn of(house: &House) -> Self {
        Self::new(house.folder().map_or_else(nowhere, crate::app::House::id), house.me)
    }

    fn key(&self, what: What) -> String {
        format!("{}/{}/{}", what.name(), self.office, self.person)
    }

    /// What they kept; what cannot be read is nothing.
    #[must_use]
    pub fn kept<T: Default + DeserializeOwned>(&self, preferences: &Preferences, what: What) -> T {
        let value = preferences.kept.get(&self.key(what)).cloned().unwrap_or(Value::Null);
        serde_json::from_value(value).unwrap_or_default()
    }

    /// As it is kept.
    #[must_use]
    pub fn keep(&self, what: What, value: &impl Serialize) -> Keepsake {
        Keepsake { key: self.key(what), value: serde_json::to_value(value).unwrap_or(Value::Null) }
    }

    /// What earlier versions kept for a person whatever the office becomes theirs: the first office that is
    /// opened with that person takes it, once.
    pub fn claim(&self, preferences: &mut Preferences) -> Claimed {
        let mut claimed = Claimed::Nothing;
        for what in What::ALL {
            if let Some(old) = preferences.kept.remove(&format!("{}/{}", what.name(), self.person)) {
                preferences.kept.entry(self.key(what)).or_insert(old);
                claimed = Claimed::Something;
            }
        }
        claimed
    }
}

/// The name of an office that lies in no folder.
fn nowhere() -> String {
    "memory".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(preferences: &Preferences, office: &str, person: u32) -> Vec<String> {
        Whose::new(office, PersonId(person)).kept(preferences, What::Board)
    }

    fn put(preferences: &mut Preferences, keepsake: Keepsake) {
        preferences.kept.insert(keepsake.key, keepsake.value);
    }

    #[test]
    fn the_same_number_in_another_office_is_somebody_else() {
        let mut preferences = Preferences::default();
        for (office, person, words) in [("a", 1, "one"), ("b", 1, "two"), ("a", 11, "three")] {
            let keepsake = Whose::new(office, PersonId(person)).keep(What::Board, &vec![words]);
            put(&mut preferences, keepsake);
        }
        for (office, person, words) in [("a", 1, "one"), ("b", 1, "two"), ("a", 11, "three")] {
            assert_eq!(kept(&preferences, office, person), [words], "{office} {person}");
        }
        assert!(kept(&preferences, "b", 11).is_empty());
    }

    #[test]
    fn what_an_earlier_version_kept_is_taken_over_once() {
        let mut preferences = Preferences::default();
        let old = |person: u32| format!("board/{}", PersonId(person));
        for person in [1, 2] {
            preferences.kept.insert(old(person), serde_json::json!(["old"]));
        }
        let first = Whose::new("a", PersonId(1));
        assert_eq!(first.claim(&mut preferences), Claimed::Something);
        assert_eq!(first.claim(&mut preferences), Claimed::Nothing);
        assert_eq!(kept(&preferences, "a", 1), ["old"]);
        assert_eq!(Whose::new("b", PersonId(1)).claim(&mut preferences), Claimed::Nothing);
        assert!(kept(&preferences, "b", 1).is_empty());
        // Somebody else's is left for them, and what was kept since is not lost to it.
        let second = Whose::new("b", PersonId(2));
        put(&mut preferences, second.keep(What::Board, &vec!["new"]));
        assert_eq!(second.claim(&mut preferences), Claimed::Something);
        assert_eq!(kept(&preferences, "b", 2), ["new"]);
    }
}
