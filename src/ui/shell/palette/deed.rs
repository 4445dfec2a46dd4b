//! What can be done from the palette: on the selected case, and everywhere.

use crate::domain::complaint::{Verb, may};
use crate::domain::customer::Phone;
use crate::domain::id::ComplaintId;
use crate::platform::preferences::Appearance;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::screen::handling::{self, Ask};
use iced::keyboard::key::Named;

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A verb on a case: its form opens, or it is done.
    Ask(ComplaintId, Ask),
    /// 判断, 答复, 派单 of a case: in the dock of the board.
    Dock(ComplaintId, Verb),
    /// 回访 of a case.
    Call(ComplaintId),
    /// 登记投诉
    New,
    /// 登记投诉, with the caller's number or the end of it.
    Register(Dialled),
    /// 记录一次来电: the customer asks how it stands, no new complaint.
    Log(ComplaintId),
    /// 在看板中筛选: the words that are typed.
    Filter(String),
    /// 晨会简报
    Briefing,
    /// The bell.
    Bell,
    /// F9.
    Cloak,
    /// F1.
    Keys,
    /// Light or dark.
    Look(Appearance),
    /// The rail.
    Rail,
}

/// The number of somebody who calls, or the last digits of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialled(Phone);

/// So many digits the form looks a caller up by.
const LEAST: usize = 4;
/// So many a telephone number has at the least.
const WHOLE: usize = 7;
/// So many the end of a number is called by.
const TAIL: usize = 4;

impl Dialled {
    /// What was typed, where it is digits as one dials them.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let plain = typed.chars().all(|it| it.is_ascii_digit() || matches!(it, ' ' | '-' | '+'));
        let phone = Phone::new(typed).ok().filter(|it| plain && LEAST <= it.main().len())?;
        Some(Self(phone))
    }

    /// As it is put into the form.
    #[must_use]
    pub const fn phone(&self) -> &Phone {
        &self.0
    }

    /// As it may be shown to everybody: `138****2206`, `…2206`.
    #[must_use]
    pub fn shown(&self) -> String {
        if WHOLE <= self.0.main().len() { self.0.masked() } else { format!("…{}", self.0.main()) }
    }
}

/// Whether words are what the end of a number is called by.
fn is_tail(words: &str) -> bool {
    words.len() == TAIL && words.bytes().all(|it| it.is_ascii_digit())
}

/// Whether a call in the matter can be noted by who works here.
pub(super) fn logs(env: &Env<'_>, id: ComplaintId) -> bool {
    env.books.complaint(id).is_some_and(|it| it.stage.is_open() && may(&env.ctx(), it, Verb::Communicate, None).is_ok())
}

impl Deed {
    /// What it is called.
    #[must_use]
    pub fn name(&self, env: &Env<'_>) -> String {
        let texts = env.texts;
        match self {
            Self::Ask(_, ask) => texts.name(ask.verb()).to_owned(),
            Self::Dock(_, verb) => texts.name(*verb).to_owned(),
            Self::Call(_) => texts.name(Verb::Dial).to_owned(),
            Self::New => texts.nav_register().to_owned(),
            Self::Register(_) => texts.palette_new().to_owned(),
            Self::Log(_) => texts.palette_log().to_owned(),
            Self::Filter(_) => texts.palette_filter().to_owned(),
            Self::Briefing => texts.today_briefing().to_owned(),
            Self::Bell => texts.bell().to_owned(),
            Self::Cloak if env.cloak == Cloak::On => texts.cloak_off().to_owned(),
            Self::Cloak => texts.cloak_on().to_owned(),
            Self::Keys => texts.menu_keys().to_owned(),
            Self::Look(Appearance::Light) => texts.appearance_light().to_owned(),
            Self::Look(Appearance::Dark) => texts.appearance_dark().to_owned(),
            Self::Look(Appearance::System) => texts.appearance_system().to_owned(),
            Self::Rail => texts.keys_rail().to_owned(),
        }
    }

