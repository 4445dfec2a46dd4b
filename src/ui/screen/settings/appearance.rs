//! 外观: how this machine shows everything; kept on this machine, no fact of the office.

use iced::{
    Length,
    widget::{column, container, row},
};

use super::Message;
use super::parts::{labelled, page_head};
use crate::i18n::Locale;
use crate::platform::preferences::{Appearance, Contrast, Rendering};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::screen::Preference;
use crate::ui::theme::Element;
use crate::ui::widget::{Part, hint, icon_button, scroll, segment, strong, switch};

pub(super) fn view<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let (texts, preferences) = (env.texts, env.preferences);
    let prefer = Message::Preferred;
    let languages = segment(Locale::ALL.map(|it| Part::new(it, it.own_name())), Some(texts.locale()))
        .on_choose(move |it| prefer(Preference::Locale(it)));
    let looks = segment(
        [
            Part::new(Appearance::Light, texts.appearance_light()).icon(icon::SUN),
            Part::new(Appearance::Dark, texts.appearance_dark()).icon(icon::MOON),
            Part::new(Appearance::System, texts.appearance_system()).icon(icon::MONITOR),
        ],
        Some(preferences.appearance),
    )
    .on_choose(move |it| prefer(Preference::Appearance(it)));
    let other = match preferences.contrast {
        Contrast::Ordinary => Contrast::High,
        Contrast::High => Contrast::Ordinary,
    };
    let contrast = switch(
        texts.appearance_contrast(),
        preferences.contrast == Contrast::High,
        false,
        Some(prefer(Preference::Contrast(other))),
    );
    let zoom = row![
        icon_button(icon::MINUS, "Ctrl+-", Some(prefer(Preference::Zoom(preferences.zoom.smaller()))), 0),
        strong(texts.status_zoom(preferences.zoom.percent())),
        icon_button(icon::PLUS, "Ctrl+=", Some(prefer(Preference::Zoom(preferences.zoom.larger()))), 0),
    ]
    .spacing(6)
    .align_y(iced::Center);
    let drawer = match preferences.rendering {
        Rendering::Automatic => Rendering::Software,
        Rendering::Software => Rendering::Automatic,
    };
    let rendering = switch(
        texts.set_software(),
        preferences.rendering == Rendering::Software,
        false,
        Some(prefer(Preference::Rendering(drawer))),
    );
    let content = column![
        labelled(env, texts.menu_language(), languages),
        labelled(env, texts.menu_appearance(), looks),
        labelled(env, "", contrast),
        labelled(env, texts.menu_zoom(), zoom),
        labelled(env, "", column![rendering, hint(texts.set_software_hint())].spacing(4)),
    ]
    .spacing(14)
    .max_width(560);
    column![
        page_head(texts.set_appearance(), texts.set_appearance_words(), None),
        scroll(container(content).padding(20).width(Length::Fill))
    ]
    .into()
}
