//! 常用语 in the fields of the form (F10).

use super::form::Form;
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, State, ending};
use crate::domain::phrase::PhrasePlace;
use crate::domain::script::Values;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::phrases::{self, Field, PHRASES, Phrases, Seen, are_offered};
use crate::ui::part::phrasing::Phrasing;
use crate::ui::screen;
use crate::ui::theme::Element;
use crate::ui::widget::{button, tip};
use iced::Task;

/// What is offered in a field.
const fn place_of(stop: Stop) -> Option<PhrasePlace> {
    match stop {
        Stop::Content => Some(PhrasePlace::Content),
        Stop::RemedyWords => Some(PhrasePlace::Remedy),
        Stop::Answer | Stop::Solution => Some(PhrasePlace::Reply),
        _ => None,
    }
}

impl Form {
    /// The text of a field that takes phrases.
    fn seen(&self, stop: Stop) -> Seen<'_> {
        match stop {
            Stop::Content => Seen::Editor(&self.content),
            Stop::Answer => Seen::Editor(&self.answer),
            Stop::Solution => Seen::Editor(&self.solution),
            _ => Seen::Line(self.line(stop)),
        }
    }

    /// Lets something be done to the text of a field.
    fn rewrite<T>(&mut self, stop: Stop, change: impl FnOnce(Field<'_>) -> T) -> T {
        if let Some(editor) = self.editor(stop) {
            return change(Field::Editor(editor));
        }
        let mut line = self.line(stop).to_owned();
        let done = change(Field::Line(&mut line));
        self.set_line(stop, line);
        done
    }
}

impl Phrasing for State {
    type Stop = Stop;
    type Message = Message;

    fn place_of(stop: Stop) -> Option<PhrasePlace> {
        place_of(stop)
    }

    fn heard(message: phrases::Message) -> Message {
        Message::Phrases(message)
    }

    fn named(message: Message) -> screen::Message {
        screen::Message::Intake(message)
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

    /// From anywhere else the list is meant for what the customer says.
    fn asked_at(&self) -> Option<Stop> {
        self.ring.at().filter(|it| place_of(*it).is_some()).or(Some(Stop::Content))
    }

    fn seen(&self, stop: Stop) -> Option<Seen<'_>> {
        Some(self.form.seen(stop))
    }

    fn values(&self, env: &Env<'_>) -> Option<Values> {
        // What the customer wishes is not what was found out.
        Some(Values { result: None, ..ending::values(env, &self.form) })
    }

    fn go(&mut self, env: &Env<'_>, stop: Stop) -> Task<Message> {
        State::go(self, env, stop)
    }

    fn rewrite(
        &mut self,
        env: &Env<'_>,
        stop: Stop,
        change: impl FnOnce(&mut Phrases<Stop>, Field<'_>) -> Task<Message>,
    ) -> Task<Message> {
        let phrases = &mut self.phrases;
        let caret = self.form.rewrite(stop, |it| change(phrases, it));
        self.look_for(env);
        caret
    }
}

impl<'a> Sheet<'a> {
    /// 常用语, in the head of the section; Ctrl+T does the same.
    pub fn phrases(&self) -> Option<Element<'a, Message>> {
        if !are_offered(self.office(), PhrasePlace::Content) {
            return None;
        }
        let words = self.texts().phrase_list();
        let drawn = button(words).link().compact().icon(icon::QUOTE);
        Some(tip(drawn.on_press(Message::Phrases(phrases::Message::Asked)), PHRASES.words()))
    }

    /// A field with the list of phrases over it while it is shown there.
    pub fn with_phrases(&self, stop: Stop, field: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
        self.state.with_phrases(&self.env, stop, field)
    }
}
