//! Keys: what a shortcut is, whether an event is one, how it is shown (UI.md §7).
//!
//! Ctrl is ⌘ on macOS. Keys are heard in one place, `widget::listener`; while an input method has its pre-edit open
//! the [`Composer`] lets none of them through.

use iced::{
    Event,
    advanced::{input_method, widget::Id},
    keyboard::{self, Key, Modifiers, key::Named},
};

use super::icon::{self, Icon};

/// A key with its modifiers, as the program names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    key: Main,
    command: bool,
    shift: bool,
}

/// The key itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Main {
    /// A letter, digit or sign; letters in lower case.
    Sign(char),
    Named(Named),
}

/// What stands on a keycap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Words: `Ctrl`, `K`, `F8`.
    Words(&'static str),
    /// A letter or sign.
    Sign(char),
    /// A picture: ↵ ⌘ ⌫.
    Icon(Icon),
}

impl Shortcut {
    /// A letter, digit or sign without Ctrl. Works only where no text field has the focus.
    #[must_use]
    pub const fn sign(sign: char) -> Self {
        Self { key: Main::Sign(sign), command: false, shift: false }
    }

    /// A named key: `Enter`, `Escape`, `F8`.
    #[must_use]
    pub const fn named(named: Named) -> Self {
        Self { key: Main::Named(named), command: false, shift: false }
    }

    /// Ctrl (⌘) and a letter, digit or sign.
    #[must_use]
    pub const fn command(sign: char) -> Self {
        Self::sign(sign).with_command()
    }

    /// The same with Ctrl (⌘).
    #[must_use]
    pub const fn with_command(self) -> Self {
        Self { command: true, ..self }
    }

    /// The same with Shift.
    #[must_use]
    pub const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether a press is this shortcut. Chinese layouts count by the place of the key.
    #[must_use]
    pub fn matches(self, press: &Press) -> bool {
        if press.modifiers.command() != self.command || press.modifiers.alt() {
            return false;
        }
        match self.key {
            // `+` needs Shift on most keyboards; only letters and named keys tell Shift apart.
            Main::Sign(sign) => {
                press.sign == Some(sign) && (!sign.is_ascii_alphabetic() || press.modifiers.shift() == self.shift)
            }
            Main::Named(named) => press.named == Some(named) && press.modifiers.shift() == self.shift,
        }
    }

    /// The keycaps to draw, in order.
    #[must_use]
    pub fn caps(self) -> Vec<Cap> {
        let mut caps = Vec::with_capacity(3);
        if self.command {
            caps.push(if cfg!(target_os = "macos") { Cap::Icon(icon::COMMAND) } else { Cap::Words("Ctrl") });
        }
        if self.shift {
            caps.push(if cfg!(target_os = "macos") { Cap::Icon(icon::ARROW_BIG_UP) } else { Cap::Words("Shift") });
        }
        caps.push(match self.key {
            Main::Sign(sign) => Cap::Sign(sign.to_ascii_uppercase()),
            Main::Named(named) => named_cap(named),
        });
        caps
    }

    /// In words, for tooltips: `Ctrl+Shift+Enter`.
    #[must_use]
    pub fn words(self) -> String {
        let mut words = String::new();
        if self.command {
            words.push_str(if cfg!(target_os = "macos") { "Cmd+" } else { "Ctrl+" });
        }
        if self.shift {
            words.push_str("Shift+");
        }
        match self.key {
            Main::Sign(sign) => words.push(sign.to_ascii_uppercase()),
            Main::Named(named) => words.push_str(&format!("{named:?}").replace("Arrow", "")),
        }
        words
    }
}

