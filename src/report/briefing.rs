//! 晨会简报: what came yesterday, what is due today, what is late, who is to be called, what is not filed (C08, T11).

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::Source;
use super::reading::Customer;
use crate::books::board::{Card, Figures, Owner};
use crate::books::tally::{Days, Filter};
use crate::books::{Books, View};
use crate::domain::complaint::Complaint;
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::month::Month;

/// The morning's briefing, over what one person sees. Customers by surname only.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// The company.
    pub company: String,
    /// 编制单位.
    pub unit: String,
    /// When it was put together, by the office's wall clock.
    pub at: NaiveDateTime,
    /// The figures of the workbench.
    pub figures: Figures,
    /// Registered yesterday.
    pub new_yesterday: u32,
    /// Closed yesterday.
    pub closed_yesterday: u32,
    /// 已超时, the most late first.
    pub late: Vec<Line>,
    /// 预警 and 今天到期, the nearest first.
    pub due: Vec<Line>,
    /// 今日回访.
    pub callbacks: Vec<Line>,
    /// Members whose complaints of the month were closed without a callback (J08).
    pub members: Vec<Line>,
    /// The month that is over and whose report is not filed.
    pub unfiled: Option<Month>,
}

/// A complaint on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// `0312-003`
    pub number: String,
    /// The clock that makes it urgent …
    pub clock: Option<ClockName>,
    /// … and when it is or was due; of a callback the appointment.
    pub due: Option<NaiveDateTime>,
    /// 王女士
    pub customer: Customer,
    /// What it is about, on one line.
    pub content: String,
    /// Who has it: a person, or a department where nobody has taken it.
    pub owner: String,
}

/// Complaints on the briefing in all groups at the most, so that it stays one page.
const MOST: usize = 20;

impl Briefing {
    /// What a person takes to the morning's meeting.
    #[must_use]
    pub fn of(source: &Source<'_>, viewer: PersonId) -> Self {
        let books = source.books;
        let calendar = source.office().calendar();
        let view = View { viewer, now: source.now };
        let today = calendar.day_of(source.now);
        let yesterday = today - Duration::days(1);
        let urgent = books.urgent(view, MOST);
        let line = |it: &Card<'_>| {
            let clock = it.clock.map(|it| (it.clock.key.name, calendar.local(it.clock.due)));
            Line { owner: owner(books, it.owner), ..of_complaint(it.complaint, clock) }
        };
        let on = |day: NaiveDate| Days { first: day, last: day };
        let count = |filter: Filter<'_>| books.seen(viewer, &filter);
        // What one does not see is on one's paper neither.
        let person = source.office().person(viewer);
        let sees = |it: &Complaint| person.is_some_and(|me| books.sees(me, it));
        let sees_row = |id| books.row(id).is_some_and(|it| person.is_some_and(|me| books.sees_row(me, it)));
        let callbacks = books.callbacks(view).into_iter().filter(|it| sees(it.complaint)).map(|it| {
            let clock = it.clock.map(|it| (it.clock.key.name, calendar.local(it.clock.due)));
            let appointed = it.appointment.map(|at| (ClockName::Callback, calendar.local(at)));
            let owner = owner(books, Owner::Person(it.complaint.tracking));
            Line { owner, ..of_complaint(it.complaint, appointed.or(clock)) }
        });
        let gauge = books.member_gauge(source.office().rules().month_of(today));
        let members = gauge.missing.iter().filter(|it| sees_row(it.id)).map(|it| Line {
            number: it.id.short(),
            clock: None,
            due: None,
            customer: Customer::of(&it.caller),
            content: one_line(&it.content),
            owner: String::new(),
        });
        Self {
            company: source.office().name().to_owned(),
            unit: source.unit(),
            at: calendar.local(source.now),
            figures: books.figures(view),
            new_yesterday: count(Filter::default().registered(on(yesterday))),
            closed_yesterday: count(Filter::default().closed(on(yesterday))),
            late: urgent.late.iter().map(line).collect(),
            due: urgent.soon.iter().chain(&urgent.today).map(line).collect(),
            callbacks: callbacks.take(MOST).collect(),
            members: members.take(MOST).collect(),
            unfiled: unfiled(source, today),
        }
    }
}

/// The month before, where complaints go back that far and no version of its report is filed.
#[must_use]
pub fn unfiled(source: &Source<'_>, today: NaiveDate) -> Option<Month> {
    let office = source.office();
    let month = office.rules().month_of(today).before();
    (office.filed_report(month).is_none() && is_wanted(source.books, month)).then_some(month)
}

/// Whether complaints go back to a month: before the first one nobody asks for a report.
#[must_use]
pub fn is_wanted(books: &Books, month: Month) -> bool {
    let office = books.office();
    let first = books.ledger().rows().first();
    first.is_some_and(|it| office.calendar().day_of(it.registered.at) <= Days::of(office.rules(), month).last)
}

fn of_complaint(it: &Complaint, clock: Option<(ClockName, NaiveDateTime)>) -> Line {
    let complainant = &it.details.complainant;
    Line {
        number: it.id.short(),
        clock: clock.map(|it| it.0),
        due: clock.map(|it| it.1),
        customer: Customer { surname: complainant.surname().to_owned(), salutation: complainant.salutation },
        content: one_line(it.details.content.as_str()),
        owner: String::new(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn owner(books: &Books, owner: Owner) -> String {
    let office = books.office();
    let department = |id| office.department(id).map(|it| it.name.to_string()).unwrap_or_default();
    match owner {
        Owner::Person(id) => office
            .person(id)
            .map(|it| format!("{}·{}", it.name.as_str(), department(it.department)))
            .unwrap_or_default(),
        Owner::Department(id) => department(id),
    }
}
