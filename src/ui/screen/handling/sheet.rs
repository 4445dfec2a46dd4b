//! The sheet in the middle: head, rounds, sections, foot.

use iced::widget::{button as pressed, column, container, row, space};
use iced::{Center, Length, Top};

use super::ask::{Ask, Gate};
use super::draft::{Section, Stop};
use super::form::Sheet;
use super::inbox::{customer, title};
use super::{Message, State};
use crate::domain::complaint::{Complaint, OrderStage, Stamp, WorkOrder};
use crate::domain::limits::ClockName;
use crate::domain::role::Role;
use crate::i18n::Locale;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::part::form::Stop as _;
use crate::ui::part::{clock_chip, flags};
use crate::ui::screen::customers;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{
    Part, badge_icon, body, button, fitted, hint, icon as glyph, icon_small, line_across, measure, pane_foot,
    scroll_named, segment, small, strong, tip,
};

/// The id of what scrolls.
pub const SCROLL: &str = "handling-sheet";

/// What may be seen of a customer here (UI.md §11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Name and number in full: the handler's open case, or just revealed.
    Full,
    /// Masked name and number.
    Masked,
    /// Masked name, no number: approvers and management.
    Hidden,
}

impl Sight {
    /// What who works here sees of a case.
    pub fn of(env: &Env<'_>, complaint: &Complaint) -> Self {
        let handles = complaint.stage.is_open()
            && complaint
                .current_orders()
                .any(|it| it.stage.is_open() && (it.handler == Some(env.me) || it.assistants.contains(&env.me)));
        let above = [Role::Manager, Role::EscalationManager, Role::DepartmentManager];
        if handles {
            Self::Full
        } else if env.person().is_some_and(|it| it.roles.has_any(&above)) {
            Self::Hidden
        } else {
            Self::Masked
        }
    }

    /// Name and number of the customer, as far as they may be seen.
    pub fn customer(self, env: &Env<'_>, complaint: &Complaint) -> String {
        let complainant = &complaint.details.complainant;
        if env.cloak == Cloak::On {
            return env.texts.customer_cloaked().to_owned();
        }
        match self {
            Self::Full => format!("{} {}", complainant.name.as_str(), complainant.phone.reveal()),
            Self::Masked => format!("{} {}", customer(env, complaint), complainant.phone.masked()),
            Self::Hidden => customer(env, complaint),
        }
    }
}