const fn named_cap(named: Named) -> Cap {
    match named {
        Named::Enter => Cap::Icon(icon::CORNER_DOWN_LEFT),
        Named::Backspace => Cap::Icon(icon::DELETE),
        Named::Tab => Cap::Icon(icon::ARROW_RIGHT_TO_LINE),
        Named::ArrowLeft => Cap::Icon(icon::ARROW_LEFT),
        Named::ArrowRight => Cap::Icon(icon::ARROW_RIGHT),
        Named::ArrowUp => Cap::Icon(icon::ARROW_UP),
        Named::ArrowDown => Cap::Icon(icon::ARROW_DOWN),
        Named::Escape => Cap::Words("Esc"),
        Named::Space => Cap::Words("Space"),
        Named::Delete => Cap::Words("Del"),
        Named::Home => Cap::Words("Home"),
        Named::End => Cap::Words("End"),
        Named::PageUp => Cap::Words("PgUp"),
        Named::PageDown => Cap::Words("PgDn"),
        Named::ContextMenu => Cap::Words("Menu"),
        Named::F1 => Cap::Words("F1"),
        Named::F2 => Cap::Words("F2"),
        Named::F3 => Cap::Words("F3"),
        Named::F4 => Cap::Words("F4"),
        Named::F5 => Cap::Words("F5"),
        Named::F6 => Cap::Words("F6"),
        Named::F7 => Cap::Words("F7"),
        Named::F8 => Cap::Words("F8"),
        Named::F9 => Cap::Words("F9"),
        Named::F10 => Cap::Words("F10"),
        Named::F11 => Cap::Words("F11"),
        Named::F12 => Cap::Words("F12"),
        _ => Cap::Words("?"),
    }
}

/// A key that went down, and whether a widget (a text field) made use of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    sign: Option<char>,
    named: Option<Named>,
    modifiers: Modifiers,
    field: Field,
    focus: Option<Id>,
    repeat: bool,
}

/// Who heard a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A text field took it.
    Took,
    /// No widget wanted it.
    Passed,
}

impl Press {
    /// The press in an event of the keyboard, if it is one.
    #[must_use]
    pub fn of(event: &keyboard::Event, field: Field) -> Option<Self> {
        let keyboard::Event::KeyPressed { key, physical_key, modifiers, repeat, .. } = event else { return None };
        Some(Self {
            sign: key.to_latin(*physical_key).map(|it| it.to_ascii_lowercase()),
            named: match key {
                Key::Named(named) => Some(*named),
                Key::Character(_) | Key::Unidentified => None,
            },
            modifiers: *modifiers,
            field,
            focus: None,
            repeat: *repeat,
        })
    }

    /// Whether it is the question mark, which needs Shift on most keyboards, outside text fields.
    #[must_use]
    pub fn asks(&self) -> bool {
        match self.alone() {
            Some('?') => true,
            Some('/') => self.modifiers.shift(),
            Some(_) | None => false,
        }
    }

    /// The named key, if it is one.
    #[must_use]
    pub fn named(&self) -> Option<Named> {
        self.named
    }

    /// A letter, digit or sign that was pressed alone, where no text field has the focus.
    #[must_use]
    pub fn alone(&self) -> Option<char> {
        let modified = self.modifiers.command() || self.modifiers.control() || self.modifiers.alt();
        if modified || self.field == Field::Took { None } else { self.sign }
    }

    /// The modifiers held.
    #[must_use]
    pub fn modifiers(&self) -> Modifiers {
        self.modifiers
    }

    /// Whether a text field took the key.
    #[must_use]
    pub fn field(&self) -> Field {
        self.field
    }

    /// The text field that had the focus when a key was pressed that may move it.
    #[must_use]
    pub fn focus(&self) -> Option<&Id> {
        self.focus.as_ref()
    }

    /// See [`Press::focus`].
    pub(super) fn set_focus(&mut self, field: Option<Id>) {
        self.focus = field;
    }

    /// Whether it may do something to the focus: everything but what a text field has made text of.
    #[must_use]
    pub fn may_move_focus(&self) -> bool {
        use Named::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Backspace, Delete, End, Home, PageDown, PageUp, Space};
        let modified = self.modifiers.command() || self.modifiers.control() || self.modifiers.alt();
        let writes = self.named.is_none_or(|it| {
            matches!(
                it,
                Space
                    | Backspace
                    | Delete
                    | ArrowLeft
                    | ArrowRight
                    | ArrowUp
                    | ArrowDown
                    | Home
                    | End
                    | PageUp
                    | PageDown
            )
        });
        self.field == Field::Passed || modified || !writes
    }

    /// Whether the key is held down.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.repeat
    }
}

