//! Typing and choosing, and what follows from it at once.

use super::choices::Lookups;
use super::form::{Form, Helper, Pick, Way};
use super::stop::Stop;
use super::{Marking, Message, More, State, ending, promise};
use crate::domain::complaint::terms::Kind;
use crate::domain::customer::Phone;
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::Stop as _;
use crate::ui::part::form::{Meant, Step, is_meant};
use crate::ui::part::lookup;
use crate::ui::part::phrases::Phrases;
use crate::ui::screen::Action;
use iced::widget::text_editor;

/// Typing and choosing.
impl State {
    pub(super) fn typed(&mut self, env: &Env<'_>, stop: Stop, typed: String) -> Effect<Message, Action> {
        if is_meant(env, self.form.line(stop), &typed) == Meant::No {
            return Effect::none();
        }
        if stop == Stop::Phone && self.call.is_none() && !typed.trim().is_empty() {
            self.call = Some(env.desk.now());
        }
        if matches!(stop, Stop::Phone | Stop::Name) {
            self.marked = 0;
            self.marking = Marking::No;
        }
        self.edited = stop.section();
        self.phrases.typed(stop, (self.form.line(stop), &typed));
        self.form.set_line(stop, typed);
        if self.form.is_empty() {
            // Whatever was typed was no call.
            self.call = None;
        }
        self.ring.found(&[stop], Some(&stop.id()));
        self.look_for(env);
        Effect::none()
    }

    /// A call of its own: what was begun for somebody else is put away.
    pub(super) fn called_from(&mut self, env: &Env<'_>, phone: &Phone) -> Effect<Message, Action> {
        if self.form.phone().is_some_and(|it| it.main() == phone.main()) {
            return self.go(env, Stop::Phone).into();
        }
        let away = if self.form.is_empty() { Effect::none() } else { self.again(env) };
        self.call = Some(env.desk.now());
        self.form.set_line(Stop::Phone, phone.reveal().to_owned());
        self.look_for(env);
        away.and_task(self.go(env, Stop::Phone))
    }

    pub(super) fn edited(&mut self, env: &Env<'_>, stop: Stop, action: text_editor::Action) -> Effect<Message, Action> {
        let changes = action.is_edit();
        self.edited = stop.section().filter(|_| changes).or(self.edited);
        if let Some(editor) = self.form.editor(stop) {
            editor.perform(action);
        }
        self.ring.found(&[stop], Some(&stop.id()));
        if changes && stop == Stop::Content {
            self.look_for(env);
        }
        Effect::none()
    }

    pub(super) fn picked(&mut self, env: &Env<'_>, stop: Stop, pick: Pick) -> Effect<Message, Action> {
        self.edited = stop.section().or(self.edited);
        self.form.pick(env, pick);
        self.write_answer(env);
        self.look_again(env);
        let stops = self.stops(env);
        // A suggestion is gone once it was taken.
        let to = if stops.contains(&stop) { stop } else { Stop::Content };
        self.go(env, to).into()
    }

