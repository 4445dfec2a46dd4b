//! 导出 n 件: the cases behind a mark as a workbook, masked as every list is.

use super::model::{Found, Mark};
use super::picture::Trouble;
use super::{Message, State, source};
use crate::export::xlsx;
use crate::export::{Disclosure, paper};
use crate::platform::dialog::{self, FileKind};
use crate::platform::files;
use crate::report::{LedgerReport, Period};
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::screen::{Action, Said};

impl State {
    /// Writes the cases of a mark where the person says.
    pub(super) fn export_cases(&mut self, env: &Env<'_>, mark: Mark) -> Effect<Message, Action> {
        let found: std::rc::Rc<Found> = self.found(env, mark);
        let days = found.cases.iter().map(|it| it.day());
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Effect::none() };
        let report = LedgerReport::of_those(&source(env), Period::days(first, last), &found.cases);
        let sheet = paper::ledger(&report, Disclosure::Masked, env.texts);
        let bytes = xlsx::workbook(&[&sheet], &[], env.texts).map_err(|it| Trouble::Undrawn(it.to_string()));
        let name = format!("{}-{}.xlsx", sheet.name, env.local_now().format("%Y%m%d-%H%M"));
        self.cases_trouble = None;
        let texts = env.texts.clone();
        Effect::perform(
            async move {
                let bytes = bytes?;
                let picked = dialog::save(texts, FileKind::Workbook, name).await.map_err(|_| Trouble::NoDialog)?;
                let Some(path) = picked else { return Ok(None) };
                let written = files::write_whole(&path, &bytes);
                written.map_err(|it| Trouble::Unwritten { path: path.clone(), reason: it.to_string() })?;
                Ok(path.file_name().map(|it| it.to_string_lossy().into_owned()))
            },
            Message::CasesSaved,
        )
    }

    /// They are there, or not.
    pub(super) fn cases_saved(
        &mut self,
        env: &Env<'_>,
        outcome: Result<Option<String>, Trouble>,
    ) -> Effect<Message, Action> {
        match outcome {
            Ok(None) => Effect::none(),
            Ok(Some(file)) => {
                let words = env.texts.charts_export_done(env.texts.charts_cases_exported().to_owned(), file);
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Err(trouble) => {
                self.cases_trouble = Some(trouble);
                Effect::none()
            }
        }
    }
}
