//! What a key means on this screen, and where Tab goes (UI.md 7).

use iced::keyboard::key::Named;
use iced::widget::Id;

use super::form::Again;
use super::queue::is_shared;
use super::{Message, Panel, Reason, Solved, State, Tab, Whose, is_mine, why_not};
use crate::domain::complaint::Verb;
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::ui::env::Env;
use crate::ui::keys::{Field as Heard, Press, Shortcut};
use crate::ui::part::form::Step;
use crate::ui::part::phrasing::Phrasing as _;
use crate::ui::screen::customers::leads_to;

/// Where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// 拨打
    Dial,
    /// 14:00 提醒我
    Remind,
    /// 改约时间…
    Reschedule,
    /// 先发短信
    MessageFirst,
    /// 紧急拨打…
    Rush,
    /// 批量分配
    Share,
    /// 客户档案
    File,
    /// 挂断
    HangUp,
    /// 接通情况
    Outcome,
    /// 结果满意度
    Result,
    /// 过程满意度
    Process,
    /// 不满意原因
    Reasons,
    /// 意见建议
    Suggestions,
    /// 问题已解决
    Solved,
    /// 新问题
    NewProblem,
    /// 方便时间
    Convenient,
    /// What came of an attempt that reached nobody.
    Remark,
    /// 是否重新派单
    Again,
    /// Why.
    Note,
    /// 保存并下一位
    Save,
    /// The time of an appointment.
    At,
    /// A remark to it.
    Words,
    /// Why it is urgent.
    Urgent,
}

impl crate::ui::part::form::Stop for Stop {
    fn id(self) -> Id {
        Id::from(format!("callback-{self:?}"))
    }
}

