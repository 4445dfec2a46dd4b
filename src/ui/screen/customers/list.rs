//! The list: who is searched for, which of them, and one line each.

use std::rc::Rc;

use chrono::NaiveDate;
use iced::widget::{column, container, mouse_area, row, space, text::Wrapping};
use iced::{Center, Length, keyboard::key::Named};

use super::sight::{self, Sight};
use super::{LIST, MOST, Message, Pen, ROWS, SEARCH, State, Turn, Which};
use crate::books::customers::{Alike, Double, Filter, Who};
use crate::domain::customer::Verb;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::record::Position;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::part::clock_chip;
use crate::ui::part::keyed::Spot;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Height, Tone};
use crate::ui::widget::{
    Empty, avatar, button, chip, chips, empty, field, fit, fitted, hint, icon_tiny, line_across, measure, named_within,
    pane_head, small, small_strong, tip, virtual_list,
};

/// A row.
pub(super) const ROW: f32 = 52.0;

/// What icon and room inside take of a field.
const FIELD: f32 = 44.0;

/// What a list answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    at: Position,
    which: Which,
    query: String,
    most: usize,
    day: NaiveDate,
    me: PersonId,
}

/// The rows that are listed, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) rows: Vec<Line>,
    pub(super) total: usize,
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line {
    /// A customer, and the last time that something was written or complained about.
    One(Who, Moment),
    /// Two who may be one.
    Two(Double),
}

/// How many customers each chip holds.
#[derive(Debug, Default)]
pub(super) struct Counts([usize; 8]);

impl Line {
    pub(super) const fn who(&self) -> Who {
        match self {
            Self::One(who, _) => *who,
            Self::Two(double) => double.first,
        }
    }
}

/// How wide the list is; at 200 % zoom it leaves the card what it needs.
pub(super) fn width(env: &Env<'_>) -> f32 {
    match env.room() {
        Room::Ample => 432.0,
        Room::Tight if env.window.width < 900.0 => 300.0,
        Room::Tight => 372.0,
    }
}

/// Whether the card has room for things side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Card {
    Wide,
    /// A column: zoomed to 150 % and more.
    Narrow,
}

impl Card {
    pub(super) fn of(env: &Env<'_>) -> Self {
        if env.beside_rail() - width(env) < 560.0 { Self::Narrow } else { Self::Wide }
    }
}

impl Which {
    fn filter(self, env: &Env<'_>, day: NaiveDate) -> Filter {
        match self {
            Self::All | Self::Doubles => Filter::All,
            Self::Mine => Filter::Of(env.me),
            Self::New => Filter::NewOn(day),
            Self::Changed => Filter::ChangedOn(day),
            Self::Members => Filter::Members,
            Self::Unallotted => Filter::Unallotted,
            Self::Uncontacted => Filter::Uncontacted,
        }
    }

    fn name<'a>(self, env: &Env<'a>, day: NaiveDate) -> &'a str {
        match self {
            Self::New if day != env.today() => env.texts.cust_new_then(),
            Self::Changed if day != env.today() => env.texts.cust_changed_then(),
            Self::All => env.texts.cust_all(),
            Self::Mine => env.texts.cust_mine(),
            Self::New => env.texts.cust_new_today(),
            Self::Changed => env.texts.cust_changed_today(),
            Self::Members => env.texts.cust_members(),
            Self::Unallotted => env.texts.cust_unallotted(),
            Self::Uncontacted => env.texts.cust_uncontacted(),
            Self::Doubles => env.texts.cust_doubles(),
        }
    }
}

impl State {
    /// The rows as they are to be listed now.
    pub(super) fn lines(&self, env: &Env<'_>) -> Rc<Lines> {
        let question = Question {
            at: env.books.position(),
            which: self.which,
            query: self.query.trim().to_owned(),
            most: MOST + self.more,
            day: self.day(env),
            me: env.me,
        };
        self.lines.get(question.clone(), || {
            let customers = env.books.customers();
            if question.which == Which::Doubles {
                let doubles = self.pairs(env);
                let found: Vec<Who> =
                    customers.find(&question.query, usize::MAX).into_iter().map(|it| it.who).collect();
                let wanted =
                    |it: &&Double| question.query.is_empty() || found.contains(&it.first) || found.contains(&it.second);
                let rows: Vec<Line> = doubles.iter().filter(wanted).map(|it| Line::Two(*it)).collect();
                return Lines { total: rows.len(), rows };
            }
            let list = customers.list(question.which.filter(env, question.day), &question.query, question.most);
            let rows = list.hits.into_iter().map(|it| Line::One(it.who, it.latest)).collect();
            Lines { rows, total: list.total }
        })
    }

