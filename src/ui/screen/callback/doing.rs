//! What was done here: chosen, dialled, appointed, recorded, typed.

use iced::Task;
use iced::widget::text_editor;

use super::form::{Call, Consequence, Form};
use super::queue::{listed, next_of};
use super::{
    LONGEST_LINE, LONGEST_PROSE, Message, Panel, Pending, Reading, State, Stop, appointment, is_mine, prompter, quiet,
    stop_of, time_of,
};
use crate::app::{Done, Refused, Request};
use crate::domain::complaint::terms::{CallOutcome, ContactMethod, Satisfaction};
use crate::domain::complaint::{Command, Complaint};
use crate::domain::id::ComplaintId;
use crate::domain::moment::Moment;
use crate::domain::text::{Line, Text};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::{FocusRing, Meant, Step, Stop as _, is_meant};
use crate::ui::part::keepsakes::Whose;
use crate::ui::part::reminders::Reminders;
use crate::ui::screen::{Action, Said};

impl State {
    /// Turns to a complaint; what was written for the one before is kept.
    pub(super) fn choose(&mut self, id: Option<ComplaintId>) {
        if self.chosen == id {
            return;
        }
        let form = id.and_then(|it| self.parked.remove(&it)).unwrap_or_default();
        let before = std::mem::replace(&mut self.form, form);
        if let Some(id) = self.chosen.filter(|_| !before.is_blank()) {
            self.parked.insert(id, before);
        }
        self.chosen = id;
        self.reading = Reading::default();
        self.panel = Panel::None;
        self.refused = None;
        (self.conflict, self.overtaken) = (None, None);
        self.ring = FocusRing::default();
    }

