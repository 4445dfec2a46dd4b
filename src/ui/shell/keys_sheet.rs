//! F1: the keys that work here. Every one also exists as a button.

use iced::{
    Center, Length,
    keyboard::key::Named,
    widget::{column, container, row},
};

use super::Message;
use crate::ui::{
    env::Frame,
    icon,
    keys::Shortcut,
    style,
    theme::{Element, Height, Tone},
    widget::{Width, body, button, caption_strong, keycaps, line_across, modal, modal_foot, scrimmed},
};

pub(super) fn view<'a>(env: &Frame<'a>) -> Element<'a, Message> {
    let texts = env.texts;
    let lines: [(&str, Vec<Shortcut>); 9] = [
        (texts.keys_palette(), vec![Shortcut::command('k')]),
        (texts.keys_register(), vec![Shortcut::command('n')]),
        (texts.keys_go(), vec![Shortcut::command('1'), Shortcut::command('6')]),
        (texts.keys_settings(), vec![Shortcut::command(',')]),
        (texts.keys_rail(), vec![Shortcut::command('b')]),
        (texts.keys_cloak(), vec![Shortcut::named(Named::F9)]),
        (texts.keys_zoom(), vec![Shortcut::command('='), Shortcut::command('-'), Shortcut::command('0')]),
        (texts.keys_leave(), vec![Shortcut::named(Named::Escape)]),
        (texts.keys_help(), vec![Shortcut::named(Named::F1)]),
    ];
    let mut all = column![
        container(caption_strong(texts.keys_global()).style(style::text::ink3)).height(24).align_y(Center),
        line_across()
    ];
    for (name, shortcuts) in lines {
        let line = row![body(name).width(Length::Fill), row(shortcuts.into_iter().map(keycaps)).spacing(10)]
            .align_y(Center)
            .height(Height::ROW_COMPACT);
        all = all.push(line).push(line_across());
    }
    let close = button(texts.close()).keys(Shortcut::named(Named::Escape)).on_press(Message::LayerClosed);
    let nothing = iced::widget::space();
    scrimmed(
        modal((Width::Ordinary, Tone::Accent, icon::KEYBOARD), texts.keys_title(), all, modal_foot(nothing, close)),
        Some(Message::LayerClosed),
    )
}
