//! The inbox at the left: what lies with this person, one list a tab.

use iced::widget::{column, container, row, space};
use iced::{Center, Length};

use super::ask::Case;
use super::{Message, State};
use crate::books::View;
use crate::books::inbox::{Inbox, Whose};
use crate::domain::complaint::{Complaint, Stage, WorkOrder};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::month::Month;
use crate::domain::role::Role;
use crate::i18n::Texts;
use crate::ui::env::{Cloak, Env};
use crate::ui::part::{clock_chip, flags};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Empty, Part, chip, chips, empty, fitted, hint, line_across, list_row, measure, meter, pane_head, scroll, segment,
    small, small_strong,
};

/// The pane is as wide as this.
pub const WIDTH: f32 = 292.0;
/// What icon, gaps and padding take of a clock's chip.
const CHIP: f32 = 14.0 + 10.0 + 12.0;
/// An item is as high as this.
const ITEM: f32 = 83.0;
/// The most items that are drawn.
const MOST: usize = 200;

/// One list of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// 待我审批
    ToApprove,
    /// 已升级
    Escalated,
    /// 待二段派单
    ToForward,
    /// 待签收
    ToAccept,
    /// 在办
    InWork,
    /// 已回单
    HandedIn,
    /// 本部门: what others of the own department have
    Department,
    /// 处理中: everything the departments have, for those who track (A01)
    Everything,
}

impl Tab {
    const ALL: [Self; 8] = [
        Self::ToApprove,
        Self::Escalated,
        Self::ToForward,
        Self::ToAccept,
        Self::InWork,
        Self::HandedIn,
        Self::Department,
        Self::Everything,
    ];

    fn name(self, texts: &Texts) -> &str {
        match self {
            Self::ToApprove => texts.handling_tab_approve(),
            Self::Escalated => texts.handling_tab_escalated(),
            Self::ToForward => texts.handling_tab_forward(),
            Self::ToAccept => texts.handling_tab_accept(),
            Self::InWork => texts.handling_tab_work(),
            Self::HandedIn => texts.handling_tab_slips(),
            Self::Department => texts.handling_tab_department(),
            Self::Everything => texts.handling_tab_everything(),
        }
    }

    /// What the roles of who works here have a list for, approvals first.
    pub fn of(env: &Env<'_>) -> Vec<Self> {
        let has = |roles: &[Role]| env.person().is_some_and(|it| it.roles.has_any(roles));
        let shown = |it: &Self| match it {
            Self::ToApprove => has(&[Role::DepartmentManager, Role::EscalationManager, Role::Manager]),
            Self::Escalated | Self::ToForward => has(&[Role::EscalationManager]),
            Self::ToAccept | Self::InWork | Self::HandedIn => has(&[Role::DepartmentHandler]),
            Self::Department => has(&[Role::DepartmentManager]),
            Self::Everything => has(&[Role::FrontDesk, Role::FrontDeskSupervisor, Role::Manager]),
        };
        Self::ALL.into_iter().filter(shown).collect()
    }
}

/// One item of a list.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// The work order, where it is about one.
    pub order: Option<&'a WorkOrder>,
}

impl Item<'_> {
    /// What choosing it opens.
    pub fn key(&self) -> (ComplaintId, Option<OrderNo>) {
        (self.complaint.id, self.order.map(|it| it.no))
    }
}

/// The items of a tab, the most urgent first.
pub fn items<'a>(env: &Env<'a>, tab: Tab) -> Vec<Item<'a>> {
    let inbox = env.books.inbox(View { viewer: env.me, now: env.now });
    of_tab(env, &inbox, tab)
}

fn of_tab<'a>(env: &Env<'a>, inbox: &Inbox<'a>, tab: Tab) -> Vec<Item<'a>> {
    let orders = |list: &[crate::books::inbox::Item<'a>]| {
        list.iter().map(|it| Item { complaint: it.complaint, order: Some(it.order) }).collect::<Vec<_>>()
    };
    let mut found = match tab {
        Tab::ToApprove => return orders(&inbox.to_approve),
        Tab::ToForward => return orders(&inbox.to_forward),
        Tab::ToAccept => return orders(&inbox.to_accept),
        Tab::InWork => return orders(&inbox.in_work),
        Tab::HandedIn => return orders(&inbox.handed_in),
        Tab::Escalated => {
            return inbox.escalated.iter().map(|it| Item { complaint: it, order: None }).collect();
        }
        Tab::Department => {
            let own = env.person().map(|it| it.department);
            let all = env.books.open().flat_map(|it| it.current_orders().map(move |order| (it, order)));
            let theirs = all.filter(|(_, it)| Some(it.department) == own && it.stage.is_open());
            theirs.map(|(complaint, order)| Item { complaint, order: Some(order) }).collect::<Vec<_>>()
        }
        Tab::Everything => {
            let all = env.books.open().filter(|it| matches!(it.stage, Stage::InHandling | Stage::Escalated));
            all.map(|it| Item { complaint: it, order: it.current_orders().find(|it| it.stage.is_open()) }).collect()
        }
    };
    found.sort_by_key(|it| {
        let urgent = it.complaint.clocks.most_urgent(|_| true);
        (urgent.is_none(), urgent.map(|it| (it.paused().is_some(), it.due)), it.complaint.id)
    });
    found
}

