//! Drafts: what is typed is on disk at the latest two seconds later, and comes back after a crash (UI.md 9.3).
//!
//! - Every change of the form is noticed by looking at the form, so that none can be forgotten.
//! - A draft is taken away when its complaint is registered, or when its author discards it; never otherwise.
//! - Its id is the press that registers it: sent again after a crash, it is not registered twice.

use std::collections::BTreeSet;
use std::time::Duration;

use iced::Task;

use super::form::Sending;
use super::paper::{Lies, Paper};
use super::stop::Stop;
use super::{Message, State};
use crate::app::drafts::{Drafts, Found};
use crate::app::{self, NotKept};
use crate::domain::complaint::words::Attachment;
use crate::domain::customer::Phone;
use crate::domain::id::{PersonId, PressId};
use crate::domain::moment::Moment;
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env};
use crate::ui::part::form::Step;
use crate::ui::screen::{self, Action, Said};

/// So long after the last key a draft is kept.
const PAUSE: Duration = Duration::from_millis(800);
/// The timers of the system may be a little early by the clock on the wall.
const NEARLY: chrono::Duration = chrono::Duration::milliseconds(700);
/// Whoever types on and on: the next key is looked at within [`PAUSE`], so two seconds are never passed.
const ON_AND_ON: chrono::Duration = chrono::Duration::milliseconds(1_200);
/// So long after a failure it is tried again.
const AGAIN: Duration = Duration::from_secs(10);

/// What is kept, and what is not yet.
#[derive(Debug, Default)]
pub struct Keeping {
    owner: Option<PersonId>,
    drawer: Option<Drafts>,
    /// The draft on the form; drawn with the first change.
    id: Option<PressId>,
    /// The form as last looked at.
    seen: Paper,
    changed: Option<Moment>,
    /// How often it was changed.
    changes: u64,
    /// The first change that is not on disk.
    since: Option<Moment>,
    /// As of when the form is on disk.
    pub kept: Option<Moment>,
    /// Why it is not.
    pub trouble: Option<NotKept>,
    /// The other drafts, the newest first.
    pub others: Vec<(PressId, Paper)>,
    /// Damaged files, where they lie now.
    pub aside: Vec<String>,
    discarded: Option<(PressId, Paper)>,
    /// Those of the others that are not on disk.
    unkept: BTreeSet<PressId>,
    /// What lies on the disk was not read.
    unread: bool,
    /// The list, and which line is marked.
    pub list: List,
}

impl Keeping {
    /// Whether the one trouble is that what lies on the disk was not read: what is not kept comes first.
    pub fn is_unread(&self) -> bool {
        self.unread && self.since.is_none() && self.unkept.is_empty()
    }
}

/// The list of drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum List {
    /// Not shown.
    #[default]
    Closed,
    /// Shown; a line is marked.
    Open(usize),
}

/// Whether somebody asked for it, and wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// 存草稿
    ByHand,
    /// By itself.
    ByItself,
}

/// What became of a draft on disk.
#[derive(Debug, Clone)]
pub struct Written {
    id: PressId,
    as_of: Moment,
    asked: Asked,
    outcome: Result<(), NotKept>,
}

/// Keeping.
impl State {
    /// Looks at the form after whatever was done to it.
    pub(super) fn notice(&mut self, env: &Env<'_>) -> Task<Message> {
        let paper = Paper::of(&self.form);
        if paper.says_the_same(&self.keeping.seen) {
            return Task::none();
        }
        self.keeping.seen = paper;
        let now = env.desk.now();
        self.keeping.id.get_or_insert_with(app::press);
        self.keeping.changed = Some(now);
        self.keeping.changes += 1;
        self.keeping.since.get_or_insert(now);
        self.look_in(PAUSE)
    }

    fn look_in(&self, pause: Duration) -> Task<Message> {
        let change = self.keeping.changes;
        Task::perform(async move { tokio::time::sleep(pause).await }, move |()| Message::DraftDue(change))
    }

