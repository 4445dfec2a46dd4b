//! How everything looks: colours, spaces, sizes of text, heights (UI.md §2), and the theme that iced draws with.
//!
//! A colour is named in `palette` and nowhere else. The theme dereferences to its [`Palette`], so a style reads
//! `theme.surface`.

mod catalog;
pub mod font;
mod measure;
mod palette;

use std::ops::Deref;

pub use crate::platform::preferences::{Appearance, Contrast};
use iced::theme::{Base, Mode, Style};
pub use measure::{Face, Height, Radius, Space};
pub use palette::{Palette, Tint, Tone};

static LIGHT: Palette = palette::LIGHT;
static DARK: Palette = palette::DARK;
static LIGHT_CONTRAST: Palette = palette::LIGHT.contrasted();
static DARK_CONTRAST: Palette = palette::DARK.contrasted();

/// An element drawn with our theme.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;

/// One of the four looks of the program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    palette: &'static Palette,
    mode: Mode,
    contrast: Contrast,
}

impl Theme {
    /// The light theme.
    #[must_use]
    pub fn light() -> Self {
        Self::new(Appearance::Light, Mode::Light, Contrast::Ordinary)
    }

    /// The dark theme.
    #[must_use]
    pub fn dark() -> Self {
        Self::new(Appearance::Dark, Mode::Dark, Contrast::Ordinary)
    }

    /// The theme for a choice; `system` is what the system shows, light where it does not tell.
    #[must_use]
    pub fn new(appearance: Appearance, system: Mode, contrast: Contrast) -> Self {
        let mode = match (appearance, system) {
            (Appearance::Light, _) | (Appearance::System, Mode::Light | Mode::None) => Mode::Light,
            (Appearance::Dark, _) | (Appearance::System, Mode::Dark) => Mode::Dark,
        };
        let palette = match (mode, contrast) {
            (Mode::Light | Mode::None, Contrast::Ordinary) => &LIGHT,
            (Mode::Light | Mode::None, Contrast::High) => &LIGHT_CONTRAST,
            (Mode::Dark, Contrast::Ordinary) => &DARK,
            (Mode::Dark, Contrast::High) => &DARK_CONTRAST,
        };
        Self { palette, mode, contrast }
    }

    /// Whether the ground is dark.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.mode == Mode::Dark
    }
}

impl Deref for Theme {
    type Target = Palette;

    fn deref(&self) -> &Palette {
        self.palette
    }
}

impl Base for Theme {
    fn default(preference: Mode) -> Self {
        Self::new(Appearance::System, preference, Contrast::Ordinary)
    }

    fn mode(&self) -> Mode {
        self.mode
    }

    fn base(&self) -> Style {
        Style { background_color: self.canvas, text_color: self.ink }
    }

    fn palette(&self) -> Option<iced::theme::Palette> {
        None
    }

    fn name(&self) -> &'static str {
        match (self.is_dark(), self.contrast) {
            (false, Contrast::Ordinary) => "light",
            (false, Contrast::High) => "light, high contrast",
            (true, Contrast::Ordinary) => "dark",
            (true, Contrast::High) => "dark, high contrast",
        }
    }
}

#[cfg(test)]
mod tests {
    use iced::Color;

    use super::*;

    /// WCAG 2: relative luminance.
    fn luminance(color: Color) -> f32 {
        let [red, green, blue, _] = color.into_linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[track_caller]
    fn check(theme: &Theme, pair: &str, (front, back): (Color, Color), least: f32) {
        let (a, b) = (luminance(front) + 0.05, luminance(back) + 0.05);
        let ratio = if a > b { a / b } else { b / a };
        assert!(ratio >= least, "{}: {pair} is {ratio:.2}, wanted {least}", theme.name());
    }

    /// The pairs of the design's contrast.csv, and the same in high contrast.
    #[test]
    fn every_text_and_border_has_its_contrast() {
        for appearance in [Appearance::Light, Appearance::Dark] {
            for contrast in [Contrast::Ordinary, Contrast::High] {
                let it = Theme::new(appearance, Mode::Light, contrast);
                let grounds = [it.canvas, it.surface, it.sunken, it.rail, it.raised, it.hover, it.selected];
                for ground in grounds {
                    check(&it, "ink", (it.ink, ground), 7.0);
                    check(&it, "ink2", (it.ink2, ground), 4.5);
                    check(&it, "ink3", (it.ink3, ground), 4.5);
                }
                check(&it, "on accent", (it.on_accent, it.accent), 4.5);
                check(&it, "on accent, hovered", (it.on_accent, it.accent_hover), 4.5);
                check(&it, "chosen", (it.accent_ink, it.accent_soft), 4.5);
                check(&it, "on late", (it.on_late, it.late.solid), 4.5);
                check(&it, "toast", (it.surface, it.ink), 7.0);
                check(&it, "good news on a toast", (it.toast_good, it.ink), 4.5);
                check(&it, "undo on a toast", (it.toast_link, it.ink), 4.5);
                check(&it, "paper", (it.paper_ink, it.paper), 7.0);
                check(&it, "ink on chosen", (it.ink, it.accent_soft), 7.0);
                check(&it, "ink2 on chosen", (it.ink2, it.accent_soft), 4.5);
                check(&it, "ink3 on chosen", (it.ink3, it.accent_soft), 4.5);
                for ground in [it.canvas, it.surface, it.sunken, it.rail, it.selected] {
                    check(&it, "link", (it.accent_ink, ground), 4.5);
                }
                for ground in [it.canvas, it.surface] {
                    check(&it, "field", (it.field, ground), 3.0);
                    check(&it, "focus ring", (it.accent, ground), 3.0);
                }
                for (step, ground) in it.heat.into_iter().enumerate() {
                    check(&it, "number in the heat map", (it.heat_ink(step), ground), 4.5);
                }
                for series in &it.chart[..7] {
                    check(&it, "series", (*series, it.surface), 1.9);
                }
                for tone in
                    [Tone::Ontime, Tone::Soon, Tone::Late, Tone::Paused, Tone::Success, Tone::Info, Tone::Escalated]
                {
                    let tint = it.tint(tone);
                    check(&it, &format!("{tone:?} on its ground"), (tint.fg, tint.bg), 4.5);
                    check(&it, &format!("{tone:?} on a surface"), (tint.fg, it.surface), 4.5);
                    for ground in [it.canvas, it.sunken, it.raised, it.selected] {
                        check(&it, &format!("{tone:?} on a ground"), (tint.fg, ground), 4.5);
                    }
                    // Amber on white is a ring beside words, never words.
                    if tone != Tone::Soon {
                        check(&it, &format!("solid {tone:?}"), (tint.solid, it.surface), 3.0);
                    }
                }
            }
        }
    }

    #[test]
    fn the_system_decides_only_when_asked() {
        assert!(Theme::new(Appearance::System, Mode::Dark, Contrast::Ordinary).is_dark());
        assert!(!Theme::new(Appearance::System, Mode::None, Contrast::Ordinary).is_dark());
        assert!(!Theme::new(Appearance::Light, Mode::Dark, Contrast::Ordinary).is_dark());
        assert!(Theme::new(Appearance::Dark, Mode::Light, Contrast::High).is_dark());
    }
}
