//! A screen whose fields take 常用语 (F10): which keys mean them, and what is done then.

use iced::Task;
use iced::keyboard::key::Named;

use crate::domain::phrase::{Phrase, PhrasePlace};
use crate::domain::script::Values;
use crate::ui::{
    effect::Effect,
    env::Env,
    keys::{Press, Shortcut},
    part::{
        form::Stop,
        phrases::{Field, Message, PHRASES, Phrases, Seen, choices, filled},
    },
    screen::{self, Action, Said},
    theme::Element,
};

/// What a screen tells of its fields; the rest is the same for all of them.
pub trait Phrasing {
    /// Where the keyboard can be.
    type Stop: Stop;
    /// What the screen hears.
    type Message: Send + 'static;

    /// What is offered in a field.
    fn place_of(stop: Self::Stop) -> Option<PhrasePlace>;

    /// The message of the screen.
    fn heard(message: Message) -> Self::Message;

    /// The same, as the shell knows it.
    fn named(message: Self::Message) -> screen::Message;

    /// The list and what was put in last.
    fn phrases(&self) -> &Phrases<Self::Stop>;

    /// The same, to be changed.
    fn phrases_mut(&mut self) -> &mut Phrases<Self::Stop>;

    /// Where the keyboard is.
    fn at(&self) -> Option<Self::Stop>;

    /// The text of a field that takes phrases.
    fn seen(&self, stop: Self::Stop) -> Option<Seen<'_>>;

    /// What phrases may ask for.
    fn values(&self, env: &Env<'_>) -> Option<Values>;

    /// Goes to a field.
    fn go(&mut self, env: &Env<'_>, stop: Self::Stop) -> Task<Self::Message>;

    /// Lets something be done to the text of a field, as if it had been typed.
    fn rewrite(
        &mut self,
        env: &Env<'_>,
        stop: Self::Stop,
        change: impl FnOnce(&mut Phrases<Self::Stop>, Field<'_>) -> Task<Self::Message>,
    ) -> Task<Self::Message>;

    /// The field for which somebody who asks for the list means it.
    fn asked_at(&self) -> Option<Self::Stop> {
        self.at().filter(|it| Self::place_of(*it).is_some())
    }

    /// A key that means something to phrases: in their list, or Ctrl+T.
    fn pressed_for_phrases(&self, env: &Env<'_>, press: &Press) -> Option<Self::Message> {
        if let Some(place) = self.phrases().at().and_then(Self::place_of) {
            let listed = self.phrases().pressed(&choices(env.texts, env.office(), place), press)?;
            return Some(Self::heard(Message::Listed(listed)));
        }
        (PHRASES.matches(press) && self.asked_at().is_some()).then(|| Self::heard(Message::Asked))
    }

    /// Tab behind a code, in a form that always knows where the keyboard is.
    fn tabbed_for_phrases(&self, env: &Env<'_>, press: &Press) -> Option<Self::Message> {
        let tab = Shortcut::named(Named::Tab).matches(press) && self.phrases().at().is_none();
        (tab && self.phrase_meant(env).is_some()).then(|| Self::heard(Message::Meant))
    }

    /// The phrase whose code stands where the keyboard is, and how many bytes the code has.
    fn phrase_meant<'a>(&self, env: &Env<'a>) -> Option<(Self::Stop, &'a Phrase, usize)> {
        let stop = self.at()?;
        let place = Self::place_of(stop)?;
        let (typed, phrase) = self.phrases().meant(env.office(), place, (stop, &self.seen(stop)?))?;
        Some((stop, phrase, typed))
    }

    /// A field, with the list over it while it is shown there.
    fn with_phrases<'a>(
        &self,
        env: &Env<'a>,
        stop: Self::Stop,
        field: impl Into<Element<'a, Self::Message>>,
    ) -> Element<'a, Self::Message>
    where
        Self::Message: Clone + 'a,
    {
        match Self::place_of(stop) {
            Some(place) => self.phrases().over(env, (stop, place), field, Self::heard),
            None => field.into(),
        }
    }

    /// Does what was done with phrases.
    fn phrase(&mut self, env: &Env<'_>, message: Message) -> Effect<Self::Message, Action> {
        match message {
            Message::Asked => {
                let Some(stop) = self.asked_at() else { return Effect::none() };
                let gone = if self.at() == Some(stop) { Task::none() } else { self.go(env, stop) };
                gone.chain(self.phrases_mut().open(stop)).into()
            }
            Message::Listed(it) => {
                let Some(stop) = self.phrases().at() else { return Effect::none() };
                let Some(place) = Self::place_of(stop) else { return Effect::none() };
                let taken = self.phrases_mut().listed(&choices(env.texts, env.office(), place), it);
                if self.phrases().at().is_some() {
                    return Effect::none();
                }
                match taken.and_then(|it| env.office().phrases().get(it)) {
                    Some(phrase) => self.put_phrase(env, (stop, phrase, 0)),
                    None => self.go(env, stop).into(),
                }
            }
            Message::Meant => match self.phrase_meant(env) {
                Some(meant) => self.put_phrase(env, meant),
                None => Effect::none(),
            },
            Message::Undone => {
                let Some(stop) = self.phrases().put_at() else { return Effect::none() };
                let caret = self.rewrite(env, stop, Phrases::undo);
                self.go(env, stop).chain(caret).into()
            }
        }
    }

    /// Puts a phrase into a field, in place of as many bytes as were typed for it.
    fn put_phrase(
        &mut self,
        env: &Env<'_>,
        (stop, phrase, typed): (Self::Stop, &Phrase, usize),
    ) -> Effect<Self::Message, Action> {
        let Some(values) = self.values(env) else { return Effect::none() };
        let words = filled(env.texts, &phrase.words, &values);
        let gone = self.go(env, stop);
        let caret = self.rewrite(env, stop, |phrases, field| phrases.put(stop, field, (&words, typed)));
        let undo = Some(Box::new(Self::named(Self::heard(Message::Undone))));
        let said = Said { words: env.texts.phrase_said(phrase.name.as_str()), undo };
        Effect::task(gone.chain(caret)).and_action(Action::Say(said))
    }
}