/// `售后服务部·在办 5·超时 0`.
pub fn summary(env: &Env<'_>) -> String {
    let department = env.person().and_then(|it| env.office().department(it.department));
    let name = department.map(|it| it.name.to_string()).unwrap_or_default();
    let tab = Tab::of(env).into_iter().find(|it| matches!(it, Tab::InWork | Tab::Everything));
    let Some(tab) = tab else { return name };
    let all = items(env, tab);
    let late = all.iter().filter(|it| clock(env, it).is_some_and(|it| it.is_broken(env.now))).count();
    env.texts.joined([name, format!("{} {}", tab.name(env.texts), all.len()), env.texts.handling_late(late)])
}

fn clock<'a>(env: &Env<'a>, item: &Item<'a>) -> Option<&'a crate::domain::clock::Clock> {
    match item.order {
        Some(order) => {
            let own = |it: &crate::domain::clock::Clock| {
                it.key.order == Some(order.no) && it.key.name != crate::domain::limits::ClockName::OtherCallback
            };
            item.complaint.clocks.most_urgent(own)
        }
        None => env.books.most_urgent(View { viewer: env.me, now: env.now }, item.complaint).map(|it| it.clock),
    }
}

impl State {
    /// The pane.
    pub fn inbox<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let inbox = env.books.inbox(View { viewer: env.me, now: env.now });
        let tabs = Tab::of(env);
        let Some(tab) = self.tab(env) else {
            return container(nothing(env)).width(WIDTH).style(style::surface::pane).into();
        };
        let all = of_tab(env, &inbox, tab);
        let rows = all.iter().take(MOST).map(|it| self.item(env, it));
        let list: Element<'a, Message> =
            if all.is_empty() { nothing_here(env, tab) } else { scroll(column(rows)).into() };
        let counted = |it: Tab| (it, env.texts.handling_tab(of_tab(env, &inbox, it).len(), it.name(env.texts)));
        let names: Vec<(Tab, String)> = tabs.into_iter().map(counted).collect();
        let left = MOST < all.len();
        column![head(names, tab), container(list).height(Length::Fill)]
            .push(left.then(|| container(hint(env.texts.handling_more(all.len() - MOST))).padding([6, 14])))
            .push(foot(env))
            .width(WIDTH)
            .into()
    }

    fn item<'a>(&self, env: &Env<'a>, item: &Item<'a>) -> Element<'a, Message> {
        let open = self.open.as_ref().is_some_and(|it| it.id == item.complaint.id);
        let standing = if open { Standing::Cursor } else { Standing::Rest };
        let complaint = item.complaint;
        let clock = clock(env, item);
        let taken = clock_chip::of_case(env, complaint, clock)
            .map_or(0.0, |it| measure(&it.name, Face::Small) + measure(&it.words, Face::SmallStrong) + CHIP);
        let chip = clock_chip::case_chip(env, complaint, clock);
        let room = WIDTH - 28.0;
        let marks = env.books.flags(complaint, env.now);
        let number = measure(&complaint.id.short(), Face::Small) + 18.0;
        let marks = flags::flags(env, &marks, room - number - taken);
        let first = row![small(complaint.id.short()).style(style::text::ink2)]
            .extend(marks)
            .push(space().width(Length::Fill))
            .push(chip)
            .spacing(6)
            .height(24)
            .align_y(Center);
        let face = if open { Face::Strong } else { Face::Body };
        let title = match env.cloak {
            Cloak::Off => title(complaint),
            Cloak::On => String::new(),
        };
        let who = item.order.and_then(|it| it.handler).map(|it| env.texts.person(env.office(), it));
        let department = || {
            let department = item.order.and_then(|it| env.office().department(it.department));
            department.map(|it| it.name.to_string()).unwrap_or_default()
        };
        let sub = env.texts.joined([
            customer(env, complaint),
            who.unwrap_or_else(department),
            env.texts.name(complaint.priority()).to_owned(),
        ]);
        let content = column![first, fitted(&title, face, room), dim(fitted(&sub, Face::Small, room))].spacing(1);
        let key = item.key();
        list_row((ITEM, standing), content, Message::Picked(key.0, key.1), None)
    }
}

