//! 时限: every clock with its limit, unit and warning; limits of their own for priorities, ordinary plans and
//! callbacks; what follows from a broken one, and why a due time is what it is (X1, X14, T01–T16).

mod after;
mod row;
mod why;

use std::collections::BTreeMap;

use iced::{
    Length,
    widget::{column, container, row as across, space},
};

use self::row::Row;
use super::Message as Outer;
use super::parts::{Hand, Pen, ROWS, page_head};
use crate::domain::complaint::terms::Priority;
use crate::domain::limits::{ClockName, Limit, Limits, Unit};
use crate::domain::office::Command;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::Element;
use crate::ui::widget::{button, hint, line_down, pane_foot, small};

/// What was changed, which limit is explained, from when on.
#[derive(Debug, Default)]
pub struct State {
    /// `None`: it is to have no limit of its own.
    changes: BTreeMap<Which, Option<Row>>,
    chosen: Option<Which>,
    from: Option<String>,
}

/// A limit of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// That of a clock.
    Clock(ClockName),
    /// Progress reports of a priority, where it has a limit of its own (T03).
    Reports(Priority),
    /// The approval of a plan that is not major.
    OrdinaryApproval,
    /// A second limit for callbacks after complaints (X1).
    ExtraCallback,
}

/// How a warning is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Before the due time.
    Before(Unit),
    /// After so many working days.
    After,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a limit.
    Chosen(Which),
    /// Its amount.
    Amount(Which, String),
    /// Its unit.
    UnitChosen(Which, Unit),
    /// When it warns.
    Warn(Which, String),
    /// How the warning is counted.
    WarningChosen(Which, Warning),
    /// A limit of its own, or none.
    OwnToggled(Which),
    /// The instant of the what-if.
    From(String),
    /// 恢复默认
    Reset,
    /// 保存并生效
    Saved,
    /// 放弃修改
    Dropped,
}