    pub(super) fn pairs(&self, env: &Env<'_>) -> Rc<Vec<Double>> {
        self.doubles.get(env.books.position(), || env.books.customers().doubles())
    }

    fn counted(&self, env: &Env<'_>) -> Rc<Counts> {
        let day = self.day(env);
        self.counts.get((env.books.position(), day, env.me), || {
            let counted = env.books.customers().counts(env.me, day);
            Counts(Which::ALL.map(|it| match it {
                Which::All => counted.all,
                Which::Mine => counted.own,
                Which::New => counted.new,
                Which::Changed => counted.changed,
                Which::Members => counted.members,
                Which::Unallotted => counted.unallotted,
                Which::Uncontacted => counted.uncontacted,
                Which::Doubles => self.pairs(env).len(),
            }))
        })
    }

    pub(super) fn list_view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let width = width(&env);
        // The words of the button give way to those of the field.
        let words = texts.cust_new();
        let beside = measure(words, Face::Body) + 52.0;
        let hinted = measure(texts.cust_search(), Face::Body) + FIELD;
        let signed = width - 28.0 - 8.0 - beside < hinted;
        let taken = if !sight::may_do(&env, Verb::Open) {
            0.0
        } else if signed {
            8.0 + Height::CONTROL
        } else {
            8.0 + beside
        };
        let place = fit(texts.cust_search(), Face::Body, width - 28.0 - taken - FIELD);
        let search = field(&place, &self.query).icon(icon::SEARCH).on_input(Message::Searched);
        let search = pen.keys.field(SEARCH, search);
        let new = sight::may_do(&env, Verb::Open).then(|| {
            let new = button(if signed { "" } else { words }).icon(icon::USER_PLUS);
            let new = pen.keys.button(Spot("cust-new", 0), new, Some(Message::New));
            if signed { tip(new, words) } else { new }
        });
        let head = pane_head(row![Element::from(search)].push(new).spacing(8).align_y(Center));
        let filters = self.filters(pen);
        let days = matches!(self.which, Which::New | Which::Changed).then(|| self.days(pen));
        let filters = column![filters].push(days).spacing(6);
        let lines = self.lines(&env);
        let listed = self.rows(pen, &lines, width);
        let foot = self.foot(pen, &lines);
        let drawn = column![head, container(filters).padding([8, 14]), line_across(), listed, line_across(), foot];
        container(drawn).width(width).height(Length::Fill).style(style::surface::pane).into()
    }

    fn filters<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let env = pen.env;
        let counts = self.counted(&env);
        let here = Which::ALL.iter().position(|it| *it == self.which).unwrap_or_default();
        let at = |place: usize| Which::ALL.get(place).map(|it| Message::Filtered(*it));
        let before = here.checked_sub(1).and_then(at).map(|it| (Named::ArrowLeft, it));
        let after = at(here + 1).map(|it| (Named::ArrowRight, it));
        let spot = Spot("cust-which", 0);
        let focus = pen.keys.keys(spot, before.into_iter().chain(after).collect());
        let all = Which::ALL.iter().zip(counts.0).map(|(which, count)| {
            let words = env.texts.cust_counted(count, which.name(&env, self.day(&env)));
            let drawn = chip(words, *which == self.which, Some(Message::Filtered(*which)));
            if *which == self.which {
                named_within(iced::widget::Id::from("cust-which-0"), focus, drawn)
            } else {
                drawn
            }
        });
        chips(all)
    }

    /// Which day's new or changed customers (T12).
    fn days<'a>(&self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let (today, day) = (env.today(), self.day(&env));
        let back = button("").icon(icon::CHEVRON_LEFT).compact().quiet();
        let back = pen.keys.button(Spot("cust-day-back", 0), back, Some(Message::DayTurned(Turn::Back)));
        let on = button("").icon(icon::CHEVRON_RIGHT).compact().quiet();
        let ready = (day < today).then_some(Message::DayTurned(Turn::On));
        let on = pen.keys.button(Spot("cust-day-on", 0), on, ready);
        let now = (day < today).then(|| {
            let now = button(texts.cust_day_today()).link().compact();
            pen.keys.button(Spot("cust-day-today", 0), now, Some(Message::DayTurned(Turn::Today)))
        });
        let told = container(small_strong(texts.day(day, today))).width(84).center_x(84);
        row![back, told, on].push(now).spacing(4).align_y(Center).into()
    }

    fn rows<'a>(&'a self, pen: &mut Pen<'_, 'a>, lines: &Rc<Lines>, width: f32) -> Element<'a, Message> {
        let env = pen.env;
        if lines.rows.is_empty() {
            return self.nothing(pen);
        }
        let chosen = self.who(&env);
        let says = |it: &Line| match it {
            Line::One(who, _) => Message::Picked(*who),
            Line::Two(it) => Message::MergeAsked(it.first, Some(it.second)),
        };
        // Two who may be one: arrows go from pair to pair, a press or Enter opens what is to be decided.
        let doubles = self.which == Which::Doubles;
        let here = match self.pair.filter(|_| doubles && !lines.rows.is_empty()) {
            Some(pair) => Some(pair.min(lines.rows.len() - 1)),
            None => lines.rows.iter().position(|it| Some(it.who()) == chosen),
        };
        let focus = if doubles {
            let at = here.unwrap_or(0);
            let to = |place: usize| (place < lines.rows.len()).then_some(Message::PairChosen(place));
            let open = lines.rows.get(at).map(|it| (Named::Enter, says(it)));
            let up = at.checked_sub(1).and_then(to).map(|it| (Named::ArrowUp, it));
            let ends = [(Named::ArrowDown, to(at + 1)), (Named::Home, to(0)), (Named::End, to(lines.rows.len() - 1))];
            let ends = ends.into_iter().filter_map(|(key, it)| Some((key, it?)));
            pen.keys.keys(ROWS, open.into_iter().chain(up).chain(ends).collect())
        } else {
            pen.keys.among(ROWS, (lines.rows.iter().map(says).collect(), here))
        };
        let place = here.unwrap_or(0);
        let rows = Rc::clone(lines);
        let draw = move |index: usize| -> Element<'a, Message> {
            let Some(line) = rows.rows.get(index) else { return space().height(ROW).into() };
            let standing = if here == Some(index) { Standing::Cursor } else { Standing::Rest };
            let content = match line {
                Line::One(who, latest) => one(&env, (*who, *latest), width),
                Line::Two(double) => two(&env, double, width),
            };
            let drawn = container(content)
                .height(ROW - 1.0)
                .width(Length::Fill)
                .padding([0, 14])
                .align_y(Center)
                .style(style::row::row(standing));
            let area = mouse_area(column![drawn, line_across()])
                .on_press(says(line))
                .interaction(iced::mouse::Interaction::Pointer);
            if index == place { named_within(iced::widget::Id::from("cust-rows-0"), focus, area) } else { area.into() }
        };
        virtual_list((LIST, self.window), (lines.rows.len(), ROW), draw, Message::Scrolled).height(Length::Fill).into()
    }

    fn nothing<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let texts = pen.env.texts;
        if self.query.trim().is_empty() {
            let good = matches!(self.which, Which::Unallotted | Which::Uncontacted | Which::Doubles);
            return empty(Empty {
                tone: if good { Tone::Success } else { Tone::Paused },
                icon: if good { icon::CIRCLE_CHECK } else { icon::USERS },
                title: texts.cust_none(self.which.name(&pen.env, self.day(&pen.env))).into(),
                words: match self.which {
                    Which::All => texts.cust_none_words(),
                    Which::Doubles => texts.cust_none_doubles(),
                    Which::Mine
                    | Which::New
                    | Which::Changed
                    | Which::Members
                    | Which::Unallotted
                    | Which::Uncontacted => texts.cust_none_here(),
                }
                .into(),
                actions: Vec::new(),
            });
        }
        let clear = button(texts.cust_clear());
        let clear = pen.keys.button(Spot("cust-clear", 0), clear, Some(Message::Searched(String::new())));
        empty(Empty {
            tone: Tone::Paused,
            icon: icon::SEARCH,
            title: texts.cust_not_found(self.query.trim()).into(),
            words: texts.cust_not_found_words().into(),
            actions: vec![clear],
        })
    }

    fn foot<'a>(&self, pen: &mut Pen<'_, 'a>, lines: &Lines) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let told = texts.cust_shown(lines.rows.len(), lines.total);
        let more = (lines.rows.len() < lines.total && self.which != Which::Doubles).then(|| {
            let more = button(texts.cust_more()).link().compact();
            pen.keys.button(Spot("cust-more", 0), more, Some(Message::More))
        });
        let allots = self.which == Which::Unallotted && !lines.rows.is_empty() && sight::may_do(&env, Verb::Assign);
        let allot = allots.then(|| {
            let allot = button(texts.cust_allot()).primary().compact().icon(icon::SCALE);
            pen.keys.button(Spot("cust-allot", 0), allot, Some(Message::AllotAsked))
        });
        let drawn = row![hint(told), space().width(Length::Fill)].push(more).push(allot).spacing(8).align_y(Center);
        container(drawn).height(38).padding([0, 14]).align_y(Center).into()
    }
}

