//! Rows of lists and the heads of groups.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{column, container, mouse_area, row, text::Wrapping},
};

use super::{caption, hint, icon_small, line_across, strong};
use crate::ui::{
    icon::Icon,
    style::{self, row::Standing},
    theme::{Element, Height, Tone},
};

/// A row of a list, `height` high with the line below it. Presses and the pointer are the list's business: see
/// [`list_row`]'s messages.
pub fn list_row<'a, Message: Clone + 'a>(
    (height, standing): (f32, Standing),
    content: impl Into<Element<'a, Message>>,
    on_press: Message,
    on_open: Option<Message>,
) -> Element<'a, Message> {
    let drawn = container(content)
        .height(height - 1.0)
        .width(Length::Fill)
        .padding([0, 14])
        .align_y(Center)
        .style(style::row::row(standing));
    let mut area =
        mouse_area(column![drawn, line_across()]).on_press(on_press).interaction(iced::mouse::Interaction::Pointer);
    if let Some(message) = on_open {
        area = area.on_double_click(message);
    }
    area.into()
}

/// The head of a group of rows: icon, name, how many.
pub fn group_head<'a, Message: 'a>(
    tone: Tone,
    icon: Option<Icon>,
    name: impl Into<Cow<'a, str>>,
    count: impl Into<Cow<'a, str>>,
) -> Element<'a, Message> {
    let sign = icon.map(icon_small);
    let drawn =
        container(row![].push(sign).push(strong(name.into())).push(hint(count.into())).spacing(6).align_y(Center))
            .height(Height::GROUP_HEAD - 1.0)
            .width(Length::Fill)
            .padding([0, 14])
            .align_y(Center)
            .style(style::row::group(tone));
    column![drawn, line_across()].into()
}

/// The head of a table: names and widths of its columns.
pub fn table_head<'a, Message: 'a>(
    columns: impl IntoIterator<Item = (Cow<'a, str>, Length)>,
    gap: f32,
) -> Element<'a, Message> {
    let names = columns
        .into_iter()
        .map(|(name, width)| container(caption(name).wrapping(Wrapping::None)).width(width).clip(true).into());
    let drawn = container(row(names).spacing(gap).align_y(Center))
        .height(Height::TABLE_HEAD - 1.0)
        .width(Length::Fill)
        .padding([0, 14])
        .align_y(Center)
        .style(style::row::table_head);
    column![drawn, line_across()].into()
}
