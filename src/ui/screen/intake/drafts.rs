//! The drafts, as drawn: their state in the head, their list below it, what is damaged above the form.

use iced::widget::{column, container, mouse_area, row, space, text::Wrapping};
use iced::{Center, Length};

use super::Message;
use super::keeping::List;
use super::paper::Paper;
use super::sheet::Sheet;
use super::stop::Stop;
use crate::app::NotKept;
use crate::domain::id::PressId;
use crate::ui::env::Cloak;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Note, badge, button, dropdown, fit, hint, icon_button, keycaps, measure, note, popover, small_strong, strong,
};

use iced::keyboard::key::Named;

/// How wide the list is.
const WIDE: f32 = 420.0;

/// Younger than this needs no number.
const JUST_NOW: chrono::TimeDelta = chrono::TimeDelta::minutes(1);

/// F6
pub const DRAFTS: Shortcut = Shortcut::named(Named::F6);

/// How much is told of what was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// To the second.
    Fully,
    /// To the minute.
    Briefly,
}

impl<'a> Sheet<'a> {
    /// 草稿已存 10:42, and how many others wait; nothing while there is no draft.
    fn draft_words(&self, told: Told) -> Option<String> {
        let (texts, keeping) = (self.texts(), &self.state.keeping);
        if self.state.drafts().is_empty() && keeping.trouble.is_none() {
            return None;
        }
        let words = match (keeping.trouble, keeping.kept) {
            (Some(_), _) => texts.intake_draft_trouble().to_owned(),
            (None, Some(at)) if told == Told::Fully => {
                texts.intake_draft_kept(texts.time_to_the_second(self.env.local(at).time()))
            }
            (None, Some(at)) => texts.intake_draft_short(texts.time(self.env.local(at).time())),
            (None, None) => texts.intake_drafts().to_owned(),
        };
        let others = keeping.others.len();
        Some(if others > 0 { texts.intake_draft_others(others, words) } else { words })
    }

    /// How wide [`Sheet::draft_state`] is.
    pub fn draft_width(&self, told: Told) -> f32 {
        self.draft_words(told).map_or(0.0, |it| measure(&it, Face::Small) + 58.0)
    }

    /// A button only where there is something to list.
    pub fn draft_state(&self, told: Told) -> Element<'a, Message> {
        let keeping = &self.state.keeping;
        let Some(words) = self.draft_words(told) else { return space().into() };
        let sign = if keeping.trouble.is_some() { icon::TRIANGLE_ALERT } else { icon::SAVE };
        let control = button(words)
            .quiet()
            .compact()
            .icon(sign)
            .trailing(icon::CHEVRON_DOWN)
            .id(Stop::Drafts.id())
            .focus(self.focus(Stop::Drafts))
            .on_press(Message::DraftsToggled);
        let list = match keeping.list {
            List::Closed => None,
            List::Open(marked) => Some(self.draft_list(marked)),
        };
        dropdown(control, list, Some(WIDE), Message::DraftsClosed)
    }

    fn draft_list(&self, marked: usize) -> Element<'a, Message> {
        let texts = self.texts();
        let head = container(
            row![
                small_strong(texts.intake_drafts()).style(style::text::ink3),
                space().width(Length::Fill),
                hint(texts.intake_drafts_keys()).wrapping(Wrapping::None),
                keycaps(DRAFTS),
            ]
            .spacing(6)
            .align_y(Center),
        )
        .height(30)
        .padding([0, 8]);
        let rows = self.state.drafts().into_iter().enumerate().map(|(index, (id, paper))| {
            let standing = if index == marked { Standing::Cursor } else { Standing::Rest };
            self.draft_row((id, paper), standing)
        });
        popover(WIDE, column![head].extend(rows))
    }

    fn draft_row(&self, (id, paper): (PressId, &'a Paper), standing: Standing) -> Element<'a, Message> {
        let texts = self.texts();
        let here = self.state.is_here(id);
        let words = match self.env.cloak {
            Cloak::Off if paper.words().is_empty() => texts.intake_draft_no_words().to_owned(),
            Cloak::Off => paper.words().replace('\n', " "),
            Cloak::On => texts.customer_cloaked().to_owned(),
        };
        let changed = if here { self.state.keeping.kept.unwrap_or(self.env.now) } else { paper.changed };
        let age = (self.env.now - changed).max(chrono::TimeDelta::zero());
        let age = if age < JUST_NOW {
            texts.intake_draft_just_now().to_owned()
        } else {
            texts.intake_draft_age(texts.span(age))
        };
        let name =
            row![strong(fit(&super::State::called(&self.env, paper), Face::Strong, 150.0)).wrapping(Wrapping::None)]
                .push(here.then(|| badge(Tone::Accent, texts.intake_draft_here())))
                .spacing(6)
                .align_y(Center);
        let content = row![
            column![name, hint(fit(&words, Face::Small, WIDE - 150.0)).wrapping(Wrapping::None)].width(Length::Fill),
            hint(age).wrapping(Wrapping::None),
            icon_button(icon::X, texts.intake_draft_discard(), Some(Message::DraftDiscarded(id)), 0),
        ]
        .spacing(8)
        .align_y(Center);
        let drawn = container(content).height(46).padding([0, 8]).align_y(Center).style(style::row::row(standing));
        mouse_area(drawn).on_press(Message::DraftTaken(id)).interaction(iced::mouse::Interaction::Pointer).into()
    }

    /// Why, and what to do: never to leave the program, which alone has the words.
    fn draft_trouble(&self, trouble: NotKept) -> String {
        let texts = self.texts();
        let unread = self.state.keeping.is_unread();
        let again = if unread { texts.intake_draft_unread_words() } else { texts.intake_draft_again() };
        match trouble {
            NotKept::Failed | NotKept::Closed => again.to_owned(),
            trouble => format!("{}\n{again}", texts.not_kept(trouble)),
        }
    }

    /// What could not be kept or read, said once and in place.
    pub fn draft_notes(&self) -> Option<Element<'a, Message>> {
        let (texts, keeping) = (self.texts(), &self.state.keeping);
        let drawn = if let Some(trouble) = keeping.trouble {
            note(Note {
                tone: Tone::Late,
                icon: icon::TRIANGLE_ALERT,
                title: if keeping.is_unread() { texts.intake_draft_unread() } else { texts.intake_draft_not_kept() }
                    .into(),
                words: self.draft_trouble(trouble).into(),
                actions: vec![button(texts.retry()).compact().on_press(Message::DraftAsked).into()],
            })
        } else if keeping.aside.is_empty() {
            return None;
        } else {
            note(Note {
                tone: Tone::Soon,
                icon: icon::TRIANGLE_ALERT,
                title: texts.intake_draft_damaged(keeping.aside.len()).into(),
                words: keeping.aside.join("\n").into(),
                actions: vec![button(texts.close()).compact().on_press(Message::DraftAsideSeen).into()],
            })
        };
        Some(container(drawn).padding([8, 16]).into())
    }
}
