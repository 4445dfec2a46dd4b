//! 常用语 in the record of a callback (F10).

use super::form::Form;
use super::{Message, State, Stop};
use crate::domain::phrase::{Phrase, PhrasePlace};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::phrases::{self, Field, PHRASES, Seen, case_values, choices, filled};
use crate::ui::screen::{self, Action, Said};
use iced::keyboard::key::Named;

const PLACE: PhrasePlace = PhrasePlace::Callback;

/// Whether phrases are offered in a field.
pub(super) const fn is_offered(stop: Stop) -> bool {
    matches!(stop, Stop::Suggestions | Stop::NewProblem | Stop::Remark | Stop::Note)
}

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

impl State {
    /// A key that means something to phrases: in their list, Ctrl+T, Tab after a code.
    pub(super) fn pressed_for_phrases(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if self.phrases.at().is_some() {
            let listed = self.phrases.pressed(&choices(env.texts, env.office(), PLACE), press)?;
            return Some(Message::Phrases(phrases::Message::Listed(listed)));
        }
        let here = self.ring.at().filter(|it| is_offered(*it))?;
        if PHRASES.matches(press) {
            return Some(Message::Phrases(phrases::Message::Asked));
        }
        let tab = Shortcut::named(Named::Tab).matches(press);
        (tab && self.phrase_meant(env, here).is_some()).then_some(Message::Phrases(phrases::Message::Meant))
    }

    fn phrase_meant<'a>(&self, env: &Env<'a>, stop: Stop) -> Option<(&'a Phrase, usize)> {
        let (typed, phrase) = self.phrases.meant(env.office(), PLACE, (stop, &self.form.seen(stop)))?;
        Some((phrase, typed))
    }

    pub(super) fn phrase(&mut self, env: &Env<'_>, message: phrases::Message) -> Effect<Message, Action> {
        let here = self.ring.at().filter(|it| is_offered(*it));
        match message {
            phrases::Message::Asked => here.map_or_else(Effect::none, |it| self.phrases.open(it).into()),
            phrases::Message::Listed(it) => {
                let Some(stop) = self.phrases.at() else { return Effect::none() };
                let taken = self.phrases.listed(&choices(env.texts, env.office(), PLACE), it);
                if self.phrases.at().is_some() {
                    return Effect::none();
                }
                match taken.and_then(|it| env.office().phrases().get(it)) {
                    Some(phrase) => self.put_phrase(env, stop, (phrase, 0)),
                    None => self.ring.go(stop).into(),
                }
            }
            phrases::Message::Meant => match here.and_then(|it| Some((it, self.phrase_meant(env, it)?))) {
                Some((stop, meant)) => self.put_phrase(env, stop, meant),
                None => Effect::none(),
            },
            phrases::Message::Undone => {
                let Some(stop) = self.phrases.put_at() else { return Effect::none() };
                let caret = self.phrases.undo(self.form.field(stop));
                self.ring.go(stop).chain(caret).into()
            }
        }
    }

    /// Puts a phrase into a field, in place of what was typed for it.
    fn put_phrase(&mut self, env: &Env<'_>, stop: Stop, (phrase, typed): (&Phrase, usize)) -> Effect<Message, Action> {
        let Some(complaint) = self.case(env) else { return Effect::none() };
        let words = filled(env.texts, &phrase.words, &case_values(env, complaint));
        let gone = self.ring.go(stop);
        let caret = self.phrases.put(stop, self.form.field(stop), (&words, typed));
        let undo = Some(Box::new(screen::Message::Callback(Message::Phrases(phrases::Message::Undone))));
        let said = Said { words: env.texts.phrase_said(phrase.name.as_str()), undo };
        Effect::task(gone.chain(caret)).and_action(Action::Say(said))
    }
}
