//! Composition only: arguments → window or command line.

fn main() {}
