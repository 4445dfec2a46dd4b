//! 并排打开 (UI.md 5.10): a case beside the screen, to be read while something else is done. Whatever is done with it is
//! done on its own sheet, one press away.
//!
//! The screen is drawn as in a window that is narrower by the pane; where that would leave it less than it can be drawn
//! in, a case opens as ever.

use std::sync::Arc;

use iced::widget::{column, container, operation, row, space, text::Wrapping};
use iced::{Center, Length, Size, Task, Top};

use super::{Message, Shell};
use crate::app::NotKept;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::{ComplaintId, StreamId};
use crate::domain::record::Recorded;
use crate::i18n::Locale;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Step;
use crate::ui::part::timeline::{self, Filter};
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::screen::{Place, handling};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Height, Tone};
use crate::ui::ticket::{Ticket, Tickets};
use crate::ui::widget::{
    Empty, Note, badge, body, button, empty, fitted, heading, hint, icon_button, line_across, line_down, note,
    scroll_named, section_head, skeleton, small, strong,
};

/// As wide as it is where there is room.
const WIDTH: f32 = 440.0;
/// Not narrower than this.
const LEAST: f32 = 360.0;
/// What it leaves the screen: the window at 200 %.
const SCREEN: f32 = 720.0;
/// What scrolls.
const SCROLL: &str = "aside";
/// How far a key scrolls.
const PAGE: f32 = 400.0;

/// The case that is shown beside the screen.
#[derive(Debug, Default)]
pub(super) struct Aside {
    id: Option<ComplaintId>,
    history: History,
    tickets: Tickets,
}

/// The facts of the case.
#[derive(Debug, Default)]
enum History {
    #[default]
    Asked,
    Here(Arc<Vec<Recorded>>, Option<Box<Complaint>>),
    Failed(NotKept),
}

/// How wide the pane is in a window; `None`: there is no room for both.
pub(super) fn width(window: Size) -> Option<f32> {
    let left = window.width - SCREEN;
    (LEAST <= left).then_some(left.min(WIDTH))
}

impl Aside {
    /// What it shows.
    pub(super) const fn id(&self) -> Option<ComplaintId> {
        self.id
    }

    /// Draws the pane.
    pub(super) fn view<'a>(&'a self, env: &Env<'a>, width: f32) -> Option<Element<'a, Message>> {
        let id = self.id?;
        let folded = match &self.history {
            History::Here(_, folded) => folded.as_deref(),
            History::Asked | History::Failed(_) => None,
        };
        let complaint = env.books.complaint(id).or(folded);
        let content = match complaint {
            None => self.waiting(env),
            Some(it) if !handling::concerns(env, it) => empty(Empty {
                tone: Tone::Paused,
                icon: icon::LOCK,
                title: env.texts.joined([id.short(), env.texts.name(it.stage).to_owned()]).into(),
                words: env.texts.handling_not_concerned().into(),
                actions: Vec::new(),
            }),
            Some(it) => self.sheet(env, it, width - 32.0),
        };
        let open = button(env.texts.aside_open()).compact().on_press(Message::AsideOpened);
        let close = hinted(env.texts.close(), super::key_table::ASIDE_CLOSE);
        let head = row![
            heading(id.short()).wrapping(Wrapping::None),
            space().width(Length::Fill),
            Element::from(open),
            icon_button(icon::X, close, Some(Message::AsideClosed), 0)
        ]
        .spacing(8)
        .align_y(Center);
        let head = container(head).height(Height::TOP_BAR - 1.0).padding([0, 16]).align_y(Center);
        let pane = column![head, line_across(), container(content).height(Length::Fill)];
        let pane = container(pane).width(width - 1.0).height(Length::Fill).style(style::surface::pane);
        Some(row![line_down(), pane].into())
    }

    fn waiting<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        match &self.history {
            History::Asked => skeleton(6),
            History::Here(..) => container(hint(env.texts.handling_no_entries())).padding(16).into(),
            History::Failed(trouble) => self.unread(env, *trouble),
        }
    }

    fn unread<'a>(&self, env: &Env<'a>, trouble: NotKept) -> Element<'a, Message> {
        let again = button(env.texts.retry()).compact().on_press_maybe(self.id.map(Message::AsideAsked));
        container(note(Note {
            tone: Tone::Late,
            icon: icon::TRIANGLE_ALERT,
            title: env.texts.handling_history_unread().into(),
            words: env.texts.not_kept(trouble).into(),
            actions: vec![again.into()],
        }))
        .padding(16)
        .into()
    }

    fn sheet<'a>(&'a self, env: &Env<'a>, it: &Complaint, px: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let stage = badge(Tone::Info, texts.name(it.stage));
        let flags = flags::flags(env, &env.books.flags(it, env.now), px - 120.0);
        let badges = row![stage].extend(flags::priority(env, it.priority())).extend(flags).spacing(6).align_y(Center);
        let clocks: Vec<_> = it.clocks.running().map(|it| clock_chip::clock_chip(env, it)).collect();
        let clocks = (!clocks.is_empty()).then(|| row(clocks).spacing(6).wrap().vertical_spacing(4));
        let head = column![
            fitted(&case_words::summary(env, it), Face::Title, px),
            small(texts.joined([handling::customer_of(env, it), case_words::category(env, it.details.category)]))
                .style(style::text::ink2),
            badges
        ]
        .push(clocks)
        .spacing(6);
        let details = &it.details;
        let shown = |words: &str| match env.cloak {
            Cloak::Off => words.to_owned(),
            Cloak::On => texts.customer_cloaked().to_owned(),
        };
        let remedies = texts.list(details.remedies.iter().map(|it| texts.name(*it)));
        let wish = Some(details.requested_remedy.as_str()).filter(|it| *it != remedies).unwrap_or_default();
        let by = texts.joined([
            texts.person(env.office(), it.registered.by),
            texts.moment(env.calendar().local(it.registered.at), env.today()),
        ]);
        let facts = [
            (texts.handling_section_content(), Some(shown(&details.content))),
            (texts.handling_fact_product(), Some(shown(&details.product))),
            (texts.handling_fact_order(), details.order_number.as_ref().map(|it| shown(it))),
            (texts.handling_fact_remedy(), Some(shown(&texts.joined([remedies.as_str(), wish])))),
            (texts.aside_registered(), Some(by)),
            (texts.aside_tracking(), Some(case_words::person(env, it.tracking))),
        ];
        let facts = facts.into_iter().filter_map(|(name, words)| Some(fact(env, name, words?)));
        let orders = it.current_orders().map(|it| order(env, it));
        let known = column(facts).extend(orders).spacing(6);
        let history = self.passages(env);
        let all = column![head, line_across(), known, line_across(), history].spacing(12).padding([14, 16]);
        scroll_named(SCROLL, all).height(Length::Fill).into()
    }

    fn passages<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let drawn = match &self.history {
            History::Asked => skeleton(3),
            History::Here(facts, _) => column(timeline::view(env, facts, Filter::Everything)).into(),
            History::Failed(trouble) => self.unread(env, *trouble),
        };
        column![section_head(env.texts.handling_history()), drawn].spacing(6).into()
    }
}

