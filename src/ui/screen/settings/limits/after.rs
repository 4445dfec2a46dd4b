//! What happens once a limit has passed, and what a case of its own may ask for: read off what alerts, supervision,
//! statistics and the rules of the office do (C03, C08, C14, X8, X19).

use iced::widget::{column, space};

use super::Which;
use crate::books::alerts::{self, Rung};
use crate::domain::limits::{ClockName, Limit};
use crate::domain::role::Role;
use crate::i18n::{Locale, Texts};
use crate::report::Measure;
use crate::ui::env::Env;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::settings::parts::{PAGES, width};
use crate::ui::style;
use crate::ui::theme::{Element, Face};
use crate::ui::widget::{fitted, small, small_strong};

/// Two short lines for the table; the second may be empty.
pub(super) struct Short {
    first: String,
    second: String,
}

impl Short {
    /// Draws it in so much room.
    pub(super) fn view<'a>(self, px: f32) -> Element<'a, Outer> {
        let second = (!self.second.is_empty()).then(|| {
            let drawn = fitted(&self.second, Face::Caption, px);
            iced::widget::container(drawn).style(style::surface::quiet)
        });
        column![fitted(&self.first, Face::Small, px)].push(second).spacing(1).into()
    }
}

/// A limit beside that of its clock: the same follows from it.
const fn is_own(which: Which) -> bool {
    match which {
        Which::Clock(_) => false,
        Which::Reports(_) | Which::OrdinaryApproval | Which::ExtraCallback => true,
    }
}

/// Who has to do what a clock measures.
fn owner(texts: &Texts, clock: ClockName) -> &str {
    match clock {
        ClockName::Dispatch | ClockName::Acknowledge | ClockName::Promise => texts.set_after_tracking(),
        ClockName::SecondHop => texts.name(Role::EscalationManager),
        ClockName::Accept | ClockName::Report | ClockName::Contact | ClockName::Result => texts.set_after_handler(),
        ClockName::Approval => texts.set_after_approver(),
        ClockName::Callback => texts.set_after_caller(),
        ClockName::OtherCallback | ClockName::FirstContact => texts.set_after_owner(),
        ClockName::MonthReport => texts.name(Role::FrontDeskSupervisor),
    }
}

/// Clocks that run outside of any complaint: in a word, and in a sentence.
fn outside(texts: &Texts, clock: ClockName) -> Option<(&str, &str)> {
    match clock {
        ClockName::MonthReport => Some((texts.set_after_month(), texts.set_after_month_words())),
        ClockName::FirstContact => Some((texts.set_after_first_contact(), texts.set_after_first_contact_words())),
        ClockName::Dispatch
        | ClockName::SecondHop
        | ClockName::Accept
        | ClockName::Report
        | ClockName::Acknowledge
        | ClockName::Contact
        | ClockName::Result
        | ClockName::Approval
        | ClockName::Callback
        | ClockName::OtherCallback
        | ClockName::Promise => None,
    }
}

/// Who is told last, of any clock of a complaint.
fn last(texts: &Texts, clock: ClockName) -> &str {
    texts.name(alerts::manager_of(clock))
}

/// 超时后, in the table.
pub(super) fn after(env: &Env<'_>, which: Which) -> Short {
    let (texts, clock) = (env.texts, which.clock());
    if is_own(which) {
        return Short { first: texts.set_after_same(texts.name(clock)), second: String::new() };
    }
    if let Some((first, _)) = outside(texts, clock) {
        return Short { first: first.to_owned(), second: String::new() };
    }
    let first = texts.set_after_told(owner(texts, clock));
    let second = match clock {
        ClockName::Report => texts.set_after_missed(env.office().rules().missed_reports_to_supervise),
        ClockName::Dispatch
        | ClockName::SecondHop
        | ClockName::Accept
        | ClockName::Acknowledge
        | ClockName::Contact
        | ClockName::Result
        | ClockName::Approval
        | ClockName::Callback
        | ClockName::OtherCallback
        | ClockName::FirstContact
        | ClockName::Promise
        | ClockName::MonthReport => texts.set_after_more(last(texts, clock)),
    };
    Short { first, second }
}

