//! 批量分配: several callbacks at once, to one caller or evenly among several (E01, X13).
//!
//! The queue is ticked at the left; at the right stands who gets how many before anything is written. It divides work
//! and locks nothing: whoever may call may still call.

use std::collections::BTreeSet;

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{column, container, mouse_area, row, space},
};

use super::{Message, Pending, State, Tab, view_of};
use crate::app::{Request, Several};
use crate::books::callbacks::Division;
use crate::domain::complaint::{self, Command, Complaint, Verb};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::role::Role;
use crate::i18n::format;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Cap, Field as Heard, Press, Shortcut};
use crate::ui::part::form::{Step, toggled};
use crate::ui::part::several::{NotDone, not_done};
use crate::ui::screen::{Action, Message as Above, Said};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, Note, avatar, body, button, check, fitted, heading, hint, icon_button, keycap, line_across, note, pane_foot,
    pane_head, scroll, small, strong,
};

/// Which callbacks, among whom, and what came of the last try.
#[derive(Debug, Clone, Default)]
pub(super) struct Sharing {
    pub(super) checked: BTreeSet<ComplaintId>,
    callers: Vec<PersonId>,
    trouble: Option<NotDone>,
}

/// What was sent, and what to say once it is done.
#[derive(Debug, Clone)]
pub struct Batch {
    said: String,
    /// Who had each before, for 撤销; empty: nothing to take back.
    before: Vec<(ComplaintId, Option<PersonId>)>,
}

/// A caller is chosen by a key: as many as there are digits.
const KEYED: usize = 9;
const ROW: f32 = 44.0;
const NUMBER: f32 = 84.0;
const WIDEST: f32 = 760.0;

impl State {
    /// Whether there is something to divide for the viewer.
    pub(super) fn can_share(&self, env: &Env<'_>) -> bool {
        self.tab == Tab::Waiting
            && env.may(Verb::AssignCallback)
            && env.books.callbacks(view_of(env)).iter().any(|it| shareable(env, it.complaint))
    }

    /// Opens the plan with what nobody has yet, among the front desk; or leaves it.
    pub(super) fn toggle_sharing(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if self.sharing.take().is_some() || !self.can_share(env) {
            return Effect::none();
        }
        let queue = env.books.callbacks(view_of(env));
        let open = |it: &&Complaint| it.calls_back.is_none() && shareable(env, it);
        let desk = |it: &PersonId| env.office().person(*it).is_some_and(|it| it.is(Role::FrontDesk));
        self.sharing = Some(Sharing {
            checked: queue.iter().map(|it| it.complaint).filter(open).map(|it| it.id).collect(),
            callers: env.books.callers().filter(desk).collect(),
            trouble: None,
        });
        self.whose = super::Whose::All;
        self.panel = super::Panel::None;
        self.ring.leave().into()
    }

    pub(super) fn tick(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        let may = env.books.complaint(id).is_some_and(|it| shareable(env, it));
        if let Some(sharing) = self.sharing.as_mut()
            && !sharing.checked.remove(&id)
            && may
        {
            sharing.checked.insert(id);
        }
        self.chosen = Some(id);
        Effect::none()
    }

    /// All of them, or none once all are ticked.
    pub(super) fn tick_all(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let queue = env.books.callbacks(view_of(env));
        let all: BTreeSet<_> =
            queue.iter().map(|it| it.complaint).filter(|it| shareable(env, it)).map(|it| it.id).collect();
        if let Some(sharing) = self.sharing.as_mut() {
            sharing.checked = if sharing.checked == all { BTreeSet::new() } else { all };
        }
        Effect::none()
    }

    pub(super) fn turn_caller(&mut self, env: &Env<'_>, person: PersonId) -> Effect<Message, Action> {
        if let Some(sharing) = self.sharing.as_mut() {
            toggled(&mut sharing.callers, person);
            // Of equals the first gets more: the order of the list, and not that of the ticks.
            let order: Vec<_> = env.books.callers().collect();
            sharing.callers.sort_by_key(|it| order.iter().position(|other| other == it));
        }
        Effect::none()
    }

