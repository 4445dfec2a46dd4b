//! How a form is drawn: its rows stand here once, and the stops of the keyboard follow from them.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Length, Top};

use super::Message;
use super::ask::{Ask, Case, Gate, Look, QUICK, Row};
use super::draft::{Draft, Stop};
use super::fields::{Choice, Group, Needed, Slot};
use super::phrasing;
use crate::domain::complaint::words::Agreement;
use crate::i18n::Locale;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::conflict;
use crate::ui::part::form::{FocusRing, Stop as _};
use crate::ui::part::phrases::Phrases;
use crate::ui::style::field::Mood;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    self, Note, Part, button, chip, chip_keyed, chips, editor, field, label, label_required, measure, named, note,
    segment,
};

/// What a form is drawn from.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The case.
    pub case: Case<'a>,
    /// What was typed.
    pub draft: &'a Draft,
    /// Where the keyboard is.
    pub ring: &'a FocusRing<Stop>,
    /// 常用语
    pub phrases: &'a Phrases<Stop>,
}

impl<'a> Sheet<'a> {
    /// The rows of a form with its button.
    pub fn form(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        let foot = row![]
            .push(space().width(Length::Fill))
            .push((self.draft.open == Some(ask)).then(|| Self::leave(env)))
            .push(self.submit(env, ask))
            .spacing(8)
            .align_y(Center);
        column![self.rows(env, ask), foot].push(self.trouble(env, ask)).spacing(8).width(Length::Fill).into()
    }

    /// The rows alone.
    pub fn rows(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        column(ask.rows().iter().filter_map(|it| self.row(env, *it))).spacing(8).width(Length::Fill).into()
    }

    fn row(&self, env: &Env<'a>, it: Row) -> Option<Element<'a, Message>> {
        match it {
            Row::Text(slot) => Some(beside(env, slot.name(env.texts), self.text(env, slot), slot.needed())),
            Row::Pair(one, other) => {
                let half = |slot: Slot| {
                    column![heading(slot.name(env.texts), slot.needed()), self.text(env, slot)]
                        .spacing(4)
                        .width(Length::Fill)
                };
                Some(row![half(one), half(other)].spacing(8).into())
            }
            Row::Pick(group) => {
                let picks = self.picks(env, group)?;
                Some(beside(env, group.name(env.texts), picks, group.needed()))
            }
        }
    }

    /// The field of a text.
    pub fn text(&self, env: &Env<'a>, slot: Slot) -> Element<'a, Message> {
        let stop = Stop::Slot(slot);
        let mood = if self.draft.gaps.contains(&stop) { Mood::Wrong } else { Mood::Fine };
        let hint = slot.hint(env.texts);
        let drawn: Element<'a, Message> = match (slot.kind().height(), self.draft.editor(slot)) {
            (Some(height), Some(content)) => {
                editor(stop.id(), (content, hint), (height, mood), move |it| Message::Edited(slot, it))
            }
            (Some(_) | None, _) => field(hint, self.draft.line(slot))
                .id(stop.id())
                .mood(mood)
                .on_input(move |it| Message::Typed(slot, it))
                .into(),
        };
        match phrasing::place_of(slot) {
            Some(place) => self.phrases.over(env, (stop, place), drawn, Message::Phrases),
            None => drawn,
        }
    }

    /// The chips of a group; `None` where there is nothing to choose from.
    pub fn picks(&self, env: &Env<'a>, group: Group) -> Option<Element<'a, Message>> {
        let options = self.case.options(env, self.draft, group);
        if options.is_empty() {
            return None;
        }
        let stop = Stop::Group(group);
        let many = group.takes_several();
        let one = self.case.chosen(env, self.draft, group);
        let is_chosen = |it: &Choice| {
            if many { self.draft.chosen(group).any(|chosen| chosen == *it) } else { one == Some(*it) }
        };
        let drawn: Element<'a, Message> = if group == Group::Progress {
            chips(options.into_iter().zip(QUICK_KEYS).map(|((it, words), key)| {
                let chosen = is_chosen(&it);
                chip_keyed(Shortcut::named(key), words, chosen, Some(Message::Chose(it)))
            }))
        } else if !many && in_one_row(env, &options) {
            let parts = options.iter().map(|(it, words)| Part::new(*it, words.clone()).tone(tone(*it)));
            segment(parts.collect::<Vec<_>>(), one).on_choose(Message::Chose).into()
        } else {
            chips(options.into_iter().map(|(it, words)| {
                let chosen = is_chosen(&it);
                chip(words, chosen, Some(Message::Chose(it)))
            }))
        };
        let drawn = named(stop.id(), self.ring.focus(stop), drawn);
        let gap = self
            .draft
            .gaps
            .contains(&stop)
            .then(|| widget::caption(env.texts.handling_choose()).style(crate::ui::style::text::toned(Tone::Late)));
        Some(column![drawn].push(gap).spacing(2).into())
    }

    /// The button that sends a form.
    pub fn submit(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        self.button(env, ask, Stop::Submit(ask), Message::Asked(ask))
    }

    /// A button of the foot: opens a form, or does it where none is needed.
    pub fn foot(&self, env: &Env<'a>, ask: Ask) -> Element<'a, Message> {
        let message = if ask.rows().is_empty() { Message::Asked(ask) } else { Message::Opened(ask) };
        self.button(env, ask, Stop::Foot(ask), message)
    }

    fn button(&self, env: &Env<'a>, ask: Ask, stop: Stop, message: Message) -> Element<'a, Message> {
        let opens = matches!(stop, Stop::Foot(_)) && !ask.rows().is_empty();
        let gate = self.case.gate(env, ask);
        let drawn =
            button(words(env, &self.case, ask, opens)).icon(ask.icon()).id(stop.id()).focus(self.ring.focus(stop));
        let look = if matches!(stop, Stop::Foot(_)) { ask.in_foot() } else { ask.under_form() };
        let drawn = match look {
            Look::Gated if gate == Gate::Open => drawn.primary(),
            Look::Plain | Look::Gated => drawn,
            Look::Quiet => drawn.quiet(),
            Look::Link => drawn.link().compact(),
            Look::Primary => drawn.primary(),
            Look::Main => drawn.primary().keys(submit_key()),
        };
        let drawn = if ask == Ask::Accept { drawn.keys(Shortcut::sign('a')) } else { drawn };
        if self.draft.busy == Some(ask) {
            return drawn.busy().into();
        }
        match gate {
            Gate::Open => drawn.on_press(message).into(),
            Gate::Locked(why) => drawn.locked(why).into(),
            Gate::Absent => Space::new().into(),
        }
    }

    /// 取消.
    fn leave(env: &Env<'a>) -> Element<'a, Message> {
        button(env.texts.cancel()).quiet().on_press(Message::Left).into()
    }

    /// Why the last wish was not carried out, in place; everything typed is still there.
    pub fn trouble(&self, env: &Env<'a>, ask: Ask) -> Option<Element<'a, Message>> {
        if let Some(conflict) = self.draft.conflict.as_ref().filter(|it| it.about == ask) {
            let ways = conflict::sides(env, Message::Resolved);
            return Some(conflict.view(env, Message::DifferenceTurned, ways));
        }
        let trouble = self.draft.trouble.as_ref().filter(|it| it.ask == ask)?;
        let again = button(env.texts.retry()).compact().on_press(Message::Asked(ask));
        let title = env.texts.handling_not_done(words(env, &self.case, ask, false));
        Some(note(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: title.into(),
            words: env.texts.refused(&trouble.refused, env.office()).into(),
            actions: vec![again.into()],
        }))
    }
}

/// One of a few is a segment, as long as it fits beside its label; people and long lists are chips.
fn in_one_row(env: &Env<'_>, options: &[(Choice, String)]) -> bool {
    let people = options.iter().any(|(it, _)| it.is_somebody());
    let taken: f32 = options.iter().map(|(_, words)| measure(words, Face::Strong) + 23.0).sum();
    let ample = super::THREE_PANES <= env.window.width;
    let side = if ample { super::side::WIDTH } else { 0.0 };
    let room = env.beside_rail() - super::inbox::WIDTH - side - 116.0 - 56.0;
    options.len() <= 6 && !people && taken <= room
}

/// F2 to F6.
pub const QUICK_KEYS: [iced::keyboard::key::Named; QUICK.len()] = [
    iced::keyboard::key::Named::F2,
    iced::keyboard::key::Named::F3,
    iced::keyboard::key::Named::F4,
    iced::keyboard::key::Named::F5,
    iced::keyboard::key::Named::F6,
];

/// Ctrl+Enter.
pub const fn submit_key() -> Shortcut {
    Shortcut::named(iced::keyboard::key::Named::Enter).with_command()
}

/// A label and what stands right of it.
pub fn beside<'a>(
    env: &Env<'a>,
    name: &'a str,
    content: impl Into<Element<'a, Message>>,
    needed: Needed,
) -> Element<'a, Message> {
    let width = match env.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 72.0,
        Locale::En => 116.0,
    };
    let head = container(heading(name, needed)).width(width).padding([5, 0]);
    row![head, container(content).width(Length::Fill)].spacing(8).align_y(Top).into()
}

fn heading(name: &str, needed: Needed) -> Element<'_, Message> {
    match needed {
        Needed::Yes => label_required(name),
        Needed::No => label(name).into(),
    }
}

