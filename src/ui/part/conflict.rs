//! Somebody else was quicker (UI.md §8): what they did to the thing that a form is about, and what becomes of one's own
//! words. What they did to anything else is taken over silently; which is which only the screen knows.

use iced::widget::{Column, column, row};

use crate::domain::complaint::Event;
use crate::domain::record::{Fact, Recorded, Version};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, button, hint, note, small};

/// What others did meanwhile to what a form, `About`, is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict<About> {
    /// Which form.
    pub about: About,
    /// What they did, in order; never empty.
    pub facts: Vec<Recorded>,
    /// The version that they left.
    pub version: Version,
    /// Whether the difference is shown.
    pub shown: Shown,
}

/// Whether the difference is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// 查看差别
    Yes,
    /// Folded.
    No,
}

/// Whose words count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 用我的
    Mine,
    /// 用新的
    Theirs,
}

impl<About> Conflict<About> {
    /// What of a history, after the version that was seen, touches a form; `None`: nothing does.
    pub fn of(about: About, touches: impl Fn(&Event) -> bool, (facts, seen): (&[Recorded], Version)) -> Option<Self> {
        let version = facts.last()?.version;
        let touching = facts.iter().filter(|it| seen < it.version).filter(|it| match &it.fact {
            Fact::Complaint(entry) => touches(&entry.event),
            Fact::Office(_) | Fact::Customer(_) => false,
        });
        let facts: Vec<Recorded> = touching.cloned().collect();
        (!facts.is_empty()).then_some(Self { about, facts, version, shown: Shown::No })
    }

    /// 查看差别, or folds it again.
    pub fn turn(&mut self) {
        self.shown = match self.shown {
            Shown::Yes => Shown::No,
            Shown::No => Shown::Yes,
        };
    }

    /// 何静怡 刚改了这一件: 查看差别, and what can be done about it.
    pub fn view<'a, Message: Clone + 'a>(
        &self,
        env: &Env<'a>,
        turned: Message,
        ways: Vec<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        let texts = env.texts;
        let (who, when) = match self.facts.last() {
            Some(it) => (texts.person(env.office(), it.by), texts.moment(env.calendar().local(it.at), env.today())),
            None => (String::new(), String::new()),
        };
        let difference = match self.shown {
            Shown::No => button(texts.conflict_show()).link().compact().icon(icon::CHEVRON_DOWN),
            Shown::Yes => button(texts.conflict_hide()).link().compact().icon(icon::CHEVRON_UP),
        };
        let told = note(Note {
            tone: Tone::Soon,
            icon: icon::USERS,
            title: texts.conflict(who).into(),
            words: texts.conflict_words(when).into(),
            actions: Vec::new(),
        });
        let ways = row![Element::from(difference.on_press(turned))].extend(ways).spacing(8).align_y(iced::Center);
        let shown = (self.shown == Shown::Yes).then(|| {
            let lines = self.facts.iter().filter_map(|it| match &it.fact {
                Fact::Complaint(entry) => {
                    let told = texts.event(env.office(), &entry.event, it.by);
                    let at = texts.moment(env.calendar().local(it.at), env.today());
                    let head = texts.joined([at, texts.person(env.office(), it.by), told.verb, told.more]);
                    let words = if env.cloak == Cloak::On { String::new() } else { told.words };
                    Some(column![hint(head), small(words)].spacing(2).into())
                }
                Fact::Office(_) | Fact::Customer(_) => None,
            });
            Column::with_children(lines.collect::<Vec<Element<'a, Message>>>()).spacing(6).padding([4, 12])
        });
        column![told, ways.wrap()].push(shown).spacing(4).into()
    }
}

/// 用我的 and 用新的.
pub fn sides<'a, Message: Clone + 'a>(env: &Env<'a>, resolved: impl Fn(Side) -> Message) -> Vec<Element<'a, Message>> {
    vec![
        button(env.texts.conflict_mine()).compact().on_press(resolved(Side::Mine)).into(),
        button(env.texts.conflict_theirs()).compact().on_press(resolved(Side::Theirs)).into(),
    ]
}
