//! What iced's widgets look like when nobody says otherwise.

use iced::widget::{
    button, checkbox, container, overlay::menu, pick_list, progress_bar, radio, rule, scrollable, slider, table, text,
    text_editor, text_input, toggler,
};

use super::Theme;
use crate::ui::style;

macro_rules! catalog {
    ($($widget:ident($status:ty) => $default:expr;)*) => {$(
        impl $widget::Catalog for Theme {
            type Class<'a> = Box<dyn Fn(&Self, $status) -> $widget::Style + 'a>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(&self, class: &Self::Class<'_>, status: $status) -> $widget::Style {
                class(self, status)
            }
        }
    )*};
}

macro_rules! quiet_catalog {
    ($($widget:ident => $default:expr;)*) => {$(
        impl $widget::Catalog for Theme {
            type Class<'a> = Box<dyn Fn(&Self) -> $widget::Style + 'a>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(&self, class: &Self::Class<'_>) -> $widget::Style {
                class(self)
            }
        }
    )*};
}

catalog! {
    button(button::Status) => style::button::plain;
    checkbox(checkbox::Status) => style::check::check;
    radio(radio::Status) => style::check::choice;
    toggler(toggler::Status) => style::check::switch;
    scrollable(scrollable::Status) => style::scroll::thin;
    slider(slider::Status) => style::check::slide;
    text_input(text_input::Status) => style::field::input;
    text_editor(text_editor::Status) => style::field::editor;
}

quiet_catalog! {
    container => |_| container::Style::default();
    progress_bar => |theme| style::surface::meter(theme, super::Tone::Accent);
    rule => style::surface::line;
    table => style::surface::grid;
    text => |_| text::Style::default();
}

impl menu::Catalog for Theme {
    type Class<'a> = Box<dyn Fn(&Self) -> menu::Style + 'a>;

    fn default<'a>() -> <Self as menu::Catalog>::Class<'a> {
        Box::new(style::field::menu)
    }

    fn style(&self, class: &<Self as menu::Catalog>::Class<'_>) -> menu::Style {
        class(self)
    }
}

impl pick_list::Catalog for Theme {
    type Class<'a> = Box<dyn Fn(&Self, pick_list::Status) -> pick_list::Style + 'a>;

    fn default<'a>() -> <Self as pick_list::Catalog>::Class<'a> {
        Box::new(style::field::picked)
    }

    fn style(&self, class: &<Self as pick_list::Catalog>::Class<'_>, status: pick_list::Status) -> pick_list::Style {
        class(self, status)
    }
}