impl<'a> Sheet<'a> {
    /// Title, number, customer, category, flags, rounds.
    pub fn head(&self, env: &Env<'a>, sight: Sight, width: f32) -> Element<'a, Message> {
        let complaint = self.case.complaint;
        let heading = match env.cloak {
            Cloak::Off => title(complaint),
            Cloak::On => env.texts.customer_cloaked().to_owned(),
        };
        let number = env.office().forms().number(complaint.id);
        let copied = pressed(small(number.clone()).style(style::text::ink2))
            .padding(0)
            .style(style::button::bare)
            .on_press(Message::Copied(number));
        let category = category(env, complaint);
        let second = row![
            tip(copied, env.texts.handling_copy()),
            hint(sight.customer(env, complaint)).wrapping(iced::widget::text::Wrapping::None),
        ]
        .push(self.eye(env, sight))
        .push(customers::leads_to(env, complaint.id).then(|| {
            let says = Message::CustomerOpened(complaint.id);
            self.sign(Stop::Customer, (icon::CONTACT, env.texts.cust_file()), says)
        }))
        .push(container(hint(category).wrapping(iced::widget::text::Wrapping::None)).width(Length::Fill).clip(true))
        .extend(flags::priority(env, complaint.priority()))
        .extend(self.flags(env))
        .spacing(8)
        .align_y(Center);
        let clocks = self.clocks(env);
        column![
            row![container(fitted(&heading, Face::Title, width - 40.0)).width(Length::Fill)].align_y(Center),
            second,
            row![self.rounds(env), space().width(Length::Fill)].extend(clocks).spacing(12).align_y(Center)
        ]
        .spacing(8)
        .padding([12, 16])
        .into()
    }

    /// Flags other than the round, which has its bar; a major one says why.
    fn flags(&self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        use crate::books::board::Flag;
        let complaint = self.case.complaint;
        let mut drawn = Vec::new();
        for flag in env.books.flags(complaint, env.now) {
            match flag {
                Flag::Major => {
                    let why = env.texts.list(complaint.major.iter().map(|it| env.texts.name(*it)));
                    drawn.push(badge_icon(Tone::Late, icon::FLAG, env.texts.handling_major(why)));
                }
                Flag::Round(_) => {}
                Flag::ToJudge
                | Flag::ToReply
                | Flag::Times(_)
                | Flag::Calls(_)
                | Flag::Member
                | Flag::Missed(_)
                | Flag::TwoHops
                | Flag::Paused => drawn.push(flags::flag(env, flag)),
            }
        }
        drawn
    }

    /// Every clock of the order but the report's, which has its ring.
    fn clocks(&self, env: &Env<'a>) -> Vec<Element<'a, Message>> {
        let Some(order) = self.case.order else { return Vec::new() };
        let own = self.case.complaint.clocks.running().filter(|it| {
            it.key.order == Some(order.no) && !matches!(it.key.name, ClockName::Report | ClockName::OtherCallback)
        });
        own.map(|it| clock_chip::clock_chip(env, it)).collect()
    }

    /// The eye that reveals, where the role may (A24).
    fn eye(&self, env: &Env<'a>, sight: Sight) -> Option<Element<'a, Message>> {
        let look = (icon::EYE, env.texts.handling_reveal());
        self.reveals(env, sight).then(|| self.sign(Stop::Eye, look, Message::Opened(Ask::Reveal)))
    }

    /// Whether there is something hidden that who works here may be shown.
    pub fn reveals(&self, env: &Env<'a>, sight: Sight) -> bool {
        let hidden = sight != Sight::Full && env.cloak == Cloak::Off;
        hidden && self.case.gate(env, Ask::Reveal) == Gate::Open
    }

    /// A button of one icon that the keyboard reaches, too.
    fn sign(&self, stop: Stop, (icon, hint): (Icon, &'a str), says: Message) -> Element<'a, Message> {
        let drawn = button("").icon(icon).quiet().compact().id(stop.id()).focus(self.ring.focus(stop)).on_press(says);
        tip(Element::from(drawn), hint)
    }

    /// The departments of the round, where there are several (C04).
    pub fn orders(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let shown = self.case.order?;
        let round: Vec<&WorkOrder> = self.case.complaint.orders.iter().filter(|it| it.round == shown.round).collect();
        if round.len() < 2 {
            return None;
        }
        let parts = round.into_iter().map(|it| {
            let name = env.office().department(it.department).map(|it| it.name.to_string()).unwrap_or_default();
            Part::new(it.no, env.texts.joined([name.as_str(), env.texts.name(it.stage)]))
        });
        let chosen =
            segment(parts.collect::<Vec<_>>(), Some(shown.no)).quiet().compact().on_choose(Message::OrderChosen);
        Some(column![container(chosen).padding([8, 16]), line_across()].into())
    }

    /// Everything between strip and foot.
    pub fn sections(&self, env: &Env<'a>, width: f32) -> Element<'a, Message> {
        let mut all = column![].spacing(6).padding([6, 16]).width(Length::Fill);
        all = all.extend(self.banners(env));
        all = all.push(self.content(env, width));
        if let Some(order) = self.case.order {
            all = all
                .push(self.investigation(env, order, width))
                .push(self.contacts(env, order, width))
                .push(self.plans(env, order, width))
                .push(self.approval(env, order))
                .push(self.execution(env, order, width))
                .push(self.slip(env, order, width));
        }
        all = all.push(self.oversight(env));
        scroll_named(SCROLL, all).into()
    }

    /// Whether who works here is to decide about the newest plan.
    pub fn decides(&self, env: &Env<'a>) -> bool {
        let waits = self.case.order.is_some_and(|it| it.stage == OrderStage::AwaitingApproval);
        let approver =
            self.case.order.is_some_and(|order| env.person().is_some_and(|it| env.books.approves(it, order)));
        waits && approver && self.case.gate(env, Ask::Approve) != Gate::Absent
    }

    /// 投诉内容.
    fn content(&self, env: &Env<'a>, width: f32) -> Element<'a, Message> {
        let complaint = self.case.complaint;
        let accepted = self.case.order.is_some_and(|it| it.accepted.is_some());
        let summary =
            env.texts.joined([complaint.details.product.as_str(), complaint.details.requested_remedy.as_str()]);
        let open = || {
            let details = &complaint.details;
            let remedies = env.texts.list(details.remedies.iter().map(|it| env.texts.name(*it)));
            // Chips without words of the customer's own are written out as those words.
            let words = Some(details.requested_remedy.as_str()).filter(|it| *it != remedies).unwrap_or_default();
            let note = self.case.order.and_then(|it| it.note.as_ref());
            column![cloaked(env, &details.content)]
                .push(fact(env, env.texts.handling_fact_product(), details.product.as_str()))
                .push(details.order_number.as_ref().map(|it| fact(env, env.texts.handling_fact_order(), it.as_str())))
                .push(fact(env, env.texts.handling_fact_remedy(), env.texts.joined([remedies.as_str(), words])))
                .push(note.map(|it| fact(env, env.texts.handling_fact_note(), it.as_str())))
                .spacing(4)
                .into()
        };
        self.section(
            env,
            (Section::Content, icon::FILE_TEXT, env.texts.handling_section_content()),
            (!accepted, None, summary, width),
            open,
        )
    }

    /// A section: its head folds it; folded it is one line.
    pub fn section(
        &self,
        env: &Env<'a>,
        (section, icon, name): (Section, Icon, &'a str),
        (stands_open, state, summary, width): (bool, Option<Element<'a, Message>>, String, f32),
        body: impl FnOnce() -> Element<'a, Message>,
    ) -> Element<'a, Message> {
        let open = stands_open != self.draft.turned.contains(&section);
        let fold = icon_small(if open { icon::CHEVRON_UP } else { icon::CHEVRON_DOWN }).style(style::text::ink3);
        let taken = measure(name, Face::Strong) + if state.is_some() { 150.0 } else { 80.0 };
        let summary: Option<Element<'a, Message>> =
            (!open && env.cloak == Cloak::Off).then(|| fitted(&summary, Face::Small, (width - 32.0 - taken).max(60.0)));
        let head = row![glyph(icon).style(style::text::ink2), strong(name).style(style::text::ink)]
            .push(state)
            .push(container(dim_if(summary)).width(Length::Fill))
            .push(fold)
            .spacing(8)
            .height(34)
            .align_y(Center);
        let head =
            pressed(head).padding(0).width(Length::Fill).style(style::button::bare).on_press(Message::Turned(section));
        column![head].push(open.then(body)).spacing(4).width(Length::Fill).into()
    }

    /// The buttons at the foot; what is never allowed is absent, what waits is locked.
    pub fn foot_bar(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        // Who decides has the decision bar.
        if self.decides(env) {
            return None;
        }
        let quiet = super::FOOT_LEFT.into_iter().filter(|it| self.case.gate(env, *it) != Gate::Absent);
        let main = super::FOOT_RIGHT.into_iter().filter(|it| self.case.gate(env, *it) != Gate::Absent);
        let (quiet, main): (Vec<_>, Vec<_>) = (quiet.collect(), main.collect());
        if quiet.is_empty() && main.is_empty() {
            return None;
        }
        let left = quiet.into_iter().map(|it| self.foot(env, it));
        let right = main.into_iter().map(|it| self.foot(env, it));
        let bar = row(left).push(space().width(Length::Fill)).extend(right).spacing(8).align_y(Center);
        let trouble = super::FOOT_LEFT
            .into_iter()
            .chain(super::FOOT_RIGHT)
            .filter(|it| self.draft.open != Some(*it) && it.stops().len() == 1)
            .find_map(|it| self.trouble(env, it));
        Some(column![].push(trouble.map(|it| container(it).padding([6, 16]))).push(pane_foot(bar)).into())
    }
}

/// `赵明诚 03-12 10:21`.
pub fn stamp(env: &Env<'_>, stamp: Stamp) -> String {
    let at = env.texts.moment(env.calendar().local(stamp.at), env.today());
    format!("{} {at}", env.texts.person(env.office(), stamp.by))
}

impl State {
    /// What may be seen of the customer now.
    pub(super) fn sight(&self, env: &Env<'_>, complaint: &Complaint) -> Sight {
        let revealed = self.revealed.is_some_and(|(id, until)| id == complaint.id && env.now < until);
        if revealed { Sight::Full } else { Sight::of(env, complaint) }
    }
}

/// `服务质量 › 维修质量`.
fn category(env: &Env<'_>, complaint: &Complaint) -> String {
    let office = env.office();
    let own = complaint.details.category;
    let name = |id| office.category(id).map(|it| it.name.to_string()).unwrap_or_default();
    let above = office.parent(own);
    if above == own { name(own) } else { format!("{} › {}", name(above), name(own)) }
}

/// The head of something that does not fold.
pub fn section_head<'a>(icon: Icon, name: &'a str, more: Option<Element<'a, Message>>) -> Element<'a, Message> {
    row![glyph(icon).style(style::text::ink2), strong(name)].push(more).spacing(8).height(34).align_y(Center).into()
}

/// `解决措施  今天 14:00 上门…`
pub fn fact<'a>(
    env: &Env<'a>,
    name: &'a str,
    content: impl iced::widget::text::IntoFragment<'a>,
) -> Element<'a, Message> {
    fact_of(env, name, if env.cloak == Cloak::On { body(env.texts.customer_cloaked()) } else { body(content) })
}

/// The same with something drawn.
pub fn fact_of<'a>(env: &Env<'a>, name: &'a str, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let width = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 64.0,
        Locale::En => 116.0,
    };
    let name = container(hint(name)).width(width).padding([1, 0]);
    row![name, container(content).width(Length::Fill)].spacing(8).align_y(Top).into()
}

/// Words, or dots on a cloaked screen.
pub fn cloaked<'a>(env: &Env<'a>, words: &'a str) -> Element<'a, Message> {
    match env.cloak {
        Cloak::Off => body(words).into(),
        Cloak::On => body(env.texts.customer_cloaked()).into(),
    }
}

/// A green tick and a word.
pub fn finished<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let told = row![icon_small(icon::CIRCLE_CHECK), small(env.texts.handling_finished())].spacing(4).align_y(Center);
    container(told)
        .style(|theme: &Theme| container::Style { text_color: Some(theme.success.fg), ..container::Style::default() })
        .into()
}

fn dim_if(summary: Option<Element<'_, Message>>) -> Element<'_, Message> {
    match summary {
        Some(it) => container(it)
            .style(|theme: &Theme| container::Style { text_color: Some(theme.ink3), ..container::Style::default() })
            .into(),
        None => space().into(),
    }
}
