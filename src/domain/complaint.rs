//! One complaint, from the telephone call to the archive.

pub mod terms;
