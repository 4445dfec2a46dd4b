//! One complaint, from the telephone call to the archive.
//!
//! One complaint has one number over all its rounds (B07, X12) and one work order a responsible department and round
//! (C04). [`decide`] holds every rule and [`Complaint::apply`] none; [`moves`] is the one table of legal moves and
//! [`permission`] the one place that says who may make them.

pub mod command;
mod decide;
pub mod event;
mod evolve;
pub mod moves;
pub mod permission;
mod quiet;
pub mod rejection;
pub mod sights;
pub mod state;
pub mod terms;
pub mod words;

pub use command::Command;
pub use decide::{Ctx, Weight, approvable, decide, endable, gate, may, needs_approval, register, takes_call};
pub use event::{Entry, Event};
pub use moves::{OrderStage, Scope, Stage, Verb};
pub use quiet::quiet_until;
pub use rejection::{Needed, Rejection};
pub use state::{Complaint, Stamp, Stamped, WorkOrder};
pub use words::Details;
