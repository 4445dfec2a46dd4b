//! 投诉渠道: by which ways complaints arrive, and who watches each (B01–B05).

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{
    Choice, NAME, Pen, SIDE, in_use, inspector, labelled, page_head, people, required, standing, text, toggle,
};
use crate::domain::id::{ChannelId, PersonId};
use crate::domain::office::command::ChannelWords;
use crate::domain::office::{Channel, ChannelKind, Command, Subject};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Chosen, body, button, heading, hint, line_down, list_row, small, switch, table_head};

/// What is being edited.
#[derive(Debug, Default)]
pub struct State {
    draft: Option<Draft>,
}

#[derive(Debug, PartialEq)]
struct Draft {
    id: Option<ChannelId>,
    name: String,
    kind: ChannelKind,
    owner: Option<PersonId>,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a channel.
    Chosen(ChannelId),
    /// 添加渠道
    Added,
    /// Its name.
    Named(String),
    /// From the customer, or passed on.
    KindChosen(ChannelKind),
    /// Who watches it.
    OwnerChosen(Option<PersonId>),
    /// On or off.
    Toggled(ChannelId),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match (message, &mut self.draft) {
            (Message::Chosen(id), draft) => *draft = env.office().channel(id).map(Draft::of),
            (Message::Added, draft) => {
                let (name, kind) = (String::new(), ChannelKind::Direct);
                *draft = Some(Draft { id: None, name, kind, owner: None });
            }
            (Message::Named(name), Some(draft)) => draft.name = name,
            (Message::KindChosen(kind), Some(draft)) => draft.kind = kind,
            (Message::OwnerChosen(owner), Some(draft)) => draft.owner = owner,
            (Message::Toggled(id), _) => return vec![toggle(env.office(), Subject::Channel(id))],
            (Message::Saved, Some(draft)) => return draft.command().into_iter().collect(),
            (Message::Dropped, draft) => *draft = None,
            (Message::Named(_) | Message::KindChosen(_) | Message::OwnerChosen(_) | Message::Saved, None) => {}
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.draft = None;
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self, env: &Env<'_>) -> bool {
        let was = |id| env.office().channel(id).map(Draft::of);
        self.draft.as_ref().is_some_and(|it| it.id.and_then(was).as_ref() == Some(it))
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let add = button(texts.set_add_channel()).primary().icon(icon::PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added)));
        let head = table_head(
            [
                (texts.set_name().into(), Length::FillPortion(3)),
                (texts.set_kind().into(), Length::FillPortion(2)),
                (texts.set_owner().into(), Length::FillPortion(3)),
                (texts.set_state().into(), Length::FillPortion(2)),
            ],
            12.0,
        );
        let rows: Vec<_> = env.office().channels().map(|it| self.row(&env, it)).collect();
        let list = pen.list(rows);
        let table = column![page_head(texts.set_channels(), texts.set_channels_words(), add), head, list];
        row![table.width(Length::Fill), line_down()].push(self.draft.as_ref().map(|it| it.view(pen))).into()
    }

    fn row<'a>(&self, env: &Env<'a>, it: &'a Channel) -> (Outer, Chosen, Element<'a, Outer>) {
        let (standing, chosen) = standing(self.draft.as_ref().is_some_and(|draft| draft.id == Some(it.id)));
        let owner = match it.owner {
            Some(owner) => small(env.texts.person(env.office(), owner)),
            None => small(env.texts.set_owner_none()).style(style::text::toned(Tone::Soon)),
        };
        let (name, state) = in_use(env, Subject::Channel(it.id), body(it.name.as_str()));
        let content = row![
            container(name).width(Length::FillPortion(3)).clip(true),
            container(small(kind(env.texts, it.kind))).width(Length::FillPortion(2)),
            container(owner).width(Length::FillPortion(3)).clip(true),
            container(state).width(Length::FillPortion(2)),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(it.id));
        (message.clone(), chosen, list_row((34.0, standing), content, message, None))
    }
}

impl Draft {
    fn of(it: &Channel) -> Self {
        Self { id: Some(it.id), name: it.name.to_string(), kind: it.kind, owner: it.owner }
    }

    fn command(&self) -> Option<Command> {
        let to = ChannelWords { name: text(&self.name)?, kind: self.kind, owner: self.owner };
        Some(match self.id {
            Some(id) => Command::ChangeChannel { id, to },
            None => Command::AddChannel(to),
        })
    }

    fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Message::Named(it)));
        let kinds = [ChannelKind::Direct, ChannelKind::Relayed].map(|it| Choice::new(it, kind(texts, it)));
        let kinds = pen.segment(Spot("set-kind", 0), (kinds.to_vec(), self.kind), |it| send(Message::KindChosen(it)));
        let owners = people(&env, env.office(), |_| true);
        let owner = pen.pick(Spot("set-owner", 0), (owners, self.owner), |it| send(Message::OwnerChosen(it)));
        let channel = self.id.and_then(|it| env.office().channel(it));
        let on = channel.map(|it| {
            let says = send(Message::Toggled(it.id));
            match pen.hand {
                super::parts::Hand::Reads => switch(texts.set_channel_on(), it.active, false, None),
                super::parts::Hand::Edits => {
                    let drawn = switch(texts.set_channel_on(), it.active, false, Some(says.clone()));
                    pen.keys.pressable(Spot("set-on", 0), says, drawn)
                }
            }
        });
        pen.keys.within(None);
        let content = column![
            required(&env, texts.set_name(), name),
            labelled(&env, texts.set_kind(), kinds),
            hint(texts.set_channel_kind_hint()),
            labelled(&env, texts.set_owner(), owner),
            hint(texts.set_owner_hint()),
        ]
        .push(on)
        .spacing(10);
        let title = if self.id.is_some() { self.name.as_str() } else { texts.set_add_channel() };
        let head = row![heading(title), space().width(Length::Fill)].align_y(iced::Center);
        let foot = pen.foot(self.command().map(|_| Outer::Saved), send(Message::Dropped));
        inspector(&env, head, content, foot)
    }
}

fn kind(texts: &Texts, kind: ChannelKind) -> &str {
    match kind {
        ChannelKind::Direct => texts.set_channel_direct(),
        ChannelKind::Relayed => texts.set_channel_relayed(),
    }
}

fn send(message: Message) -> Outer {
    Outer::Channels(message)
}
