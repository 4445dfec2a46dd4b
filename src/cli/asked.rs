//! What people write on a command line: names, numbers, instants.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::failure::Failure;
use crate::domain::id::{CategoryId, ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::Office;

pub(super) fn number(text: &str) -> Result<ComplaintId, Failure> {
    text.parse().map_err(|_| Failure::NotANumber(text.to_owned()))
}

/// RFC 3339, or a day and time on the office's wall.
pub(super) fn instant(office: &Office, text: &str) -> Result<Moment, Failure> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.with_timezone(&Utc));
    }
    let calendar = office.calendar();
    let local = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
    let whole = local.iter().find_map(|it| NaiveDateTime::parse_from_str(text, it).ok());
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|it| it.and_time(NaiveTime::MIN));
    whole.or_else(day).map(|it| calendar.moment(it)).ok_or_else(|| Failure::NotATime(text.to_owned()))
}

pub(super) fn person(office: &Office, text: &str) -> Result<PersonId, Failure> {
    let numbered = text.parse().ok().map(PersonId).filter(|it| office.person(*it).is_some());
    let named =
        || office.people().filter(|it| it.name.as_str() == text.trim()).max_by_key(|it| it.active).map(|it| it.id);
    numbered.or_else(named).ok_or_else(|| Failure::NobodyCalled(text.to_owned()))
}

pub(super) fn department(office: &Office, text: &str) -> Result<DepartmentId, Failure> {
    let numbered = text.parse().ok().map(DepartmentId).filter(|it| office.department(*it).is_some());
    let named = || office.departments().find(|it| it.name.as_str() == text.trim()).map(|it| it.id);
    numbered.or_else(named).ok_or_else(|| Failure::NoDepartment(text.to_owned()))
}

pub(super) fn category(office: &Office, text: &str) -> Result<CategoryId, Failure> {
    let numbered = text.parse().ok().map(CategoryId).filter(|it| office.category(*it).is_some());
    let named = || office.categories().find(|it| it.name.as_str() == text.trim()).map(|it| it.id);
    numbered.or_else(named).ok_or_else(|| Failure::NoCategory(text.to_owned()))
}
