//! `redress list`

use std::collections::BTreeSet;

use serde_json::json;

use super::command::List;
use super::failure::Failure;
use super::mask::Shown;
use super::output::Output;
use super::{asked, reveal};
use crate::app::Opened;
use crate::books::search::Within;
use crate::books::{Books, Row};
use crate::domain::customer::surname;
use crate::domain::id::{CategoryId, ComplaintId, DepartmentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::office::Office;

/// The filters, read.
struct Wanted {
    department: Option<DepartmentId>,
    category: Option<CategoryId>,
    handler: Option<PersonId>,
    found: Option<BTreeSet<ComplaintId>>,
    now: Moment,
}

pub(super) fn list(words: &List, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let office = opened.desk.office();
    let read = |text: &Option<String>| text.clone();
    let wanted = Wanted {
        department: read(&words.department).map(|it| asked::department(&office, &it)).transpose()?,
        category: read(&words.category).map(|it| asked::category(&office, &it)).transpose()?,
        handler: read(&words.handler).map(|it| asked::person(&office, &it)).transpose()?,
        found: words.text.as_ref().map(|it| found(&opened.books, it)),
        now: opened.desk.now(),
    };
    let rows = opened.books.ledger().rows().iter().rev();
    let rows: Vec<&Row> = rows.filter(|it| fits(words, &wanted, (it, &office))).take(words.limit).collect();
    let shown = reveal::reveal(&words.disclosure, opened, &rows.iter().map(|it| it.id).collect::<Vec<_>>())?;
    for row in rows {
        print(row, (&office, wanted.now, shown), output)?;
    }
    Ok(())
}

fn found(books: &Books, text: &str) -> BTreeSet<ComplaintId> {
    books.search(text, Within::Everything, usize::MAX).into_iter().map(|it| it.row.id).collect()
}

fn fits(words: &List, wanted: &Wanted, (row, office): (&Row, &Office)) -> bool {
    let day = row.id.day();
    words.stage.is_none_or(|it| row.stage == it)
        && (!words.open || row.stage.is_open())
        && (!words.overdue || row.is_overdue(wanted.now))
        && words.from.is_none_or(|it| it <= day)
        && words.to.is_none_or(|it| day <= it)
        && wanted.department.is_none_or(|it| row.departments().contains(&it))
        && wanted.handler.is_none_or(|it| row.handler() == Some(it))
        && wanted.category.is_none_or(|it| row.category == it || office.parent(row.category) == it)
        && wanted.found.as_ref().is_none_or(|it| it.contains(&row.id))
}

fn print(row: &Row, (office, now, shown): (&Office, Moment, Shown), output: &Output) -> Result<(), Failure> {
    let texts = &output.texts;
    let (name, phone) = match shown {
        Shown::Masked => (texts.masked(surname(&row.caller.name), row.caller.salutation), row.caller.phone.masked()),
        Shown::Whole => (row.caller.name.to_string(), row.caller.phone.reveal().to_owned()),
    };
    let category = office.category(row.category).map_or("", |it| it.name.as_str());
    let department = row.department().and_then(|it| office.department(it)).map_or("", |it| it.name.as_str());
    if output.json {
        return output.value(&json!({
            "number": row.id,
            "registered": row.registered.at,
            "stage": row.stage,
            "round": row.round,
            "kind": row.kind,
            "priority": row.priority,
            "customer": name,
            "phone": phone,
            "category": row.category,
            "category_name": category,
            "department": row.department(),
            "department_name": department,
            "handler": row.handler(),
            "product": row.product,
            "content": row.content,
            "overdue": row.is_overdue(now),
            "closed": row.closing.as_ref().map(|it| it.code),
        }));
    }
    let late = if row.is_overdue(now) { texts.cli_overdue() } else { "" };
    let cells = [&row.id.to_string(), texts.name(row.stage), late, &name, &phone, category, department, &*row.content];
    output.line(cells.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("  "))
}
