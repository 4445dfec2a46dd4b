//! The books: a fold over the log, and what is asked from them.

mod fold;
mod log;