    /// 分配 n 件
    pub(super) fn share(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(sharing) = self.sharing.as_ref().filter(|_| self.pending.is_none()) else { return Effect::none() };
        let wanted = changes(env, &division(env, sharing));
        let said = env.texts.call_said_shared(wanted.len());
        self.send(env, said, wanted.into_iter().map(|(id, person)| (id, Some(person))).collect())
    }

    /// 收回: nobody in particular has the ticked ones any more.
    pub(super) fn withdraw(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(sharing) = self.sharing.as_ref().filter(|_| self.pending.is_none()) else { return Effect::none() };
        let wanted = given(env, sharing);
        let said = env.texts.call_said_withdrawn(wanted.len());
        self.send(env, said, wanted.into_iter().map(|it| (it, None)).collect())
    }

    fn send(
        &mut self,
        env: &Env<'_>,
        said: String,
        wanted: Vec<(ComplaintId, Option<PersonId>)>,
    ) -> Effect<Message, Action> {
        let before = wanted.iter().filter_map(|(id, _)| Some((*id, env.books.complaint(*id)?.calls_back)));
        let batch = Batch { said, before: before.collect() };
        self.assign(env, batch, wanted)
    }

    /// 撤销: each goes back to who had it.
    pub(super) fn unshare(
        &mut self,
        env: &Env<'_>,
        before: Vec<(ComplaintId, Option<PersonId>)>,
    ) -> Effect<Message, Action> {
        let batch = Batch { said: env.texts.call_said_unshared(before.len()), before: Vec::new() };
        self.assign(env, batch, before)
    }

    /// One after the other; what is refused for one stops none of the others.
    fn assign(
        &mut self,
        env: &Env<'_>,
        batch: Batch,
        wanted: Vec<(ComplaintId, Option<PersonId>)>,
    ) -> Effect<Message, Action> {
        if wanted.is_empty() || self.pending.is_some() {
            return Effect::none();
        }
        self.pending = Some(Pending::Share);
        if let Some(sharing) = self.sharing.as_mut() {
            sharing.trouble = None;
        }
        let request =
            |(id, person)| (id, env.decided(id, Request::complaint(env.me, id, Command::AssignCallback { person })));
        let requests = wanted.into_iter().map(request).collect();
        Effect::perform(env.desk.each(requests), move |several| Message::SharedAll(batch, Box::new(several)))
    }

    /// What was given is said; what was refused stays ticked, with the reason in sight.
    pub(super) fn shared(
        &mut self,
        env: &Env<'_>,
        batch: Batch,
        several: &Several<ComplaintId>,
    ) -> Effect<Message, Action> {
        self.pending = None;
        let whole = several.wished();
        let done: Vec<ComplaintId> = several.done.iter().map(|(id, _)| *id).collect();
        let failed = not_done(env, several);
        if let Some(sharing) = self.sharing.as_mut() {
            sharing.checked.retain(|it| !done.contains(it));
            sharing.trouble = failed;
            if sharing.trouble.is_none() {
                self.sharing = None;
            }
        } else if let Some(NotDone { words, .. }) = failed {
            // 撤销 came when the plan was closed already.
            return Effect::action(Action::Say(Said { words, undo: None }));
        }
        if done.is_empty() {
            return Effect::none();
        }
        let words = if done.len() == whole { batch.said } else { env.texts.board_done_some(whole, done.len()) };
        let before: Vec<_> = batch.before.into_iter().filter(|(id, _)| done.contains(id)).collect();
        let undo = (!before.is_empty()).then(|| Box::new(Above::Callback(Message::ShareTakenBack(before))));
        Effect::action(Action::Say(Said { words, undo }))
    }

    pub(super) fn pressed_sharing(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        let named = |named| Shortcut::named(named).matches(press);
        if Shortcut::named(Named::Enter).with_command().matches(press) {
            return Some(Message::Shared);
        }
        if named(Named::Escape) {
            return Some(Message::ShareToggled);
        }
        if press.field() == Heard::Took {
            return None;
        }
        if Shortcut::command('a').matches(press) {
            return Some(Message::AllTicked);
        }
        if named(Named::ArrowDown) {
            return Some(Message::Moved(Step::Next));
        }
        if named(Named::ArrowUp) {
            return Some(Message::Moved(Step::Previous));
        }
        if named(Named::Space) {
            return self.chosen.map(Message::Ticked);
        }
        if press.is_repeated() {
            return None;
        }
        if Shortcut::sign('b').matches(press) {
            return Some(Message::ShareToggled);
        }
        let place = usize::try_from(press.alone()?.to_digit(10)?).ok()?.checked_sub(1)?;
        env.books.callers().nth(place).map(Message::CallerTurned)
    }
}