impl Which {
    /// Every one, in the order of the page.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for clock in ClockName::ALL {
            all.push(Self::Clock(*clock));
            match clock {
                ClockName::Report => all.extend(Priority::ALL.iter().map(|it| Self::Reports(*it))),
                ClockName::Approval => all.push(Self::OrdinaryApproval),
                ClockName::Callback => all.push(Self::ExtraCallback),
                ClockName::Dispatch
                | ClockName::SecondHop
                | ClockName::Accept
                | ClockName::Acknowledge
                | ClockName::Contact
                | ClockName::Result
                | ClockName::OtherCallback
                | ClockName::FirstContact
                | ClockName::Promise
                | ClockName::MonthReport => {}
            }
        }
        all
    }

    /// The clock that it is a limit of.
    const fn clock(self) -> ClockName {
        match self {
            Self::Clock(clock) => clock,
            Self::Reports(_) => ClockName::Report,
            Self::OrdinaryApproval => ClockName::Approval,
            Self::ExtraCallback => ClockName::Callback,
        }
    }

    /// Whether it may be switched off.
    const fn may_be_off(self) -> bool {
        match self {
            Self::Clock(_) | Self::OrdinaryApproval => false,
            Self::Reports(_) | Self::ExtraCallback => true,
        }
    }

    fn of(self, limits: &Limits) -> Option<Limit> {
        match self {
            Self::Clock(clock) => Some(limits.of(clock)),
            Self::Reports(priority) => limits.report_by_priority.get(&priority).copied(),
            Self::OrdinaryApproval => Some(limits.approval_ordinary),
            Self::ExtraCallback => limits.callback_extra,
        }
    }

    /// What it starts from when it is switched on.
    fn proposed(self, limits: &Limits) -> Limit {
        match self {
            Self::Clock(_) | Self::Reports(_) => limits.of(self.clock()),
            Self::OrdinaryApproval => limits.approval_ordinary,
            Self::ExtraCallback => Limits::callback_extra_standard(),
        }
    }

    /// Takes a limit over; `None` where it does not hold.
    fn set(self, limits: &mut Limits, to: Option<Limit>) -> Option<()> {
        if let Some(limit) = to {
            limit.check().ok()?;
        }
        match (self, to) {
            (Self::Clock(clock), Some(limit)) => limits.set(clock, limit).ok()?,
            (Self::Reports(priority), Some(limit)) => {
                limits.report_by_priority.insert(priority, limit);
            }
            (Self::Reports(priority), None) => {
                limits.report_by_priority.remove(&priority);
            }
            (Self::OrdinaryApproval, Some(limit)) => limits.approval_ordinary = limit,
            (Self::ExtraCallback, to) => limits.callback_extra = to,
            (Self::Clock(_) | Self::OrdinaryApproval, None) => return None,
        }
        Some(())
    }

    fn name(self, texts: &Texts) -> String {
        match self {
            Self::Clock(clock) => texts.name(clock).to_owned(),
            Self::Reports(priority) => texts.set_limit_reports(texts.name(priority)),
            Self::OrdinaryApproval => texts.set_limit_ordinary().to_owned(),
            Self::ExtraCallback => texts.set_limit_extra().to_owned(),
        }
    }
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        let limits = env.office().limits();
        match message {
            Message::Chosen(which) => self.chosen = Some(which),
            Message::Amount(which, text) => self.change(limits, which, |it| it.amount = text),
            Message::UnitChosen(which, unit) => self.change(limits, which, |it| it.unit = unit),
            Message::Warn(which, text) => self.change(limits, which, |it| it.warn = text),
            Message::WarningChosen(which, kind) => self.change(limits, which, |it| it.kind = kind),
            Message::OwnToggled(which) => self.toggle(limits, which),
            Message::From(text) => self.from = Some(text),
            Message::Reset => self.reset(limits),
            Message::Saved => {
                return self.limits(limits).map(|limits| Command::SetLimits { limits }).into_iter().collect();
            }
            Message::Dropped => self.changes.clear(),
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.changes.clear();
    }

    fn change(&mut self, limits: &Limits, which: Which, change: impl FnOnce(&mut Row)) {
        self.chosen = Some(which);
        let Some(mut row) = self.row_of(limits, which) else { return };
        change(&mut row);
        self.keep(limits, which, Some(row));
    }

    fn toggle(&mut self, limits: &Limits, which: Which) {
        self.chosen = Some(which);
        let to = match self.row_of(limits, which) {
            Some(_) => None,
            None => Some(Row::of(which.of(limits).unwrap_or_else(|| which.proposed(limits)))),
        };
        self.keep(limits, which, to);
    }

    /// What is as it was is no change.
    fn keep(&mut self, limits: &Limits, which: Which, to: Option<Row>) {
        if to == which.of(limits).map(Row::of) {
            self.changes.remove(&which);
        } else {
            self.changes.insert(which, to);
        }
    }

    fn reset(&mut self, limits: &Limits) {
        self.changes.clear();
        let standard = Limits::standard();
        for which in Which::all() {
            self.keep(limits, which, which.of(&standard).map(Row::of));
        }
    }

    /// The limits with the changes, when all of them can be read and hold.
    fn limits(&self, before: &Limits) -> Option<Limits> {
        let mut limits = before.clone();
        for (which, row) in &self.changes {
            let to = match row {
                Some(row) => Some(row.limit()?),
                None => None,
            };
            which.set(&mut limits, to)?;
        }
        (!self.changes.is_empty()).then_some(limits)
    }

    fn row_of(&self, limits: &Limits, which: Which) -> Option<Row> {
        let changed = self.changes.get(&which).cloned();
        changed.unwrap_or_else(|| which.of(limits).map(Row::of))
    }

    /// The limit that is explained and edited.
    fn chosen(&self) -> Which {
        self.chosen.unwrap_or(Which::Clock(ClockName::Dispatch))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let reset = button(texts.set_reset()).quiet().icon(icon::ROTATE_CCW);
        let reset = pen.button(Spot("set-reset", 0), reset, Some(send(Message::Reset)));
        let rows = Which::all();
        let chosen = rows.iter().position(|it| *it == self.chosen());
        let says: Vec<Outer> = rows.iter().map(|it| send(Message::Chosen(*it))).collect();
        let focus = pen.keys.among(ROWS, (says, chosen));
        let mut drawn = column![];
        for which in rows {
            drawn = drawn.push(row::view(self, pen, (which, focus)));
        }
        pen.keys.within(None);
        let edition = env.office().limits().edition;
        let drawn = drawn.push(container(hint(texts.set_limits_edition(edition))).padding([10, 20]));
        let list = crate::ui::widget::scroll_named(super::parts::TABLE, drawn);
        let table = column![page_head(texts.set_limits(), texts.set_limits_words(), reset), row::head(&env), list];
        let foot = (pen.hand == Hand::Edits && !self.changes.is_empty()).then(|| self.foot(pen));
        let table = table.push(foot).width(Length::Fill);
        across![table, line_down(), why::view(self, pen)].into()
    }

    fn foot<'a>(&self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let names = self.changes.keys().map(|it| it.name(texts));
        let words = small(texts.set_changed(self.changes.len(), texts.list(names))).style(style::text::ink2);
        let ready = self.limits(env.office().limits()).map(|_| Outer::Saved);
        let drop_ = pen.button(Spot("set-drop", 0), button(texts.set_drop()), Some(send(Message::Dropped)));
        let save = button(texts.set_save_limits()).primary().icon(icon::CHECK).keys(Shortcut::command('s'));
        let save = pen.button(Spot("set-save", 0), save, ready);
        let drawn = across![container(words).width(Length::Fill).clip(true)].push(drop_).push(save);
        pane_foot(drawn.push(space().width(0)).spacing(8).align_y(iced::Center))
    }
}

fn send(message: Message) -> Outer {
    Outer::Limits(message)
}