/// 特殊情况, in the table.
pub(super) fn special(env: &Env<'_>, which: Which) -> Short {
    let (texts, clock) = (env.texts, which.clock());
    let nothing = || Short { first: crate::i18n::format::NONE.to_owned(), second: String::new() };
    if is_own(which) || outside(texts, clock).is_some() {
        return nothing();
    }
    let second = if clock == ClockName::Report {
        texts.set_special_longer(env.office().rules().longest_promise_minutes)
    } else if clock.can_stand_still() {
        texts.set_special_pause().to_owned()
    } else {
        String::new()
    };
    Short { first: texts.set_special_exempt().to_owned(), second }
}

/// All of it in sentences, for the limit that is chosen.
pub(super) fn told<'a>(env: &Env<'a>, which: Which, limit: Option<Limit>) -> Element<'a, Outer> {
    let (texts, clock) = (env.texts, which.clock());
    let supervisor = texts.name(Role::FrontDeskSupervisor);
    let mut after = Vec::new();
    let outside = outside(texts, clock).map(|it| it.1);
    if let Some(words) = outside {
        after.push(words.to_owned());
    } else {
        let near = alerts::share(Rung::Near);
        after.push(texts.set_after_near(owner(texts, clock), near));
        after.push(texts.set_after_due(owner(texts, clock), supervisor));
        let again = limit.map(|it| match it.unit {
            crate::domain::limits::Unit::EndOfDay => texts.name(it.unit).to_owned(),
            unit => texts.set_limit_words(it.amount.to_string(), texts.name(unit)),
        });
        after.extend(again.map(|it| texts.set_after_again(it, last(texts, clock))));
    }
    if clock == ClockName::Report {
        after.push(texts.set_after_missed_words(env.office().rules().missed_reports_to_supervise));
    }
    if let Some(measure) = Measure::of_clock(clock) {
        after.push(texts.set_after_counts(texts.measure(measure)));
    }
    if clock.lies_with_department() {
        after.push(texts.set_after_counts_department().to_owned());
    }
    let mut special = Vec::new();
    if outside.is_none() {
        special.push(texts.set_special_exempt_words().to_owned());
    }
    if clock == ClockName::Report {
        special.push(texts.set_special_longer_words(env.office().rules().longest_promise_minutes));
    }
    if clock.can_stand_still() {
        special.push(texts.set_special_pause_words().to_owned());
    }
    let head = |words| small_strong(words).style(style::text::ink3);
    let lines = |all: Vec<String>| all.into_iter().map(|it| small(it).into()).collect::<Vec<Element<'a, Outer>>>();
    let mut content = column![head(texts.set_after())].extend(lines(after)).spacing(4);
    if !special.is_empty() {
        content = content.push(space().height(4)).push(head(texts.set_special())).extend(lines(special));
    }
    content.into()
}

/// How much room the cells of a row have.
fn whole(env: &Env<'_>) -> f32 {
    // The list of pages, the pane at the right, two lines, the row's own edges and the room between its cells.
    env.beside_rail() - PAGES - width(env) - 2.0 - 28.0 - super::row::GAP * 4.0
}

/// How wide each of the two columns is beside the others; `None`: they do not fit, and the pane at the right has to do.
pub(super) fn room(env: &Env<'_>) -> Option<(f32, f32)> {
    let least = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => LEAST,
        Locale::En => LEAST_EN,
    };
    let part = whole(env) / f32::from(super::row::PARTS);
    (least <= whole(env)).then_some((part * f32::from(AFTER), part * f32::from(SPECIAL)))
}

/// How wide the names are.
pub(super) fn names(env: &Env<'_>) -> f32 {
    let parts = if room(env).is_some() { super::row::PARTS } else { super::row::PARTS - AFTER - SPECIAL };
    whole(env) * 4.0 / f32::from(parts)
}

/// Narrower than this the fields of a limit would not fit beside the two columns: units have longer names in English.
const LEAST: f32 = 620.0;
const LEAST_EN: f32 = 800.0;
/// Shares of the room.
pub(super) const AFTER: u16 = 4;
pub(super) const SPECIAL: u16 = 3;
