//! 向主管申请查看 (A24): who may not read a customer's file asks, the supervisor answers on the card, and what was allowed
//! is over by itself.

use iced::widget::{column, container, row, space};
use iced::{Center, Length};

use super::message::Message;
use super::sight::{self, Sight};
use super::{Action, Pen, State};
use crate::books::customers::Who;
use crate::domain::complaint::sights::Sight as Request;
use crate::domain::complaint::words::SightAnswer;
use crate::domain::customer::Verb;
use crate::domain::id::CustomerId;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::keyed::Spot;
use crate::ui::part::lookup::Choice;
use crate::ui::part::sight as shown;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Chosen, Empty, button, card, empty, field, hint, line_across, pane_head, scroll_named, small, strong,
};
use iced::keyboard::key::Named;

/// 申请查看
pub(super) const ASK: Spot = Spot("cust-leave-ask", 0);
/// Why.
const REASON: Spot = Spot("cust-leave-reason", 0);
/// How long it may be read.
pub(super) const RULING: Spot = Spot("cust-ruling", 0);
/// As wide as a request.
const WIDE: f32 = 560.0;

/// A request that is being written, or answered.
#[derive(Debug)]
pub(super) struct Leave {
    /// Why somebody asks; `None`: nobody does.
    reason: Option<String>,
    /// So many hours; `None`: not at all.
    hours: Option<u16>,
    words: String,
}

impl Default for Leave {
    fn default() -> Self {
        Self { reason: None, hours: Some(shown::HOURS[1]), words: String::new() }
    }
}

impl Leave {
    pub(super) fn typed(&mut self, words: String) -> Effect<Message, Action> {
        self.reason = Some(words);
        Effect::none()
    }

    pub(super) fn choose(&mut self, hours: Option<u16>) -> Effect<Message, Action> {
        self.hours = hours;
        Effect::none()
    }

    pub(super) fn minds(&mut self, words: String) -> Effect<Message, Action> {
        self.words = words;
        Effect::none()
    }

    /// Why somebody asks.
    pub(super) fn reason(&self) -> Option<&str> {
        self.reason.as_deref().map(str::trim).filter(|it| !it.is_empty())
    }

    /// What is answered: hours and words, or the reason of a refusal.
    pub(super) fn ruling(&self) -> (Option<u16>, &str) {
        (self.hours, self.words.trim())
    }

    /// A refusal needs a reason.
    fn is_whole(&self) -> bool {
        self.hours.is_some() || !self.words.trim().is_empty()
    }
}

