//! What stands in the menus of the tool bar.

use super::super::choice::{self, Burns, Column, SavedView, mark_name};
use super::super::{Message, State};
use super::{Filter, sort_name};
use crate::books::board::{Closed, Mark, Narrow, Sort};
use crate::domain::complaint::terms::Priority;
use crate::domain::office::DepartmentKind;
use crate::ui::env::Env;

/// A line of a menu.
pub(super) enum Line {
    /// The name of those below it.
    Heading(String),
    /// Something to take.
    Entry(Entry),
}

pub(super) struct Entry {
    pub(super) name: String,
    pub(super) taken: Message,
    pub(super) chosen: bool,
    pub(super) count: Option<usize>,
    pub(super) forgets: Option<Message>,
}

impl Entry {
    fn new(name: impl Into<String>, taken: Message, chosen: bool) -> Self {
        Self { name: name.into(), taken, chosen, count: None, forgets: None }
    }
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        Self::Entry(entry)
    }
}

impl State {
    pub(super) fn entries(&self, env: &Env<'_>, filter: Filter) -> impl Iterator<Item = Entry> {
        self.lines(env, filter).into_iter().filter_map(|it| match it {
            Line::Heading(_) => None,
            Line::Entry(entry) => Some(entry),
        })
    }

    pub(super) fn lines(&self, env: &Env<'_>, filter: Filter) -> Vec<Line> {
        let (narrow, office, texts) = (self.choice.wanted.narrow, env.office(), env.texts);
        let to = |choice| Message::Chosen(Box::new(choice));
        let one = |name: &str, narrow_to: Narrow| {
            Line::from(Entry::new(name, to(self.choice.narrowed(narrow_to)), narrow_to == narrow))
        };
        match filter {
            Filter::View => self.view_lines(env),
            Filter::Department => {
                let works = |kind| matches!(kind, DepartmentKind::Handling | DepartmentKind::Region);
                let each = office.departments().filter(|it| it.active && works(it.kind));
                let each = each.map(|it| one(&it.name, Narrow { department: Some(it.id), ..narrow }));
                std::iter::once(one(texts.board_all_departments(), Narrow { department: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Category => {
                let each = office.categories().filter(|it| it.active && it.parent.is_none());
                let each = each.map(|it| one(&it.name, Narrow { category: Some(it.id), ..narrow }));
                std::iter::once(one(texts.board_all_categories(), Narrow { category: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::Priority => {
                let each = [Priority::P1, Priority::P2, Priority::P3];
                let each = each.map(|it| one(texts.name(it), Narrow { priority: Some(it), ..narrow }));
                std::iter::once(one(texts.board_all_priorities(), Narrow { priority: None, ..narrow }))
                    .chain(each)
                    .collect()
            }
            Filter::More => self.more_lines(env),
            Filter::Sort => [Sort::Urgency, Sort::Priority, Sort::Newest, Sort::Oldest]
                .into_iter()
                .map(|it| {
                    let chosen = it == self.choice.wanted.sort;
                    Entry::new(sort_name(texts, it), to(self.choice.sorted(it)), chosen).into()
                })
                .collect(),
            Filter::Columns => Column::ALL
                .into_iter()
                .map(|it| {
                    let shown = !self.kept.hidden.contains(&it);
                    Entry::new(it.name(texts), Message::ColumnToggled(it), shown).into()
                })
                .collect(),
        }
    }

    fn view_lines(&self, env: &Env<'_>) -> Vec<Line> {
        let ready = choice::ready(env).len();
        let counts = self.menu.as_ref().map(|it| it.counts.as_slice()).unwrap_or_default();
        let entry = |(place, view): (usize, SavedView)| {
            let forgets = (ready <= place).then(|| Message::ViewForgotten(view.name.clone()));
            let chosen = view.choice == self.choice;
            let count = counts.get(place).copied();
            Entry { name: view.name, taken: Message::ViewChosen(place), chosen, count, forgets }
        };
        let mut lines: Vec<Line> = Vec::new();
        for (place, view) in self.views(env).into_iter().enumerate() {
            if place == ready {
                lines.push(Line::Heading(env.texts.board_views_own().to_owned()));
            }
            lines.push(entry((place, view)).into());
        }
        lines
    }

    fn more_lines(&self, env: &Env<'_>) -> Vec<Line> {
        let (choice, narrow, texts) = (&self.choice, self.choice.wanted.narrow, env.texts);
        let to = |choice| Message::Chosen(Box::new(choice));
        let mut lines = vec![Line::Heading(texts.board_heading_limits().to_owned())];
        for it in Burns::ALL {
            let on = choice.burns == Some(it);
            let next = choice::Choice { burns: (!on).then_some(it), ..choice.clone() };
            lines.push(Entry::new(it.name(texts), to(next), on).into());
        }
        lines.push(Line::Heading(texts.board_heading_marks().to_owned()));
        for it in Mark::ALL {
            let on = narrow.mark == Some(*it);
            let next = choice.narrowed(Narrow { mark: (!on).then_some(*it), ..narrow });
            lines.push(Entry::new(mark_name(texts, *it), to(next), on).into());
        }
        lines.push(Line::Heading(texts.board_heading_days().to_owned()));
        for days in [1, 7, 30] {
            let on = narrow.days == Some(days);
            let next = choice.narrowed(Narrow { days: (!on).then_some(days), ..narrow });
            lines.push(Entry::new(texts.board_within(days), to(next), on).into());
        }
        let with = choice.wanted.closed == Closed::With;
        let next = choice.with_closed(if with { Closed::Without } else { Closed::With });
        lines.push(Entry::new(texts.board_with_closed(), to(next), with).into());
        let list = Entry::new(texts.board_exemptions(), Message::ExemptionsAsked, false);
        lines.push(list.into());
        lines.push(Line::Heading(texts.board_heading_people().to_owned()));
        let handlers = env.office().people().filter(|it| it.active && it.roles.iter().any(|role| role.may(VERB)));
        let me = env.office().person(env.me).into_iter();
        for person in me.chain(handlers.filter(|it| it.id != env.me)) {
            let on = narrow.person == Some(person.id);
            let next = choice.narrowed(Narrow { person: (!on).then_some(person.id), ..narrow });
            lines.push(Entry::new(person.name.to_string(), to(next), on).into());
        }
        lines
    }
}

/// Who handles complaints reports on them.
const VERB: crate::domain::complaint::Verb = crate::domain::complaint::Verb::Report;
