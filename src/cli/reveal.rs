//! `--full`: who looks at personal data says what for, and it is recorded before anything is shown.

use super::asked;
use super::command::Disclosure;
use super::failure::Failure;
use super::mask::Shown;
use crate::app::{Opened, Request};
use crate::domain::complaint::Command;
use crate::domain::id::ComplaintId;
use crate::domain::text::Line;
use crate::store::wait;

/// Records the reading of these complaints where it was asked for.
pub(super) fn reveal(asked_for: &Disclosure, opened: &Opened, complaints: &[ComplaintId]) -> Result<Shown, Failure> {
    let (true, Some(purpose), Some(by)) = (asked_for.full, &asked_for.purpose, &asked_for.by) else {
        return Ok(Shown::Masked);
    };
    let office = opened.desk.office();
    let by = asked::person(&office, by)?;
    let purpose = Line::new(purpose).map_err(|_| Failure::BadText("--purpose".to_owned()))?;
    for id in complaints {
        let command = Command::Reveal { purpose: purpose.clone(), department: None };
        let done = opened.desk.act(Request::complaint(by, *id, command));
        wait(Box::pin(done)).map_err(|refused| Failure::Refused(Box::new((refused, opened.desk.office()))))?;
    }
    Ok(Shown::Whole)
}