fn tone(choice: Choice) -> Tone {
    let Choice::Agreement(agreement) = choice else { return Tone::Accent };
    match agreement {
        Agreement::Agreed => Tone::Success,
        Agreement::Refused => Tone::Late,
    }
}

/// What a button says; `…` where a form follows.
pub fn words(env: &Env<'_>, case: &Case<'_>, ask: Ask, opens: bool) -> String {
    let texts = env.texts;
    let verb = match ask {
        Ask::Approve => {
            let version = case.order.and_then(|it| it.plan()).map_or(1, |it| it.version);
            return texts.handling_approve_version(version);
        }
        Ask::Contact => texts.handling_save_contact(),
        Ask::Investigate => texts.handling_save_investigation(),
        Ask::Propose => texts.handling_save_plan(),
        Ask::RecordAnswer => texts.handling_save_answer(),
        Ask::Close if !opens => texts.handling_close_confirm(),
        Ask::Dispatch => texts.handling_next_round(),
        Ask::AskSight if opens => texts.sight_ask(),
        Ask::AskSight => texts.sight_send(),
        Ask::AnswerSight => texts.sight_reply(),
        Ask::Accept
        | Ask::Report
        | Ask::Promise
        | Ask::Submit
        | Ask::Verbal
        | Ask::SendBack
        | Ask::Execute
        | Ask::HandIn
        | Ask::GiveBack
        | Ask::Transfer
        | Ask::Pause
        | Ask::Resume
        | Ask::Reassign
        | Ask::Remind
        | Ask::Convert
        | Ask::Merge
        | Ask::Forward
        | Ask::Close
        | Ask::Reopen
        | Ask::Archive
        | Ask::Note
        | Ask::Track
        | Ask::FormGroup
        | Ask::Review
        | Ask::Hold
        | Ask::Improve
        | Ask::Improved
        | Ask::FollowUp
        | Ask::Followed
        | Ask::Reveal => texts.name(ask.verb()),
    };
    if opens && !matches!(ask, Ask::Execute | Ask::HandIn) { format!("{verb}…") } else { verb.to_owned() }
}
