//! 常用语 in the fields of the form (F10).

use super::form::Form;
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, State, ending};
use crate::domain::phrase::{Phrase, PhrasePlace};
use crate::domain::script::Values;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::phrases::{self, Field, PHRASES, Seen, are_offered, choices, filled};
use crate::ui::screen::{self, Action, Said};
use crate::ui::theme::Element;
use crate::ui::widget::{button, tip};
use iced::Task;
use iced::keyboard::key::Named;

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

impl State {
    /// A key that means something to phrases: in their list, Ctrl+T, Tab after a code.
    pub(super) fn pressed_for_phrases(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let says = |it| Some(Message::Phrases(it));
        if let Some(place) = self.phrases.at().and_then(place_of) {
            let listed = self.phrases.pressed(&choices(env.texts, env.office(), place), press);
            return listed.and_then(|it| says(phrases::Message::Listed(it)));
        }
        if PHRASES.matches(press) {
            return says(phrases::Message::Asked);
        }
        let here = self.ring.at().filter(|_| Shortcut::named(Named::Tab).matches(press))?;
        self.phrase_meant(env, here).and_then(|_| says(phrases::Message::Meant))
    }

    fn phrase_meant<'a>(&self, env: &Env<'a>, stop: Stop) -> Option<(usize, &'a Phrase)> {
        self.phrases.meant(env.office(), place_of(stop)?, (stop, &self.form.seen(stop)))
    }

    pub(super) fn phrase(&mut self, env: &Env<'_>, message: phrases::Message) -> Effect<Message, Action> {
        match message {
            phrases::Message::Asked => {
                let stop = self.ring.at().filter(|it| place_of(*it).is_some()).unwrap_or(Stop::Content);
                let gone = self.go(env, stop);
                gone.chain(self.phrases.open(stop)).into()
            }
            phrases::Message::Listed(it) => {
                let Some(stop) = self.phrases.at() else { return Effect::none() };
                let Some(place) = place_of(stop) else { return Effect::none() };
                let taken = self.phrases.listed(&choices(env.texts, env.office(), place), it);
                if self.phrases.at().is_some() {
                    return Effect::none();
                }
                let gone = self.go(env, stop);
                match taken.and_then(|it| env.office().phrases().get(it)) {
                    Some(phrase) => self.put_phrase(env, (stop, gone), (phrase, 0)),
                    None => gone.into(),
                }
            }
            phrases::Message::Meant => match self.ring.at().and_then(|it| Some((it, self.phrase_meant(env, it)?))) {
                Some((stop, (typed, phrase))) => self.put_phrase(env, (stop, Task::none()), (phrase, typed)),
                None => Effect::none(),
            },
            phrases::Message::Undone => {
                let Some(stop) = self.phrases.put_at() else { return Effect::none() };
                let phrases = &mut self.phrases;
                let caret = self.form.rewrite(stop, |it| phrases.undo(it));
                self.look_for(env);
                self.go(env, stop).chain(caret).into()
            }
        }
    }

    /// Puts a phrase into a field, in place of what was typed for it.
    fn put_phrase(
        &mut self,
        env: &Env<'_>,
        (stop, gone): (Stop, Task<Message>),
        (phrase, typed): (&Phrase, usize),
    ) -> Effect<Message, Action> {
        // What the customer wishes is not what was found out.
        let values = Values { result: None, ..ending::values(env, &self.form) };
        let words = filled(env.texts, &phrase.words, &values);
        let phrases = &mut self.phrases;
        let caret = self.form.rewrite(stop, |it| phrases.put(stop, it, (&words, typed)));
        self.look_for(env);
        let undo = Some(Box::new(screen::Message::Intake(Message::Phrases(phrases::Message::Undone))));
        let said = Said { words: env.texts.phrase_said(phrase.name.as_str()), undo };
        Effect::task(gone.chain(caret)).and_action(Action::Say(said))
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
        match place_of(stop) {
            Some(place) => self.state.phrases.over(&self.env, (stop, place), field, Message::Phrases),
            None => field.into(),
        }
    }
}
