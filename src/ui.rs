//! The window. It shows what the books say and asks the desk; it holds no rule of business.

pub mod album;
pub mod effect;
pub mod env;
pub mod house;
pub mod icon;
pub mod keys;
pub mod opening;
pub mod part;
pub mod picture;
pub mod screen;
pub mod shell;
pub mod style;
pub mod theme;
pub mod ticket;
pub mod widget;

use std::process::ExitCode;

use iced::{Point, Size, Task, window};

use self::{
    shell::{DEFAULT_SIZE, Files, SMALLEST, Shell, Toast},
    theme::{Face, font},
};
use crate::i18n::Locale;
use crate::platform::{
    dirs::Dirs,
    preferences::{Found, Preferences, Rendering},
    rendering,
};

/// How the window is asked to start.
#[derive(Debug, Clone)]
pub struct Start {
    /// Where things lie.
    pub dirs: Dirs,
    /// The folder of the office.
    pub office: std::path::PathBuf,
    /// Who draws, where the command line says so.
    pub rendering: Option<Rendering>,
    /// In which language, where the command line says so.
    pub locale: Option<Locale>,
}

/// Why the window could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No display, no renderer.
    #[error("the window cannot be opened: {0}")]
    Window(#[from] iced::Error),
    /// The program could not be started again with software rendering.
    #[error("software rendering cannot be started: {0}")]
    Software(#[from] std::io::Error),
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// See [`Failure`].
pub fn run(start: &Start) -> Result<ExitCode, Failure> {
    let Found { preferences, damaged } = Preferences::read(&start.dirs.preferences());
    let marker = start.dirs.first_frame_marker();
    let fell = rendering::fell_before_first_frame(&marker);
    let preferences = if fell { rendering::after_a_fall(preferences) } else { preferences };
    if start.rendering.unwrap_or(preferences.rendering) == Rendering::Software
        && let Some(code) = rendering::again_in_software()?
    {
        return Ok(code);
    }
    if let Err(error) = rendering::mark_start(&marker) {
        tracing::warn!(%error, "the start cannot be marked");
    }
    let preferences = Preferences { locale: start.locale.or(preferences.locale), ..preferences };
    let files = Files {
        preferences: Some(start.dirs.preferences()),
        first_frame_marker: Some(marker),
        office: Some(start.office.clone()),
    };
    let settings = iced::Settings {
        id: Some("redress".to_owned()),
        default_font: font::REGULAR,
        default_text_size: Face::Body.size().into(),
        antialiasing: true,
        ..iced::Settings::default()
    };
    let window = window_settings(&preferences);
    let boot = move || {
        let (mut shell, first) = Shell::new(preferences.clone(), files.clone());
        let mut tasks = vec![first];
        if fell {
            let words = shell.world.texts.toast_software_rendering().to_owned();
            tasks.push(shell.say(Toast::told(words)));
        }
        if damaged.is_some() {
            let words = shell.world.texts.toast_preferences_broken().to_owned();
            tasks.push(shell.say(Toast::told(words)));
        }
        (shell, Task::batch(tasks))
    };
    iced::application(boot, Shell::update, Shell::view)
        .title(Shell::title)
        .theme(|shell: &Shell| shell.theme())
        .scale_factor(Shell::scale_factor)
        .subscription(Shell::subscription)
        .settings(settings)
        .window(window)
        .run()?;
    Ok(ExitCode::SUCCESS)
}

fn window_settings(preferences: &Preferences) -> window::Settings {
    let place = preferences.window;
    // iced multiplies the first size by the zoom.
    let factor = preferences.zoom.factor();
    let size = place.map_or(DEFAULT_SIZE, |it| Size::new(it.width, it.height));
    let position = place
        .and_then(|it| it.at)
        .map_or(window::Position::Centered, |(x, y)| window::Position::Specific(Point::new(x, y)));
    window::Settings {
        size: Size::new(size.width.max(SMALLEST.width) / factor, size.height.max(SMALLEST.height) / factor),
        min_size: Some(SMALLEST),
        maximized: place.is_some_and(|it| it.maximized),
        position,
        exit_on_close_request: false,
        ..window::Settings::default()
    }
}
