//! 派给谁, drawn: who can have it, with how much each has to do.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{column, container, mouse_area, row, space, text::Wrapping},
};

use super::forms::Dispatch;
use super::targets::{self, Lately, Load, Loads, Past, Pick, Target, Targets, Why};
use super::view::Piece;
use super::{Carried, Dock, Message, Seat, Work};
use crate::domain::complaint::Complaint;
use crate::domain::id::PersonId;
use crate::domain::limits::ClockName;
use crate::domain::office::Presence;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::case_words;
use crate::ui::part::form::Stop;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, Note, avatar, avatar_plain, caption, chip, chips, field, fitted, hint, icon as glyph, keycap, keycaps,
    label, load, named, note, small, small_strong, strong, tip,
};

/// Targets with a digit.
const DIGITS: usize = 9;

impl Dock {
    pub(super) fn dispatch_form<'a>(
        &'a self,
        (env, carried): (&Env<'a>, Carried),
        complaint: &'a Complaint,
        form: &'a Dispatch,
    ) -> Vec<(Piece, Element<'a, Message>)> {
        let texts = env.texts;
        let (targets, loads, past) = (self.targets(env), self.loads(env), self.past(env));
        let orders = if self.also.is_empty() { Self::orders(env, complaint) } else { Vec::new() };
        let mut drawn: Vec<(Piece, Element<'a, Message>)> =
            orders.into_iter().enumerate().map(|(place, it)| (Piece::Form(place), it)).collect();
        if let Work::Dispatch(_) = self.work
            && let Some(manager) = targets::by_way_of(env, complaint)
        {
            let hops = note(Note {
                tone: Tone::Info,
                icon: icon::ROUTE,
                title: texts.board_two_hops(texts.person(env.office(), manager)).into(),
                words: texts.board_two_hops_words().into(),
                actions: Vec::new(),
            });
            drawn.push((Piece::Hops, hops));
        }
        let line = |index: usize, target: &Target| {
            self.target((env, carried), (form, &targets), (index, *target), (&loads, &past))
        };
        if 0 < targets.suggested {
            let head = section(texts.board_suggested(), texts.board_suggested_by(), None);
            drawn.push((Piece::SuggestedHead, head));
            let suggested = targets.all.iter().take(targets.suggested).enumerate();
            let suggested = column(suggested.map(|(index, it)| line(index, it))).spacing(8);
            drawn.push((Piece::Suggested, suggested.into()));
        }
        let search = field(texts.board_search(), &form.query)
            .id(Seat::Search.id())
            .icon(icon::SEARCH)
            .compact()
            .width(168)
            .on_input(Message::QueryTyped)
            .on_submit(Message::TargetNumbered(0));
        drawn.push((Piece::Search, section(texts.board_all_targets(), "", Some(search.into()))));
        let rest = targets.all.iter().enumerate().skip(targets.suggested);
        if targets.all.is_empty() {
            drawn.push((Piece::NoHit, hint(texts.no_hit(form.query.as_str())).into()));
        }
        drawn.push((Piece::All, column(rest.map(|(index, it)| line(index, it))).spacing(8).into()));
        drawn
    }

    fn target<'a>(
        &'a self,
        (env, carried): (&Env<'a>, Carried),
        (form, all): (&Dispatch, &Targets),
        (index, target): (usize, Target),
        (loads, past): (&Loads, &Past),
    ) -> Element<'a, Message> {
        let pick = target.pick;
        let exact = |it: &Pick| all.all.iter().any(|target| target.pick == *it);
        let first = all.all.iter().position(|it| it.pick.department == pick.department) == Some(index);
        // While a card is carried only the target below it is lit.
        let hot = carried == Carried::Yes && self.hot == Some(index) && target.open;
        let taken = form.chosen.iter().any(|it| *it == pick || it.department == pick.department && first && !exact(it));
        let chosen = match carried {
            Carried::Yes => hot,
            Carried::No => taken,
        };
        let department = case_words::department(env, pick.department);
        let (face, name, more): (Element<'a, Message>, String, &str) = match pick.handler {
            Some(id) => {
                let name = env.texts.person(env.office(), id);
                let face = if chosen { avatar(&name) } else { avatar_plain(&name) };
                (face, name, department)
            }
            None => (avatar_plain(department), department.to_owned(), env.texts.board_whoever()),
        };
        let key: Element<'a, Message> = if !target.open {
            caption(env.texts.board_has_it()).style(style::text::ink3).into()
        } else if hot {
            row![
                glyph(icon::CORNER_DOWN_LEFT).size(14).style(style::text::link),
                small_strong(env.texts.board_let_go()).style(style::text::link).wrapping(Wrapping::None)
            ]
            .spacing(4)
            .align_y(Center)
            .into()
        } else if chosen {
            row![
                glyph(icon::CHECK).size(14).style(style::text::link),
                small_strong(env.texts.board_chosen()).style(style::text::link)
            ]
            .spacing(4)
            .align_y(Center)
            .into()
        } else if !form.query.trim().is_empty() {
            // While something is typed digits are typed, too; Enter takes the first.
            if index == 0 { keycaps(Shortcut::named(Named::Enter)) } else { space().into() }
        } else {
            match char::from_digit(u32::try_from(index + 1).unwrap_or(0), 10).filter(|_| index < DIGITS) {
                Some(digit) => keycap(crate::ui::keys::Cap::Sign(digit)),
                None => space().into(),
            }
        };
        let Load { open, late } = loads.at(pick);
        let told = if 0 < late {
            row![
                small(env.texts.board_load(open)).style(style::text::ink2),
                small(env.texts.board_load_late(late)).style(style::text::toned(Tone::Late))
            ]
        } else {
            row![small(env.texts.board_load_none_late(open)).style(style::text::ink2)]
        };
        let away = pick.handler.and_then(|it| env.office().person(it)).is_some_and(|it| it.presence == Presence::Away);
        let why = match target.why {
            Some(Why::Route) => env.texts.board_why_route().to_owned(),
            Some(Why::LastRound) => env.texts.board_why_last_round().to_owned(),
            Some(Why::Closed(count, of)) => env.texts.board_why_closed(count, of),
            Some(Why::Meant) => env.texts.board_why_meant().to_owned(),
            None if away => env.texts.name(Presence::Away).to_owned(),
            None => lately(env, past.at(pick)),
        };
        let more_told = env.texts.board_lately(targets::DAYS, past.at(pick).like, mean(env, past.at(pick)));
        let content = column![
            row![
                face,
                strong(name).wrapping(Wrapping::None),
                fitted(more, Face::Small, 120.0),
                space().width(Length::Fill),
                key
            ]
            .spacing(8)
            .align_y(Center),
            row![
                load(open, late),
                told.wrap(),
                space().width(Length::Fill),
                tip(hint(why).wrapping(Wrapping::None), more_told)
            ]
            .spacing(8)
            .align_y(Center)
        ]
        .spacing(4);
        let look = if chosen { style::surface::target } else { style::surface::card };
        let card = container(content).width(Length::Fill).padding([9, 12]).style(look);
        let message = Message::TargetTaken(pick.department, pick.handler);
        let area: Element<'a, Message> = match carried {
            Carried::Yes => mouse_area(card)
                .on_enter(Message::TargetEntered(index))
                .on_move(move |_| Message::TargetEntered(index))
                .on_exit(Message::TargetLeft(index))
                .into(),
            Carried::No if target.open => {
                mouse_area(card).on_press(message).interaction(iced::mouse::Interaction::Pointer).into()
            }
            Carried::No => card.into(),
        };
        named(Seat::Target(index).id(), self.ring.focus(Seat::Target(index)), area)
    }

    /// Who of the chosen departments handles it.
    pub(super) fn handlers<'a>(&'a self, env: &Env<'a>, form: &Dispatch) -> Vec<Element<'a, Message>> {
        let last = form.chosen.last().map(|it| it.department);
        let line = |pick: &Pick| {
            let department = pick.department;
            let one = |handler: Option<PersonId>, name: String| {
                chip(name, pick.handler == handler, Some(Message::HandlerChosen(department, handler)))
            };
            let people = targets::handlers(env, department).into_iter();
            let names = people.map(|it| one(Some(it), env.texts.person(env.office(), it)));
            let all = names.chain([one(None, env.texts.board_whoever().to_owned())]);
            let focus = if Some(department) == last { self.ring.focus(Seat::Handler) } else { Focus::Elsewhere };
            let head = label(env.texts.board_handler_of(case_words::department(env, department)));
            let drawn = column![head, chips(all)].spacing(0);
            if Some(department) == last { named(Seat::Handler.id(), focus, drawn) } else { drawn.into() }
        };
        form.chosen.iter().map(line).collect()
    }
}