    /// Some time after a change: kept, unless more of them came just now.
    pub(super) fn draft_due(&mut self, env: &Env<'_>, change: u64) -> Effect<Message, Action> {
        let now = env.desk.now();
        let (Some(changed), Some(since)) = (self.keeping.changed, self.keeping.since) else { return Effect::none() };
        let quiet = change == self.keeping.changes || !(changed..changed + NEARLY).contains(&now);
        if quiet || since + ON_AND_ON <= now { self.keep(env, Asked::ByItself).into() } else { Effect::none() }
    }

    /// Keeps what is not kept yet, now.
    pub(super) fn keep(&mut self, env: &Env<'_>, asked: Asked) -> Task<Message> {
        let Some(id) = self.keeping.id.filter(|_| self.keeping.since.is_some() || asked == Asked::ByHand) else {
            return Task::none();
        };
        self.keeping.since = None;
        let now = env.desk.now();
        if self.keeping.seen.is_empty() {
            self.keeping.kept = None;
            return self.take_away(id);
        }
        let paper = self.paper(now, Lies::AtHand);
        self.write(id, &paper, asked)
    }

    fn paper(&self, now: Moment, lies: Lies) -> Paper {
        let changed = self.keeping.changed.unwrap_or(now);
        let mut paper = Paper::of(&self.form);
        (paper.changed, paper.call, paper.lies) = (changed, self.call, lies);
        paper
    }

    fn write(&self, id: PressId, paper: &Paper, asked: Asked) -> Task<Message> {
        let Some(drawer) = &self.keeping.drawer else { return Task::none() };
        let as_of = paper.changed;
        Task::perform(drawer.keep(id, paper), move |outcome| {
            Message::DraftWritten(Written { id, as_of, asked, outcome })
        })
    }

    fn take_away(&self, id: PressId) -> Task<Message> {
        let Some(drawer) = &self.keeping.drawer else { return Task::none() };
        Task::perform(drawer.remove(id), |outcome| {
            if let Err(trouble) = outcome {
                tracing::warn!(?trouble, "a draft that was sent is still there");
            }
        })
        .discard()
    }

    /// Those that were put away and are not on disk are tried again.
    pub(super) fn keep_others(&mut self) -> Task<Message> {
        let unkept = std::mem::take(&mut self.keeping.unkept);
        let drafts = self.keeping.others.iter().filter(|(id, _)| unkept.contains(id));
        Task::batch(drafts.map(|(id, paper)| self.write(*id, paper, Asked::ByItself)).collect::<Vec<_>>())
    }

    pub(super) fn draft_written(&mut self, env: &Env<'_>, it: &Written) -> Effect<Message, Action> {
        let here = self.keeping.id == Some(it.id);
        let other = self.keeping.others.iter().any(|(id, _)| *id == it.id);
        match &it.outcome {
            Ok(()) => {
                self.keeping.unkept.remove(&it.id);
                // Whatever else is not on disk yet is still said.
                if self.keeping.unkept.is_empty() && (here || self.keeping.since.is_none()) && !self.keeping.unread {
                    self.keeping.trouble = None;
                }
                if here {
                    self.keeping.kept = self.keeping.kept.max(Some(it.as_of));
                }
                if here && it.asked == Asked::ByHand {
                    let at = env.texts.time(env.local(it.as_of).time());
                    return say(env.texts.intake_said_draft(at));
                }
                Effect::none()
            }
            Err(trouble) => {
                self.keeping.trouble = Some(*trouble);
                if here {
                    self.keeping.since.get_or_insert(it.as_of);
                    self.look_in(AGAIN).into()
                } else if other && self.keeping.unkept.insert(it.id) {
                    let later = async { tokio::time::sleep(AGAIN).await };
                    Task::perform(later, |()| Message::DraftsDue).into()
                } else {
                    Effect::none()
                }
            }
        }
    }

