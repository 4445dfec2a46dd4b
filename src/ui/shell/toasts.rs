//! Toasts: what was done, at the right foot, for 8 s with a way back and 4 s without (UI.md §9.5).

use std::time::Duration;

use iced::{
    Length, Padding, Task,
    widget::{column, container, mouse_area},
};

use super::Message;
use crate::ui::{
    env::Frame,
    icon::{self, Icon},
    screen::{self, Said},
    theme::{Element, Height},
    widget,
};

const WITH_UNDO: Duration = Duration::from_secs(8);
const WITHOUT: Duration = Duration::from_secs(4);
const AFTER_HOVER: Duration = Duration::from_secs(2);
/// Older ones go when more come.
const MOST: usize = 3;

/// Which toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ToastId(u64);

/// A toast.
#[derive(Debug, Clone)]
pub struct Toast {
    icon: Icon,
    words: String,
    /// What takes it back.
    pub undo: Option<screen::Message>,
}

impl Toast {
    /// Something was done.
    #[must_use]
    pub fn of(said: Said) -> Self {
        Self { icon: icon::CIRCLE_CHECK, words: said.words, undo: said.undo.map(|it| *it) }
    }

    /// Something is worth knowing.
    #[must_use]
    pub fn told(words: String) -> Self {
        Self { icon: icon::INFO, words, undo: None }
    }
}

/// The toasts in sight.
#[derive(Debug, Default)]
pub struct Toasts {
    all: Vec<(ToastId, Toast)>,
    next: u64,
    hovered: bool,
}

impl Toasts {
    /// Shows one more.
    pub fn push(&mut self, toast: Toast) -> Task<Message> {
        let id = ToastId(self.next);
        self.next += 1;
        let time = if toast.undo.is_some() { WITH_UNDO } else { WITHOUT };
        self.all.push((id, toast));
        if self.all.len() > MOST {
            self.all.remove(0);
        }
        expiry(id, time)
    }

    /// What they say, the oldest first.
    #[must_use]
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.all.iter().map(|(_, it)| it.words.as_str())
    }

    /// Takes one away, unless the pointer is on them: then it stays a little longer.
    pub fn expire(&mut self, id: ToastId) -> Task<Message> {
        if self.hovered && self.all.iter().any(|(it, _)| *it == id) {
            return expiry(id, AFTER_HOVER);
        }
        self.all.retain(|(it, _)| *it != id);
        Task::none()
    }

    /// The pointer came.
    pub fn entered(&mut self) -> Task<Message> {
        self.hovered = true;
        Task::none()
    }

    /// The pointer went.
    pub fn left(&mut self) -> Task<Message> {
        self.hovered = false;
        Task::none()
    }

    /// Takes one out.
    pub fn take(&mut self, id: ToastId) -> Option<Toast> {
        let index = self.all.iter().position(|(it, _)| *it == id)?;
        Some(self.all.remove(index).1)
    }

    /// How many are in sight.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether none is in sight.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn view<'a>(&'a self, env: &Frame<'a>) -> Option<Element<'a, Message>> {
        if self.all.is_empty() {
            return None;
        }
        let all = self.all.iter().map(|(id, toast)| {
            widget::toast(widget::Toast {
                icon: toast.icon,
                words: toast.words.as_str().into(),
                undo: toast.undo.as_ref().map(|_| (env.texts.undo().into(), Message::ToastUndone(*id))),
            })
        });
        let stacked = mouse_area(column(all).spacing(8).align_x(iced::Right))
            .on_enter(Message::ToastsEntered)
            .on_exit(Message::ToastsLeft);
        let placed = container(stacked)
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(iced::Right)
            .align_y(iced::Bottom)
            .padding(Padding { right: 16.0, bottom: Height::STATUS_BAR + 16.0, ..Padding::ZERO });
        Some(placed.into())
    }
}

fn expiry(id: ToastId, time: Duration) -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(time).await }, move |()| Message::ToastExpired(id))
}
