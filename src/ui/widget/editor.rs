//! A field of several lines.

use iced::{
    Length, Pixels,
    keyboard::{Key, key::Named},
    widget::{
        Id, container,
        text::LineHeight,
        text_editor::{Action, Binding, Content, KeyPress, TextEditor},
    },
};

use crate::ui::{
    style::{self, field::Mood},
    theme::{Element, Face, font},
};

/// A field of several lines showing `content`, `height` high. Ctrl+Enter, Tab and Esc are left to the screen, which
/// hears them as presses; Enter breaks the line.
pub fn editor<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    (content, placeholder): (&'a Content, &'a str),
    (height, mood): (f32, Mood),
    on_action: impl Fn(Action) -> Message + 'a,
) -> Element<'a, Message> {
    let drawn = TextEditor::new(content)
        .id(id)
        .placeholder(placeholder)
        .height(Length::Fixed(height))
        .padding([6, 9])
        .size(Face::Body.size())
        .line_height(LineHeight::Absolute(Pixels(Face::Body.line())))
        .font(font::REGULAR)
        .key_binding(binding)
        .style(style::field::editor_moody(mood))
        .on_action(on_action);
    // The software renderer draws a line whole that is only half in sight: here it ends at the frame.
    container(drawn).clip(true).into()
}

/// The usual keys of an editor, without those that belong to the screen.
#[must_use]
pub fn binding<Message>(press: KeyPress) -> Option<Binding<Message>> {
    match press.key {
        Key::Named(Named::Enter) if press.modifiers.command() => None,
        Key::Named(Named::Tab) => None,
        Key::Named(_) | Key::Character(_) | Key::Unidentified => Binding::from_key_press(press),
    }
}
