//! What leaves the board: the rows as a workbook, the slip of a work order as a message for a chat and as a picture.
//! Names and numbers are masked (UI.md 11).

use std::path::PathBuf;

use iced::{Size, widget::Canvas};
use image::RgbaImage;

use super::{Message, OtherWay, State, Trouble};
use crate::domain::id::{ComplaintId, OrderNo};
use crate::export::paper::Paper;
use crate::export::{Disclosure, paper, xlsx};
use crate::platform::clipboard::{self, NotTaken};
use crate::platform::preferences::{Appearance, Contrast};
use crate::platform::{dialog, files};
use crate::report::{DispatchSlip, LedgerReport, Period, Source};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::sheet::{self, Sheet};
use crate::ui::picture::{self, Camera};
use crate::ui::screen::Action;
use crate::ui::theme::{Element, Theme};

/// Why nothing was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// The system has no dialogs.
    NoDialog,
    /// It could not be made.
    NotMade(String),
    /// It could not be written there.
    NotWritten(PathBuf, String),
}

/// Asks where to, and writes; `None` when the person gave up, else the name of the file.
async fn save(
    asked: impl Future<Output = Result<Option<PathBuf>, dialog::Unavailable>> + Send,
    bytes: Vec<u8>,
) -> Result<Option<String>, NotSaved> {
    let Some(path) = asked.await.map_err(|_| NotSaved::NoDialog)? else { return Ok(None) };
    let to = path.clone();
    let written = tokio::task::spawn_blocking(move || files::write_whole(&to, &bytes)).await;
    match written {
        Ok(Ok(())) => Ok(Some(path.file_name().unwrap_or_default().to_string_lossy().into_owned())),
        Ok(Err(error)) => Err(NotSaved::NotWritten(path, error.to_string())),
        Err(error) => Err(NotSaved::NotWritten(path, error.to_string())),
    }
}

/// Puts a picture on the clipboard without keeping the window waiting.
async fn put(picture: RgbaImage) -> Result<(), NotTaken> {
    let put = tokio::task::spawn_blocking(move || clipboard::put(picture)).await;
    put.unwrap_or_else(|error| Err(NotTaken(error.to_string())))
}