fn one<'a>(env: &Env<'a>, (who, latest): (Who, Moment), width: f32) -> Element<'a, Message> {
    let (customers, texts, sight) = (env.books.customers(), env.texts, Sight::of_list(env));
    let name = sight::called(env, who, sight);
    let phones = customers.phones(who);
    let phone = phones.first().map(|it| sight.phone(env, it)).unwrap_or_default();
    let organisation = match who {
        Who::File(id) => customers.file(id).and_then(|it| it.profile.organisation.as_ref()).map(ToString::to_string),
        Who::Caller(id) => env.books.row(id).and_then(|it| it.caller.organisation.as_ref()).map(ToString::to_string),
    };
    let organisation = organisation.map(|it| sight.plain(env, &it));
    let complaints = customers.complaints(who).len();
    let day = texts.day(env.calendar().day_of(latest), env.today());
    let below = texts.joined([phone, organisation.unwrap_or_default(), texts.cust_times(complaints)]);
    let member = customers.is_member(who).then(|| icon_tiny(icon::CROWN).style(style::text::toned(Tone::Accent)));
    let owner = customers.owner(who).map(|it| texts.person(env.office(), it));
    let state = match (owner, who) {
        (Some(owner), _) => hint(owner),
        (None, Who::File(_)) => hint(texts.cust_no_owner()).style(style::text::toned(Tone::Soon)),
        (None, Who::Caller(_)) => hint(texts.cust_no_file()),
    };
    let state = waits(env, who).unwrap_or_else(|| state.wrapping(Wrapping::None).into());
    let right = column![hint(day).wrapping(Wrapping::None), state].spacing(1).align_x(iced::Right);
    row![
        avatar(&sight::face(env, who)),
        column![
            row![small_strong(name).size(Face::Body.size()).wrapping(Wrapping::None)]
                .push(member)
                .spacing(5)
                .align_y(Center),
            fitted(&below, Face::Small, width - 28.0 - 34.0 - 110.0),
        ]
        .spacing(1)
        .width(Length::Fill)
        .clip(true),
        right,
    ]
    .spacing(10)
    .align_y(Center)
    .into()
}