impl State {
    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if self.sharing.is_some() {
            return self.pressed_sharing(env, press);
        }
        if let Some(message) = self.pressed_for_phrases(env, press).or_else(|| self.tabbed_for_phrases(env, press)) {
            return Some(message);
        }
        if let Some(step) = Step::of(press) {
            return Some(Message::Stepped(step));
        }
        let named = |named| Shortcut::named(named).matches(press);
        let calling = self.case(env).is_some_and(|it| is_mine(env, it));
        if Shortcut::named(Named::Enter).with_command().matches(press) {
            return match self.panel {
                Panel::Appoint { .. } => Some(Message::Appointed),
                Panel::Urgent { .. } => Some(Message::Dialled(ContactMethod::Phone)),
                Panel::None | Panel::Departments if calling => Some(Message::Saved),
                Panel::None | Panel::Departments => None,
            };
        }
        if named(Named::Escape) {
            return Some(Message::Left);
        }
        if calling && let Some(answer) = answer_of(press) {
            return Some(Message::ResultChosen(answer));
        }
        if press.field() == Heard::Took {
            return None;
        }
        if named(Named::ArrowDown) {
            return Some(Message::Moved(Step::Next));
        }
        if named(Named::ArrowUp) {
            return Some(Message::Moved(Step::Previous));
        }
        if named(Named::Space) {
            return Some(Message::Next);
        }
        if named(Named::ArrowLeft) {
            return Some(Message::Previous);
        }
        if named(Named::Enter) {
            return self.entered_on(env, self.ring.at()?);
        }
        if press.is_repeated() {
            return None;
        }
        if Shortcut::sign('b').matches(press) && self.can_share(env) {
            return Some(Message::ShareToggled);
        }
        if Shortcut::sign('m').matches(press) && self.tab == Tab::Waiting && is_shared(env) {
            return Some(Message::WhoseChosen(if self.whose == Whose::Mine { Whose::All } else { Whose::Mine }));
        }
        if !calling {
            return None;
        }
        let digit = usize::try_from(press.alone()?.to_digit(10)?).ok()?.checked_sub(1)?;
        self.digit(digit)
    }

    /// Enter where no text field has the keyboard.
    fn entered_on(&self, env: &Env<'_>, stop: Stop) -> Option<Message> {
        match stop {
            Stop::Save => Some(Message::Saved),
            Stop::Dial => Some(Message::Dialled(ContactMethod::Phone)),
            Stop::MessageFirst => Some(Message::Dialled(ContactMethod::Message)),
            Stop::Remind => self.reminder(env),
            Stop::Reschedule => Some(Message::AppointToggled),
            Stop::Rush => Some(Message::UrgentToggled),
            Stop::Share => Some(Message::ShareToggled),
            Stop::HangUp => Some(Message::HungUp),
            Stop::File => self.chosen.map(Message::CustomerOpened),
            Stop::Outcome
            | Stop::Result
            | Stop::Process
            | Stop::Reasons
            | Stop::Suggestions
            | Stop::Solved
            | Stop::NewProblem
            | Stop::Convenient
            | Stop::Remark
            | Stop::Again
            | Stop::Note
            | Stop::At
            | Stop::Words
            | Stop::Urgent => None,
        }
    }

    fn digit(&self, index: usize) -> Option<Message> {
        let satisfaction = || Satisfaction::ALL.get(index).copied();
        match self.ring.at() {
            Some(Stop::Outcome) => CallOutcome::ALL.get(index).copied().map(Message::OutcomeChosen),
            Some(Stop::Process) => satisfaction().map(Message::ProcessChosen),
            Some(Stop::Reasons) => Reason::ALL.get(index).copied().map(Message::ReasonToggled),
            Some(Stop::Solved) => [Solved::Yes, Solved::No].get(index).copied().map(Message::SolvedChosen),
            Some(Stop::Again) => [Again::No, Again::Yes].get(index).copied().map(Message::AgainChosen),
            None
            | Some(
                Stop::Dial
                | Stop::Remind
                | Stop::Reschedule
                | Stop::MessageFirst
                | Stop::Rush
                | Stop::Share
                | Stop::HangUp
                | Stop::File
                | Stop::Result
                | Stop::Suggestions
                | Stop::NewProblem
                | Stop::Convenient
                | Stop::Remark
                | Stop::Note
                | Stop::Save
                | Stop::At
                | Stop::Words
                | Stop::Urgent,
            ) => satisfaction().map(Message::ResultChosen),
        }
    }

    /// The stops that can be used now, in reading order.
    pub(super) fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let panel: &[Stop] = match self.panel {
            Panel::Appoint { .. } => &[Stop::At, Stop::Words],
            Panel::Urgent { .. } => &[Stop::Urgent],
            Panel::None | Panel::Departments => &[],
        };
        let file = self.case(env).filter(|it| leads_to(env, it.id)).map(|_| Stop::File);
        let mut stops = match self.case(env) {
            Some(it) if is_mine(env, it) => {
                let mut stops = self.stops_of_call(panel);
                stops.extend(file);
                return stops;
            }
            Some(it) if why_not(env, it, Verb::Dial).is_none() && it.open_call().is_none() => match self.waiting(env) {
                Some(it) if it.handled_by_viewer => Vec::new(),
                Some(it) if it.quiet_until.is_some() => {
                    vec![Stop::Remind, Stop::Reschedule, Stop::MessageFirst, Stop::Rush]
                }
                Some(_) => vec![Stop::Dial, Stop::Reschedule],
                None => Vec::new(),
            },
            Some(_) | None => Vec::new(),
        };
        stops.extend(file);
        stops.extend(panel);
        stops.extend(self.can_share(env).then_some(Stop::Share));
        stops
    }

    fn stops_of_call(&self, panel: &[Stop]) -> Vec<Stop> {
        let mut stops = vec![Stop::Outcome];
        if self.form.is_unreached() {
            stops.push(Stop::Remark);
        } else {
            stops.extend([Stop::Result, Stop::Process]);
            if self.form.result != Some(Satisfaction::Satisfied) {
                stops.push(Stop::Reasons);
            }
            stops.extend([Stop::Suggestions, Stop::Solved, Stop::NewProblem, Stop::Convenient]);
            if self.form.asks_again() {
                stops.push(Stop::Again);
            }
            if self.form.asks_again() && self.form.again == Again::Yes {
                stops.push(Stop::Note);
            }
        }
        stops.extend(panel);
        stops.push(Stop::Reschedule);
        stops.push(Stop::Save);
        stops.extend(self.form.hung_up.is_none().then_some(Stop::HangUp));
        stops
    }
}

/// F2, F3, F4 anywhere.
fn answer_of(press: &Press) -> Option<Satisfaction> {
    let keys = [Named::F2, Named::F3, Named::F4];
    let index = keys.into_iter().position(|it| Shortcut::named(it).matches(press))?;
    Satisfaction::ALL.get(index).copied()
}
