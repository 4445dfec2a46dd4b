//! The use cases: the only caller of `decide`, the only writer.
//!
//! - [`Desk`] takes wishes, decides them on the state as it is in the log, and writes each as one batch.
//! - [`Feed`] tells the facts in order, page by page; being told twice changes nothing.
//! - [`open`] opens an office with its books; [`House`] is what was opened.
//! - Nothing here blocks a screen: every future is `Send`, owns what it uses and asks the disk on other threads.

pub mod attachments;
pub mod demo;
mod desk;
mod done;
pub mod drafts;
mod feed;
pub mod filing;
mod house;
mod inventory;
mod now;
mod opening;
mod refused;
mod request;
mod ruling;
pub mod session;
mod sweep;
pub mod tidy;
mod trouble;

pub use crate::store::report::{Closed, Loss, Repair, Report};
pub use crate::store::verify::{Bad, Fault, Verification};
pub use crate::store::{EventLog, Receipt};
pub use desk::Desk;
pub use done::{Done, Several};
pub use feed::{Feed, Page};
pub use house::House;
pub use inventory::{Bad as BadFile, Inventory};
pub use now::{Given, Now, Wall};
pub use opening::{Opened, Progress, Step, found, open, open_or_found};
pub use refused::{NotKept, NotOpened, Refused};
pub use request::{Request, Wish, press};
