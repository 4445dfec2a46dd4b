//! 常用语 in the texts of a case (F10): reports, talks with the customer, return slips.

use super::draft::{Slot, Stop};
use super::{Message, State};
use crate::domain::phrase::{Phrase, PhrasePlace};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::keys::Press;
use crate::ui::part::phrases::{self, PHRASES, case_values, choices, filled};
use crate::ui::screen::{self, Action, Said};

/// What is offered in a text.
pub(super) const fn place_of(slot: Slot) -> Option<PhrasePlace> {
    match slot {
        Slot::Report => Some(PhrasePlace::Report),
        Slot::ContactWords => Some(PhrasePlace::Contact),
        Slot::Result | Slot::Effect | Slot::Feedback => Some(PhrasePlace::Slip),
        _ => None,
    }
}

const fn slot_of(stop: Stop) -> Option<Slot> {
    match stop {
        Stop::Slot(slot) => Some(slot),
        Stop::Group(_) | Stop::Submit(_) | Stop::Foot(_) | Stop::File(_) | Stop::Link(_) => None,
    }
}

/// A phrase, where it goes, and how many bytes of a code it stands for.
type Meant<'a> = (Slot, &'a Phrase, usize);

impl State {
    /// A key that means something to phrases: in their list, or Ctrl+T. Tab after a code is asked once iced has said
    /// which field has the focus.
    pub(super) fn pressed_for_phrases(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        if let Some(place) = self.phrases.at().and_then(slot_of).and_then(place_of) {
            let listed = self.phrases.pressed(&choices(env.texts, env.office(), place), press)?;
            return Some(Message::Phrases(phrases::Message::Listed(listed)));
        }
        let here = self.ring.at().and_then(slot_of).and_then(place_of);
        (PHRASES.matches(press) && here.is_some()).then_some(Message::Phrases(phrases::Message::Asked))
    }

    /// The phrase whose code stands where the keyboard is.
    pub(super) fn phrase_meant<'a>(&self, env: &Env<'a>) -> Option<Meant<'a>> {
        let slot = self.ring.at().and_then(slot_of)?;
        let seen = self.draft()?.seen(slot);
        let (typed, phrase) = self.phrases.meant(env.office(), place_of(slot)?, (Stop::Slot(slot), &seen))?;
        Some((slot, phrase, typed))
    }

    pub(super) fn phrase(&mut self, env: &Env<'_>, message: phrases::Message) -> Effect<Message, Action> {
        match message {
            phrases::Message::Asked => match self.ring.at().filter(|it| slot_of(*it).and_then(place_of).is_some()) {
                Some(stop) => Effect::task(self.phrases.open(stop)),
                None => Effect::none(),
            },
            phrases::Message::Listed(it) => {
                let Some(slot) = self.phrases.at().and_then(slot_of) else { return Effect::none() };
                let Some(place) = place_of(slot) else { return Effect::none() };
                let taken = self.phrases.listed(&choices(env.texts, env.office(), place), it);
                if self.phrases.at().is_some() {
                    return Effect::none();
                }
                match taken.and_then(|it| env.office().phrases().get(it)) {
                    Some(phrase) => self.put_phrase(env, (slot, phrase, 0)),
                    None => Effect::task(self.ring.go(Stop::Slot(slot))),
                }
            }
            phrases::Message::Meant => match self.phrase_meant(env) {
                Some(meant) => self.put_phrase(env, meant),
                None => Effect::none(),
            },
            phrases::Message::Undone => {
                let Some(slot) = self.phrases.put_at().and_then(slot_of) else { return Effect::none() };
                let Some(draft) = self.open.and_then(|it| self.drafts.get_mut(&it.id)) else { return Effect::none() };
                let phrases = &mut self.phrases;
                let caret = draft.rewrite(slot, |it| phrases.undo(it));
                Effect::task(self.ring.go(Stop::Slot(slot)).chain(caret))
            }
        }
    }

    /// Puts a phrase into a text, in place of what was typed for it.
    pub(super) fn put_phrase(&mut self, env: &Env<'_>, (slot, phrase, typed): Meant<'_>) -> Effect<Message, Action> {
        let Some(complaint) = self.complaint(env) else { return Effect::none() };
        let words = filled(env.texts, &phrase.words, &case_values(env, complaint));
        self.begin(env, Stop::Slot(slot));
        let gone = self.ring.go(Stop::Slot(slot));
        let Some(draft) = self.open.and_then(|it| self.drafts.get_mut(&it.id)) else { return Effect::none() };
        let phrases = &mut self.phrases;
        let caret = draft.rewrite(slot, |it| phrases.put(Stop::Slot(slot), it, (&words, typed)));
        let undo = Some(Box::new(screen::Message::Handling(Message::Phrases(phrases::Message::Undone))));
        let said = Said { words: env.texts.phrase_said(phrase.name.as_str()), undo };
        Effect::task(gone.chain(caret)).and_action(Action::Say(said))
    }
}