    pub(super) fn looked_up_category(
        &mut self,
        env: &Env<'_>,
        it: lookup::Message<CategoryId>,
    ) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.category.update(&self.choices.categories, it);
        self.looked_up(env, (Stop::Category, settled), taken.map(Pick::Category))
    }

    pub(super) fn looked_up_department(
        &mut self,
        env: &Env<'_>,
        it: lookup::Message<DepartmentId>,
    ) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.department.update(&self.choices.departments, it);
        self.looked_up(env, (Stop::Department, settled), taken.map(Pick::Department))
    }

    pub(super) fn looked_up_handler(
        &mut self,
        env: &Env<'_>,
        it: lookup::Message<PersonId>,
    ) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.handler.update(&self.choices.handlers, it);
        self.looked_up(env, (Stop::Handler, settled), taken.map(Pick::Handler))
    }

    pub(super) fn looked_up_helper(&mut self, env: &Env<'_>, it: lookup::Message<Helper>) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.helpers.update(&self.choices.helpers, it);
        self.looked_up(env, (Stop::Helpers, settled), taken.map(Pick::Helper))
    }

    pub(super) fn looked_up_channel(
        &mut self,
        env: &Env<'_>,
        it: lookup::Message<ChannelId>,
    ) -> Effect<Message, Action> {
        let settled = settles(&it);
        let taken = self.lookups.channels.update(&self.choices.channels, it);
        self.looked_up(env, (Stop::MoreChannels, settled), taken.map(Pick::Channel))
    }

    /// What was taken is kept and the keyboard goes on.
    fn looked_up(
        &mut self,
        env: &Env<'_>,
        (stop, settled): (Stop, Settled),
        taken: Option<Pick>,
    ) -> Effect<Message, Action> {
        match (taken, settled) {
            (Some(pick), _) => {
                self.edited = stop.section();
                self.form.pick(env, pick);
                self.look_again(env);
                self.ring.found(&[stop], Some(&stop.id()));
                self.step(env, Step::Next).into()
            }
            (None, Settled::Yes) => Effect::none(),
            (None, Settled::No) => {
                if self.ring.at() == Some(stop) {
                    return Effect::none();
                }
                self.go(env, stop).into()
            }
        }
    }

    /// What was typed into a list to choose from is taken as Tab would, where another key goes on.
    pub(super) fn take_typed(&mut self, env: &Env<'_>) {
        let (lookups, choices) = (&self.lookups, &self.choices);
        let typed = self.ring.at().and_then(|at| match at {
            Stop::Category => lookups.category.typed(&choices.categories).map(Pick::Category),
            Stop::Department => lookups.department.typed(&choices.departments).map(Pick::Department),
            Stop::Handler => lookups.handler.typed(&choices.handlers).map(Pick::Handler),
            Stop::Helpers => lookups.helpers.typed(&choices.helpers).map(Pick::Helper),
            Stop::MoreChannels => lookups.channels.typed(&choices.channels).map(Pick::Channel),
            _ => None,
        });
        if let Some(pick) = typed {
            self.form.pick(env, pick);
            self.look_again(env);
        }
    }

    pub(super) fn take_suggestion(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Some(at) = promise::suggested(env, &self.form) {
            self.form.set_line(Stop::Promise, env.texts.date_time(env.calendar().local(at)));
        }
        self.go(env, Stop::Promise).into()
    }

    pub(super) fn toggle_more(&mut self, env: &Env<'_>, stop: Stop) -> Effect<Message, Action> {
        if stop == Stop::MoreCaller {
            self.more.caller = !self.more.caller;
        } else {
            self.more.matter = !self.more.matter;
        }
        self.go(env, stop).into()
    }

    pub(super) fn toggle_solving(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        // A further call is solved where its matter is.
        if self.form.way() == Way::Merge {
            return Effect::none();
        }
        self.form.solving = !self.form.solving;
        self.write_answer(env);
        let to = match self.form.way() {
            Way::Solve => Stop::Solution,
            Way::Reply => Stop::Answer,
            Way::Dispatch => Stop::Department,
            Way::Merge => Stop::Primary,
        };
        self.go(env, to).into()
    }

    /// Puts the office's words into an empty answer.
    pub(super) fn write_answer(&mut self, env: &Env<'_>) {
        if self.form.way() == Way::Reply
            && self.form.kind == Kind::Complaint
            && self.form.answer.text().trim().is_empty()
        {
            let words = ending::script(env, &self.form);
            self.form.answer = text_editor::Content::with_text(&words);
        }
    }

    pub(super) fn start_anew(&mut self, env: &Env<'_>) {
        self.form = Form::default();
        self.lookups = Lookups::default();
        self.phrases = Phrases::default();
        self.marked = 0;
        self.met = None;
        self.compared = None;
        self.before_copy = None;
        self.call = None;
        self.more = More::default();
        self.tried = false;
        self.edited = None;
        self.trouble = None;
        self.forget_draft();
        self.look_again(env);
    }
}

/// Whether a lookup message leaves the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    Yes,
    No,
}

fn settles<T>(it: &lookup::Message<T>) -> Settled {
    match it {
        lookup::Message::Closed => Settled::Yes,
        lookup::Message::Opened | lookup::Message::Typed(_) | lookup::Message::Moved(_) | lookup::Message::Taken(_) => {
            Settled::No
        }
    }
}