/// Whether the viewer may give this one to somebody now.
pub(super) fn shareable(env: &Env<'_>, complaint: &Complaint) -> bool {
    complaint.open_call().is_none() && complaint::may(&env.ctx(), complaint, Verb::AssignCallback, None).is_ok()
}

/// Who would get which of the ticked ones.
fn division(env: &Env<'_>, sharing: &Sharing) -> Division {
    let chosen: Vec<_> = sharing.checked.iter().copied().collect();
    env.books.divide((&chosen, env.now), &sharing.callers)
}

/// What of a division is not so already.
fn changes(env: &Env<'_>, division: &Division) -> Vec<(ComplaintId, PersonId)> {
    let other = |(id, person): &&(ComplaintId, PersonId)| {
        env.books.complaint(*id).is_some_and(|it| it.calls_back != Some(*person))
    };
    division.given.iter().filter(other).copied().collect()
}

/// The ticked ones that somebody has.
fn given(env: &Env<'_>, sharing: &Sharing) -> Vec<ComplaintId> {
    let has = |it: &&ComplaintId| env.books.complaint(**it).is_some_and(|it| it.calls_back.is_some());
    sharing.checked.iter().filter(has).copied().collect()
}

/// The head of the queue: how many are ticked, all or none, out again.
pub(super) fn head<'a>(env: &Env<'a>, sharing: &Sharing) -> Element<'a, Message> {
    let texts = env.texts;
    let all = button(texts.call_tick_all()).link().compact().on_press(Message::AllTicked);
    row![
        strong(texts.board_checked(sharing.checked.len())),
        space().width(Length::Fill),
        Element::from(all),
        icon_button(icon::X, texts.close(), Some(Message::ShareToggled), 0),
    ]
    .spacing(4)
    .align_y(Center)
    .into()
}

/// Who gets how many.
pub(super) fn view<'a>(state: &'a State, env: &Env<'a>, sharing: &'a Sharing) -> Element<'a, Message> {
    let texts = env.texts;
    let division = division(env, sharing);
    let wanted = changes(env, &division);
    let callers: Vec<PersonId> = env.books.callers().collect();
    let heads = row![
        hint(texts.call_share_who()).width(Length::Fill),
        number(hint(texts.call_share_has())),
        number(hint(texts.call_share_gets())),
        number(hint(texts.call_share_then())),
    ]
    .spacing(12);
    let mut list = column![container(heads).padding([8, 14]), line_across()];
    for (place, person) in callers.iter().enumerate() {
        list = list.push(caller(env, sharing, (&wanted, place, *person)));
    }
    let list = crate::ui::widget::card(list).width(Length::Fill);
    let content = column![body(texts.call_share_words()).style(style::text::ink2), list]
        .push(left(env, sharing, &division))
        .push(hint(texts.call_share_law()))
        .push(trouble(sharing))
        .spacing(12)
        .max_width(WIDEST);
    let idle = state.pending.is_none();
    let go = button(texts.call_share_do(wanted.len())).primary().icon(icon::USER_CHECK);
    let go = match (idle, wanted.len()) {
        (false, _) => go.busy(),
        (true, 0) if sharing.checked.is_empty() => go.locked(texts.call_share_none_ticked()),
        (true, 0) if sharing.callers.is_empty() => go.locked(texts.call_share_nobody()),
        (true, 0) => go.locked(texts.call_share_nothing_changes()),
        (true, _) => go.keys(Shortcut::named(Named::Enter).with_command()).on_press(Message::Shared),
    };
    let taken = given(env, sharing).len();
    let withdraw = (0 < taken).then(|| {
        let it = button(texts.call_share_withdraw(taken)).quiet().icon(icon::UNDO_2);
        Element::from(it.on_press_maybe(idle.then_some(Message::Withdrawn)))
    });
    let cancel = button(texts.cancel()).on_press(Message::ShareToggled);
    let foot = row![]
        .push(withdraw)
        .push(space().width(Length::Fill))
        .push(Element::from(cancel))
        .push(Element::from(go))
        .spacing(8)
        .align_y(Center);
    let padded = container(content).padding(20).width(Length::Fill).align_x(Center);
    container(column![pane_head(heading(texts.call_share())), scroll(padded), pane_foot(foot)])
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style::surface::canvas)
        .into()
}