    /// 存草稿
    pub(super) fn keep_by_hand(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let others = self.keep_others();
        let read = if self.keeping.unread { self.read_drafts(env) } else { Task::none() };
        let here = if self.keeping.drawer.is_none() || self.keeping.seen.is_empty() {
            Task::none()
        } else {
            self.keep(env, Asked::ByHand)
        };
        Effect::task(Task::batch([here, others, read]))
    }

    /// Another screen is opened, the window is closed: nothing waits for its pause.
    pub fn left(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.keeping.list = List::Closed;
        let noticed = self.notice(env);
        Effect::from(self.keep(env, Asked::ByItself)).and_task(noticed)
    }

    /// As [`State::left`]; done when it is on disk.
    pub fn close(&mut self, env: &Env<'_>) -> Task<Message> {
        let _timer = self.notice(env);
        self.keep(env, Asked::ByItself)
    }
}

/// Several drafts.
impl State {
    /// Whoever works here now gets his own drafts; those of another stay where they are.
    pub(super) fn meet_owner(&mut self, env: &Env<'_>) -> Task<Message> {
        if self.keeping.owner == Some(env.me) {
            return Task::none();
        }
        let before = match self.keeping.owner {
            Some(_) => self.keep(env, Asked::ByItself),
            None => Task::none(),
        };
        let first = self.keeping.owner.is_none();
        if !first {
            self.start_anew(env);
        }
        self.keeping = Keeping {
            owner: Some(env.me),
            drawer: env.folder.map(|it| it.drafts(env.me)),
            id: self.keeping.id.filter(|_| first),
            seen: std::mem::take(&mut self.keeping.seen),
            ..Keeping::default()
        };
        Task::batch([before, self.read_drafts(env)])
    }

    fn read_drafts(&self, env: &Env<'_>) -> Task<Message> {
        let (Some(drawer), owner) = (&self.keeping.drawer, env.me) else { return Task::none() };
        Task::perform(drawer.all::<Paper>(), move |found| Message::DraftsFound(owner, Box::new(found)))
    }

    pub(super) fn drafts_found(
        &mut self,
        env: &Env<'_>,
        owner: PersonId,
        found: Result<Found<Paper>, NotKept>,
    ) -> Effect<Message, Action> {
        if self.keeping.owner != Some(owner) {
            return Effect::none();
        }
        let Found { drafts, aside } = match found {
            Ok(found) => found,
            Err(trouble) => {
                (self.keeping.trouble, self.keeping.unread) = (Some(trouble), true);
                return Effect::none();
            }
        };
        if std::mem::take(&mut self.keeping.unread) && self.keeping.unkept.is_empty() {
            self.keeping.trouble = None;
        }
        self.keeping.aside = aside;
        let here = self.keeping.id;
        let known: Vec<PressId> = self.keeping.others.iter().map(|(id, _)| *id).chain(here).collect();
        self.keeping.others.extend(drafts.into_iter().filter(|(id, _)| !known.contains(id)));
        self.keeping.others.sort_by_key(|(_, it)| std::cmp::Reverse(it.changed));
        let at_hand = self.keeping.others.iter().position(|(_, it)| it.lies == Lies::AtHand);
        match at_hand {
            Some(index) if self.keeping.seen.is_empty() => {
                let (id, paper) = self.keeping.others.remove(index);
                self.lay_out(env, id, &paper)
            }
            Some(_) | None => Effect::none(),
        }
    }

    /// A draft on the form, the keyboard at its first gap.
    fn lay_out(&mut self, env: &Env<'_>, id: PressId, paper: &Paper) -> Effect<Message, Action> {
        self.start_anew(env);
        self.form = paper.form(env.office());
        self.call = paper.call;
        self.keeping.id = Some(id);
        self.keeping.seen = Paper::of(&self.form);
        self.keeping.changed = Some(paper.changed);
        self.keeping.kept = self.keeping.drawer.is_some().then_some(paper.changed);
        self.look_again(env);
        self.recognise(env);
        let paper = self.paper(env.desk.now(), Lies::AtHand);
        let kept = self.write(id, &paper, Asked::ByItself);
        let gap = self.gaps(env, Sending::Whole(self.form.way())).first().copied();
        let gone = self.go(env, gap.unwrap_or(Stop::Primary));
        Effect::task(gone).and_task(kept).and_task(self.want_files(env))
    }

