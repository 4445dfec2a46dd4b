//! The open office behind the screens: the desk that writes, the books that were told, who works here.

use chrono::Datelike;
use iced::Subscription;

use super::env::{Env, Frame};
use super::screen::Place;
use super::shell::{Count, Person, Status};
use crate::app::{self, Desk, NotKept, session};
use crate::books::Books;
use crate::domain::clock::Standing;
use crate::domain::complaint::{Complaint, Stage};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::record::{Position, Recorded};
use crate::i18n::Texts;

/// An open office.
#[derive(Debug)]
pub struct House {
    /// Carries wishes out.
    pub desk: Desk,
    /// What was told.
    pub books: Books,
    /// Who works here now.
    pub me: PersonId,
    /// Its folder, while it lies on this machine; dropped, it closes in order.
    folder: Option<app::House>,
    /// Where the feed began; the books have gone on since.
    began: Position,
    /// When the last fact was told.
    told: Option<Moment>,
}

/// A page of facts, or why there is none.
#[derive(Debug, Clone)]
pub enum Told {
    /// Facts, in order.
    Facts(std::sync::Arc<Vec<Recorded>>),
    /// The log cannot be read now; it is asked again.
    Trouble(NotKept),
}

/// What the feed's subscription is told apart by.
#[derive(Debug, Clone)]
struct Following {
    desk: Desk,
    after: Position,
}

impl std::hash::Hash for Following {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.after.hash(state);
    }
}

impl House {
    /// An office with somebody at work; `None` where nobody works in it.
    #[must_use]
    pub fn new(desk: Desk, books: Books, last: Option<PersonId>) -> Option<Self> {
        let me = session::Session::begin(books.office(), last)?.person;
        let began = books.position();
        Some(Self { desk, books, me, folder: None, began, told: None })
    }

    /// The same, with the folder that it lies in.
    #[must_use]
    pub fn of(self, folder: app::House) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// The folder that it lies in, where it lies on this machine.
    #[must_use]
    pub const fn folder(&self) -> Option<&app::House> {
        self.folder.as_ref()
    }

    /// The context of a screen.
    #[must_use]
    pub fn env<'a>(&'a self, frame: Frame<'a>) -> Env<'a> {
        Env { frame, desk: &self.desk, books: &self.books, me: self.me, folder: self.folder.as_ref() }
    }

    /// The facts as they come.
    pub fn feed(&self) -> Subscription<Told> {
        let following = Following { desk: self.desk.clone(), after: self.began };
        Subscription::run_with(following, |it| {
            let feed = it.desk.feed(it.after);
            iced::futures::stream::unfold((feed, false), |(mut feed, after_trouble)| async move {
                if after_trouble {
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                }
                Some(match feed.next().await {
                    Ok(page) => (Told::Facts(std::sync::Arc::new(page.facts)), (feed, false)),
                    Err(trouble) => (Told::Trouble(trouble), (feed, true)),
                })
            })
        })
    }

    /// When the last fact that the books were told was written; `None`: none was, or it cannot be read now.
    pub fn last_fact(&self) -> impl Future<Output = Option<Moment>> + Send + use<> {
        let before = Position(self.books.position().0.saturating_sub(1));
        let feed = self.desk.feed(before);
        async move {
            let mut feed = feed;
            let page = feed.there().await.ok().flatten()?;
            page.facts.first().map(|it| it.at)
        }
    }

    /// Takes facts over.
    pub fn absorb(&mut self, facts: &[Recorded]) {
        self.books.absorb(facts);
        self.told = facts.last().map(|it| it.at).or(self.told);
    }

    /// Who works here, for the rail.
    #[must_use]
    pub fn person(&self, texts: &Texts) -> Option<Person> {
        let office = self.books.office();
        let person = office.person(self.me)?;
        let department = office.department(person.department).map(|it| it.name.to_string()).unwrap_or_default();
        let role = person.roles.iter().next().map(|it| texts.name(it).to_owned()).unwrap_or_default();
        Some(Person { name: person.name.to_string(), role: format!("{department}·{role}") })
    }

    /// What waits on the pages, for the rail.
    #[must_use]
    pub fn counts(&self, now: Moment) -> Vec<(Place, Count)> {
        let open = || self.books.open();
        let person = self.books.office().person(self.me);
        let department = person.map(|it| it.department);
        // As many as the board shows this person.
        let seen = |it: &&Complaint| person.is_some_and(|me| self.books.sees(me, it));
        let mine = |it: &&Complaint| {
            it.orders
                .iter()
                .any(|order| order.stage.is_open() && (order.involves(self.me) || Some(order.department) == department))
        };
        let count =
            |all: Vec<&Complaint>| Count { all: all.len(), late: all.iter().filter(|it| is_late(it, now)).count() };
        let waiting = |it: &&Complaint| it.stage == Stage::ToCallBack;
        vec![
            (Place::Board, count(open().filter(seen).collect())),
            (Place::Handling, count(open().filter(mine).collect())),
            (Place::Callback, count(open().filter(waiting).collect())),
        ]
    }

    /// What the status bar tells.
    #[must_use]
    pub fn status(&self, texts: &Texts, now: Moment) -> Status {
        let calendar = self.books.office().calendar();
        let left = calendar.next_change(now).map(|it| texts.span(it - now)).unwrap_or_default();
        let shift = if calendar.is_open(now) { texts.status_open(left) } else { texts.status_shut(left) };
        let year = calendar.day_of(now).year();
        let checked = if calendar.has_data(year) {
            texts.status_calendar_known(year.to_string())
        } else {
            texts.status_calendar_unknown(year.to_string())
        };
        let saved = self.told.map(|it| texts.status_saved(texts.time_to_the_second(calendar.local(it).time())));
        Status {
            shift,
            calendar: checked,
            saved: saved.unwrap_or_default(),
            backup: String::new(),
            book: texts.status_book_local().to_owned(),
        }
    }
}

/// Whether any clock of a complaint is late.
fn is_late(complaint: &Complaint, now: Moment) -> bool {
    complaint.clocks.running().any(|it| matches!(it.standing(now), Standing::Late { .. }))
}