fn hinted(words: &str, key: Shortcut) -> String {
    format!("{words}  {}", key.words())
}

fn fact<'a>(env: &Env<'a>, name: &'a str, words: String) -> Element<'a, Message> {
    let width = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 72.0,
        Locale::En => 104.0,
    };
    let name = container(hint(name)).width(width).padding([1, 0]);
    row![name, container(body(words)).width(Length::Fill)].spacing(8).align_y(Top).into()
}

/// A work order: with whom it lies, and how far it is.
fn order<'a>(env: &Env<'a>, it: &WorkOrder) -> Element<'a, Message> {
    let whose = match it.handler {
        Some(person) => case_words::person(env, person),
        None => case_words::department(env, it.department).to_owned(),
    };
    row![
        container(hint(env.texts.aside_order())).padding([1, 0]),
        strong(whose),
        space().width(Length::Fill),
        badge(Tone::Plain, env.texts.name(it.stage))
    ]
    .spacing(8)
    .align_y(Center)
    .into()
}

/// What is done with the pane.
impl Shell {
    /// The case that is shown beside the screen.
    #[must_use]
    pub fn beside(&self) -> Option<ComplaintId> {
        self.aside.id()
    }

    /// A case is opened beside the screen; the same once more, and it is read anew.
    pub(super) fn ask_aside(&mut self, id: ComplaintId) -> Task<Message> {
        if self.aside.id != Some(id) {
            self.aside = Aside { id: Some(id), history: History::Asked, tickets: self.aside.tickets.clone() };
        }
        self.world.beside = self.aside.id.and(width(self.world.whole()));
        self.read_aside()
    }

    /// Reads the facts of the case; what was here stays until they come.
    pub(super) fn read_aside(&mut self) -> Task<Message> {
        let (Some(id), Some(house)) = (self.aside.id, &self.world.house) else { return Task::none() };
        let ticket = self.aside.tickets.draw();
        let history = house.desk.history(id);
        Task::perform(async move { history.await.map(Arc::new) }, move |it| Message::AsideFetched(ticket, it))
    }

    pub(super) fn aside_fetched(
        &mut self,
        ticket: Ticket,
        facts: Result<Arc<Vec<Recorded>>, NotKept>,
    ) -> Task<Message> {
        if self.aside.tickets.is_current(ticket) {
            self.aside.history = match facts {
                Ok(facts) => {
                    let folded = Complaint::fold(facts.iter()).map(Box::new);
                    History::Here(facts, folded)
                }
                Err(trouble) => History::Failed(trouble),
            };
        }
        Task::none()
    }

    /// Facts were told: those of the case are read.
    pub(super) fn aside_told(&mut self, facts: &[Recorded]) -> Task<Message> {
        let own = |id| facts.iter().any(|it| it.stream == StreamId::Complaint(id));
        if self.aside.id.is_some_and(own) { self.read_aside() } else { Task::none() }
    }

    pub(super) fn close_aside(&mut self) -> Task<Message> {
        self.aside = Aside { tickets: self.aside.tickets.clone(), ..Aside::default() };
        self.world.beside = None;
        Task::none()
    }

    /// To the sheet of the case, which stands beside no longer.
    pub(super) fn open_aside(&mut self) -> Task<Message> {
        let Some(id) = self.aside.id else { return Task::none() };
        let closed = self.close_aside();
        Task::batch([closed, self.show(Place::Handling, id)])
    }

    /// The window is another one: the pane comes and goes with the room.
    pub(super) fn fit_aside(&mut self) {
        self.world.beside = self.aside.id.and(width(self.world.whole()));
    }
}

/// Scrolls the pane.
pub(super) fn scroll_by(step: Step) -> Task<Message> {
    let y = match step {
        Step::Next => PAGE,
        Step::Previous => -PAGE,
    };
    operation::scroll_by(SCROLL, operation::AbsoluteOffset { x: 0.0, y })
}
