//! The files as drawn: tiles, what is on its way, what went wrong.

use iced::widget::{Id, button as pressed, column, container, image, mouse_area, row, text::Wrapping};
use iced::{Center, Length};

use super::small::kind;
use super::{Files, Message, Thumb, Why};
use crate::app::attachments::LARGEST;
use crate::domain::complaint::words::Attachment;
use crate::i18n::Texts;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, Note, across, body, button, chips, fit, hint, icon_large, icon_tiny, named, note, small, tip,
};

const TALL: f32 = 44.0;
const PICTURE: f32 = 32.0;
/// The cross that takes a file away, with the space before it.
const CROSS: f32 = 28.0;
/// Between two of them.
const GAP: f32 = 6.0;
/// So many files are a few.
const FEW: usize = 3;
/// The room of a name among a few files.
const NAME: f32 = 132.0;
/// The width of each of many files.
const COLUMN: f32 = 168.0;

/// How high so many files are in a place so wide, near enough.
#[expect(clippy::cast_precision_loss, reason = "a complaint has few files")]
#[must_use]
pub fn height(room: f32, count: usize) -> f32 {
    let beside = ((room + GAP) / (COLUMN + GAP)).floor().max(1.0);
    (count as f32 / beside).ceil() * (TALL + GAP)
}

/// Which of the files can be taken away again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removable {
    /// Nothing is written yet.
    Yes,
    /// They are part of the record.
    No,
}

/// A file among those that are shown, and how the keyboard knows it.
pub struct Shown<'a> {
    /// The file.
    pub file: &'a Attachment,
    /// Its control.
    pub id: Id,
    /// Whether the keyboard is there.
    pub focus: Focus,
}

impl Files {
    /// The files, each with its picture or sign, name and size; then what is on its way.
    pub fn view<'a>(
        &'a self,
        env: &Env<'a>,
        files: impl IntoIterator<Item = Shown<'a>>,
        removable: Removable,
    ) -> Element<'a, Message> {
        let files: Vec<_> = files.into_iter().collect();
        // A few are as wide as their names; many stand in columns.
        let width = if FEW < files.len() { Length::Fixed(COLUMN) } else { Length::Shrink };
        let tiles = files.into_iter().map(|it| self.tile(env, it, (removable, width)));
        let waiting = self.is_keeping().then(|| {
            let words = across(
                6.0,
                [icon_tiny(icon::LOADER_CIRCLE).into(), hint(env.texts.files_keeping(self.keeping)).into()],
            );
            container(words).height(TALL).align_y(Center).into()
        });
        chips(tiles.chain(waiting))
    }

    fn tile<'a>(
        &'a self,
        env: &Env<'a>,
        it: Shown<'a>,
        (removable, width): (Removable, Length),
    ) -> Element<'a, Message> {
        let Shown { file, id, focus } = it;
        let picture: Element<'a, Message> = match self.thumbs.get(file.hash.as_str()) {
            Some(Thumb::Here(handle)) if env.cloak == Cloak::Off => {
                image(handle.clone()).width(PICTURE).height(PICTURE).content_fit(iced::ContentFit::Cover).into()
            }
            Some(Thumb::Here(_) | Thumb::Asked | Thumb::None) | None => {
                icon_large(kind(&file.name).icon(), 18.0).style(style::text::ink3).into()
            }
        };
        let name = match env.cloak {
            Cloak::Off => file.name.as_str(),
            Cloak::On => env.texts.customer_cloaked(),
        };
        let behind = if removable == Removable::Yes { CROSS } else { 0.0 };
        let room = if width == Length::Shrink { NAME } else { COLUMN - 2.0 * 8.0 - PICTURE - 8.0 - behind };
        let words = column![
            small(fit(name, Face::Small, room)).wrapping(Wrapping::None),
            hint(env.texts.bytes(file.bytes)).wrapping(Wrapping::None)
        ]
        .width(if width == Length::Shrink { Length::Shrink } else { Length::Fill });
        let remove = (removable == Removable::Yes).then(|| {
            let cross = pressed(icon_tiny(icon::X)).padding(4).style(style::button::quiet);
            tip(cross.on_press(Message::RemoveAsked(file.clone())), env.texts.files_remove())
        });
        let content =
            row![container(picture).center(PICTURE).clip(true), words].push(remove).spacing(8).align_y(Center);
        let drawn =
            container(content).height(TALL).width(width).padding([0, 8]).align_y(Center).style(style::surface::inset);
        let area =
            mouse_area(drawn).on_press(Message::OpenAsked(file.clone())).interaction(iced::mouse::Interaction::Pointer);
        named(id, focus, tip(area, name))
    }

    /// What went wrong, in place.
    #[must_use]
    pub fn notes<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        if self.over {
            let words = across(
                8.0,
                [icon_large(icon::PAPERCLIP, 16.0).into(), body(env.texts.files_drop(env.texts.bytes(LARGEST))).into()],
            );
            let drawn =
                container(words).padding([10, 12]).width(Length::Fill).style(style::surface::banner(Tone::Info));
            return Some(drawn.into());
        }
        if self.troubles.is_empty() {
            return None;
        }
        let words = self.troubles.iter().map(|it| {
            let why = why(env.texts, &it.why);
            match (env.cloak, it.name.0.as_str()) {
                (Cloak::On, _) | (Cloak::Off, "") => why,
                (Cloak::Off, name) => env.texts.files_trouble_line(name, why),
            }
        });
        Some(note(Note {
            tone: Tone::Soon,
            icon: icon::PAPERCLIP,
            title: env.texts.files_trouble().into(),
            words: words.collect::<Vec<_>>().join("\n").into(),
            actions: vec![button(env.texts.close()).compact().on_press(Message::TroubleSeen).into()],
        }))
    }
}

fn why(texts: &Texts, why: &Why) -> String {
    match why {
        Why::NotAttached(why) => texts.not_attached(why),
        Why::NotKept(trouble) => texts.not_kept(*trouble),
        Why::NoDialogs => texts.files_no_dialogs().to_owned(),
        Why::NoPath => texts.files_no_path().to_owned(),
        Why::NotOpened(cause) => texts.files_not_opened(cause.as_str()),
        Why::Refused(words) => words.clone(),
    }
}
