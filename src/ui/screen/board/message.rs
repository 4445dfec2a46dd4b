//! What the person did on the board, and whose work each of it is.

use iced::Point;

use super::live::Pointer;
use super::{Again, Batch, Choice, Column, Filter, Layout, NotSaved, Purpose, Sent, State, Way, dock};
use crate::app::{Done, Refused, Request, Several};
use crate::books::board::Lane;
use crate::domain::id::{ComplaintId, OrderNo};
use crate::domain::moment::Moment;
use crate::platform::clipboard::NotTaken;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::Step;
use crate::ui::screen::Action;
use crate::ui::widget::Window;

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose lanes or rows.
    LayoutChosen(Layout),
    /// Opened or closed a menu of the tool bar.
    MenuToggled(Filter),
    /// Left the menu.
    MenuLeft,
    /// Moved the mark in the menu.
    MenuMoved(Step),
    /// Took the marked line of the menu.
    MenuTaken,
    /// Wants to name what is shown, to keep it as a view.
    NameAsked,
    /// Forgets the marked view.
    MarkedForgotten,
    /// Chose what is shown.
    Chosen(Box<Choice>),
    /// Chose one of the views: its place in the menu.
    ViewChosen(usize),
    /// Typed the name of a view.
    ViewNamed(String),
    /// Keeps what is shown under that name.
    ViewKept,
    /// Forgets a view.
    ViewForgotten(String),
    /// Shows a column of the list, or puts it away.
    ColumnToggled(Column),
    /// Wants to type words to search for.
    WordsAsked,
    /// Typed them.
    WordsTyped(String),
    /// Moved the keyboard between the controls.
    Stepped(Step),
    /// Left the controls for the cards.
    ControlLeft,
    /// Pressed a card or row.
    Pressed(ComplaintId),
    /// Moved the cursor.
    Moved(Way),
    /// Typed a digit of the number to go to.
    Sought(char),
    /// The pointer is over a row.
    Hovered(Option<ComplaintId>),
    /// The pointer came to the cards or left them.
    PointerCame,
    /// The pointer left the cards.
    PointerLeft,
    /// Puts what changed meanwhile in its place.
    UpdatesWanted,
    /// Scrolled the rows.
    Scrolled(Window),
    /// Scrolled a lane.
    LaneScrolled(Lane, Window),
    /// Moved the pointer with a card.
    Dragged(Point),
    /// The pointer with a card is over a lane.
    DraggedOver(Lane),
    /// The pointer with a card left a lane.
    DraggedOff(Lane),
    /// Let the card go.
    Dropped,
    /// Took the card out of the window: it goes back.
    DragLeft,
    /// Ticked a card or row.
    Checked(ComplaintId),
    /// Ticked all of them.
    AllChecked,
    /// Takes every tick away.
    Unchecked,
    /// 派单 of the ticked ones.
    CheckedDispatched,
    /// 催办 of the ticked ones.
    CheckedReminded,
    /// Somebody else is to track the ticked ones.
    CheckedTracked,
    /// Copies the numbers of the ticked ones.
    NumbersCopied,
    /// Exports the ticked ones, or all that are shown.
    ExportAsked,
    /// A file is there, or not.
    Saved(Result<Option<String>, NotSaved>),
    /// Something was done that only needs to be said.
    Told(String),
    /// Opened the case.
    Opened(ComplaintId),
    /// Wants to see what can be done about a case.
    MenuWanted(ComplaintId),
    /// Left that menu.
    CaseMenuLeft,
    /// Moved the mark in it.
    CaseMenuMoved(Step),
    /// Took one of its lines.
    CaseItemTaken(usize),
    /// Asked for the form of something.
    FormAsked(ComplaintId, Purpose),
    /// Copies a number.
    NumberCopied(ComplaintId),
    /// Copies the dispatch of a work order as a message for a chat.
    SlipCopied(ComplaintId, OrderNo),
    /// Puts a picture of its slip on the clipboard.
    SlipPictured(ComplaintId, OrderNo),
    /// It lies there, or the clipboard did not take it.
    SlipTaken(ComplaintId, OrderNo, Result<(), NotTaken>),
    /// Saves the picture of its slip as a file.
    SlipSaved(ComplaintId, OrderNo),
    /// 豁免清单.
    ExemptionsAsked,
    /// Moved the mark in it.
    ExemptionMoved(Step),
    /// Closed it.
    ExemptionsLeft,
    /// 投屏.
    ProjectionAsked,
    /// Off the wall.
    ProjectionLeft,
    /// Turned a page on the wall.
    PageTurned(Step),
    /// Opened the dock on a case.
    DockAsked(ComplaintId),
    /// Did something in the dock.
    Dock(dock::Message),
    /// Reminded who has a case.
    Reminded(ComplaintId),
    /// Took back what was dispatched at an instant, of each complaint.
    TakenBack(Vec<(ComplaintId, Moment)>),
    /// What was sent came back.
    Acted(Box<(Sent, Request)>, Box<Result<Done, Refused>>),
    /// What was sent for several came back.
    ActedOnAll(Batch, Box<Several<ComplaintId>>),
    /// Tries once more what could not be kept.
    TriedAgain(Box<Again>),
    /// Put a trouble away.
    TroubleRead,
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::LayoutChosen(layout) => self.choose_layout(env, layout),
            Message::MenuToggled(filter) => self.toggle_menu(env, filter),
            Message::MenuLeft => self.leave_menu(),
            Message::MenuMoved(step) => self.move_in_menu(env, step),
            Message::MenuTaken => self.take_from_menu(env),
            Message::NameAsked => self.ask_name(),
            Message::MarkedForgotten => self.forget_marked(env),
            Message::Chosen(choice) => self.choose(env, *choice),
            Message::ViewChosen(place) => self.view_chosen(env, place),
            Message::ViewNamed(name) => self.name_view(env, name),
            Message::ViewKept => self.keep_view(env),
            Message::ViewForgotten(name) => self.forget_view(env, &name),
            Message::ColumnToggled(column) => self.toggle_column(env, column),
            Message::WordsAsked => self.ask_words(),
            Message::WordsTyped(words) => self.type_words(env, words),
            Message::Stepped(step) => self.step(step),
            Message::ControlLeft => Effect::task(self.ring.leave()),
            Message::Pressed(id) => self.press(env, id),
            Message::Sought(digit) => self.seek(env, digit),
            Message::Moved(way) => self.move_cursor(env, way),
            Message::Hovered(id) => self.hover(id),
            Message::PointerCame => self.point(env, Pointer::Inside),
            Message::PointerLeft => self.point(env, Pointer::Outside),
            Message::UpdatesWanted => self.apply_updates(env),
            Message::Scrolled(window) => self.scroll(window),
            Message::LaneScrolled(lane, window) => self.scroll_lane(lane, window),
            Message::Dragged(to) => self.drag_to(env, to),
            Message::DraggedOver(lane) => self.drag_over(lane),
            Message::DraggedOff(lane) => self.drag_off(lane),
            Message::Dropped => self.drop_card(env),
            Message::DragLeft => self.stop_dragging(),
            Message::Checked(id) => self.toggle_check(id),
            Message::AllChecked => self.toggle_all(env),
            Message::Unchecked => self.uncheck(env),
            Message::CheckedDispatched => self.dispatch_checked(env),
            Message::CheckedReminded => self.remind_checked(env),
            Message::CheckedTracked => self.track_checked(env),
            Message::NumbersCopied => self.copy_numbers(env),
            Message::ExportAsked => self.export(env),
            Message::Saved(outcome) => self.saved(env, outcome),
            Message::Told(words) => Self::tell(words),
            Message::Opened(id) => self.open(id),
            Message::MenuWanted(id) => self.want_menu(id),
            Message::CaseMenuLeft => self.leave_case_menu(),
            Message::CaseMenuMoved(step) => self.move_in_case_menu(env, step),
            Message::CaseItemTaken(place) => self.take_case_item(env, place),
            Message::FormAsked(id, purpose) => self.open_dock_for(env, id, purpose),
            Message::NumberCopied(id) => Self::copy_number(env, id),
            Message::SlipCopied(id, order) => Self::copy_slip(env, id, order),
            Message::SlipPictured(id, order) => Self::picture_slip(env, id, order),
            Message::SlipTaken(id, order, outcome) => self.slip_taken(env, (id, order), outcome),
            Message::SlipSaved(id, order) => Self::save_slip(env, id, order),
            Message::ExemptionsAsked => self.list_exemptions(),
            Message::ExemptionMoved(step) => self.move_in_exemptions(env, step),
            Message::ExemptionsLeft => self.leave_exemptions(),
            Message::ProjectionAsked => self.project(env),
            Message::ProjectionLeft => self.stop_projecting(),
            Message::PageTurned(step) => self.turn_page(step),
            Message::DockAsked(id) => self.open_dock(env, id),
            Message::Dock(message) => self.in_dock(env, message),
            Message::Reminded(id) => Self::remind(env, id),
            Message::TakenBack(what) => Self::take_back(env, &what),
            Message::Acted(sent, outcome) => self.acted(env, *sent, *outcome),
            Message::ActedOnAll(batch, several) => self.acted_on_all(env, batch, &several),
            Message::TriedAgain(what) => Self::try_again(env, *what),
            Message::TroubleRead => self.forget_trouble(),
        }
    }
}
