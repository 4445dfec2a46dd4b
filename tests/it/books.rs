//! The books: a fold over the log, and what is asked from them.

mod alerts;
mod bonds;
mod count;
mod customers;
mod customers_follow;
mod fold;
pub mod log;
mod work;
