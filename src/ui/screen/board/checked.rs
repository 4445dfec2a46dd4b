//! Several at once: ticks, and the bar of what can be done to all of them (UI.md 5.3).

use iced::{
    Center, Length,
    widget::{container, row},
};

use super::sending::{self, Undo};
use super::{Layout, Message, State, dock};
use crate::app::Request;
use crate::domain::complaint::{Command, Complaint, Verb, may};
use crate::domain::id::ComplaintId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::screen::{Action, Said};
use crate::ui::style::{self, Elevation};
use crate::ui::theme::{Element, Face, Radius};
use crate::ui::widget::{button, icon_button, lift, line_down, measure, strong};

impl State {
    /// Ticks a complaint, or takes the tick away.
    pub(super) fn toggle_check(&mut self, id: ComplaintId) -> Effect<Message, Action> {
        if !self.checked.remove(&id) {
            self.checked.insert(id);
        }
        self.cursor = Some(id);
        Effect::none()
    }

    /// Ticks everything that is shown, or nothing if everything was ticked.
    pub(super) fn toggle_all(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let shown = self.shown(env);
        let all = self.in_sight(&shown);
        if self.checked.len() == all.len() {
            self.checked.clear();
        } else {
            self.checked = all.into_iter().collect();
        }
        Effect::none()
    }

    /// Ticks everything between the cursor and a complaint.
    pub(super) fn check_until(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let shown = self.shown(env);
        let all: Vec<ComplaintId> = match (self.layout, shown.place_of(id)) {
            (Layout::Lanes, Some((lane, _))) => shown.lane(lane).iter().map(|it| it.id).collect(),
            (Layout::Lanes, None) => Vec::new(),
            (Layout::Rows, _) => shown.ids().collect(),
        };
        let place = |wanted: ComplaintId| all.iter().position(|it| *it == wanted);
        let here = place(id);
        let from = self.cursor.and_then(place).or(here);
        if let (Some(one), Some(other)) = (from, here) {
            let (first, last) = (one.min(other), one.max(other));
            self.checked.extend(all.iter().take(last + 1).skip(first).copied());
        }
        Effect::none()
    }

    pub(super) fn uncheck(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.checked.clear();
        self.let_go();
        self.apply_updates(env)
    }

    /// Everything that is shown: rows, or the cards of all lanes.
    fn in_sight(&self, shown: &crate::books::board::Lineup) -> Vec<ComplaintId> {
        match self.layout {
            Layout::Rows => shown.ids().collect(),
            Layout::Lanes => shown.open().iter().map(|it| it.id).collect(),
        }
    }

    /// The ticked ones in the order in which they are shown.
    pub(super) fn checked_in_order(&self, env: &Env<'_>) -> Vec<ComplaintId> {
        self.shown(env).ids().filter(|it| self.checked.contains(it)).collect()
    }

    /// What a common action is about: the ticked ones, or else all that are shown.
    pub(super) fn meant(&self, env: &Env<'_>) -> Vec<ComplaintId> {
        if self.checked.is_empty() { self.in_sight(&self.shown(env)) } else { self.checked_in_order(env) }
    }

    /// The ticked ones that can be dispatched.
    fn dispatchable(&self, env: &Env<'_>) -> Vec<ComplaintId> {
        let can = |id: &ComplaintId| {
            let complaint = env.books.complaint(*id);
            complaint.is_some_and(|it| dock::can_dispatch_first(env, it))
        };
        self.checked_in_order(env).into_iter().filter(can).collect()
    }

    pub(super) fn dispatch_checked(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let all = self.dispatchable(env);
        let opened = match all.as_slice() {
            [] => return Effect::none(),
            [one] => self.open_dock(env, *one),
            several => self.open_dock_on(env, several, dock::Purpose::Due),
        };
        self.leave_out(all.len());
        opened
    }

    pub(super) fn remind_checked(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let requests: Vec<(ComplaintId, Request)> = self
            .checked_in_order(env)
            .into_iter()
            .filter_map(|id| {
                let it = sending::reminder(env, id)?;
                let command = Command::Remind { order: it.order, words: it.words };
                Some((id, Request::complaint(env.me, id, command)))
            })
            .collect();
        if requests.is_empty() {
            return Effect::none();
        }
        let said = match self.checked.len().saturating_sub(requests.len()) {
            0 => env.texts.board_reminded_all(requests.len()),
            left => env.texts.board_reminded_some(requests.len(), left),
        };
        sending::send_all(env, (said, Undo::No), requests)
    }

    /// The ticked ones that somebody else may be asked to track.
    fn trackable(&self, env: &Env<'_>) -> Vec<ComplaintId> {
        self.checked_in_order(env).into_iter().filter(|it| dock::trackable(env, *it)).collect()
    }