pub(super) fn section<'a>(
    name: &'a str,
    more: &'a str,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    row![
        caption(name).font(crate::ui::theme::font::BOLD).style(style::text::ink3).wrapping(Wrapping::None),
        hint(more).wrapping(Wrapping::None),
        space().width(Length::Fill)
    ]
    .push(trailing)
    .spacing(8)
    .align_y(Center)
    .into()
}

/// The mean time to a slip, in hours with one digit behind the point; `—` where there was none.
fn mean(env: &Env<'_>, past: Lately) -> String {
    past.tenths().map_or_else(|| "—".to_owned(), |it| format!("{}.{}", env.texts.number(it / 10), it % 10))
}

/// What a target did lately, in a few words.
fn lately(env: &Env<'_>, past: Lately) -> String {
    match past.tenths() {
        Some(_) => env.texts.board_mean(mean(env, past)),
        None if 0 < past.like => env.texts.board_like(past.like),
        None => String::new(),
    }
}

/// Which clocks start with the dispatch, as the office's limits say.
pub(super) fn starts(env: &Env<'_>, complaint: &Complaint) -> String {
    let hop = targets::by_way_of(env, complaint).map_or(ClockName::Accept, |_| ClockName::SecondHop);
    let limits = env.office().limits();
    let (first, report) = (limits.of(hop), limits.report_for(complaint.priority()));
    let part = |name: ClockName, limit: crate::domain::limits::Limit| {
        env.texts.board_limit(limit.amount, env.texts.name(name), env.texts.name(limit.unit))
    };
    env.texts.board_starts(part(hop, first), part(ClockName::Report, report))
}
