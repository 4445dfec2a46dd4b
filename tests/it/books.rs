//! The books: a fold over the log, and what is asked from them.

mod count;
mod fold;
mod log;
mod work;