    pub(super) fn move_cursor(&mut self, env: &Env<'_>, step: Step) {
        let queue = listed(env, self.whose);
        let here = queue.iter().position(|it| Some(it.complaint.id) == self.chosen);
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(here), Step::Next) => Some(here + 1),
            (Some(here), Step::Previous) => here.checked_sub(1),
        };
        if let Some(waiting) = next.and_then(|it| queue.get(it)) {
            self.choose(Some(waiting.complaint.id));
        }
    }

    pub(super) fn act(&mut self, env: &Env<'_>, pending: Pending, request: Request) -> Effect<Message, Action> {
        let Some(id) = self.chosen.filter(|_| self.pending.is_none()) else { return Effect::none() };
        self.pending = Some(pending);
        self.refused = None;
        self.overtaken = None;
        Effect::perform(env.desk.act(env.decided(id, request)), move |reply| Message::Acted(id, Box::new(reply)))
    }

    pub(super) fn dial(&mut self, env: &Env<'_>, method: ContactMethod) -> Effect<Message, Action> {
        let Some(id) = self.chosen else { return Effect::none() };
        let urgent = match &self.panel {
            Panel::Urgent { reason } => match Line::new(reason) {
                Ok(reason) => Some(reason),
                Err(_) => return self.ring.go(Stop::Urgent).into(),
            },
            Panel::None | Panel::Appoint { .. } | Panel::Departments => None,
        };
        self.last_dialled = Some(method);
        self.act(env, Pending::Dial, Request::complaint(env.me, id, Command::Dial { method, urgent }))
    }

    pub(super) fn toggle_appoint(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if matches!(self.panel, Panel::Appoint { .. }) {
            self.panel = Panel::None;
            return Effect::none();
        }
        let Some(first) = self.case(env).and_then(|it| quiet::offers(env, it).first().copied()) else {
            return Effect::none();
        };
        self.panel = appointment(first);
        self.refused = None;
        self.ring.go(Stop::At).into()
    }

    pub(super) fn toggle_urgent(&mut self) -> Effect<Message, Action> {
        if matches!(self.panel, Panel::Urgent { .. }) {
            self.panel = Panel::None;
            return Effect::none();
        }
        self.panel = Panel::Urgent { reason: String::new() };
        self.refused = None;
        self.ring.go(Stop::Urgent).into()
    }

    /// E15. An attempt that reached nobody is recorded with it, in one.
    pub(super) fn appoint(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let (Some(complaint), Panel::Appoint { at, words }) = (self.case(env), &self.panel) else {
            return Effect::none();
        };
        let Some(at) = time_of(at) else { return self.ring.go(Stop::At).into() };
        let command = Command::Appoint { at: env.calendar().moment(at), words: Text::new(words).ok() };
        let record = self.form.is_unreached().then(|| self.recorded(env, complaint)).flatten();
        let request = match record {
            Some(record) => Request::complaint(env.me, complaint.id, record).then(command),
            None => Request::complaint(env.me, complaint.id, command),
        };
        self.act(env, Pending::Appoint, request)
    }

    pub(super) fn recorded(&self, env: &Env<'_>, complaint: &Complaint) -> Option<Command> {
        let call = Call::of(complaint, self.form.hung_up.unwrap_or(env.now))?;
        let record = self.form.record(env.texts, env.office(), &call)?;
        Some(Command::RecordCallback(Box::new(record)))
    }

    /// 保存并下一位: one request, or the first gap.
    pub(super) fn save(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(complaint) = self.case(env).filter(|it| is_mine(env, it)) else { return Effect::none() };
        if let Some(gap) = self.form.gap() {
            return self.ring.go(stop_of(gap)).into();
        }
        let brings = self.form.consequence(env.texts, &env.ctx(), complaint);
        match self.recorded(env, complaint) {
            Some(_) if self.pending.is_some() => Effect::none(),
            Some(command) => {
                self.brings = brings;
                self.act(env, Pending::Save, Request::complaint(env.me, complaint.id, command))
            }
            None => Effect::none(),
        }
    }

    /// What was saved and what it brought about (F01, F02): the round that began and with whom, or who has it now.
    fn said(env: &Env<'_>, number: String, (brings, time): (Option<Consequence>, String)) -> String {
        let texts = env.texts;
        match brings {
            Some(Consequence::NextRound(round, to)) if to.is_empty() => texts.call_said_round_by_hand(number, round.0),
            Some(Consequence::NextRound(round, to)) => {
                let names = to.iter().filter_map(|(it, _)| env.office().department(*it));
                let to = texts.list(names.map(|it| it.name.to_string()));
                texts.call_said_round(number, round.0, to)
            }
            Some(Consequence::Escalates(to)) => texts.call_said_escalated(number, texts.person(env.office(), to)),
            Some(Consequence::Closes) => texts.call_said_closed(number),
            Some(Consequence::Stays | Consequence::TriesAgain | Consequence::Refused(_)) | None => {
                texts.call_said_saved(number, time)
            }
        }
    }

    pub(super) fn acted(
        &mut self,
        env: &Env<'_>,
        id: ComplaintId,
        reply: Result<Done, Refused>,
    ) -> Effect<Message, Action> {
        let pending = self.pending.take();
        let done = match reply {
            Ok(done) => done,
            Err(Refused::Overtaken { version, .. }) if pending.is_some() => {
                self.overtaken = pending.map(|it| (it, version));
                return self.settle(env);
            }
            Err(refused) => {
                self.refused = Some(refused);
                return Effect::none();
            }
        };
        self.panel = Panel::None;
        self.conflict = None;
        let number = id.short();
        let words = match pending {
            None | Some(Pending::Dial | Pending::Share) => return Effect::none(),
            Some(Pending::Appoint) => {
                if self.form.is_unreached() {
                    self.form = Form::default();
                }
                env.texts.call_said_appointed(number)
            }
            Some(Pending::Save) => {
                let next = next_of(env, Some(id));
                self.choose(next);
                self.parked.remove(&id);
                if next.is_none() {
                    self.form = Form::default();
                }
                let time = env.texts.time_to_the_second(env.local(done.at).time());
                Self::said(env, number, (self.brings.take(), time))
            }
        };
        let leave: Task<Message> = self.ring.leave();
        Effect::action(Action::Say(Said { words, undo: None })).and_task(leave)
    }

    /// 14:00 提醒我, or not any more: kept on this machine, and rung by the bell.
    pub(super) fn remind(env: &Env<'_>, id: ComplaintId, at: Option<Moment>) -> Effect<Message, Action> {
        let asked = Reminders::of(env.preferences, &Whose::here(env));
        let asked = match at {
            Some(at) => asked.with(env.books, (id, at)),
            None => asked.without(id),
        };
        Effect::action(Action::Keep(asked.keep(&Whose::here(env))))
    }

    /// What the button of the quiet card means now.
    pub(super) fn reminder(&self, env: &Env<'_>) -> Option<Message> {
        let waiting = self.waiting(env)?;
        let (id, until) = (waiting.complaint.id, waiting.quiet_until?);
        Some(match asked_for(env, id) {
            Some(_) => Message::RemindDropped(id),
            None => Message::RemindAsked(id, until),
        })
    }

    /// The answer chooses the branch of the script, and that somebody answered is known by it.
    pub(super) fn answer(&mut self, env: &Env<'_>, result: Satisfaction) {
        self.form.result = Some(result);
        self.form.outcome = Some(CallOutcome::Reached);
        if let Some(question) = prompter::question(env)
            && self.reading.line <= question
        {
            self.reading.line = question + 1;
        }
    }

    pub(super) fn read(&mut self, env: &Env<'_>, lines: usize) {
        let last = prompter::length(env, self.form.result).saturating_sub(1);
        self.reading.line = (self.reading.line + lines).min(last);
    }

    pub(super) fn suggest(&mut self, action: text_editor::Action) {
        self.ring.found(&[Stop::Suggestions], Some(&Stop::Suggestions.id()));
        self.form.suggestions.perform(action);
        let text = self.form.suggestions.text();
        if LONGEST_PROSE < text.trim_end().chars().count() {
            let kept: String = text.chars().take(LONGEST_PROSE).collect();
            self.form.suggestions = text_editor::Content::with_text(&kept);
        }
    }

    pub(super) fn write(&mut self, env: &Env<'_>, stop: Stop, text: &str) {
        self.ring.found(&[stop], Some(&stop.id()));
        let field = match (stop, &mut self.panel) {
            (Stop::NewProblem, _) => &mut self.form.new_problem,
            (Stop::Convenient, _) => &mut self.form.convenient,
            (Stop::Remark, _) => &mut self.form.remark,
            (Stop::Note, _) => &mut self.form.note,
            (Stop::At, Panel::Appoint { at, .. }) => at,
            (Stop::Words, Panel::Appoint { words, .. }) => words,
            (Stop::Urgent, Panel::Urgent { reason }) => reason,
            (
                Stop::Dial
                | Stop::Remind
                | Stop::Reschedule
                | Stop::MessageFirst
                | Stop::Rush
                | Stop::Share
                | Stop::HangUp
                | Stop::File
                | Stop::Outcome
                | Stop::Result
                | Stop::Process
                | Stop::Reasons
                | Stop::Suggestions
                | Stop::Solved
                | Stop::Again
                | Stop::Save
                | Stop::At
                | Stop::Words
                | Stop::Urgent,
                _,
            ) => return,
        };
        if is_meant(env, field, text) == Meant::Yes {
            let after: String = text.chars().take(LONGEST_LINE).collect();
            self.phrases.typed(stop, (field, &after));
            *field = after;
        }
    }
}

/// When the viewer wanted to be reminded of a callback, if that is still to come.
pub(super) fn asked_for(env: &Env<'_>, id: ComplaintId) -> Option<Moment> {
    Reminders::of(env.preferences, &Whose::here(env)).at(id).filter(|it| env.now < *it)
}
