//! The bar at the foot: time and shift, calendar; saved, backup, book, zoom. Each leads to its page.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{button, column, container, row, rule, space},
};

use super::{Message, Shell};
use crate::ui::{
    env::{Cloak, Frame},
    icon::{self, Icon},
    screen::{Place, settings::Page},
    style,
    theme::{Element, Height, Tone},
    widget::{caption, icon_tiny, line_across},
};

pub(super) fn view<'a>(env: &Frame<'a>, shell: &'a Shell) -> Element<'a, Message> {
    let texts = env.texts;
    let status = &shell.world.status;
    let time = texts.time(env.local_now().time());
    let clock = if status.shift.is_empty() { time } else { format!("{time} {}", status.shift) };
    let settings = Message::Went(Place::Settings);
    let calendar = Message::SettingsWent(Page::Calendar);
    let mut left = vec![entry(icon::CLOCK, clock, calendar.clone())];
    if !status.calendar.is_empty() {
        left.push(entry(icon::CALENDAR_DAYS, status.calendar.as_str(), calendar));
    }
    if env.cloak == Cloak::On {
        left.push(cloaked(env));
    }
    let mut right = Vec::new();
    if !status.saved.is_empty() {
        right.push(entry(icon::CHECK, status.saved.as_str(), settings.clone()));
    }
    if !status.backup.is_empty() {
        right.push(entry(icon::HARD_DRIVE, status.backup.as_str(), settings.clone()));
    }
    let book = if status.book.is_empty() { texts.status_no_book() } else { status.book.as_str() };
    right.push(entry(icon::MONITOR, book, settings));
    let zoom = texts.status_zoom(shell.world.preferences.zoom.percent());
    right.push(bare(caption(zoom).into(), Message::SettingsWent(Page::Appearance)));
    let bar = container(
        row![].push(separated(left)).push(space().width(Length::Fill)).push(separated(right)).align_y(Center),
    )
    .height(Height::STATUS_BAR - 1.0)
    .width(Length::Fill)
    .padding([0, 10])
    .align_y(Center)
    .style(style::surface::rail);
    column![line_across(), bar].into()
}

fn separated(entries: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    let mut all = row![].spacing(10).align_y(Center);
    for (index, entry) in entries.into_iter().enumerate() {
        if index > 0 {
            all = all.push(container(rule::vertical(1).style(style::surface::line_strong)).height(12));
        }
        all = all.push(entry);
    }
    all.into()
}

fn entry<'a>(icon: Icon, words: impl Into<Cow<'a, str>>, message: Message) -> Element<'a, Message> {
    bare(row![icon_tiny(icon), caption(words.into())].spacing(5).align_y(Center).into(), message)
}

fn bare(content: Element<'_, Message>, message: Message) -> Element<'_, Message> {
    button(content).padding([2, 4]).style(style::button::bare).on_press(message).into()
}

fn cloaked<'a>(env: &Frame<'a>) -> Element<'a, Message> {
    let tone = || style::text::toned(Tone::Accent);
    let content =
        row![icon_tiny(icon::EYE_OFF).style(tone()), caption(env.texts.status_cloaked()).style(tone())].spacing(5);
    bare(content.align_y(Center).into(), Message::CloakToggled)
}
