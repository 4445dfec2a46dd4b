//! Customers on paper and screens of others: masked unless somebody says what for (A24, L04).

use serde_json::{Map, Value};

use crate::domain::customer::Complainant;
use crate::i18n::Texts;

/// How much of a customer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// 王女士 ****2206
    Masked,
    /// Everything; it was recorded.
    Whole,
}

/// Name and telephone number in one line.
pub(super) fn customer(texts: &Texts, complainant: &Complainant, shown: Shown) -> String {
    match shown {
        Shown::Masked => format!("{} {}", texts.customer(complainant), complainant.phone.masked()),
        Shown::Whole => format!("{} {}", complainant.name, complainant.phone.reveal()),
    }
}

/// The same as JSON: what is masked is shorter, what is hidden is not there.
pub(super) fn complainant(texts: &Texts, complainant: &Complainant, shown: Shown) -> Value {
    match shown {
        Shown::Whole => serde_json::to_value(complainant).unwrap_or_default(),
        Shown::Masked => {
            let mut masked = Map::new();
            masked.insert("name".to_owned(), texts.customer(complainant).into());
            masked.insert("phone".to_owned(), complainant.phone.masked().into());
            masked.insert("member".to_owned(), complainant.member.is_some().into());
            masked.into()
        }
    }
}