    /// On what, or with what.
    pub(super) fn more(&self, env: &Env<'_>) -> String {
        match self {
            Self::Ask(id, _) | Self::Dock(id, _) | Self::Call(id) => id.short(),
            Self::Register(dialled) => env.texts.palette_caller(dialled.shown()),
            Self::Log(id) => env.texts.palette_log_words(id.short()),
            Self::Filter(words) if is_tail(words) => env.texts.palette_filter_tail(words.as_str()),
            Self::Filter(words) => env.texts.palette_filter_words(words.as_str()),
            Self::Look(_) => env.texts.menu_appearance().to_owned(),
            Self::New | Self::Briefing | Self::Bell | Self::Cloak | Self::Keys | Self::Rail => String::new(),
        }
    }

    pub(super) const fn icon(&self) -> Icon {
        match self {
            Self::Ask(_, ask) => ask.icon(),
            Self::Dock(_, Verb::Judge) => icon::SCALE,
            Self::Dock(_, Verb::Reply) => icon::MESSAGE_SQUARE_TEXT,
            Self::Dock(..) => icon::SEND,
            Self::Call(_) => icon::PHONE_CALL,
            Self::New | Self::Register(_) => icon::FILE_PEN_LINE,
            Self::Log(_) => icon::PHONE_INCOMING,
            Self::Filter(_) => icon::SQUARE_KANBAN,
            Self::Briefing => icon::PRINTER,
            Self::Bell => icon::BELL,
            Self::Cloak => icon::EYE_OFF,
            Self::Keys => icon::KEYBOARD,
            Self::Look(Appearance::Dark) => icon::MOON,
            Self::Look(Appearance::Light) => icon::SUN,
            Self::Look(Appearance::System) => icon::MONITOR,
            Self::Rail => icon::PANEL_LEFT,
        }
    }

    pub(super) const fn key(&self) -> Option<Shortcut> {
        match self {
            Self::New | Self::Register(_) => Some(Shortcut::command('n')),
            Self::Cloak => Some(Shortcut::named(Named::F9)),
            Self::Keys => Some(Shortcut::named(Named::F1)),
            Self::Rail => Some(Shortcut::command('b')),
            Self::Ask(..)
            | Self::Dock(..)
            | Self::Call(_)
            | Self::Log(_)
            | Self::Filter(_)
            | Self::Briefing
            | Self::Bell
            | Self::Look(_) => None,
        }
    }
}

/// What can be done now: on the selected case as far as roles and stages allow, then everywhere.
pub(super) fn all(env: &Env<'_>, selected: Option<ComplaintId>) -> Vec<Deed> {
    let mut deeds = Vec::new();
    if let Some(complaint) = selected.and_then(|it| env.books.complaint(it)) {
        let id = complaint.id;
        let on_board = [Verb::Judge, Verb::Reply, Verb::Dispatch];
        let docked = on_board.into_iter().filter(|it| may(&env.ctx(), complaint, *it, None).is_ok());
        deeds.extend(docked.map(|it| Deed::Dock(id, it)));
        let asks = handling::asks(env, complaint);
        deeds.extend(asks.into_iter().filter(|it| *it != Ask::Dispatch).map(|it| Deed::Ask(id, it)));
        if may(&env.ctx(), complaint, Verb::Dial, None).is_ok() && !complaint.was_handled_by(env.me) {
            deeds.push(Deed::Call(id));
        }
        deeds.extend(logs(env, id).then_some(Deed::Log(id)));
    }
    if env.may(Verb::Register) {
        deeds.push(Deed::New);
    }
    let looks = Appearance::ALL.into_iter().filter(|it| *it != env.preferences.appearance).map(Deed::Look);
    deeds.extend([Deed::Briefing, Deed::Bell, Deed::Cloak, Deed::Keys]);
    deeds.extend(looks);
    deeds.push(Deed::Rail);
    deeds
}
