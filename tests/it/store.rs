//! The embedded keeper under kills, cuts and damage.

mod crash;
mod damage;
mod golden;
mod house;
