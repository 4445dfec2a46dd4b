//! Toasts: what was done, at the right foot, for 8 s with a way back and 4 s without (UI.md §9.5).
//!
//! Time stands still while the pointer is on them.

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

/// In seconds.
const WITH_UNDO: u8 = 8;
const WITHOUT: u8 = 4;
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
    all: Vec<Shown>,
    next: u64,
    hovered: bool,
}

#[derive(Debug)]
struct Shown {
    id: ToastId,
    toast: Toast,
    /// Seconds.
    left: u8,
}

impl Toasts {
    /// Shows one more.
    pub fn push(&mut self, toast: Toast) -> Task<Message> {
        let id = ToastId(self.next);
        self.next += 1;
        let left = if toast.undo.is_some() { WITH_UNDO } else { WITHOUT };
        self.all.push(Shown { id, toast, left });
        if self.all.len() > MOST {
            self.all.remove(0);
        }
        second(id)
    }

    /// What they say, the oldest first.
    #[must_use]
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.all.iter().map(|it| it.toast.words.as_str())
    }

    /// A second of a toast has gone by; it counts unless the pointer is on them.
    pub fn aged(&mut self, id: ToastId) -> Task<Message> {
        let Some(it) = self.all.iter_mut().find(|it| it.id == id) else { return Task::none() };
        if !self.hovered {
            it.left = it.left.saturating_sub(1);
        }
        if it.left == 0 {
            self.all.retain(|it| it.id != id);
            // The pointer may have been on the last one.
            self.hovered &= !self.all.is_empty();
            return Task::none();
        }
        second(id)
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
        let index = self.all.iter().position(|it| it.id == id)?;
        let taken = self.all.remove(index).toast;
        self.hovered &= !self.all.is_empty();
        Some(taken)
    }

    /// The newest one that has a way back, for Ctrl+Z.
    #[must_use]
    pub fn newest_undo(&self) -> Option<ToastId> {
        self.all.iter().rev().find(|it| it.toast.undo.is_some()).map(|it| it.id)
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
        let all = self.all.iter().map(|Shown { id, toast, left }| {
            widget::toast(widget::Toast {
                icon: toast.icon,
                words: toast.words.as_str().into(),
                undo: toast
                    .undo
                    .as_ref()
                    .map(|_| (env.texts.toast_undo(u32::from(*left)).into(), Message::ToastUndone(*id))),
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

fn second(id: ToastId) -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(Duration::from_secs(1)).await }, move |()| Message::ToastAged(id))
}
