//! 常用语 in the texts of a case (F10): reports, talks with the customer, return slips.

use iced::Task;

use super::draft::Stop;
use super::fields::Slot;
use super::{Message, State};
use crate::domain::phrase::PhrasePlace;
use crate::domain::script::Values;
use crate::ui::env::Env;
use crate::ui::part::phrases::{self, Field, Phrases, Seen, case_values};
use crate::ui::part::phrasing::Phrasing;
use crate::ui::screen;

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
        Stop::Group(_)
        | Stop::Submit(_)
        | Stop::Foot(_)
        | Stop::Eye
        | Stop::Customer
        | Stop::File(_)
        | Stop::Link(_) => None,
    }
}

/// Tab after a code is asked once iced has said which field has the focus: see `landed`.
impl Phrasing for State {
    type Stop = Stop;
    type Message = Message;

    fn place_of(stop: Stop) -> Option<PhrasePlace> {
        slot_of(stop).and_then(place_of)
    }

    fn heard(message: phrases::Message) -> Message {
        Message::Phrases(message)
    }

    fn named(message: Message) -> screen::Message {
        screen::Message::Handling(message)
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
        Some(self.draft()?.seen(slot_of(stop)?))
    }

    fn values(&self, env: &Env<'_>) -> Option<Values> {
        self.complaint(env).map(|it| case_values(env, it))
    }

    fn go(&mut self, _env: &Env<'_>, stop: Stop) -> Task<Message> {
        self.ring.go(stop)
    }

    fn rewrite(
        &mut self,
        env: &Env<'_>,
        stop: Stop,
        change: impl FnOnce(&mut Phrases<Stop>, Field<'_>) -> Task<Message>,
    ) -> Task<Message> {
        self.begin(env, stop);
        let Some(slot) = slot_of(stop) else { return Task::none() };
        let Some(draft) = self.open.and_then(|it| self.drafts.get_mut(&it.id)) else { return Task::none() };
        let phrases = &mut self.phrases;
        draft.rewrite(slot, |it| change(phrases, it))
    }
}
