//! What lies over the screen: palette, menu, bell, help, toasts.

use iced::Task;
use iced::widget::Id;

use super::{Deed, Layer, Message, Palette, Shell, Target, Toast, ToastId, aside, palette};
use crate::books::customers::Who;
use crate::domain::id::{ComplaintId, PersonId};
use crate::ui::part::form::focus_instead;
use crate::ui::screen::{self, Place};

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
        self.palette = Palette::on(self.selected());
        self.layer = Layer::Palette;
        focus_instead(Id::new(palette::FIELD)).map(Message::FocusNoted)
    }

    pub(super) fn palette_typed(&mut self, query: String) -> Task<Message> {
        self.palette.typed(query);
        Task::none()
    }

    pub(super) fn palette_marked(&mut self, row: usize) -> Task<Message> {
        self.palette.mark(row);
        Task::none()
    }

    pub(super) fn palette_cleared(&mut self) -> Task<Message> {
        self.palette.clear();
        iced::widget::operation::focus(Id::new(palette::FIELD))
    }

    pub(super) fn palette_widened(&mut self) -> Task<Message> {
        self.palette.widen();
        iced::widget::operation::focus(Id::new(palette::FIELD))
    }

    pub(super) fn palette_chosen(&mut self, target: Target) -> Task<Message> {
        match target {
            Target::Page(place) => self.go(place),
            Target::Complaint(id) => self.show(Place::Handling, id),
            Target::Customer(who) => self.palette_customer(who),
            Target::Person(person) => self.show_work_of(person),
            Target::Deed(deed) => self.does_deed(deed),
        }
    }

    /// A complaint beside what is shown, where there is room for both; everything else opens as ever.
    pub(super) fn palette_beside(&mut self, target: Target) -> Task<Message> {
        match target {
            Target::Complaint(id) if aside::width(self.world.whole()).is_some() => {
                let closed = self.close_layer();
                Task::batch([closed, self.ask_aside(id)])
            }
            Target::Complaint(_) | Target::Page(_) | Target::Customer(_) | Target::Person(_) | Target::Deed(_) => {
                self.palette_chosen(target)
            }
        }
    }

    /// To the customer's file, or, for who may not read that, to the complaints.
    fn palette_customer(&mut self, who: Who) -> Task<Message> {
        if self.world.env().is_some_and(|it| screen::customers::may_read(&it)) {
            self.layer = Layer::None;
            return self.show_customer(who);
        }
        self.palette.narrow(who);
        iced::widget::operation::focus(Id::new(palette::FIELD))
    }

    /// What a deed of the palette brings: the same as its button and its key.
    fn does_deed(&mut self, deed: Deed) -> Task<Message> {
        self.layer = Layer::None;
        match deed {
            Deed::Ask(id, ask) => self.ask(id, ask),
            Deed::Dock(id, _) => self.show(Place::Board, id),
            Deed::Call(id) => self.show(Place::Callback, id),
            Deed::New => self.go(Place::Intake),
            Deed::Register(dialled) => {
                let gone = self.go(Place::Intake);
                let typed = self.screen(screen::Message::Intake(screen::intake::Message::called(dialled.phone())));
                Task::batch([gone, typed])
            }
            Deed::Log(id) => self.form(id, screen::board::Purpose::Called),
            Deed::Filter(words) => {
                let gone = self.go(Place::Board);
                let typed = self.screen(screen::Message::Board(screen::board::Message::WordsTyped(words)));
                Task::batch([gone, typed])
            }
            Deed::Briefing => {
                let gone = self.go(Place::Today);
                let asked = self.screen(screen::Message::Today(screen::today::Message::BriefingAsked));
                Task::batch([gone, asked])
            }
            Deed::Bell => self.toggle_layer(Layer::Bell),
            Deed::Keys => self.toggle_layer(Layer::Keys),
            Deed::Cloak => self.toggle_cloak(),
            Deed::Look(appearance) => self.prefer(|it| it.appearance = appearance),
            Deed::Rail => self.toggle_rail(),
        }
    }

    /// What lies with somebody: the board, narrowed.
    fn show_work_of(&mut self, person: PersonId) -> Task<Message> {
        use crate::books::board::{Narrow, Wanted};
        use screen::board::Choice;
        let narrow = Narrow { person: Some(person), ..Narrow::default() };
        let choice = Choice { wanted: Wanted { narrow, ..Wanted::default() }, ..Choice::default() };
        let gone = self.go(Place::Board);
        let narrowed = self.screen(screen::Message::Board(screen::board::Message::Chosen(Box::new(choice))));
        Task::batch([gone, narrowed])
    }

    /// The case on which the keyboard stands, where the screen has one.
    fn selected(&self) -> Option<ComplaintId> {
        match self.place {
            Place::Today => self.screens.today.selected(),
            Place::Board => self.screens.board.selected(),
            Place::Handling => self.screens.handling.selected(),
            Place::Callback => self.screens.callback.selected(),
            Place::Intake | Place::Customers | Place::Charts | Place::Reports | Place::Settings => None,
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