impl State {
    /// The ticked rows, or all that are shown, as the ledger of FORMS 4.2.
    pub(super) fn export(&self, env: &Env<'_>) -> Effect<Message, Action> {
        let chosen = self.meant(env);
        let days = chosen.iter().map(|it| it.day());
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Effect::none() };
        let period = Period::days(first, last);
        let source = Source { books: env.books, now: env.now };
        let report = LedgerReport::of_those(&source, period, &chosen);
        let paper = paper::ledger(&report, Disclosure::Masked, env.texts);
        match xlsx::workbook(&[&paper], &[], env.texts) {
            Ok(bytes) => {
                let name = format!("{}-{}.xlsx", paper.name, env.local_now().format("%Y%m%d-%H%M"));
                let asked = dialog::save(env.texts.clone(), dialog::FileKind::Workbook, name);
                Effect::perform(save(asked, bytes), Message::Saved)
            }
            Err(error) => Effect::task(iced::Task::done(Message::Saved(Err(NotSaved::NotMade(error.to_string()))))),
        }
    }

    /// The dispatch of a work order, ready to be pasted into a chat.
    pub(super) fn copy_slip(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
        let source = Source { books: env.books, now: env.now };
        let Some(slip) = DispatchSlip::of(&source, id, order) else { return Effect::none() };
        let said = env.texts.board_copied_slip(slip.number.as_str());
        let copied = Action::Copy(paper::dispatch_words(&slip, env.texts));
        Effect::action(copied).and_task(iced::Task::done(Message::Told(said)))
    }

    /// The slip of a work order as a picture on the clipboard: black on white, as it is printed.
    pub(super) fn picture_slip(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
        let source = Source { books: env.books, now: env.now };
        let Some(slip) = DispatchSlip::of(&source, id, order) else { return Effect::none() };
        match slip_picture(env, &paper::dispatch_slip(&slip, Disclosure::Masked, env.texts)) {
            Ok(picture) => Effect::perform(put(picture), move |outcome| Message::SlipTaken(id, order, outcome)),
            Err(error) => not_made(&error),
        }
    }

    /// It can be pasted, or a file is offered instead.
    pub(super) fn slip_taken(
        &mut self,
        env: &Env<'_>,
        (id, order): (ComplaintId, OrderNo),
        outcome: Result<(), NotTaken>,
    ) -> Effect<Message, Action> {
        let texts = env.texts;
        match outcome {
            Ok(()) => Self::tell(texts.board_pictured_slip(env.office().forms().number(id))),
            Err(NotTaken(reason)) => {
                tracing::warn!(reason, "the clipboard took no picture");
                let name = texts.board_save_slip_instead().to_owned();
                self.trouble = Some(Trouble {
                    way: Some(OtherWay { name, message: Message::SlipSaved(id, order) }),
                    ..Trouble::plain(texts.board_not_taken().to_owned(), texts.board_not_taken_words().to_owned())
                });
                Effect::none()
            }
        }
    }

    /// The same picture as a file.
    pub(super) fn save_slip(env: &Env<'_>, id: ComplaintId, order: OrderNo) -> Effect<Message, Action> {
        let source = Source { books: env.books, now: env.now };
        let Some(slip) = DispatchSlip::of(&source, id, order) else { return Effect::none() };
        let taken = slip_picture(env, &paper::dispatch_slip(&slip, Disclosure::Masked, env.texts));
        match taken.and_then(|it| picture::png(&it)) {
            Ok(bytes) => {
                let name = format!("{}.png", slip.number);
                let asked = dialog::save(env.texts.clone(), dialog::FileKind::Picture, name);
                Effect::perform(save(asked, bytes), Message::Saved)
            }
            Err(error) => not_made(&error),
        }
    }

    /// The file is there, or not.
    pub(super) fn saved(
        &mut self,
        env: &Env<'_>,
        outcome: Result<Option<String>, NotSaved>,
    ) -> Effect<Message, Action> {
        let texts = env.texts;
        let words = match outcome {
            Ok(Some(name)) => return Self::tell(texts.board_saved(name)),
            Ok(None) => return Effect::none(),
            Err(NotSaved::NoDialog) => texts.board_no_dialog().to_owned(),
            Err(NotSaved::NotMade(reason)) => reason,
            Err(NotSaved::NotWritten(path, reason)) => texts.write_failed(path.display().to_string(), reason),
        };
        self.trouble = Some(Trouble::plain(texts.board_not_saved().to_owned(), words));
        Effect::none()
    }
}

fn not_made(error: &picture::Failure) -> Effect<Message, Action> {
    Effect::task(iced::Task::done(Message::Saved(Err(NotSaved::NotMade(error.to_string())))))
}

/// Real pixels a pixel of the sheet on the screen: sharp enough to be read on a telephone.
const SHARP: f32 = 2.0;

/// The first page, cut above and below what stands on it.
fn slip_picture(env: &Env<'_>, paper: &Paper) -> Result<RgbaImage, picture::Failure> {
    let pages = paper.pages();
    let placed = pages.first().map(|it| paper.layout(it, 1, env.texts)).unwrap_or_default();
    let (width, height) = paper.orientation.sheet();
    // The number of the page stands at the foot of the sheet; a slip is half of it.
    let placed: Vec<_> = placed.into_iter().filter(|it| it.area.y < height - FOOT).collect();
    let end = placed.iter().map(|it| it.area.y + it.area.height).fold(0.0, f32::max) + MARGIN;
    let start = (placed.iter().map(|it| it.area.y).fold(height, f32::min) - MARGIN).max(0.0);
    let size = Size::new(width * sheet::SCALE, height * sheet::SCALE);
    let theme = Theme::new(Appearance::Light, iced::theme::Mode::Light, Contrast::Ordinary);
    let camera = Camera { size, scale: SHARP, theme, locale: env.texts.locale() };
    let page = Canvas::new(Sheet::new(paper.orientation, placed)).width(size.width).height(size.height);
    let page: Element<'_, Message> = page.into();
    let taken = picture::take(camera, page)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet has few pixels")]
    let (first, end) = ((start * sheet::SCALE * SHARP) as u32, (end * sheet::SCALE * SHARP) as u32);
    let rows = end.min(taken.height()).saturating_sub(first);
    Ok(image::imageops::crop_imm(&taken, 0, first, taken.width(), rows).to_image())
}

/// Millimetres at the foot of a sheet where its number stands.
const FOOT: f32 = 20.0;
/// Millimetres above the first line and below the last one.
const MARGIN: f32 = 12.0;
