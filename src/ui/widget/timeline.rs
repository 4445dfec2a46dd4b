//! What happened, newest first.

use std::borrow::Cow;

use iced::{
    Center, Length, Padding, Top,
    widget::{column, container, row, space, stack},
};

use super::{hint, icon_tiny, line_down, section_head, small, small_strong};
use crate::ui::{
    icon::Icon,
    style,
    theme::{Element, Tone},
};

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// 10:30
    pub time: Cow<'a, str>,
    /// Its icon.
    pub icon: Icon,
    /// What it means.
    pub tone: Tone,
    /// What was done.
    pub verb: Cow<'a, str>,
    /// By whom, to whom.
    pub who: Cow<'a, str>,
    /// In their words. May be empty.
    pub words: Cow<'a, str>,
}

/// A day's head.
pub fn timeline_day<'a, Message: 'a>(day: impl Into<Cow<'a, str>>) -> Element<'a, Message> {
    section_head(day)
}

/// The events of a day, newest first.
pub fn timeline<'a, Message: 'a>(events: impl IntoIterator<Item = Event<'a>>) -> Element<'a, Message> {
    let mut all = column![].width(Length::Fill);
    for event in events {
        let disc = container(icon_tiny(event.icon)).center(20).style(style::surface::disc(event.tone));
        let thread = container(line_down()).height(Length::Fill).center_x(20);
        let words = (!event.words.is_empty()).then(|| hint(event.words));
        let told = column![row![small_strong(event.verb), small(event.who)].spacing(4)]
            .push(words)
            .push(space().height(11))
            .width(Length::Fill);
        let told = container(told).padding(Padding { left: 36.0 + 8.0 + 20.0 + 8.0, ..Padding::ZERO });
        // The words give the height; the thread, laid over them, follows it.
        all = all.push(stack![
            told,
            row![
                container(small(event.time).style(style::text::ink2)).width(36).align_x(iced::Right),
                column![disc, thread].width(20).height(Length::Fill).align_x(Center),
            ]
            .spacing(8)
            .height(Length::Fill)
            .align_y(Top),
        ]);
    }
    all.into()
}