/// The press of a shortcut where no text field has the focus.
impl From<Shortcut> for Press {
    fn from(it: Shortcut) -> Self {
        let mut modifiers = Modifiers::empty();
        modifiers.set(Modifiers::COMMAND, it.command);
        modifiers.set(Modifiers::SHIFT, it.shift);
        let (sign, named) = match it.key {
            Main::Sign(sign) => (Some(sign), None),
            Main::Named(named) => (None, Some(named)),
        };
        Self { sign, named, modifiers, field: Field::Passed, focus: None, repeat: false }
    }
}

/// What the keyboard or input method did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A key went down.
    Pressed(Press),
    /// The modifiers changed.
    Modifiers(Modifiers),
    /// The input method's pre-edit now holds this many characters.
    Composing(usize),
}

impl Heard {
    /// What an event says, if it is one of these. Hand it to a [`Composer`].
    #[must_use]
    pub fn of(event: &Event, field: Field) -> Option<Self> {
        match event {
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => Some(Self::Modifiers(*modifiers)),
            Event::Keyboard(event) => Press::of(event, field).map(Self::Pressed),
            Event::InputMethod(input_method::Event::Preedit(text, _)) => Some(Self::Composing(text.chars().count())),
            Event::InputMethod(
                input_method::Event::Opened | input_method::Event::Commit(_) | input_method::Event::Closed,
            ) => Some(Self::Composing(0)),
            Event::Mouse(_) | Event::Window(_) | Event::Touch(_) => None,
        }
    }
}

/// Keeps keys away from the program while an input method composes.
#[derive(Debug, Default)]
pub struct Composer {
    characters: usize,
}

impl Composer {
    /// The press, unless an input method is composing.
    pub fn filter(&mut self, heard: Heard) -> Option<Press> {
        match heard {
            Heard::Composing(characters) => {
                self.characters = characters;
                None
            }
            Heard::Modifiers(_) => None,
            Heard::Pressed(press) => (self.characters == 0).then_some(press),
        }
    }

    /// Whether a pre-edit is open.
    #[must_use]
    pub fn is_composing(&self) -> bool {
        self.characters > 0
    }
}

#[cfg(test)]
mod tests {
    use iced::keyboard::{
        Location,
        key::{NativeCode, Physical},
    };

    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Press {
        let event = keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers,
            text: None,
            repeat: false,
        };
        Press::of(&event, Field::Passed).unwrap()
    }

    fn sign(sign: &str, modifiers: Modifiers) -> Press {
        press(Key::Character(sign.into()), modifiers)
    }

    #[test]
    fn ctrl_k_is_ctrl_k_only() {
        let palette = Shortcut::command('k');
        assert!(palette.matches(&sign("k", Modifiers::COMMAND)));
        assert!(!palette.matches(&sign("k", Modifiers::empty())));
        assert!(!palette.matches(&sign("k", Modifiers::COMMAND | Modifiers::SHIFT)));
        assert!(!palette.matches(&sign("k", Modifiers::COMMAND | Modifiers::ALT)));
        assert!(!palette.matches(&sign("j", Modifiers::COMMAND)));
    }

    #[test]
    fn shift_tells_two_primary_verbs_apart() {
        let enter = Shortcut::named(Named::Enter).with_command();
        let both = enter.with_shift();
        let pressed = press(Key::Named(Named::Enter), Modifiers::COMMAND | Modifiers::SHIFT);
        assert!(both.matches(&pressed));
        assert!(!enter.matches(&pressed));
    }

    #[test]
    fn nothing_is_heard_while_composing() {
        let mut composer = Composer::default();
        let digit = || Heard::Pressed(sign("1", Modifiers::empty()));
        assert!(composer.filter(digit()).is_some());
        assert!(composer.filter(Heard::Composing(3)).is_none());
        assert!(composer.is_composing());
        assert!(composer.filter(digit()).is_none());
        assert!(composer.filter(Heard::Composing(0)).is_none());
        assert!(composer.filter(digit()).is_some());
    }

    #[test]
    fn a_digit_typed_into_a_field_is_not_a_shortcut() {
        let event = keyboard::Event::KeyPressed {
            key: Key::Character("1".into()),
            modified_key: Key::Character("1".into()),
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers: Modifiers::empty(),
            text: Some("1".into()),
            repeat: false,
        };
        assert_eq!(Press::of(&event, Field::Took).unwrap().alone(), None);
        assert_eq!(Press::of(&event, Field::Passed).unwrap().alone(), Some('1'));
    }
}