    /// What is on the form goes among the drafts; the form is empty then.
    fn put_away(&mut self, env: &Env<'_>) -> Option<(PressId, Task<Message>)> {
        let _timer = self.notice(env);
        let id = self.keeping.id.filter(|_| !self.keeping.seen.is_empty())?;
        let paper = self.paper(env.desk.now(), Lies::Away);
        let kept = self.write(id, &paper, Asked::ByItself);
        self.keeping.others.insert(0, (id, paper));
        self.start_anew(env);
        Some((id, kept))
    }

    /// 登记投诉 while one is being registered: that one becomes a draft.
    pub fn again(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if !Self::is_open_to(env) {
            return Effect::none();
        }
        let Some((id, kept)) = self.put_away(env) else { return self.go(env, Stop::Phone).into() };
        let who = self.keeping.others.first().map(|(_, it)| Self::announced(env, it)).unwrap_or_default();
        let undo = Some(Box::new(screen::Message::Intake(Message::DraftTaken(id))));
        let said = Said { words: env.texts.intake_said_put_away(who), undo };
        let gone = self.go(env, Stop::Phone);
        Effect::task(Task::batch([kept, gone])).and_action(Action::Say(said))
    }

    /// Whose draft, as far as may be shown.
    pub(super) fn called(env: &Env<'_>, paper: &Paper) -> String {
        match (env.cloak, paper.who()) {
            (Cloak::On, _) => env.texts.customer_cloaked().to_owned(),
            (Cloak::Off, Some(who)) => who.to_owned(),
            (Cloak::Off, None) => env.texts.intake_draft_nobody().to_owned(),
        }
    }

    /// The same where everybody may look (UI.md 11): surname and tail.
    fn announced(env: &Env<'_>, paper: &Paper) -> String {
        if env.cloak == Cloak::On {
            return env.texts.customer_cloaked().to_owned();
        }
        let name = paper.name().map(|it| env.texts.masked_name(it, paper.salutation()));
        let number = || Some(Phone::new(paper.phone()?).ok()?.masked());
        name.or_else(number).unwrap_or_else(|| env.texts.intake_draft_nobody().to_owned())
    }

    /// Goes on with another draft; the one on the form is put away.
    pub(super) fn take_draft(&mut self, env: &Env<'_>, id: PressId) -> Effect<Message, Action> {
        self.keeping.list = List::Closed;
        let away = self.put_away(env).map_or_else(Task::none, |(_, kept)| kept);
        let Some(index) = self.keeping.others.iter().position(|(it, _)| *it == id) else { return away.into() };
        let (id, paper) = self.keeping.others.remove(index);
        self.lay_out(env, id, &paper).and_task(away)
    }

    /// A file that was on its way when its draft was put away. Answers whether there is such a draft.
    pub(super) fn attach_to(&mut self, id: PressId, file: &Attachment) -> Option<Task<Message>> {
        if let Some((_, paper)) = self.keeping.discarded.as_mut().filter(|(it, _)| *it == id) {
            // It may be taken back yet.
            paper.attach(file);
            return Some(Task::none());
        }
        let index = self.keeping.others.iter().position(|(it, _)| *it == id)?;
        self.keeping.others[index].1.attach(file);
        let (id, paper) = &self.keeping.others[index];
        Some(self.write(*id, paper, Asked::ByItself))
    }

