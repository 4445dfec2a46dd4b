//! The menu at the person's name: appearance, language, zoom, keys.

use iced::{
    Center, Length, Padding,
    widget::{button, column, container, mouse_area, row, space, text::Wrapping},
};

use super::{Layer, Message, World};
use crate::{
    app::session,
    i18n::Locale,
    platform::preferences::{Notify, Rail},
    ui::{
        env::Frame,
        house::House,
        icon,
        keys::Shortcut,
        style,
        theme::{Appearance, Contrast, Element, Face, Height},
        widget::{
            Part, body, fitted, icon as glyph, icon_button, icon_small, keycaps, label, line_across, measure, popover,
            scroll, segment, small, small_strong, switch,
        },
    },
};

const WIDTH: f32 = 300.0;

pub(super) fn view<'a>(env: &Frame<'a>, world: &'a World, rail: Rail) -> Element<'a, Message> {
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
    let notify = segment(Notify::ALL.map(|it| Part::new(it, notify_name(env, it))), Some(preferences.notify))
        .on_choose(Message::NotifyChosen)
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
    let content = column![]
        .push(world.house.as_ref().map(|house| who_works(env, house)))
        .push(
            container(
                column![
                    column![label(texts.menu_appearance()), Element::from(appearance)].spacing(4),
                    high,
                    column![label(texts.menu_language()), Element::from(language)].spacing(4),
                    column![label(texts.menu_notify()), Element::from(notify)].spacing(4),
                    zoom,
                ]
                .spacing(10),
            )
            .padding([8, 8]),
        )
        .push(line_across())
        .push(container(keys).padding(Padding { top: 4.0, ..Padding::ZERO }));
    let left = match rail {
        Rail::Wide => 10.0,
        Rail::Slim => 60.0,
    };
    let placed = container(popover(WIDTH, content))
        .width(Length::Fill)
        .height(Length::Fill)
        .align_y(iced::Bottom)
        .padding(Padding { bottom: 62.0, left, ..Padding::ZERO });
    mouse_area(placed).on_press(Message::LayerClosed).into()
}

/// Everybody of the office; one press and the facts bear another name (A23).
fn who_works<'a>(env: &Frame<'a>, house: &'a House) -> Element<'a, Message> {
    let office = house.books.office();
    let people = session::choices(office).map(|it| {
        let department = office.department(it.department).map(|it| it.name.as_str()).unwrap_or_default();
        let roles = env.texts.list(it.roles.iter().map(|role| env.texts.name(role)));
        let chosen = it.id == house.me;
        let mark = chosen.then(|| icon_small(icon::CHECK).style(style::text::toned(crate::ui::theme::Tone::Accent)));
        let name = if chosen { small_strong(it.name.as_str()) } else { small(it.name.as_str()) };
        let face = if chosen { Face::SmallStrong } else { Face::Small };
        let px = WIDTH - BESIDE - measure(it.name.as_str(), face);
        let told = container(fitted(&format!("{department}·{roles}"), Face::Caption, px)).style(style::surface::quiet);
        let line = row![name.wrapping(Wrapping::None), told.width(Length::Fill)].push(mark).spacing(8).align_y(Center);
        button(line)
            .width(Length::Fill)
            .padding([4, 8])
            .style(if chosen { style::button::option_marked } else { style::button::option })
            .on_press(Message::PersonChosen(it.id))
            .into()
    });
    let list = scroll(column(people)).height(Length::Shrink);
    column![
        container(label(env.texts.menu_who_works())).padding([4, 8]),
        container(list).max_height((env.window.height - OTHERS).clamp(64.0, PEOPLE)),
        container(line_across()).padding([6, 0]),
    ]
    .into()
}

/// What stands round a name and a department: the frame, the gaps, the tick, the bar that scrolls.
const BESIDE: f32 = 10.0 + 16.0 + 16.0 + 16.0 + 12.0;
/// What the other entries of the menu and the window's edges take.
const OTHERS: f32 = 470.0;
/// As high as the list of people grows before it scrolls.
const PEOPLE: f32 = 240.0;

fn notify_name<'a>(env: &Frame<'a>, it: Notify) -> &'a str {
    match it {
        Notify::Off => env.texts.notify_off(),
        Notify::Silent => env.texts.notify_silent(),
        Notify::Sound => env.texts.notify_sound(),
    }
}

fn appearance_name<'a>(env: &Frame<'a>, it: Appearance) -> &'a str {
    match it {
        Appearance::Light => env.texts.appearance_light(),
        Appearance::Dark => env.texts.appearance_dark(),
        Appearance::System => env.texts.appearance_system(),
    }
}
