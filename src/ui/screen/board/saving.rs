//! What leaves the board as a file: the rows as a workbook. Names and numbers are masked (UI.md 11).

use std::path::PathBuf;

use super::{Message, State, Trouble};
use crate::export::{Disclosure, paper, xlsx};
use crate::platform::{dialog, files};
use crate::report::{LedgerReport, Period, Source};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen::Action;

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
        self.trouble = Some(Trouble { title: texts.board_not_saved().to_owned(), words });
        Effect::none()
    }
}