    /// Discards a draft; it can be taken back.
    pub(super) fn discard_draft(&mut self, env: &Env<'_>, id: PressId) -> Effect<Message, Action> {
        let (paper, focus) = if self.keeping.id == Some(id) {
            let paper = self.paper(env.desk.now(), Lies::AtHand);
            self.start_anew(env);
            (paper, self.go(env, Stop::Phone))
        } else {
            let Some(index) = self.keeping.others.iter().position(|(it, _)| *it == id) else { return Effect::none() };
            (self.keeping.others.remove(index).1, Task::none())
        };
        let who = Self::announced(env, &paper);
        self.keeping.discarded = Some((id, paper));
        self.mark_draft(None);
        let undo = Some(Box::new(screen::Message::Intake(Message::DraftRestored)));
        let said = Said { words: env.texts.intake_said_discarded(who), undo };
        Effect::task(Task::batch([self.take_away(id), focus])).and_action(Action::Say(said))
    }

    /// A discarded draft comes back: onto the form if that is empty, else among the drafts.
    pub(super) fn restore_draft(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some((id, mut paper)) = self.keeping.discarded.take() else { return Effect::none() };
        if self.keeping.seen.is_empty() {
            return self.lay_out(env, id, &paper);
        }
        paper.lies = Lies::Away;
        let kept = self.write(id, &paper, Asked::ByItself);
        self.keeping.others.insert(0, (id, paper));
        kept.into()
    }

    /// The complaint is registered: its draft has done its work.
    pub(super) fn draft_sent(&mut self) -> Task<Message> {
        self.keeping.id.map_or_else(Task::none, |it| self.take_away(it))
    }

    /// The press of the draft on the form.
    pub(super) fn press(&mut self) -> PressId {
        *self.keeping.id.get_or_insert_with(app::press)
    }

    /// The form is empty and belongs to no draft.
    pub(super) fn forget_draft(&mut self) {
        self.keeping.id = None;
        self.keeping.seen = Paper::default();
        self.keeping.changed = None;
        self.keeping.since = None;
        self.keeping.kept = None;
    }

    /// The first words of the draft on the form, for whoever drives the window without looking at it.
    #[must_use]
    pub fn summary_of_draft(&self) -> Option<String> {
        let paper = Some(&self.keeping.seen).filter(|it| !it.is_empty())?;
        Some(format!("{}·{}", paper.who().unwrap_or_default(), paper.words()))
    }

    /// Every draft: the one on the form first.
    pub(super) fn drafts(&self) -> Vec<(PressId, &Paper)> {
        let here = self.keeping.id.filter(|_| !self.keeping.seen.is_empty()).map(|it| (it, &self.keeping.seen));
        here.into_iter().chain(self.keeping.others.iter().map(|(id, it)| (*id, it))).collect()
    }

    /// Whether a draft is the one on the form.
    pub(super) fn is_here(&self, id: PressId) -> bool {
        self.keeping.id == Some(id)
    }

    pub(super) fn toggle_drafts(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        match self.keeping.list {
            List::Open(_) => {
                self.keeping.list = List::Closed;
                self.go(env, Stop::Phone).into()
            }
            List::Closed => {
                let others = usize::from(self.drafts().len() > self.keeping.others.len());
                let first = others.min(self.drafts().len().saturating_sub(1));
                self.keeping.list = List::Open(first);
                self.go(env, Stop::Drafts).into()
            }
        }
    }

    pub(super) fn mark_draft(&mut self, step: Option<Step>) {
        let last = self.drafts().len().saturating_sub(1);
        if let List::Open(marked) = self.keeping.list {
            self.keeping.list = List::Open(match step {
                Some(Step::Next) => (marked + 1).min(last),
                Some(Step::Previous) => marked.saturating_sub(1),
                None => marked.min(last),
            });
        }
    }

    pub(super) fn mark_drafts(&mut self, step: Step) -> Effect<Message, Action> {
        self.mark_draft(Some(step));
        Effect::none()
    }

    pub(super) fn close_drafts(&mut self) -> Effect<Message, Action> {
        self.keeping.list = List::Closed;
        Effect::none()
    }

    pub(super) fn forget_aside(&mut self) -> Effect<Message, Action> {
        self.keeping.aside.clear();
        Effect::none()
    }
}

fn say(words: String) -> Effect<Message, Action> {
    Effect::action(Action::Say(Said { words, undo: None }))
}