/// T13: how long an allotted customer may still wait for the first contact.
pub(super) fn waits<'a>(env: &Env<'a>, who: Who) -> Option<Element<'a, super::Message>> {
    let clock = env.books.customers().first_contact(who).filter(|it| it.ended.is_none())?;
    Some(clock_chip::clock_chip(env, &clock))
}

fn two<'a>(env: &Env<'a>, double: &Double, width: f32) -> Element<'a, Message> {
    let (texts, sight) = (env.texts, Sight::of_list(env));
    let told = |who: Who| {
        let phone = env.books.customers().phones(who).first().map(|it| sight.phone(env, it)).unwrap_or_default();
        let number = match who {
            Who::File(id) => id.written(),
            Who::Caller(_) => texts.cust_no_file().to_owned(),
        };
        texts.joined([sight::called(env, who, sight), phone, number])
    };
    let half = width - 28.0 - 110.0;
    let alike = match double.alike {
        Alike::MemberNumber => icon::CROWN,
        Alike::NameAndTail => icon::COPY,
        Alike::NumberAndNearName => icon::PHONE,
    };
    row![
        icon_tiny(alike).style(style::text::toned(Tone::Soon)),
        column![fitted(&told(double.first), Face::Small, half), fitted(&told(double.second), Face::Small, half)]
            .spacing(1)
            .width(Length::Fill),
        small(texts.name(double.alike)).style(style::text::ink3).width(96),
    ]
    .spacing(8)
    .align_y(Center)
    .into()
}