/// The masked customer; dots where the screen is cloaked.
pub fn customer(env: &Env<'_>, complaint: &Complaint) -> String {
    match env.cloak {
        Cloak::Off => env.texts.customer(&complaint.details.complainant),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}

/// The first line of what the customer said.
pub fn title(complaint: &Complaint) -> String {
    complaint.details.content.lines().next().unwrap_or_default().to_owned()
}

fn head<'a>(names: Vec<(Tab, String)>, tab: Tab) -> Element<'a, Message> {
    let width: f32 = names.iter().map(|(_, it)| measure(it, Face::SmallStrong) + 20.0).sum();
    if width <= WIDTH - 28.0 {
        let parts = names.into_iter().map(|(it, name)| Part::new(it, name)).collect::<Vec<_>>();
        let chosen = segment(parts, Some(tab)).quiet().compact().on_choose(Message::TabChosen);
        return pane_head(container(chosen).padding([0, 0]));
    }
    let all = names.into_iter().map(|(it, name)| chip(name, it == tab, Some(Message::TabChosen(it))));
    column![container(chips(all)).padding([8, 14]), line_across()].into()
}

fn nothing<'a>(env: &Env<'a>) -> Element<'a, Message> {
    empty(Empty {
        tone: Tone::Paused,
        icon: crate::ui::icon::INBOX,
        title: env.texts.handling_no_inbox().into(),
        words: env.texts.handling_no_inbox_words().into(),
        actions: Vec::new(),
    })
}

fn nothing_here<'a>(env: &Env<'a>, tab: Tab) -> Element<'a, Message> {
    empty(Empty {
        tone: Tone::Success,
        icon: crate::ui::icon::CIRCLE_CHECK,
        title: env.texts.handling_empty(tab.name(env.texts)).into(),
        words: env.texts.handling_empty_words().into(),
        actions: Vec::new(),
    })
}

/// 本月按时汇报, for those who report (J10); what may be granted, for those who approve.
fn foot<'a>(env: &Env<'a>) -> Option<Element<'a, Message>> {
    let person = env.person()?;
    let granted = person.approval_limit.filter(|_| person.roles.has(Role::DepartmentManager));
    if let Some(limit) = granted {
        return Some(foot_of(column![hint(env.texts.handling_limit(env.texts.money(limit)))]));
    }
    if !person.roles.has(Role::DepartmentHandler) {
        return None;
    }
    let month: Month = env.office().rules().month_of(env.today());
    let kept = env.books.compliance(Whose::Person(env.me), month, env.now);
    let rate = env.texts.percent(kept.on_time.into(), kept.due.into());
    let share = if kept.due == 0 { 0.0 } else { f64::from(kept.on_time) / f64::from(kept.due) };
    #[expect(clippy::cast_possible_truncation, reason = "a share for a bar")]
    let share = share as f32;
    let tone = if share < 0.8 { Tone::Soon } else { Tone::Ontime };
    let exempt = if kept.exempt == 0 { String::new() } else { env.texts.handling_exempt(kept.exempt) };
    let words = env.texts.joined([env.texts.handling_kept(kept.due, kept.on_time), exempt]);
    Some(foot_of(
        column![
            row![hint(env.texts.handling_compliance()).width(Length::Fill), small_strong(rate)],
            meter(share, tone),
            hint(words)
        ]
        .spacing(4),
    ))
}

fn foot_of<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    column![line_across(), container(content).padding([10, 14]).width(Length::Fill)].into()
}

/// Which order of a complaint to look at, where nobody said: one's own, the first open one, the last.
pub fn order_of<'a>(env: &Env<'_>, complaint: &'a Complaint) -> Option<&'a WorkOrder> {
    let current = || complaint.current_orders();
    let mine = current().find(|it| it.involves(env.me));
    let department = env.person().map(|it| it.department);
    mine.or_else(|| current().find(|it| Some(it.department) == department))
        .or_else(|| current().find(|it| it.stage.is_open()))
        .or_else(|| complaint.orders.last())
}

impl<'a> Case<'a> {
    /// The case to look at: the order that was asked for, if it is there.
    pub fn of(env: &Env<'_>, complaint: &'a Complaint, order: Option<OrderNo>) -> Self {
        let order = order.and_then(|it| complaint.order(it)).or_else(|| order_of(env, complaint));
        Self { complaint, order }
    }
}

/// A secondary line.
fn dim(content: Element<'_, Message>) -> Element<'_, Message> {
    container(content)
        .style(|theme: &crate::ui::theme::Theme| container::Style {
            text_color: Some(theme.ink3),
            ..container::Style::default()
        })
        .into()
}
