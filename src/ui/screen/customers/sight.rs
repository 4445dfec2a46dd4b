//! How much of a customer who looks may see (UI.md 11, A24, L04).

use crate::books::View;
use crate::books::customers::Who;
use crate::domain::complaint::terms::Salutation;
use crate::domain::customer::{Customer, Phone, Verb, may, surname};
use crate::domain::id::ComplaintId;
use crate::domain::role::Role;
use crate::ui::env::{Cloak, Env};

/// How much is shown, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    /// Everything: the desk talks with the customer.
    Whole,
    /// 王女士, 138****2206, no street.
    Masked,
    /// 王女士: management needs no number.
    NameOnly,
    /// Nothing: somebody stands before the screen.
    Cloaked,
}

/// Whether who works here may look at customers at all.
#[must_use]
pub fn may_read(env: &Env<'_>) -> bool {
    env.person().is_some_and(|it| it.roles.iter().any(Role::may_read_files))
}

/// Whether the page is there for who works here: files may be read, or some were asked for (A24).
#[must_use]
pub fn may_open(env: &Env<'_>) -> bool {
    may_read(env) || env.books.customers().sights_of(view(env)).next().is_some()
}

/// Whether a complaint leads to the customer's file: it may be read, or there is one to be asked for (A24).
#[must_use]
pub fn leads_to(env: &Env<'_>, complaint: ComplaintId) -> bool {
    let file = || env.books.row(complaint).map(|it| env.books.customers().of_row(it));
    may_read(env) || may_do(env, Verb::AskSight) && file().is_some_and(|it| matches!(it, Who::File(_)))
}

pub(super) const fn view(env: &Env<'_>) -> View {
    View { viewer: env.me, now: env.frame.now }
}

/// Whether who works here may do something with files.
pub(super) fn may_do(env: &Env<'_>, verb: Verb) -> bool {
    may(env.office(), env.me, verb).is_ok()
}

impl Sight {
    /// In a list everybody sees masked.
    pub(super) fn of_list(env: &Env<'_>) -> Self {
        match (env.cloak, may_do(env, Verb::Reveal)) {
            (Cloak::On, _) => Self::Cloaked,
            (Cloak::Off, true) => Self::Masked,
            (Cloak::Off, false) => Self::NameOnly,
        }
    }

    /// On the card of a customer whom somebody was given leave to read about: masked, until it is said what for.
    pub(super) fn of_leave(env: &Env<'_>, revealed: bool) -> Self {
        match (env.cloak, revealed) {
            (Cloak::On, _) => Self::Cloaked,
            (Cloak::Off, true) => Self::Whole,
            (Cloak::Off, false) => Self::Masked,
        }
    }

    /// On a card the desk sees everything; others after they said what for.
    pub(super) fn of_card(env: &Env<'_>, revealed: bool) -> Self {
        let whole = env.person().is_some_and(|it| it.roles.iter().any(Role::sees_customers_whole));
        match Self::of_list(env) {
            Self::Masked if whole || revealed => Self::Whole,
            it => it,
        }
    }

    pub(super) fn name(self, env: &Env<'_>, name: &str, salutation: Salutation) -> String {
        match self {
            Self::Whole => match salutation {
                Salutation::Unknown => name.to_owned(),
                it => env.texts.customer_whole(name, env.texts.name(it)),
            },
            Self::Masked | Self::NameOnly => env.texts.masked_name(name, salutation),
            Self::Cloaked => env.texts.customer_cloaked().to_owned(),
        }
    }

    pub(super) fn phone(self, env: &Env<'_>, phone: &Phone) -> String {
        match self {
            Self::Whole => phone.spaced(),
            Self::Masked => phone.masked(),
            Self::NameOnly => env.texts.cust_hidden().to_owned(),
            Self::Cloaked => env.texts.customer_cloaked().to_owned(),
        }
    }

    /// What only the desk reads: address, e-mail, notes.
    pub(super) fn text(self, env: &Env<'_>, words: &str) -> String {
        match self {
            Self::Whole => words.to_owned(),
            Self::Masked | Self::NameOnly => env.texts.cust_hidden().to_owned(),
            Self::Cloaked => env.texts.customer_cloaked().to_owned(),
        }
    }

    /// What everybody reads who may look at all.
    pub(super) fn plain(self, env: &Env<'_>, words: &str) -> String {
        match self {
            Self::Whole | Self::Masked | Self::NameOnly => words.to_owned(),
            Self::Cloaked => env.texts.customer_cloaked().to_owned(),
        }
    }
}

/// Name and salutation of a customer.
pub(super) fn called(env: &Env<'_>, who: Who, sight: Sight) -> String {
    let customers = env.books.customers();
    match who {
        Who::File(id) => {
            let named = |it: &Customer| sight.name(env, &it.profile.name, it.profile.salutation);
            customers.file(id).map(named).unwrap_or_default()
        }
        Who::Caller(id) => {
            let caller = env.books.row(id).map(|it| &it.caller);
            caller.map(|it| sight.name(env, &it.name, it.salutation)).unwrap_or_default()
        }
    }
}

/// What an avatar is drawn from: the surname.
pub(super) fn face(env: &Env<'_>, who: Who) -> String {
    let customers = env.books.customers();
    let name = match who {
        Who::File(id) => customers.file(id).map(|it| it.profile.name.as_str()),
        Who::Caller(id) => env.books.row(id).map(|it| it.caller.name.as_str()),
    };
    match env.cloak {
        Cloak::Off => name.map(surname).unwrap_or_default().to_owned(),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}
