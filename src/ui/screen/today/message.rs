//! What somebody does on 工作台.

use super::{Line, Whose, brief};
use crate::app::{Done, Refused};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::ui::part::form::Step;
use crate::ui::screen::Place;

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose whose cases are shown.
    WhoseChosen(Whose),
    /// Moved the cursor up or down.
    Moved(Step),
    /// Typed a digit of the number to go to.
    Sought(char),
    /// To the first line, or the last.
    Jumped(Step),
    /// To the other column, which comes into sight if it is not.
    Crossed,
    /// The pointer is over a line.
    Hovered(Option<Line>),
    /// Opened a line.
    Opened(Line),
    /// Did, or went to do, what is due on a case.
    DueAsked(ComplaintId),
    /// Moved the keyboard between the controls.
    Stepped(Step),
    /// Left the controls for the rows.
    ControlLeft,
    /// Wants the morning briefing.
    BriefingAsked,
    /// Put it away.
    BriefingClosed,
    /// Wants it as text.
    BriefingCopyAsked,
    /// Wants it as a picture to keep.
    BriefingSaveAsked,
    /// Wants it on paper.
    BriefingPrintAsked,
    /// It lies there now, was given up, or could not be written.
    BriefingLeft(brief::Left),
    /// 催办 in the list of missed reports.
    Reminded(ComplaintId, OrderNo),
    /// 打电话
    CallAsked(ComplaintId, OrderNo),
    /// 换人
    ReassignAsked(ComplaintId),
    /// 报部门经理
    TakenUp(ComplaintId, OrderNo),
    /// A promise was kept: what came of it?
    FinishAsked(ComplaintId, u16),
    /// Typed what came of it.
    FinishTyped(String),
    /// Sends it.
    FinishSent,
    /// Leaves it.
    FinishLeft,
    /// It is on the clipboard.
    BriefingCopied,
    /// Goes to a page.
    Went(Place),
    /// What was sent came back.
    Acted(ComplaintId, String, Box<Result<Done, Refused>>),
    /// Put a trouble away.
    TroubleRead,
}
