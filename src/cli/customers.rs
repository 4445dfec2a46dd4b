//! `redress list --customers`, `redress show K000123`

use std::sync::Arc;

use serde_json::{Value, json};

use super::command::{Disclosure, List};
use super::failure::Failure;
use super::mask::{self, Shown};
use super::output::Output;
use super::{asked, reveal};
use crate::app::{NotKept, Opened, Refused, Request};
use crate::books::customers::{Filter, Who};
use crate::domain::customer::{Command, Profile, Rejection};
use crate::domain::id::{ComplaintId, CustomerId};
use crate::domain::record::Fact;
use crate::domain::text::Line;
use crate::i18n::Texts;
use crate::store::wait;

/// Customers, the newest first: files, and callers who have none yet.
pub(super) fn list(words: &List, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let customers = opened.books.customers();
    let query = words.text.as_deref().unwrap_or_default();
    let hits = customers.list(Filter::All, query, words.limit).hits;
    let shown = revealed(&words.disclosure, opened, &hits.iter().map(|it| it.who).collect::<Vec<_>>())?;
    let office = opened.desk.office();
    for who in hits.into_iter().map(|it| it.who) {
        let Some(profile) = customers.profile(who) else { continue };
        let complaints = customers.complaints(who).len();
        let owner = customers.owner(who);
        let number = number(who);
        if output.json {
            let mut value = said(&output.texts, &profile, shown);
            value["file"] = number.into();
            value["owner"] = json!(owner);
            value["complaints"] = complaints.into();
            output.value(&value)?;
            continue;
        }
        let phone = profile.phones.first().map(|it| match shown {
            Shown::Masked => it.masked(),
            Shown::Whole => it.reveal().to_owned(),
        });
        let cells = [
            number.unwrap_or_else(|| output.texts.cust_no_file().to_owned()),
            name(&output.texts, &profile, shown),
            phone.unwrap_or_default(),
            output.texts.cust_times(complaints),
            owner.map(|it| output.texts.person(&office, it)).unwrap_or_default(),
        ];
        output.line(cells.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("  "))?;
    }
    Ok(())
}

/// One file: what it says, its complaints, its history.
pub(super) fn show(id: CustomerId, disclosure: &Disclosure, opened: &Opened, output: &Output) -> Result<(), Failure> {
    let (customers, office) = (opened.books.customers(), opened.desk.office());
    let none = || Failure::Refused(Box::new((Refused::Customer(Rejection::NoSuchFile { id }), Arc::clone(&office))));
    let file = customers.file(id).ok_or_else(none)?;
    let shown = revealed(disclosure, opened, &[Who::File(id)])?;
    let history = wait(Box::pin(opened.desk.customer_history(id))).map_err(|it: NotKept| Failure::NotKept(it))?;
    let complaints: Vec<ComplaintId> = customers.complaints(Who::File(id)).into_iter().map(|it| it.id).collect();
    let texts = &output.texts;
    if output.json {
        let mut value = said(texts, &file.profile, shown);
        value["file"] = id.written().into();
        value["owner"] = json!(file.owner.map(|it| it.person));
        value["into"] = json!(file.into.map(CustomerId::written));
        value["complaints"] = json!(complaints);
        value["facts"] = json!(history.len());
        if shown == Shown::Whole {
            value["notes"] = json!(file.notes);
        }
        return output.value(&value);
    }
    output.line(texts.joined([id.written(), name(texts, &file.profile, shown)]))?;
    let phones = file.profile.phones.iter().map(|it| match shown {
        Shown::Masked => it.masked(),
        Shown::Whole => it.reveal().to_owned(),
    });
    output.line(texts.list(phones))?;
    for complaint in &complaints {
        output.line(complaint.to_string())?;
    }
    for it in &history {
        let Fact::Customer(event) = &it.fact else { continue };
        let told = texts.customer_event(&office, event);
        let words = if shown == Shown::Whole { told.words } else { String::new() };
        let at = texts.date_time(office.calendar().local(it.at));
        output.line(texts.joined([at, texts.person(&office, it.by), told.verb, told.more, words]))?;
    }
    Ok(())
}

fn number(who: Who) -> Option<String> {
    match who {
        Who::File(id) => Some(id.written()),
        Who::Caller(_) => None,
    }
}

fn name(texts: &Texts, profile: &Profile, shown: Shown) -> String {
    match shown {
        Shown::Masked => texts.masked_name(&profile.name, profile.salutation),
        Shown::Whole => profile.name.to_string(),
    }
}

/// The profile as JSON: what is masked is shorter, what is hidden is not there.
fn said(texts: &Texts, profile: &Profile, shown: Shown) -> Value {
    match shown {
        Shown::Whole => serde_json::to_value(profile).unwrap_or_default(),
        Shown::Masked => {
            let caller = profile.complainant(None);
            let mut value = caller.map_or_else(|| json!({}), |it| mask::complainant(texts, &it, Shown::Masked));
            value["kind"] = json!(profile.kind);
            value
        }
    }
}

/// Records the reading, of a caller without a file with the newest complaint, where it was asked for.
fn revealed(asked_for: &Disclosure, opened: &Opened, whom: &[Who]) -> Result<Shown, Failure> {
    let (true, Some(purpose), Some(by)) = (asked_for.full, &asked_for.purpose, &asked_for.by) else {
        return Ok(Shown::Masked);
    };
    let by = asked::person(&opened.desk.office(), by)?;
    let purpose = Line::new(purpose).map_err(|_| Failure::BadText("--purpose".to_owned()))?;
    let mut callers = Vec::new();
    for who in whom {
        match who {
            Who::Caller(id) => callers.push(*id),
            Who::File(id) => {
                let request = Request::customer(by, *id, Command::Reveal { purpose: purpose.clone() });
                let done = wait(Box::pin(opened.desk.act(request)));
                done.map_err(|refused| Failure::Refused(Box::new((refused, opened.desk.office()))))?;
            }
        }
    }
    reveal::reveal(asked_for, opened, &callers)
}