impl State {
    /// The request about a customer that waits longest for an answer.
    pub(super) fn waiting<'a>(env: &Env<'a>, who: Who) -> Option<(CustomerId, &'a Request)> {
        let customers = env.books.customers();
        let group = match who {
            Who::File(id) => customers.numbers().group(id),
            Who::Caller(_) => Vec::new(),
        };
        let waiting = customers.sights_asked().filter(|(id, _)| group.contains(id));
        waiting.min_by_key(|(_, it)| it.asked.stamp.at)
    }

    pub(super) fn ask_leave(&mut self) -> Effect<Message, Action> {
        self.leave.reason = Some(String::new());
        self.refused = None;
        Effect::task(self.keyboard.go(REASON))
    }

    /// The page was opened by who reads by leave only.
    pub(super) fn entered_by_leave(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let chosen = self.who(env).filter(|it| matches!(it, Who::File(_)));
        let task = if chosen.is_some() { self.keyboard.go(ASK) } else { self.keyboard.go(Spot("cust-own", 0)) };
        self.fetch(env).and_task(task)
    }

    /// What a key means to who reads by leave only.
    pub(super) fn pressed_by_leave(&self, press: &Press) -> Option<Message> {
        let does = Shortcut::named(Named::Enter).with_command();
        if self.leave.reason().is_some() && does.matches(press) {
            return Some(Message::LeaveSent);
        }
        self.keyboard.pressed(press).map(Message::Keys)
    }

    /// The page of who reads by leave only: what was asked for, and one file at a time.
    pub(super) fn leave_view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let env = pen.env;
        let customers = env.books.customers();
        let chosen = self.who(&env).filter(|it| matches!(it, Who::File(_)));
        let own: Vec<(CustomerId, &Request)> = customers.sights_of(sight::view(&env)).collect();
        let card = match chosen {
            Some(who) if customers.leave(who, sight::view(&env)).is_some() => self.card_view(pen, who),
            Some(Who::File(id)) => self.locked(pen, id),
            Some(Who::Caller(_)) | None => empty(Empty {
                tone: Tone::Paused,
                icon: icon::LOCK,
                title: env.texts.cust_closed().into(),
                words: env.texts.cust_closed_words().into(),
                actions: Vec::new(),
            }),
        };
        let card = container(card).width(Length::Fill).height(Length::Fill).style(style::surface::canvas);
        if own.is_empty() {
            return card.into();
        }
        let asked = container(own_requests(pen, &own, chosen)).width(300).height(Length::Fill);
        row![asked.style(style::surface::pane), crate::ui::widget::line_down(), card].into()
    }

    /// Number only, and the way to ask for more.
    fn locked<'a>(&'a self, pen: &mut Pen<'_, 'a>, id: CustomerId) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let request = env.books.customers().request(Who::File(id), sight::view(&env));
        let waits = request.is_some_and(|it| it.answer.is_none());
        let asks = !waits && self.leave.reason.is_none() && sight::may_do(&env, Verb::AskSight);
        let ask = asks.then(|| {
            let ask = button(texts.sight_ask()).primary().icon(icon::EYE);
            pen.keys.button(ASK, ask, Some(Message::LeaveAsked))
        });
        let told = empty(Empty {
            tone: Tone::Paused,
            icon: icon::LOCK,
            title: texts.joined([texts.cust_file().to_owned(), id.written()]).into(),
            words: texts.cust_leave_words().into(),
            actions: ask.into_iter().collect(),
        });
        let became = request.map(|it| shown::answered(&env, it));
        let form = self.leave.reason.as_ref().filter(|_| !waits).map(|reason| self.reason_view(pen, reason));
        let refused = self.refusal(pen);
        let below = column![].push(became).push(form).push(refused).spacing(12).width(Length::Fill);
        let below = container(container(below).max_width(WIDE)).center_x(Length::Fill).padding([0, 16]);
        container(column![container(told).height(240), below].spacing(4)).center_y(Length::Fill).into()
    }

    fn reason_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, reason: &'a str) -> Element<'a, Message> {
        let texts = pen.env.texts;
        let input = field(texts.cust_leave_hint(), reason).on_input(Message::LeaveTyped);
        let input = pen.keys.field(REASON, input);
        let ready = (self.leave.reason().is_some() && !self.busy).then_some(Message::LeaveSent);
        let does = Shortcut::named(Named::Enter).with_command();
        let send = button(texts.sight_send()).primary().keys(does);
        let send = if self.busy { send.busy() } else { send };
        let send = pen.keys.button(Spot("cust-leave-send", 0), send, ready);
        let line = row![Element::from(input), send].spacing(8).align_y(Center);
        card(container(line).padding(12)).width(Length::Fill).into()
    }

    /// Whether who reads files masked may ask for more, and has not: management needs no numbers as a rule (A24).
    pub(super) fn asks_more(&self, env: &Env<'_>, who: Who) -> bool {
        let customers = env.books.customers();
        let waits = || customers.request(who, sight::view(env)).is_some_and(|it| it.answer.is_none());
        let masked = sight::may_read(env) && !sight::may_do(env, Verb::Reveal);
        let reads = masked && sight::may_do(env, Verb::AskSight) && matches!(who, Who::File(_));
        reads && customers.leave(who, sight::view(env)).is_none() && self.leave.reason.is_none() && !waits()
    }

    /// What who reads files masked asked for, and what became of it.
    pub(super) fn asked_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, who: Who) -> Vec<Element<'a, Message>> {
        let env = pen.env;
        let customers = env.books.customers();
        let masked = sight::may_read(&env) && customers.leave(who, sight::view(&env)).is_none();
        let request = customers.request(who, sight::view(&env)).filter(|_| masked);
        let became = request.map(|it| shown::answered(&env, it));
        let form = self.leave.reason.as_ref().filter(|_| masked).map(|reason| self.reason_view(pen, reason));
        became.into_iter().chain(form).collect()
    }

    /// Until when who reads by leave may read; who asks, for who may answer.
    pub(super) fn leave_note<'a>(&'a self, pen: &mut Pen<'_, 'a>, who: Who) -> Option<Element<'a, Message>> {
        let (env, texts) = (pen.env, pen.env.texts);
        if let Some(leave) = env.books.customers().leave(who, sight::view(&env)) {
            return Some(shown::shown(&env, leave.until, Some(leave.request)));
        }
        let (_, it) = Self::waiting(&env, who).filter(|_| sight::may_do(&env, Verb::AnswerSight))?;
        let person = it.asked.stamp.by;
        let told = shown::wanted(&env, it, Vec::new());
        let none = Choice::new(None, texts.sight_none());
        let hours = shown::HOURS.iter().map(|it| Choice::new(Some(*it), shown::span(&env, *it)));
        let choices = hours.chain([none]).collect();
        let hours = pen.keys.pick(&env, RULING, (choices, self.leave.hours), Message::RulingChosen);
        let place = match self.leave.hours {
            Some(_) => texts.cust_leave_mind(),
            None => texts.cust_leave_why_not(),
        };
        let words = field(place, &self.leave.words).on_input(Message::RulingTyped);
        let words = pen.keys.field(Spot("cust-ruling-words", 0), words);
        let ready = (self.leave.is_whole() && !self.busy).then_some(Message::Ruled(person));
        let answer = button(texts.sight_reply()).primary();
        let answer = if self.busy { answer.busy() } else { answer };
        let answer = pen.keys.button(Spot("cust-ruling-do", 0), answer, ready);
        let line = row![container(hours).width(150), Element::from(words), answer].spacing(8).align_y(Center);
        Some(column![told, card(container(line).padding(10)).width(Length::Fill)].spacing(6).into())
    }
}

