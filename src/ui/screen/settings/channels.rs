//! 投诉渠道: by which ways complaints arrive, and who watches each (B01–B05).

use iced::{Length, widget::column};

use super::Message as Outer;
use super::entries::{self, Drawn, Page, add};
use super::parts::{Choice, Hand, NAME, Pen, SIDE, in_use, labelled, people, required, text};
use crate::domain::id::{ChannelId, PersonId};
use crate::domain::office::command::ChannelWords;
use crate::domain::office::{Channel, ChannelKind, Command, Office, Subject};
use crate::i18n::Texts;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{body, hint, small, switch};

/// What is being edited.
pub type State = entries::State<Form>;
/// What the person did.
pub type Message = entries::Message<ChannelId, Change>;

/// A channel as it is being typed.
#[derive(Debug, PartialEq)]
pub struct Form {
    id: Option<ChannelId>,
    name: String,
    kind: ChannelKind,
    owner: Option<PersonId>,
}

/// What can be typed or chosen.
#[derive(Debug, Clone)]
pub enum Change {
    /// Its name.
    Name(String),
    /// From the customer, or passed on.
    Kind(ChannelKind),
    /// Who watches it.
    Owner(Option<PersonId>),
}

/// Draws the page.
pub(super) fn view<'a>(state: &'a State, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
    let (env, texts) = (pen.env, pen.env.texts);
    let actions = add::<Form>(pen, (texts.set_add_channel(), icon::PLUS));
    let columns = vec![
        (texts.set_name(), Length::FillPortion(3)),
        (texts.set_kind(), Length::FillPortion(2)),
        (texts.set_owner(), Length::FillPortion(3)),
        (texts.set_state(), Length::FillPortion(2)),
    ];
    let about = (texts.set_channels(), texts.set_channels_words().to_owned());
    let rows = env.office().channels().map(|it: &Channel| {
        let owner = match it.owner {
            Some(owner) => small(texts.person(env.office(), owner)),
            None => small(texts.set_owner_none()).style(style::text::toned(Tone::Soon)),
        };
        let (name, state) = in_use(&env, Subject::Channel(it.id), body(it.name.as_str()));
        (it.id, vec![name.into(), small(kind(texts, it.kind)).into(), owner.into(), state.into()])
    });
    entries::view(state, pen, Page { about, actions, columns, none: None }, rows.collect())
}

impl entries::Form for Form {
    type Id = ChannelId;
    type Change = Change;

    fn of(office: &Office, id: ChannelId) -> Option<Self> {
        let it = office.channel(id)?;
        Some(Self { id: Some(id), name: it.name.to_string(), kind: it.kind, owner: it.owner })
    }

    fn fresh(_office: &Office, _below: Option<ChannelId>) -> Option<Self> {
        Some(Self { id: None, name: String::new(), kind: ChannelKind::Direct, owner: None })
    }

    fn id(&self) -> Option<ChannelId> {
        self.id
    }

    fn subject(id: ChannelId) -> Subject {
        Subject::Channel(id)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Name(name) => self.name = name,
            Change::Kind(kind) => self.kind = kind,
            Change::Owner(owner) => self.owner = owner,
        }
    }

    fn command(&self) -> Option<Command> {
        let to = ChannelWords { name: text(&self.name)?, kind: self.kind, owner: self.owner };
        Some(match self.id {
            Some(id) => Command::ChangeChannel { id, to },
            None => Command::AddChannel(to),
        })
    }

    fn says(message: Message) -> Outer {
        Outer::Channels(message)
    }
}

impl Drawn for Form {
    fn title<'a>(&'a self, texts: &'a Texts) -> &'a str {
        if self.id.is_some() { &self.name } else { texts.set_add_channel() }
    }

    fn fields<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let name = pen.line(NAME, &self.name, |it| send(Change::Name(it)));
        let kinds = [ChannelKind::Direct, ChannelKind::Relayed].map(|it| Choice::new(it, kind(texts, it)));
        let kinds = pen.segment(Spot("set-kind", 0), (kinds.to_vec(), self.kind), |it| send(Change::Kind(it)));
        let owners = people(&env, env.office(), |_| true);
        let owner = pen.pick(Spot("set-owner", 0), (owners, self.owner), |it| send(Change::Owner(it)));
        let on = self.switched(pen);
        pen.keys.within(None);
        column![
            required(&env, texts.set_name(), name),
            labelled(&env, texts.set_kind(), kinds),
            hint(texts.set_channel_kind_hint()),
            labelled(&env, texts.set_owner(), owner),
            hint(texts.set_owner_hint()),
        ]
        .push(on)
        .spacing(10)
        .into()
    }

    /// A channel is switched on and off among its fields.
    fn retire<'a>(&'a self, _pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Outer>> {
        None
    }
}

impl Form {
    fn switched<'a>(&self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Outer>> {
        let it = pen.env.office().channel(self.id?)?;
        let words = pen.env.texts.set_channel_on();
        let says = Outer::Channels(Message::Toggled(it.id));
        Some(match pen.hand {
            Hand::Reads => switch(words, it.active, false, None),
            Hand::Edits => {
                let drawn = switch(words, it.active, false, Some(says.clone()));
                pen.keys.pressable(Spot("set-on", 0), says, drawn)
            }
        })
    }
}

fn kind(texts: &Texts, kind: ChannelKind) -> &str {
    match kind {
        ChannelKind::Direct => texts.set_channel_direct(),
        ChannelKind::Relayed => texts.set_channel_relayed(),
    }
}

fn send(change: Change) -> Outer {
    Outer::Channels(Message::Changed(change))
}
