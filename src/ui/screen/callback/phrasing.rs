//! 常用语 in the record of a callback (F10).

use iced::Task;

use super::form::Form;
use super::{Message, State, Stop};
use crate::domain::phrase::PhrasePlace;
use crate::domain::script::Values;
use crate::ui::env::Env;
use crate::ui::part::phrases::{self, Field, Phrases, Seen, case_values};
use crate::ui::part::phrasing::Phrasing;
use crate::ui::screen;

impl Form {
    /// The text of a field that takes phrases.
    fn seen(&self, stop: Stop) -> Seen<'_> {
        match stop {
            Stop::Suggestions => Seen::Editor(&self.suggestions),
            Stop::NewProblem => Seen::Line(&self.new_problem),
            Stop::Note => Seen::Line(&self.note),
            _ => Seen::Line(&self.remark),
        }
    }

    /// The same, to be written in.
    fn field(&mut self, stop: Stop) -> Field<'_> {
        match stop {
            Stop::Suggestions => Field::Editor(&mut self.suggestions),
            Stop::NewProblem => Field::Line(&mut self.new_problem),
            Stop::Note => Field::Line(&mut self.note),
            _ => Field::Line(&mut self.remark),
        }
    }
}

impl Phrasing for State {
    type Stop = Stop;
    type Message = Message;

    fn place_of(stop: Stop) -> Option<PhrasePlace> {
        let is_offered = matches!(stop, Stop::Suggestions | Stop::NewProblem | Stop::Remark | Stop::Note);
        is_offered.then_some(PhrasePlace::Callback)
    }

    fn heard(message: phrases::Message) -> Message {
        Message::Phrases(message)
    }

    fn named(message: Message) -> screen::Message {
        screen::Message::Callback(message)
    }

    fn phrases(&self) -> &Phrases<Stop> {
        &self.phrases
    }

    fn phrases_mut(&mut self) -> &mut Phrases<Stop> {
        &mut self.phrases
    }

    fn at(&self) -> Option<Stop> {
        self.ring.at()
    }

    fn seen(&self, stop: Stop) -> Option<Seen<'_>> {
        Some(self.form.seen(stop))
    }

    fn values(&self, env: &Env<'_>) -> Option<Values> {
        self.case(env).map(|it| case_values(env, it))
    }

    fn go(&mut self, _env: &Env<'_>, stop: Stop) -> Task<Message> {
        self.ring.go(stop)
    }

    fn rewrite(
        &mut self,
        _env: &Env<'_>,
        stop: Stop,
        change: impl FnOnce(&mut Phrases<Stop>, Field<'_>) -> Task<Message>,
    ) -> Task<Message> {
        change(&mut self.phrases, self.form.field(stop))
    }
}
