//! 晨会简报: one A4 sheet, looked at here, then copied, kept or printed.

use std::path::PathBuf;

use iced::{
    Length, Size,
    widget::{canvas, column, container, row, space},
};

use super::{Message, State};
use crate::export::paper::{self, Paper};
use crate::export::text;
use crate::platform::dialog::{self, FileKind, Unavailable};
use crate::platform::{files, open};
use crate::report::{Briefing, Source};
use crate::ui::effect::Effect;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::sheet::Sheet;
use crate::ui::picture::{self, Camera};
use crate::ui::screen::{Action, Said};
use crate::ui::style;
use crate::ui::theme::{Appearance, Contrast, Element, Theme, Tone};
use crate::ui::widget::{Note, Width, button, modal, modal_foot, note, scrimmed, scroll, small};

/// Ctrl+C: as text.
pub(super) const COPY: Shortcut = Shortcut::command('c');
/// Ctrl+E: as a picture to keep.
pub(super) const SAVE: Shortcut = Shortcut::command('e');
/// Ctrl+P: the briefing, and then on paper.
pub(super) const PRINT: Shortcut = Shortcut::command('p');

/// The sheet as it is looked at.
#[derive(Debug)]
pub(super) struct Brief {
    paper: Paper,
    sheet: Sheet,
    file_name: String,
    trouble: Option<String>,
}

/// What became of a sheet that was to be kept or printed.
#[derive(Debug, Clone)]
pub enum Left {
    /// Kept.
    Kept(PathBuf),
    /// Handed to the system's program.
    Shown,
    /// Given up.
    GivenUp,
    /// Not possible: why, in words.
    Failed(String),
}

/// As wide as it is looked at; the sheet is 210 mm wide.
const LOOK: f32 = 560.0;
/// Dots a pixel of the sheet: a little more than 200 dots an inch.
const FINE: f32 = 2.9;

impl Brief {
    fn of(env: &Env<'_>) -> Self {
        let briefing = Briefing::of(&Source { books: env.books, now: env.now }, env.me);
        let paper = paper::briefing(&briefing, env.texts);
        let pages = paper.pages();
        let placed = pages.first().map(|it| paper.layout(it, pages.len(), env.texts)).unwrap_or_default();
        let sheet = Sheet::new(paper.orientation, placed);
        let file_name = format!("{}-{}", paper.name, env.today());
        Self { paper, sheet, file_name, trouble: None }
    }

    pub(super) fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let size = self.sheet.size_in(LOOK);
        let page = container(canvas(&self.sheet).width(size.width).height(size.height)).style(style::surface::paper);
        // Head, foot and the room around the modal.
        let high = (env.window.height - 330.0).clamp(240.0, size.height);
        let sheet = container(scroll(container(page).center_x(Length::Fill)).height(high))
            .style(style::surface::sunken)
            .width(Length::Fill);
        let trouble = self.trouble.as_ref().map(|words| {
            note(Note {
                tone: Tone::Late,
                icon: icon::CIRCLE_ALERT,
                title: texts.today_briefing_trouble().into(),
                words: words.as_str().into(),
                actions: Vec::new(),
            })
        });
        let masked = small(texts.today_briefing_masked()).style(style::text::ink3);
        // While customers are hidden, so is what names them.
        let shown: Element<'a, Message> = match env.cloak {
            Cloak::Off => sheet.into(),
            Cloak::On => note(Note {
                tone: Tone::Accent,
                icon: icon::EYE_OFF,
                title: texts.today_briefing_cloaked().into(),
                words: "".into(),
                actions: Vec::new(),
            }),
        };
        let content = column![masked].push(trouble).push(shown).spacing(8);
        let close = button(texts.close())
            .keys(Shortcut::named(iced::keyboard::key::Named::Escape))
            .on_press(Message::BriefingClosed);
        let others = row![
            Element::from(close),
            space().width(Length::Fill),
            Element::from(
                button(texts.today_briefing_copy()).icon(icon::COPY).keys(COPY).on_press(Message::BriefingCopyAsked)
            ),
            Element::from(
                button(texts.today_briefing_save()).icon(icon::IMAGE).keys(SAVE).on_press(Message::BriefingSaveAsked)
            ),
        ]
        .spacing(8)
        .width(480);
        let print = button(texts.today_briefing_print())
            .primary()
            .icon(icon::PRINTER)
            .keys(PRINT)
            .on_press(Message::BriefingPrintAsked);
        scrimmed(
            modal(
                (Width::Wide, Tone::Accent, icon::PRINTER),
                texts.today_briefing(),
                content,
                modal_foot(others, print),
            ),
            Some(Message::BriefingClosed),
        )
    }

    /// Black on white whatever the window looks like.
    fn picture(&self, env: &Env<'_>) -> Result<Vec<u8>, String> {
        let size = self.sheet.size_in(f32::INFINITY);
        let theme = Theme::new(Appearance::Light, iced::theme::Mode::Light, Contrast::Ordinary);
        let camera = Camera {
            size: Size::new(size.width * FINE, size.height * FINE),
            scale: 1.0,
            theme,
            locale: env.texts.locale(),
        };
        let drawn: Element<'_, Message> =
            canvas(&self.sheet).width(size.width * FINE).height(size.height * FINE).into();
        picture::take(camera, drawn).and_then(|it| picture::png(&it)).map_err(|it| it.to_string())
    }
}

