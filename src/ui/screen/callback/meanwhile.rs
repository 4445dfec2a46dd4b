//! Somebody else did something to the case that is being called about (UI.md §8): its author is told and decides. What
//! does not touch the call is taken over silently.

use iced::widget::{column, container};

use super::quiet::{framed, head};
use super::{Message, Panel, Pending, State, is_mine, next_of};
use crate::app::Request;
use crate::domain::complaint::{Command, Event, Stage, Verb, may};
use crate::domain::id::StreamId;
use crate::domain::record::{Recorded, Version};
use crate::domain::text::Text;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::conflict::{self, Side, sides};
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{body, button};

/// What others did meanwhile to what is being written.
pub(super) type Conflict = conflict::Conflict<Pending>;

/// Whether an event touches what is at stake.
fn touches(about: Pending, event: &Event) -> bool {
    let ends = matches!(
        event,
        Event::Closed { .. } | Event::Escalated { .. } | Event::RoundOpened { .. } | Event::CallbackRecorded { .. }
    );
    match about {
        Pending::Save => ends || matches!(event, Event::Amended { .. }),
        Pending::Appoint => ends || matches!(event, Event::Appointed { .. } | Event::Dialled { .. }),
        Pending::Dial => ends || matches!(event, Event::Dialled { .. }),
        // Each is refused by itself, and stays ticked.
        Pending::Share => false,
    }
}

impl State {
    /// What is being written about the chosen case, if anything is.
    fn at_stake(&self, env: &Env<'_>) -> Option<Pending> {
        let complaint = env.books.complaint(self.chosen?)?;
        match self.panel {
            Panel::Appoint { .. } => Some(Pending::Appoint),
            Panel::Urgent { .. } => Some(Pending::Dial),
            Panel::None | Panel::Departments => is_mine(env, complaint).then_some(Pending::Save),
        }
    }

    /// Facts were told: those of others that touch what is being written are shown.
    pub(super) fn heed(&mut self, env: &Env<'_>, facts: &[Recorded]) {
        let Some(id) = self.chosen else { return };
        let of_others = |it: &&Recorded| it.stream == StreamId::Complaint(id) && it.by != env.me;
        let told: Vec<Recorded> = facts.iter().filter(of_others).cloned().collect();
        let Some(about) = self.conflict.as_ref().map(|it| it.about).or_else(|| self.at_stake(env)) else { return };
        let Some(fresh) = Conflict::of(about, |event| touches(about, event), (&told, Version::NONE)) else { return };
        match self.conflict.as_mut() {
            Some(conflict) => {
                conflict.facts.extend(fresh.facts);
                conflict.version = fresh.version;
            }
            None => self.conflict = Some(fresh),
        }
    }

    /// A wish was overtaken and what overtook it is told by now: where it is about something else the wish is sent
    /// again, otherwise its author is asked.
    pub(super) fn settle(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((about, version)) = self.overtaken else { return Effect::none() };
        let known = self.chosen.and_then(|it| env.books.complaint(it)).map(|it| it.version);
        if self.conflict.is_some() || known.is_none_or(|it| it < version) {
            return Effect::none();
        }
        self.overtaken = None;
        self.again(env, about)
    }

    fn again(&mut self, env: &Env<'_>, about: Pending) -> Effect<Message, Action> {
        match about {
            Pending::Save => self.save(env),
            Pending::Appoint => self.appoint(env),
            Pending::Dial => match self.last_dialled {
                Some(method) => self.dial(env, method),
                None => Effect::none(),
            },
            Pending::Share => self.share(env),
        }
    }

    /// 用我的 goes on as before, and sends again what was refused; 用新的 forgets what was written.
    pub(super) fn resolve(&mut self, env: &Env<'_>, side: Side) -> Effect<Message, Action> {
        let Some(conflict) = self.conflict.take() else { return Effect::none() };
        let overtaken = self.overtaken.take();
        match side {
            Side::Mine => match overtaken {
                Some((about, _)) => self.again(env, about),
                None => Effect::none(),
            },
            Side::Theirs => {
                self.panel = Panel::None;
                if conflict.about == Pending::Save {
                    self.form = super::Form::default();
                }
                if self.case(env).is_none() {
                    self.choose(next_of(env, self.chosen));
                }
                self.ring.leave().into()
            }
        }
    }

    /// 存为内部备注: the case went on without this call; what the customer said is kept all the same (E14).
    pub(super) fn keep_as_note(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let words = self.form.words(env.texts);
        let (Some(id), Ok(words)) = (self.chosen, Text::new(&env.texts.call_note_of_record(words))) else {
            return Effect::none();
        };
        self.act(env, Pending::Save, Request::complaint(env.me, id, Command::Note { words }))
    }

    /// The note in its place, while the case still waits for its callback.
    pub(super) fn conflict_note<'a>(&self, env: &Env<'a>, about: &[Pending]) -> Option<Element<'a, Message>> {
        let conflict = self.conflict.as_ref().filter(|it| about.contains(&it.about))?;
        Some(conflict.view(env, Message::DifferenceTurned, sides(env, Message::Resolved)))
    }

    /// The case left the queue while somebody was writing about it.
    pub(super) fn gone<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let conflict = self.conflict.as_ref()?;
        let complaint = env.books.complaint(self.chosen?).filter(|it| it.stage != Stage::ToCallBack)?;
        let texts = env.texts;
        let words = self.form.words(texts);
        let written = conflict.about == Pending::Save && !words.is_empty();
        let may_note = may(&env.ctx(), complaint, Verb::Note, None).is_ok();
        let note = (written && may_note).then(|| {
            let it = button(texts.call_keep_as_note()).primary().icon(icon::LOCK);
            Element::from(it.on_press_maybe(self.pending.is_none().then_some(Message::KeptAsNote)))
        });
        let next = button(texts.call_gone_next()).on_press(Message::Resolved(Side::Theirs));
        let ways = note.into_iter().chain([next.into()]).collect();
        let written = written
            .then(|| container(body(words)).padding([10, 12]).width(iced::Length::Fill).style(style::surface::well));
        let number = env.office().forms().number(complaint.id);
        let title = texts.call_gone(texts.name(complaint.stage));
        let content = column![head(Tone::Soon, icon::USERS, title, number)]
            .push(conflict.view(env, Message::DifferenceTurned, ways))
            .push(written)
            .push(self.refused.as_ref().map(|it| super::quiet::refused(env, it)))
            .spacing(14);
        Some(framed(content))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::complaint::terms::{CloseCode, ContactMethod};
    use crate::domain::moment::Moment;

    #[test]
    fn only_what_touches_the_call_is_told() {
        let closed = Event::Closed { code: CloseCode::Withdrawn, reason: None };
        let appointed = Event::Appointed { at: Moment::default(), words: None };
        let dialled = Event::Dialled { method: ContactMethod::Phone, attempt: 1, urgent: None };
        let noted = Event::Noted { words: Text::new("已联系门店").unwrap() };
        let rows = [
            (Pending::Save, [true, false, false, false]),
            (Pending::Appoint, [true, true, true, false]),
            (Pending::Dial, [true, false, true, false]),
            (Pending::Share, [false; 4]),
        ];
        for (about, then) in rows {
            let met = [&closed, &appointed, &dialled, &noted].map(|it| touches(about, it));
            assert_eq!(met, then, "{about:?}");
        }
    }
}