    pub(super) fn track_checked(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let purpose = dock::Purpose::Deed(dock::Kind::AssignTracking, None);
        let all = self.trackable(env);
        let opened = match all.as_slice() {
            [] => return Effect::none(),
            [one] => self.open_dock_for(env, *one, purpose),
            several => self.open_dock_on(env, several, purpose),
        };
        self.leave_out(all.len());
        opened
    }

    /// The dock is about so many of the ticked ones; it says how many it leaves out.
    fn leave_out(&mut self, about: usize) {
        let count = self.checked.len().saturating_sub(about);
        if let Some(dock) = &mut self.dock {
            dock.leaves_out(count);
        }
    }

    /// The numbers, one a line: they hold no personal data.
    pub(super) fn copy_numbers(&self, env: &Env<'_>) -> Effect<Message, Action> {
        let numbers: Vec<String> =
            self.checked_in_order(env).into_iter().map(|it| env.office().forms().number(it)).collect();
        let said = env.texts.board_copied_numbers(numbers.len());
        Effect::action(Action::Copy(numbers.join("\n"))).and_task(iced::Task::done(Message::Told(said)))
    }

    pub(super) fn copy_number(env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let number = env.office().forms().number(id);
        let said = env.texts.board_copied_number(number.as_str());
        Effect::action(Action::Copy(number)).and_task(iced::Task::done(Message::Told(said)))
    }

    pub(super) fn tell(words: String) -> Effect<Message, Action> {
        Effect::action(Action::Say(Said { words, undo: None }))
    }

    /// 已选 3 件 and what can be done to them.
    pub(super) fn bulk_bar<'a>(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let count = self.checked.len();
        // The dock lies over it, and tells of them itself.
        if count == 0 || self.dock.is_some() {
            return None;
        }
        let texts = env.texts;
        let of = |id: &ComplaintId| env.books.complaint(*id);
        let ready = self.checked.iter().filter_map(of).any(|it| dock::can_dispatch_first(env, it));
        let trackable = !self.trackable(env).is_empty();
        let urgeable = self.checked.iter().filter_map(of).any(|it| remindable(env, it));
        let dispatch = env.may(Verb::Dispatch).then(|| {
            let it = button(texts.name(Verb::Dispatch)).icon(icon::SEND);
            if ready { it.on_press(Message::CheckedDispatched) } else { it.locked(texts.board_none_dispatchable()) }
        });
        let remind = env.may(Verb::Remind).then(|| {
            let it = button(texts.name(Verb::Remind)).icon(icon::BELL);
            if urgeable { it.on_press(Message::CheckedReminded) } else { it.locked(texts.board_none_remindable()) }
        });
        let track = env.may(Verb::AssignTracking).then(|| {
            let it = button(texts.board_track_checked()).icon(icon::USER_CHECK);
            if trackable { it.on_press(Message::CheckedTracked) } else { it.locked(texts.board_none_trackable()) }
        });
        // Where there is no room for all words, these two are known by their signs.
        let labels = [texts.name(Verb::Dispatch), texts.name(Verb::Remind), texts.board_track_checked()];
        let named = labels.into_iter().chain([texts.board_copy_numbers(), texts.board_export()]);
        let whole: f32 = named.map(|it| measure(it, Face::Body) + 58.0).sum();
        let tight = env.beside_rail() < whole + measure(&texts.board_checked(count), Face::Strong) + 100.0;
        let plain = |sign, name: &'a str, message| {
            if tight {
                icon_button(sign, name, Some(message), 0)
            } else {
                button(name).icon(sign).on_press(message).into()
            }
        };
        let bar = row![strong(texts.board_checked(count)), container(line_down()).height(20)]
            .push(dispatch.map(Element::from))
            .push(remind.map(Element::from))
            .push(track.map(Element::from))
            .push(plain(icon::COPY, texts.board_copy_numbers(), Message::NumbersCopied))
            .push(plain(icon::DOWNLOAD, texts.board_export(), Message::ExportAsked))
            .push(icon_button(icon::X, texts.board_uncheck(), Some(Message::Unchecked), 0))
            .spacing(8)
            .align_y(Center);
        let bar = container(bar).height(46).padding([0, 16]).align_y(Center).style(style::surface::popover);
        let bar = iced::widget::opaque(lift(Elevation::Popover, Radius::Card, bar));
        let foot = match self.layout {
            Layout::Rows => 34.0,
            Layout::Lanes => 0.0,
        };
        let placed = container(bar)
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(Center)
            .align_y(iced::Bottom)
            .padding(iced::Padding { bottom: 18.0 + foot, ..iced::Padding::ZERO });
        Some(placed.into())
    }
}

/// Whether this viewer can remind somebody of it.
fn remindable(env: &Env<'_>, complaint: &Complaint) -> bool {
    let mut open = complaint.current_orders().filter(|it| it.stage.is_open());
    open.any(|it| may(&env.ctx(), complaint, Verb::Remind, Some(it.no)).is_ok())
}