impl State {
    pub(super) fn brief(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.brief = Some(Brief::of(env));
        Effect::none()
    }

    pub(super) fn close_brief(&mut self) -> Effect<Message, Action> {
        self.brief = None;
        Effect::none()
    }

    pub(super) fn copy_brief(&mut self, _env: &Env<'_>) -> Effect<Message, Action> {
        let Some(brief) = &self.brief else { return Effect::none() };
        let words = text::text(&brief.paper);
        Effect::action(Action::Copy(words)).and_task(iced::Task::done(Message::BriefingCopied))
    }

    pub(super) fn save_brief(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(brief) = &self.brief else { return Effect::none() };
        let bytes = match brief.picture(env) {
            Ok(bytes) => bytes,
            Err(reason) => return Effect::task(iced::Task::done(Message::BriefingLeft(Left::Failed(reason)))),
        };
        let no_dialog = env.texts.reports_no_dialog().to_owned();
        let texts = env.texts.clone();
        let asked = dialog::save(env.texts.clone(), FileKind::Picture, format!("{}.png", brief.file_name));
        let kept = async move {
            match asked.await {
                Err(Unavailable) => Left::Failed(no_dialog),
                Ok(None) => Left::GivenUp,
                Ok(Some(path)) => match write(path.clone(), bytes).await {
                    Ok(()) => Left::Kept(path),
                    Err(reason) => Left::Failed(texts.write_failed(path.display().to_string(), reason)),
                },
            }
        };
        Effect::perform(kept, Message::BriefingLeft)
    }

    /// The system's program for pictures knows the printers.
    pub(super) fn print_brief(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(brief) = &self.brief else { return Effect::none() };
        let bytes = match brief.picture(env) {
            Ok(bytes) => bytes,
            Err(reason) => return Effect::task(iced::Task::done(Message::BriefingLeft(Left::Failed(reason)))),
        };
        let path = std::env::temp_dir().join("redress").join(format!("{}.png", brief.file_name));
        let texts = env.texts.clone();
        let shown = async move {
            if let Err(reason) = write(path.clone(), bytes).await {
                return Left::Failed(texts.write_failed(path.display().to_string(), reason));
            }
            let opened = tokio::task::spawn_blocking(move || open::open(&path)).await;
            match opened {
                Ok(Ok(())) => Left::Shown,
                Ok(Err(error)) => Left::Failed(error.to_string()),
                Err(error) => Left::Failed(error.to_string()),
            }
        };
        Effect::perform(shown, Message::BriefingLeft)
    }

    pub(super) fn brief_left(&mut self, env: &Env<'_>, left: Left) -> Effect<Message, Action> {
        let words = match left {
            Left::Kept(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                env.texts.today_briefing_kept(name)
            }
            Left::Shown => env.texts.today_briefing_shown().to_owned(),
            Left::GivenUp => return Effect::none(),
            Left::Failed(reason) => {
                if let Some(brief) = &mut self.brief {
                    brief.trouble = Some(reason);
                }
                return Effect::none();
            }
        };
        self.brief = None;
        Effect::action(Action::Say(Said { words, undo: None }))
    }
}

async fn write(path: PathBuf, bytes: Vec<u8>) -> Result<(), String> {
    let written = tokio::task::spawn_blocking(move || files::write_whole(&path, &bytes)).await;
    match written {
        Ok(outcome) => outcome.map_err(|it| it.to_string()),
        Err(error) => Err(error.to_string()),
    }
}
