//! The rules of the business.
//!
//! `decide` turns a command into facts or refuses it; `evolve` folds facts into state and holds no rule.
//! This layer cannot ask for the time: `now` always comes from outside.

pub mod calendar;
pub mod clock;
pub mod complaint;
pub mod customer;
pub mod given_name;
pub mod id;
pub mod limits;
pub mod moment;
pub mod month;
pub mod office;
pub mod phrase;
pub mod record;
pub mod role;
pub mod script;
pub mod text;