fn number(words: crate::ui::widget::Text<'_>) -> Element<'_, Message> {
    words.width(NUMBER).align_x(iced::Right).wrapping(iced::widget::text::Wrapping::None).into()
}

fn caller<'a>(
    env: &Env<'a>,
    sharing: &Sharing,
    (changes, place, person): (&[(ComplaintId, PersonId)], usize, PersonId),
) -> Element<'a, Message> {
    let texts = env.texts;
    let chosen = sharing.callers.contains(&person);
    let has = env.books.callbacks_of(person);
    let had = |id: &ComplaintId| env.books.complaint(*id).is_some_and(|it| it.calls_back == Some(person));
    let gains = changes.iter().filter(|it| it.1 == person).count();
    let loses = changes.iter().filter(|it| had(&it.0)).count();
    let name = texts.person(env.office(), person);
    let key = (place < KEYED)
        .then(|| keycap(Cap::Sign(char::from_digit(u32::try_from(place + 1).unwrap_or(0), 10).unwrap_or(' '))));
    let who = row![check("", chosen, Focus::Elsewhere, Some(Message::CallerTurned(person))), avatar(&name)]
        .push(container(fitted(&name, Face::Strong, 260.0)).width(Length::Fill))
        .push(key)
        .spacing(10)
        .align_y(Center)
        .width(Length::Fill);
    let change = match (gains, loses) {
        (0, 0) => format::NONE.to_owned(),
        (gains, 0) => format!("+{gains}"),
        (0, loses) => format!("−{loses}"),
        (gains, loses) => format!("+{gains} −{loses}"),
    };
    let then = (has + gains).saturating_sub(loses);
    let drawn = row![who, number(body(has.to_string())), number(body(change)), number(body(then.to_string()))]
        .spacing(12)
        .align_y(Center);
    let standing = if chosen { Standing::Checked } else { Standing::Rest };
    let drawn = container(drawn).height(ROW).padding([0, 14]).align_y(Center).style(style::row::row(standing));
    mouse_area(column![drawn, line_across()])
        .on_press(Message::CallerTurned(person))
        .interaction(iced::mouse::Interaction::Pointer)
        .into()
}

/// Those that nobody of the ticked callers can get.
fn left<'a>(env: &Env<'a>, sharing: &Sharing, division: &Division) -> Option<Element<'a, Message>> {
    if division.left.is_empty() || sharing.callers.is_empty() {
        return None;
    }
    let numbers = env.texts.list(division.left.iter().map(|it| it.short()));
    Some(note(Note {
        tone: Tone::Soon,
        icon: icon::USERS,
        title: env.texts.call_share_left(division.left.len()).into(),
        words: env.texts.call_share_left_words(numbers).into(),
        actions: Vec::new(),
    }))
}

fn trouble<'a>(sharing: &Sharing) -> Option<Element<'a, Message>> {
    let failed = sharing.trouble.as_ref()?;
    Some(note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: failed.title.clone().into(),
        words: failed.words.clone().into(),
        actions: Vec::new(),
    }))
}

/// Whose callback it is, on its row of the queue.
pub(super) fn whose<'a>(env: &Env<'a>, complaint: &Complaint) -> Option<Element<'a, Message>> {
    let person = complaint.calls_back?;
    let name = env.texts.person(env.office(), person);
    let name = if person == env.me { env.texts.call_mine().to_owned() } else { name };
    let style = if env.books.is_to_call(env.me, complaint) { style::text::link } else { style::text::ink3 };
    Some(small(name).style(style).wrapping(iced::widget::text::Wrapping::None).into())
}
