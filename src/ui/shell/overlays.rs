//! What lies over the screen: palette, menu, bell, help, toasts.

use iced::Task;
use iced::widget::Id;

use super::{Layer, Message, Palette, Shell, Target, Toast, ToastId, palette};
use crate::ui::part::form::focused;
use crate::ui::screen::Place;

impl Shell {
    /// What the toasts in sight say.
    pub fn toasts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.toasts.words()
    }

    /// Shows a toast.
    pub fn say(&mut self, toast: Toast) -> Task<Message> {
        self.toasts.push(toast)
    }

    pub(super) fn ask_palette(&mut self) -> Task<Message> {
        if self.world.house.is_none() {
            return self.say(Toast::told(self.world.texts.search_needs_book().to_owned()));
        }
        self.palette = Palette::default();
        self.layer = Layer::Palette;
        let field = iced::widget::operation::focus(Id::new(palette::FIELD));
        focused().map(Message::FocusNoted).chain(field)
    }

    pub(super) fn palette_typed(&mut self, query: String) -> Task<Message> {
        self.palette.typed(query);
        Task::none()
    }

    pub(super) fn palette_marked(&mut self, row: usize) -> Task<Message> {
        self.palette.mark(row);
        Task::none()
    }

    pub(super) fn palette_chosen(&mut self, target: Target) -> Task<Message> {
        match target {
            Target::Page(place) => self.go(place),
            Target::Complaint(id) => self.show(Place::Handling, id),
        }
    }

    pub(super) fn toggle_layer(&mut self, layer: Layer) -> Task<Message> {
        self.layer = if self.layer == layer { Layer::None } else { layer };
        Task::none()
    }

    pub(super) fn close_layer(&mut self) -> Task<Message> {
        let over = std::mem::take(&mut self.layer);
        let before = self.focus.take().filter(|_| over == Layer::Palette);
        before.map_or_else(Task::none, iced::widget::operation::focus)
    }

    /// What had the focus before the palette gets it back.
    pub(super) fn note_focus(&mut self, id: Option<Id>) -> Task<Message> {
        self.focus = id.filter(|it| *it != Id::new(palette::FIELD));
        Task::none()
    }

    pub(super) fn undo(&mut self, id: ToastId) -> Task<Message> {
        match self.toasts.take(id).and_then(|it| it.undo) {
            Some(message) => self.screen(message),
            None => Task::none(),
        }
    }
}
