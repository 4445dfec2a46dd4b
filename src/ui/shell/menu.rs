//! The menu at the person's name: appearance, language, zoom, keys.

use iced::{
    Center, Length, Padding,
    widget::{button, column, container, mouse_area, row, space},
};

use super::{Layer, Message, World, rail::Slim};
use crate::{
    i18n::Locale,
    ui::{
        env::Env,
        icon,
        keys::Shortcut,
        style,
        theme::{Appearance, Contrast, Element, Height},
        widget::{
            Part, body, icon as glyph, icon_button, keycaps, label, line_across, popover, segment, small_strong, switch,
        },
    },
};

const WIDTH: f32 = 300.0;

pub(super) fn view<'a>(env: &Env<'a>, world: &'a World, slim: Slim) -> Element<'a, Message> {
    let texts = env.texts;
    let preferences = &world.preferences;
    let appearance =
        segment(Appearance::ALL.map(|it| Part::new(it, appearance_name(env, it))), Some(preferences.appearance))
            .on_choose(Message::AppearanceChosen)
            .compact()
            .fill();
    let contrast = match preferences.contrast {
        Contrast::Ordinary => Contrast::High,
        Contrast::High => Contrast::Ordinary,
    };
    let high = switch(
        texts.appearance_contrast(),
        preferences.contrast == Contrast::High,
        false,
        Some(Message::ContrastChosen(contrast)),
    );
    let language = segment(Locale::ALL.map(|it| Part::new(it, it.own_name())), Some(texts.locale()))
        .on_choose(Message::LocaleChosen)
        .compact()
        .fill();
    let zoom = row![
        label(texts.menu_zoom()),
        space().width(Length::Fill),
        icon_button(
            icon::MINUS,
            Shortcut::command('-').words(),
            Some(Message::ZoomChosen(preferences.zoom.smaller())),
            0
        ),
        container(small_strong(texts.status_zoom(preferences.zoom.percent()))).center_x(48),
        icon_button(
            icon::PLUS,
            Shortcut::command('=').words(),
            Some(Message::ZoomChosen(preferences.zoom.larger())),
            0
        ),
    ]
    .align_y(Center);
    let keys = button(
        row![
            glyph(icon::KEYBOARD).style(style::text::ink2),
            body(texts.menu_keys()).width(Length::Fill),
            keycaps(Shortcut::named(iced::keyboard::key::Named::F1))
        ]
        .spacing(8)
        .height(Length::Fill)
        .align_y(Center),
    )
    .height(Height::ROW)
    .padding([0, 8])
    .style(style::button::option)
    .on_press(Message::LayerToggled(Layer::Keys));
    let content = column![
        container(
            column![
                column![label(texts.menu_appearance()), Element::from(appearance)].spacing(4),
                high,
                column![label(texts.menu_language()), Element::from(language)].spacing(4),
                zoom,
            ]
            .spacing(10)
        )
        .padding([8, 8]),
        line_across(),
        container(keys).padding(Padding { top: 4.0, ..Padding::ZERO }),
    ];
    let left = match slim {
        Slim::No => 10.0,
        Slim::Yes => 60.0,
    };
    let placed = container(popover(WIDTH, content))
        .width(Length::Fill)
        .height(Length::Fill)
        .align_y(iced::Bottom)
        .padding(Padding { bottom: 62.0, left, ..Padding::ZERO });
    mouse_area(placed).on_press(Message::LayerClosed).into()
}

fn appearance_name<'a>(env: &Env<'a>, it: Appearance) -> &'a str {
    match it {
        Appearance::Light => env.texts.appearance_light(),
        Appearance::Dark => env.texts.appearance_dark(),
        Appearance::System => env.texts.appearance_system(),
    }
}