/// The viewer's own requests that are not over.
fn own_requests<'a>(
    pen: &mut Pen<'_, 'a>,
    own: &[(CustomerId, &'a Request)],
    chosen: Option<Who>,
) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let head = pane_head(strong(texts.cust_leave_own()));
    pen.keys.within(Some(super::LIST));
    let rows = own.iter().map(|(id, it)| {
        let who = Who::File(*id);
        let here = chosen == Some(env.books.customers().now(who));
        let standing = if here { style::row::Standing::Cursor } else { style::row::Standing::Rest };
        let (tone, words) = became(&env, it);
        let drawn = column![
            row![strong(id.written()), space().width(Length::Fill), small(words).style(style::text::toned(tone))]
                .spacing(8)
                .align_y(Center),
            hint(it.asked.what.to_string()).wrapping(iced::widget::text::Wrapping::None),
        ];
        let drawn = container(drawn).padding([8, 14]).width(Length::Fill).clip(true).style(style::row::row(standing));
        let area = iced::widget::mouse_area(drawn)
            .on_press(Message::Picked(who))
            .interaction(iced::mouse::Interaction::Pointer);
        let chosen = if here { Chosen::Yes } else { Chosen::No };
        (Message::Picked(who), chosen, column![area, line_across()].into())
    });
    let rows = column(pen.keys.rows(Spot("cust-own", 0), rows.collect::<Vec<_>>()));
    pen.keys.within(None);
    column![head, scroll_named(super::LIST, rows).height(Length::Fill)].into()
}

/// What became of a request, in two or three words.
fn became(env: &Env<'_>, it: &Request) -> (Tone, String) {
    let texts = env.texts;
    let when = |at| texts.moment(env.calendar().local(at), env.today());
    match it.answer.as_ref().map(|it| &it.what) {
        None => (Tone::Soon, texts.cust_leave_waits().to_owned()),
        Some(SightAnswer::Granted { until, .. }) => (Tone::Success, texts.cust_leave_till(when(*until))),
        Some(SightAnswer::Declined { .. }) => (Tone::Late, texts.sight_none().to_owned()),
    }
}

/// How much of a customer's card is shown to who looks.
pub(super) fn sight_of(env: &Env<'_>, who: Who, revealed: bool) -> Sight {
    let own = Sight::of_card(env, revealed);
    match env.books.customers().leave(who, sight::view(env)) {
        Some(_) if own != Sight::Whole => Sight::of_leave(env, revealed),
        Some(_) | None => own,
    }
}

/// How much of one of the files that make up a customer: a leave shows no more of them than it was given for.
pub(super) fn sight_of_file(env: &Env<'_>, file: CustomerId, revealed: bool) -> Sight {
    let own = Sight::of_card(env, revealed);
    let reaches = own != Sight::Whole && env.books.customers().reaches(file, sight::view(env));
    if reaches { Sight::of_leave(env, revealed) } else { own }
}
