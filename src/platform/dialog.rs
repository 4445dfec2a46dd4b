//! The system's file dialogs.
//!
//! On Linux they come from the desktop portal; where there is none, asking says so instead of doing nothing.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rfd::AsyncFileDialog;

use crate::i18n::Texts;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// .xlsx
    Workbook,
    /// .csv
    Csv,
    /// .pdf
    Pdf,
    /// .png
    Picture,
    /// .svg
    Drawing,
    /// .txt
    Text,
    /// .json
    Json,
    /// .redress
    Backup,
}

impl FileKind {
    /// Without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
            Self::Picture => "png",
            Self::Drawing => "svg",
            Self::Text => "txt",
            Self::Json => "json",
            Self::Backup => "redress",
        }
    }

    fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Workbook => texts.file_kind_workbook(),
            Self::Csv => texts.file_kind_csv(),
            Self::Pdf => texts.file_kind_pdf(),
            Self::Picture => texts.file_kind_image(),
            Self::Drawing => texts.file_kind_svg(),
            Self::Text => texts.file_kind_text(),
            Self::Json => texts.file_kind_json(),
            Self::Backup => texts.file_kind_backup(),
        }
    }
}

/// No dialog can be shown on this system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this system has no file dialogs (no desktop portal on the session bus)")]
pub struct Unavailable;

/// Asks where to save; `None` when the person gave up. The extension is added where it was left out.
///
/// # Errors
/// [`Unavailable`] where the system has no dialogs.
pub async fn save(texts: Texts, kind: FileKind, proposed: String) -> Result<Option<PathBuf>, Unavailable> {
    let dialog = AsyncFileDialog::new()
        .set_title(texts.dialog_save())
        .set_file_name(proposed)
        .add_filter(kind.name(&texts), &[kind.extension()]);
    let picked = asked(dialog.save_file()).await?;
    Ok(picked.map(|it| with_extension(it.path().to_owned(), kind)))
}

/// Asks for a file to read; `None` when the person gave up.
///
/// # Errors
/// [`Unavailable`] where the system has no dialogs.
pub async fn pick(texts: Texts, kinds: &'static [FileKind]) -> Result<Option<PathBuf>, Unavailable> {
    let dialog = kinds.iter().fold(AsyncFileDialog::new().set_title(texts.dialog_open()), |dialog, kind| {
        dialog.add_filter(kind.name(&texts), &[kind.extension()])
    });
    Ok(asked(dialog.pick_file()).await?.map(|it| it.path().to_owned()))
}

/// Asks for files of any kind (attachments); empty when the person gave up.
///
/// # Errors
/// [`Unavailable`] where the system has no dialogs.
pub async fn pick_many(texts: Texts) -> Result<Vec<PathBuf>, Unavailable> {
    let dialog = AsyncFileDialog::new().set_title(texts.dialog_open());
    let picked = asked(dialog.pick_files()).await?.unwrap_or_default();
    Ok(picked.into_iter().map(|it| it.path().to_owned()).collect())
}

/// Asks for a folder; `None` when the person gave up.
///
/// # Errors
/// [`Unavailable`] where the system has no dialogs.
pub async fn pick_folder(texts: Texts) -> Result<Option<PathBuf>, Unavailable> {
    let picked = asked(AsyncFileDialog::new().set_title(texts.dialog_folder()).pick_folder()).await?;
    Ok(picked.map(|it| it.path().to_owned()))
}

fn with_extension(path: PathBuf, kind: FileKind) -> PathBuf {
    match path.extension() {
        Some(extension) if extension.eq_ignore_ascii_case(kind.extension()) => path,
        _ => {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(".");
            name.push(kind.extension());
            path.with_file_name(name)
        }
    }
}

/// Nobody gives a dialog up in less than this, not even where it is drawn at once.
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
const AT_ONCE: Duration = Duration::from_millis(300);

async fn asked<T>(dialog: impl Future<Output = Option<T>>) -> Result<Option<T>, Unavailable> {
    available()?;
    let begun = Instant::now();
    let picked = dialog.await;
    answered(picked, begun.elapsed())
}

/// What came of a dialog. A bus without a portal, or one that is gone, brings nothing, and at once: there was no dialog.
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn answered<T>(picked: Option<T>, after: Duration) -> Result<Option<T>, Unavailable> {
    if picked.is_none() && after < AT_ONCE { Err(Unavailable) } else { Ok(picked) }
}

#[cfg(any(target_os = "windows", target_os = "macos"))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn answered<T>(picked: Option<T>, _after: Duration) -> Result<Option<T>, Unavailable> {
    Ok(picked)
}

/// Dialogs on Linux are drawn by the desktop portal, reached over the session bus. Without a bus the request would
/// come back as if the person had given up.
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn available() -> Result<(), Unavailable> {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some();
    let usual = std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|it| PathBuf::from(it).join("bus").exists());
    if named || usual { Ok(()) } else { Err(Unavailable) }
}

#[cfg(any(target_os = "windows", target_os = "macos"))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn available() -> Result<(), Unavailable> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(any(target_os = "windows", target_os = "macos")))]
    fn nothing_at_once_is_no_dialog_and_nothing_later_was_given_up() {
        #[track_caller]
        fn check(picked: Option<u8>, milliseconds: u64, then: Result<Option<u8>, Unavailable>) {
            assert_eq!(answered(picked, Duration::from_millis(milliseconds)), then);
        }
        check(None, 0, Err(Unavailable));
        check(None, 299, Err(Unavailable));
        check(None, 300, Ok(None));
        check(None, 60_000, Ok(None));
        check(Some(1), 0, Ok(Some(1)));
        check(Some(1), 60_000, Ok(Some(1)));
    }

    #[test]
    fn a_missing_extension_is_added() {
        #[track_caller]
        fn check(picked: &str, saved: &str) {
            assert_eq!(with_extension(PathBuf::from(picked), FileKind::Workbook), PathBuf::from(saved));
        }
        check("/tmp/汇总", "/tmp/汇总.xlsx");
        check("/tmp/汇总.xlsx", "/tmp/汇总.xlsx");
        check("/tmp/汇总.XLSX", "/tmp/汇总.XLSX");
        check("/tmp/2026.02 汇总", "/tmp/2026.02 汇总.xlsx");
    }
}
